"""The same work on a Dask cluster: each Dask worker keeps a worker process under guard, as this machine's executor
does.

A worker machine that is lost takes only its tasks with it: Dask gives them to others, and after three losses they come
back here as failures. Outcomes are written by the run alone, so that what it says once is written once, wherever it
was made.
"""

import queue
import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from extractor.batch.executors import failed
from extractor.batch.guard import Guard, Killed
from extractor.batch.inputs import absolute
from extractor.batch.model import BatchError, Failure, Limits, Outcome, Task
from extractor.batch.work import ENTRY
from extractor.errors import MissingExtraError

_AHEAD = 3  # batches in flight for each of the cluster's threads
_BATCH = 4  # tasks in a batch
_TICK = 0.2  # seconds


class DaskExecutor:
    """Hands tasks to the workers of a Dask cluster; see `executors.Executor`.

    Args:
        address: the scheduler's (``tcp://host:8786``), or a `distributed.Client` that exists.
        limits: for each document, as on one machine.
        entry: see `work.ENTRY`; importable on the workers.

    Raises:
        MissingExtraError: Dask is not installed.
        BatchError: no scheduler answers.
    """

    def __init__(self, address: Any, limits: Limits | None = None, entry: str = ENTRY) -> None:
        try:
            from distributed import Client
        except ModuleNotFoundError as error:
            raise MissingExtraError("--dask needs the extra: pip install 'extractor[dask]'") from error
        self._limits = limits or Limits()
        self._entry = entry
        make: Any = Client
        self._own = isinstance(address, str)
        try:
            self._client: Any = make(address, timeout="20s", set_as_default=False) if self._own else address
        except OSError as error:
            raise BatchError(f"no Dask scheduler answers at {address}: {error}") from error

    def run(self, tasks: Iterator[Task]) -> Iterator[Outcome | None]:
        """See `executors.Executor`."""
        waiting: dict[Any, tuple[list[Task], bool]] = {}
        ready: queue.SimpleQueue[Any] = queue.SimpleQueue()
        retries: list[Task] = []
        more = True

        def submit(batch: list[Task], alone: bool) -> None:
            # A relative path means something else where a worker runs.
            sent = [replace(task, path=absolute(task.path)) for task in batch]
            future = self._client.submit(do_batch, sent, self._limits, self._entry, alone, pure=False)
            waiting[future] = batch, alone
            future.add_done_callback(ready.put)

        try:
            while True:
                most = _AHEAD * max(1, sum(self._client.nthreads().values())) if more else 0
                while more and len(waiting) < most:
                    batch = list(islice(tasks, _BATCH))
                    more = len(batch) == _BATCH
                    if batch:
                        submit(batch, False)
                if not more and not waiting:
                    if not retries:
                        return
                    # Alone on the cluster: one at a time, in a fresh process.
                    submit([retries.pop(0)], True)
                try:
                    future = ready.get(timeout=_TICK)
                except queue.Empty:
                    yield None
                    continue
                batch, alone = waiting.pop(future)
                outcomes = future.result() if future.status == "finished" else [None] * len(batch)
                for task, outcome in zip(batch, outcomes, strict=True):
                    if outcome is not None:
                        yield replace(outcome, task=task)
                    elif alone:
                        lost = Failure("worker.lost", "lost with the machines that it was given to")
                        yield Outcome(task, "failed", failure=lost)
                    else:
                        retries.append(task)
        finally:
            self._client.cancel(list(waiting))

    def running(self) -> tuple[str, float] | None:
        """See `executors.Executor`; the cluster's dashboard knows."""
        return None

    def close(self) -> None:
        """Leaves the cluster, which goes on for others."""
        if self._own:
            self._client.close()

    def wait_for(self, workers: int, seconds: float = 60.0) -> None:
        """Waits until the cluster has `workers` workers.

        Raises:
            BatchError: it has not after `seconds`.
        """
        try:
            self._client.wait_for_workers(workers, timeout=seconds)
        except TimeoutError as error:
            raise BatchError(f"the cluster has fewer than {workers} workers") from error


def do_batch(batch: list[Task], limits: Limits, entry: str, alone: bool) -> list[Outcome | None]:
    """On a Dask worker: the outcomes of `batch`, in order; None for a task that ended its process the first time."""
    guard = Guard(entry, limits) if alone else _guard(entry, limits)
    outcomes: list[Outcome | None] = []
    for task in batch:
        try:
            outcomes.append(guard.run(task))
        except Killed as killed:
            outcomes.append(failed(task, killed) if alone else None)
    if alone:
        guard.close()
    return outcomes


def _guard(entry: str, limits: Limits) -> Guard:
    """This thread's guard, kept from batch to batch so that the pipeline is loaded once."""
    here: Any = _guards.setdefault(threading.get_ident(), {})
    return here.setdefault((entry, limits), Guard(entry, limits))  # type: ignore[no-any-return]


_guards: dict[int, dict[tuple[str, Limits], Guard]] = {}
