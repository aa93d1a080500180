"""How each engine is spoken to: a transaction that runs SQLAlchemy Core statements, whoever executes them."""

import errno
import json
import re
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

import sqlalchemy as sa

from extractor.batch import tables
from extractor.batch.model import Row, TargetError

_LOCK = 0x65787472  # "extr": the key of PostgreSQL's advisory lock, one writer to a database at a time
_SQLITE_WAIT_MS = 60_000
_SQLITE_FULL = {f"SQLITE_{name}" for name in ("FULL", "IOERR_WRITE", "IOERR_FSYNC", "IOERR_TRUNCATE", "IOERR_SHMSIZE")}


class Transaction(Protocol):
    """An open transaction."""

    def rows(self, statement: sa.Select[Any]) -> list[tuple[Any, ...]]:
        """Result of a query."""

    def run(self, statement: sa.Executable | str) -> None:
        """Executes a statement without a result."""

    def insert(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """Adds rows; none is fine."""


class Backend(Protocol):
    """A database. Errors that `is_away` or `is_full` know are the engine's; all others are faults of this program."""

    def begin(self, *, write: bool) -> AbstractContextManager[Transaction]:
        """A transaction, committed at the block's end; of those that write there is one at a time in a database."""

    def tables(self) -> set[str]:
        """Names of the tables that exist."""

    def create(self, transaction: Transaction, views: dict[str, tuple[str, str]]) -> None:
        """Creates all tables, indexes, comments and views."""

    def is_away(self, error: Exception) -> bool:
        """Whether the database is out of reach or busy, so that trying again makes sense."""

    def is_full(self, error: Exception) -> bool:
        """Whether there is no room left."""

    def reconnect(self) -> None:
        """Forgets the connections that there are."""

    def close(self) -> None:
        """Ends it; a second time does nothing."""


class SqlTransaction:
    """`Transaction` on a SQLAlchemy connection."""

    def __init__(self, connection: sa.Connection, clean: bool) -> None:
        self.connection = connection
        self._clean = clean

    def rows(self, statement: sa.Select[Any]) -> list[tuple[Any, ...]]:
        """See `Transaction`."""
        return [tuple(row) for row in self.connection.execute(statement)]

    def run(self, statement: sa.Executable | str) -> None:
        """See `Transaction`."""
        if isinstance(statement, str):
            # The PostgreSQL driver takes a lone percent sign for a parameter.
            self.connection.exec_driver_sql(statement.replace("%", "%%") if self._clean else statement)
        else:
            self.connection.execute(statement)

    def insert(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """See `Transaction`."""
        if rows:
            given = [{k: _without_nul(v) for k, v in row.items()} for row in rows] if self._clean else rows
            self.connection.execute(table.insert(), list(given))


class SqlBackend:
    """SQLite and PostgreSQL, through SQLAlchemy."""

    def __init__(self, url: str | sa.URL) -> None:
        try:
            self._url = sa.make_url(url)
            if self._url.get_backend_name() == "postgresql":
                self._url = self._url.set(drivername="postgresql+psycopg")
            self._engine = sa.create_engine(self._url, json_serializer=_json, pool_pre_ping=True, pool_size=1)
        except (sa.exc.ArgumentError, ModuleNotFoundError) as error:
            hint = "; install extractor[postgres]" if isinstance(error, ModuleNotFoundError) else ""
            raise TargetError(f"cannot use the target: {error}{hint}") from error
        self._sqlite = self._engine.dialect.name == "sqlite"
        if self._sqlite:
            sa.event.listen(self._engine, "connect", _prepare_sqlite)
            sa.event.listen(self._engine, "begin", _begin_sqlite)

    @contextmanager
    def begin(self, *, write: bool) -> Iterator[SqlTransaction]:
        """See `Backend`."""
        with self._engine.connect().execution_options(extractor_write=write) as connection, connection.begin():
            if write and not self._sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield SqlTransaction(connection, clean=not self._sqlite)

    def tables(self) -> set[str]:
        """See `Backend`."""
        return set(sa.inspect(self._engine).get_table_names())

    def create(self, transaction: Transaction, views: dict[str, tuple[str, str]]) -> None:
        """See `Backend`."""
        assert isinstance(transaction, SqlTransaction)
        tables.metadata.create_all(transaction.connection)
        for name, (statement, comment) in views.items():
            transaction.run(f"DROP VIEW IF EXISTS {name}")
            transaction.run(statement)
            if not self._sqlite:
                transaction.run(f"COMMENT ON VIEW {name} IS '{comment}'")

    def is_away(self, error: Exception) -> bool:
        """See `Backend`."""
        if not isinstance(error, sa.exc.DBAPIError) or self.is_full(error):
            return False
        if self._sqlite:
            return re.search(r"locked|busy|unable to open|disk I/O", str(error.orig)) is not None
        return error.connection_invalidated or isinstance(error, sa.exc.OperationalError | sa.exc.InterfaceError)

    def is_full(self, error: Exception) -> bool:
        """See `Backend`."""
        cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        if isinstance(cause, OSError):
            return cause.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        if self._sqlite:
            # SQLite reports a quota or a file size limit as an I/O error of its writing.
            return getattr(cause, "sqlite_errorname", "") in _SQLITE_FULL
        return getattr(cause, "sqlstate", None) == "53100"

    def reconnect(self) -> None:
        """See `Backend`."""
        self._engine.dispose()

    def close(self) -> None:
        """See `Backend`."""
        self._engine.dispose()


def _prepare_sqlite(connection: Any, _: Any) -> None:
    # SQLAlchemy's own BEGIN is issued below, so the driver must not issue any.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_SQLITE_WAIT_MS}")
    _to_wal(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _to_wal(cursor: Any) -> None:
    """Sets the journal's mode; where another run is at it just now SQLite does not wait, whatever its timeout says."""
    until = time.monotonic() + _SQLITE_WAIT_MS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _begin_sqlite(connection: sa.Connection) -> None:
    # A deferred transaction that turns to writing fails at once when another run wrote meanwhile; this one waits its
    # turn.
    write = connection.get_execution_options().get("extractor_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _json(value: Any) -> str:
    """Records come as JSON text already."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _without_nul(value: Any) -> Any:
    """PostgreSQL's TEXT and JSONB hold no NUL; the replacement is one character, too, so that offsets stay right."""
    if isinstance(value, str):
        if value.startswith("{") and "\\u0000" in value:
            return re.sub(r"(?<!\\)((?:\\\\)*)\\u0000", "\\1\ufffd", value)
        return value.replace("\0", "\ufffd")
    if isinstance(value, list):
        return [_without_nul(item) for item in value]
    return value
