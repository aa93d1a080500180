"""What cover pages, definitions and formulas call those who lend and those who answer for the loan; worked out by hand."""

import pytest

from extractor import Record, extract_text

SIGNED = """\
     IN WITNESS WHEREOF, the parties have executed this Agreement.

ORVANE DRILLING, INC.

By: /s/ Jane Roe
    Jane Roe
    President

HARBOR NATIONAL BANK, N.A., as Agent and a Lender

By: /s/ John Doe
    John Doe
    Director

PELHAM BANK CORP.

By: /s/ Ann Lee
    Ann Lee
    Vice President
"""
OPENING = """\
     This Credit Agreement is dated as of May 1, 1999 among Orvane Drilling, Inc., a Nevada corporation (the "Borrower"),
the Lenders listed on the signature pages and Harbor National Bank, N.A., as Agent.

"""


def roles(of: Record) -> dict[str, set[str]]:
    """The roles by party."""
    return {party.name: {role.value for role in party.roles} for party in of.parties}


def cover(lines: str) -> str:
    """A credit agreement with these lines at the foot of its cover page."""
    return (
        "CREDIT AGREEMENT\n\ndated as of\n\nMay 1, 1999\n\namong\n\nOrvane Drilling, Inc.,\nas Borrower\n\nThe Lenders Listed Herein\n\nand\n\n"
        f"Harbor National Bank, N.A.,\nas Agent\n\n{lines}\n\n<PAGE>\n\nTABLE OF CONTENTS\n\nARTICLE I   DEFINITIONS ........ 1\n\n<PAGE>\n\nCREDIT AGREEMENT\n\n"
        f"{OPENING}     The Lenders shall make loans to the Borrower.\n\n{SIGNED}"
    )


@pytest.mark.parametrize(
    ("lines", "agents", "arrangers"),
    [
        ("Pelham Bank Corp., Senior Managing Agent", ["Pelham"], []),
        ("Dunmore Securities Inc., Arranger\n\nPelham Bank Corp., Syndication Agent", ["Pelham"], []),
        ("PELHAM BANK CORP.\nas Sole Arranger and Bookrunner", [], ["Pelham"]),
        ("PELHAM BANK CORP.,\nas Lead Manager", [], ["Pelham"]),
        (
            "PELHAM BANK CORP.,\nas a Lender\nDated as of May 1, 1999\nDunmore Securities LLC,\nas Sole Lead Arranger",
            [],
            [],
        ),
    ],
)
def test_what_the_cover_page_calls_lenders(lines: str, agents: list[str], arrangers: list[str]) -> None:
    found = roles(extract_text(cover(lines)))
    assert found["Harbor National Bank, N.A."] == {"agent", "lender"}
    pelham = next(told for name, told in found.items() if name.upper().startswith("PELHAM"))
    assert pelham == {"lender"} | {"agent" for _ in agents} | {"arranger" for _ in arrangers}
    assert not any("Dunmore" in name for name in found)


@pytest.mark.parametrize(
    "definition",
    [
        '"L/C Issuer" means Harbor National Bank in its capacity as issuer of Letters of Credit.',
        '"ISSUING BANK" shall mean Harbor National Bank, N.A.',
        '"Issuing Bank" means Harbor National Bank or any successor.',
    ],
)
def test_the_bank_that_a_definition_has_issue_letters_of_credit(definition: str) -> None:
    text = (
        f"CREDIT AGREEMENT\n\n{OPENING}     The Lenders shall make loans to the Borrower.\n\n{definition}\n\n{SIGNED}"
    )
    found = roles(extract_text(text))
    assert found["Harbor National Bank, N.A."] == {"agent", "lender", "issuer"}
    assert all("issuer" not in told for name, told in found.items() if not name.startswith("Harbor"))


def test_a_bank_of_a_longer_name_does_not_issue_for_the_shorter_one() -> None:
    definition = '"Issuing Bank" means Harbor National Bank Trust Company of Ohio.'
    text = (
        f"CREDIT AGREEMENT\n\n{OPENING}     The Lenders shall make loans to the Borrower.\n\n{definition}\n\n{SIGNED}"
    )
    assert "issuer" not in roles(extract_text(text))["Harbor National Bank, N.A."]


def test_who_signs_as_a_credit_party_and_no_borrower_answers_for_the_loan() -> None:
    formula = "\n<PAGE>\n\nThe following Persons are signatories to this Agreement in their capacity as\nCredit Parties and not as Borrowers.\n\n"
    signed = "ORVANE PARTS, INC.\n\n\nBy:____________\nName:\nTitle:\n\n\nORVANE CREDIT CORP.\n\n\nBy:____________\nName:\nTitle:\n"
    opening = OPENING.replace("the Lenders listed", "the other Credit Parties signatory hereto, the Lenders listed")
    found = roles(
        extract_text(
            f"CREDIT AGREEMENT\n\n{opening}     The Lenders shall make loans to the Borrower.\n\n{SIGNED}{formula}{signed}"
        )
    )
    assert found["ORVANE PARTS, INC."] == found["ORVANE CREDIT CORP."] == {"guarantor"}


def test_subsidiaries_that_are_the_borrower_too_sign_behind_the_bank() -> None:
    found = extract_text(
        """\
                                CREDIT AGREEMENT

     This Credit Agreement is made as of May 1, 1999 between ORVANE DRILLING, INC., a Nevada corporation ("Orvane") and its
Subsidiaries as hereinafter defined (collectively, "Borrower"), and FIRST HARBOR BANK ("Bank").

     Bank shall make loans to Borrower.

     IN WITNESS WHEREOF, Borrower and Bank have executed this Agreement.

FIRST HARBOR BANK

By  /s/ John Doe
Name:  John Doe
Title: Vice President

ORVANE DRILLING, INC.

By  /s/ Jane Roe
Name:  Jane Roe
Title: President

ORVANE PARTS, INC.

By  /s/ Jane Roe
Name:  Jane Roe
Title: President
"""
    )
    assert roles(found) == {
        "ORVANE DRILLING, INC.": {"borrower"},
        "FIRST HARBOR BANK": {"lender"},
        "ORVANE PARTS, INC.": {"borrower"},
    }


def test_a_term_that_is_a_name_is_spoken_of_without_its_comma() -> None:
    opening = (
        'CREDIT AGREEMENT\n\nThis agreement is dated as of May 1, 2010 between ORVANE, INC., a Nevada corporation ("Orvane, Inc."); ORVANE PARTS, LLC, a Nevada '
        'limited liability company ("Parts") (Orvane Inc.; and Parts are individually and collectively, "Borrower") and HARBOR FINANCE, INC., a Delaware '
        'corporation ("Lender").\n\nLender shall lend Borrower $1,000,000.\n'
    )
    assert roles(extract_text(opening)) == {
        "ORVANE, INC.": {"borrower"},
        "ORVANE PARTS, LLC": {"borrower"},
        "HARBOR FINANCE, INC.": {"lender"},
    }


def test_a_term_defined_elsewhere_tells_who_guarantees() -> None:
    body = (
        '"Company" means Orvane Drilling, Inc., a Nevada corporation.\n\n     Section 10.01. The Company hereby unconditionally and absolutely guarantees '
        "the full and punctual payment of the loans made to each Eligible Subsidiary.\n\n"
    )
    opening = OPENING.replace(' (the "Borrower")', " and its Eligible Subsidiaries").replace(
        ", a Nevada corporation", ""
    )
    found = roles(extract_text(f"CREDIT AGREEMENT\n\n{opening}     The Lenders shall make loans.\n\n{body}{SIGNED}"))
    assert found["Orvane Drilling, Inc."] == {"borrower", "guarantor"}


def test_a_documentation_agent_that_signs_plainly_lends() -> None:
    opening = OPENING.replace(" and Harbor", ', Pelham Bank Corp. (the "Documentation Agent") and Harbor')
    found = roles(extract_text(f"CREDIT AGREEMENT\n\n{opening}     The Lenders shall make loans.\n\n{SIGNED}"))
    assert found["Pelham Bank Corp."] == {"agent", "lender"}


def test_the_sum_before_a_title_is_none_of_it() -> None:
    text = cover("").replace("CREDIT AGREEMENT\n\ndated", "$50,750,000 CREDIT AGREEMENT\n\ndated")
    assert extract_text(text).instrument.title == "CREDIT AGREEMENT"


def test_a_date_first_above_written_that_is_called_the_date_of_effect() -> None:
    for said in (", which\nshall  be the Effective Date of this Agreement", ' (the "Effective Date")'):
        signed = SIGNED.replace(
            "executed this Agreement.", f"executed this Agreement as of the day and\nyear first above  written{said}."
        )
        text = f"CREDIT AGREEMENT\n\n{OPENING}     The Lenders shall make loans on or after the Effective Date.\n\n{signed}"
        assert extract_text(text).instrument.effective_date == "1999-05-01"
    text = f"CREDIT AGREEMENT\n\n{OPENING}     The Lenders shall make loans on or after the Effective Date.\n\n{SIGNED}"
    assert extract_text(text).instrument.effective_date is None


def test_a_branch_signs_for_the_bank_that_a_letter_calls_the_bank() -> None:
    found = extract_text(
        "May 1, 2004\n\nOrvane Drilling, Inc.\n1 Main Street\nReno, Nevada 89501\n\nLadies and Gentlemen:\n\n"
        'We are pleased to inform you that Nordia Bank NV (the "Bank") will make available to Orvane Drilling, Inc., a Nevada corporation (the "Borrower") a line of '
        "credit for loans of up to $5,000,000. This letter agreement is governed by the laws of New York.\n\n"
        "Very truly yours,\n\nNORDIA BANK NV, NEW YORK BRANCH\n\nBy:____________\nName:\nTitle:\n\nAgreed:\n\nORVANE DRILLING, INC.\n\nBy:____________\nName:\nTitle:\n"
    )
    assert sorted(party.name for party in found.parties) == ["Nordia Bank NV", "Orvane Drilling, Inc."]
