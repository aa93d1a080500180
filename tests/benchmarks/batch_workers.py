"""One worker against two, in turn, on the same documents: how much faster, and whether the cores were free for it.

    python tests/benchmarks/batch_workers.py [--documents 520] [--targets sqlite,duckdb] [--rounds 3]

Prints one line of JSON a run, and for each pair of runs how many times faster two workers were. `others` is the time
that the cores spent on other programs meanwhile, in core seconds: where it is not near 0, the cores were not free, and
the ratio says nothing. Waits before each run until they are, for `--patience` seconds at most.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults"))

from copies import copies

PROGRAM = [sys.executable, "-c", "from extractor.cli import main; main()"]


def busy() -> float:
    """Core seconds that this machine has worked since it started."""
    with open("/proc/stat") as file:
        user, nice, system, _, _, irq, soft, *_ = map(int, file.readline().split()[1:])
    return (user + nice + system + irq + soft) / 100


def own() -> float:
    """Core seconds of the runs so far, with their workers."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def wait_until_free(patience: float) -> None:
    """Waits until the cores have done next to nothing for two seconds."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        before = busy()
        time.sleep(2.0)
        if busy() - before < 0.2:
            return


def once(folder: Path, target: str, workers: int) -> dict[str, float]:
    """Figures of one run."""
    working, mine, clock = busy(), own(), time.perf_counter()
    subprocess.run([*PROGRAM, str(folder), "--to", target, "--workers", str(workers), "--quiet"], check=True)
    seconds = time.perf_counter() - clock
    cpu = own() - mine
    return {"seconds": round(seconds, 2), "cpu": round(cpu, 2), "others": round(busy() - working - cpu, 2)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=520)
    parser.add_argument("--targets", default="sqlite,duckdb,parquet")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--patience", type=float, default=0.0)
    args = parser.parse_args()
    forms = {"sqlite": "sqlite:///{}.db", "duckdb": "duckdb:///{}.duckdb"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies(folder / "in", args.documents)
        for number in range(args.rounds):
            for kind in args.targets.split(","):
                seconds = {}
                for workers in (1, 2):
                    wait_until_free(args.patience)
                    target = forms.get(kind, "{}." + kind).format(folder / f"{kind}-{number}-{workers}")
                    figures = once(folder / "in", target, workers)
                    seconds[workers] = figures["seconds"]
                    print(json.dumps({"target": kind, "workers": workers, **figures}), flush=True)
                print(json.dumps({"target": kind, "times_faster": round(seconds[1] / seconds[2], 2)}), flush=True)


if __name__ == "__main__":
    main()
