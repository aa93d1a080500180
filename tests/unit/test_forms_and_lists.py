"""Wordings that once were misread, each as a short instrument with the facts worked out by hand."""

from collections.abc import Callable

import pytest

from extractor import Record, extract_text

BODY = "The Loan Agreement is amended.\n\n"


def read(head: str, signatures: str = "") -> Record:
    return extract_text(f"{head}\n\n{BODY}{signatures}")


def maturities(body: str) -> list[str]:
    text = (
        'THIRD AMENDMENT TO LOAN AGREEMENT\n\nThis Amendment, dated as of May 3, 2004, is between Acme Tools, Inc. (the "Borrower") '
        'and First Harbor Bank (the "Lender").\n\nThe parties agree as follows:\n\n'
    )
    return [d.value for d in extract_text(text + body).dates if d.role == "maturity"]


LABELLED = """CHANGE IN TERMS AGREEMENT

BORROWER:   Gelbrook Mills, Inc., an Ohio corporation
            12 Mill Road

LENDER:     Harbor State Bank
            Main Office

DATE: June 4, 2001

This Change in Terms Agreement amends the Promissory Note dated May 1, 2000 in the principal amount of $500,000.

BORROWER:
GELBROOK MILLS, INC.

By: /s/ Ann Roe
Ann Roe, President
"""


def test_labels_name_parties_and_date() -> None:
    record = extract_text(LABELLED)
    assert [(p.name, p.roles) for p in record.parties] == [
        ("Gelbrook Mills, Inc.", ["borrower"]),
        ("Harbor State Bank", ["lender"]),
    ]
    assert record.instrument.dated == "2001-06-04"
    assert record.instrument.kinds == ["amendment"]


def test_one_signature_without_a_formula() -> None:
    (signatory,) = extract_text(LABELLED).signatories
    assert (signatory.name, signatory.title, signatory.party) == ("Ann Roe", "President", "Gelbrook Mills, Inc.")


def test_dates_behind_the_parties_are_amendments_and_no_parties() -> None:
    record = read(
        "AMENDMENT NO. 4 TO LOAN AGREEMENT\n\nThis Amendment, dated June 4, 2004, amends the Loan Agreement, dated as of March 22, "
        '1996, among Acme Tools, Inc. (the "Borrower") and First Harbor Bank (the "Lender"), as previously amended on March 6, 1998, '
        "June 30, 2000 and September 28, 2001."
    )
    assert [p.name for p in record.parties] == ["Acme Tools, Inc.", "First Harbor Bank"]
    assert [p.dated for p in record.prior_amendments] == ["1998-03-06", "2000-06-30", "2001-09-28"]


def test_an_act_of_another_name_counts_for_itself() -> None:
    record = read(
        'EXTENSION AGREEMENT NO. 2\n\nThis Extension Agreement No. 2, dated as of May 3, 2004, is among Acme Tools, Inc. (the "Borrower") '
        'and First Harbor Bank (the "Lender").\n\nWHEREAS, the Borrower and the Lender are parties to a Credit Agreement dated as of '
        "March 1, 2000, as amended by Amendment No. 1 dated as of May 1, 2001, Amendment No. 2 and Waiver dated as of June 3, 2002 and "
        'Extension Agreement No. 1 dated as of July 7, 2003 (the "Credit Agreement");'
    )
    assert [(p.number, p.dated) for p in record.prior_amendments] == [
        (1, "2001-05-01"),
        (2, "2002-06-03"),
        (1, "2003-07-07"),
    ]


def test_letter_and_supplemental_agreements_amend() -> None:
    record = read(
        'THIRD AMENDMENT TO LOAN AGREEMENT\n\nThis Amendment, dated as of May 3, 2004, is among Acme Tools, Inc. (the "Borrower") and '
        'First Harbor Bank (the "Lender").\n\nWHEREAS, the parties made a Loan Agreement dated as of March 1, 2000 (the "Loan '
        'Agreement");\n\nWHEREAS, the Loan Agreement was amended by a letter agreement dated May 1, 2001, and by a supplemental '
        "agreement dated June 3, 2002;"
    )
    assert [p.dated for p in record.prior_amendments] == ["2001-05-01", "2002-06-03"]


def test_a_date_of_the_letter_itself_is_no_amendment() -> None:
    record = extract_text(
        "August 8, 2005\n\nAcme Tools, Inc.\n\n     Re:  Loan Agreement dated as of April 12, 2000, between Acme Tools, Inc. and First "
        'Harbor Bank, as amended by letters dated January 4, 2001 and June 30, 2002 (the "Agreement")\n\nGentlemen:\n\n     You have '
        "told us that the Company was not in compliance as of July 1, 2005 with Section 5.7 of the Agreement. The Bank waives the "
        "default, and the Loan Agreement stands. The Borrower owes the principal amount of the loan to the Lender.\n"
    )
    assert [p.dated for p in record.prior_amendments] == ["2001-01-04", "2002-06-30"]


def test_maturity_as_definitions_give_it() -> None:
    assert maturities('The "Revolving Period End Date" means June 28, 2006.') == ["2006-06-28"]
    assert maturities("The Borrower confirms that the Term Maturity Date remains July 18, 2008.") == ["2008-07-18"]
    assert maturities('Section 1 ("Contract Period") is amended to end on March 31, 2006.') == ["2006-03-31"]
    assert maturities("All amounts advanced shall be due and payable in full on the 1st day of September, 2005.") == [
        "2005-09-01"
    ]


def test_effect() -> None:
    opening = (
        'JOINDER TO LOAN AGREEMENT\n\nThis Joinder, dated as of May 3, 2004, is between Acme Tools, Inc. (the "Borrower") and First '
        'Harbor Bank (the "Lender").'
    )
    assert read(
        f"{opening}\n\nThis Joinder shall take effect as of the date first written above."
    ).instrument.effective_date == ("2004-05-03")
    assert read(
        f"{opening}\n\nThis Joinder is effective retroactively to April 1, 2004."
    ).instrument.effective_date == ("2004-04-01")
    later = "This Joinder shall take effect on June 1, 2004 or, if later, upon delivery of the Note."
    assert read(f"{opening}\n\n{later}").instrument.effective_date is None


NOTE_HOLDERS = """
IN WITNESS WHEREOF, the parties have executed this Amendment.

HELIXA THERAPEUTICS, INC.

By: /s/ Cora Bell
Name: Cora Bell
Title: President

HOLDERS:

Name of Holder: Lodestone Opportunity Fund Ltd.

Signature of Authorized Signatory of Holder: /s/ Evan Pruitt

Name of Authorized Signatory: Evan Pruitt

Title of Authorized Signatory: Director
"""


def test_form_of_note_holders() -> None:
    record = read(
        "AMENDMENT TO PROMISSORY NOTES\n\nThis Amendment to Promissory Notes, dated as of May 3, 2014, is between Helixa Therapeutics, "
        'Inc., a Nevada corporation (the "Company"), and the undersigned holders (the "Holders").',
        NOTE_HOLDERS,
    )
    assert [(s.name, s.title, s.party) for s in record.signatories] == [
        ("Cora Bell", "President", "Helixa Therapeutics, Inc."),
        ("Evan Pruitt", "Director", "Lodestone Opportunity Fund Ltd."),
    ]
    (holder,) = [p for p in record.parties if p.name.startswith("Lodestone")]
    assert holder.roles == ["lender"]


def test_what_may_be_subject_to_a_law_is_not_governed_by_it() -> None:
    record = read(
        'AMENDMENT TO LOAN AGREEMENT\n\nThis Amendment, dated as of May 3, 2014, is between Acme Tools, Inc. (the "Borrower") and First '
        'Harbor Bank (the "Lender").\n\nAny collateral that may be subject to the laws of the Province of Quebec is described below. '
        "This Amendment shall be governed by the laws of the State of New York."
    )
    assert record.instrument.governing_law == "New York"


def test_a_title_of_a_loan_makes_a_loan() -> None:
    record = extract_text(
        "AMENDED AND RESTATED LOAN AGREEMENT\n\nThis Amended and Restated Loan Agreement is made as of July 10, 1998 between Acme Inns, "
        "Inc. and Piedmont Federal.\n"
    )
    assert record.instrument.kinds == ["restatement"]


@pytest.mark.parametrize("case", [str, str.upper])
def test_the_law_of_a_clause_about_courts_is_not_that_of_the_instrument(case: Callable[[str], str]) -> None:
    courts = case("This provision sends all suits to one court and is governed by the laws of the State of Iowa.")
    text = (
        'This SECOND AMENDMENT is made as of May 1, 2003 between Acme, Inc. (the "Borrower") and Harbor Bank (the "Lender").\n\n'
        f"7. Courts. {courts}\n\n8. This Amendment is governed by the internal laws of the State of Nevada."
    )
    assert extract_text(text).instrument.governing_law == "Nevada"


@pytest.mark.parametrize(
    ("clause", "law"),
    [
        ("executed as a sealed instrument under the laws of the Commonwealth of Massachusetts.", "Massachusetts"),
        ("shall be interpreted in accordance with the laws and decisions of the State of Georgia.", "Georgia"),
        ("will be construed and enforced according to Tennessee law.", "Tennessee"),
        ("is made in Polk County, Iowa and shall be governed by the laws of such State.", "Iowa"),
        ("is subject to nothing else. The laws of the State of Florida apply.", "Florida"),
        (
            "binds the parties. Except as this paragraph provides, it is governed by the laws of the State of Nevada.",
            "Nevada",
        ),
        ("is binding. This paragraph apart, this Amendment is governed by the laws of the State of Nevada.", "Nevada"),
        ("is governed by the laws of the State of Rhode lsland.", "Rhode Island"),
        ("is governed by the laws of the State of lOWA.", "Iowa"),
    ],
)
def test_more_clauses_of_law(clause: str, law: str) -> None:
    text = f'This SECOND AMENDMENT is made as of May 1, 2003 between Acme, Inc. (the "Borrower") and Harbor Bank (the "Lender").\n\n8. This Amendment {clause}'
    assert extract_text(text).instrument.governing_law == law


def test_under_whose_law_a_bank_stands_is_not_the_law_that_governs() -> None:
    text = (
        'CREDIT AGREEMENT\n\nThis Credit Agreement is dated as of May 1, 2007 between Acme Tools, Inc. (the "Borrower") and Harbor Bank (the "Lender").\n\n'
        "The Lenders may appoint a successor, subject to the consent of the Borrower, which shall be a commercial bank organized under the laws of Canada.\n\n"
        "This Agreement shall be governed by the laws of the State of New York.\n\n"
        "IN WITNESS WHEREOF, the parties have signed.\n\nACME TOOLS, INC.\n\nBy: /s/ Jane Roe\n\nHARBOR BANK\n\nBy: /s/ John Doe\n"
    )
    assert extract_text(text).instrument.governing_law == "New York"
