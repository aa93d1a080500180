"""Whole signature pages: columns, deeds, acknowledgments, captions, addresses; worked out by hand."""

import pytest
from making.loans import loan, record
from making.records import names, signers

from extractor import extract_text

ACME, HARBOR = "Acme Tools, Inc.", "First Harbor Bank"
LENDERS = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among Acme Tools, Inc. (the "Borrower") and the lenders that sign below (the "Lenders").'
BORROWER = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nName: Jane R. Roe\nTitle: Treasurer\n\n"


LOST = [
    (
        "the name that is whole goes on nowhere",
        "GALVEN IMPERIAL BANK                    CORVALLO BANK, N.A.\nOF COMMERCE",
        ["GALVEN IMPERIAL BANK OF COMMERCE", "CORVALLO BANK, N.A."],
    ),
    (
        "a bank that has no name yet",
        "PELHAM HAWKE BANK                       THE FIRST NATIONAL BANK\nOF SPRINGFIELD",
        ["PELHAM HAWKE BANK", "THE FIRST NATIONAL BANK OF SPRINGFIELD"],
    ),
    (
        "a comma, then a branch",
        "PELHAM HAWKE BANK                       THE NORWAKE BANK,\nLIMITED,\nNEW YORK BRANCH",
        ["PELHAM HAWKE BANK", "THE NORWAKE BANK, LIMITED, NEW YORK BRANCH"],
    ),
    (
        "a state and the form",
        "SHORELAND BANK                          SOCIETE ORVILLE\nCONNECTICUT, N.A.",
        ["SHORELAND BANK CONNECTICUT, N.A.", "SOCIETE ORVILLE"],
    ),
    (
        "no ending on the left",
        "MARLOWE GUARANTY                        ROYAL BANK OF NOWHERE\nTRUST COMPANY",
        ["MARLOWE GUARANTY TRUST COMPANY", "ROYAL BANK OF NOWHERE"],
    ),
]


@pytest.mark.parametrize(("columns", "expected"), [c[1:] for c in LOST], ids=[c[0] for c in LOST])
def test_columns_without_their_indentation(columns: str, expected: list[str]) -> None:
    signatures = f"{BORROWER}{columns}\n\nBy /s/                                  By /s/\nTitle:                                  Title:\n"
    assert names(record(opening=LENDERS, signatures=signatures))[1:] == expected


def test_a_heading_stands_over_both_columns() -> None:
    signatures = f"""\
{BORROWER}
LENDERS:

PELHAM HAWKE BANK                       CORVALLO BANK, N.A.

By /s/ Ann B. Lee                       By /s/ Carl D. Moe

GUARANTORS:

ORVILLE MILLS, INC.                     ORVILLE BARGES, INC.

By /s/ Eve F. Noe                       By /s/ Eve F. Noe
"""
    found = record(opening=LENDERS, signatures=signatures)
    assert [(p.name, [r.value for r in p.roles]) for p in found.parties[1:]] == [
        ("PELHAM HAWKE BANK", ["lender"]),
        ("CORVALLO BANK, N.A.", ["lender"]),
        ("ORVILLE MILLS, INC.", ["guarantor"]),
        ("ORVILLE BARGES, INC.", ["guarantor"]),
    ]


def test_attestation_beside_narrow_columns() -> None:
    signatures = """\
ATTEST:    ACME TOOLS, INC.


/s/ Wilma Wye    By: /s/ Jane R. Roe
Wilma Wye, Secretary    Jane R. Roe, Treasurer


WITNESS:    FIRST HARBOR BANK


/s/ Wilma Wye    By: /s/ John Q. Doe
John Q. Doe, Vice President
"""
    assert signers(record(signatures=signatures)) == [("Jane R. Roe", ACME), ("John Q. Doe", HARBOR)]


def test_deeds_set_brackets_between_name_and_signature() -> None:
    signatures = """\
EXECUTED as a DEED by\t)
ACME TOOLS, INC.\t)\t/s/ Jane R. Roe
acting by two directors\t)\tDirector

\t/s/ Ann B. Lee
\tDirector


SIGNED, SEALED and DELIVERED by\t)
FIRST HARBOR BANK\t)\t/s/ John Q. Doe
by its attorney under power dated 9 May 2004\t)\tJohn Q. Doe, Attorney-in-Fact
in the presence of:\t)

/s/ Wilma Wye
Name of witness: Wilma Wye
"""
    assert signers(record(signatures=signatures)) == [
        ("Jane R. Roe", ACME),
        ("Ann B. Lee", ACME),
        ("John Q. Doe", HARBOR),
    ]


def test_two_who_sign_side_by_side_under_one_label() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy:   JANE ROE           ANN LEE\n\n\nFIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\n"
    assert signers(record(signatures=signatures)) == [("JANE ROE", ACME), ("ANN LEE", ACME), ("John Q. Doe", HARBOR)]


def test_who_attests_stands_left_of_one_blank() -> None:
    signatures = "ATTEST:                  ACME TOOLS, INC.\n\nBy: /s/ Wilma Wye By: /s/ Jane R. Roe\n"
    assert signers(record(signatures=signatures)) == [("Jane R. Roe", ACME)]


def test_acknowledgments_between_blocks_name_nobody() -> None:
    signatures = """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Jane R. Roe, Treasurer

STATE OF OHIO      )
                   )SS:
COUNTY OF CLARK    )

Before me, a Notary Public in and for said County, personally appeared Jane R. Roe, known to me
to be the Treasurer of Acme Tools, Inc., and acknowledged the execution of the foregoing.

/s/ Nora Noble
Notary Public - Signature
Nora Noble
Notary Public - Printed

My Commission Expires: 2/24/2013

FIRST HARBOR BANK

By: /s/ John Q. Doe
John Q. Doe, Vice President
"""
    found = record(signatures=signatures)
    assert signers(found) == [("Jane R. Roe", ACME), ("John Q. Doe", HARBOR)]
    assert names(found) == [ACME, HARBOR]


def test_a_witness_signs_above_the_word() -> None:
    signatures = f"{BORROWER}Signed in the presence of:\n\n/s/ Wilma Wye\nUnofficial Witness\n\n/s/ Nora Noble\nNotary Public, Clark County\n"
    found = record(signatures=signatures)
    assert signers(found) == [("Jane R. Roe", ACME)]
    assert names(found) == [ACME, HARBOR]


@pytest.mark.parametrize(
    "caption",
    [
        "SIGNATURE PAGE TO\nTHIRD AMENDMENT TO\nCREDIT AGREEMENT\nOF ACME TOOLS, INC.",
        "[Signature Page to Third Amendment\nof Acme Tools, Inc.]",
        "E-78",
        "Q-1",
    ],
)
def test_captions_and_page_marks_are_no_parties(caption: str) -> None:
    signatures = f"{BORROWER}{caption}\n\nFIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\n"
    found = record(signatures=signatures)
    assert names(found) == [ACME, HARBOR]
    assert signers(found) == [("Jane R. Roe", ACME), ("John Q. Doe", HARBOR)]


def test_addresses_below_signatures_name_no_parties() -> None:
    signatures = """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe

Address for notices:

Acme Tools, Inc.
1 Mill Street, Suite 1500
Springfield, Ohio 45501

With a copy to:

Wye Noble LLP
2300 N Street, N.W.
Springfield, Ohio 45501

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe

Lending Office:

Harbor Street Bank
511 Fifth Avenue
New York, New York 10017
"""
    found = record(signatures=signatures)
    assert names(found) == [ACME, HARBOR]
    assert signers(found) == [("Jane R. Roe", ACME), ("John Q. Doe", HARBOR)]


def test_names_and_what_follows_them() -> None:
    signatures = f"""\
{BORROWER}
PELHAM HAWKE BANK, N.A.
(CAROLINAS)                             (SEAL)

By: /s/ Ann B. Lee

MARLOWE GUARANTY TRUST                  (SEAL)
COMPANY OF OHIO

By: /s/ Carl D. Moe

ORVILLE REALTY CREDIT CORPORATION (USA), a Delaware corporation

By: /s/ Eve F. Noe

THE ORVILLE FAMILY TRUST
under declaration of trust dated August 9, 1988

By: /s/ Gil H. Orr

NORWAKE, L.P. a Virginia limited
partnership

By: /s/ Ivy J. Poe
"""
    assert names(record(opening=LENDERS, signatures=signatures))[1:] == [
        "PELHAM HAWKE BANK, N.A. (CAROLINAS)",
        "MARLOWE GUARANTY TRUST COMPANY OF OHIO",
        "ORVILLE REALTY CREDIT CORPORATION (USA)",
        "THE ORVILLE FAMILY TRUST",
        "NORWAKE, L.P.",
    ]


def test_labels_that_say_who_signs_for_whom() -> None:
    signatures = """\
ACME TOOLS, INC.

Borrower by: Jane R. Roe,
Treasurer

FIRST HARBOR BANK

Title and Name: John Q. Doe,
Vice President
"""
    assert signers(record(signatures=signatures)) == [("Jane R. Roe", ACME), ("John Q. Doe", HARBOR)]


def test_a_general_partner_below_the_partnership_is_no_party() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between Acme Tools, L.P. (the "Borrower") and First Harbor Bank (the "Lender").'
    signatures = """\
ACME TOOLS, L.P.

ACME PARTNERS, INC.,
General Partner

By: /s/ Jane R. Roe
Jane R. Roe, President
"""
    found = record(opening=opening, signatures=signatures)
    assert names(found) == ["Acme Tools, L.P.", HARBOR]
    assert signers(found) == [("Jane R. Roe", "Acme Tools, L.P.")]


def test_what_each_of_the_foregoing_is() -> None:
    text = (
        loan(signatures=BORROWER)
        + """
GUARANTORS:

ORVILLE MILLS, INC.
ORVILLE BARGES, INC.

By /s/ Eve F. Noe
Vice President and Treasurer of each
of the foregoing corporations
"""
    )
    found = {p.name: p.entity_type for p in extract_text(text).parties}
    assert found["ORVILLE MILLS, INC."] == found["ORVILLE BARGES, INC."] == "corporation"


def test_pages_that_break_behind_each_first_word() -> None:
    signatures = """\
BORROWER:

ACME
TOOLS, INC.,


a
Delaware corporation



By:/s/ Jane R.
Roe



LENDER:

FIRST
HARBOR BANK

By:
/s/ John Q. Doe

Title:
Vice President

GUARANTOR:

ORVILLE
MILLS, LLC BY

ORVILLE
HOLDINGS, INC.,
ITS
SOLE MEMBER

/s/ Wilma
Wye

By:/s/ Eve F.
Noe

Witness
"""
    found = record(signatures=signatures)
    assert names(found) == [ACME, HARBOR, "ORVILLE MILLS, LLC"]
    assert signers(found) == [("Jane R. Roe", ACME), ("John Q. Doe", HARBOR), ("Eve F. Noe", "ORVILLE MILLS, LLC")]
