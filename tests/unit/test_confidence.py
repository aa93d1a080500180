"""Confidence: counts to figures, and records without what is not sure enough."""

from collections.abc import Iterator

import pytest
from making.places import CORPUS

from extractor import extract
from extractor.records import Record
from extractor.resolve import confidence
from extractor.resolve.confidence import FEWEST, estimate
from extractor.resolve.threshold import above


@pytest.mark.parametrize(
    ("right", "judged", "expected"), [(FEWEST - 1, FEWEST - 1, None), (98, 98, 0.99), (49, 98, 0.5), (0, 98, 0.01)]
)
def test_estimate(right: int, judged: int, expected: float | None) -> None:
    assert estimate(right, judged) == expected


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    counts = {"title": {"title.heading": (98, 98)}, "amounts": {"amount.form": (49, 98)}}
    monkeypatch.setattr(confidence, "_counts", lambda: counts)
    confidence.measured.cache_clear()
    yield extract(next(p for p in sorted(CORPUS.glob("*.txt")) if extract(p).amounts))
    confidence.measured.cache_clear()


def test_facts_carry_the_precision_of_their_rule(record: Record) -> None:
    assert record.instrument.provenance["title"].confidence == 0.99
    assert {a.confidence for a in record.amounts if a.extractor == "amount.form"} == {0.5}


def test_nothing_where_nothing_was_measured(record: Record) -> None:
    assert {p.confidence for p in record.parties} == {None}


def test_what_stays_above_a_minimum(record: Record) -> None:
    kept = above(record, 0.9)
    assert kept.instrument.title == record.instrument.title
    assert (kept.instrument.dated, kept.amounts, kept.parties) == (None, [], [])
    assert set(kept.instrument.provenance) == {"title"}
    said = kept.diagnostics[-1]
    assert said.code == "confidence.below"
    assert f"{len(record.amounts)} amounts" in said.message
    assert f"{len(record.parties)} parties" in said.message
