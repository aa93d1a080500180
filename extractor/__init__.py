"""Turns filed loan amendments into validated records, with the characters behind every value."""

from typing import TYPE_CHECKING, Any

from extractor.errors import ExtractError, InputError
from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.api import extract, extract_all, extract_text
    from extractor.records import Record

__all__ = ["ExtractError", "InputError", "Record", "__version__", "extract", "extract_all", "extract_text"]


def __getattr__(name: str) -> Any:
    # spaCy and Pydantic take most of a second to load: not before something needs them.
    if name in ("extract", "extract_all", "extract_text"):
        from extractor import api

        return getattr(api, name)
    if name == "Record":
        from extractor.records import Record

        return Record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
