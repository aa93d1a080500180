"""The one form in which every reader hands over a document."""

from dataclasses import dataclass, field
from typing import Any, Protocol


class Layout(Protocol):
    """Where characters stand on the page; only paged media have one."""

    @property
    def pages(self) -> int:
        """Number of pages."""
        ...

    def locate(self, start: int, end: int) -> tuple[int, tuple[float, float, float, float]] | None:
        """Page (from 1) and box (x0, top, x1, bottom in PDF points) of the characters start to end, if any."""
        ...


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a reader has to say about the document; becomes a diagnostic of the record."""

    code: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document's plain text and where it came from.

    Attributes:
        text: the plain text that every offset refers to; for a text file its decoded content, unchanged.
        name: file name, without folders.
        sha256: of the input's bytes.
        media_type: by content, not by name.
        layout: pages and boxes, or None for unpaged media.
        filing: facts of the SGML header of a full submission (keys as in the record's ``source.filing``), or None.
        notices: what the reader has to report.
    """

    text: str
    name: str
    sha256: str
    media_type: str
    layout: Layout | None = None
    filing: dict[str, Any] | None = None
    notices: tuple[Notice, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class PassedOver:
    """One part of a full submission that no `Document` was made of, and why.

    Attributes:
        name: its file name in the filing, or the submission's where it has none of its own.
        type: what the filing calls it (``EX-10.1``, ``GRAPHIC``), or None.
        sequence: its number in the filing, or None.
        reason: fit to show to a user.
    """

    name: str
    type: str | None
    sequence: int | None
    reason: str
