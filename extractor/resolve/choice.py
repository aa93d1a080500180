"""Which of the names that rules and model found are parties: a logistic regression over what is known of each name.

Its weights, its threshold and the precision that was measured for each stretch of its scores are data of the model
(`extractor/nlp/model/choice.json`); `extractor.training` fits and measures them.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.extractors.model_names import RULE as MODEL_RULE
from extractor.nlp.mention import Mention, Parts
from extractor.nlp.recogniser import FOLDER
from extractor.resolve.confidence import estimate
from extractor.resolve.found import Found
from extractor.resolve.traits import FEATURES, features, text_of, within
from extractor.values.names import fold


@dataclass(frozen=True)
class Choice:
    """The fitted regression.

    Attributes:
        weights: one a feature, and behind them the constant.
        threshold: names of this score and more are parties.
        floor: so are the two best names of a text, down to this score: an agreement has two parties.
        buckets: lower bound of score, right and judged names from there on, in rising order.
    """

    weights: tuple[float, ...]
    threshold: float
    floor: float
    buckets: tuple[tuple[float, int, int], ...]

    def score(self, values: Sequence[float]) -> float:
        """From 0 to 1."""
        total = sum(w * v for w, v in zip(self.weights, (*values, 1.0), strict=True))
        return 1 / (1 + math.exp(-total))

    def choose(self, scores: Sequence[float], already: int = 0) -> list[bool]:
        """Which of the names of a text are parties, by their scores; `already` are known to be.

        >>> Choice((), 0.5, 0.2, ()).choose([0.1, 0.3, 0.6, 0.25])
        [False, True, True, False]
        """
        best = sorted(range(len(scores)), key=lambda i: -scores[i])[: max(0, 2 - already)]
        return [s >= self.threshold or (i in best and s >= self.floor) for i, s in enumerate(scores)]

    def precision(self, score: float) -> float | None:
        """The precision measured for names of about this score; None where too few were judged."""
        counts = [(right, judged) for low, right, judged in self.buckets if low <= score]
        return estimate(*counts[-1]) if counts else None


@cache
def shipped() -> Choice:
    """What goes with the package's own model."""
    data = json.loads((FOLDER / "choice.json").read_text(encoding="utf-8"))
    if tuple(data["features"]) != FEATURES:
        raise ValueError("choice.json was fitted to other features")
    return Choice(
        tuple(data["weights"]), data["threshold"], data["floor"], tuple((b[0], b[1], b[2]) for b in data["buckets"])
    )


def wants_model(mentions: list[Mention], *, loan: bool) -> bool:
    """Whether the rules are not enough: they find fewer than two parties, or the document is not of their sort."""
    return not loan or len({fold(str(m.data["name"])) for m in mentions if m.label in ("party", "signing_party")}) < 2


def choose(parts: Parts, found: list[Found], mentions: list[Mention], choice: Choice, *, loan: bool) -> list[Found]:
    """The names that are parties, in the order of the text.

    In a loan document the rules' parties stand, and what is added to them has to be sure and no other form of their
    names; elsewhere every name has to be chosen.
    """
    text = text_of(parts, mentions)
    shares = all(m.data["score"] is not None for m in mentions if m.label in ("model_party", "model_person"))
    standing = [one for one in found if loan and one.rules != [MODEL_RULE]]
    names = [fold(one.name).split() for one in standing]
    free = [
        (choice.score(features(text, one, found)), one)
        for one in found
        if not loan or (one.rules == [MODEL_RULE] and not _form_of_one(fold(one.name).split(), names))
    ]
    for one in standing:
        # The rules decided; that the model sees them too adds nothing that was measured.
        one.rules = [rule for rule in one.rules if rule != MODEL_RULE]
    for score, one in free:
        # What was measured for the own model says nothing about another.
        one.decided, one.confidence = True, choice.precision(score) if shares else None
    chosen = choice.choose([score for score, _ in free], already=2 if loan else 0)
    kept = standing + [one for (_, one), take in zip(free, chosen, strict=True) if take]
    return sorted(kept, key=lambda one: one.span)


def _form_of_one(words: list[str], names: list[list[str]]) -> bool:
    """Whether a name is part of one of the others, or one of them part of it."""
    return any(within(words, other) or within(other, words) for other in names)
