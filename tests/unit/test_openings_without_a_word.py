"""Openings that name neither the instrument nor "between": the parties stand first; worked out by hand."""

from extractor import Record, extract_text

OPENING = """\
                              CREDIT AGREEMENT

                         Dated as of June 15, 2004

     ACME TOOLS (EUROPE) LTD., a Japanese corporation (the "Borrower"), ACME
TOOLS INC., a New York corporation (the "Guarantor"), and HARBOR BANK, N.A.
(the "Lender"), agree as follows:

                                 ARTICLE I
                                DEFINITIONS

     SECTION 1.01. Certain Defined Terms. As used in this Agreement:

     "Note" means a promissory note of the Borrower payable to the order of the
Lender, dated the date hereof, made by the Borrower to evidence the Loans (the
"Indebtedness").

     "Existing Agreement" means the Credit Agreement dated as of May 1, 2001
between the Borrower and Pelham Bank (the "Old Lender").

     SECTION 2.01. The Loans. The Lender agrees to lend $5,000,000.

     IN WITNESS WHEREOF, the parties have signed.

ACME TOOLS (EUROPE) LTD.

By: /s/ Jane Roe
Title: Director

ACME TOOLS INC.

By: /s/ John Q. Doe
Title: President

HARBOR BANK, N.A.

By: /s/ Ann B. Lee
Title: Vice President
"""


def parties(of: Record) -> list[tuple[str, list[str]]]:
    return [(p.name, sorted(r.value for r in p.roles)) for p in of.parties]


def test_the_parties_stand_first() -> None:
    of = extract_text(OPENING)
    assert of.instrument.dated == "2004-06-15"
    assert parties(of) == [
        ("ACME TOOLS (EUROPE) LTD.", ["borrower"]),
        ("ACME TOOLS INC.", ["guarantor"]),
        ("HARBOR BANK, N.A.", ["lender"]),
    ]


def test_the_word_agreement_in_a_line_of_its_own_above_the_date() -> None:
    text = """\
AMENDED AND RESTATED FIVE-YEAR CREDIT

AGREEMENT
dated as of June 15, 2004 among ACME TOOLS INC.,
a Delaware corporation, the LENDERS listed on the signature pages hereof, and
HARBOR BANK, N.A., as Administrative Agent.

The parties hereto agree as follows:

ARTICLE I
Definitions

Section 1.01. "Lender" means each bank that signs.
"""
    assert parties(extract_text(text)) == [("ACME TOOLS INC.", ["borrower"]), ("HARBOR BANK, N.A.", ["agent"])]


def opened(listed: str) -> Record:
    return extract_text(
        f"CREDIT AGREEMENT\n\nThis Credit Agreement, dated as of June 15, 2004, is {listed}\n\nARTICLE I\n"
    )


def test_its_subsidiaries_share_their_parent_s_term() -> None:
    listed = 'between ACME TOOLS INC. ("Acme") and its Subsidiaries (collectively, "Borrower"), and HARBOR BANK (the "Bank").'
    assert parties(opened(listed)) == [("ACME TOOLS INC.", ["borrower"]), ("HARBOR BANK", ["lender"])]


def test_each_of_two_terms_is_the_borrower() -> None:
    listed = (
        'among ACME HOLDING INC. ("Holding") and ACME TOOLS INC. ("Tools") (each of Holding and Tools are also referred to\n'
        'individually and collectively as the "Borrower"), and HARBOR BANK (the "Bank").'
    )
    assert parties(opened(listed)) == [
        ("ACME HOLDING INC.", ["borrower"]),
        ("ACME TOOLS INC.", ["borrower"]),
        ("HARBOR BANK", ["lender"]),
    ]


def test_the_list_goes_on_behind_the_terms_on_which_others_join() -> None:
    listed = (
        'among ACME TOOLS INC. (the "Borrower"), each of the banks that may become a party to this Agreement pursuant to\n'
        'the terms of Article VIII hereof (the "Banks"), and HARBOR BANK, as administrative agent (the "Agent").'
    )
    assert parties(opened(listed)) == [("ACME TOOLS INC.", ["borrower"]), ("HARBOR BANK", ["agent"])]


def test_of_two_the_other_lends() -> None:
    listed = 'between ACME TOOLS INC. (the "Borrower") and PELHAM MOTORS ACCEPTANCE CORPORATION ("PMAC").'
    assert parties(opened(listed)) == [
        ("ACME TOOLS INC.", ["borrower"]),
        ("PELHAM MOTORS ACCEPTANCE CORPORATION", ["lender"]),
    ]


def test_who_stands_first_does_not_merely_guarantee() -> None:
    of = extract_text(
        "CREDIT AGREEMENT\n\nThis Credit Agreement, dated as of June 15, 2004, is among ACME TOOLS INC., the Lenders and HARBOR\n"
        'BANK, as Agent.\n\nARTICLE I\n\n"Affiliate Debt" means debt of affiliates guaranteed by ACME TOOLS INC. for which it answers.\n'
    )
    assert parties(of) == [("ACME TOOLS INC.", ["borrower"]), ("HARBOR BANK", ["agent"])]


def test_a_definition_names_the_bank_that_issues() -> None:
    of = extract_text(
        'CREDIT AGREEMENT\n\nThis Credit Agreement, dated as of June 15, 2004, is among ACME TOOLS INC. (the "Borrower"), the Lenders\n'
        'and HARBOR BANK, as Agent.\n\nARTICLE I\n\n"Issuing Bank" means Harbor Bank, in its capacity as issuer of letters of credit.\n'
    )
    assert parties(of) == [("ACME TOOLS INC.", ["borrower"]), ("HARBOR BANK", ["agent", "issuer"])]


def test_the_rest_of_a_name_begins_no_opening() -> None:
    of = extract_text(
        "SEPARATION AGREEMENT\n\nThis Agreement is entered into as of the __ day of June by and between Jane Roe (\"Executive\") and Acme,\n"
        'Incorporated, an Indiana corporation ("Acme") regarding the termination.\n\nThe parties agree as follows:\n'
    )
    assert "Incorporated" not in [p.name for p in of.parties]


def test_an_opening_in_lines_that_run_on() -> None:
    text = (
        "EXHIBIT 10.2\nCREDIT AGREEMENT DATED AS OF MAY 6, 2003 1\n\nSECTION 1.01. Certain Defined Terms.....2\n\n"
        "Exhibit A - Form of Note Exhibit B - Form of Notice of Borrowing 6 EXHIBIT 10.2 CREDIT\n"
        'AGREEMENT CREDIT AGREEMENT dated as of May 6, 2003 among ACME TOOLS, INC., a\nDelaware corporation (the "BORROWER"), '
        'and FERNDALE BANK, N.A., as lender\n(the "LENDER"). PRELIMINARY STATEMENTS: 1. The Borrower wants a loan.\n'
    )
    found = extract_text(text)
    assert [p.name for p in found.parties] == ["ACME TOOLS, INC.", "FERNDALE BANK, N.A."]
    assert found.instrument.dated == "2003-05-06"
