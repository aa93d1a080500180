"""Reads the 254 PDFs of Kleister-NDA: `python tests/benchmarks/kleister.py [--errors FIELD] [--limit N]`

Every PDF has to give a record. Parties, effective date and jurisdiction are compared with the labels as sets, lower-cased
and with punctuation folded; printed is the mean of the documents' F1 where a field is labelled, and where it is labelled or
was found: the labels leave out the dates at the heads of many letters, and give them for others. The documents are
non-disclosure agreements, no loans: what their openings and signature pages say is found all the same.

By the SHA-256 of its file name (as a number, even or odd) each document is of the half whose errors may be read, or of the
half that is scored only; `--errors` lists the first half's.
"""

import argparse
import hashlib
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import fmean
from typing import Any

import goldsets

HALVES = ("read", "score only")
FIELDS = ("party", "effective_date", "jurisdiction")
_LONG = {
    "incorporated": "inc",
    "corporation": "corp",
    "limited": "ltd",
    "company": "co",
    "limited liability company": "llc",
    "limited partnership": "lp",
}


def fold(text: str) -> str:
    """A value as it is compared.

    >>> fold("Nike, Inc."), fold("Nike_Inc."), fold("The GREAT A&P Company"), fold("V.F. Corporation")
    ('nike inc', 'nike inc', 'great a and p co', 'vf corp')
    """
    folded = re.sub(r"[_\s]+", " ", text.casefold().replace("&", " and "))
    folded = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", folded)
    folded = re.sub(r"[^\w\s]", "", re.sub(r"[-/]", " ", folded))
    for long, short in _LONG.items():
        folded = re.sub(rf"\b{long}\b", short, folded)
    return re.sub(r"^the ", "", " ".join(folded.split()))


def found_in(record: dict[str, Any]) -> dict[str, set[str]]:
    """What a record says of the labelled fields."""
    instrument = record["instrument"]
    date = instrument["effective_date"] or instrument["dated"]
    law = instrument["governing_law"]
    return {
        "party": {fold(one["name"]) for one in record["parties"]},
        "effective_date": {date} if date and len(date) == 10 else set(),
        "jurisdiction": {fold(law)} if law else set(),
    }


def half(name: str) -> str:
    """Whether the document of that file name may be read, or is scored only."""
    return "read" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0 else "score only"


def f1(want: set[str], got: set[str]) -> float:
    """Of two sets, one of them not empty."""
    return 2 * len(want & got) / (len(want) + len(got))


def main() -> None:
    """Reads, compares, prints."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--errors", choices=FIELDS, help="list the documents in which a field is wrong")
    arguments.add_argument("--limit", type=int, help="only so many documents")
    arguments.add_argument("--keep", type=Path, help="folder for the records, with their texts")
    options = arguments.parse_args()
    folder = goldsets.gold() / "kleister-train"
    labels = [json.loads(line) for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines() if line]
    labels = labels[: options.limit]
    scores: dict[tuple[str, str], list[tuple[bool, float]]] = {(h, f): [] for h in HALVES for f in FIELDS}
    totals: Counter[tuple[str, str, str]] = Counter()
    lost, pages, began = [], 0, time.monotonic()
    for label in labels:
        try:
            record = _record(folder / label["doc"], options.keep)
        except Exception as error:  # whatever it is, it is a document lost
            lost.append(f"{label['doc']}: {type(error).__name__}: {error}")
            continue
        pages += record["source"]["pages"] or 0
        found, part = found_in(record), half(label["doc"])
        for field in FIELDS:
            want, got = {fold(v) if field != "effective_date" else v for v in label[field]}, found[field]
            if want or got:
                scores[part, field].append((bool(want), f1(want, got)))
            for key, values in (("hit", want & got), ("want", want), ("got", got)):
                totals[part, field, key] += len(values)
            if field == options.errors and want != got and part == "read":
                print(f"{label['doc'][:8]} missed {sorted(want - got)} extra {sorted(got - want)}")
    seconds = time.monotonic() - began
    print(f"{len(labels) - len(lost)} of {len(labels)} PDFs read, {pages} pages, {seconds:.0f} s")
    for one in lost:
        print(f"  LOST {one}")
    for part, field in scores:
        hit, want, got = (totals[part, field, key] for key in ("hit", "want", "got"))
        labelled = [score for is_labelled, score in scores[part, field] if is_labelled]
        every = [score for _, score in scores[part, field]]
        print(
            f"  {part:10} {field:15} by document: labelled {fmean(labelled or [0.0]):.3f}, labelled or found {fmean(every or [0.0]):.3f}"
            f"  P {hit / max(1, got):.3f}  R {hit / max(1, want):.3f}  ({want} labels)"
        )
    sys.exit(1 if lost else 0)


def _record(path: Path, keep: Path | None) -> dict[str, Any]:
    from extractor import extract

    record: dict[str, Any] = json.loads(extract(path, with_text=keep is not None).model_dump_json())
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{path.stem}.txt").write_text(record["source"].pop("text"), encoding="utf-8")
        (keep / f"{path.stem}.json").write_text(json.dumps(record, indent=1), encoding="utf-8")
    return record


if __name__ == "__main__":
    main()
