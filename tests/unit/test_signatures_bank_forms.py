"""Bank forms without an opening sentence: letterhead, labels, blanks for others; worked out by hand."""

from extractor import extract_text

FORM = """\
First Harbor Bank
12 Quay Lane
Pelham, OH 45598
(555) 555-0100 "LENDER"


CONSTRUCTION LOAN AGREEMENT

Ohio

BORROWER:       ACME TOOLS CORPORATION

ADDRESS:        4 Mill Road

1.  DEFINITIONS.  In this Agreement, the following words shall have the following meanings:

1.1 "Borrower" shall mean the borrower identified above;

1.2 "Lender" shall mean the Lender identified above;

2.  THE LOAN.  Lender shall lend Borrower $1,450,000.00 on the terms of this Agreement.

3.  DEFAULT.  All that Borrower owes falls due upon an Event of Default.

BORROWER HAS READ THE CONDITIONS OF THIS AGREEMENT, KNOWS WHAT THEY MEAN AND
AGREES TO THEM.

Dated:  May 3, 1999                    Lender: FIRST HARBOR BANK


By: /s/ JOHN Q. DOE
JOHN Q. DOE, VICE PRESIDENT


Borrower: ACME TOOLS CORPORATION            Borrower:


/s/ JANE R. ROE, CFO
JANE R. ROE, CFO

ACME TOOLS CORPORATION                      Borrower:


/s/  OLIVE FENN
Executive Assistant


EXHIBIT 1


DRAW REQUEST

BORROWER: ACME TOOLS CORP.                  BORROWER:


By:________________________________         ____________________________________

Title:_____________________________
"""


def test_a_form_with_letterhead_and_labels() -> None:
    found = extract_text(FORM)
    assert found.instrument.title == "CONSTRUCTION LOAN AGREEMENT"
    assert found.instrument.dated == "1999-05-03"
    assert {p.name.upper(): [r.value for r in p.roles] for p in found.parties} == {
        "FIRST HARBOR BANK": ["lender"],
        "ACME TOOLS CORPORATION": ["borrower"],
    }
    assert [(s.name, s.title, (s.party or "").upper()) for s in found.signatories] == [
        ("JOHN Q. DOE", "VICE PRESIDENT", "FIRST HARBOR BANK"),
        ("JANE R. ROE", "CFO", "ACME TOOLS CORPORATION"),
        ("OLIVE FENN", "Executive Assistant", "ACME TOOLS CORPORATION"),
    ]


NAMED = """\
CREDIT AGREEMENT, DATED MAY 3, 1999, BETWEEN
ACME TOOLS, INC. AND FIRST HARBOR BANK

(a)  General.  This Agreement sets forth the terms of any loan made to Acme Tools, Inc.
(the "Customer") by First Harbor Bank (the "Bank").

THE CUSTOMER HEREBY CONFIRMS THAT IT HAS READ THE FOREGOING PROVISIONS AND AGREES TO BE BOUND BY THEM.



Name of Customer: Acme Tools, Inc.

Signature:        /s/ Jane R. Roe

[Officer Name:    Jane R. Roe

Title:            CFO
-----------------------------]

Name of Customer: Acme Tools, Inc.

Signature:        /s/ Lee Chen

[Officer Name:    Lee Chen

Title:            Chairman
-----------------------------]

First Harbor Bank

By:               /s/ John Q. Doe
John Q. Doe
Title:            Managing Director

Date:                        5/3/99
<PAGE>

[LOGO OF FIRST HARBOR BANK]
"""


def test_signatures_behind_labels_that_name_the_officer() -> None:
    found = extract_text(NAMED)
    assert [(s.name, s.title, (s.party or "").upper()) for s in found.signatories] == [
        ("Jane R. Roe", "CFO", "ACME TOOLS, INC."),
        ("Lee Chen", "Chairman", "ACME TOOLS, INC."),
        ("John Q. Doe", "Managing Director", "FIRST HARBOR BANK"),
    ]
    assert len(found.parties) == 2
