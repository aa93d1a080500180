"""What a database holds, asked without the code under test."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

TABLES = (
    "documents",
    "parties",
    "signatories",
    "prior_amendments",
    "dates",
    "amounts",
    "diagnostics",
    "failures",
    "inputs",
)
_LISTS = {t: t for t in TABLES[1:7]}
Ask = Callable[[str], list[tuple[Any, ...]]]


@contextmanager
def opened(target: str) -> Iterator[Ask]:
    """What gives the rows of a query, over one connection."""
    if target.startswith("duckdb:"):
        import duckdb

        with duckdb.connect(target.removeprefix("duckdb:///"), read_only=True) as duck:
            yield lambda sql: list(duck.execute(sql).fetchall())
        return
    url = sa.make_url(target)
    if url.get_backend_name() == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url)
    try:
        with engine.connect() as connection:
            yield lambda sql: [tuple(row) for row in connection.execute(sa.text(sql.replace(":", "\\:")))]
    finally:
        engine.dispose()


def query(target: str, sql: str) -> list[tuple[Any, ...]]:
    """Rows of `sql`."""
    with opened(target) as ask:
        return ask(sql)


def execute(target: str, *statements: str) -> None:
    """Runs statements that change the database."""
    if target.startswith("duckdb:"):
        import duckdb

        with duckdb.connect(target.removeprefix("duckdb:///")) as connection:
            for statement in statements:
                connection.execute(statement)
        return
    import sqlalchemy as sa

    engine = sa.create_engine(sa.make_url(target.replace("postgresql:", "postgresql+psycopg:")))
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def counts(target: str) -> dict[str, int]:
    """Rows of each table."""
    with opened(target) as ask:
        return _counts(ask)


def records(target: str) -> list[dict[str, Any]]:
    """The records, in the order of their keys."""
    with opened(target) as ask:
        return _records(ask)


def assert_whole(target: str) -> dict[str, int]:
    """Asserts that every table has a row for each item of the records, no more and no less; returns the counts."""
    with opened(target) as ask:
        found = _counts(ask)
        all_records = _records(ask)
        assert found["documents"] == len(all_records)
        for table, field in _LISTS.items():
            assert found[table] == sum(len(record[field]) for record in all_records), table
            orphans = f"SELECT count(*) FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.document_id = t.document_id)"
            assert ask(orphans) == [(0,)], table
    return found


def _counts(ask: Ask) -> dict[str, int]:
    return {table: ask(f"SELECT count(*) FROM {table}")[0][0] for table in TABLES}


def _records(ask: Ask) -> list[dict[str, Any]]:
    rows = ask("SELECT record FROM documents ORDER BY document_id")
    return [json.loads(record) if isinstance(record, str) else record for (record,) in rows]
