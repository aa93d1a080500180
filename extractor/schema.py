"""Validates printed records against the JSON Schema."""

import json
from functools import lru_cache

import jsonschema_rs

from extractor.records import json_schema


@lru_cache(maxsize=1)
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(json_schema())


def validate(text: str) -> None:
    """Checks a record as it is about to be printed.

    Raises:
        jsonschema_rs.ValidationError: it does not meet the schema, which is a fault of this program.
    """
    _validator().validate(json.loads(text))
