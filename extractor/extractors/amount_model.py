"""What an amount of money is for: a linear model over the words around it, trained on labelled amounts."""

import base64
import itertools
import json
import math
import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from operator import mul
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
_WHOLE = 100
# Bits for the sum of one role, and half of what they hold.
_LANE = 48
_HALF = 1 << _LANE - 1


Key = TypeVar("Key")


class Vocabulary(Generic[Key]):
    """Features that are asked for."""

    def kind(self, name: str) -> Callable[[str], Key | None]:
        """Of a kind of features, gives the one about a word; None where it is not asked for."""
        raise NotImplementedError


class Names(Vocabulary[str]):
    """Every feature by its name: its kind, and behind a line the word that it is about, if it is about one."""

    def kind(self, name: str) -> Callable[[str], str]:
        """All features of a kind."""
        return lambda word: f"{name}_{word}" if word else name


class _Rows(dict[int, int]):
    """Weights of the features that were asked for, each row in one number, that of a role `_LANE` bits above that of the
    role before: added at one go.
    """

    def __init__(self, weights: "array[int]", width: int) -> None:
        self._weights, self._width = weights, width

    def __missing__(self, number: int) -> int:
        at = number * self._width
        row = sum(weight << _LANE * k for k, weight in enumerate(self._weights[at : at + self._width]))
        return self.setdefault(number, row)


class Model(Vocabulary[int]):
    """The weights: whole numbers, `SCALE` to one, a row for each feature with one for each role.

    They come as one packed string; a row is made when it is asked for, for to make all takes longer than most documents.
    """

    SCALE = 1000

    def __init__(self, roles: list[str], intercepts: list[int], names: str, weights: str) -> None:
        self.roles = roles
        self.intercepts = intercepts
        self.weights = array("h", base64.b64decode(weights))
        if sys.byteorder == "big":
            self.weights.byteswap()
        # The number of each feature that has a row, by kind and word.
        self.kinds: dict[str, dict[str, int]] = defaultdict(dict)
        for number, name in enumerate(names.split()):
            kind, _, word = name.partition("_")
            self.kinds[kind][word] = number
        self._rows = _Rows(self.weights, len(roles))

    @staticmethod
    @cache
    def shipped() -> "Model":
        """The model that comes with the package."""
        return Model(**json.loads(files("extractor.extractors").joinpath("amount_roles.json").read_text("utf-8")))

    def kind(self, name: str) -> Callable[[str], int | None]:
        """The features of a kind that have a row, each by its number."""
        return self.kinds[name].get

    def role_of(self, seen: Mapping[int, float]) -> tuple[str, float]:
        """The likeliest role of an amount with these features, and its probability; strengths are hundredths."""
        whole = {strength: round(strength * _WHOLE) for strength in set(seen.values())}
        # Whole numbers, so that the order in which they are added does not matter.
        total = sum(map(mul, map(whole.__getitem__, seen.values()), map(self._rows.__getitem__, seen)))
        sums = [base * _WHOLE + x for base, x in zip(self.intercepts, _unpacked(total, len(self.roles)), strict=True)]
        top = max(sums)
        scale = self.SCALE * _WHOLE
        return self.roles[sums.index(top)], round(1.0 / sum(math.exp((x - top) / scale) for x in sums), 3)


def _unpacked(total: int, width: int) -> list[int]:
    """The sums that rows added up to, by role.

    >>> _unpacked((7 << 48) - 5, 2)
    [-5, 7]
    """
    total += sum(_HALF << _LANE * k for k in range(width))
    return [(total >> _LANE * k & (1 << _LANE) - 1) - _HALF for k in range(width)]


def role_of(view: str, start: int, end: int, section: str, value: Decimal) -> tuple[str, float]:
    """The role of an amount and its probability; arguments as in `features`."""
    model = Model.shipped()
    return model.role_of(features(view, start, end, section, value, model))


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
