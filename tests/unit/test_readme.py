"""The README says what there is, and what it shows is so."""

import json
import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import typer.main
from making.places import ROOT

from extractor import cli, extract
from extractor.batch.command import to_target
from extractor.extractors.components import ORDER
from extractor.records import AmountRole, DateRole, Kind, PartyRole, Record

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def command_lines() -> list[tuple[str, str]]:
    """Every command and option of the program as its help has them: what to look for, and whose it is."""
    group = typer.main.get_command(cli.app)
    found = []
    for name, command in [("extract", group), *group.commands.items()]:  # type: ignore[attr-defined]
        if name not in ("extract", "files"):
            found.append((f"extract {name}", name))
        found += [(option, name) for param in command.params for option in param.opts if option.startswith("--")]
    return found


@pytest.mark.parametrize(("what", "whose"), command_lines())
def test_every_command_and_option_is_documented(what: str, whose: str) -> None:
    assert re.search(rf"`[^`\n]*(?<![\w-]){re.escape(what)}(?![\w-])[^`\n]*`", TEXT), (
        f"{what} (of {whose}) stands nowhere in README.md"
    )


def test_no_option_is_documented_that_there_is_not() -> None:
    section = TEXT[TEXT.index("## Command line") : TEXT.index("## The record")]
    documented = set(re.findall(r"(?<![\w-])--[a-z][\w-]+", section))
    assert documented <= {what for what, _ in command_lines()} | {"--help", "--install-completion", "--show-completion"}


def test_every_field_is_documented() -> None:
    section = TEXT[TEXT.index("## The record") : TEXT.index("## Python")]
    for name in Record.model_fields:
        assert f"| `{name}` |" in section, name
    for vocabulary in (Kind, PartyRole, DateRole, AmountRole):
        assert ", ".join(f"`{word.value}`" for word in vocabulary) in section, vocabulary.__name__


def test_every_component_is_documented() -> None:
    assert all(f"`{name}`" in TEXT for name in ORDER)


def contains(whole: object, part: object) -> bool:
    """Whether `part` is what is left of `whole` after leaving out keys and list items."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(k in whole and contains(whole[k], v) for k, v in part.items())
    if isinstance(part, list):
        rest = iter(whole if isinstance(whole, list) else [])
        return all(any(contains(item, wanted) for item in rest) for wanted in part)
    return whole == part


def test_example_is_real_output() -> None:
    found = re.search(r"<!-- example: begin (\S+) -->\n```json\n(.*?)```", TEXT, re.S)
    assert found is not None
    record = json.loads(extract(ROOT / found.group(1)).model_dump_json())
    example = json.loads(found.group(2))
    assert {key for key in example if not contains(record[key], example[key])} == set()


def test_python_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"(?<!-->\n)```python\n(.*?)```", TEXT, re.S)
    assert len(blocks) == 2
    for block in blocks:
        scope: dict[str, object] = {}
        exec(block, scope)
    assert "7,500,000" in str(scope["page"])


@pytest.fixture(scope="module")
def loans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the targets that the queries ask, of the corpus' texts."""
    folder = tmp_path_factory.mktemp("loans")
    texts = [str(path) for path in sorted((ROOT / "corpus").glob("*.txt"))]
    for name in ("sqlite:///{}/loans.db", "{}/loans.parquet"):
        assert to_target(texts, name.format(folder), print, workers=1, quiet=True) == 0
    return folder


def query(name: str) -> str:
    """The query behind a marker."""
    found = re.search(rf"<!-- query: {name} -->\n```\w+\n(.*?)```", TEXT, re.S)
    assert found is not None
    return found.group(1)


def test_pandas_query(loans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    monkeypatch.chdir(loans)
    scope: dict[str, Any] = {}
    exec(query("pandas"), scope)
    assert scope["facilities"].values.tolist() == [
        ["ORRINVALE LOGISTICS LLC", 175_000_000, "USD", "2019-11-18"],
        ["MARCHBANKS COMMUNICATIONS, INC.", 160_000_000, "USD", "2000-09-22"],
        ["VELDRANE HEALTHCARE SERVICES, INC.", 135_000_000, "USD", "1999-06-30"],
        ["MERROW PINE FINANCE COMPANY", 100_000_000, "USD", "2007-09-28"],
    ]


def test_duckdb_query(loans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install 'extractor[duckdb]'")
    monkeypatch.chdir(loans)
    rows = duckdb.sql(query("duckdb")).fetchall()
    assert ("ASTINGHAM COMMERCIAL CREDIT, LLC", 1, "2007-09-28") in rows
    assert len(rows) == 15
    assert [agent for agent, _, _ in rows] == sorted(agent for agent, _, _ in rows)


def test_dbt_model(loans: Path) -> None:
    sql = re.sub(r"\{\{ source\('loans', '(\w+)'\) \}\}", r"\1", query("dbt"))
    with closing(sqlite3.connect(loans / "loans.db")) as connection:
        rows = connection.execute(sql).fetchall()
    assert [(name, dated) for name, _, dated, _ in rows] == [
        ("1998_verdane_telemetry_sixth_amendment.txt", "1998-06-02"),
        ("2007_merrow_pine_finance_twenty_first_amendment.txt", "2007-09-28"),
        ("2013_bellmere_outfitters_waiver_ninth_amendment.txt", "2013-08-02"),
    ]
    assert rows[0][3] == "the chain of earlier amendments lacks number 4"


def test_tables_and_views_are_documented(loans: Path) -> None:
    section = TEXT[TEXT.index("## Databases") : TEXT.index("## How it works")]
    with closing(sqlite3.connect(loans / "loans.db")) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    assert len(names) == 12
    assert all(f"`{name}`" in section for (name,) in names)


def test_commands_for_a_fresh_clone_are_one_line_each() -> None:
    for name in ("run", "test"):
        found = re.search(rf"<!-- ci: {name} -->\n```sh\n(.*?)```", TEXT, re.S)
        assert found is not None
        assert found.group(1).count("\n") == 1
        assert shlex.split(found.group(1))[:3] == ["python3", "-m", "venv"]


def test_files_that_it_names_are_there() -> None:
    for name in set(re.findall(r"(?<![\w/.])(?:corpus|schemas|tests|extractor|\.ci)/[\w./-]*\w", TEXT)):
        assert (ROOT / name).exists(), name


def test_no_absolute_paths() -> None:
    assert not re.search(r"(?<![\w.:/])/(?:home|root|tmp|work|usr|Users|opt)\b", TEXT)
