"""Pages of lines to one plain text, with the place of every character."""

import itertools
import re
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from extractor.document.model import Notice
from extractor.document.page_furniture import Page, drop_furniture
from extractor.document.page_lines import Line
from extractor.document.page_map import PageMap
from extractor.document.words import Word

_PARAGRAPH = 1.3  # of the usual distance between lines: a wider one parts paragraphs
_LEADING = 1.4  # of the letters' height with their ascent and descent: lines no further apart are of one paragraph
_MOST_EMPTY = 2  # empty lines in a row
_CARRIES_ON = re.compile(r"[a-z,;’)\d-]$")
_NOTE = 0.9  # of the usual height: print smaller than this at a page's foot is a footnote
_MARK = re.compile(r"\(?(?:\d{1,3}|\*{1,3}|[†‡§])\)?\.?(?=\s|[A-Z“\"])")
_HYPHENATED = re.compile(r"\w[^\W\d_]-$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Before these a hyphen stays, though it stands at a line's end.
_PREFIXES = frozenset(
    {"non", "co", "self", "pre", "post", "sub", "inter", "multi", "semi", "anti", "re", "so", "ex", "vice", "cross"}
    | {"pro", "half", "quasi", "mid", "off", "one", "two", "three", "four", "first", "second", "third", "well", "long"}
    | {"short", "year", "day", "month", "in", "up", "to", "by", "paid", "all"}
)


def text_of(pages: Sequence[Page]) -> tuple[str, PageMap, list[Notice]]:
    """The text of `pages`, its map, and notices on what was left out; the pages' lines are used up."""
    notices = []
    if headers := drop_furniture(pages):
        shown = "; ".join(repr(text[:80]) for text in headers[:3]) + ("; ..." if len(headers) > 3 else "")
        notices.append(Notice("text.running_header", "info", f"left out as running headers or footers: {shown}"))
    pitch = _pitch([page.lines for page in pages]) or 12.0
    # Gathered once a hyphen asks for it, which is before any line is changed.
    vocabulary = cache(lambda: _vocabulary(pages))
    for page in pages:
        _join_hyphens(page.lines, vocabulary)
        page.lines = [line for line in page.lines if line.words]
    bodies, notes = [], []
    for page in pages:
        body, below = _without_notes(page.lines)
        bodies.append(body)
        notes.append(below)
    writer = _Writer()
    before: Line | None = None
    waiting: list[int] = []  # pages whose notes are still to be written
    for place, (page, body) in enumerate(zip(pages, bodies, strict=True)):
        own = _pitch([page.lines]) or pitch
        if body and not _carries_on(before, body[0]):
            _write_notes(writer, waiting, notes)
        writer.map.begin_page(page.width, page.height)
        writer.end_line(0 if body and _carries_on(before, body[0]) else 1)
        writer.lines(body, own)
        before = body[-1] if body else before
        if notes[place]:
            waiting.append(place)
        if page.turned:
            writer.end_line(1)
            writer.lines(page.turned, own)
    _write_notes(writer, waiting, notes)
    return writer.done(), writer.map, notices


def _write_notes(writer: "_Writer", waiting: list[int], notes: Sequence[list[Line]]) -> None:
    """Writes the notes of the pages that wait for it."""
    for place in waiting:
        writer.map.turn_to(place + 1)
        writer.end_line(1)
        writer.lines(notes[place], notes[place][0].height * 1.1)
    waiting.clear()


def _without_notes(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """A page's lines without its footnotes, and those: smaller print at its foot that begins with a note's mark."""
    sizes = sorted(line.height for line in lines)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    first = len(lines)
    while first and lines[first - 1].height < _NOTE * usual:
        first -= 1
    if not 0 < first < len(lines) or not _MARK.match(lines[first].text):
        return lines, []
    return lines[:first], lines[first:]


def _carries_on(before: Line | None, line: Line) -> bool:
    """Whether a sentence runs from one page's last line to the next one's first."""
    return before is not None and line.text[:1].islower() and bool(_CARRIES_ON.search(before.text))


class _Writer:
    """Writes lines and keeps the map in step with the text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._due = 0  # line ends to write before the next line
        self.map = PageMap()

    def end_line(self, empty: int) -> None:
        """Ends the line, with so many empty ones after it; nothing at the text's beginning."""
        if self.parts:
            self._due = max(self._due, empty + 1)

    def lines(self, lines: Sequence[Line], pitch: float) -> None:
        """Writes lines that stand below each other, `pitch` points apart as a rule."""
        for place, line in enumerate(lines):
            if place:
                self.end_line(_empty_lines(lines[place - 1], line, pitch))
            self._line(line)

    def _line(self, line: Line) -> None:
        self._blanks("\n" * self._due)
        self._due = reached = begin = 0
        words, at = line.words, line.at
        # Words without a place of their own follow the one before at a blank's distance.
        for end in [place for place in range(1, len(words)) if at[place]] + [len(words)]:
            self._blanks(" " * max(at[begin] - reached, 1 if reached else 0))
            text = " ".join([word.text for word in words[begin:end]])
            self.parts.append(text)
            self.map.add([word.boxes for word in words[begin:end]])
            reached = max(at[begin], reached + 1 if reached else 0) + len(text)
            begin = end

    def done(self) -> str:
        """The whole text, its last line ended."""
        if self.parts:
            self._blanks("\n")
        return "".join(self.parts)

    def _blanks(self, blanks: str) -> None:
        self.parts.append(blanks)
        self.map.add_blanks(len(blanks))


def _pitch(pages: Sequence[Sequence[Line]]) -> float | None:
    """The usual distance from line to line, in points; None where there are too few lines to say."""
    steps: Counter[float] = Counter()
    for lines in pages:
        for one, other in itertools.pairwise(lines):
            step = other.mid - one.mid
            if other.column == one.column and 0.5 * one.height < step < 3.5 * one.height:
                steps[round(2 * step) / 2] += 1
    if sum(steps.values()) < 5:
        return None
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= 0.3 * most)


def _empty_lines(one: Line, other: Line, pitch: float) -> int:
    """How many empty lines stand between two lines of a page."""
    step = other.mid - one.mid
    if other.column != one.column or step < 0:
        return 1
    # Large print has its lines further apart than what is usual on the page.
    if step <= max(_PARAGRAPH * pitch, _LEADING * min(one.height, other.height)):
        return 0
    return min(max(round(step / pitch) - 1, 1), _MOST_EMPTY)


def _vocabulary(pages: Sequence[Page]) -> set[str]:
    """The words of the pages' lines in small letters."""
    return {word for page in pages for line in page.lines for word in _WORDS.findall(line.text.lower())}


def _join_hyphens(lines: list[Line], vocabulary: Callable[[], set[str]]) -> None:
    """Puts words together that are parted at a line's end; the whole word goes to the first of the two lines."""
    for place in range(len(lines) - 1):
        one, other = lines[place], lines[place + 1]
        if not one.words or not other.words or one.column != other.column:
            continue
        head, tail = one.words[-1], other.words[0]
        if not _HYPHENATED.search(head.text) or not tail.text[0].islower():
            continue
        if other.mid - one.mid > 3 * one.height or (len(other.at) > 1 and any(other.at[1:])):
            continue  # a column stands beside it: the word need not go on there
        keep = _keeps_hyphen(head.text[:-1], tail.text, vocabulary())
        stem, boxes = (head.text, head.boxes) if keep else (head.text[:-1], head.boxes[:-4])
        whole = Word(stem + tail.text, head.x0, head.top, head.x1, head.bottom, array("f", boxes) + tail.boxes)
        lines[place] = Line([*one.words[:-1], whole], one.at, one.column)
        lines[place + 1] = Line(other.words[1:], [*other.at[:1], *other.at[2:]][: len(other.words) - 1], other.column)


def _keeps_hyphen(head: str, tail: str, vocabulary: set[str]) -> bool:
    """Whether a word parted at its hyphen has one in the middle of a line, too."""
    first = (_WORDS.findall(head.lower()) or [""])[-1]
    second = (_WORDS.findall(tail.lower()) or [""])[0]
    if first + second in vocabulary:
        return False
    if f"{first}-{second}" in vocabulary or first in _PREFIXES or "-" in first:
        return True
    return min(len(first), len(second)) > 3 and {first, second} <= vocabulary
