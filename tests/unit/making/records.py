"""An opening and a first signature to put pages behind, and what the tests read off the record."""

from extractor import Record

OPENING = """\
                                CREDIT AGREEMENT

     This Credit Agreement is dated as of May 1, 1999 among Orvane Drilling, Inc., a Nevada corporation (the "Borrower"),
the banks listed on the signature pages hereof (the "Banks") and The Second National Bank of Marrow, as Agent.

     The Banks shall make loans to the Borrower.

     IN WITNESS WHEREOF, the parties have executed this Agreement.

"""
FIRST = """\
ORVANE DRILLING, INC.

By: /s/ Jane Roe
    Jane Roe
    President

"""


def signers(of: Record) -> list[tuple[str, str | None]]:
    """Each signatory with his party."""
    return [(s.name, s.party) for s in of.signatories]


def names(of: Record) -> list[str]:
    """The parties' names."""
    return [party.name for party in of.parties]
