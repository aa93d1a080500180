"""Form and state of parties that only a representation gives; worked out by hand."""

import pytest
from making.loans import record

OPENING = 'This Third Amendment to Credit Agreement, dated as of June 15, 2004, is between Acme Tools, Inc. (the "Borrower"), Norwake Mills (the "Guarantor") and First Harbor Bank (the "Lender").'


def forms(body: str) -> list[tuple[str | None, str | None]]:
    """Form and state of each party of an amendment that says this."""
    return [(p.entity_type, p.jurisdiction) for p in record(opening=OPENING, body=body).parties]


@pytest.mark.parametrize(
    "body",
    [
        "1. Status. The Borrower is a corporation duly organized, validly existing and in good standing under the laws of the State of Ohio.",
        "1. Representations. Borrower represents that:\n\n(a) Borrower is a corporation, duly organized and existing under the laws of the State of\nOhio, and may carry on its business.",
        "1. Acme Tools, Inc. is a corporation organized under the laws of the State of Ohio.",
        "1.2 Residency. Borrower is [ ] an individual(s) and a resident of the State of ______ [X] a Corporation duly organized under the laws of the State of Ohio.",
    ],
)
def test_what_the_borrower_represents(body: str) -> None:
    assert forms(body) == [("corporation", "Ohio"), (None, None), (None, None)]


@pytest.mark.parametrize(
    "body",
    [
        "1. Each Subsidiary of the Borrower is a corporation duly organized under the laws of the State of Ohio.",
        "1. Each owner of Borrower is a corporation duly organized under the laws of the State of Ohio.",
        "1. If Borrower is a corporation, it is in good standing under the laws of the State of Ohio.",
    ],
)
def test_what_is_said_of_others(body: str) -> None:
    assert forms(body)[0] == (None, None)


def test_the_form_of_a_party_whom_the_opening_gives_only_a_role() -> None:
    """What the opening tells of it does not keep the text from being asked for the rest."""
    opening = 'This Second Amendment to Loan Agreement is made as of May 3, 1999, between Acme Tools, Inc. ("Borrower") and First Harbor Bank, a national banking association ("Bank").'
    body = "1. Acme Tools, Inc., a Delaware corporation, has taken all corporate action that this Amendment calls for."
    parties = record(opening=opening, body=body).parties
    assert [(p.name, p.roles, p.entity_type, p.jurisdiction) for p in parties[:1]] == [
        ("Acme Tools, Inc.", ["borrower"], "corporation", "Delaware")
    ]
