"""The date on which an instrument says that it takes effect."""

import re

import regex

from extractor.extractors.own_dates import EFFECTIVE_AFTER, mention_of
from extractor.extractors.titles import ACT
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.rare import RareScan

_HERE = r"(?:its\s+(?:own\s+)?date\b|(?:the\s+)?(?:date\s+(?:hereof|of\s+this|first|(?:set\s+forth|referred\s+to)(?!\s+(?:in|on|by)\s+(?:such|any|its\s+(?:\w+\s+)?(?:notice|request)|the\s+(?:notice|applicable|relevant)))|above)|day\s+and\s+(?:the\s+)?year\s+first|first\s+date\s+(?:above|set|written)|date\s+and\s+year\s+first|same\s+date|date\s+of\s+(?:its\s+)?execution))"
_EFFECTIVE_HERE = RareScan(
    rf"\beffective\b(?:\s+(?:and\s+in\s+full\s+force(?:\s+and\s+effect)?|and\s+\w+|retroactively|immediately|only|for\s+all\s+purposes))?[\s,]+(?:as\s+of|on|from|upon)\s+(?:and\s+(?:as\s+of|after|from)\s+)?{_HERE}|\beffective\s+the\s+(?:day|date)\s+and\s+(?:the\s+)?(?:day|date|year)\s+first\b|\b(?:with|takes?|taking)\s+effect\s+(?:as\s+of|on|from)\s+{_HERE}"
    rf"|\"Effective\s+Date\"\s+(?:shall\s+)?means?\s+{_HERE}"
    rf"|\bas\s+of\s+(?:the\s+)?date\s+hereof\s*\(?\s*(?:the\s+)?\"[^\"]{{0,30}}Effective\s+Date\""
    rf"|\bas\s+of\s+{_HERE}[^.;(\"]{{0,30}}?(?:\(\s*(?:the\s+)?\"Effective\s+Date\"|,\s+which\s+(?:date\s+)?(?:is|shall\s+be)\s+(?:deemed\s+)?the\s+Effective\s+Date\b)",
    regex.I,
)
# A definition tells of another agreement "dated and effective as of the date hereof".
_IN_DEFINITION = regex.compile(r"\"\s*(?:shall\s+)?means?\b(?:[^.;]|\.(?!\s*$|\s+[\"A-Z])){0,600}$")
# "... and this Amendment shall be effective": what follows is said of the instrument, in whatever sentence it stands.
_OF_ITSELF = regex.compile(
    r"(?:[,;.]|\band)\s+this\s+(?:[A-Z][\w-]*\s+){0,3}(?:Amendment|Agreement|Waiver)\s+(?:is|shall|will|becomes?|takes?)\b[^.;,\"]{0,80}$"
)
_EFFECTIVE_BEFORE = regex.compile(
    r"(?:\beffective(?:ness)?(?:\s+date)?\b(?:,\s*except\s[^,()]{0,60},|\s+(?:and\s+(?:binding|enforceable|operative)|retroactively|immediately|for\s+all\s+purposes|only|hereof|of\s+this\s+\w+))?[\s,:\"]*(?:is|shall\s+be|as\s+of|on|to|from|means|shall\s+mean)?(?:\s+(?:as|of|on|from|the|and|date|after|for\s+all\s+purposes|means|deemed|to\s+be|effective|(?:close|opening)\s+of\s+business))*[\s,:\"]*|\b(?:with|takes?|taking|taken)\s+effect\s+(?:on\s+and\s+)?(?:as\s+of|from|on)(?:\s+and\s+after)?\s*(?:the\s+(?:close|opening)\s+of\s+business\s+on\s+)?|(?-i:Effective\s+Date\.\s+))$",
    regex.I,
)
_TERM_OF_DATE = regex.compile(r"\s*\(\s*(?:the\s+)?\"([^\"]{3,40}\sDate)\"\s*\)")
_ACTS_BEFORE = regex.compile(
    r"\b(?:(?:is|are|shall\s+be)\s+(?:hereby\s+)?(?:amended|waived|modified)|(?:hereby|lenders?|banks?|holders?|purchasers?|agent)\s+(?:hereby\s+)?(?:amends?|waives?|modif(?:y|ies)|consents?))\b[^.;]{0,40}$",
    regex.I,
)
_A_PART = regex.compile(
    r"(?<!\bsubject\s+to\s+)\b(?:section|sub-?section|definition|clause|paragraph|schedule|exhibit)s?\b(?:[^.;]|\.\d){0,80}$",
    regex.I,
)
# "the changes made by Sections 1 through 4 are effective as of ..."
_CHANGES = regex.compile(
    r"\b(?:changes|amendments|modifications)\s+(?:made|set\s+forth|contained|provided|effected)\b[^.;]{0,60}$", regex.I
)
# "This Covenant is executed upon ..., is a condition of it, and is effective as of ..."
_OF_THIS = regex.compile(
    r"(?:^|[.:;]\s+|\n\s*)(?:\w{1,2}\.\s+)?This\s+(?:[A-Z]|letter\b)(?:[^.;]|\.(?=\w)){0,290}\band\s+(?:is|becomes|(?:shall|will)\s+(?:be|become))\s+effective\s+(?:as\s+of|on)\s+$"
)
# "hereby waives the Specified Defaults, such waiver to be effective as of ..."
_SUCH_ACT = regex.compile(
    r"\b(?:such|which|said)\s+(?:waivers?|consents?|amendments?|modifications?)\s+(?:(?:is|are|shall|will|to|be)\s+)*$",
    regex.I,
)
_ACTS_AFTER = regex.compile(
    r"[\s,]*(?:that\s+)?(?:the\s+|each\s+of\s+the\s+)?(?:[A-Z][\w'-]*\s+){0,6}?(?:Agreements?|Notes?|Indenture|Documents?)\s+(?:is|are|shall\s+be)\s+(?:hereby\s+)?(?:amended|modified)\b"
)
# "on a date not later than May 3, 1999 (the "Effective Date")": by when, not when.
_DEADLINE = regex.compile(r"\b(?:(?:not|no)\s+later\s+than|on\s+or\s+(?:before|prior\s+to)|prior\s+to)\s+$", regex.I)
_BUT = regex.compile(r"\bbut\s+$")
_ROOM = re.compile(r"\s*\n\s*\n\s*\n\s*")
_UNLESS_LATER = regex.compile(r"[\s,]*(?:or|and),?\s+(?:if\s+later|such\s+later|(?:the\s+)?later)\b", regex.I)
# "your retirement is effective May 1 (the "Effective Date")" is not the instrument's effect.
_LEAVES = regex.compile(r"\b(?:retire\w*|resign\w*|separat\w*|employment|terminat\w*)\b[^.]*$", regex.I)
_OTHER_EFFECT = regex.compile(
    r"\b(?:registration|statement|merger|plan|such|definition|fiscal|interest|rate|margin|section|sub-?section|clause|paragraph|calendar|quarter|month|became|was)\b[^.]{0,40}$"
    # "a Modification Agreement dated effective April 6, 1992" is another instrument.
    r"|\bdated(?:\s+or)?\s*$",
    regex.I,
)


def find(parts: Parts, dates: list[DateMatch], own: str | None, agreement: str | None) -> list[Mention]:
    """The date on which the instrument itself says that it takes effect (label ``effective``), at most one.

    Args:
        parts: the text.
        dates: its dates, in order.
        own: the instrument's own date.
        agreement: the date of the agreement that it amends, whose "Effective Date" may be quoted here.
    """
    view = parts.view
    start = parts.span("opening")[0]
    end = (
        max(parts.span("signatures")[0] + 900, parts.span("operative")[1])
        if parts.span("signatures")[1]
        else parts.span("operative")[1]
    )
    opening_end = parts.span("opening")[1]
    named: list[tuple[int, DateMatch, str]] = []
    acts: list[DateMatch] = []
    for date in dates:
        if not (max(0, start - 400) <= date.start < end) or date.value is None:
            continue
        if date.value == agreement != own:
            continue
        before = _close(view, date.start)
        after = view[date.end : date.end + 120]
        # Words that the patterns cannot do without are looked for first, here and below.
        if "date" in after.lower() and EFFECTIVE_AFTER.match(after):
            if (date.start > opening_end and _LEAVES.search(before)) or _DEADLINE.search(before):
                continue
            named.append((0, date, "effective.defined"))
        elif (
            "effect" in before.lower()
            and (found := _EFFECTIVE_BEFORE.search(before))
            and not _UNLESS_LATER.match(view, date.end, date.end + 60)
        ):
            head = before[: found.start()]
            if _SUCH_ACT.search(head):
                acts.append(date)
                continue
            if _OTHER_EFFECT.search(head) and date.start > opening_end:
                continue
            defined = bool(cached.search(r"Effective\s+Date", found.group()))
            in_opening = date.start < opening_end
            if (
                defined
                or in_opening
                or _OF_THIS.search(view[max(0, date.start - 330) : date.start])
                or cached.search(rf"\b(?:this|hereof|{ACT})\b[^.]{{0,60}}$", head, regex.I)
            ):
                named.append((0 if in_opening or defined else 1, date, "effective.named"))
            elif _CHANGES.search(head) or (
                not _A_PART.search(head)
                and (_ACTS_BEFORE.search(head) or _ACTS_AFTER.match(view, date.end, date.end + 300))
            ):
                acts.append(date)
    if named:
        _, date, rule = min(named, key=lambda n: (n[0], n[1].start))
        return [mention_of(date, "effective", rule)]
    for found in _EFFECTIVE_HERE.finditer(view, start, end):
        if own is None or (
            # "Subject to the conditions of Section 4, but effective as of the date hereof, the Agreement is amended".
            not _BUT.search(view, max(0, found.start() - 10), found.start())
            and _OTHER_EFFECT.search(view[max(0, found.start() - 50) : found.start()])
            and found.start() < parts.span("signatures")[0]
        ):
            continue
        if _of_a_definition(view, found.start()):
            continue
        return [Mention(found.start(), found.end(), "effective", "effective.hereof", {"value": own})]
    for date in dates:
        # "dated June 1, 2004 (the "Third Amendment Date")", and further down "effective as of the Third Amendment Date".
        if start <= date.start < opening_end and date.value == own and (term := _TERM_OF_DATE.match(view, date.end)):
            said = r"\s+".join(map(regex.escape, term.group(1).split()))
            if found := cached.search(rf"\beffective\s+(?:as\s+of|on|from)\s+the\s+{said}\b", view[:end]):
                return [Mention(found.start(), found.end(), "effective", "effective.hereof", {"value": own})]
    # "The Loan Agreement is amended, effective May 1, 2001, as follows": unless its parts take effect one after the other.
    if len({d.value for d in acts}) == 1:
        return [mention_of(acts[0], "effective", "effective.act")]
    return []


def _close(view: str, at: int, reach: int = 90) -> str:
    """The text before an offset, without the room that a page's end takes."""
    near = view[max(0, at - reach) : at]
    if near.count("\n") < 3:
        return near
    return _ROOM.sub("\n", view[max(0, at - 3 * reach) : at])[-reach:]


def _of_a_definition(view: str, at: int) -> bool:
    """Whether an offset stands in the entry of a term that is defined, other than the date of effect itself."""
    before = view[max(view.rfind("\n\n", 0, at), at - 800, 0) : at]
    return bool(_IN_DEFINITION.search(before)) and not _OF_ITSELF.search(before)
