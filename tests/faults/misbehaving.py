"""What the workers run in these tests: the real extraction, for documents that do not ask for anything worse."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.api import extract_all as real
from extractor.records import Record


def extract_all(path: Path, **options: Any) -> Iterator[Record]:
    """Records of `path`; a document whose first line is a fault's name has that fault."""
    fault, _, argument = path.read_text(encoding="utf-8", errors="replace").partition("\n")[0].partition(" ")
    if fault == "HANG":
        time.sleep(3600)
    elif fault == "STUCK":  # in one call of foreign code: no signal handler of Python's and no thread gets a turn
        import regex

        regex.match(r"(?:a|a)*$", "a" * 10_000 + "b") if argument else pow(7, 10**9)
    elif fault == "DIE":
        os.kill(os.getpid(), signal.SIGKILL)
    elif fault == "DIE_ONCE":
        mark = Path(argument)
        if not mark.exists():
            mark.touch()
            os._exit(3)
    elif fault == "EAT":
        eaten = []
        while True:
            eaten.append(b"x" * 10_000_000)
    elif fault == "RAISE":
        raise RuntimeError("a fault of the program's own")
    elif fault == "SLOW":
        time.sleep(float(argument))
    yield from real(path, **options)
