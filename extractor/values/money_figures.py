"""The figures of an amount: grouped digits, decimals and the scale after them, read or rejected as misprints."""

from decimal import Decimal
from typing import NamedTuple

import regex


class Figures(NamedTuple):
    """Figures in a text.

    Attributes:
        start: Offset of the first digit (or of the bracket before it).
        end: Offset after the last digit or the scale.
        value: The amount, scale included.
        mantissa: The amount without its scale.
        scale: 1, or what "million", "MM" and the like multiply by.
        grouped: Whether the digits are grouped by commas.
    """

    start: int
    end: int
    value: Decimal
    mantissa: Decimal
    scale: int
    grouped: bool


_RUN = r"(?P<run>\d(?:[\d,.]|['\u2019](?=\d{3}(?!\d))){0,40}+|\.\d{1,6}+)"
_WORD_SCALE = r"(?:(?P<hundred>hundred)\s{1,20}+)?+(?P<scale>thousand|million|billion|trillion|mil|mln|mm|bn)s?\b"
# On one line or on the next: two line breaks are a new paragraph or a page number.
_NEAR = r"(?:[^\S\n]|-){0,20}+\n?+(?:[^\S\n]|-){0,20}+"
_AFTER_SIGN = regex.compile(rf"(?P<blank>\s{{0,40}}+)(?P<bracket>[(\[]\s?)?+(?:{_RUN}|(?P<nil>-0-))")
_RANGE_TAIL = regex.compile(rf"\s{{0,20}}+(?:-|\u2013|\u2014|to\b)\s{{0,20}}+(?={_RUN})", regex.IGNORECASE)
_BEFORE_NAME = regex.compile(rf"(?<![\w$€£¥.,/\-]){_RUN}(?:{_NEAR}{_WORD_SCALE})?+(?P<gap>{_NEAR})\Z", regex.IGNORECASE)
# After the digits: a word, with or without a hyphen or a line break, or letters glued on.
_SCALE = regex.compile(
    rf"[\s\-]{{0,40}}+{_WORD_SCALE}|(?P<letter>(?-i:MM|[MKB])|k|m(?=\b))(?![A-Za-z])", regex.IGNORECASE
)
_NOT_MONEY = regex.compile(r"\s?%|/\d|\s{1,9}+(?:percent|per\s{1,9}+cent|basis|shares?)\b", regex.IGNORECASE)
# The rest of a number broken after a comma: "$12,500,\n000". Only zeros cannot be a number of their own.
_BROKEN = regex.compile(r"(?<=,)\s{1,40}+(?P<rest>000(?:,\s{0,40}+000)*+(?:,\d{3})*+(?:\.\d\d)?+)(?!,?\d)")
_BROKEN_HEAD = regex.compile(r"(?<=,)[^\S\n]{0,20}+\r?\n\s{0,20}+(?P<rest>\d{3}(?:,\d{3}){1,4}+(?:\.\d\d)?+)(?!\d)")

# Groups set apart by single blanks: "$1 000 000".
_SPACED = regex.compile(r"(?<=(?<!\d)\d{1,3})(?P<rest>(?:[ \xa0]\d{3}){2,4}+|[ \xa0]000)(?!\d|,\d)(?:\.\d\d)?+")

_PLAIN = regex.compile(r"(?!0\d)\d{1,15}(?:\.\d{1,6})?|\.\d{1,6}")
_GROUPED = regex.compile(r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?")
_DOTTED = regex.compile(r"\d{1,3}(?:\.\d{3}){2,5}")
_DOT_FOR_COMMA = regex.compile(r"\d{1,3}(?:,\d{3}){1,5}\.\d{3}")

_DECIMALS = regex.compile(r"\.\d")
_BLANK = regex.compile(r"[^\S\r\n]|\n\s*\n")
# The number of a section at the head of its paragraph, or a number after another one.
_NUMBERED = regex.compile(r"(?:\n\s*\n\s*|\d\s{1,9})\Z")
_BLANKS = regex.compile(r"\s++")
_CODED = regex.compile(r"[<>@^#\\=+&`{|~]|[A-Za-z]\d|\d[A-Za-z]")

_SCALES = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mm": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "million": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
    "trillion": 10**12,
}
# No amount is written "$5,000,000 million"; the scale then belongs to something else.
_NO_SCALE_FROM = 10**6


def read_digits(run: str) -> Decimal | None:
    """Read digits with their separators, or reject them as misprinted.

    Examples:
        >>> [str(read_digits(run)) for run in ("15,000,000", "9375", "1,000.50", ".01", "0.001")]
        ['15000000', '9375', '1000.50', '0.01', '0.001']
        >>> str(read_digits("50,000.000"))  # three digits after the last of several separators: a comma was meant
        '50000000'
        >>> [read_digits(run) for run in ("2,5000,000", "10,000,00", "2.10.1", "1,2")]
        [None, None, None, None]
    """
    run = run.replace("'", ",").replace("\u2019", ",")  # as the Swiss write
    if _DOT_FOR_COMMA.fullmatch(run) or _DOTTED.fullmatch(run):
        return Decimal(run.replace(",", "").replace(".", ""))
    if _PLAIN.fullmatch(run) or _GROUPED.fullmatch(run):
        return Decimal(run.replace(",", ""))
    return None


def figures_after(text: str, position: int, *, strict: bool) -> Figures | None:
    """Read the figures after a sign.

    Args:
        text: The text.
        position: Offset after the sign.
        strict: Whether to take only figures that no section or list number looks like: grouped ones.

    Returns:
        The figures, or None where there are none, or malformed ones.
    """
    found = _AFTER_SIGN.match(text, position)
    if found is None:
        return None
    if found["nil"]:
        return Figures(found.start(), found.end(), Decimal(0), Decimal(0), 1, False)
    figures = _read(text, found.start("run"))
    if figures is None:
        return None
    if figures.grouped or (figures.scale != 1 and text[figures.end - 3 : figures.end].isalpha()):
        return figures
    # A sign and a number in different lines are a blank and a section number; so may a sign and a bracket be.
    if strict or "\n" in found["blank"]:
        return None
    if found["bracket"] and not _DECIMALS.search(text, figures.start, figures.end):  # a footnote
        return None
    return None if _encoded(text, position - 1, figures.end) else figures


def _encoded(text: str, start: int, end: int) -> bool:
    """Whether what looks like "$8" is a part of an encoded file: filings carry PDFs as lines of such signs."""
    around = text[max(0, start - 20) : start] + text[end : end + 20]
    return not _BLANK.search(around) and bool(_CODED.search(around))


def figures_before(text: str, floor: int, position: int) -> Figures | None:
    """Read the figures, scale included, that end where a currency's name or code starts.

    Args:
        text: The text.
        floor: Offset that the figures may not reach below.
        position: Offset of the name or the code.

    Returns:
        The figures. None where there are none, or where they look like the number of a page or a section: without
        groups or a scale, and not on the same line right before.
    """
    left = max(floor, position - 80)
    found = _BEFORE_NAME.search(text[left:position])
    if found is None:
        return None
    figures = _read(text, left + found.start())
    if figures is None or text[figures.end : position] != found["gap"]:
        return None
    if figures.grouped or figures.scale != 1:
        return figures
    apart = "\n" in found["gap"] or len(found["gap"]) > 2
    return None if apart or _NUMBERED.search(text[max(0, figures.start - 9) : figures.start]) else figures


def range_tail(text: str, first: Figures) -> Figures | None:
    """Read the second end of a range that has one sign: "$10-15 million", "$500,000 to 1,000,000"."""
    joint = _RANGE_TAIL.match(text, first.end)
    if joint is None:
        return None
    second = _read(text, joint.end())
    if second is None or second.mantissa <= first.mantissa:
        return None
    if second.scale == 1 and not (first.grouped and second.grouped):
        return None
    return second


def _read(text: str, start: int) -> Figures | None:
    """Read the figures that start at an offset, with line breaks inside them and the scale after them."""
    found = _AFTER_SIGN.match(text, start)
    if found is None or found["run"] is None:
        return None
    run, end = found["run"], found.end("run")
    if run.endswith(","):
        rest = _BROKEN.match(text, end) or (_BROKEN_HEAD.match(text, end) if len(run) <= 4 else None)
        if rest:
            run, end = run + _BLANKS.sub("", rest["rest"]), rest.end()
    elif spaced := _SPACED.match(text, end):
        run, end = run + _BLANKS.sub(",", spaced[0]), spaced.end()
    if end < len(text) and text[end].isdigit():
        return None
    digits = run.rstrip(",.")
    end -= len(run) - len(digits)
    mantissa = read_digits(digits)
    if mantissa is None or _NOT_MONEY.match(text, end):
        return None
    grouped, scale = not digits.replace(".", "").isdecimal(), 1
    if mantissa < _NO_SCALE_FROM and (word := _SCALE.match(text, end)):
        name = (word["scale"] or word["letter"]).lower()
        scale = _SCALES[name] * (100 if word["hundred"] else 1)
        if name == "m" and mantissa >= 1000:  # "$25,000M" is in thousands, as accountants write
            scale = 1000
        end = word.end()
    value = mantissa * scale
    if value == value.to_integral_value() and scale != 1:
        value = value.quantize(Decimal(1))
    return Figures(start, end, value, mantissa, scale, grouped)
