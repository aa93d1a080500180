"""What an amount of money is for: a linear model over the words around it, trained on labelled amounts."""

import base64
import itertools
import json
import math
import sys
from array import array
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files

import regex

from extractor.extractors.amount_roles import read

_BEFORE, _AFTER = 420, 140
_TOKEN = regex.compile(r"[a-z]+|\$|%|\d+|[;:.()]")
_WORD = regex.compile(r"[a-z]+")
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


class Model:
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
        #: Where each feature's row begins, and the rows that were asked for, each in one number.
        self.rows: dict[str, int] = {}
        self.places = dict(zip(names.split(), range(0, len(self.weights), len(roles)), strict=True))

    @staticmethod
    @cache
    def shipped() -> "Model":
        """The model that comes with the package."""
        return Model(**json.loads(files("extractor.extractors").joinpath("amount_roles.json").read_text("utf-8")))

    def role_of(self, seen: dict[str, float]) -> tuple[str, float]:
        """The likeliest role of an amount with these features, and its probability; strengths are hundredths."""
        rows = self.rows
        by_strength: dict[float, list[int]] = {}
        for name in self.places.keys() & seen.keys():
            by_strength.setdefault(seen[name], []).append(rows[name] if name in rows else self._row(name))
        # Whole numbers, so that the order in which they are added does not matter.
        total = sum(round(strength * _WHOLE) * sum(group) for strength, group in by_strength.items())
        sums = [base * _WHOLE + x for base, x in zip(self.intercepts, _unpacked(total, len(self.roles)), strict=True)]
        top = max(sums)
        scale = self.SCALE * _WHOLE
        return self.roles[sums.index(top)], round(1.0 / sum(math.exp((x - top) / scale) for x in sums), 3)

    def _row(self, name: str) -> int:
        """A feature's weights in one number, that of a role `_LANE` bits above that of the role before: added at one go."""
        at = self.places[name]
        row = sum(weight << _LANE * k for k, weight in enumerate(self.weights[at : at + len(self.roles)]))
        return self.rows.setdefault(name, row)


def _unpacked(total: int, width: int) -> list[int]:
    """The sums that rows added up to, by role.

    >>> _unpacked((7 << 48) - 5, 2)
    [-5, 7]
    """
    total += sum(_HALF << _LANE * k for k in range(width))
    return [(total >> _LANE * k & (1 << _LANE) - 1) - _HALF for k in range(width)]


def role_of(view: str, start: int, end: int, section: str, value: Decimal) -> tuple[str, float]:
    """The role of an amount and its probability; arguments as in `features`."""
    return Model.shipped().role_of(features(view, start, end, section, value))


def features(view: str, start: int, end: int, section: str, value: Decimal) -> dict[str, float]:
    """What the model sees of an amount: names of features and their strength.

    Args:
        view: the text's view.
        start: offset of the amount.
        end: offset behind it.
        section: the section in which it stands.
        value: the amount itself.
    """
    reading = read(view, start, end, section, value)
    table = reading.at != start
    # A table's rows have the words before it in common.
    found = dict(_before(view[max(0, reading.at - _BEFORE) : reading.at].lower()))
    if table:
        found["table"] = 1.0
    else:
        _add_after(view[end : end + _AFTER].lower(), found)
    for word in _WORD.findall(reading.heading.lower()):
        found[f"h_{word}"] = 1.0
    found[f"mag_{value.adjusted() if value > 0 else -1}"] = 1.0
    found[f"sec_{section}"] = 1.0
    if value % 1000:
        found["odd"] = 1.0
    found[f"rule_{reading.role}"] = 1.5
    if reading.clause:
        found[f"clause_{reading.clause}"] = 1.5
    for cue, strength in reading.cues.items():
        found[f"cue_{cue}"] = strength
    for cue in reading.follows:
        found[f"follows_{cue}"] = 1.0
    return found


@lru_cache(maxsize=1)
def _before(text: str) -> dict[str, float]:
    """Words before the amount, nearest first, with their zone; pairs of words, and pairs without the empty ones.

    Strengths fall with the distance, so that of a word that stands there twice the nearest counts.
    """
    found: dict[str, float] = {}
    tokens = _TOKEN.findall(text)[: -_ZONES[-1][1] - 1 : -1]
    for i, token in enumerate(tokens[:3]):
        if not token.isalpha():
            found[f"t{i}_{'#' if token.isdigit() else token}"] = 1.0
    within = 1.0
    for zone, (start, stop, weight) in enumerate(_ZONES):
        for token in tokens[start:stop]:
            if token.isalpha():
                if (name := f"{zone}_{token}") not in found:
                    found[name] = within
                if (name := f"a_{token}") not in found:
                    found[name] = within * weight
            elif token in _STOPS:
                within = 0.6
    words = [t for t in tokens[:40] if t.isalpha()]
    _add_pairs("b", words, 24, 8, found)
    _add_pairs("c", [w for w in words if w not in _EMPTY], 14, 6, found)
    return found


def _add_pairs(kind: str, words: list[str], most: int, near: int, found: dict[str, float]) -> None:
    """Pairs of words that stand together, nearest first: the first `near` of them count in full."""
    for i, (word, before) in enumerate(itertools.pairwise(words[: most + 1])):
        if (name := f"{kind}_{before}_{word}") not in found:
            found[name] = 1.0 if i < near else 0.6


def _add_after(text: str, found: dict[str, float]) -> None:
    """Words behind the amount; beyond the sentence's end they count half."""
    tokens = _TOKEN.findall(text)[:20]
    strength = 1.0
    for i, token in enumerate(tokens):
        if token in _STOPS:
            strength = 0.5
        if not token.isdigit() and (name := f"{'p' if i < 5 else 'q'}_{token}") not in found:
            found[name] = strength
    words = [t for t in tokens[:12] if t.isalpha()]
    for first, second in itertools.pairwise(words):
        found[f"pb_{first}_{second}"] = 1.0
