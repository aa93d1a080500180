"""What an amount of money is for: a linear model over the words around it, trained on labelled amounts."""

import base64
import json
import math
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from operator import mul

from extractor.extractors.amount_features import Vocabulary, features

_WHOLE = 100
# Bits for the sum of one role, and half of what they hold.
_LANE = 48
_HALF = 1 << _LANE - 1


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
