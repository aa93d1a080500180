"""The instrument's own title, read off its heading or the words with which it opens."""

import regex

from extractor.extractors.titles import ACT, OBJECT, kinds_of, number_of
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.names import is_organisation

_KEY = regex.compile(rf"\b(?:{ACT}|{OBJECT})\b", regex.I)
_NOISE = regex.compile(
    r"^\W*(?:(?:EX|EXHIBIT|Exhibit|ANNEX|SCHEDULE)[\s.:-]*\(?[\dA-Z]{1,4}\b[\w.()-]*\s*$|(?:EXECUTION|EXECUTED|CONFORMED|COMPOSITE|FINAL|SIGNATURE|DRAFT)\s*(?:COPY|VERSION|COUNTERPART|FORM)?\W*$|unassociated\s+document|\S+\.(?:htm|txt|html|doc|pdf)\b"
    r"|(?:dated|made|effective|as\s+of|date:)\b|(?:by\s+and\s+)?(?:among|between)\b\W*$|page\s+\d|\d+\W*$|TABLE\s+OF\s+CONTENTS|www\.|<|\[|\*\*\*|and\W*$|as\s+(?:amended|borrower|lender|agent|administrative)|FORM\s+(?:8|10)|TO\s+FORM|FOR\s+VALUE|Published\s+CUSIP|\S*\\\S*\s*$|[\w-]*\d{5,}[\w.-]*\s*$)",
    regex.I,
)
_DATE_LINE = regex.compile(
    r"^\W*(?:(?:dated|made|effective)\b.*|(?:as\s+of\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+[\d_]{1,4}\W.*\d{0,4}\W*)$",
    regex.I,
)
_CONTENTS = regex.compile(
    r"\bTABLE\s+OF\s+CONTENTS\b|^[ \t]*(?:INDEX|CONTENTS)[ \t]*$|(?:\.[ ]?){8,}\s*\d|^[ \t]*(?:SECTION|Section|ARTICLE|Article)[ \t]+(?:1|I|ONE)\b",
    regex.M,
)
_ENTRY = regex.compile(
    r"\.{4,}|(?:\. ){4,}|\s{2,}\d{1,3}\s*$|^\s*(?:Section|SECTION|Article|ARTICLE|Exhibit|EXHIBIT|Schedule|SCHEDULE|Annex|ANNEX|Appendix)\s+[\dA-Z]|^\s*(?:[A-Z](?:-\d)?|\d{1,2}\.\d{1,2}\.?)\s+\S|^\s*[—–-]\s"
)
_OPEN_END = regex.compile(r"(?:\b(?:TO|OF|AND|THE|FOR|WITH|UNDER|RESTATED|AMENDED|IN|A|NO\.?)|,|&|-|–|—)\s*$", regex.I)
_OPEN_START = regex.compile(r"^\s*(?:(?:TO|OF|AND|FOR|WITH|UNDER|IN|NUMBER|NO)\b|[&(#])", regex.I)
_LEAD = regex.compile(
    rf"^[\"'\s(]*(?:(?:THIS|This|THE|The)\s+)?(.+?)(?=\s*(?:,(?!\s*(?:and\s+|&\s+|limited\s+)?{ACT}\b)|[(;:\"]|$)"
    r"|\s+(?:is|are|was|has|dated|made|entered|by\s+and|by|among|between|effective|shall|executed|hereby|relates|amends|sets)\b|\n\s*\n)",
    regex.S | regex.I,
)


def find(parts: Parts) -> list[Mention]:
    """The title (label ``title``), with the kinds and the number that it gives; at most one."""
    heading = _heading_title(parts)
    lead = _lead(parts)
    chosen, rule = heading, "title.heading"
    if lead and (heading is None or _rather(parts.view, lead, heading)):
        chosen, rule = lead, "title.opening"
    if chosen is None:
        return []
    start, end = chosen
    text = clean(parts.view[start:end])
    kinds, number, where = kinds_of(text), number_of(text), (start, end)
    if number is None and lead:
        number, where = number_of(parts.view[lead[0] : lead[1]]), lead
    return [
        Mention(start, end, "title", rule, {"text": text, "kinds": kinds, "number": number, "number_span": list(where)})
    ]


def clean(text: str) -> str:
    """A title on one line, without the marks that stand around it."""
    return cached.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split())).strip(" *=_\"'.:;,-–")


def _rather(view: str, lead: tuple[int, int], heading: tuple[int, int]) -> bool:
    """Whether the opening's own words name the instrument and the heading is a cover page's, of what it restates."""
    own, cover = view[lead[0] : lead[1]], view[heading[0] : heading[1]]
    return (
        own.isupper()
        and bool(cached.search(r"\bAMENDMENT|RESTATEMENT|WAIVER\b", own))
        and not cached.search(ACT, cover, regex.I)
    )


def _lead(parts: Parts) -> tuple[int, int] | None:
    """The title within the opening's first words ("THIS SECOND AMENDMENT TO CREDIT AGREEMENT, dated ...")."""
    start, end = parts.span("opening")
    found = _LEAD.match(parts.view[start : min(end, start + 400)])
    if not found:
        return None
    a, b = start + found.start(1), start + found.end(1)
    text = parts.view[a:b]
    if (
        _KEY.search(text)
        and _titular(" ".join(text.split()))
        and 6 <= len(text) <= 250
        and cached.match(r"[A-Z\d]", text)
        and not cached.search(r"\b(?:WHEREAS|undersigned|parties)\b", text)
    ):
        return a, b
    return None


def _heading_title(parts: Parts) -> tuple[int, int] | None:
    start, end = parts.span("heading")
    # Behind a table of contents stand names of sections and annexes; the title is before it.
    contents = _CONTENTS.search(parts.view, start, end)
    found = _title_in(parts, start, contents.start()) if contents else None
    return found or _title_in(parts, start, end)


def _title_in(parts: Parts, start: int, end: int) -> tuple[int, int] | None:
    lines = _lines(parts.view, start, end)
    for i in range(len(lines) - 1, -1, -1):
        a, b, _ = lines[i]
        text = parts.view[a:b]
        if not _titular(text) or not _KEY.search(text) or _names_party(text):
            continue
        first, last = i, i
        while last + 1 < len(lines) and _goes_on(parts.view, lines[last], lines[last + 1]):
            last += 1
        while first > 0 and _goes_on(parts.view, lines[first - 1], lines[first]):
            first -= 1
        # "CREDIT AGREEMENT / Amendment No. 2": the agreement's name belongs to the title.
        whole = parts.view[lines[first][0] : lines[last][1]]
        if first > 0 and lines[first][2] <= 1 and not cached.search(OBJECT, whole, regex.I):
            x, y, _ = lines[first - 1]
            above = parts.view[x:y]
            if cached.search(OBJECT + r"\W*$", above, regex.I) and _titular(above):
                first -= 1
        if first > 0 and lines[first][2] <= 1 and cached.fullmatch(r"\W*AGREEMENT\W*", whole):
            # "CREDIT / AGREEMENT" on a cover page.
            above = parts.view[slice(*lines[first - 1][:2])]
            if cached.fullmatch(
                r"[\W]*(?:[A-Z]+\W+){0,5}(?:CREDIT|LOAN|SECURITY|TERM|REVOLVING|FACILITY|NOTE)\W*", above
            ):
                first -= 1
        return lines[first][0], lines[last][1]
    return None


def _lines(view: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Lines with text: (start, end, blank lines before)."""
    lines, gap, at = [], 0, start
    while at < end:
        stop = view.find("\n", at, end)
        stop = end if stop < 0 else stop
        text = view[at:stop]
        if text.strip():
            a = at + len(text) - len(text.lstrip())
            lines.append((a, a + len(text.strip()), gap))
            gap = 0
        else:
            gap += 1
        at = stop + 1
    return lines


def _titular(text: str) -> bool:
    """Whether a line may be part of a title."""
    if _NOISE.match(text) or _DATE_LINE.match(text) or _ENTRY.search(text) or len(text) > 200:
        return False
    words = cached.findall(r"[A-Za-z]{2,}", text)
    small = [
        w
        for w in words
        if w.islower()
        and w not in {"to", "of", "and", "the", "for", "with", "in", "by", "under", "certain", "that", "no"}
    ]
    return (
        bool(words)
        and len(small) <= max(1, len(words) // 6)
        and not cached.search(r"\b(?:Inc|L\.?L\.?C|Corp|N\.A|Ltd|L\.P)\b\.?\W*$", text)
    )


def _names_party(text: str) -> bool:
    """Whether a line of a cover page names a bank ("GUARANTY BANK", "Morgan Trust Company") and not the instrument."""
    return is_organisation(text) and not cached.search(
        rf"\b(?:Agreement|Notes?|Indenture|Debenture|Deed|Guarant(?:y|ee)s?\W*$|Mortgage|Facility|Line\s+of\s+Credit|{ACT})\b",
        text,
        regex.I,
    )


def _goes_on(view: str, one: tuple[int, int, int], two: tuple[int, int, int]) -> bool:
    """Whether a title runs from one line into the next."""
    above, below = view[one[0] : one[1]], view[two[0] : two[1]]
    if not _titular(above) or not _titular(below):
        return False
    joined = bool(_OPEN_END.search(above) or _OPEN_START.match(below))
    if joined:
        return two[2] <= 3
    if is_organisation(below) and not _KEY.search(below):
        return False
    if is_organisation(above) and not _KEY.search(above):
        return False
    # Without a word that binds them, lines of one block belong together while the first names no whole instrument.
    return two[2] == 0 and (
        not cached.search(rf"\b(?:{OBJECT}|{ACT})\W*$", above, regex.I)
        or not _KEY.search(below)
        or (bool(cached.match(rf"\W*{ACT}\b", below, regex.I)) and not cached.search(ACT, above, regex.I))
    )
