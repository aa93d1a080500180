"""The JSON Schema in schemas/ is the one that the models give, byte for byte; and records meet it."""

import json

import jsonschema_rs
import pytest
from making.places import SCHEMAS
from typer.testing import CliRunner

from extractor import cli, extract_text, schema
from extractor.records import json_schema
from extractor.version import SCHEMA_VERSION

FILE = SCHEMAS / f"record-{SCHEMA_VERSION}.schema.json"
HOW = f"run: extract schema > schemas/{FILE.name}   (and raise SCHEMA_VERSION in extractor/version.py if that version was released)"


def test_file_is_what_the_models_give() -> None:
    assert FILE.exists(), HOW
    printed = CliRunner().invoke(cli.app, ["schema"])
    assert printed.exit_code == 0
    assert FILE.read_bytes() == printed.stdout_bytes, f"the models changed without the schema; {HOW}"


def test_draft_and_version() -> None:
    committed = json.loads(FILE.read_text(encoding="utf-8"))
    assert committed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA_VERSION in committed["$id"]
    jsonschema_rs.meta.validate(committed)


def test_every_earlier_version_is_kept_as_it_was() -> None:
    assert sorted(p.name for p in SCHEMAS.glob("*.json"))[-1] == FILE.name


def test_every_contract_field_is_there() -> None:
    properties = json_schema()["properties"]
    assert set(properties) >= {
        "schema_version", "producer", "source", "status", "instrument", "amended_agreement", "prior_amendments", "parties", "signatories",
        "dates", "amounts", "defined_terms", "diagnostics",
    }  # fmt: skip


def test_a_record_meets_it() -> None:
    record = extract_text("AMENDMENT NO. 1 TO LOAN AGREEMENT\n\nThis Amendment No. 1, dated May 1, 2001, lends $5.\n")
    schema.validate(record.model_dump_json())


@pytest.mark.parametrize(
    "change",
    [
        {"status": "fine"},
        {"unknown": 1},
        {"dates": [{"value": "May 1, 2001", "role": "dated"}]},
        {"amounts": [{"value": 5.0, "currency": "USD", "role": "fee"}]},
    ],
)
def test_what_is_no_record_does_not(change: dict[str, object]) -> None:
    record = json.loads(extract_text("AMENDMENT NO. 1 TO LOAN AGREEMENT\n").model_dump_json())
    with pytest.raises(jsonschema_rs.ValidationError):
        schema.validate(json.dumps({**record, **change}))
