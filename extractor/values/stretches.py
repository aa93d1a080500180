"""Stretches of a text, from their first character to behind their last, that rules look into."""

from collections.abc import Iterable

Stretch = tuple[int, int]


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same characters in stretches of which no two touch, so that nothing is looked at, or found, twice.

    Args:
        stretches: (start, end) in the order of their starts; those without a character are left out.

    >>> merged([(0, 5), (3, 4), (5, 8), (9, 9), (10, 12)])
    [(0, 8), (10, 12)]
    """
    apart: list[Stretch] = []
    for start, end in stretches:
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        elif start < end:
            apart.append((start, end))
    return apart
