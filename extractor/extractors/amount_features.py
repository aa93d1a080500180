"""What a model of amounts' roles sees of an amount: the words around it, and what rules read off them."""

import itertools
import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any, Generic, TypeVar

from extractor.extractors.amount_roles import read

_BEFORE, _AFTER = 420, 140
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
_STOPS = frozenset(".;")
# Where a word stands: right before the amount, close, in reach, far; and what it weighs wherever it stands.
_ZONES = ((0, 5, 1.0), (5, 12, 0.9), (12, 30, 0.7), (30, 70, 0.4))

Key = TypeVar("Key")


class Vocabulary(ABC, Generic[Key]):
    """Features that are asked for."""

    @abstractmethod
    def kind(self, name: str) -> Callable[[str], Key | None]:
        """Of a kind of features, gives the one about a word; None where it is not asked for."""


class Names(Vocabulary[str]):
    """Every feature by its name: its kind, and behind a line the word that it is about, if it is about one."""

    def kind(self, name: str) -> Callable[[str], str]:
        """All features of a kind."""
        return lambda word: f"{name}_{word}" if word else name


def features(
    view: str, start: int, end: int, section: str, value: Decimal, wanted: Vocabulary[Key]
) -> dict[Key, float]:
    """What the model sees of an amount: features and their strength.

    Args:
        view: the text's view.
        start: offset of the amount.
        end: offset behind it.
        section: the section in which it stands.
        value: the amount itself.
        wanted: the features that are asked for: those of a model, or all `Names`.
    """
    reading = read(view, start, end, section, value)
    # A table's rows have the words before it in common.
    found: dict[Any, float] = dict(_before(view[max(0, reading.at - _BEFORE) : reading.at].lower(), wanted))
    if reading.at == start:
        _add_after(view[end : end + _AFTER].lower(), wanted, found)
    else:
        found[wanted.kind("table")("")] = 1.0
    if reading.heading:
        found.update(dict.fromkeys(map(wanted.kind("h"), _WORD.findall(reading.heading.lower())), 1.0))
    found[wanted.kind("mag")(str(value.adjusted() if value > 0 else -1))] = 1.0
    found[wanted.kind("sec")(section)] = 1.0
    found[wanted.kind("rule")(reading.role)] = 1.5
    if value % 1000:
        found[wanted.kind("odd")("")] = 1.0
    if reading.clause:
        found[wanted.kind("clause")(reading.clause)] = 1.5
    cue = wanted.kind("cue")
    for place, strength in reading.cues.items():
        found[cue(str(place))] = strength
    for place in reading.follows:
        found[wanted.kind("follows")(str(place))] = 1.0
    # What is not asked for.
    found.pop(None, None)
    return found


@lru_cache(maxsize=1)
def _before(text: str, wanted: Vocabulary[Any]) -> dict[Any, float]:
    """Words before the amount, nearest first, with their zone; pairs of words, and pairs without the empty ones.

    Strengths fall with the distance, so that of a word that stands there twice the nearest counts.
    """
    found: dict[Any, float] = {}
    tokens = _TOKEN.findall(text)[: -_ZONES[-1][1] - 1 : -1]
    for i, token in enumerate(tokens[:3]):
        if not token.isalpha():
            found[wanted.kind(f"t{i}")("#" if token.isdigit() else token)] = 1.0
    within = 1.0
    anywhere = wanted.kind("a")
    for zone, (start, stop, weight) in enumerate(_ZONES):
        here = wanted.kind(str(zone))
        for token in tokens[start:stop]:
            if token.isalpha():
                if (key := here(token)) not in found:
                    found[key] = within
                if (key := anywhere(token)) not in found:
                    found[key] = within * weight
            elif token in _STOPS:
                within = 0.6
    words = [t for t in tokens[:40] if t.isalpha()]
    _add_pairs(found, wanted.kind("b"), words, 24, 8)
    _add_pairs(found, wanted.kind("c"), [w for w in words if w not in _EMPTY], 14, 6)
    return found


def _add_pairs(found: dict[Any, float], key: Callable[[str], Any], words: list[str], most: int, near: int) -> None:
    """Pairs of words that stand together, nearest first: the first `near` of them count in full."""
    for i, (word, before) in enumerate(itertools.pairwise(words[: most + 1])):
        found.setdefault(key(f"{before}_{word}"), 1.0 if i < near else 0.6)


def _add_after(text: str, wanted: Vocabulary[Any], found: dict[Any, float]) -> None:
    """Words behind the amount; beyond the sentence's end they count half."""
    tokens = _TOKEN.findall(text)[:20]
    strength = 1.0
    near, far, pairs = wanted.kind("p"), wanted.kind("q"), wanted.kind("pb")
    for i, token in enumerate(tokens):
        if token in _STOPS:
            strength = 0.5
        if not token.isdigit():
            found.setdefault((near if i < 5 else far)(token), strength)
    words = [t for t in tokens[:12] if t.isalpha()]
    for first, second in itertools.pairwise(words):
        found[pairs(f"{first}_{second}")] = 1.0
