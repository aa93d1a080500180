"""Signature pages whose layout was lost on the way to plain text, and what stands near them; worked out by hand."""

from making.loans import loan, record

from extractor import Record, extract_text

ACME, HARBOR = "Acme Tools, Inc.", "FIRST HARBOR BANK, NATIONAL ASSOCIATION"
AS_ASSOCIATION = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between Acme Tools, Inc. (the "Borrower") and FIRST HARBOR BANK, NATIONAL ASSOCIATION (the "Lender").'


def names(of: Record) -> list[str]:
    """The parties' names."""
    return [p.name for p in of.parties]


def signers(of: Record) -> list[tuple[str, str | None, str | None]]:
    """Each signatory with his office and his party."""
    return [(s.name, s.title, s.party) for s in of.signatories]


BOTH = [("Jane R. Roe", "Treasurer", ACME), ("John Q. Doe", "Vice President", HARBOR)]


def test_a_right_column_whose_name_goes_on_below_a_blank_line() -> None:
    signatures = """\
ACME TOOLS, INC.\t\u00a0\t\t\u00a0\t FIRST HARBOR BANK,

NATIONAL ASSOCIATION


By:\t\u00a0\t /s/ Jane R. Roe
By:\t\u00a0\t /s/ John Q. Doe

Name:\t\u00a0\tJane R. Roe\t\u00a0\t\t\u00a0\tName:\t\u00a0\tJohn Q. Doe
Title:\t\u00a0\tTreasurer\t\u00a0\t\t\u00a0\tTitle:\t\u00a0\tVice President
"""
    found = record(opening=AS_ASSOCIATION, signatures=signatures)
    assert (names(found), signers(found)) == ([ACME, HARBOR], BOTH)


def test_a_right_column_that_begins_a_line_above() -> None:
    signatures = """\
FIRST HARBOR BANK,
ACME TOOLS, INC.\t\u00a0\t\t\u00a0\tNATIONAL ASSOCIATION

By:\t\u00a0\t /s/\u00a0\u00a0\u00a0\u00a0Jane R. Roe
By:\t\u00a0\t /s/\u00a0\u00a0\u00a0\u00a0John Q. Doe

Title:\t\u00a0\tTreasurer\t\u00a0\t\t\u00a0\tTitle:\t\u00a0\tVice President
"""
    found = record(opening=AS_ASSOCIATION, signatures=signatures)
    assert (names(found), signers(found)) == ([ACME, HARBOR], BOTH)


def test_pages_that_break_names_behind_their_labels() -> None:
    signatures = """\
ACME
TOOLS, INC.,
a
Delaware corporation

By:  /s/
Jane R. Roe

Name:  Jane
R. Roe

Title:  Vice
President and Treasurer

FIRST
HARBOR BANK

By:  /s/
John Q. Doe

Name:  John
Q. Doe

Title:
Vice President
"""
    found = record(signatures=signatures)
    assert names(found) == [ACME, "First Harbor Bank"]
    assert signers(found) == [
        ("Jane R. Roe", "Vice President and Treasurer", ACME),
        ("John Q. Doe", "Vice President", "First Harbor Bank"),
    ]


def test_the_capacity_of_a_senior_vice_president_is_no_generation() -> None:
    signatures = "ACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\nJANE R. ROE, SR. VP FINANCE\n\nFIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\nJohn Q. Doe, Jr., Vice President\n"
    assert signers(record(signatures=signatures)) == [
        ("JANE R. ROE", "SR. VP FINANCE", ACME),
        ("John Q. Doe, Jr.", "Vice President", "First Harbor Bank"),
    ]


def test_a_share_stands_beside_a_name_that_goes_on_below() -> None:
    opening = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is among Acme Tools, Inc. (the "Borrower") and the lenders that sign below (the "Lenders").'
    signatures = """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe

Commitment:                        THE THIRD NATIONAL BANK OF
SPRINGFIELD
$25,000,000

Commitment Percentage:             By /s/ John Q. Doe
12.5%                              Title Vice President
"""
    found = record(opening=opening, signatures=signatures)
    assert [(p.name, [str(r.value) for r in p.roles]) for p in found.parties] == [
        (ACME, ["borrower"]),
        ("THE THIRD NATIONAL BANK OF SPRINGFIELD", ["lender"]),
    ]
    assert signers(found)[-1] == ("John Q. Doe", "Vice President", "THE THIRD NATIONAL BANK OF SPRINGFIELD")


def test_schedules_called_by_a_letter_in_quotes_are_annexes() -> None:
    behind = """
SCHEDULE "B"

DISBURSEMENT SCHEDULE

A.       Foundation Draw (20%)

1.       Footer and plumbing.

B.       Roofing Draw                     ____________________
"""
    assert names(extract_text(loan() + behind)) == [ACME, "First Harbor Bank"]
    broken = behind.replace('SCHEDULE "B"', "SCHEDULE\nB")
    assert names(extract_text(loan() + broken)) == [ACME, "First Harbor Bank"]


def test_captions_of_forms_and_what_a_party_is_are_no_names() -> None:
    for caption in (
        "Type of Entity",
        "TITLE",
        "Finance",
        "Administrative Agent, Issuer, and a Lender",
        "Iowa corporation",
    ):
        behind = f"\n{caption}\n\nBy: ____________________\n"
        assert names(extract_text(loan() + behind)) == [ACME, "First Harbor Bank"], caption


def test_a_capacity_behind_a_comma_is_no_part_of_the_name() -> None:
    signatures = "ACME TOOLS, INC., Borrower\n\nBy: /s/ Jane R. Roe\nName: Jane R. Roe\n\nFIRST HARBOR BANK, Lender\n\nBy: /s/ John Q. Doe\nName: John Q. Doe\n"
    assert names(record(signatures=signatures)) == [ACME, "First Harbor Bank"]


def test_running_text_that_speaks_of_what_was_executed_begins_no_signature_page() -> None:
    body = """\
1. Definitions. "Guaranties" means the guaranties
executed by the Guarantors in favor of the Lender, and "Swiss Subsidiary" means ______________________________.

     "Termination Date" means February 17, 2006."""
    found = record(body=body)
    assert "2006-02-17" in [d.value for d in found.dates if d.role == "maturity"]


def test_behind_the_agreement_nothing_opens() -> None:
    body = 'By "Plans" are meant the plans made by and between Ablewood Architects, P.A. ("Ablewood") and the Borrower.\n\nTHIS AGREEMENT between the Borrower and Ablewood Architects, P.A. (the "Architect"), dated January 31, 2001, is one of the Plans.'
    found = record(body=body)
    assert (found.instrument.dated, names(found)) == ("2004-06-15", [ACME, "First Harbor Bank"])


def test_a_name_in_justified_text_has_no_columns() -> None:
    signatures = """\
ACME TOOLS, INC.

By:   Acme   Holdings   International,   Inc.,  a  Nevada
corporation its Member

By:     /s/ Jane R. Roe
Name:   Jane R. Roe

FIRST HARBOR BANK

By:     /s/ John Q. Doe
Name:   John Q. Doe
"""
    assert names(record(signatures=signatures)) == [ACME, "First Harbor Bank"]


def test_a_legal_form_behind_another_s_name_ends_the_one_above() -> None:
    one_line = "FIRST HARBOR BANK,\n\nACME TOOLS, INC. NATIONAL ASSOCIATION\n\nBy: /s/ Jane R. Roe     By: /s/ John Q. Doe\nJane R. Roe, Treasurer     John Q. Doe, Vice President\n"
    lines = "FIRST HARBOR BANK,\n\nACME TOOLS,\nINC.\nNATIONAL ASSOCIATION\n\nBy: /s/ Jane R. Roe\nBy: /s/ John Q. Doe\n\nJane R. Roe, Treasurer\nJohn Q. Doe, Vice President\n"
    for signatures in (one_line, lines):
        found = record(opening=AS_ASSOCIATION, signatures=signatures)
        assert (names(found), signers(found)) == ([ACME, HARBOR], BOTH)


def test_labels_before_names() -> None:
    signatures = "BANK:  FIRST HARBOR BANK                BORROWER: ACME TOOLS, INC.\n\nBY:   /S/ JOHN Q. DOE                    BY:   /S/ JANE R. ROE\nNAME: John Q. Doe                        NAME: Jane R. Roe\n"
    found = record(signatures=signatures)
    assert names(found) == [ACME, "First Harbor Bank"]
    assert {(s.name, s.party) for s in found.signatories} == {
        ("Jane R. Roe", ACME),
        ("John Q. Doe", "First Harbor Bank"),
    }


def test_an_entity_below_by_signs_on_behalf_of_the_party() -> None:
    signatures = "ACME TOOLS, INC.\n\n\nBy:\n\n\nRoe Tools Holdings, Inc., an Iowa corporation, Manager\n\n\nBy: /s/ Jane R. Roe\nName: Jane R. Roe\n\nFIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\nName: John Q. Doe\n"
    found = record(signatures=signatures)
    assert names(found) == [ACME, "First Harbor Bank"]
    assert [s.party for s in found.signatories] == [ACME, "First Harbor Bank"]


def test_numbered_parties_of_the_undersigned() -> None:
    text = """\
CREDIT AGREEMENT

undersigned:


1.\tAcme Tools B.V., established in Almelo, hereinafter referred to as \u2018the Borrower\u2019,


2.\tHarbor Bank N.V., having its registered office in Amsterdam, hereinafter referred to as \u2018the Bank\u2019

have agreed as follows:

The Borrower is granted an overdraft facility of EUR 5.000.000,= for its business.

Signature:

Almelo, 28-09-2004.

Harbor Bank N.V.: /s/ John Doe

Acme Tools B.V.: /s/ Jane Roe
"""
    found = extract_text(text)
    assert [(p.name, [str(r.value) for r in p.roles]) for p in found.parties] == [
        ("Acme Tools B.V.", ["borrower"]),
        ("Harbor Bank N.V.", ["lender"]),
    ]
    assert {(s.name, s.party) for s in found.signatories} == {
        ("John Doe", "Harbor Bank N.V."),
        ("Jane Roe", "Acme Tools B.V."),
    }


def test_the_first_clause_names_no_party() -> None:
    opening = 'This Credit Agreement ("Agreement") dated as of June 15, 2004, is between Acme Tools, Inc., a Delaware corporation (the "Borrower"), and First Harbor Bank, a New York banking corporation (the "Bank").\n1. THE LETTER OF CREDIT FACILITY\n1.1. Letters of Credit. The Bank will issue letters of credit.'
    assert names(record(title="CREDIT AGREEMENT", opening=opening)) == [ACME, "First Harbor Bank"]


def test_the_earlier_of_several_days_one_below_the_other() -> None:
    body = '1. Maturity. "Termination Date" means the earlier to occur of:\n\n     (a)  September 30, 2005; and\n\n     (b)  the date on which the Commitments end.'
    assert [d.value for d in record(body=body).dates if d.role == "maturity"] == ["2005-09-30"]


def test_an_effective_date_that_is_the_date_hereof() -> None:
    assert record(body='1. "Effective Date" means the date hereof.').instrument.effective_date == "2004-06-15"
    papers = (
        "1. The Lender shall have received the following, each dated or effective as of the date hereof: a certificate."
    )
    assert record(body=papers).instrument.effective_date is None


def test_the_page_s_title_is_no_letter_s() -> None:
    letter = """\
Credit Agreement


Exhibit 10.23

April 20, 2004

Acme Tools, Inc.
100 West Street
Springfield, Ohio 45501

Ladies and Gentlemen:

We are pleased to inform you that First Harbor Bank (the "Bank") will make available to Acme Tools, Inc. (the "Borrower") a line of credit
of up to $10,000,000. This letter agreement is governed by the laws of the State of Ohio.

Very truly yours,

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe
"""
    assert extract_text(letter).instrument.title is None
