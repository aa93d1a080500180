"""Fits and measures the choice among names, with models that know neither a document's filer nor its companies."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from extractor.extractors.model_names import RULE, find
from extractor.extractors.reading import read
from extractor.nlp.recogniser import OWN, Recogniser
from extractor.nlp.view import View
from extractor.resolve.choice import Choice
from extractor.resolve.parties import first_mentions, gather
from extractor.resolve.traits import FEATURES, features, text_of
from extractor.training.names import spelling
from extractor.training.sources import Labelled, read_folder

#: Lower bounds of the stretches of score whose precision is measured.
_BOUNDS = (0.0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_L2 = 1.0


@dataclass
class Case:
    """A document's names, by the rules alone and by rules and model together.

    Attributes:
        source: the folder it comes from.
        fold: the fold that it is held out of.
        wanted: how many parties are labelled.
        loan: whether it is a loan document.
        rules: for each name of the rules, which label it is; None where it is wrong.
        labels: for each candidate, which label it is.
        values: for each candidate, its features.
        fixed: for each candidate, whether it stands whatever its score.
        model: for each candidate, whether the model sees it as a party.
    """

    source: str
    fold: int
    wanted: int
    loan: bool
    rules: list[int | None] = field(default_factory=list)
    labels: list[int | None] = field(default_factory=list)
    values: list[list[float]] = field(default_factory=list)
    fixed: list[bool] = field(default_factory=list)
    model: list[bool] = field(default_factory=list)

    def free(self) -> list[tuple[list[float], int | None]]:
        """Features and label of the candidates whose score decides."""
        return [(v, y) for v, y, fixed in zip(self.values, self.labels, self.fixed, strict=True) if not fixed]


def read_cases(data: Path, models: str, folders: Iterable[Path]) -> list[Case]:
    """The held-out documents of every fold that has a model.

    Args:
        data: what `extractor.training.prepare.prepare` wrote.
        models: path of a trained model, with ``{}`` for the number of the fold that was held out.
        folders: the folders that were prepared.
    """
    fold_of = json.loads((data / "folds.json").read_text(encoding="utf-8"))
    there = {n for n in fold_of.values() if Path(models.format(n)).is_dir()}
    recognisers = {n: Recogniser(OWN, Path(models.format(n))) for n in sorted(there)}
    return [
        case_of(document, fold, recognisers[fold])
        for folder in folders
        for document in read_folder(folder)
        if (fold := fold_of.get(document.key)) in recognisers
    ]


def case_of(document: Labelled, fold: int, recogniser: Recogniser) -> Case:
    """Reads a document with the model that does not know it."""
    reading = read(View(document.view, ()))
    loan = reading.loan
    patterns = [spelling(name, longer=False) for name in document.parties]

    def label(name: str) -> int | None:
        return next((i for i, p in enumerate(patterns) if p is not None and p.fullmatch(name.strip(" .,"))), None)

    case = Case(document.source, fold, len(document.parties), loan)
    by_rules, _ = gather(reading.parts, reading.mentions, loan=loan)
    first_mentions(reading.parts, by_rules)
    case.rules = [label(one.name) for one in by_rules]
    mentions = reading.mentions + find(reading.parts, recogniser)
    found, _ = gather(reading.parts, mentions, loan=loan)
    text = text_of(reading.parts, mentions)
    case.values = [features(text, one, found) for one in found]
    first_mentions(reading.parts, found)
    for one in found:
        case.labels.append(label(one.name))
        case.fixed.append(loan and one.rules != [RULE])
        case.model.append(any(kind == "party" and score >= 0.5 for _, kind, score in one.seen))
    return case


def fit(cases: Iterable[Case]) -> tuple[float, ...]:
    """Weights of the regression, the constant last, by Newton's method with a quadratic penalty."""
    chosen = [(v, y is not None) for case in cases for v, y in case.free()]
    x = np.array([[*v, 1.0] for v, _ in chosen])
    y = np.array([float(right) for _, right in chosen])
    weights = np.zeros(len(FEATURES) + 1)
    penalty = np.eye(len(weights)) * _L2
    penalty[-1, -1] = 1e-6
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights += np.linalg.solve(hessian, x.T @ (y - p) - penalty @ weights)
    return tuple(round(float(w), 4) for w in weights)


def held_out(cases: Sequence[Case]) -> list[list[float]]:
    """Scores of each case's names, by a regression fitted to the cases of the other folds."""
    scores: dict[int, list[float]] = {}
    for fold in {case.fold for case in cases}:
        choice = Choice(fit(case for case in cases if case.fold != fold), 0.5, 0.5, ())
        for i, case in enumerate(cases):
            if case.fold == fold:
                scores[i] = [choice.score(v) for v in case.values]
    return [scores[i] for i in range(len(cases))]


def f1(wanted: int, labels: Iterable[int | None]) -> float | None:
    """Of one document; None where nothing is labelled and nothing was found. A label hit twice is hit once."""
    got = list(labels)
    hits = len({label for label in got if label is not None})
    extra = sum(label is None for label in got)
    return 2 * hits / (wanted + hits + extra) if wanted + hits + extra else None


def best_thresholds(cases: Sequence[Case], scores: Sequence[list[float]]) -> Choice:
    """Threshold and floor with the best mean of the documents' F1, on a choice that is otherwise empty."""
    grid = [Choice((), high / 20, low / 50, ()) for high in range(6, 16) for low in range(2, 16)]
    return max(grid, key=lambda choice: _mean(_chosen(cases, scores, choice)))


def _chosen(cases: Sequence[Case], scores: Sequence[list[float]], choice: Choice) -> list[float | None]:
    return [
        f1(case.wanted, [y for y, take in zip(case.labels, _take(case, own, choice), strict=True) if take])
        for case, own in zip(cases, scores, strict=True)
    ]


def _take(case: Case, scores: list[float], choice: Choice) -> list[bool]:
    free = [s for s, fixed in zip(scores, case.fixed, strict=True) if not fixed]
    chosen = iter(choice.choose(free, already=2 if case.loan else 0))
    return [fixed or next(chosen) for fixed in case.fixed]


def _mean(figures: Iterable[float | None]) -> float:
    known = [f for f in figures if f is not None]
    return sum(known) / len(known) if known else 0.0


def buckets(cases: Sequence[Case], scores: Sequence[list[float]]) -> list[tuple[float, int, int]]:
    """Right and judged names by stretches of their score."""
    counts = {low: [0, 0] for low in _BOUNDS}
    for case, own in zip(cases, scores, strict=True):
        for label, score, fixed in zip(case.labels, own, case.fixed, strict=True):
            if fixed:
                continue
            count = counts[max(low for low in _BOUNDS if low <= score)]
            count[0] += label is not None
            count[1] += 1
    return [(low, right, judged) for low, (right, judged) in counts.items()]


def ablation(cases: Sequence[Case], scores: Sequence[list[float]]) -> str:
    """Mean F1 of parties by document: rules alone, the model's spans alone, both; by source.

    The thresholds for a fold, too, are the best of the other folds.
    """
    by_source: dict[str, list[int]] = defaultdict(list)
    for i, case in enumerate(cases):
        by_source[case.source].append(i)
    both: dict[int, float | None] = {}
    for fold in {case.fold for case in cases}:
        others = [i for i, case in enumerate(cases) if case.fold != fold]
        choice = best_thresholds([cases[i] for i in others], [scores[i] for i in others])
        held = [i for i, case in enumerate(cases) if case.fold == fold]
        both |= zip(held, _chosen([cases[i] for i in held], [scores[i] for i in held], choice), strict=True)
    lines = [f"{'source':16} {'documents':>9} {'rules':>7} {'model':>7} {'both':>7}"]
    for source, chosen in by_source.items():
        rules = _mean(f1(cases[i].wanted, cases[i].rules) for i in chosen)
        model = _mean(
            f1(cases[i].wanted, [y for y, seen in zip(cases[i].labels, cases[i].model, strict=True) if seen])
            for i in chosen
        )
        lines.append(f"{source:16} {len(chosen):9d} {rules:7.3f} {model:7.3f} {_mean(both[i] for i in chosen):7.3f}")
    return "\n".join(lines)


def write_choice(path: Path, cases: Sequence[Case], scores: Sequence[list[float]], choice: Choice) -> None:
    """Writes ``choice.json``: the regression fitted to all cases, the thresholds and the measured precisions."""
    data = {
        "features": list(FEATURES),
        "weights": list(fit(cases)),
        "threshold": choice.threshold,
        "floor": choice.floor,
        "buckets": buckets(cases, scores),
    }
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
