"""What the rules alone read in agreements that are no loans: covenants, letters, non-disclosure agreements."""

import pytest
from making.loans import record

from extractor import Record, extract_text

BODY = """
1. Confidential Information. The recipient keeps secret what it learns of the other's business, customers and designs.

2. Governing Law. This Agreement is governed by the laws of the State of Ohio.
"""
SIGNED = """
IN WITNESS WHEREOF, the parties have executed this Agreement.

ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer
"""


def agreement(
    opening: str, signatures: str = SIGNED, body: str = BODY, title: str = "CONFIDENTIALITY AGREEMENT"
) -> Record:
    """The record of an agreement about secrets."""
    return extract_text(f"{title.center(70).rstrip()}\n\n{opening}\n{body}\n{signatures}", ner=None)


def names(of: Record) -> list[str]:
    """The names of the parties."""
    return [party.name for party in of.parties]


OPENINGS: list[tuple[str, str, list[str]]] = [
    (
        "offices and addresses",
        'This Agreement is made as of March 22, 2011 between Acme Tools, Inc., with offices at 3101 Harbor Parkway, Springfield, OH 45501 and Borden Therapeutics, Inc., with offices at 149 Mill Drive, Elm Park, CA 94025 ("Borden").',
        ["Acme Tools, Inc.", "Borden Therapeutics, Inc."],
    ),
    (
        "a person behind an address",
        'This Agreement, dated May 1, 2009, is between Acme Tools, Inc., with offices at 77 Valley Road, Malden, Ohio 45355 (the "Company") and Maria Pereira ("Employee").',
        ["Acme Tools, Inc.", "Maria Pereira"],
    ),
    (
        "a degree, a generation",
        'This Agreement, dated May 1, 2009, is among Acme Tools, Inc. (the "Company"), Paul R. Stone, M.D., an individual ("Adviser"), and THOMAS W. REED, SR. ("Employee").',
        ["Acme Tools, Inc.", "Paul R. Stone", "THOMAS W. REED, SR."],
    ),
    (
        "you",
        'The purpose of this agreement is to record the Agreement dated May 1, 2009 between you and Acme Tools, Inc. ("Company").',
        ["Acme Tools, Inc."],
    ),
    (
        "a trade name",
        'This Agreement, dated May 1, 2009, is between Acme Tools, Inc. ("Acme") and Borden Health Group LP d/b/a Bordex ("Recipient").',
        ["Acme Tools, Inc.", "Borden Health Group LP"],
    ),
    (
        "each on behalf of others",
        "This Agreement, dated May 1, 2009, is between Acme Tools, Inc. on behalf of itself and its Affiliates and Borden Systems, Inc. on behalf of itself.",
        ["Acme Tools, Inc.", "Borden Systems, Inc."],
    ),
    (
        "in paragraphs of their own",
        'THIS AGREEMENT is made on 26 September 2019\n\nBETWEEN:\n\n(1) ACME TOOLS LIMITED, a company incorporated in England (the "Company"); and\n\n(2) NIGEL CROFT of 9 Mill Lane, Leeds (the "Employee").\n\nIT IS AGREED as follows:',
        ["ACME TOOLS LIMITED", "NIGEL CROFT"],
    ),
    (
        "nobody lists them",
        'In consideration of my employment with Acme Tools, Inc., its subsidiaries and affiliates (together the "Company"), I agree to the following:',
        ["Acme Tools, Inc."],
    ),
    (
        "a blank for the other",
        'I, ____________, enter into this Agreement with Acme Tools, Inc. ("Acme") and with its plan (the "Bonus Plan"), as of the date I sign it.',
        ["Acme Tools, Inc."],
    ),
    (
        "short for its name",
        'Borden River Worldwide, Inc., a Delaware corporation ("BRW"), has determined that you are important to it.',
        ["Borden River Worldwide, Inc."],
    ),
]


@pytest.mark.parametrize(("opening", "expected"), [o[1:] for o in OPENINGS], ids=[o[0] for o in OPENINGS])
def test_parties_of_openings(opening: str, expected: list[str]) -> None:
    assert names(agreement(opening, signatures="")) == expected


def test_a_defined_name_is_the_fuller_one() -> None:
    """Two parties sign; the text defines one of them by its full name."""
    signed = """
ACME TOOLS:                                     ASSOCIATE:

BY: /s/ Mark G. Moor                            /s/ Christine Bell
    Mark G. Moor                                Christine Bell
    Executive Vice President                    President, Acme Stores
    Date: 8/11/08                               Date: 8/7/08
"""
    found = agreement(
        'As an associate of Acme Tools, Inc. (the "Company"), you may learn secrets, and you agree as follows:', signed
    )
    assert sorted(names(found)) == ["Acme Tools, Inc.", "Christine Bell"]
    assert found.instrument.dated == "2008-08-11"


PERSONS: list[tuple[str, str]] = [
    ("under a heading", "EMPLOYEE:\n\n/s/ Gavin Brand\nBy: Gavin Brand\n"),
    (
        "typed beside it",
        "ACME TOOLS, INC.\n\nBy:\nTitle:\n\nEMPLOYEE:   Gavin Brand\n            (Print Name)\n\nDate:\n",
    ),
    ("alone", "/s/ Gavin Brand\nGavin Brand\nDate: March 1, 2007\n"),
    ("in a form", "Date: March 19, 2010      /s/ Gavin Brand\n                          Signature\n"),
]


@pytest.mark.parametrize("signed", [p[1] for p in PERSONS], ids=[p[0] for p in PERSONS])
def test_a_person_who_signs_for_himself_is_a_party(signed: str) -> None:
    opening = 'In consideration of my employment with Acme Tools, Inc. (the "Company"), I agree to the following:'
    assert names(agreement(opening, signed)) == ["Acme Tools, Inc.", "Gavin Brand"]


def test_an_officer_is_no_party() -> None:
    opening = 'This letter is about Acme Tools, Inc. (the "Company") and what you learn of it.'
    assert names(agreement(opening)) == ["Acme Tools, Inc."]


def test_label_and_name_in_one_line() -> None:
    signed = "\nAccepted and agreed:\n\nCompany: Borden & Company\n\nBy: /s/ James Mill\n    James Mill\n"
    opening = 'This Agreement, dated May 1, 2009, is between Acme Tools, Inc. and Borden & Company ("Recipient").'
    assert names(agreement(opening, signed)) == ["Acme Tools, Inc.", "Borden & Company"]


LAWS = [
    ("governed by the laws of the United States and the State of Indiana", "Indiana"),
    ("governed by the laws of the United States of America, State of California", "California"),
    ("governed by and in accordance with the laws and public policies of the State of Delaware", "Delaware"),
    (
        "made in the Commonwealth of Massachusetts, and is interpreted and governed under the laws of said State",
        "Massachusetts",
    ),
    ("entered into under the laws of the State of New York and is governed by the laws of such State", "New York"),
    ("controlled by the laws of the State of Texas", "Texas"),
]


@pytest.mark.parametrize(("clause", "state"), LAWS)
def test_law(clause: str, state: str) -> None:
    opening = 'This Agreement, dated May 1, 2009, is between Acme Tools, Inc. and Borden & Company ("Recipient").'
    found = agreement(opening, body=f"\n1. Law. This Agreement is {clause}.\n")
    assert found.instrument.governing_law == state


def test_internal_law_applies() -> None:
    opening = 'This Agreement, dated May 1, 2009, is between Acme Tools, Inc. and Borden & Company ("Recipient").'
    found = agreement(opening, body="\n1. Internal law of the State of Texas applies to this Agreement.\n")
    assert found.instrument.governing_law == "Texas"


def test_restated_agreement_is_dated_by_its_own_bracket() -> None:
    opening = (
        'This Amended and Restated Confidentiality Agreement (this "Agreement") dated May 22, 2007 (the "Effective Date"), is entered into'
        " between Acme Tools, Inc. and Borden & Company, and restates that certain Confidentiality Agreement entered into by them on May 7, 2007."
    )
    found = agreement(opening)
    assert found.instrument.dated == "2007-05-22"


def test_date_of_a_letter_whose_last_clause_speaks_of_this_agreement() -> None:
    text = """\
Acme Tools, Inc.

January 7, 2009

Gentlemen:

Borden Holdings LLC ("Borden") has asked for information. Acme has entered into a Rights Agreement, dated as of June 24, 2008.

This letter agreement contains the entire agreement between the parties, dated or not, and no modification by one binds the other.

ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
"""
    assert extract_text(text, ner=None).instrument.dated == "2009-01-07"


def test_a_retirement_has_its_own_effective_date() -> None:
    opening = 'This Agreement, dated May 1, 2015, is between Acme Tools, Inc. ("Company") and Gavin Brand ("Employee").'
    body = '\nNOW, THEREFORE, the parties agree as follows:\n\n1. The retirement from the Company is effective February 10, 2015 (the "Effective Date").\n'
    assert agreement(opening, body=body).instrument.effective_date is None


def test_a_date_behind_the_brackets_that_give_the_term() -> None:
    recital = (
        "WHEREAS, the Borrower and the Lender are parties to that certain Credit Agreement "
        '(as amended from time to time, the "Credit Agreement") dated as of March 1, 2000;'
    )
    agreement = record(recital=recital).amended_agreement
    assert agreement is not None
    assert (agreement.title, agreement.dated) == ("Credit Agreement", "2000-03-01")


LETTER = """\
                         FIRST HARBOR BANK

June 15, 2004

Acme Tools, Inc.
12 Elm Street
Akron, Ohio 44301

Re: Credit Agreement dated as of March 1, 2000 (the "Credit Agreement") between Acme Tools, Inc. and First Harbor Bank

Ladies and Gentlemen:

     We refer to the Credit Agreement. Section 6.1 is hereby amended by replacing "2.0" with "2.5".

                         Very truly yours,

                         FIRST HARBOR BANK

                         By: /s/ Bob Roe
                         Name: Bob Roe
                         Title: Vice President
Agreed:

ACME TOOLS, INC.

By: /s/ Ann Lee
Name: Ann Lee
Title: Treasurer
"""


def test_a_short_letter_is_about_what_its_reference_line_names() -> None:
    found = extract_text(LETTER)
    assert found.amended_agreement is not None
    assert (found.amended_agreement.title, found.amended_agreement.dated) == ("Credit Agreement", "2000-03-01")
    assert [(p.name, [r.value for r in p.roles]) for p in found.parties] == [
        ("Acme Tools, Inc.", ["borrower"]),
        ("First Harbor Bank", ["lender"]),
    ]


def test_what_a_party_does_with_another_gives_it_no_role() -> None:
    text = LETTER.replace(
        "We refer to the Credit Agreement.",
        'First Harbor Bank (the "Bank") has agreed to extend the line of credit to Acme Tools, Inc. (the "Borrower") under the Credit Agreement.',
    )
    assert [(p.name, [r.value for r in p.roles]) for p in extract_text(text).parties] == [
        ("Acme Tools, Inc.", ["borrower"]),
        ("First Harbor Bank", ["lender"]),
    ]
