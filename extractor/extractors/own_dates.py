"""The instrument's own date, and the date on which it says that it takes effect."""

import regex

from extractor.extractors.titles import ACT
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.rare import RareScan

_OWN_CUE = regex.compile(
    r"\b(?:dated|made|entered\s+into|executed|effective|given|date)\b(?:(?:\s+and\s+|\s*,\s*)(?:entered\s+into|executed|delivered|effective|dated|made))*(?:\s*,)?(?:\s+(?:as|of|on|the|this|effective|date|for\s+reference(?:\s+purposes)?(?:\s+only)?|for\s+purposes|with\s+effect\s+from))*[\s,:]*$|\b(?:as\s+of|this|on)(?:\s+the)?\s*$",
    regex.I,
)
_STRONG = regex.compile(
    r"\b(?:is|are|was|and)\s+(?:hereby\s+)?(?:made|dated|entered|executed|effective)|\b(?:made|entered\s+into)\b",
    regex.I,
)
_LETTER = regex.compile(r"\s*(?:Re|Reference|Subject|Ladies|Gentlemen|Dear)\b", regex.I)
# "made effective as of the date set forth above"
_DATE_ABOVE = regex.compile(r"\bthe\s+date\s+(?:first\s+)?(?:set\s+forth|written|stated|given)?\s*above\b", regex.I)
_NOTE = regex.compile(r"\s*FOR\s+VALUE\s+RECEIVED\b", regex.I)
_OF_AGREEMENT = regex.compile(
    r"\b(?:Agreement|AGREEMENT|Note|NOTE|Indenture|Facility)\b(?:\s*\([^()]*\))?[\s,]*(?:(?:dated|made|entered\s+into|originally|and|as|of|the|on|date)\b[\s,]*)*$"
)
_TO = regex.compile(
    rf"\b{ACT}\b[^,;]{{0,20}}?(?:\([^()]{{0,60}}\)\s*,?\s*)?\b(?:to|of|under)\b[^;]*$", regex.I | regex.S
)
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
    r"(?:\beffective(?:ness)?(?:\s+date)?\b(?:,\s*except\s[^,()]{0,60},|\s+(?:and\s+(?:binding|enforceable|operative)|retroactively|immediately|for\s+all\s+purposes|only|hereof|of\s+this\s+\w+))?[\s,:\"]*(?:is|shall\s+be|as\s+of|on|to|from|means|shall\s+mean)?(?:\s+(?:as|of|on|from|the|and|date|after|for\s+all\s+purposes|means|deemed|to\s+be|effective|(?:close|opening)\s+of\s+business))*[\s,:\"]*|\b(?:with|takes?|taking|taken)\s+effect\s+(?:on\s+and\s+)?(?:as\s+of|from|on)(?:\s+and\s+after)?\s*(?:the\s+(?:close|opening)\s+of\s+business\s+on\s+)?)$",
    regex.I,
)
_EFFECTIVE_AFTER = regex.compile(
    r"^[\s,]*\(?\s*(?:the|herein(?:after)?(?:\s+called)?(?:\s+the)?)?\s*\"(?:(?:[\w.]+\s+){0,4}Effective|Amendment)\s+Date\""
    r"|^[\s,]*(?:\([^()]{0,40}\)[\s,]*)?which\s+(?:date\s+)?(?:is|shall\s+be)\s+the\s+effective\s+date\s+(?:hereof|of\s+this)\b",
    regex.I,
)
_TERM_OF_DATE = regex.compile(r"\s*\(\s*(?:the\s+)?\"([^\"]{3,40}\sDate)\"\s*\)")
# How far from its first character the top goes of a text that nobody signs, where a date may stand by itself.
_TOP = 600
# How far before its last one the foot begins, where the date of signatures stands that run on in a paragraph.
_FOOT = 1500
_SIGNED_ON = regex.compile(r"\b(?:Date|DATE)\s*:?\s*$")
_BESIDE = regex.compile(r"\bDated?\b(?:\s+signed)?\s*:?(?:\s+as\s+of)?\s*$", regex.I)
# "This Security Agreement (this "Agreement") dated ...": the bracket says whose date follows.
_THIS_ONE = regex.compile(
    r"\(\s*this\s+\"[^\"]{1,40}\"\s*\)[\s,]*(?:is\s+)?(?:dated|made|effective)?(?:\s+(?:and|as|of|effective))*\s*$",
    regex.I,
)
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
    r"(?:^|[.:;]\s+|\n\s*)(?:\w{1,2}\.\s+)?This\s+[A-Z][^.;]{0,260}\band\s+is\s+effective\s+(?:as\s+of|on)\s+$"
)
_ACTS_AFTER = regex.compile(
    r"[\s,]*(?:the\s+|each\s+of\s+the\s+)?(?:[A-Z][\w'-]*\s+){0,6}?(?:Agreements?|Notes?|Indenture|Documents?)\s+(?:is|are|shall\s+be)\s+(?:hereby\s+)?(?:amended|modified)\b"
)
# "on a date not later than May 3, 1999 (the "Effective Date")": by when, not when.
_DEADLINE = regex.compile(r"\b(?:(?:not|no)\s+later\s+than|on\s+or\s+(?:before|prior\s+to)|prior\s+to)\s+$", regex.I)
_UNLESS_LATER = regex.compile(r"[\s,]*(?:or|and),?\s+(?:if\s+later|such\s+later|(?:the\s+)?later)\b", regex.I)
# "your retirement is effective May 1 (the "Effective Date")" is not the instrument's effect.
_LEAVES = regex.compile(r"\b(?:retire\w*|resign\w*|separat\w*|employment|terminat\w*)\b[^.]*$", regex.I)
_OTHER_EFFECT = regex.compile(
    r"\b(?:registration|statement|merger|plan|such|definition|fiscal|interest|rate|margin|section|sub-?section|clause|paragraph|calendar|quarter|month|became|was)\b[^.]{0,40}$"
    # "a Modification Agreement dated effective April 6, 1992" is another instrument.
    r"|\bdated(?:\s+or)?\s*$",
    regex.I,
)


def dated(parts: Parts, dates: list[DateMatch]) -> list[Mention]:
    """The instrument's own date (label ``dated``), at most one."""
    start, end = parts.span("opening")
    # The note's date that an amendment's heading gives is not its own.
    amends = bool(cached.search(rf"\b{ACT}\b", parts.view[:start], regex.I))
    form = [d for d in dates if d.end <= end and d.value and _labelled(parts.view, d, amends)]
    if form:
        return [_mention(form[0], "dated", "dated.form")]
    letter = bool(_LETTER.match(parts.view, start))
    heading = [d for d in dates if d.end <= start + 5 and d.value]
    alone = [d for d in heading if len(d.value or "") == 10 and _alone(parts.view, d)]
    inside = [d for d in dates if start <= d.start < end and d.value]
    chosen = None if letter else _of_opening(parts.view, start, inside)
    if (
        chosen is not None
        and alone
        and not cached.search(ACT, parts.view[start : chosen.start], regex.I)
        and _OF_AGREEMENT.search(parts.view[start : chosen.start])
        and not cached.match(r"\s*This\b", parts.view[start : start + 20], regex.I)
    ):
        # "The Credit Agreement made as of ... is hereby modified": that is the agreement's date.
        return [_mention(alone[-1], "dated", "dated.heading")]
    if chosen is not None:
        return [_mention(chosen, "dated", "dated.opening")]
    if alone and letter:
        return [_mention(alone[-1], "dated", "dated.letter")]
    if alone and _NOTE.match(parts.view, start):
        return [_mention(alone[-1], "dated", "dated.heading")]
    for date in reversed(heading):
        if _OWN_CUE.search(parts.view, max(0, date.start - 60), date.start):
            return [_mention(date, "dated", "dated.heading")]
    if heading:
        return [_mention(heading[0], "dated", "dated.heading")]
    signed = _of_signatures(parts, dates)
    if signed is not None:
        return [_mention(signed, "dated", "dated.signatures")]
    unsigned = not parts.span("signatures")[1]
    above = unsigned or bool(_DATE_ABOVE.search(parts.view, 0, 3 * _TOP))
    top = next((d for d in dates if d.start < _TOP and d.value and (above or _alone(parts.view, d))), None)
    if top:
        return [_mention(top, "dated", "dated.top")]
    # Signatures that run on in a paragraph are no signature page, but their date stands at the text's end.
    foot = len(parts.view) - _FOOT
    last = [
        d for d in dates if d.start > foot and d.value and _SIGNED_ON.search(parts.view, max(0, d.start - 12), d.start)
    ]
    return [_mention(last[-1], "dated", "dated.signatures")] if last else []


def _of_signatures(parts: Parts, dates: list[DateMatch]) -> DateMatch | None:
    """The date beside the signatures: where each signer gives his own, the last of them."""
    start, end = parts.span("signatures")
    inside = [d for d in dates if start <= d.start < end and d.value]
    labelled = [d for d in inside if _BESIDE.search(parts.view[max(0, d.start - 30) : d.start])]
    first = next((d for d in inside if d.start < start + 600), None)
    if first is not None and first not in labelled:
        return first
    near = [d for d in labelled if d.start < labelled[0].start + 2500]
    return max(near, key=lambda d: (d.value or "", -d.start), default=None)


def _labelled(view: str, date: DateMatch, amends: bool) -> bool:
    """Whether a date stands in a form, behind "DATE:" at its line's start."""
    line = view[view.rfind("\n", 0, date.start) + 1 : date.start]
    what = "Agreement|Amendment" if amends else "Agreement|Amendment|Note"
    return bool(
        cached.search(
            rf"(?:^|\s{{2,}}|\t)\s*(?:Date|Dated)(?:\s+of\s+(?:this\s+)?(?:{what}))?\s*:\s*$",
            line,
            regex.I,
        )
    )


def _alone(view: str, date: DateMatch) -> bool:
    """Whether a date has its line for itself, as a letter's has; a note's may share it with the amount and the place."""
    before = cached.sub(
        r"^\s*(?:U\.?S\.?\s?)?\$[\d,]+(?:\.\d\d)?\s+", "", view[view.rfind("\n", 0, date.start) + 1 : date.start]
    )
    after = view[date.end : (view.find("\n", date.end) + 1 or len(view) + 1) - 1]
    return not before.strip(" ,") and not after.strip(" ,.")


def _of_opening(view: str, start: int, inside: list[DateMatch]) -> DateMatch | None:
    cued = []
    for date in inside:
        before = view[max(start, date.start - 120) : date.start]
        if _OWN_CUE.search(before) or _EFFECTIVE_AFTER.match(view[date.end : date.end + 120]):
            cued.append(date)
    if not cued:
        return None
    first = cued[0]
    before = view[start : first.start]
    if cached.match(r"\s*Reference\b", view[start : start + 20], regex.I):
        made = [d for d in cued if _STRONG.search(view[max(start, d.start - 50) : d.start])]
        return made[0] if made else None
    # "THIS AMENDMENT (...) TO THE CREDIT AGREEMENT dated as of X ... is entered into as of Y": Y is the instrument's.
    if len(cued) > 1 and _OF_AGREEMENT.search(before) and not _THIS_ONE.search(before):
        for other in cued[1:]:
            near = view[max(first.end, other.start - 60) : other.start]
            if _STRONG.search(near) and not _OF_AGREEMENT.search(near):
                return other
        if cached.search(rf"\b{ACT}\b", before, regex.I) and cached.search(r"\)\s*,?\s*(?:to|TO)\s+", before):
            return None
    return first


def _mention(date: DateMatch, label: str, rule: str) -> Mention:
    return Mention(date.start, date.end, label, rule, {"value": date.value})


def _of_a_definition(view: str, at: int) -> bool:
    """Whether an offset stands in the entry of a term that is defined, other than the date of effect itself."""
    before = view[max(view.rfind("\n\n", 0, at), at - 800, 0) : at]
    return bool(_IN_DEFINITION.search(before)) and not _OF_ITSELF.search(before)


def effective(parts: Parts, dates: list[DateMatch], own: str | None, agreement: str | None) -> list[Mention]:
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
        before = view[max(0, date.start - 90) : date.start]
        after = view[date.end : date.end + 120]
        # Words that the patterns cannot do without are looked for first, here and below.
        if "date" in after.lower() and _EFFECTIVE_AFTER.match(after):
            if (date.start > opening_end and _LEAVES.search(before)) or _DEADLINE.search(before):
                continue
            named.append((0, date, "effective.defined"))
        elif (
            "effect" in before.lower()
            and (found := _EFFECTIVE_BEFORE.search(before))
            and not _UNLESS_LATER.match(view, date.end, date.end + 60)
        ):
            head = before[: found.start()]
            if _OTHER_EFFECT.search(head) and date.start > opening_end:
                continue
            defined = bool(cached.search(r"Effective\s+Date", found.group()))
            in_opening = date.start < opening_end
            if (
                defined
                or in_opening
                or _OF_THIS.search(view[max(0, date.start - 300) : date.start])
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
        return [_mention(date, "effective", rule)]
    for found in _EFFECTIVE_HERE.finditer(view, start, end):
        if own is None or (
            _OTHER_EFFECT.search(view[max(0, found.start() - 50) : found.start()])
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
        return [_mention(acts[0], "effective", "effective.act")]
    return []
