"""Twice the text takes about twice the time, whatever the text: patterns are linear or bounded.

The limit is wide, and each time the best of several, so that a busy machine fails nothing; what grows with the square takes four times as long.
"""

import time
from collections.abc import Callable

import pytest

from extractor import extract_text
from extractor.document.html import read_html
from extractor.extractors.maturity import maturities
from extractor.nlp.mention import Parts
from extractor.values.dates import DateMatch, scan_dates
from extractor.values.money import scan_money

LIMIT = 2.6
#: A text is doubled until it takes that long, in seconds, or is that long, in characters; then it is doubled once more.
ENOUGH, LONGEST = 0.15, 100_000

MEGABYTE = {"open brackets": "(", "digits": "7", "blanks": " ", "letters": "a", "as amended by": "as amended by "}

HOSTILE = {
    "square brackets": "[",
    "brackets": "()",
    "nested terms": '(("',
    "quotes": '"',
    "terms": '(the "Loan") ',
    "capitals": "A",
    "capital initials": "A B ",
    "tabs": "\t",
    "line ends": "\n",
    "blank lines": " \n",
    "carriage returns": "\r\n",
    "indented blank lines": "            \n",
    "page marks": "<PAGE>\n",
    "page numbers": "\n\n12\n\n",
    "rules": "_",
    "dashes": "-",
    "dots": ". ",
    "commas": ", ",
    "semicolons": "; ",
    "ands": "and ",
    "the": "the ",
    "hyphenated line ends": "agree-\nment ",
    "dates": "dated as of May 1, 2001, ",
    "dates in figures": "1/1/",
    "months": "January ",
    "dollars": "$",
    "figures on one line": "1,000 ",
    "figures on lines": "1,000\n",
    "amounts on one line": "$1,000,000 ",
    "amounts on lines": "     $1,000,000\n",
    "numbers in words": "one hundred ",
    "thousands and millions": "thousand million ",
    "names": "Acme, Inc., ",
    "names in capitals": "FIRST HARBOR BANK ",
    "names on lines": "FIRST HARBOR BANK\n",
    "titles": "AMENDMENT NO. 1 TO LOAN AGREEMENT\n",
    "amendments": "First Amendment to Credit Agreement ",
    "agreements": "Agreement ",
    "agreements dated": "Credit Agreement dated as of ",
    "capital words": "Credit ",
    "dated": "dated ",
    "whereas": "WHEREAS, ",
    "spaced letters": "W I T N E S S ",
    "parties": "by and between ",
    "trustees": "as trustee , certificate ",
    "governed": "governed by the laws of ",
    "effective": "effective as of ",
    "maturity": "Maturity Date means ",
    "sentences on maturities": "The Loan matures on March 1, 2005. April 1, 2006. ",
    "loans made": "shall make the Loans during the period ",
    "convertible debts": "the convertible debentures maturing ",
    "sections": "Section 2.1(a) ",
    "signatures": "By: /s/ Jane Roe\n",
    "signatures in columns": "By: /s/ Jane Roe                    By: /s/ John Doe\n",
    "labels": "Name:\n",
    "columns": "one                      two\n",
    "exhibits": "EXHIBIT A\n",
    "letters": "Dear ",
    "references": "Re: ",
    "salutations": "Ladies and Gentlemen:\n",
    "slashes": "/s/ ",
    "means": '"Loan" means ',
    "parties of a list": 'Acme Tools, Inc., a Delaware corporation (the "Borrower"), ',
}


def _of_loan(text: str) -> None:
    """A record of the text; a title in front makes it a loan document."""
    extract_text("AMENDMENT TO LOAN AGREEMENT\n\nThis Amendment is made between " + text)


def seconds(job: Callable[[str], object], piece: str, length: int) -> float:
    """Time that `job` takes over a text of that length which says nothing but `piece`."""
    text = (piece * (length // len(piece) + 1))[:length]
    start = time.process_time()
    job(text)
    return time.process_time() - start


def check(piece: str, length: int, longest: int, job: Callable[[str], object] = _of_loan) -> None:
    """Doubles up from `length`, then compares."""
    once = seconds(job, piece, length)
    while once < ENOUGH and length * 2 <= longest:
        length *= 2
        once = seconds(job, piece, length)
    twice = seconds(job, piece, 2 * length)
    for _ in range(2):
        if twice <= LIMIT * once:
            break
        once, twice = min(once, seconds(job, piece, length)), min(twice, seconds(job, piece, 2 * length))
    assert twice <= LIMIT * max(once, 0.01), (
        f"{length:,} characters take {once:.2f} s, {2 * length:,} take {twice:.2f} s"
    )


@pytest.fixture(autouse=True, scope="module")
def _built() -> None:
    """What is made once a process is made before anything is timed."""
    extract_text("AMENDMENT TO LOAN AGREEMENT\n")


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in HOSTILE.items()])
def test_hostile(piece: str) -> None:
    check(piece, 4_000, LONGEST // 2)


def test_many_maturities() -> None:
    """Which maturity was found last is carried along, not looked for among all of them at every date."""
    dates: dict[int, list[DateMatch]] = {}

    def find(text: str) -> None:
        maturities(Parts(text, []), dates[len(text)])

    piece = HOSTILE["sentences on maturities"]
    for length in (200_000, 400_000):
        dates[length] = list(scan_dates((piece * (length // len(piece) + 1))[:length]))
    check(piece, 200_000, 200_000, find)


@pytest.mark.parametrize("piece", [pytest.param(piece, id=name) for name, piece in MEGABYTE.items()])
def test_megabyte(piece: str) -> None:
    check(piece, 500_000, 500_000)


@pytest.mark.parametrize("piece", ["1", "1/", "1-", "_", "june ", "june 1, ", "as of _", "may", "day of "])
def test_dates(piece: str) -> None:
    check(piece, 100_000, 1_000_000, lambda text: list(scan_dates(text)))


@pytest.mark.parametrize("piece", ["1,", "$", "$ ", "$(", "dollars ", "million ", "one million dollars ", "EUR "])
def test_money(piece: str) -> None:
    check(piece, 100_000, 1_000_000, lambda text: list(scan_money(text)))


def test_markup() -> None:
    check("<p style='margin:0pt'>Some <b>text</b> of a clause</p>", 50_000, 1_000_000, lambda m: read_html(m.encode()))
