"""Small loan amendments of the tests' own making, in the manner of filed ones."""

from extractor import Record, extract_text

PARTIES = 'between Acme Tools, Inc., a Delaware corporation (the "Borrower"), and First Harbor Bank, a New York banking corporation (the "Lender")'
SIGNATURES = """\
ACME TOOLS, INC.

By: /s/ Jane R. Roe
Name: Jane R. Roe
Title: Treasurer

FIRST HARBOR BANK

By: /s/ John Q. Doe
Name: John Q. Doe
Title: Vice President
"""


def loan(
    *,
    title: str = "THIRD AMENDMENT TO CREDIT AGREEMENT",
    opening: str | None = None,
    recital: str = 'WHEREAS, the Borrower and the Lender are parties to a Credit Agreement dated as of March 1, 2000 (the "Credit Agreement");',
    body: str = "1. Amendment. The definition of Default in the Credit Agreement is hereby amended.",
    signatures: str = SIGNATURES,
) -> str:
    """A whole amendment; each part may be replaced. `title` stands in the heading and, in ordinary letters, in the opening."""
    if opening is None:
        opening = f'This {title.title().replace(" To ", " to ").replace(" And ", " and ")} (this "Amendment"), dated as of June 15, 2004, is {PARTIES}.'
    return f"""\
{title.center(70).rstrip()}

     {opening}

                             W I T N E S S E T H:

     {recital}

     WHEREAS, the Borrower has asked the Lender to amend it as set out below;

     NOW, THEREFORE, the parties agree as follows:

     {body}

     2. Governing Law. This Amendment is governed by the laws of the State of New York.

     IN WITNESS WHEREOF, the parties have caused this Amendment to be executed by their officers.

{signatures}"""


def record(**parts: str) -> Record:
    """The record of `loan` made of these parts."""
    return extract_text(loan(**parts))


def codes(of: Record) -> list[str]:
    """The codes of a record's diagnostics."""
    return [d.code for d in of.diagnostics]
