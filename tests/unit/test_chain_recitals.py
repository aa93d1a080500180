"""Earlier amendments as recitals list them: number and date of each, worked out by hand.

Each case is what stands behind "parties to a Credit Agreement dated as of March 1, 2000" in an amendment of June 15, 2004.
"""

import pytest
from making.loans import codes, loan, record

from extractor import extract_text

BEGIN = "WHEREAS, the Borrower and the Lender are parties to a Credit Agreement dated as of March 1, 2000"
END = '(the "Credit Agreement");'

Links = list[tuple[int | None, str | None]]
ONE_TO_TWO: Links = [(1, "2001-05-01"), (2, "2002-08-09")]
ONE_TO_FIVE: Links = [(1, "2000-07-03"), (2, "2001-05-01"), (3, "2002-08-09"), (4, "2003-01-03"), (5, "2003-12-31")]

LISTS: list[tuple[str, str, str, Links]] = [
    (
        "numbers and dates in brackets",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        '(as amended by Amendment No. 1 dated as of May 1, 2001 and Amendment No. 2 dated as of August 9, 2002, the "Credit Agreement");',
        ONE_TO_TWO,
    ),
    (
        "without dated",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by Amendment No. 1, dated May 1, 2001, and Amendment No. 2, dated August 9, 2002 {END}",
        ONE_TO_TWO,
    ),
    (
        "ordinals in words",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by the First Amendment to Credit Agreement dated as of May 1, 2001 and the Second Amendment to Credit Agreement dated as of August 9, 2002 {END}",
        ONE_TO_TWO,
    ),
    (
        "terms behind the names",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        ', as amended by that certain First Amendment dated as of May 1, 2001 (the "First Amendment") and as further amended by that certain Second Amendment dated as of August 9, 2002 '
        f'(the "Second Amendment") {END}',
        ONE_TO_TWO,
    ),
    (
        "names only in the terms",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f', as amended by an amendment dated as of May 1, 2001 (the "First Amendment") and an amendment dated as of August 9, 2002 (the "Second Amendment") {END}',
        ONE_TO_TWO,
    ),
    (
        "a bare list of dates, numbered because the document is",
        "FOURTH AMENDMENT TO CREDIT AGREEMENT",
        f", as amended as of May 1, 2001, August 9, 2002 and January 3, 2003 {END}",
        [(1, "2001-05-01"), (2, "2002-08-09"), (3, "2003-01-03")],
    ),
    (
        "a bare list of dates that the document's number does not fit",
        "SIXTH AMENDMENT TO CREDIT AGREEMENT",
        f", as amended as of May 1, 2001, August 9, 2002 and January 3, 2003 {END}",
        [(None, "2001-05-01"), (None, "2002-08-09"), (None, "2003-01-03")],
    ),
    (
        "a bare list of dates under an unnumbered document",
        "AMENDMENT TO CREDIT AGREEMENT",
        f", as amended as of May 1, 2001, August 9, 2002 and January 3, 2003 {END}",
        [(None, "2001-05-01"), (None, "2002-08-09"), (None, "2003-01-03")],
    ),
    (
        "how many, then the dates",
        "SIXTH AMENDMENT TO CREDIT AGREEMENT",
        f", as heretofore amended by five amendments dated July 3, 2000, May 1, 2001, August 9, 2002, January 3, 2003 and December 31, 2003 {END}",
        ONE_TO_FIVE,
    ),
    (
        "amendments thereto, one date each",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by amendments thereto dated as of May 1, 2001 and August 9, 2002 {END}",
        ONE_TO_TWO,
    ),
    (
        "respectively",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by the First and Second Amendments thereto dated as of May 1, 2001 and August 9, 2002, respectively {END}",
        ONE_TO_TWO,
    ),
    (
        "numbers first, as a list",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by Amendments No. 1 and No. 2 thereto, dated May 1, 2001 and August 9, 2002, respectively {END}",
        ONE_TO_TWO,
    ),
    (
        "two acts in one",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        ', as amended by the First Amendment and Waiver dated May 1, 2001 (the "First Amendment") and consented to in the Second Amendment and Limited Waiver, dated August 9, 2002 '
        f'(the "Second Amendment") {END}',
        ONE_TO_TWO,
    ),
    (
        "a waiver without a number among them",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by the First Amendment dated as of May 1, 2001, the Waiver dated as of October 4, 2001 and the Second Amendment dated as of August 9, 2002 {END}",
        [(1, "2001-05-01"), (None, "2001-10-04"), (2, "2002-08-09")],
    ),
    (
        "a letter agreement among them",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as modified by a letter agreement dated October 4, 2001, and as amended by the First Amendment dated May 1, 2001 and the Second Amendment dated August 9, 2002 {END}",
        [(1, "2001-05-01"), (None, "2001-10-04"), (2, "2002-08-09")],
    ),
    (
        "number signs",
        "AMENDMENT #3 TO CREDIT AGREEMENT",
        f", as amended by Amendment #1 dated May 1, 2001 and Amendment #2 dated August 9, 2002 {END}",
        ONE_TO_TWO,
    ),
    (
        "numbers in words",
        "AMENDMENT THREE TO CREDIT AGREEMENT",
        f", as amended by Amendment One dated May 1, 2001 and Amendment Two dated August 9, 2002 {END}",
        ONE_TO_TWO,
    ),
    (
        "Roman numbers",
        "AMENDMENT NO. III TO CREDIT AGREEMENT",
        f", as amended by Amendment No. I dated May 1, 2001 and Amendment No. II dated August 9, 2002 {END}",
        ONE_TO_TWO,
    ),
    (
        "dates in figures",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by Amendment No. 1 dated 5/1/01 and Amendment No. 2 dated 08/09/02 {END}",
        ONE_TO_TWO,
    ),
    (
        "broken at line ends and by a page mark",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by the First\nAmendment to Credit Agreement dated as of May\n1, 2001 and the\n\n                        3\n<PAGE>\n\nSecond Amendment to Credit Agreement dated as of August 9,\n2002 {END}",
        ONE_TO_TWO,
    ),
    (
        "numbers without dates",
        "FOURTH AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by the First Amendment, the Second Amendment and the Third Amendment {END}",
        [(1, None), (2, None), (3, None)],
    ),
    (
        "a semicolon between them",
        "THIRD AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by (i) Amendment No. 1 dated as of May 1, 2001; and (ii) Amendment No. 2 dated as of August 9, 2002 {END}",
        ONE_TO_TWO,
    ),
    (
        "the month alone",
        "SECOND AMENDMENT TO CREDIT AGREEMENT",
        f", as amended by Amendment No. 1 dated as of May __, 2001 {END}",
        [(1, "2001-05")],
    ),
    ("none", "FIRST AMENDMENT TO CREDIT AGREEMENT", END, []),
    (
        "amended from time to time",
        "FIRST AMENDMENT TO CREDIT AGREEMENT",
        f", as amended, supplemented or otherwise modified from time to time {END}",
        [],
    ),
]


@pytest.mark.parametrize(("title", "recital", "links"), [pytest.param(*case[1:], id=case[0]) for case in LISTS])
def test_lists(title: str, recital: str, links: Links) -> None:
    found = record(title=title, recital=f"{BEGIN}{'' if recital.startswith(',') else ' '}{recital}")
    assert [(a.number, a.dated) for a in found.prior_amendments] == links
    assert found.amended_agreement is not None
    assert (found.amended_agreement.title, found.amended_agreement.dated) == ("Credit Agreement", "2000-03-01")


def test_titles_and_evidence() -> None:
    recital = f"{BEGIN}, as amended by the First Amendment to Credit Agreement dated as of May 1, 2001 {END}"
    text = loan(title="SECOND AMENDMENT TO CREDIT AGREEMENT", recital=recital)
    (prior,) = extract_text(text).prior_amendments
    assert prior.title == "First Amendment to Credit Agreement"
    (evidence,) = prior.evidence
    assert (
        evidence.text
        == text[evidence.start : evidence.end]
        == "First Amendment to Credit Agreement dated as of May 1, 2001"
    )


def test_amendments_of_other_agreements_are_none() -> None:
    recital = f"{BEGIN}, as amended by the First Amendment dated as of May 1, 2001 {END}\n\n     WHEREAS, the Security Agreement dated as of March 2, 2000 was amended by Amendment No. 1 to Security Agreement dated as of April 4, 2001;"
    found = record(title="SECOND AMENDMENT TO CREDIT AGREEMENT", recital=recital)
    assert [(a.number, a.dated) for a in found.prior_amendments] == [(1, "2001-05-01")]


def test_amendments_of_an_agreement_of_the_same_day_are_none() -> None:
    recital = (
        f"{BEGIN}, as amended by the First Amendment dated as of May 1, 2001 {END}\n\n     WHEREAS, Acme West, LLC and the Lender are parties to a"
        " Master Lease dated as of March 1, 2000, as amended by the First Amendment to Master Lease dated as of April 4, 2001 and"
        " the Second Amendment to Master Lease dated as of July 7, 2002;"
    )
    found = record(title="SECOND AMENDMENT TO CREDIT AGREEMENT", recital=recital)
    assert [(a.number, a.dated) for a in found.prior_amendments] == [(1, "2001-05-01")]


def test_each_amendment_once() -> None:
    recital = f"{BEGIN}, as amended by the First Amendment dated as of May 1, 2001 {END}\n\n     WHEREAS, by the First Amendment dated as of May 1, 2001, the Lender increased the Commitment;"
    found = record(title="SECOND AMENDMENT TO CREDIT AGREEMENT", recital=recital)
    assert [(a.number, a.dated) for a in found.prior_amendments] == [(1, "2001-05-01")]


def test_a_restated_agreement_is_the_one_amended_now() -> None:
    recital = f"{BEGIN}, as amended and restated as of July 1, 2001, and as further amended by the First Amendment dated as of August 9, 2002 {END}"
    found = record(title="SECOND AMENDMENT TO CREDIT AGREEMENT", recital=recital)
    assert found.amended_agreement is not None
    assert found.amended_agreement.dated == "2001-07-01"
    assert [(a.number, a.dated) for a in found.prior_amendments] == [(1, "2002-08-09")]


def test_a_day_before_an_amendment_is_no_number() -> None:
    recital = f"{BEGIN}, as amended by an amendment letter dated 11th May 2001, a supplemental agreement dated 9 August 2002 and a waiver letter dated 3 January 2003 {END}"
    found = record(title="AMENDMENT TO CREDIT AGREEMENT", recital=recital)
    assert [(a.number, a.dated) for a in found.prior_amendments] == [
        (None, "2001-05-11"),
        (None, "2002-08-09"),
        (None, "2003-01-03"),
    ]


def test_what_an_amendment_extended_is_no_amendment() -> None:
    recital = (
        f"{BEGIN} {END}\n\n     WHEREAS, the Credit Agreement was amended by an Omnibus Amendment to Credit Agreement and Warrants dated"
        ' May 1, 2001 ("Amendment No. 1"), which extended the Maturity Date from June 1, 2001 to June 1, 2003;'
    )
    found = record(title="SECOND AMENDMENT TO CREDIT AGREEMENT", recital=recital)
    assert [(a.number, a.dated) for a in found.prior_amendments] == [(1, "2001-05-01")]


def test_the_annexed_text_dates_earlier_amendments_in_its_definitions() -> None:
    annex = """

                                   EXHIBIT A

                       CONFORMED CREDIT AGREEMENT

     "First Amendment" means the First Amendment to Credit Agreement, dated as of May 1, 2001, between the Borrower and the Lender.

     "Second Amendment Effective Date" means August 9, 2002.

     "Third Amendment Effective Date" means June 15, 2004.
"""
    found = extract_text(loan(title="THIRD AMENDMENT TO CREDIT AGREEMENT") + annex)
    assert [(a.number, a.dated) for a in found.prior_amendments] == ONE_TO_TWO


DIAGNOSTICS = [
    ("complete", "THIRD", "Amendment No. 1 dated May 1, 2001 and Amendment No. 2 dated August 9, 2002", set()),
    (
        "a number skipped",
        "FOURTH",
        "Amendment No. 1 dated May 1, 2001 and Amendment No. 3 dated August 9, 2002",
        {"lineage.gap"},
    ),
    ("the first missing", "THIRD", "Amendment No. 2 dated August 9, 2002", {"lineage.gap"}),
    ("the last missing", "THIRD", "Amendment No. 1 dated August 9, 2002", {"lineage.gap"}),
    (
        "a number twice",
        "THIRD",
        "Amendment No. 1 dated May 1, 2001, Amendment No. 2 dated August 9, 2002 and Amendment No. 2 dated January 3, 2003",
        {"lineage.duplicate"},
    ),
    (
        "back in time",
        "THIRD",
        "Amendment No. 1 dated August 9, 2002 and Amendment No. 2 dated May 1, 2001",
        {"lineage.order"},
    ),
    (
        "four dates for a sixth amendment",
        "SIXTH",
        "amendments dated May 1, 2001, August 9, 2002, January 3, 2003 and December 31, 2003",
        {"lineage.gap"},
    ),
]


@pytest.mark.parametrize(
    ("ordinal", "chain", "expected"), [pytest.param(*case[1:], id=case[0]) for case in DIAGNOSTICS]
)
def test_diagnostics(ordinal: str, chain: str, expected: set[str]) -> None:
    found = record(title=f"{ordinal} AMENDMENT TO CREDIT AGREEMENT", recital=f"{BEGIN}, as amended by {chain} {END}")
    assert {code for code in codes(found) if code.startswith("lineage.")} == expected


def test_what_is_missing_is_said() -> None:
    found = record(
        title="SIXTH AMENDMENT TO CREDIT AGREEMENT",
        recital=f"{BEGIN}, as amended by Amendment No. 1 dated May 1, 2001 and Amendment No. 4 dated August 9, 2002 {END}",
    )
    (gap,) = [d for d in found.diagnostics if d.code == "lineage.gap"]
    assert (gap.severity, gap.message) == ("warning", "the chain of earlier amendments lacks number 2, 3, 5")


def test_the_number_that_the_brackets_behind_give() -> None:
    recital = (
        "WHEREAS, the Borrower issued a Secured Promissory Note dated June 30, 2001; and by an Extension of Secured Promissory Note dated May 3, 2002 "
        '(the "First Extension"), the maturity date of the Note was extended;'
    )
    found = extract_text(loan(title="SECOND EXTENSION OF SECURED PROMISSORY NOTE", recital=recital))
    assert [(p.number, p.dated) for p in found.prior_amendments] == [(1, "2002-05-03")]


@pytest.mark.parametrize("term", ["Second Lien Amendment", "First Quarter Waiver"])
def test_brackets_that_count_something_else_give_no_number(term: str) -> None:
    recital = (
        'WHEREAS, the Borrower and the Lender are parties to a Credit Agreement dated as of March 1, 2000 (the "Credit Agreement"), '
        f'as amended by a Waiver and Amendment dated June 3, 2003 (the "{term}");'
    )
    assert [(p.number, p.dated) for p in record(recital=recital).prior_amendments] == [(None, "2003-06-03")]


def test_numbered_recitals_without_a_formula_behind() -> None:
    text = loan(title="SECOND AMENDED AND RESTATED LOAN AGREEMENT", recital="", body="2. Terms.").replace(
        "W I T N E S S E T H:",
        "\n\n1.   RECITALS.\n\n     (a) The Borrower and the Lender entered into an Amended and Restated Loan Agreement dated November 25, 2003 "
        '(as amended by Amendment No. 1 dated February 16, 2004, the "Prior Agreement").\n\n     (b) It is restated below.\n\n',
    )
    text = text.replace(
        "     WHEREAS, the Borrower has asked the Lender to amend it as set out below;\n\n     NOW, THEREFORE, the parties agree as follows:\n\n",
        "",
    )
    found = extract_text(text)
    assert found.amended_agreement is not None
    assert found.amended_agreement.dated == "2003-11-25"
    assert [(p.number, p.dated) for p in found.prior_amendments] == [(1, "2004-02-16")]


def test_an_amendment_under_which_it_was_amended_is_one() -> None:
    recital = (
        "WHEREAS, the Borrower and the Lender are parties to a Credit Agreement dated as of March 1, 2000, "
        'as amended under the Amendment and Waiver dated as of May 3, 2001 (the "Credit Agreement");'
    )
    assert [p.dated for p in record(recital=recital).prior_amendments] == ["2001-05-03"]
