"""The same facts as different hands write them: agreements "of" a date, chains in other words, printed bank forms."""

import pytest
from making.loans import PARTIES, loan, record

from extractor import Record, extract_text
from extractor.extractors.titles import kinds_of, object_of


def links(of: Record) -> list[tuple[int | None, str | None]]:
    """Number and date of each earlier amendment."""
    return [(p.number, p.dated) for p in of.prior_amendments]


def agreement(of: Record) -> tuple[str | None, str | None]:
    """Title and date of the amended agreement."""
    assert of.amended_agreement is not None
    return of.amended_agreement.title, of.amended_agreement.dated


def maturities(of: Record) -> list[str]:
    """The dates that are maturities."""
    return [d.value for d in of.dates if d.role.value == "maturity"]


@pytest.mark.parametrize(
    "recital",
    [
        'WHEREAS, the Lender and the Borrower entered into a Loan and Security Agreement on March 1, 2000 (the "Loan Agreement");',
        'WHEREAS, the Borrower owes the Lender a loan governed by a Loan and Security Agreement of March 1, 2000 (the "Loan Agreement");',
        'WHEREAS, on or about March 1, 2000, the Lender made a loan to the Borrower under a Loan and Security Agreement of that date (the "Loan Agreement");',
    ],
    ids=["on", "of", "of that date"],
)
def test_agreement_of_a_date(recital: str) -> None:
    found = record(title="THIRD AMENDMENT TO LOAN AND SECURITY AGREEMENT", recital=recital)
    assert agreement(found) == ("Loan and Security Agreement", "2000-03-01")


def test_a_day_on_which_the_agreement_was_changed_is_not_its_date() -> None:
    recital = "WHEREAS, the Lender and the Borrower modified the Credit Agreement on May 9, 2001;"
    assert agreement(record(recital=recital))[1] is None


def test_amending_agreements_in_small_letters() -> None:
    recital = (
        "WHEREAS, the parties entered into a credit agreement made as of the 1st day of March, 2000 (as amended by a first "
        "amending agreement made as of the 12th day of May, 2001 and a second amending agreement made as of the 31st day "
        'of January, 2003, the "Credit Agreement");'
    )
    found = record(title="THIRD AMENDING AGREEMENT", recital=recital)
    assert agreement(found) == ("credit agreement", "2000-03-01")
    assert links(found) == [(1, "2001-05-12"), (2, "2003-01-31")]


def test_amendments_signed_on_or_about_a_date() -> None:
    recital = (
        'WHEREAS, the parties entered into that certain Credit Agreement, dated as of March 1, 2000 (the "Agreement"). On or '
        "about May 1, 2001, Borrower and Lender signed Amendment Number One to Credit Agreement and Waiver. On or about "
        "August 9, 2002, Borrower and Lender signed Amendment Number Two to Credit Agreement."
    )
    found = record(title="AMENDMENT NUMBER THREE TO CREDIT AGREEMENT", recital=recital)
    assert links(found) == [(1, "2001-05-01"), (2, "2002-08-09")]


def test_law_between_two_clauses() -> None:
    law = (
        "This Amendment shall be construed in accordance with, and governed by the internal laws of, the State of Ohio."
    )
    text = loan().replace("This Amendment is governed by the laws of the State of New York.", law)
    assert extract_text(text).instrument.governing_law == "Ohio"


def test_a_salutation_without_a_comma() -> None:
    text = LETTER.replace("Ladies and Gentlemen:", "Dear Sirs").replace("March 27, 2009", "27 March 2009")
    assert extract_text(text).instrument.dated == "2009-03-27"


def test_two_amendments_each_of_one_date() -> None:
    recital = (
        "WHEREAS, the Borrower and the Lender are parties to a Credit Agreement dated as of March 1, 2000 (as amended by the "
        "First Amendment dated as of May 1, 2001, and the Second Amendment and the Third Amendment, each dated as of "
        'August 9, 2002, the "Credit Agreement");'
    )
    found = record(title="FOURTH AMENDMENT TO CREDIT AGREEMENT", recital=recital)
    assert links(found) == [(1, "2001-05-01"), (2, "2002-08-09"), (3, "2002-08-09")]


def test_what_a_modification_extended_is_no_link_of_the_chain() -> None:
    recital = (
        'WHEREAS, the Lender made the Borrower a loan (the "Loan") under a Loan Agreement of March 1, 2000 (the "Loan '
        'Agreement"); the Loan was first modified on May 1, 2001, by a Loan Modification Agreement that lowered the '
        "payments and extended the maturity from March 1, 2002 to March 1, 2005;"
    )
    body = "1. Term. All unpaid principal and interest is due and payable March 1, 2009."
    found = record(title="SECOND MODIFICATION OF LOAN AGREEMENT", recital=recital, body=body)
    assert [dated for _, dated in links(found)] == ["2001-05-01"]
    assert maturities(found) == ["2009-03-01"]


def test_the_day_on_which_a_letter_was_countersigned_is_no_link() -> None:
    recital = (
        "WHEREAS, by a Facility Agreement dated March 1, 2000, as amended by a Supplemental Agreement dated December 22, 2001 "
        "and by a letter of the Agent dated June 4, 2003 and countersigned by the Borrower on June 8, 2003 (together the "
        '"Facility Agreement"), the Lender agreed to lend;'
    )
    found = record(title="DEED OF AMENDMENT", recital=recital)
    assert [dated for _, dated in links(found)] == ["2001-12-22", "2003-06-04"]


def test_amendment_of_a_forbearance_agreement() -> None:
    assert kinds_of("SECOND AMENDMENT TO FORBEARANCE AGREEMENT") == ["amendment"]
    assert object_of("SECOND AMENDMENT TO FORBEARANCE AGREEMENT") == "FORBEARANCE AGREEMENT"
    recital = (
        'WHEREAS, the parties made a Credit Agreement dated November 12, 2000 (the "Credit Agreement"), and on December 14, '
        "2003 they entered into a Forbearance Agreement, amended by a First Amendment to Forbearance Agreement dated "
        'February 15, 2004 (as amended, the "Forbearance Agreement");'
    )
    found = record(title="SECOND AMENDMENT TO FORBEARANCE AGREEMENT", recital=recital)
    assert agreement(found) == ("Forbearance Agreement", "2003-12-14")
    assert links(found) == [(1, "2004-02-15")]


BANK_FORM = """CHANGE IN TERMS AGREEMENT

Principal        Loan Date     Maturity
$850,000.00      01-15-2002    07-15-2003

BORROWER: ACME TOOLS, INC.                LENDER: FIRST HARBOR BANK
          1 MAIN STREET                           2 QUAY STREET

PRINCIPAL AMOUNT: $850,000.00             DATE OF AGREEMENT: JANUARY 15, 2002

DESCRIPTION OF EXISTING INDEBTEDNESS. A PROMISSORY NOTE DATED JULY 15, 1999 in the original principal amount of
$700,000.00, WHICH NOTE HAS BEEN MODIFIED BY A CHANGE IN TERMS AGREEMENT DATED JULY 15, 2000, WHEREBY THE PRINCIPAL
WAS RAISED TO $800,000.00.

DESCRIPTION OF COLLATERAL. ALL INVENTORY, AS DESCRIBED
IN A COMMERCIAL SECURITY AGREEMENT DATED JULY 15, 1999.

DESCRIPTION OF CHANGE IN TERMS. THE MATURITY DATE IS EXTENDED FROM JANUARY 15, 2002 TO JULY 15, 2003.

PROMISE TO PAY. ACME TOOLS, INC. ("Borrower") promises to pay to FIRST HARBOR BANK ("Lender") the principal amount of
$850,000.00.

PAYMENT. Borrower will pay the loan in one payment of all principal and all interest that is owing by then, and will pay
accrued interest monthly, the first payment being due February 15, 2002 and the others on the same day of each month.

CONTINUING VALIDITY. Save as changed by this Agreement, the obligations under the Promissory Note and everything that
secures it stay as they were, and whoever signed the Promissory Note remains liable on it until it has been paid in full.

BORROWER:
ACME TOOLS, INC.

By: /s/ Jane R. Roe
    JANE R. ROE, President
"""


def test_a_banks_printed_form() -> None:
    found = extract_text(BANK_FORM)
    assert found.instrument.title == "CHANGE IN TERMS AGREEMENT"
    assert found.instrument.dated == "2002-01-15"
    assert agreement(found) == ("PROMISSORY NOTE", "1999-07-15")
    assert [dated for _, dated in links(found)] == ["2000-07-15"]
    assert maturities(found) == ["2003-07-15"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The changes made by Sections 1 through 4 are effective as of June 1, 2004.",
        "This Amendment shall be deemed to have taken effect on and as of June 1, 2004.",
        "This Amendment is made to be effective, except as stated in Paragraph 8, as of June 1, 2004.",
    ],
)
def test_effect(sentence: str) -> None:
    assert record(body=f"1. Effect. {sentence}").instrument.effective_date == "2004-06-01"


def test_date_for_reference_purposes_only() -> None:
    opening = f"This Third Amendment to Credit Agreement is dated for reference purposes only June 15, 2004, {PARTIES}."
    assert record(opening=opening).instrument.dated == "2004-06-15"


def test_a_first_line_that_leaves_the_parties_to_the_next() -> None:
    opening = (
        "THIS AGREEMENT made as of the 15th day of June, 2004.\n\n\n"
        'B E T W E E N:\n\n     ACME TOOLS, INC. (the "Borrower")\n\n     - and -\n\n     FIRST HARBOR BANK (the "Lender")'
    )
    found = record(title="THIRD AMENDING AGREEMENT", opening=opening)
    assert found.instrument.dated == "2004-06-15"
    assert {p.name for p in found.parties} >= {"ACME TOOLS, INC.", "FIRST HARBOR BANK"}


ALLONGE = """SECOND ALLONGE TO CONVERTIBLE NOTE

Maker:             Acme Tools, Inc., a Delaware corporation
Date of Note:      June 30, 1999
First Allonge:     December 29, 2000

     The Convertible Note named above is hereby changed by Maker on this 28th day of December, 2001, as follows:

1.   The words "December 31, 2001", wherever they occur in the Note as the date on which it falls due, are changed to
"June 30, 2003".

     IN WITNESS WHEREOF Maker has signed.

ACME TOOLS, INC.
By: /s/ Jane R. Roe
"""


def test_labels_of_an_allonge_are_not_its_title_or_date() -> None:
    found = extract_text(ALLONGE)
    assert found.instrument.title == "SECOND ALLONGE TO CONVERTIBLE NOTE"
    assert found.instrument.amendment_number == 2
    assert found.instrument.dated == "2001-12-28"
    assert maturities(found) == ["2003-06-30"]


LETTER = """EX-10.1
LIMITED WAIVER AND AMENDMENT NO. 3

Exhibit 10.1

FIRST HARBOR BANK
March 27, 2009

Acme Tools, Inc.
1 Main Street

Re:    Limited Waiver and Amendment No. 3 to Credit Agreement

Ladies and Gentlemen:

     We refer to the Credit Agreement dated as of August 31, 2006 (the "Credit Agreement") between Acme Tools, Inc. (the
"Company") and First Harbor Bank. The Lender waives the Default.

Very truly yours,

FIRST HARBOR BANK
By: /s/ John Q. Doe
"""


def test_a_letters_reference_is_fuller_than_the_filers_description() -> None:
    assert extract_text(LETTER).instrument.title == "Limited Waiver and Amendment No. 3 to Credit Agreement"


def test_restatements_told_in_prose() -> None:
    recital = (
        "The Borrower and the Lender entered into a Credit Agreement on March 3, 1998. That agreement was amended and restated "
        "as of June 30, 1999, and was amended and restated a second time as of May 16, 2000. It has itself been amended twice, "
        "by a First Amendment dated as of November 8, 2001 and by a Second Amendment and Waiver dated as of August 29, 2002, "
        'and as so amended is called the "Credit Agreement".'
    )
    found = record(title="THIRD AMENDMENT TO SECOND AMENDED AND RESTATED CREDIT AGREEMENT", recital=recital)
    assert agreement(found)[1] == "2000-05-16"
    assert links(found) == [(1, "2001-11-08"), (2, "2002-08-29")]


RENEWED = """FOURTH MODIFICATION OF CONSTRUCTION LOAN
AGREEMENT, NOTE AND OTHER LOAN PAPERS

     This Fourth Modification is entered into this 18th day of October, 1995, by and among ACME TOOLS, LTD., a Texas limited
partnership ("Maker"), and FIRST HARBOR BANK, a national banking association ("Payee").

                            R E C I T A L S:

     Maker executed and delivered to Payee its Promissory Note dated April 6, 1990, in the original principal sum of
$4,800,000.00 (the "Note"), which was given for advances under a Construction Loan Agreement of even date with the Note
(the "Loan Agreement").

     The Note and the Loan Agreement have been renewed, extended and modified by (a) a Modification and Extension Agreement
dated effective April 6, 1992, (b) a Second Modification dated effective October 6, 1993, and (c) a Third Modification
dated effective April 6, 1995. The Note, as last extended, matured on October 6, 1995.

     NOW, THEREFORE, the parties agree as follows:

     1.  Extension. Interest shall be paid monthly, beginning on November 6, 1995, principal in installments of $18,500.00,
and the whole of the unpaid balance of principal and interest shall be paid on October 6, 1997.

     IN WITNESS WHEREOF, the parties have signed.

ACME TOOLS, LTD.
By: /s/ Jane R. Roe
"""


def test_loan_papers_renewed_and_modified() -> None:
    found = extract_text(RENEWED)
    assert found.instrument.title == "FOURTH MODIFICATION OF CONSTRUCTION LOAN AGREEMENT, NOTE AND OTHER LOAN PAPERS"
    assert found.instrument.effective_date is None
    assert agreement(found) == ("Construction Loan Agreement", "1990-04-06")
    assert links(found) == [(1, "1992-04-06"), (2, "1993-10-06"), (3, "1995-04-06")]
    assert maturities(found) == ["1997-10-06"]


NOTE = """THIS NOTE AMENDS, RESTATES AND REPLACES THE AMENDED AND RESTATED REVOLVING CREDIT NOTE DATED AUGUST 31, 2000.

             SECOND AMENDED AND RESTATED REVOLVING CREDIT NOTE

$17,500,000.00                                            Baltimore, Maryland
                                                               March 22, 2002

     FOR VALUE RECEIVED, ACME TOOLS, INC., a Maryland corporation (the "Borrower"), promises to pay to the order of FIRST
HARBOR BANK, a Maryland banking corporation (the "Lender"), on or before May 31, 2004, the principal sum of
$17,500,000.00, with interest.

     1. Financing Agreement. This Note is the "Revolving Credit Note" described in the Financing Agreement dated June 9, 1998
between the Borrower and the Lender, as amended by the First Amendment dated August 31, 2000.

     IN WITNESS WHEREOF, the Borrower has executed this Note.

ACME TOOLS, INC.
By: /s/ Jane R. Roe
"""


def test_a_note_restates_the_note_of_its_legend() -> None:
    found = extract_text(NOTE)
    assert found.instrument.dated == "2002-03-22"
    assert agreement(found) == ("AMENDED AND RESTATED REVOLVING CREDIT NOTE", "2000-08-31")
    assert links(found) == []
    assert {p.name: [r.value for r in p.roles] for p in found.parties} == {
        "ACME TOOLS, INC.": ["borrower"],
        "FIRST HARBOR BANK": ["lender"],
    }


def test_effect_on_its_own_date() -> None:
    assert record(body="1. Effect. This Third Amendment shall become effective on its date.").instrument.effective_date == (
        "2004-06-15"
    )


def test_date_set_forth_above() -> None:
    text = (
        "EXHIBIT 10 August 1, 2001 No. 18694 LOAN AGREEMENT This Agreement is made effective as of the date set forth above by "
        "and between Acme Tools, Inc. (the \"Borrower\") and First Harbor Bank (the \"Lender\"). The Lender lends $5,000.\n\n"
        "By: /s/ Jane R. Roe\n"
    )
    assert extract_text(text).instrument.dated == "2001-08-01"


TYPESCRIPT = """\
                         ACME TOOLS, INC.

                         By  JANE R. ROE
                             Its Treasurer
Attest:

ALMA WHITTIER
Clerk

                         ORVILLE MUTUAL LIFE ASSURANCE
                           COMPANY

                         By  JOHN Q. DOE
                             Its Second Vice President
"""


def test_signatures_of_a_typescript() -> None:
    found = {(s.name, s.party) for s in record(signatures=TYPESCRIPT).signatories}
    assert found == {("JANE R. ROE", "Acme Tools, Inc."), ("JOHN Q. DOE", "ORVILLE MUTUAL LIFE ASSURANCE COMPANY")}
