"""Which dates are the maturity, termination or expiry of a loan or commitment, as the instrument now sets or states it."""

import regex

from extractor.nlp.mention import Parts
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.sieve import Sieve

# Of the sentence before a date most of the questions below are asked.
_SENTENCES = Sieve()
# A term for the day on which a loan falls due or a commitment ends.
_TERM = r"(?:(?-i:[A-Z][\w-]*)\s+(?:of\s+)?){0,4}?(?:maturity|termination|expiration|expiry|balloon|final\s+payment|final\s+repayment|repayment|commitment\s+(?:termination|expiration)|due|availability\s+(?:end|expiration)|(?:revolving|draw|availability|commitment)\s+period\s+end|conversion)\s+(?:date|day)|\bfinal\s+maturity\b|\b(?:contract|revolving|draw|availability|commitment)\s+period\b|\bthe\s+Maturity\b|\bterm\s+of\s+th(?:e|is)\s+(?:loan|agreement|note|facility|commitment)|\(Term\)"
_CUE = regex.compile(rf"(?:{_TERM})|\bmatur(?:e|es|ity|ing)\b", regex.I)
_NOT_A_LOAN = regex.compile(
    r"\b(?:insurance|lease|patent|permit|certificate|polic(?:y|ies)|employment|registration|forbearance|standstill|waiver|offer|option|warrant|my\s+commission|bonds?|notes?\s+due|interest\s+period|swap|hedge|letters?\s+of\s+credit|interim|condition|escrow)\b(?:\s+(?!and\b|or\b)\w+){0,3}\s*$",
    regex.I,
)
_DEFINES = _SENTENCES.compile(
    rf"(?:{_TERM})\s*[\"']*\)?\s*(?:,?\s*as\s+used\s+herein\s*,?)?\s*(?:\([^()]{{0,60}}\)\s*)?(?:(?:of|for|with\s+respect\s+to|on)\s+(?:the|each|all|any|such|this)\s+(?:(?-i:[A-Z])\w+\s+|loans?\s+|notes?\s+|line\s+|credit\s+|facility\s+|agreement\s+|commitments?\s+){{1,5}})?[\s,\"']*(?:which\s+|in\s+(?:Section|Clause|Paragraph)\s+[\d.]+(?:\([a-z]+\))*,?\s+|in\s+the\s[^.;\"]{{0,90}},\s+)?"
    r"(?:shall\s+mean|means?|shall\s+be|being|is\s+hereby|is|ends?(?:\s+on)?|shall\s+end(?:\s+on)?|will\s+be|to\s+be|remains|continues\s+to\s+be|reads|to\s+end\s+on|:|-|–|=|shall\s+hereafter\s+be|hereby|as|to\s+read|it\s+means|(?:is|are|be)\s+(?:hereby\s+)?(?:amended|changed|extended)\s+to)(?:[^.;]|\.(?=\d)|(?<=\b[AaPp])\.(?=[Mm])|(?<=\b[AaPp]\.[Mm])\.){0,140}$",
    regex.I,
    start=_TERM,
)
_DEFINES_PLAIN = _SENTENCES.compile(rf"\b(?:{_TERM})\s*[\"']*\s*(?:of|on|,|\()?\s*(?:the\s+)?$", regex.I, start=_TERM)
# "MATURITY DATE. June 18, 2000, or such earlier date ..." as an entry among definitions.
_ENTRY = regex.compile(rf"(?:^|[\"':\n]\s*)(?:{_TERM})\s*[\"']*\.\s+$", regex.I)
_NAMED_AFTER = regex.compile(
    rf"^[\s,\"']*\(\s*(?:(?:the|such\s+date|as|so|herein|hereinafter)\b[\w\s,]{{0,40}})?[\"']\s*(?:{_TERM})", regex.I
)
_MATURES = _SENTENCES.compile(
    r"\b(?:matur(?:e|es|ed|ing)(?:\s+by\s+its\s+terms)?|(?:(?:commitments?|line|facility|loans?|agreement|availability|credit)\b[\w\s,]{0,60}\b(?:terminat|expir)(?:e|es|ing)))\b(?:,[^.;,]{1,60}){0,2}(?:,?\s+(?:on|and|is|be|due|payable|in|full|as|before,?|or|at|the|earlier|earliest|later|latest|of|of:|\(\w\)|\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?,?(?:\s+\([^()]{1,30}\)|(?:\s+\w+){1,3}?\s+time,?)?))*[\s,]*$",
    regex.I,
    start=r"\b(?:matur(?:e|es|ed|ing)|commitments?|line|facility|loans?|agreement|availability|credit)\b",
)
_DUE = _SENTENCES.compile(
    r"\b(?:due|payable|paid|repaid|repay|pay)\b(?:\s+(?:and|payable|in|full|its|entirety|on|or|before|by|no|not|later|than|at))*\s+(?:on|before|by|than|(?<=\bdue\s+and\s+)payable)(?:\s+the(?:\s+date\s+which\s+is)?)?[\s,]*$",
    regex.I,
)
_WHOLE = regex.compile(
    r"\b(?:principal|entire|unpaid\s+balance|all\s+(?:amounts|sums|advances|outstanding|unpaid|principal)|outstanding\s+(?:balance|principal|amount)|balloon|(?:this|the|such)\s+(?:\w+\s+){0,2}(?:notes?|loans?|line(?:\s+of\s+credit)?)\s+(?:is|are|shall\s+be|will\s+be)\s+(?:\w+\s+){0,4}in\s+full|(?:the|this|each)\s+(?:\w+\s+){0,2}(?:notes?|loans?)\s+(?:is|are|remains?|falls?|becomes?|shall\s+be)\s+due|whatever\s+(?:remains|is)|pay\s+the\s+balance|(?:remaining\s+|with\s+the\s+)balance|final\s+(?:instal?lment|payment)|promises\s+to\s+pay|the\s+sum\s+of)\b",
    regex.I,
)
_PART = regex.compile(
    r"\b(?:first|each|commencing|beginning|monthly|quarterly|fell|interest\s+(?:only|shall|accrued|is|on|due)|semi-?annual|fee|next|instal?lments?\s+of)\b",
    regex.I,
)
_NOT_DUE = regex.compile(r"\bno\s+(?:principal|payment|part)\b", regex.I)
_ALL_OF_IT = regex.compile(r"\b(?:whole|entire|all|with\s+the\s+balance)\b", regex.I)
_TO_READ = _SENTENCES.compile(
    r"^\s*(?:The|This|Such)\s+(?:definition|term|date)\b[^.;]{0,80}\b(?:to\s+read|to\s+mean|to\s+be|to)\b[\s:\"']*$",
    regex.I,
)
# "Bank agrees to make advances to Borrower from time to time up to and including March 22, 2013".
_ADVANCES_UNTIL = _SENTENCES.compile(
    r"\b(?:advances?|loans?|borrow\w*)\b[^.;]{0,200}\b(?:up\s+)?to\s+(?:and|but\s+not)\s+including\s+$"
    r"|\b(?:lend|make\s+(?:loans|advances)|revolving\s+basis)\b(?:[^.;]|\.(?=\d)){0,120}\b(?:until|through)\s+(?:and\s+including\s+)?$"
    r"|\b(?:available|reborrow)\b(?:[^.;]|\.(?=\d)){0,120}\b(?:until|through)\s+(?:and\s+including\s+)?$"
    r"|\bagreement\b[^.;]{0,60}\b(?:continue|remain)\s+in\s+(?:full\s+force\s+and\s+)?effect\s+(?:until|through|for\s+a\s+term\s+ending(?:\s+on)?)\s+$"
    r"|\bno\s+(?:further\s+)?(?:draws?|advances?|borrowings?|loans?)\b(?!\s+for\b)[^.;]{0,80}\bafter\s+$"
    r"|\b(?:advances|availability|draws?|borrowings)\s+(?:shall\s+)?(?:end|cease|terminate|expire)s?\s+on\s+$",
    regex.I,
)
# "$7,900,000 to and including December 15, 1999, $7,400,000 from December 16": steps of a limit.
_STEP = regex.compile(
    r"\$[\d,.]+\s+(?:from\s+\w+\s+\d{1,2},\s+\d{4},?\s+)?(?:up\s+)?(?:to|until|through)\s+(?:and\s+including\s+)?$"
    r"|\bduring\s+the\s+period\s+from\s[^.;]{0,60}$"
)
# "any Commitment not drawn by October 20, 2017 terminates"
_COMMITMENT = regex.compile(
    r"\bcommitments?\b[^.;]{0,160}$|\bcommitments?\b[^;]{0,120}\b[ap]\.?m\.?,[^.;]{0,60}$", regex.I
)
_ENDS = regex.compile(r"^,?\s+(?:shall\s+|will\s+)?(?:automatically\s+)?(?:terminate|expire)s?\b")
_CLOSES = regex.compile(r",?\s+respectively\b|[.;,)]|\s*\n")
# "Bank will, through and including June 1, 2003, make advances"; "through June 30, 2019 Borrower may request Advances"
_THROUGH = regex.compile(r"\b(?:through|until|up\s+to)\s+(?:and\s+including\s+)?$", regex.I)
_THEN_LENDS = regex.compile(
    r"^,?\s+(?:make\s+(?:such\s+)?(?:advances|loans)|(?:the\s+)?(?:Borrowers?|Company)\s+may\s+(?:request|borrow|draw))\b"
)
# A short heading that says what the paragraph is about: "1. Due date. In Section 1 the words ..."
_HEADED = regex.compile(r"(?:^|\n|[.;:]\s|\)\s)\s*((?:[\w'-]+\s+){0,5}[\w'-]+)\.\s*$")
_ABOUT_TERM = regex.compile(r"^(?:the\s+)?(?:term|maturity|extension)(?:\s+of\b.*)?$", regex.I)
_OF_PATIENCE = regex.compile(r"\b(?:waiver|forbearance|standstill|consent|deferral)\b", regex.I)
# Another term behind the old date: what follows is that one's.
_NEXT_TERM = regex.compile(r"[,;]\s+(?:and\s+)?(?:in\s+)?the\s+definition\b", regex.I)
_MATURED = regex.compile(r"\bmatured\b[^.;]{0,40}$", regex.I)
# What a recital tells of earlier changes.
_TOLD = regex.compile(r"\b(?:was|were|been)\b[^;]{0,60}\b(?:modified|extended|amended|renewed)\b", regex.I)
# What stands before or behind a date that holds no more, or is something else.
_GONE_BEFORE = regex.compile(
    r"\b(?:(?:former|prior|previous|old)\s+(?:\w+\s+)?(?:maturity|due|termination|expiration)\s+date\s+of|instead\s+of|in\s+lieu\s+of|rather\s+than|in\s+place\s+of|effective(?:\s+as\s+of)?|dated(?:\s+as\s+of)?)\s+[\"']?$",
    regex.I,
)
_GONE_AFTER = regex.compile(
    r"^[\"']?\.\s+(?:That|This|Such|Said)\s+date\s+is\s+(?:hereby\s+)?(?:changed|extended|amended)\b", regex.I
)
_SO_FAR = _SENTENCES.compile(
    r"\b(?:scheduled\s+to|currently|presently|now|originally|(?:is|are)\s+to)\b[^.;]{0,40}\b(?:matur|expir|terminat|fall)\w*\b[^.;]{0,40}$",
    regex.I,
)
# The further items of a definition or an extension that goes by facilities.
_ITEM = regex.compile(
    r"^[\"']?(?:[^.;\n]|\.(?=\d)){0,200}?(?:[,;.]?\s*(?:and|or)?\s*\(\w{1,3}\)|;\s*(?:and\s+)?)\s*(?:(?:with\s+respect\s+to|in\s+the\s+case\s+of|for|as\s+to|in\s+respect\s+of)\s[^.;]{3,140},\s*$"
    r"|[^.;:]{3,60}:\s*to\s+$)",
    regex.I,
)
_BY_FACILITY = _SENTENCES.compile(r"\bextended\s+as\s+follows\s*:\s*\(\w\)[^.;:]{3,60}:\s*to\s+$", regex.I)
_LAST = _SENTENCES.compile(
    r"\b(?:final|last)\s+(?:instal?lment|payment)\b[^.;]{0,160}\b(?:on|due)\s*$|\bloan\s+term\b[^.;]{0,60}\bending\s+(?:on\s+)?$|\bmaturity\b[,\s]+which\s+(?:is|shall\s+be)\s+$"
    r"|\bconvert\w*\s+(?:in)?to\s+(?:an?\s+)?term\s+loans?\s+(?:on|as\s+of)\s+$"
    r"|\binstal?lments\b(?:[^.;]|\.(?=\d)){0,160}\bthe\s+last\b[^.;]{0,60}\b(?:due(?:\s+on)?|on)\s+$"
    r"|\bin\s+one\s+payment\s+of\s+all\b[^.;]{0,120}\bon\s+$|\binstal?lments\b[^.;]{0,160}\b(?:and\s+)?ending\s+(?:on\s+)?$",
    regex.I,
)
_REPLACE = regex.compile(
    r"\b(?:delet\w+|replac\w+|substitut\w+|chang\w+|stri(?:k|c)\w+|struck|amend\w+|extend\w*|renew\w*|modif\w+|reference)\b",
    regex.I,
)
_TO = regex.compile(
    r"^(?:(?!\bor\s+the\s+earlier\b)(?:[^.;]|\.(?=\d))){0,220}?\b(?:to|with|by|until|therefor|in\s+lieu\s+(?:there)?of|in\s+its\s+(?:place|stead)|and\s+(?:insert|substitut|writ|replac|add)\w*|insert\w*|substitut\w*)\b(?:\s+(?:read|the|date|a|new|phrase|words?|following|reference|be|and|including|:))*[\s,:\"'A]*$",
    regex.I,
)
_DELETED = regex.compile(r"\b(?:deleted|stricken|removed|struck)\b[^.;]{0,60}\band\b", regex.I)
_SUBSTITUTED = regex.compile(
    r"^[\s\"',]*(?:is|be|shall\s+be|are)?\s*(?:hereby\s+)?(?:substituted|inserted|put|added)\b", regex.I
)
_EXTENDED = _SENTENCES.compile(
    r"\b(?:extend(?:ed|s|ing)?|extension)\b(?:[^.;]|\.(?=\d)){0,220}?\b(?:to|until|through|ending(?:\s+on)?)\s+(?:,?\s*(?:and|but)\s+(?:not\s+)?(?:including|excluding),?\s+)?[\s\"']*$",
    regex.I,
)
_EXTENDS_WHAT = (
    r"\bexpir\w+\b|\bdue\s+and\s+payable\b"
    r"|\bextension\s+of\s+(?:its|the|their|each|such)\s+(?:[\w']+\s+){0,3}(?:commitments?|loans?|notes?|line|facility|term)\b"
)
# A promise to pay, and what falls due, where the date comes first.
_PROMISED = _SENTENCES.compile(
    r"\bpromis\w+\s+to\s+pay\b(?:[^.;]|\.(?=\d)){0,300}\bon(?:\s+or\s+before)?\s+(?:the\s+)?$", regex.I
)
_ON = _SENTENCES.compile(r"\b(?:on|before|until)\s+(?:the\s+)?$", regex.I)
_THEN = regex.compile(
    r"^,?\s*(?:(?:the\s+)?(?:undersigned|makers?|borrowers?|company)\b[^.;]{0,80}\bpromis\w+\s+to\s+pay\b"
    r"|(?:all|the\s+entire|the\s+whole)\s+(?:amounts?|sums?|outstanding|unpaid|principal|loans?|advances)\b[^.;]{0,110}\b(?:due|payable|repaid|paid)\b"
    r"|(?:when|at\s+which\s+time|on\s+which\s+date|upon\s+which\s+date)\s[^.;]{0,90}\b(?:due|payable|repaid|terminate|expire)\b)",
    regex.I,
)
_EXTENDS = regex.compile(r"\bexten(?:d|ds|ded|sion)\b", regex.I)
_NOTES_DUE = regex.compile(r"\bNotes?\b[^.;\n]{0,24},?\s+due\s+$", regex.I)
_SENTENCE = regex.compile(
    r"[.;](?<!\b(?:No|Inc|Corp|N\.A|L\.P|Ltd|Co|Sec|Section)[.;])\s+(?=[A-Z\"(])|(?<!:\s*)\n[ \t]*\n[ \t]*(?=\(?[a-z\d]{1,3}\))"
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
    for i, date in enumerate(dates):
        if date.value is None or len(date.value) != 10:
            continue
        before, after = view[max(0, date.start - 40) : date.start], view[date.end : date.end + 60]
        section = parts.section_at(date.start)
        if section in ("heading", "opening") and _NOTES_DUE.search(before):
            found.add(i)
            continue
        if section in ("heading", "signatures") or _GONE_BEFORE.search(before) or _GONE_AFTER.search(after):
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
        elif (
            _states(view, date, sentence)
            or _by_facility(view, dates, i, found, sentence)
            # "shall mature on June 8, 2011 and March 3, 2012"
            or (
                i - 1 in found
                and cached.fullmatch(r"\s+and\s+", view[dates[i - 1].end : date.start])
                and _CLOSES.match(view, date.end)
            )
        ):
            found.add(i)
            if _SO_FAR.search(sentence):
                until_now.add(i)
        if i in found and (_MATURED.search(sentence) or _TOLD.search(_sentence(view, date.start, _TOLD_WITHIN))):
            told.add(i)
    newer = {str(dates[i].value) for i in found - told}
    replaced |= {str(dates[i].value) for i in told if any(v > str(dates[i].value) for v in newer)}
    if set(found) - until_now and any(_EXTENDS.search(view, dates[i].end, dates[i].end + 2000) for i in until_now):
        latest = max(str(dates[i].value) for i in found)
        replaced |= {str(dates[i].value) for i in until_now if str(dates[i].value) < latest}
    return {i for i in found if dates[i].value not in replaced}


def _by_facility(view: str, dates: list[DateMatch], i: int, found: set[int], sentence: str) -> bool:
    """Whether a date is the next item of a list that gives each facility its own maturity."""
    if _BY_FACILITY.search(sentence):
        return True
    last = max((k for k in found if k < i), default=None)
    if last is None or dates[i].start - dates[last].end > 420:
        return False
    return bool(_ITEM.match(" ".join(view[dates[last].end : dates[i].start].split()) + " "))


def _sentence(view: str, at: int, reach: int = _REACH) -> str:
    """The sentence before an offset, as far as it goes back."""
    return _SENTENCE.split(view[max(0, at - reach) : at])[-1]


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
    if _NEXT_TERM.search(between):
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
    if not (_CUE.search(context) or cached.search(r"\b(?:expir|terminat)\w+\b|\bfalls?\s+due\b", context, regex.I)):
        return None
    cue = _CUE.search(head)
    if cue and _NOT_A_LOAN.search(head[: cue.start()]):
        return None
    return old.value


def _states(view: str, date: DateMatch, sentence: str) -> bool:
    """Whether the words around a date call it a maturity."""
    named = _NAMED_AFTER.match(view[date.end : date.end + 120])
    if (named and not _OF_PATIENCE.search(named.group())) or _ENTRY.search(view[max(0, date.start - 60) : date.start]):
        return True
    for pattern in (_DEFINES, _DEFINES_PLAIN, _MATURES):
        cue = pattern.search(sentence)
        if cue and not _NOT_A_LOAN.search(sentence[max(0, cue.start() - 60) : cue.start()]):
            head = cue.group()
            if pattern is _DEFINES and cached.search(
                r"\b(?:chang|replac|delet|strik)\w*\s+(?:the\s+(?:date|words?|phrase)\s+)?[\s\"'A]*$|\b(?:after|following|prior\s+to|before|commencing|from)\s+(?:the\s+)?$|^(?:\w+\s+){0,3}?(?:forbearance|standstill|waiver|lease|option|policy)\b",
                head,
                regex.I,
            ):
                continue
            return True
    if _LAST.search(sentence) or (_ADVANCES_UNTIL.search(sentence) and not _STEP.search(sentence)):
        return True
    if _THROUGH.search(sentence) and _THEN_LENDS.match(view[date.end : date.end + 60]):
        return True
    if _ENDS.match(view[date.end : date.end + 60]) and _COMMITMENT.search(sentence):
        return True
    if _PROMISED.search(sentence) and not _PART.search(sentence[-150:]):
        return True
    if _ON.search(sentence) and _THEN.match(view[date.end : date.end + 200]):
        return True
    # "2.2 "Maturity Date" (Section 1.1). The definition is changed to read ..."
    before = view[max(0, date.start - len(sentence) - 90) : date.start - len(sentence)]
    if _TO_READ.search(sentence) and cached.search(rf"\"\s*(?:{_TERM})\s*\"", before, regex.I):
        return True
    due = _DUE.search(sentence)
    if (
        due
        and _WHOLE.search(sentence)
        and not _NOT_DUE.search(sentence)
        and (not _PART.search(sentence[-150:]) or _ALL_OF_IT.search(sentence[-90:]))
    ):
        return True
    extended = _EXTENDED.search(sentence)
    if extended is None or not (_CUE.search(sentence) or cached.search(_EXTENDS_WHAT, sentence, regex.I)):
        return False
    return not _NOT_A_LOAN.search(sentence[: extended.start()])
