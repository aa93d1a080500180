"""Who signs beside his company or his spouse, twice, or below what a page is stamped with."""

from making.loans import record


def _signed(signatures: str, **parts: str) -> tuple[list[tuple[str, list[str]]], list[tuple[str | None, str | None]]]:
    found = record(signatures=signatures, **parts)
    return [(p.name, [r.value for r in p.roles]) for p in found.parties], [(s.name, s.party) for s in found.signatories]


OFFICERS = """\
ACME TOOLS, INC.

By /s/ John Q. Doe
------------------------
  John Q. Doe
  President

FIRST HARBOR BANK

By /s/ Ann T. Poe
------------------------
  Ann T. Poe
  Vice President
"""


def test_an_officer_consents_for_himself() -> None:
    parties, signers = _signed(
        OFFICERS
        + """
AGREED AND CONSENTED TO:

/s/ John Q. Doe
------------------------
John Q. Doe

ACME REALTY ASSOCIATES

By /s/ Mary L. Doe
------------------------
  Mary L. Doe, Partner
"""
    )
    assert set(signers) == {
        ("John Q. Doe", "Acme Tools, Inc."),
        ("Ann T. Poe", "First Harbor Bank"),
        ("John Q. Doe", "John Q. Doe"),
        ("Mary L. Doe", "ACME REALTY ASSOCIATES"),
    }
    assert ("John Q. Doe", ["guarantor"]) in parties


def test_a_spouse_signs_for_herself() -> None:
    _, signers = _signed(
        OFFICERS
        + """
                                     /s/ John Q. Doe
                              ------------------------------
                              JOHN Q. DOE, individually

                                     /s/ Mary L. Doe
                              ------------------------------
                              MARY L. DOE, spouse of
                              John Q. Doe
"""
    )
    assert ("MARY L. DOE", "MARY L. DOE") in signers


def test_a_bank_that_signs_as_agent_and_again_as_a_lender() -> None:
    parties, _ = _signed(
        """\
                              ADMINISTRATIVE AGENT:

                              FIRST HARBOR BANK

                              By:     /s/ Ann T. Poe
                              Name:   Ann T. Poe
                              Title:  Vice President

                              LENDERS:

                              FIRST HARBOR BANK

                              By:     /s/ Ann T. Poe
                              Name:   Ann T. Poe
                              Title:  Vice President
""",
        opening='This Amendment, dated as of June 15, 2004, is among Acme Tools, Inc., a Delaware corporation (the "Borrower"), the lenders party hereto and First Harbor Bank, as administrative agent for them (the "Administrative Agent").',
    )
    assert parties[1] == ("First Harbor Bank", ["agent", "lender"])


def test_what_a_page_is_stamped_with_names_nobody() -> None:
    parties, signers = _signed(
        OFFICERS
        + """

                                      4
<PAGE>
                                                               CONFORMED COPY


                             HARBOUR BANK OF CANADA


                             By  /s/ P. Noe            /s/ S. Loe
                                 --------------------------------
                                 Name:  P. Noe             S. Loe
                                 Title: Manager            Director
"""
    )
    assert [name for name, _ in parties] == ["Acme Tools, Inc.", "First Harbor Bank", "HARBOUR BANK OF CANADA"]
    assert ("P. Noe", "HARBOUR BANK OF CANADA") in signers


def test_a_doctor_signs_as_one_in_whatever_letters() -> None:
    _, signers = _signed(
        """\
HARBOUR BANK AG

By: /s/ DR. P. H. NOE
    ------------------------
    Dr. P. H. Noe
    Manager
"""
    )
    assert signers == [("Dr. P. H. Noe", "HARBOUR BANK AG")]


def test_a_witness_named_once_is_one_everywhere() -> None:
    _, signers = _signed(
        """\
                                    ACME TOOLS, INC.

/s/ Ida Noe                         By: /s/ John Q. Doe
- ----------------------------         ------------------------
Witness: Ida Noe                       John Q. Doe, President

                                    FIRST HARBOR BANK

/s/ Ida Noe                         By: /s/ Ann T. Poe
- ----------------------------         ------------------------
                                       Ann T. Poe, Vice President
"""
    )
    assert signers == [("John Q. Doe", "Acme Tools, Inc."), ("Ann T. Poe", "First Harbor Bank")]
