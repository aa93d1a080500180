"""Who signs and for whom, where lines were broken, two sign in one line, or a person signs for himself; worked out by hand."""

import pytest
from making.loans import loan, record

from extractor import Record, extract_text

ACME, HARBOR = "Acme Tools, Inc.", "First Harbor Bank"
HARBOR_SIGNS = "\n\nFIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\nName: John Q. Doe\nTitle: Vice President\n"
OF_HARBOR = ("John Q. Doe", HARBOR)


def opening(parties: str) -> str:
    """An opening that names these parties."""
    return f"This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between {parties}."


def signers(of: Record) -> list[tuple[str, str | None]]:
    """Each signatory with his party."""
    return [(s.name, s.party) for s in of.signatories]


def names(of: Record) -> list[str]:
    """The parties' names."""
    return [p.name for p in of.parties]


def test_pages_broken_behind_the_first_word_with_commitments_and_initials() -> None:
    signatures = """\
ACME
TOOLS, INC.,
as
Borrower



By:
/s/C.
O'Malley

Title: Managing
Director


Commitments


EUR
12,500,000.00 J.P.
HOLT BANK LIMITED,
as a
Lender



By: /s/Jane
Roe          /s/Ken
Low

Title: Associate


EUR
7,500,000.00 FIRST
HARBOR BANK,
as a
Lender



By: /s/Ottilie
M. Quast

Title: Director
"""
    found = record(signatures=signatures)
    assert signers(found) == [
        ("C. O'Malley", ACME),
        ("Jane Roe", "J.P. HOLT BANK LIMITED"),
        ("Ken Low", "J.P. HOLT BANK LIMITED"),
        ("Ottilie M. Quast", HARBOR),
    ]


def test_two_signers_in_one_line_with_their_names_below() -> None:
    signatures = """\
ACME TOOLS, INC.

By:    /s/T.M. de Brink  /s/A.C. Voss
Name:  T.M. de Brink     A.C. Voss
Title: Managing Director
"""
    found = record(signatures=signatures + HARBOR_SIGNS)
    assert signers(found) == [("T.M. de Brink", ACME), ("A.C. Voss", ACME), OF_HARBOR]


def test_a_first_name_broken_off_in_signature_and_label() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy:\t/s/ Gabriel\nG. Holloway\nName:  Gabriel\nG. Holloway\n\nTitle:  President\n"
    assert signers(record(signatures=signatures + HARBOR_SIGNS))[0] == ("Gabriel G. Holloway", ACME)


def test_by_procuration() -> None:
    signatures = "\n\nper pro HOLT BROTHERS\nRIVERS & CO., as Agent\n\n\n/s/ L. Porter Nash III\nName:  L. Porter Nash III\nTitle:  Manager\n"
    found = record(signatures="ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nTitle: Treasurer" + HARBOR_SIGNS + signatures)
    assert signers(found)[2] == ("L. Porter Nash III", "HOLT BROTHERS RIVERS & CO.")


def test_an_article_that_ends_the_line_is_no_part_of_the_name() -> None:
    signatures = (
        "ACME TOOLS OF OHIO INC. an\n\n\nOhio corporation\n\n\nBy:\n\n/s/ Jane R. Roe\n\n\nJane R. Roe\n\n\nTreasurer\n"
    )
    of_ohio = opening('Acme Tools of Ohio, Inc. (the "Borrower") and First Harbor Bank (the "Lender")')
    found = record(opening=of_ohio, signatures=signatures + HARBOR_SIGNS)
    assert (names(found), signers(found)) == (
        ["Acme Tools of Ohio, Inc.", HARBOR],
        [("Jane R. Roe", "Acme Tools of Ohio, Inc."), OF_HARBOR],
    )


def test_a_known_name_over_two_lines_in_ordinary_letters() -> None:
    of_acme = opening('Acme Valley Home Builders, LLC (the "Borrower") and First Harbor Bank (the "Lender")')
    signatures = "BORROWER:\n\n\nAcme Valley Home\nBuilders, LLC\n\n\nBy: /s/ Jane R. Roe\nTitle: Manager\n"
    found = record(opening=of_acme, signatures=signatures + HARBOR_SIGNS)
    assert names(found) == ["Acme Valley Home Builders, LLC", HARBOR]
    assert signers(found)[0] == ("Jane R. Roe", "Acme Valley Home Builders, LLC")


GUARANTOR = opening(
    'Acme Tools, Inc. (the "Borrower"), Jane R. Roe (the "Guarantor") and First Harbor Bank (the "Lender")'
)


def test_an_officer_who_is_a_party_too_signs_for_the_company_in_the_cell_below_by() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy:\n\n/s/ Jane R. Roe\n\nName:\n\nJane R. Roe,\n\nTitle:\n\nTreasurer\n\n\n\nJANE R. ROE\n\n\nBy:\n\n/s/ Jane R. Roe\n\n\n\nJane R. Roe, Individually\n"
    found = record(opening=GUARANTOR, signatures=signatures + HARBOR_SIGNS)
    assert set(signers(found)) == {("Jane R. Roe", ACME), ("Jane R. Roe", "Jane R. Roe"), OF_HARBOR}


def test_a_blank_line_over_the_name_of_a_person_who_is_a_party() -> None:
    signatures = "ACME TOOLS, INC.\n\n\nBy: ____________________\n    John Foe, President\n\n\n\n__________________\nJane R. Roe\n\n"
    found = record(opening=GUARANTOR, signatures=signatures + HARBOR_SIGNS)
    assert set(signers(found)) == {("John Foe", ACME), ("Jane R. Roe", "Jane R. Roe"), OF_HARBOR}


def test_a_seal_beside_a_signature() -> None:
    signatures = "ACME TOOLS, INC. (SEAL)\n\nBy: /s/ John Foe\nName: John Foe\nTitle: President\n\n\n/s/ Jane R. Roe (SEAL)\nJANE R. ROE\n"
    found = record(opening=GUARANTOR, signatures=signatures + HARBOR_SIGNS)
    assert {(name.title(), party) for name, party in signers(found)} == {
        ("John Foe", ACME),
        ("Jane R. Roe", "Jane R. Roe"),
        OF_HARBOR,
    }


def test_who_signs_below_an_officer_without_by_and_office_signs_for_himself() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nName: Jane R. Roe\nTitle: Treasurer\n\n\nHOLDERS:\n\nOSPREY FUND, LTD.\n\nBy: /s/ Ian Baskin\nName: Ian Baskin\nTitle: Director\n\n\n/s/ Theodora Kane\nTheodora Kane\n"
    found = record(signatures=signatures)
    assert signers(found) == [
        ("Jane R. Roe", ACME),
        ("Ian Baskin", "OSPREY FUND, LTD."),
        ("Theodora Kane", "Theodora Kane"),
    ]


def test_a_signature_without_its_first_stroke() -> None:
    signatures = (
        "ACME TOOLS, INC.\n\n\nBy: s/ Leo Cuff\n    Treasurer\n\n\ns/ Stanley W. Durk\nStanley W. Durk, individually\n"
    )
    found = record(signatures=signatures + HARBOR_SIGNS)
    assert set(signers(found)) == {("Leo Cuff", ACME), ("Stanley W. Durk", "Stanley W. Durk"), OF_HARBOR}


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("By: /s/ Miriam L. Stern\nName: Miriam L. Stern, PhD\nTitle: President", "Miriam L. Stern"),
        ("By: /s/ Henry Sol\nName: Dr. Henry Sol\nTitle: President", "Henry Sol"),
        ("By: /s/ Dr. Ulf Rein\nName: Dr. Ulf Rein\nTitle: President", "Dr. Ulf Rein"),
        ("By: /s/ E. WARREN PIKE, JR.\nE. WARREN PIKE, JR.\nPresident", "E. WARREN PIKE, JR."),
    ],
)
def test_degrees_and_forms_of_address(lines: str, name: str) -> None:
    assert signers(record(signatures=f"ACME TOOLS, INC.\n\n{lines}\n" + HARBOR_SIGNS))[0] == (name, ACME)


def test_a_doctor_who_is_a_party_signs_for_himself() -> None:
    of_doctor = opening(
        'Acme Tools, Inc. (the "Borrower"), Dr. Henry Sol (the "Holder") and First Harbor Bank (the "Lender")'
    )
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nTitle: Treasurer\n\n\n/s/ Henry Sol\nDR. HENRY SOL\n"
    found = record(opening=of_doctor, signatures=signatures + HARBOR_SIGNS)
    assert ("henry sol", "Dr. Henry Sol") in [(name.lower(), party) for name, party in signers(found)]


def test_witnesses_and_notaries_who_say_so_behind_their_names() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nJane R. Roe, Treasurer" + HARBOR_SIGNS
    signatures += "\nSigned, sealed and delivered in the presence of:\n/s/ Mary Beal, Unofficial Witness\n/s/ L. T. Good, Notary Public\n"
    assert signers(record(signatures=signatures)) == [("Jane R. Roe", ACME), OF_HARBOR]


def test_who_signs_on_behalf_in_a_long_line() -> None:
    signatures = "ACME TOOLS, INC.,\na Delaware corporation\n\nBy:\t \tAcme Centers, Inc., a Maryland corporation, its sole general partner\n\n\nBy:\t \t/s/ Jane R. Roe\nName:\t \tJane R. Roe\nTitle:\t \tPresident\n"
    assert signers(record(signatures=signatures + HARBOR_SIGNS)) == [("Jane R. Roe", ACME), OF_HARBOR]


def test_one_officer_of_each_of_the_above() -> None:
    both = opening(
        'Acme Tools, Inc. and Acme Repair Shops, Inc. (the "Borrowers") and First Harbor Bank (the "Lender")'
    )
    below = "By: /s/ Jane R. Roe\n-------------\nJane R. Roe,\nChief Financial Officer\nof each of the above\n"
    signatures = "ACME TOOLS, INC.\nACME REPAIR SHOPS, INC.\n\n" + below + HARBOR_SIGNS
    found = record(opening=both, signatures=signatures)
    assert set(signers(found)) == {("Jane R. Roe", ACME), ("Jane R. Roe", "Acme Repair Shops, Inc."), OF_HARBOR}


def test_two_officers_of_one_manager_sign_for_each_party_above() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nTitle: Treasurer\n\n\nPLAINS HEALTH INSURANCE COMPANY\n\nPLAINS ANNUITY COMPANY OF OHIO\n\nBy: Plains Advisers, Inc.,\nas investment manager for each\n\nBy  /s/ Greg Pell\nGreg Pell\nVice President\n\nBy  /s/ Yola Ruiz\nYola Ruiz\nAssistant Secretary\n"
    plains = {"PLAINS HEALTH INSURANCE COMPANY", "PLAINS ANNUITY COMPANY OF OHIO"}
    found = signers(record(signatures=signatures))
    assert {party for name, party in found if name == "Greg Pell"} == plains
    assert {party for name, party in found if name == "Yola Ruiz"} == plains


def test_deeds_executed_behind_the_schedules() -> None:
    text = loan(signatures="", title="THIRD AMENDMENT TO CREDIT AGREEMENT")
    text += """
SCHEDULE 1

The Lenders and their Commitments

First Harbor Bank          10,000,000

SCHEDULE 2

Conditions

EXECUTED as a DEED by                     )
for and on behalf of ACME TOOLS, INC.     )    /s/ Jane R. Roe
in the presence of:                       )    Jane R. Roe, Director

EXECUTED as a DEED by)
for and on behalf of FIRST HARBOR BANK)        /s/ John Q. Doe
in the presence of:)        John Q. Doe, Attorney-in-Fact
"""
    assert signers(extract_text(text)) == [("Jane R. Roe", ACME), OF_HARBOR]


def test_a_branch_signs_for_the_bank_of_the_opening_beside_words_of_two_lines() -> None:
    of_holt = opening('Acme Tools, Inc. (the "Borrower") and Holt Bank ASA (the "Lender")')
    signatures = """\
EXECUTED as a DEED by)        /s/ Jane R. Roe
for and on behalf of ACME TOOLS, INC.)        Jane R. Roe, Director
in the presence of:)

/s/ Harriet Dunn
Witness: Harriet Dunn
Solicitor, London

EXECUTED as a DEED by)
for and on behalf of HOLT BANK ASA, New York and Cayman Islands Branches, as Lender and Account Bank)
/s/ John Q. Doe
in the presence of:)        John Q. Doe, Senior Vice President

/s/ Harriet Dunn
Witness: Harriet Dunn
Solicitor, London
"""
    found = record(opening=of_holt, signatures=signatures)
    assert (names(found), signers(found)) == (
        [ACME, "Holt Bank ASA"],
        [("Jane R. Roe", ACME), ("John Q. Doe", "Holt Bank ASA")],
    )
