"""Judgements of single facts, beside labels worked out by hand."""

from typing import Any

from extractor.judge import Judgement, judge

TEXT = "FIRST AMENDMENT among Acme Tools, Inc. and Oak & Elm Bank, for $5,000,000 until June 30, 2007."


def _fact(words: str, rule: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {**fields, "evidence": [{"start": start, "end": start + len(words)}], "extractor": rule}


LABELS: dict[str, Any] = {
    "amendment_number": 1,
    "parties": [{"name": "Acme Tools, Inc.", "roles": ["borrower"]}, {"name": "Oak & Elm Bank", "roles": ["lender"]}],
    "maturity_dates": ["2007-06-30"],
    "dates": None,
    "amounts": [{"value": "5000000.00", "currency": "USD", "role": "commitment"}],
}
RECORD: dict[str, Any] = {
    "instrument": {
        "amendment_number": 1,
        "provenance": {"amendment_number": _fact("FIRST AMENDMENT", "title.heading")},
    },
    "parties": [_fact("Acme Tools, Inc.", "party.opening", name="Acme Tools, Inc.", roles=["guarantor"])],
    "dates": [_fact("June 30, 2007", "date.form", value="2007-06-30", role="other")],
    "amounts": [_fact("$5,000,000", "amount.form", value="5000000.00", currency="USD", role="commitment")],
}


def _of(field: str) -> list[Judgement]:
    return [j for j in judge(LABELS, RECORD, TEXT) if j.field == field]


def test_what_is_right_names_its_part_and_rule() -> None:
    (one,) = _of("amendment_number")
    assert (one.verdict, one.value, one.part, one.rule) == ("right", 1, "amendment_number", "title.heading")
    assert one.context is not None
    assert one.context.startswith("[FIRST AMENDMENT] among Acme Tools, Inc. and Oak & Elm Bank, for $5,000,000")


def test_a_wrong_role_is_extra_and_missed_at_once() -> None:
    assert [(j.verdict, j.value) for j in _of("party_roles")] == [
        ("extra", ("acme tools inc", "guarantor")),
        ("missed", ("acme tools inc", "borrower")),
        ("missed", ("oak and elm bank", "lender")),
    ]


def test_what_was_missed_is_shown_where_it_can_be_found() -> None:
    name = next(j for j in _of("party_names") if j.verdict == "missed")
    assert name.context is not None
    assert "[Oak & Elm Bank]" in name.context
    (maturity,) = _of("maturity_dates")
    assert maturity.verdict == "missed"
    assert maturity.context is not None
    assert "[June 30, 2007]" in maturity.context


def test_what_is_not_labelled_is_not_judged() -> None:
    assert _of("dates") == []
