"""What stands beside signatures and names: headings, addresses, seals, parts of other columns; worked out by hand."""

from making.loans import loan, record

from extractor import Record, extract_text

ACME, HARBOR = "Acme Tools, Inc.", "First Harbor Bank"
BOTH = [("Jane R. Roe", ACME), ("John Q. Doe", HARBOR)]


def signers(of: Record) -> list[tuple[str, str | None]]:
    """Each signatory with his party."""
    return [(s.name, s.party) for s in of.signatories]


def test_names_behind_their_headings_and_signatures_at_the_margin() -> None:
    signatures = "BORROWER:\tACME TOOLS, INC.\n\nBy:\t/s/ Jane R. Roe\n\tJane R. Roe\n\tTreasurer\n\nLENDER:\tFIRST HARBOR BANK,\nas Administrative Agent and a Lender\n\nBy:\t/s/ John Q. Doe\nName:\tJohn Q. Doe\nTitle:\tDirector\n"
    assert signers(record(signatures=signatures)) == BOTH


def test_a_heading_that_goes_on_beside_the_name() -> None:
    signatures = """\
BORROWER:                  ACME TOOLS, INC.


                           By: /s/ Jane R. Roe
                               Jane R. Roe
                               Treasurer


ADMINISTRATIVE AGENT       FIRST HARBOR BANK,
AND LENDER:                as Administrative Agent
                           and a Lender


                           By: /s/ John Q. Doe
                               John Q. Doe
                               Vice President
"""
    found = record(signatures=signatures)
    assert signers(found) == BOTH
    assert {role.value for role in found.parties[1].roles} == {"agent", "lender"}


def test_who_signs_beside_an_address() -> None:
    signatures = """\
Address:                                ACME TOOLS, INC.
12 Mill Road
Springfield, Ohio  45599
Attn: Ann Gray                          By /s/ Jane R. Roe
Telecopy No. (555) 555-0101             --------------------------
                                        Its President

Address:                                FIRST HARBOR BANK
7 Harbor Square
P.O. Box 10
Pelham, Ohio  45598                     By /s/ John Q. Doe
Attn: Mark Tull                         --------------------------
Telecopy No. (555) 555-0102             Its Vice President
"""
    assert signers(record(signatures=signatures)) == BOTH


def test_an_address_between_two_lenders_with_their_capacities() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nTitle: Treasurer\n\nFIRST HARBOR BANK, as a Lender\n\nBy: /s/ John Q. Doe\nTitle: Vice President\n\nNotice Address: 4 Quay Lane, Pelham, Ohio 45598\n\nKINGS MERCHANT BANK PLC, as a New Lender\n\nBy: /s/ Olive Fenn\nTitle: Director\n\nNotice Address: 7 Tern Court, London\n"
    assert signers(record(signatures=signatures)) == [*BOTH, ("Olive Fenn", "KINGS MERCHANT BANK PLC")]


def test_an_address_of_more_lines_than_one_label_on_pages_without_indentation() -> None:
    signatures = """\
Address for notice             ACME TOOLS, INC.,
for each Borrower:             an Ohio corporation

12 Mill Road
Suite 2                        By:      /s/ Jane R. Roe
Springfield, OH 45599             ----------------------------------
Jane R. Roe
Treasurer


Address for notice             FIRST HARBOR BANK,
for Bank:

P.O. Box 10                    By:      /s/ John Q. Doe
Pelham, OH 45598                   ---------------------------------
Attn: Loan Services                John Q. Doe, Vice President
Mailcode 6

23
"""
    found = record(signatures=signatures)
    assert signers(found) == BOTH
    assert [s.title for s in found.signatories] == ["Treasurer", "Vice President"]


def test_a_bank_of_two_lines_below_an_address() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nTreasurer\n\n\nAddress:\n\n12 Mill Road\nSpringfield, Ohio 45599\n\nAttn: Jane Roe\nTreasurer\n\n\nBANK OF SPRINGFIELD NATIONAL TRUST AND\nSAVINGS ASSOCIATION, as Lender\n\n\nBy: /s/ Lee Chen\nLee Chen\nVice President\n"
    assert signers(record(signatures=signatures))[1] == (
        "Lee Chen",
        "BANK OF SPRINGFIELD NATIONAL TRUST AND SAVINGS ASSOCIATION",
    )


def test_headings_of_the_next_two_columns_end_the_first() -> None:
    signatures = """\
BORROWER:

ACME TOOLS, INC.

By: /s/ Jane R. Roe                      By: /s/ Mary K. Stone
    ---------------                          -----------------
    Jane R. Roe                              Mary K. Stone
    Treasurer                                Secretary

LENDER:                                  GUARANTOR:

FIRST HARBOR BANK                        ACME FOUNDATION

By: /s/ John Q. Doe                      By: /s/ Hal Fenn
    ---------------                          -----------------
    John Q. Doe                              Hal Fenn
    Vice President                           Trustee
"""
    assert signers(record(signatures=signatures)) == [
        ("Jane R. Roe", ACME),
        ("Mary K. Stone", ACME),
        ("John Q. Doe", HARBOR),
        ("Hal Fenn", "ACME FOUNDATION"),
    ]


def test_a_notarys_venue_with_two_places_is_below_the_columns() -> None:
    signatures = """\
WITNESS/ATTEST:                          ACME TOOLS, INC.

/s/ Joan Blade                           By: /s/ Jane R. Roe
--------------                               ---------------
                                             Jane R. Roe, President

                                         FIRST HARBOR BANK

/s/ Guy Fenn                             By: /s/ John Q. Doe
--------------                               ---------------
                                             John Q. Doe
                                             Vice President

STATE OF MARYLAND, COUNTY OF ST. MARK'S, TO WIT:

     I HEREBY CERTIFY that on this 19th day of December, 1996, before me, the
subscriber, a Notary Public, personally appeared Jane R. Roe.

/s/ Joan Blade
Notary Public
My Commission expires: 3/1/98
"""
    assert signers(record(signatures=signatures)) == BOTH


def test_a_heading_without_a_colon_over_a_witness_beside_his_label() -> None:
    signatures = """\
BORROWER            ACME TOOLS, INC., an Ohio corporation

By:     /s/ JANE R. ROE
Name:   Jane R. Roe
Title:  Treasurer

WITNESS:    /s/ OLIVE FENN
Name:

FIRST HARBOR BANK

By:     /s/ John Q. Doe
Title:  Vice President

WITNESS:    /s/ OLIVE FENN
Name:
"""
    assert signers(record(signatures=signatures)) == BOTH


def test_a_formula_on_the_next_page_ends_the_columns_and_a_capacity_is_cut() -> None:
    page = "IN WITNESS WHEREOF, intending to be legally bound\nhereby, the undersigned has caused this\nto be executed.\n\n"
    signatures = f"""\
ACME TOOLS, INC.
By: /s/ Jane R. Roe
Title: Treasurer

If sent by the post:               If sent otherwise:
Acme Tools, Inc.,                  Acme Tools, Inc.,
Two Mill Center                    Two Mill Center
Attention:  Ann Gray               Attention:  Ann Gray
Telephone:
Telex:

{page}Commitment:                        FIRST HARBOR BANK
$25,000,000
By:  FIRST HARBOR NORTH
QUAY, INC., as
agent
Commitment Percentage:             By /s/ John Q. Doe
5%                            Name  John Q. Doe
Title  Vice President

{page}Commitment:                        NATIONAL BANK OF
PELHAM
$25,000,000

Commitment Percentage:             By /s/ Olive Fenn
5%                            Name  Olive Fenn
Title  Vice President
"""
    found = record(signatures=signatures)
    assert signers(found) == [*BOTH, ("Olive Fenn", "NATIONAL BANK OF PELHAM")]
    assert len(found.parties) == 3


def test_care_of_a_company_on_two_lines() -> None:
    signatures = "ACME TOOLS, INC.\n\nc/o Acme\nHoldings Corporation\n\n12 Mill Road\n\nBy:\n\n/s/ Jane R. Roe\n\nName: Jane R. Roe\n\nFIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\nName: John Q. Doe\n"
    found = record(signatures=signatures)
    assert signers(found) == BOTH
    assert len(found.parties) == 2


def test_an_address_beside_a_name_and_its_capacity_and_the_signature_below() -> None:
    signatures = """\
Address:                                ACME TOOLS, INC.
12 Mill Road
Attn: Ann Gray                          By /s/ Jane R. Roe
                                        Its Treasurer
And


By /s/ Lee Chen
Its Vice President


Address:                                FIRST HARBOR BANK,
7 Harbor Square                         as Bank and
Pelham, Ohio  45598-2206                as Agent
Attn: John Doe
Telecopy No. (555) 555-0102


By /s/ John Q. Doe
Its Manager


Revolving Commitment: $15,000,000


Address:                                PELHAM BANK, N.A.
111 West Quay
Pelham, Ohio  45598                     By /s/ Olive Fenn
Telecopy No. (555) 555-0103               -----------------
Its Vice President
"""
    signatures = "\n".join(line.lstrip() for line in signatures.split("\n"))
    assert signers(record(signatures=signatures)) == [
        ("Jane R. Roe", ACME),
        ("Lee Chen", ACME),
        ("John Q. Doe", HARBOR),
        ("Olive Fenn", "PELHAM BANK, N.A."),
    ]


def test_a_capacity_behind_a_page_break() -> None:
    signatures = 'ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nIts: Treasurer\n\n"Borrower"\n\nFIRST HARBOR BANK\n\nBY:     FIRST HARBOR QUAY, INC., as\n<PAGE>\n\nagent\n\n\nBy: /s/ John Q. Doe\nIts: Director\n\n"Bank"\n'
    assert signers(record(signatures=signatures)) == BOTH


def test_blank_amounts_and_shares_of_facilities_beside_lenders() -> None:
    signatures = """\
$__________                                       TRENTISCHE LANDESBANK
GIROZENTRALE
CAYMAN ISLANDS BRANCH

______________________________
By:___________________________
Title:________________________


$__________                                       BANQUE DE TRENT, SOUTHWEST
AGENCY

______________________________
By:___________________________
Title:________________________


Revolving: $7,500,000                HARBOR NATIONAL BANK, N.A., a national
Term: $6,200,000                     banking association

                                     By: ____________________
                                     Print Name: _____________
"""
    opening = 'THIS THIRD AMENDMENT, dated as of June 15, 2004, is by and among ACME TOOLS, INC. (the "Borrower"), and the Banks listed below.'
    found = extract_text(loan(opening=opening, signatures=signatures))
    assert [(p.name, p.entity_type) for p in found.parties][1:] == [
        ("TRENTISCHE LANDESBANK GIROZENTRALE CAYMAN ISLANDS BRANCH", None),
        ("BANQUE DE TRENT, SOUTHWEST AGENCY", None),
        ("HARBOR NATIONAL BANK, N.A.", "national banking association"),
    ]


def test_the_caption_of_a_share_beside_the_lender() -> None:
    signatures = """\
Revolving Credit Commitment             THE TRENT TRUST COMPANY
$27,000,000

By: /s/ Ann Lee
Name: Ann Lee
Title: Vice President
Address:

50 Main Street
Akron, OH 44301

Revolving Credit Commitment             HARBOR MUTUAL BANKING
$16,000,000                             CORPORATION

By: /s/ Bob Roe
Name: Bob Roe
Title: General Manager
"""
    opening = 'THIS THIRD AMENDMENT, dated as of June 15, 2004, is by and among ACME TOOLS, INC. (the "Borrower"), and the Banks listed below.'
    found = extract_text(loan(opening=opening, signatures=signatures))
    assert [(s.name, s.party) for s in found.signatories] == [
        ("Ann Lee", "THE TRENT TRUST COMPANY"),
        ("Bob Roe", "HARBOR MUTUAL BANKING CORPORATION"),
    ]
