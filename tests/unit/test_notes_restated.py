"""Notes that restate others, trusts that hold them, what they and small banks' papers say of dates and parties."""

import pytest
from making.loans import record

from extractor import Record, extract_text
from extractor.values.money import scan_money

NOTE = """\
                 SECOND AMENDED AND RESTATED PROMISSORY NOTE

$1,400,000.00                                             Dayton, Ohio
                                                       August 9, 2006

     FOR VALUE RECEIVED, ACME TOOLS, INC., an Ohio corporation (the "Maker"),
promises to pay to the order of {holder} (the "Holder"), the principal sum of
ONE MILLION FOUR HUNDRED THOUSAND DOLLARS ($1,400,000.00) on August 9, 2009.

     1. Restatement. {restatement}

     2. Governing Law. This Note is governed by the laws of the State of Ohio.

MAKER:

ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer
"""


def note(holder: str = "HARBOR BANK", restatement: str = "This Note restates no other.") -> Record:
    return extract_text(NOTE.format(holder=holder, restatement=restatement))


@pytest.mark.parametrize(
    "replaces",
    [
        "amends and restates, and is given in substitution for but not in satisfaction of, the",
        "amends, restates and replaces in its entirety, without novation, that certain",
        "is a replacement for, but not in payment or discharge of, the",
    ],
)
def test_what_a_note_replaces(replaces: str) -> None:
    found = note(
        restatement=f"This Note {replaces} Amended and Restated Promissory Note of Maker dated May 6, 2004, as modified by a Modification Agreement dated July 1, 2005, which in turn restated Maker's Promissory Note dated April 3, 2002."
    )
    assert found.instrument.dated == "2006-08-09"
    assert found.amended_agreement is not None
    assert (found.amended_agreement.title, found.amended_agreement.dated) == (
        "Amended and Restated Promissory Note",
        "2004-05-06",
    )
    assert [k.dated for k in found.prior_amendments] == ["2005-07-01"]


def test_the_date_of_a_trust_is_not_the_notes() -> None:
    found = note(holder="THE JOHN Q. DOE LIVING TRUST, under agreement dated March 2, 1991, John Q. Doe, Trustee")
    assert found.instrument.dated == "2006-08-09"
    assert [p.name for p in found.parties] == ["ACME TOOLS, INC.", "THE JOHN Q. DOE LIVING TRUST"]


@pytest.mark.parametrize("title", ["AMENDED AND RESTATED DEED OF TRUST", "SECOND AMENDMENT TO TRUST AGREEMENT"])
def test_a_deed_of_trust_has_a_date_of_its_own(title: str) -> None:
    opening = f'THIS {title} dated as of May 3, 2004, between ACME TOOLS, INC., an Ohio corporation (the "Borrower"), and FIRST HARBOR BANK (the "Lender").'
    assert record(title=title, opening=opening).instrument.dated == "2004-05-03"


def test_who_joins_in() -> None:
    found = record(
        opening='THIS MODIFICATION is made on June 15, 2004, between ACME TOOLS, INC., an Ohio corporation ("Borrower"), and FIRST HARBOR BANK, an Ohio banking corporation ("Lender"), and joined in by JOHN Q. DOE and MARY L. DOE, his wife (together, "Guarantor").',
        signatures="",
    )
    assert [(p.name, [r.value for r in p.roles]) for p in found.parties] == [
        ("ACME TOOLS, INC.", ["borrower"]),
        ("FIRST HARBOR BANK", ["lender"]),
        ("JOHN Q. DOE", ["guarantor"]),
        ("MARY L. DOE", ["guarantor"]),
    ]


def test_a_term_is_of_those_of_its_own_clause() -> None:
    found = record(
        opening='THIS AMENDMENT is made as of June 15, 2004, among ACME TOOLS, INC., an Ohio corporation ("Borrower"), ACME HOLDINGS, INC., an Ohio corporation ("Pledgor"), ACME STEEL, INC. and ACME WIRE, INC. (each a "Guarantor" and together, "Guarantors"; Borrower, Pledgor and Guarantors being called together the "Obligors"), and FIRST HARBOR BANK ("Lender").',
        signatures="",
    )
    roles = {p.name: [r.value for r in p.roles] for p in found.parties}
    assert roles["ACME HOLDINGS, INC."] == ["other"]
    assert roles["ACME STEEL, INC."] == roles["ACME WIRE, INC."] == ["guarantor"]


def test_whom_a_letter_greets_is_no_party() -> None:
    letter = """\
                          [LETTERHEAD OF HARBOR BANK]

June 15, 2004

Acme Tools, Inc.
12 Example Street
Dayton, Ohio 45402

     Re:  Credit Agreement dated as of March 1, 2000 (the "Credit Agreement")
          among Acme Tools, Inc. (the "Borrower"), the lenders party thereto
          (the "Lenders") and Harbor Bank, as agent for the Lenders (the "Agent")

Dear Jane:

The Lenders waive the Event of Default under Section 7.1. Nothing here obliges the
Lenders to waive another or to amend the Credit Agreement.

Very truly yours,

HARBOR BANK, as Agent and as a Lender

By: /s/ John Q. Doe
John Q. Doe
Vice President
"""
    found = extract_text(letter)
    assert [p.name for p in found.parties] == ["Acme Tools, Inc.", "Harbor Bank"]
    assert [k.value for k in found.instrument.kinds] == ["waiver"]


@pytest.mark.parametrize(
    ("body", "maturities"),
    [
        (
            'The date "May 31, 2004", wherever it stands in the Note, is changed to "May 31, 2006", on which date the unpaid principal balance and all interest shall be due.',
            ["2006-05-31"],
        ),
        (
            "The Term Loan shall be repaid in ten quarterly installments of $40,000, beginning June 30, 2004 and ending September 30, 2006, and in one final installment of the unpaid balance on December 31, 2006.",
            ["2006-12-31"],
        ),
        (
            "The Term Loan will continue to be payable in quarterly installments through March 20, 2007, when any remaining balance is due.",
            ["2007-03-20"],
        ),
        ("Interest is payable through March 20, 2007, when the principal installments begin to fall due.", []),
    ],
)
def test_maturities(body: str, maturities: list[str]) -> None:
    found = record(body=f"1. Payment. {body}")
    assert [d.value for d in found.dates if d.role.value == "maturity"] == maturities


@pytest.mark.parametrize(
    "body",
    [
        "1. Effect. This Amendment shall be deemed effective\n\n\n                                  -2-\n<PAGE>\n\nas of April 30, 2004 upon its execution.",
        "1. Waiver. The Lender hereby waives the Specified Defaults, such waiver to be effective as of April 30, 2004.",
    ],
)
def test_from_when_it_takes_effect(body: str) -> None:
    assert record(body=body).instrument.effective_date == "2004-04-30"


@pytest.mark.parametrize(
    ("said", "form", "place"),
    [
        ("an Ohio nominee trust", "nominee trust", "Ohio"),
        ("a Georgia state chartered bank", "state chartered bank", "Georgia"),
    ],
)
def test_forms(said: str, form: str, place: str) -> None:
    opening = f'THIS THIRD AMENDMENT, dated as of June 15, 2004, is among ACME TRUST, {said} ("Borrower"), and FIRST HARBOR BANK (the "Lender").'
    party = record(opening=opening, signatures="").parties[0]
    assert (party.entity_type, party.jurisdiction) == (form, place)


def test_signs_of_money_in_ascii() -> None:
    found = scan_money("investments of (Y)40,000,000 and (L)250,000; clause (L) 250 applies")
    assert [(str(a.value), a.currency) for a in found] == [("40000000", "JPY"), ("250000", "GBP")]


def test_a_note_that_replaces_another_restates_it() -> None:
    text = NOTE.replace("SECOND AMENDED AND RESTATED PROMISSORY", "REPLACEMENT PROMISSORY").replace(
        "promises\nto pay", "promises and agrees\nto pay"
    )
    found = extract_text(
        text.format(
            holder="HARBOR BANK",
            restatement='This Note amends and restates, and is delivered in substitution for, a certain Promissory Note dated May 6, 2004 (the "Prior Note"), which itself replaced one of 2002.',
        )
    )
    assert [k.value for k in found.instrument.kinds] == ["restatement"]
    assert found.amended_agreement is not None
    assert found.amended_agreement.dated == "2004-05-06"
    assert [(p.name, p.roles[0].value) for p in found.parties] == [
        ("ACME TOOLS, INC.", "borrower"),
        ("HARBOR BANK", "lender"),
    ]


def test_a_note_replaced_by_its_term() -> None:
    found = note(
        restatement='Maker issued to Holder a Promissory Note dated May 6, 2004, the maturity of which was extended by an Amendment to Promissory Note dated July 1, 2005 (as so amended, the "Original Note"). The interest on it is paid. This Note amends and restates the Original Note in its entirety.'
    )
    assert found.amended_agreement is not None
    assert (found.amended_agreement.title, found.amended_agreement.dated) == ("Promissory Note", "2004-05-06")
    assert [k.dated for k in found.prior_amendments] == ["2005-07-01"]


BANK_FORM = """\
                          CHANGE IN TERMS AGREEMENT

BORROWER:  ACME TOOLS, INC.               LENDER:  FIRST HARBOR BANK
           12 EXAMPLE STREET                       9 SAMPLE AVENUE

PRINCIPAL AMOUNT: $300,000.00             DATE OF AGREEMENT: JUNE 15, 2004

DESCRIPTION OF EXISTING INDEBTEDNESS. A Promissory Note dated March 1, 2001, in
the original amount of $200,000.00, along with any and all subsequent Change in
Terms Agreements, including but not limited to those dated May 2, 2002
(increasing the amount to $250,000.00) and May 9, 2003.

DESCRIPTION OF CHANGE IN TERMS. The maturity date is extended to June 15, 2005.

BORROWER:

ACME TOOLS, INC.

By: /s/ Jane R. Roe
Jane R. Roe, Treasurer
"""


def test_a_banks_form() -> None:
    found = extract_text(BANK_FORM)
    assert found.instrument.title == "CHANGE IN TERMS AGREEMENT"
    assert [k.value for k in found.instrument.kinds] == ["amendment"]
    assert [k.dated for k in found.prior_amendments] == ["2002-05-02", "2003-05-09"]


def test_to_whose_order_a_note_is_payable() -> None:
    found = record(
        opening='THIS ALLONGE, made this 15th day of June, 2004, is attached to that certain Term Note dated March 1, 2000, made by ACME TOOLS, INC., an Ohio corporation, and ACME WIRE, LLC, an Ohio limited liability company (collectively, "Maker"), and payable to the order of FIRST HARBOR BANK ("Payee").',
        title="FIRST ALLONGE TO TERM NOTE",
        signatures="",
    )
    assert [(p.name, [r.value for r in p.roles]) for p in found.parties] == [
        ("ACME TOOLS, INC.", ["borrower"]),
        ("ACME WIRE, LLC", ["borrower"]),
        ("FIRST HARBOR BANK", ["lender"]),
    ]


def test_a_short_name_is_no_side() -> None:
    found = record(
        opening='THIS AMENDMENT is made as of June 15, 2004, between HARBOR CREDIT, LLC ("Harbor"), and ACME TOOLS, INC., an Ohio corporation ("Acme"), ACME WIRE, INC., an Ohio corporation, and ACME STEEL, INC., an Ohio corporation (each a "Borrower" and jointly and severally the "Borrowers").',
        signatures="",
    )
    assert [(p.name, [r.value for r in p.roles]) for p in found.parties] == [
        ("HARBOR CREDIT, LLC", ["lender"]),
        ("ACME TOOLS, INC.", ["borrower"]),
        ("ACME WIRE, INC.", ["borrower"]),
        ("ACME STEEL, INC.", ["borrower"]),
    ]


def test_parties_in_numbered_paragraphs() -> None:
    text = """\
AMENDMENT AGREEMENT NO. 2

to the

FACILITY AGREEMENT

between

(1)    ACME OPTIK GMBH, a limited liability company incorporated under the laws of Germany, as borrower (the "Borrower");

(2)    ACME TOOLS, INC., a corporation incorporated under the laws of the State of Ohio, as guarantor (the "Guarantor"); and

(3)    HARBOR BANK AG, Bonn, a stock corporation (Aktiengesellschaft) incorporated under the laws of Germany, as lender (the "Bank").

PREAMBLE

(A)    By a facility agreement dated 9 October 2015 (the "Facility Agreement"), the Bank granted to the Borrower a loan of EUR 1,000,000.00.

1.     AMENDMENTS

Clause 6 is supplemented as follows: "6.4 Facility C, which may be drawn in up to six instalments of not less than EUR 50,000.00 each until 31 March 2019, shall be repaid in 20 equal instalments, the first of which shall fall due on 30 June 2019 and the last on 31 March 2024."
"""
    found = extract_text(text)
    assert [(p.name, p.roles[0].value, p.entity_type, p.jurisdiction) for p in found.parties] == [
        ("ACME OPTIK GMBH", "borrower", "limited liability company", "Germany"),
        ("ACME TOOLS, INC.", "guarantor", "corporation", "Ohio"),
        ("HARBOR BANK AG", "lender", "stock corporation", "Germany"),
    ]
    assert found.instrument.title == "AMENDMENT AGREEMENT NO. 2 to the FACILITY AGREEMENT"
    assert [d.value for d in found.dates if d.role.value == "maturity"] == ["2019-03-31", "2024-03-31"]


@pytest.mark.parametrize(
    "body",
    [
        "1. Amendment. The parties agree, with effect as of April 30, 2004, that the Credit Agreement shall be amended as follows: Section 2 is deleted.",
        "1. General. This Amendment is governed by the laws of Ohio, may be executed in counterparts (including by .pdf) and becomes effective as of April 30, 2004 when the Lender has received it.",
    ],
)
def test_from_when_an_act_takes_effect(body: str) -> None:
    assert record(body=body).instrument.effective_date == "2004-04-30"


def test_what_was_due_before_is_no_maturity() -> None:
    found = record(
        body="1. Balance. The outstanding principal balance of the Note, after application of the payment due June 1, 2004, is $90,000. The due date of the Note dated March 1, 2000 is extended to June 1, 2006."
    )
    assert [d.value for d in found.dates if d.role.value == "maturity"] == ["2006-06-01"]


def test_a_banks_form_with_its_date_below_the_label() -> None:
    text = BANK_FORM.replace(
        "DATE OF AGREEMENT: JUNE 15, 2004", "DATE OF AGREEMENT:\n" + " " * 42 + "JUNE 15, 2004"
    ).replace(
        "along with any and all subsequent Change in\nTerms Agreements, including but not limited to those dated May 2, 2002\n(increasing the amount to $250,000.00) and May 9, 2003.",
        "as previously changed by a Change in Terms\nAgreement dated May 2, 2002.",
    )
    found = extract_text(text)
    assert found.instrument.dated == "2004-06-15"
    assert found.amended_agreement is not None
    assert (found.amended_agreement.title, found.amended_agreement.dated) == ("Promissory Note", "2001-03-01")
    assert [k.dated for k in found.prior_amendments] == ["2002-05-02"]


def test_names_side_by_side_in_a_form() -> None:
    text = BANK_FORM.replace(
        "           12 EXAMPLE STREET                       9 SAMPLE AVENUE",
        "           dba Acme Hooks                          Main Office",
    )
    assert [p.name for p in extract_text(text).parties] == ["ACME TOOLS, INC.", "FIRST HARBOR BANK"]


@pytest.mark.parametrize(
    ("recital", "body", "maturities"),
    [
        (
            "(D) The Loan matures on August 31, 2004.",
            "1. Maturity. The maturity date of the Loan is hereby extended to May 31, 2006.",
            ["2006-05-31"],
        ),
        (
            "(D) Interest accrued and unpaid on the Loans to and including March 31, 2004 amounts to $500.",
            "1. None. The Credit Agreement is amended.",
            [],
        ),
        (
            "(D) The Borrower has asked for an extension.",
            '1. Term. The definition of "Expiration Date" in Section 1.1 of the Credit Agreement is amended to read "May 31, 2006".',
            ["2006-05-31"],
        ),
    ],
)
def test_maturities_of_recitals(recital: str, body: str, maturities: list[str]) -> None:
    given = f"WHEREAS, the Borrower and the Lender are parties to a Credit Agreement dated as of March 1, 2000; and\n\n     {recital}"
    found = record(recital=given, body=body)
    assert [d.value for d in found.dates if d.role.value == "maturity"] == maturities


def test_a_letter_does_not_open_with_its_last_clause() -> None:
    letter = """\
                          [LETTERHEAD OF HARBOR BANK]

                                                  June 15, 2004

Acme Tools, Inc.
12 Example Street
Dayton, Ohio 45402

     Re:  Loan Agreement dated as of March 1, 2000 (the "Agreement") between Acme
          Tools, Inc. (the "Company") and Harbor Bank (the "Bank")

Gentlemen:

     The Commitment, now $500,000, is reduced to $400,000. The Bank waives your
failure to maintain the net worth required by Section 7.4 of the Agreement.

     This letter is to be governed by the laws of the State of Ohio and takes
effect as of its date. If we have not received it signed by June 20, 2004, this
offer will lapse.

Very truly yours,

HARBOR BANK

By: /s/ John Q. Doe
John Q. Doe
Vice President
"""
    found = extract_text(letter)
    assert (found.instrument.dated, found.instrument.effective_date) == ("2004-06-15", "2004-06-15")
