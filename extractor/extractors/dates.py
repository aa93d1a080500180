"""Every calendar date of the text, with what it is where its context says so."""

import regex

from extractor.nlp.mention import Mention, Parts
from extractor.values.dates import DateMatch

_MATURITY = regex.compile(
    r"(?:\b(?:maturity|matur(?:e|es|ing)|termination|expiration|expiry|expir(?:e|es|ing)|commitment\s+(?:end|expiration|termination)|final\s+payment|terminat(?:e|es|ing)|availability)\b(?:\s+date)?|\bdue\s+(?:and\s+payable\s+)?(?:in\s+full\s+)?on|\bpaid\s+in\s+full\s+(?:on|by|no\s+later\s+than))",
    regex.I,
)
# Between the cue and the date: what makes the date the one that stands.
_SETS = regex.compile(
    r"^[\s\"',)]*(?:\([^()]{0,60}\)\s*)?(?:(?:of|on)\s+(?:the|each|all)\s+[\w\s]{1,60}?)?(?:,?\s*(?:as\s+used\s+herein\s*,?)?\s*(?:shall\s+mean|means|shall\s+be|is|will\s+be|to\s+be|on|of|the\s+earlie(?:r|st)\s+(?:of|to\s+occur\s+of)|and\s+payable|in\s+full|:|-|–|=|from|until|to|extended|hereby|not\s+later\s+than|no\s+later\s+than|or\s+before|at\s+any\s+time|the\s+date|occurring|falls\s+on|\(?[aixy1]\)|;|,|\"|is\s+amended|amended|being|defined|as|means\s+that|it\s+is|which\s+is|now|current|new|same|shall)\b?[\s,:;(]*)*$",
    regex.I,
)
_REPLACES = regex.compile(r"\b(?:deleting|delete[ds]?|replac\w+|substitut\w+|changing|changed|striking|strike)\b", regex.I)
_EXTENDED = regex.compile(r"\b(?:extend(?:ed|s|ing)?|extension)\b[^.;]{0,200}?\b(?:to|until|through)\s+(?:and\s+including\s+)?$", regex.I | regex.S)
_FILED = regex.compile(r"\b(?:filed|filing)\b[^.\n]{0,40}$", regex.I)
_SCHEDULE = regex.compile(r"\b(?:insurance|lease|patent|permit|certificate|policy|quarter|fiscal|notice|period\s+ending|letters?\s+of\s+credit\s+(?:shall\s+)?expir|employment|registration|forbearance|standstill|waiver\s+period)\b", regex.I)


def find(parts: Parts, dates: list[DateMatch]) -> list[Mention]:
    """All dates (label ``date``) and impossible ones (label ``date_impossible``)."""
    view, found = parts.view, []
    for i, date in enumerate(dates):
        if date.problem is not None or date.value is None:
            found.append(Mention(date.start, date.end, "date_impossible", "date.impossible", {"text": " ".join(view[date.start : date.end].split())}))
            continue
        role, rule = _role(parts, dates, i)
        found.append(Mention(date.start, date.end, "date", rule, {"value": date.value, "role": role, "section": parts.section_at(date.start)}))
    return found


def _role(parts: Parts, dates: list[DateMatch], i: int) -> tuple[str, str]:
    view, date = parts.view, dates[i]
    before = view[max(0, date.start - 260) : date.start]
    sentence = regex.split(r"(?<!\b(?:No|Inc|Corp|N\.A|L\.P|Ltd|Co))[.;]\s+(?=[A-Z\"(])|\n[ \t]*\n[ \t]*\n", before)[-1]
    section = parts.section_at(date.start)
    if section == "heading" and _FILED.search(sentence):
        return "filing", "date.filed"
    if date.value is not None and len(date.value) == 10 and section != "annex" and _matures(view, sentence, dates, i):
        return "maturity", "date.maturity"
    return "other", "date.form"


def _matures(view: str, sentence: str, dates: list[DateMatch], i: int) -> bool:
    cues = list(_MATURITY.finditer(sentence))
    if not cues:
        return False
    date = dates[i]
    last = cues[-1]
    between = sentence[last.end() :]
    after = view[date.end : date.end + 160]
    if _SCHEDULE.search(sentence[max(0, last.start() - 60) : last.end() + 10]):
        return False
    # "from May 1, 2003 to May 1, 2004", "deleting the date X and substituting Y": the later one stands.
    if regex.match(r"[\s,\")]*(?:to|until|through)\s+(?:and\s+including\s+)?(?:[A-Z\"]|the\b)", after) and regex.search(r"\bfrom\s+\"?\s*$", sentence, regex.I):
        return False
    if _REPLACES.search(sentence) and regex.match(r"[\s,\")']*(?:(?:contained|set\s+forth|appearing|where|in|as|it|therein|thereof|with|by|and|to|is|for)\b|$)", after, regex.I):
        if regex.search(r"\b(?:substitut\w+|replac\w+|insert\w*|with|to)\b(?:(?!\bfor\b)[^.;]){0,80}$", sentence[max(0, _REPLACES.search(sentence).end()) :], regex.I):  # type: ignore[union-attr]
            return True
        return False
    if _SETS.match(between) or (_EXTENDED.search(sentence) and len(between) < 200):
        return True
    return bool(_EXTENDED.search(sentence))
