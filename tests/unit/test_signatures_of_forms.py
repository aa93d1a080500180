"""Signature pages of deeds, bank forms and tables: who signs for whom, worked out by hand."""

from making.loans import record

from extractor import Record, extract_text

ACME, HARBOR = "Acme Tools, Inc.", "First Harbor Bank"


def signers(of: Record) -> list[tuple[str, str | None, str | None]]:
    """Name, title and party of each signer."""
    return [(s.name, s.title, s.party) for s in of.signatories]


def signed(
    signatures: str, parties: str = 'Acme Tools, Inc. (the "Borrower") and First Harbor Bank (the "Lender")'
) -> Record:
    """The record of an amendment between those, signed so."""
    return record(
        opening=f"This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between {parties}.",
        signatures=signatures,
    )


DEED = """\
The Borrower

EXECUTED as a DEED by                    )   JANE ROE
ACME TOOLS PLC                           )   Director
acting by:                               )
                                         )   J.Q. DOE
                                         )   Secretary

The Banks

SIGNED as a DEED for and on behalf of    )   ANN B. LEE
HARBOUR BANK PLC                         )   Attorney

SIGNED as a DEED for and on behalf of    )   C. MOE
PELHAM BANK S.A., LONDON BRANCH          )   E.F. NOE
"""


def test_a_deed_s_signatures_stand_right_of_the_rule() -> None:
    parties = 'ACME TOOLS PLC (the "Borrower") and HARBOUR BANK PLC and PELHAM BANK S.A., LONDON BRANCH (the "Banks")'
    assert signers(signed(DEED, parties)) == [
        ("JANE ROE", "Director", "ACME TOOLS PLC"),
        ("J.Q. DOE", "Secretary", "ACME TOOLS PLC"),
        ("ANN B. LEE", "Attorney", "HARBOUR BANK PLC"),
        ("C. MOE", None, "PELHAM BANK S.A., LONDON BRANCH"),
        ("E.F. NOE", None, "PELHAM BANK S.A., LONDON BRANCH"),
    ]


ATTORNEYS = """\
BORROWER

EXECUTED as a DEED                 )
by Jane Roe                        )   /s/ Jane Roe
for and on behalf of               )
ACME SHIPPING CO.                  )
as attorney-in-fact in the presence of:   )
Witness: /s/ Gus Poe
Address: 2 Harbour Street, Piraeus

GUARANTOR

EXECUTED as a DEED                 )
by John Doe                        )   /s/ John Doe
Chief Financial Officer, for and on behalf of   )
ACME BULKERS LTD.                  )
in the presence of:                )
Witness: /s/ Gus Poe

LENDER

SIGNED by Ann Lee and              )   /s/ Ann Lee
by Carl Moe                        )   /s/ Carl Moe
for and on behalf of               )
HARBOUR BANK AG                    )
"""


def test_who_signs_for_and_on_behalf_of_a_party() -> None:
    found = signed(
        ATTORNEYS, "ACME SHIPPING CO., as borrower, ACME BULKERS LTD., as guarantor, and HARBOUR BANK AG, as lender"
    )
    assert signers(found) == [
        ("Jane Roe", None, "ACME SHIPPING CO."),
        ("John Doe", "Chief Financial Officer", "ACME BULKERS LTD."),
        ("Ann Lee", None, "HARBOUR BANK AG"),
        ("Carl Moe", None, "HARBOUR BANK AG"),
    ]
    assert [p.name for p in found.parties] == ["ACME SHIPPING CO.", "ACME BULKERS LTD.", "HARBOUR BANK AG"]


FORM = """\
CHANGE IN TERMS SIGNERS:

ACME TOOLS, INC.

By: /s/ Jane R. Roe                     By: /s/ Ann B. Lee
Jane R. Roe, President of Acme          Ann B. Lee, Secretary of Acme
Tools, Inc.                             Tools, Inc.

ACKNOWLEDGED AND AGREED BY GUARANTORS:

X /s/ Jane R. Roe                       X /s/ Carl D. Moe
  -----------------                       -----------------
  JANE R. ROE, Individually               CARL D. MOE, Individually

LENDER:

FIRST HARBOR BANK

X /s/ John Q. Doe
John Q. Doe, Vice President
"""


def test_a_bank_s_form() -> None:
    found = signed(FORM)
    assert sorted(signers(found), key=str) == sorted(
        [
            ("Jane R. Roe", "President of Acme Tools, Inc.", ACME),
            ("Ann B. Lee", "Secretary of Acme Tools, Inc.", ACME),
            ("JANE R. ROE", None, "JANE R. ROE"),
            ("CARL D. MOE", None, "CARL D. MOE"),
            ("John Q. Doe", "Vice President", HARBOR),
        ],
        key=str,
    )
    assert [(p.name, [r.value for r in p.roles], p.entity_type) for p in found.parties[2:]] == [
        ("JANE R. ROE", ["guarantor"], "individual"),
        ("CARL D. MOE", ["guarantor"], "individual"),
    ]


CHANGE = """\
CHANGE IN TERMS AGREEMENT

{form}
Principal Amount: $100,000.00          Date of Agreement: June 15, 2004

DESCRIPTION OF EXISTING INDEBTEDNESS. The Promissory Note from Borrower to Lender dated June 1, 2000.

DESCRIPTION OF CHANGE IN TERMS. The maturity date of the Note is extended to June 15, 2005.

PRIOR TO SIGNING THIS AGREEMENT, BORROWER READ AND UNDERSTOOD ALL ITS PROVISIONS.

BORROWER:

ACME TOOLS, INC.

By: /s/ Jane R. Roe
Jane R. Roe, President
"""


def test_labels_of_a_form_side_by_side_and_above() -> None:
    beside = "BORROWER: ACME TOOLS, INC.                LENDER: FIRST HARBOR BANK\n          1 Mill Street                           2 Bank Street\n"
    above = "Borrower:\nAcme Tools, Inc.\n1 Mill Street\nLender:\nFirst Harbor Bank\n2 Bank Street\n"
    for form in (beside, above):
        found = extract_text(CHANGE.format(form=form))
        roles = {p.name.upper(): [r.value for r in p.roles] for p in found.parties}
        assert roles == {"ACME TOOLS, INC.": ["borrower"], "FIRST HARBOR BANK": ["lender"]}


DATED = """\
BORROWER:                                              LENDER:
Acme Tools, Inc.                                       First Harbor Bank
By: /s/ Jane R. Roe                  Date: 10/5/2004   By: /s/ John Q. Doe                Date: 10/7/2004
Jane R. Roe, President                                 John Q. Doe, Vice President
By: /s/ Ann B. Lee                   Date: 10/5/2004
Ann B. Lee, Secretary
"""


def test_dates_beside_signatures_are_no_columns() -> None:
    assert signers(signed(DATED)) == [
        ("Jane R. Roe", "President", ACME),
        ("Ann B. Lee", "Secretary", ACME),
        ("John Q. Doe", "Vice President", HARBOR),
    ]


CELLS = """\
BORROWER:

LENDER:

ACME TOOLS, INC.

FIRST HARBOR BANK

By:
/s/ Jane R. Roe

By:
/s/ John Q. Doe
Name:
Jane R. Roe

Name:
John Q. Doe
"""


def test_cells_of_a_table_one_below_the_other() -> None:
    assert [(name, party) for name, _, party in signers(signed(CELLS))] == [
        ("Jane R. Roe", ACME),
        ("John Q. Doe", HARBOR),
    ]


def test_the_cells_of_one_row_stand_closer() -> None:
    cells = "FIRST HARBOR BANK,\n\n\n\n\nACME TOOLS, INC.\n\nNATIONAL ASSOCIATION\n\n\n\nBy:\n/s/ Jane R. Roe\n\nBy:\n/s/ John Q. Doe\n"
    parties = 'Acme Tools, Inc. (the "Borrower") and First Harbor Bank, National Association (the "Lender")'
    assert {(name, party) for name, _, party in signers(signed(cells, parties))} == {
        ("Jane R. Roe", ACME),
        ("John Q. Doe", "First Harbor Bank, National Association"),
    }


def test_an_insurer_signs_for_its_separate_account() -> None:
    signatures = """\
ORVILLE MUTUAL LIFE INSURANCE COMPANY

By: /s/ Ann B. Lee
    Second Vice President

ORVILLE MUTUAL
  SEPARATE ACCOUNT NO. 7
By:  Orville Mutual Life
     Insurance Company,
     its Investment Manager

By: /s/ Ann B. Lee
    Second Vice President
"""
    found = signed(signatures)
    assert signers(found) == [
        ("Ann B. Lee", "Second Vice President", "ORVILLE MUTUAL LIFE INSURANCE COMPANY"),
        ("Ann B. Lee", "Second Vice President", "ORVILLE MUTUAL SEPARATE ACCOUNT NO. 7"),
    ]
    assert [r.value for r in found.parties[-1].roles] == ["lender"]


def test_the_sole_member_of_each_is_no_signer() -> None:
    signatures = "GUARANTORS:\n\nACME ONE LLC\nACME TWO LLC\n\nBy: Acme Tools, Inc., the sole member of each\nBy: Acme Trust, its general partner\n\nBy: /s/ Jane R. Roe\nTitle: Treasurer\n"
    assert signers(signed(signatures)) == [
        ("Jane R. Roe", "Treasurer", "ACME ONE LLC"),
        ("Jane R. Roe", "Treasurer", "ACME TWO LLC"),
    ]


def test_a_bank_that_acts_through_an_agency_goes_by_its_own_name() -> None:
    found = record(
        body='1. Increase. PELHAM BANKING CORPORATION LIMITED, acting through its New York Agency (the "New Lender"), becomes a Lender.',
        signatures="NEW LENDER:\n\nPELHAM BANKING CORPORATION LIMITED, NEW YORK AGENCY\n\nBy: /s/ Ann B. Lee\n",
    )
    assert ("PELHAM BANKING CORPORATION LIMITED", ["lender"]) in [
        (p.name, [r.value for r in p.roles]) for p in found.parties
    ]
    assert signers(found) == [("Ann B. Lee", None, "PELHAM BANKING CORPORATION LIMITED")]


def test_a_state_at_the_end_of_a_line_over_the_form() -> None:
    found = signed(
        "ACME TOOLS, INC., an Ohio\n      corporation\n\nBy: /s/ Jane R. Roe\nTitle: Treasurer\n\n.     NORWAKE MILLS, L.P., a Delaware\n.     limited partnership\n\nBy: /s/ Olive Fenn\nTitle: Director\n\nFIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\nTitle: Vice President\n"
    )
    assert [(p.entity_type, p.jurisdiction) for p in found.parties] == [
        ("corporation", "Ohio"),
        (None, None),
        ("limited partnership", "Delaware"),
    ]
