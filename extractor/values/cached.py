"""The functions of `regex` that take a pattern as text, each pattern compiled once a process.

``regex`` keeps a few hundred patterns and forgets the rest, those compiled on purpose among them; rules hold more than
that, and would be compiled over and over.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

import regex

# Patterns with names of parties in them come and go; those of the rules stay.
_MOST = 4096


@lru_cache(maxsize=_MOST)
def compiled(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """The pattern, compiled at its first use."""
    return regex.compile(pattern, flags, cache_pattern=False)


def search(pattern: str, text: str, flags: int = 0) -> regex.Match[str] | None:
    """As `regex.search`."""
    return compiled(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> regex.Match[str] | None:
    """As `regex.match`."""
    return compiled(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> regex.Match[str] | None:
    """As `regex.fullmatch`."""
    return compiled(pattern, flags).fullmatch(text)


def findall(pattern: str, text: str, flags: int = 0) -> list[str]:
    """As `regex.findall`, for patterns with one group at most."""
    return compiled(pattern, flags).findall(text)


def finditer(
    pattern: str, text: str, flags: int = 0, pos: int = 0, endpos: int | None = None
) -> Iterator[regex.Match[str]]:
    """As `regex.finditer`."""
    return compiled(pattern, flags).finditer(text, pos, len(text) if endpos is None else endpos)


def split(pattern: str, text: str, maxsplit: int = 0, flags: int = 0) -> list[str]:
    """As `regex.split`, for patterns without groups."""
    return compiled(pattern, flags).split(text, maxsplit)


def sub(pattern: str, replacement: str | Callable[[regex.Match[str]], str], text: str, flags: int = 0) -> str:
    """As `regex.sub`."""
    return compiled(pattern, flags).sub(replacement, text)
