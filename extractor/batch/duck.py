"""DuckDB, through its own driver: SQLAlchemy compiles the statements, nothing else.

Two things differ from the other engines. There are no foreign keys: DuckDB checks them against the committed index, so
that a document and its rows cannot be replaced within one transaction, which matters more here. And there are no
indexes but the keys of documents and inputs: its column statistics do their work, while an index stays in memory and
grows with the table. What keeps the rows of a document from being there twice is that they are only ever written
together with it.
"""

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.schema import CreateTable, SetColumnComment, SetTableComment

from extractor.batch import tables
from extractor.batch.backends import Transaction
from extractor.batch.model import Row, TargetError
from extractor.errors import MissingExtraError

_WAIT_SECONDS = 60.0
_MEMORY_MB, _MOST_MEMORY_MB = 32, 4096  # to begin with, so that the parent stays small; raised when a record needs it
# A checkpoint writes a row group again as a whole, so that small ones keep its memory and time from growing.
_ROW_GROUP = 2048
_PIECE = 4_000_000  # characters of JSON in one statement


class _Dialect(PGDialect):
    """DuckDB reads PostgreSQL's SQL; the name keeps PostgreSQL's JSONB out."""

    name = "duckdb"
    supports_statement_cache = False


class DuckTransaction:
    """`Transaction` on a DuckDB connection."""

    def __init__(self, connection: Any, dialect: _Dialect) -> None:
        self._connection = connection
        self._dialect = dialect

    def rows(self, statement: sa.Select[Any]) -> list[tuple[Any, ...]]:
        """See `backends.Transaction`."""
        return list(self._execute(statement).fetchall())

    def run(self, statement: sa.Executable | str) -> None:
        """See `backends.Transaction`."""
        self._execute(statement)

    def insert(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """See `backends.Transaction`. One statement for all rows, as JSON: row by row is a hundred times slower."""
        if not rows:
            return
        names = [c.name for c in table.columns]
        columns = ", ".join(f'"{name}"' for name in names)
        typed = ", ".join(f"CAST(r[{i}] AS {c.type.compile(self._dialect)})" for i, c in enumerate(table.columns, 1))
        source = """SELECT unnest(from_json(CAST(? AS JSON), '[["VARCHAR"]]')) AS r"""
        statement = f'INSERT INTO "{table.name}" ({columns}) SELECT {typed} FROM ({source})'
        for piece in _pieces([row[name] for name in names] for row in rows):
            self._connection.execute(statement, [piece])

    def _execute(self, statement: sa.Executable | str) -> Any:
        if isinstance(statement, str):
            return self._connection.execute(statement)
        options = {"render_postcompile": True}
        compiled: Any = statement.compile(dialect=self._dialect, compile_kwargs=options)  # type: ignore[attr-defined]
        return self._connection.execute(str(compiled), [compiled.params[name] for name in compiled.positiontup])


class DuckBackend:
    """One DuckDB file, which one process at a time can have open; a second run waits a minute, then says so."""

    def __init__(self, path: str, wait: float = _WAIT_SECONDS) -> None:
        try:
            import duckdb
        except ModuleNotFoundError as error:
            raise MissingExtraError("writing to DuckDB needs the extra: pip install 'extractor[duckdb]'") from error
        self._duckdb = duckdb
        self._path = path
        self._memory = _MEMORY_MB
        self._dialect = _Dialect(paramstyle="qmark")  # type: ignore[no-untyped-call]
        until = time.monotonic() + wait
        while True:
            try:
                self._connection = self._connect()
                return
            except duckdb.IOException as error:
                if "lock" not in str(error) or time.monotonic() > until:
                    raise TargetError(f"cannot open {path}: {str(error).splitlines()[0]}") from error
                time.sleep(0.2)

    def _connect(self) -> Any:
        config = {"memory_limit": f"{self._memory}MB", "threads": "1"}  # the cores are the workers'
        connection = self._duckdb.connect(config=config)
        path = self._path.replace("'", "''")
        try:
            connection.execute(f"ATTACH '{path}' AS loans (ROW_GROUP_SIZE {_ROW_GROUP})")
            connection.execute("USE loans")
        except self._duckdb.Error:
            connection.close()
            raise
        return connection

    @contextmanager
    def begin(self, *, write: bool) -> Iterator[DuckTransaction]:
        """See `backends.Backend`."""
        self._connection.execute("BEGIN TRANSACTION")
        try:
            yield DuckTransaction(self._connection, self._dialect)
        except BaseException:
            # After some errors DuckDB has rolled back by itself, and says that there is nothing to roll back.
            try:
                self._connection.execute("ROLLBACK")
            except self._duckdb.Error:
                self.reconnect()
            raise
        self._connection.execute("COMMIT")

    def tables(self) -> set[str]:
        """See `backends.Backend`."""
        query = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
        return {name for (name,) in self._connection.execute(query).fetchall()}

    def create(self, transaction: Transaction, views: dict[str, tuple[str, str]]) -> None:
        """See `backends.Backend`."""
        for table in tables.metadata.sorted_tables:
            made = _without_key(table) if table in tables.CHILDREN else table
            transaction.run(str(CreateTable(made, include_foreign_key_constraints=[]).compile(dialect=self._dialect)))
            transaction.run(str(SetTableComment(table).compile(dialect=self._dialect)))
            for column in table.columns:
                transaction.run(str(SetColumnComment(column).compile(dialect=self._dialect)))
        for name, (statement, comment) in views.items():
            transaction.run(f"DROP VIEW IF EXISTS {name}")
            transaction.run(statement)
            transaction.run(f"COMMENT ON VIEW {name} IS '{comment}'")

    def is_away(self, error: Exception) -> bool:
        """See `backends.Backend`; a file does not go away, but a large record may need more memory, and gets it."""
        if isinstance(error, self._duckdb.OutOfMemoryException) and self._memory < _MOST_MEMORY_MB:
            self._memory *= 8
            return True
        return False

    def is_full(self, error: Exception) -> bool:
        """See `backends.Backend`."""
        said = str(error)
        return isinstance(error, self._duckdb.Error) and any(
            words in said for words in ("No space left", "File too large", "Could not write", "disk quota")
        )

    def reconnect(self) -> None:
        """See `backends.Backend`."""
        self._connection.close()
        self._connection = self._connect()

    def close(self) -> None:
        """See `backends.Backend`."""
        self._connection.close()


def _without_key(table: sa.Table) -> sa.Table:
    columns = [sa.Column(c.name, c.type, nullable=c.nullable) for c in table.columns]
    return sa.Table(table.name, sa.MetaData(), *columns)


def _pieces(rows: Iterable[list[Any]]) -> Iterator[str]:
    """JSON lists of rows, each of about `_PIECE` characters at most; dates and decimals are strings in them."""
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=str).encode
    piece: list[str] = []
    length = 0
    for row in rows:
        text = encode(row)
        if piece and length + len(text) > _PIECE:
            yield f"[{','.join(piece)}]"
            piece, length = [], 0
        piece.append(text)
        length += len(text)
    yield f"[{','.join(piece)}]"
