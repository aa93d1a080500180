"""Letters to one of several borrowers: who agrees beside the addressee."""

import pytest

from extractor import extract_text

LETTER = """\
                                                     October 27, 2005

Halden Marine Products Corp.
22 Dock Street
Baltimore, Maryland 21224
Attention:  Mr. Howard Zell, Chief Financial Officer

         Re:  Financing Agreement dated as of July 31, 2003 (the "Financing Agreement")

Ladies and Gentlemen:

         You have advised us that {owing} not in compliance with the Financing Agreement and have
asked that we waive the resulting Events of Default. We waive them.

         This letter shall be governed by the laws of the State of Maryland.

                                        Very truly yours,

                                        FIDELITY HARBOR BANK

                                        By:  /s/ Ann T. Buck
                                             Ann T. Buck
                                             Senior Vice President

ACKNOWLEDGED AND AGREED:

HALDEN MARINE PRODUCTS CORP.

By:  /s/ Howard L. Zell
Name:  Howard L. Zell
Title: Treasurer

PORTSEA RIGGING, INC.

By:  /s/ Howard L. Zell
Name:  Howard L. Zell
Title: Treasurer
"""


@pytest.mark.parametrize(("owing", "role"), [("the Borrowers were", "borrower"), ("the Borrower was", "other")])
def test_who_agrees_beside_the_addressee(owing: str, role: str) -> None:
    roles = {p.name: p.roles for p in extract_text(LETTER.format(owing=owing)).parties}
    assert roles["Halden Marine Products Corp."] == ["borrower"]
    assert roles["PORTSEA RIGGING, INC."] == [role]
    assert roles["FIDELITY HARBOR BANK"] == ["lender"]
