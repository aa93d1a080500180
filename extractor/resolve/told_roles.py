"""What the running text says of parties: who guarantees, who confirms a guaranty, who issues letters of credit."""

from functools import lru_cache

import regex

from extractor.values import cached
from extractor.values.rare import RareScan
from extractor.values.spelling import spellings, stands_alone

# "guaranteed by", and the rest of the sentence as far as it may name who guarantees.
_GUARANTEED_BY = RareScan(r"\bguarant(?:eed|ied)\s+by\b(?=([^.;]{0,200}))")


@lru_cache(maxsize=1)
def _guaranteed(view: str) -> list[tuple[int, int]]:
    return [(found.end(), found.end(1)) for found in _GUARANTEED_BY.finditer(view)]


# "Holdings and each Guarantor consents to this Agreement and confirms its Guarantee": who guarantees says so.
_CONFIRMED = regex.compile(
    r"(?<=[.;:)]\s{1,4})((?-i:[A-Z])[^.;:]{0,120}?\bGuarantors?\b[^.;:]{0,40}?)\s(?=[^.;]{0,240}?\b(?:(?:re)?(?:confirm|affirm)s?|ratif(?:y|ies))\b"
    r"[^.;]{0,60}?\b(?:its|their)\s+(?:respective\s+)?guarant(?:y|ies|ees?)\b)",
    regex.I,
)
# The words that all of it turns on, few texts have; and how far before them it begins at the most.
_ITS_GUARANTY = RareScan(r"\b(?:its|their)\s+(?:respective\s+)?guarant(?:y|ies|ees?)\b", regex.I)
_SENTENCE = 600


@lru_cache(maxsize=1)
def confirmed(view: str) -> list[tuple[int, int]]:
    """Where those are named who confirm their guaranties."""
    places: list[tuple[int, int]] = []
    for found in _ITS_GUARANTY.finditer(view):
        start = max(0, found.start() - _SENTENCE)
        if places and start <= places[-1][1]:
            start = places.pop()[0]
        places.append((start, found.end() + 1))
    return [found.span(1) for start, end in places for found in _CONFIRMED.finditer(view, start, end)]


def confirms(view: str, term: str) -> bool:
    return any(True for a, b in confirmed(view) for _ in stands_alone(term, view, a, b))


def guaranteed_by(view: str, term: str) -> bool:
    return any(True for a, b in _guaranteed(view) for _ in stands_alone(term, view, a, b + len(term)))


# "the Parent hereby unconditionally and irrevocably guarantees": its own words, under whatever heading.
_GUARANTEES = RareScan(
    r"\bhereby\s+(?:(?:absolutely|unconditionally|irrevocably|jointly|severally|fully|and)[\s,]+)*guarant(?:ees|ies)\b(?!\s+that\b)"
    r"(?=[^.;]{0,200}?\b(?:payment|obligations?|indebtedness|performance)\b)"
)
_SUBJECT = regex.compile(r"\b[Tt]he\s+((?:[A-Z]\w*\s+){0,3}[A-Z]\w*)(?:\s*\([^()]{0,60}\)|,[^,;.]{0,60},)?\s*$")


@lru_cache(maxsize=1)
def _guaranteeing(view: str) -> frozenset[str]:
    """The terms of those who say that they guarantee."""
    found = (_SUBJECT.search(view, max(0, m.start() - 160), m.start()) for m in _GUARANTEES.finditer(view))
    return frozenset(" ".join(m.group(1).split()) for m in found if m)


def guarantees(view: str, term: str) -> bool:
    return cached.sub(r"^[Tt]he\s+", "", term) in _guaranteeing(view)


# "Issuing Bank" means Harbor Bank, as issuer of letters of credit: and the rest of the head of its definition.
_ISSUER = RareScan(
    r"\"(?:(?:L/?C|Letter\s+of\s+Credit|Issuing|Fronting)\s+(?:Issuing\s+)?(?:Banks?|Lenders?|Issuers?))\"?\s*(?:\([^()]{0,40}\)\s*)?(?:means?|shall\s+mean|:)(?=((?:(?!\bother\s+than\b|\bexcept\b)[^.;\"]){0,160}))",
    regex.I,
)


@lru_cache(maxsize=1)
def _issuers(view: str) -> list[tuple[int, int]]:
    return [(found.end(), found.end(1)) for found in _ISSUER.finditer(view)]


def issues(view: str, name: str) -> bool:
    """Whether the definition of the bank that issues letters of credit names a party."""
    return any(True for a, b in _issuers(view) for _ in spellings(name, view, a, b))
