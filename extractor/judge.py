"""Judges a record's facts one by one beside labels: right, extra or missed, what found them, and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import regex

from extractor.evaluate import Labels, facts

_LISTS = ("prior_amendments", "parties", "signatories", "dates", "amounts")
_NOWHERE: tuple[None, Labels] = (None, {})
_MARGIN = 70


@dataclass(frozen=True)
class Judgement:
    """One fact of a field beside its label.

    Attributes:
        field: the scored field, as in the table of `evaluate`.
        value: the fact as it is compared.
        verdict: ``right``, ``extra`` (extracted and not labelled) or ``missed`` (labelled and not extracted).
        part: the part of the record that it stands in (``parties``, ``title`` ...); None of what was missed.
        rule: what found it; None of what was missed.
        context: the line of text around its first evidence, or where a missed value can be found; None if nowhere.
    """

    field: str
    value: Any
    verdict: str
    part: str | None
    rule: str | None
    context: str | None


def judge(labels: Labels, record: Labels, text: str | None = None) -> Iterator[Judgement]:
    """Every fact that a record or its labels have in the fields that are labelled; with `text`, in its context."""
    places = _places(record)
    had = facts(record)
    for field, wanted in facts(labels).items():
        if wanted is None:
            continue
        for value in sorted(had[field] or (), key=str):
            part, fact = places.get((field, value), _NOWHERE)
            verdict = "right" if value in wanted else "extra"
            yield Judgement(field, value, verdict, part, fact.get("extractor"), _context(fact, text))
        for value in sorted(wanted - (had[field] or frozenset()), key=str):
            yield Judgement(field, value, "missed", None, None, _context(_elsewhere(value, places), text, value))


def _places(record: Labels) -> dict[tuple[str, Any], tuple[str, Any]]:
    """By field and value, the part of the record and the fact that hold it."""
    found: dict[tuple[str, Any], tuple[str, Any]] = {}
    singles: list[tuple[str, Labels, Any]] = [
        (key, {key: [fact]}, fact) for key in _LISTS for fact in record.get(key) or []
    ]
    instrument: Labels = record.get("instrument", {})
    provenance: Labels = instrument.get("provenance", {})
    for name, fact in provenance.items():
        singles.append((name, {"instrument": {name: instrument.get(name)}}, fact))
    if record.get("amended_agreement"):
        agreement = record["amended_agreement"]
        singles.append(("amended_agreement", {"amended_agreement": agreement}, agreement))
    for part, single, fact in singles:
        for field, values in facts(single).items():
            for value in values or ():
                found.setdefault((field, value), (part, fact))
    return found


def _elsewhere(value: Any, places: dict[tuple[str, Any], tuple[str, Any]]) -> Any:
    """A fact of the record that holds the value, or its first half, in another field."""
    first = value[0] if isinstance(value, tuple) else value
    for (_, other), (_, fact) in places.items():
        if first is not None and first in (other, other[0] if isinstance(other, tuple) else other):
            return fact
    return {}


def _context(fact: Any, text: str | None, value: Any = None) -> str | None:
    if text is None:
        return None
    evidence = fact.get("evidence")
    if evidence:
        return _line(text, evidence[0]["start"], evidence[0]["end"])
    words = next((v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, str)), None)
    # A folded name stands in the text with its punctuation and capitals.
    pattern = r"\W+(?:and\W+|&\W*)?".join(map(regex.escape, (words or "").replace(" and ", " ").split()))
    match = regex.search(pattern, text, regex.I) if len(pattern) > 3 else None
    return _line(text, *match.span()) if match else None


def _line(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _MARGIN) : start], text[end : end + _MARGIN]
    return " ".join(f"{before}[{text[start:end]}]{after}".split())
