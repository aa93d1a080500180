"""Names on signature pages that a legal form, a bracket or a generation goes on with, and a form of Ontario; worked out by hand."""

from making.loans import record
from making.records import names

from extractor import extract_text

ACME = "Acme Tools, Inc."


def test_a_legal_form_on_two_lines_beside_another_name() -> None:
    signatures = "FIRST HARBOR BANK,\n\nACME TOOLS, INC.\n\nNATIONAL\nASSOCIATION\n\nBy: /s/ John Q. Doe\n"
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between Acme Tools, Inc. (the "Borrower") and First Harbor Bank, National Association (the "Lender").'
    assert names(record(opening=opening, signatures=signatures)) == [ACME, "First Harbor Bank, National Association"]


HEAD = """FIRST AMENDMENT TO CREDIT AGREEMENT

     THIS FIRST AMENDMENT dated as of March 3, 1997 among ACME HOLDINGS, INC., a Delaware corporation (the "Borrower"), {banks}.

     The parties amend the Credit Agreement dated as of May 1, 1995.

     IN WITNESS WHEREOF, the parties have executed this Amendment.

"""


def test_a_legal_form_in_brackets_belongs_to_the_name() -> None:
    record = extract_text(
        HEAD.format(
            banks="the lenders signatory hereto and THE KINGSTON MANHATTAN BANK (NATIONAL ASSOCIATION), as Agent"
        )
        + "THE KINGSTON MANHATTAN BANK\n (NATIONAL ASSOCIATION)\n\nBy /s/ Peter Panner\n   Title: Managing Director\n"
    )
    assert [p.name for p in record.parties][1:] == ["THE KINGSTON MANHATTAN BANK (NATIONAL ASSOCIATION)"]
    assert record.signatories[0].party == "THE KINGSTON MANHATTAN BANK (NATIONAL ASSOCIATION)"


def test_a_generation_belongs_to_the_person() -> None:
    record = extract_text(
        HEAD.format(banks='and FERNDALE BANK, N.A. (the "Bank")')
        + "ACME HOLDINGS, INC.\n\nBY: /s/ A. EMMET STEVENS, JR.\n   A. Emmet Stevens, Jr., Chairman of the Board\n"
        + "By: /s/ DENNIS M. SWANSON\n   Dennis M. Swanson, Vice President\n"
    )
    assert [(s.name, s.title) for s in record.signatories] == [
        ("A. Emmet Stevens, Jr.", "Chairman of the Board"),
        ("Dennis M. Swanson", "Vice President"),
    ]


def test_signatures_one_below_the_other_are_of_the_names_in_their_order() -> None:
    record = extract_text(
        HEAD.format(banks='and FERNDALE BANK, NATIONAL ASSOCIATION (the "Bank")')
        + "ACME HOLDINGS, INC.\nFERNDALE BANK, NATIONAL ASSOCIATION\n\n"
        + "By:\t\t /s/ Mark A. Ledow\nBy:\t\t /s/ Bernie K. Palmerston\n\n"
        + "Mark A. Ledow\t\t\t\tBernie K. Palmerston\nChief Executive Officer\t\t\t\tVice President\n"
    )
    assert [(s.name, s.party) for s in record.signatories] == [
        ("Mark A. Ledow", "ACME HOLDINGS, INC."),
        ("Bernie K. Palmerston", "FERNDALE BANK, NATIONAL ASSOCIATION"),
    ]


def test_a_legal_form_in_brackets_may_break() -> None:
    record = extract_text(
        HEAD.format(banks="and the lenders signatory hereto")
        + "THE KINGSTON MANHATTAN BANK (NATIONAL\nASSOCIATION)\n\nBy /s/ Peter Panner\nTitle: Managing Director\n"
    )
    assert record.parties[-1].name == "THE KINGSTON MANHATTAN BANK (NATIONAL ASSOCIATION)"


CANADIAN = """SECOND AMENDING AGREEMENT

THIS AGREEMENT made as of the 12th day of September, 2014,

B E T W E E N:

NIPIGON POTASH LTD.,
a corporation existing under the laws of Ontario

(hereinafter called the "Borrower")

- and -

NIPIGON TERMINALS LIMITED,
a corporation existing under the laws of New Brunswick

(hereinafter called the "Guarantor")

- and -

DOMINION AND LAKES BANK, as administrative agent (in such capacity, the "Agent")

WHEREAS the Borrower, the Guarantor and the Agent entered into a credit agreement made as of the 3rd day of May, 2012 (the "Credit
Agreement");

1.1 In this agreement "$" means lawful money of Canada, and "US$" lawful money of the United States.

2.1 Section 8.3(d) is amended by deleting "$6,000,000" and substituting "$8,500,000" or US$1,000,000.

IN WITNESS WHEREOF the parties have executed this agreement.

NIPIGON POTASH LTD.

by "Ian R. MacCorkle"
Name: Ian R. MacCorkle
Title: Chief Executive Officer

"Priya Subramanian"
Name: Priya Subramanian
Title: Chief Financial Officer
"""


def test_figures_of_a_column_have_the_sign_s_currency() -> None:
    text = CANADIAN.replace(
        "IN WITNESS WHEREOF",
        "Lender                 Commitment\n\nLakes Bank             $40,000,000\nElm Bank                25,000,000\n\nIN WITNESS WHEREOF",
    )
    found = {str(a.value): a.currency for a in extract_text(text).amounts}
    assert (found["40000000"], found["25000000"]) == ("CAD", "CAD")


def test_the_form_of_ontario() -> None:
    record = extract_text(CANADIAN)
    assert (record.instrument.title, record.instrument.amendment_number) == ("SECOND AMENDING AGREEMENT", 2)
    assert record.instrument.dated == "2014-09-12"
    assert [(p.name, p.roles[0].value, p.jurisdiction) for p in record.parties] == [
        ("NIPIGON POTASH LTD.", "borrower", "Ontario"),
        ("NIPIGON TERMINALS LIMITED", "guarantor", "New Brunswick"),
        ("DOMINION AND LAKES BANK", "agent", None),
    ]
    assert [(s.name, s.title, s.party) for s in record.signatories] == [
        ("Ian R. MacCorkle", "Chief Executive Officer", "NIPIGON POTASH LTD."),
        ("Priya Subramanian", "Chief Financial Officer", "NIPIGON POTASH LTD."),
    ]
    assert [(str(a.value), a.currency) for a in record.amounts] == [
        ("6000000", "CAD"),
        ("8500000", "CAD"),
        ("1000000", "USD"),
    ]
