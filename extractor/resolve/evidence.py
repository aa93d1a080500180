"""Spans of the plain text as evidence, with page and box where the document has pages."""

from collections.abc import Iterable
from typing import Any

from extractor.document.lineends import LineEnds
from extractor.document.model import Document
from extractor.records import Fact
from extractor.resolve.confidence import measured

#: An `Evidence` as plain data: pydantic makes the objects of a whole list at one go, sooner than one after the other.
Plain = dict[str, Any]
# A fact that stands a thousand times in a long agreement is shown at its first places.
MOST = 20


class Witness:
    """Makes evidence out of offsets of one document.

    Args:
        document: the document that evidence refers to.
        ends: its line ends; the offsets that come in are those of the text with its line ends made one.
        begin: where in that text the instrument begins, from which the offsets are counted.
    """

    def __init__(self, document: Document, ends: LineEnds, begin: int = 0) -> None:
        self.document = document
        self.ends = ends
        self.begin = begin

    def at(self, spans: Iterable[tuple[int, int]]) -> list[Plain]:
        """Evidence for each span, in the order of the text, none twice, as plain data."""
        ordered = sorted({(a, b) for a, b in spans if a < b})[:MOST]
        return [self._one(a, b) for a, b in ordered]

    def fact(self, name: str, spans: Iterable[tuple[int, int]], extractor: str) -> Fact:
        """Evidence, extractor and confidence of the plain field of that name."""
        return Fact.model_validate(
            {"evidence": self.at(spans), "extractor": extractor, "confidence": measured(name, extractor)}
        )

    def _one(self, start: int, end: int) -> Plain:
        start, end = self.ends.original(start + self.begin, end + self.begin)
        layout = self.document.layout
        where = layout.locate(start, end) if layout is not None else None
        page, box = where if where is not None else (None, None)
        return {"start": start, "end": end, "text": self.document.text[start:end], "page": page, "bbox": box}
