"""Made-up texts for `speed.py`, and jobs that are measured in a process of their own."""

import subprocess
import sys
from pathlib import Path

TITLE = "AMENDMENT TO LOAN AGREEMENT\n\nThis Amendment is made between "
HOSTILE = {
    "open brackets": "(",
    "digits": "7",
    "blanks": " ",
    "letters": "a",
    "as amended by": "as amended by ",
    "a schedule without stops": "Lien subject to the rights of the holder of it, in the State of Ohio, parcel 4, book 9\n",
}
_HEAD = """CREDIT AGREEMENT

This CREDIT AGREEMENT, dated as of May 4, 2004, is made by and between Orrin Tool Works, Inc., an Ohio corporation (the
"Borrower"), and Lakefront Bank, N.A., a national banking association (the "Lender").

NOW, THEREFORE, the parties agree as follows:
"""
_SECTION = """
     Section {n}.1 Commitments. Subject to the terms of this Agreement, the Lender agrees to make loans to the Borrower from
time to time until the Maturity Date in an aggregate principal amount not exceeding ${n},500,000 at any time outstanding.
"Facility {n} Maturity Date" means June {day}, 20{year}, or such earlier date on which the Commitments are terminated. The
Borrower shall pay to the Lender a fee of $25,000 on each anniversary, and shall not permit its tangible net worth to be less
than Ten Million Dollars ($10,000,000) as of the end of any fiscal quarter.

     Section {n}.2 Conditions. The obligation of the Lender is subject to the receipt of a certificate of the Secretary of the
Borrower, of evidence that all consents and approvals have been obtained, and of an opinion of counsel, each in form and
substance satisfactory to the Lender, and to the accuracy of the representations and warranties set forth herein, as if made
on and as of the date thereof, except to the extent that they relate to an earlier date. No waiver of any provision of this
Agreement, and no amendment, supplement or other modification, is effective unless it is in writing and signed by the Lender.

     Section {n}.3 Records and Visits. The Borrower shall keep proper books of record and account, in which full, true and correct
entries are made of all dealings and transactions in relation to its business and activities, and shall permit any
representatives designated by the Lender, upon reasonable prior notice, to visit and inspect its properties, to examine and
make extracts from its books and records, and to discuss its affairs, finances and condition with its officers and with its
independent accountants, all at such reasonable times and as often as reasonably requested. The Lender shall treat what it
learns in the course of such visits as confidential, save as far as it is required by law, by the rules of an exchange or by
the order of a court of competent jurisdiction to disclose it, and shall in that event tell the Borrower beforehand wherever
it lawfully may. Nothing herein obliges the Borrower to disclose what is subject to the privilege of a client against its
attorney, or what it holds under a duty of confidence to a third person who is not an Affiliate of the Borrower.

     Section {n}.4 Insurance. The Borrower shall maintain, with financially sound and reputable companies, insurance on all its
property and in such amounts and against such risks as are usually insured against in the same general area by persons engaged
in the same or a similar business, and shall furnish to the Lender, upon written request, full information as to the insurance
carried. Each policy shall name the Lender as an additional insured or as loss payee, as its interests may appear, and shall
provide that the insurer gives notice to the Lender before it is cancelled or not renewed. If the Borrower fails to pay any
premium when it falls due, the Lender may, but need not, pay it, and what it has paid is added to the Obligations and bears
interest at the rate that applies after the occurrence and during the continuance of an Event of Default.
"""
_TAIL = """
     This Agreement shall be governed by and construed in accordance with the laws of the State of Ohio.

IN WITNESS WHEREOF, the parties have executed this Agreement.

ORRIN TOOL WORKS, INC.

By: /s/ Ada Quist
Name: Ada Quist
Title: President

LAKEFRONT BANK, N.A.

By: /s/ Ben Harrow
Name: Ben Harrow
Title: Vice President
"""


def agreement(length: int) -> str:
    """An agreement of about that many characters."""
    sections = []
    written = len(_HEAD) + len(_TAIL)
    for n in range(1, length):
        if written >= length:
            break
        sections.append(_SECTION.format(n=n, day=1 + n % 28, year=10 + n % 80))
        written += len(sections[-1])
    return _HEAD + "".join(sections) + _TAIL


def peak_of_agreement(length: int) -> float:
    """Most memory, in megabytes, that a process had which read an agreement of that length."""
    job = (
        "import made; from extractor import extract_text;"
        f"extract_text(made.agreement({length}));"
        # What resource usage says begins with the memory of the process that started this one.
        "print(next(int(line.split()[1]) / 1024 for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    return float(_printed(job)[0])


def held_by_worker(files: list[Path]) -> tuple[float, float]:
    """Memory, in megabytes, that a process holds after 100 documents and after 1,000."""
    job = (
        "import itertools, sys; from extractor import extract\n"
        "def held(): return int(open('/proc/self/statm').read().split()[1]) * 4096 / 1e6\n"
        "for n, path in enumerate(itertools.islice(itertools.cycle(sys.argv[1:]), 1000), 1):\n"
        "    extract(path)\n"
        "    if n in (100, 1000): print(held())"
    )
    first, last = _printed(job, *map(str, files))
    return float(first), float(last)


def _printed(job: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-c", job, *arguments]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parent)
    return ran.stdout.split()
