"""The title within a heading: which of its lines are the title's, and how far it runs."""

from typing import NamedTuple

import regex

from extractor.extractors.titles import ACT, OBJECT
from extractor.values import cached
from extractor.values.names import is_organisation
from extractor.values.places import PLACE
from extractor.values.sieve import Sieve

# A line of a heading is asked for all that makes it no title's.
_LINES = Sieve()
_KEY = regex.compile(rf"\b(?:{ACT}|{OBJECT})\b", regex.I)
# Words that instruments are called by, and nothing else on a cover page.
_NAME = regex.compile(
    rf"\b(?:{ACT}|Agreements?|Notes?|Indenture|Debenture|Deed|Guarant(?:y|ee)|Lease|Letter(?!s?\s+of)|Contract|Bond)\b",
    regex.I,
)
# The rest of what an instrument amends: "AND / OTHER LOAN DOCUMENTS".
_OTHERS = regex.compile(r"^\W*(?:other|certain|related|ancillary)\b.*\b(?:documents|instruments|papers)\W*$", regex.I)
_NOISE = _LINES.compile(
    r"^\W*(?:(?:EX|EXHIBIT|Exhibit|ANNEX|SCHEDULE)[\s.:-]*\(?[\dA-Z]{1,4}\b[\w.()-]*\s*$|(?:EXECUTION|EXECUTED|CONFORMED|COMPOSITE|FINAL|SIGNATURE|DRAFT)\s*(?:COPY|VERSION|COUNTERPART|FORM)?\W*$|unassociated\s+document|\S+\.(?:htm|txt|html|doc|pdf)\b"
    r"|(?:dated|made|effective|as\s+of|date:|date\s+of\s+(?:this\s+)?(?:agreement|amendment|note|loan)(?=\W))\b|(?:by\s+and\s+)?(?:among|between)\b\W*$|page\s+\d|\d+\W*$|TABLE\s+OF\s+CONTENTS|www\.|<|\[|\*\*\*|and\W*$|as\s+(?!of\b)\w|FORM\s+(?:8|10)|TO\s+FORM|TO\s+(?:EACH|ALL|THE\s+(?:NOTE\s?)?(?:HOLDERS|PURCHASERS|LENDERS|BANKS))\b(?!['’])|FOR\s+VALUE|Published\s+CUSIP|\S*\\\S*\s*$|[\w-]*\d{5,}[\w.-]*\s*$"
    # The lender's numbers, what a letter or a note purchaser refers to, and the recorder's words.
    r"|[\w ]{3,40}:[ \t]{2,}\S|(?:\w+\s+)?Contract\s+(?:No|Number)\b\.?\s*[:：]|(?:\w+\s+)?(?:Loan|Note|Facility|Account|Customer|Obligor|Obligation|File|Deal|Project|Reference)\s+(?:No|Nos|Number|Numbers|ID)\b\W*\s\S*\d|(?:Re|(?:Principal|Loan|Credit)\s+(?:Amount|Limit)|Borrowers?|Lenders?|Makers?|Holders?|Date|Maturity(?:\s+Date)?|Initial\s+Rate)\s*:|(?:AND\s+)?WHEN\s+RECORDED|RECORDING\s+REQUESTED|SPACE\s+ABOVE"
    r"|(?:U\.?S\.?\s?)?\$\s?[\d,]+(?:\.\d\d)?\s+[A-Z][\w. ]+,\s+[A-Z][\w. ]+$|[^\n]*\$[\d,.]+\s[^\n]*\b(?:Notes?|Debentures?|Bonds?)\b[^\n]*\bdue\b)",
    regex.I,
)
_DATE_LINE = _LINES.compile(
    r"^\W*(?:(?:dated|made|effective)\b.*|(?:as\s+of\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+[\d_]{1,4}\W.*\d{0,4}\W*)$",
    regex.I,
)
_AS_OF = regex.compile(r"^\W*(?:dated|as\s+of|made|effective)\b(?:\s+(?:as|of|effective))*\W*$", regex.I)
# What a deed is about, below its name: "relating to a Term Facility Agreement / dated 4 March 2003".
_ABOUT = regex.compile(
    r"^\W*(?:relating\s+to|in\s+(?:respect|relation|connection)\b|with\s+respect\s+to|in\s+favou?r)\b"
)
# The name of a deal or a borrower; a facility in brackets belongs to the title.
_ASIDE = _LINES.compile(
    r"^\s*\((?!\s*[#\d])(?![^()]*(?:\$|\b(?:facilit|loan|note|credit|agreement|line|tranche|term|revolv)))[^()]*\)\s*$",
    regex.I,
)
_CONTENTS = regex.compile(
    r"\bTABLE\s+OF\s+CONTENTS\b|^[ \t]*(?:INDEX|CONTENTS)[ \t]*$|(?:\.[ ]?){8,}\s*\d|^[ \t]*(?:SECTION|Section|ARTICLE|Article)[ \t]+(?:1|I|ONE)\b",
    regex.M,
)
_ENTRY = _LINES.compile(
    r"\.{4,}|(?:\. ){4,}|\s{2,}\d{1,3}\s*$|^\s*(?:Section|SECTION|Article|ARTICLE|Exhibit|EXHIBIT|Schedule|SCHEDULE|Annex|ANNEX|Appendix)\s+[\dA-Z]|^\s*(?:[A-Z](?:-\d)?|\d{1,2}\.\d{1,2}\.?)\s+\S|^\s*[—–-]\s"
)
# A sentence, if in capitals, and no title.
_SAID = _LINES.compile(r"\b(?:is|are|was|were|shall|has|have|been)\b|(?-i:[A-Z]{6,})\.\s+\S+\s+\S", regex.I)
_OPEN_END = regex.compile(r"(?:\b(?:TO|OF|AND|THE|FOR|WITH|UNDER|RESTATED|AMENDED|IN|A|NO\.?)|,|&|-|–|—)\s*$", regex.I)
_OPEN_START = regex.compile(r"^\s*(?:(?:TO|OF|AND|FOR|WITH|UNDER|IN|NUMBER|NO)\b|[&(#])", regex.I)
# "AMENDMENT TO SENIOR SECURED": what is amended has not been named yet.
_UNNAMED = regex.compile(rf"\b{ACT}\b.*\b(?:TO|OF|UNDER)\b(?!.*\b{OBJECT}\b)", regex.I | regex.S)
# "... OF CONSTRUCTION LOAN / AGREEMENT, NOTE AND OTHER LOAN PAPERS"
_NOUN_FIRST = regex.compile(r"^\W*(?:(?:LOAN|CREDIT|SECURITY|PURCHASE)\s+)?(?:AGREEMENTS?|NOTES?|INDENTURE)\b", regex.I)
# The state whose form it is.
_STATE = _LINES.compile(PLACE, regex.I)
_SMALL = frozenset({"to", "of", "and", "the", "for", "with", "in", "by", "under", "certain", "that", "no"})
_MOST = 14  # lines of a title, at most
_GAP = 3  # blank lines at most between two lines of a title that need each other


class Line(NamedTuple):
    """A line with text: where it is, how many blank lines stand before it, and whether it may be part of a title."""

    start: int
    end: int
    gap: int
    text: str
    titular: bool


def title_in(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of the title between two offsets, as spans; empty where there is none."""
    # Behind a table of contents stand names of sections and annexes; the title is before it.
    contents = _CONTENTS.search(view, start, end)
    found = _last_title(view, start, contents.start()) if contents else []
    return found or _last_title(view, start, end)


def ends_open(text: str) -> bool:
    """Whether a text's last line is a title that goes on ("AMENDMENT NO. 2 / to the")."""
    last = text.rstrip()[-60:].rpartition("\n")[2].strip()
    return bool(cached.fullmatch(r"(?:to|of)(?:\s+(?:the|that\s+certain))?", last, regex.I))


def is_titular(text: str) -> bool:
    """Whether a line may be part of a title."""
    if (
        len(text) > 200
        or _STATE.fullmatch(text.strip())
        or _NOISE.match(text)
        or _DATE_LINE.match(text)
        or _ENTRY.search(text)
        or _ASIDE.match(text)
    ):
        return False
    if _SAID.search(text):
        return False
    words = cached.findall(r"[A-Za-z]{2,}", text)
    small = [w for w in words if w.islower() and w not in _SMALL]
    return (
        bool(words)
        and len(small) <= max(1, len(words) // 6)
        and not cached.search(r"\b(?:Inc|L\.?L\.?C|Corp|N\.A|Ltd|L\.P)\b\.?\W*$", text)
    )


def _last_title(view: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = _lines(view, start, end)
    groups = _groups(lines)
    # A facility's size at the foot of a cover page names the instrument only where nothing else does.
    for place in [i for key in (_NAME, _KEY) for i in range(len(groups) - 1, -1, -1) if _named(groups[i], key)][:1]:
        group = groups[place]
        above = groups[place - 1][-1] if place and group[0].gap <= 1 else None
        if above is not None and lines[lines.index(group[0]) - 1] == above and _belongs(above.text, _text(group)):
            group = [above, *group]
        return [(line.start, line.end) for line in group]
    return []


def _named(group: list[Line], key: regex.Pattern[str]) -> bool:
    return any(key.search(line.text) and not _names_party(line.text) for line in group)


def _belongs(above: str, whole: str) -> bool:
    """Whether the line above is the beginning of a title that could stand alone, as "CREDIT AGREEMENT / Amendment No. 2"."""
    if not cached.search(OBJECT, whole, regex.I):
        return bool(cached.search(OBJECT + r"\W*$", above, regex.I))
    # "CREDIT / AGREEMENT" on a cover page.
    return bool(cached.fullmatch(r"\W*AGREEMENT\W*", whole)) and bool(
        cached.fullmatch(r"[\W]*(?:[A-Z]+\W+){0,5}(?:CREDIT|LOAN|SECURITY|TERM|REVOLVING|FACILITY|NOTE)\W*", above)
    )


def _groups(lines: list[Line]) -> list[list[Line]]:
    """The lines that may be titles, those together that make one."""
    groups: list[list[Line]] = []
    at = 0
    while at < len(lines):
        if not lines[at].titular:
            at += 1
            continue
        group = [lines[at]]
        at += 1
        while at < len(lines) and len(group) < _MOST:
            if _links(lines, at, group):
                group.append(lines[at])
                at += 1
            after = _behind_date(lines, at, group)
            if after is None and not _goes_on(group, lines[at]):
                break
            at = at if after is None else after
            group.append(lines[at])
            at += 1
        groups.append(group)
    return groups


def _links(lines: list[Line], at: int, group: list[Line]) -> bool:
    """Whether a line is but an "and" between two names of instruments; between parties it stands as well."""
    return (
        at + 1 < len(lines)
        and bool(cached.fullmatch(r"\W*(?:AND|And|and|&)\W*", lines[at].text))
        and lines[at + 1].titular
        and lines[at + 1].gap <= _GAP
        and all(
            (_NAME.search(text) and not _names_party(text)) or (text is not group[-1].text and _OTHERS.match(text))
            for text in (group[-1].text, lines[at + 1].text)
        )
    )


def _behind_date(lines: list[Line], at: int, group: list[Line]) -> int | None:
    """The line with which a title goes on behind its date: "AMENDMENT NO. 2 / dated as of ... / to / CREDIT AGREEMENT"."""
    place = at
    while place < min(len(lines), at + 3) and (_DATE_LINE.match(lines[place].text) or _AS_OF.match(lines[place].text)):
        place += 1
    if place == at or place >= len(lines) or not cached.search(rf"\b{ACT}\b", _text(group), regex.I):
        return None
    return place if lines[place].titular and cached.match(r"\W*(?:TO|to|To)\b", lines[place].text) else None


def _lines(view: str, start: int, end: int) -> list[Line]:
    lines: list[Line] = []
    gap, at, about = 0, start, False
    while at < end:
        stop = view.find("\n", at, end)
        stop = end if stop < 0 else stop
        text = view[at:stop]
        if text.strip():
            a = at + len(text) - len(text.lstrip())
            text = text.strip()
            about = bool(_ABOUT.match(text)) or (about and gap == 0 and not text.isupper())
            lines.append(Line(a, a + len(text), gap, text, not about and is_titular(text)))
            gap = 0
        else:
            gap += 1
        at = stop + 1
    return lines


def _text(group: list[Line]) -> str:
    return " ".join(line.text for line in group)


def _names_party(text: str) -> bool:
    """Whether a line of a cover page names a bank ("GUARANTY BANK", "Morgan Trust Company") and not the instrument."""
    return is_organisation(text) and not cached.search(
        rf"\b(?:Agreement|Notes?|Indenture|Debenture|Deed|Guarant(?:y|ee)s?\W*$|Mortgage\W*$|Facility|Line\s+of\s+Credit|{ACT})\b",
        text,
        regex.I,
    )


def _goes_on(group: list[Line], below: Line) -> bool:
    """Whether the title that these lines begin runs into the next line."""
    above = group[-1].text
    if not below.titular:
        return False
    if _OPEN_END.search(above) or _OPEN_START.match(below.text):
        return below.gap <= _GAP
    if is_organisation(below.text) and not _KEY.search(below.text):
        return False
    if is_organisation(above) and not _KEY.search(above):
        return False
    if below.gap <= _GAP and _UNNAMED.search(_text(group)) and (below.text.isupper() or not above.isupper()):
        return True
    # Without a word that binds them, lines of one block belong together while the first names no whole instrument.
    return below.gap == 0 and (
        not cached.search(rf"\b(?:{OBJECT}|{ACT})\W*$", above, regex.I)
        or not _KEY.search(below.text)
        or (bool(cached.match(rf"\W*{ACT}\b", below.text, regex.I)) and not cached.search(ACT, above, regex.I))
        or bool(_NOUN_FIRST.match(below.text) and cached.search(r"\b(?:Loan|Credit|Note|Facility)\W*$", above, regex.I))
    )
