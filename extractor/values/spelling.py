"""Where a text names somebody, found without a pattern for each name: to compile one costs more than to look."""

from collections.abc import Iterator
from copy import copy
from functools import lru_cache
from itertools import tee

import regex

_WORD = regex.compile(r"[\w&*]+")
# A name's last point belongs to it where the sentence goes on.
END = r"(?:\.(?=\s*[,;)(]|\s+[a-z])|\b)"
_END = regex.compile(END, regex.I)
# The most that may stand between two words of a name.
_GAP = 4
# The most words of a name; lines that were read as one have more, and to look for them grows with their square.
_MOST_WORDS = 60

# Words that many names have, and agreements often.
_COMMON = frozenset(
    [
        "administrative",
        "agency",
        "agreement",
        "american",
        "association",
        "branch",
        "capital",
        "commercial",
        "company",
        "corporation",
        "credit",
        "enterprises",
        "finance",
        "financial",
        "first",
        "group",
        "holding",
        "holdings",
        "incorporated",
        "industries",
        "international",
        "limited",
        "national",
        "partners",
        "partnership",
        "properties",
        "services",
        "trust",
    ]
)


def spellings(
    name: str, text: str, pos: int = 0, endpos: int | None = None, end: regex.Pattern[str] = _END
) -> Iterator[tuple[int, int]]:
    """Where `text` has a name, however it is spaced, pointed and capitalised; nowhere for names of one word
    and for what is too long for a name.

    Args:
        name: the name.
        text: where to look.
        pos: offset at which to begin.
        endpos: offset behind the last character to look at.
        end: what has to follow the name's last word.

    >>> text = "ACME  HOLDINGS, L. P., by Acme Holdings LP; Acme Holdings lpx, Bacme Holdings LP"
    >>> [text[a:b] for a, b in spellings("Acme Holdings, L.P.", text)], list(spellings("Acme", text))
    (['ACME  HOLDINGS, L. P.', 'Acme Holdings LP'], [])
    """
    words = [word.lower() for word in _WORD.findall(name)]
    if not 2 <= len(words) <= _MOST_WORDS:
        return
    low, stop = lowered(text), len(text) if endpos is None else endpos
    # The longest word is the rarest, as a rule.
    key = max(range(len(words)), key=lambda i: (words[i] not in _COMMON, len(words[i])))
    # In a part of a text it is looked for there alone.
    for place in places(words[key], low, pos, stop) if pos else _from_first(words[key], low):
        if place >= stop:
            return
        start = _before(low, place, words[:key])
        if start is None or start < pos or (start and _is_word(low[start - 1])):
            continue
        behind = _behind(low, place + len(words[key]), words[key + 1 :])
        if behind is None or behind > stop:
            continue
        if found := end.match(text, behind, stop):
            yield start, found.end()
            pos = found.end()


def _before(low: str, at: int, words: list[str]) -> int | None:
    """Where the words begin that end before `at`; None where they do not stand there."""
    for word in reversed(words):
        floor = at - _GAP
        while at > 0 and at >= floor and _is_gap(low[at - 1]):
            at -= 1
        at -= len(word)
        if at < 0 or at + len(word) < floor or not low.startswith(word, at):
            return None
    return at


def _behind(low: str, at: int, words: list[str]) -> int | None:
    """Where the words end that begin behind `at`; None where they do not stand there."""
    for word in words:
        ceiling = at + _GAP
        while at < len(low) and at <= ceiling and _is_gap(low[at]):
            at += 1
        if at > ceiling or not low.startswith(word, at):
            return None
        at += len(word)
    return at


def places(piece: str, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[int]:
    """Where `text` has `piece`, letter by letter.

    >>> list(places("law", "lawful bylaws"))
    [0, 9]
    """
    stop = len(text) if endpos is None else endpos
    at = text.find(piece, pos, stop)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1, stop)


def stands_alone(term: str, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[int]:
    """Where `text` has `term`, letter by letter, and not as a part of longer words.

    >>> list(stands_alone("Loan", "Loans of the Loan, Loan-to-value"))
    [13, 19]
    """
    if term:
        yield from (at for at in places(term, text, pos, endpos) if _edge(text, at) and _edge(text, at + len(term)))


def _edge(text: str, at: int) -> bool:
    r"""As ``\b``."""
    before = at > 0 and _is_word(text[at - 1])
    return before != (at < len(text) and _is_word(text[at]))


def _is_gap(letter: str) -> bool:
    return letter in " ,.'-\n" or letter.isspace()


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _from_first(word: str, low: str) -> Iterator[int]:
    """Where a text has a word, letter by letter, from its beginning on: found once, as far as it is asked for.

    Of one party it is asked several times, and of several banks' names the rarest word is the same.
    """
    known = _found_in(low)
    if word not in known:
        (known[word],) = tee(places(word, low), 1)
    return copy(known[word])


@lru_cache(maxsize=1)
def _found_in(low: str) -> dict[str, Iterator[int]]:
    return {}


@lru_cache(maxsize=1)
def lowered(text: str) -> str:
    """The text in small letters, as long as it was: of one capital alone the small letter is two characters."""
    return text.lower() if text.isascii() else text.replace("\u0130", "I").lower()
