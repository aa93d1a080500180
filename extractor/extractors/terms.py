"""Terms that the document defines."""

import re

import regex

from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.scan import Scan

_MEANS = re.compile(
    r"\"([^\"\n]{2,80}(?:\n[^\"\n]{1,60})?)\"\s*(?:,\s+as\s+used[^,]{0,60},)?\s*(?:\([^()]{0,80}\)\s*)?(?:-|:|,)?\s*(?:shall\s+(?:mean|have\s+the\s+meaning)|means?|is\s+defined\s+as|has\s+the\s+meaning|shall\s+be\s+defined)\b\s*:?,?\s*"
)
_BRACKET = Scan(
    r"\(\s*((?:(?:this|the|these|such|each|individually|collectively|together|herein(?:after)?|as|a|an|in|so|amended|and|its|with|any|sometimes|referred|to|called|all|jointly|severally|singly|or|hereof|capacity|capacities)[\s,]+(?:[\w\s,']{0,80}?)?)?)\"([^\"]{2,60})\"[^()]{0,200}\)",
    regex.I,
    start=r"\([\w\s,']*\"",
)
_LONGEST_MEANING = 1200


def find(parts: Parts) -> list[Mention]:
    """Defined terms (label ``term``) with their meanings where the text gives them in words."""
    view = parts.view
    end = parts.span("signatures")[0] or len(view)
    found = []
    for match in _MEANS.finditer(view, 0, end):
        stop = _meaning_end(view, match.end(), min(end, match.end() + _LONGEST_MEANING))
        meaning = " ".join(view[match.end() : stop].split())
        found.append(
            Mention(
                match.start(), stop, "term", "term.means", {"term": _tidy(match.group(1)), "meaning": meaning or None}
            )
        )
    taken = {m.data["term"] for m in found}
    for bracket in _BRACKET.finditer(view, 0, end):
        term = _tidy(bracket.group(2))
        if term in taken:
            continue
        taken.add(term)
        start = _meaning_start(view, bracket.start())
        meaning = " ".join(view[start : bracket.start()].split())
        found.append(
            Mention(bracket.start(2), bracket.end(2), "term", "term.bracket", {"term": term, "meaning": meaning or None})
        )
    return sorted(found, key=lambda m: m.start)


def _tidy(term: str) -> str:
    return " ".join(term.split()).strip(" ,.;")


def _meaning_end(view: str, start: int, limit: int) -> int:
    found = cached.compiled(
        r"\.\"?\s*(?:\n[ \t]*\n|\s+\"[A-Z])|;\s*\n[ \t]*\n|\n[ \t]*\n[ \t]*(?:\"|\(\w\)|\d)"
    ).search(view, start, limit)
    return found.start() + 1 if found else limit


def _meaning_start(view: str, at: int) -> int:
    """Where the phrase begins that a bracket names: behind the last stop, semicolon or bracket, within a line or three."""
    floor = max(0, at - 240)
    cut = floor
    for found in cached.finditer(
        r"[;:)]\s+|\.\s+(?=[A-Z])|,\s+and\s+|\b(?:among|between|by|into|that\s+certain)\s+|\n[ \t]*\n",
        view,
        pos=floor,
        endpos=at,
    ):
        cut = found.end()
    return cut
