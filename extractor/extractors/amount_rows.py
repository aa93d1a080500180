"""Rows of tables in which amounts stand, and where such a table begins."""

import regex

# No table has wider rows; prose set as one line has.
LONGEST_ROW = 400
PROSE = regex.compile(r"\b[a-z]{3,}\b")
# What sets the columns of a row apart.
_APART = ("   ", "\t", "....")
_FIGURE = regex.compile(r"\$|\d,\d{3}")


def row_of(view: str, start: int, end: int) -> tuple[int, int]:
    """The line in which an amount stands; of a line too long for a table's row, a part that is too long as well."""
    floor, ceiling = max(0, start - LONGEST_ROW), min(len(view), end + LONGEST_ROW)
    line, stop = view.rfind("\n", floor, start), view.find("\n", end, ceiling)
    return (floor if line < 0 else line + 1), (ceiling if stop < 0 else stop)


def row_start(view: str, start: int) -> int:
    """Where the table begins in one of whose rows the amount stands; the amount itself outside tables."""
    line, stop = row_of(view, start, start)
    row = view[line:stop].strip()
    if not any(map(row.__contains__, _APART)) or stop - line > LONGEST_ROW or len(PROSE.findall(row)) > 5:
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
