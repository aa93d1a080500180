"""Roles that the running text tells of: definitions of guarantors and issuers, confirmations; worked out by hand."""

import pytest
from making.loans import record
from test_party_roles import roles

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


def test_a_word_of_the_issuers_name_is_no_term() -> None:
    said = '"Issuing Bank" means the Bank of Orville, as issuer of Letters of Credit.'
    assert roles(record(title="CREDIT AGREEMENT", opening=OPENING, body=said))["FIRST HARBOR BANK"] == ["lender"]
