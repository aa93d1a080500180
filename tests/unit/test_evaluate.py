"""Scores: figures worked out by hand, and, where it is at hand, those of the labels' own scorer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from making.places import CORPUS, GOLD

from extractor import extract
from extractor.evaluate import evaluate, facts, fold, mean_by_document, score, table

LABELS: dict[str, Any] = {
    "doc": "a.txt",
    "kinds": ["amendment"],
    "title": "FIRST AMENDMENT TO CREDIT AGREEMENT",
    "amendment_number": 1,
    "dated": "2004-06-15",
    "effective_date": None,
    "governing_law": "New York",
    "amended_agreement": {"title": "Credit Agreement", "dated": "2000-03-01"},
    "prior_amendments": [],
    "parties": [
        {
            "name": "Acme Tools, Inc.",
            "roles": ["borrower"],
            "entity_type": "corporation",
            "jurisdiction": "Delaware",
            "former_names": [],
        }
    ],
    "signatories": [{"party": "Acme Tools, Inc.", "name": "Jane R. Roe", "title": "Treasurer"}],
    "maturity_dates": ["2007-06-30"],
    "dates": ["2004-06-15", "2000-03-01", "2007-06-30"],
    "amounts": [
        {"value": "5000000.00", "currency": "USD", "role": "commitment"},
        {"value": "10.00", "currency": "USD", "role": "fee"},
    ],
}


def test_labels_against_themselves() -> None:
    scores = score([("a", LABELS, LABELS)])
    assert {s.f1 for s in scores.values()} == {1.0}
    assert mean_by_document(scores) == 1.0


def test_labels_against_nothing() -> None:
    scores = score([("a", LABELS, {})])
    assert (scores["title"].precision, scores["title"].recall, scores["title"].f1) == (1.0, 0.0, 0.0)
    assert scores["title"].by_document == 0.0
    # Neither labelled nor found: the document does not count for the field.
    assert (scores["effective_date"].by_document, scores["effective_date"].documents) == (1.0, [])


def test_figures_by_hand() -> None:
    record = {
        **LABELS,
        "amounts": [
            {"value": "5000000", "currency": "USD", "role": "advance"},
            {"value": "7.00", "currency": "USD", "role": "fee"},
        ],
    }
    scores = score([("a", LABELS, record), ("b", LABELS, LABELS)])
    amounts = scores["amounts"]
    assert (amounts.hits, amounts.extra, amounts.missed) == (3, 1, 1)
    assert (amounts.precision, amounts.recall, amounts.f1) == (0.75, 0.75, 0.75)
    assert amounts.by_document == (0.5 + 1.0) / 2
    assert scores["amount_roles"].documents == [0.0, 1.0]


def test_not_labelled_is_not_scored() -> None:
    scores = score([("a", {**LABELS, "dates": None, "amounts": None}, LABELS)])
    assert not {"dates", "amounts", "amount_roles"} & set(scores)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Acme Tools, Inc.", "ACME TOOLS INC"),
        ("The First Bank & Co.", "First Bank and Co"),
        ("Bank  of\nAcme", "Bank of Acme"),
        ("L'Étoile", "LÉTOILE"),
    ],
)
def test_names_that_are_the_same(one: str, two: str) -> None:
    assert fold(one) == fold(two)


def test_titles_are_compared_without_small_words() -> None:
    other = {**LABELS, "title": "First Amendment of the Credit Agreement"}
    assert facts(LABELS)["title"] == facts(other)["title"]


def test_a_folder_without_labels(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no label file"):
        evaluate(tmp_path, lambda _: {})


def test_a_label_file_without_its_document(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(LABELS))
    with pytest.raises(FileNotFoundError, match=r"a\.txt is missing"):
        evaluate(tmp_path, lambda _: {})


def test_other_json_beside_the_labels_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(LABELS))
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "other.json").write_text("[1, 2]")
    assert evaluate(tmp_path, lambda _: LABELS)["title"].f1 == 1.0


def test_table() -> None:
    lines = table(score([("a", LABELS, LABELS)])).splitlines()
    assert lines[0].split() == ["field", "P", "R", "F1", "by", "doc", "labels"]
    assert lines[-1].split() == ["mean", "by", "document", "1.0000"]


@pytest.mark.skipif(not (GOLD / "score.py").exists(), reason=f"no scorer of the labels at {GOLD.name}/score.py")
def test_agrees_with_the_labels_own_scorer(tmp_path: Path) -> None:
    def record_of(path: Path) -> dict[str, Any]:
        text = extract(path).model_dump_json()
        (tmp_path / f"{path.stem}.json").write_text(text, encoding="utf-8")
        return json.loads(text)  # type: ignore[no-any-return]

    labels = tmp_path.parent / f"{tmp_path.name}-labels"
    labels.mkdir()
    for path in CORPUS.glob("*.json"):
        (labels / path.name).write_bytes(path.read_bytes())
    ours = evaluate(CORPUS, record_of)
    command = [sys.executable, str(GOLD / "score.py"), str(labels), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert theirs["documents"] == theirs["found"] == len(list(CORPUS.glob("*.json")))
    assert mean_by_document(ours) == pytest.approx(theirs["mean_by_document"])
    for name, figures in theirs["fields"].items():
        mine = {
            "precision": ours[name].precision,
            "recall": ours[name].recall,
            "f1": ours[name].f1,
            "by_document": ours[name].by_document,
        }
        assert mine == pytest.approx({k: figures[k] for k in mine}), name
        assert ours[name].hits + ours[name].missed == figures["labels"], name
