"""The same texts with other names, so that what stands around a name is learnt, not the name."""

import random

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractor.values.names import fold, is_person
from extractor.values.stretches import merged

Words = list[tuple[str, bool]]


def with_swapped_names(documents: list[list[Doc]], seed: int) -> list[Doc]:
    """All passages of the documents, and each once more with the names of other documents in place of its own.

    A name is replaced by one of its sort, company or person, the same wherever it stands in a document, and in
    capitals where it stands in capitals. Of these passages only what stands near the names is kept.
    """
    chance = random.Random(seed)
    pool: dict[bool, list[Words]] = {True: [], False: []}
    for docs in documents:
        own = {fold(e.text): e for d in docs for e in d.ents}
        for entity in own.values():
            pool[is_person(entity.text)].append(_words(entity))
    examples = []
    for docs in documents:
        chosen: dict[str, Words] = {}
        for doc in docs:
            for entity in doc.ents:
                key = fold(entity.text)
                if key not in chosen:
                    chosen[key] = chance.choice(pool[is_person(entity.text)])
        examples += docs + [_swapped(near, chosen) for doc in docs for near in _near(doc)]
    return examples


#: How many tokens of context a name keeps on each side.
_CONTEXT = 40


def _near(doc: Doc) -> list[Doc]:
    """The stretches of a passage in which names stand."""
    stretches = merged((max(0, name.start - _CONTEXT), min(len(doc), name.end + _CONTEXT)) for name in doc.ents)
    return [doc[a:b].as_doc(copy_user_data=True) for a, b in stretches]


def _words(entity: Span) -> Words:
    """The words of a name, on one line."""
    following = [t.is_space for t in entity[1:]] + [False]
    return [
        (t.text, bool(t.whitespace_) or after) for t, after in zip(entity, following, strict=True) if not t.is_space
    ]


def _swapped(doc: Doc, chosen: dict[str, Words]) -> Doc:
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    entities = {e.start: e for e in doc.ents}
    at = 0
    while at < len(doc):
        entity = entities.get(at)
        if entity is None:
            token = doc[at]
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            # No IOB code at all is spaCy's mark for a token that nobody has judged.
            tags.append("" if token.ent_iob == 0 else "O")
            at += 1
            continue
        capitals = entity.text.isupper()
        for i, (word, blank) in enumerate(chosen[fold(entity.text)]):
            words.append(word.upper() if capitals else word)
            spaces.append(blank)
            tags.append(("I-" if i else "B-") + entity.label_)
        spaces[-1] = bool(entity[-1].whitespace_)
        at = entity.end
    return _doc(doc.vocab, words, spaces, tags, doc)


def _doc(vocab: Vocab, words: list[str], spaces: list[bool], tags: list[str], source: Doc) -> Doc:
    unknown = [i for i, tag in enumerate(tags) if not tag]
    made = Doc(vocab, words=words, spaces=spaces, ents=[tag or "O" for tag in tags])
    made.set_ents(list(made.ents), missing=[made[i : i + 1] for i in unknown], default="outside")
    made.user_data.update(source.user_data)
    return made
