"""`extract evaluate` and `extract schema`."""

import json
import shutil
from pathlib import Path

import pytest
from calling import OTHER, SAMPLE, invoke


class TestSchema:
    """`extract schema`; that the committed file is the same is tested in unit/test_schema_file."""

    def test_is_json(self) -> None:
        result = invoke("schema")
        assert result.exit_code == 0
        assert json.loads(result.stdout)["$schema"].endswith("2020-12/schema")


class TestEvaluate:
    """`extract evaluate`."""

    @pytest.fixture
    def gold(self, tmp_path: Path) -> Path:
        for path in (SAMPLE, OTHER):
            shutil.copy(path, tmp_path)
            shutil.copy(path.with_suffix(".json"), tmp_path)
        return tmp_path

    def test_table(self, gold: Path) -> None:
        result = invoke("evaluate", gold)
        assert (result.exit_code, result.stderr) == (0, "")
        lines = result.stdout.splitlines()
        assert len(lines) == 23
        assert lines[-1].startswith("mean by document")

    def test_json(self, gold: Path) -> None:
        figures = json.loads(invoke("evaluate", "--json", gold).stdout)
        assert set(figures) == {"mean_by_document", "fields"}
        assert set(figures["fields"]["title"]) == {"precision", "recall", "f1", "by_document", "labels"}

    def test_errors(self, gold: Path) -> None:
        labels = json.loads((gold / SAMPLE.with_suffix(".json").name).read_text())
        labels["amendment_number"] = 7
        (gold / SAMPLE.with_suffix(".json").name).write_text(json.dumps(labels))
        lines = invoke("evaluate", "--errors", gold).stdout.splitlines()
        wrong = [line for line in lines if line.startswith(f"{SAMPLE.name}: amendment_number: ")]
        assert wrong[0].startswith(f"{SAMPLE.name}: amendment_number: extra 6 (title.heading): ")
        assert "[" in wrong[0]
        assert wrong[1] == f"{SAMPLE.name}: amendment_number: missed 7"

    def test_a_document_that_gives_no_record(self, gold: Path) -> None:
        (gold / OTHER.name).write_bytes(b"")
        result = invoke("evaluate", gold)
        assert result.exit_code == 1
        assert f"{OTHER.name}: the file is empty" in result.stderr
        assert "mean by document" in result.stdout

    def test_missing_folder(self, tmp_path: Path) -> None:
        result = invoke("evaluate", tmp_path / "nowhere")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "no such folder" in result.stderr

    def test_folder_without_labels(self, tmp_path: Path) -> None:
        result = invoke("evaluate", tmp_path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "holds no label file" in result.stderr

    def test_labels_that_are_no_json(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text("{")
        result = invoke("evaluate", tmp_path)
        assert result.exit_code in (1, 2)
        assert "a.json" in result.stderr
