"""How a run goes: a line that changes on a terminal, plain lines where there is none, JSON lines for machines."""

import json
import logging
import time
from collections.abc import Callable
from typing import Any, Literal

from extractor.batch.model import Outcome, Summary

Say = Callable[[str], None]
"""Writes one line to standard error."""

_EVERY = 10.0  # seconds between two plain lines
_SLOW = 2.0  # seconds after which a file is named as slow
_STANDARD = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class Lines:
    """Failures by name, and a plain line now and then; with `quiet` the failures alone."""

    def __init__(self, say: Say, total: int | None, *, quiet: bool = False, every: float = _EVERY) -> None:
        self._say = say
        self._total = total
        self._quiet = quiet
        self._every = every
        self._last = time.monotonic()

    def outcome(self, outcome: Outcome, summary: Summary) -> None:
        """See `runner.Watcher`."""
        if outcome.failure is not None:
            self._say(f"extract: {outcome.task.path}: {outcome.failure.message}")
        for part in outcome.passed_over if not self._quiet else []:
            self._say(f"extract: {outcome.task.path}: passed over {part}")

    def tick(self, summary: Summary, running: tuple[str, float] | None) -> None:
        """See `runner.Watcher`."""
        now = time.monotonic()
        if not self._quiet and now - self._last >= self._every:
            self._last = now
            self._say(f"extract: {describe(summary, self._total)}{slow(running)}")


class Bar:
    """A line on the terminal that changes in place, with failures by name above it."""

    def __init__(self, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._progress = Progress(
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}, {task.fields[failed]} failed,"),
            TimeRemainingColumn(compact=True),
            TextColumn("left{task.fields[slow]}", markup=False),
            console=Console(stderr=True, highlight=False),
            refresh_per_second=4,
            transient=True,
        )
        self._task = self._progress.add_task("", total=total, rate="", failed=0, slow="")
        self._lines = Lines(lambda line: self._progress.console.print(line, markup=False), None, every=float("inf"))

    def __enter__(self) -> "Bar":
        """Starts to draw."""
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> Literal[False]:
        """Leaves the terminal as it was."""
        self._progress.stop()
        return False

    def outcome(self, outcome: Outcome, summary: Summary) -> None:
        """See `runner.Watcher`."""
        self._lines.outcome(outcome, summary)

    def tick(self, summary: Summary, running: tuple[str, float] | None) -> None:
        """See `runner.Watcher`."""
        self._progress.update(
            self._task, completed=summary.inputs, rate=rate(summary), failed=summary.failed, slow=slow(running)
        )


class JsonLines(logging.Formatter):
    """A log record as one line of JSON: time (UTC), level, and the event with its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter`."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line: dict[str, Any] = {
            "time": f"{stamp}.{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "event": getattr(record, "event", "message"),
            "message": record.getMessage(),
        }
        line |= {k: v for k, v in vars(record).items() if k not in _STANDARD and k not in line}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def rate(summary: Summary) -> str:
    """Inputs in a second.

    >>> rate(Summary(inputs=30, seconds=2.0))
    '15.0/s'
    """
    return f"{summary.inputs / summary.seconds:.1f}/s" if summary.seconds else "-/s"


def describe(summary: Summary, total: int | None) -> str:
    """Where a run is.

    >>> describe(Summary(inputs=30, failed=1, seconds=2.0), 90)
    '30 of 90 files, 15.0/s, 1 failed, 4 s left'
    """
    text = (
        f"{summary.inputs}{f' of {total}' if total is not None else ''} files, {rate(summary)}, {summary.failed} failed"
    )
    if total is not None and summary.inputs:
        text += f", {duration((total - summary.inputs) * summary.seconds / summary.inputs)} left"
    return text


def slow(running: tuple[str, float] | None) -> str:
    """The file that takes long, if there is one.

    >>> slow(("a.pdf", 12.3)), slow(("a.pdf", 0.3))
    ('; for 12 s: a.pdf', '')
    """
    return f"; for {duration(running[1])}: {running[0]}" if running is not None and running[1] > _SLOW else ""


def duration(seconds: float) -> str:
    """A span of time for people.

    >>> duration(4), duration(95), duration(7300)
    ('4 s', '1 min 35 s', '2 h 1 min')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
