"""Records, failures and the ledger in one database: what a run has finished is there whole, or not at all."""

import datetime as dt
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

import sqlalchemy as sa

from extractor.batch import tables as t
from extractor.batch import upgrades
from extractor.batch.backends import Backend, Transaction
from extractor.batch.model import AwayError, FullError, Known, Outcome, Row, TargetError
from extractor.batch.views import VIEWS

log = logging.getLogger("extractor.batch")
T = TypeVar("T")
_PIECE = 500  # keys in one statement
_LONGEST_PAUSE = 15.0  # seconds between two tries


class Store:
    """The tables of a database.

    Args:
        backend: the engine; closed with the store.
        version: of the extractor, with what else changes records; what it made is not made again.
        children: whether to fill the tables beside ``documents``; files are written from the records alone.
        patience: seconds to wait for a database that went away.

    Raises:
        TargetError: the database cannot be opened, or holds tables of something else.
        SchemaError: it was made by a schema version that this one cannot work with.
    """

    def __init__(self, backend: Backend, version: str, *, children: bool = True, patience: float = 300.0) -> None:
        self._backend = backend
        self._version = version
        self._tables = t.RECORD_TABLES if children else (t.documents,)
        self._patience = patience
        try:
            upgrades.prepare(backend, VIEWS)
        except Exception as error:
            backend.close()
            if backend.is_full(error):
                raise FullError("no room left for the database") from error
            if isinstance(error, sa.exc.DBAPIError):
                raise TargetError(f"cannot open the database: {error.orig}".strip()) from error
            raise

    def known(self, paths: Sequence[str]) -> dict[str, Known]:
        """What the ledger has for `paths`, without those that it has nothing for."""

        def read() -> dict[str, Known]:
            query = sa.select(t.inputs.c.path, t.inputs.c.sha256, t.inputs.c.extractor_version, t.inputs.c.status)
            with self._backend.begin(write=False) as transaction:
                rows = transaction.rows(query.where(t.inputs.c.path.in_(paths)))
            return {path: Known(sha256, version, status == "done") for path, sha256, version, status in rows}

        return self._patiently(read)

    def write(self, outcomes: Sequence[Outcome]) -> None:
        """Writes outcomes in one transaction; doing it again changes nothing but the times.

        Of an input that changed, the records of its old content go, unless another input has the same content. An input
        that failed keeps the records of its content, and those of before where its content could not be read.

        Raises:
            FullError: there is no room left; nothing of `outcomes` was written.
            AwayError: the database did not come back in time.
        """
        latest = {outcome.task.path: outcome for outcome in outcomes}

        def write() -> None:
            with self._backend.begin(write=True) as transaction:
                self._write(transaction, latest)

        self._patiently(write)

    def _write(self, transaction: Transaction, latest: dict[str, Outcome]) -> None:
        for path, outcome in latest.items():
            if outcome.status == "unchanged":
                place = t.inputs.c.ordinal != outcome.task.ordinal
                transaction.run(
                    t.inputs.update().where(t.inputs.c.path == path, place).values(ordinal=outcome.task.ordinal)
                )
        changed = {path: outcome for path, outcome in latest.items() if outcome.status != "unchanged"}
        if not changed:
            return
        paths = list(changed)
        before = dict(transaction.rows(sa.select(t.inputs.c.path, t.inputs.c.sha256).where(t.inputs.c.path.in_(paths))))
        # Equal contents under two names are one document.
        contents = {o.sha256: o.documents for o in changed.values() if o.status == "done" and o.sha256}
        self._remove(transaction, self._superseded(transaction, changed, before) | set(contents))
        for table in self._tables:
            rows = [row for documents in contents.values() for document in documents for row in document[table.name]]
            transaction.insert(table, rows)
        transaction.run(t.inputs.delete().where(t.inputs.c.path.in_(paths)))
        transaction.run(t.failures.delete().where(t.failures.c.path.in_(paths)))
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        transaction.insert(t.inputs, [self._input(o, before.get(path), now) for path, o in changed.items()])
        transaction.insert(t.failures, [_failure(o, now) for o in changed.values() if o.failure is not None])

    def _superseded(
        self, transaction: Transaction, changed: dict[str, Outcome], before: dict[str, str | None]
    ) -> set[str]:
        """Contents that no input has any more."""
        old = {before.get(path) for path, o in changed.items() if o.sha256 is not None and before.get(path) != o.sha256}
        old -= {o.sha256 or before.get(path) for path, o in changed.items()}
        old.discard(None)
        if not old:
            return set()
        others = sa.select(t.inputs.c.sha256).where(
            t.inputs.c.sha256.in_(sorted(filter(None, old))), t.inputs.c.path.not_in(list(changed))
        )
        return {sha256 for sha256 in old if sha256} - {sha256 for (sha256,) in transaction.rows(others)}

    def _remove(self, transaction: Transaction, contents: set[str]) -> None:
        if not contents:
            return
        query = sa.select(t.documents.c.document_id).where(t.documents.c.sha256.in_(sorted(contents)))
        keys = [key for (key,) in transaction.rows(query)]
        for i in range(0, len(keys), _PIECE):
            for table in reversed(self._tables):
                transaction.run(table.delete().where(table.c.document_id.in_(keys[i : i + _PIECE])))

    def _input(self, outcome: Outcome, before: str | None, now: str) -> Row:
        return {
            "path": outcome.task.path,
            "ordinal": outcome.task.ordinal,
            "sha256": outcome.sha256 or before,
            "status": outcome.status,
            "extractor_version": self._version,
            "records": len(outcome.documents),
            "seconds": outcome.seconds,
            "finished_at": now,
        }

    def export(self, write: Callable[[Iterator[tuple[str, str]]], int]) -> int:
        """Gives `write` the keys and records (JSON text) of all documents, in the order of the inputs.

        Nothing is written to the store meanwhile. Of two runs that end together the one that read first might else be
        the last to put its file in place, without what the other had finished.

        Args:
            write: takes the pairs, returns their number; done again from the start where the database was away.
        """

        def export() -> int:
            with self._backend.begin(write=True) as transaction:
                return write(self._records(transaction))

        return self._patiently(export)

    def _records(self, transaction: Transaction) -> Iterator[tuple[str, str]]:
        first = (
            sa.select(t.inputs.c.sha256, sa.func.min(t.inputs.c.ordinal).label("ordinal"))
            .group_by(t.inputs.c.sha256)
            .subquery()
        )
        order = (
            sa.select(t.documents.c.document_id)
            .join(first, first.c.sha256 == t.documents.c.sha256, isouter=True)
            .order_by(first.c.ordinal, t.documents.c.sha256, t.documents.c.position)
        )
        keys = [key for (key,) in transaction.rows(order)]
        text = sa.cast(t.documents.c.record, sa.Text)
        for i in range(0, len(keys), _PIECE):
            piece = keys[i : i + _PIECE]
            query = sa.select(t.documents.c.document_id, text).where(t.documents.c.document_id.in_(piece))
            found = dict(transaction.rows(query))
            yield from ((key, found[key]) for key in piece)

    def counts(self) -> dict[str, int]:
        """Number of rows of each table."""
        with self._backend.begin(write=False) as transaction:
            return {
                table.name: transaction.rows(sa.select(sa.func.count()).select_from(table))[0][0]
                for table in t.metadata.sorted_tables
            }

    def repeated(self) -> int:
        """Number of inputs that gave nothing of their own, for another has the same content."""
        query = sa.select(sa.func.count() - sa.func.count(t.inputs.c.sha256.distinct())).where(t.inputs.c.records > 0)

        def read() -> int:
            with self._backend.begin(write=False) as transaction:
                return int(transaction.rows(query)[0][0])

        return self._patiently(read)

    def close(self) -> None:
        """Ends it; a second time does nothing."""
        self._backend.close()

    def _patiently(self, action: Callable[[], T]) -> T:
        """Does `action`, again and again while the database is away; whole transactions, so that twice is once."""
        until = time.monotonic() + self._patience
        pause = 0.2
        while True:
            try:
                return action()
            except Exception as error:
                if self._backend.is_full(error):
                    raise FullError("no room left for the database; nothing that it says is done is lost") from error
                if not self._backend.is_away(error):
                    raise
                if time.monotonic() + pause > until:
                    raise AwayError(f"the database did not come back within {self._patience:.0f} s: {error}") from error
                log.warning("database away, trying again", extra={"event": "database.away", "pause": pause})
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
            self._backend.reconnect()


def _failure(outcome: Outcome, now: str) -> Row:
    assert outcome.failure is not None
    return {
        "path": outcome.task.path,
        "name": PurePosixPath(outcome.task.path.replace("\\", "/")).name,
        "sha256": outcome.sha256,
        "error": outcome.failure.error,
        "message": outcome.failure.message,
        "failed_at": now,
    }
