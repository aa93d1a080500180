"""Labelled and unlabelled documents as training reads them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import regex

from extractor.api import extract_all
from extractor.document.lineends import LineEnds
from extractor.errors import ExtractError
from extractor.nlp.view import make_view
from extractor.records import Record
from extractor.values.names import fold, is_generic


class Labelled(NamedTuple):
    """A document with the names that are right for it.

    Attributes:
        source: the folder's name.
        name: the document's file name.
        view: its text as the extractors see it.
        parties: names of the contracting parties.
        persons: names of the persons who sign.
        keys: what other documents must share none of to be strangers to it: its filer, its companies.
        silver: whether the labels are the rules' own.
    """

    source: str
    name: str
    view: str
    parties: tuple[str, ...]
    persons: tuple[str, ...]
    keys: tuple[str, ...]
    silver: bool = False

    @property
    def key(self) -> str:
        """Folder and file name."""
        return f"{self.source}/{self.name}"


_FILER = regex.compile(r"(\d{4,10})_")


def read_folder(folder: Path, leave_out: frozenset[str] = frozenset(), silver: int = 0) -> Iterator[Labelled]:
    """The documents of a folder.

    A folder with a ``.jsonl`` file has its labels there, one object a line with ``doc`` and ``party`` or ``parties``;
    one with ``NAME.json`` beside its documents has them there, in the package's own label format; any other has none,
    and the rules label the first `silver` documents in which they find a date, two parties and who signs.

    Args:
        folder: where the documents are.
        leave_out: filers (digits before the first underscore of a file's name) whose documents are passed over.
        silver: how many documents without labels to take.
    """
    listed = sorted(folder.glob("*.jsonl"))
    if listed:
        labels = [json.loads(line) for line in listed[0].read_text(encoding="utf-8").splitlines() if line.strip()]
        for label in labels:
            parties = tuple(n for n in label.get("party", label.get("parties", ())) if _is_name(n))
            record = next(extract_all(folder / label["doc"], with_text=True, ner=None))
            # These labels do not name who signs for a company.
            persons = tuple(s.name for s in record.signatories)
            yield Labelled(folder.name, label["doc"], _view(record), parties, persons, tuple(map(fold, parties)))
        return
    own = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]
    for label in own:
        filer = _filer(label["doc"])
        if filer not in leave_out:
            parties = tuple(p["name"] for p in label["parties"])
            persons = tuple(s["name"] for s in label["signatories"] if s.get("name"))
            record = next(extract_all(folder / label["doc"], with_text=True, ner=None))
            yield Labelled(folder.name, label["doc"], _view(record), parties, persons, (filer or label["doc"],))
    if not own:
        yield from _silver(folder, leave_out, silver)


def _is_name(name: str) -> bool:
    """Whether a label is a name, and not a word for a party ("Supplier") or a remark on several."""
    return (
        3 < len(name) < 90
        and not is_generic(name)
        and not regex.search(r'"|\b(?:referred to|together with|collectively|affiliates?)\b', name)
        and bool(regex.search(r"[A-Z]", name))
    )


def _filer(name: str) -> str | None:
    found = _FILER.match(name)
    return found.group(1) if found else None


def _silver(folder: Path, leave_out: frozenset[str], most: int) -> Iterator[Labelled]:
    taken = 0
    for path in sorted(folder.glob("*.txt")):
        filer = _filer(path.name)
        if taken == most or filer in leave_out:
            continue
        try:
            record = next(extract_all(path, with_text=True, ner=None))
        except ExtractError:
            continue
        if record.instrument.dated is None or len(record.parties) < 2 or not record.signatories:
            continue
        taken += 1
        yield Labelled(
            folder.name,
            path.name,
            _view(record),
            tuple(p.name for p in record.parties),
            tuple(s.name for s in record.signatories),
            (filer or path.name,),
            silver=True,
        )


def _view(record: Record) -> str:
    return make_view(LineEnds(record.source.text or "").text).text
