"""What stands in an annex only is told from what the instrument itself says."""

from extractor import extract_text

TEXT = """FIRST AMENDMENT TO CREDIT AGREEMENT

This First Amendment, dated as of May 3, 2004, is between Acme Tools, Inc. (the "Borrower") and First Harbor Bank (the "Lender").

The Commitment is increased to $5,000,000.

IN WITNESS WHEREOF, the parties have executed this Amendment.

ACME TOOLS, INC.

By: /s/ Ann Roe
Name: Ann Roe
Title: President

ANNEX A

The Commitment is $5,000,000 and the Borrower pays a fee of $20,000 on June 7, 2005.
"""


def test_dates_and_amounts_of_an_annex_are_marked() -> None:
    record = extract_text(TEXT)
    assert {d.value: d.extractor.endswith("+annex") for d in record.dates} == {"2004-05-03": False, "2005-06-07": True}
    assert {int(a.value): a.extractor.endswith("+annex") for a in record.amounts} == {5_000_000: False, 20_000: True}
    assert record.instrument.dated == "2004-05-03"


def test_the_law_of_an_annexed_agreement_is_the_one_that_it_names_most() -> None:
    text = (
        "FIRST AMENDMENT TO CREDIT AGREEMENT\n\nThis First Amendment is dated May 1, 2004 between Acme, Inc. and Oak Bank.\n\n"
        "1. The Credit Agreement is amended to read as Annex A.\n\nIN WITNESS WHEREOF, the parties have signed.\n\nACME, INC.\n\n"
        "By: /s/ Jane Roe\n\nANNEX A\n\nInterest under this Agreement that is governed by the laws of Canada is capped.\n\n"
        "This Agreement shall be governed by the laws of the State of New York.\n\nThe Notes are governed by the laws of the State "
        "of New York.\n"
    )
    assert extract_text(text).instrument.governing_law == "New York"
