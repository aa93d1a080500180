"""Contracts of lettered parties, sealed by their legal representatives; made-up firms, facts worked out by hand."""

import pytest

from extractor import extract_text
from extractor.extractors.party_descriptions import describe
from extractor.extractors.partylist import read_list

CONTRACT = """Working Capital Loan Contract


Contract Number: G1225-2012-046

{borrower}

Address: 12 Harbor Road, Springfield District

Legal representative (responsible person): Chen Feng

{lender}

Address: No. 251, Sea Road, Springfield

Considering that Party A applies for a loan from Party B, both parties sign this contract for both parties to abide by.

Article 1 The loan

1. The amount of the loan: 6.5 million USD.

Article 2 Payback

Party A shall repay the principal and interest on the due date. The contract takes effect once the two parties sign or seal.

{sealed}
"""
ACME = "Springfield Acme Plastics Co., Ltd."
HARBOR = "Harbor Construction Bank Stock Co., Ltd., Springfield Harbor Branch"
LETTERED = (
    "Party A (seal): Springfield Acme Plastic Co., Ltd\n\nLegal representative or authorized person: Chen feng\n\nDate: 2012-03-01\n\n\n"
    "Party B (seal): Harbor Construction Bank, Springfield Harbor Branch\n\n"
    "Legal representative or authorized person: Bai Jun\n\nDate: 2012-03-01\n"
)
NAMED = (
    f"Borrower (official seal): {ACME}\n\nLegal Representative (signature): /s/ Chen Feng\n\n\n"
    f"Lender (official seal): {HARBOR}\n\nPerson in charge: Bai Jun\n\nMarch 1, 2012\n"
)


@pytest.mark.parametrize("sealed", [LETTERED, NAMED])
@pytest.mark.parametrize(
    ("borrower", "lender"),
    [
        ("Borrower(Party A ): ", "Lender(Party B):"),
        ("Party A (Borrower): ", "Party B (Lender): "),
        ('Borrower (hereinafter referred to as "Party A"): ', 'Lender (hereinafter referred to as "Party B"): '),
    ],
)
def test_lettered_parties(borrower: str, lender: str, sealed: str) -> None:
    found = extract_text(CONTRACT.format(borrower=borrower + ACME, lender=lender + HARBOR, sealed=sealed))
    assert [(p.name, [role.value for role in p.roles]) for p in found.parties] == [
        (ACME, ["borrower"]),
        (HARBOR, ["lender"]),
    ]
    assert [(s.name.title(), s.party) for s in found.signatories if s.name] == [
        ("Chen Feng", ACME),
        ("Bai Jun", HARBOR),
    ]
    assert found.instrument.title is None or "Number" not in found.instrument.title


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ('ACME FUNDING, INC., as administrative agent for the conduit (the "Primary Lender Agent")', ["agent"]),
        ("HARBOR BANK PLC, as facility agent for both the Primary Lender and the Alternate Lender", ["agent"]),
        ("HARBOR BANK PLC, as agent for the Lenders, and as a Lender", ["agent", "lender"]),
    ],
)
def test_agents_of_lenders(text: str, roles: list[str]) -> None:
    assert describe(text, read_list(text, 0, len(text))[0])["roles"] == roles


def test_bank_organized_under_laws() -> None:
    text = "HARBOR BANK PLC, a bank organized under the laws of England, as a Bank"
    found = describe(text, read_list(text, 0, len(text))[0])
    assert (found["entity_type"], found["jurisdiction"]) == ("bank", "England")
