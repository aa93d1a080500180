"""Names that a spaCy pipeline sees in passages: the package's own model, or any other that is installed."""

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from extractor.errors import ModelError

#: The model that the package ships.
OWN = "own"
FOLDER = Path(__file__).parent / "model"

# Entities of other pipelines that may be parties or persons.
_LABELS = {"PARTY": "party", "PERSON": "person", "ORG": "party", "PER": "person"}
_BEAM = 6
# Readings of a passage that are this much less likely than the best are not followed.
_DENSITY = 0.001
_FAINT = 0.05


class Name(NamedTuple):
    """A name in a passage.

    Attributes:
        start: offset of its first character in the passage's text.
        end: offset behind its last character.
        label: ``party`` or ``person``.
        score: the share of the model's readings that see it, from 0 to 1; None where the model gives no shares.
    """

    start: int
    end: int
    label: str
    score: float | None


class Recogniser:
    """A loaded pipeline.

    Args:
        name: `OWN`, or what `spacy.load` takes.
        folder: where a model trained as the package's own is, if not in the package.

    Raises:
        extractor.errors.ModelError: there is no such pipeline, or it cannot be loaded.
    """

    def __init__(self, name: str, folder: Path | None = None) -> None:
        import spacy

        # The own model's configuration names this tokenizer.
        from extractor.nlp import tokenizer as _  # noqa: F401

        self.own = name == OWN
        try:
            self._nlp: Any = spacy.load(folder or FOLDER if self.own else name)
        except (OSError, ValueError, ImportError) as error:
            raise ModelError(f"no spaCy pipeline {name!r} can be loaded: {error}") from error
        self.title = (
            title_of(name)
            if self.own
            else f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']}"
        )

    def names(self, texts: Iterable[str]) -> list[list[Name]]:
        """The names in each of the texts, in their order."""
        if not self.own:
            return [
                [Name(e.start_char, e.end_char, _LABELS[e.label_], None) for e in doc.ents if e.label_ in _LABELS]
                for doc in self._nlp.pipe(texts)
            ]
        ner = self._nlp.get_pipe("ner")
        docs = [self._nlp.make_doc(text) for text in texts]
        beams = ner.beam_parse(docs, beam_width=_BEAM, beam_density=_DENSITY)
        return [_names(doc, ner.moves.get_beam_parses(beam)) for doc, beam in zip(docs, beams, strict=True)]


def _names(doc: Any, parses: Iterable[tuple[float, list[tuple[int, int, str]]]]) -> list[Name]:
    shares: dict[tuple[int, int, str], float] = defaultdict(float)
    total = 0.0
    for share, entities in parses:
        total += share
        for entity in entities:
            shares[entity] += share
    found = []
    for (a, b, label), share in sorted(shares.items()):
        if share >= _FAINT * total:
            start, end = doc[a].idx, doc[b - 1].idx + len(doc[b - 1])
            found.append(Name(start, end, _LABELS[label], min(1.0, share / total)))
    return found


@lru_cache(maxsize=2)
def recogniser(name: str) -> Recogniser:
    """The recogniser of that name, loaded once a process."""
    return Recogniser(name)


@lru_cache(maxsize=4)
def title_of(name: str) -> str:
    """Name and version of a model; of the own one without loading it."""
    if name != OWN:
        return recogniser(name).title
    meta = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
