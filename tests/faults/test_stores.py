"""What a database holds after runs: the same in SQLite, DuckDB and PostgreSQL."""

import shutil
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import reading
from copies import CORPUS, copies

from extractor.api import extract_all
from extractor.batch.model import Failure, Outcome, SchemaError, Summary, Task
from extractor.batch.rows import rows_of
from extractor.batch.runner import run, version_of
from extractor.batch.tables import DATABASE_VERSION
from extractor.batch.targets import open_sink
from extractor.batch.work import ENTRY, work
from extractor.records import AmountRole, Record

SAMPLE = CORPUS / "1998_verdane_telemetry_sixth_amendment.txt"
TWO = CORPUS / "1997_tarrow_mills_amendment_2.txt"


class Here:
    """Does tasks in this process, where the pipeline is loaded already: what stores do is the same."""

    def run(self, tasks: Iterator[Task]) -> Iterator[Outcome | None]:
        for task in tasks:
            yield work(task, ENTRY, lambda _: None)

    def running(self) -> None:
        return None


@cache
def extracted(path: Path) -> tuple[Record, ...]:
    return tuple(extract_all(path))


def outcome(path: Path, ordinal: int = 0, change: Any = None) -> Outcome:
    """What a worker makes of `path`; `change` is applied to each record."""
    records = list(extracted(path))
    if change is not None:
        records = [change(record) for record in records]
    rows = [rows_of(record, i) for i, record in enumerate(records, 1)]
    return Outcome(Task(str(path), ordinal), "done", records[0].source.sha256, rows)


def write(target: str, *outcomes: Outcome, version: str = "1") -> None:
    """Opens, writes in one transaction, closes."""
    sink = open_sink(target, version)
    sink.write(outcomes)
    sink.close()


def go(target: str, *paths: Path | str, **options: Any) -> Summary:
    """A whole run."""
    return run(map(str, paths), open_sink(target, version_of()), Here(), **options)


def dump(target: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but the times."""
    orders = {"documents": "1", "failures": "1", "inputs": "1"}
    tables = {t: reading.query(target, f"SELECT * FROM {t} ORDER BY {orders.get(t, '1, 2')}") for t in reading.TABLES}
    return tables


def title(record: Record) -> str:
    return record.instrument.title or ""


def test_rows_are_the_records(database: str) -> None:
    write(database, outcome(SAMPLE), outcome(TWO, 1))
    found = reading.assert_whole(database)
    assert (found["documents"], found["inputs"], found["failures"]) == (3, 2, 0)
    expected = [r for p in (SAMPLE, TWO) for r in extracted(p)]
    assert sorted(map(Record.model_validate, reading.records(database)), key=title) == sorted(expected, key=title)


def test_columns_are_typed(database: str) -> None:
    write(database, outcome(SAMPLE))
    (record,) = extracted(SAMPLE)
    rows = reading.query(
        database, "SELECT title, amendment_number, dated, dated_text, amended_agreement_title, sha256 FROM documents"
    )
    title, number, dated, text, agreement, sha256 = rows[0]
    assert record.amended_agreement is not None
    assert (title, number, text) == (record.instrument.title, 6, record.instrument.dated)
    assert (str(dated), agreement, sha256) == (text, record.amended_agreement.title, record.source.sha256)
    amounts = reading.query(database, "SELECT value, value_text, currency, role FROM amounts ORDER BY position")
    assert [(Decimal(str(v)), Decimal(t), c, r) for v, t, c, r in amounts] == [
        (a.value, a.value, a.currency, a.role.value) for a in record.amounts
    ]
    (total,) = reading.query(database, "SELECT sum(value) FROM amounts")
    assert Decimal(str(total[0])) == sum(a.value for a in record.amounts)


def test_reduced_precision_is_kept_beside(database: str) -> None:
    def change(record: Record) -> Record:
        return record.model_copy(
            update={"instrument": record.instrument.model_copy(update={"dated": "2001-09", "effective_date": "2001"})}
        )

    write(database, outcome(SAMPLE, change=change))
    ((dated, dated_text, effective, effective_text),) = reading.query(
        database, "SELECT dated, dated_text, effective_date, effective_date_text FROM documents"
    )
    assert (str(dated), dated_text, str(effective), effective_text) == ("2001-09-01", "2001-09", "2001-01-01", "2001")


def test_text_that_databases_trip_over(database: str) -> None:
    odd = "quote ' double \" back \\ nul \0 percent %s %(x)s colon :x brace {} é 漢 \U0001f600 \\u0000"

    def change(record: Record) -> Record:
        party = record.parties[0].model_copy(update={"name": odd})
        return record.model_copy(update={"parties": [party, *record.parties[1:]]})

    write(database, outcome(SAMPLE, change=change))
    ((name,),) = reading.query(database, "SELECT name FROM parties WHERE position = 0")
    kept = odd.replace("\0", "\ufffd") if database.startswith("postgresql") else odd
    assert name == kept
    assert reading.records(database)[0]["parties"][0]["name"] == kept


def test_amounts_of_many_places(database: str) -> None:
    values = [Decimal("0.001"), Decimal("12345678901234567890.12"), Decimal("0.12345678")]

    def change(record: Record) -> Record:
        amounts = [record.amounts[0].model_copy(update={"value": v}) for v in values]
        return record.model_copy(update={"amounts": amounts})

    write(database, outcome(SAMPLE, change=change))
    rows = reading.query(database, "SELECT value, value_text FROM amounts ORDER BY position")
    assert [Decimal(text) for _, text in rows] == values
    assert [round(float(v), 6) for v, _ in (rows[0], rows[2])] == [0.001, 0.123457]
    if not database.startswith("sqlite"):
        assert Decimal(rows[1][0]) == values[1]


def test_very_large_records(database: str) -> None:
    text = "x" * 30_000_000

    def change(record: Record) -> Record:
        return record.model_copy(update={"source": record.source.model_copy(update={"text": text})})

    write(database, outcome(SAMPLE, change=change), outcome(TWO, 1, change))
    assert [len(r["source"]["text"]) for r in reading.records(database)] == [len(text)] * 3


def test_writing_again_changes_nothing(database: str) -> None:
    write(database, outcome(SAMPLE), outcome(TWO, 1))
    before = {t: rows for t, rows in dump(database).items() if t != "inputs"}
    write(database, outcome(SAMPLE), outcome(TWO, 1))
    assert {t: rows for t, rows in dump(database).items() if t != "inputs"} == before


def test_second_run_reads_and_leaves_alone(database: str, tmp_path: Path) -> None:
    paths = copies(tmp_path / "in", 4, largest=10_000)
    assert go(database, *paths).done == 4
    before = dump(database)
    again = go(database, *paths)
    assert (again.done, again.unchanged, again.failed) == (0, 4, 0)
    assert dump(database) == before


def test_changed_file_replaces_its_own_rows(database: str, tmp_path: Path) -> None:
    paths = copies(tmp_path / "in", 4, largest=10_000)
    go(database, *paths)
    before = {r[0]: r for r in reading.query(database, "SELECT document_id, sha256, source_name FROM documents")}
    paths[1].write_bytes(paths[1].read_bytes() + b"changed\n")
    again = go(database, *paths)
    assert (again.done, again.unchanged) == (1, 3)
    after = {r[0]: r for r in reading.query(database, "SELECT document_id, sha256, source_name FROM documents")}
    gone, new = before.keys() - after.keys(), after.keys() - before.keys()
    assert {before[k][2] for k in gone} == {after[k][2] for k in new} == {paths[1].name}
    reading.assert_whole(database)


def test_new_version_replaces_its_rows(database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (path,) = copies(tmp_path / "in", 1, largest=10_000)
    go(database, path)
    monkeypatch.setattr("extractor.batch.runner.__version__", "99.0.0")
    assert go(database, path).done == 1
    assert reading.query(database, "SELECT extractor_version, records FROM inputs") == [("99.0.0", 1)]
    assert reading.assert_whole(database)["documents"] == 1


def test_equal_contents_are_one_document(database: str, tmp_path: Path) -> None:
    (first,) = copies(tmp_path / "in", 1, largest=10_000)
    second = Path(shutil.copy(first, tmp_path / "in" / "zz.txt"))
    assert go(database, first, second).repeated == 1
    assert reading.assert_whole(database)["documents"] == 1
    first.write_bytes(first.read_bytes() + b"changed\n")
    assert go(database, first, second).repeated == 0
    assert reading.assert_whole(database)["documents"] == 2  # the other file still has the old content
    second.unlink()
    shutil.copy(first, second)
    go(database, first, second)
    assert reading.assert_whole(database)["documents"] == 1


def test_failures_are_named_and_go_when_mended(database: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert go(database, empty, tmp_path / "missing.txt", SAMPLE).failed == 2
    rows = reading.query(database, "SELECT name, sha256, error, message FROM failures ORDER BY name")
    assert [(n, bool(s), e) for n, s, e, _ in rows] == [
        ("empty.txt", True, "input.empty"),
        ("missing.txt", False, "input.unreadable"),
    ]
    shutil.copy(SAMPLE, empty)
    assert go(database, empty, SAMPLE).failed == 0
    assert reading.query(database, "SELECT name FROM failures") == [("missing.txt",)]


def test_failed_attempt_keeps_what_its_content_gave(database: str) -> None:
    good = outcome(SAMPLE)
    write(database, good)
    write(database, Outcome(good.task, "failed", good.sha256, failure=Failure("limit.time", "took too long")))
    assert reading.assert_whole(database)["documents"] == 1
    write(database, Outcome(good.task, "failed", None, failure=Failure("input.unreadable", "Permission denied")))
    assert reading.assert_whole(database)["documents"] == 1
    write(database, Outcome(good.task, "failed", "0" * 64, failure=Failure("input.empty", "the file is empty")))
    found = reading.assert_whole(database)
    assert (found["documents"], found["failures"], found["inputs"]) == (0, 1, 1)


def test_transaction_is_whole_or_not_at_all(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(database, outcome(SAMPLE))
    broken = outcome(TWO, 1)
    broken.documents[1]["diagnostics"] = [{**broken.documents[0]["documents"][0]}]  # fails in the last table
    with pytest.raises(Exception):  # noqa: B017, PT011  (each engine has its own)
        write(database, broken)
    found = reading.assert_whole(database)
    assert (found["documents"], found["inputs"]) == (1, 1)


def test_views(database: str) -> None:
    write(database, outcome(SAMPLE), outcome(TWO, 1))
    borrowers = reading.query(database, "SELECT DISTINCT borrower FROM amendments_by_borrower")
    expected = {p.name for path in (SAMPLE, TWO) for r in extracted(path) for p in r.parties if "borrower" in p.roles}
    assert {b for (b,) in borrowers} == expected
    rows = reading.query(
        database,
        "SELECT document_id, amended_agreement_title, commitment, currency FROM current_commitment_by_agreement",
    )
    for document_id, _, commitment, currency in rows:
        values = reading.query(
            database,
            f"SELECT max(value) FROM amounts WHERE document_id = '{document_id}' AND role = 'commitment' AND currency = '{currency}'",
        )
        assert values == [(commitment,)]
    assert rows


def test_latest_commitment_counts(database: str, tmp_path: Path) -> None:
    def dated(day: str, value: str) -> Any:
        def change(record: Record) -> Record:
            amount = record.amounts[0].model_copy(
                update={"value": Decimal(value), "role": AmountRole.COMMITMENT, "currency": "USD"}
            )
            instrument = record.instrument.model_copy(update={"dated": day, "effective_date": None})
            source = record.source.model_copy(update={"sha256": day.replace("-", "0") + "0" * (64 - len(day))})
            return record.model_copy(update={"amounts": [amount], "instrument": instrument, "source": source})

        return change

    outcomes = []
    for i, (day, value) in enumerate([("2003-01-01", "5000000"), ("2005-06-01", "7000000"), ("2004-01-01", "9000000")]):
        made = outcome(SAMPLE, i, dated(day, value))
        outcomes.append(Outcome(Task(str(i), i), "done", made.sha256, made.documents))
    write(database, *outcomes)
    ((commitment, as_of),) = reading.query(database, "SELECT commitment, as_of FROM current_commitment_by_agreement")
    assert (int(commitment), str(as_of)) == (7000000, "2005-06-01")


def test_newer_database_is_refused(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(database, outcome(SAMPLE))
    monkeypatch.setattr("extractor.batch.upgrades.prepare.__defaults__", (0,))
    with pytest.raises(SchemaError, match="newer extractor"):
        open_sink(database, "1")


def test_older_database_is_refused_without_a_way(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write(database, outcome(SAMPLE))
    monkeypatch.setattr("extractor.batch.upgrades.prepare.__defaults__", (DATABASE_VERSION + 1,))
    with pytest.raises(SchemaError, match="there is no way"):
        open_sink(database, "1")
    reading.assert_whole(database)


def test_older_database_is_upgraded(database: str) -> None:
    """Version 1 had no probability of an amount's role."""
    write(database, outcome(SAMPLE))
    before = reading.query(database, "SELECT count(*) FROM amounts")
    reading.execute(
        database,
        "DROP INDEX IF EXISTS amounts_role_currency_idx",
        "ALTER TABLE amounts DROP COLUMN role_confidence",
        "UPDATE extractor_schema SET version = 1",
    )
    write(database, outcome(TWO), version="1")
    assert reading.query(database, "SELECT count(*) FROM amounts WHERE role_confidence IS NULL") == before
    assert reading.query(database, "SELECT count(*) FROM amounts WHERE role_confidence IS NOT NULL") != [(0,)]
    assert reading.query(database, "SELECT version FROM extractor_schema ORDER BY 1") == [(1,), (2,)]
    open_sink(database, "1").close()  # a second time there is nothing to do


def test_database_of_something_else_is_refused(database: str) -> None:
    if database.startswith("duckdb:"):
        import duckdb

        duckdb.connect(database.removeprefix("duckdb:///")).execute("CREATE TABLE documents (x INTEGER)")
    else:
        import sqlalchemy as sa

        engine = sa.create_engine(sa.make_url(database.replace("postgresql:", "postgresql+psycopg:")))
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE documents (x INTEGER)")
        engine.dispose()
    with pytest.raises(SchemaError, match="not ours: documents"):
        open_sink(database, "1")


def test_comments_indexes_and_keys(database: str) -> None:
    open_sink(database, "1").close()
    if database.startswith("sqlite"):
        ((sql,),) = reading.query(database, "SELECT sql FROM sqlite_master WHERE name = 'amounts'")
        assert "/* ISO 4217 */" in sql
        assert "NUMERIC(38, 6)" in sql
        assert "FOREIGN KEY(document_id) REFERENCES documents (document_id)" in sql
        assert reading.query(
            database, "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name LIKE '%_idx'"
        ) == [(9,)]
    elif database.startswith("duckdb"):
        rows = reading.query(
            database,
            "SELECT data_type, comment FROM duckdb_columns() WHERE table_name = 'amounts' AND column_name = 'value'",
        )
        assert rows == [("DECIMAL(38,6)", "the amount; null where it has more than 32 digits before the point")]
        assert reading.query(database, "SELECT comment FROM duckdb_tables() WHERE table_name = 'inputs'")[0][
            0
        ].startswith("The ledger")
        keys = reading.query(
            database, "SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY' ORDER BY 1"
        )
        assert keys == [("documents",), ("extractor_schema",), ("failures",), ("inputs",)]
    else:
        kinds = dict(
            reading.query(
                database, "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'documents'"
            )
        )
        assert (kinds["record"], kinds["dated"], kinds["characters"]) == ("jsonb", "date", "bigint")
        assert reading.query(database, "SELECT obj_description('documents'::regclass)") == [
            ("One row for each loan instrument",)
        ]
        assert reading.query(database, "SELECT count(*) FROM pg_indexes WHERE indexname LIKE '%_idx'") == [(9,)]
        assert reading.query(database, "SELECT count(*) FROM pg_constraint WHERE contype = 'f'") == [(6,)]


def test_the_journal_s_mode_is_waited_for(tmp_path: Path) -> None:
    """SQLite refuses at once to change it while another run holds the database."""
    import sqlite3
    import threading

    from extractor.batch.backends import _to_wal

    path = tmp_path / "loans.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE x (y)")
    other.execute("BEGIN EXCLUSIVE")
    release = threading.Timer(0.5, other.execute, ["COMMIT"])
    release.start()
    cursor = sqlite3.connect(path, isolation_level=None).cursor()
    _to_wal(cursor)
    assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    release.join()
