"""Patterns that most texts have nothing of.

To find that out for each of them takes a look at the whole text. So one look, by RE2, says which of them a long text
may have at all; the others are not searched for.
"""

from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.values.scan import Scan, ScanSet, narrowed

# In shorter texts a look for one is as good as a look for all.
_LONG = 4000
_scans: list[Scan] = []


class RareScan(Scan):
    """As `Scan`, for what most texts have nothing of.

    >>> scan = RareScan(r"\\beuros?\\b", regex.I)
    >>> len(list(scan.finditer("dollars, " * 1000))), len(list(scan.finditer("dollars, " * 1000 + "Euros")))
    (0, 1)
    """

    def __init__(self, pattern: str, flags: int = 0, start: str | None = None) -> None:
        super().__init__(pattern, flags, start)
        self._place_in_set = len(_scans)
        _scans.append(self)

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[regex.Match[str]]:
        """As `regex.Pattern.finditer`."""
        return iter(()) if self._lacks(text) else super().finditer(text, pos, endpos)

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        """As `regex.Pattern.search`."""
        return None if self._lacks(text) else super().search(text, pos, endpos)

    def _lacks(self, text: str) -> bool:
        return len(text) > _LONG and self._place_in_set not in _may(text, len(_scans))


@lru_cache(maxsize=2)
def _may(text: str, known: int) -> frozenset[int]:
    """Places of the patterns that may match in a text, among the first `known`."""
    return frozenset(_set(known).look(narrowed(text)) or ())


@lru_cache(maxsize=1)
def _set(known: int) -> ScanSet:
    return ScanSet(_scans[:known])
