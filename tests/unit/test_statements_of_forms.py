"""Dates, titles and parties in sentences and headings that a line's end, a bracket or another instrument's name parts."""

import pytest
from making.loans import record

from extractor import Record, extract_text


def _maturities(found: Record) -> list[str]:
    return sorted(str(d.value) for d in found.dates if d.role.value == "maturity")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            'The definition of "Maturity Date" in Section 1.1 is amended by substituting "May 1, 2006" for "November 18, 2003".',
            ["2006-05-01"],
        ),
        (
            'Section 1 is amended by deleting the date "April 2, 2005" in the definition of "Revolving Loan Maturity Date" and'
            ' substituting in place thereof the date "September 30, 2004".',
            ["2004-09-30"],
        ),
        # The term loan's is as it was.
        (
            'Section 1 is amended by deleting the date "April 2, 2005" in the definition of "Revolving Loan Maturity Date" and'
            ' substituting in place thereof the date "September 30, 2004".\n\n     The Term Loan is payable in quarterly'
            " instalments, with the entire remaining balance payable on April 2, 2005.",
            ["2004-09-30", "2005-04-02"],
        ),
        ("Term - the period commencing on the Closing Date and ending on\n     January 31, 2006.", ["2006-01-31"]),
        (
            'The definition of "Maturity Date" is amended to mean June 28, 2006, or if the Term has been extended in'
            " accordance with this Agreement, August 30, 2006.",
            ["2006-06-28", "2006-08-30"],
        ),
        ("Terms of the Loan.\n\nMaturity: March 1, 2005", ["2005-03-01"]),
        ("The holders have agreed to defer all payments of interest of $150,000 due on March 1, 2005.", []),
        ("Failure to pay the principal installment on the Term Loans due September 30, 2002.", []),
    ],
)
def test_maturities(body: str, expected: list[str]) -> None:
    assert _maturities(record(body=f"1. Amendment. {body}")) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Subject to the conditions precedent specified in Section 4 below, but effective as of the date hereof, the Credit"
            " Agreement is amended as follows.",
            "2004-06-15",
        ),
        ("The following is inserted:\n\n     Third Amendment Effective Date. August 10, 2004.", "2004-08-10"),
        ("The Plan described in Section 4 below and effective as of the date hereof is unchanged.", None),
    ],
)
def test_effect(body: str, expected: str | None) -> None:
    assert record(body=f"1. Amendment. {body}").instrument.effective_date == expected


def test_a_line_that_ends_within_a_bracket_begins_no_opening() -> None:
    text = """\
                     AMENDMENT NUMBER THREE TO
                    LOAN AND SECURITY AGREEMENT

     This AMENDMENT NUMBER THREE TO LOAN AND SECURITY AGREEMENT (this
"Amendment") is entered into as of October 14, 1998, by and between
HARBOR CAPITAL CORPORATION, a California corporation ("Harbor"), and
ACME TOOLS, INC., a California corporation ("Borrower").
"""
    assert extract_text(text).instrument.title == "AMENDMENT NUMBER THREE TO LOAN AND SECURITY AGREEMENT"


def test_whom_a_letter_goes_to_is_none_of_its_title() -> None:
    text = """\
                         LETTER AMENDMENT NO. 2

                                              As of June 15, 1995

To each of the Noteholders
   listed on Schedule A hereto

Ladies and Gentlemen:

     We refer to the Note Purchase Agreements dated as of September 30, 1991 between
Acme Milling Company, a Missouri corporation (the "Company"), and each of you.
"""
    assert extract_text(text).instrument.title == "LETTER AMENDMENT NO. 2"


def test_a_date_of_effect_beside_the_date() -> None:
    text = """\
                       REVOLVING CREDIT FACILITY AGREEMENT

This REVOLVING CREDIT FACILITY AGREEMENT (as amended or restated from time to time, this
"Agreement"), dated as of August 31, 2013 and effective as of December [*], 2013 (the
"Closing Date"), is executed by and among ACME TOOLS, INC., a corporation incorporated under
the laws of the State of Nevada (the "Borrower"), and HARBOR FUND, LP (the "Lender").
"""
    assert extract_text(text).instrument.dated == "2013-08-31"


def test_a_note_that_supercedes_another_has_not_its_date() -> None:
    text = """\
               AMENDED AND RESTATED CONVERTIBLE PROMISSORY NOTE

June 5, 2014                                                US$1,200,000

FOR VALUE RECEIVED, ACME TOOLS, INC., a Nevada corporation (the "Borrower"), promises to pay
to the order of HARBOR FUND, LP (the "Lender") the principal sum of $1,200,000. This Note
amends, restates, replaces and supercedes, in its entirety, that certain revolving
convertible promissory note, dated as of August 31, 2013 (the "Original Note").
"""
    found = extract_text(text)
    assert found.instrument.dated == "2014-06-05"
    assert found.amended_agreement is not None
    assert found.amended_agreement.dated == "2013-08-31"


def test_the_date_of_an_assignment_is_not_that_of_what_it_regards() -> None:
    recital = """\
WHEREAS, Old Bank, the Borrower and the Lender entered into that certain Consolidated, Amended and
Restated Construction Loan Agreement dated as of March 30, 2003 (the "First Loan Agreement"); and

     WHEREAS, Old Bank assigned the agency under the First Loan Agreement to First Harbor Bank pursuant to that
certain Assignment and Assumption of Agency with respect to Consolidated, Amended and Restated
Construction Loan Agreement and Other Loan Documents dated as of October 1, 2003;"""
    found = record(title="SECOND CONSOLIDATED, AMENDED AND RESTATED CONSTRUCTION LOAN AGREEMENT", recital=recital)
    assert found.amended_agreement is not None
    assert found.amended_agreement.dated == "2003-03-30"


def test_an_agent_and_the_borrower_without_a_comma() -> None:
    text = """\
                       CONSTRUCTION LOAN AGREEMENT

THIS CONSTRUCTION LOAN AGREEMENT ("Agreement") is made as of May 3, 2010 by and among each lender
from time to time a party hereto (individually, a "Lender"), and Bank of Albion, N.A., a national
banking association as Administrative Agent and Acme Logistics, LLC, a Delaware limited liability
company ("Borrower"), who agree as follows:
"""
    parties = {p.name: [r.value for r in p.roles] for p in extract_text(text).parties}
    assert parties == {"Bank of Albion, N.A.": ["agent"], "Acme Logistics, LLC": ["borrower"]}
