"""The samples of ``corpus/formats``: the same record out of HTML, PDF and a submission as out of the text."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extractor.api import extract, extract_all
from extractor.document.model import PassedOver
from extractor.evaluate import facts

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SAMPLES = sorted((CORPUS / "formats").glob("*.json"))


def record(path: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(extract(path).model_dump_json())
    return made


@pytest.fixture
def maker() -> Iterator[ModuleType]:
    sys.path.insert(0, str(CORPUS.parent / "tests" / "benchmarks"))
    try:
        import make_formats

        yield make_formats
    finally:
        sys.path.pop(0)


def test_every_form_is_there() -> None:
    assert {path.suffix for path in (CORPUS / "formats").iterdir()} == {".json", ".html", ".pdf", ".txt"}


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_the_same_facts_as_of_the_text(path: Path) -> None:
    document = path.with_name(json.loads(path.read_text(encoding="utf-8"))["doc"])
    found, wanted = facts(record(document)), facts(record(CORPUS / f"{path.stem}.txt"))
    # The kind of an amount is read off the words around it, which lines divide differently.
    assert {k: v for k, v in found.items() if k != "amount_roles"} == {
        k: v for k, v in wanted.items() if k != "amount_roles"
    }


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_labels_are_those_of_the_text(path: Path) -> None:
    labels, of_text = (json.loads(p.read_text(encoding="utf-8")) for p in (path, CORPUS / path.name))
    assert {**labels, "doc": ""} == {**of_text, "doc": ""}


def test_submission_gives_the_amendment_alone() -> None:
    passed: list[PassedOver] = []
    path = CORPUS / "formats" / "2002_ostrander_kilns_third_amendment.txt"
    (made,) = extract_all(path, on_passed_over=passed.append)
    filing = made.source.filing
    assert filing is not None
    assert (filing.accession_number, filing.form_type, str(filing.filed_on)) == (
        "0000999999-02-000017",
        "10-Q",
        "2002-11-13",
    )
    assert filing.exhibit is not None
    assert (filing.exhibit.type, filing.exhibit.sequence) == ("EX-10.4", 2)
    assert [(one.type, one.reason) for one in passed] == [
        ("10-Q", "the form's own pages"),
        ("EX-10.5", "no loan instrument"),
    ]


def test_pdfs_say_where_facts_stand() -> None:
    for path in (CORPUS / "formats").glob("*.pdf"):
        made = extract(path)
        evidence = [e for fact in [*made.parties, *made.dates, *made.amounts] for e in fact.evidence]
        assert evidence
        assert all(e.page is not None and e.bbox is not None for e in evidence)


def test_samples_are_what_the_maker_makes(maker: ModuleType) -> None:
    made = maker.made()
    assert set(made) == {path.name for path in (CORPUS / "formats").iterdir()}
    for name, data in made.items():
        if not name.endswith(".pdf"):  # versions of reportlab write their bytes differently
            assert (CORPUS / "formats" / name).read_bytes() == data, "python tests/benchmarks/make_formats.py"
