"""The passages in which a model looks for parties: the beginning with the opening, and the signature pages."""

import bisect
from typing import NamedTuple

import regex

from extractor.nlp.mention import Parts

# Titles and addressees stand above the opening; what a long opening goes on with, the rules of lists read.
_ABOVE = 1200
_OPENING = 2600
_SIGNATURES = 2600
_MOST = 10_400
_BLANKS = regex.compile(r"[^\S\n]*\n\s*\n\s*|[^\S\n]*\n\s*|[^\S\n]{3,}|[^\S\n]+|_{3,}|-{3,}|\.{4,}|={3,}")


class Passage(NamedTuple):
    """A passage with its white space made even.

    Attributes:
        text: the passage; lines lose their indentation, a gap between columns is three blanks.
        pieces: offset in `text` and offset in the view of each stretch that the two have in common.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the view of what stands in `text` from `start` to `end`."""
        return self._at(start), self._at(end - 1) + 1

    def _at(self, offset: int) -> int:
        here, there = self.pieces[bisect.bisect_right(self.pieces, (offset, 1 << 60)) - 1]
        return there + offset - here


def passages(parts: Parts) -> list[Passage]:
    """The passages of a text, in its order, none over another; at most some ten thousand characters together."""
    view = parts.view
    opening = parts.span("opening")[0]
    signatures = parts.each("signatures") or [(max(opening, len(view) - _SIGNATURES), len(view))]
    spans = [(_line(view, max(0, opening - _ABOVE)), min(opening + _OPENING, len(view)))]
    for start, end in signatures:
        start = max(start, spans[-1][1])
        end = min(end, start + _SIGNATURES)
        if start < end and sum(b - a for a, b in spans) + end - start <= _MOST:
            spans.append((start, end))
    return [p for a, b in spans if (p := even(view, a, b)).text.strip()]


def _line(view: str, offset: int) -> int:
    """Where the line begins behind `offset`, unless that is far."""
    if offset == 0:
        return 0
    end = view.find("\n", offset, offset + 200)
    return end + 1 if end >= 0 else offset


def even(view: str, start: int, end: int) -> Passage:
    r"""The passage from `start` to `end`.

    >>> passage = even("by  Acme,\n      Inc.      and\n\n\n  Bolt Co.", 0, 42)
    >>> passage.text
    'by Acme,\nInc.   and\n\nBolt Co.'
    >>> a = passage.text.index("Bolt")
    >>> passage.span(a, a + 4)
    (34, 38)
    """
    while start < end and view[start].isspace():
        start += 1
    while end > start and view[end - 1].isspace():
        end -= 1
    out: list[str] = []
    pieces: list[tuple[int, int]] = []
    length, at = 0, start
    for found in _BLANKS.finditer(view, start, end):
        a, b = found.span()
        short = _short(found.group())
        pieces.append((length, at))
        out += [view[at:a], short]
        length += a - at
        pieces.append((length, a))
        length += len(short)
        at = b
    pieces.append((length, at))
    out.append(view[at:end])
    return Passage("".join(out), tuple(pieces))


def _short(mark: str) -> str:
    """What stands for a run of blanks, line ends or dashes."""
    if "\n" in mark:
        return "\n" * min(2, mark.count("\n"))
    if mark.isspace():
        return "   " if len(mark) > 2 else " "
    return mark[0] * 3
