"""Signature pages under other words than "In witness whereof": where they begin and who signs; worked out by hand."""

import pytest
from making.loans import loan

from extractor import Record, extract_text

ACME, HARBOR = "Acme Tools, Inc.", "First Harbor Bank"
OPENING = 'THIS CREDIT AGREEMENT, dated as of June 15, 2004, is between Acme Tools, Inc., a Delaware corporation (the "Borrower"), and First Harbor Bank (the "Lender").'
# A long agreement has its exhibits behind the signatures, with the usual words and labels to be filled in.
EXHIBIT = (
    "EXHIBIT A\n\nFORM OF NOTE\n\n"
    + "The Borrower promises to pay to the Lender what it has borrowed with the interest on it.\n" * 100
    + "\nIN WITNESS WHEREOF, the undersigned has executed this Note.\n\nACME TOOLS, INC.\n\nBy:\nName:\nTitle:\n"
)
TABBED = "“BORROWER”\n\nACME TOOLS, INC.\n\nBy \t \t \t/s/ Jane R. Roe\nName \t \tJane R. Roe\nTitle\t \tTreasurer\n\n“LENDER”\n\nFIRST HARBOR BANK\n\nBy \t \t \t/s/ John Q. Doe\nName \t \tJohn Q. Doe\nTitle\t \tVice President\n\n\n"
UNDER_THE_LINE = "ACME TOOLS, INC.,\nan Ohio corporation\n\n\nBy:      /s/ Jane R. Roe\nJane R. Roe\nTreasurer\n\n\nFIRST HARBOR BANK\n\n\nBy:      /s/ John Q. Doe\n         -----------------\n         John Q. Doe, Vice President\n\n\n"


def agreement(formula: str, signatures: str) -> Record:
    """The record of a credit agreement signed under this formula."""
    text = loan(title="CREDIT AGREEMENT", opening=OPENING, signatures="")
    return extract_text(text[: text.index("     IN WITNESS")] + f"{formula}\n\n{signatures}" + EXHIBIT)


def signers(of: Record) -> list[tuple[str, str | None, str | None]]:
    """Name, title and party of each signer."""
    return [(s.name, s.title, s.party) for s in of.signatories]


BOTH = [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)]


@pytest.mark.parametrize("signatures", [TABBED, UNDER_THE_LINE], ids=["tabs", "under the line"])
@pytest.mark.parametrize(
    "formula",
    [
        "WITNESS the due execution hereof as of the day and year first above\nwritten.",
        "WITNESS the following signatures:",
        "WITNESS our hands and seals as of the date above.",
        "This Credit Agreement is entered into between us for the uses and purposes hereinabove set forth as of\nthe date first above written.",
        "",
    ],
)
def test_formulas(formula: str, signatures: str) -> None:
    assert signers(agreement(formula, signatures)) == BOTH


def test_the_foot_of_a_bank_form_and_a_reference_line_sign_nothing() -> None:
    signatures = "7\t\t© Pelham Bank, 2004\n\nACME TOOLS, INC.\n\nBy:\ts/s Jane R. Roe\nTitle: Treasurer\n\nRe:  $5,000,000 Committed Line of Credit\n\nFIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\nTitle: Vice President\n"
    found = agreement("WITNESS the due execution hereof as a sealed instrument.", signatures)
    assert signers(found) == BOTH
    assert [p.name for p in found.parties] == [ACME, HARBOR]


def test_borrowers_that_only_sign() -> None:
    opening = 'THIS AGREEMENT is made as of June 15, 2004, by and between First Harbor Bank ("Bank") and the borrowers named in Schedule 1 (each a "Company", together the "Companies").'
    signatures = "FIRST HARBOR BANK                         ACME TOOLS, INC.\n\n\nBy: /s/ John Q. Doe                       By: /s/ Jane R. Roe\nJohn Q. Doe                               Jane R. Roe\nVice President                            Treasurer\n\n\nNORWAKE MILLS, INC.\n\n\nBy: /s/ Olive Fenn\nOlive Fenn\nDirector\n"
    found = extract_text(loan(title="CREDIT AGREEMENT", opening=opening, signatures=signatures))
    assert {p.name.upper(): [r.value for r in p.roles] for p in found.parties} == {
        "FIRST HARBOR BANK": ["lender"],
        "ACME TOOLS, INC.": ["borrower"],
        "NORWAKE MILLS, INC.": ["borrower"],
    }


def test_a_letter_signed_before_an_agreement_that_it_annexes() -> None:
    text = (
        "First Amendment to Credit Agreement\n\nFirst Harbor Bank\nPelham, Ohio\n\nLadies and Gentlemen:\n\n"
        'Reference is made to the Credit Agreement dated as of May 3, 1999, between the undersigned, Acme Tools, Inc., an Ohio corporation (the "Company"), and you (the "Lender").\n\n'
        "1. Amendments.\n\nUpon your acceptance below, the Credit Agreement shall be amended:\n\nSection 2 is deleted.\n\n"
        "Dated as of June 4, 1999.\n\nAcme Tools, Inc.\n\nBy /s/  Jane R. Roe\nIts  Treasurer\n\n"
        "Accepted and agreed to as of the date last above written.\n\nFIRST HARBOR BANK\n\nBy  /s/  John Q. Doe\nIts    Vice President\n\n"
        "EXHIBIT A\n\nCREDIT AGREEMENT\n\nSECTION 1.      THE CREDITS.\n\n"
    )
    assert signers(extract_text(text + "The Lender shall lend to the Company what it asks for.\n" * 200)) == BOTH
