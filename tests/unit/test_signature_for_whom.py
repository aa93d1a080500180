"""For whom is signed, where initials, serial numbers, surnames and second officers look like something else; worked out by hand."""

import pytest
from making.loans import record

from extractor import Record
from extractor.values.names import is_title

ACME, HARBOR = "Acme Tools, Inc.", "First Harbor Bank"
ACME_SIGNS = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nName: Jane R. Roe\nTitle: Treasurer\n\n\n"
HARBOR_SIGNS = "FIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\nName: John Q. Doe\nTitle: Vice President\n\n\n"
OF_ACME, OF_HARBOR = ("Jane R. Roe", ACME), ("John Q. Doe", HARBOR)


def signers(of: Record) -> list[tuple[str, str | None]]:
    """Each signatory with his party."""
    return [(s.name, s.party) for s in of.signatories]


def names(of: Record) -> list[str]:
    """The parties' names."""
    return [p.name for p in of.parties]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("P.P. PELHAM, INC.", "P.P. PELHAM, INC."),
        ("P.P. GRAYSON COMPANY, as Guarantor", "P.P. GRAYSON COMPANY"),
        ("p.p. GRAYSON COMPANY, as Guarantor", "GRAYSON COMPANY"),
        ("PER PROC. HOLT BROTHERS & CO., as Guarantor", "HOLT BROTHERS & CO."),
        ("Per procurationem HOLT BROTHERS & CO., as Guarantor", "HOLT BROTHERS & CO."),
    ],
)
def test_procuration_and_initials(line: str, name: str) -> None:
    found = record(
        signatures=ACME_SIGNS + HARBOR_SIGNS + f"{line}\n\nBy: /s/ Lee Chen\nName: Lee Chen\nTitle: Manager\n"
    )
    assert signers(found) == [OF_ACME, OF_HARBOR, ("Lee Chen", name)]


def test_a_known_name_that_begins_as_procuration_does() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between Per Pro Systems, Inc. (the "Borrower") and First Harbor Bank (the "Lender").'
    signatures = "Per Pro Systems, Inc.\n\nBy: /s/ Lee Chen\nName: Lee Chen\nTitle: Manager\n\n\n" + HARBOR_SIGNS
    assert signers(record(opening=opening, signatures=signatures)) == [("Lee Chen", "Per Pro Systems, Inc."), OF_HARBOR]


@pytest.mark.parametrize("heading", ["BORROWER:\n\n", ""])
def test_a_second_officer_without_by_and_office_is_no_party(heading: str) -> None:
    below = "\n/s/ Mary Stone\nMary Stone\n\n\n"
    signatures = heading + ACME_SIGNS.rstrip() + "\n" + below + HARBOR_SIGNS
    found = record(signatures=signatures)
    assert (names(found), signers(found)) == ([ACME, HARBOR], [OF_ACME, ("Mary Stone", ACME), OF_HARBOR])


def test_a_second_officer_below_the_bank_is_no_party() -> None:
    found = record(signatures=ACME_SIGNS + HARBOR_SIGNS + "/s/ Lee Chen\nLee Chen\n")
    assert (names(found), signers(found)) == ([ACME, HARBOR], [OF_ACME, OF_HARBOR, ("Lee Chen", HARBOR)])


def test_a_person_below_a_company_among_guarantors_signs_for_himself() -> None:
    holdings = "GUARANTORS:\n\nACME HOLDINGS, INC.\n\nBy: /s/ Ian Gray\nName: Ian Gray\nTitle: Director\n\n\n"
    found = record(signatures=ACME_SIGNS + HARBOR_SIGNS + holdings + "/s/ Mary Stone\nMary Stone\n")
    assert signers(found)[2:] == [("Ian Gray", "ACME HOLDINGS, INC."), ("Mary Stone", "Mary Stone")]


@pytest.mark.parametrize("called", ["an individual", "an unmarried woman"])
def test_a_person_whom_the_page_calls_an_individual_signs_for_himself(called: str) -> None:
    said = f"The undersigned, ACME HOLDINGS, INC. and MARY STONE, {called} who lives in Ohio, consent to this Amendment and confirm that their guaranty of the debts of the Borrower goes on.\n\n"
    holdings = "ACME HOLDINGS, INC.\n\nBy: /s/ Ian Gray\nName: Ian Gray\nTitle: Director\n\n\n"
    found = record(signatures=ACME_SIGNS + HARBOR_SIGNS + said + holdings + "/s/ Mary Stone\nMary Stone\n")
    assert signers(found)[2:] == [("Ian Gray", "ACME HOLDINGS, INC."), ("Mary Stone", "Mary Stone")]


@pytest.mark.parametrize("capacity", ["as agent for the Borrowers", "as Borrower Agent", "as Borrowers' Agent"])
def test_who_acts_for_the_borrowers_stays_under_their_heading(capacity: str) -> None:
    signatures = (
        f"BORROWERS:\n\nPELHAM TOOLS, INC., {capacity}\n\nBy: /s/ Jane Roe\nTitle: Treasurer\n\n\n"
        "PELHAM SHOPS, INC.\n\nBy: /s/ Jane Roe\nTitle: Treasurer\n\n\nLENDER:\n\n" + HARBOR_SIGNS
    )
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between the borrowers named on the signature pages (the "Borrowers") and First Harbor Bank (the "Lender").'
    found = record(opening=opening, signatures=signatures)
    roles = {p.name: [role.value for role in p.roles] for p in found.parties}
    assert "borrower" in roles["PELHAM TOOLS, INC."]
    assert roles["PELHAM SHOPS, INC."] == ["borrower"]


@pytest.mark.parametrize("person", ["Maria Pastor", "Ben R. Mayor", "Carl Leader"])
def test_surnames_that_are_offices_too(person: str) -> None:
    found = record(signatures=f"{ACME_SIGNS}{HARBOR_SIGNS}GUARANTOR:\n\n/s/ {person}\n{person}\n")
    assert signers(found)[2:] == [(person, person)]


def test_offices_that_are_surnames_too() -> None:
    titles = [
        "Mayor",
        "Mayor of Springfield",
        "Senior Pastor",
        "Team Leader",
        "Leader, Corporate Banking",
        "Vice Mayor",
    ]
    assert all(is_title(title) for title in titles)


@pytest.mark.parametrize("amount", ["€5,000,000", "£5,000,000", "€ 5,000,000.00"])
def test_amounts_of_euros_before_a_lenders_name(amount: str) -> None:
    page = f"{amount} PELHAM BANK AG, as a Lender\n\nBy: /s/ Lee Chen\nName: Lee Chen\nTitle: Director\n"
    assert signers(record(signatures=ACME_SIGNS + page)) == [OF_ACME, ("Lee Chen", "PELHAM BANK AG")]


def test_amounts_of_euros_on_pages_broken_behind_the_first_word() -> None:
    signatures = "ACME\nTOOLS, INC.,\nas\nBorrower\n\n\n\nBy:\n/s/Jane\nR. Roe\n\nTitle: Managing\nDirector\n\n\n"
    for amount, bank, person in (
        ("€12,500,000.00", "PELHAM\nBANK AG", "Lee\nChen"),
        ("€7,500,000", "ORVILLE\nBANK AG", "Kay\nLow"),
    ):
        signatures += f"{amount} {bank},\nas a\nLender\n\n\n\nBy: /s/{person}\n\nTitle: Associate\n\n\n"
    assert signers(record(signatures=signatures)) == [
        OF_ACME,
        ("Lee Chen", "PELHAM BANK AG"),
        ("Kay Low", "ORVILLE BANK AG"),
    ]


BANKS = {"HARBOR BANK AG", "PELHAM BANK AG"}


@pytest.mark.parametrize("between", ["\n", " "])
def test_two_who_sign_together_sign_for_both(between: str) -> None:
    signatures = f"{ACME_SIGNS}HARBOR BANK AG\nPELHAM BANK AG\n\nBy: /s/ John Doe{between}and /s/ Ann Lee\n"
    found = signers(record(signatures=signatures))
    assert {party for name, party in found if name == "John Doe"} == BANKS
    assert {party for name, party in found if name == "Ann Lee"} == BANKS


def test_two_pairs_who_sign_together_sign_in_turn() -> None:
    signatures = ACME_SIGNS + (
        "HARBOR BANK AG\n\nPELHAM BANK AG\n\nBy: /s/ John Doe\nand /s/ Ann Lee\n\nBy: /s/ Ian Gray\nand /s/ Kay Low\n"
    )
    assert set(signers(record(signatures=signatures))[1:]) == {
        ("John Doe", "HARBOR BANK AG"),
        ("Ann Lee", "HARBOR BANK AG"),
        ("Ian Gray", "PELHAM BANK AG"),
        ("Kay Low", "PELHAM BANK AG"),
    }


@pytest.mark.parametrize("number", ["S/N 4711", "S/N: 4711", "S/N MX-4711", "s/N No. 12"])
def test_a_serial_number_is_no_signature(number: str) -> None:
    found = record(signatures=f"{ACME_SIGNS}{HARBOR_SIGNS}{number}\n")
    assert (names(found), signers(found)) == ([ACME, HARBOR], [OF_ACME, OF_HARBOR])


def test_a_signature_whose_first_initial_is_n() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy: s/ N. Durk\n    Treasurer\n\n\n" + HARBOR_SIGNS
    assert signers(record(signatures=signatures)) == [("N. Durk", ACME), OF_HARBOR]
