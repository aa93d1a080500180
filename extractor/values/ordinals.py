"""Ordinals and cardinals as they count amendments: ``Sixth``, ``Twenty-First``, ``9th``, ``No. 6``, ``#2``, ``VI``."""

import regex

from extractor.values.alternatives import by_letter
from extractor.values.numbers import TENS, UNITS, parse_number_words

_IRREGULAR = {
    "first": "one",
    "second": "two",
    "third": "three",
    "fifth": "five",
    "eighth": "eight",
    "ninth": "nine",
    "twelfth": "twelve",
    "twelvth": "twelve",
    "hundredth": "hundred",
}
_TENTHS = {word[:-1] + "ieth": word for word in TENS}
_REGULAR = {word + "th": word for word in UNITS if word + "th" not in ("oneth", "twoth", "threeth", "fiveth")}
_CARDINAL_OF: dict[str, str] = _REGULAR | _TENTHS | _IRREGULAR

_TENS_WORDS = by_letter("twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety")
# What may stand between the halves of a compound: a hyphen, blanks, a line break, or nothing.
_JOINT = r"[\s\-\u2010-\u2013]{0,8}"

#: First .. Ninety-Ninth in words, and 1st, 22nd ... in figures. A fragment without groups, for use with IGNORECASE.
ORDINAL_PATTERN: str = (
    rf"(?:\b(?:{_TENS_WORDS}{_JOINT}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|"
    + by_letter(
        r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
        r"|sixteenth|seventeenth|eighteenth|nineteenth"
    )
    + r")\b|(?<![\w.,])\d{1,3}\s?(?:st|nd|rd|th)\b)"
)

#: One .. Ninety-Nine in words. A fragment without groups, for use with IGNORECASE.
CARDINAL_PATTERN: str = (
    rf"(?:\b(?:{_TENS_WORDS}(?:{_JOINT}(?:one|two|three|four|five|six|seven|eight|nine)\b)?+"
    r"|(?:four|six|seven|eigh|nine|thir|fif)teen|ten|eleven|twelve"
    r"|one|two|three|four|five|six|seven|eight|nine)\b)"
)

_LONGEST = 80
_LABEL = regex.compile(r"\s*+(?:#|№|(?:numbers?|nos?)\b\s{0,4}\.?)\s*+", regex.IGNORECASE)
_FIGURES = regex.compile(r"(\d{1,4})(?:\s?(?:st|nd|rd|th))?", regex.IGNORECASE)
_ROMAN = regex.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_WORDS = regex.compile(r"[a-z]++(?:[\s\-\u2010-\u2013]{1,8}[a-z]++){0,8}+", regex.IGNORECASE)
_LAST_WORD = regex.compile(r"(?r)[a-z]++", regex.IGNORECASE)


def parse_ordinal(text: str) -> int | None:
    r"""Read the number that a title or an opening gives an amendment.

    Args:
        text: The number alone: an ordinal or a cardinal in words or figures, with or without "No." or "#" before it, or
            an upper-case Roman numeral up to XXXIX.

    Returns:
        The number, or None unless the whole text is one.

    Examples:
        >>> [parse_ordinal(t) for t in ("Sixth", "Twenty-First", "twenty\nfirst", "9th", "VI")]
        [6, 21, 21, 9, 6]
        >>> [parse_ordinal(t) for t in ("#2", "No. 6", "No 6", "Number Five", "Five", "6")]
        [2, 6, 6, 5, 5, 6]
        >>> parse_ordinal("One Hundred and Third")
        103
        >>> [parse_ordinal(t) for t in ("vi", "Amendment", "6.2", "")]
        [None, None, None, None]
    """
    if len(text) > _LONGEST:
        return None
    label = _LABEL.match(text)
    body = (text[label.end() :] if label else text).strip().rstrip(".,;:")
    if figures := _FIGURES.fullmatch(body):
        return int(figures[1])
    if body and (roman := _ROMAN.fullmatch(body)):
        return 10 * len(roman[1]) + _ROMAN_UNITS[roman[2]]
    if not _WORDS.fullmatch(body):
        return None
    last = _LAST_WORD.search(body)
    cardinal = _CARDINAL_OF.get(last[0].lower()) if last else None
    if last and cardinal:
        # "hundredth" alone is the hundredth, though "hundred" alone is no number in words.
        body = "one hundred" if last[0].lower() == body.lower() == "hundredth" else body[: last.start()] + cardinal
    value = parse_number_words(body)
    return int(value) if value is not None and value == value.to_integral_value() else None
