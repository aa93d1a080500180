"""One task, start to end, in whatever process it runs."""

import os
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import asdict
from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractor.batch.inputs import digest, opened
from extractor.batch.model import Failure, Outcome, Rows, Task
from extractor.errors import ExtractError

if TYPE_CHECKING:
    from extractor.records import Record

ENTRY = "extractor.api:extract_all"
"""What makes records of a file, as module:function; called as `extractor.api.extract_all` is."""

Entry = Callable[..., Iterable["Record"]]


def load(entry: str) -> Entry:
    """The function that `entry` names; its module, and what that needs, is loaded once a process."""
    module, _, name = entry.partition(":")
    function: Entry = getattr(import_module(module), name)
    return function


def work(task: Task, entry: str, started: Callable[[str], None]) -> Outcome:
    """Does `task`; whatever goes wrong with its document is its outcome.

    Args:
        entry: see `ENTRY`; loaded when the first document needs it.
        started: told the content's SHA-256 when the document's time begins.

    Raises:
        MemoryError: the process' limit was met, and the process is not to be trusted any more.
    """
    clock = time.perf_counter()
    sha256: str | None = None

    def outcome(status: Any, **more: Any) -> Outcome:
        return Outcome(task, status, sha256, seconds=time.perf_counter() - clock, worker=os.getpid(), **more)

    passed_over: list[str] = []
    try:
        with opened(task.path) as path:
            sha256 = digest(path)
            if sha256 == task.known:
                return outcome("unchanged")
            extract_all = load(entry)
            started(sha256)
            clock = time.perf_counter()
            records = extract_all(
                path,
                **asdict(task.options),
                on_passed_over=lambda p: passed_over.append(f"{p.type or 'part'} {p.name}: {p.reason}"),
            )
            documents = [_checked_rows(record, i) for i, record in enumerate(records, 1)]
        sha256 = documents[0]["documents"][0]["sha256"] if documents else sha256
        return outcome("done", documents=documents, passed_over=passed_over)
    except ExtractError as error:
        failure = Failure(error.code, str(error))
    except MemoryError:
        raise
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__}: {error}"[:500]
        failure = Failure("internal", f"{said} ({os.path.basename(where.filename)}:{where.lineno})")
    return outcome("failed", failure=failure, passed_over=passed_over)


def _checked_rows(record: "Record", position: int) -> Rows:
    from extractor.batch.rows import rows_of
    from extractor.schema import validate

    rows = rows_of(record, position)
    validate(rows["documents"][0]["record"])
    return rows
