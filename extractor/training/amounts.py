"""Trains the model of amounts' roles: ``python -m extractor.training.amounts FOLDER... [--passages FOLDER]``.

Labelled documents give one label an amount, for all of its mentions; `amount_roles.jsonl` beside this module has labels
of single mentions in filings that are not redistributed here (file name, offset, value, role), of which `--passages`
names the folder; `amount_sentences.tsv` has sentences made up for it. Prints figures of a cross-validation by filer,
then trains on everything and writes the weights that the package ships. Needs ``pip install 'extractor[training]'``.
The outcome depends on nothing but the data.
"""

import argparse
import base64
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import regex

from extractor.document.lineends import LineEnds
from extractor.document.model import Document
from extractor.document.read import read_path
from extractor.extractors import amount_mentions
from extractor.extractors.amount_features import features, named
from extractor.extractors.amount_model import Model
from extractor.nlp.mention import Parts
from extractor.nlp.sections import find_sections
from extractor.nlp.view import make_view
from extractor.values.money import scan_money

SENTENCES = Path(__file__).with_name("amount_sentences.tsv")
LABELS = Path(__file__).with_name("amount_roles.jsonl")
CARD = Path(__file__).with_name("amount_roles_card.json")
MODEL = Path(__file__).parents[1] / "extractors" / "amount_roles.json"
_STRENGTH = 0.3  # inverse of the regularisation's weight
_ALONE = 0.5  # what a mention labelled by itself, of a passage or a sentence, weighs beside an amount of a document
_INNER = 4  # folds in which the mentions of an amount are weighed against each other
_FEWEST = 3  # mentions that a feature has to be seen in
_LEAST = 0.02  # weights below it in every role are left out


class Example(NamedTuple):
    """A mention of an amount with its label.

    Attributes:
        group: the filer; no filer is on both sides of a fold.
        amount: document, value and currency, or the mention itself: what is judged as one.
        features: as `amount_features.named` gives them.
        role: the label.
        annex: whether it stands in an annexed agreement.
        passage: whether the mention itself was labelled, not the document's amount.
        folder: where it comes from.
    """

    group: str
    amount: tuple[str, str]
    features: dict[str, float]
    role: str
    annex: bool
    passage: bool
    folder: str


def of_documents(folder: Path) -> Iterator[Example]:
    """Examples of a folder of labelled documents."""
    for path in sorted(folder.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(labels, dict) or not labels.get("amounts") or "doc" not in labels:
            continue
        roles = {(Decimal(a["value"]), a["currency"]): a["role"] for a in labels["amounts"]}
        document = next(d for d in read_path(folder / labels["doc"]) if isinstance(d, Document))
        parts = _parts(document.text)
        for m in amount_mentions.located(parts):
            key, section = (Decimal(m.data["value"]), m.data["currency"]), parts.section_at(m.start)
            if key in roles:
                seen = named(features(parts.view, m.start, m.end, section, key[0]))
                amount = (path.stem, f"{key[0]:.2f} {key[1]}")
                yield Example(_filer(path.stem), amount, seen, roles[key], section == "annex", False, folder.name)


def of_passages(folder: Path) -> Iterator[Example]:
    """Examples of single mentions, of the filings in `folder`."""
    by_document: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        by_document[label["doc"]].append(label)
    for name, labels in sorted(by_document.items()):
        parts = _parts((folder / name).read_text(encoding="utf-8", errors="replace"))
        for label in labels:
            start, end, value = label["start"], label["end"], Decimal(label["value"])
            section = parts.section_at(start)
            seen = named(features(parts.view, start, end, section, value))
            yield Example(_filer(name), (name, str(start)), seen, label["role"], section == "annex", True, folder.name)


def of_sentences() -> Iterator[Example]:
    """Examples of made-up sentences, for what filings that were labelled seldom say."""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        role, sentence = line.split("\t")
        before, amount, after = regex.split(r"\[\[|\]\]", sentence)
        start, end = len(before), len(before) + len(amount)
        found = next(scan_money(amount))
        seen = named(features(before + amount + after, start, end, "operative", found.value))
        yield Example(sentence, (sentence, ""), seen, role, False, False, SENTENCES.name)


def _parts(text: str) -> Parts:
    view = make_view(LineEnds(text).text).text
    return Parts(view, find_sections(view))


def _filer(name: str) -> str:
    first = name.split("_")[0]
    return first if first.isdigit() else name


class Data:
    """Examples as matrices."""

    def __init__(self, examples: list[Example]) -> None:
        import numpy as np
        from sklearn.feature_extraction import DictVectorizer

        self.examples = examples
        vectorizer = DictVectorizer()
        matrix = vectorizer.fit_transform([e.features for e in examples])
        kept = np.flatnonzero(np.asarray((matrix > 0).sum(axis=0)).ravel() >= _FEWEST)
        self.matrix = matrix.tocsc()[:, kept].tocsr()
        self.names = [str(n) for n in vectorizer.get_feature_names_out()[kept]]
        self.roles = np.array([e.role for e in examples])
        self.groups = np.array([e.group for e in examples])
        mentions = Counter(e.amount for e in examples)
        alone = [e.passage or e.folder == SENTENCES.name for e in examples]
        self.weights = np.array(
            [_ALONE if by_itself else mentions[e.amount] ** -0.5 for e, by_itself in zip(examples, alone, strict=True)]
        )

    def fit(self, rows: Any) -> Any:
        """A model of the given rows."""
        return self._fitted(rows, self.weights * self._told(rows))

    def _fitted(self, rows: Any, weights: Any) -> Any:
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=_STRENGTH, max_iter=2000)
        return model.fit(self.matrix[rows], self.roles[rows], sample_weight=weights[rows])

    def _told(self, rows: Any) -> Any:
        """How likely it is, by row, that the label of a document's amount was given for that mention of it.

        An amount is labelled once for all its mentions, though one may be a facility's size, another a covenant's.
        So a first model, of other filers, says how well the label fits each of them; the best counts in full.
        """
        import numpy as np
        from sklearn.model_selection import GroupKFold

        fits = np.ones(len(self.examples))
        rows = np.asarray(rows)
        for train, test in GroupKFold(_INNER).split(rows, groups=self.groups[rows]):
            model = self._fitted(rows[train], self.weights)
            place = {role: k for k, role in enumerate(model.classes_)}
            shares = model.predict_proba(self.matrix[rows[test]])
            for row, share in zip(rows[test], shares, strict=True):
                # A role that none of the others has leaves its mentions alike.
                fits[row] = share[place[self.roles[row]]] if self.roles[row] in place else 1.0
        best: dict[tuple[str, str], float] = defaultdict(float)
        for row in rows:
            best[self.examples[row].amount] = max(best[self.examples[row].amount], fits[row])
        for row in rows:
            fits[row] = (fits[row] / best[self.examples[row].amount]) ** 2
        return fits


def cross_validate(data: Data, folds: int = 8) -> dict[str, float]:
    """Accuracy over amounts of documents and over passages, and how often a probability tells the truth, by bucket."""
    import numpy as np
    from sklearn.model_selection import GroupKFold

    guesses: dict[tuple[str, str], tuple[bool, float, str]] = {}
    for train, test in GroupKFold(folds).split(data.matrix, data.roles, data.groups):
        model = data.fit(train)
        shares = model.predict_proba(data.matrix[test])
        for row, share in zip(test, shares, strict=True):
            example = data.examples[row]
            guess = (not example.annex, float(share.max()), str(model.classes_[int(np.argmax(share))]))
            guesses[example.amount] = max(guesses.get(example.amount, (False, 0.0, "")), guess)
    truth = {e.amount: (e.role, e.passage) for e in data.examples}
    figures: dict[str, float] = {}
    for name, passage in (("documents", False), ("passages", True)):
        right = [guesses[a][2] == role for a, (role, p) in truth.items() if p == passage]
        if right:
            figures[f"accuracy, {name} ({len(right)})"] = sum(right) / len(right)
    by_document: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    folders = {e.amount: e.folder for e in data.examples if not e.passage}
    for amount, folder in folders.items():
        by_document[folder][amount[0]].append(guesses[amount][2] == truth[amount][0])
    for folder, documents in by_document.items():
        figures[f"by document, {folder}"] = sum(sum(d) / len(d) for d in documents.values()) / len(documents)
    for low in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        high = next(h for h in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01) if h > low)
        right = [g[2] == truth[a][0] for a, g in guesses.items() if low <= g[1] < high]
        if right:
            figures[f"probability from {low:.2f} ({len(right)})"] = sum(right) / len(right)
    return figures


def write(data: Data) -> None:
    """Trains on everything and writes the weights as `amount_model.Model` reads them."""
    import numpy as np

    model = data.fit(list(range(len(data.examples))))
    kept = np.flatnonzero(np.abs(model.coef_).max(axis=0) >= _LEAST)
    content = {
        "roles": [str(c) for c in model.classes_],
        "intercepts": [round(float(x) * Model.SCALE) for x in model.intercept_],
        "names": " ".join(data.names[k] for k in kept),
        "weights": base64.b64encode(np.rint(model.coef_.T[kept] * Model.SCALE).astype("<i2").tobytes()).decode(),
    }
    MODEL.write_text(json.dumps(content) + "\n", encoding="utf-8")


def main() -> None:
    """Trains, and prints what the cross-validation gave."""
    parser = argparse.ArgumentParser(prog="python -m extractor.training.amounts", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of labelled documents")
    parser.add_argument("--passages", type=Path, help="the folder with the filings of the labelled mentions")
    options = parser.parse_args()
    examples = [e for folder in options.folders for e in of_documents(folder)]
    if options.passages is not None:
        examples += of_passages(options.passages)
    examples += of_sentences()
    data = Data(examples)
    figures = {name: round(figure, 4) for name, figure in cross_validate(data).items()}
    for name, figure in figures.items():
        print(f"{figure:.3f}  {name}")
    CARD.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    write(data)
    print(f"{len(examples)} mentions; {MODEL.name}: {MODEL.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
