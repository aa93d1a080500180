"""A run: inputs through an executor into a sink, whole transactions at a time, until all is done or it is stopped."""

import logging
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, Protocol

from extractor.batch.executors import Executor
from extractor.batch.model import Options, Outcome, Summary, Task
from extractor.batch.targets import Sink
from extractor.nlp.recogniser import OWN, title_of
from extractor.version import __version__

log = logging.getLogger("extractor.batch")
log.addHandler(logging.NullHandler())  # silent unless someone listens
_LOOKUP = 200  # inputs looked up in the ledger at once
_LARGE = 8_000_000  # characters of the records in a transaction


class Watcher(Protocol):
    """Who wants to know how a run goes."""

    def outcome(self, outcome: Outcome, summary: Summary) -> None:
        """An input is finished, though not written yet."""

    def tick(self, summary: Summary, running: tuple[str, float] | None) -> None:
        """Time went by."""


def version_of(options: Options | None = None) -> str:
    """What the ledger calls the maker of a record: the version, and what else changes what it makes.

    >>> version_of(Options(with_text=True)).removeprefix(__version__)
    '+text'
    >>> version_of(Options(ner=None, min_confidence=0.9)).removeprefix(__version__)
    '+rules+confidence>=0.9'
    """
    options = options or Options()
    by = "" if options.ner == OWN else "+rules" if options.ner is None else f"+{title_of(options.ner)}"
    least = "" if options.min_confidence is None else f"+confidence>={options.min_confidence:g}"
    return __version__ + ("+text" if options.with_text else "") + by + least


def run(
    paths: Iterable[str],
    sink: Sink,
    executor: Executor,
    *,
    options: Options | None = None,
    watcher: Watcher | None = None,
) -> Summary:
    """Makes records of `paths` into `sink`, which it closes.

    What the sink has as done by this version, and has not changed since, is left alone. The first Ctrl-C (or SIGTERM)
    stops the run once what is finished is written; work on a document at that moment is done again by the next run.

    Raises:
        BatchError: it cannot go on; what was written stays, and the next run goes on from there.
    """
    summary = Summary()
    clock = time.monotonic()
    stopping = threading.Event()
    pending: list[Outcome] = []
    oldest, size = 0.0, 0
    with _closing(sink), _stopped_by_signal(stopping):
        outcomes = executor.run(_tasks(paths, sink, options or Options(), stopping))
        try:
            for outcome in outcomes:
                if stopping.is_set():
                    summary.interrupted = True
                    break
                summary.seconds = time.monotonic() - clock
                if outcome is not None:
                    oldest, size = (oldest, size) if pending else (summary.seconds, 0)
                    pending.append(outcome)
                    size += _length(outcome)
                    _count(summary, outcome)
                    _log(outcome)
                    if watcher is not None:
                        watcher.outcome(outcome, summary)
                if watcher is not None:
                    watcher.tick(summary, executor.running())
                full = len(pending) >= sink.pace.outcomes or size > _LARGE
                if pending and (full or summary.seconds - oldest > sink.pace.seconds):
                    _write(sink, pending)
            summary.interrupted = summary.interrupted or stopping.is_set()
        finally:
            outcomes.close()  # type: ignore[attr-defined]
        if pending:
            _write(sink, pending)
        if not summary.interrupted:
            summary.repeated = sink.repeated()
            sink.finish()
    summary.seconds = time.monotonic() - clock
    return summary


def _tasks(paths: Iterable[str], sink: Sink, options: Options, stopping: threading.Event) -> Iterator[Task]:
    version = version_of(options)
    numbered = enumerate(paths)
    while piece := list(islice(numbered, _LOOKUP)):
        known = sink.known([path for _, path in piece])
        for ordinal, path in piece:
            if stopping.is_set():
                return
            before = known.get(path)
            done = before is not None and before.done and before.version == version
            yield Task(path, ordinal, before.sha256 if done and before else None, options)


def _length(outcome: Outcome) -> int:
    """Characters of the outcome's records."""
    return sum(len(rows["documents"][0]["record"]) for rows in outcome.documents)


def _write(sink: Sink, pending: list[Outcome]) -> None:
    sink.write(pending)
    log.info("written", extra={"event": "batch.written", "inputs": len(pending)})
    pending.clear()


def _count(summary: Summary, outcome: Outcome) -> None:
    summary.inputs += 1
    summary.records += len(outcome.documents)
    setattr(summary, outcome.status, getattr(summary, outcome.status) + 1)


def _log(outcome: Outcome) -> None:
    extra: dict[str, Any] = {
        "event": f"input.{outcome.status}",
        "path": outcome.task.path,
        "sha256": outcome.sha256,
        "records": len(outcome.documents),
        "seconds": round(outcome.seconds, 3),
        "worker": outcome.worker,
    }
    if outcome.failure is not None:
        extra |= {"error": outcome.failure.error, "reason": outcome.failure.message}
    log.log(logging.WARNING if outcome.failure else logging.INFO, outcome.status, extra=extra)


@contextmanager
def _closing(sink: Sink) -> Iterator[None]:
    try:
        yield
    finally:
        sink.close()


@contextmanager
def _stopped_by_signal(stopping: threading.Event) -> Iterator[None]:
    """Within the block the first SIGINT or SIGTERM sets `stopping`; a second one does what it did before."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before: dict[signal.Signals, Any] = {}

    def stop(number: int, frame: Any) -> None:
        stopping.set()
        signal.signal(number, before[signal.Signals(number)])

    handler: Callable[[int, Any], None] = stop
    for number in (signal.SIGINT, signal.SIGTERM):
        before[number] = signal.signal(number, handler)
    try:
        yield
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)
