"""The labelled sets, their figures by field, and the floors pinned for them.

A figure is the mean of the documents' own F1, as the labels' scorer gives it "by document".
"""

import json
import os
from pathlib import Path
from typing import Any

from extractor import ExtractError, evaluate, extract

ROOT = Path(__file__).resolve().parents[2]
FLOORS = Path(__file__).with_name("floors.json")
#: How far a figure may stand below its floor.
TOLERANCE = 0.0005
MEAN = "mean_by_document"

_GOLD = Path(os.environ.get("EXTRACTOR_GOLD") or ROOT.parent / "shared" / "gold")
#: Name in floors.json and folder; those of gold/ are no part of the repository.
SETS = {
    "corpus": ROOT / "corpus",
    "corpus/blind": ROOT / "corpus" / "blind",
    "gold/dev": _GOLD / "dev",
    "gold/html-dev": _GOLD / "html-dev",
}


def figures(folder: Path) -> dict[str, float]:
    """Figures by field over the labelled documents of a folder, and their mean; a document without a record scores nothing."""

    def record_of(path: Path) -> dict[str, Any]:
        try:
            return json.loads(extract(path).model_dump_json())  # type: ignore[no-any-return]
        except ExtractError:
            return {}

    scores = evaluate.evaluate(folder, record_of)
    return {**{name: score.by_document for name, score in scores.items()}, MEAN: evaluate.mean_by_document(scores)}


def floors() -> dict[str, dict[str, float]]:
    """The pinned figures, by set and field; empty before the first pinning."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}  # type: ignore[no-any-return]
