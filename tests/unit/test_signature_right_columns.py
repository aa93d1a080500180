"""Names of the right column that begin above it, and headings of pages that name who signs; worked out by hand."""

import pytest
from making.records import FIRST, OPENING, signers

from extractor import extract_text


def test_the_borrower_in_the_heading_of_each_page_signs_once() -> None:
    heading = "Credit Agreement Signature Pages\n\n\n\nORVANE DRILLING, INC.\n\n1999 CREDIT AGREEMENT\n\n\n\n"
    found = extract_text(
        OPENING
        + FIRST
        + heading
        + "$45,000,000\tTHE SECOND NATIONAL BANK OF MARROW,\nindividually and as\nAgent\n\nBy:\t/s/ Nora Quill\nName:\tNora Quill\nTitle:\tManaging Director\n\n"
        + heading
        + "$60,000,000\tHARBOR BANK, N.A.\n\nBy:\t/s/ Kevin Stone\nName:\tKevin Stone\nTitle:\tDirector\n"
    )
    assert signers(found) == [
        ("Jane Roe", "Orvane Drilling, Inc."),
        ("Nora Quill", "The Second National Bank of Marrow"),
        ("Kevin Stone", "HARBOR BANK, N.A."),
    ]


def test_a_name_in_the_right_column_that_begins_a_line_above_the_left_one() -> None:
    found = extract_text(
        OPENING
        + FIRST
        + """\
                                             NORDIA BANK AG, NEW YORK
BANK OF AMBERLEY                             BRANCH AND/OR CAYMAN ISLANDS
BRANCH

By:/s/George Pond                            By:/s/Hans Thiel
George Pond                                  Hans Thiel
Vice President                               Director
""".replace(" " * 45 + "NORDIA", "NORDIA")
    )
    assert signers(found)[1:] == [
        ("George Pond", "BANK OF AMBERLEY"),
        ("Hans Thiel", "NORDIA BANK AG, NEW YORK BRANCH AND/OR CAYMAN ISLANDS BRANCH"),
    ]


def test_labels_under_a_signature_that_stands_at_the_right_alone() -> None:
    found = extract_text(
        OPENING
        + FIRST
        + """\
PELHAM BANK, NATIONAL ASSOCIATION          SUNDOWN BANK, N.A.

By:/s/Victoria Zell                        By:/s/Maria Moll
Victoria Zell                              Maria Moll
Vice President                             Vice President
1684 Cooper Street
Pelham, PA  19103
Fax No. 215-555-5972                       By:/s/Mary Zager
Name:   Mary Zager
Title:  Treasurer
"""
    )
    assert signers(found)[1:] == [
        ("Victoria Zell", "PELHAM BANK, NATIONAL ASSOCIATION"),
        ("Maria Moll", "SUNDOWN BANK, N.A."),
        ("Mary Zager", "SUNDOWN BANK, N.A."),
    ]
    assert found.signatories[-1].title == "Treasurer"


def test_the_right_columns_bank_begins_a_line_above_at_the_margin() -> None:
    found = extract_text(
        OPENING
        + """\
WESTMARK BANK SOUTH,
ORVANE DRILLING, INC.                   NATIONAL ASSOCIATION


By: /s/ A. EMIL STEEN, JR.             By: /s/ CRAIG BRAND
A. Emil Steen, Jr.,                    Craig Brand, Vice President
Chairman of the Board

By: /s/ DENNIS M. SWAN
Dennis M. Swan, CFO
"""
    )
    assert [party for _, party in signers(found)] == [
        "Orvane Drilling, Inc.",
        "Orvane Drilling, Inc.",
        "WESTMARK BANK SOUTH, NATIONAL ASSOCIATION",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "[Signature Page to Orvane Drilling, Inc. Credit Agreement]",
        "ORVANE DRILLING, INC.\nCREDIT AGREEMENT",
        "1999 CREDIT AGREEMENT\nORVANE DRILLING, INC.",
        "Orvane Drilling, Inc. - Credit Agreement",
        "Signature page to the\nCredit Agreement dated as of May 1, 1999\namong Orvane Drilling, Inc., the banks named therein\nand The Second National Bank of Marrow, as Agent",
        "SIGNATURE PAGE TO CREDIT AGREEMENT\nDATED AS OF MAY 1, 1999\nAMONG ORVANE DRILLING, INC.,\nTHE SECOND NATIONAL BANK OF MARROW,\nAS AGENT, AND THE BANKS",
    ],
)
@pytest.mark.parametrize("share", ["", "Commitment: $10,000,000\n\n", "$10,000,000\n\n"])
def test_who_is_named_in_the_headings_of_pages_signs_nothing_there(heading: str, share: str) -> None:
    banks = [
        ("HARBOR BANK, N.A.", "John Doe"),
        ("BANCO DEL SUR", "Ann Lee"),
        ("Pelham Insurance Company", "Mark Stone"),
    ]
    pages = "".join(
        f"\n\n{heading}\n\n\n{share}{bank}\n\nBy: /s/ {who}\nName: {who}\nTitle: Director\n" for bank, who in banks
    )
    assert signers(extract_text(OPENING + FIRST + pages))[1:] == [(who, bank) for bank, who in banks]
