"""Instruments that restate, or change a note by letter, though no title says so."""

from extractor import extract_text

RESTATES = """CREDIT AGREEMENT

THIS CREDIT AGREEMENT, made as of the 4th day of March, 2002, by and between DUNMORE GASKET INCORPORATED, an Ohio
corporation (herein called "Company"), and FOURTH LAKE BANK, an Ohio banking corporation (herein called "Bank");

RECITALS:

A. Company and Bank are parties to the Letter Loan Agreement dated as of May 7, 2001 ("Prior Credit Agreement").

B. Company and Bank wish to amend and restate the Prior Credit Agreement on the terms provided herein.

NOW, THEREFORE, Bank and Company agree as follows:

1. The Bank lends to the Company up to $4,000,000 until March 1, 2005.

IN WITNESS WHEREOF, the parties have executed this Agreement.

DUNMORE GASKET INCORPORATED

By: /s/ Ada Moor
Its: Treasurer

CONSENT OF GUARANTOR

The undersigned Guarantor consents to the Credit Agreement and reaffirms its Guaranty.

DUNMORE HOLDING, INC.

By: /s/ Ada Moor
Its: Treasurer

EXHIBIT C

NOTICE OF ELECTION

DUNMORE GASKET INCORPORATED

By:
Its:
"""

LETTER = """March 2, 1997

Pellworth Produce Co.
11 Quay Street
Fresno, CA 93701

Re:   Your $180,000.00 credit accommodation evidenced by promissory note
dated as of June 9, 1994 (the "Note")

Dear Sirs:

This letter is to advise you that, effective as of March 2, 1997, the variable rate of interest applicable to the
above-described credit accommodation from Sierra Foothill Bank, National Association ("Bank") is hereby reduced to one
percent (1.0%) above the Prime Rate in effect from time to time. The Note is hereby deemed modified by this letter.
"""


def test_a_plain_title_above_a_restatement_keeps_what_it_restates() -> None:
    record = extract_text(RESTATES)
    assert [kind.value for kind in record.instrument.kinds] == ["agreement"]
    assert record.amended_agreement is not None
    assert (record.amended_agreement.title, record.amended_agreement.dated) == ("Letter Loan Agreement", "2001-05-07")


def test_an_original_agreement_amends_nothing() -> None:
    record = extract_text(RESTATES.replace("B. Company and Bank wish to amend and restate", "B. Bank has ended"))
    assert record.amended_agreement is None


def test_the_company_of_the_opening_is_no_guarantor_for_a_form_behind_the_guarantors_consent() -> None:
    roles = {party.name: [role.value for role in party.roles] for party in extract_text(RESTATES).parties}
    assert roles["DUNMORE GASKET INCORPORATED"] == ["borrower"]
    assert roles["DUNMORE HOLDING, INC."] == ["guarantor"]


def test_a_letter_that_modifies_a_note() -> None:
    record = extract_text(LETTER)
    assert [kind.value for kind in record.instrument.kinds] == ["amendment"]
    assert record.amended_agreement is not None
    assert (record.amended_agreement.title, record.amended_agreement.dated) == ("promissory note", "1994-06-09")
