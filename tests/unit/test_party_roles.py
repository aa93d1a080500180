"""What a party is to the loan where no term of its own says so: letters, covers, collective terms; worked out by hand."""

import pytest
from making.loans import loan, record

from extractor import Record, extract_text


def roles(of: Record) -> dict[str, list[str]]:
    """The roles by party."""
    return {p.name: [r.value for r in p.roles] for p in of.parties}


COLLECTIVE = [
    (
        "referred to collectively",
        'NORWAKE ENERGY, INC., an Ohio corporation (the "Company"), NORWAKE OPERATING CO., an Iowa corporation ("Operating") (the Company and Operating being hereinafter sometimes collectively referred to as "Borrower"), and FIRST HARBOR BANK (the "Bank")',
        [["borrower"], ["borrower"], ["lender"]],
    ),
    (
        "together with the parent",
        'NORWAKE THERAPEUTICS, INC., an Ohio corporation ("Parent"), NORWAKE SECURITIES CORPORATION, a Massachusetts securities corporation (together with Parent, "Borrower"), and FIRST HARBOR BANK (the "Bank")',
        [["borrower"], ["borrower"], ["lender"]],
    ),
    (
        "with its subsidiaries",
        'NORWAKE APPAREL, INC., an Ohio corporation ("Norwake"), and its subsidiaries ORVILLE RETAIL, INC., an Iowa corporation ("Orville"; Norwake and Orville being, individually and collectively, "Borrower"), and FIRST HARBOR BANK (the "Bank")',
        [["borrower"], ["borrower"], ["lender"]],
    ),
    (
        "terms of one's own, then a term with the others",
        'NORWAKE MEATS, INC., an Ohio corporation ("Norwake"), ST. ORVILLE FOODS, INC., an Iowa corporation ("St. Orville" and, together with Norwake, the "Borrowers"), and FIRST HARBOR BANK (the "Bank")',
        [["borrower"], ["borrower"], ["lender"]],
    ),
    (
        "named as jointly the borrower",
        'NORWAKE COOPERATIVE, an Iowa cooperative ("Norwake"), NORWAKE MILLING COMPANY, an Iowa corporation ("Milling") (Norwake and Milling being jointly and severally the "Borrower"), and FIRST HARBOR BANK (the "Bank")',
        [["borrower"], ["borrower"], ["lender"]],
    ),
    (
        "all of them",
        'NORWAKE FINANCE COMPANY, an Ohio corporation ("Norwake"), PINE BUDGET, INC. and ORVILLE BUDGET, LLC (all three, jointly and severally, "Borrower"), and FIRST HARBOR BANK (the "Bank")',
        [["borrower"], ["borrower"], ["borrower"], ["lender"]],
    ),
    (
        "a term of one's own before those that have none",
        'ACME MINES S.A. (the "Borrower"), NORWAKE ZINC CORPORATION, an Ohio corporation (the "Sponsor"), PELHAM BANK, CORVALLO BANK and ORVILLE BANK (the "Banks")',
        [["borrower"], ["other"], ["lender"], ["lender"], ["lender"]],
    ),
    (
        "a debtor in possession",
        'ACME TOOLS, INC., as debtor and debtor-in-possession (the "Borrower"), ACME PARTS, INC., as debtor and debtor-in-possession (the "Guarantor"), and FIRST HARBOR BANK (the "Bank")',
        [["borrower"], ["guarantor"], ["lender"]],
    ),
    (
        "joint arrangers that are agents as well",
        'ACME TOOLS, INC. (the "Borrower"), FIRST HARBOR BANK, as Administrative Agent, and PELHAM SECURITIES LLC and CORVALLO SECURITIES LLC, as Joint Lead Arrangers and Syndication Agents',
        [["borrower"], ["agent"], ["agent", "arranger"], ["agent", "arranger"]],
    ),
    (
        "guarantors as a class that acknowledges",
        'ACME TOOLS, INC. ("Borrower"), and FIRST HARBOR BANK ("Lender"), and is acknowledged and agreed to by the guarantors whose signatures appear below (each a "Guarantor")',
        [["borrower"], ["lender"]],
    ),
    (
        "a partnership that nobody calls the borrower",
        'NORWAKE ROYALTY PARTNERS, LTD., a Texas limited partnership (the "Partnership"), and FIRST HARBOR BANK (the "Bank")',
        [["borrower"], ["lender"]],
    ),
    (
        "lenders as a class, a borrower that sounds like one of them",
        "ORVILLE INVESTMENTS COMPANY, an Ohio corporation, the Lenders and FIRST HARBOR BANK, as Agent",
        [["borrower"], ["agent"]],
    ),
]


@pytest.mark.parametrize(("parties", "expected"), [c[1:] for c in COLLECTIVE], ids=[c[0] for c in COLLECTIVE])
def test_terms_of_several(parties: str, expected: list[list[str]]) -> None:
    opening = f"This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among {parties}."
    found = roles(record(opening=opening, recital="WHEREAS, there is a credit agreement;", signatures="[to come]\n"))
    assert [sorted(r) for r in found.values()] == expected


LETTER = """\
                 [LETTERHEAD OF FIRST HARBOR BANK]

                                        February 25, 1994

Acme Tools, Inc.
1100 Mill Street
Springfield, Ohio 45501

Attention: Jane R. Roe

     Re: Second Amendment to Credit Agreement

Gentlemen:

     Reference is made to the Credit Agreement dated as of May 14, 1991 (the "Agreement"), between Acme Tools,
Inc., an Ohio corporation (the "Company"), and First Harbor Bank (the "Bank"). The Bank agrees with you
that the Agreement is amended, effective March 1, 1994, as follows:

     (a) The maturity date of the revolving loans is changed to "April 30, 1996"; the principal amount of the
promissory note and the guaranty stay as they are, and no event of default is waived.

                                        Very truly yours,

                                        FIRST HARBOR BANK

                                        By: /s/ John Q. Doe
                                            Vice President
"""


def test_the_addressee_of_a_letter_is_a_party() -> None:
    unnamed = LETTER.replace('between Acme Tools,\nInc., an Ohio corporation (the "Company"), and', "with")
    assert "Acme Tools, Inc." in roles(extract_text(unnamed))
    assert roles(extract_text(LETTER)) == {"Acme Tools, Inc.": ["borrower"], "FIRST HARBOR BANK": ["lender"]}


def test_what_a_letter_calls_you() -> None:
    letter = LETTER.replace('First Harbor Bank (the "Bank")', 'you (the "Lender")').replace(
        "Acme Tools, Inc.\n1100", "First Harbor Bank\n1100"
    )
    found = roles(extract_text(letter))
    assert found["First Harbor Bank"] == ["lender"]
    # Who is only recited as a party of the agreement, and neither addressed nor signing, is none of the letter's.
    assert "Acme Tools, Inc." not in found


def test_agents_of_the_cover() -> None:
    cover = """\
                         CREDIT AGREEMENT
                   dated as of June 15, 2004
                             among

                        ACME TOOLS, INC.,
                    THE LENDERS PARTY HERETO,

                       FIRST HARBOR BANK,
                    as Administrative Agent

                       PELHAM BANK, N.A.,
                         CORVALLO BANK
                              and
                          ORVILLE BANK,
                   as Co-Documentation Agents

                       TABLE OF CONTENTS

"""
    opening = 'This CREDIT AGREEMENT dated as of June 15, 2004 is entered into by and among Acme Tools, Inc., a Delaware corporation (the "Borrower"), each Lender from time to time party hereto and First Harbor Bank, as Administrative Agent.'
    banks = "".join(
        f"{name}\n\nBy: /s/ Ann B. Lee\nName: Ann B. Lee\n\n" for name in ("PELHAM BANK, N.A.", "ORVILLE BANK")
    )
    found = roles(extract_text(cover + loan(title="CREDIT AGREEMENT", opening=opening, signatures=banks)))
    assert sorted(found["PELHAM BANK, N.A."]) == sorted(found["ORVILLE BANK"]) == ["agent", "lender"]
    assert {name.upper(): role for name, role in found.items()}["ACME TOOLS, INC."] == ["borrower"]
    assert "TABLE OF CONTENTS" not in found


def test_a_capacity_on_the_cover_ends_above_the_next_name() -> None:
    cover = """\
CREDIT AGREEMENT

Dated as of June 15, 2004

among

ACME TOOLS, INC.
as Borrower
FIRST HARBOR SECURITIES LLC,
as Lead Arranger
PELHAM BANK, N.A.
as Syndication Agent
ORVILLE CREDIT,
as Documentation Agent

TABLE OF CONTENTS

"""
    opening = 'This CREDIT AGREEMENT dated as of June 15, 2004 is entered into by and among Acme Tools, Inc., a Delaware corporation (the "Borrower"), each Lender from time to time party hereto, First Harbor Securities LLC, as lead arranger, and First Harbor Bank, as Administrative Agent.'
    banks = "".join(
        f"{name}\n\nBy: /s/ Ann B. Lee\nName: Ann B. Lee\n\n" for name in ("PELHAM BANK, N.A.", "ORVILLE CREDIT, INC.")
    )
    found = roles(extract_text(cover + loan(title="CREDIT AGREEMENT", opening=opening, signatures=banks)))
    assert sorted(found["PELHAM BANK, N.A."]) == sorted(found["ORVILLE CREDIT, INC."]) == ["agent", "lender"]
    assert found["First Harbor Securities LLC"] == ["arranger"]


@pytest.mark.parametrize(
    "guarantors",
    [
        'each of the Borrower\'s Subsidiaries (the "Guarantors")',
        "the INITIAL GUARANTOR listed on the signature pages hereof, as guarantor",
    ],
)
def test_guarantors_named_elsewhere_are_not_the_borrower(guarantors: str) -> None:
    opening = f'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among Acme Tools, Inc., a Delaware corporation (the "Borrower"), {guarantors}, the lenders named herein (the "Lenders") and First Harbor Bank, as Agent.'
    assert roles(record(opening=opening))["Acme Tools, Inc."] == ["borrower"]


def test_other_lenders_tell_that_the_agents_lend() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among Acme Tools, Inc. (the "Borrower") and the lenders that sign below (the "Lenders").'
    signatures = (
        "CO-AGENTS:\n\nPELHAM BANK\n\nBy: /s/ Ann B. Lee\n\nOTHER LENDERS:\n\nORVILLE BANK\n\nBy: /s/ Carl D. Moe\n"
    )
    found = roles(record(opening=opening, signatures=signatures))
    assert found["PELHAM BANK"] == ["agent", "lender"]
    assert found["ORVILLE BANK"] == ["lender"]


def test_the_company_borrows_beside_subsidiaries_that_only_sign() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among Acme Tools, Inc. (the "Company"), the subsidiaries listed on the signature pages and First Harbor Bank (the "Lender").'
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\n\nACME PARTS B.V., as a Foreign Subsidiary Borrower\n\nBy: /s/ Jane R. Roe\n"
    found = roles(record(opening=opening, signatures=signatures))
    assert found["Acme Tools, Inc."] == found["ACME PARTS B.V."] == ["borrower"]


def test_a_partnership_and_its_partner_of_one_name_are_two() -> None:
    signatures = """\
GUARANTORS:

ORVILLE MILLS OF OHIO, INC.

By /s/ Eve F. Noe

ORVILLE MILLS OF OHIO,
A LIMITED PARTNERSHIP

By ORVILLE MILLS OF OHIO, INC., General Partner

By /s/ Eve F. Noe
"""
    found = record(signatures=signatures).parties
    assert [(p.name, p.entity_type) for p in found[2:]] == [
        ("ORVILLE MILLS OF OHIO, INC.", None),
        ("ORVILLE MILLS OF OHIO", "limited partnership"),
    ]


def test_an_address_ends_with_its_postal_code() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between Acme Tools, Inc. ("Debtor") whose address is 1 Mill Street, Springfield, Ohio 45501 and HARBOR, ACB ("Harbor"), as Lender.'
    found = roles(record(opening=opening, signatures="[to come]\n"))
    assert list(found) == ["Acme Tools, Inc.", "HARBOR, ACB"]


def test_surnames_between_commas_are_one_name() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between HALE, KERN, ORR & MOSS, INC., an Ohio corporation (the "Borrower"), and First Harbor Bank (the "Lender").'
    found = roles(record(opening=opening, signatures="[to come]\n"))
    assert found == {"HALE, KERN, ORR & MOSS, INC.": ["borrower"], "First Harbor Bank": ["lender"]}


def test_doing_business_is_no_lending() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among First Harbor Bank (the "Bank"), Orville Mills, Inc. and Acme Tools, Inc., individually and doing business as Acme Saws (collectively, the "Borrowers").'
    found = roles(record(opening=opening, recital="WHEREAS, there is a loan;", signatures="[to come]\n"))
    assert found["Orville Mills, Inc."] == found["Acme Tools, Inc."] == ["borrower"]


def test_the_owner_borrows_whatever_heading_stands_near() -> None:
    opening = 'This Construction Loan Agreement, dated as of June 15, 2004, is between Acme Tools, Inc. ("Owner"), and First Harbor Bank ("Lender").'
    signatures = "LENDER:\n\nACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\n"
    found = roles(record(title="CONSTRUCTION LOAN AGREEMENT", opening=opening, signatures=signatures))
    assert found["Acme Tools, Inc."] == ["borrower"]


def test_land_described_behind_the_signatures_is_no_party() -> None:
    text = loan() + "\n\nLEGAL DESCRIPTION\n\nNORTHERLY LINE OF SAID TRACT,\nbeing also a portion of the street\n"
    assert list(roles(extract_text(text))) == ["Acme Tools, Inc.", "First Harbor Bank"]


def test_subsidiaries_that_sign_before_the_lenders_borrow_where_the_opening_says_so() -> None:
    opening = (
        'This Third Amendment to Credit Agreement is made as of June 15, 2004, among NORWAKE SERVICES, INC. (the "Parent"), '
        'each of the Subsidiaries of the Parent that is a signatory hereto (together with the Parent, the "Borrowers"), '
        'FIRST HARBOR BANK and the other institutions that are signatories hereto (the "Banks"), and FIRST HARBOR BANK, as '
        'agent for the Banks (the "Agent").'
    )
    signers = (
        "NORWAKE SERVICES, INC.",
        "NORWAKE TRANSIT CORP.",
        "FIRST HARBOR BANK",
        "CALUMET DOMINION (CHICAGO), INC.",
    )
    signatures = "\n".join(f"{name}\n\nBy: /s/ Jane R. Roe\nName: Jane R. Roe\nTitle: Treasurer\n" for name in signers)
    found = roles(record(opening=opening, signatures=signatures))
    assert found["NORWAKE TRANSIT CORP."] == ["borrower"]
    assert found["CALUMET DOMINION (CHICAGO), INC."] == ["lender"]


def test_a_banking_corporation_that_only_signs_lends() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among Acme Tools, Inc. (the "Company"), the Subsidiary Borrowers parties hereto, the Lenders parties hereto and First Harbor Bank, as Agent.'
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\n\nPELHAM BANKING CORPORATION LIMITED\n\nBy: /s/ Ann B. Lee\n"
    assert roles(record(opening=opening, signatures=signatures))["PELHAM BANKING CORPORATION LIMITED"] == ["lender"]
