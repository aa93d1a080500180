"""Thousands of documents into every target: rates, the parent's memory, rows checked against records, workers compared.

    python tests/benchmarks/batch_scale.py [--documents 5000] [--targets sqlite,duckdb,parquet,postgres] [--workers 2]

Prints one line of JSON a measurement. PostgreSQL is the server that EXTRACTOR_POSTGRES names, or one of its own.
"""

import argparse
import json
import os
import resource
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults"))

import databases
import reading
from copies import copies

from extractor.batch.executors import LocalExecutor
from extractor.batch.guard import resident
from extractor.batch.model import Limits
from extractor.batch.runner import run, version_of
from extractor.batch.targets import open_sink, state_of


class Memory(threading.Thread):
    """Largest resident memory of this process while it runs, in bytes."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.05):
            self.most = max(self.most, resident(os.getpid()))

    def stop(self) -> int:
        self._over.set()
        self.join()
        return self.most


def measure(kind: str, target: str, paths: list[Path], workers: int) -> dict[str, object]:
    """One run in a process of its own, so that its memory is its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        memory = Memory()
        memory.start()
        summary = run(map(str, paths), open_sink(target, version_of()), LocalExecutor(workers, Limits()))
        figures = {
            "target": kind,
            "documents": len(paths),
            "workers": workers,
            "seconds": round(summary.seconds, 1),
            "per_second": round(len(paths) / summary.seconds, 1),
            "parent_cpu_seconds": round(resource.getrusage(resource.RUSAGE_SELF).ru_utime, 1),
            "parent_mb": round(memory.stop() / 1e6, 1),
            "records": summary.records,
            "failed": summary.failed,
        }
        os.write(writer, json.dumps(figures).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        figures = json.load(pipe)
    os.waitpid(child, 0)
    return figures | {"rows_agree": check(target, figures["records"])}


def check(target: str, records: int) -> bool:
    """Whether the target holds exactly the run's records, and their rows."""
    if target.endswith(".parquet"):
        import pyarrow.parquet as pq

        return bool(pq.read_metadata(target).num_rows == records)
    if target.endswith(".jsonl"):
        with open(target, encoding="utf-8") as file:
            return sum(1 for _ in file) == records
    return reading.assert_whole(target)["documents"] == records


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--targets", default="sqlite,duckdb,parquet,postgres")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--largest", type=int, default=None, help="characters of the largest document copied")
    args = parser.parse_args()
    server = None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = copies(folder / "in", args.documents, largest=args.largest)
        for kind in args.targets.split(","):
            stem = folder / f"{kind}-{time.monotonic_ns()}"
            if kind == "postgres":
                url = os.environ.get("EXTRACTOR_POSTGRES")
                if url is None:
                    server = databases.Server()
                    url = server.url()
                target = url
            else:
                target = f"{kind}:///{stem}.db" if kind in ("sqlite", "duckdb") else f"{stem}.{kind}"
            print(json.dumps(measure(kind, target, paths, args.workers)), flush=True)
            for leftover in (stem, state_of(stem)):
                leftover.unlink(missing_ok=True)
    if server is not None:
        server.remove()


if __name__ == "__main__":
    main()
