"""Calendar dates of a whole document, each once, with its role; worked out by hand."""

import pytest
from making.loans import codes, loan, record

from extractor import extract_text


def dates(sentence: str) -> dict[str, str]:
    """Role by value of an amendment whose operative part says so, without the two dates of its opening and recital."""
    found = record(body=f"1. Terms. {sentence}").dates
    return {d.value: d.role.value for d in found if d.value not in ("2004-06-15", "2000-03-01")}


def test_of_opening_and_recital() -> None:
    assert [(d.value, d.role.value) for d in record().dates] == [("2004-06-15", "dated"), ("2000-03-01", "agreement")]


MATURITY = [
    ('"Maturity Date" means June 30, 2007.', {"2007-06-30": "maturity"}),
    (
        'The definition of "Termination Date" is amended to read: "Termination Date" shall mean June 30, 2007.',
        {"2007-06-30": "maturity"},
    ),
    ("The Maturity Date is hereby extended to June 30, 2007.", {"2007-06-30": "maturity"}),
    (
        "The Maturity Date is extended from June 30, 2005 to June 30, 2007.",
        {"2005-06-30": "other", "2007-06-30": "maturity"},
    ),
    ("The Note matures on June 30, 2007.", {"2007-06-30": "maturity"}),
    ("The entire unpaid principal is due and payable in full on June 30, 2007.", {"2007-06-30": "maturity"}),
    (
        'In the definition of "Maturity Date" the date "June 30, 2005" is deleted and the date "June 30, 2007" is substituted therefor.',
        {"2005-06-30": "other", "2007-06-30": "maturity"},
    ),
    (
        'By deleting "June 30, 2005" from the definition of Termination Date and inserting "June 30, 2007" in its place.',
        {"2005-06-30": "other", "2007-06-30": "maturity"},
    ),
    ("The Commitments expire on June 30, 2007.", {"2007-06-30": "maturity"}),
    (
        '"Revolving Loan Termination Date" means the earlier of (a) June 30, 2007 and (b) the date on which the Commitments end.',
        {"2007-06-30": "maturity"},
    ),
    ("The first installment is due on June 30, 2007.", {"2007-06-30": "other"}),
    ("For the fiscal quarter ended June 30, 2007 the ratio is 2.0 to 1.0.", {"2007-06-30": "other"}),
    ("The Borrower shall deliver financial statements by June 30, 2007.", {"2007-06-30": "other"}),
]


@pytest.mark.parametrize(("sentence", "expected"), MATURITY)
def test_maturity(sentence: str, expected: dict[str, str]) -> None:
    assert dates(sentence) == expected


FORMS = [
    ("this 12th day of June, 2002", "2002-06-12"),
    ("12/31/05", "2005-12-31"),
    ("30 June 2001", "2001-06-30"),
    ("December 31st, 1999", "1999-12-31"),
    ("Dec. 31, 1999", "1999-12-31"),
    ("the thirty-first day of December, 1999", "1999-12-31"),
    ("MAY 1, 2001", "2001-05-01"),
    ("May 1 , 2001", "2001-05-01"),
    ("May\n     1, 2001", "2001-05-01"),
    ("2001-05-01", "2001-05-01"),
    ("February 29, 2000", "2000-02-29"),
]


@pytest.mark.parametrize(("form", "value"), FORMS)
def test_forms(form: str, value: str) -> None:
    assert list(dates(f"The Lender was told on {form}.")) == [value]


def test_prior_amendments_dates() -> None:
    recital = 'WHEREAS, the Borrower and the Lender are parties to a Credit Agreement dated as of March 1, 2000, as amended by Amendment No. 1 dated May 1, 2001 (the "Credit Agreement");'
    assert {d.value: d.role.value for d in record(recital=recital).dates}["2001-05-01"] == "prior_amendment"


def test_filing_date_above_the_title() -> None:
    text = "Filed with the Commission on July 1, 2004\n\n" + loan()
    assert {d.value: d.role.value for d in extract_text(text).dates}["2004-07-01"] == "filing"


def test_every_place_is_evidence() -> None:
    text = loan(body="1. From July 1, 2004 on, and not before July 1, 2004, the rate is 5%.")
    (found,) = [d for d in extract_text(text).dates if d.value == "2004-07-01"]
    assert [text[e.start : e.end] for e in found.evidence] == ["July 1, 2004", "July 1, 2004"]


IMPOSSIBLE = ["February 30, 2001", "February 29, 2001", "June 31, 2004", "the 31st day of April, 2003"]


@pytest.mark.parametrize("form", IMPOSSIBLE)
def test_impossible(form: str) -> None:
    text = loan(body=f"1. The Loans shall be repaid on {form}.")
    found = extract_text(text)
    (odd,) = [d for d in found.diagnostics if d.code == "date.impossible"]
    assert odd.severity == "warning"
    assert [text[e.start : e.end] for e in odd.evidence] == [odd.evidence[0].text]
    assert odd.evidence[0].text in form
    assert {d.value for d in found.dates} == {"2004-06-15", "2000-03-01"}


@pytest.mark.parametrize(
    "form",
    [
        "Section 2.10",
        "12.31",
        "1-800-555-1212",
        "Sections 4.1 and 5.2",
        "2.5 to 1.0",
        "May the Lender so wish",
        "3/4 of 1%",
        "24/7",
    ],
)
def test_no_dates(form: str) -> None:
    found = record(body=f"1. The words {form} stand here.")
    assert {d.value for d in found.dates} == {"2004-06-15", "2000-03-01"}
    assert "date.impossible" not in codes(found)
