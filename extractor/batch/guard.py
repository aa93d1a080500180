"""A worker process under guard: it gets a task, and gives an outcome or is ended.

Why not a pool that exists: `concurrent.futures` cannot end one worker, pebble ends them for time but not for memory,
and both start them through `multiprocessing`, which a Dask worker, being a daemon, may not. A program with two pipes
has none of that.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from typing import IO, Any, BinaryIO, cast

from extractor.batch import wire
from extractor.batch.model import Failure, Limits, Outcome, Task

_LOOK = 0.05  # seconds between two looks at time and memory
_START = 120.0  # seconds for a worker to load, and for an input to be read from its storage


class Killed(Exception):  # noqa: N818  (not an error of this program's)
    """The task ended its worker.

    Attributes:
        failure: how.
        sha256: of the input, where it came that far.
    """

    def __init__(self, failure: Failure, sha256: str | None) -> None:
        super().__init__(failure.message)
        self.failure = failure
        self.sha256 = sha256


class Guard:
    """One worker at a time, replaced when it ends, has grown too large, or has done its share; for one thread."""

    def __init__(self, entry: str, limits: Limits) -> None:
        self._entry = entry
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._done = 0
        self._deadline: float | None = None
        self._reason: Failure | None = None
        self._closed = False
        self.task: Task | None = None
        self.since = 0.0

    def run(self, task: Task) -> Outcome:
        """Does `task`.

        Raises:
            Killed: its worker died, or had to be ended.
        """
        process = self._process or self._start()
        sha256 = None
        self._reason = None
        self.task, self.since = task, time.monotonic()
        self._deadline = self.since + _START
        try:
            wire.send(cast(BinaryIO, process.stdin), task)
            while True:
                kind, content = wire.receive(cast(BinaryIO, process.stdout))
                if kind == "started":
                    sha256, self.since = content, time.monotonic()
                    self._deadline = self.since + self._limits.seconds if self._limits.seconds else None
                elif kind == "memory":
                    self._reason = self._too_large()
                    raise EOFError
                else:
                    outcome: Outcome = content
                    self._deadline = None
                    self._recycle(process)
                    return outcome
        except (EOFError, OSError) as error:
            self._deadline = None
            raise Killed(self._end(process), sha256) from error
        finally:
            self.task = None

    def close(self) -> None:
        """Ends the worker, whatever it does; from any thread, and for good."""
        self._closed = True
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def _start(self) -> "subprocess.Popen[bytes]":
        if self._errors is not None:
            self._errors.close()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115
        command = [sys.executable, "-m", "extractor.batch.worker", self._entry]
        # Python puts the working directory first on its path: with what the run was started with, imports stay the
        # same.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        process = subprocess.Popen(
            [*command, str(self._limits.seconds or 0), str(self._limits.bytes or 0)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=environment,
            start_new_session=True,  # Ctrl-C is for the run, which ends its workers itself
        )
        self._process, self._done = process, 0
        threading.Thread(target=self._watch, args=(process,), name="extractor-watch", daemon=True).start()
        if self._closed:
            process.kill()
        return process

    def _watch(self, process: "subprocess.Popen[bytes]") -> None:
        """Ends the worker when its document takes too much."""
        while process.poll() is None:
            deadline = self._deadline
            if deadline is not None and time.monotonic() > deadline:
                limit = self._limits.seconds or _START
                self._reason = Failure("limit.time", f"took more than {limit:g} s, in each of two tries")
                process.kill()
            elif self._limits.bytes and self.task is not None and resident(process.pid) > self._limits.bytes:
                self._reason = self._too_large()
                process.kill()
            time.sleep(_LOOK)

    def _too_large(self) -> Failure:
        limit = (self._limits.bytes or 0) / 1024**2
        return Failure("limit.memory", f"took more than {limit:.0f} MB of memory, in each of two tries")

    def _recycle(self, process: "subprocess.Popen[bytes]") -> None:
        self._done += 1
        grown = self._limits.bytes is not None and resident(process.pid) > self._limits.bytes // 2
        if grown or self._done >= self._limits.recycle:
            self._process = None
            cast(BinaryIO, process.stdin).close()
            threading.Thread(target=_reap, args=(process,), daemon=True).start()

    def _end(self, process: "subprocess.Popen[bytes]") -> Failure:
        """Why a worker that is silent for good is so."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(1.0)
        process.kill()
        code = process.wait()
        _close(process)
        self._process = None
        if self._reason is not None:
            return self._reason
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"status {code}"
        return Failure("worker.died", f"ended its worker ({how}), in each of two tries{self._last_words()}")

    def _last_words(self) -> str:
        if self._errors is None:
            return ""
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - 2000))
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return f": {lines[-1][:300]}" if lines else ""


def resident(pid: int) -> int:
    """Resident memory of a process in bytes; 0 where it is gone or cannot be known."""
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        pass
    # Without /proc, ps knows; it is too slow to ask twenty times a second where that can be helped.
    try:
        said = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, timeout=5, check=False).stdout
        return int(said or 0) * 1024
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0


def _reap(process: "subprocess.Popen[bytes]") -> None:
    try:
        process.wait(10.0)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    _close(process)


def _close(process: "subprocess.Popen[Any]") -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
