"""Runs the command line in this process, and reads what it printed."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from extractor import cli, schema

ROOT = Path(__file__).resolve().parents[2]


CORPUS = ROOT / "corpus"


SAMPLE = CORPUS / "1998_verdane_telemetry_sixth_amendment.txt"


OTHER = CORPUS / "2002_trevanion_note_second_amendment.txt"


NOT_A_LOAN = CORPUS / "2023_quarrystone_agreement_of_lease.txt"


def invoke(*args: str | Path, stdin: bytes | None = None) -> Result:
    """Runs the command in this process."""
    result = CliRunner().invoke(cli.app, [str(a) for a in args], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def records(out: str | bytes) -> list[dict[str, object]]:
    """The records of JSON Lines, each valid."""
    lines = (out.decode() if isinstance(out, bytes) else out).splitlines()
    for line in lines:
        schema.validate(line)
    return [json.loads(line) for line in lines]


def names(out: str | bytes) -> list[str]:
    """The names of the sources of JSON Lines."""
    return [record["source"]["name"] for record in records(out)]  # type: ignore[index]
