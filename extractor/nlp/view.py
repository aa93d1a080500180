"""A text with its typographical noise blanked out, character for character as long as the original.

Patterns run over the view; since it has the same length, an offset in it is an offset in the document's plain text.
"""

import bisect
from string import ascii_letters
from typing import NamedTuple

import regex

from extractor.values.scan import Scan

_STRAIGHT = {
    '"': "“”„‟«»″",
    "'": "‘’‚‛′`´",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
    "\u200b\u200c\u200d\ufeff\u000b\r",
    "-": "‐‑‒",
    "\n": "\f",
}
_STRAIGHT_ASCII = {plain: "".join(filter(str.isascii, marks)) for plain, marks in _STRAIGHT.items()}
# EDGAR's marks: pages, and the tags of typed tables.
_MARKS = Scan(
    r"<(?i:PAGE>(?:[ \t]*\d{1,4}(?=[ \t]*\n))?|/?(?:TABLE|CAPTION|FN|F\d|R\d?|S|C)>)",
    # RE2 leaps to a sign that every match begins with, if it need not mind large and small.
    start=r"<[pP/tTcCfFrRsS]",
)
# Blanks that a text file has from its HTML; by themselves, for they may stand in a page mark.
_BLANKS = ("&nbsp;", "&NBSP;", "&#160;")
# A page's number on a line of its own, between blank lines or beside a page mark.
_PAGE_NUMBER = Scan(
    r"(?<=\n[ \t]*\n)^([ \t]*-?[ \t]*\(?(?:Page[ \t]+)?\d{1,3}\)?[ \t]*-?[ \t]*)(?=\n[ \t]*(?:\n|$))",
    regex.I | regex.M,
    start=r"^[ \t]*-?[ \t]*\(?(?:Page[ \t]+)?\d{1,3}\)?[ \t]*-?[ \t]*\n",
)
_HYPHEN_ENDS = Scan(r"-[ \t]*\n")
_CUT_WORD = Scan(r"\b([A-Za-z]{2,})(?:-[ \t]*\n|\u00ad[ \t]*\n?)[ \t]*([A-Za-z]{2,})\b")
# Small letters for large ones, blanks for all but letters and hyphens.
_TO_WORDS = bytes(ord(c.lower()) if (c := chr(b)) in f"{ascii_letters}-" else 32 for b in range(256))


def _blank(match: regex.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in match.group().split("\n"))


def _words(text: str) -> set[str]:
    """The words of a text, compounds with their hyphens, in small letters.

    >>> sorted(_words("Agent-related, AGENT-- a--b -or_not"))
    ['a', 'agent', 'agent-related', 'b', 'not', 'or']
    """
    letters = text.encode("latin-1", "replace").translate(_TO_WORDS).replace(b"--", b"  ")
    return {word.strip("-") for word in set(letters.decode("ascii").split())} - {""}


class View(NamedTuple):
    """The view of a text, and the stretches in which the characters of a word cut by a line end were drawn together."""

    text: str
    joined: tuple[tuple[int, int], ...]

    def exact(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the plain text of what stands in the view from `start` to `end`."""
        i = bisect.bisect_right(self.joined, (start, len(self.text)))
        if i and self.joined[i - 1][1] > start:
            start = self.joined[i - 1][0]
        i = bisect.bisect_left(self.joined, (end, 0))
        if i and self.joined[i - 1][1] > end:
            end = self.joined[i - 1][1]
        return start, end


def make_view(text: str) -> View:
    r"""The view of `text`: straight quotes, plain blanks, no page marks; as long as the text.

    >>> make_view("as of\u00a0May\r\n<PAGE>   12\r\n“Loan”").text
    'as of May \n            \n"Loan"'
    >>> view = make_view("as of Au-\ngust 23")
    >>> view.text, view.exact(6, 17)
    ('as of August   23', (6, 17))
    """
    # Replacing each in turn is many times as fast as one look at every character.
    for plain, marks in (_STRAIGHT_ASCII if text.isascii() else _STRAIGHT).items():
        for mark in marks:
            text = text.replace(mark, plain)
    if "&" in text:
        for mark in _BLANKS:
            text = text.replace(mark, " " * len(mark))
    view = _MARKS.sub(_blank, text)
    view = _PAGE_NUMBER.sub(_blank, view)
    joined: list[tuple[int, int]] = []

    def join(match: regex.Match[str]) -> str:
        one, two = match.group(1), match.group(2)
        # "Agent-\nrelated" is a compound: what the text writes elsewhere decides, and small letters go together.
        together = (one + two).lower() in words
        apart = f"{one}-{two}".lower() in words
        compound = "\u00ad" not in match.group() and (apart or not (together or two.islower()))
        if compound and not apart and not view[view.rfind("\n", 0, match.start()) + 1 : match.start()].strip():
            # "LENDER-" with its line to itself is a label.
            return match.group()
        joined.append(match.span())
        return (f"{one}-{two}" if compound else one + two).ljust(len(match.group()))

    if ("\u00ad" in view or _HYPHEN_ENDS.search(view)) and _CUT_WORD.search(view):
        words = _words(view)
        view = _CUT_WORD.sub(join, view)
    return View(view.replace("\u00ad", " "), tuple(joined))
