"""Signature pages with addresses under and beside those who sign, and with the headings of pages; worked out by hand."""

from extractor import Record, extract_text

OPENING = """\
                                CREDIT AGREEMENT

     This Credit Agreement is dated as of May 1, 1999 among Orvane Drilling, Inc., a Nevada corporation (the "Borrower"),
the banks listed on the signature pages hereof (the "Banks") and The Second National Bank of Marrow, as Agent.

     The Banks shall make loans to the Borrower.

     IN WITNESS WHEREOF, the parties have executed this Agreement.

"""


def signers(of: Record) -> list[tuple[str, str | None]]:
    """Each signatory with his party."""
    return [(s.name, s.party) for s in of.signatories]


def names(of: Record) -> list[str]:
    """The parties' names."""
    return [party.name for party in of.parties]


FIRST = """\
ORVANE DRILLING, INC.

By: /s/ Jane Roe
    Jane Roe
    President

"""


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

Midvale Bank, N.A.
Commercial Banking Division
15 East 100 South, 2nd Floor
Mount Laurel, New Jersey 08054

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
    assert found.signatories[-1].title == "as Vice President and Agent"


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
Commitment Amount: $23,214,285.72
By:/s/MIKE LEE
Its:Vice President

CREDIT AGREEMENT                                                         Page 48

<PAGE>

Commitment Amount: $21,821,428.57      MEESWERTH CAPITAL CORP.
Pro Rata Share: 13.4285714%
By:/s/KAREL LOU
Its: Vice President

11 West 42nd Street, 7th Floor         NORDIA BANK OG KREDITT, ASA
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
        ("KAREL LOU", "MEESWERTH CAPITAL CORP."),
        ("WILLIAM S. POND", "NORDIA BANK OG KREDITT, ASA"),
    ]


def test_the_borrower_in_the_heading_of_each_page_signs_once() -> None:
    heading = "Credit Agreement Signature Pages\n\n\n\nORVANE DRILLING, INC.\n\n1999 CREDIT AGREEMENT\n\n\n\n"
    found = extract_text(
        OPENING
        + FIRST
        + heading
        + "$45,000,000\tTHE SECOND NATIONAL BANK OF MARROW,\nindividually and as\nAgent\n\nBy:\t/s/ Linda Haven\nName:\tLinda Haven\nTitle:\tManaging Director\n\n"
        + heading
        + "$60,000,000\tHARBOR BANK, N.A.\n\nBy:\t/s/ Kevin Stone\nName:\tKevin Stone\nTitle:\tDirector\n"
    )
    assert signers(found) == [
        ("Jane Roe", "Orvane Drilling, Inc."),
        ("Linda Haven", "The Second National Bank of Marrow"),
        ("Kevin Stone", "HARBOR BANK, N.A."),
    ]
