"""What an amount of money is for: a linear model over the words around it, trained on labelled amounts."""

import base64
import json
import math
import sys
from array import array
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib.resources import files

from extractor.extractors.amount_cues import Heard
from extractor.extractors.amount_features import WHOLE, Group, features

# Bits for the sum of one role, and half of what they hold.
_LANE = 48
_HALF = 1 << _LANE - 1


class _Rows(dict[str, int]):
    """Weights of a kind's features by word, each row in one number, that of a role `_LANE` bits above that of the role
    before: added at one go. A row is made when it is asked for, for to make all takes longer than most documents; what
    the model knows no weights for has none.
    """

    def __init__(self, weights: "array[int]", width: int) -> None:
        self.numbers: dict[str, int] = {}
        self._weights, self._width = weights, width

    def __missing__(self, word: str) -> int:
        if (number := self.numbers.get(word)) is None:
            return 0
        at = number * self._width
        return self.setdefault(word, _packed(self._weights[at : at + self._width]))


class Model:
    """The weights: whole numbers, `SCALE` to one, a row for each feature with one for each role, as one packed string."""

    SCALE = 1000

    def __init__(self, roles: list[str], intercepts: list[int], names: str, weights: str) -> None:
        self.roles = roles
        self.weights = array("h", base64.b64decode(weights))
        if sys.byteorder == "big":
            self.weights.byteswap()
        self.kinds: dict[str, _Rows] = {}
        for number, name in enumerate(names.split()):
            kind, _, word = name.partition("_")
            if kind not in self.kinds:
                self.kinds[kind] = _Rows(self.weights, len(roles))
            self.kinds[kind].numbers[word] = number
        self._base = _packed(intercepts) * WHOLE

    @staticmethod
    @cache
    def shipped() -> "Model":
        """The model that comes with the package."""
        return Model(**json.loads(files("extractor.extractors").joinpath("amount_roles.json").read_text("utf-8")))

    def role_of(self, groups: Iterable[Group]) -> tuple[str, float]:
        """The likeliest role of an amount with these features, and its probability."""
        # Whole numbers, so that the order in which they are added does not matter.
        total = self._base
        for kind, strength, words in groups:
            if words and (rows := self.kinds.get(kind)) is not None:
                total += strength * sum(map(rows.__getitem__, words))
        sums = _unpacked(total, len(self.roles))
        top = max(sums)
        scale = self.SCALE * WHOLE
        return self.roles[sums.index(top)], round(1.0 / sum(math.exp((x - top) / scale) for x in sums), 3)


def _packed(row: Iterable[int]) -> int:
    """Numbers in one, from the lowest bits on."""
    return sum(x << _LANE * k for k, x in enumerate(row))


def _unpacked(total: int, width: int) -> list[int]:
    """The sums that rows added up to, by role.

    >>> _unpacked(3 * _packed([-5, 7]) + _packed([1, 0]), 2)
    [-14, 21]
    """
    total += _packed([_HALF] * width)
    return [(total >> _LANE * k & (1 << _LANE) - 1) - _HALF for k in range(width)]


def role_of(
    view: str, start: int, end: int, section: str, value: Decimal, heard: Heard | None = None
) -> tuple[str, float]:
    """The role of an amount and its probability; arguments as in `features`."""
    return Model.shipped().role_of(features(view, start, end, section, value, heard))
