"""Parties as openings list them: name and what is said of each, worked out by hand."""

import pytest
from making.loans import SIGNATURES, loan, record

from extractor import Record, extract_text
from extractor.records import Party

TITLE = "FIRST AMENDMENT TO CREDIT AGREEMENT"


def opened(parties: str, signatures: str = "") -> Record:
    """The record of an amendment that opens so and, if need be, is not signed."""
    return record(
        title=TITLE,
        opening=f'This First Amendment to Credit Agreement (this "Amendment"), dated as of June 15, 2004, is {parties}.',
        signatures=signatures,
    )


def party(name: str, of: Record) -> Party:
    """The one party of that name."""
    (found,) = [p for p in of.parties if p.name == name]
    return found


LISTS: list[tuple[str, str, list[tuple[str, list[str]]]]] = [
    (
        "two",
        'between Acme Tools, Inc., a Delaware corporation (the "Borrower"), and First Harbor Bank (the "Lender")',
        [("Acme Tools, Inc.", ["borrower"]), ("First Harbor Bank", ["lender"])],
    ),
    (
        "by and between",
        'made by and between Acme Tools, Inc. ("Borrower") and First Harbor Bank ("Bank")',
        [("Acme Tools, Inc.", ["borrower"]), ("First Harbor Bank", ["lender"])],
    ),
    (
        "three, with an agent",
        'among ACME TOOLS, INC., a Delaware corporation (the "Borrower"), FIRST HARBOR BANK, N.A., as Lender, and SECOND RIVER TRUST COMPANY, as Administrative Agent',
        [
            ("ACME TOOLS, INC.", ["borrower"]),
            ("FIRST HARBOR BANK, N.A.", ["lender"]),
            ("SECOND RIVER TRUST COMPANY", ["agent"]),
        ],
    ),
    (
        "one in two capacities",
        'among Acme Tools, Inc. (the "Borrower"), and First Harbor Bank, individually and as agent for the Lenders (the "Agent")',
        [("Acme Tools, Inc.", ["borrower"]), ("First Harbor Bank", ["agent", "lender"])],
    ),
    (
        "enumerated",
        'among (i) Acme Tools, Inc. (the "Borrower"), (ii) Acme Parts LLC (the "Guarantor") and (iii) First Harbor Bank (the "Lender")',
        [("Acme Tools, Inc.", ["borrower"]), ("Acme Parts LLC", ["guarantor"]), ("First Harbor Bank", ["lender"])],
    ),
    (
        "a class that is named elsewhere",
        'among Acme Tools, Inc. (the "Borrower"), the Lenders party hereto, and First Harbor Bank, as Administrative Agent',
        [("Acme Tools, Inc.", ["borrower"]), ("First Harbor Bank", ["agent"])],
    ),
    (
        "borrowers together",
        'among Acme Tools, Inc., a Delaware corporation, and Acme Parts, Inc., an Ohio corporation (each a "Borrower" and together the "Borrowers"), and First Harbor Bank (the "Lender")',
        [("Acme Tools, Inc.", ["borrower"]), ("Acme Parts, Inc.", ["borrower"]), ("First Harbor Bank", ["lender"])],
    ),
    (
        "an and within a name",
        'between Smith and Wesley Tools, Inc. (the "Borrower") and First Harbor Bank and Trust Company (the "Lender")',
        [("Smith and Wesley Tools, Inc.", ["borrower"]), ("First Harbor Bank and Trust Company", ["lender"])],
    ),
    (
        "an ampersand and a figure",
        'between A&B Tools 2000, L.P. (the "Borrower") and First Harbor Bank, N.A. (the "Lender")',
        [("A&B Tools 2000, L.P.", ["borrower"]), ("First Harbor Bank, N.A.", ["lender"])],
    ),
    (
        "a bracket within a name",
        'between Acme Tools (U.K.) Limited (the "Borrower") and First Harbor Bank (the "Lender")',
        [("Acme Tools (U.K.) Limited", ["borrower"]), ("First Harbor Bank", ["lender"])],
    ),
    (
        "individuals",
        'between John Q. Public, an individual (the "Maker"), and Mary Major (the "Holder")',
        [("John Q. Public", ["borrower"]), ("Mary Major", ["lender"])],
    ),
    (
        "foreign forms",
        'among Acme Werkzeug GmbH (the "Borrower"), Banque du Port S.A. and Rheinbank Aktiengesellschaft, as Lenders',
        [
            ("Acme Werkzeug GmbH", ["borrower"]),
            ("Banque du Port S.A.", ["lender"]),
            ("Rheinbank Aktiengesellschaft", ["lender"]),
        ],
    ),
    (
        "the company and its parent",
        'among Acme Tools, Inc. (the "Company"), Acme Holdings, Inc. (the "Parent"), and First Harbor Bank (the "Bank")',
        [("Acme Tools, Inc.", ["borrower"]), ("Acme Holdings, Inc.", ["other"]), ("First Harbor Bank", ["lender"])],
    ),
    (
        "a letter of credit issuer",
        'among Acme Tools, Inc. (the "Borrower"), First Harbor Bank, as Lender, and Second River Bank, as Issuing Bank',
        [("Acme Tools, Inc.", ["borrower"]), ("First Harbor Bank", ["lender"]), ("Second River Bank", ["issuer"])],
    ),
    (
        "an arranger",
        'among Acme Tools, Inc. (the "Borrower"), First Harbor Bank, as Lender, and Second River Securities LLC, as Lead Arranger and Book Manager',
        [
            ("Acme Tools, Inc.", ["borrower"]),
            ("First Harbor Bank", ["lender"]),
            ("Second River Securities LLC", ["arranger"]),
        ],
    ),
    (
        "a trustee",
        'between Acme Tools, Inc. (the "Borrower") and Second River Trust Company, as trustee (the "Trustee")',
        [("Acme Tools, Inc.", ["borrower"]), ("Second River Trust Company", ["trustee"])],
    ),
    (
        "with addresses",
        'between Acme Tools, Inc., a Delaware corporation with its principal office at 1 Main Street, Springfield, Ohio 45501 (the "Borrower"), and First Harbor Bank, whose address is 2 Dock Road, New York, New York 10004 (the "Lender")',
        [("Acme Tools, Inc.", ["borrower"]), ("First Harbor Bank", ["lender"])],
    ),
    (
        "over lines and no-break blanks",
        'between Acme\nTools,\u00a0Inc. (the\n"Borrower") and First\n     Harbor Bank (the “Lender”)',
        [("Acme Tools, Inc.", ["borrower"]), ("First Harbor Bank", ["lender"])],
    ),
    (
        "a lower-case initial and a star",
        'between eTools, Inc. (the "Borrower") and bankPoint*s Corp. (the "Lender")',
        [("eTools, Inc.", ["borrower"]), ("bankPoint*s Corp.", ["lender"])],
    ),
    (
        "farm credit suffixes",
        'between Acme Farms, Inc. (the "Borrower") and River Valley Farm Credit, PCA (the "Lender")',
        [("Acme Farms, Inc.", ["borrower"]), ("River Valley Farm Credit, PCA", ["lender"])],
    ),
]


@pytest.mark.parametrize(("parties", "expected"), [pytest.param(*case[1:], id=case[0]) for case in LISTS])
def test_names_and_roles(parties: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(p.name, sorted(r.value for r in p.roles)) for p in opened(parties).parties] == expected


DESCRIBED = [
    ("Acme Tools, Inc., a Delaware corporation", "corporation", "Delaware", []),
    (
        "Acme Tools, Inc., a corporation organized under the laws of the State of Delaware",
        "corporation",
        "Delaware",
        [],
    ),
    ("Acme Tools LLC, a New York limited liability company", "limited liability company", "New York", []),
    ("Acme Tools, L.P., a Texas limited partnership", "limited partnership", "Texas", []),
    ("Acme Tools Trust, a Massachusetts business trust", "business trust", "Massachusetts", []),
    ("Acme Tools Limited, a company organized under the laws of England and Wales", "company", "England and Wales", []),
    ("Acme Bank, N.A., a national banking association", "national banking association", None, []),
    ("Acme Savings Bank, a federal savings bank", "federal savings bank", None, []),
    ("John Q. Public, an individual", "individual", None, []),
    ("Jane R. Roe", None, None, []),
    ("Jane R. Roe, individually", "individual", None, []),
    ("Acme Tools, Inc.", None, None, []),
    (
        "Acme Tools, Inc., a Delaware corporation formerly known as Acme Hammers, Inc.",
        "corporation",
        "Delaware",
        ["Acme Hammers, Inc."],
    ),
    (
        "Acme Tools, Inc. (f/k/a Acme Hammers, Inc.), a Delaware corporation",
        "corporation",
        "Delaware",
        ["Acme Hammers, Inc."],
    ),
    (
        "Acme Tools, Inc., a Delaware corporation and successor by merger to Acme Saws, Inc.",
        "corporation",
        "Delaware",
        ["Acme Saws, Inc."],
    ),
    (
        "Acme Tools, Inc., successor in interest to Acme Saws Co., a Nevada corporation",
        "corporation",
        "Nevada",
        ["Acme Saws Co."],
    ),
]


@pytest.mark.parametrize(("described", "entity", "place", "former"), DESCRIBED)
def test_descriptions(described: str, entity: str | None, place: str | None, former: list[str]) -> None:
    found = opened(f'between {described} (the "Borrower"), and First Harbor Bank (the "Lender")').parties[0]
    assert (found.entity_type, found.jurisdiction, found.former_names) == (entity, place, former)
    assert found.defined_terms == ["Borrower"]


def test_address() -> None:
    found = opened(
        'between Acme Tools, Inc., a Delaware corporation having an office at 1 Main Street, Springfield, Ohio 45501 (the "Borrower"), and First Harbor Bank (the "Lender")'
    )
    assert found.parties[0].address == "1 Main Street, Springfield, Ohio 45501"


def test_one_party_once_however_it_is_spelt() -> None:
    signatures = SIGNATURES.replace("FIRST HARBOR BANK", "FIRST HARBOUR BANK").replace(
        "ACME TOOLS, INC.", "ACME TOOLS INC"
    )
    found = opened('between Acme Tools, Inc. (the "Borrower") and First Harbor Bank (the "Lender")', signatures)
    assert [p.name for p in found.parties] == ["Acme Tools, Inc.", "First Harbor Bank"]


def test_two_companies_that_differ_in_one_word_are_two() -> None:
    found = opened(
        'among Acme Tools East, Inc. and Acme Tools West, Inc. (together, the "Borrowers") and First Harbor Bank (the "Lender")'
    )
    assert [p.name for p in found.parties] == ["Acme Tools East, Inc.", "Acme Tools West, Inc.", "First Harbor Bank"]


def test_lenders_and_guarantors_that_appear_only_by_signing() -> None:
    signatures = f"""\
{SIGNATURES}
SECOND RIVER BANK, N.A.,
as a Lender

By: /s/ Paul Poe
Name: Paul Poe
Title: Director

GUARANTORS:

ACME PARTS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Secretary
"""
    found = opened(
        'among Acme Tools, Inc. (the "Borrower"), the lenders party hereto and First Harbor Bank, as agent (the "Agent")',
        signatures,
    )
    assert {(p.name, *(r.value for r in p.roles)) for p in found.parties} == {
        ("Acme Tools, Inc.", "borrower"),
        ("First Harbor Bank", "agent"),
        ("SECOND RIVER BANK, N.A.", "lender"),
        ("ACME PARTS, INC.", "guarantor"),
    }


def test_evidence_of_every_party_is_its_name() -> None:
    for found in opened(
        'between Acme Tools, Inc. (the "Borrower") and First Harbor Bank (the "Lender")', SIGNATURES
    ).parties:
        assert {" ".join(e.text.split()).rstrip(".").upper() for e in found.evidence} == {
            found.name.rstrip(".").upper()
        }


def test_commas_of_names_where_semicolons_part_the_parties() -> None:
    record = extract_text(
        "CREDIT AGREEMENT\n\n     THIS CREDIT AGREEMENT is dated as of March 3, 1997, by and among ACME HOLDINGS, INC., a Delaware "
        'corporation ("Acme"); REED, BUCKNER INTERNATIONAL, INC., a Florida corporation; REED, BUCKNER, SHAW & HOLT, INC., a '
        'Florida corporation; and FERNDALE BANK, N.A., a national banking association (the "Bank").\n\n'
        "     The Bank lends Acme $5,000,000.\n"
    )
    assert [p.name for p in record.parties] == [
        "ACME HOLDINGS, INC.",
        "REED, BUCKNER INTERNATIONAL, INC.",
        "REED, BUCKNER, SHAW & HOLT, INC.",
        "FERNDALE BANK, N.A.",
    ]


def test_a_note_s_parties_are_those_of_the_promise() -> None:
    record = extract_text(
        "CONVERTIBLE PROMISSORY NOTE\n\nMay 1, 2014\n\nFOR VALUE RECEIVED, ACME BRANDS, INC., a Nevada corporation (the "
        '"Borrower"), promises to pay to the order of FERNDALE MASTER FUND, LP (hereinafter, together with any holder hereof, '
        '"Lender"), whose address is 1 Main Street, Las Vegas, on or before May 1, 2016, the lesser of (i) $1,200,000 or (ii) the '
        "amount outstanding under the credit facility agreement, dated as of August 31, 2013, by and among the Borrower, as "
        "borrower, NORTH MILLS HOLDINGS, INC., as guarantor, and the Lender.\n\nACME BRANDS, INC.\n\nBy: /s/ Jane Roe\n"
    )
    assert [(p.name, [r.value for r in p.roles]) for p in record.parties] == [
        ("ACME BRANDS, INC.", ["borrower"]),
        ("FERNDALE MASTER FUND, LP", ["lender"]),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Trent Irish Banks, p.l.c.",
        "TRENT IRISH BANKS, P.L.C.",
        "Trent Corporate Bank (USA)",
        "TRENT FINANCIAL CORPORATION (WESTERN)",
        "Trentix",
    ],
)
def test_an_agent_s_name(name: str) -> None:
    opening = (
        'THIS THIRD AMENDMENT, dated as of June 15, 2004, is among ACME TOOLS, INC., an Ohio corporation (the "Borrower"), the several banks '
        f'from time to time parties hereto (the "Lenders") and {name}, as administrative agent for the Lenders (the "Administrative Agent").'
    )
    found = extract_text(loan(opening=opening, signatures=""))
    assert [(p.name, [r.value for r in p.roles]) for p in found.parties] == [
        ("ACME TOOLS, INC.", ["borrower"]),
        (name, ["agent"]),
    ]


@pytest.mark.parametrize(
    ("said", "form", "place"),
    [
        ("a Cayman Islands exempt company", "exempt company", "Cayman Islands"),
        ("a California state-chartered bank", "state-chartered bank", "California"),
        ("a corporation of the State of New Jersey", "corporation", "New Jersey"),
        ("a Delaware public benefit corporation", "public benefit corporation", "Delaware"),
        ("a société anonyme organized under the laws of Luxembourg", "société anonyme", "Luxembourg"),
        ("a Barbados international business company", "international business company", "Barbados"),
        ("a sole proprietorship", "sole proprietorship", None),
    ],
)
def test_forms_of_companies(said: str, form: str, place: str | None) -> None:
    opening = f'THIS THIRD AMENDMENT, dated as of June 15, 2004, is by and among ACME TOOLS, {said} ("Borrower"), and FIRST HARBOR BANK (the "Lender").'
    party = extract_text(loan(opening=opening, signatures="")).parties[0]
    assert (party.name, party.entity_type, party.jurisdiction) == ("ACME TOOLS", form, place)


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("as Administrative Agent, Swingline Lender and Issuing Bank", ["agent", "lender", "issuer"]),
        ('for itself and as agent for certain other lenders (the "Agent")', ["lender", "agent"]),
        ("as Administrative Agent and a Lender", ["agent", "lender"]),
        ('as Agent (the "Agent"), and the Lenders', ["agent"]),
    ],
)
def test_one_capacity_after_the_other(said: str, roles: list[str]) -> None:
    opening = (
        'THIS THIRD AMENDMENT, dated as of June 15, 2004, is by and among ACME TOOLS, INC. (the "Borrower"), the Lenders party hereto, '
        f"and HARBOR BANK, N.A., {said}."
    )
    party = extract_text(loan(opening=opening, signatures="")).parties[1]
    assert party.name == "HARBOR BANK, N.A."
    assert sorted(r.value for r in party.roles) == sorted(roles)


def test_those_of_whom_a_class_consists() -> None:
    found = opened(
        "among ACME TOOLS, INC., a corporation organized under the laws of the State of Ohio, as Lead Borrower for the Borrowers, being"
        '\n\nsaid ACME TOOLS, INC.,\n\nACME RETAIL, INC., a Maine corporation ("Retail"), and\n\nACME SHOES LLC ("Shoes"); and'
        "\n\nACME CANADA LTD., a Canadian corporation, as a Loan Party but not as a Borrower; and"
        "\n\nFIRST HARBOR BANK, N.A., as Administrative Agent"
    )
    assert [(p.name, p.roles) for p in found.parties] == [
        ("ACME TOOLS, INC.", ["borrower"]),
        ("ACME RETAIL, INC.", ["borrower"]),
        ("ACME SHOES LLC", ["borrower"]),
        ("ACME CANADA LTD.", ["other"]),
        ("FIRST HARBOR BANK, N.A.", ["agent"]),
    ]


@pytest.mark.parametrize(
    ("capacity", "roles"),
    [
        ("not as a Lender but solely as Agent", ["agent"]),
        ("as Agent and not as a Lender", ["agent"]),
        ("not in its individual capacity but as Agent", ["agent"]),
    ],
)
def test_in_what_capacity_somebody_does_not_act(capacity: str, roles: list[str]) -> None:
    found = opened(f"among Acme Tools, Inc., as Borrower, and First Harbor Bank, {capacity}")
    assert party("First Harbor Bank", found).roles == roles


@pytest.mark.parametrize(
    "said",
    [
        'JANE ROE and JOHN ROE, individuals (each a "Guarantor")',
        'Jane Roe, John Roe and Mark Doe, individuals (the "Guarantors")',
        'Jane Roe and John Roe, each an individual (the "Guarantors")',
    ],
)
def test_several_individuals(said: str) -> None:
    found = opened(f'among Acme Tools, Inc., an Ohio corporation (the "Borrower"), {said}, and First Harbor Bank ("Lender")')
    persons = [p for p in found.parties if "ro" in p.name.lower() or "Doe" in p.name]
    assert [p.entity_type for p in persons] == ["individual"] * len(persons)
    assert [p.name.lower() for p in persons][:2] == ["jane roe", "john roe"]


def test_text_that_ends_where_its_parties_begin() -> None:
    assert extract_text("This Amendment is made by and among ").parties == []
    assert extract_text("among ").parties == []
