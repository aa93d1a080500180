"""Witnesses beside officers, addresses among the blocks, offices and capacities set on lines of their own."""

from making.loans import record

Signed = list[tuple[str | None, str | None, str | None]]


def _signed(signatures: str, **parts: str) -> Signed:
    return [(s.name, s.title, s.party) for s in record(signatures=signatures, **parts).signatories]


def test_who_signs_bare_in_the_presence_of_witnesses_is_one() -> None:
    page = """\
Signed, sealed and delivered
in the presence of:

ACME TOOLS, INC.

/s/ Tom Witt
Name: Tom Witt

By: /s/ Jane R. Roe
Its: Treasurer

/s/ Mary Wade
Name: Mary Wade                             (SEAL)

FIRST HARBOR BANK

By: /s/ John Q. Doe
Its: Vice President
"""
    assert _signed(page) == [
        ("Jane R. Roe", "Treasurer", "Acme Tools, Inc."),
        ("John Q. Doe", "Vice President", "First Harbor Bank"),
    ]


def test_a_second_officer_without_by_signs_where_nobody_attests() -> None:
    page = """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Its: Treasurer

/s/ Mary Wade
Name: Mary Wade
"""
    assert [name for name, _, _ in _signed(page)] == ["Jane R. Roe", "Mary Wade"]


def test_the_member_that_a_company_signs_by_stands_far_below_its_name() -> None:
    page = """\
BORROWER:

ACME TOOLS III, LLC BY



ACME HOLDINGS, INC.,



ITS SOLE MEMBER


/s/ Tom Witt


By:/s/ Jane R. Roe


Witness

Its duly authorized
"""
    assert _signed(page) == [("Jane R. Roe", None, "ACME TOOLS III, LLC")]


def test_whom_copies_go_to_signs_nothing() -> None:
    page = """\
FIRST HARBOR BANK

By
/s/ Ann Lee

Name: Ann Lee
Title: Vice President

7

First Harbor Bank

20 Quay Street

New York, NY 10017

Attention: Ann Lee

Email: ann.lee@harbor.example


with a copy to:


First Harbor Bank

Loan & Agency Services

1 Pier Road, 10th Floor

Houston, TX 77002

Email:

bo.king@harbor.example


LAKE BANK

By
/s/ Joe Cory

Name: Joe Cory
Title: Principal
"""
    found = record(signatures=page)
    assert [(s.name, s.party) for s in found.signatories] == [("Ann Lee", "First Harbor Bank"), ("Joe Cory", "LAKE BANK")]
    assert [p.name for p in found.parties] == ["Acme Tools, Inc.", "First Harbor Bank", "LAKE BANK"]


def test_a_role_below_a_name_is_no_heading() -> None:
    page = """\
LAKE BANK
Lender


By: /s/ ANN LEE
    ----------------
    Ann Lee
    Vice President
"""
    assert _signed(page) == [("Ann Lee", "Vice President", "LAKE BANK")]


def test_a_name_typed_behind_by_below_the_signature() -> None:
    assert _signed("FIRST HARBOR BANK\n\n/s/ Ann Lee\n\nBy: Ann Lee\nSenior Vice President\n") == [
        ("Ann Lee", "Senior Vice President", "First Harbor Bank")
    ]


def test_an_office_whose_label_stands_beside_its_second_line() -> None:
    page = "ACME TOOLS, INC.\n\nBy:  /s/  JANE ROE\nVice President, Finance\nTitle:  and Chief Financial Officer\n"
    assert _signed(page) == [("JANE ROE", "Vice President, Finance and Chief Financial Officer", "Acme Tools, Inc.")]


def test_a_name_behind_its_is_no_office() -> None:
    page = "ACME TOOLS, INC.\n\nBy:\n/s/ Jane Roe\n\nIts:\nJane Roe\n\nTitle:\nTreasurer\n"
    assert _signed(page) == [("Jane Roe", "Treasurer", "Acme Tools, Inc.")]


def test_a_street_below_an_office_is_none_of_it() -> None:
    page = """\
ACME TOOLS, INC.

By: /s/ Jane Roe
Print Name:  Jane Roe
Title:  President and Chief Executive Officer
4200 Executive Blvd.
Suite 800
Rockville, MD 20858
"""
    assert _signed(page) == [("Jane Roe", "President and Chief Executive Officer", "Acme Tools, Inc.")]


def test_who_signs_under_the_borrowers_heading_where_the_borrower_does_not() -> None:
    page = "BORROWER:\n\nACME WORKS, LLC\n\nBy: /s/ Jane Roe\nName: Jane Roe\n"
    roles = {p.name: [r.value for r in p.roles] for p in record(signatures=page).parties}
    assert roles["ACME WORKS, LLC"] == ["borrower"]


def test_a_share_behind_a_sign_of_equality_stands_in_no_column() -> None:
    page = """\
LAKE CREDIT COMPANY,
a Delaware corporation


Receivable Commitment = $5,000,000        By:  /s/Lee Ross

Its: President

FIRST HARBOR BANK


Receivable Commitment = $15,000,000       By:  /s/David L. Johns

Its: Assistant Vice President
"""
    assert _signed(page) == [
        ("Lee Ross", "President", "LAKE CREDIT COMPANY"),
        ("David L. Johns", "Assistant Vice President", "First Harbor Bank"),
    ]


def test_who_is_described_across_the_page_stands_below_the_columns() -> None:
    page = """\
ACME TOOLS, INC.                                  ACME HOUSE CORP.,
                                                  as Servicer and Performance Guarantor

By: /s/ Eric Sale                                 By: /s/ Eric Sale
Name: Eric Sale                                   Name: Eric Sale
Title: Treasurer                                  Title: Senior Vice President

LAKE TRUST COMPANY, N.A.,
not in its individual capacity but solely as Backup Servicer, Collateral Agent and Paying Agent

By: /s/ Dan Ericks
Name: Dan Ericks
Title: Vice President
"""
    assert _signed(page) == [
        ("Eric Sale", "Treasurer", "Acme Tools, Inc."),
        ("Eric Sale", "Senior Vice President", "ACME HOUSE CORP."),
        ("Dan Ericks", "Vice President", "LAKE TRUST COMPANY, N.A."),
    ]
