"""Names that the model sees in the opening and on the signature pages, as mentions like those of the rules."""

import regex

from extractor.nlp.mention import Mention, Parts
from extractor.nlp.passages import passages
from extractor.nlp.recogniser import Recogniser
from extractor.values.names import is_generic, only_suffix, tidy

RULE = "model.ner"
# A name as a document may write it: with a capital or a figure, and not an address or a heading of the page.
_LETTERS = regex.compile(r"\p{Lu}|\d")
_SIGNED = regex.compile(r"^(?:/s/\s*|By:?\s+)+", regex.I)


def find(parts: Parts, recogniser: Recogniser) -> list[Mention]:
    """The names, labels ``model_party`` and ``model_person``; the model reads all passages of the text at once."""
    read = passages(parts)
    if not read:
        return []
    signatures = parts.span("signatures")[0] or len(parts.view)
    found = []
    for passage, names in zip(read, recogniser.names([p.text for p in read]), strict=True):
        for one in names:
            start, end = passage.span(one.start, one.end)
            if signed := _SIGNED.match(parts.view[start:end]):
                start += signed.end()
            name = tidy(parts.view[start:end])
            if (
                len(name) < 3
                or not _LETTERS.search(name)
                or all(map(is_generic, regex.split(r"\s+(?:and|&)\s+", name)))
                or only_suffix(name)
            ):
                continue
            data = {"name": name, "score": one.score, "signing": start >= signatures}
            found.append(Mention(start, end, f"model_{one.label}", RULE, data))
    return found
