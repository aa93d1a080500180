"""Agreements as texts name them: a title, the date that stands with it, the terms by which it goes."""

from typing import NamedTuple

import regex

from extractor.extractors.roles import terms_in
from extractor.extractors.titles import ACT
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.scan import Scan

_NOUN = r"(?:Agreements?|AGREEMENTS?|Note|NOTE|Notes|NOTES|Indenture|INDENTURE|Debenture|DEBENTURE|Facility|FACILITY|Facilities|Commitment\s+Letter|Letter\s+Agreement|Deed|Contract|Undertaking|agreement|note)"
_WORD = r"(?:[A-Z][\w&'/.-]*|\d+-[A-Z]\w+|\d{1,2}(?:\.\d+)?%)"
# Words behind a noun that make it the beginning of a longer title: "Note Purchase Agreement", "Note and Warrant Purchase Agreement".
_LONGER = r"(?:(?:(?:and|&)\s+)?(?:(?:Warrant|Loan|Security|SECURITY|Guaranty|Pledge|Reimbursement|Term)\s+)?(?:(?:Purchase|PURCHASE|Issuance|Exchange)\s+)?)?"
_TAIL = rf"(?:\s+(?:for|of)\s+(?!(?:the\s+)?(?:Maker|Borrower|Company|Lender|Bank|Holder)s?\b)(?:(?:and|other|the)\s+)?(?:{_WORD}\s*(?:and\s+other\s+)?){{1,6}}(?=\s*(?:dated\b|,)))?(?:\s+\([A-Z][A-Za-z\s]{{2,40}}\))?"
_TITLE = Scan(
    rf"(?<![\w-])((?:{_WORD}(?<![A-Za-z]{{4}}\.)(?:,(?=\s+[A-Z]))?\s+|(?:and|of|for|the|or|on)\s+(?=(?:(?:and|of|for|the|or|on)\s+)?{_WORD})|\([A-Z][^()]{{1,40}}\)\s+){{0,12}}?(?:{_NOUN})(?![\w-])(?!\s+{_LONGER}(?:{_NOUN}|FACILIT|Facilit|CREDIT|Credit)){_TAIL})",
    start=rf"(?:{_WORD},?\s+|(?:and|of|for|the|or|on)\s+|\([A-Z][^()]{{1,40}}\)\s+){{0,12}}?(?:{_NOUN})",
)
# "a building loan agreement between A and B dated ...": titles in small letters are made of few words.
_SMALL = (
    r"(?:amended|restated|senior|secured|unsecured|subordinated|master|building|construction|interim|bridge|mezzanine|acquisition|development"
    r"|commercial|business|demand|term|time|revolving|revolver|standby|working|capital|warehouse|warehousing|mortgage|inventory|floor|plan"
    r"|multicurrency|multi-currency|multi-option|dollar|sterling|currency|competitive|advance|syndicated|bilateral|committed|uncommitted"
    r"|loan|loans|credit|line|letter|facility|facilities|financing|funding|borrowing|reimbursement|note|notes|purchase|security|guaranty"
    r"|guarantee|pledge|convertible|promissory|balloon|installment|instalment|overdraft|export|import|trade|and|of)"
)
_SMALL_TITLE = Scan(
    rf"\b(?:an?|the|that|certain|said|separate|several|evidenced\s+by)\s+((?:{_SMALL},?\s+){{1,10}}?(?:agreements?|notes?|indenture|debenture|deed))\b(?!\s+(?:{_SMALL}\s+){{0,3}}(?:agreements?|notes?)\b)"
)
# Cues that a date is the date of what was named just before.
_DATED = regex.compile(
    r"^[\s,(]*(?:(?:No\.?|Number)\s*\S{1,12}[\s,]*)?(?:\((?:(?:as|the\s+same)\s[^()\"]{0,120},?\s+)?(?:(?:together\s+with|collectively)[^()\"]{0,80},\s+)?(?:the\s+)?\"[^\"]{1,40}\"\)[\s,]*)?(?:(?:made|entered\s+into|executed|originally|effective|as|each|bearing|and|is|was|which\s+is|date)[\s,]+){0,4}(?:dated|date|made|as)\b(?:\s+(?:as|effective|of|the|on|for\s+reference|for\s+convenience|this|as\s+of\s+the))*[\s,]*$",
    regex.I,
)
# "entered into a Loan Agreement on May 3, 1996", "a Loan Agreement of May 3, 1996".
_OF_OR_ON = regex.compile(r"^\s+(?:of|on)\s+$")
_CHANGES = regex.compile(r"\b(?:amend|modif|extend|waive|supplement|restat|chang)\w*\b[^.;]{0,60}$", regex.I)
# "On May 3, 1996 the Lender made a loan under a Loan Agreement of that date".
_SAME_DAY = regex.compile(
    r"[\s,]+(?:(?:of|dated|bearing)\s+(?:that|the\s+same|like)\s+date\b(?!\s+herewith)|of\s+even\s+date\s+(?:therewith|with\s+(?:the|that|said)\s+\w+)\b)"
)
_BETWEEN_THEN_DATED = regex.compile(
    r"\b(?:(?:dated|date|made|as|entered\s+into)\b(?:\s+(?:as|effective|of|the|on|in|this))*|(?:made|entered\s+into|executed)\s[^.;]{0,160}\bon)[\s,]*$",
    regex.I,
)
# "On March 1, 1999, Maker executed and delivered that certain Note": the date stands first.
_ON = regex.compile(r"\b(?:[Oo]n(?:\s+or\s+about)?|ON|[Aa]s\s+of)\s*$")
_THEN_MADE = regex.compile(
    r"\b(?:entered\s+into|executed|issued|delivered|made|signed|obtained|sold)\b(?![^.;]{0,200}\b(?:amend|modif|extend|waive|restat|supplement))[^.;()]{0,160}$",
    regex.I,
)
STOP = regex.compile(r"\bWHEREAS\b|[.;]\s+(?=[A-Z\"(])(?<!\b(?:Inc|Corp|Ltd|Co|No|N\.A|L\.P|St|Mr|U\.S)[.;]\s{1,3})")
_BOUNDARY = regex.compile(
    rf"\b{ACT}\s+(?:(?:No\.?|Number|#)?\s*\w+\s+)?(?:to|of|under)\s+(?:the\s+|that\s+certain\s+|said\s+)?$"
    # "Assignment of Agency with respect to Loan Agreement and Other Loan Documents dated ..."
    r"|(?-i:\bA(?:ssignment|SSIGNMENT|ssumption|SSUMPTION))\b(?:\s+of\s+(?:\w+\s+){1,2})?\s*(?:with\s+respect\s+to|regarding|relating\s+to|under)\s+(?:the\s+)?$",
    regex.I,
)
_AFTER_TERM = regex.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_NEXT = regex.compile(rf"(?<!Amendment\s+)(?:{_NOUN})\b[\s,]+dated\b")
_ACT_TO = regex.compile(
    rf"(?:[\w'#.&-]+\s+){{0,6}}?{ACT}\s+(?:(?:No\.?|Number|#)?\s*\w{{1,12}}\s+)?(?:TO|OF|to|of)\s+(?:(?:THE|the)\s+)?",
    regex.I,
)
_NO_PART = regex.compile(
    r"(?:(?:The|THE|This|THIS|That|Said|A|An|Each|Such|WHEREAS|In|Section|NOW|By|As|(?:(?:Lender|Bank|Holder|Borrower|Company|Purchaser|Maker)(?:'s|s')|(?:Lender|Bank|Holder|Purchaser)s)|to|TO|of|OF|and|AND|the|Whereas|Reference|Certain|CERTAIN|Existing|certain)\s+)+"
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
    # In quotes it is but the term by which something named before goes.
    named = [m.span(1) for m in _TITLE.finditer(view, start, end) if view[m.start() - 1 : m.start()] != '"']
    spans = [(a, b) for a, b in ((_begin(view, a, b), b) for a, b in named) if not view[a].islower()]
    small = [m.span(1) for m in _SMALL_TITLE.finditer(view, start, end)]
    spans = sorted([*spans, *(s for s in small if not any(a <= s[0] < b for a, b in spans))])
    found = []
    for k, (a, b) in enumerate(spans):
        act = _ACT_TO.match(view[a:b])
        a += act.end() if act else 0
        limit = spans[k + 1][0] if k + 1 < len(spans) else end
        date = (
            _date_of(view, b, min(limit, b + 700), inside)
            or _date_before(view, a, inside)
            or _same_day(view, a, b, inside)
        )
        if date is None and not cached.match(r"[A-Z\d]", view[a:b]):
            continue
        found.append(Agreement(a, b, date, bool(act) or bool(_BOUNDARY.search(view, max(0, a - 60), a))))
    return found


def _begin(view: str, start: int, end: int) -> int:
    """Where a title begins, behind the words before it that are none of it."""
    skip = _NO_PART.match(view, start, end)
    return skip.end() if skip and skip.end() < end else start


def _date_of(view: str, at: int, limit: int, dates: list[DateMatch]) -> DateMatch | None:
    for date in dates:
        if date.start < at:
            continue
        if date.start >= limit:
            return None
        between = view[at : date.start]
        if _DATED.match(between) or (_OF_OR_ON.match(between) and not _CHANGES.search(view, max(0, at - 100), at)):
            return date
        if len(between) > 60 and STOP.search(between):
            return None
        # "Credit Agreement among A, B and C dated as of ...": the first date, unless something else was named before.
        if _BETWEEN_THEN_DATED.search(between) and not cached.search(rf"\b{ACT}\b|\bamended\b", between, regex.I):
            return date
        return None
    return None


def _date_before(view: str, at: int, dates: list[DateMatch]) -> DateMatch | None:
    for date in reversed(dates):
        if date.end > at:
            continue
        between = view[date.end : at]
        if len(between) > 240 or not _ON.search(view, max(0, date.start - 16), date.start):
            return None
        return date if _THEN_MADE.search(between) and not STOP.search(between) else None
    return None


def _same_day(view: str, start: int, end: int, dates: list[DateMatch]) -> DateMatch | None:
    """The date told earlier in the sentence, on which an agreement "of that date" was made."""
    if not _SAME_DAY.match(view, end):
        return None
    told = [d for d in dates if start - 500 < d.end <= start and not STOP.search(view, d.end, start)]
    return told[-1] if told else None


def terms_of(view: str, agreement: Agreement) -> list[str]:
    """Terms defined in the brackets behind the agreement's name and date, up to the sentence's end."""
    at = agreement.end
    end = max(agreement.date.end, agreement.end) if agreement.date else agreement.end
    terms = []
    for found in _AFTER_TERM.finditer(view, at, min(len(view), end + 3000)):
        if STOP.search(view, at, found.start()) or _NEXT.search(view, at, found.start()):
            break
        terms += [
            t
            for t in terms_in(found.group(1))
            if cached.search(r"Agreement|Note|Facility|Indenture|Loan|Document", t, regex.I)
        ]
    return terms
