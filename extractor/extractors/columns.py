"""Lines of the signature pages in reading order: what stands side by side is read column by column."""

from typing import NamedTuple

import regex

from extractor.values import cached
from extractor.values.names import ends_name


class Line(NamedTuple):
    """A line, or one column's part of it.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        gap: number of blank lines before it.
        amount: whether an amount of money stands beside it, as a lender's commitment does.
    """

    start: int
    end: int
    gap: int
    amount: bool = False


_GAP = regex.compile(r"[ ]*\t[\t ]*| {3,}")
_LABEL = regex.compile(
    r"^\W*(?:By|Name|Title|Its|Print(?:ed)?\s+Name|Date|Address|Attn|Attention|Per)\s*[:.]?\s*$", regex.I
)
_AMOUNT = regex.compile(r"^\(?(?:US)?\$?\s?\d[\d,]*(?:\.\d+)?%?\)?$")
_SEAL = regex.compile(r"^\W*(?:corporate\s+)?(?:seal|L\.\s?S\.?)\W*$", regex.I)
_SIGNED = regex.compile(r"^\W*(?:By\b|/s/|Name\b|Title\b|Its\b|_{3,}|-{5,})", regex.I)
_PAGE_HEAD = regex.compile(
    r"^\W*(?:(?:ACKNOWLEDGE?MENT|CONSENT|REAFFIRMATION|RATIFICATION|JOINDER|EXHIBIT|SCHEDULE|ANNEX|SIGNATURES?\s+(?:OF|PAGE))\b|The\s+undersigned)",
    regex.I,
)
# Where a second column begins at the earliest.
_RIGHT = 18


class _Part(NamedTuple):
    start: int
    end: int
    column: int
    amount: bool = False


def read_lines(view: str, start: int, end: int) -> list[Line]:
    """The lines between two offsets, columns pulled apart."""
    rows = [_parts(view, a, b) for a, b in _rows(view, start, end)]
    ordered: list[tuple[_Part, int]] = []
    i, gap = 0, 0
    while i < len(rows):
        if not rows[i]:
            gap += 1
            i += 1
        elif (stop := _band(view, rows, _first_full(rows, i))) is not None:
            ordered += _pull_apart(view, rows[i:stop], gap)
            i, gap = stop, 0
        else:
            ordered += [(part, gap if k == 0 else 0) for k, part in enumerate(rows[i])]
            i, gap = i + 1, 0
    return [Line(part.start, part.end, gap, part.amount) for part, gap in ordered]


def _rows(view: str, start: int, end: int) -> list[tuple[int, int]]:
    rows, at = [], start
    while at < end:
        stop = view.find("\n", at, end)
        stop = end if stop < 0 else stop
        rows.append((at, stop))
        at = stop + 1
    return rows


def _parts(view: str, start: int, end: int) -> list[_Part]:
    """The parts of a row, cut at wide gaps; a label keeps what it labels, an amount beside a name is left out."""
    line = view[start:end]
    parts: list[_Part] = []
    at = len(line) - len(line.lstrip())
    while at < len(line):
        gap = _GAP.search(line, at)
        while gap and _LABEL.match(line[at : gap.start()]) and line[gap.end() :].strip():
            # The label's own text may be missing: two labels side by side are two parts.
            rest = line[gap.end() :]
            if _SIGNED.match(rest) and not rest.startswith(("/s/", "/S/", "_", "-")):
                break
            gap = _GAP.search(line, gap.end() + 1)
        stop = gap.start() if gap else len(line.rstrip())
        if line[at:stop].strip() and not (parts and _SEAL.match(line[at:stop])):
            column = len(line[:at].expandtabs(8)) if "\t" not in line else 40 * bool(at)
            parts.append(_Part(start + at, start + stop, column))
        at = gap.end() if gap else len(line)
    while len(parts) > 1 and _AMOUNT.match(view[parts[0].start : parts[0].end]):
        parts = [parts[1]._replace(amount=True), *parts[2:]]
    return parts


def _first_full(rows: list[list[_Part]], i: int) -> int:
    """The next row where a name begins in the right column alone, a line above the left one's."""
    if i + 1 < len(rows) and len(rows[i]) == 1 and len(rows[i + 1]) == 2:
        right = rows[i + 1][1].column
        if right >= _RIGHT and abs(rows[i][0].column - right) <= 4:
            return i + 1
    return i


def _band(view: str, rows: list[list[_Part]], i: int) -> int | None:
    """Where the two-column band that begins at row `i` ends; None if none begins there."""
    if len(rows[i]) != 2 or rows[i][1].column < _RIGHT:
        return None
    stop, blank, signed, j = i + 1, 0, [0, 0], i
    # A right column that begins with a signature belongs to the party above the left one, and ends with its block.
    headless = bool(_SIGNED.match(view[rows[i][1].start : rows[i][1].end])) and bool(
        _SIGNED.match(view[rows[i][0].start : rows[i][0].end])
    )
    while j < len(rows) and blank < 5:
        parts = rows[j]
        if not parts:
            blank += 1
        elif (headless and blank and len(parts) == 1 and not _SIGNED.match(view[parts[0].start : parts[0].end])) or (
            len(parts) == 1
            and (_prose(view[parts[0].start : parts[0].end]) or _PAGE_HEAD.match(view[parts[0].start : parts[0].end]))
        ):
            break
        else:
            for k, part in enumerate(parts[:2]):
                side = 1 if k or part.column >= rows[i][1].column - 4 else 0
                signed[side] += bool(_SIGNED.match(view[part.start : part.end]))
            blank = 0
            stop = j + 1
        j += 1
    return stop if all(signed) else None


def _prose(line: str) -> bool:
    return len(line) > 60 and len(cached.findall(r"\b[a-z]{2,}\b", line)) >= 7


def _pull_apart(view: str, rows: list[list[_Part]], gap: int) -> list[tuple[_Part, int]]:
    middle = min(parts[1].column for parts in rows if len(parts) >= 2)
    columns: tuple[list[tuple[_Part, int]], list[tuple[_Part, int]]] = ([], [])
    gaps = [gap, max(gap, 2)]
    before: list[_Part] = []
    for parts in rows:
        filled = set()
        for k, part in enumerate(parts):
            right = k >= 1 or part.column >= middle - 4 or (len(parts) == 1 and _continues_right(view, part, before))
            columns[right].append((part, gaps[right]))
            gaps[right] = 0
            filled.add(int(right))
        for side in {0, 1} - filled:
            gaps[side] += 1
        before = parts or before
    return columns[0] + columns[1]


def _continues_right(view: str, part: _Part, before: list[_Part]) -> bool:
    """Whether a line that lost its indentation goes on with the right column: only that one was left unfinished."""
    if len(before) != 2:
        return False
    left, right = (view[p.start : p.end].rstrip() for p in before)
    if _UNFINISHED.search(right) or _UNFINISHED.search(left):
        return not _UNFINISHED.search(left)
    text = view[part.start : part.end]
    return text.isupper() and not _CAPACITY.match(text) and ends_name(left) and _bare(right) and not _bare(left)


def _bare(name: str) -> bool:
    """Whether a name may go on: it has no legal form, or a word that begins a bank's name more often than it ends one."""
    return not ends_name(name) or bool(_MAY_GO_ON.search(name))


_UNFINISHED = regex.compile(r"(?:,|&|\b(?:of|and|the))$", regex.I)
_MAY_GO_ON = regex.compile(r"\b(?:Bank|Trust|Trust\s+Company|Partners|Group|Holdings?)$", regex.I)
_CAPACITY = regex.compile(r"^\W*(?:as|in\s+its|individually|an?|by|its|for)\b", regex.I)
