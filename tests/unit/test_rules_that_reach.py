"""Rules beside forms that look like theirs: what they must leave alone."""

import pytest
from making.loans import record

from extractor.extractors import law
from extractor.nlp.mention import Parts


@pytest.mark.parametrize(
    "clause",
    [
        "This Agreement shall be governed by the domestic law, and all liens existing hereunder shall be enforced under the laws of the State of Ohio.",
        "This Agreement and the rights of the parties shall be construed, and the liens existing hereunder enforced, under the laws of the State of Ohio.",
        "This Agreement shall be governed by and any trust established hereby administered under the laws of the State of Ohio.",
    ],
)
def test_what_exists_under_a_law_need_be_no_company(clause: str) -> None:
    assert [m.data["value"] for m in law.find(Parts(clause, []))] == ["Ohio"]


@pytest.mark.parametrize(
    ("clause", "states"),
    [
        ("This Agreement shall be governed by English substantive law.", ["England"]),
        ("Advances are subject to approval by a commercial bank organized under the laws of Canada.", []),
    ],
)
def test_whose_law_governs(clause: str, states: list[str]) -> None:
    assert [m.data["value"] for m in law.find(Parts(clause, []))] == states


def test_a_bank_whose_name_begins_with_branch() -> None:
    found = record(
        signatures="""\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer

THE FIRST COMMERCIAL BANK OF
GREATER MARROW                         BRANCH BANKING AND TRUST COMPANY

By: /s/ Alan Tull                      By: /s/ Mark Yarrow
Name: Alan Tull                        Name: Mark Yarrow
Title: Vice President                  Title: Vice President
"""
    )
    signed = {s.name: s.party for s in found.signatories}
    assert signed["Mark Yarrow"] == "BRANCH BANKING AND TRUST COMPANY"
    assert signed["Alan Tull"] == "THE FIRST COMMERCIAL BANK OF GREATER MARROW"


def test_a_party_over_the_document_s_name_and_its_signature() -> None:
    found = record(
        signatures="""\
Acme Tools, Inc.
Amended Credit Agreement

By: /s/ Jane Roe
Name: Jane Roe
Title: President

First Harbor Bank
Loan Agreement

By: /s/ Alan Tull
Name: Alan Tull
Title: Vice President
"""
    )
    assert [(s.name, s.party) for s in found.signatories] == [
        ("Jane Roe", "Acme Tools, Inc."),
        ("Alan Tull", "First Harbor Bank"),
    ]


def test_who_has_the_name_that_another_does_business_under() -> None:
    found = record(
        opening='This Third Amendment to Credit Agreement (this "Amendment"), dated as of June 15, 2004, is among Orvane Drilling, Inc., doing business as'
        ' Orvane Supply, an Ohio corporation (the "Borrower"), Orvane Supply, a Nevada limited partnership (the "Guarantor"), and First Harbor Bank (the "Lender").',
        signatures="""\
ORVANE DRILLING, INC.

By: /s/ Jane Roe
Name: Jane Roe
Title: President

ORVANE SUPPLY

By: /s/ Mark Yarrow
Name: Mark Yarrow
Title: Partner

FIRST HARBOR BANK

By: /s/ Alan Tull
Name: Alan Tull
Title: Vice President
""",
    )
    assert {s.name: s.party for s in found.signatories} == {
        "Jane Roe": "Orvane Drilling, Inc.",
        "Mark Yarrow": "Orvane Supply",
        "Alan Tull": "First Harbor Bank",
    }


@pytest.mark.parametrize("below", ["of Marrow", "of Texas"])
def test_a_place_below_an_office_is_none_of_it(below: str) -> None:
    found = record(
        signatures=f"ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nName: Jane R. Roe\nIts: Vice President\n{below}\n"
    )
    assert found.signatories[0].title == "Vice President"
