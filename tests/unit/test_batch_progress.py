"""What a run says."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.batch.command import size, to_target
from extractor.batch.model import Failure, Outcome, Summary, Task
from extractor.batch.progress import JsonLines, Lines
from extractor.cli import app

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SAMPLE = str(CORPUS / "1998_verdane_telemetry_sixth_amendment.txt")


def said(*inputs: str, target: str, **options: object) -> tuple[int, list[str]]:
    lines: list[str] = []
    status = to_target(inputs, target, lines.append, workers=1, **options)  # type: ignore[arg-type]
    return status, lines


def test_plain_lines_now_and_then() -> None:
    lines: list[str] = []
    watcher = Lines(lines.append, 10, every=0.0)
    watcher.outcome(Outcome(Task("a.txt", 0), "failed", failure=Failure("input.empty", "the file is empty")), Summary())
    watcher.tick(Summary(inputs=5, failed=1, seconds=2.0), ("b.pdf", 12.0))
    assert lines == [
        "extract: a.txt: the file is empty",
        "extract: 5 of 10 files, 2.5/s, 1 failed, 2 s left; for 12 s: b.pdf",
    ]


def test_quiet_says_only_what_failed(tmp_path: Path) -> None:
    target = f"sqlite:///{tmp_path}/t.db"
    assert said(SAMPLE, target=target, quiet=True) == (0, [])
    assert said(SAMPLE, "missing", target=target, quiet=True) == (1, ["extract: missing: no such file"])


def test_summary(tmp_path: Path) -> None:
    target = f"sqlite:///{tmp_path}/t.db"
    status, (line,) = said(SAMPLE, target=target)
    assert (status, line.rpartition(", ")[0]) == (0, "extract: 1 records from 1 inputs, 0 failed")
    status, (line,) = said(SAMPLE, target=target)
    assert (status, line.rpartition(", ")[0]) == (0, "extract: 0 records from 1 inputs, 1 unchanged, 0 failed")


def test_equal_contents_are_said(tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_bytes(Path(SAMPLE).read_bytes())
    _, (line,) = said(SAMPLE, str(tmp_path / "copy.txt"), target=f"{tmp_path}/out.jsonl")
    assert line.startswith("extract: 2 records from 2 inputs, 0 failed, in ")
    assert line.endswith("; 1 repeat the content of others, kept once")
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1


def test_ctrl_c_before_the_run_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractor.batch.command.expand", interrupted)
    target = f"sqlite:///{tmp_path}/t.db"
    stopped = f"extract: stopped; what was finished is in {target}: run the same command again to go on"
    assert said(SAMPLE, target=target) == (130, [stopped])


def test_json_lines(tmp_path: Path) -> None:
    status, lines = said(SAMPLE, "missing", target=f"sqlite:///{tmp_path}/t.db", log_json=True)
    events = [json.loads(line) for line in lines]
    assert status == 1
    assert [e["event"] for e in events if e["event"].startswith("run.")] == ["run.started", "run.finished"]
    assert {e["event"] for e in events if e["event"].startswith("input.")} == {"input.done", "input.failed"}
    (failed,) = [e for e in events if e["event"] == "input.failed"]
    assert (failed["level"], failed["path"], failed["error"], failed["reason"]) == (
        "warning",
        "missing",
        "input.unreadable",
        "no such file",
    )
    assert (events[-1]["records"], events[-1]["failed"]) == (1, 1)
    assert not logging.getLogger("extractor.batch").handlers[1:], "the handler is gone again"


def test_others_of_a_folder_are_counted(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(Path(SAMPLE).read_bytes())
    (tmp_path / "in" / "a.json").touch()
    status, lines = said(str(tmp_path / "in"), target=f"sqlite:///{tmp_path}/t.db")
    assert (status, lines[0]) == (0, "extract: passed over 1 file that is no document by its name (1 .json)")
    _, lines = said(str(tmp_path / "in"), target=f"sqlite:///{tmp_path}/t.db", log_json=True)
    assert json.loads(lines[-1])["passed_over"] == {"json": 1}


def test_json_line_of_an_exception() -> None:
    try:
        raise ValueError("x")
    except ValueError:
        record = logging.LogRecord("n", logging.ERROR, "f", 1, "m %s", ("a",), sys.exc_info())
    line = json.loads(JsonLines().format(record))
    assert (line["message"], line["level"]) == ("m a", "error")
    assert "ValueError: x" in line["exception"]


@pytest.mark.parametrize("text", ["", "x", "-1", "1.2.3", "5 apples"])
def test_sizes_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match="no size"):
        size(text)


@pytest.mark.parametrize("args", [["--memory-limit", "much"], ["--workers", "0"], ["--timeout", "-1"]])
def test_wrong_usage(args: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(app, [SAMPLE, "--to", f"sqlite:///{tmp_path}/t.db", *args])
    assert result.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_unknown_target_and_standard_input(tmp_path: Path) -> None:
    assert said(SAMPLE, target="out.csv")[0] == 2
    status, (line,) = said("-", target=f"sqlite:///{tmp_path}/t.db")
    assert status == 2
    assert "standard input" in line


def test_batch_is_light_to_import() -> None:
    code = (
        "import sys, extractor.batch.command, extractor.batch.worker;"
        "print(sorted({'spacy', 'sqlalchemy', 'duckdb', 'pyarrow', 'distributed', 'fsspec', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
