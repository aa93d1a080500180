"""Patterns that scan whole texts fast.

Rules are written for `regex`, whose lookarounds they need; over a long agreement it tries them at every character, at a
few megabytes a second. Google's RE2 has no lookarounds but reads a text once, at several hundred. So a `Scan` lets RE2,
with a looser pattern, say where a match may begin, and `regex` decides there: the same matches, far sooner.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache

import re2
import regex

# RE2 reads bytes, one for each character, so that offsets agree. What Latin-1 lacks reads as "?" there.
_LETTER = r"\w\x80-\xff?"
_BLANK = r"\s\x0b\x1c-\x1f\x85\xa0?"
_LOOKAROUND = regex.compile(r"\(\?<?[=!]")
_GROUP = regex.compile(r"\((?:\?P?<\w+>|(?!\?))")
_WIDE = regex.compile(r"\\u(?!00)[0-9A-Fa-f]{4}|[^\x00-\xff]")
_CLASS = regex.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_REPEAT = regex.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})[+?]?")
# A pattern of which each match begins at a line's beginning: nothing in it is an alternative to that.
_PLAIN = rb"[^()|\[\\]|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]"
_LINE_BEGINS = regex.compile(rb"(\(\?\w*m\w*:)\^((?:" + _PLAIN + rb"|(\((?:\||" + _PLAIN + rb"|(?3))*\)))*)\)", regex.S)
_LONG_REPEAT = regex.compile(r"\{(\d+),(?:\d\d+)?\}|\{(\d\d+)\}")
# Longer texts are scanned by many patterns in turn.
_LONG = 4000
# Characters between two places on average, below which RE2 does not pay, and what a text may fall short of that by.
_APART, _THICK = 16, 1600


class Scan:
    """A pattern with the methods of `regex.Pattern` that find it in long texts.

    Args:
        pattern: as for `regex.compile`; a verbose one has no comments in it.
        flags: as for `regex.compile`.
        start: a pattern for RE2 that every match begins with; made out of `pattern` if not given.
        short: whether the texts are no longer than a paragraph.

    >>> [m.group() for m in Scan(r"(?<!Note )dated(?=\\s+\\w)").finditer("Note dated May 1, dated June 2, dated.")]
    ['dated']
    """

    def __init__(self, pattern: str, flags: int = 0, start: str | None = None, *, short: bool = False) -> None:
        self.pattern = pattern
        self.flags = flags
        self.start = start
        self.short = short

    @cached_property
    def exact(self) -> regex.Pattern[str]:
        """The pattern itself."""
        return regex.compile(self.pattern, self.flags)

    @cached_property
    def loose(self) -> bytes:
        """What every match begins with, for RE2."""
        letters = "".join(c for f, c in ((regex.I, "i"), (regex.M, "m"), (regex.S, "s")) if self.flags & f)
        pattern = self.pattern if self.start is None else self.start
        if self.flags & regex.X:
            pattern = "".join(pattern.split())
        loose = loosened(pattern, lines=bool(self.flags & regex.M), short=self.short)
        return (f"(?{letters}:{loose})" if letters else loose).encode("latin-1")

    @cached_property
    def _place(self) -> Callable[[bytes, int], int]:
        anywhere = _finder(self.loose)
        if not (line := _LINE_BEGINS.fullmatch(self.loose)):
            return anywhere
        # RE2 leaps from line end to line end if a match has to begin with one.
        behind_end = _finder(b"".join((line.group(1), b"\n(?:", line.group(2), b"))")))
        first = _finder(b"".join((line.group(1), rb"\A(?:", line.group(2), b"))")))

        def place(text: bytes, pos: int) -> int:
            if pos == 0 and first(text, 0) == 0:
                return 0
            at = behind_end(text, max(0, pos - 1))
            return at + 1 if at >= 0 else at

        return place

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[regex.Match[str]]:
        """As `regex.Pattern.finditer`."""
        end = len(text) if endpos is None else min(endpos, len(text))
        narrow, begin = _window(text, pos, end)
        place, match = self._place, self.exact.match
        allowance = _THICK
        while pos <= end and (at := place(narrow, pos - begin)) >= 0:
            at += begin
            allowance += at - pos - _APART
            if allowance < 0:
                # Places come so thick that going to and fro costs more than it saves.
                yield from self.exact.finditer(text, at, end)
                return
            pos = at + 1
            if found := match(text, at, end):
                yield found
                pos = max(pos, found.end())

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        """As `regex.Pattern.search`."""
        end = len(text) if endpos is None else min(endpos, len(text))
        if pos > end:
            return None
        narrow, begin = _window(text, pos, end)
        if (at := self._place(narrow, pos - begin)) < 0:
            return None
        at += begin
        return self.exact.match(text, at, end) or next(self.finditer(text, at + 1, endpos), None)

    def sub(self, replace: Callable[[regex.Match[str]], str], text: str) -> str:
        """As `regex.Pattern.sub`; `replace` makes the new text of each match."""
        parts: list[str] = []
        at = 0
        for found in self.finditer(text):
            parts += [text[at : found.start()], replace(found)]
            at = found.end()
        return "".join(parts) + text[at:] if parts else text


class ScanSet:
    """Several patterns, of which one look at a short text tells those that may match in it.

    Args:
        scans: the patterns.
        looks: how many looks it takes. RE2 makes a state for each combination of what patterns may be in the midst of;
            where many of them leave room for any words, that takes longer than another look.

    >>> ScanSet([Scan("fees?"), Scan("paid", regex.I), Scan("(?<!pre)payment")]).within("Paid as prepayment")
    [1, 2]
    """

    def __init__(self, scans: Sequence[Scan], looks: int = 1) -> None:
        self.scans = scans
        self.looks = looks

    @cached_property
    def look(self) -> Callable[[bytes], list[int] | None]:
        """Gives the places of those that may match in a text at one byte a character, in no order; None for none."""
        size = -(-len(self.scans) // self.looks)
        looks = [(first, _looker(self.scans[first : first + size])) for first in range(0, len(self.scans), size)]
        if len(looks) == 1:
            return looks[0][1]
        return lambda text: [first + place for first, look in looks for place in look(text) or ()]

    def within(self, text: str) -> list[int]:
        """Places in the list of those that may match."""
        return sorted(self.look(_narrowed(text)) or ())


def _looker(scans: Sequence[Scan]) -> Callable[[bytes], list[int] | None]:
    found = re2.Set.SearchSet(_options())
    for scan in scans:
        found.Add(scan.loose)
    found.Compile()
    look: Callable[[bytes], list[int] | None] = found.Match
    return look


def _options() -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    return options


def _finder(loose: bytes) -> Callable[[bytes, int], int]:
    """Where a pattern for RE2 first matches in a text from an offset on; below zero where it does not.

    Asked of what the library's Python part wraps, where that goes by the name it has had so far: to make a match object
    takes longer than to find the place.
    """
    pattern = re2.compile(loose, _options())
    inner = getattr(getattr(pattern, "_regexp", None), "Match", None)
    anywhere = getattr(getattr(re2, "_Anchor", None), "UNANCHORED", None)
    if inner is None or anywhere is None:
        return lambda text, pos: -1 if (found := pattern.search(text, pos)) is None else int(found.start())
    return lambda text, pos: int(inner(anywhere, text, pos, len(text))[0][0])


def _window(text: str, pos: int, end: int) -> tuple[bytes, int]:
    """The text up to `end` at one byte a character, and where in the text it begins."""
    if end == len(text):
        return (narrowed if end > _LONG else _narrowed)(text), 0
    # With the character before, for what stands at the beginning of lines and words.
    begin = max(0, min(pos, end) - 1)
    return _narrowed(text[begin:end]), begin


def _narrowed(text: str) -> bytes:
    """The text at one byte a character, so that offsets stay; a question mark for what does not fit."""
    return text.encode("latin-1", "replace")


#: The same for a long text, kept for the next who asks.
narrowed = lru_cache(maxsize=1)(_narrowed)


def loosened(pattern: str, lines: bool = False, short: bool = False) -> str:
    r"""A pattern for RE2 that matches wherever `pattern` does, and elsewhere too.

    Args:
        pattern: one for `regex`, not verbose, without references to its own groups.
        lines: whether ``$`` matches at the end of every line.
        short: whether it is for short texts. Then long repeats are not counted, for RE2 has a state for each time, and
            several patterns in one set would have too many; and what has to follow a match is part of it.

    >>> print(loosened(r"(?<!\bmay )be(?:(?!x)[\d)]){2}+(?P<n>a)(?=\s)"))
    be(?:[\d)]){2}(?:a)
    >>> print(loosened(r"[\u2013\u00ad]$"), loosened("^é$", lines=True))
    [\?\xad]\n?\z ^é$
    >>> print(loosened("a{0,90}?b{2,}c{1,3}(?=d)|e", short=True))
    a*?b+c{1,3}(?:d)|e
    """
    pattern = _WIDE.sub(r"\\?", pattern).replace(r"\u00", r"\x")
    out: list[str] = []
    at = depth = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            out.append({"w": f"[{_LETTER}]", "s": f"[{_BLANK}]", "Z": r"\z"}.get(pattern[at + 1], pattern[at : at + 2]))
            at += 2
        elif found := _CLASS.match(pattern, at):
            out.append(found.group().replace(r"\w", _LETTER).replace(r"\s", _BLANK))
            at = found.end()
        elif _LOOKAROUND.match(pattern, at):
            close = _closing(pattern, at)
            # Only at the end of a whole alternative nothing else has to stand where it looks.
            if short and depth == 0 and pattern.startswith("(?=", at) and pattern[close : close + 1] in ("", "|"):
                out.append(f"(?:{loosened(pattern[at + 3 : close - 1], lines, short)})")
            at = close
        elif found := _GROUP.match(pattern, at):
            out.append("(?:")
            depth += 1
            at = found.end()
        elif found := _REPEAT.match(pattern, at):
            # A possessive repeat matches less than a plain one.
            repeat = found.group()[:-1] if found.group()[-1] == "+" and len(found.group()) > 1 else found.group()
            out.append(repeat if not short else _LONG_REPEAT.sub(lambda m: "*" if m.group(1) == "0" else "+", repeat))
            at = found.end()
        else:
            depth += {"(": 1, ")": -1}.get(pattern[at], 0)
            out.append(r"\n?\z" if pattern[at] == "$" and not lines else pattern[at])
            at += 1
    return "".join(out)


def _closing(pattern: str, at: int) -> int:
    """The offset behind the bracket that closes the one at `at`."""
    depth = 0
    while True:
        if pattern[at] == "\\":
            at += 2
            continue
        if found := _CLASS.match(pattern, at):
            at = found.end()
            continue
        depth += {"(": 1, ")": -1}.get(pattern[at], 0)
        at += 1
        if depth == 0:
            return at
