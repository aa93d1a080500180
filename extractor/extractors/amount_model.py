"""What an amount of money is for: a linear model over the words around it, trained on labelled amounts."""

import base64
import itertools
import json
import math
import sys
from array import array
from collections.abc import Callable
from decimal import Decimal
from functools import cache
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
# Where a word stands: right before the amount, close, in reach, far; and what it weighs wherever it stands.
_ZONES = ((5, 1.0), (12, 0.9), (30, 0.7), (70, 0.4))


class Model:
    """The weights: whole numbers, `SCALE` to one, in a row for each feature, one for each role.

    They come as one packed string, for a list of lists takes longer to read than most documents.
    """

    SCALE = 1000

    def __init__(self, roles: list[str], intercepts: list[int], names: str, weights: str) -> None:
        self.roles = roles
        self.intercepts = intercepts
        packed = array("h", base64.b64decode(weights))
        if sys.byteorder == "big":
            packed.byteswap()
        self.rows = dict(zip(names.split(), zip(*[iter(packed)] * len(roles), strict=True), strict=True))

    @staticmethod
    @cache
    def shipped() -> "Model":
        """The model that comes with the package."""
        return Model(**json.loads(files("extractor.extractors").joinpath("amount_roles.json").read_text("utf-8")))

    def role_of(self, seen: dict[str, float]) -> tuple[str, float]:
        """The likeliest role of an amount with these features, and its probability."""
        rows = self.rows
        found = [(rows[name], strength) for name, strength in seen.items() if name in rows]
        sums = [
            sum([row[k] * strength for row, strength in found], float(base)) for k, base in enumerate(self.intercepts)
        ]
        top = max(sums)
        return self.roles[sums.index(top)], round(1.0 / sum(math.exp((x - top) / self.SCALE) for x in sums), 3)


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
    found: dict[str, float] = {}

    def add(name: str, strength: float = 1.0) -> None:
        if strength > found.get(name, 0.0):
            found[name] = strength

    _add_before(view[max(0, reading.at - _BEFORE) : reading.at].lower(), add)
    if table:
        add("table")
    else:
        _add_after(view[end : end + _AFTER].lower(), add)
    for word in _WORD.findall(reading.heading.lower()):
        add(f"h_{word}")
    add(f"mag_{value.adjusted() if value > 0 else -1}")
    add(f"sec_{section}")
    if value % 1000:
        add("odd")
    add(f"rule_{reading.role}", 1.5)
    if reading.clause:
        add(f"clause_{reading.clause}", 1.5)
    for cue, strength in reading.cues.items():
        add(f"cue_{cue}", strength)
    for cue in reading.follows:
        add(f"follows_{cue}")
    return found


def _add_before(text: str, add: Callable[..., None]) -> None:
    """Words before the amount, nearest first, with their zone; pairs of words, and pairs without the empty ones."""
    tokens = _TOKEN.findall(text)[::-1]
    ends = 0
    for i, token in enumerate(tokens[: _ZONES[-1][0]]):
        ends += token in ".;"
        if not token.isalpha():
            if i < 3:
                add(f"t{i}_{'#' if token.isdigit() else token}")
            continue
        within = 0.6 if ends else 1.0
        zone, weight = next((k, weight) for k, (stop, weight) in enumerate(_ZONES) if i < stop)
        add(f"{zone}_{token}", within)
        add(f"a_{token}", within * weight)
    words = [t for t in tokens[:40] if t.isalpha()]
    for i in range(min(len(words) - 1, 24)):
        add(f"b_{words[i + 1]}_{words[i]}", 1.0 if i < 8 else 0.6)
    words = [w for w in words if w not in _EMPTY]
    for i in range(min(len(words) - 1, 14)):
        add(f"c_{words[i + 1]}_{words[i]}", 1.0 if i < 6 else 0.6)


def _add_after(text: str, add: Callable[..., None]) -> None:
    """Words behind the amount; beyond the sentence's end they count half."""
    tokens = _TOKEN.findall(text)[:20]
    ended = False
    for i, token in enumerate(tokens):
        ended = ended or token in ".;"
        if not token.isdigit():
            add(f"{'p' if i < 5 else 'q'}_{token}", 0.5 if ended else 1.0)
    words = [t for t in tokens[:12] if t.isalpha()]
    for first, second in itertools.pairwise(words):
        add(f"pb_{first}_{second}")
