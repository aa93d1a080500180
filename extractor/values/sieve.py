"""Patterns that are asked of the same short text one after the other.

A line of a signature page is none of most sorts that a reader tries. So one look, by RE2, says which patterns may match
a text at all; the others are not tried, and those that no text asks for are never compiled.
"""

from collections.abc import Callable, Iterator
from functools import cached_property

import regex

from extractor.values.scan import Scan, ScanSet

# Texts that are asked about in turn, and again: a line, those behind it, and what stands in many lines ("Title:").
_TEXTS = 4096
# In longer ones RE2, which does not count repeats here, may look far for each place.
_SHORT = 2000


class _Known(dict[str, frozenset[int]]):
    """What the patterns of a sieve may match in the texts it was asked about: a plain look-up costs least, so all are
    forgotten at once where they are too many.
    """

    def __init__(self, sieve: "Sieve") -> None:
        self._sieve = sieve

    def __missing__(self, text: str) -> frozenset[int]:
        if len(self) >= _TEXTS:
            self.clear()
        return self.setdefault(text, self._sieve.may(text))


class Sieve:
    """A family of patterns, each made by `compile`, and what it remembers of the texts it was last asked about.

    Args:
        looks: as for `ScanSet`.

    >>> sieve = Sieve()
    >>> name, title = sieve.compile("^name:"), sieve.compile("^title: (.*)", regex.I)
    >>> name.match("Title: President"), title.match("Title: President").group(1)
    (None, 'President')
    """

    def __init__(self, looks: int = 1) -> None:
        self._looks = looks
        self._scans: list[Scan] = []
        self._known = _Known(self)

    def compile(self, pattern: str, flags: int = 0, *, start: str | None = None) -> "Sieved":
        """A further pattern.

        Args:
            pattern: as for `regex.compile`.
            flags: as for `regex.compile`.
            start: a pattern for RE2 that every match begins with, as for `Scan`.
        """
        if "_set" in vars(self):
            raise RuntimeError("the patterns of a sieve come before its first text")
        self._scans.append(Scan(pattern, flags, start, short=True))
        return Sieved(self._known, len(self._scans) - 1, self._scans[-1])

    def any_of(self, *patterns: "Sieved") -> Callable[[str], bool]:
        """Tells whether one of these patterns may match a text, at one look for all of them.

        >>> sieve = Sieve()
        >>> name, title, date = sieve.compile("name"), sieve.compile("title"), sieve.compile("date")
        >>> labelled = sieve.any_of(name, title)
        >>> labelled("title:"), labelled("date:")
        (True, False)
        """
        places, known = frozenset(pattern._place for pattern in patterns), self._known
        return lambda text: not places.isdisjoint(known[text])

    @cached_property
    def _set(self) -> ScanSet:
        return ScanSet(self._scans, self._looks)

    @cached_property
    def _all(self) -> frozenset[int]:
        return frozenset(range(len(self._scans)))

    def may(self, text: str) -> frozenset[int]:
        """The places of the patterns that may match; RE2 and `regex` agree on words and capitals of ASCII alone."""
        return frozenset(self._set.look(text.encode()) or ()) if text.isascii() else self._all


class Sieved:
    """A pattern of a sieve, with the methods of `regex.Pattern` that take a whole text."""

    __slots__ = ("_known", "_place", "_scan", "match")

    def __init__(self, known: _Known, place: int, scan: Scan) -> None:
        self._known, self._place, self._scan = known, place, scan

        def match(text: str) -> regex.Match[str] | None:
            return scan.exact.match(text) if place in known[text] else None

        #: As `regex.Pattern.match`; a function of its own, for it is asked far more often than all others.
        self.match = match

    @property
    def pattern(self) -> str:
        """As of `regex.Pattern`."""
        return self._scan.pattern

    def search(self, text: str, pos: int = 0) -> regex.Match[str] | None:
        """As `regex.Pattern.search`."""
        if self._place not in self._known[text]:
            return None
        # Where a pattern begins is given for any letters.
        quick = len(text) < _SHORT and (text.isascii() or self._scan.start is not None)
        return (self._scan if quick else self._scan.exact).search(text, pos)

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        """As `regex.Pattern.finditer`."""
        return self._scan.exact.finditer(text) if self._place in self._known[text] else iter(())

    def fullmatch(self, text: str) -> regex.Match[str] | None:
        """As `regex.Pattern.fullmatch`."""
        return self._scan.exact.fullmatch(text) if self._place in self._known[text] else None

    def split(self, text: str) -> list[str]:
        """As `regex.Pattern.split`, for patterns without groups."""
        return self._scan.exact.split(text) if self._place in self._known[text] else [text]

    def sub(self, replacement: str, text: str) -> str:
        """As `regex.Pattern.sub`."""
        return self._scan.exact.sub(replacement, text) if self._place in self._known[text] else text
