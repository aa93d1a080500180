"""Alternatives of a pattern, grouped by the letter with which they begin.

`regex` tries the alternatives of a pattern one after the other. Of a hundred names, those of other letters are passed
over group by group.
"""

import itertools

import regex

# The first letter or class of letters of an alternative that nothing repeats.
_FIRST = regex.compile(r"(?:\w|\[(?!\^)[^\]\\]+\])(?![?*+{])")
_PIECE = regex.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", regex.S)


def by_letter(pattern: str) -> str:
    r"""A pattern that matches what `pattern` does, whose alternatives are grouped.

    Args:
        pattern: alternatives, parted by ``|``; where one begins with no letter, those before and those behind it are
            grouped by themselves, for the first that matches counts.

    >>> by_letter("Ohio|Texas|New York|Oregon|Tennessee")
    '(?:O(?:hio|regon)|T(?:exas|ennessee)|New York)'
    >>> by_letter(r"an?\b|as\b|\d|a{2}")
    '(?:a(?:n?\\b|s\\b)|\\d|a{2})'
    """
    groups: list[str] = []
    for plain, run in itertools.groupby(_parted(pattern), key=lambda one: _FIRST.match(one) is not None):
        if not plain:
            groups += run
            continue
        rests: dict[str, list[str]] = {}
        for one in run:
            first = _FIRST.match(one)
            cut = first.end() if first else 0
            rests.setdefault(one[:cut], []).append(one[cut:])
        groups += [first + (f"(?:{'|'.join(rest)})" if len(rest) > 1 else rest[0]) for first, rest in rests.items()]
    return f"(?:{'|'.join(groups)})"


def _parted(pattern: str) -> list[str]:
    """The alternatives of a pattern."""
    parts, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        if piece == "|" and depth == 0:
            parts.append("")
            continue
        depth += {"(": 1, ")": -1}.get(piece, 0)
        parts[-1] += piece
    return parts
