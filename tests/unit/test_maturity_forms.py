"""Sentences that state a maturity, and sentences that state another date, in the forms of many law firms."""

import pytest
from making.loans import record

from extractor import extract_text

STATES = (
    "Borrower will pay this loan in one payment of all outstanding principal plus all accrued unpaid interest on March 1, 2005.",
    "In addition, Borrower will pay regular monthly payments of accrued interest, with the balance due on March 1, 2005.",
    "The unpaid principal balance of this Note, together with all accrued interest, shall be due and payable on March 1, 2005.",
    "This Note is due and payable in full on March 1, 2005.",
    "All sums owing hereunder shall be paid in full no later than March 1, 2005.",
    "The Line of Credit shall expire on March 1, 2005.",
    "The Line of Credit is available until March 1, 2005.",
    "The Facility shall terminate at 5:00 p.m. on March 1, 2005.",
    "The Bank's commitment to make Advances terminates on March 1, 2005.",
    "The term of the Loan is extended from March 1, 2004 through March 1, 2005.",
    "The maturity of the Note is extended to March 1, 2005.",
    "The Maturity Date of the Loan is hereby extended from March 1, 2004 to March 1, 2005.",
    'Section 1.1 is amended by deleting "March 1, 2004" in the definition of "Termination Date" and substituting "March 1, 2005".',
    '"Termination Date" means the earlier of (a) March 1, 2005 and (b) the date on which the Commitments end.',
    '"Revolving Maturity Date" means March 1, 2005, or such earlier date as the Loans are accelerated.',
    "The Revolving Credit Commitments shall terminate, and all Loans shall be repaid, on March 1, 2005.",
    "Borrower may borrow, repay and reborrow until March 1, 2005, when all advances are due.",
    "principal and interest, the final installment of which shall be due March 1, 2005.",
    "The Loans mature on the earliest of March 1, 2005, a Change of Control and acceleration.",
    "the Notes shall mature March 1, 2005",
    "Scheduled Maturity Date: March 1, 2005",
    "Loan Term: 36 months, ending March 1, 2005",
    "The Expiry Date is March 1, 2005.",
    'The date "March 1, 2004" in Section 2.3 is replaced by "March 1, 2005" so that the Revolver Termination Date is extended.',
    "The reference to March 1, 2004 as the maturity date in the Note is changed to March 1, 2005.",
    "The Bank agrees to extend the due date of the Note until March 1, 2005.",
    "Maker promises to pay to the order of Payee the principal sum of $100,000 on March 1, 2005.",
    "Maker promises to pay to the order of Payee, on or before March 1, 2005, the principal sum of $100,000.",
    "FOR VALUE RECEIVED, on March 1, 2005, the undersigned promises to pay to the order of the Bank the sum of $50,000.",
    "The Commitment Period ends March 1, 2005.",
    "on March 1, 2005, all amounts outstanding under the Loan are due.",
    "The Loan shall be repaid in full on the date which is March 1, 2005.",
    "The Maturity Date shall be March 1, 2005.",
    "This Commitment shall terminate on March 1, 2005, to but not including that day.",
    "Each Lender consents to the extension of its Commitment to March 1, 2005.",
    "the entire unpaid principal amount shall be payable at maturity, which is March 1, 2005.",
    "The Revolving Loans convert to term loans on March 1, 2005.",
    "The Final Maturity of the Term Loans is March 1, 2005.",
    'This Agreement shall continue in effect until March 1, 2005 (the "Term").',
    "The Stated Termination Date, currently March 1, 2004, is extended to March 1, 2005.",
    "The Banks hereby extend the Termination Date for a period ending March 1, 2005.",
    "thereafter payable in quarterly installments, with a final payment of all unpaid principal on March 1, 2005.",
    "The Termination Date is extended to but not including March 1, 2005.",
    "Interest is payable on each Interest Payment Date and on the Maturity Date, which remains March 1, 2005.",
    "Any Commitment not drawn by 5:00 p.m., New York time, on March 1, 2005 terminates.",
    "No draw may be asked for after March 1, 2005.",
    "The Note is extended so that it shall be paid in installments until the 1st day of March, 2005, when the whole of the principal shall be due and payable.",
    "Section 13.1 reads: this Agreement shall continue in full force and effect for a term ending on March 1, 2005.",
    "Bank will, through and including March 1, 2005, make such advances as the Borrower may request.",
    "From the closing through March 1, 2005, Borrower may request one further Advance.",
    "The Termination Date continues to be March 1, 2005.",
    "The Line matured by its terms on March 1, 2005.",
    "The Term Loan is repaid in equal monthly installments of $83,333.33, with the last, in whatever amount is then unpaid, due on March 1, 2005.",
    'In the definition of "Termination Date" the words "August 14, 2004" are stricken and the words "March 1, 2005" are put in their place.',
    'Due date. In Section 1 of each Note the words "August 14, 2004" are struck out and replaced by "March 1, 2005".',
    "All principal not sooner paid is due on March 1, 2005, which replaces the former maturity date of May 1, 2003.",
    "the term of the Commitment, now to expire on May 1, 2003, is renewed to and including March 1, 2005.",
    'The balance falls due on March 1, 2005 (the "Balloon Date").',
    "The Term Loan is payable in twelve equal quarterly installments, the last of them on March 1, 2005.",
    'TERM. The first sentence of Section 3.1 of the Credit Agreement is amended by deleting "June 22, 2004" and inserting "March 1, 2005".',
    '"Revolving Loan Maturity Date" in Section 1.1 shall mean March 1, 2005 (instead of May 1, 2004).',
    '"Maturity Date", in the Note and the Deed of Trust, is changed to March 1, 2005.',
    "The Term Loan remains due on March 1, 2005.",
    "Borrower shall repay in monthly amounts of $56,666.67 beginning on May 1, 2004. Whatever remains unpaid is due on March 1, 2005.",
    'and shall pay the balance on March 1, 2005 (the "Term Loan Maturity Date").',
)
STATES_NOT = (
    "The Borrower shall deliver its statements by March 1, 2005.",
    "The first installment is due on March 1, 2005.",
    "Interest shall be payable monthly, commencing on March 1, 2005.",
    "The waiver shall expire on March 1, 2005.",
    "The Forbearance Period ends on March 1, 2005.",
    "The lease expires on March 1, 2005.",
    "The Company may issue its 9% Senior Notes due March 1, 2005.",
    "EBITDA for the twelve months ended March 1, 2005 shall exceed $1,000,000.",
    "The fee is payable on March 1, 2005.",
    "The Borrower shall prepay $500,000 on or before March 1, 2005.",
    "the Loan Agreement dated as of March 1, 2005",
    "Capital Expenditures from the Closing Date until March 1, 2005 shall not exceed $5,000,000.",
    "A principal payment of $1,000,000 shall be made on March 1, 2005.",
    "The Borrower shall have terminated the Swap on or before March 1, 2005.",
    "Interest on the unpaid principal shall be paid monthly beginning March 1, 2005.",
    "Insurance policies shall not expire before March 1, 2005.",
    "The interest due on the Loans shall be paid in full on March 1, 2005.",
    'The Lenders waive, until March 1, 2005 (the "Waiver Expiry Date"), the Default.',
    "The Shareholder Notes are permitted if no principal of them falls due before March 1, 2005.",
    "No advance for the commencement of a dwelling shall be made after March 1, 2005.",
    "The Bank will make advances as long as the principal is not more than $7,900,000 to and including March 1, 2005.",
)
STATES_TWO = (
    '"Maturity Date" means, with respect to Loan A, March 1, 2005; and with respect to Loan B, July 1, 2006.',
    "The Term Note and the Equipment Note shall mature, as now provided in them, on March 1, 2005 and July 1, 2006.",
    'The definition of "Revolving Maturity Date" is amended by deleting "June 27, 2004" and substituting "March 1, 2005", and the definition of "Term Maturity Date" is amended to read "July 1, 2006".',
)


def maturities(sentence: str) -> list[str]:
    return [d.value for d in record(body=f"1. Terms. {sentence}").dates if d.role == "maturity"]


@pytest.mark.parametrize("sentence", STATES)
def test_a_maturity(sentence: str) -> None:
    assert maturities(sentence) == ["2005-03-01"]


@pytest.mark.parametrize("sentence", STATES_NOT)
def test_another_date(sentence: str) -> None:
    assert maturities(sentence) == []


@pytest.mark.parametrize("sentence", STATES_TWO)
def test_two_maturities(sentence: str) -> None:
    assert maturities(sentence) == ["2005-03-01", "2006-07-01"]


def test_each_facility_has_its_own() -> None:
    sentence = (
        '"Maturity Date" means (a) with respect to the Revolving Facility, March 1, 2005, and (b) with respect to the '
        "Term Facility, June 1, 2007; provided that a day that is no Business Day is replaced by the one before."
    )
    assert maturities(sentence) == ["2005-03-01", "2007-06-01"]


def test_extended_facility_by_facility() -> None:
    sentence = (
        "The maturity of the Loans is extended as follows: (a) Tranche A Loans: to March 1, 2005, payable in two "
        "installments. (b) Tranche B Loans: to June 1, 2007, in one payment."
    )
    assert maturities(sentence) == ["2005-03-01", "2007-06-01"]


def test_the_old_date_goes_where_it_is_moved() -> None:
    assert maturities(
        'All principal is due on March 1, 2003. That date is changed to March 1, 2005 (the "Maturity Date").'
    ) == ["2005-03-01"]
    assert maturities('The "Contract Period" is amended to end on March 1, 2005 instead of March 1, 2004.') == [
        "2005-03-01"
    ]


def test_a_note_that_speaks_of_itself_further_down_opens_with_its_promise() -> None:
    """What stands above a later "This Note is made pursuant to ..." is no heading: dates there count."""
    text = (
        "REVOLVING NOTE\n\n$10,000,000.00\nApril 30, 2001\n\n"
        'FOR VALUE RECEIVED, the undersigned ACME TOOLS, INC. ("Borrower") promises to pay to the order of FERNDALE BANK, '
        'N.A. ("Bank") the principal sum of $10,000,000.\n\n'
        "(a) Repayment. The outstanding principal balance of this Note shall be due and payable in full on March 1, 2005.\n\n"
        "This Note is made pursuant to and is subject to the Credit Agreement between Borrower and Bank dated April 30, 2001, "
        "as amended from time to time.\n\nACME TOOLS, INC.\n\nBy: /s/ Jane Roe\n"
    )
    assert [d.value for d in extract_text(text).dates if d.role == "maturity"] == ["2005-03-01"]


def test_two_terms_moved_one_after_the_other() -> None:
    body = (
        '1. Termination Date. The definition of "Termination Date" is amended by changing "June 11, 2004" to "June 10, 2005".\n\n'
        '     1.2 Term-Out. Section 2.06 is amended by changing "June 10, 2005" to "June 9, 2006", so that the term loans mature then.'
    )
    assert [d.value for d in record(body=body).dates if d.role == "maturity"] == ["2005-06-10", "2006-06-09"]
