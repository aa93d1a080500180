"""Which part of a loan instrument is which: heading, opening, recitals, operative part, signature pages, annexes."""

import itertools
import re
from typing import NamedTuple

import regex

from extractor.values import cached
from extractor.values.scan import Scan


class Section(NamedTuple):
    """A part of the text, from `start` to `end` (offsets in characters)."""

    name: str
    start: int
    end: int


HEADING, OPENING, RECITALS, OPERATIVE, SIGNATURES, ANNEX = (
    "heading",
    "opening",
    "recitals",
    "operative",
    "signatures",
    "annex",
)

# No opening begins later than this; cover pages, tables of contents and filer headings come before it.
_OPENING_WITHIN = 30_000
_OPENING_LENGTH = 12_000
# Longest stretch of signature pages without a signature line, and how much may stand under the last of them. Of 267 credit
# agreements, 16 had a stretch of over 4,000 characters: schedules and land descriptions, with a few lists of names below 6,000.
_UNSIGNED = 6_000
_UNDER = 1_500
# What stands before a paragraph: the line end before its first line, which comes behind a blank line, is indented, or
# opens as instruments do. For `re`, which goes from line end to line end many times as fast as `regex`.
_PARAGRAPH = re.compile(
    r"\n(?:[ \t]*\n[ \t]*+(?=\S)|[ \t]{3,}+(?=\S)|[ \t]*+(?=(?:THIS|This)[ \t]"
    r"|[A-Z0-9 .#&'()-]{0,60}\b(?:AMENDMENT|WAIVER|CONSENT|FORBEARANCE|SUPPLEMENT|MODIFICATION)\b[A-Z0-9 .#&'()-]{0,100},[ \t]+(?:dated|DATED)\b))"
)
_FIRST_LINE = re.compile(r"[ \t]*+(?=\S)")
#: "between" and "among" as they stand above a list of parties, letter by letter.
SPACED = r"B\sE\sT\sW\sE\sE\sN|A\sM\sO\sN\sG"
_CUE_DATE = regex.compile(r"\b(?:dated|made|entered(?:\s+into)?|effective|executed|date)\b", regex.I)
_CUE_PARTIES = regex.compile(rf"\b(?:by\s+and\s+)?(?:among|between|amongst|{SPACED}|by)\b", regex.I)
_CUE_TITLE = regex.compile(
    r"^[\"'(\s]*(?:(?:THIS|This)\b|(?:REFERENCE|Reference)\s+is\s+(?:hereby\s+)?made\b|(?:(?:[A-Z0-9][\w#&.'/()-]*|to|and|of|the|for),?\s+){0,12}?(?:AMENDMENT|Amendment|WAIVER|Waiver|CONSENT"
    r"|Consent|AGREEMENT|Agreement|FORBEARANCE|Forbearance|MODIFICATION|Modification|SUPPLEMENT|Supplement|EXTENSION|Extension"
    r"|RESTATEMENT|JOINDER|Joinder|INDENTURE|Indenture|ALLONGE|Allonge|ADDENDUM|Addendum|NOTE|Note)\b)"
)
# Where a paragraph of the opening ends, unless the list of the parties follows: "THIS AGREEMENT made as of ... / B E T W E E N:".
_NO_LIST = rf"(?!\s*(?:BETWEEN|AMONG|{SPACED}|BY\s+AND\s+(?:AMONG|BETWEEN))\b)"
_BLOCK_END = regex.compile(rf"\n[ \t]*\n{_NO_LIST}")
_HEAD_END = regex.compile(rf"\n[ \t]*\n[ \t]*\n{_NO_LIST}|\b(?:WHEREAS|RECITALS|WITNESSETH)\b")
# What a document says of itself in its last clauses is no opening.
_NO_OPENING = regex.compile(
    r"\W*(?:Section|Article)\s+[\dIVX]|\W*This\s+(?:\w+\s+){0,4}?(?:contains|constitutes|sets\s+forth|inures|embodies|supersedes|represents|may\s+be|is\s+governed"
    r"|(?:shall|will)\s+(?:be\s+(?:governed|binding|construed|interpreted)|inure|terminate|survive))\b",
    regex.I,
)
# An opening that names no instrument: "ACME INC., a Delaware corporation (the "Borrower"), the banks ..., agree as follows".
SUBJECT = Scan(
    r"^[ \t]*+((?:(?:[A-Z][\w&.'’-]*+|\([A-Z][\w. ]{1,20}\)),?(?:[ \t]+|[ \t]*\n[ \t]*)(?:(?:of|and|the|&)\s+)?){1,9}?)an?\s+(?:[\w.]+\s+){1,6}?"
    r"(?:corporation|company|partnership|association|bank|trust)\b[^;:\"]{0,120}?\((?:the|each,?\s+an?|collectively,?\s+the)?\s*\"",
    regex.M,
)
_AGREE = Scan(r"\bagrees?\s+as\s+follows\b", regex.I)
# Characters from its beginning to those words.
_OPENS_WITHIN = 3000
_DEFINITION = regex.compile(r"\"[^\"\n]{2,80}\"\s*:?\s*(?:means?|shall\s+mean|the)\b")
_CUE_TERM = regex.compile(r"\((?:[^()]|\([^()]{0,80}\)){0,160}\"", regex.I)
_CUE_NOTE = regex.compile(r"\b(?:FOR\s+VALUE\s+RECEIVED|promises?\s+to\s+pay)\b", regex.I)
_OF_THE_NOTE = regex.compile(
    r"this\s+(?:[\w-]+\s+){0,8}?(?:note|debenture)\b"
    r"(?!\s*(?:\([^()]{0,60}\)\s*)?,?\s*(?:is\s+)?(?:made\s+and\s+entered|entered\s+into|dated)\b[^.;]{0,300}\b(?:between|among)\b)",
    regex.I,
)
_CLAUSE = regex.compile(r"\(?\d{1,2}[.)]\s")
_CUE_LETTER = Scan(
    r"^[ \t]*+(?:Ladies\s+and\s+Gentlemen|Gentlemen|Dear\s+[^\n:,]{1,60})\s*[:,]"
    r"|^[ \t]*+Dear[ \t]+(?:Sirs?|Madams?|Mesdames)(?:[ \t]+(?:or|and)[ \t]+\w+)?[ \t]*$",
    regex.I | regex.M,
)
# "In consideration of my employment with Acme, Inc. ... I agree": an employee's covenant opens without naming itself.
_CUE_COVENANT = regex.compile(
    r"^[ \t]*+(?:As\s+an?\s+(?:\w+\s+){0,2}?(?:condition|associate|employee|executive|director)|In\s+(?:partial\s+)?(?:consideration|recognition)\s+of"
    r"|I(?=\s*,)|The\s+undersigned)\b(?=(?:(?!\n[ \t]*\n)[\s\S]){0,900}?\b(?:my|your|you|I|undersigned|Employee)\b)",
    regex.M | regex.I,
)
# A bank's printed form has a box in place of an opening, and begins with what it changes.
_CUE_FORM = Scan(r"^[ \t]*+DESCRIPTION[ \t]+OF[ \t]+EXISTING[ \t]+INDEBTEDNESS\b", regex.M)
_CUE_REFERENCE = regex.compile(r"^[ \t]*(?:Re|RE|Reference|Subject)[ \t]*:", regex.M)

_RECITALS = Scan(
    r"(?:^|(?<=\s))(?:W\s{0,3}I\s{0,3}T\s{0,3}N\s{0,3}E\s{0,3}S\s{0,3}S\s{0,3}E\s{0,3}T\s{0,3}H|R\s?E\s?C\s?I\s?T\s?A\s?L\s?S?|B\s?A\s?C\s?K\s?G\s?R\s?O\s?U\s?N\s?D"
    r"|PRELIMINARY\s+STATEMENTS?|INTRODUCTORY\s+STATEMENTS?|STATEMENT\s+OF\s+(?:FACTS|PURPOSE)|EXPLANATORY\s+STATEMENT)\b"
    r"|^[ \t]*(?:WHEREAS|Whereas|Recitals?|Background|Preliminary\s+Statements?|Introductory\s+Statements?|Statement\s+of\s+Facts)\b"
    # "the A / Borrower" at a line's break is no paragraph A.
    r"|^[ \t]*(?:(?:A|1|I)(?:[.)]\s+|\s{2,})|\((?:A|1)\)\s+)(?:The\s+parties|Reference|Background|[A-Z]\w+(?:,|\s+and)\s)",
    regex.M,
)
_OPERATIVE = Scan(
    r"\b(?:NOW\s*,?\s+THEREFORE|Now\s*,?\s+therefore|(?:hereby\s+)?(?:(?:further\s+)?agrees?|covenants?\s+and\s+agree)\s+(?:as\s+follows|to\s+the\s+following)|ACCORDINGLY,"
    r"|IN\s+CONSIDERATION\s+OF|In\s+consideration\s+of\s+the|it\s+is\s+(?:hereby\s+)?agreed\b)"
    r"|^[ \t]*(?:SECTION|Section|ARTICLE|Article)\s+(?:1|I|ONE)\b|^[ \t]*AGREEMENTS?[ \t]*:?[ \t]*$",
    regex.M,
)
# Behind these words nothing opens.
_THEREFORE = Scan(r"\b(?:NOW\s*,?\s+THEREFORE|Now\s*,?\s+therefore)\b")
_WITNESS = Scan(
    r"\bIN\s+WITNESS\s+(?:WHEREOF|HEREOF|OF)|\bIN\s+TESTIMONY\s+WHEREOF|^[ \t]*(?:ACCEPTED|AGREED|ACKNOWLEDGED)(?:\s*,?\s+(?:AND|&)?\s*(?:ACCEPTED|AGREED|ACKNOWLEDGED|TO|CONSENTED))+"
    r"|\beach\s+of\s+the\s+undersigned\s+has\s+caused|(?<!\b(?:shall|must|will|to|may)\s+)\bhave\s+(?:duly\s+)?(?:executed|caused)\s+this\b|^[ \t]*(?-i:EXECUTED|Executed|SIGNED|Signed)\s+(?:as\s+of|as\s+an?\s+deed|this|on|and|by|effective|under|to\s+be|in)\b|^[ \t]*(?:Very\s+truly\s+yours|Sincerely|Yours\s+(?:truly|faithfully))",
    regex.I | regex.M,
)
SIGN_LINE = Scan(
    r"^[^\n]{0,90}?(?:\bBy[ \t]*[:;_]|\bBy[ \t]+/s/|/s/|(?<![\w.])_{8,}|\bName[ \t]*:|\bTitle[ \t]*:|\bIts[ \t]*:)"
    # "By  JOHN Q. DOE", as typescripts conform a signature.
    r"|^[ \t]*By[ \t]{1,8}(?-i:[A-Z][A-Z.'’-]*(?:[ \t][A-Z][A-Z.'’-]*){1,4})[ \t]*$",
    regex.I | regex.M,
)
_CONFORMED = Scan(r"^[ \t]*By[ \t]*:?[ \t]*/s/", regex.I | regex.M)
_SIGNED = Scan(r"^(?:[ \t]*|[^\n]{0,60}[ \t:])/s/", regex.I | regex.M)
_LABELLED = Scan(r"^[ \t]*(By|Name|Title)[ \t]*:", regex.I | regex.M)
_ANNEX = Scan(
    r"^[ \t]*(?:\"|\[)?(?:EXHIBIT|ANNEX|SCHEDULE|APPENDIX|ATTACHMENT|Exhibit|Annex|Schedule|Appendix|Attachment)[ \t]+"
    r"\"?(?:[A-Z0-9][-\w.()/]{0,7})(?:\"|\])?[ \t]*(?:$|[-–:][^\n]{0,60}$|\([^\n()]{1,60}\)[ \t]*$|(?-i:[A-Z][A-Z ,&'/-]{3,60})[ \t]*$|TO\b[^\n]{0,80}$|to\b[^\n]{0,80}$)|^[ \t]*(?:INDEX|LIST)[ \t]+(?:TO|OF)[ \t]+(?:SCHEDULES|EXHIBITS)\b[^\n]{0,40}$|^[ \t]*SCHEDULES?[ \t]*(?:OF[^\n]{0,60})?$|^[ \t]*(?:EXHIBIT|ANNEX|SCHEDULE|APPENDIX)[ \t]*\n[ \t]*(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:-\d+)?[ \t]*$",
    regex.M,
)
_DEED = Scan(
    r"^[ \t]*(?:EXECUTED|SIGNED|Executed|Signed)\b[^\n]{0,40}\b(?:as[ \t]+a[ \t]+deed|(?:by|on[ \t]+behalf[ \t]+of)\b[^\n]{0,60}[ \t]\)[ \t]*(?:$|\S))",
    regex.I | regex.M,
)
_FORM_OF_CONSENT = regex.compile(
    r"\b(?:CONSENT|ACKNOWLEDGE?MENT|REAFFIRMATION|RATIFICATION|CONFIRMATION|JOINDER)\b", regex.I
)


def find_sections(view: str) -> list[Section]:
    """The sections of the text whose view this is, in order, without gaps."""
    opening = _opening(view)
    limit = min(len(view), opening + _OPENING_LENGTH)
    # "AGREEMENT / dated as of ... among ..." is no heading over what is agreed.
    titled = opening + 9 * view.startswith("AGREEMENT", opening)
    operative = _first(_OPERATIVE, view, titled, min(len(view), opening + 4 * _OPENING_LENGTH))
    recitals = _first(_RECITALS, view, opening + 40, min(limit, operative or limit))
    if operative is None:
        # No formula: the opening is its paragraph, and the operative part begins after it.
        operative = recitals if recitals is not None else _paragraph_end(view, opening)
    if recitals is None:
        recitals = min(operative, _paragraph_end(view, opening))
    signatures = _signatures(view, operative)
    sections = [
        Section(HEADING, 0, opening),
        Section(OPENING, opening, recitals),
        Section(RECITALS, recitals, operative),
        Section(OPERATIVE, operative, signatures),
        *_tail(view, signatures),
    ]
    return [s for s in sections if s.start < s.end]


def _first(pattern: Scan, view: str, start: int, end: int) -> int | None:
    found = pattern.search(view, min(start, end), end)
    return found.start() if found else None


# "This Agreement is made between:" goes on with the parties, each in a paragraph of its own.
_LIST_FOLLOWS = regex.compile(rf"\b(?:between|among|{SPACED}|amongst|parties|undersigned)\s*:?\s*$", regex.I)


def _paragraph_end(view: str, start: int) -> int:
    found = cached.compiled(r"[.:;]\s*\n[ \t]*\n").search(view, start + 40, start + _OPENING_LENGTH)
    if found and _LIST_FOLLOWS.search(view, start, found.start()):
        found = cached.compiled(r"\.\s*\n[ \t]*\n|\n[ \t]*\n(?=[ \t]*\w{1,3}[.)]\s+[A-Z][a-z])").search(
            view, found.end() + 40, found.end() + 4000
        )
    return found.end() if found else min(len(view), start + 3000)


# The score of a paragraph that names instrument, date and parties.
_CLEAR = 5.5


def _subject(view: str, end: int) -> int | None:
    """Where an opening begins that says at once who agrees, without a word of the instrument."""
    agreed = _first(_AGREE, view, 0, end)
    if agreed is not None:
        for found in SUBJECT.finditer(view, 0, agreed):
            if found.end() + _OPENS_WITHIN > agreed:
                return found.start(1)
    return None


def _opening(view: str) -> int:
    """Where the paragraph begins that names the instrument, its date and its parties."""
    best, best_score, best_cue, promised = 0, 0.0, -1, False
    end = min(len(view), _OPENING_WITHIN)
    if form := _CUE_FORM.search(view, 0, end):
        return form.start()
    last = _first(_WITNESS, view, 0, end) or end
    # The first such words behind the best paragraph so far.
    therefore = -1
    first = _FIRST_LINE.match(view, 0, last)
    for found in itertools.chain([first] if first else [], _PARAGRAPH.finditer(view, 0, last)):
        start = found.end()
        if best_score >= _CLEAR:
            if therefore < best:
                therefore = next((m.start() for m in _THEREFORE.finditer(view, best, last)), last)
            if therefore < start:
                break
        head = view[start : start + 900]
        if not _CUE_TITLE.search(head[:260]) and not _CUE_NOTE.match(head):
            continue
        stop = _HEAD_END.search(head)
        head = head[: stop.start()] if stop else head
        if _NO_OPENING.match(head) or _DEFINITION.match(head):
            continue
        if not (title := _CUE_TITLE.search(head[:260])) and not _CUE_NOTE.match(head):
            continue
        # "This Note restates the Note dated ...", "is made pursuant to ...": behind the promise it is but a clause.
        if promised and (_OF_THE_NOTE.match(head) or _CLAUSE.match(head)):
            continue
        promised = promised or bool(_CUE_NOTE.match(head))
        parties = _CUE_PARTIES.search(head)
        score = (
            1.0 + (2 if _CUE_DATE.search(head) else 0) + (2 if parties else 0) + (1.5 if _CUE_TERM.search(head) else 0)
        )
        score += 1 if head[:4].lower() == "this" else 0
        score += 2 if _CUE_NOTE.search(head) and not title else 0
        # Running text, not the words of a cover page spread over many lines: date and parties stand in one paragraph.
        block = _BLOCK_END.split(head, maxsplit=1)[0]
        if len(block) < 300 and not (_CUE_DATE.search(block) and _CUE_PARTIES.search(block)):
            score -= 1.5
        score -= start / _OPENING_WITHIN
        cue = start + parties.start() if parties else -1
        # The heading above the opening sees the opening's own words: of those that share them, the last begins it.
        if score > best_score + 0.5 or (cue > 0 and cue == best_cue and score > best_score - 2.2):
            best, best_score, best_cue = start, score, cue
        elif best_score >= 6 and cue != best_cue:
            break
    if best_score < _CLEAR and (subject := _subject(view, end)) is not None and not 0 < subject - best < 200:
        return subject
    covenant = _CUE_COVENANT.search(view, 0, max(0, min(best - 2000, last)))
    if covenant:
        return covenant.start()
    letter = _CUE_LETTER.search(view, 0, end)
    if letter and (best_score < _CLEAR or letter.start() - 1500 < best < letter.start() + 1500):
        # The reference line above the salutation says what the letter is about.
        reference = _CUE_REFERENCE.search(view, max(0, letter.start() - 1500), letter.start())
        return reference.start() if reference else letter.start()
    return best


def _signatures(view: str, operative: int) -> int:
    early = _labelled_block(view, operative)
    for found in _WITNESS.finditer(view, operative):
        if early is not None and early < found.start() - 1500:
            break
        if SIGN_LINE.search(view, found.end(), min(len(view), found.end() + 4000)):
            # Who signed above the formula has signed all the same.
            signed = _CONFORMED.search(view, max(operative, found.start() - 6000), found.start()) or _SIGNED.search(
                view, max(operative, found.start() - 600), found.start()
            )
            return _block_start(view, operative, signed.start()) if signed else found.start()
    if early is not None:
        return early
    if signed := _CONFORMED.search(view, operative):
        return _block_start(view, operative, signed.start())
    lines = [m.start() for m in SIGN_LINE.finditer(view, operative)]
    # A fill-in rule may stand anywhere; three within a page are signatures.
    for first, third in zip(lines, lines[2:], strict=False):
        if third - first < 1200:
            return _block_start(view, operative, first)
    alone = _SIGNED.search(view, operative)
    return _block_start(view, operative, alone.start()) if alone else len(view)


def _block_start(view: str, operative: int, at: int) -> int:
    """Where the signature block begins that has its first label at `at`: with the short lines above, which name the party."""
    for _ in range(3):
        above = view.rfind("\n\n", operative, max(operative, at - 2))
        if above < 0:
            return operative
        text = view[above:at]
        if (
            len(text) > 260
            or len(cached.findall(r"\b[a-z]{2,}\b", text)) > 8
            or cached.match(r"\s*\(?\w{1,4}[.)]\s", text)
        ):
            break
        at = above
    return max(operative, at)


def _labelled_block(view: str, operative: int) -> int | None:
    """Where the first block begins that has its "By:", "Name:" and "Title:" lines and no formula before it."""
    for one, two in itertools.pairwise(_LABELLED.finditer(view, operative)):
        if two.start() - one.start() < 260 and one.group(1).lower() == "by" and two.group(1).lower() != "by":
            return _block_start(view, operative, one.start())
    return None


def _tail(view: str, start: int) -> list[Section]:
    """Signature pages and what is annexed behind them."""
    parts: list[Section] = []
    annex = _ANNEX.search(view, start)
    if annex and not SIGN_LINE.search(view, start, annex.start()) and (deed := _DEED.search(view, annex.start())):
        # Deeds are executed behind their schedules.
        return [
            Section(SIGNATURES, start, annex.start()),
            Section(ANNEX, annex.start(), deed.start()),
            *_tail(view, deed.start()),
        ]
    at, name = start, SIGNATURES
    for found in _ANNEX.finditer(view, start):
        head = view[found.start() : found.start() + 400]
        following = (
            SIGNATURES
            if _FORM_OF_CONSENT.search(head) and not cached.search(r"\bForm\s+of\b", head, regex.I)
            else ANNEX
        )
        if following != name:
            parts.append(Section(name, at, found.start()))
            at, name = found.start(), following
    parts.append(Section(name, at, len(view)))
    return [piece for part in parts for piece in (_without_gaps(view, part) if part.name == SIGNATURES else [part])]


def _without_gaps(view: str, part: Section) -> list[Section]:
    """Signature pages without the long stretches in which nobody signs: schedules and land descriptions without a caption."""
    pieces, at, last = [], part.start, part.start
    for found in SIGN_LINE.finditer(view, part.start, part.end):
        if found.start() - last > _UNSIGNED:
            stop = _line_end(view, last + _UNDER)
            # Without a blank line between, a block is no longer than this: its party's name, address and capacity.
            begin = _block_start(view, _line_end(view, max(stop, found.start() - 600) - 1), found.start())
            pieces += [Section(SIGNATURES, at, stop), Section(ANNEX, stop, begin)]
            at = begin
        last = found.end()
    if part.end - last > _UNSIGNED and last > part.start:
        stop = _line_end(view, last + _UNDER)
        return [*pieces, Section(SIGNATURES, at, stop), Section(ANNEX, stop, part.end)]
    return [*pieces, Section(SIGNATURES, at, part.end)]


def _line_end(view: str, at: int) -> int:
    """Where the line ends that `at` is in: a name on it is not cut."""
    end = view.find("\n", at)
    return len(view) if end < 0 else end + 1
