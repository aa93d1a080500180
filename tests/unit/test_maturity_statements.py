"""More sentences that state a maturity or another date: verbs, places of the term, and debt that is not this loan's."""

import pytest
from making.loans import record

STATES = (
    "Borrower shall repay the Equipment Loan in 83 monthly payments of $27,857.14 plus interest, and in full on March 1, 2005.",
    'Expiration Date (Section 1.1). In the definition of that term "March 1, 2004" is changed to "March 1, 2005".',
    "Maturity: March 1, 2005",
    "The Lender agrees that from October 1, 2003, until the earlier of (i) March 1, 2005, and (ii) the end of the Agreement dated as of July 20, 2003 with Acme Tools, Inc. and the Borrower, the Lender shall make advances to the Borrower.",
    "Stated Maturity: March 1, 2005",
    'Each advance shall be repaid in thirty-three equal payments, the last of which shall be due no later than March 1, 2005 (the "2004 Equipment Maturity Date").',
    "The Lender agrees to make equipment advances to the Borrower, from the Amendment Date through March 1, 2005, of not more than $800,000.",
    "Advances under the Equipment Line may be requested through March 1, 2005.",
    "The Term Loan has a scheduled maturity of March 1, 2005.",
    "The Loan is due March 1, 2005.",
    "The entire unpaid principal balance is due and payable March 1, 2005.",
    "The Note is payable in full March 1, 2005.",
    "The Term Loan shall be repaid on demand but in any event no later than March 1, 2005.",
    "The Borrower shall repay all Revolving Loans on March 1, 2005.",
    "Lender's obligation to make Advances shall terminate on March 1, 2005.",
    "Lender's obligation to make Advances ceases on March 1, 2005.",
    "The Bank's commitment to make Loans shall expire at the close of business on March 1, 2005.",
    "Advances may be drawn at any time before March 1, 2005.",
    "The Drawdown Period ends on March 1, 2005.",
    "The maturity date of the Loan is hereby extended for an additional period of one year, to March 1, 2005.",
    "The maturity of the Loan shall be changed to March 1, 2005.",
    "The Maturity Date is accelerated from June 1, 2006 to March 1, 2005.",
    "The Maturity Date is hereby shortened to March 1, 2005.",
    'The definition of "Maturity Date" contained in Section 1.1 of the Credit Agreement is hereby amended by deleting the date "March 1, 2004" and inserting in lieu thereof the date "March 1, 2005".',
    'The term "Termination Date" set forth in the Credit Agreement is hereby amended and restated to mean March 1, 2005.',
    '"Termination Date" shall mean the earliest to occur of (i) March 1, 2005, (ii) the date of termination of the Commitments.',
    "'Loan Maturity Date' means March 1, 2005.",
    "The Maturity Date with respect to the Tranche B Loan is March 1, 2005.",
    "the term of the Line of Credit is hereby extended through March 1, 2005",
    "Lender hereby agrees to extend the maturity of the Loan until March 1, 2005.",
    "The Lender has agreed to extend the Loan to March 1, 2005.",
    "The Commitments shall be reduced to zero on March 1, 2005.",
    "The Facility shall be available for drawing until the close of business on March 1, 2005.",
    "This Agreement shall terminate on March 1, 2005.",
    "the unpaid principal balance, if not sooner paid, shall be due and payable in full on March 1, 2005",
    "a final payment of the entire unpaid balance of principal and interest shall be due on March 1, 2005",
    "The Expiration Date is hereby changed from March 1, 2004 to March 1, 2005.",
    'The words "March 1, 2004" in the definition of Maturity Date are replaced by the words "March 1, 2005".',
    "Notwithstanding anything in the Note, the Maturity Date thereof shall be March 1, 2005.",
    "The new Maturity Date shall be March 1, 2005.",
    "The Maturity Date of the Note, as amended hereby, is March 1, 2005.",
    "all Obligations shall be paid in full on or before March 1, 2005",
    "Borrower shall pay the Loan in full on or before March 1, 2005.",
    "The Revolving Credit Facility has a term expiring March 1, 2005.",
    "Bank may make Advances until March 1, 2005.",
    "The Final Advance Date is March 1, 2005.",
    "The Termination Date (as defined in the Loan Agreement) is extended, and shall hereafter be, March 1, 2005.",
    "Borrower promises to pay to Bank of St. Paul, N.A., on March 1, 2005, the principal sum of $100,000.",
    "The Maturity Date as set forth in the Note is hereby amended to March 1, 2005.",
    "The Term of the Loan shall expire on March 1, 2005.",
    "The Maturity Date falls on March 1, 2005.",
    "The Maturity Date occurs on March 1, 2005.",
    "The Maturity Date shall occur on March 1, 2005.",
    "The maturity date of the Loan has been extended to March 1, 2005.",
    "The Note shall become due and payable on March 1, 2005.",
    "Principal is payable in a single payment on March 1, 2005.",
    "One final balloon payment is due on March 1, 2005.",
    "Maker shall pay the entire indebtedness on March 1, 2005.",
    "This Note is payable on March 1, 2005.",
    "The principal of this Note is payable on March 1, 2005.",
    "The principal amount of this Debenture shall be due on March 1, 2005.",
    'Section 2.1(b) (Maturity). Section 2.1(b) is amended by deleting "March 1, 2004" and inserting "March 1, 2005".',
    '2.3 Term. The date "March 1, 2004" is deleted and replaced by "March 1, 2005".',
    "The Termination Date (which is now March 1, 2005) is unchanged.",
    "The Revolving Maturity Date and the Tranche A Maturity Date shall remain March 1, 2005.",
    "The final installment is payable on the Tranche B Maturity Date (which remains March 1, 2005).",
    "Installments are payable on the Maturity Date, which for the avoidance of doubt remains March 1, 2005.",
    "The Maturity Date of the additional Commitments shall be March 1, 2005, being that of all other Commitments.",
    'The definition of "Revolving Credit Termination Date" in Section 1.1 of the Credit Agreement is amended to mean March 1, 2005.',
    '1.6 Section 3.4 (Term). Section 3.4 of the Credit Agreement is amended by deleting "May 1, 2004" and replacing it with "March 1, 2005".',
    "During the period commencing on the First Milestone and ending on March 1, 2005, Borrower may request additional Advances.",
    "On or prior to March 1, 2005, Borrower may request one further Term Loan Advance.",
    "Lender agrees to advance sums to Borrower up to $2,000,000 until the earlier of Substantial Completion, or March 1, 2005, whichever occurs first.",
    "Lender shall make loans from time to time during the period beginning on the date hereof and ending on March 1, 2005.",
    '"Termination Date" means 11:00 A.M. Houston, Texas time on March 1, 2005, or such earlier date as the Commitment terminates.',
    '1.1.20 "Expiration Date of AR Line of Credit": shall mean March 1, 2005.',
    "The Commitment shall expire of its own term, and without the necessity of action by the Banks, on March 1, 2005.",
    "All Commitments in effect on the date of this Agreement shall be terminated in their entirety on March 1, 2005.",
    '"Term Availability Period" shall mean the period from and including the Amendment No. 1 Effective Date to but not including March 1, 2005.',
    "Any borrowings under the Facility are due and payable on March 1, 2005, at which time the Facility terminates.",
    '"Maturity Date of Original Note: March 1, 2005"',
    '"Facility Termination Date" means, (i) with respect to each Term Conversion, five years after the date of such Term Conversion as the Borrower has given notice of it to the Agent, and (ii) with respect to the entire Revolving Credit Facility, March 1, 2005.',
    "The Facility, which would otherwise expire on April 1, 2004, is extended, so that the Termination Date is March 1, 2005.",
    "The Note was scheduled to mature on April 1, 2004. The Maturity Date is now March 1, 2005.",
    "Principal     Loan Date    Maturity    Loan No\n     $500,000.00   06-15-2004   03-01-2005   4711",
    "The Term Loan shall mature and become due and payable on March 1, 2005.",
    "This Note shall mature on the earlier of March 1, 2005 or the date of a Change of Control.",
    '"Maturity Date" means the earliest of: (a) March 1, 2005; (b) the date of acceleration.',
    '"Commitment Expiration Date" means March 1, 2005.',
    '"Revolving Loan Expiration Date" means March 1, 2005 or earlier termination.',
    '"Stated Termination Date": March 1, 2005.',
    '"Final Maturity Date" shall mean, with respect to the Term Loan, March 1, 2005.',
    "(c) the Scheduled Revolving Termination Date (March 1, 2005)",
    "The outstanding principal balance and all accrued interest shall be paid in full no later than March 1, 2005.",
    "Payment in full of the outstanding principal balance shall be made on March 1, 2005.",
    "Borrower shall make a final payment of all outstanding principal and interest on March 1, 2005.",
    "The last payment, due on March 1, 2005, shall be for all principal and accrued interest not yet paid.",
    "Borrower's final payment will be due on March 1, 2005 and will be for all principal and all accrued interest not yet paid.",
    "Borrower will pay this loan in 35 regular payments of $5,000.00 each and one irregular last payment estimated at $100,000.00. Borrower's final payment will be due on March 1, 2005.",
    "The maturity date of the Loan is hereby modified to be March 1, 2005.",
    "The Maturity Date of the Note is hereby amended from April 1, 2004 to March 1, 2005.",
    'the words "April 1, 2004" set forth in the definition of "Maturity Date" are hereby deleted and replaced with the words "March 1, 2005".',
    'by deleting the reference to "April 1, 2004" contained in the definition of Termination Date and substituting in lieu thereof "March 1, 2005".',
    'The definition of "Revolving Maturity Date" is hereby amended by replacing "April 1, 2004" with "March 1, 2005".',
    'The definition of "Maturity Date" in the Loan Agreement is hereby deleted and the following is substituted: "Maturity Date" shall mean the earlier of (i) March 1, 2005 and (ii) acceleration.',
    "Section 2.6 of the Loan Agreement is hereby amended so that the Loan shall mature on March 1, 2005.",
    "The Bank hereby renews the Line of Credit through March 1, 2005.",
    "The Line of Credit is hereby renewed to March 1, 2005.",
    "Lender hereby agrees to extend the Termination Date for a period of ninety days, to and including March 1, 2005.",
    "The Termination Date is hereby extended by twelve months to March 1, 2005.",
    "the Maturity Date shall be extended to, and all Obligations shall be due on, March 1, 2005.",
    "The time for payment of the Note is extended to March 1, 2005.",
    "The date for repayment of the Loan is postponed to March 1, 2005.",
    "The Loan's maturity is extended to March 1, 2005.",
    "Maturity Date. The Maturity Date is changed to March 1, 2005.",
    "Maturity Date     March 1, 2005",
    "Maturity Date:    March 1, 2005",
    "Expiration: March 1, 2005",
    "Term: Until March 1, 2005",
    "Due Date: March 1, 2005",
    "The facility is for a term ending March 1, 2005.",
    "The Revolving Credit Commitment of each Bank shall continue in effect until March 1, 2005.",
    "The Lender's commitment hereunder shall remain in effect through March 1, 2005.",
    "The Commitment will be available to the Borrower to and including March 1, 2005.",
    "The Borrower may borrow under the Commitment until March 1, 2005.",
    "The undersigned hereby promises to pay on March 1, 2005 to the order of Lender the principal sum.",
    'For value received, the undersigned promises to pay to Bank, on or before March 1, 2005 (the "Maturity Date"), $500,000.',
    "Principal shall be paid in full at maturity on March 1, 2005.",
    "at maturity (March 1, 2005)",
    "matures on the 1st day of March, 2005",
    "All principal and interest then outstanding shall be due and payable on the 1st day of March, 2005.",
    'March 1, 2005 (the "Revolving Credit Termination Date")',
    'on March 1, 2005 (such date, the "Maturity Date")',
    'on March 1, 2005, or such earlier date as the Notes may be accelerated (the "Maturity Date")',
    'until the earlier of March 1, 2005 or the date of acceleration (the "Termination Date"), Bank will make Advances.',
    "The parties agree that the Note, which matured on April 1, 2004, shall now be due on March 1, 2005.",
    "The maturity of the Notes is accelerated to March 1, 2005.",
    'the "Maturity Date" for purposes of the Note is March 1, 2005',
    "The Maturity Date, as defined in the Note, is March 1, 2005.",
    "The Maturity Date for the Term Loan is hereby extended one year, until March 1, 2005.",
    "The Lender extends the maturity date under the Note to March 1, 2005.",
    "The Facility Letter is amended so that the facility expires on 1 March 2005.",
    "Amount........ $100\n     Termination Date....... March 1, 2005",
    "Bank agrees to make to Borrower, on the terms and conditions herein, one or more Advances until the earlier of March 1, 2005 and the Closing.",
    "The Lender shall lend to the Borrower up to $2,000,000 until the earlier of March 1, 2005 or the sale.",
    "Each Bank agrees to lend its Pro Rata Share of the Loans until March 1, 2005.",
    "Each Bank agrees to lend its ratable share during the period ending on March 1, 2005.",
    "The Bank shall make available to the Borrower a line of credit until the earlier of March 1, 2005 and default.",
    "The final principal payment of $500,000 is due March 1, 2005.",
    "All outstanding obligations under the Note shall be paid in full on or before March 1, 2005.",
    "All unpaid principal, interest, fees and taxes shall be due March 1, 2005.",
    "All outstanding fees, interest and principal shall be due March 1, 2005.",
    "The line of credit is extended to the Borrower until March 1, 2005.",
    "Payment in full of the Loan shall be made on March 1, 2005.",
    "The Borrower shall repay all Revolving Loans on March 1, 2005, and may not reborrow.",
    "The Borrower shall repay the Term Loan on March 1, 2005 and may prepay it.",
    "The Commitment Period for the Revolving Loans ends on March 1, 2005.",
    "The Maturity Date of the Stock Purchase Loan is March 1, 2005.",
    "The Conversion Date for the Revolving Loans is March 1, 2005.",
    "The obligations, with a maturity date of March 1, 2005, are secured.",
    "The Term Loan has a maturity of March 1, 2005.",
    "The principal payment of the entire balance is due March 1, 2005.",
)
# Debt that is only told of stands in the same sentence, of which the loan is the subject.
STATES_BESIDE_OTHER_DEBT = (
    "Provided that the Existing Debt is repaid, the Term Loan matures on March 1, 2005.",
    "Notwithstanding that the Borrower's convertible notes are outstanding, the Loan shall mature on March 1, 2005.",
    "If the Borrower's debentures are paid, the Revolving Loan matures on March 1, 2005.",
    "The Guarantee of the Indebtedness continues, and the Loan matures on March 1, 2005.",
    "The convertible Term Loan matures on March 1, 2005.",
)
STATES_NOT = (
    "The Borrower shall have raised equity of $5,000,000 by March 1, 2005, failing which the Maturity Date shall be accelerated.",
    "On the Maturity Date the Borrower shall pay interest accrued from March 1, 2005.",
    "The Borrower shall on or before March 1, 2005 request an extension of the Maturity Date.",
    "The Lender's obligations under the waiver terminate on March 1, 2005.",
    "Section 5.2 applies until March 1, 2005 and thereafter until the Maturity Date.",
    "The Applicable Margin until March 1, 2005 is 2.00%.",
    "The maximum availability shall be reduced to $4,000,000 on March 1, 2005.",
    "The Commitments shall be reduced by $1,000,000 on March 1, 2005.",
    "The Loans shall be prepaid by $1,000,000 on March 1, 2005.",
    "The Borrower shall repay $1,000,000 of the Loans on March 1, 2005.",
    "The Borrower may prepay the Loans in full on March 1, 2005 without premium.",
    "Indebtedness of the Borrower under the note to Seller, due March 1, 2005, is permitted.",
    "The collective bargaining agreement expires on March 1, 2005.",
    "The Interest Period shall end on March 1, 2005.",
    "Letters of Credit shall expire no later than March 1, 2005.",
    "The standby letter of credit No. 4711 expires on March 1, 2005.",
    "The Over-Advance shall be repaid on March 1, 2005.",
    "The commitment fee shall be payable on March 1, 2005 and on the Termination Date.",
    "Quarterly installments of $100,000 are due commencing March 1, 2005 and continuing until the Maturity Date.",
    "the insurance policy expiring March 1, 2005",
    "The Company has leased the premises for a term ending March 1, 2005.",
    "The aggregate principal of Loans shall not exceed $5,000,000 after March 1, 2005.",
    "The Option Period terminates on March 1, 2005.",
    "Borrower failed to pay the installment of principal that was due and payable on March 1, 2005.",
    "No default has occurred since March 1, 2005 and no Maturity Date has passed.",
    "The Borrower shall deliver its title policy on or before March 1, 2005.",
    "The Company shall cause its Maturity Date budget to be dated March 1, 2005.",
    "The Warrants expire on March 1, 2005.",
    "the expiration date of such warrants is extended to March 1, 2005",
    "No Letter of Credit shall have an expiration date later than March 1, 2005.",
    "The Lease terminates on March 1, 2005.",
    "The Borrower may request an extension of the Termination Date on any date during the period commencing March 1, 2004 and ending on March 1, 2005.",
    "If the Termination Date is extended to March 1, 2005, the Borrower shall pay a fee of $5,000.",
    '"Convertible Notes" means the 2.25% Convertible Senior Notes maturing on March 1, 2005.',
    "Guarantee of indebtedness in the amount of $5,000,000 to Tall Oak Bank, which indebtedness has a maturity date of March 1, 2005.",
    "installments, with the balance due on the Termination Date: Payment Date Amount March 1, 2005 $10,000",
    "Determination Date: March 1, 2005",
    "The first installment of principal being due on March 1, 2005, and a final payment on the Maturity Date.",
    "The commitment letter shall expire on March 1, 2005.",
    "The Termination Date shall not be later than the fifth anniversary of March 1, 2005.",
    "Interest accrued through the Maturity Date shall be paid on March 1, 2005.",
    "The Repayment Dates are: March 1, 2005, June 1, 2005.",
    "All accrued interest is due and payable on March 1, 2005.",
    "The amendment fee is due and payable on March 1, 2005.",
    "The Borrower shall pay the deferred amount of $10,000 on or before March 1, 2005.",
    "The Guarantor's employment agreement expires on March 1, 2005.",
    "Permitted Investments include certificates of deposit maturing on or before March 1, 2005.",
    "Existing Indebtedness: Equipment loan from Tall Oak Bank maturing March 1, 2005.",
    "From and after the Maturity Date, and as of March 1, 2005, the rate shall be 9%.",
    "The Borrower shall not, before the Termination Date, incur debt in excess of $1 on March 1, 2005.",
    "The Bank shall advance the sum if the Termination Date has been so extended to March 1, 2005.",
    "The Borrower shall pay the Term Loan in full on March 1, 2005, in the event that the acquisition shall not have been consummated.",
    '"Debentures" mean the 7% junior subordinated debentures of the Parent which mature on March 1, 2005.',
    "All outstanding taxes shall be due March 1, 2005.",
    "The principal amortization payment of $500,000 is due March 1, 2005.",
    "All obligations under the Lease shall be paid in full on or before March 1, 2005.",
    "The Borrower agrees to make monthly deposits until the earlier of March 1, 2005 and the release of the lien.",
    "The Borrower shall make deposits during the period ending on March 1, 2005.",
    "The Company will lend its support until the earlier of March 1, 2005 and the sale.",
    "The Final Funding Date of the pension plan is March 1, 2005.",
    "The Conversion Date for the preferred stock is March 1, 2005.",
    "The Repayment Date of the intercompany advance is March 1, 2005.",
    "The contract period for the supply of steel ends on March 1, 2005.",
    "The Commitment Period of the hedge counterparty ends on March 1, 2005.",
    "The Company shall list the current portion of obligations with a maturity of March 1, 2005.",
    "The current portion of obligations with a maturity of March 1, 2005 is excluded.",
    "The plant line is hereby extended to the river and shall operate until March 1, 2005.",
    "The Borrower shall make payment in full of the fee due on March 1, 2005.",
    "The Borrower shall repay all Swing Line Loans on March 1, 2005, and may reborrow.",
    "The Company shall lend its name to the venture until March 1, 2005.",
    "The Borrower shall make quarterly deposits into the loan account during the period ending on March 1, 2005.",
    "The Guarantor's debentures under the Loan mature on March 1, 2005.",
    "The convertible notes of the Parent mature on March 1, 2005.",
    "All unpaid rent shall be due and payable March 1, 2005.",
    "The Borrower shall repay the Revolving Loans on March 1, 2005 but may thereafter reborrow them.",
    "Securities with a maturity of March 1, 2005 are Permitted Investments.",
)


def maturities(sentence: str, **parts: str) -> list[str]:
    return [d.value for d in record(body=f"1. Terms. {sentence}", **parts).dates if d.role == "maturity"]


@pytest.mark.parametrize("sentence", STATES + STATES_BESIDE_OTHER_DEBT)
def test_a_maturity(sentence: str) -> None:
    assert maturities(sentence) == ["2005-03-01"]


@pytest.mark.parametrize("sentence", STATES_NOT)
def test_another_date(sentence: str) -> None:
    assert maturities(sentence) == []


def test_such_date_extended_on_a_condition() -> None:
    """An instrument that itself grants the extension, on a condition, states a further date.

    "If the Termination Date is extended to ..." (among those that state none) only asks what follows from an extension
    that somebody may grant some day.
    """
    sentence = (
        '"Termination Date" is amended to mean March 1, 2005. If, by February 1, 2005, the Borrower delivers a commitment '
        "letter, such date shall without further action be extended to June 1, 2005."
    )
    assert maturities(sentence) == ["2005-03-01", "2005-06-01"]


def test_a_date_that_holds_unless_extended() -> None:
    assert "2005-03-01" in maturities(
        '"Maturity Date" shall mean March 1, 2005, unless extended to March 1, 2006 pursuant to Section 2.10.'
    )


def test_debentures_that_the_instrument_is_about() -> None:
    """Debt of a kind that a loan agreement only tells of is the instrument's own where its title names it."""
    sentence = "The Debentures mature on March 1, 2005."
    assert maturities(sentence) == []
    assert maturities(sentence, title="FIRST AMENDMENT TO CONVERTIBLE DEBENTURES") == ["2005-03-01"]


def test_what_the_loan_was_extended_to_is_no_amendment() -> None:
    found = record(body="1. Terms. The maturity date of the Loan has been extended to March 1, 2005.")
    assert found.prior_amendments == []
    assert [d.value for d in found.dates if d.role == "maturity"] == ["2005-03-01"]


TOLD = (
    "The Revolving Commitments terminate on March 1, 2004, and the Borrower has requested that such date be extended.",
    "The Note according to its present terms comes due on March 1, 2004, and the Borrower has asked to extend it.",
)


@pytest.mark.parametrize("sentence", TOLD)
def test_a_maturity_that_holds_until_now(sentence: str) -> None:
    of = record(
        recital=f"WHEREAS, {sentence}", body="1. Extension. The Maturity Date of the Loan is extended to March 1, 2005."
    )
    assert [d.value for d in of.dates if d.role.value == "maturity"] == ["2005-03-01"]


@pytest.mark.parametrize(
    ("body", "maturities"),
    [
        ("Advances may be requested until the close of business on June 30, 2007.", ["2007-06-30"]),
        (
            "The Tranche A Term Loans shall be due on June 30, 2007 and the Tranche B Term Loans on June 30, 2009.",
            ["2007-06-30", "2009-06-30"],
        ),
        (
            "The Letter of Credit Reports shall be due on June 30, 2007 and the Notices of Borrowing on June 30, 2009.",
            [],
        ),
    ],
)
def test_advances_until_and_loans_in_turn(body: str, maturities: list[str]) -> None:
    found = record(body=f"1. Terms. {body}")
    assert sorted(str(d.value) for d in found.dates if d.role.value == "maturity") == maturities


@pytest.mark.parametrize(
    ("body", "maturities"),
    [
        (
            '"Maturity Date" means October 31, 2012; provided that if any Second Lien Notes are outstanding then, it means April 30, 2012.',
            ["2012-04-30", "2012-10-31"],
        ),
        ("Any Term Loans shall mature not later than September 14, 2007.", ["2007-09-14"]),
        ("Until June 30, 2008 Lender will advance up to 80% of the cost of new equipment.", ["2008-06-30"]),
        (
            'Section 1.1 is amended, as the date to which the commitment to make Loans extends, by striking "September 30, 2005" and inserting "September 30, 2006".',
            ["2006-09-30"],
        ),
        (
            'The Note is amended by deleting "August 31, 2006" as the Maturity Date and replacing it with "the earlier of (i) February 28, 2008 and (ii) a sale."',
            ["2008-02-28"],
        ),
        (
            'The definition of "Maturity Date" is amended to mean January 11, 2008, subject to one option to extend for twelve months, to January 11, 2009.',
            ["2008-01-11", "2009-01-11"],
        ),
        ("If all Obligations are paid in full by August 31, 2005 the last installment shall be forgiven.", []),
        (
            "Debt includes the 8% Subordinated Notes due June 15, 2010 in the original principal amount of $7,500,000.",
            [],
        ),
        (
            "Payments:\n\nMarch 31, 2006          $100,000\nMay 14, 2009            Remaining principal balance\n",
            ["2009-05-14"],
        ),
        ("Deposits:\n\nMay 14, 2009            Remaining balance of the escrow account\n", []),
        (
            '"Maturity Date" means October 31, 2012; provided that the Effective Date shall be March 2, 2011.',
            ["2012-10-31"],
        ),
        (
            "The Loan shall mature on June 30, 2009, provided that the Borrower may prepay it, and the Closing Date is March 2, 2006.",
            ["2009-06-30"],
        ),
        (
            "If the interest is not paid when due it is added to principal, and the entire principal balance of the Loan shall be due on June 2, 2007.",
            ["2007-06-02"],
        ),
        ("Until June 30, 2008 Lender shall make its loan officers available.", []),
    ],
)
def test_conditions_options_and_tables(body: str, maturities: list[str]) -> None:
    found = record(body=f"1. Terms. {body}")
    assert sorted(str(d.value) for d in found.dates if d.role.value == "maturity") == maturities
