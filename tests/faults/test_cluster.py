"""A Dask cluster of separate processes: the same rows as on one machine, though one of its workers is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import reading
from copies import copies

from extractor.batch.executors import LocalExecutor
from extractor.batch.model import Limits, Outcome, Summary
from extractor.batch.runner import run, version_of
from extractor.batch.targets import open_sink

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'extractor[dask]'")
from extractor.batch.cluster import DaskExecutor

HERE = str(Path(__file__).parent)


class Cluster:
    """A scheduler and workers, each a process of its own, as on machines of their own."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._environment = {**os.environ, "PYTHONPATH": HERE, "DASK_DISTRIBUTED__WORKER__DAEMON": "True"}
        self._folder = folder
        file = folder / "scheduler.json"
        self.scheduler = self._start(
            "scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1", "--scheduler-file", str(file)
        )
        until = time.monotonic() + 30
        while not file.exists() and time.monotonic() < until:
            time.sleep(0.1)
        time.sleep(0.2)
        self.address = json.loads(file.read_text())["address"]
        # Without its nanny a worker that is killed stays dead, as a machine does.
        self.workers = [
            self._start("worker", self.address, "--nthreads", "1", "--no-dashboard", "--no-nanny", "--name", f"w{i}")
            for i in range(workers)
        ]

    def _start(self, *args: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "distributed.cli.dask_" + args[0], *args[1:]]
        if args[0] == "worker":
            command += ["--local-directory", str(self._folder)]
        elsewhere = self._folder / "elsewhere"
        elsewhere.mkdir(exist_ok=True)
        return subprocess.Popen(
            command, env=self._environment, cwd=elsewhere, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def stop(self) -> None:
        for process in [*self.workers, self.scheduler]:
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path, 3)
    yield made
    made.stop()


class Killer:
    """Kills a worker of the cluster once some documents are done."""

    def __init__(self, victim: "subprocess.Popen[bytes]", after: int) -> None:
        self._victim = victim
        self._after = after

    def outcome(self, outcome: Outcome, summary: Summary) -> None:
        if summary.inputs == self._after:
            self._victim.send_signal(signal.SIGKILL)

    def tick(self, summary: Summary, running: tuple[str, float] | None) -> None:
        pass


def test_worker_killed_in_the_middle(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies(tmp_path / "in", 90, largest=10_000)
    monkeypatch.chdir(tmp_path)  # the workers run in another folder
    paths = sorted(f"in/{path.name}" for path in Path("in").iterdir())
    target, clean = f"sqlite:///{tmp_path}/cluster.db", f"sqlite:///{tmp_path}/clean.db"
    executor = DaskExecutor(cluster.address)
    executor.wait_for(3)
    summary = run(paths, open_sink(target, version_of()), executor, watcher=Killer(cluster.workers[0], 20))
    assert (summary.done, summary.failed) == (90, 0)
    assert cluster.workers[0].wait(5) == -signal.SIGKILL
    run(paths, open_sink(clean, version_of()), LocalExecutor(2))
    assert reading.assert_whole(target) == reading.counts(clean)
    keys = "SELECT document_id FROM documents ORDER BY document_id"
    assert reading.query(target, keys) == reading.query(clean, keys)
    again = run(paths, open_sink(target, version_of()), executor)
    assert (again.done, again.unchanged) == (0, 90)
    executor.close()


def test_the_readmes_commands(tmp_path: Path) -> None:
    """Scheduler, three workers and a run, as the README has them, but for addresses."""
    dask = Path(sys.executable).with_name("dask")
    if not dask.exists():
        pytest.skip("no dask program beside this Python")
    copies(tmp_path / "in", 12, largest=10_000)
    file = tmp_path / "scheduler.json"
    common = {"cwd": tmp_path, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [
        subprocess.Popen(
            [dask, "scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1", "--scheduler-file", file],
            **common,
        )
    ]
    try:
        until = time.monotonic() + 30
        while not file.exists() and time.monotonic() < until:
            time.sleep(0.1)
        time.sleep(0.2)
        address = json.loads(file.read_text())["address"]
        command = [
            dask,
            "worker",
            address,
            "--nworkers",
            "1",
            "--nthreads",
            "1",
            "--no-dashboard",
            "--local-directory",
            tmp_path,
        ]
        started += [subprocess.Popen(command, **common) for _ in range(3)]
        program = [sys.executable, "-c", "from extractor.cli import main; main()"]
        done = subprocess.run(
            [*program, "in", "--to", "loans.parquet", "--dask", address],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "13 records from 12 inputs, 0 failed" in done.stderr
        assert (tmp_path / "loans.parquet").exists()
    finally:
        for process in started:
            process.terminate()  # so that a nanny ends its worker
        for process in started:
            process.wait(30)


def test_limits_hold_there_too(cluster: Cluster, tmp_path: Path) -> None:
    paths = copies(tmp_path / "in", 12, largest=10_000)
    for path, fault in zip(paths, ("HANG", "DIE", "EAT"), strict=False):
        path.write_text(f"{fault}\n{path.read_text()}")
    executor = DaskExecutor(cluster.address, Limits(4.0, 400 * 1024**2), "misbehaving:extract_all")
    target = f"sqlite:///{tmp_path}/cluster.db"
    summary = run(map(str, paths), open_sink(target, version_of()), executor)
    assert (summary.done, summary.failed) == (9, 3)
    rows = reading.query(target, "SELECT name, error FROM failures ORDER BY name")
    assert rows == [(p.name, e) for p, e in zip(paths, ("limit.time", "worker.died", "limit.memory"), strict=False)]
    executor.close()
