"""Many parties in one opening, and pages that many banks sign; worked out by hand."""

from making.loans import record

from extractor import Record


def parties(of: Record) -> list[tuple[str, list[str], str | None, str | None]]:
    """Name, roles, kind and state of each party."""
    return [(p.name, sorted(r.value for r in p.roles), p.entity_type, p.jurisdiction) for p in of.parties]


def opened(listed: str, signatures: str = "[to come]\n", body: str = "1. Fee. Reserved.") -> Record:
    """The record of an amendment between those."""
    return record(
        opening=f"This Third Amendment to Credit Agreement, dated as of June 15, 2004, is {listed}",
        body=body,
        signatures=signatures,
    )


def test_each_gives_its_form_and_role_to_all_of_its_side() -> None:
    listed = (
        "among (i) NORWAKE MARITIME CORP., ORVILLE SHIPPING CORP. and PELHAM MARITIME CORP., each a Marshall Islands\n"
        'corporation, jointly and severally as Borrowers (collectively, the "Borrowers"), (ii) ACME INTERNATIONAL LIMITED,\n'
        'a Bermuda corporation ("Acme"); ACME CARRIERS, S.A., a Panama corporation; and ACME LINES LTD., a Liberia\n'
        'corporation (collectively, the "Guarantors"), and (iii) FIRST HARBOR BANK, as Lender (the "Lender").\n'
    )
    assert parties(opened(listed)) == [
        ("NORWAKE MARITIME CORP.", ["borrower"], "corporation", "Marshall Islands"),
        ("ORVILLE SHIPPING CORP.", ["borrower"], "corporation", "Marshall Islands"),
        ("PELHAM MARITIME CORP.", ["borrower"], "corporation", "Marshall Islands"),
        ("ACME INTERNATIONAL LIMITED", ["guarantor"], "corporation", "Bermuda"),
        ("ACME CARRIERS, S.A.", ["guarantor"], "corporation", "Panama"),
        ("ACME LINES LTD.", ["guarantor"], "corporation", "Liberia"),
        ("FIRST HARBOR BANK", ["lender"], None, None),
    ]


def test_a_term_that_begins_a_line_is_no_paragraph_of_the_recitals() -> None:
    listed = (
        'among ACME TOOLS, INC. (the "A Borrower"), and ACME TOOLS GMBH, a corporation organized under the laws of\n'
        'Germany, a subsidiary of the A Borrower (each a "B Borrower" and, together with the\n'
        'A Borrower, each a "Borrower"), and FIRST HARBOR BANK (the "Bank").\n'
    )
    assert [(name, roles) for name, roles, _, _ in parties(opened(listed))] == [
        ("ACME TOOLS, INC.", ["borrower"]),
        ("ACME TOOLS GMBH", ["borrower"]),
        ("FIRST HARBOR BANK", ["lender"]),
    ]


def test_a_city_is_part_of_a_bank_s_name() -> None:
    listed = (
        'among ACME TOOLS, INC. (the "Borrower"), HARBOR BANK, ATLANTA, a Georgia banking corporation ("Harbor"), and\n'
        'PELHAM BANK (the "Lenders").\n'
    )
    assert ("HARBOR BANK, ATLANTA", ["lender"], "banking corporation", "Georgia") in parties(opened(listed))


def test_the_terms_that_a_sentence_behind_the_list_gives() -> None:
    listed = (
        'between FIRST HARBOR BANK ("Lender"), on the one hand, and ACME GROUP, INC. ("Group"), and ACME STORES, INC.\n'
        '("Stores"), on the other hand. Group and Stores are each a "Borrower" and together the "Borrowers".\n'
    )
    assert [(name, roles) for name, roles, _, _ in parties(opened(listed))] == [
        ("FIRST HARBOR BANK", ["lender"]),
        ("ACME GROUP, INC.", ["borrower"]),
        ("ACME STORES, INC.", ["borrower"]),
    ]


def test_who_says_that_it_guarantees_is_a_guarantor() -> None:
    listed = 'among ACME TOOLS, INC. (the "Company"), ACME LTD. (the "Borrower") and FIRST HARBOR BANK (the "Bank").\n'
    says = "7. Guaranty. The Company hereby unconditionally and irrevocably guarantees to the Bank the payment of the Loans.\n"
    roles = {name: roles for name, roles, _, _ in parties(opened(listed, body=says))}
    assert "guarantor" in roles["ACME TOOLS, INC."]
    assert roles["ACME LTD."] == ["borrower"]
    assert roles["FIRST HARBOR BANK"] == ["lender"]


PAGES = """\
HARBOR BANK (AMERICA), N.V.,
As Lender

By:    /s/ Jane Roe
Name:  Jane Roe
Title: Vice President

COMMITMENT AMOUNT:   $45,000,000

Address for Notices:
Harbor Bank
Attn:  John Q. Doe
Vice President
Payment Instructions:
Bank Name:        Harbor Bank, Atlanta
Account Name:     Acme Tools, Inc.
Reference:        Acme Tools, Inc.
<PAGE>
PELHAM HOSPITAL TRUST
  BANK AND TRUST COMPANY

By: /s/ Ann B. Lee
Title: Senior Manager
And /s/ C. D. Moe
Title: Manager

ORVILLE BANK,
Business Credit Division

By: /s/ E. F. Noe
Its: First Vice President

ACME FINANCIAL GROUP, INC.,
Guarantor

By  G. H. Poe
    Chairman
"""


def test_what_stands_between_the_blocks_of_many_banks() -> None:
    listed = 'among ACME TOOLS, INC., an Ohio corporation (the "Borrower"), and the Lenders that sign below.\n'
    of = opened(listed, PAGES)
    assert [(s.name, s.title, s.party) for s in of.signatories] == [
        ("Jane Roe", "Vice President", "HARBOR BANK (AMERICA), N.V."),
        ("Ann B. Lee", "Senior Manager", "PELHAM HOSPITAL TRUST BANK AND TRUST COMPANY"),
        ("C. D. Moe", "Manager", "PELHAM HOSPITAL TRUST BANK AND TRUST COMPANY"),
        ("E. F. Noe", "First Vice President", "ORVILLE BANK"),
        ("G. H. Poe", "Chairman", "ACME FINANCIAL GROUP, INC."),
    ]
    assert [(p.name, [r.value for r in p.roles]) for p in of.parties] == [
        ("ACME TOOLS, INC.", ["borrower"]),
        ("HARBOR BANK (AMERICA), N.V.", ["lender"]),
        ("PELHAM HOSPITAL TRUST BANK AND TRUST COMPANY", ["lender"]),
        ("ORVILLE BANK", ["lender"]),
        ("ACME FINANCIAL GROUP, INC.", ["guarantor"]),
    ]


HEADED = """\
BORROWER:

ACME TOOLS, INC.

By: /s/ Jane Roe
Title: Treasurer

GUARANTORS:

ACME LAND COMPANY, LLC
ACME WEST, INC.

By: /s/ Jane Roe
Title: Vice President of each of the foregoing

HARBOR BANK, as Agent and a Lender

By: /s/ Ann B. Lee
Title: Vice President

PELHAM SAVINGS BANK, FSB

By: /s/ C. D. Moe
Title: Vice President
"""


def roles_of(of: Record) -> dict[str, list[str]]:
    return {p.name: [r.value for r in p.roles] for p in of.parties}


def test_the_agent_ends_the_guarantors_pages() -> None:
    listed = 'among ACME TOOLS, INC. (the "Borrower"), the Lenders party hereto, and HARBOR BANK, as Agent.\n'
    assert roles_of(opened(listed, HEADED)) == {
        "ACME TOOLS, INC.": ["borrower"],
        "HARBOR BANK": ["agent", "lender"],
        "ACME LAND COMPANY, LLC": ["guarantor"],
        "ACME WEST, INC.": ["guarantor"],
        "PELHAM SAVINGS BANK, FSB": ["lender"],
    }


def test_subsidiaries_sign_between_those_who_borrow_and_those_who_lend() -> None:
    listed = 'among ACME TOOLS, INC. (the "Borrower"), the Lenders party hereto, and HARBOR BANK, as Agent.\n'
    without = HEADED.replace("BORROWER:\n\n", "").replace("GUARANTORS:\n\n", "")
    assert roles_of(opened(listed, without))["ACME LAND COMPANY, LLC"] == ["guarantor"]
    assert roles_of(opened(listed, without))["PELHAM SAVINGS BANK, FSB"] == ["lender"]


def test_who_guarantees_still_borrows() -> None:
    listed = 'between ACME TOOLS, INC. (the "Company") and the banks that sign below (the "Banks").\n'
    says = "7. Guaranty. The Company hereby irrevocably guarantees to the Banks the payment of what its subsidiaries borrow."
    assert roles_of(opened(listed, body=says))["ACME TOOLS, INC."] == ["borrower", "guarantor"]


def test_collectively_with_the_parent() -> None:
    listed = (
        'among ACME TOOLS, INC., a Delaware corporation ("Parent"), ACME EUROPE B.V., a company incorporated in the\n'
        'Netherlands (each individually and collectively with Parent, "Borrower"), and HARBOR BANK (the "Lender").\n'
    )
    assert roles_of(opened(listed)) == {
        "ACME TOOLS, INC.": ["borrower"],
        "ACME EUROPE B.V.": ["borrower"],
        "HARBOR BANK": ["lender"],
    }


def test_a_title_ends_where_the_lines_below_it_are_another_s() -> None:
    pages = """\
HARBOR BANK

By: /s/ Ann B. Lee
Title: Vice President

Commitment: $5,000,000

Address for notices:
100 Main Street
Attn: John Q. Doe
Senior Vice President
"""
    of = opened('between ACME TOOLS, INC. (the "Borrower") and HARBOR BANK (the "Lender").\n', pages)
    assert [(s.name, s.title) for s in of.signatories] == [("Ann B. Lee", "Vice President")]


def test_companies_of_luxembourg() -> None:
    listed = (
        'among ACME CHEMICALS, INC., a New Jersey corporation (the "U.S. Borrower"), Acme Luxembourg S. à r. l., a Luxembourg\n'
        'société à responsabilité limitée (the "Foreign Borrower" and, together with the U.S. Borrower, the "Borrowers"),\n'
        "Pelham V (QT) S.à r.l. and Orville Joint-Fund IX (RLM-QT) S.à r.l., each, a Luxembourg société à responsabilité\n"
        'limitée, as Lenders (the "Lenders").\n'
    )
    page = "ORVILLE JOINT-FUND IX (RLM-QT) S.À R.L.\n\nBy: /s/ Jane Roe\nTitle: Class A Manager\n"
    form = "société à responsabilité limitée"
    of = opened(listed, page)
    assert parties(of) == [
        ("ACME CHEMICALS, INC.", ["borrower"], "corporation", "New Jersey"),
        ("Acme Luxembourg S. à r. l.", ["borrower"], form, "Luxembourg"),
        ("Pelham V (QT) S.à r.l.", ["lender"], form, "Luxembourg"),
        ("Orville Joint-Fund IX (RLM-QT) S.à r.l.", ["lender"], form, "Luxembourg"),
    ]
    assert [s.party for s in of.signatories] == ["Orville Joint-Fund IX (RLM-QT) S.à r.l."]


def forms(listed: str) -> dict[str, str | None]:
    return {name: form for name, _, form, _ in parties(opened(listed))}


def test_each_reaches_no_further_than_its_side() -> None:
    found = forms(
        '(i) ACME TOOLS, INC. (the "Borrower"), (ii) PELHAM LLC and ORVILLE LLC, each a Delaware limited liability company (the\n'
        '"Guarantors"), and (iii) HARBOR BANK (the "Lender").\n'.join(["among ", ""])
    )
    assert found["ACME TOOLS, INC."] is None
    assert found["PELHAM LLC"] == found["ORVILLE LLC"] == "limited liability company"


def test_each_leaves_out_who_is_called_something_else() -> None:
    found = forms(
        'among ACME TOOLS, INC. (the "Borrower"), PELHAM LLC (the "Guarantor") and HARBOR BANK, N.A. and FARGO BANK, N.A., each a\n'
        'national banking association (the "Banks").\n'
    )
    assert found["ACME TOOLS, INC."] is None
    assert found["PELHAM LLC"] is None
    assert found["HARBOR BANK, N.A."] == found["FARGO BANK, N.A."] == "national banking association"


def test_a_person_is_no_company() -> None:
    listed = 'among JOHN Q. DOE, PELHAM LLC and ORVILLE LLC, each a Delaware limited liability company (the "Borrowers"), and HARBOR BANK (the "Lender").\n'
    assert forms(listed)["JOHN Q. DOE"] is None


def test_a_city_tells_companies_apart_that_are_no_banks() -> None:
    listed = 'among ACME RADIO (the "Borrower"), ACME RADIO DENVER, as Guarantor, and HARBOR BANK (the "Lender").\n'
    assert [(name, roles) for name, roles, _, _ in parties(opened(listed))] == [
        ("ACME RADIO", ["borrower"]),
        ("ACME RADIO DENVER", ["guarantor"]),
        ("HARBOR BANK", ["lender"]),
    ]


def test_a_bank_with_and_without_its_seat() -> None:
    listed = 'between ACME TOOLS, INC. (the "Borrower") and HARBOR BANK (the "Lender").\n'
    of = opened(listed, "HARBOR BANK, WINSTON-SALEM\n\nBy: /s/ Jane Roe\nTitle: Vice President\n")
    assert len(of.parties) == 2
    assert [s.party for s in of.signatories] == [of.parties[1].name]


def test_who_is_called_the_servicer_does_not_lend() -> None:
    listed = 'between ACME FUNDING CORP. (the "Borrower") and ACME SERVICING, INC. (the "Servicer").\n'
    assert roles_of(opened(listed))["ACME SERVICING, INC."] == ["other"]


def test_what_else_is_guaranteed() -> None:
    listed = 'among ACME TOOLS, INC. (the "Borrower"), ACME SALES, INC. (the "Seller") and HARBOR BANK (the "Bank").\n'
    says = "7. Goods. The Seller hereby guarantees the quality of the goods. The Bank hereby irrevocably guarantees payment of the drafts."
    roles = roles_of(opened(listed, body=says))
    assert "guarantor" not in roles["ACME SALES, INC."]
    assert roles["HARBOR BANK"] == ["lender"]


def test_a_bank_that_a_definition_leaves_out_issues_nothing() -> None:
    listed = 'among ACME TOOLS, INC. (the "Borrower"), and HARBOR BANK and PELHAM BANK (the "Lenders").\n'
    says = '7. Definitions. "Issuing Bank" means any of the Lenders other than Pelham Bank.'
    assert roles_of(opened(listed, body=says))["PELHAM BANK"] == ["lender"]


def test_funds_that_sign_before_the_agent_do_not_guarantee() -> None:
    listed = 'among ACME TOOLS, INC. (the "Borrower"), the institutions signatory hereto (the "Lenders"), and HARBOR BANK, as Agent.\n'
    pages = "\n".join(
        f"{name}\n\nBy: /s/ Jane Roe\nTitle: Director\n"
        for name in ("ACME TOOLS, INC.", "PELHAM FUNDING, LTD.", "ORVILLE INVESTORS, LLC", "HARBOR BANK, as Agent")
    )
    roles = roles_of(opened(listed, pages))
    assert roles["PELHAM FUNDING, LTD."] == roles["ORVILLE INVESTORS, LLC"] == ["lender"]
