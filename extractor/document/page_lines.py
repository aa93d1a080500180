"""Words to lines: reading order, columns, and at which character of its line each word stands."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

import numpy as np

from extractor.document.clauses import goes_with, is_clause_number
from extractor.document.grid import column_starts
from extractor.document.words import Word

_SAME_LINE = 0.45  # of the smaller height: how far apart the middles of words of one line may be
_WIDE = 1.15  # of the letters' height: a wider gap parts columns
_PER_CHARACTER = 0.46  # of the letters' height: about how wide a letter is, to turn an indentation into blanks
_FEWEST_LINES = 8  # that a page's columns of running text have
_BIN = 4.0  # points: how finely gaps between columns are looked for
_DEEPEST_INDENT = 60  # characters


@dataclass(eq=False)
class Line:
    """Words that stand on one line, from left to right.

    Attributes:
        words: they; a line with other words is another line, as its measures are taken once.
        at: for each word the character of the line at which it begins, at the earliest.
        column: which column of running text it belongs to; 0 where there is only one.
    """

    words: list[Word]
    at: list[int] = field(default_factory=list)
    column: int = 0

    @cached_property
    def mid(self) -> float:
        """Height of the middle of its largest word."""
        return max(self.words, key=lambda word: (word.bottom - word.top) * len(word.text)).mid

    @cached_property
    def height(self) -> float:
        """Of the largest word."""
        return max([word.bottom - word.top for word in self.words])

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Where it ends."""
        return max([word.x1 for word in self.words])

    @property
    def text(self) -> str:
        """Its words with one blank between them."""
        return " ".join([word.text for word in self.words])


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines of a page or of a part of it, in reading order, each word's place in its line settled."""
    lines = _gathered(words)
    if not lines:
        return []
    parts = _columns(lines, words)
    placed = []
    pitch = _fixed_pitch(words)
    for column, part in enumerate(parts):
        left = _left_edge(part)
        if pitch:
            for line in part:
                line.at = [max(0, round((word.x0 - left) / pitch)) for word in line.words]
        else:
            _place(part, left)
        for line in part:
            line.column = column
        placed += part
    return placed


def _gathered(words: Sequence[Word]) -> list[Line]:
    """Words gathered into lines by their height on the page, from the top."""
    lines: dict[float, list[Word]] = {}  # by the height of the middle of their widest word
    mids: list[float] = []
    for word in sorted(words, key=lambda w: w.x0 - w.x1):  # the widest first: they say where lines are
        mid = (word.top + word.bottom) / 2
        if (line := lines.get(mid)) is None:  # most words stand exactly as high as those beside them
            place = bisect_left(mids, mid)
            least = float("inf")
            for near in mids[max(0, place - 1) : place + 1]:
                off = abs(near - mid)
                if off < least and off <= _SAME_LINE * min(word.height, lines[near][0].height):
                    line, least = lines[near], off
        if line is None:
            mids.insert(place, mid)
            lines[mid] = [word]
        else:
            line.append(word)
    return [Line(sorted(lines[mid], key=attrgetter("x0"))) for mid in mids]


def _columns(lines: list[Line], words: Sequence[Word]) -> list[list[Line]]:
    """`lines` in parts to be read one after the other: several where the page has columns of running text."""
    gutter = _gutter(lines)
    if gutter is None:
        return [lines]
    first, last, x = gutter
    left: list[Word] = []
    right: list[Word] = []
    for line in lines[first : last + 1]:
        for word in line.words:
            (left if word.x1 <= x else right).append(word)
    parts = [lines[:first], _gathered(left), _gathered(right)]
    parts += _columns(lines[last + 1 :], words) if last + 1 < len(lines) else []
    return [part for part in parts if part]


def _gutter(lines: list[Line]) -> tuple[int, int, float] | None:
    """First line, last line and middle of a gap that runs down between two columns of running text, if there is one."""
    if len(lines) < _FEWEST_LINES:
        return None
    x0 = np.array([word.x0 for line in lines for word in line.words])
    x1 = np.array([word.x1 for line in lines for word in line.words])
    left, right = float(x0.min()), float(x1.max())
    first, last = (round((left + share * (right - left)) / _BIN) for share in (0.3, 0.7))
    places = max(last - first + 1, 0)
    # Of the places that words lie across, the first, and the one after the last.
    begin, after = (np.clip((of / _BIN).astype(np.intp) + (1 - first), 0, places) for of in (x0, x1))
    end = np.maximum(after, begin)
    crossed = np.cumsum(np.bincount(begin, minlength=places + 1) - np.bincount(end, minlength=places + 1))[:places]
    if not places or crossed.min() > len(lines) // 2:
        return None
    # The middle of the emptiest stretch: columns may be of unequal width.
    clear = np.flatnonzero(crossed == crossed.min()) + first
    x = _BIN * int(clear[len(clear) // 2])
    run = _longest_run(lines, x)
    if run and _is_running_text(lines[run[0] : run[1] + 1], x):
        return run[0], run[1], x
    return None


def _longest_run(lines: list[Line], x: float) -> tuple[int, int] | None:
    """The longest run of lines of which no word crosses `x`."""
    best, start = None, None
    for place, line in enumerate([*lines, None]):
        if line is not None and not any(word.x0 < x < word.x1 for word in line.words):
            start = place if start is None else start
        elif start is not None:
            if best is None or place - start > best[1] - best[0] + 1:
                best = (start, place - 1)
            start = None
    return best


def _is_running_text(lines: list[Line], x: float) -> bool:
    """Whether both sides of `x` are filled with wrapped text, not with names and signatures."""
    for side in (0, 1):
        widths, words = [], 0
        for line in lines:
            here = [word for word in line.words if (word.x0 > x) == bool(side)]
            if here:
                widths.append(here[-1].x1 - here[0].x0)
                words += sum(any(map(str.isalnum, word.text)) for word in here)
        if len(widths) < _FEWEST_LINES or words < 4 * len(widths):
            return False
        if sum(width > 0.8 * max(widths) for width in widths) < 0.5 * len(widths):
            return False
    return True


def _fixed_pitch(words: Sequence[Word]) -> float | None:
    """The width of a character where all are of the same width (typewriter text), else None."""
    widths: Counter[float] = Counter()
    for word in words[:400]:
        length = len(word.text)
        if length > 2:
            widths[round((word.x1 - word.x0) / length, 1)] += length
    if not widths:
        return None
    (pitch, most), total = widths.most_common(1)[0], sum(widths.values())
    near = sum(count for width, count in widths.items() if abs(width - pitch) < 0.15)
    return pitch if near > 0.9 * total and most > 40 and pitch > 1 else None


def _left_edge(lines: list[Line]) -> float:
    """Where the text begins on the left; a stray mark in the margin does not count."""
    edges = sorted(line.x0 for line in lines)
    return edges[len(edges) // 20]


def _place(lines: list[Line], left: float) -> None:
    """Settles at which character the words of proportional text stand: columns below each other, the rest in a row."""
    segments = [_segments(line) for line in lines]
    at = 0
    while at < len(lines):
        if len(segments[at]) < 2:
            _indent(lines[at], left)
            at += 1
            continue
        end = _block_end(lines, segments, at)
        begin = at
        _place_block(lines[begin:end], segments[begin:end], left)
        at = end


def _segments(line: Line) -> list[list[Word]]:
    """The line's words, parted where gaps are wide; a clause number or label goes with what follows it."""
    parts = [[line.words[0]]]
    for one, other in pairwise(line.words):
        if other.x0 - one.x1 > _WIDE * min(one.bottom - one.top, other.bottom - other.top):
            so_far = " ".join(word.text for word in parts[-1]) if len(parts[-1]) < 4 else ""
            if not goes_with(so_far, other.text) and not (len(parts) == 1 and is_clause_number(so_far)):
                parts.append([other])
                continue
        parts[-1].append(other)
    return parts


def _indent(line: Line, left: float) -> None:
    blanks = round((line.x0 - left) / (_PER_CHARACTER * line.height)) if line.height else 0
    blanks = min(max(blanks, 0), _DEEPEST_INDENT)
    line.at = [blanks if place == 0 else 0 for place in range(len(line.words))]


def _block_end(lines: list[Line], segments: list[list[list[Word]]], start: int) -> int:
    """Where the block of columns that begins at line `start` ends (first line after it)."""
    right = max(line.x1 for line in lines)
    left = min(line.x0 for line in lines)
    end = last = start + 1
    while end < len(lines):
        line = lines[end]
        if line.mid - lines[end - 1].mid > 6 * line.height:
            break
        if len(segments[end]) > 1:
            last = end + 1
        elif line.x1 - line.x0 > 0.6 * (right - left) or end - last >= 3:
            break
        end += 1
    # Lines after the last with several columns still belong if they stand under one of them.
    while last < end and len(segments[last]) == 1 and lines[last].x0 > left + 0.3 * (right - left):
        last += 1
    return last


def _place_block(lines: list[Line], segments: list[list[list[Word]]], left: float) -> None:
    starts = sorted(
        (segment[0].x0, line.height) for line, parts in zip(lines, segments, strict=True) for segment in parts
    )
    edges: list[float] = []
    for x, height in starts:
        if not edges or x - edges[-1] > 0.8 * height:
            edges.append(x)
    rows = []
    for parts in segments:
        row = []
        for segment in parts:
            first = _column(edges, segment[0].x0)
            after = max(first + 1, _column(edges, segment[-1].x1 - 1) + 1)
            row.append((first, after, len(" ".join(word.text for word in segment))))
        rows.append(row)
    characters = column_starts(rows, len(edges))
    indent = min(max(round((edges[0] - left) / (_PER_CHARACTER * lines[0].height)), 0), _DEEPEST_INDENT)
    for line, parts, row in zip(lines, segments, rows, strict=True):
        line.at = []
        reached = -3
        for segment, (first, _, width) in zip(parts, row, strict=True):
            wanted = indent + characters[first] if characters else reached + 3
            at = max(wanted, reached + 3)
            line.at += [at] + [0] * (len(segment) - 1)
            reached = at + width


def _column(edges: list[float], x: float) -> int:
    """The last column that begins at or before `x`."""
    place = bisect_left(edges, x + 0.01)
    return max(0, place - 1)
