"""The program that a worker process runs: ``python -m extractor.batch.worker ENTRY SECONDS BYTES``.

Tasks come in on standard input, outcomes go out on what was standard output. The run that started it ends it when a
document takes too much; what follows here holds even when that run is gone, or the interpreter is stuck in foreign
code.
"""

import os
import signal
import sys
from typing import BinaryIO

from extractor.batch import wire
from extractor.batch.model import Task
from extractor.batch.work import work

_GRACE = 5.0  # seconds that the run has to end it first, for its words are better


def main(entry: str, seconds: float, memory: int) -> None:
    """Serves tasks until the other side closes; 0 stands for no limit."""
    incoming, outgoing = sys.stdin.buffer, _own_output()

    def started(sha256: str) -> None:
        if seconds and hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
        _limit_memory(memory)
        wire.send(outgoing, ("started", sha256))

    while True:
        try:
            task: Task = wire.receive(incoming)
        except EOFError:
            return
        try:
            outcome = work(task, entry, started)
        except MemoryError:
            _limit_memory(0)
            wire.send(outgoing, ("memory", None))
            return
        finally:
            if hasattr(signal, "setitimer"):
                signal.setitimer(signal.ITIMER_REAL, 0)
        _limit_memory(0)
        wire.send(outgoing, ("outcome", outcome))


def _own_output() -> BinaryIO:
    """The pipe to the run; what a library prints must not get into it."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


def _limit_memory(memory: int) -> None:
    """Keeps a document from taking the machine down between two looks of the run; 0 lifts it.

    Twice the limit in address space, which is more than resident memory: the run's looks are what decides.
    """
    if sys.platform != "linux":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = hard
    if memory:
        with open("/proc/self/statm") as file:
            taken = int(file.read().split()[0]) * resource.getpagesize()
        soft = taken + 2 * memory if hard == resource.RLIM_INFINITY else min(taken + 2 * memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


if __name__ == "__main__":
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
