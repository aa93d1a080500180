"""Training examples out of labelled folders, in folds that share no filer and no company."""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from extractor.nlp.mention import Parts
from extractor.nlp.passages import passages
from extractor.nlp.sections import find_sections
from extractor.nlp.tokenizer import LegalTokenizer
from extractor.training import names
from extractor.training.augment import with_swapped_names
from extractor.training.sources import Labelled, read_folder


def prepare(
    folders: Iterable[Path], out: Path, *, folds: int, silver: int, leave_out: frozenset[str], seed: int
) -> Counter[str]:
    """Writes ``OUT/all.spacy``, for each fold ``OUT/foldN/train.spacy`` and ``held.spacy``, and ``folds.json``.

    Returns how many documents were read, and how many of their names were not found, by folder.

    Args:
        folders: the folders to read (`extractor.training.sources.read_folder`).
        out: the folder to write to.
        folds: how many folds.
        silver: how many documents to label by rules where a folder has no labels; they train, and are not held out.
        leave_out: filers whose documents are not read at all.
        seed: of the shuffling of documents into folds.
    """
    documents = [d for folder in folders for d in read_folder(folder, leave_out, silver)]
    fold_of = _folds(documents, folds, seed)
    held = {d.key: n for d, n in zip(documents, fold_of, strict=True) if not d.silver}
    out.mkdir(parents=True, exist_ok=True)
    (out / "folds.json").write_text(json.dumps(held, indent=0), encoding="utf-8")
    vocab = spacy.blank("en").vocab
    counted: Counter[str] = Counter()
    examples: list[tuple[Labelled, int, list[Doc]]] = []
    for document, fold in zip(documents, fold_of, strict=True):
        docs = make_examples(document, vocab)
        counted[document.source] += 1
        counted[f"{document.source}: labelled names not found"] += sum(not _anywhere(n, docs) for n in document.parties)
        # A document none of whose parties was found would teach that it has none.
        if any(doc.ents for doc in docs):
            examples.append((document, fold, docs))
    write(out / "all.spacy", with_swapped_names([docs for _, _, docs in examples], seed))
    for fold in range(folds):
        train = [docs for _, n, docs in examples if n != fold]
        kept = [d for one, n, docs in examples for d in docs if n == fold and not one.silver]
        write(out / f"fold{fold}" / "train.spacy", with_swapped_names(train, seed))
        write(out / f"fold{fold}" / "held.spacy", kept)
    return counted


def write(path: Path, docs: list[Doc]) -> None:
    """Writes examples as a `DocBin`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=True).to_disk(path)


def make_examples(document: Labelled, vocab: Vocab) -> list[Doc]:
    """The document's passages with its names as entities, PARTY and PERSON."""
    tokenizer = LegalTokenizer(vocab)
    docs = []
    for passage in passages(Parts(document.view, find_sections(document.view))):
        doc = tokenizer(passage.text)
        parties = names.find(passage.text, document.parties)
        persons = names.apart(names.find(passage.text, document.persons), tuple(parties))
        entities = _spans(doc, parties, "PARTY") + _spans(doc, persons, "PERSON")
        patterns = [p for n in document.parties if (p := names.loosely(n))]
        short = [m.span() for p in patterns for m in p.finditer(passage.text)]
        taken = tuple((e.start_char, e.end_char) for e in entities)
        # A name in short is neither right nor wrong.
        unsure = _spans(doc, names.apart(short, taken), "")
        doc.set_ents(entities, missing=[s for s in unsure if not any(t.ent_type_ for t in s)], default="outside")
        doc.user_data.update(source=document.source, name=document.name)
        docs.append(doc)
    return docs


def _spans(doc: Doc, spans: list[tuple[int, int]], label: str) -> list[Span]:
    found = (doc.char_span(a, b, label=label, alignment_mode="expand") for a, b in spans)
    return spacy.util.filter_spans([s for s in found if s is not None and not s[0].is_space and not s[-1].is_space])


def _anywhere(name: str, docs: list[Doc]) -> bool:
    pattern = names.spelling(name)
    return pattern is not None and any(pattern.search(d.text) for d in docs)


def _folds(documents: list[Labelled], folds: int, seed: int) -> list[int]:
    """The fold of each document: documents that share a key stand in one, the groups spread so that folds are even."""
    root: dict[str, str] = {}

    def find(key: str) -> str:
        root.setdefault(key, key)
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for document in documents:
        own = document.key
        for key in document.keys:
            root[find(key)] = find(own)
    groups: dict[str, list[int]] = defaultdict(list)
    for i, document in enumerate(documents):
        groups[find(document.key)].append(i)
    order = list(groups.values())
    random.Random(seed).shuffle(order)
    sizes, fold_of = [0] * folds, [0] * len(documents)
    for group in sorted(order, key=len, reverse=True):
        fold = sizes.index(min(sizes))
        sizes[fold] += len(group)
        for i in group:
            fold_of[i] = fold
    return fold_of
