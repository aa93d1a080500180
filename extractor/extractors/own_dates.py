"""The instrument's own date."""

import regex

from extractor.extractors.titles import ACT
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.dates import DateMatch

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
EFFECTIVE_AFTER = regex.compile(
    r"^[\s,]*\(?\s*(?:the|herein(?:after)?(?:\s+called)?(?:\s+the)?)?\s*\"(?:(?:[\w.]+\s+){0,4}Effective|Amendment)\s+Date\""
    r"|^[\s,]*(?:\([^()]{0,40}\)[\s,]*)?which\s+(?:date\s+)?(?:is|shall\s+be)\s+the\s+effective\s+date\s+(?:hereof|of\s+this)\b",
    regex.I,
)
# How far from its first character the top goes of a text that nobody signs, where a date may stand by itself.
_TOP = 600
# How far before its last one the foot begins, where the date of signatures stands that run on in a paragraph.
_FOOT = 1500
_SIGNED_ON = regex.compile(r"\b(?:Date|DATE)\s*:?\s*$")
_BESIDE = regex.compile(r"\bDated?\b(?:\s+signed)?\s*:?(?:\s+as\s+of)?\s*$", regex.I)
# "This Security Agreement (this "Agreement") dated ...": the bracket says whose date follows.
# The paper that a trust goes by: "THE ROE TRUST, under agreement dated May 1, 1990".
_OF_TRUST = regex.compile(
    r"\b(?:(?:under|pursuant\s+to)\s+(?:(?:an?|the|that|certain|trust|irrevocable|revocable|living)\s+){0,4}(?:agreement|declaration|instrument|indenture|will|trust)(?:\s+of\s+trust)?|(?<!\b(?:of|in)\s+)trust|u/(?:a|d|d/?t|t/?a|a/?d))[\s,]+(?:dated|made|executed|entered\s+into|created|established)?(?:\s+(?:as|of|on))*\s*$",
    regex.I,
)
# "promises to pay ... on May 1, 2009": when a note is due.
_PROMISES = regex.compile(r"\bpromis\w+\s+(?:and\s+agrees?\s+)?to\s+pay\b", regex.I)
_DUE_ON = regex.compile(r"(?<!\b(?:dated|made|executed|given|delivered|issued)\s+)\bon(?:\s+the)?\s*$", regex.I)
# "amends, restates and replaces that certain note dated ...": another's date.
_REPLACED = regex.compile(
    r"\b(?:replaces|super[sc]edes|restates)\b[^.;]{0,80}\b(?:that|the)\s(?:[^.;]|\.(?=\d)){0,160}$", regex.I
)
_THIS_ONE = regex.compile(
    r"\((?:[^()\"]{0,100}\s)?\s*this\s+\"[^\"]{1,40}\"\s*\)[\s,]*(?:is\s+)?(?:dated|made|effective)?(?:\s+(?:and|as|of|effective))*\s*$",
    regex.I,
)


def dated(parts: Parts, dates: list[DateMatch]) -> list[Mention]:
    """The instrument's own date (label ``dated``), at most one."""
    start, end = parts.span("opening")
    # The note's date that an amendment's heading gives is not its own.
    amends = bool(cached.search(rf"\b{ACT}\b", parts.view[:start], regex.I))
    form = [d for d in dates if d.end <= end and d.value and _labelled(parts.view, d, amends)]
    if form:
        return [mention_of(form[0], "dated", "dated.form")]
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
        return [mention_of(alone[-1], "dated", "dated.heading")]
    if chosen is not None:
        return [mention_of(chosen, "dated", "dated.opening")]
    if alone and letter:
        return [mention_of(alone[-1], "dated", "dated.letter")]
    if alone and _NOTE.match(parts.view, start):
        return [mention_of(alone[-1], "dated", "dated.heading")]
    for date in reversed(heading):
        if _OWN_CUE.search(parts.view, max(0, date.start - 60), date.start):
            return [mention_of(date, "dated", "dated.heading")]
    if heading:
        return [mention_of(heading[0], "dated", "dated.heading")]
    signed = _of_signatures(parts, dates)
    if signed is not None:
        return [mention_of(signed, "dated", "dated.signatures")]
    unsigned = not parts.span("signatures")[1]
    above = unsigned or bool(_DATE_ABOVE.search(parts.view, 0, 3 * _TOP))
    top = next((d for d in dates if d.start < _TOP and d.value and (above or _alone(parts.view, d))), None)
    if top:
        return [mention_of(top, "dated", "dated.top")]
    # Signatures that run on in a paragraph are no signature page, but their date stands at the text's end.
    foot = len(parts.view) - _FOOT
    last = [
        d for d in dates if d.start > foot and d.value and _SIGNED_ON.search(parts.view, max(0, d.start - 12), d.start)
    ]
    return [mention_of(last[-1], "dated", "dated.signatures")] if last else []


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
    begin = view.rfind("\n", 0, date.start) + 1
    line = view[begin : date.start]
    if not line.strip() and begin:
        # The date stands below its label, at the right of a form's row.
        line = view[view.rfind("\n", 0, begin - 1) + 1 : begin - 1]
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
        if _OF_TRUST.search(before) or (_PROMISES.search(view, start, date.start) and _DUE_ON.search(before)):
            continue
        if _REPLACED.search(view, start, date.start):
            continue
        if _OWN_CUE.search(before) or EFFECTIVE_AFTER.match(view[date.end : date.end + 120]):
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


def mention_of(date: DateMatch, label: str, rule: str) -> Mention:
    return Mention(date.start, date.end, label, rule, {"value": date.value})
