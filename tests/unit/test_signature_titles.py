"""Names and offices cut by the end of a line, in one row with another's, or parted by other marks than a comma."""

import pytest

from extractor import extract_text

OPENING = """CREDIT AGREEMENT

THIS CREDIT AGREEMENT is dated as of May 3, 2004, among {borrower} (the "Borrower"), and HARBOR BANK, N.A., a national
banking association (the "Bank"). The parties agree as follows.

1. Loans. The Bank shall make loans to the Borrower. This Agreement shall be governed by the laws of the State of Ohio.

IN WITNESS WHEREOF, the parties hereto have executed this Agreement.

"""
BORROWER = "ACME TOOLS, INC., a Delaware corporation"
BANK_SIGNS = "\n\nHARBOR BANK, N.A.\n\nBy: /s/ John Q. Doe\nJohn Q. Doe\nVice President\n"


def signed(pages: str, borrower: str = BORROWER) -> list[tuple[str | None, str | None, str | None]]:
    record = extract_text(OPENING.format(borrower=borrower) + pages)
    return [(s.name, s.title, s.party) for s in record.signatories]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "Jane Roe\nSenior Vice President, Chief\nFinancial Officer and Treasurer",
            "Senior Vice President, Chief Financial Officer and Treasurer",
        ),
        (
            "Jane Roe\nSenior Vice President\nand Chief Financial Officer",
            "Senior Vice President and Chief Financial Officer",
        ),
        ("Name: Jane Roe\nTitle: Treasurer\nand Vice\nPresident\nof Tax", "Treasurer and Vice President of Tax"),
        ("Name: Jane Roe\nTitle:\nChief\nFinancial\nOfficer", "Chief Financial Officer"),
        ("Jane Roe,\nVice President-Loan Services", "Vice President-Loan Services"),
        ("Jane Roe,\nits Vice President", "Vice President"),
        ("Jane Roe - Vice President", "Vice President"),
        ("Jane Roe; President", "President"),
        ("Jane Roe (President)", "President"),
        ("Its: President\nJane Roe", "President"),
    ],
)
@pytest.mark.parametrize("signature", ["_______________", "/s/ Jane Roe"])
def test_offices_under_signatures(lines: str, title: str, signature: str) -> None:
    pages = f"ACME TOOLS, INC.\n\nBy: {signature}\n{lines}{BANK_SIGNS}"
    assert signed(pages)[0] == ("Jane Roe", title, "ACME TOOLS, INC.")


def test_name_below_its_label_on_two_lines() -> None:
    pages = (
        "ACME TOOLS, INC.\nBy:\n\n\nName:\nJane R.\nRoe\n\nTitle:\nVice\nPresident\n\n\nBy:\n\n\nName:\nMary\nMajor\n\n"
        "Title:\nTreasurer\n\nAddress: 12 Main Street\nSpringfield, Ohio 44444\n" + BANK_SIGNS
    )
    assert signed(pages)[:2] == [
        ("Jane R. Roe", "Vice President", "ACME TOOLS, INC."),
        ("Mary Major", "Treasurer", "ACME TOOLS, INC."),
    ]


def test_name_broken_behind_its_first_word_below_a_signature() -> None:
    pages = (
        "EXECUTED\nas of the day set out above.\n\n\nBORROWER:\n\n\nACME\nTOOLS, INC.,\n\na\nDelaware corporation\n\n\nBy:\n\n\n"
        "/s/ Jane\nR. Roe\nJane\nR. Roe\nChief\nFinancial Officer\n\n\nLENDER:\n\n\nHARBOR\nBANK, N.A.,\n\na\nnational banking association\n\n\n"
        "By:\n\n\n______________\nJohn\nQ. Doe\nVice\nPresident\n"
    )
    assert signed(pages) == [
        ("Jane R. Roe", "Chief Financial Officer", "ACME TOOLS, INC."),
        ("John Q. Doe", "Vice President", "HARBOR BANK, N.A."),
    ]


@pytest.mark.parametrize(
    "pages",
    [
        "ACME TOOLS, INC.\t \t HARBOR BANK, N.A.\n\nBy:\t \t/s/ Jane Roe\nBy:\t\t/s/ John Q. Doe\n\nJane Roe\t\t\tJohn Q. Doe\n"
        "President\t\t\tVice President\n\nBy:\t\t/s/ Mary Major\n\nMary Major\nTreasurer\n",
        "ACME TOOLS, INC.\nHARBOR BANK, N.A.\n\nBy: _______________\nBy: ______________\n\nJane Roe, President\n"
        "John Q. Doe, Vice President\n\nBy: ____________\nMary Major, Treasurer\n",
    ],
)
def test_second_officer_of_the_left_one_of_two(pages: str) -> None:
    assert set(signed(pages)) == {
        ("Jane Roe", "President", "ACME TOOLS, INC."),
        ("Mary Major", "Treasurer", "ACME TOOLS, INC."),
        ("John Q. Doe", "Vice President", "HARBOR BANK, N.A."),
    }


def test_offices_side_by_side_on_two_lines() -> None:
    pages = (
        "HARBOR BANK, N.A.,\nas Lender\n\nBy:    /s/ Jane Roe  /s/ John Q. Doe\nName:  Jane Roe     John Q. Doe\n"
        "Title: Managing            Managing\nDirector            Director\n"
    )
    assert [s[:2] for s in signed(pages)] == [("Jane Roe", "Managing Director"), ("John Q. Doe", "Managing Director")]


@pytest.mark.parametrize(
    "through",
    [
        "By its sole General Partner\n\nAcme Land Holdings, L.L.C.\nA Virginia Limited Liability Company",
        "By its Managing Member:\nAcme Land Holdings, L.L.C.",
        "By:\nACME LAND HOLDINGS, L.L.C.\nits sole general partner",
        "Acting by its general partner\nACME LAND HOLDINGS, L.L.C.",
        "By: General Partner\nACME LAND HOLDINGS, L.L.C.",
    ],
)
def test_partner_who_signs_is_no_party(through: str) -> None:
    pages = f"BORROWER\n\nACME LAND, L.P. a Virginia Limited\nPartnership\n\n{through}\n\nBy: /s/ Jane Roe\nJane Roe, President\n{BANK_SIGNS}"
    borrower = "ACME LAND, L.P., a Virginia limited partnership"
    assert signed(pages, borrower)[0] == ("Jane Roe", "President", "ACME LAND, L.P.")
    record = extract_text(OPENING.format(borrower=borrower) + pages)
    assert [p.name for p in record.parties] == ["ACME LAND, L.P.", "HARBOR BANK, N.A."]


def test_witness_far_below_his_signature() -> None:
    pages = (
        "ACME TOOLS, INC.\n\nBy: /s/ Jane Roe\nJane Roe, President\n\n/s/ Peter Poe\n\n\n\n\n\nWitness\n" + BANK_SIGNS
    )
    assert [s[0] for s in signed(pages)] == ["Jane Roe", "John Q. Doe"]
