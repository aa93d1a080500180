"""Signature pages with addresses under and beside those who sign, and with the headings of pages; worked out by hand."""

import pytest
from making.records import FIRST, OPENING, names, signers

from extractor import extract_text


def test_the_bank_named_again_over_its_address_is_none_of_the_next_signature() -> None:
    found = extract_text(
        OPENING
        + FIRST
        + """\
THE HARBOR BANK OF JASPER, LIMITED,
LOS ANGELES AGENCY, as a Bank

By: /s/ Mark Yarrow
    Mark Yarrow
    General Manager

Address:

The Harbor Bank of Jasper, Limited,
Los Angeles Agency
350 South Elm Avenue, Suite 1500
Los Angeles, California 90071

Telecopier:     (213) 555-9840

MIDVALE BANK, N.A., as a Bank

By: /s/ Denise Kill
    Denise Kill
    Vice President

Address:

Marlow Bank, N.A.
Commercial Banking Division
27 Saltworks Row, 9th Floor
Pelham, Ohio 45598

PELHAM BANK CORP., as a Bank

By: /s/ Ann Lee
    Ann Lee
    Vice President

Pelham Bank - Corporate Banking
209
South Harbor Street
Chicago, Illinois 60604
Fax: 312-555-8750
"""
    )
    assert names(found)[2:] == [
        "THE HARBOR BANK OF JASPER, LIMITED, LOS ANGELES AGENCY",
        "MIDVALE BANK, N.A.",
        "PELHAM BANK CORP.",
    ]
    assert [party for _, party in signers(found)[1:]] == names(found)[2:]


def test_a_capacity_that_sounds_like_an_office_is_none() -> None:
    found = extract_text(
        OPENING
        + FIRST
        + """\
MARITIME GENERALE, as a Lead Manager
and a Bank

By: /s/ Blaine Shaw
    Blaine Shaw
    Vice President

The Second National Bank of Marrow, as Agent

By: /s/ Rob Stonewall
    Rob Stonewall, as Vice President and Agent
"""
    )
    assert signers(found)[1:] == [
        ("Blaine Shaw", "MARITIME GENERALE"),
        ("Rob Stonewall", "The Second National Bank of Marrow"),
    ]
    assert [role.value for role in found.parties[-1].roles] == ["arranger", "lender"]
    assert found.signatories[-1].title == "Vice President and Agent"


def test_signatures_that_stand_alone_belong_beside_the_addresses() -> None:
    found = extract_text(
        OPENING
        + """\
5005 Elm Freeway, Suite 1000           ORVANE DRILLING, INC.
Dallas, Texas  75244
Attention: M. Jay Alder                By:/s/ M. JAY ALDER
Telephone:  (972) 555-2000             Its: President

CREDIT AGREEMENT                                                         Page 47

<PAGE>

One Second Plaza                       THE SECOND NATIONAL BANK OF MARROW,
Suite 0362                             as a Bank and as Agent
Marrow, Illinois  60670
Attention: Carl Stone                  By:/s/CARL STONE
Telephone No: (312) 555-8011                 Its: Vice President

1200 Ash Street, Ste. 3100             MERIBAS
Houston, Texas  77002
Attention: Mike Lee                    By:/s/BART SHORE
Telephone No: (713) 555-4811           -------------------
Facsimile No: (713) 555-6915                 Its: Group Vice President
Commitment Amount: $24,500,000.00
By:/s/MIKE LEE
Its:Vice President

CREDIT AGREEMENT                                                         Page 48

<PAGE>

Commitment Amount: $22,500,000.00      OOSTERLO CAPITAL CORP.
Pro Rata Share: 14.0625000%
By:/s/JORIS VANT
Its: Vice President

31 Foundry Street, 7th Floor         NORDIA BANK OG KREDITT, ASA
New York, New York  10036
Attention: Steve Pond                  By:/s/WILLIAM S. POND
Telephone No: (212) 555-4836           --------------------------
Facsimile No: (212) 555-4888                 Its:First Vice President
"""
    )
    assert signers(found) == [
        ("M. JAY ALDER", "Orvane Drilling, Inc."),
        ("CARL STONE", "The Second National Bank of Marrow"),
        ("BART SHORE", "MERIBAS"),
        ("MIKE LEE", "MERIBAS"),
        ("JORIS VANT", "OOSTERLO CAPITAL CORP."),
        ("WILLIAM S. POND", "NORDIA BANK OG KREDITT, ASA"),
    ]


def test_a_branch_below_a_comma_and_a_company_named_after_commitments() -> None:
    found = extract_text(
        OPENING
        + FIRST
        + """\
The Bank of Nakano, Ltd.,

Seattle Branch

as a Lender

By: /s/ Toshi Koda
Name: Toshi Koda
Title: General Manager

ORVANE BRIDGE FUNDING CORPORATION (Recourse only to assets of Orvane
Bridge Funding Corporation),

as a Lender

By: /s/ Mark Wall
Name: Mark Wall
Title: Vice President
"""
    )
    assert signers(found)[1:] == [
        ("Toshi Koda", "The Bank of Nakano, Ltd., Seattle Branch"),
        ("Mark Wall", "ORVANE BRIDGE FUNDING CORPORATION"),
    ]


def test_who_signs_behind_the_lenders_beside_the_company_lends() -> None:
    found = extract_text(
        """\
                                CREDIT AGREEMENT

     This Agreement is dated May 1, 1999 among ORVANE DRILLING, INC., a Nevada corporation (the "Company"), those
subsidiaries of the Company set forth on Exhibit A (the "Subsidiary Borrowers"), the institutions named in Exhibit B
(the "Banks") and FIRST HARBOR BANK, as agent for the Banks (the "Agent").

     The Banks shall make loans.

     IN WITNESS WHEREOF, the parties have executed this Agreement.

ORVANE DRILLING, INC.

By: /s/ Jane Roe
Name: Jane Roe

ORVANE PARTS LIMITED

By: /s/ Jane Roe
Name: Jane Roe

FIRST HARBOR BANK, for itself and as Agent

By: /s/ John Doe
Name: John Doe

ONTARIA DOMINION (NEW YORK), INC.

By: /s/ Ann Lee
Name: Ann Lee
"""
    )
    assert {p.name: p.roles[-1].value for p in found.parties if not p.name.startswith("FIRST")} == {
        "ORVANE DRILLING, INC.": "borrower",
        "ORVANE PARTS LIMITED": "borrower",
        "ONTARIA DOMINION (NEW YORK), INC.": "lender",
    }


def test_a_form_that_stands_far_below_its_state() -> None:
    found = extract_text(
        OPENING
        + FIRST
        + "GUARANTORS:\n\n\nORVANE PROPERTIES, A NORTH DAKOTA\n\n\nLIMITED PARTNERSHIP\n\n\n\nBy: Orvane GP, Inc.\n\n\nIts: General Partner\n\n\n\nBy: /s/ Mike Bell\n\n\nMike Bell\n\n\nIts Secretary\n"
    )
    assert names(found)[2:] == ["ORVANE PROPERTIES"]
    assert (found.parties[2].entity_type, found.parties[2].jurisdiction) == ("limited partnership", "North Dakota")


@pytest.mark.parametrize("label", ["Address:\n\n", "Notice Address:\n", "Lending Office:\n", "with a copy to:\n\n", ""])
@pytest.mark.parametrize("department", ["", "Loan Administration\n", "New York Branch\n", "Energy Group, 14th Floor\n"])
@pytest.mark.parametrize(
    "street", ["718 Gaslight Avenue\nPelham, Ohio 45598\n", "209\nSouth Elm Street\nPelham, Ohio 45598\n"]
)
def test_behind_an_address_the_next_party_begins(label: str, department: str, street: str) -> None:
    banks = [
        ("HARBOR BANK, N.A.", "Harbor Bank, N.A.", "John Doe"),
        ("THE FIRST NATIONAL BANK OF\nSPRINGFIELD, as a Bank", "The First National Bank of Springfield", "Ann Lee"),
        ("SOCIETE MARITIME", "Societe Maritime", "Mark Stone"),
        (
            "NORDIA BANK AG, NEW YORK BRANCH,\nas Co-Agent and as a Bank",
            "Nordia Bank AG, New York Branch",
            "Rob Yarrow",
        ),
    ]
    pages = "".join(
        f"{bank}\n\nBy: /s/ {who}\nName: {who}\nTitle: Vice President\n\n{label}{name}\n{department}{street}\n\n"
        for bank, name, who in banks
    )
    found = extract_text(OPENING + FIRST + pages)
    assert [(who, (party or "").lower()) for who, party in signers(found)[1:]] == [
        (who, name.lower()) for _, name, who in banks
    ]
    assert {name.lower() for name in names(found)[2:]} == {name.lower() for _, name, _ in banks}


def beside(left: list[str], right: list[str], *, indented: bool) -> str:
    """Two columns, with their indentation or without."""
    rows = max(len(left), len(right))
    left, right = left + [""] * (rows - len(left)), right + [""] * (rows - len(right))
    lines = [f"{one:44}{two}".rstrip() for one, two in zip(left, right, strict=True)]
    return "\n".join(line if indented else line.strip() for line in lines) + "\n\n\n"


ADDRESSES = [
    [
        "718 Gaslight Avenue",
        "New York, NY 10017",
        "Attention: Lending Group",
        "Telephone: (212) 555-0100",
        "Facsimile: (212) 555-0101",
    ],
    ["One Harbor Plaza", "Suite 100", "Pelham, Ohio 45598", "Attn: Jill Moss"],
    [
        "111 West Elm",
        "P.O. Box 12",
        "Reno, Nevada 89501",
        "Attention: Loan Services",
        "Commitment: $10,000,000",
        "Pro Rata Share: 10%",
    ],
]


@pytest.mark.parametrize("label", [[], ["Address for Notices:"], ["Notices:"]])
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("indented", [True, False])
def test_addresses_to_the_left_of_who_signs(label: list[str], address: list[str], indented: bool) -> None:
    banks = [
        (["HARBOR BANK, N.A."], "HARBOR BANK, N.A.", ["John Doe"]),
        (
            ["THE FIRST NATIONAL BANK OF", "SPRINGFIELD, as a Bank"],
            "THE FIRST NATIONAL BANK OF SPRINGFIELD",
            ["Ann Lee"],
        ),
        (["MERIBAS"], "MERIBAS", ["Mark Stone"]),
        (
            ["NORDIA BANK AG, NEW YORK BRANCH,", "as a Bank"],
            "NORDIA BANK AG, NEW YORK BRANCH",
            ["Rob Yarrow", "Rob Yost"],
        ),
        (["Pelham Insurance Company"], "Pelham Insurance Company", ["Kim Tull"]),
    ]
    pages = "".join(
        beside(
            label + address,
            bank + [part for who in people for part in ("", f"By: /s/ {who}", f"Name: {who}", "Title: Director")],
            indented=indented,
        )
        for bank, _, people in banks
    )
    found = extract_text(OPENING + FIRST + pages)
    assert signers(found)[1:] == [(who, name) for _, name, people in banks for who in people]
    assert names(found)[2:] == [name for _, name, _ in banks]
