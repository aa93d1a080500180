"""Numbers written in words, as contracts spell them: ``Two Million Five Hundred Thousand and 50/100``.

The grammar is that of English number names, read strictly: what does not make one number ("five six", "twenty
thirteen", "thousand million") is none, because adding up whatever stands there makes a number that nobody wrote.
"""

from collections.abc import Sequence
from decimal import Decimal

import regex

_UNIT_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS: dict[str, int] = {word: value for value, word in enumerate(_UNIT_WORDS.split(" "))}
TENS: dict[str, int] = {word: 10 * value for value, word in enumerate(_TEN_WORDS.split(" "), start=2)}
# Misspellings that filed documents do contain; each can only have been meant as one number.
TENS |= {"fourty": 40, "ninty": 90}
SCALES: dict[str, int] = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
FRACTIONS: dict[str, Decimal] = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
}
#: Every word that can stand inside a number in words.
NUMBER_WORDS: frozenset[str] = frozenset({*UNITS, *TENS, *SCALES, *FRACTIONS, "hundred", "and", "a", "point"})

# Longer than any number a contract writes out; bounds the work on hostile input.
_LONGEST = 400
_TOKEN = regex.compile(r"(?P<word>[A-Za-z]++)|[\s,\-\u2010-\u2015\u00ad]++")
_CENTS = regex.compile(
    r"(?<![\w/])(?P<cents>no|none|zero|xx|\d{1,2})\s{0,9}/\s{0,9}(?:100|xx)(?:ths?)?\s{0,9}\Z", regex.IGNORECASE
)
_BROKEN_WORD = regex.compile(r"(?<=[A-Za-z])-\s{0,9}\n\s{0,9}(?=[a-z])")


def parse_number_words(text: str) -> Decimal | None:
    r"""Read a number in words.

    Args:
        text: The words, in any case, with hyphens, commas, "and" and line breaks wherever they fall, and with
            hundredths after them as cheques have it ("and No/100", "and 50/100").

    Returns:
        The number, or None unless the whole text is one number in words.

    Examples:
        >>> parse_number_words("fifteen million")
        Decimal('15000000')
        >>> parse_number_words("Two Hundred Twenty-\n Five Million")
        Decimal('225000000')
        >>> parse_number_words("Two Million Five Hundred Thousand and 50/100")
        Decimal('2500000.50')
        >>> parse_number_words("One Hundred Eighty-One Thousand and No/100")
        Decimal('181000')
        >>> parse_number_words("seven and one-half million")
        Decimal('7500000')
        >>> parse_number_words("five six") is None
        True
        >>> parse_number_words("15 million") is None
        True
    """
    if len(text) > _LONGEST:
        return None
    cents = _CENTS.search(text)
    whole = text[: cents.start()] if cents else text
    value = _read(whole)
    if value is None and "\n" in whole:
        # "Thou-\nsand": a word, not a compound, was broken at the line's end.
        value = _read(_BROKEN_WORD.sub("", whole))
    if value is None or cents is None or not cents["cents"].isdigit():
        return value
    return value + Decimal(int(cents["cents"])).scaleb(-2)


def _read(text: str) -> Decimal | None:
    """Split into words and evaluate; None on any character or word that no number contains."""
    words: list[str] = []
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            return None
        if token["word"]:
            words.append(token["word"].lower())
        position = token.end()
    while words and words[-1] == "and":  # what is left of "and No/100"
        words.pop()
    return evaluate_words(words)


def evaluate_words(words: Sequence[str]) -> Decimal | None:
    """Evaluate lower-case number words from the largest scale down; None unless they make one number.

    Examples:
        >>> evaluate_words(["two", "hundred", "and", "five"])
        Decimal('205')
    """
    # The next word must stay under ``below``: 1000 at the start of a group, 100 after "hundred", 10 after "twenty", 1
    # after "five". It is what tells "twenty five" from "five twenty".
    total, group, below, scale = Decimal(0), Decimal(0), 1000, 10**15
    index, end = 0, len(words)
    while index < end:
        word = words[index]
        following = words[index + 1] if index + 1 < end else ""
        if word == "and":
            if index == 0 or not following or words[index - 1] == "and":
                return None
        elif following in FRACTIONS and (word == "a" or word in UNITS):
            if group and words[index - 1] != "and":  # "five one-half"
                return None
            group += FRACTIONS[following] * UNITS.get(word, 1)
            below = 0
            index += 1
        elif word == "a":
            if index or (following != "hundred" and following not in SCALES):
                return None
            group, below = Decimal(1), 1
        elif word in UNITS:
            if UNITS[word] >= below or (word == "zero" and end > 1):
                return None
            group, below = group + UNITS[word], 1
        elif word in TENS:
            if below < 100:
                return None
            group, below = group + TENS[word], 10
        elif word == "hundred":
            if not 1 <= group < 100 or below > 10 or not below:
                return None
            group, below = group * 100, 100
        elif word in SCALES:
            if not group or SCALES[word] >= scale:
                return None
            scale = SCALES[word]
            total, group, below = total + group * scale, Decimal(0), 1000
        elif word == "point":
            digits = 0
            while index + 1 < end and UNITS.get(words[index + 1], 10) < 10:
                index, digits = index + 1, digits + 1
                group += Decimal(UNITS[words[index]]).scaleb(-digits)
            if not digits or below > 10:
                return None
            below = 0
        else:
            return None
        index += 1
    if not words:
        return None
    value = total + group
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
