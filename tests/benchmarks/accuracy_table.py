"""Writes the accuracy table of README.md, between its markers, from the labelled sets that are at hand.

    python tests/benchmarks/accuracy_table.py           writes the table
    python tests/benchmarks/accuracy_table.py --check   exits with 1 if the table in README.md is another

A set that is not at hand keeps the column that the README has for it.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "golden"))

from sets import ROOT, SETS

from extractor import ExtractError, evaluate, extract

README = ROOT / "README.md"
BEGIN, END = "<!-- accuracy: begin -->", "<!-- accuracy: end -->"
#: Column by set.
COLUMNS = {
    "corpus": "`corpus/`",
    "corpus/blind": "`corpus/blind/`",
    "gold/dev": "filed, text",
    "gold/html-dev": "filed, HTML",
}
CARD = ROOT / "extractor" / "training" / "amount_roles_card.json"
_MEAN = "**mean by document**"


def column(folder: Path) -> tuple[dict[str, str], int]:
    """The cells of one set by field, and the number of its documents."""

    def record_of(path: Path) -> dict[str, Any]:
        try:
            return json.loads(extract(path).model_dump_json())  # type: ignore[no-any-return]
        except ExtractError:
            return {}

    scores = evaluate.evaluate(folder, record_of)
    trained = json.loads(CARD.read_text(encoding="utf-8")).get(f"by document, {folder.name}")
    cells = {
        f"`{name}`": f"{s.precision:.3f} / {s.recall:.3f} / {s.by_document:.3f} ({s.hits + s.missed})"
        for name, s in scores.items()
    }
    mean = evaluate.mean_by_document(scores)
    if trained is not None:
        # The model has seen these documents: what counts is how it did on those of each fold when it had not.
        cells["`amount_roles`"] = (
            f"{trained:.3f}, cross-validated ({scores['amount_roles'].hits + scores['amount_roles'].missed})"
        )
        mean += (trained - scores["amount_roles"].by_document) / len(scores)
    documents = sum(1 for p in folder.glob("*.json") if "doc" in json.loads(p.read_text(encoding="utf-8")))
    return {**cells, _MEAN: f"**{mean:.4f}**"}, documents


def kept(text: str) -> dict[str, dict[str, str]]:
    """The columns of a table as the README has it, by heading.

    >>> kept("| field | one (2) | two (3) |\\n| --- | --- | --- |\\n| `title` | 1 | 2 |")
    {'one (2)': {'`title`': '1'}, 'two (3)': {'`title`': '2'}}
    """
    rows = [
        [cell.strip() for cell in line.strip("| \n").split("|")] for line in text.splitlines() if line.startswith("|")
    ]
    if len(rows) < 3:
        return {}
    return {name: {row[0]: row[i] for row in rows[2:] if i < len(row)} for i, name in enumerate(rows[0]) if i}


def table(old: str) -> str:
    """The table, out of what is at hand and what `old` has of the rest."""
    columns: dict[str, dict[str, str]] = {}
    for name, heading in COLUMNS.items():
        if SETS[name].is_dir():
            cells, documents = column(SETS[name])
            columns[f"{heading} ({documents})"] = cells
        else:
            columns |= {k: v for k, v in kept(old).items() if k.startswith(f"{heading} (")}
    fields = list(next(iter(columns.values())))
    lines = ["| field | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    lines += [
        f"| {field} | " + " | ".join(cells.get(field, "") for cells in columns.values()) + " |" for field in fields
    ]
    return "\n".join(lines)


def main() -> int:
    """Writes or checks."""
    parser = argparse.ArgumentParser(description="Write the accuracy table of README.md.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the table is another")
    check = parser.parse_args().check
    text = README.read_text(encoding="utf-8")
    found = re.search(f"{re.escape(BEGIN)}\n(.*?){re.escape(END)}", text, re.S)
    if found is None:
        print(f"README.md has no {BEGIN}", file=sys.stderr)
        return 1
    new = text[: found.start(1)] + table(found.group(1)) + "\n" + text[found.end(1) :]
    if check:
        return int(new != text)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
