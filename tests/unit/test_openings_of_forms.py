"""Openings that list parties in other ways than "between A and B": labels, sides, trustees, who confirms; worked out by hand."""

import pytest
from making.loans import loan, record

from extractor import Record, extract_text


def parties(of: Record) -> list[tuple[str, list[str], str | None, str | None]]:
    """Name, roles, kind and state of each party."""
    return [(p.name, sorted(r.value for r in p.roles), p.entity_type, p.jurisdiction) for p in of.parties]


def opened(
    listed: str, signatures: str = "[to come]\n", recital: str = "WHEREAS, there is a credit agreement;"
) -> Record:
    """The record of an amendment between those."""
    return record(
        opening=f"This Third Amendment to Credit Agreement, dated as of June 15, 2004, is {listed}",
        recital=recital,
        signatures=signatures,
    )


LABELLED = """made by and among the following:

      "Lender":              FIRST HARBOR BANK, as trustee for the
                             registered holders of Pelham Mortgage Trust 1999-A,
                             successor to Orville Mortgage Company, Inc.

      "Original Borrower":   NORWAKE INNS, L.P., a Georgia limited partnership

      "New Borrower":        ACME HOTELS LLC, a Delaware limited liability company

      "Guarantor":           JANE R. ROE
"""


def test_a_list_of_definitions() -> None:
    assert parties(opened(LABELLED)) == [
        ("FIRST HARBOR BANK", ["lender", "trustee"], None, None),
        ("NORWAKE INNS, L.P.", ["borrower"], "limited partnership", "Georgia"),
        ("ACME HOTELS LLC", ["borrower"], "limited liability company", "Delaware"),
        ("JANE R. ROE", ["guarantor"], None, None),
    ]
    assert [p.defined_terms for p in opened(LABELLED).parties][1:3] == [["Original Borrower"], ["New Borrower"]]


def test_labels_without_quotation_marks() -> None:
    found = parties(opened(LABELLED.replace('"', "")))
    assert [name for name, *_ in found] == ["FIRST HARBOR BANK", "NORWAKE INNS, L.P.", "ACME HOTELS LLC", "JANE R. ROE"]
    assert [roles for _, roles, *_ in found] == [["lender", "trustee"], ["borrower"], ["borrower"], ["guarantor"]]


SIDES = """\
                       THIRD AMENDING AGREEMENT


          THIS AGREEMENT made as of the 15th day of June, 2004.


B E T W E E N:

                  NORWAKE LUMBER INC., a corporation incorporated
                  under the laws of the Province of Ontario,

                  (hereinafter called the "Borrower")

                                                OF THE FIRST PART
                  - and -

                  NORWAKE MILLS, INC., a Delaware corporation,
                  and 1234567 ONTARIO LIMITED, an Ontario corporation,

                  (hereinafter together called the "Guarantors")

                                                OF THE SECOND PART
                  - and -

                  HARBOUR BANK OF CANADA, a Canadian chartered
                  bank, as administrative agent,

                  (hereinafter in that capacity called the "Agent")

                                                OF THE THIRD PART
                  - and -

                  HARBOUR BANK OF CANADA, CAISSE DU LAC and
                  PELHAM TRUST COMPANY, as lenders,

                  (hereinafter called the "Lenders")

                                                OF THE FOURTH PART

          WHEREAS the parties entered into a credit agreement made as of the 1st day of March, 2000;

          NOW THEREFORE the parties agree as follows:

1.        Section 1.01 of the credit agreement is amended by deleting "2004" and by inserting "2005".

          IN WITNESS WHEREOF the parties have executed this Agreement.

"""


def test_sides_of_a_canadian_agreement() -> None:
    assert parties(extract_text(SIDES)) == [
        ("NORWAKE LUMBER INC.", ["borrower"], "corporation", "Ontario"),
        ("NORWAKE MILLS, INC.", ["guarantor"], "corporation", "Delaware"),
        ("1234567 ONTARIO LIMITED", ["guarantor"], "corporation", "Ontario"),
        ("HARBOUR BANK OF CANADA", ["agent", "lender"], "chartered bank", "Canada"),
        ("CAISSE DU LAC", ["lender"], None, None),
        ("PELHAM TRUST COMPANY", ["lender"], None, None),
    ]


NAMES = [
    (
        "a savings association",
        'between ACME HOMES, LTD. (the "Borrower") and ORVILLE SAVINGS ASSOCIATION, F.A., a federal savings association (the "Lender").',
        [("ACME HOMES, LTD.", ["borrower"]), ("ORVILLE SAVINGS ASSOCIATION, F.A.", ["lender"])],
    ),
    (
        "the certificates that a trustee holds a loan for",
        'between FIRST HARBOR BANK, NATIONAL ASSOCIATION, AS TRUSTEE FOR THE REGISTERED HOLDERS OF PELHAM TRUST 2016-C9, COMMERCIAL MORTGAGE PASS-THROUGH CERTIFICATES, SERIES 2016-C9 ("Lender") and ACME HOTELS LLC ("Borrower"), and is joined in by ACME LODGING, INC. ("Guarantor").',
        [
            ("FIRST HARBOR BANK, NATIONAL ASSOCIATION", ["lender", "trustee"]),
            ("ACME HOTELS LLC", ["borrower"]),
            ("ACME LODGING, INC.", ["guarantor"]),
        ],
    ),
    (
        "a trust under an agreement of a date",
        'between Acme Tools, Inc. (the "Borrower") and Jane R. Roe Revocable Trust u/a/d May 6, 1999 (the "Lender").',
        [("Acme Tools, Inc.", ["borrower"]), ("Jane R. Roe Revocable Trust", ["lender"])],
    ),
    (
        "an agent without a comma before its capacity",
        '\n\nBETWEEN:\n\n(1) ACME TOOLS PLC (the "Borrower");\n\n(2) ACME SAWS LIMITED and ACME NAILS LIMITED (the "Guarantors");\n\n(3) HARBOUR BANK PLC as agent for the Banks (the "Agent") and as security trustee (the "Security Trustee"); and\n\n(4) HARBOUR BANK PLC and PELHAM BANK PLC (the "Banks").',
        [
            ("ACME TOOLS PLC", ["borrower"]),
            ("ACME SAWS LIMITED", ["guarantor"]),
            ("ACME NAILS LIMITED", ["guarantor"]),
            ("HARBOUR BANK PLC", ["agent", "lender", "trustee"]),
            ("PELHAM BANK PLC", ["lender"]),
        ],
    ),
    (
        "one before the other guarantors",
        'among ACME REALTY, L.P. (the "Borrower"), ACME APARTMENT TRUST, a Maryland real estate investment trust (the "Parent"), the other Guarantors party hereto, each of the Lenders party hereto and FIRST HARBOR BANK, as Agent (the "Agent").',
        [
            ("ACME REALTY, L.P.", ["borrower"]),
            ("ACME APARTMENT TRUST", ["guarantor"]),
            ("FIRST HARBOR BANK", ["agent"]),
        ],
    ),
    (
        "the parties of the agreement that is amended",
        'entered into by ACME CABLE, L.P., an Ohio limited partnership ("Borrower"), the lenders whose signatures appear below ("Lenders"), and FIRST HARBOR BANK, N.A., as managing agent ("Managing Agent"), and amends the Credit Agreement dated as of March 1, 2000 among Borrower, Lenders, Managing Agent and Pelham Bank, as co-agent (the "Credit Agreement").',
        [("ACME CABLE, L.P.", ["borrower"]), ("FIRST HARBOR BANK, N.A.", ["agent"])],
    ),
]


@pytest.mark.parametrize(("listed", "expected"), [pytest.param(*case[1:], id=case[0]) for case in NAMES])
def test_names_and_roles(listed: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(name, roles) for name, roles, *_ in parties(opened(listed))] == expected


CONFIRMING = """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Title: Treasurer

ACME HOLDINGS CORP.
ACME SAWS, INC.

By: /s/ Jane R. Roe
Title: Treasurer of each

FIRST HARBOR BANK, as Agent

By: /s/ John Q. Doe
Title: Vice President
"""


def test_who_confirms_a_guaranty_guarantees() -> None:
    text = loan(
        opening='This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among Acme Tools, Inc. (the "Company"), Acme Holdings Corp. ("Parent") and First Harbor Bank, as Agent.',
        body="1. Amendment. The definition of Default is amended. Each of Parent and the Subsidiary Guarantors agrees to the foregoing, and confirms that its Guaranty stands in full force.",
        signatures=CONFIRMING,
    )
    assert [(name.upper(), roles) for name, roles, *_ in parties(extract_text(text))] == [
        ("ACME TOOLS, INC.", ["borrower"]),
        ("ACME HOLDINGS CORP.", ["guarantor"]),
        ("FIRST HARBOR BANK", ["agent"]),
        ("ACME SAWS, INC.", ["guarantor"]),
    ]


def test_a_new_subsidiary_borrower_does_not_guarantee() -> None:
    text = loan(
        body='1. Accession. ACME PARTS B.V. (the "New Subsidiary Borrower") accedes to the Credit Agreement as a borrower.',
        signatures="ACME PARTS B.V.\n\nBy: /s/ Jane R. Roe\n",
    )
    assert ("ACME PARTS B.V.", ["borrower"]) in [(name, roles) for name, roles, *_ in parties(extract_text(text))]


def test_a_subordinated_creditor_does_not_guarantee() -> None:
    signatures = """\
FIRST HARBOR BANK

By: /s/ John Q. Doe
Title: Vice President

REAFFIRMATION OF SUBORDINATION

The undersigned, holder of a Subordinated Note of the Borrower, consents to the foregoing and reaffirms the agreement.

/s/ Carl D. Moe

Carl D. Moe
"""
    assert parties(record(signatures=signatures))[-1] == ("Carl D. Moe", ["other"], None, None)


def test_only_whom_the_text_calls_so_is_an_individual() -> None:
    signatures = """\
The undersigned, JANE R. ROE and ANN B. LEE, both individuals, and CARL D. MOE consent to the foregoing and reaffirm
their guaranties.

/s/ Jane R. Roe
Jane R. Roe

/s/ Ann B. Lee
Ann B. Lee

/s/ Carl D. Moe
Carl D. Moe

/s/ Eve F. Noe
Eve F. Noe, individually
"""
    kinds = {name.title(): kind for name, _, kind, _ in parties(record(signatures=signatures))}
    assert {name: kinds.get(name) for name in ("Jane R. Roe", "Ann B. Lee", "Carl D. Moe", "Eve F. Noe")} == {
        "Jane R. Roe": "individual",
        "Ann B. Lee": "individual",
        "Carl D. Moe": None,
        "Eve F. Noe": "individual",
    }
