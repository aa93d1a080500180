"""Runs that are killed, stopped, or lose what they write to: nothing lost, nothing twice, and the next run goes on."""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import databases
import pytest
import reading
from conftest import Run
from copies import copies

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and file size limits are POSIX's")
PROGRAM = [sys.executable, "-c", "from extractor.cli import main; main()"]
WITH_FAULTS = "import extractor.batch.command as c; c.to_target.__kwdefaults__['entry'] = 'misbehaving:extract_all'"
KEYS = "SELECT document_id FROM documents ORDER BY document_id"
HERE = str(Path(__file__).parent)


def start(
    folder: Path, target: str, *options: str, limit: int | None = None, faults: bool = False
) -> "subprocess.Popen[str]":
    """Starts the program.

    Args:
        limit: largest file that it may write, in bytes.
        faults: whether documents have the faults that they ask for.
    """

    def confine() -> None:
        import resource

        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    program = [*PROGRAM[:2], f"{WITH_FAULTS}; {PROGRAM[2]}"] if faults else PROGRAM
    command = [*program, str(folder), "--to", target, "--workers", "2", *options]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [HERE, os.environ.get("PYTHONPATH")]))}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=confine, env=environment
    )


def finish(process: "subprocess.Popen[str]", timeout: float = 120) -> tuple[int, str]:
    """Exit status and what was said."""
    out, err = process.communicate(timeout=timeout)
    assert out == ""
    assert "Traceback" not in err
    return process.returncode, err


def documents(target: str) -> int:
    """Documents in a database that is in use, 0 while there is none."""
    try:
        return int(reading.query(target, "SELECT count(*) FROM documents")[0][0])
    except Exception:  # not made yet, or DuckDB's single user has it
        return 0


def _wait_for(process: "subprocess.Popen[str]", inputs: int) -> None:
    """Until so many inputs are finished, though maybe not written."""
    assert process.stderr is not None
    for line in process.stderr:
        inputs -= '"event": "input.done"' in line
        if inputs <= 0:
            return


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int], list[tuple[str]]]:
    """Documents, and the counts and keys of a run over them that nothing disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    copies(folder / "in", 400, largest=10_000)
    target = f"sqlite:///{folder}/clean.db"
    assert finish(start(folder / "in", target))[0] == 0
    return folder / "in", reading.counts(target), reading.query(target, KEYS)


def test_kill_at_ten_random_moments(database: str, undisturbed: tuple[Path, dict[str, int], list[tuple[str]]]) -> None:
    folder, counts, keys = undisturbed
    engine = database.partition(":")[0]
    chance = random.Random(engine)
    most = 160 if engine == "duckdb" else 60  # more than one of its transactions holds
    grew = []
    in_the_middle = 0
    for _ in range(10):
        process = start(folder, database, "--log-json")
        _wait_for(process, chance.randrange(0, most))
        time.sleep(chance.uniform(0.0, 0.2))
        in_the_middle += process.poll() is None
        process.kill()
        process.communicate()
        time.sleep(0.2)  # the server notices that its client is gone
        grew.append(reading.assert_whole(database)["documents"] if documents(database) else 0)
    assert grew == sorted(grew)
    assert in_the_middle >= 8
    # Rows come in transactions of some dozen documents: how many of the kills fell between two of them is chance.
    assert len(set(grew)) >= 2, "no kill was in the middle"
    status, said = finish(start(folder, database))
    assert status == 0, said
    assert reading.assert_whole(database) == counts
    assert reading.query(database, KEYS) == keys


def test_kill_and_resume_into_a_file(tmp_path: Path) -> None:
    copies(tmp_path / "in", 120, largest=10_000)
    target = tmp_path / "out.jsonl"
    for inputs in (5, 30, 60):
        process = start(tmp_path / "in", str(target), "--log-json")
        _wait_for(process, inputs)
        process.kill()
        process.communicate()
        assert not target.exists() or len(target.read_text().splitlines()) >= 120
    assert finish(start(tmp_path / "in", str(target)))[0] == 0
    names = [json.loads(line)["source"]["name"] for line in target.read_text().splitlines()]
    assert names == sorted(names)
    assert set(names) == {p.name for p in (tmp_path / "in").iterdir()}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(number: signal.Signals, tmp_path: Path) -> None:
    paths = copies(tmp_path / "in", 60, largest=10_000)
    for path in paths[-2:]:  # so that the run is not over before it is stopped, however slow the machine
        path.write_text(f"SLOW 60\n{path.read_text()}")
    target = f"sqlite:///{tmp_path}/loans.db"
    process = start(tmp_path / "in", target, faults=True)
    until = time.monotonic() + 50
    while documents(target) == 0 and time.monotonic() < until:
        time.sleep(0.1)
    process.send_signal(number)
    status, said = finish(process, 20)
    assert status == 130, said
    assert (
        said.splitlines()[-1]
        == f"extract: stopped; what was finished is in {target}: run the same command again to go on"
    )
    before = reading.assert_whole(target)["inputs"]
    assert 0 < before < 60
    status, said = finish(start(tmp_path / "in", target))
    assert status == 0
    assert f"60 inputs, {before} unchanged, 0 failed" in said
    assert reading.assert_whole(target)["inputs"] == 60


def test_two_runs_at_a_time(database: str, tmp_path: Path) -> None:
    paths = copies(tmp_path / "in", 40, largest=10_000)
    both = [start(tmp_path / "in", database), start(tmp_path / "in", database)]
    results = [finish(process) for process in both]
    assert [status for status, _ in results] == [0, 0], results
    found = reading.assert_whole(database)
    assert (found["inputs"], found["failures"]) == (40, 0)
    names = reading.query(database, "SELECT DISTINCT source_name FROM documents ORDER BY source_name")
    assert names == [(path.name,) for path in paths]


def test_two_runs_at_a_time_into_a_file(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        copies(tmp_path / folder, 20, largest=10_000, seed=ord(folder))
    target = tmp_path / "out.jsonl"
    results = [finish(process) for process in [start(tmp_path / folder, str(target)) for folder in ("a", "b")]]
    assert [status for status, _ in results] == [0, 0], results
    lines = [json.loads(line)["source"]["sha256"] for line in target.read_text().splitlines()]
    assert set(lines) == {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (*(tmp_path / "a").iterdir(), *(tmp_path / "b").iterdir())
    }


@pytest.mark.parametrize(
    "name", ["sqlite:///{}/loans.db", "duckdb:///{}/loans.duckdb", "{}/out.jsonl", "{}/out.parquet"]
)
def test_full_disk(name: str, tmp_path: Path) -> None:
    """A limit on the size of files is a disk that is full, for all that a program can tell."""
    if name.startswith("duckdb"):
        pytest.importorskip("duckdb")
    copies(tmp_path / "in", 40, largest=10_000)
    target = name.format(tmp_path)
    status, said = finish(start(tmp_path / "in", target, limit=400_000))
    assert status == 1, said
    assert "no room left" in said
    assert said.splitlines()[-1].endswith("run the same command again to go on")
    if "://" in target:
        reading.assert_whole(target)
    else:
        assert not Path(target).exists()
        assert not list(tmp_path.glob(".out*")), "nothing half-written is left"
    status, said = finish(start(tmp_path / "in", target))
    assert status == 0, said
    if "://" in target:
        assert reading.assert_whole(target)["inputs"] == 40
    else:
        assert Path(target).stat().st_size > 10_000


def test_full_disk_of_a_server(server: databases.Server, tmp_path: Path) -> None:
    copies(tmp_path / "in", 100, largest=10_000)
    with server.small_disk(1_000_000) as (target, ballast):
        status, said = finish(start(tmp_path / "in", target))
        assert status == 1, said
        assert "no room left for the database" in said
        assert said.splitlines()[-1].endswith("run the same command again to go on")
        ballast.unlink()  # PostgreSQL may want room to let anybody in
        assert reading.assert_whole(target)["inputs"] < 100


def test_database_that_goes_away_and_comes_back(server: databases.Server, tmp_path: Path) -> None:
    copies(tmp_path / "in", 240, largest=10_000)
    target = server.url("template1").replace("template1", "postgres")
    process = start(tmp_path / "in", target, "--log-json")
    until = time.monotonic() + 30
    while documents(target) == 0 and time.monotonic() < until:
        time.sleep(0.1)
    server.stop()
    time.sleep(3.0)
    server.start()
    out, err = process.communicate(timeout=120)
    events = [json.loads(line)["event"] for line in err.splitlines()]
    assert process.returncode == 0, err[-2000:]
    assert out == ""
    assert "database.away" in events
    assert events[-1] == "run.finished"
    found = reading.assert_whole(target)
    assert (found["inputs"], found["failures"]) == (240, 0)


def test_database_that_is_not_there(extract: Run) -> None:
    pytest.importorskip("psycopg")
    done = extract("x.txt", "--to", "postgresql://nobody:secret@127.0.0.1:1/none")
    assert done.returncode == 2
    assert "cannot open the database" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_folder_with_what_is_no_file(database: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    copies(folder, 3, largest=10_000)
    (folder / "dangling.txt").symlink_to("nowhere")
    (folder / "circle").symlink_to(folder)
    (folder / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "empty.txt").touch()
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 10)
    status, said = finish(start(folder, database))
    assert status == 1
    rows = dict(reading.query(database, "SELECT name, message FROM failures"))
    assert set(rows) == {"dangling.txt", "loop.txt", "pipe.txt", "empty.txt", "noise.txt"}
    assert (rows["dangling.txt"], rows["pipe.txt"], rows["empty.txt"]) == (
        "a link to nowhere",
        "not a regular file",
        "the file is empty",
    )
    for name, message in rows.items():
        assert f"extract: {folder / name}: {message}" in said.splitlines()
    assert reading.assert_whole(database)["inputs"] == 8


def test_unreadable_files_and_folders(tmp_path: Path) -> None:
    """As one who may not read them."""
    folder = tmp_path / "in"
    paths = copies(folder, 2, largest=10_000)
    (folder / "closed").mkdir()
    copies(folder / "closed", 1, largest=10_000)
    paths[0].chmod(0)
    (folder / "closed").chmod(0)
    command = [*PROGRAM, str(folder), "--to", "sqlite:///loans.db", "--workers", "1"]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("the superuser may read every file, and there is no setpriv to take that right away")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60, check=False)
    (folder / "closed").chmod(0o755)
    assert done.returncode == 1, done.stderr
    rows = dict(reading.query(f"sqlite:///{tmp_path}/loans.db", "SELECT name, message FROM failures"))
    assert rows == {paths[0].name: "Permission denied", "closed": "Permission denied"}
