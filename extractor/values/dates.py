"""Calendar dates in the forms that contracts and their filers use, found in running text and read to ISO 8601."""

import calendar
from collections.abc import Iterator
from typing import Literal, NamedTuple

import regex

from extractor.values.dates_patterns import (
    BARE_BLANK,
    BEFORE_MONTH,
    BLANK_MONTH,
    BLANK_YEAR,
    LEADING_CUE,
    LONG_NUMBER,
    MONTH_ANCHOR,
    MONTH_DATE,
    NUMERIC,
    STATUTE,
)
from extractor.values.ordinals import parse_ordinal

Precision = Literal["day", "month", "year"]

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
# The farthest that a day, its suffix and "day of" reach back from the month.
_REACH = 90
_BLANK_REACH = 240
_LONGEST = 200


class DateMatch(NamedTuple):
    """A date in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        value: ``2001-09-28``; ``2001-09`` or ``2001`` where the document leaves the day or the month blank; None where
            it names a day that does not exist.
        precision: What the document gives.
        problem: Why there is no value (``impossible``), else None.
    """

    start: int
    end: int
    value: str | None
    precision: Precision
    problem: str | None


def scan_dates(text: str) -> Iterator[DateMatch]:
    r"""Find the dates in a text, in order and without overlaps.

    Args:
        text: Running text of any length; the work is linear in it.

    Yields:
        Every full calendar date, and every date whose day or month was left blank.

    Examples:
        >>> [m.value for m in scan_dates("dated as of May 1, 2006, August 9, 2007 and 3 January 2008")]
        ['2006-05-01', '2007-08-09', '2008-01-03']
        >>> [m.value for m in scan_dates("this 12th day of\n June, 2002 and 12/31/05 (section 2.10.1)")]
        ['2002-06-12', '2005-12-31']
        >>> [(m.value, m.precision) for m in scan_dates("April __, 1999; as of __________, 2001")]
        [('1999-04', 'month'), ('2001', 'year')]
        >>> list(scan_dates("February 30, 2001"))
        [DateMatch(start=0, end=17, value=None, precision='day', problem='impossible')]
    """
    found = sorted([*_with_month_names(text), *_numeric(text), *_blank_months(text)], key=lambda m: (m.start, -m.end))
    end = 0
    for match in found:
        if match.start >= end:
            yield match
            end = match.end


def parse_date(text: str) -> str | None:
    """Read a text that is one date and nothing else, save a cue before it ("dated as of", "this") and a comma after.

    Args:
        text: The date.

    Returns:
        The date in ISO 8601, at the precision the text gives; None if the text is no date or an impossible one.

    Examples:
        >>> [parse_date(t) for t in ("November 27th, 2000", "NOV. 27, 2000", "this 3 day of June, 2004", "10-28-98")]
        ['2000-11-27', '2000-11-27', '2004-06-03', '1998-10-28']
        >>> [parse_date(t) for t in ("March   , 2010", "________, 2001", "June 31, 2001", "June 2001 or so")]
        ['2010-03', '2001', None, None]
    """
    if len(text) > _LONGEST:
        return None
    whole = text.strip().rstrip(",;:. ")
    cue = LEADING_CUE.match(whole)
    bare = whole[cue.end() :] if cue else whole
    for candidate in (whole, bare):
        match = next(scan_dates(candidate), None)
        if match and match.start == 0 and match.end == len(candidate):
            return match.value
    blank = BARE_BLANK.fullmatch(bare)
    return blank["year"] if blank else None


def _with_month_names(text: str) -> Iterator[DateMatch]:
    """Dates that name their month."""
    for found in MONTH_DATE.finditer(text):
        if not MONTH_ANCHOR.match(text, found.start()) or not _stands_alone(text, found):
            continue
        match = _after_month(text, found) if found["day"] else _before_month(text, found)
        if match:
            yield match


def _after_month(text: str, found: regex.Match[str]) -> DateMatch | None:
    """A date whose day follows the month: "June 12, 2002"."""
    day = _day(found["day"])
    return None if day is None else _date(found.start(), found.end(), int(found["year"]), _month(found), day)


def _before_month(text: str, found: regex.Match[str]) -> DateMatch | None:
    """A date whose day stands before the month, or was left blank: "12th day of June, 2002", "June __, 2002"."""
    start, end = found.span()
    left = max(0, start - _REACH)
    before = None
    # A longer number just before the month is no day; no need to look closer.
    if not LONG_NUMBER.search(text[left:start]):
        before = BEFORE_MONTH.search(text[left:start])
    if before and not before["blank"]:
        day = _day(before["figures"] or before["words"])
        plain = not before["ordinal"] and not before["of"]
        # A number by itself must be a day and stand right there: over two line breaks it is the number of a page.
        if day is not None and not (plain and (day > 31 or found["blank"] or before[0].count("\n") > 1)):
            if found["year"]:
                return _date(left + before.start(), end, int(found["year"]), _month(found), day)
            if text[start - 1] == "-":  # 27-Nov-00
                return _date(left + before.start(), end, _full_year(found["short"]), _month(found), day)
    if not found["year"] or (found["blank"] is None and not (before and before["blank"])):
        return None
    begin = left + before.start() if before and before["blank"] else start
    return DateMatch(begin, end, f"{found['year']}-{_month(found):02}", "month", None)


def _month(found: regex.Match[str]) -> int:
    return _MONTHS[found["month"][:3].lower()]


def _day(written: str) -> int | None:
    # Typists and scanners confuse l and I with 1: "December 3l, 2008".
    figures = written.replace("l", "1").replace("I", "1")
    return int(figures) if figures.isdecimal() else parse_ordinal(written)


def _full_year(short: str) -> int:
    """Two-digit years: 50-99 are of the last century, 00-49 of this one."""
    return int(short) + (1900 if int(short) >= 50 else 2000)


def _stands_alone(text: str, found: regex.Match[str]) -> bool:
    """Whether a month name is one, and not the end of a word ("dismay").

    Filers glue quotes and blanks away, so "ANovember 24, 1998" must be read: a month written out with a capital before
    a day and a year is one wherever it stands.
    """
    start = found.start()
    if start == 0 or not text[start - 1].isalnum():
        return True
    name = found["month"]
    return bool(found["day"]) and name[0].isupper() and (name[1:].islower() or len(name) > 4)


# "Date: 3.26.01"
_DATE_LABEL = regex.compile(r"\bdated?\s*:\s*\Z", regex.I)


def _numeric(text: str) -> Iterator[DateMatch]:
    """Dates in figures alone: US month/day/year, day/month where only that can be, and ISO."""
    for found in NUMERIC.finditer(text):
        if found["y4"]:
            year, month, day = int(found["y4"]), int(found["m4"]), int(found["d4"])
        else:
            month, day, short = int(found["a"]), int(found["b"]), found["y"]
            year = _full_year(short) if len(short) == 2 else int(short)
            # With dots, day and month come in either order, and sections look the same: only 31.12.2005 is clear.
            if (
                found["mark"] == "."
                and (len(short) == 2 or max(month, day) <= 12)
                and not _DATE_LABEL.search(text[max(0, found.start() - 12) : found.start()])
            ):
                continue
            if found["mark"] == "-" and STATUTE.search(text[max(0, found.start() - 24) : found.start()]):
                continue
            if month > 12 >= day:
                month, day = day, month
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield _date(found.start(), found.end(), year, month, day)


def _blank_months(text: str) -> Iterator[DateMatch]:
    """Dates of which only the year was filled in; the blank is one only after words that announce a date."""
    for year in BLANK_YEAR.finditer(text):
        left = max(0, year.end() - _BLANK_REACH)
        blank = BLANK_MONTH.search(text[left : year.end()])
        if blank:
            yield DateMatch(left + blank.start("all"), year.end(), blank["year"], "year", None)


def _date(start: int, end: int, year: int, month: int, day: int) -> DateMatch:
    if 1 <= day <= calendar.monthrange(year, month)[1]:
        return DateMatch(start, end, f"{year}-{month:02}-{day:02}", "day", None)
    return DateMatch(start, end, None, "day", "impossible")
