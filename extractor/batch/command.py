"""``extract … --to TARGET``, behind the command line: options in, exit status out, words through a function."""

import logging
import re
import sys
from collections.abc import Sequence
from contextlib import ExitStack

from extractor.batch.executors import Executor, LocalExecutor
from extractor.batch.inputs import expand
from extractor.batch.model import BatchError, Limits, Options, Summary, TargetError
from extractor.batch.names import PassedOver
from extractor.batch.progress import Bar, JsonLines, Lines, Say, duration
from extractor.batch.runner import Watcher, run, version_of
from extractor.batch.targets import open_sink
from extractor.batch.work import ENTRY
from extractor.errors import ExtractError

_INTERRUPTED = 130  # as shells say of what Ctrl-C ended
_AGAIN = "run the same command again to go on"
_FIGURES = ("inputs", "done", "unchanged", "failed", "records", "repeated", "seconds")
_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3, "T": 1024**4}


def size(text: str) -> int:
    """Bytes of a size as people write it.

    Raises:
        ValueError: it is none.

    >>> size("2GB"), size("512 MiB"), size("0")
    (2147483648, 536870912, 0)
    """
    match = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)\s*([KMGT]?)(?:i?B)?", text.strip(), re.IGNORECASE)
    if match is None:
        raise ValueError(f"{text!r} is no size; for instance 2GB or 500MB")
    return int(float(match[1]) * _UNITS[match[2].upper()])


def to_target(
    inputs: Sequence[str],
    target: str,
    say: Say,
    *,
    workers: int | None = None,
    timeout: float = 300.0,
    memory: int = 2 * 1024**3,
    options: Options | None = None,
    quiet: bool = False,
    log_json: bool = False,
    dask: str | None = None,
    entry: str = ENTRY,
) -> int:
    """Makes records of `inputs` into `target`.

    Args:
        inputs: files, folders, globs, fsspec addresses.
        target: as `targets.open_sink` knows them.
        say: writes a line to standard error.
        workers: processes; as many as there are cores where None.
        timeout: seconds for a document; 0 for no limit.
        memory: bytes for a document; 0 for no limit.
        options: what changes the records.
        quiet: nothing but failures.
        log_json: JSON lines instead of words.
        dask: address of a Dask scheduler that hands the work out.
        entry: see `work.ENTRY`.

    Returns:
        Exit status: 0 all gave records, 1 some failed or the run broke off, 2 the target is unusable, 130 stopped by
        hand.
    """
    log = logging.getLogger("extractor.batch")
    passed_over = PassedOver()
    with ExitStack() as stack:
        if log_json:
            _log_to(stack, log, say)
            say = _nothing
        try:
            sink = open_sink(target, version_of(options))
        except ExtractError as error:
            log.error("%s", _without_password(str(error)), extra={"event": "run.failed", "error": error.code})
            say(f"extract: {_without_password(str(error))}")
            return 2
        limits = Limits(timeout or None, memory or None)
        try:
            if "-" in inputs:
                raise TargetError("standard input cannot go to a target: give it a file's name")
            executor = _executor(stack, dask, workers, limits, entry)
            log.info("started", extra={"event": "run.started", "target": _without_password(target)})
            watcher = _watcher(stack, inputs, say, quiet or log_json)
            summary = run(expand(inputs, passed_over), sink, executor, options=options, watcher=watcher)
        except KeyboardInterrupt:  # before the run listens to signals itself, or a second time
            sink.close()
            log.info("stopped", extra={"event": "run.stopped"})
            say(_stopped(target))
            return _INTERRUPTED
        except ExtractError as error:
            sink.close()
            log.error("%s", _without_password(str(error)), extra={"event": "run.failed", "error": error.code})
            say(
                f"extract: {_without_password(str(error))}"
                + (f"; {_AGAIN}" if not isinstance(error, TargetError) else "")
            )
            return 2 if isinstance(error, TargetError) or not isinstance(error, BatchError) else 1
        event = "run.stopped" if summary.interrupted else "run.finished"
        log.info("finished", extra={"event": event, **_fields(summary), "passed_over": dict(passed_over.kinds)})
    if summary.interrupted:
        say(_stopped(target))
        return _INTERRUPTED
    if passed_over and not quiet:
        say(f"extract: {passed_over}")
    if not summary.inputs:
        say("extract: the folders hold no document")
        return 1
    if not quiet:
        unchanged = f", {summary.unchanged} unchanged" if summary.unchanged else ""
        repeated = f"; {summary.repeated} repeat the content of others, kept once" if summary.repeated else ""
        say(
            f"extract: {summary.records} records from {summary.inputs} inputs{unchanged}, {summary.failed} failed, "
            f"in {duration(summary.seconds)}{repeated}"
        )
    return 1 if summary.failed else 0


def _executor(stack: ExitStack, dask: str | None, workers: int | None, limits: Limits, entry: str) -> Executor:
    if dask is None:
        return LocalExecutor(workers, limits, entry)
    from extractor.batch.cluster import DaskExecutor

    executor = DaskExecutor(dask, limits, entry)
    stack.callback(executor.close)
    return executor


def _watcher(stack: ExitStack, inputs: Sequence[str], say: Say, quiet: bool) -> Watcher:
    if quiet:
        return Lines(say, None, quiet=True)
    total = sum(1 for _ in expand(inputs))
    return stack.enter_context(Bar(total)) if sys.stderr.isatty() else Lines(say, total)


def _log_to(stack: ExitStack, log: logging.Logger, say: Say) -> None:
    class _Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            say(self.format(record))

    handler = _Handler()
    handler.setFormatter(JsonLines())
    level = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    stack.callback(log.setLevel, level)
    stack.callback(log.removeHandler, handler)


def _stopped(target: str) -> str:
    return f"extract: stopped; what was finished is in {_without_password(target)}: {_AGAIN}"


def _nothing(_: str) -> None:
    """Words have no place among JSON lines."""


def _fields(summary: Summary) -> dict[str, float]:
    return {name: getattr(summary, name) for name in _FIGURES}


def _without_password(target: str) -> str:
    """The target as it may be shown.

    >>> _without_password("postgresql://me:secret@db/loans")
    'postgresql://me:***@db/loans'
    """
    return re.sub(r"(://[^:/@]*):[^@/]*@", r"\1:***@", target)
