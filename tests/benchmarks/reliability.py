"""Counts how often each rule is right, for the confidence that facts carry, and writes the table of README.md.

    python tests/benchmarks/reliability.py FOLDER...           writes extractor/resolve/precision.json and the table
    python tests/benchmarks/reliability.py --print FOLDER...   prints the table and writes nothing

The folders hold labelled documents, best such as nobody looked at while rules were made. A fact is judged by what names
it: a party by its name, a signatory by name and party, an earlier amendment by number and date, dates and amounts by
value, a maturity by being one. The table compares confidence with what came true, each document judged by the counts of
the others.
"""

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

from extractor import ExtractError, extract
from extractor.evaluate import labels_in
from extractor.judge import judge
from extractor.resolve.confidence import estimate

ROOT = Path(__file__).resolve().parents[2]
COUNTS = ROOT / "extractor" / "resolve" / "precision.json"
README = ROOT / "README.md"
BEGIN, END = "<!-- reliability: begin -->", "<!-- reliability: end -->"
#: By part of the record, the scored fields that say whether a fact is right.
FIELDS = {
    "prior_amendments": ("chain_links",),
    "parties": ("party_names",),
    "signatories": ("signatory_parties",),
    "amounts": ("amounts",),
    "amended_agreement": ("agreement_title", "agreement_dated"),
}
BUCKETS = (0.0, 0.7, 0.8, 0.9, 0.95, 0.975)

Judged = list[tuple[str, str, bool]]
Counts = dict[tuple[str, str], list[int]]


def judged(folder: Path) -> dict[str, Judged]:
    """By document: kind, rule and verdict of each fact."""
    found: dict[str, Judged] = {}
    for name, labels, path in labels_in(folder):
        try:
            record = json.loads(extract(path).model_dump_json())
        except ExtractError:
            continue
        rows = found.setdefault(f"{folder.name}/{name}", [])
        for one in judge(labels, record):
            if one.part is None or one.rule is None:
                continue
            fields = FIELDS.get(one.part, (one.part,))
            if one.part == "dates":
                fields = ("maturity_dates" if one.rule.startswith("date.maturity") else "dates",)
            if one.field in fields:
                rows.append((one.part, one.rule, one.verdict == "right"))
    return found


def counted(documents: list[Judged]) -> Counts:
    """Right and judged facts by kind and rule."""
    counts: Counts = defaultdict(lambda: [0, 0])
    for rows in documents:
        for kind, rule, right in rows:
            counts[kind, rule][0] += right
            counts[kind, rule][1] += 1
    return counts


def table(documents: dict[str, Judged]) -> str:
    """What came true of the confidence given, by bucket."""
    buckets: dict[float, list[tuple[float, bool]]] = defaultdict(list)
    unmeasured = 0
    for name, rows in documents.items():
        others = counted([r for other, r in documents.items() if other != name])
        for kind, rule, right in rows:
            confidence = estimate(*others[kind, rule])
            if confidence is None:
                unmeasured += 1
            else:
                buckets[max(b for b in BUCKETS if b <= confidence)].append((confidence, right))
    lines = ["| confidence | facts | mean confidence | share that was right |", "| --- | --- | --- | --- |"]
    for low, high in zip(BUCKETS, (*BUCKETS[1:], 1.0), strict=True):
        if facts := buckets.get(low):
            mean, right = sum(c for c, _ in facts) / len(facts), sum(r for _, r in facts) / len(facts)
            lines.append(f"| {low:g} to {high:g} | {len(facts)} | {mean:.3f} | {right:.3f} |")
    lines.append(f"| none | {unmeasured} | | |")
    return "\n".join(lines)


def main() -> None:
    """Counts and writes."""
    parser = argparse.ArgumentParser(description="Measure the precision of each rule.")
    parser.add_argument("folders", nargs="+", type=Path, help="folders of labelled documents")
    parser.add_argument("--print", action="store_true", help="print the table and write nothing")
    options = parser.parse_args()
    documents = {name: rows for folder in options.folders for name, rows in judged(folder).items()}
    text = table(documents)
    if options.print:
        print(text)
        return
    nested: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for (kind, rule), counts in sorted(counted(list(documents.values())).items()):
        nested[kind][rule] = counts
    COUNTS.write_text(json.dumps(nested, indent=1) + "\n", encoding="utf-8")
    readme = README.read_text(encoding="utf-8")
    between = re.compile(f"({re.escape(BEGIN)}\n).*?({re.escape(END)})", re.S)
    README.write_text(between.sub(lambda m: f"{m.group(1)}{text}\n{m.group(2)}", readme), encoding="utf-8")


if __name__ == "__main__":
    main()
