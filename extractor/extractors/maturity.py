"""Which dates are the maturity, termination or expiry of a loan or commitment, as the instrument now sets or states it."""

import regex

from extractor.extractors.maturity_statements import CUE, NOT_A_LOAN, SENTENCES, WHEN_DUE, states
from extractor.nlp.mention import Parts
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.scan import Scan
from extractor.values.sieve import Sieve

# What stands between two dates is asked for all of what it may say.
_BETWEEN = Sieve()
# Debt that a loan agreement only tells of: the borrower's debentures, what it guarantees for others, what its schedules list.
_OTHER_DEBT = regex.compile(
    r"\b(?:(guarant(?:ee|y)\s+of\s+(?:the\s+)?(?:indebtedness|debt)|existing\s+(?:indebtedness|debt)|which\s+indebtedness)"
    r"|(debentures|(?:convertible|extendible|exchangeable)(?!\s+(?-i:(?:[A-Z][\w-]*\s+)?Loans?)\b))\b)"
    # "If the debentures are paid, the Term Loan matures": of another subject.
    r"(?:(?!(?<!\b(?:of|under|by|in|with|from|for|to)\s)\bthe\s+(?-i:(?:(?:Term|Revolving)\s+)?(?:Loan|Note|Commitment)s?)\b)[^;]){0,200}"
    r"\b(?:mature[sd]?|maturing|maturity\s+date\s+of)\b[^.;]{0,40}$",
    regex.I,
)
_CLOSES = regex.compile(r",?\s+respectively\b|[.;,)]|\s*\n")
# A short heading that says what the paragraph is about: "1. Due date. In Section 1 the words ..."
_HEADED = regex.compile(
    r"(?:^|\n|[.;:]\s|\)\s)\s*(?:(?:Sections?\s+|§\s*)?\d[\d.]*(?:\(\w{1,3}\))*\.?\s+){0,2}(?|\(((?:[\w'-]+\s+){0,5}[\w'-]+)\)|((?:[\w'-]+\s+){0,5}[\w'-]+))(?:\s*\((?:§|Sections?\s)[^()]{1,20}\))?\.\s*$",
    regex.I,
)
_ABOUT_TERM = regex.compile(r"^(?:the\s+)?(?:term|maturity|extension)(?:\s+of\b.*)?$", regex.I)
# Another term behind the old date: what follows is that one's.
_NEXT_TERM = _BETWEEN.compile(r"[,;]\s+(?:and\s+)?(?:in\s+)?the\s+definition\b", regex.I)
_MATURED = regex.compile(
    r"\bmatured\b[^.;\d]{0,40}$|\b(?:was|were)\s+(?:originally\s+|previously\s+)?(?:scheduled|set|due|to)\b[^.;]{0,60}$"
    r"|\bmatures?\s+(?:by|under|according\s+to|pursuant\s+to)\s+its\s+(?:own\s+)?terms\b[^.;]{0,30}$|\boriginal\s+maturity(?:\s+date)?\s+(?:of|was|being)\s+$"
    r"|\b(?:would|will)\s+otherwise\s+(?:expire|mature|terminate|fall\s+due|be\s+due)\b[^.;]{0,40}$",
    regex.I,
)
# What a recital tells of earlier changes.
_TOLD = regex.compile(r"\b(?:was|were|been)\b[^;]{0,60}\b(?:modified|extended|amended|renewed)\b", regex.I)
# What stands before or behind a date that holds no more, or is something else.
_GONE_BEFORE = regex.compile(
    r"\b(?:(?:former|prior|previous|old)\s+(?:\w+\s+)?(?:maturity|due|termination|expiration)\s+date\s+of|instead\s+of|in\s+lieu\s+of|rather\s+than|in\s+place\s+of|effective(?:\s+as\s+of)?|dated(?:\s+as\s+of)?)\s+[\"']?$",
    regex.I,
)
# "by substituting "May 1, 2006" for "November 18, 2003""
_GONE_FOR = regex.compile(
    r"\b(?:substitut|insert)\w*\s+(?:the\s+(?:date|words?|phrase)\s+)?[\"'][^\"']{4,60}[\"']\s+(?:for|in\s+(?:place|lieu)\s+of)\s+(?:the\s+(?:date|words?|phrase)\s+)?[\"']?$"
)
_GONE_AFTER = regex.compile(
    r"^[\"']?\.\s+(?:That|This|Such|Said)\s+date\s+is\s+(?:hereby\s+)?(?:changed|extended|amended)\b", regex.I
)
_SO_FAR = SENTENCES.compile(
    r"\b(?:scheduled\s+to|currently|presently|now|originally|(?:present|current|existing)\s+terms|(?:is|are)\s+to)\b"
    r"[^.;]{0,40}\b(?:matur\w*|expir\w*|terminat\w*|fall\w*|due)\b[^.;]{0,40}$",
    regex.I,
)
# "terminate on March 1, 2005, and the Borrower has requested that such date be extended"
_ASKED = regex.compile(
    r",?\s+(?:and|but)\s+(?:the\s+)?(?-i:[A-Z])[\w\s]{2,40}?\s+(?:has|have)\s+(?:requested|asked)\b[^.;]{0,80}\bexten",
    regex.I,
)
# The further items of a definition or an extension that goes by facilities.
_ITEM = regex.compile(
    r"^[\"']?(?:[^.;\n]|\.(?=\d)){0,200}?(?:[,;.]?\s*(?:and|or)?\s*\(\w{1,3}\)|;\s*(?:and\s+)?)\s*(?:(?:with\s+respect\s+to|in\s+the\s+case\s+of|for|as\s+to|in\s+respect\s+of)\s[^.;]{3,140},\s*$"
    r"|[^.;:]{3,60}:\s*to\s+$)"
    # "the Term A Loans are due on June 1, 2007 and the Term B Loans on June 1, 2009"
    r"|^,?\s*and\s+(?:that\s+of\s+)?the\s+(?:(?!(?:on|of|under|for|to|in)\b)[\w-]+\s+){0,5}(?:loans?|notes?|commitments?|facilit(?:y|ies))\s+(?:on|until|to)\s+$",
    regex.I,
)
# "provided that, if the Notes are outstanding, it means": a further date on a condition.
_OTHERWISE = regex.compile(
    r"[,;\s]*(?:and\s+)?provided\b[^.;]{0,260}\b(?:it|such\s+(?:date|term)|the\s+((?-i:[A-Z]\w+\s+){1,4}))\s*(?:shall\s+)?(?:means?|be|is)\s+$"
    # "June 28, 2002, or if the Borrower has extended the Term, August 30, 2002"
    r"|,?\s+or,?\s+if\b[^.;]{0,120}\bextend\w*\b[^.;]{0,80},\s+$",
    regex.I,
)
_BY_FACILITY = SENTENCES.compile(r"\bextended\s+as\s+follows\s*:\s*\(\w\)[^.;:]{3,60}:\s*to\s+$", regex.I)
_REPLACE = regex.compile(
    r"\b(?:delet\w+|replac\w+|substitut\w+|chang\w+|stri(?:k|c)\w+|struck|amend\w+|extend\w*|renew\w*|modif\w+|reference)\b",
    regex.I,
)
_TO = _BETWEEN.compile(
    r"^(?:(?!\bor\s+the\s+earlier\b)(?:[^.;]|\.(?=\d))){0,220}?\b(?:to|with|by|until|therefor|in\s+lieu\s+(?:there)?of|in\s+its\s+(?:place|stead)|and\s+(?:insert|substitut|writ|replac|add)\w*|insert\w*|substitut\w*)\b(?:\s+(?:read|the|date|a|new|phrase|words?|following|reference|be|and|including|in\s+(?:place|lieu)\s+there?of|:)|[\s\"']+(?:the\s+)?(?:earlie[rs]t?|later)\s+of(?:\s+\(\w{1,3}\))?)*[\s,:\"'A]*$",
    regex.I,
)
_DELETED = _BETWEEN.compile(r"\b(?:deleted|stricken|removed|struck)\b[^.;]{0,60}\band\b", regex.I)
_SUBSTITUTED = regex.compile(
    r"^[\s\"',]*(?:is|be|shall\s+be|are)?\s*(?:hereby\s+)?(?:substituted|inserted|put|added)\b", regex.I
)
_UNLESS = _BETWEEN.compile(r"\b(?:if|unless|until|options?)\b[^.;]{0,80}\bextend", regex.I)
# "such date shall be extended to ...", behind a sentence that gives a maturity.
_SUCH_DATE = SENTENCES.compile(r"\b(?:such|said|that|this)\s+date\b[^.;]{0,80}\bextended\s+to\s+[\"']?$", regex.I)
# The heads of a bank's printed form, above their values: "Principal  Loan Date  Maturity  Loan No".
_FORM_HEADS = regex.compile(
    r"\b(?:(?:Loan|Note|Funding)\s+Date|Funding)\s+Maturity\b(?:[^.;]|\.(?=\d)){0,260}$", regex.I
)
_EXTENDS = regex.compile(r"\bexten(?:d|ds|ded|sion)\b", regex.I)
_NOTES_DUE = regex.compile(r"\bNotes?\b[^.;\n]{0,24},?\s+due\s+$", regex.I)
# A full stop that ends no sentence; the patterns take none.
_ABBREVIATED = Scan(
    r"\b(?:Nos?|Inc|Corp|Ltd|Co|Sec|Section|St|Mr|Mrs|Ms|Dr|Jr|Sr|[LN]\.[ALPC]|U\.S|L\.L\.C)\.(?!\s*$)"
    r"|\b[AaPp]\.[Mm]\.(?=\s*[,(]|\s+(?-i:[a-z])|\s+(?:\w+,?\s+){1,4}time\b)"
)
_SENTENCE = Scan(
    r"[.;]\s+(?=[A-Z\"(])|(?<!:\s*)\n[ \t]*\n[ \t]*(?=\(?[a-z\d]{1,3}\))",
    start=r"[.;]\s+[A-Z\"(]|\n[ \t]*\n[ \t]*\(?[a-z\d]{1,3}\)",
)
_REACH = 420
# A recital tells of earlier changes at length.
_TOLD_WITHIN = 600


def maturities(parts: Parts, dates: list[DateMatch]) -> set[int]:
    """Indices of the dates that are maturities."""
    view = parts.view
    found: set[int] = set()
    replaced: set[str] = set()
    until_now: set[int] = set()
    told: set[int] = set()
    moved: set[str] = set()
    moved_from: set[str] = set()
    stands: set[str] = set()
    last: int | None = None
    for i, date in enumerate(dates):
        if date.value is None or len(date.value) != 10:
            continue
        before, after = view[max(0, date.start - 40) : date.start], view[date.end : date.end + 60]
        section = parts.section_at(date.start)
        if section in ("heading", "opening") and _NOTES_DUE.search(before):
            found.add(i)
            last = i
            continue
        if section in ("heading", "signatures") or _GONE_BEFORE.search(before) or _GONE_AFTER.search(after):
            continue
        if before[-1:] in ("'", '"') and _GONE_FOR.search(view, max(0, date.start - 120), date.start):
            continue
        sentence = _sentence(view, date.start)
        old = _old(view, dates, i, sentence)
        if old is not None:
            # "changing X to Y" in one section, "changing Y to Z" for something else in the next.
            if old not in moved:
                replaced.add(old)
            found.add(i)
            if section == "operative":
                moved.add(str(date.value))
                moved_from.add(old)
        elif (
            states(view, date, sentence)
            or _by_facility(view, dates, i, last, sentence)
            # "shall mature on June 8, 2011 and March 3, 2012"
            or (
                i - 1 in found
                and cached.fullmatch(r"\s+and\s+", view[dates[i - 1].end : date.start])
                and _CLOSES.match(view, date.end, date.end + 40)
            )
        ):
            found.add(i)
            if section == "operative" and date.value in moved_from:
                # What was moved from that day was another facility's.
                stands.add(str(date.value))
            # With an end, for `match` looks in all that follows for a word that a pattern cannot do without.
            if section == "recitals" or _SO_FAR.search(sentence) or _ASKED.match(view, date.end, date.end + 300):
                until_now.add(i)
        if i not in found and _follows(view, dates, i, last, sentence):
            found.add(i)
        if i in found and _of_other_debt(parts, sentence):
            found.discard(i)
        if i in found:
            last = i
        if i in found and (_MATURED.search(sentence) or _TOLD.search(_sentence(view, date.start, _TOLD_WITHIN))):
            told.add(i)
    newest = max((str(dates[i].value) for i in found - told), default="")
    replaced |= {str(dates[i].value) for i in told if str(dates[i].value) < newest}
    if set(found) - until_now and any(_EXTENDS.search(view, dates[i].end, dates[i].end + 2000) for i in until_now):
        latest = max(str(dates[i].value) for i in found)
        replaced |= {str(dates[i].value) for i in until_now if str(dates[i].value) < latest}
    return {i for i in found if dates[i].value not in replaced or dates[i].value in stands}


def _of_other_debt(parts: Parts, sentence: str) -> bool:
    """Whether a maturity is that of debt which neither the title nor the opening speaks of."""
    other = _OTHER_DEBT.search(sentence)
    if other is None:
        return False
    word = other.group(2)
    return word is None or word.lower() not in parts.view[: parts.span("opening")[1]].lower()


def _follows(view: str, dates: list[DateMatch], i: int, last: int | None, sentence: str) -> bool:
    """Whether a date is a maturity by what stands before it: another one, or the heads of a form."""
    if i == 0:
        return False
    if cached.fullmatch(r"[\s|/]+", view[dates[i - 1].end : dates[i].start]):
        return bool(_FORM_HEADS.search(view[max(0, dates[i - 1].start - 400) : dates[i - 1].start]))
    return last is not None and dates[i].start - dates[last].end < _REACH and bool(_SUCH_DATE.search(sentence))


def _by_facility(view: str, dates: list[DateMatch], i: int, last: int | None, sentence: str) -> bool:
    """Whether a date is the next item of a list that gives each facility its own maturity."""
    if _BY_FACILITY.search(sentence):
        return True
    if last is None or dates[i].start - dates[last].end > 420:
        return False
    otherwise = _OTHERWISE.match(view, dates[last].end, dates[i].start)
    if otherwise and (otherwise.group(1) is None or CUE.search(otherwise.group(1))):
        return True
    return bool(_ITEM.match(" ".join(view[dates[last].end : dates[i].start].split()) + " "))


def _sentence(view: str, at: int, reach: int = _REACH) -> str:
    """The sentence before an offset, as far as it goes back."""
    text = _ABBREVIATED.sub(_without_stops, view[max(0, at - reach) : at])
    begin = max((found.end() for found in _SENTENCE.finditer(text)), default=0)
    return text[begin:]


def _without_stops(found: regex.Match[str]) -> str:
    """An abbreviation without its full stops, as long as it was."""
    text: str = found.group()
    return text.replace(".", "").rjust(len(text))


def _old(view: str, dates: list[DateMatch], i: int, sentence: str) -> str | None:
    """The date that this one takes the place of, where a maturity is moved from one to the other."""
    if i == 0:
        return None
    old = dates[i - 1]
    between = view[old.end : dates[i].start]
    if len(between) > 260 or old.value is None:
        return None
    if not _TO.match(between) and not (
        _DELETED.search(between) and _SUBSTITUTED.match(view[dates[i].end : dates[i].end + 60])
    ):
        return None
    if _NEXT_TERM.search(between) or _UNLESS.search(between):
        return None
    head = _sentence(view, old.start)
    headed = _HEADED.search(view[max(0, old.start - len(head) - 60) : old.start - len(head)])
    if headed:
        head = f"{headed.group(1)}: {head}"
    if not (_REPLACE.search(head) or _REPLACE.search(between)):
        return None
    if headed and _ABOUT_TERM.search(headed.group(1)):
        return old.value
    context = head + between + view[dates[i].end : dates[i].end + 110].split(". ")[0]
    if not (
        CUE.search(context)
        or cached.search(
            r"\b(?:expir|terminat)\w+\b|\bfalls?\s+due\b|\bcommitments?\s+(?:to\s+(?:make|lend)[^.;,]{0,30}\s)?(?:extends?|continues?|runs?)\b",
            context,
            regex.I,
        )
        or WHEN_DUE.match(view, dates[i].end, dates[i].end + 200)
    ):
        return None
    cue = CUE.search(head)
    if cue and NOT_A_LOAN.search(head[: cue.start()]):
        return None
    return old.value
