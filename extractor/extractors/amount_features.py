"""What a model of amounts' roles sees of an amount: the words around it, and what rules read off them."""

import itertools
import re
from collections.abc import Iterable, Set
from decimal import Decimal
from functools import lru_cache

from extractor.extractors.amount_cues import Heard
from extractor.extractors.amount_roles import read

# Characters that hold as many words as the zones, and a few words behind.
_BEFORE, _AFTER = 320, 110
# `re` finds every word of a text sooner than `regex` does.
_TOKEN = re.compile(r"[a-z]+|\$|%|\d+|[;:.()]")
_WORD = re.compile(r"[a-z]+")
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "and",
        "or",
        "by",
        "for",
        "as",
        "at",
        "on",
        "with",
        "such",
        "any",
        "this",
        "that",
        "be",
        "is",
        "are",
        "shall",
        "which",
        "its",
        "from",
    ]
)
_STOPS = ".;"
# Where a word stands: right before the amount, close, in reach; and what it weighs wherever it stands, of a whole one.
# Words beyond those, and plain pairs of words beside those without the empty ones, were tried: they add nothing.
_ZONES = (("0", 0, 5, 1.0), ("1", 5, 12, 0.9), ("2", 12, 30, 0.7))
# Words that may stand in pairs.
_MOST = 40

#: What a strength of one is.
WHOLE = 100
#: Features of one kind and strength, in hundredths: the kind, the strength, and the words that they are about; an empty one
#: where the kind says everything. No feature stands in two groups.
Group = tuple[str, int, Set[str]]


def features(view: str, start: int, end: int, section: str, value: Decimal, heard: Heard | None = None) -> list[Group]:
    """What the model sees of an amount.

    Args:
        view: the text's view.
        start: offset of the amount.
        end: offset behind it.
        section: the section in which it stands.
        value: the amount itself.
        heard: what was heard around it, if all of the text's were asked for at once.
    """
    reading = read(view, start, end, section, value, heard)
    # A table's rows have the words before it in common.
    groups = list(_before(view[max(0, reading.at - _BEFORE) : reading.at].lower()))
    if reading.at == start:
        groups += _after(view[end : end + _AFTER].lower())
    else:
        groups.append(("table", WHOLE, {""}))
    if reading.heading:
        groups.append(("h", WHOLE, set(_WORD.findall(reading.heading.lower()))))
    groups.append(("mag", WHOLE, {str(value.adjusted() if value > 0 else -1)}))
    groups.append(("sec", WHOLE, {section}))
    groups.append(("rule", 150, {reading.role}))
    if value % 1000:
        groups.append(("odd", WHOLE, {""}))
    if reading.clause:
        groups.append(("clause", 150, {reading.clause}))
    for place, strength in reading.cues.items():
        groups.append(("cue", round(strength * WHOLE), {str(place)}))
    if reading.follows:
        groups.append(("follows", WHOLE, set(map(str, reading.follows))))
    return groups


def named(groups: Iterable[Group]) -> dict[str, float]:
    """Every feature by its name, the kind and behind a line the word that it is about, with its strength."""
    return {f"{kind}_{word}" if word else kind: strength / WHOLE for kind, strength, words in groups for word in words}


@lru_cache(maxsize=1)
def _before(text: str) -> tuple[Group, ...]:
    """Words before the amount, nearest first, with their zone, and pairs of them without the empty ones.

    Strengths fall with the distance, so that of a word that stands there twice the nearest counts; beyond the
    beginning of the amount's sentence they are less.
    """
    tokens = _TOKEN.findall(text)[: -_MOST - 1 : -1]
    groups: list[Group] = [
        (f"t{i}", WHOLE, {"#" if token.isdigit() else token})
        for i, token in enumerate(tokens[:3])
        if not token.isalpha()
    ]
    stop = min((tokens.index(sign) for sign in _STOPS if sign in tokens), default=len(tokens))
    anywhere: set[str] = set()
    for zone, first, last, weight in _ZONES:
        here: set[str] = set()
        for start, end, within in ((first, min(last, stop), WHOLE), (max(first, stop), last, 60)):
            if words := set(filter(str.isalpha, tokens[start:end])) - here:
                groups.append((zone, within, words))
                groups.append(("a", round(within * weight), words - anywhere))
                here |= words
                anywhere |= words
    said = [t for t in tokens if t.isalpha() and t not in _EMPTY][:15]
    pairs = list(map("_".join, zip(said[1:], said, strict=False)))
    near = set(pairs[:6])
    return (*groups, ("c", WHOLE, near), ("c", 60, set(pairs[6:]) - near))


def _after(text: str) -> list[Group]:
    """Words behind the amount, and pairs of them; beyond the sentence's end they count half."""
    tokens = _TOKEN.findall(text)[:12]
    stop = min((tokens.index(sign) for sign in _STOPS if sign in tokens), default=len(tokens))
    near = tokens[:5]
    full = {token for token in near[:stop] if not token.isdigit()}
    half = {token for token in near[stop:] if not token.isdigit()} - full
    words = [t for t in tokens if t.isalpha()]
    return [
        ("p", WHOLE, full),
        ("p", WHOLE // 2, half),
        ("pb", WHOLE, set(map("_".join, itertools.pairwise(words)))),
    ]
