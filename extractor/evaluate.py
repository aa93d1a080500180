"""Scores records against label files: per field precision, recall, F1, and the mean of the documents' own F1.

Facts match exactly after folding case, punctuation and white space; dates and amounts match by value.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import regex

Labels = dict[str, Any]
Facts = dict[str, frozenset[Any] | None]

_TITLE_NOISE = frozenset(["the", "that", "certain", "a", "an", "of", "to", "and"])


class LabelError(ValueError):
    """A label file cannot be read; the message names it."""


@dataclass
class Score:
    """Counts of one field over all documents, and the F1 of each document in which it is labelled or was extracted."""

    hits: int = 0
    extra: int = 0
    missed: int = 0
    documents: list[float] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the extracted facts that are labelled."""
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Share of the labelled facts that were extracted."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def by_document(self) -> float:
        """Mean of the documents' own F1."""
        return sum(self.documents) / len(self.documents) if self.documents else 1.0


def fold(text: str | None) -> str:
    """A name as it is compared: ``The Bank & Co.`` -> ``bank and co``.

    >>> fold("The  BANK & Co.")
    'bank and co'
    """
    folded = regex.sub(r"[^\w\s]|_", "", (text or "").casefold().replace("&", " and "))
    return regex.sub(r"^the ", "", " ".join(folded.split()))


def facts(source: Labels) -> Facts:
    """The scored facts of a label file or of a record, by field; None where the labels leave the field out."""
    instrument = source.get("instrument", source)
    agreement = source.get("amended_agreement") or {}
    parties = [(fold(p["name"]), p) for p in source.get("parties") or []]
    signatories = [(fold(s["name"]), fold(s.get("party"))) for s in source.get("signatories") or [] if s.get("name")]
    chain = source.get("prior_amendments") or []
    amounts = [(f"{Decimal(str(a['value'])):.2f}", a) for a in source.get("amounts") or []]
    dates = [d if isinstance(d, str) else d["value"] for d in source.get("dates") or []]
    if "maturity_dates" in source:
        maturity = source["maturity_dates"]
    else:
        maturity = [d["value"] for d in source.get("dates") or [] if d["role"] == "maturity"]
    found: Facts = {
        "kinds": frozenset(instrument.get("kinds") or []),
        "title": _one(_title(instrument.get("title"))),
        "amendment_number": _one(instrument.get("amendment_number")),
        "dated": _one(instrument.get("dated")),
        "effective_date": _one(instrument.get("effective_date")),
        "governing_law": _one(fold(instrument.get("governing_law"))),
        "agreement_title": _one(_title(agreement.get("title"))),
        "agreement_dated": _one(agreement.get("dated")),
        "chain_dates": frozenset(a["dated"] for a in chain if a.get("dated")),
        "chain_numbers": frozenset(a["number"] for a in chain if a.get("number") is not None),
        "chain_links": frozenset((a.get("number"), a.get("dated")) for a in chain),
        "party_names": frozenset(name for name, _ in parties),
        "party_roles": frozenset((name, role) for name, p in parties for role in p.get("roles", [])),
        "party_entity_types": frozenset((name, fold(p["entity_type"])) for name, p in parties if p.get("entity_type")),
        "party_jurisdictions": frozenset(
            (name, fold(p["jurisdiction"])) for name, p in parties if p.get("jurisdiction")
        ),
        "signatory_names": frozenset(name for name, _ in signatories),
        "signatory_parties": frozenset(signatories),
        "maturity_dates": frozenset(maturity),
        "dates": frozenset(d for d in dates if len(d) == 10),
        "amounts": frozenset((value, a.get("currency")) for value, a in amounts),
        "amount_roles": frozenset((value, a.get("role")) for value, a in amounts),
    }
    if "dates" in source and source["dates"] is None:
        found["dates"] = None
    if "amounts" in source and source["amounts"] is None:
        found["amounts"] = found["amount_roles"] = None
    return found


def _title(text: str | None) -> str:
    return " ".join(w for w in fold(text).split() if w not in _TITLE_NOISE)


def _one(value: Any) -> frozenset[Any]:
    return frozenset() if value in (None, "") else frozenset({value})


def score(pairs: Iterable[tuple[str, Labels, Labels]]) -> dict[str, Score]:
    """Scores by field, of triples of a document's name, its labels and its record (empty where there is none)."""
    scores: dict[str, Score] = {}
    for _, labels, record in pairs:
        want, got = facts(labels), facts(record)
        for key, wanted in want.items():
            if wanted is None:
                continue
            one, had = scores.setdefault(key, Score()), got[key] or frozenset()
            hits, extra, missed = wanted & had, had - wanted, wanted - had
            one.hits += len(hits)
            one.extra += len(extra)
            one.missed += len(missed)
            if wanted or had:
                one.documents.append(2 * len(hits) / (len(wanted) + len(had)))
    return scores


def mean_by_document(scores: dict[str, Score]) -> float:
    """The mean of the fields' by-document figures."""
    return sum(s.by_document for s in scores.values()) / len(scores) if scores else 0.0


def labels_in(folder: Path) -> list[tuple[str, Labels, Path]]:
    """Name, labels and document of each label file of `folder`, by name.

    Raises:
        FileNotFoundError: the folder holds no label file, or a document that one names is missing.
        LabelError: a label file is no JSON.
    """
    labelled = []
    for path in sorted(folder.glob("*.json")):
        try:
            labels = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise LabelError(f"{path} is no JSON: {error}") from error
        if isinstance(labels, dict) and "doc" in labels:
            labelled.append((path.stem, labels, folder / labels["doc"]))
    if not labelled:
        raise FileNotFoundError(f"{folder} holds no label file")
    for _, _, document in labelled:
        if not document.exists():
            raise FileNotFoundError(f"{document} is missing")
    return labelled


def evaluate(folder: Path, extract: Callable[[Path], Labels]) -> dict[str, Score]:
    """Scores `extract` on every label file of `folder` that names a document beside it; raises as `labels_in` does."""
    return score((name, labels, extract(document)) for name, labels, document in labels_in(folder))


def table(scores: dict[str, Score]) -> str:
    """The scores as a table of text, with the mean in the last line."""
    lines = [f"{'field':20} {'P':>6} {'R':>6} {'F1':>6} {'by doc':>7} {'labels':>7}"]
    for name, s in scores.items():
        lines.append(
            f"{name:20} {s.precision:6.3f} {s.recall:6.3f} {s.f1:6.3f} {s.by_document:7.3f} {s.hits + s.missed:7d}"
        )
    lines.append(f"{'mean by document':20} {'':6} {'':6} {'':6} {mean_by_document(scores):7.4f}")
    return "\n".join(lines)
