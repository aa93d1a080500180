"""Amounts of money, in figures and in words, found in running text and read to a decimal and a currency."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import regex

from extractor.values.currencies import AFTER_FIGURES, Marker, currency_of, dollars_of, markers
from extractor.values.money_figures import Figures, figures_after, figures_before, range_tail
from extractor.values.numbers import NUMBER_WORDS, evaluate_words, parse_number_words


class MoneyMatch(NamedTuple):
    """An amount of money in a text.

    Attributes:
        start: Offset of its first character, sign or words included.
        end: Offset after its last character.
        value: The amount; that of the figures where words and figures differ.
        currency: ISO 4217.
        words: Offsets of the amount in words, where it stands beside figures.
        words_value: What the words say.
    """

    start: int
    end: int
    value: Decimal
    currency: str
    words: tuple[int, int] | None
    words_value: Decimal | None


# The farthest that an amount in words reaches back from its "Dollars" or from the bracket with the figures.
_REACH = 260
_MOST_WORDS = 24
_WORD_BEFORE = regex.compile(r"(?r)(?<![\w$])(?P<word>[A-Za-z]{1,12}+)[\s,\-\u2010-\u2015\u00ad]{0,40}+")
_HUNDREDTHS = r"(?P<cents>no|none|zero|xx|\d{1,2})\s?/\s?(?:100|xx)(?:ths?)?"
_CENTS_BEFORE = regex.compile(rf"(?:\band\s{{1,20}}|&\s{{0,20}})?(?<![\w/]){_HUNDREDTHS}\s{{0,40}}\Z", regex.IGNORECASE)
_CENTS_AFTER = regex.compile(
    rf"[\s,]{{0,40}}+(?:and|&)\s{{1,40}}+(?:{_HUNDREDTHS}\b(?:\s{{1,40}}+dollars\b)?+"
    r"|(?P<words>[A-Za-z]{2,9}+(?:[\s\-]{1,20}+[A-Za-z]{3,5}+)?+)\s{1,40}+cents?\b)",
    regex.IGNORECASE,
)
_OPEN = regex.compile(r"[\s,]{0,40}+[(\[]\s{0,40}+")
_OPEN_BEFORE = regex.compile(r"[(\[]\s{0,40}\Z")
_CLOSE = regex.compile(r"(?:-00|[,.])?\s{0,20}+[)\]]")
_IN_WORDS_AFTER = regex.compile(r"\s{0,40}+[(\[](?P<words>[A-Za-z][A-Za-z\s,\-/0-9]{2,200}+)[)\]]")
_CURRENCY_WORDS = regex.compile(
    r"\s{1,40}(?:(?:u\.?s\.?|united\s{1,9}states)\s{1,40})?dollars?\s{0,9}\Z", regex.IGNORECASE
)
_ONE_DOLLAR = regex.compile(r"\s{0,40}+(?:[(\[.,;]|(?:and|per|or|in)\b|\Z)", regex.IGNORECASE)
_CAPITAL = regex.compile(r"\s{1,9}+[A-Z]")
_RANGE = regex.compile(r"\s{0,40}+(?:to|through|or|and|-|\u2013|\u2014)\s{0,40}+", regex.IGNORECASE)
_BETWEEN = regex.compile(r"\b(?:between|from)\s{1,40}\Z", regex.IGNORECASE)


class _Atom(NamedTuple):
    """One writing of an amount: figures with their sign, or words with theirs."""

    start: int
    end: int
    value: Decimal
    currency: str
    figures: Figures | None


def scan_money(text: str) -> Iterator[MoneyMatch]:
    r"""Find the amounts of money in a text, in order and without overlaps.

    Figures need a sign, a code or a currency's name on one side; bare figures in tables are left to whoever knows the
    table. Malformed figures ("$2,5000,000") give nothing.

    Args:
        text: Running text of any length; the work is linear in it.

    Yields:
        Each amount. One written in words and in figures is one match over both.

    Examples:
        >>> [(m.value, m.currency) for m in scan_money("$12,500,000, and equal to US$2.5\nmillion or (Pounds)4,000")]
        [(Decimal('12500000'), 'USD'), (Decimal('2500000'), 'USD'), (Decimal('4000'), 'GBP')]
        >>> [match] = scan_money("up to Forty Million Dollars ($40,000,000) in 1998")
        >>> match.value, match.words, match.words_value
        (Decimal('40000000'), (6, 27), Decimal('40000000'))
        >>> [str(m.value) for m in scan_money("between $5 and $10 million; Two Hundred and No/100 Dollars; $_____")]
        ['5000000', '10000000', '200']
    """
    held: _Atom | None = None
    end = 0
    for atom in _atoms(text):
        if atom.start < end:  # inside the brackets of the last match
            continue
        match: MoneyMatch | None = None
        if held is None:
            held = atom
        elif match := _pair(text, held, atom):
            held = None
        else:
            match, held = _alone(text, end, _scaled_like(text, held, atom)), atom
        if match:
            yield match
            end = match.end
            if held and held.start < end:
                held = None
    if held is not None:
        yield _alone(text, end, held)


def _atoms(text: str) -> Iterator[_Atom]:
    """Every writing of an amount, in order: what stands after each marker of a currency, else what stands before it."""
    end = 0
    for marker in markers(text):
        if marker.start < end:
            continue
        start, currency = currency_of(text, marker)
        named = marker.kind == "name"
        if marker.kind in ("name", "code"):
            atom = _before(text, end, max(start, end), marker, currency)
            # "200,000\nCHF 130,000", "in 1998 EUR 5,000": what stands before may belong to something else.
            if atom and not (_doubtful(text, atom, marker) and figures_after(text, marker.end, strict=named)):
                yield atom
                end = atom.end
                continue
            if named and marker.word[0].islower():
                continue
        figures = figures_after(text, marker.end, strict=named)
        if figures is None:
            continue
        stop = figures.end
        if marker.word == "$" and currency == "USD" and start == marker.start:
            country = AFTER_FIGURES.match(text, stop)
            code = dollars_of(country["country"]) if country else None
            if country and code:
                currency, stop = code, country.end()
        atom = _Atom(max(start, end), stop, figures.value, currency, figures)
        yield atom
        end = atom.end
        tail = range_tail(text, figures)
        if tail:
            atom = _Atom(tail.start, tail.end, tail.value, currency, tail)
            yield atom
            end = atom.end


def _doubtful(text: str, atom: _Atom, marker: Marker) -> bool:
    """Whether figures before a currency may be a year or a number of the line before."""
    figures = atom.figures
    if figures is None:
        return False
    return (not figures.grouped and figures.scale == 1) or "\n" in text[figures.end : marker.start]


def _before(text: str, floor: int, start: int, marker: Marker, currency: str) -> _Atom | None:
    """The amount before a currency's name or code: figures or words, not reaching below ``floor``."""
    name, end = marker.word.lower(), marker.end
    # "More than one Dollar Loan", "two Euro Rate Advances": the singular before a capital is an adjective.
    adjective = marker.kind == "name" and not name.endswith("s") and _CAPITAL.match(text, end)
    # Plain pounds are of weight.
    figures = figures_before(text, floor, start) if name not in ("pound", "pounds") else None
    if figures and (figures.grouped or figures.scale != 1 or not (adjective or name == "dollar")):
        return _Atom(figures.start, end, figures.value, currency, figures)
    if marker.kind != "name":
        return None
    if text[start - 1 : start] == "-" and start:
        start -= 1
    words = _words_before(text, floor, start)
    if words is None:
        return None
    begin, value = words
    if value < 100 and (adjective or (name == "dollar" and not (value == 1 and _ONE_DOLLAR.match(text, end)))):
        return None
    if cents := _CENTS_AFTER.match(text, end):  # "Ten Dollars and No/100"
        hundredths = _hundredths(cents)
        if hundredths is not None:
            value, end = value + hundredths, cents.end()
    return _Atom(begin, end, value, currency, None)


def _words_before(text: str, floor: int, end: int) -> tuple[int, Decimal] | None:
    """The number in words that ends at ``end``: its offset and value."""
    floor = max(floor, end - _REACH)
    tail = text[max(floor, end - 60) : end]
    cents = _CENTS_BEFORE.search(tail) if "/" in tail else None
    position = end - len(cents[0]) if cents else end
    starts: list[int] = []
    words: list[str] = []
    while len(starts) < _MOST_WORDS:
        word = _WORD_BEFORE.match(text, floor, position)
        if word is None or word["word"].lower() not in NUMBER_WORDS:
            break
        position = word.start()
        starts.insert(0, position)
        words.insert(0, word["word"].lower())
    while words and words[-1] == "and":
        words.pop()
    while words and (value := evaluate_words(words)) is None and words[0] in ("and", "a"):
        words, starts = words[1:], starts[1:]
    # Where more number words stand before than make one number, a part is missing ("Fourteen <PAGE> Million Two"):
    # half of an amount is none.
    if not words or value is None:
        return None
    return starts[0], value + ((_hundredths(cents) or 0) if cents else 0)


def _hundredths(cents: regex.Match[str]) -> Decimal | None:
    """The cents after an amount in words: "No/100", "50/100", "Fifty Cents"; None if they are no number."""
    if cents["cents"]:
        number = Decimal(int(cents["cents"])) if cents["cents"].isdecimal() else Decimal(0)
    else:
        words = parse_number_words(cents["words"])
        if words is None or words >= 100:
            return None
        number = words
    return number.scaleb(-2) if number else Decimal(0)


def _pair(text: str, first: _Atom, second: _Atom) -> MoneyMatch | None:
    """Words and figures for one amount, in either order, the second in brackets."""
    if (first.figures is None) == (second.figures is None):
        return None
    bracket = _OPEN.fullmatch(text, first.end, second.start)
    if bracket is None:
        return None
    close = _CLOSE.match(text, second.end)
    # "One Million Dollars ($2,000,000 in all)": two amounts, unless the bracket holds nothing else.
    if first.value != second.value and close is None:
        return None
    words, figures = (first, second) if first.figures is None else (second, first)
    end = close.end() if close else second.end
    return MoneyMatch(first.start, end, figures.value, figures.currency, (words.start, words.end), words.value)


def _alone(text: str, floor: int, atom: _Atom) -> MoneyMatch:
    """An amount by itself; its words may still stand beside it without a currency: "Ten Million ($10,000,000)"."""
    if atom.figures is not None:
        bracket = _OPEN_BEFORE.search(text[max(0, atom.start - 41) : atom.start])
        if bracket:
            edge = atom.start - len(bracket[0])
            found = _words_before(text, floor, edge)
            close = _CLOSE.match(text, atom.end)
            if found and (found[1] == atom.value or (close and found[1] >= 1000)):
                words = (found[0], found[0] + len(text[found[0] : edge].rstrip()))
                end = close.end() if close else atom.end
                return MoneyMatch(found[0], end, atom.value, atom.currency, words, found[1])
        if after := _IN_WORDS_AFTER.match(text, atom.end):
            value = parse_number_words(_CURRENCY_WORDS.sub("", after["words"]))
            if value == atom.value:
                return MoneyMatch(atom.start, after.end(), atom.value, atom.currency, after.span("words"), value)
        return MoneyMatch(atom.start, atom.end, atom.value, atom.currency, None, None)
    return MoneyMatch(atom.start, atom.end, atom.value, atom.currency, None, None)


def _scaled_like(text: str, first: _Atom, second: _Atom) -> _Atom:
    """Give the first end of a range the scale written once for both: "$1 to $2 million"."""
    one, two = first.figures, second.figures
    if one is None or two is None or one.scale != 1 or two.scale == 1 or one.grouped or one.value >= two.mantissa:
        return first
    joint = _RANGE.fullmatch(text, first.end, second.start)
    if joint is None:
        return first
    if joint[0].strip().lower() == "and" and not _BETWEEN.search(text[max(0, first.start - 50) : first.start]):
        return first
    return first._replace(value=one.value * two.scale)
