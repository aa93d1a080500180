"""Who does the tasks: the processes of this machine here, a Dask cluster's in `cluster`, through one interface."""

import contextlib
import os
import queue
import threading
import time
from collections.abc import Iterator
from typing import Protocol

from extractor.batch.guard import Guard, Killed
from extractor.batch.inputs import digest, opened
from extractor.batch.model import Limits, Outcome, Task
from extractor.batch.work import ENTRY
from extractor.errors import ExtractError

AHEAD = 12  # tasks handed out for each worker
_TICK = 0.2  # seconds between two chances for the caller to look around
_PATIENCE = 5.0  # seconds that a thread has to see that its worker was ended


class Executor(Protocol):
    """Does tasks."""

    def run(self, tasks: Iterator[Task]) -> Iterator[Outcome | None]:
        """Outcomes in the order they come, one a task; None now and then while there is none.

        `tasks` is asked in the caller's thread, and for no more than is soon needed. Closing the iterator ends the
        work.
        """

    def running(self) -> tuple[str, float] | None:
        """The task that has been running for longest, and for how many seconds."""


def failed(task: Task, killed: Killed) -> Outcome:
    """The outcome of a task that ended its worker twice."""
    sha256 = killed.sha256
    if sha256 is None:
        try:
            with opened(task.path) as path:
                sha256 = digest(path)
        except ExtractError:
            pass
    return Outcome(task, "failed", sha256, failure=killed.failure)


class LocalExecutor:
    """Worker processes of this machine, each with a thread that waits for it.

    A task that ends its worker is done again when all others are, alone on the machine and in a fresh worker.
    """

    def __init__(self, workers: int | None = None, limits: Limits | None = None, entry: str = ENTRY) -> None:
        self.workers = workers or usable_cores()
        self._limits = limits or Limits()
        self._entry = entry
        self._guards: list[Guard] = []

    def run(self, tasks: Iterator[Task]) -> Iterator[Outcome | None]:
        """See `Executor`."""
        todo: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        done: queue.SimpleQueue[tuple[Task, Outcome | Exception]] = queue.SimpleQueue()
        self._guards = [Guard(self._entry, self._limits) for _ in range(self.workers)]
        threads = [
            threading.Thread(target=_serve, args=(guard, todo, done), name="extractor-worker", daemon=True)
            for guard in self._guards
        ]
        for thread in threads:
            thread.start()
        suspects: list[Task] = []
        try:
            waiting = 0
            more = True
            while more or waiting:
                # Enough to keep the workers busy while the caller writes; what is ahead is all that memory holds.
                while more and waiting < AHEAD * self.workers:
                    task = next(tasks, None)
                    more = task is not None
                    if task is not None:
                        todo.put(task)
                        waiting += 1
                try:
                    task, result = done.get(timeout=_TICK)
                except queue.Empty:
                    yield None
                    continue
                waiting -= 1
                if isinstance(result, Killed):
                    suspects.append(task)
                elif isinstance(result, Exception):
                    raise result
                else:
                    yield result
            self._end()
            for task in suspects:
                yield from self._alone(task)
        finally:
            # What nobody began stays undone: each of these tasks would start a worker for the guard to end at once.
            with contextlib.suppress(queue.Empty):
                while True:
                    todo.get_nowait()
            self._end()
            for _ in threads:
                todo.put(None)
            # A thread that still starts or ends a process while the interpreter shuts down may take it down.
            for thread in threads:
                thread.join(_PATIENCE)

    def running(self) -> tuple[str, float] | None:
        """See `Executor`."""
        busy = [(guard.since, task.path) for guard in self._guards if (task := guard.task) is not None]
        if not busy:
            return None
        since, path = min(busy)
        return path, time.monotonic() - since

    def _alone(self, task: Task) -> Iterator[Outcome | None]:
        guard = Guard(self._entry, self._limits)
        self._guards = [guard]
        results: queue.SimpleQueue[tuple[Task, Outcome | Exception]] = queue.SimpleQueue()
        todo: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        todo.put(task)
        todo.put(None)
        threading.Thread(target=_serve, args=(guard, todo, results), name="extractor-retry", daemon=True).start()
        try:
            while True:
                try:
                    _, result = results.get(timeout=_TICK)
                    break
                except queue.Empty:
                    yield None
        finally:
            guard.close()
        if isinstance(result, Killed):
            yield failed(task, result)
        elif isinstance(result, Exception):
            raise result
        else:
            yield result

    def _end(self) -> None:
        for guard in self._guards:
            guard.close()
        self._guards = []


def _serve(
    guard: Guard,
    todo: "queue.SimpleQueue[Task | None]",
    done: "queue.SimpleQueue[tuple[Task, Outcome | Exception]]",
) -> None:
    while (task := todo.get()) is not None:
        try:
            result: Outcome | Exception = guard.run(task)
        except Exception as error:  # anything else would leave the run waiting for ever
            result = error
        done.put((task, result))


def usable_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
