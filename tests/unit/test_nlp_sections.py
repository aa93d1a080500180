"""Sections of small texts: where each begins, by the words with which it does."""

import pytest
from making.loans import PARTIES, SIGNATURES, loan

from extractor import extract_text
from extractor.nlp.sections import ANNEX, HEADING, OPENING, OPERATIVE, RECITALS, Section, find_sections
from extractor.nlp.sections import SIGNATURES as SIGNING
from extractor.nlp.view import make_view


def sections(text: str) -> dict[str, str]:
    """First words of each section's text; sections of one name after the first are told apart by a number."""
    view = make_view(text).text
    found: dict[str, str] = {}
    for section in find_sections(view):
        name = section.name
        while name in found:
            name += "'"
        found[name] = " ".join(view[section.start : section.end].split())
    return found


def test_the_usual_order() -> None:
    found = sections(loan())
    assert list(found) == [HEADING, OPENING, RECITALS, OPERATIVE, SIGNING]
    assert found[HEADING] == "THIRD AMENDMENT TO CREDIT AGREEMENT"
    assert found[OPENING].startswith("This Third Amendment to Credit Agreement (this")
    assert found[RECITALS].startswith("W I T N E S S E T H")
    assert found[OPERATIVE].startswith("NOW, THEREFORE")
    assert found[SIGNING].startswith("IN WITNESS WHEREOF")


@pytest.mark.parametrize(
    "text",
    ["", "x", "\n\n", loan(), loan().replace("\n", "\r\n"), loan(signatures=""), "A" * 5000, "\n".join(["By:"] * 50)],
)
def test_without_gaps(text: str) -> None:
    view = make_view(text).text
    found = find_sections(view)
    ends = [0, *(s.end for s in found)]
    assert [s.start for s in found] == ends[:-1]
    assert ends[-1] == len(text)
    assert all(s.start < s.end for s in found)


@pytest.mark.parametrize(
    "words",
    [
        "W I T N E S S E T H:",
        "WITNESSETH:",
        "RECITALS",
        "R E C I T A L S:",
        "Recitals:",
        "BACKGROUND",
        "PRELIMINARY STATEMENTS",
        "Background.",
    ],
)
def test_words_before_the_recitals(words: str) -> None:
    found = sections(loan().replace("W I T N E S S E T H:", words))
    assert found[RECITALS].startswith(words)


def test_recitals_without_a_heading() -> None:
    found = sections(loan().replace("W I T N E S S E T H:", ""))
    assert found[RECITALS].startswith("WHEREAS, the Borrower and the Lender are parties")


@pytest.mark.parametrize(
    "words",
    [
        "NOW, THEREFORE, the parties agree as follows:",
        "NOW THEREFORE, the parties agree as follows:",
        "Now, therefore, the parties agree as follows:",
        "ACCORDINGLY, the parties agree as follows:",
        "In consideration of the premises the parties agree as follows:",
    ],
)
def test_words_before_the_operative_part(words: str) -> None:
    found = sections(loan().replace("NOW, THEREFORE, the parties agree as follows:", words))
    assert found[OPERATIVE].startswith(words[:20])


@pytest.mark.parametrize(
    "words",
    [
        "IN WITNESS WHEREOF, the parties have caused this Amendment to be executed by their officers.",
        "In witness whereof, the parties have executed this Amendment.",
        "Each of the undersigned has caused this Amendment to be executed.",
        "The parties have caused this Amendment to be executed by their officers.",
        "IN TESTIMONY WHEREOF, the parties have signed.",
    ],
)
def test_words_before_the_signatures(words: str) -> None:
    usual = "IN WITNESS WHEREOF, the parties have caused this Amendment to be executed by their officers."
    found = sections(loan().replace(usual, words))
    assert "By: /s/ Jane R. Roe" in found[SIGNING]
    assert "Governing Law" not in found[SIGNING]


def test_signatures_without_any_words() -> None:
    usual = "IN WITNESS WHEREOF, the parties have caused this Amendment to be executed by their officers."
    found = sections(loan().replace(usual, ""))
    assert found[SIGNING].startswith("ACME TOOLS, INC. By: /s/")


@pytest.mark.parametrize(
    "heading", ["EXHIBIT A", "SCHEDULE 1.1", "Schedule I", "ANNEX B", "Exhibit A to Amendment", "APPENDIX 1"]
)
def test_annexes(heading: str) -> None:
    found = sections(
        loan() + f"\n<PAGE>\n\n{heading:^60}\n\n     Lender            Commitment\n     First Harbor      $5,000,000\n"
    )
    assert list(found)[-2:] == [SIGNING, ANNEX]
    assert found[ANNEX].startswith(heading)


def test_a_guarantors_consent_behind_an_annex_is_signed_too() -> None:
    rows = "     First Harbor Bank                    $5,000,000\n" * 12
    consent = (
        "           CONSENT OF GUARANTORS\n\n     The undersigned consents.\n\nACME PARTS, INC.\n\nBy: /s/ P. Poe\n"
    )
    found = sections(f"{loan()}\n\n                  EXHIBIT A\n\n{rows}\n\n                 EXHIBIT B\n\n{consent}")
    assert list(found)[-3:] == [SIGNING, ANNEX, SIGNING + "'"]
    assert "ACME PARTS, INC." in found[SIGNING + "'"]


def test_cover_page_and_contents_belong_to_the_heading() -> None:
    cover = "THIRD AMENDMENT TO CREDIT AGREEMENT\n\n          dated as of June 15, 2004\n\n              among\n\n          ACME TOOLS, INC.\n\n              and\n\n          FIRST HARBOR BANK\n\n<PAGE>\n\n             TABLE OF CONTENTS\n\n  Section 1.  Amendments ........ 1\n  Section 2.  Law ............... 2\n\n<PAGE>\n\n"
    found = sections(cover + loan())
    assert found[OPENING].startswith("This Third Amendment to Credit Agreement (this")


def test_letter_opens_with_its_salutation() -> None:
    text = f"""\
June 15, 2004

Acme Tools, Inc.
Springfield, Ohio

Ladies and Gentlemen:

     We refer to the Credit Agreement dated as of March 1, 2000 {PARTIES}. The Lender hereby waives Section 7.1.

     Very truly yours,

{SIGNATURES}"""
    found = sections(text)
    assert found[OPENING].startswith("Ladies and Gentlemen:")
    assert found[SIGNING].startswith("Very truly yours,")


def test_section_is_a_tuple_of_name_and_offsets() -> None:
    assert Section("opening", 3, 9) == ("opening", 3, 9)


def test_long_stretches_without_a_signature_are_no_signature_pages() -> None:
    lots = "Lot 7 of the Meadow Tract, as shown on the plat of the county.\n" * 120
    view = f"{AGREEMENT_HEAD}IN WITNESS WHEREOF, the parties have signed.\n\nACME, INC.\n\nBy: /s/ Jane Roe\n\n{lots}"
    found = find_sections(view)
    assert [s.name for s in found][-2:] == ["signatures", "annex"]
    assert found[-2].end - view.index("IN WITNESS") < 1700
    # No line is cut in two: a name might stand on it.
    assert all(view[section.end - 1] == "\n" for section in found[-2:])


def test_no_character_is_lost_between_signature_pages_and_gaps() -> None:
    lots = "Lot 7 of the Meadow Tract, as shown on the plat of the county.\n" * 120
    view = f"{AGREEMENT_HEAD}IN WITNESS WHEREOF, they have signed.\n\nACME, INC.\n\nBy: /s/ Jane Roe\n\n{lots}\n\nOAK BANK\n\nBy: /s/ John Doe\n"
    found = find_sections(view)
    assert [s.name for s in found][-3:] == ["signatures", "annex", "signatures"]
    assert "".join(view[s.start : s.end] for s in found) == view
    assert "OAK BANK" in view[found[-1].start : found[-1].end]


AGREEMENT_HEAD = "CREDIT AGREEMENT\n\nThis Credit Agreement is dated May 1, 2001 between Acme, Inc. and Oak Bank.\n\n1. The Bank lends.\n\n"


def test_schedules_and_deeds_without_end() -> None:
    view = "CREDIT AGREEMENT\n\n" + "SCHEDULE 1\nEXECUTED as a deed\n" * 3000
    assert find_sections(view)[-1].end == len(view)


def test_a_signed_form_in_the_body_begins_no_signature_pages() -> None:
    form = "HARBOR SERVICES LLC\n\nBy: /s/ Carl Poe\nName: Carl Poe\nTitle: Manager"
    body = f'1. Letter. Exhibit C is replaced by this:\n\n{form}\n\n2. Term. "Maturity Date" is amended to mean June 30, 2007.'
    found = extract_text(loan(body=body))
    assert [d.value for d in found.dates if d.role.value == "maturity"] == ["2007-06-30"]
    assert [s.name for s in found.signatories] == ["Jane R. Roe", "John Q. Doe"]
