"""Titles: what an instrument does, its number, what it amends; and where the title stands in the text."""

import pytest
from making.loans import PARTIES, loan, record

from extractor import extract_text
from extractor.extractors.titles import kinds_of, number_of, object_of

KINDS = [
    ("AMENDMENT NO. 6 TO LOAN AGREEMENT AND PROMISSORY NOTE", ["amendment"]),
    ("FIRST AMENDMENT TO CREDIT AGREEMENT AND WAIVER", ["amendment", "waiver"]),
    ("LIMITED WAIVER", ["waiver"]),
    ("CONSENT, WAIVER AND THIRD AMENDMENT", ["amendment", "waiver", "consent"]),
    ("CONSENT AND WAIVER", ["waiver", "consent"]),
    ("FORBEARANCE AGREEMENT", ["forbearance"]),
    ("FORBEARANCE AND SECOND AMENDMENT AGREEMENT", ["amendment", "forbearance"]),
    ("SECOND MODIFICATION OF NOTE AND LOAN AGREEMENT", ["amendment"]),
    ("LOAN MODIFICATION AGREEMENT", ["amendment"]),
    ("THIRD AMENDED AND RESTATED CREDIT AGREEMENT", ["restatement"]),
    ("AMENDED AND RESTATED PROMISSORY NOTE", ["restatement"]),
    ("AMENDMENT NO. 2 TO SECOND AMENDED AND RESTATED CREDIT AGREEMENT", ["amendment"]),
    ("JOINDER AGREEMENT", ["supplement"]),
    ("GUARANTOR JOINDER AND SUPPLEMENT NO. 3", ["supplement"]),
    ("INCREMENTAL TERM LOAN SUPPLEMENT", ["supplement"]),
    ("EXTENSION AGREEMENT", ["extension"]),
    ("AMENDMENT AND EXTENSION OF REVOLVING NOTE", ["amendment", "extension"]),
    ("EXTENSION AND MODIFICATION OF PROMISSORY NOTE", ["amendment", "extension"]),
    ("REVOLVING CREDIT AGREEMENT", ["agreement"]),
    ("LOAN AND SECURITY AGREEMENT", ["agreement"]),
    ("PROMISSORY NOTE", ["agreement"]),
    ("ALLONGE TO PROMISSORY NOTE", ["amendment"]),
    ("AGREEMENT OF LEASE", []),
    ("EMPLOYMENT AGREEMENT", []),
]


@pytest.mark.parametrize(("title", "kinds"), KINDS)
def test_kinds(title: str, kinds: list[str]) -> None:
    assert sorted(kinds_of(title)) == sorted(kinds)


NUMBERS = [
    ("AMENDMENT NO. 6 TO LOAN AGREEMENT", 6),
    ("Amendment No 6", 6),
    ("AMENDMENT NUMBER 6", 6),
    ("AMENDMENT NUMBER SIX", 6),
    ("AMENDMENT NO. SIX", 6),
    ("AMENDMENT NO. VI TO CREDIT AGREEMENT", 6),
    ("SIXTH AMENDMENT", 6),
    ("Amendment #2", 2),
    ("AMENDMENT # 2 TO NOTE", 2),
    ("Amendment Five", 5),
    ("9th Amendment to Credit Agreement", 9),
    ("NINTH (9TH) AMENDMENT TO CREDIT AGREEMENT", 9),
    ("2nd Amendment", 2),
    ("Twenty-First Amendment", 21),
    ("TWENTY FIRST AMENDMENT TO LOAN AGREEMENT", 21),
    ("AMENDMENT NO. 21", 21),
    ("Thirtieth Modification of Note", 30),
    ("LIMITED WAIVER AND NINTH AMENDMENT TO CREDIT AGREEMENT", 9),
    ("CONSENT AND AMENDMENT NO. 4 TO CREDIT AGREEMENT", 4),
    ("WAIVER NO. 3", 3),
    ("FIRST AMENDMENT TO THIRD AMENDED AND RESTATED CREDIT AGREEMENT", 1),
    ("AMENDMENT TO THIRD AMENDED AND RESTATED CREDIT AGREEMENT", None),
    ("THIRD AMENDED AND RESTATED CREDIT AGREEMENT", None),
    ("AMENDMENT TO CREDIT AGREEMENT", None),
    ("AMENDMENT TO FIRST LIEN CREDIT AGREEMENT", None),
    ("AMENDMENT TO 364-DAY CREDIT AGREEMENT", None),
    ("1998 AMENDMENT TO CREDIT AGREEMENT", None),
    ("OMNIBUS AMENDMENT AND WAIVER", None),
]


@pytest.mark.parametrize(("title", "number"), NUMBERS)
def test_numbers(title: str, number: int | None) -> None:
    assert number_of(title) == number


OBJECTS = [
    ("SIXTH AMENDMENT TO LOAN AND SECURITY AGREEMENT", "LOAN AND SECURITY AGREEMENT"),
    ("WAIVER AND THIRD AMENDMENT TO AMENDED AND RESTATED CREDIT AGREEMENT", "AMENDED AND RESTATED CREDIT AGREEMENT"),
    ("SECOND MODIFICATION OF PROMISSORY NOTE", "PROMISSORY NOTE"),
    ("Consent under Note Purchase Agreement", "Note Purchase Agreement"),
    ("SIXTH AMENDMENT", None),
    ("LOAN AND SECURITY AGREEMENT", None),
]


@pytest.mark.parametrize(("title", "amended"), OBJECTS)
def test_objects(title: str, amended: str | None) -> None:
    assert object_of(title) == amended


# Headings as filers set them, and the one title that stands in each.
HEADINGS = [
    ("one line", "SIXTH AMENDMENT TO CREDIT AGREEMENT", "SIXTH AMENDMENT TO CREDIT AGREEMENT"),
    (
        "over several lines",
        "SIXTH AMENDMENT\n                TO\n           CREDIT AGREEMENT",
        "SIXTH AMENDMENT TO CREDIT AGREEMENT",
    ),
    (
        "with blank lines between",
        "SIXTH AMENDMENT\n\n                TO\n\n           CREDIT AGREEMENT",
        "SIXTH AMENDMENT TO CREDIT AGREEMENT",
    ),
    (
        "an exhibit's number above",
        "EXHIBIT 10.8\n\n   SIXTH AMENDMENT TO CREDIT AGREEMENT",
        "SIXTH AMENDMENT TO CREDIT AGREEMENT",
    ),
    (
        "filer's heading",
        "<PAGE>\n\n                                    EX-10.8\n\n   SIXTH AMENDMENT TO CREDIT AGREEMENT",
        "SIXTH AMENDMENT TO CREDIT AGREEMENT",
    ),
    (
        "execution copy",
        "EXECUTION COPY\n\n   SIXTH AMENDMENT TO CREDIT AGREEMENT",
        "SIXTH AMENDMENT TO CREDIT AGREEMENT",
    ),
    (
        "date below",
        "SIXTH AMENDMENT TO CREDIT AGREEMENT\n\n     Dated as of June 15, 2004",
        "SIXTH AMENDMENT TO CREDIT AGREEMENT",
    ),
    ("ordinary letters", "Sixth Amendment to Credit Agreement", "Sixth Amendment to Credit Agreement"),
    (
        "two acts on two lines",
        "WAIVER AND SIXTH AMENDMENT\n     TO CREDIT AGREEMENT",
        "WAIVER AND SIXTH AMENDMENT TO CREDIT AGREEMENT",
    ),
    (
        "agreement over lines",
        "SIXTH AMENDMENT TO AMENDED AND RESTATED\n   REVOLVING CREDIT AND TERM LOAN AGREEMENT",
        "SIXTH AMENDMENT TO AMENDED AND RESTATED REVOLVING CREDIT AND TERM LOAN AGREEMENT",
    ),
    ("number on its own line", "AMENDMENT NO. 6\n\n   TO CREDIT AGREEMENT", "AMENDMENT NO. 6 TO CREDIT AGREEMENT"),
    ("no-break blanks", "SIXTH\u00a0AMENDMENT TO\u00a0CREDIT\u00a0AGREEMENT", "SIXTH AMENDMENT TO CREDIT AGREEMENT"),
    ("carriage returns", "SIXTH AMENDMENT\r\n          TO CREDIT AGREEMENT\r\n", "SIXTH AMENDMENT TO CREDIT AGREEMENT"),
]


@pytest.mark.parametrize(("heading", "title"), [pytest.param(*case[1:], id=case[0]) for case in HEADINGS])
def test_headings(heading: str, title: str) -> None:
    opening = f'This Sixth Amendment (this "Amendment"), dated as of June 15, 2004, is {PARTIES}.'
    found = extract_text(loan(opening=opening).replace("THIRD AMENDMENT TO CREDIT AGREEMENT", heading, 1)).instrument
    assert found.title is not None
    assert found.title.upper() == title.upper()
    assert found.amendment_number == 6


COVER_FOOTS = [
    "$250,000,000 Revolving Credit Facility",
    "REVOLVING LINE OF CREDIT OF UP TO $40,000,000",
    "$33,000,000 Construction Loan\n$7,000,000 Working Capital Loan\n\nAmount of Loan",
    "FIRST HARBOR INTERNATIONAL PLC\n\nas Facility Agent",
    "MORTGAGE GUARANTY COMPANY OF OHIO\n\nas Lender",
]


@pytest.mark.parametrize("foot", COVER_FOOTS)
def test_what_stands_at_the_foot_of_a_cover_page_is_no_title(foot: str) -> None:
    cover = f"CREDIT AGREEMENT\n\nDated as of June 15, 2004\n\namong\n\nACME TOOLS, INC.,\n\nas Borrower\n\n{foot}\n\n"
    opening = f'This Agreement (this "Agreement"), dated as of June 15, 2004, is {PARTIES}.'
    found = extract_text(cover + loan(title="", opening=opening)).instrument
    assert found.title == "CREDIT AGREEMENT"


def test_a_notes_amount_and_place_are_none_of_its_title() -> None:
    text = (
        "REVOLVING NOTE\n$2,500,000.00                   Springfield, Ohio\n                     June 1, 1998\n\n"
        '     FOR VALUE RECEIVED, Acme Tools, Inc. ("Maker") promises to pay to the order of First Harbor Bank ("Holder") the principal'
        " sum of $2,500,000.\n\n     IN WITNESS WHEREOF, Maker has signed.\n\nACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\n"
    )
    assert extract_text(text).instrument.title == "REVOLVING NOTE"


def test_title_in_the_opening_alone() -> None:
    opening = f'THIS SIXTH AMENDMENT TO CREDIT AGREEMENT (this "Amendment"), dated as of June 15, 2004, is {PARTIES}.'
    found = extract_text(loan(title="", opening=opening)).instrument
    assert (found.title, found.amendment_number) == ("SIXTH AMENDMENT TO CREDIT AGREEMENT", 6)


def test_number_in_the_opening_alone() -> None:
    opening = f'This Amendment No. 6 to Credit Agreement (this "Amendment"), dated as of June 15, 2004, is {PARTIES}.'
    found = record(title="AMENDMENT TO CREDIT AGREEMENT", opening=opening).instrument
    assert (found.title, found.amendment_number) == ("AMENDMENT TO CREDIT AGREEMENT", 6)


def test_letter_without_a_title() -> None:
    text = """\
                                                        June 15, 2004

Acme Tools, Inc.
1 Main Street
Springfield, Ohio 45501

Ladies and Gentlemen:

     Reference is made to the Credit Agreement dated as of March 1, 2000 (the "Credit Agreement") between Acme Tools, Inc. (the
"Borrower") and First Harbor Bank (the "Lender"). The Lender hereby waives the Event of Default under Section 7.1 of the Credit
Agreement for the quarter ended March 31, 2004.

                                        Very truly yours,

                                        FIRST HARBOR BANK

                                        By: /s/ John Q. Doe
                                        Title: Vice President

Accepted and agreed:

ACME TOOLS, INC.

By: /s/ Jane R. Roe
Title: Treasurer
"""
    found = extract_text(text)
    assert found.instrument.title is None
    assert [k.value for k in found.instrument.kinds] == ["waiver"]
    assert found.instrument.dated == "2004-06-15"
    assert found.amended_agreement is not None
    assert (found.amended_agreement.title, found.amended_agreement.dated) == ("Credit Agreement", "2000-03-01")
    assert {(p.name, *(r.value for r in p.roles)) for p in found.parties} == {
        ("Acme Tools, Inc.", "borrower"),
        ("First Harbor Bank", "lender"),
    }


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("1. Term. The facility is extended to June 15, 2005.", ["amendment", "extension"]),
        ("1. Term. The line is hereby extended to and including June 15, 2005.", ["amendment", "extension"]),
        ("1. Term. The Commitments are extended until the closing.", ["amendment", "extension"]),
        ("1. Term. The Maturity Date is extended to the third anniversary of the Closing.", ["amendment", "extension"]),
        ("1. Credit. Credit under the facility is extended to the Borrower.", ["amendment"]),
        ("1. Credit. Credit under the line is extended from time to time.", ["amendment"]),
    ],
)
def test_an_extension_is_one_of_time(body: str, kinds: list[str]) -> None:
    """Where the title says nothing; credit is extended to a borrower, too."""
    opening = f"This Letter Agreement, dated as of June 15, 2004, is {PARTIES}."
    found = record(title="LETTER AGREEMENT", opening=opening, body=body)
    assert [k.value for k in found.instrument.kinds] == kinds


def test_an_and_on_its_own_line_joins_two_names_of_instruments() -> None:
    from extractor import extract_text

    text = (
        "                             FORBEARANCE AGREEMENT\n                                      AND\n"
        "                     SIXTH AMENDMENT TO LOAN AND SECURITY\n                                   AGREEMENT\n\n\n"
        "     THIS FORBEARANCE AGREEMENT AND SIXTH AMENDMENT TO LOAN AND SECURITY AGREEMENT is dated May 3, 1999, by and "
        "among ACME, INC. and FERNDALE BANK, N.A.\n"
    )
    assert (
        extract_text(text).instrument.title
        == "FORBEARANCE AGREEMENT AND SIXTH AMENDMENT TO LOAN AND SECURITY AGREEMENT"
    )


def test_an_and_on_its_own_line_joins_the_other_documents() -> None:
    from extractor import extract_text

    text = (
        "FIRST AMENDMENT\nTO\nBUILDING LOAN AGREEMENT, DEED OF TRUST\nAND\nOTHER LOAN DOCUMENTS\n\n"
        "This FIRST AMENDMENT TO BUILDING LOAN AGREEMENT, DEED OF TRUST AND OTHER LOAN DOCUMENTS is dated May 3, 1999, by and "
        "among ACME, INC. and FERNDALE BANK, N.A.\n"
    )
    assert (
        extract_text(text).instrument.title
        == "FIRST AMENDMENT TO BUILDING LOAN AGREEMENT, DEED OF TRUST AND OTHER LOAN DOCUMENTS"
    )
