"""Documents that hang, eat memory, or take their worker down: named, done twice, in nobody else's way."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import reading
from copies import copies

from extractor.batch.executors import AHEAD, LocalExecutor
from extractor.batch.guard import Guard, resident
from extractor.batch.model import Limits, Outcome, Task
from extractor.batch.runner import run, version_of
from extractor.batch.targets import open_sink

ENTRY = "misbehaving:extract_all"
MB = 1024**2


def go(
    paths: list[Path], *, workers: int = 2, seconds: float | None = 60.0, memory: int | None = None, recycle: int = 100
) -> list[Outcome]:
    """Outcomes of `paths`, in their order."""
    executor = LocalExecutor(workers, Limits(seconds, memory, recycle), ENTRY)
    tasks: Iterator[Task] = iter([Task(str(path), i) for i, path in enumerate(paths)])
    found = [outcome for outcome in executor.run(tasks) if outcome is not None]
    assert sorted(o.task.ordinal for o in found) == list(range(len(paths)))
    return sorted(found, key=lambda o: o.task.ordinal)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return copies(tmp_path / "in", 6, largest=12_000)


def spoil(path: Path, fault: str) -> None:
    path.write_text(f"{fault}\n{path.read_text()}")


@pytest.mark.parametrize("fault", ["HANG", "STUCK"])
def test_document_that_hangs(paths: list[Path], fault: str) -> None:
    spoil(paths[2], fault)
    start = time.monotonic()
    outcomes = go(paths, seconds=4.0)
    assert time.monotonic() - start < 60
    assert [o.status for o in outcomes] == ["done", "done", "failed", "done", "done", "done"]
    failure = outcomes[2].failure
    assert failure is not None
    assert (failure.error, failure.message) == ("limit.time", "took more than 4 s, in each of two tries")
    assert outcomes[2].sha256 is not None


def test_document_that_eats_memory(paths: list[Path]) -> None:
    spoil(paths[0], "EAT")
    outcomes = go(paths, memory=400 * MB)
    assert [o.status for o in outcomes] == ["failed"] + ["done"] * 5
    failure = outcomes[0].failure
    assert failure is not None
    assert (failure.error, failure.message) == ("limit.memory", "took more than 400 MB of memory, in each of two tries")


def test_worker_that_dies(paths: list[Path]) -> None:
    spoil(paths[5], "DIE")
    outcomes = go(paths)
    assert [o.status for o in outcomes] == ["done"] * 5 + ["failed"]
    failure = outcomes[5].failure
    assert failure is not None
    assert failure.error == "worker.died"
    assert "signal SIGKILL" in failure.message


def test_second_try_counts(paths: list[Path], tmp_path: Path) -> None:
    spoil(paths[1], f"DIE_ONCE {tmp_path / 'mark'}")
    assert [o.status for o in go(paths)] == ["done"] * 6
    assert (tmp_path / "mark").exists()


def test_every_document_at_fault(paths: list[Path]) -> None:
    for path in paths:
        spoil(path, "DIE")
    assert [o.status for o in go(paths)] == ["failed"] * 6


def test_fault_of_the_program(paths: list[Path]) -> None:
    spoil(paths[3], "RAISE")
    failure = go(paths)[3].failure
    assert failure is not None
    assert failure.error == "internal"
    assert failure.message.startswith("RuntimeError: a fault of the program's own (misbehaving.py:")


def test_workers_are_recycled(paths: list[Path]) -> None:
    workers = [o.worker for o in go(paths, workers=1, recycle=2)]
    assert [workers.count(w) for w in dict.fromkeys(workers)] == [2, 2, 2]


def test_worker_loads_once(paths: list[Path]) -> None:
    assert len({o.worker for o in go(paths, workers=1)}) == 1


def test_unknown_entry_is_a_failure_not_a_hang(paths: list[Path]) -> None:
    executor = LocalExecutor(1, Limits(), "no_such_module:f")
    (found,) = [o for o in executor.run(iter([Task(str(paths[0]), 0)])) if o is not None]
    assert found.failure is not None
    assert "no_such_module" in found.failure.message


def test_closing_ends_the_workers(paths: list[Path]) -> None:
    for path in paths[1:]:
        spoil(path, "HANG")
    executor = LocalExecutor(2, Limits(60.0, None), ENTRY)
    outcomes = executor.run(iter([Task(str(path), i) for i, path in enumerate(paths)]))
    first = next(o for o in outcomes if o is not None)
    assert first.status == "done"
    outcomes.close()  # type: ignore[attr-defined]
    until = time.monotonic() + 5
    while resident(first.worker or 0) and time.monotonic() < until:
        time.sleep(0.05)
    assert resident(first.worker or 0) == 0


def test_closing_starts_no_worker_for_what_was_waiting(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for path in paths[1:]:
        spoil(path, "HANG")
    starts: list[int] = []
    start = Guard._start
    monkeypatch.setattr(Guard, "_start", lambda guard: starts.append(1) or start(guard))
    outcomes = LocalExecutor(2, Limits(60.0, None), ENTRY).run(
        iter([Task(str(path), i) for i, path in enumerate(paths * 4)])
    )
    assert next(o for o in outcomes if o is not None).status == "done"
    outcomes.close()  # type: ignore[attr-defined]
    assert len(starts) == 2
    assert not [t for t in threading.enumerate() if t.name == "extractor-worker"]


def test_few_tasks_are_asked_for_ahead(paths: list[Path]) -> None:
    spoil(paths[0], "SLOW 2")
    asked = 0

    def tasks() -> Iterator[Task]:
        nonlocal asked
        for i in range(1000):
            asked += 1
            yield Task(str(paths[0]), i)

    outcomes = LocalExecutor(2, Limits(), ENTRY).run(tasks())
    for _ in range(3):
        next(outcomes)
    assert asked <= 2 * AHEAD + 3
    outcomes.close()  # type: ignore[attr-defined]


def test_faults_end_up_in_the_database(paths: list[Path], database: str) -> None:
    for path, fault in zip(paths, ("HANG", "DIE", "RAISE"), strict=False):
        spoil(path, fault)
    executor = LocalExecutor(2, Limits(4.0, None), ENTRY)
    summary = run(map(str, paths), open_sink(database, version_of()), executor)
    assert (summary.done, summary.failed) == (3, 3)
    rows = reading.query(database, "SELECT name, error FROM failures ORDER BY name")
    assert rows == [(p.name, e) for p, e in zip(paths, ("limit.time", "worker.died", "internal"), strict=False)]
    assert all(sha for (sha,) in reading.query(database, "SELECT sha256 FROM failures"))
    assert reading.assert_whole(database)["documents"] == summary.records


def test_runs_in_a_thread(paths: list[Path], tmp_path: Path) -> None:
    """Signals are the main thread's; a run in another does without."""
    target = f"sqlite:///{tmp_path}/t.db"
    thread = threading.Thread(target=run, args=([str(paths[0])], open_sink(target, "1"), LocalExecutor(1, Limits())))
    thread.start()
    thread.join(60)
    assert reading.counts(target)["documents"] == 1
