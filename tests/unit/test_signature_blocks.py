"""Signature blocks: who signs for whom, in what office; worked out by hand."""

import pytest
from making.loans import PARTIES, SIGNATURES, loan, record

from extractor import Record, extract_text

Signers = list[tuple[str, str | None, str | None]]
ACME, HARBOR = "Acme Tools, Inc.", "First Harbor Bank"


def signers(of: Record) -> Signers:
    """Name, office and party of each signatory."""
    return [(s.name, s.title, s.party) for s in of.signatories]


BLOCKS: list[tuple[str, str, Signers]] = [
    (
        "By, Name, Title",
        SIGNATURES,
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "a rule to sign on, name and office typed beneath",
        """\
                                        ACME TOOLS, INC.

                                        By: ___________________________
                                            Jane R. Roe
                                            Treasurer

                                        FIRST HARBOR BANK

                                        By: ___________________________
                                            John Q. Doe
                                            Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "name over a rule",
        """\
                         ACME TOOLS, INC.

                         By:    /s/ Jane R. Roe
                                -------------------------
                         Name:  Jane R. Roe
                                -------------------------
                         Title: Treasurer
                                -------------------------

                         FIRST HARBOR BANK

                         By:    /s/ John Q. Doe
                                -------------------------
                         Name:  John Q. Doe
                                -------------------------
                         Title: Vice President
                                -------------------------
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "Its",
        """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Its: Treasurer

FIRST HARBOR BANK

By: /s/ John Q. Doe
Its: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "name and office on one line",
        """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
    Jane R. Roe, Treasurer

FIRST HARBOR BANK

By: /s/ John Q. Doe
    John Q. Doe, Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "conformed alone",
        """\
ACME TOOLS, INC.

By /s/ Jane R. Roe

FIRST HARBOR BANK

By /s/ John Q. Doe
""",
        [("Jane R. Roe", None, ACME), ("John Q. Doe", None, HARBOR)],
    ),
    (
        "unsigned",
        """\
ACME TOOLS, INC.

By: _______________________
Name: _____________________
Title: ____________________

FIRST HARBOR BANK

By: _______________________
Name: _____________________
Title: ____________________
""",
        [],
    ),
    (
        "roles above the parties",
        """\
BORROWER:

ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer

LENDER:

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "the role before the party on its line",
        """\
BORROWER:     ACME TOOLS, INC.

              By: /s/ Jane R. Roe
              Name: Jane R. Roe
              Title: Treasurer

LENDER:       FIRST HARBOR BANK

              By: /s/ John Q. Doe
              Name: John Q. Doe
              Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "an office over two lines",
        """\
ACME TOOLS, INC.

By:    /s/ Jane R. Roe
Name:  Jane R. Roe
Title: Senior Vice President and
       Chief Financial Officer

FIRST HARBOR BANK

By:    /s/ John Q. Doe
Name:  John Q. Doe
Title: Vice President
""",
        [
            ("Jane R. Roe", "Senior Vice President and Chief Financial Officer", ACME),
            ("John Q. Doe", "Vice President", HARBOR),
        ],
    ),
    (
        "two sign for one",
        """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer

By: /s/ Max Moe
Name: Max Moe
Title: Secretary

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("Max Moe", "Secretary", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "the capacity under the party",
        """\
ACME TOOLS, INC., as Borrower

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer

FIRST HARBOR BANK,
as Administrative Agent and as a Lender

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "an attesting secretary",
        """\
ATTEST:                                  ACME TOOLS, INC.

/s/ Anna Attest                          By: /s/ Jane R. Roe
------------------------                     ------------------------
Secretary                                    Jane R. Roe, Treasurer

                                         FIRST HARBOR BANK

                                         By: /s/ John Q. Doe
                                             ------------------------
                                             John Q. Doe, Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "witnesses beneath",
        """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer

WITNESS:

/s/ Wanda Witness

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Vice President

Witness: /s/ Walter Witness
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "two columns",
        """\
ACME TOOLS, INC.                        FIRST HARBOR BANK

By: /s/ Jane R. Roe                     By: /s/ John Q. Doe
    ------------------------                ------------------------
Name: Jane R. Roe                       Name: John Q. Doe
Title: Treasurer                        Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "two columns with the roles above",
        """\
BORROWER:                               LENDER:

ACME TOOLS, INC.                        FIRST HARBOR BANK

By: /s/ Jane R. Roe                     By: /s/ John Q. Doe
Name: Jane R. Roe                       Name: John Q. Doe
Title: Treasurer                        Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "two columns parted by tabs",
        """\
ACME TOOLS, INC.\t\t\tFIRST HARBOR BANK

By: /s/ Jane R. Roe\t\t\tBy: /s/ John Q. Doe
Name: Jane R. Roe\t\t\tName: John Q. Doe
Title: Treasurer\t\t\tTitle: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "two columns, an office over two lines in the left",
        """\
ACME TOOLS, INC.                        FIRST HARBOR BANK

By: /s/ Jane R. Roe                     By: /s/ John Q. Doe
Name: Jane R. Roe                       Name: John Q. Doe
Title: Vice President and               Title: Vice President
       Treasurer
""",
        [("Jane R. Roe", "Vice President and Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "curly quotes, no-break blanks, carriage returns and a page mark",
        "ACME TOOLS, INC.\r\n\r\nBy:\u00a0/s/\u00a0Jane R.\u00a0Roe\r\nName:\u00a0Jane R.\u00a0Roe\r\nTitle:\u00a0Treasurer\r\n\r\n                 5\r\n<PAGE>\r\n\r\nFIRST HARBOR BANK\r\n\r\nBy: /s/ John Q. Doe\r\nName: John Q. Doe\r\nTitle: Vice President\r\n",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "an address under the signature",
        """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer

Address: 1 Main Street
         Springfield, Ohio 45501
         Attention: Mary Mail

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "office glued to nobody: the next bank follows without a blank line",
        """\
ACME TOOLS, INC.
By: /s/ Jane R. Roe
Title: Treasurer
FIRST HARBOR BANK
By: /s/ John Q. Doe
Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "no blank behind the mark of signature",
        """\
ACME TOOLS, INC.

By:/s/Jane R. Roe
Its Treasurer

FIRST HARBOR BANK

By:/s/John Q. Doe
Its Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "printed names",
        """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Print Name: Jane R. Roe
Title: Treasurer

FIRST HARBOR BANK

By: /s/ John Q. Doe
Printed Name: John Q. Doe
Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "name and title together",
        """\
ACME TOOLS, INC.

By: ______________________
Name and Title: Jane R. Roe, Treasurer

FIRST HARBOR BANK

By: ______________________
Name and Title: John Q. Doe, Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "an authorized signatory",
        """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Authorized Signatory

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Duly Authorized Officer
""",
        [("Jane R. Roe", "Authorized Signatory", ACME), ("John Q. Doe", "Duly Authorized Officer", HARBOR)],
    ),
    (
        "two columns of unequal height",
        """\
ACME TOOLS, INC.,                       FIRST HARBOR BANK
a Delaware corporation
                                        By: /s/ John Q. Doe
By: /s/ Jane R. Roe                         John Q. Doe
    Jane R. Roe                             Vice President
    Treasurer
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "the name typed as it was not signed",
        """\
ACME TOOLS, INC.

By: /s/ J. R. Roe
Name: Jane R. Roe
Title: Treasurer

FIRST HARBOR BANK

By: /s/ [illegible]
Name: John Q. Doe
Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "suffixes and initials",
        """\
ACME TOOLS, INC.

By: /s/ J. Wilson Roe, Jr.
Name: J. Wilson Roe, Jr.
Title: Treasurer

FIRST HARBOR BANK

By: /s/ John Q. van der Doe III
Name: John Q. van der Doe III
Title: Vice President
""",
        [("J. Wilson Roe, Jr.", "Treasurer", ACME), ("John Q. van der Doe III", "Vice President", HARBOR)],
    ),
    (
        "the title before the name",
        """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Title: Treasurer
Name: Jane R. Roe

FIRST HARBOR BANK

By: /s/ John Q. Doe
Title: Vice President
Name: John Q. Doe
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
    (
        "small letters",
        """\
Acme Tools, Inc.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer

First Harbor Bank

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Vice President
""",
        [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)],
    ),
]


@pytest.mark.parametrize(("signatures", "expected"), [pytest.param(*case[1:], id=case[0]) for case in BLOCKS])
def test_blocks(signatures: str, expected: Signers) -> None:
    found = record(signatures=signatures)
    assert signers(found) == expected
    assert [p.name for p in found.parties] == [ACME, HARBOR]


def test_a_general_partner_signs_for_the_partnership() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between Acme Tools, L.P., a Texas limited partnership (the "Borrower"), and First Harbor Bank (the "Lender").'
    signatures = """\
ACME TOOLS, L.P.

By: Acme Management, Inc.,
    its general partner

    By: /s/ Jane R. Roe
    Name: Jane R. Roe
    Title: President

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Vice President
"""
    found = record(opening=opening, signatures=signatures)
    assert signers(found) == [
        ("Jane R. Roe", "President", "Acme Tools, L.P."),
        ("John Q. Doe", "Vice President", HARBOR),
    ]
    assert [p.name for p in found.parties] == ["Acme Tools, L.P.", HARBOR]


def test_a_partner_of_a_partner_signs() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between Acme Tools, L.P. (the "Borrower") and First Harbor Bank (the "Lender").'
    signatures = """\
ACME TOOLS, L.P.

By:  Acme Partners, L.P., its general partner

     By:  Acme Management, Inc., its general partner

          By: /s/ Jane R. Roe
              Jane R. Roe
              President
"""
    found = record(opening=opening, signatures=signatures)
    assert signers(found) == [("Jane R. Roe", "President", "Acme Tools, L.P.")]
    assert [p.name for p in found.parties] == ["Acme Tools, L.P.", HARBOR]


def test_several_companies_one_signature() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among Acme Tools, Inc., Acme Parts, Inc. and Acme Saws LLC (together, the "Borrowers") and First Harbor Bank (the "Lender").'
    signatures = """\
ACME TOOLS, INC.
ACME PARTS, INC.
ACME SAWS LLC

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer of each

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Vice President
"""
    found = signers(record(opening=opening, signatures=signatures))
    assert [(name, party) for name, _, party in found] == [
        ("Jane R. Roe", "Acme Tools, Inc."),
        ("Jane R. Roe", "Acme Parts, Inc."),
        ("Jane R. Roe", "Acme Saws LLC"),
        ("John Q. Doe", HARBOR),
    ]


def test_individuals_sign_for_themselves() -> None:
    opening = 'This Third Amendment to Note, dated as of June 15, 2004, is between Jane R. Roe (the "Maker") and John Q. Doe (the "Holder").'
    found = record(
        opening=opening,
        signatures="/s/ Jane R. Roe\n-----------------\nJane R. Roe\n\n\n/s/ John Q. Doe\n-----------------\nJohn Q. Doe\n",
    )
    assert signers(found) == [("Jane R. Roe", None, "Jane R. Roe"), ("John Q. Doe", None, "John Q. Doe")]
    assert [(p.name, p.entity_type) for p in found.parties] == [
        ("Jane R. Roe", None),
        ("John Q. Doe", None),
    ]


def test_guarantors_consent() -> None:
    text = (
        loan()
        + """

                      CONSENT OF GUARANTORS

     Each of the undersigned, as a guarantor of the obligations of the Borrower, consents to the foregoing Amendment.

ACME PARTS, INC.

By: /s/ Peter Poe
Name: Peter Poe
Title: President
"""
    )
    found = extract_text(text)
    assert signers(found)[-1] == ("Peter Poe", "President", "ACME PARTS, INC.")
    (parts,) = [p for p in found.parties if p.name == "ACME PARTS, INC."]
    assert [r.value for r in parts.roles] == ["guarantor"]


def test_a_notary_is_no_signatory() -> None:
    text = (
        loan()
        + """

STATE OF OHIO
COUNTY OF CLARK

     The foregoing instrument was acknowledged before me this 15th day of June, 2004 by Jane R. Roe.

/s/ Nora Notary
Notary Public
My commission expires May 1, 2006
"""
    )
    assert "Nora Notary" not in {name for name, _, _ in signers(extract_text(text))}


def test_evidence_is_name_and_office() -> None:
    text = loan()
    first = extract_text(text).signatories[0]
    assert [e.text for e in first.evidence] == ["Jane R. Roe", "Treasurer"]
    assert all(text[e.start : e.end] == e.text for e in first.evidence)
    assert PARTIES in text
