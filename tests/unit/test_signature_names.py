"""Names over signatures: branches, managers beside the name, regions, single words; worked out by hand."""

import time

import pytest
from making.loans import loan

from extractor import extract_text

OPENING = (
    "THIS THIRD AMENDMENT, dated as of June 15, 2004, is by and among ACME TOOLS, INC., an Ohio corporation "
    '(the "Borrower"), and the lenders party hereto.'
)
HEADS = [
    ("TRENT BANK, acting through its\nNew York Branch", "TRENT BANK, acting through its New York Branch"),
    ("TRENT BANK AG, acting through its Stamford Branch", "TRENT BANK AG, acting through its Stamford Branch"),
    (
        "TRENT OF MILAN, ACTING\nTHROUGH ITS CHICAGO BRANCH, as\na Lender",
        "TRENT OF MILAN, ACTING THROUGH ITS CHICAGO BRANCH",
    ),
    ("ORVILLE FUND II, L.P. by Orville\nAdvisers, LLC, its General Partner", "ORVILLE FUND II, L.P."),
    ("ORVILLE FUND II, L.P. by Orville Advisers, LLC, its General Partner", "ORVILLE FUND II, L.P."),
    ("TRENT BANK N.A. BY ITS CANADA BRANCH", "TRENT BANK N.A. BY ITS CANADA BRANCH"),
    ("Trent Financial Corporation (Southwest)", "Trent Financial Corporation (Southwest)"),
    ("Trent Irish Banks, p.l.c.", "Trent Irish Banks, p.l.c."),
    ("Trentix", "Trentix"),
]


@pytest.mark.parametrize(("head", "name"), HEADS)
def test_who_stands_over_a_signature(head: str, name: str) -> None:
    signatures = (
        "ACME TOOLS, INC.\n\nBy: /s/ Carl Poe\nName: Carl Poe\nTitle: Treasurer\n\n\n"
        f"{head}\n\nBy: /s/ Ann Lee\nName: Ann Lee\nTitle: Director\n"
    )
    found = extract_text(loan(opening=OPENING, signatures=signatures))
    assert [p.name for p in found.parties] == ["ACME TOOLS, INC.", name]
    assert [(s.name, s.party) for s in found.signatories] == [("Carl Poe", "ACME TOOLS, INC."), ("Ann Lee", name)]


@pytest.mark.parametrize(
    ("under", "title"),
    [
        ("ANN LEE\nCHIEF FINANCIAL OFFICER", "CHIEF FINANCIAL OFFICER"),
        ("ANN LEE\nVICE PRESIDENT, CORPORATE BANKING GROUP", "VICE PRESIDENT, CORPORATE BANKING GROUP"),
        ("Ann Lee\nCorporate Controller", "Corporate Controller"),
        ("Ann Lee\nSole Member", "Sole Member"),
        ("Ann Lee\nDuly Authorized Signatory", "Duly Authorized Signatory"),
        ("Ann Lee, Authorized Agent", "Authorized Agent"),
        ("Name/Title: Ann Lee, Chief Financial Officer", "Chief Financial Officer"),
        ("Name and Title: Ann Lee, Chief Financial Officer", "Chief Financial Officer"),
        ("Name... Ann Lee\nTitle... Treasurer", "Treasurer"),
    ],
)
def test_offices_with_words_of_companies_and_persons(under: str, title: str) -> None:
    signatures = f"ACME TOOLS, INC.\n\nBy: /s/ Ann Lee\n{under}\n\n\nFIRST HARBOR BANK\n\nBy: /s/ Bob Roe\nName: Bob Roe\nTitle: Director\n"
    found = extract_text(loan(opening=OPENING, signatures=signatures))
    assert [p.name for p in found.parties] == ["ACME TOOLS, INC.", "FIRST HARBOR BANK"]
    assert [(str(s.name).title(), s.title, s.party) for s in found.signatories] == [
        ("Ann Lee", title, "ACME TOOLS, INC."),
        ("Bob Roe", "Director", "FIRST HARBOR BANK"),
    ]


@pytest.mark.parametrize("word", ["Authorized", "Ratified", "Respectfully", "Enclosure"])
def test_a_word_that_stands_over_signatures_by_itself_is_no_party(word: str) -> None:
    signatures = f"ACME TOOLS, INC.\n\nBy: /s/ Ann Lee\n\n\n{word}\n\nBy: /s/ Bob Roe\n"
    found = extract_text(loan(opening=OPENING, signatures=signatures))
    assert [p.name for p in found.parties] == ["ACME TOOLS, INC."]


def test_a_company_with_the_word_copyright_signs() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Ann Lee\n\n\nCOPYRIGHT AGENCY OF OHIO, INC.\n\nBy: /s/ Bob Roe\n"
    found = extract_text(loan(opening=OPENING, signatures=signatures))
    assert ("Bob Roe", "COPYRIGHT AGENCY OF OHIO, INC.") in [(s.name, s.party) for s in found.signatories]


def test_a_long_rule_under_a_signature_takes_no_time() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Ann Lee\n" + "-" * 100_000 + " officer x\n"
    began = time.perf_counter()
    extract_text(loan(opening=OPENING, signatures=signatures))
    assert time.perf_counter() - began < 10


def test_docusigned_by_names_nobody() -> None:
    signatures = "ACME TOOLS, INC.\n\nDocuSigned by:\n/s/ Ann Lee\nName: Ann Lee\nTitle: Director\n"
    found = extract_text(loan(opening=OPENING, signatures=signatures))
    assert [(s.name, s.party) for s in found.signatories] == [("Ann Lee", "ACME TOOLS, INC.")]


def test_a_term_in_brackets_below_the_name_beside_an_attester() -> None:
    signatures = (
        "ATTEST:                              NORWAKE TELEPHONE COMPANY\n"
        '                                     ("Borrower")\n\n'
        "/s/ Jane Roe                         By: /s/ Ann Lee\n"
        "----------------                         ----------------------\n"
        "Secretary                            Title: President\n"
    )
    opening = OPENING.replace("ACME TOOLS, INC., an Ohio corporation", "NORWAKE TELEPHONE COMPANY, an Ohio corporation")
    found = extract_text(loan(opening=opening, signatures=signatures))
    assert [(s.name, s.title, s.party) for s in found.signatories] == [
        ("Ann Lee", "President", "NORWAKE TELEPHONE COMPANY")
    ]


def test_guarantors_listed_below() -> None:
    signatures = (
        "FIRST HARBOR BANK, as Agent\n\nby /s/ Bob Roe\nName: Bob Roe\nTitle: Director\n\n\n"
        "Each of the SUBSIDIARY GUARANTORS listed below,\nas to the reaffirmation of its obligations under\nthe Guarantee Agreement:\n\n"
        "ACME TENTS, INC.\nACME CANOE COMPANY\n\nby /s/ Ann Lee\nName: Ann Lee\nTitle: Secretary\n"
    )
    found = extract_text(loan(opening=OPENING, signatures=signatures))
    assert {
        p.name: [r.value for r in p.roles]
        for p in found.parties
        if p.name.startswith("ACME ") and "TOOLS" not in p.name
    } == {
        "ACME TENTS, INC.": ["guarantor"],
        "ACME CANOE COMPANY": ["guarantor"],
    }
