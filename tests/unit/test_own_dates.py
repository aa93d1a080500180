"""The instrument's own date, the date it takes effect, and the law that governs it."""

import pytest
from making.loans import PARTIES, loan, record

from extractor import Record, extract_text


def opened(words: str, **parts: str) -> Record:
    """The record of an amendment that opens so."""
    return record(opening=f"This Third Amendment to Credit Agreement {words}", **parts)


DATED = [
    (f", dated as of June 15, 2004, is {PARTIES}.", "2004-06-15"),
    (f" is made as of June 15, 2004, {PARTIES}.", "2004-06-15"),
    (f" is made and entered into as of the 15th day of June, 2004, {PARTIES}.", "2004-06-15"),
    (f" is entered into this 15th day of June, 2004, {PARTIES}.", "2004-06-15"),
    (f" is entered into on June 15, 2004, {PARTIES}.", "2004-06-15"),
    (f" is made this fifteenth day of June, 2004, {PARTIES}.", "2004-06-15"),
    (f", dated June 15th, 2004, is {PARTIES}.", "2004-06-15"),
    (f", dated 15 June 2004, is {PARTIES}.", "2004-06-15"),
    (f", dated 6/15/04, is {PARTIES}.", "2004-06-15"),
    (f", dated 06/15/2004, is {PARTIES}.", "2004-06-15"),
    (f", dated as of the 15th of June 2004, is {PARTIES}.", "2004-06-15"),
    (f', dated as of June\u00a015,\u00a02004 (the "Amendment Date"), is {PARTIES}.', "2004-06-15"),
    (f", dated as of June\n     15, 2004, is {PARTIES}.", "2004-06-15"),
    (
        f' (this "Amendment") to the Credit Agreement dated as of March 1, 2000 is entered into as of June 15, 2004, {PARTIES}.',
        "2004-06-15",
    ),
    (f", {PARTIES}, is dated as of June 15, 2004.", "2004-06-15"),
    (f", dated as of June __, 2004, is {PARTIES}.", "2004-06"),
    (f" is made as of the ____ day of June, 2004, {PARTIES}.", "2004-06"),
    (f" is made as of ____________, 2004, {PARTIES}.", "2004"),
    (f" is {PARTIES}.", None),
]


@pytest.mark.parametrize(("words", "value"), DATED)
def test_dated(words: str, value: str | None) -> None:
    assert opened(words).instrument.dated == value


def test_date_above_the_opening() -> None:
    found = record(
        title="THIRD AMENDMENT TO CREDIT AGREEMENT\n\n                     Dated as of June 15, 2004",
        opening=f"This Third Amendment to Credit Agreement is {PARTIES}.",
    )
    assert found.instrument.dated == "2004-06-15"


def test_date_beside_the_signatures() -> None:
    found = opened(
        f" is {PARTIES}.",
        signatures="Dated: June 15, 2004\n\nACME TOOLS, INC.\n\nBy: /s/ Jane R. Roe\n\nFIRST HARBOR BANK\n\nBy: /s/ John Q. Doe\n",
    )
    assert found.instrument.dated == "2004-06-15"


def test_an_amended_agreements_date_is_not_the_instruments() -> None:
    found = opened(f" is {PARTIES}.")
    assert found.instrument.dated is None
    assert found.amended_agreement is not None
    assert found.amended_agreement.dated == "2000-03-01"


EFFECTIVE = [
    (
        "in the opening",
        f", dated as of June 15, 2004 and effective as of May 31, 2004, is {PARTIES}.",
        "",
        "2004-05-31",
    ),
    (
        "to be effective",
        f" is entered into on June 15, 2004, to be effective as of May 31, 2004, {PARTIES}.",
        "",
        "2004-05-31",
    ),
    ("defined by a bracket", f', dated as of June 15, 2004 (the "Effective Date"), is {PARTIES}.', "", "2004-06-15"),
    (
        "another day defined by a bracket",
        f', dated as of June 15, 2004 but effective May 31, 2004 (the "Effective Date"), is {PARTIES}.',
        "",
        "2004-05-31",
    ),
    (
        "effective as of the date hereof",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "This Amendment shall become effective as of the date hereof.",
        "2004-06-15",
    ),
    (
        "effective as of the date first written above",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "This Amendment is effective as of the date first written above.",
        "2004-06-15",
    ),
    (
        "a clause that names the day",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "This Amendment shall be effective as of May 31, 2004.",
        "2004-05-31",
    ),
    (
        "Effective Date means",
        f", dated as of June 15, 2004, is {PARTIES}.",
        '"Effective Date" means May 31, 2004.',
        "2004-05-31",
    ),
    (
        "conditions alone",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "This Amendment shall become effective when the Lender has received a counterpart.",
        None,
    ),
    ("immediately", f", dated as of June 15, 2004, is {PARTIES}.", "This Amendment is effective immediately.", None),
    (
        "something else takes effect",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "The interest rate that became effective as of May 31, 2004 is unchanged.",
        None,
    ),
    ("nothing said", f", dated as of June 15, 2004, is {PARTIES}.", "", None),
    (
        "effective the day and year first above written",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "The parties have set their hands effective the day and year first above written.",
        "2004-06-15",
    ),
    (
        "another agreement that is defined takes effect on the same day",
        f", dated as of June 15, 2004, is {PARTIES}.",
        '"Operating Agreement" means the Second Operating Agreement of Acme Tools, Inc., to be entered into and effective as of the date hereof.',
        None,
    ),
    (
        "the date of effect among other definitions",
        f", dated as of June 15, 2004, is {PARTIES}.",
        '"Dollars" and "$" means dollars in lawful currency of the United States of America.\n"Effective Date" means the date hereof.',
        "2004-06-15",
    ),
    (
        "the date set forth in a notice",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "The Lender may terminate the Commitment in whole, effective as of the date set forth in such notice.",
        None,
    ),
    (
        "the date set forth in its notice",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "The Lender may terminate the Commitment in whole, effective as of the date set forth in its written notice.",
        None,
    ),
    (
        "the date set forth in its preamble",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "This Amendment is effective as of the date set forth in its preamble.",
        "2004-06-15",
    ),
    (
        "the date referred to in its first paragraph",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "This Amendment shall be effective as of the date referred to in its first paragraph.",
        "2004-06-15",
    ),
    (
        "this instrument takes effect in the sentence of a definition",
        f", dated as of June 15, 2004, is {PARTIES}.",
        '"Bank" means Harbor Bank, and this Amendment shall be effective as of the date hereof.',
        "2004-06-15",
    ),
    (
        "what it amends is amended as of a day",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "Effective May 31, 2004, the Credit Agreement is hereby amended as follows:",
        "2004-05-31",
    ),
    (
        "a waiver as of a day",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "The Lender hereby waives, effective as of May 31, 2004, the Event of Default described above.",
        "2004-05-31",
    ),
    (
        "in full force as of the date hereof",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "This Amendment shall be deemed effective and in full force and effect as of the date hereof upon its execution.",
        "2004-06-15",
    ),
    (
        "which shall be the effective date hereof",
        f", dated as of June 15, 2004, is {PARTIES}.",
        'From May 31, 2004 (the "Modification Date"), which shall be the effective date hereof, interest is 6%.',
        "2004-05-31",
    ),
    (
        "the term for its own date",
        f', dated as of June 15, 2004 (the "Third Amendment Date"), is {PARTIES}.',
        "This Amendment shall be effective as of the Third Amendment Date, provided that the Agent has it signed.",
        "2004-06-15",
    ),
    (
        "a term for its own date that nothing takes effect on",
        f', dated as of June 15, 2004 (the "Third Amendment Date"), is {PARTIES}.',
        "On the Third Amendment Date the Borrower shall pay a fee.",
        None,
    ),
    (
        "a section amended as of a day",
        f", dated as of June 15, 2004, is {PARTIES}.",
        "Section 2 of the Credit Agreement is further amended, effective as of May 31, 2004, by adding a definition.",
        None,
    ),
]


@pytest.mark.parametrize(("words", "clause", "value"), [pytest.param(*case[1:], id=case[0]) for case in EFFECTIVE])
def test_effective(words: str, clause: str, value: str | None) -> None:
    body = f"1. Amendment. Section 7.1 of the Credit Agreement is hereby amended.\n\n     3. Effect. {clause}"
    assert opened(words, body=body).instrument.effective_date == value


LAW = [
    (
        "This Amendment shall be governed by, and construed in accordance with, the laws of the State of New York.",
        "New York",
    ),
    (
        "THIS AMENDMENT SHALL BE GOVERNED BY AND CONSTRUED IN ACCORDANCE WITH THE LAWS OF THE STATE OF NEW YORK.",
        "New York",
    ),
    ("This Amendment is governed by the laws of the Commonwealth of Pennsylvania.", "Pennsylvania"),
    (
        "This Amendment is governed by the internal laws (as opposed to conflicts of law provisions) of the State of Illinois.",
        "Illinois",
    ),
    ("This Amendment shall be construed under the substantive laws of Texas.", "Texas"),
    ("This Amendment is governed by California law.", "California"),
    ("This Deed is governed by English law.", "England"),
    ("This Amendment is governed by the law of England.", "England"),
    ("The laws of the State of Ohio shall govern this Amendment.", "Ohio"),
    (
        "This Amendment is governed by the laws of the Province of Ontario and the federal laws of Canada applicable therein.",
        "Ontario",
    ),
    ("This Amendment is a contract made under the laws of the State of Georgia.", "Georgia"),
    ("This Amendment shall be governed by the laws of\nthe State of New\nYork.", "New York"),
    ("Governing Law: State of Minnesota.", "Minnesota"),
    (
        "The Laws (other than conflict-of-laws provisions) of the State of Ohio and of the United States govern this Amendment.",
        "Ohio",
    ),
    (
        "The substantive Laws, without giving effect to principles of conflict of laws, of the United States and the State of\nOhio shall govern this Amendment.",
        "Ohio",
    ),
    ("This Amendment is governed by the internal law, not the law of conflicts, of the State of Ohio.", "Ohio"),
    (
        "The laws (without regard to conflicts of laws) of the State of Ohio shall apply to this Amendment.",
        "Ohio",
    ),
    (
        "Claims for relief under applicable bankruptcy laws, without limitation, of Texas shall apply. This Amendment is governed by the laws of the State of New York.",
        "New York",
    ),
    (
        "The Borrower complies with the laws (including ERISA) of Ohio and no other law applies to this matter or controls it.",
        None,
    ),
    ("This Amendment is governed by the law that governs the Credit Agreement.", None),
    ("The Borrower is a corporation organized under the laws of the State of Delaware.", None),
]


@pytest.mark.parametrize(("clause", "place"), LAW)
def test_governing_law(clause: str, place: str | None) -> None:
    text = loan().replace("This Amendment is governed by the laws of the State of New York.", clause)
    assert extract_text(text).instrument.governing_law == place


def test_the_law_of_an_annex_is_not_the_instruments() -> None:
    text = loan() + "\n\n                   EXHIBIT A\n\n     This Note is governed by the laws of the State of Ohio.\n"
    assert extract_text(text).instrument.governing_law == "New York"


def test_the_date_of_the_agreement_that_is_modified_is_not_the_instrument_s() -> None:
    text = (
        "CREDIT AGREEMENT MODIFICATION\n\nFARGO, NORTH DAKOTA\nDECEMBER 28, 2001\n\n"
        'The Credit Agreement made and entered into as of December 15, 2000, by and between ACME FARMS CO. ("Borrower") and '
        'PRAIRIE CAPITAL COMPANY ("Lender") is hereby modified as follows.\n\n1. The Commitment is $5,000,000.\n'
    )
    assert extract_text(text).instrument.dated == "2001-12-28"


def test_below_title_and_date_the_parties_stand_at_once() -> None:
    """The parties' paragraph opens the agreement, not a definition further down that begins with the word "Note"."""
    found = extract_text(
        "EXHIBIT 10.7\n\n\nTHREE-YEAR CREDIT AGREEMENT\n\n\nDated as of June 15, 2004\n\n\nAmong\n\n\nACME TOOLS, INC.,\nas Borrower,\n\n\nand\n\n\n"
        "THE INITIAL LENDERS NAMED HEREIN\n\n\n\nTABLE OF CONTENTS\n\n\nARTICLE I\n\n\nDEFINITIONS 1\n\n\n\n"
        "THREE-YEAR CREDIT AGREEMENT\n\n\nDated as of June 15, 2004\n\n\n"
        'ACME TOOLS, INC., a Delaware corporation (the "Borrower"), the banks (the "Initial Lenders") listed on the signature pages '
        'hereof, and FIRST HARBOR BANK, as administrative agent (the "Agent") for the Lenders, agree as follows:\n\n\n'
        "ARTICLE I\n\n\nDEFINITIONS\n\n\nSECTION 1.01. Certain Defined Terms. As used in this Agreement:\n\n\n"
        '"Act" means the Trade Act 1990, amended by an Order (signed on February 1, 1992 and in force from November 1, 1993) of the Council.\n\n\n'
        '"Note" means a promissory note of the Borrower payable to the order of any Lender, dated and executed by the Borrower between the Lenders.\n\n\n'
        '"Notice of Borrowing" has the meaning specified in Section 2.02.\n\n\nSECTION 1.02. Computation of Time Periods. In this Agreement '
        '"from" means "from and including".\n\n\nIN WITNESS WHEREOF, the parties have executed this Agreement.\n\n\n'
        "ACME TOOLS, INC.\n\n\nBy /s/ Jane R. Roe\nTitle: Treasurer\n\n\nFIRST HARBOR BANK, as Agent\n\n\nBy /s/ John Q. Doe\nTitle: Vice President\n"
    )
    assert found.instrument.dated == "2004-06-15"
    assert next((p.name, p.roles[0].value) for p in found.parties) == ("ACME TOOLS, INC.", "borrower")


@pytest.mark.parametrize(
    ("body", "effective"),
    [
        ("This Amendment shall take effect as of the close of business on June 30, 2004.", "2004-06-30"),
        (
            'This Amendment shall become effective on a date not later than August 3, 2004 (the "Increase Effective Date").',
            None,
        ),
    ],
)
def test_the_hour_of_effect_and_a_deadline(body: str, effective: str | None) -> None:
    assert record(body=f"1. Effect. {body}").instrument.effective_date == effective
