"""Dates: every form in which filed contracts write them, and what only looks like one."""

import pytest

from extractor.values.dates import DateMatch, parse_date, scan_dates

FULL = [
    ("November 27, 2000", "2000-11-27"),
    ("November 27 , 2000", "2000-11-27"),
    ("November 27 2000", "2000-11-27"),
    ("November 27,2000", "2000-11-27"),
    ("November 27. 2000", "2000-11-27"),
    ("November27, 2000", "2000-11-27"),
    ("November 27th, 2000", "2000-11-27"),
    ("November the 27th, 2000", "2000-11-27"),
    ("November 27th of 2000", "2000-11-27"),
    ("November 27th, in the year 2000", "2000-11-27"),
    ("NOVEMBER 27, 2000", "2000-11-27"),
    ("november 27, 2000", "2000-11-27"),
    ("Nov. 27, 2000", "2000-11-27"),
    ("Nov 27, 2000", "2000-11-27"),
    ("Sept. 1, 1999", "1999-09-01"),
    ("May 5, 2003", "2003-05-05"),
    ("MAY 5, 2003", "2003-05-05"),
    ("September 30 of 1998", "1998-09-30"),
    ("November [27], 2000", "2000-11-27"),
    ("November _27_, 2000", "2000-11-27"),
    ("November twenty-seventh, 2000", "2000-11-27"),
    ("September\n 21, 2007", "2007-09-21"),
    ("September  21,\n\n  2007", "2007-09-21"),
    ("September\xa021,\xa02007", "2007-09-21"),
    ("September\t21,\t2007", "2007-09-21"),
    ("September 30,\n\n<PAGE>   40\n35\n\n2000", "2000-09-30"),
    ("December 3l, 2008", "2008-12-31"),
    ("March 7t h, 2018", "2018-03-07"),
    ("September 30/th/, 1999", "1999-09-30"),
    ("27 November 2000", "2000-11-27"),
    ("27 November, 2000", "2000-11-27"),
    ("27th November, 2000", "2000-11-27"),
    ("30 June 2001", "2001-06-30"),
    ("27th of November, 2000", "2000-11-27"),
    ("27-Nov-2000", "2000-11-27"),
    ("27-Nov-00", "2000-11-27"),
    ("01-Oct-98", "1998-10-01"),
    ("12th day of June, 2002", "2002-06-12"),
    ("12th day of june, 2002", "2002-06-12"),
    ("12TH DAY OF JUNE 2002", "2002-06-12"),
    ("12th day of June in the year 2002", "2002-06-12"),
    ("12th day of June, in the year of our Lord 2002", "2002-06-12"),
    ("12th day of the month of June, 2002", "2002-06-12"),
    ("12th day\nof June,\n2002", "2002-06-12"),
    ("15th, day of January, 1999", "1999-01-15"),
    ("29thday of September, 1997", "1997-09-29"),
    ("29/th/ day of February, 2000", "2000-02-29"),
    ("20t h day of December 2018", "2018-12-20"),
    ("31st day of December, 2003", "2003-12-31"),
    ("3 day of September, 2004", "2004-09-03"),
    ("twelfth day of June, 2002", "2002-06-12"),
    ("thirty-first day of May, 1999", "1999-05-31"),
    ("thirtieth (30th) day of June, 2012", "2012-06-30"),
    ("12/31/05", "2005-12-31"),
    ("12/31/2005", "2005-12-31"),
    ("1/2/98", "1998-01-02"),
    ("01/02/1998", "1998-01-02"),
    ("10-28-98", "1998-10-28"),
    ("3-14-2018", "2018-03-14"),
    ("31/12/2005", "2005-12-31"),
    ("2005-12-31", "2005-12-31"),
    ("31.12.2005", "2005-12-31"),
    ("12.31.2005", "2005-12-31"),
    ("1/1/49", "2049-01-01"),
    ("1/1/50", "1950-01-01"),
    ("February 29, 2000", "2000-02-29"),
]

REDUCED = [
    ("April __, 1999", "1999-04", "month"),
    ("April __ 1999", "1999-04", "month"),
    ("April ___th, 1999", "1999-04", "month"),
    ("April [__], 1999", "1999-04", "month"),
    ("April [  ], 1999", "1999-04", "month"),
    ("April [●], 1999", "1999-04", "month"),
    ("April [Ÿ], 1999", "1999-04", "month"),
    ("April ●, 1999", "1999-04", "month"),
    ("April --, 1999", "1999-04", "month"),
    ("March   , 2010", "2010-03", "month"),
    ("March\xa0\xa0, 2010", "2010-03", "month"),
    ("March\n, 2010", "2010-03", "month"),
    ("____ day of March, 2010", "2010-03", "month"),
    ("the       day of March, 2010", "2010-03", "month"),
    ("this ___ day of March 2010", "2010-03", "month"),
]


@pytest.mark.parametrize(("written", "value"), FULL)
@pytest.mark.parametrize("frame", ["{}", "dated as of {}, by and among", "on ({})", "“{}”", "(a)\n{};"])
def test_full_dates(written: str, value: str, frame: str) -> None:
    text = frame.format(written)
    [match] = scan_dates(text)
    assert match == DateMatch(text.index(written), text.index(written) + len(written), value, "day", None)


@pytest.mark.parametrize(("written", "value"), FULL)
def test_parse_date(written: str, value: str) -> None:
    assert parse_date(written) == value
    assert parse_date(f" {written}, ") == value


@pytest.mark.parametrize(("written", "value", "precision"), REDUCED)
def test_blank_days(written: str, value: str, precision: str) -> None:
    text = f"effective as of {written} (the date)"
    [match] = scan_dates(text)
    assert (match.value, match.precision, match.problem) == (value, precision, None)
    assert text[match.start : match.end] == written
    assert parse_date(written) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dated as of __________, 2001", "2001"),
        ("as of ____ __, 2001", "2001"),
        ("as of [          ], 2001", "2001"),
        ("as of [____] [__], 2001", "2001"),
        ("as of                , 2001", "2001"),
        ("Dated: ____________, 2001", "2001"),
        ("this ____ day of __________, 2001", "2001"),
        ("the day of __ , 2001", "2001"),
        ("the 3rd day of ________ 2001", "2001"),
        ("as of ●, 2001", "2001"),
    ],
)
def test_blank_months(text: str, value: str) -> None:
    [match] = scan_dates(text)
    assert (match.value, match.precision) == (value, "year")
    assert parse_date(text[match.start : match.end]) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "as amended as of May 1, 2006, August 9, 2007 and January 3, 2008",
            ["2006-05-01", "2007-08-09", "2008-01-03"],
        ),
        ("from January 1, 2000 through March 31, 2000", ["2000-01-01", "2000-03-31"]),
        # Only the last is a full date; the labellers gave the others no year.
        ("March 31, June 30 and September 30, 1998", ["1998-09-30"]),
        ("January 1 through March 31, 2000", ["2000-03-31"]),
        ("From 1/1/2006-2/27/2008", ["2006-01-01", "2008-02-27"]),
        ("as of May 1, 2001 and 2 June 2001; 3/4/01", ["2001-05-01", "2001-06-02", "2001-03-04"]),
        ('ANovember 24, 1998" and asofMay 3, 1999', ["1998-11-24", "1999-05-03"]),
        ("December 31, 1998, 1999 and 2000", ["1998-12-31"]),
        ("page 12 of the Agreement dated May 1, 2001", ["2001-05-01"]),
        ("12\n\nMarch, 2001", []),
    ],
)
def test_several(text: str, values: list[str]) -> None:
    assert [match.value for match in scan_dates(text)] == values


@pytest.mark.parametrize(
    "written",
    ["February 30, 2001", "June 31, 2001", "February 29, 2001", "31st day of June, 2001", "May 45, 2001", "2/30/2001"],
)
def test_impossible(written: str) -> None:
    text = f"on {written}."
    [match] = scan_dates(text)
    assert (match.value, match.problem, text[match.start : match.end]) == (None, "impossible", written)
    assert parse_date(written) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Section 2.10.1 and 2.10.01",
        "a ratio of 1/2/3",
        "Section 5-1-2",
        "O.C.G.A. § 13-1-11",
        "Section 11-1-10",
        "24/7",
        "6-1/2 %",
        "1/100 of 1%",
        "$12/31/05",
        "5/12/31/05",
        "12/31/05/6",
        "12-31-05-7",
        "1-12-31-05",
        "call 212-555-2001 or 1-800-555-1212",
        "ZIP 60601-2001",
        "CUSIP 12345-10-2001",
        "ISBN 0-13-110362-8",
        "parcel 14-16-379-004",
        "13/13/2005",
        "12/31/1805",
        "in June 2001",
        "in March, 2010",
        "the last day of June, 2004",
        "each Business Day of June, 2004",
        "the fiscal year 2001",
        "the borrower may, 2001 notwithstanding",
        "dismay 5, 2001",
        "January 1, 1899",
        "January 1, 2100",
        "January 1, 20010",
        "45 June 2001",
        "________, 2001",
        "as of 2001",
        "December o, 2005",
    ],
)
def test_no_dates(text: str) -> None:
    assert list(scan_dates(text)) == []


def test_year_without_cue_is_a_date_only_when_handed_over() -> None:
    assert parse_date("__________, 2001") == "2001"
    assert parse_date("2001") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dated as of November 27, 2000", "2000-11-27"),
        ("this 12th day of June, 2002", "2002-06-12"),
        ("as of the 3 day of September, 2004", "2004-09-03"),
        ("November 27, 2000 or later", None),
        ("about November 27, 2000", None),
        ("x" * 500, None),
        ("", None),
    ],
)
def test_parse_date_takes_the_whole_text(text: str, value: str | None) -> None:
    assert parse_date(text) == value


def test_figures_with_dots_are_a_date_behind_its_label_only() -> None:
    text = "DATE: 3.26.01 as Section 3.26.01 says; Dated: 12.6.2005"
    assert [date.value for date in scan_dates(text)] == ["2001-03-26", "2005-12-06"]
