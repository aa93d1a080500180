"""Tables as plain text: clauses as ordinary lines, anything else side by side in columns."""

import re
from dataclasses import dataclass, field

from extractor.document.clauses import goes_with, is_clause_number, is_label
from extractor.document.grid import column_starts

_MOST_COLUMNS = 1000  # what browsers allow a cell to span
_LONG = 100  # a text this long is a paragraph: it is not set beside others
_BEFORE_NUMBER = re.compile(r"^(?:[A-Z]{0,3}[$€£¥]|\(\s*[A-Z]{0,3}[$€£¥]?|USD|CAD|EUR|GBP)$")
_AFTER_NUMBER = re.compile(r"^(?:[)%]|\)%|%\)|\)\*+)$")
_NUMBER = re.compile(r"^[\s(]*[$€£¥]?\s*[\d.,—–-]")


@dataclass(slots=True)
class Cell:
    """Lines of text, the number of columns and rows they take, and whether they stand at the bottom."""

    lines: list[str]
    columns: int = 1
    rows: int = 1
    bottom: bool = False


@dataclass(slots=True)
class Table:
    """Rows of cells as the file gives them, row and column spans not yet worked out."""

    rows: list[list[Cell]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The table as lines of plain text; an empty line parts paragraphs and blocks."""
        rows = [self._joined(row) for row in self._placed()]
        kept = sorted({first for row in rows for first, _, _ in row})
        if not kept:
            return []
        order = {column: place for place, column in enumerate(kept)}
        order_after = _places(kept, max(after for row in rows for _, after, _ in row))
        placed = [[(order[first], order_after[after], cell) for first, after, cell in row] for row in rows]
        several = [[cell for _, _, cell in row] for row in placed if len(row) > 1]
        if not several or all(_is_clause(row) for row in several):
            return _as_paragraphs(placed)
        return _as_columns(placed, len(kept))

    def _placed(self) -> list[list[tuple[int, int, Cell]]]:
        """Each row's cells with text, as (first column, column after the last, cell)."""
        taken: dict[int, int] = {}  # column -> rows for which a cell from above still stands there
        placed = []
        for row in self.rows:
            at, here, fresh = 0, [], {}
            for cell in row:
                while taken.get(at, 0) > 0:
                    at += 1
                if at >= _MOST_COLUMNS:
                    # Nothing has so many columns; what there is joins the last one.
                    at = _MOST_COLUMNS - 1
                after = min(at + cell.columns, _MOST_COLUMNS)
                if cell.rows > 1:
                    fresh.update(dict.fromkeys(range(at, after), cell.rows))
                if any(cell.lines):
                    here.append((at, max(after, at + 1), cell))
                at = after
            if taken or fresh:
                taken = {c: n - 1 for c, n in {**taken, **fresh}.items() if n > 1}
            placed.append(here)
        return placed

    @staticmethod
    def _joined(row: list[tuple[int, int, Cell]]) -> list[tuple[int, int, Cell]]:
        """The row with currency signs, brackets, and labels such as ``By:`` joined to what they belong to."""
        joined: list[tuple[int, int, Cell]] = []
        for first, after, cell in row:
            if joined:
                begin, _, before = joined[-1]
                one, other = " ".join(before.lines), " ".join(cell.lines)
                if _BEFORE_NUMBER.match(one) and _NUMBER.match(other):
                    joined[-1] = (begin, after, Cell([one + other], bottom=cell.bottom))
                    continue
                if _AFTER_NUMBER.match(other) and len(before.lines) == 1:
                    joined[-1] = (begin, after, Cell([one + other], bottom=cell.bottom))
                    continue
                labels = len(cell.lines) <= len(before.lines) and all(
                    is_label(line) or not line for line in before.lines
                )
                if labels and goes_with(before.lines[0], (cell.lines[0].split() or [""])[0]):
                    pairs = zip(before.lines, cell.lines + [""] * len(before.lines), strict=False)
                    joined[-1] = (begin, after, Cell([f"{a} {b}".rstrip() for a, b in pairs], bottom=cell.bottom))
                    continue
            joined.append((first, after, cell))
        return joined


def _places(kept: list[int], most: int) -> list[int]:
    """For each column boundary up to `most`, the number of kept columns before it."""
    places, count = [], 0
    for column in range(most + 1):
        places.append(count)
        if count < len(kept) and kept[count] == column:
            count += 1
    return places


def _is_clause(row: list[Cell]) -> bool:
    """Whether all cells but the last are clause numbers or bullets."""
    return all(len(cell.lines) == 1 and is_clause_number(cell.lines[0].strip()) for cell in row[:-1])


def _as_paragraphs(rows: list[list[tuple[int, int, Cell]]]) -> list[str]:
    lines: list[str] = []
    for row in rows:
        if not row:
            _blank(lines)
            continue
        number = " ".join(cell.lines[0].strip() for _, _, cell in row[:-1])
        text = list(row[-1][2].lines)
        if number:
            text[0] = f"{number} {text[0].lstrip()}"
        if len(text) > 1 or len(text[0]) > _LONG:
            _blank(lines)
            lines += text
            lines.append("")
        else:
            lines += text
    return lines


def _as_columns(rows: list[list[tuple[int, int, Cell]]], columns: int) -> list[str]:
    # A paragraph with a neighbour to its right cannot stand beside it; such a row is written cell after cell.
    apart = [any(len(line) > _LONG for *_, cell in row[:-1] for line in cell.lines) for row in rows]
    widths = [
        [(first, after, max(map(len, cell.lines))) for first, after, cell in row]
        for row, alone in zip(rows, apart, strict=True)
        if not alone
    ]
    starts = column_starts(widths, columns)
    lines: list[str] = []
    for row, alone in zip(rows, apart, strict=True):
        if not row:
            _blank(lines)
        elif alone:
            for *_, cell in row:
                _blank(lines)
                lines += cell.lines
            lines.append("")
        else:
            lines += _side_by_side(row, starts)
    return lines


def _side_by_side(row: list[tuple[int, int, Cell]], starts: list[int] | None) -> list[str]:
    height = max(len(cell.lines) for *_, cell in row)
    lines = []
    for level in range(height):
        line = ""
        for first, _, cell in row:
            at = level - (height - len(cell.lines) if cell.bottom else 0)
            text = cell.lines[at].rstrip() if 0 <= at < len(cell.lines) else ""
            if text and starts is None:
                line = f"{line}   {text}" if line else text
            elif text and starts is not None:
                line = f"{line:<{starts[first]}}" + ("" if len(line) <= starts[first] else "   ") + text
        lines.append(line)
    return lines


def _blank(lines: list[str]) -> None:
    if lines and lines[-1]:
        lines.append("")
