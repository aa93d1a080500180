"""Where one loan instrument ends and the next begins, in a text that holds several.

Cautious: what is attached to an instrument (exhibits, forms, schedules, pages of its guarantors) stays with it. A
further instrument has lines of title, an opening and signatures of its own, behind the signatures of the one before.
"""

from typing import NamedTuple

import regex

from extractor.nlp.sections import SIGN_LINE
from extractor.values import cached
from extractor.values.scan import Scan

#: The stretches of one instrument: one as a rule, more where its guarantors' page stands behind a note.
Stretches = list[tuple[int, int]]

_NOTE_NAMES = r"(?:NOTE|ALLONGE)(?!\w)"
_NAMES = (
    rf"(?:(?:AMENDMENT|WAIVER|CONSENT|FORBEARANCE|MODIFICATION|EXTENSION"
    rf"|(?:CREDIT|LOAN|NOTE\s+PURCHASE)(?:\s+AND\s+\w+)?\s+AGREEMENT)(?!\w)|{_NOTE_NAMES})"
)
# The paragraph that opens an instrument, at its first words.
_OPENING = Scan(
    r"^[ \t]*(?:"
    r"(?:THIS|This)\s+(?:[\w.,&/#()'\"-]+\s+){0,16}?"
    r"(?i:amendment|waiver|consent|agreement|note|forbearance|modification|extension|allonge)\b"
    r"|(?i:FOR\s+VALUE\s+RECEIVED)\b"
    r"|(?:(?:[A-Z0-9][\w.,&/#()'-]*|to|and|of|the)(?:[ \t]+|\n(?![ \t]*\n)[ \t]*)){0,14}"
    r"(?:AMENDMENT|WAIVER|CONSENT|AGREEMENT|FORBEARANCE|MODIFICATION|EXTENSION)\b[^\n]{0,80},?\s+(?:dated|made|entered)\b"
    r")",
    regex.M,
    start=r"^[ \t]*(?:(?:THIS|This)\s|(?i:FOR\s+VALUE\s+RECEIVED)\b|(?:(?:[A-Z0-9]\S*|to|and|of|the)\s+)*?"
    r"(?:AMENDMENT|WAIVER|CONSENT|AGREEMENT|FORBEARANCE|MODIFICATION|EXTENSION)\b[^\n]*\s+(?:dated|made|entered)\b)",
)
_DATED = regex.compile(r"\b(?:dated|made|entered\s+into|effective|executed|as\s+of|given)\b", regex.I)
_AMONG = regex.compile(r"\b(?:among|between|amongst|by\s+and|by)\b", regex.I)
_PROMISE = regex.compile(r"\bpromises?\s+(?:and\s+agrees?\s+)?to\s+pay\b", regex.I)
_BLANK = regex.compile(r"_{4,}|\[[ _\t]*\]|\[(?i:name|date|insert|lender|borrower)\b")
_NAME = regex.compile(_NAMES, regex.I)
_NOTE_NAME = regex.compile(_NOTE_NAMES, regex.I)
# Instruments of other sorts, and pages that belong to the instrument before them.
_NOT = regex.compile(
    r"\b(?:FORMS?\s+OF|GUARANT\w*|LEASE|SECURITY\s+AGREEMENT|PLEDGE|MEMORANDUM|ADDENDUM|REAFFIRM\w*|RATIFICATION"
    r"|ACKNOWLEDGE?MENT|SUBORDINATION|INTERCREDITOR|ASSIGNMENT|DEED|CERTIFICATE|NOTICE|REQUEST|OPINION|SUBSCRIPTION"
    r"|EXHIBIT|ANNEX|SCHEDULE|APPENDIX|ATTACHMENT|SIGNATURE|COUNTERPART)\b",
    regex.I,
)
_GUARANTOR = regex.compile(r"\bguarantors?\b", regex.I)
_GUARANTORS_PAGE = regex.compile(
    r"^[ \t]*(?:[A-Z]+[ \t]+){0,4}?(?:REAFFIRMATION|RATIFICATION|CONSENT|ACKNOWLEDGE?MENT|CONFIRMATION)S?\b"
    r"[^\n.]{0,60}\bGUARANT[^\n.]{0,30}$",
    regex.M,
)
_ATTACHED = regex.compile(
    r"^[ \t]*[\[(\"]?(?i:EXHIBIT|ANNEX|SCHEDULE|APPENDIX|ATTACHMENT|ADDENDUM)S?(?:[ \t]+|[ \t]*\n[ \t]*)\"?"
    r"(?:[A-Z0-9][-\w.()/]{0,9}|ONE|TWO|THREE|FOUR|FIVE)\"?[\])]?[ \t]*"
    r"(?:$|[-:\u2013\u2014][^\n]{0,80}$|(?i:TO|OF|AND|PAGE)\b[^\n]{0,80}$|,|\([^\n]{1,60}\)[ \t]*$)"
    r"|^[ \t]*(?:THIS[ \t]+)?(?:EXHIBIT|ANNEX|SCHEDULE)\b[^\n]{0,20}\b(?:IS[ \t]+ATTACHED|HERETO)\b"
    r"|^[ \t]*[\[(]?(?:FORM|Form)[ \t]+(?:OF|of)\b[^\n.]{0,80}$"
    r"|^[^\n]{0,40}[ \t]{4,}(?:EXHIBIT|ANNEX|SCHEDULE|Exhibit|Annex|Schedule)[ \t]+\"?[A-Z0-9][-\w.()/]{0,7}\"?[ \t]*$",
    regex.M,
)
# The number that a filer gives an exhibit; it stands above a filing's every instrument.
_FILED = regex.compile(
    r"^[ \t]*(?:EXHIBIT|Exhibit|EX)[ \t]*(?:NO\.|No\.|-)?[ \t]*"
    r"((?:4|10|99)(?:[.-]\d+(?:\.\d+)?(?:\([a-zA-Z0-9]\))?|\([a-zA-Z0-9]{1,3}\)(?:\(\w{1,3}\))?))[ \t]*$",
    regex.M,
)
_SIGNED = regex.compile(r"\bBy[ \t]*[:;_]|\bBy[ \t]+/s/|/s/|\b(?:Name|Title|Its)[ \t]*:|_{8,}|-{12,}", regex.I)
_SIGNED_BY = regex.compile(r"\bBy\b|/s/|\b(?:Name|Title|Its)\b", regex.I)
_SENTENCE = regex.compile(r"\b(?:SHALL|HEREBY|WAIVES?|ANY|EACH|WHICH|THEIR|ITS|THIS|IS|ARE|MAY|WILL)\b", regex.I)
_NUMBERED = regex.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5})[.)]|(?:SECTION|ARTICLE|PARAGRAPH)\b", regex.I)

_SMALL = frozenset({"to", "and", "of", "the", "no", "for", "a"})
_OWN_WITHIN = 30_000  # characters: the first instrument's own opening begins within them
_TITLE_ABOVE = 1_500  # characters above an opening in which its title is looked for
_TITLE_LINES = 14
_OPENING_LENGTH = 800
_SIGNATURES_WITHIN = 6_000  # characters above a title in which the signatures before it end
_BODY = 250  # characters between an opening and its signatures, at least


class _Start(NamedTuple):
    """Where an instrument may begin: at its title's first line; its opening; whether it is a note."""

    at: int
    opening: int
    note: bool


def split(view: str) -> list[Stretches]:
    """The instruments of the text whose view this is, in order; one that covers all of it where there are no more.

    >>> split("AMENDMENT NO. 1\\n\\nThis Amendment is made by and between A and B.\\n")
    [[(0, 64)]]
    """
    starts = _starts(view)
    begins = [s for s in starts if s.at > 0]
    if not begins:
        return [[(0, len(view))]]
    edges = [0, *(s.at for s in begins), len(view)]
    notes = [False, *(s.note for s in begins)]
    found: list[Stretches] = []
    for start, end, note in zip(edges, edges[1:], notes, strict=False):
        page = _guarantors_page(view, start, end) if note and not all(notes[: len(found)] or [True]) else None
        found.append([(start, page or end)])
        if page is not None:
            # They consent to the amendment, not to the note that stands between.
            of = max(i for i in range(len(found) - 1) if not notes[i])
            found[of].append((page, end))
    return found


def _starts(view: str) -> list[_Start]:
    """Where instruments begin behind the first."""
    candidates = list(_candidates(view))
    if not candidates:
        return []
    numbered = _FILED.search(view, 0, min(len(view), 3000))
    found: list[_Start] = []
    begin, opened = 0, False
    for place, one in enumerate(candidates):
        after = candidates[place + 1].at if place + 1 < len(candidates) else len(view)
        signed = _first_signature(view, max(begin, found[-1].opening if found else 0), one.at)
        if signed is None:
            if opened or one.at > _OWN_WITHIN:
                # An instrument within another one: the signatures that follow may be its own.
                return found
            opened = True
            continue
        opened = True
        near = list(SIGN_LINE.finditer(view, max(signed, one.at - _SIGNATURES_WITHIN), one.at))
        if not near:
            return found
        filed = _filed_number(view, near[-1].end(), one.at, numbered[1] if numbered else None)
        start = one._replace(at=filed) if filed is not None else one
        if filed is None and _ATTACHED.search(view, signed, one.opening):
            continue
        if not SIGN_LINE.search(view, one.opening + _BODY, after):
            return found
        found.append(start)
        begin = start.at
    return found


def _candidates(view: str) -> list[_Start]:
    found: list[_Start] = []
    for match in _OPENING.finditer(view):
        head = view[match.start() : match.start() + _OPENING_LENGTH]
        promise = _PROMISE.search(head)
        if not promise and not (_DATED.search(head[:500]) and _AMONG.search(head)):
            continue
        title = _title(view, match.start())
        if title is None:
            continue
        at, words = title
        note = bool(promise) and bool(_NOTE_NAME.search(words))
        if not note and not _NAME.search(_NOTE_NAME.sub("", words)):
            continue
        if _BLANK.search(head[:500]) or ("CONSENT" in words.upper() and _GUARANTOR.search(head)):
            continue
        if found and at <= found[-1].opening:
            continue
        found.append(_Start(at, match.start(), note))
    return found


def _title(view: str, opening: int) -> tuple[int, str] | None:
    """Where the title above an opening begins, and its words; None where there is none, or not a loan instrument's."""
    top = max(0, opening - _TITLE_ABOVE)
    lines: list[tuple[int, str]] = []
    at = opening
    while at > top and len(lines) < _TITLE_LINES:
        before = view.rfind("\n", top, at - 1) + 1 if at - 1 > top else top
        line = view[before : at - 1] if at > before else ""
        at = before
        if not line.strip():
            continue
        if _SIGNED.search(line) or _is_prose(line):
            break
        lines.append((before, line))
    # From the opening up: the name of the instrument, and what of its title stands above without a gap.
    for place, (at, line) in enumerate(lines):
        if not _is_title(line) or not (_NAME.search(line) or _over_lines(lines, place)):
            continue
        if _NOT.search(line):
            return None
        begin, words = at, [line]
        for above, text in lines[place + 1 :]:
            if view[above + len(text) : begin].strip() or view.count("\n", above + len(text), begin) > 2:
                break
            if not _is_title(text) or text.strip() != text.strip().upper():
                if len(text.strip()) > 60 and view.count("\n", above + len(text), begin) == 1:
                    return None  # the end of a paragraph, in capitals
                break
            begin = above
            words.insert(0, text)
        if _NOT.search(" ".join(words)):
            return None
        return begin, " ".join(" ".join(words).split())
    return None


def _over_lines(lines: list[tuple[int, str]], place: int) -> bool:
    """Whether the name of the instrument is spread over this line and the next."""
    if not place:
        return False
    line, after = lines[place][1], lines[place - 1][1]
    return bool(_NAME.search(f"{line} {after}")) and _is_title(after)


def _is_prose(line: str) -> bool:
    words = cached.findall(r"[A-Za-z]{2,}", line)
    low = sum(w[0].islower() for w in words)
    return len(words) > 5 and low > 0.5 * len(words)


def _is_title(line: str) -> bool:
    """Whether a line is written as titles are: short, in capitals or with capital initials."""
    words = [w for w in cached.findall(r"[A-Za-z][\w'-]*", line) if w.lower() not in _SMALL]
    stripped = line.strip()
    if not words or len(stripped) >= 110 or stripped[-1] in ".;:":
        return False
    if _NUMBERED.match(stripped) or _SENTENCE.search(line):
        return False
    return all(w[0].isupper() for w in words)


def _first_signature(view: str, start: int, end: int) -> int | None:
    """Where the signatures begin that stand between `start` and `end`; rules to be filled in do not count."""
    for match in SIGN_LINE.finditer(view, min(start + _BODY, end), end):
        if _SIGNED_BY.search(match.group()) or _rules_near(view, match.start(), end):
            return match.start()
    return None


def _rules_near(view: str, start: int, end: int) -> bool:
    return len(cached.findall(r"_{8,}", view[start : min(end, start + 1200)])) >= 2


def _filed_number(view: str, start: int, end: int, first: str | None) -> int | None:
    """Where the filer's number of a further exhibit stands, if the text's first instrument has one of its kind."""
    if first is None:
        return None
    for match in _FILED.finditer(view, start, end):
        one, other = cached.split(r"[.(-]", first, maxsplit=1), cached.split(r"[.(-]", match[1], maxsplit=1)
        if one[0] == other[0] and one[1] != other[1]:
            return match.start()
    return None


def _guarantors_page(view: str, start: int, end: int) -> int | None:
    """Where, behind a note's signatures, the page begins on which guarantors consent."""
    signed = _first_signature(view, start, end)
    page = _GUARANTORS_PAGE.search(view, signed, end) if signed is not None else None
    return page.start() if page else None
