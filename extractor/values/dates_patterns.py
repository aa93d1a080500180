r"""The patterns of `extractor.values.dates`, each repeat in them bounded, so that no input makes them slow.

``\s`` covers the no-break spaces that stand in a quarter of the filings.
"""

import re

import regex

from extractor.values.ordinals import ORDINAL_PATTERN
from extractor.values.rare import RareScan
from extractor.values.scan import Scan

_FLAGS = regex.IGNORECASE | regex.VERBOSE
_GAP = r"\s{0,60}+"
_YEAR = r"(?:19|20)\d\d(?!\d)"
# Also as scanners and typists leave it: "20t h", "29/th/", "1(st)", "29thday".
_SUFFIX = r"[/(]?(?:st|nd|rd|t\s?h)(?:[/)]|(?=day)|\b)"
# Signs that mark a place left to be filled in.
_MARK = r"_\[\]●•∙*?"
# "12th of June", "June 12th in the year 2002", "in the year of our Lord 1999".
_IN_YEAR = r"(?:(?:in|of)\s{1,9}+(?:the\s{1,9}+year\s{1,9}+)?+(?:of\s{1,9}+our\s{1,9}+lord\s{1,9}+)?+)?+"

_MONTH = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\.?"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)

_CAPITALISED = (
    "[JFMASOND](?:[Aa][Nn]|[Ee][Bb]|[Aa][RrYy]|[Pp][Rr]|[Uu][Gg]|[Uu][NnLl]|[Ee][Pp]|[Cc][Tt]|[Oo][Vv]|[Ee][Cc])"
)
_LOWER = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"

#: How a month is written that starts a date; "may" is one before figures only.
MONTH_ANCHOR = re.compile(rf"{_CAPITALISED}|{_LOWER}(?=[\s,]{{1,20}}[\d_\[])")

# A page break in the midst of a date, with the numbers of both pages.
_PAGE = r"(?:(?:\d{1,4}\s{1,40}+)?+<page>\s{0,20}+(?:\d{1,4}\s{1,40}+(?!,)){0,2}?)?"

#: A month and what follows: a day and a year; a blank and a year; or a year alone, the day then standing before it.
MONTH_DATE = Scan(
    rf"""
    (?P<month>{_MONTH})
    (?:
      {_GAP}[\-,]?{_GAP}(?:the\s{{1,9}}+)?+[\[_]{{0,20}}+\s?
      (?P<day>[\dlI]{{1,2}}+(?![\dl])|{ORDINAL_PATTERN})
      (?:\s?{_SUFFIX})?+\s?[\]_]{{0,20}}+
      {_GAP}[,.;\-]?,?{_GAP}{_PAGE}{_IN_YEAR}(?P<year>{_YEAR})
    |
      {_GAP}(?P<blank>
        \[[^\[\]\w]{{0,9}}+\w?\](?=,)|[{_MARK}][\s{_MARK}]{{0,80}}+(?:{_SUFFIX})?+|-{{1,20}}+(?=\s?,)|(?<=\s)(?=,)
      ),?
      {_GAP}(?P<year>{_YEAR})
    |
      {_GAP}[,\-/]?{_GAP}{_IN_YEAR}(?P<year>{_YEAR})
    |
      -(?P<short>\d\d)(?![\d\-/])
    )
    """,
    _FLAGS,
)

#: The day before a month, matched against the text up to the month: "12th day of", "3 day of", "27", "this ___ day of".
BEFORE_MONTH = regex.compile(
    rf"""
    (?:
      (?<![\w.$/\-])
      (?:(?P<figures>\d{{1,2}})(?P<ordinal>\s?{_SUFFIX})?|(?P<ordinal>(?P<words>{ORDINAL_PATTERN})))
      [\s\]_]{{0,20}}+(?:\([^()]{{1,30}}+\)\s{{0,20}}+)?+(?:,\s{{1,9}}+(?=day))?+
      (?:
        (?P<of>day\s{{1,30}}+(?:of\b)?+|of\b)\s{{0,30}}+(?:the\s{{1,9}}+month\s{{1,9}}+of\s{{1,9}}+)?+
      |
        -|(?<=\s)
      )
    |
      (?P<blank>(?:\b(?:this|the)\s[{_MARK}\s]{{0,80}}|[{_MARK}][{_MARK}\s]{{0,80}})(?:{_SUFFIX})?\s{{0,20}})
      day\s{{1,30}}+of\b\s{{0,30}}+
    )\Z
    """,
    _FLAGS,
)

#: What no day is, before a month: a year, or a part of a longer number.
LONG_NUMBER = re.compile(r"\d{3}\s{0,40}\Z")

#: Dates in figures alone. A separator or a digit on either side makes it something else: a section, a fraction, a
#: number; save the hyphen of a range of dates with slashes and full years ("1/1/2006-2/27/2008").
NUMERIC = Scan(
    r"""
    (?<![\w$./]|(?<!/\d{4})-)
    (?:
      (?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)
    |
      (?P<a>\d{1,2})(?P<mark>[/\-.])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d|\d\d)
    )
    (?![\d/%]|\.\d|-\d(?!\d?/\d\d?/\d{4}))
    """,
    regex.VERBOSE,
    start=r"\d{4}-\d\d-\d\d|\d{1,2}[/\-.]\d{1,2}[/\-.]\d\d",
)

#: Words before a number with hyphens that make it a section of a statute ("Section 11-1-10").
STATUTE = regex.compile(
    r"(?:§|\b(?:sections?|secs?|ss?|stat|code|ann|o\.c\.g\.a|articles?|art)\b\.?)[\s§]{0,9}\Z", regex.IGNORECASE
)

#: A year after a place left blank; what the blank is a part of shows in `BLANK_MONTH`.
BLANK_YEAR = RareScan(rf"(?:[{_MARK}]\s{{0,9}},?|\s,)\s{{0,9}}{_YEAR}")

_MARKED = rf"[{_MARK}][{_MARK}\s,]{{0,120}}+(?P<year>{_YEAR})"
_BARE_COMMA = rf"\s{{0,80}}+,\s{{0,9}}+(?P<year>{_YEAR})"

#: A blank and a year after words that announce a date, matched against the text up to the year's end.
BLANK_MONTH = regex.compile(
    r"\b(?:as\s{1,30}+of|dated?|day\s{1,30}+of)\b"
    rf"(?:[:\s]{{0,80}}+(?P<all>{_MARKED})|[:\s]?(?P<all>{_BARE_COMMA}))\Z",
    regex.IGNORECASE,
)

#: The same without such words, for a text that is handed over as a date.
BARE_BLANK = regex.compile(rf"\s{{0,80}}+{_MARKED}|{_BARE_COMMA}")

#: Words that a date may come with when it is handed over alone.
LEADING_CUE = regex.compile(
    r"(?:(?:dated|made|effective|entered\s{1,9}+into|as\s{1,9}+of|on|this|the|date)\b[:\s]{0,20}+){1,6}+",
    regex.IGNORECASE,
)
