"""Roles that the running text tells of: definitions of guarantors and issuers, confirmations; worked out by hand."""

import pytest
from making.loans import record
from test_party_roles import roles

from extractor import extract_text

PARTIES = (
    'NORWAKE FOODS, LLC, an Ohio limited liability company (the "Borrower"), NORWAKE HOLDINGS, INC., an Ohio corporation (the "Parent"), '
    'and FIRST HARBOR BANK (the "Bank")'
)
OPENING = f"THIS CREDIT AGREEMENT is made as of June 15, 2004, by and among {PARTIES}."


@pytest.mark.parametrize(
    "definition",
    [
        '"Guarantor" means the Parent and each Subsidiary Guarantor.',
        '"Guarantors" shall mean, collectively, each of the Parent and any other person that signs a guaranty.',
        '"Guarantor" means Norwake Holdings, Inc., an Ohio corporation.',
    ],
)
def test_who_is_named_in_the_definition_of_the_guarantors_is_one(definition: str) -> None:
    found = roles(record(title="CREDIT AGREEMENT", opening=OPENING, body=definition))
    assert found["NORWAKE HOLDINGS, INC."] == ["guarantor"]


@pytest.mark.parametrize(
    "definition",
    [
        '"Guarantor" means any Subsidiary of the Parent that signs a guaranty.',
        '"Guarantors" means the Parent Companies and each other person that signs a guaranty.',
        '"Guaranteed Parties" means the Parent and the Bank.',
        '"Guarantors" means the Subsidiaries and each other person, in each case not being the Parent.',
    ],
)
def test_who_stands_there_in_passing_is_none(definition: str) -> None:
    found = roles(record(title="CREDIT AGREEMENT", opening=OPENING, body=definition))
    assert "guarantor" not in found["NORWAKE HOLDINGS, INC."]


def test_who_confirms_its_guaranty_guarantees() -> None:
    body = "6. Guaranties. Each of Parent and the Owner hereby ratifies and confirms its limited guaranty of the Loan."
    assert roles(record(opening=OPENING, body=body))["NORWAKE HOLDINGS, INC."] == ["guarantor"]


@pytest.mark.parametrize(
    "said",
    [
        '"Issuing Lender" means First Harbor Bank, as issuer of Letters of Credit.',
        '"Issuing Bank" means the Bank, in its capacity as issuer of Letters of Credit.',
        'First Harbor Bank, in its capacity as issuer of any Letter of Credit (the "Issuing Lender"), agrees to issue letters of credit.',
    ],
)
def test_who_is_named_as_the_issuer_issues(said: str) -> None:
    found = roles(record(title="CREDIT AGREEMENT", opening=OPENING, body=said))
    assert found["FIRST HARBOR BANK"] == ["lender", "issuer"]


def test_who_stands_before_the_issuer_issues_nothing() -> None:
    opening = OPENING.replace('(the "Bank")', '(the "Bank") and PELHAM BANK, N.A., as administrative agent')
    said = "The Borrower shall pay First Harbor Bank and Pelham Bank, N.A., in its capacity as issuer of Letters of Credit, a fee."
    found = roles(record(title="CREDIT AGREEMENT", opening=opening, body=said))
    assert found["FIRST HARBOR BANK"] == ["lender"]
    assert "issuer" in found["PELHAM BANK, N.A."]


def test_a_word_of_the_issuers_name_is_no_term() -> None:
    said = '"Issuing Bank" means the Bank of Orville, as issuer of Letters of Credit.'
    assert roles(record(title="CREDIT AGREEMENT", opening=OPENING, body=said))["FIRST HARBOR BANK"] == ["lender"]


def test_who_confirms_its_obligations_under_its_guarantee() -> None:
    body = "7. Reaffirmation. The Parent reaffirms its Guaranty dated May 2, 2001 and the security interest that it granted."
    assert roles(record(opening=OPENING, body=body))["NORWAKE HOLDINGS, INC."] == ["guarantor"]


def test_the_company_borrows_and_not_its_holding() -> None:
    opening = (
        'THIS LIMITED WAIVER, dated as of June 15, 2004, is by and among NORWAKE HOLDINGS, INC., an Ohio corporation ("Holdings"), '
        'NORWAKE FOODS COMPANY, an Ohio corporation (the "Company"), the Lenders party hereto, and FIRST HARBOR BANK, as administrative agent.'
    )
    found = roles(record(title="LIMITED WAIVER", opening=opening, signatures=""))
    assert found["NORWAKE FOODS COMPANY"] == ["borrower"]
    assert "borrower" not in found["NORWAKE HOLDINGS, INC."]


def test_the_state_of_somebody_s_home_is_no_party() -> None:
    opening = (
        'THIS THIRD AMENDMENT, dated as of June 15, 2004, is by and among NORWAKE FOODS, INC., an Ohio corporation (the "Borrower"), '
        'Ann B. Lee, of Akron, New Hampshire (the "Guarantor"), and FIRST HARBOR BANK (the "Bank").'
    )
    assert roles(record(opening=opening, signatures="")) == {
        "NORWAKE FOODS, INC.": ["borrower"],
        "Ann B. Lee": ["guarantor"],
        "FIRST HARBOR BANK": ["lender"],
    }


def test_who_owed_before_another_joins() -> None:
    text = """\
                  JOINDER AND AMENDMENT AGREEMENT

     This Joinder and Amendment Agreement is made as of September 1, 2009 by and among Acme Foods, Inc., a Minnesota
corporation ("Acme"), Crisp Works, LLC, a Delaware limited liability company (the "New Borrower"), Acme Land Holdings,
LLC, a Minnesota limited liability company ("ALH"), and North Bank, National Association (the "Bank").

     A. Acme and the Bank are parties to (i) a Revolving Credit and Term Loan Agreement dated June 30, 2006 (the "Loan
Agreement").

     B. Crisp Works, Inc. was merged into the New Borrower.

     C. ALH guaranteed the obligations of Acme by a Guaranty dated June 30, 2006.

     1. Joinder. The New Borrower becomes a party to the Loan Agreement.
"""
    assert roles(extract_text(text)) == {
        "Acme Foods, Inc.": ["borrower"],
        "Crisp Works, LLC": ["borrower"],
        "Acme Land Holdings, LLC": ["guarantor"],
        "North Bank, National Association": ["lender"],
    }
