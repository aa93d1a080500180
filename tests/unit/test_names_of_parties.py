"""Brackets that belong to a party's name, and the other name under which it signs; made-up firms, worked out by hand."""

import pytest

from extractor import extract_text
from extractor.records import Record

PAGES = (
    "MAJOR TOOLS, INC.\n\nBy: /s/ Mary Major\nMary Major\nTreasurer\n\n{signs}\n\nBy: /s/ Jane Roe\nJane Roe\nPresident\n"
    "\nHARBOR BANK, N.A.\n\nBy: /s/ John Q. Doe\n"
)
OPENING = """CREDIT AGREEMENT

THIS CREDIT AGREEMENT is dated as of May 3, 2004, among MAJOR TOOLS, INC., an Ohio corporation, {opens} (the "Borrowers"),
and HARBOR BANK, N.A., a national banking association (the "Bank"). The parties agree as follows.

1. Loans. The Bank shall make loans to the Borrowers. This Agreement shall be governed by the laws of the State of Ohio.

IN WITNESS WHEREOF, the parties hereto have executed this Agreement.

"""


def read(opens: str, signs: str) -> Record:
    return extract_text(OPENING.format(opens=opens) + PAGES.format(signs=signs))


@pytest.mark.parametrize(
    "name",
    [
        "Acme Tools, Ltd. (Bermuda)",
        "ACME TOOLS, INC., LTD. (SWAZILAND)",
        "Acme Tools, Inc. (Delaware)",
        "Gulf Banking Corporation (B.S.C.)",
    ],
)
@pytest.mark.parametrize("described", ["", ", a corporation"])
def test_brackets_of_names(name: str, described: str) -> None:
    found = read(f"and {name}{described}", name.replace(" (", "\n("))
    assert [p.name for p in found.parties] == ["MAJOR TOOLS, INC.", name, "HARBOR BANK, N.A."]
    assert [s.party for s in found.signatories if s.name == "Jane Roe"] == [name]


def test_sisters_told_apart_by_their_brackets() -> None:
    found = read(
        "ACME, INC., a Florida corporation, and ACME, INC., LTD. (SWAZILAND), a Swaziland corporation",
        "ACME, INC., LTD.\n(SWAZILAND), a Swaziland corporation",
    )
    assert [(p.name, p.jurisdiction) for p in found.parties[1:3]] == [
        ("ACME, INC.", "Florida"),
        ("ACME, INC., LTD. (SWAZILAND)", "Swaziland"),
    ]


@pytest.mark.parametrize("also", ["doing business as", "d/b/a", "trading as", "also known as"])
def test_other_name_that_signs(also: str) -> None:
    found = read(f"and ACME TOOL WORKS, INC., {also} SEALIGHT TOOLS, an Ohio corporation", "SEALIGHT TOOLS")
    assert [p.name for p in found.parties] == ["MAJOR TOOLS, INC.", "ACME TOOL WORKS, INC.", "HARBOR BANK, N.A."]
    assert found.signatories[1].party == "ACME TOOL WORKS, INC."
