"""The law that governs the instrument."""

from collections import Counter

import regex

from extractor.nlp.mention import Mention, Parts
from extractor.values.places import PLACE, STATE_OF, ordinary
from extractor.values.scan import Scan
from extractor.values.spelling import lowered, places
from extractor.values.stretches import merged

_LAW = Scan(
    rf"\b(?:governed|construed|interpreted|enforced|controlled|read(?=\s+(?:and\s+construed\s+)?(?:under|in\s+accordance))|applied\s+in\s+accordance|governing\s+law|made\s+under|(?<!\bmay\s+be\s+)subject\s+to)\b[^.]{{0,260}}?\b(?:laws?|LAWS?|law\s+and\s+judicial\s+decisions)\s*(?:\([^()]{{0,160}}\)\s*)?(?:,?\s+(?:(?:and|but)\s+)?not\s+the\s+laws?\s+of\s+conflicts?(?:\s+of\s+laws?)?|,?\s*without\s+(?:regard|reference|giving\s+effect)\b[^,.]{{0,80}}(?=,)|\s+and\s+(?:(?:judicial\s+)?decisions|(?:public\s+)?polic(?:y|ies)|statutes|regulations))?,?\s*(?:of|in(?:\s+force|\s+effect)?(?:\s+in)?),?\s+(?:the\s+)?(?:(?:internal|substantive)\s+laws?\s+of\s+)?{STATE_OF}({PLACE})\b"
    rf"|\b(?:governed|construed)\b[^.]{{0,120}}?\b(?:under|by|with|(?:according|pursuant)\s+to)\s+(?:the\s+)?({PLACE}|English)\s+(?:law|substantive)\b"
    rf"|\b(?:governing|applicable)\s+law\s*[:.–-]+\s*(?:the\s+)?(?:laws?\s+of\s+)?{STATE_OF}({PLACE})\b"
    # "made under the laws of the State of Ohio, and shall be governed by the laws of said State".
    rf"|\b(?:(?:in|of)\s+the\s+(?:State|Commonwealth|Province)\s+of|County,)\s+({PLACE})\b[^.;]{{0,160}}?\b(?:governed|construed|interpreted)\b[^.;]{{0,80}}\b(?:laws?\s+of\s+(?:said|such|that)\s+(?:State|Commonwealth|Province|jurisdiction)|laws\s+thereof)\b"
    rf"|\blaws?(?:\s*\((?=[^()]{{0,160}}\b(?:conflicts?|choice|regard|giving\s+effect)\b)[^()]{{0,160}}\)|,\s*without\s+(?=[^,.]{{0,100}}\b(?:conflicts?|choice|regard|giving\s+effect)\b)[^,.]{{0,100}},)?\s+of\s+{STATE_OF}({PLACE})\b[^.]{{0,160}}?\b(?:governs?|shall\s+govern|shall\s+(?:apply|control)|controls?|appl(?:y|ies)\s+to\s+this|appl(?:y|ies)(?=\.))\b|\b({PLACE}|English)\s+law\s+(?:governs|shall\s+govern|applies)\b"
    # "executed as a sealed instrument under the laws of"
    rf"|\bsealed\s+instrument,?\s+under\s+the\s+laws?\s+of\s+{STATE_OF}({PLACE})\b"
    rf"|\b(?:determined|interpreted|enforced|resolved)\s+(?:under|in\s+accordance\s+with|according\s+to|by)\s+the\s+(?:internal\s+|substantive\s+)?laws?\s+of\s+{STATE_OF}({PLACE})\b",
    regex.I | regex.S,
    # Bare cues: with what has to follow behind any number of words, RE2 would read the same sentences over and over.
    start=r"\b(?:(?:governed|construed|interpreted|enforced|controlled|read|determined|resolved|applied\s+in\s+accordance|governing\s+law"
    r"|applicable\s+law|made\s+under|sealed\s+instrument|subject\s+to|laws?\s+of|laws?,?\s+without)\b|\blaws?\s*\("
    rf"|(?:{PLACE}|English)\s+law\s+(?:governs|shall|applies)"
    rf"|\b(?:(?:in|of)\s+the\s+(?:State|Commonwealth|Province)\s+of|County,)\s+{PLACE}\b)",
)
# "the laws of the United States and the State of Ohio": the state's is meant.
_AND_STATE = regex.compile(
    rf"(?<=\bUnited\s+States(?:\s+of\s+America)?)[\s,]+(?:and\s+)?(?:of\s+)?(?:the\s+)?(?:State|Commonwealth)\s+of\s+({PLACE})\b",
    regex.I,
)
# "This provision binds the guarantors too and is governed by": the law of that clause, if the whole is not named after it.
_OF_CLAUSE = regex.compile(
    r"\b(?:This|THIS|Such|SUCH)\s+(?i:provision|clause|paragraph|subsection)\b"
    r"(?:(?!(?i:\bthis\s+(?!section|article|paragraph)|\bthe\s+(?:\w+\s+){0,2}(?:agreement|documents|notes?)\b))[^.])*$"
)
# "a commercial bank organized under the laws of Canada": whose law that is.
_OF_COMPANY = regex.compile(
    r"\b(?:bank|corporation|compan(?:y|ies)|partnership|association|trust|institution|entity|person)\b[^.;]{0,30}?"
    r"\b(?:organi[sz]ed|incorporated|formed|established|chartered|constituted|registered)\b[^.;]{0,60}?"
    r"\bunder\s+(?:and\s+by\s+virtue\s+of\s+)?(?:the\s+)?laws?\b(?![^.;]*\b(?:govern|constru))",
    regex.I,
)
# What no clause of law begins with that says nothing else of it.
_BY_THE_WAY = regex.compile(r"(?:subject\s+to|made\s+under|read)\b", regex.I)
_CLOSE = 120
# Characters before the word in which a clause of law begins, and behind it in which it ends.
_BEFORE_WORD, _BEHIND_WORD = 600, 1000


def find(parts: Parts) -> list[Mention]:
    """The governing law (label ``law``), at most one: of the instrument before that of its annexes."""
    annexed: list[Mention] = []
    for found in (found for stretch in _of_laws(parts.view) for found in _LAW.finditer(parts.view, *stretch)):
        if _OF_CLAUSE.search(parts.view, max(0, found.start() - _CLOSE), found.start()):
            continue
        if found.group(1) and _BY_THE_WAY.match(found.group()) and _OF_COMPANY.search(found.group()):
            continue
        place, stop = next((g, found.end(i)) for i, g in enumerate(found.groups(), 1) if g)
        if state := _AND_STATE.match(parts.view, stop):
            place = state.group(1)
        mention = Mention(found.start(), found.end(), "law", "law.clause", {"value": ordinary(place)})
        # "Except to the extent that the laws of the United States apply": the state's law governs.
        if parts.section_at(found.start()) != "annex" and not ordinary(place).startswith("United States"):
            return [mention]
        annexed.append(mention)
    # An annexed agreement names other laws too, for single matters; its own it names most often.
    often = Counter(m.data["value"] for m in annexed if not m.data["value"].startswith("United States"))
    return [m for m in annexed if not often or m.data["value"] == often.most_common(1)[0][0]][:1]


def _of_laws(view: str) -> list[tuple[int, int]]:
    """Stretches in which a law may be named, that do not overlap: around the word, which every clause of law has."""
    words = places("law", lowered(view))
    return merged((max(0, at - _BEFORE_WORD), min(len(view), at + _BEHIND_WORD)) for at in words)
