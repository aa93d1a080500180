"""From the text after ``--to`` to a place that records go to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from extractor.batch.model import Known, Outcome, TargetError

if TYPE_CHECKING:
    from sqlalchemy import URL

    from extractor.batch.backends import SqlBackend
    from extractor.batch.store import Store

_FORMS = "NAME.jsonl, NAME.parquet, sqlite:///FILE, duckdb:///FILE or postgresql://HOST/DATABASE"


@dataclass(frozen=True)
class Pace:
    """How much goes into a transaction, which costs the parent nearly as much for one outcome as for many.

    Attributes:
        outcomes: how many at most.
        seconds: how long one waits for it; so much work is lost when a run is killed.
    """

    outcomes: int = 32
    seconds: float = 2.0


_COLUMNAR = Pace(128, 5.0)  # an engine that stores columns has a high price for a transaction, and a low one for a row


class Sink(Protocol):
    """Where a run's outcomes go, and what it knows of runs before."""

    @property
    def pace(self) -> Pace:
        """How often it wants to be written to."""

    def known(self, paths: Sequence[str]) -> dict[str, Known]:
        """What the ledger has for `paths`."""

    def write(self, outcomes: Sequence[Outcome]) -> None:
        """Writes outcomes, all or none."""

    def repeated(self) -> int:
        """Number of inputs that gave nothing of their own, for another has the same content."""

    def finish(self) -> None:
        """Makes the target whole, at the end of a run that was not interrupted."""

    def close(self) -> None:
        """Ends it; a second time does nothing."""


def open_sink(target: str, version: str) -> Sink:
    """Opens `target` (forms as in ``--to``) for the records of `version`.

    Raises:
        TargetError: it is of no known form, or cannot be opened.
        MissingExtraError: its form needs an extra that is not installed.
    """
    from extractor.batch.store import Store

    scheme, separator, rest = target.partition(":")
    scheme = scheme.partition("+")[0]
    if separator and scheme == "postgres":
        return _DatabaseSink(Store(_sql("postgresql:" + rest), version))
    if separator and scheme in ("sqlite", "postgresql"):
        return _DatabaseSink(Store(_sql(target), version))
    if separator and scheme == "duckdb":
        from extractor.batch.duck import DuckBackend

        backend = DuckBackend(rest.removeprefix("//").removeprefix("/") or ":memory:")
        return _DatabaseSink(Store(backend, version), _COLUMNAR)
    from extractor.batch.files import WRITERS

    path = Path(target)
    writer = WRITERS.get(path.suffix.lower())
    if writer is None or (separator and "//" in rest[:2]):
        raise TargetError(f"{target}: no target of a known form; known are {_FORMS}")
    if not path.parent.is_dir():
        raise TargetError(f"{target}: no such folder")
    from sqlalchemy import URL

    state = Store(_sql(URL.create("sqlite", database=str(state_of(path)))), version, children=False)
    return _FileSink(state, lambda: state.export(partial(writer, path)))


def state_of(path: Path) -> Path:
    """Where the ledger of a file and its records stay between runs: a SQLite database beside it."""
    return path.with_name(path.name + ".state")


def _sql(url: "str | URL") -> "SqlBackend":
    from extractor.batch.backends import SqlBackend

    return SqlBackend(url)


class _DatabaseSink:
    """A database is whole after every write."""

    def __init__(self, store: "Store", pace: Pace = Pace()) -> None:
        self.pace = pace
        self.known = store.known
        self.write = store.write
        self.repeated = store.repeated
        self.close = store.close

    def finish(self) -> None:
        """See `Sink`."""


class _FileSink:
    """A file cannot lose a line or take one in its middle: it is written at the end, from a database beside it."""

    def __init__(self, store: "Store", export: Callable[[], int]) -> None:
        self.pace = Pace()
        self.known = store.known
        self.write = store.write
        self.repeated = store.repeated
        self.close = store.close
        self._export = export

    def finish(self) -> None:
        """See `Sink`."""
        self._export()
