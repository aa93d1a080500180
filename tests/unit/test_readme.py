"""The README says what there is, and what it shows is so."""

import json
import re
import shlex

import pytest
import typer.main
from making.places import ROOT

from extractor import cli, extract
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
    blocks = re.findall(r"```python\n(.*?)```", TEXT, re.S)
    assert len(blocks) == 2
    for block in blocks:
        scope: dict[str, object] = {}
        exec(block, scope)
    assert "7,500,000" in str(scope["page"])


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
