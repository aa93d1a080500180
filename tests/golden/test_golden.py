"""No field's figure falls below the floor pinned for it; `python tests/golden/pin.py` raises floors (see there for lowering)."""

import json
from functools import lru_cache

import pytest
from sets import FLOORS, MEAN, SETS, TOLERANCE, figures, floors

PINNED = floors()
CASES = [(name, field) for name, fields in PINNED.items() for field in fields]


@lru_cache
def measured(name: str) -> dict[str, float]:
    return figures(SETS[name])


@pytest.mark.parametrize(("name", "field"), CASES)
def test_floor(name: str, field: str) -> None:
    if not SETS[name].is_dir():
        pytest.skip(
            f"the labelled filings of {name} are not part of the repository; EXTRACTOR_GOLD may name their folder"
        )
    floor, figure = PINNED[name][field], measured(name)[field]
    assert figure >= floor - TOLERANCE, (
        f"{field} on {name} fell from {floor:.4f} to {figure:.4f}; `extract evaluate {SETS[name].name} --errors` lists the facts. "
        "Only if that is right: python tests/golden/pin.py --allow-lower"
    )


def test_every_set_and_field_is_pinned() -> None:
    assert set(PINNED) == set(SETS), "python tests/golden/pin.py"
    for name in SETS:
        if SETS[name].is_dir():
            assert set(PINNED[name]) == set(measured(name)), "python tests/golden/pin.py"


def test_floors_are_figures() -> None:
    assert all(0.0 <= floor <= 1.0 for fields in PINNED.values() for floor in fields.values())
    assert all(MEAN in fields for fields in PINNED.values())
    assert FLOORS.read_text(encoding="utf-8") == json.dumps(PINNED, indent=2) + "\n"


def test_corpus_is_labelled() -> None:
    documents = {p.stem for p in SETS["corpus"].iterdir() if p.suffix in {".txt", ".htm", ".html", ".pdf", ".docx"}}
    labelled = {p.stem for p in SETS["corpus"].glob("*.json")}
    assert documents - labelled == set(), "documents without labels"
    assert labelled - documents == set(), "labels without a document"
    assert len(documents) >= 24
