"""Diagnostics of a record, other than those of the chain (see test_chain_recitals) and of impossible dates (see test_date_roles)."""

import pytest
from making.loans import codes, loan, record

from extractor import extract_text

NOT_LOANS = {
    "a lease": """\
                              AGREEMENT OF LEASE

     This Agreement of Lease, dated as of May 1, 2001, is between Acme Estates, Inc. (the "Landlord") and Acme Tools, Inc. (the
"Tenant"). The Landlord leases the Premises to the Tenant for ten years at a rent of $12,000 a year.

                                        ACME ESTATES, INC.

                                        By: /s/ Jane R. Roe
""",
    "an employment agreement": """\
                            EMPLOYMENT AGREEMENT

     This Employment Agreement, dated May 1, 2001, is between Acme Tools, Inc. (the "Company") and Jane R. Roe (the "Executive"). The
Company employs the Executive as its treasurer at a salary of $120,000 a year.
""",
    "prose": "It was a bright cold day in April, and the clocks were striking thirteen.",
    "a shopping list": "milk\neggs\nflour\n",
    "figures": "1 2 3 4 5 6 7 8 9\n",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOT_LOANS.items()])
def test_no_loan_document(text: str) -> None:
    found = extract_text(text)
    assert "document.not_a_loan" in codes(found)
    assert [k.value for k in found.instrument.kinds] == ["other"]
    assert (found.amended_agreement, found.prior_amendments) == (None, [])
    assert found.status.value == "succeeded"


def test_dates_and_amounts_of_what_is_no_loan_are_there_all_the_same() -> None:
    found = extract_text(NOT_LOANS["a lease"])
    assert [d.value for d in found.dates] == ["2001-05-01"]
    assert [str(a.value) for a in found.amounts] == ["12000"]


def test_a_loan_document_is_one() -> None:
    assert "document.not_a_loan" not in codes(record())


WORDS_DIFFER = [
    ("fifteen million dollars ($50,000,000)", True),
    ("Two Million Five Hundred Thousand Dollars ($2,050,000)", True),
    ("fifteen million dollars ($15,000,000)", False),
    ("Two Hundred Thousand and No/100 Dollars ($200,000.00)", False),
    ("One Hundred and 50/100 Dollars ($100.50)", False),
    ("One Hundred and 50/100 Dollars ($100.05)", True),
]


@pytest.mark.parametrize(("amount", "differ"), WORDS_DIFFER)
def test_words_and_figures(amount: str, differ: bool) -> None:
    text = loan(body=f"1. Loan. The Lender lends {amount} to the Borrower.")
    found = extract_text(text)
    odd = [d for d in found.diagnostics if d.code == "amount.words_differ"]
    assert len(odd) == differ
    for diagnostic in odd:
        assert diagnostic.severity == "warning"
        assert [text[e.start : e.end] for e in diagnostic.evidence] == [amount]


def test_no_title() -> None:
    text = "     The Lender and the Borrower agree to change the loan agreement and the promissory note.\n"
    assert "instrument.no_title" in codes(extract_text(text))


def test_no_parties() -> None:
    assert "parties.none" in codes(
        extract_text(
            "AMENDMENT TO LOAN AGREEMENT\n\n     The Lender, the Borrower and the Guarantor agree to extend the Maturity Date.\n"
        )
    )


def test_codes_and_severities_are_stable() -> None:
    found = record(body="1. Loan. The Lender lends ten dollars ($20.00) on February 30, 2001.")
    assert {(d.code, d.severity.value) for d in found.diagnostics} == {
        ("lineage.gap", "info"),
        ("amount.words_differ", "warning"),
        ("date.impossible", "warning"),
    }
