"""Headings under which guarantors consent: who signs below them signs for himself, not for who stands above."""

import pytest
from making.loans import SIGNATURES, record

PERSONS = """\

{heading}

/s/ Ann Pell
ANN PELL

/s/ Mark Pell
MARK PELL

PELL HOLDINGS LLC

By: /s/ Ann Pell
Ann Pell, Manager
"""


@pytest.mark.parametrize(
    "heading",
    [
        "CONSENT AND REAFFIRMATION OF GUARANTORS:",
        "CONSENT OF GUARANTORS",
        "REAFFIRMATION OF GUARANTY",
        "GUARANTORS' CONSENT",
        "Consent and Agreement of Guarantors",
        "JOINDER OF GUARANTORS",
        "ACKNOWLEDGMENT AND CONSENT OF GUARANTOR",
        "GUARANTORS:",
        "CONSENTED TO BY GUARANTORS:",
    ],
)
def test_persons_below_a_heading_of_guarantors(heading: str) -> None:
    found = record(signatures=SIGNATURES + PERSONS.format(heading=heading))
    assert {(s.name, (s.party or "").upper()) for s in found.signatories} == {
        ("Jane R. Roe", "ACME TOOLS, INC."),
        ("John Q. Doe", "FIRST HARBOR BANK"),
        ("ANN PELL", "ANN PELL"),
        ("MARK PELL", "MARK PELL"),
        ("Ann Pell", "PELL HOLDINGS LLC"),
    }
    assert {p.name for p in found.parties if p.roles == ["guarantor"]} == {"ANN PELL", "MARK PELL", "PELL HOLDINGS LLC"}
