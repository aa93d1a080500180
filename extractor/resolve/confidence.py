"""Confidence: the measured precision of what found a fact, by kind of fact and rule; none where none was measured."""

import json
from functools import cache
from importlib.resources import files

#: Fewer judged facts than these say nothing about a rule.
FEWEST = 20


@cache
def _counts() -> dict[str, dict[str, tuple[int, int]]]:
    """Right and judged facts, by kind of fact and rule, as `tests/benchmarks/reliability.py` counted them."""
    text = files("extractor.resolve").joinpath("precision.json").read_text(encoding="utf-8")
    return {kind: {rule: (c[0], c[1]) for rule, c in rules.items()} for kind, rules in json.loads(text).items()}


def estimate(right: int, judged: int) -> float | None:
    """Precision as it is to be expected after `judged` facts of which `right` were right; None below `FEWEST`.

    Laplace's rule of succession, so that a short run without an error is not taken for certainty.

    >>> estimate(98, 98), estimate(19, 19)
    (0.99, None)
    """
    return round((right + 1) / (judged + 2), 3) if judged >= FEWEST else None


@cache
def measured(kind: str, rule: str) -> float | None:
    """The precision measured for facts of a kind that a rule finds; None where too few were judged.

    Args:
        kind: `title`, `kinds`, `amendment_number`, `dated`, `effective_date`, `governing_law`, `amended_agreement`,
            `prior_amendments`, `parties`, `signatories`, `dates` or `amounts`.
        rule: what the fact names as its `extractor`.
    """
    counts = _counts().get(kind, {}).get(rule)
    return estimate(*counts) if counts is not None else None
