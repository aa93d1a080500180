"""The command line, through its real entry point where that is what matters, and in this process where speed does."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import CORPUS, NOT_A_LOAN, OTHER, SAMPLE, invoke, names, records

from extractor import __version__

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the installed `extract` in a folder of its own, with UTF-8 output and nothing on standard input."""
    program = Path(sys.executable).with_name("extract")
    assert program.exists(), "the package is not installed in this environment: pip install -e '.[dev]'"

    def call(*args: str | Path, stdin: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[bytes]":
        command = [str(program), *map(str, args)]
        return subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            timeout=120,
            check=False,
            env={**os.environ, **environment},
        )

    return call


def _read(terminal: int) -> bytes:
    """What a pseudo-terminal still has to give; nothing once the other end is closed."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


class TestEntryPoint:
    """The installed program."""

    def test_one_file(self, run: Run) -> None:
        done = run(SAMPLE)
        assert (done.returncode, done.stderr) == (0, b"")
        (record,) = records(done.stdout)
        assert record["source"]["name"] == SAMPLE.name  # type: ignore[index]
        assert record["instrument"]["amendment_number"] == 6  # type: ignore[index]

    def test_folder(self, run: Run, tmp_path: Path) -> None:
        for path in (SAMPLE, OTHER):
            shutil.copy(path, tmp_path)
        done = run(".")
        assert done.returncode == 0
        assert names(done.stdout) == [SAMPLE.name, OTHER.name]
        assert b"2 records from 2 inputs, 0 failed" in done.stderr

    def test_standard_input(self, run: Run) -> None:
        done = run("-", stdin=SAMPLE.read_bytes())
        assert (done.returncode, done.stderr) == (0, b"")
        assert names(done.stdout) == ["-"]

    def test_missing_file(self, run: Run) -> None:
        done = run("nowhere.txt")
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"nowhere.txt: no such file" in done.stderr
        assert b"Traceback" not in done.stderr

    def test_wrong_usage(self, run: Run) -> None:
        done = run("--no-such-option", SAMPLE)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"No such option" in done.stderr

    def test_version(self, run: Run) -> None:
        done = run("--version")
        assert (done.returncode, done.stdout.decode().strip()) == (0, f"extract {__version__}")

    def test_output_that_cannot_say_everything(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(
            "AMENDMENT NO. 1 TO LOAN AGREEMENT\n\nThe Lender “lends” €5 to the Borrower.\n", encoding="utf-8"
        )
        done = run("a.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert b"Traceback" not in done.stderr
        assert done.returncode in (0, 1)

    @pytest.mark.skipif(sys.platform == "win32", reason="no pipes to break")
    def test_reader_that_goes_away(self, run: Run) -> None:
        program = Path(sys.executable).with_name("extract")
        done = subprocess.run(
            f"'{program}' '{CORPUS}' | head -c 10 > /dev/null",
            shell=True,
            capture_output=True,
            timeout=120,
            check=False,
        )
        assert b"Traceback" not in done.stderr

    @pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
    def test_indented_on_a_terminal_and_one_line_elsewhere(self, run: Run) -> None:
        import pty

        program = Path(sys.executable).with_name("extract")
        ours, theirs = pty.openpty()
        with subprocess.Popen([program, SAMPLE], stdout=theirs, stdin=subprocess.DEVNULL) as process:
            os.close(theirs)
            shown = b""
            while piece := _read(ours):
                shown += piece
            assert process.wait(60) == 0
        os.close(ours)
        assert shown.startswith(b"{\r\n  ")
        elsewhere = run(SAMPLE).stdout
        assert json.loads(shown) == json.loads(elsewhere)
        assert elsewhere.count(b"\n") == 1

    def test_module_is_light_to_import(self, run: Run) -> None:
        code = "import sys, extractor, extractor.cli; print(sorted({'spacy', 'pdfplumber', 'pypdfium2', 'numpy'} & set(sys.modules)))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert done.stdout.strip() == b"[]"


class TestInputs:
    """Files, folders, globs."""

    def test_several_in_the_order_given(self) -> None:
        result = invoke(OTHER, SAMPLE)
        assert result.exit_code == 0
        assert names(result.stdout) == [OTHER.name, SAMPLE.name]

    def test_glob_that_the_shell_left(self, tmp_path: Path) -> None:
        shutil.copy(SAMPLE, tmp_path)
        shutil.copy(OTHER, tmp_path)
        assert names(invoke(f"{tmp_path}/*.txt").stdout) == [SAMPLE.name, OTHER.name]

    def test_glob_without_a_match(self, tmp_path: Path) -> None:
        result = invoke(f"{tmp_path}/*.txt")
        assert result.exit_code == 1
        assert "no such file" in result.stderr

    def test_folder_is_walked_without_hidden_files(self, tmp_path: Path) -> None:
        for name in ("b/a.txt", "a/b/c.txt", ".hidden.txt", ".git/x.txt"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(SAMPLE, tmp_path / name)
        assert names(invoke(tmp_path).stdout) == ["c.txt", "a.txt"]

    def test_folder_without_files(self, tmp_path: Path) -> None:
        result = invoke(tmp_path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "hold no document" in result.stderr

    def test_of_a_folder_documents_are_read_and_the_others_counted(self, tmp_path: Path) -> None:
        shutil.copy(SAMPLE, tmp_path)
        for name in ("labels.json", "more.json", "README.md"):
            (tmp_path / name).write_text("{}")
        result = invoke(tmp_path)
        assert (result.exit_code, names(result.stdout)) == (0, [SAMPLE.name])
        assert "passed over 3 files that are no documents by their names (2 .json, 1 .md)" in result.stderr
        assert names(invoke(tmp_path / "README.md").stdout) == ["README.md"]
        assert invoke("--quiet", tmp_path).stderr == ""

    def test_fsspec_address(self, tmp_path: Path) -> None:
        pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'extractor[remote]'")
        shutil.copy(SAMPLE, tmp_path)
        assert names(invoke(f"file://{tmp_path}").stdout) == [SAMPLE.name]

    def test_names_with_blanks_and_magic(self, tmp_path: Path) -> None:
        odd = tmp_path / "an [odd] name*.txt"
        shutil.copy(SAMPLE, odd)
        assert names(invoke(odd).stdout) == [odd.name]

    def test_a_file_called_like_a_command(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        shutil.copy(SAMPLE, "schema")
        assert names(invoke("./schema").stdout) == ["schema"]

    def test_standard_input_among_files(self) -> None:
        assert names(invoke(SAMPLE, "-", stdin=OTHER.read_bytes()).stdout) == [SAMPLE.name, "-"]

    def test_the_same_file_twice(self) -> None:
        first, second = records(invoke(SAMPLE, SAMPLE).stdout)
        assert first == second


class TestFailures:
    """Inputs that give no record, or one that says why there is little in it."""

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "empty"),
            (b" \n\t\r\n", "white space"),
            (bytes(range(256)) * 20, "binary"),
            (b"\x7fELF\x02\x01\x01" + bytes(500), "binary"),
            (b"PK\x03\x04" + bytes(100), "zip"),
            (b"%PDF-1.7\nnot really", "PDF"),
            (b"{\\rtf1 text}", "RTF"),
            (b"\x1f\x8b\x08" + bytes(50), "gzip"),
        ],
        ids=["empty", "blank", "binary", "program", "zip", "pdf", "rtf", "gzip"],
    )
    def test_reason_is_said(self, content: bytes, reason: str, tmp_path: Path) -> None:
        path = tmp_path / "input"
        path.write_bytes(content)
        result = invoke(path)
        assert (result.exit_code, result.stdout) == (1, "")
        (first, *_) = result.stderr.splitlines()
        assert first.startswith(f"extract: {path}: ")
        assert reason.lower() in first.lower()

    def test_the_rest_is_delivered(self, tmp_path: Path) -> None:
        result = invoke(SAMPLE, tmp_path / "missing", OTHER)
        assert result.exit_code == 1
        assert names(result.stdout) == [SAMPLE.name, OTHER.name]
        assert "missing: no such file" in result.stderr
        assert "2 records from 3 inputs, 1 failed" in result.stderr

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file")
    def test_unreadable(self, tmp_path: Path) -> None:
        path = tmp_path / "secret.txt"
        shutil.copy(SAMPLE, path)
        path.chmod(0)
        result = invoke(path)
        assert result.exit_code == 1
        assert "Permission denied" in result.stderr

    def test_not_a_file(self) -> None:
        result = invoke("/dev/null")
        assert result.exit_code == 1
        assert "not a regular file" in result.stderr or "empty" in result.stderr

    def test_empty_standard_input(self) -> None:
        result = invoke("-", stdin=b"")
        assert result.exit_code == 1
        assert "empty" in result.stderr

    def test_no_loan_document(self) -> None:
        result = invoke(NOT_A_LOAN)
        assert result.exit_code == 0
        (record,) = records(result.stdout)
        assert "document.not_a_loan" in {d["code"] for d in record["diagnostics"]}  # type: ignore[attr-defined]
        assert record["instrument"]["kinds"] == ["other"]  # type: ignore[index]


class TestOptions:
    """What the options do."""

    def test_without_text(self) -> None:
        (record,) = records(invoke(SAMPLE).stdout)
        assert record["source"]["text"] is None  # type: ignore[index]

    def test_with_text(self) -> None:
        (record,) = records(invoke("--with-text", SAMPLE).stdout)
        text = record["source"]["text"]  # type: ignore[index]
        assert text == SAMPLE.read_bytes().decode()
        for party in record["parties"]:  # type: ignore[attr-defined]
            assert all(text[e["start"] : e["end"]] == e["text"] for e in party["evidence"])

    def test_options_behind_the_file(self) -> None:
        (record,) = records(invoke(SAMPLE, "--with-text").stdout)
        assert record["source"]["text"]  # type: ignore[index]

    @pytest.mark.parametrize("option", ["--quiet", "-q"])
    def test_quiet_says_only_what_failed(self, option: str, tmp_path: Path) -> None:
        assert invoke(option, SAMPLE, OTHER).stderr == ""
        assert invoke(option, SAMPLE, tmp_path / "missing").stderr == f"extract: {tmp_path / 'missing'}: no such file\n"

    @pytest.mark.parametrize(
        "args", [["--help"], ["-h"], ["files", "--help"], ["schema", "--help"], ["evaluate", "--help"]]
    )
    def test_help(self, args: list[str]) -> None:
        result = invoke(*args)
        assert result.exit_code == 0
        assert "Usage:" in result.stdout

    def test_help_of_the_default_command_names_its_options(self) -> None:
        assert {"--with-text", "--quiet"} <= set(re.findall(r"--[\w-]+", invoke("--help").stdout))

    def test_nothing_given(self) -> None:
        result = invoke()
        assert result.exit_code == 2
        assert "Usage:" in result.output

    @pytest.mark.parametrize(
        "args", [["--wrong"], ["schema", "too", "much"], ["evaluate"], ["evaluate", "--wrong", "x"]]
    )
    def test_wrong_usage(self, args: list[str]) -> None:
        result = invoke(*args)
        assert (result.exit_code, result.stdout) == (2, "")


def test_the_model_is_named_in_the_record_and_no_ner_leaves_it_out() -> None:
    with_model, without = (json.loads(invoke(*options, SAMPLE).stdout) for options in ((), ("--no-ner",)))
    assert with_model["producer"]["model"].startswith("en_extractor_parties ")
    assert without["producer"]["model"] is None
    assert without["parties"] == with_model["parties"]  # two parties by the rules: the model was not asked


def test_another_pipeline_than_there_is_is_wrong_usage() -> None:
    result = invoke("--ner", "no_such_pipeline", SAMPLE)
    assert result.exit_code == 2
    assert "no_such_pipeline" in result.output
