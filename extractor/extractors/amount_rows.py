"""Rows of tables in which amounts stand, and where such a table begins."""

from functools import lru_cache

import regex

from extractor.values import cached

# No table has wider rows; prose set as one line has.
LONGEST_ROW = 400
PROSE = regex.compile(r"\b[a-z]{3,}\b")
_FIGURE = regex.compile(r"\$|\d,\d{3}")
# What stands together in a line of a table's head, and a line under which figures or more of the head stand.
_CELL = regex.compile(r"\S+(?:[ ]\S+)*")
_RULE = regex.compile(r"^[\W_]*$|^\s*<")
_HEAD = 9  # lines of a table's head at most
_WIDEST = 32  # characters of a caption; a longer one is a title or a sentence
_BESIDE = 1  # characters that a caption may stand beside its column
_WORD = regex.compile(r"[a-z]{3,}")


def row_of(view: str, start: int, end: int) -> tuple[int, int]:
    """The line in which an amount stands; of a line too long for a table's row, a part that is too long as well."""
    floor, ceiling = max(0, start - LONGEST_ROW), min(len(view), end + LONGEST_ROW)
    line, stop = view.rfind("\n", floor, start), view.find("\n", end, ceiling)
    return (floor if line < 0 else line + 1), (ceiling if stop < 0 else stop)


def row_start(view: str, start: int) -> int:
    """Where the table begins in one of whose rows the amount stands; the amount itself outside tables."""
    line, stop = row_of(view, start, start)
    row = view[line:stop]
    if len(row) > LONGEST_ROW or len(PROSE.findall(row)) > 5 or not cached.search(r" {3,}|\t|\.{4,}", row.strip()):
        return start
    at, scan, empty = line, line, 0
    for _ in range(60):
        if scan <= 0 or empty > 6:
            break
        above = view.rfind("\n", 0, scan - 1) + 1
        text = view[above:scan]
        if len(PROSE.findall(text)) > 5:
            break
        if _FIGURE.search(text):
            at, empty = above, 0
        else:
            empty += 1
        scan = above
    return at


@lru_cache(maxsize=4)
def _head(view: str, table: int) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """The cells of the lines above a table's first row, nearest first: the columns in which each begins and ends, and its text."""
    lines: list[tuple[tuple[int, int, str], ...]] = []
    at, empty = table, 0
    while at > 0 and len(lines) < _HEAD and empty < 3:
        above = max(view.rfind("\n", 0, at - 1) + 1, at - 1 - LONGEST_ROW)
        text = view[above : at - 1]
        at = above
        if _RULE.match(text):
            empty += not text.strip()
            continue
        cells = list(_CELL.finditer(text))
        if _FIGURE.search(text) or any(m.end() - m.start() > _WIDEST for m in cells):
            break
        lines.append(tuple((m.start(), m.end(), m.group().lower()) for m in cells))
        empty = 0
    return tuple(lines)


# What a caption says of the amounts below it, the first that is found.
_SAYS = tuple(
    (role, frozenset(words.split()))
    for role, words in (
        ("fee", "fee fees"),
        ("other", "actual estimated reported"),
        ("advance", "outstanding outstandings balance balances unpaid"),
        ("covenant", "required minimum maximum ebitda ratio worth expenditures capex requirement"),
        ("payment", "payment payments installment installments instalment instalments repayment amortization reduction due"),
        ("commitment", "commitment commitments share limit cap line"),
    )
)


def said_of(words: set[str]) -> str:
    """The role that captions give to the amounts below them; empty if they give none."""
    return next((role for role, saying in _SAYS if not saying.isdisjoint(words)), "")


def captions(view: str, table: int, start: int, end: int) -> set[str]:
    """Words of the captions over the column of a table in which an amount stands; `table` is where its first row begins."""
    line = view.rfind("\n", 0, start) + 1
    left, right = start - line - _BESIDE, end - line + _BESIDE
    words: set[str] = set()
    for cells in _head(view, table):
        for a, b, text in cells:
            if a < right and left < b:
                words.update(_WORD.findall(text))
    return words


def label(view: str, start: int) -> set[str]:
    """Words at the beginning of the row in which an amount stands."""
    line = view.rfind("\n", 0, start) + 1
    cell = _CELL.search(view, line, start)
    return set(_WORD.findall(cell.group().lower())) if cell else set()
