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
