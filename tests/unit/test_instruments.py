"""Several instruments in one text: where each begins, and what stays with the one before."""

import itertools
from pathlib import Path

import pytest

from extractor.api import extract_all, extract_text, records_of
from extractor.document.model import Document
from extractor.nlp.instruments import split
from extractor.nlp.view import make_view

SIGNED = """
     IN WITNESS WHEREOF, the parties have signed through their officers.

                                   BRINDLE TANNERY, INC.

                                   By: /s/ Amos Brindle
                                       ---------------------
                                       Amos Brindle
                                       President

                                   HOLLIN COUNTY BANK

                                   By: /s/ Vera Stoll
                                       ---------------------
                                       Vera Stoll
                                       Vice President

"""


def amendment(number: str, day: str) -> str:
    return f"""
                    {number.upper()} AMENDMENT TO LOAN AGREEMENT

     This {number} Amendment to Loan Agreement (this "Amendment") is made as of {day},
between BRINDLE TANNERY, INC., an Iowa corporation (the "Borrower"), and HOLLIN
COUNTY BANK (the "Bank").

     WHEREAS, the Borrower and the Bank are parties to a Loan Agreement dated as of
May 4, 1998 (the "Loan Agreement"), under which the Bank makes loans to the Borrower;

     NOW, THEREFORE, the parties agree as follows:

     1. Section 2.1 of the Loan Agreement is amended by replacing "$800,000" with
"$950,000". No Event of Default exists, and the promissory note stays in force.
{SIGNED}"""


def note(title: str = "PROMISSORY NOTE", above: str = "") -> str:
    return f"""{above}
                           {title}

$950,000.00                                          Hollin, Iowa
                                                     June 1, 2001

     FOR VALUE RECEIVED, BRINDLE TANNERY, INC. (the "Maker") promises to pay to the
order of HOLLIN COUNTY BANK the sum of $950,000.00, or what of it has been advanced
under the Loan Agreement and is unpaid, on June 1, 2003, with interest at the rate
of eight percent a year. The Maker waives presentment, demand and protest, and pays
the costs of collecting this Note. Advances are made for $10,000 or more.

                                   BRINDLE TANNERY, INC.

                                   By: /s/ Amos Brindle
                                       President

"""


CONSENT = f"""
                          CONSENT AND WAIVER

     THIS CONSENT AND WAIVER is entered into as of September 3, 2001, by and between
BRINDLE TANNERY, INC. (the "Borrower") and HOLLIN COUNTY BANK (the "Bank"), which
are parties to a Loan Agreement dated as of May 4, 1998.

     The Bank consents to the sale of the Borrower's vats for $60,000 and waives the
default under Section 6.3 of the Loan Agreement that the sale would be. The loans
of the Bank and the promissory note are otherwise unaffected.
{SIGNED}"""

GUARANTORS = """
                   REAFFIRMATION OF GUARANTY

     The undersigned, who guaranteed the Borrower's debts to the Bank by a Guaranty
of May 4, 1998, consents to the First Amendment above and reaffirms the Guaranty.

                                   /s/ Selma Brindle
                                   ---------------------
                                   Selma Brindle, Guarantor
"""

FIRST = amendment("First", "June 1, 2001")


def count(text: str) -> int:
    return len(split(make_view(text).text))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (FIRST + note("REPLACEMENT NOTE"), ["REPLACEMENT NOTE"]),
        (FIRST + CONSENT, ["CONSENT AND WAIVER"]),
        (
            FIRST + amendment("Second", "July 2, 2001") + amendment("Third", "August 3, 2001"),
            ["SECOND AMENDMENT TO LOAN", "THIRD AMENDMENT TO LOAN "],
        ),
        (FIRST + note("TERM NOTE") + note("GRID NOTE"), ["TERM NOTE", "GRID NOTE"]),
    ],
    ids=["note", "consent", "three amendments", "two notes"],
)
def test_each_instrument_begins_at_its_title(text: str, titles: list[str]) -> None:
    view = make_view(text).text
    found = split(view)
    assert [view[parts[0][0] :].strip()[: len(title)] for parts, title in zip(found[1:], titles, strict=True)] == titles
    assert [end for parts in found for _, end in parts] == [s for parts in found[1:] for s, _ in parts] + [len(text)]


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        FIRST + note(above="                           EXHIBIT A"),
        FIRST + note(above="                       Exhibit A - Form of Note\n"),
        FIRST + note(above="                       ANNEX I\n                       (Section 2.1)\n"),
        FIRST + note(above="  SCHEDULE 1 TO FIRST AMENDMENT\n\n  Liens: none.\n"),
        FIRST + note("[FORM OF NOTE]\n\n                    PROMISSORY NOTE"),
        FIRST + note().replace("HOLLIN COUNTY BANK the sum", "______________ the sum"),
        FIRST + note().split("     By: /s/")[0].replace("BRINDLE TANNERY, INC.\n\n  ", ""),
        FIRST + GUARANTORS,
        FIRST + CONSENT.replace("HOLLIN COUNTY BANK (the", "SELMA BRINDLE, as Guarantor (the"),
        FIRST
        + FIRST.replace("FIRST AMENDMENT TO LOAN AGREEMENT", "GUARANTY OF LOAN").replace(
            "Amendment to Loan", "Guaranty of"
        ),
        FIRST
        + FIRST.replace("FIRST AMENDMENT TO LOAN AGREEMENT", "LEASE OF VATS").replace("Amendment to Loan", "Lease"),
        FIRST.split("     IN WITNESS")[0] + note() + note("GRID NOTE") + SIGNED,
    ],
    ids=[
        "one",
        "exhibit",
        "exhibit with title",
        "annex",
        "schedule",
        "form",
        "blank payee",
        "unsigned",
        "reaffirmation",
        "guarantor's consent",
        "guaranty",
        "lease",
        "within the body",
    ],
)
def test_what_belongs_to_the_instrument_stays_with_it(text: str) -> None:
    assert count(text) == 1


def test_guarantors_behind_a_note_belong_to_the_amendment() -> None:
    text = FIRST + note() + GUARANTORS
    view = make_view(text).text
    first, second = split(view)
    assert [len(first), len(second)] == [2, 1]
    assert view[slice(*first[1])].strip().startswith("REAFFIRMATION OF GUARANTY")
    assert second[0][1] == first[1][0]


def test_a_filers_exhibit_number_is_no_attachment() -> None:
    text = "Exhibit 10.1\n" + FIRST + "\nExhibit 10.2\n" + CONSENT
    assert count(text) == 2
    assert count(FIRST + "\nExhibit 10.2\n" + CONSENT) == 1, (
        "without a number of its own, it may be the first one's exhibit"
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_records_point_into_the_whole_text(line_end: str) -> None:
    text = (FIRST + note() + GUARANTORS + CONSENT).replace("\n", line_end)
    document = Document(text, "three.txt", "0" * 64, "text/plain")
    records = records_of(document, with_text=True)
    assert [r.instrument.title for r in records] == [
        "FIRST AMENDMENT TO LOAN AGREEMENT",
        "PROMISSORY NOTE",
        "CONSENT AND WAIVER",
    ]
    assert [r.source.characters for r in records] == [len(text)] * 3
    for record in records:
        facts = [
            *record.parties,
            *record.signatories,
            *record.dates,
            *record.amounts,
            *record.instrument.provenance.values(),
        ]
        evidence = [e for fact in facts for e in fact.evidence]
        assert evidence
        assert all(text[e.start : e.end] == e.text for e in evidence)
    first, second, third = records
    assert "Selma Brindle" in {s.name for s in first.signatories}
    assert "Selma Brindle" not in {s.name for s in second.signatories}
    assert {str(a.value) for a in first.amounts}.isdisjoint({"60000", "10000"})
    assert [d.value for d in third.dates] == ["2001-09-03", "1998-05-04"]


def test_extract_gives_the_first(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(FIRST + CONSENT)
    assert len(list(extract_all(path))) == 2
    assert extract_text(FIRST + CONSENT).instrument.title == "FIRST AMENDMENT TO LOAN AGREEMENT"


def test_what_is_no_loan_instrument_gives_no_record() -> None:
    resolution = """
                      CONSENT OF DIRECTORS

     THIS CONSENT is dated May 30, 2001 and made by and among the directors of the
stable, who resolve that Amos Brindle may buy a horse and two saddles for it.

                                   By: /s/ Amos Brindle
                                   By: /s/ Vera Stoll

"""
    document = Document(resolution + FIRST, "two.txt", "0" * 64, "text/plain")
    assert count(document.text) == 2
    (record,) = records_of(document)
    assert record.instrument.title == "FIRST AMENDMENT TO LOAN AGREEMENT"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n" * 5000,
        "FOR VALUE RECEIVED, he promises to pay\n" * 3000,
        ("PROMISSORY NOTE\n\nFOR VALUE RECEIVED, A promises to pay B\n\nBy: /s/ A\n\n") * 500,
        "A " * 100_000,
        "THIS " * 50_000,
        "EXHIBIT A\n" * 20_000,
        "_" * 200_000,
    ],
    ids=["empty", "lines", "openings", "notes", "capitals", "this", "exhibits", "rule"],
)
def test_hostile_texts_are_covered_without_overlap(text: str) -> None:
    parts = sorted(part for parts in split(text) for part in parts)
    assert parts[0][0] == 0
    assert parts[-1][1] == len(text)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(parts))
