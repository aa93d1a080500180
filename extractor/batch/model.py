"""What passes between the runner, its workers and the sinks: small, picklable, free of heavy imports."""

from dataclasses import dataclass, field
from typing import Any, Literal

from extractor.errors import ExtractError
from extractor.nlp.recogniser import OWN

Row = dict[str, Any]
"""One row, by column; values are of Python types (`date`, `Decimal`, `str`, `int`, `float`, `None`)."""

Rows = dict[str, list[Row]]
"""The rows of one record, by table; ``documents`` has exactly one."""


class BatchError(ExtractError):
    """A batch cannot start or go on; the text says what to do about it."""

    code = "batch.failed"


class TargetError(BatchError):
    """The target is none that is known, cannot be opened, or holds something else."""

    code = "target.unusable"


class SchemaError(TargetError):
    """The database was made by a version of the schema that this one cannot work with."""

    code = "target.schema"


class AwayError(BatchError):
    """The database did not come back in time."""

    code = "target.away"


class FullError(BatchError):
    """There is no room left where the records go."""

    code = "target.full"


@dataclass(frozen=True, slots=True)
class Options:
    """What changes the records that are made of a document; each is an argument of `extractor.api.extract`."""

    with_text: bool = False
    ner: str | None = OWN
    min_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One input to turn into records.

    Attributes:
        path: a file's path or an fsspec address, as the user or the folder gave it; the ledger's key.
        ordinal: place among the run's inputs, from 0.
        known: SHA-256 of the content that this version has recorded as done; None where nothing is.
        options: what changes its records.
    """

    path: str
    ordinal: int
    known: str | None = None
    options: Options = Options()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an input gave no record: a stable code (``input.empty``, ``limit.time``), and a message for people."""

    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one task.

    Attributes:
        status: ``done`` (has records), ``unchanged`` (the content is what the ledger has as done) or ``failed``.
        sha256: of the input's bytes; None where they could not be read.
        documents: the rows of each record, in the file's order.
        passed_over: parts of a submission that are no loan instruments, for people.
        seconds: time the worker took, without its start.
        worker: process id of the worker, for the logs.
    """

    task: Task
    status: Literal["done", "unchanged", "failed"]
    sha256: str | None = None
    documents: list[Rows] = field(default_factory=list)
    failure: Failure | None = None
    passed_over: list[str] = field(default_factory=list)
    seconds: float = 0.0
    worker: int | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take before its worker is ended.

    Attributes:
        seconds: wall-clock time; None for no limit.
        bytes: resident memory of the worker; None for no limit.
        recycle: documents after which a worker is replaced by a fresh one.
    """

    seconds: float | None = 300.0
    bytes: int | None = 2 * 1024**3
    recycle: int = 2000


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger has for an input: ``version`` made records of content ``sha256`` when ``done``."""

    sha256: str | None
    version: str
    done: bool


@dataclass(slots=True)
class Summary:
    """Counts of a run; ``inputs`` is the sum of ``done``, ``unchanged`` and ``failed``.

    ``repeated`` counts inputs of the target whose content another input has: their records are in it once.
    """

    inputs: int = 0
    done: int = 0
    unchanged: int = 0
    failed: int = 0
    records: int = 0
    repeated: int = 0
    seconds: float = 0.0
    interrupted: bool = False
