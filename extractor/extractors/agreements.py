"""Agreements that the text names with their dates, and which of them the instrument amends."""

from typing import NamedTuple

import regex

from extractor.extractors.roles import terms_in
from extractor.extractors.titles import ACT, object_of
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.scan import Scan

_NOUN = r"(?:Agreement|AGREEMENT|Note|NOTE|Notes|NOTES|Indenture|INDENTURE|Debenture|DEBENTURE|Facility|FACILITY|Facilities|Commitment\s+Letter|Letter\s+Agreement|Deed|Contract|Undertaking|agreement|note)"
_WORD = r"(?:[A-Z][\w&'/.-]*|\d+-[A-Z]\w+)"
_TAIL = rf"(?:\s+(?:for|of)\s+(?!(?:the\s+)?(?:Maker|Borrower|Company|Lender|Bank|Holder)s?\b)(?:(?:and|other|the)\s+)?(?:{_WORD}\s*(?:and\s+other\s+)?){{1,6}}(?=\s*(?:dated\b|,)))?(?:\s+\([A-Z][A-Za-z\s]{{2,40}}\))?"
TITLE = Scan(
    rf"(?<![\w-])((?:{_WORD}(?:,(?=\s+[A-Z]))?\s+|(?:and|of|for|the|or|on)\s+(?=(?:(?:and|of|for|the|or|on)\s+)?{_WORD})|\([A-Z][^()]{{1,40}}\)\s+){{0,12}}?(?:{_NOUN})(?![\w-])(?!\s+(?:{_NOUN}|FACILIT|Facilit|CREDIT|Credit)){_TAIL})"
)
# Cues that a date is the date of what was named just before.
_DATED = regex.compile(
    r"^[\s,(]*(?:(?:No\.?|Number)\s*\S{1,12}[\s,]*)?(?:\((?:the\s+)?\"[^\"]{1,40}\"\)[\s,]*)?(?:(?:made|entered\s+into|executed|originally|effective|as|each|bearing|and|is|was|which\s+is|date)[\s,]+){0,4}(?:dated|date|made|as)\b(?:\s+(?:as|effective|of|the|on|for\s+reference|for\s+convenience|this|as\s+of\s+the))*[\s,]*$",
    regex.I,
)
_BETWEEN_THEN_DATED = regex.compile(
    r"\b(?:dated|date|made|as|entered\s+into)\b(?:\s+(?:as|effective|of|the|on|in|this))*[\s,]*$", regex.I
)
_STOP = regex.compile(r"\bWHEREAS\b|[.;]\s+(?=[A-Z\"(])(?<!\b(?:Inc|Corp|Ltd|Co|No|N\.A|L\.P|St|Mr|U\.S)[.;]\s{1,3})")
_SECURITY = regex.compile(
    r"\b(?:security|pledge|guarant\w+|intercreditor|subordination|mortgage|fee|assignment|warrant|registration|purchase|collateral|lock-?box|blocked|swap|hedg\w+|employment|trust|environmental|stock|participation|escrow|merger|contribution)\b",
    regex.I,
)
_LOAN = regex.compile(
    r"\b(?:credit|loan|note|facilit\w+|reimbursement|financing|revolving|term|line|borrowing|indenture|debenture)\b",
    regex.I,
)
_BOUNDARY = regex.compile(
    rf"\b{ACT}\s+(?:(?:No\.?|Number|#)?\s*\w+\s+)?(?:to|of|under)\s+(?:the\s+|that\s+certain\s+|said\s+)?$", regex.I
)
_AFTER_TERM = regex.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


_NEXT = regex.compile(rf"(?<!Amendment\s+)(?:{_NOUN})\b[\s,]+dated\b")


_ACT_TO = regex.compile(
    rf"(?:[\w'#.&-]+\s+){{0,6}}?{ACT}\s+(?:(?:No\.?|Number|#)?\s*\w{{1,12}}\s+)?(?:TO|OF|to|of)\s+(?:(?:THE|the)\s+)?",
    regex.I,
)


class Agreement(NamedTuple):
    """An agreement's mention: its title, the date that stands with it, the terms by which it is called."""

    start: int
    end: int
    date: DateMatch | None
    amended: bool  # the title is but the object of an amendment's name


def mentions(view: str, start: int, end: int, dates: list[DateMatch]) -> list[Agreement]:
    """Agreements named between two offsets, with the date of each where one is given."""
    inside = [d for d in dates if start <= d.start < end]
    found = []
    # In quotes it is but the term by which something named before goes.
    titles = [m for m in TITLE.finditer(view, start, end) if view[m.start() - 1 : m.start()] != '"']
    for k, match in enumerate(titles):
        a, b = match.span(1)
        a += _lead(view[a:b])
        act = _ACT_TO.match(view[a:b])
        a += act.end() if act else 0
        limit = titles[k + 1].start() if k + 1 < len(titles) else end
        found.append(
            Agreement(
                a,
                b,
                _date_of(view, b, min(limit, b + 700), inside),
                bool(act) or bool(_BOUNDARY.search(view, max(0, a - 60), a)),
            )
        )
    return found


def _lead(title: str) -> int:
    """Length of the words before a title that are none of it."""
    skip = cached.match(
        r"(?:(?:The|THE|This|THIS|That|Said|A|An|Each|Such|WHEREAS|In|Section|NOW|By|As|(?:(?:Lender|Bank|Holder|Borrower|Company|Purchaser|Maker)(?:'s|s')|(?:Lender|Bank|Holder|Purchaser)s)|to|TO|of|OF|and|AND|the|Whereas|Reference|Certain|CERTAIN|Existing|certain)\s+)+",
        title,
    )
    return skip.end() if skip else 0


def _date_of(view: str, at: int, limit: int, dates: list[DateMatch]) -> DateMatch | None:
    for date in dates:
        if date.start < at:
            continue
        if date.start >= limit:
            return None
        between = view[at : date.start]
        if _DATED.match(between):
            return date
        if len(between) > 60 and _STOP.search(between):
            return None
        # "Credit Agreement among A, B and C dated as of ...": the first date, unless something else was named before.
        if _BETWEEN_THEN_DATED.search(between) and not cached.search(rf"\b{ACT}\b|\bamended\b", between, regex.I):
            return date
        return None
    return None


def find(parts: Parts, dates: list[DateMatch], title: str | None, own: str | None) -> list[Mention]:
    """The agreement that the instrument amends (label ``agreement``), at most one.

    Args:
        parts: the text.
        dates: its dates, in order.
        title: the instrument's title.
        own: the instrument's own date.
    """
    view = parts.view
    start, _ = parts.span("opening")
    end = parts.span("recitals")[1] or parts.span("opening")[1]
    operative = parts.span("operative")
    wanted = object_of(title) if title else None
    best: tuple[float, Agreement] | None = None
    for zone_start, zone_end, bonus in ((start, end, 1.0), (end, min(operative[1], end + 3500), 0.0)):
        for agreement in mentions(view, zone_start, zone_end, dates):
            score = _score(view, agreement, wanted, own, bonus, zone_start)
            if score is not None and (best is None or score > best[0]):
                best = (score, agreement)
        if best is not None and best[0] >= 3:
            break
    if best is None:
        return []
    agreement = best[1]
    return [
        Mention(
            agreement.start,
            agreement.end,
            "agreement",
            "agreement.recital" if agreement.date else "agreement.title",
            {
                "title": " ".join(view[agreement.start : agreement.end].split()),
                "dated": agreement.date.value if agreement.date else None,
                "date_span": [agreement.date.start, agreement.date.end] if agreement.date else None,
                "terms": _terms(view, agreement),
            },
        )
    ]


def _terms(view: str, agreement: Agreement) -> list[str]:
    """Terms defined in the brackets behind the agreement's date, up to the sentence's end."""
    at = agreement.date.end if agreement.date else agreement.end
    terms = []
    for found in _AFTER_TERM.finditer(view, at, min(len(view), at + 3000)):
        if _STOP.search(view, at, found.start()) or _NEXT.search(view, at, found.start()):
            break
        terms += [
            t
            for t in terms_in(found.group(1))
            if cached.search(r"Agreement|Note|Facility|Indenture|Loan|Document", t, regex.I)
        ]
    return terms


def _score(
    view: str, agreement: Agreement, wanted: str | None, own: str | None, bonus: float, zone: int
) -> float | None:
    title = view[agreement.start : agreement.end]
    if cached.search(rf"\b{ACT}\b", title, regex.I) and not cached.search(
        r"\bamended\s+and\s+restated\b", title, regex.I
    ):
        return None
    if not cached.match(r"[A-Z0-9]", title) or not (
        _LOAN.search(title) or wanted or cached.search(r"agreement", title, regex.I)
    ):
        return None
    if cached.match(r"(?:\w+\s+)?(?:Loan|LOAN|Note|NOTE|Notes)$", title) and agreement.date is None:
        return None
    if cached.fullmatch(r"Agreements?|AGREEMENT", title):
        if cached.search(r"\b(?:and|,)\s+$", view[max(0, agreement.start - 6) : agreement.start], regex.I):
            return None
        bonus -= 1
    score = bonus
    if agreement.date is not None:
        score += 3
        if own is not None and agreement.date.value == own:
            score -= 2.5
    if agreement.amended:
        score -= 3
    if _SECURITY.search(title) and not (wanted and _SECURITY.search(wanted)):
        score -= 2
    if wanted:
        one, two = _words(wanted), _words(title)
        score += 2.5 * len(one & two) / max(1, len(one | two))
    elif _LOAN.search(title):
        score += 1
    if _terms(view, agreement):
        score += 0.8
    return score - (agreement.start - zone) / 20_000


def _words(title: str) -> set[str]:
    return set(cached.findall(r"\w+", title.lower())) - {"the", "to", "and", "of", "a", "for"}
