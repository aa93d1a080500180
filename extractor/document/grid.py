"""Columns side by side in plain text: at which character each column of a table or signature block begins."""

from collections.abc import Iterable, Sequence

GAP = 3  # blanks between columns; two can stand between words of justified text, three do not
_LONG = 60  # a text without a right neighbour may be longer than this without pushing the next column aside
_WIDEST = 400  # beyond this a table is no longer laid out in columns


def column_starts(rows: Iterable[Sequence[tuple[int, int, int]]], columns: int) -> list[int] | None:
    """Where each of `columns` begins, in characters from the left.

    Args:
        rows: for each row its cells from left to right as (first column, column after the last, width in characters).
        columns: their number.

    Returns:
        One position for each column, or None where the rows are too wide to set side by side.

    >>> column_starts([[(0, 1, 5), (1, 2, 9)], [(0, 2, 80)]], 2)
    [0, 8]
    """
    width = [1] * columns
    spanning: list[tuple[int, int, int]] = []
    for row in rows:
        for place, (first, after, length) in enumerate(row):
            last = place == len(row) - 1
            if after - first == 1:
                if not last or length <= _LONG:
                    width[first] = max(width[first], length)
            elif not last:
                # What counts is where its right neighbour begins, however many columns it is said to span.
                spanning.append((first, row[place + 1][0], length))
    spanning.sort(key=lambda s: (s[1], s[0]))
    starts = _running(width)
    for first, after, length in spanning:
        lacking = length + GAP - (starts[after] - starts[first])
        if lacking > 0:
            for column in range(after, columns):
                starts[column] += lacking
    return starts if starts[-1] <= _WIDEST else None


def _running(width: list[int]) -> list[int]:
    starts, at = [], 0
    for w in width:
        starts.append(at)
        at += w + GAP
    return starts
