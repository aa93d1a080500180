"""JSON Lines and Parquet."""

import json
import threading
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.api import extract_all
from extractor.batch.executors import LocalExecutor
from extractor.batch.files import WRITERS, write_jsonl, write_parquet
from extractor.batch.model import Limits, TargetError
from extractor.batch.runner import run, version_of
from extractor.batch.targets import open_sink, state_of

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PATHS = [CORPUS / "1998_verdane_telemetry_sixth_amendment.txt", CORPUS / "1997_tarrow_mills_amendment_2.txt"]


def records() -> list[tuple[str, str]]:
    return [(f"{p.stem}-{i}", r.model_dump_json()) for p in PATHS for i, r in enumerate(extract_all(p))]


def test_parquet_holds_the_records(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'extractor[parquet]'")
    given = records()
    assert write_parquet(tmp_path / "out.parquet", given) == 3
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    for row, (key, text) in zip(rows, given, strict=True):
        record = json.loads(text)
        assert row.pop("document_id") == key
        for amount in record["amounts"]:
            amount["value"] = Decimal(amount["value"])
        record["instrument"]["provenance"] = list(record["instrument"]["provenance"].items())
        assert row == record


def test_parquet_is_read_by_duckdb_and_pandas(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'extractor[parquet]'")
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install 'extractor[duckdb]'")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    path = tmp_path / "out.parquet"
    write_parquet(path, records())
    assert pandas.read_parquet(path)["document_id"].tolist() == [key for key, _ in records()]
    query = f"SELECT sum(len(amounts)), max(list_max([a.value FOR a IN amounts])) FROM '{path}'"
    amounts = [Decimal(a["value"]) for _, text in records() for a in json.loads(text)["amounts"]]
    assert duckdb.sql(query).fetchall() == [(len(amounts), max(amounts))]


def test_parquet_without_records(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'extractor[parquet]'")
    assert write_parquet(tmp_path / "out.parquet", []) == 0
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 0


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_what_fails_leaves_the_old_file(suffix: str, tmp_path: Path) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'extractor[parquet]'")
    path = tmp_path / f"out{suffix}"
    WRITERS[suffix](path, records())
    before = path.read_bytes()

    def broken():  # type: ignore[no-untyped-def]
        yield records()[0]
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        WRITERS[suffix](path, broken())
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_jsonl_is_in_the_inputs_order_and_follows_changes(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("c.txt", "a.txt", "b.txt"):
        (folder / name).write_bytes(PATHS[0].read_bytes() + name.encode())
    target = tmp_path / "out.jsonl"

    def go() -> list[str]:
        paths = [str(folder / n) for n in ("c.txt", "a.txt", "b.txt")]
        run(paths, open_sink(str(target), version_of()), LocalExecutor(2, Limits()))
        return [json.loads(line)["source"]["name"] for line in target.read_text().splitlines()]

    assert go() == ["c.txt", "a.txt", "b.txt"]
    (folder / "a.txt").write_bytes(b"")
    assert go() == ["c.txt", "b.txt"]
    (folder / "a.txt").write_bytes(PATHS[1].read_bytes())
    assert go() == ["c.txt", "a.txt", "a.txt", "b.txt"]
    assert state_of(target).exists()


def test_a_run_that_ends_while_another_writes_the_file_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first has read its records when the second finishes one of its own and wants to write the file, too."""
    target = tmp_path / "out.jsonl"

    def go(path: Path) -> None:
        run([str(path)], open_sink(str(target), version_of()), LocalExecutor(1, Limits()))

    second = threading.Thread(target=go, args=(PATHS[1],))

    def slow(path: Path, given: Iterable[tuple[str, str]]) -> int:
        read = list(given)
        if not second.ident:
            second.start()
            second.join(3.0)
        return write_jsonl(path, read)

    monkeypatch.setitem(WRITERS, ".jsonl", slow)
    go(PATHS[0])
    second.join()
    names = {json.loads(line)["source"]["name"] for line in target.read_text().splitlines()}
    assert names == {path.name for path in PATHS}


def test_jsonl_lines_are_the_records(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "out.jsonl", records())
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines() == [text for _, text in records()]


@pytest.mark.parametrize("target", ["out.csv", "mysql://x/y", "out", "s3://bucket/out.jsonl", "", "nowhere/out.jsonl"])
def test_unknown_targets(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TargetError):
        open_sink(target, "1")
    assert not list(tmp_path.iterdir())
