"""The law that governs the instrument."""

import regex

from extractor.nlp.mention import Mention, Parts
from extractor.values.places import PLACE, STATE_OF, ordinary

_LAW = regex.compile(
    rf"\b(?:governed|construed|interpreted|enforced|governing\s+law|made\s+under|subject\s+to)\b[^.]{{0,260}}?\b(?:laws?|LAWS?|law\s+and\s+judicial\s+decisions)\s*(?:\([^()]{{0,160}}\)\s*)?,?\s*(?:of|in(?:\s+force|\s+effect)?(?:\s+in)?)\s+(?:the\s+)?(?:(?:internal|substantive)\s+laws?\s+of\s+)?{STATE_OF}({PLACE})\b"
    rf"|\b(?:governed|construed)\b[^.]{{0,120}}?\b(?:under|by|with)\s+(?:the\s+)?({PLACE})\s+(?:law|substantive)\b",
    regex.I | regex.S,
)


def find(parts: Parts) -> list[Mention]:
    """The governing law (label ``law``), at most one: of the instrument before that of its annexes."""
    fallback: list[Mention] = []
    for found in _LAW.finditer(parts.view):
        place = found.group(1) or found.group(2)
        mention = Mention(found.start(), found.end(), "law", "law.clause", {"value": ordinary(place)})
        if parts.section_at(found.start()) != "annex":
            return [mention]
        fallback = fallback or [mention]
    return fallback
