"""What a party represents that it is ("The Borrower is a corporation duly organized under the laws of Ohio")."""

from collections import Counter
from functools import lru_cache

import regex

from extractor.extractors.party_descriptions import describe
from extractor.extractors.partylist import Item
from extractor.extractors.roles import is_plural
from extractor.resolve.found import Found
from extractor.values.names import fold
from extractor.values.rare import RareScan

# A form has boxes for what a borrower may be, of which one is crossed.
_IS_A = RareScan(
    r"\bis\s+(?:\[\s?\]\s[^\[\]]{0,120}\[[xX]\]\s+)?(an?\s+(?:\w+\s+){0,4}?(?:corporation|company|partnership|trust|association|bank)\b,?"
    r"\s+(?:(?:duly|validly|and)\s+)*(?:organi[sz]ed|incorporated|formed|existing|created|chartered)\b[^.;()\"]{0,140}?\blaws?\s+of\s+[^.;()\"]{0,50})",
    regex.I,
    start=r"\bis\s+(?:\[\s?\]\s|an?\s+(?:\w+\s+){0,4}?(?:corporation|company|partnership|trust|association|bank)\b)",
)
_IS = regex.compile(r"\s+is\s+(?:\[\s?\][^\[\]]*\[[xX]\]\s+)?$", regex.I)
# What stands before the subject of a sentence or a clause; "a Subsidiary of the Borrower is ..." says it of another.
_BEGINS = regex.compile(
    r"(?:^|[^\w\s,]\s*|\n\s*\n\s*|(?<![a-z,])\n\s*|\b(?:that|follows)\s+|\d\s+)(?:the\s+)?$", regex.I
)
_BEFORE = 160


@lru_cache(maxsize=1)
def _represented(view: str) -> list[tuple[int, int]]:
    """Where it is described what somebody is said to be."""
    return [found.span(1) for found in _IS_A.finditer(view)]


def _is_subject(view: str, at: int, term: str) -> bool:
    """Whether the sentence whose predicate begins before `at` is said of who is called by a (folded) term."""
    before = _IS.sub("", view[max(0, at - _BEFORE) : at])
    count = len(term.split())
    words = regex.search(rf"(?:\S+\s+){{{count - 1}}}\S+$", before)
    return words is not None and fold(words.group()) == term and bool(_BEGINS.search(before, endpos=words.start()))


def describe_represented(view: str, found: list[Found]) -> None:
    """Gives form and state to parties that no description gives them, out of what they represent of themselves."""
    if all(party.entity_type and party.jurisdiction for party in found) or not _represented(view):
        return
    called = {id(party): _called(party, found) for party in found}
    often = Counter(term for terms in called.values() for term in terms)
    for party in found:
        if party.entity_type and party.jurisdiction:
            continue
        terms = [term for term in called[id(party)] if often[term] == 1]
        for start, end in _represented(view):
            if not any(_is_subject(view, start, term) for term in terms):
                continue
            data = describe(view, Item(start, start, ((start, end),)))
            if not data["entity_type"] or party.entity_type not in (None, data["entity_type"]):
                continue
            party.entity_type = data["entity_type"]
            party.jurisdiction = party.jurisdiction or data["jurisdiction"]
            party.spans.append((start, end))
            break


def _called(party: Found, found: list[Found]) -> set[str]:
    """What the text calls a party and nobody else: its name, its terms, the role that it alone has."""
    terms = {
        fold(party.name),
        *(fold(term) for term in party.terms if not is_plural(term) or term.lower() == "borrower"),
    }
    if "borrower" in party.roles and sum("borrower" in other.roles for other in found) == 1:
        terms.add("borrower")
    return terms
