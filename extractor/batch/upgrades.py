"""The version of a database's tables: made, upgraded step by step, or refused."""

import datetime as dt
from collections.abc import Callable

import sqlalchemy as sa

from extractor.batch import tables as t
from extractor.batch.backends import Backend, Transaction
from extractor.batch.model import SchemaError
from extractor.version import __version__


def _roles_of_amounts(transaction: Transaction) -> None:
    transaction.run("ALTER TABLE amounts ADD COLUMN role_confidence DOUBLE PRECISION")


STEPS: dict[int, Callable[[Transaction], None]] = {1: _roles_of_amounts}
"""By the version that a database has, what makes the next one of it, in the transaction that records that version."""


def prepare(backend: Backend, views: dict[str, tuple[str, str]], wanted: int = t.DATABASE_VERSION) -> None:
    """Makes the tables where there are none, and upgrades older ones.

    Raises:
        SchemaError: the tables are newer, older than any step goes back to, or none of ours.
    """
    with backend.begin(write=True) as transaction:
        existing = backend.tables()
        if t.schema_version.name not in existing:
            foreign = sorted(existing & set(t.metadata.tables))
            if foreign:
                raise SchemaError(
                    f"the database has tables of these names that are not ours: {', '.join(foreign)}; use another one"
                )
            backend.create(transaction, views)
            _record(transaction, wanted)
            return
        (found,) = transaction.rows(sa.select(sa.func.max(t.schema_version.c.version)))[0]
        if found == wanted:
            return
        if found is None or found > wanted:
            raise SchemaError(
                f"the database has schema version {found}, this extractor knows {wanted}: use a newer extractor"
            )
        if any(version not in STEPS for version in range(found, wanted)):
            raise SchemaError(
                f"the database has schema version {found}, from which there is no way to {wanted}: "
                "write into a new database; the filings hold all that is needed"
            )
        for version in range(found, wanted):
            STEPS[version](transaction)
            _record(transaction, version + 1)
        # Views hold no data: the newest ones replace what there is.
        for name, (statement, _) in views.items():
            transaction.run(f"DROP VIEW IF EXISTS {name}")
            transaction.run(statement)


def _record(transaction: Transaction, version: int) -> None:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    transaction.insert(t.schema_version, [{"version": version, "applied_at": now, "extractor_version": __version__}])
