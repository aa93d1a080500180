"""Where the opening of an instrument begins: the paragraph that names it, its date and its parties."""

import itertools
import re
from collections.abc import Iterator

import regex

from extractor.values.alternatives import by_letter
from extractor.values.scan import Scan

# No opening begins later than this; cover pages, tables of contents and filer headings come before it.
_OPENING_WITHIN = 30_000
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
_CUE_TITLE = Scan(
    r"^[\"'(\s]*(?:(?:THIS|This)\b|(?:REFERENCE|Reference)\s+is\s+(?:hereby\s+)?made\b|(?:(?:[A-Z0-9][\w#&.'/()-]*|to|and|of|the|for),?\s+){0,12}?"
    + by_letter(
        r"AMENDMENT|Amendment|WAIVER|Waiver|CONSENT|Consent|AGREEMENT|Agreement|FORBEARANCE|Forbearance|MODIFICATION|Modification|SUPPLEMENT|Supplement|EXTENSION|Extension"
        r"|RESTATEMENT|JOINDER|Joinder|INDENTURE|Indenture|ALLONGE|Allonge|ADDENDUM|Addendum|NOTE|Note"
    )
    + r"\b)",
    short=True,
)
# Where a paragraph of the opening ends, unless the list of the parties follows: "THIS AGREEMENT made as of ... / B E T W E E N:".
_NO_LIST = rf"(?!\s*(?:BETWEEN|AMONG|{SPACED}|BY\s+AND\s+(?:AMONG|BETWEEN))\b)"
_BLOCK_END = regex.compile(rf"\n[ \t]*\n{_NO_LIST}")
_HEAD_END = regex.compile(rf"\n[ \t]*\n[ \t]*\n{_NO_LIST}|\b(?:WHEREAS|RECITALS|WITNESSETH)\b")
# What a document says of itself in its last clauses is no opening.
_NO_OPENING = regex.compile(
    r"\W*(?:Section|Article)\s+[\dIVX]|\W*This\s+(?:\w+\s+){0,4}?(?:contains|constitutes|sets\s+forth|inures|embodies|supersedes|represents|may\s+be|is\s+(?:to\s+be\s+)?governed"
    r"|(?:shall|will)\s+(?:be\s+(?:governed|binding|construed|interpreted)|inure|terminate|survive))\b",
    regex.I,
)
# An opening that names no instrument: "ACME INC., a Delaware corporation (the "Borrower"), the banks ..., agree as follows".
SUBJECT = Scan(
    r"^[ \t]*+((?:(?:[A-Z][\w&.'’-]*+|\([A-Z][\w. ]{1,20}\)),?(?:[ \t]+|[ \t]*\n[ \t]*)(?:(?:of|and|the|&)\s+)?){1,9}?)an?\s+(?:[\w.]+\s+){1,6}?"
    r"(?:corporation|company|partnership|association|bank|trust)\b[^;:\"]{0,120}?\((?:the|each,?\s+an?|collectively,?\s+the)?\s*\"",
    regex.M,
)
_RUNS_ON = regex.compile(r"[a-z,][ \t]*\n[ \t]*$")
# Where the lines of a filing run on, the opening may stand anywhere in them: "... EXHIBIT 10.2 CREDIT AGREEMENT dated as of".
_RUN_IN = Scan(
    r"(?<=\s)(?:(?!AGREEMENT|INDENTURE)[A-Z]{2,}\s+){1,8}(?:AGREEMENT|INDENTURE),?\s+dated\s+as\s+of\s+[A-Z][a-z]+\s+\d{1,2},\s+\d{4},?\s+(?:by\s+and\s+)?(?:among|between)\s+(?=[A-Z][^;]{4,300}\(\s*the\s+\")"
)
_AGREE = Scan(r"\bagrees?\s+as\s+follows\b", regex.I)
# Characters from the first party's term to those words: of 69 texts that had both, 66 had 77 to 2,345, the next 3,003.
_OPENS_WITHIN = 3000
_DEFINITION = regex.compile(r"\"[^\"\n]{2,80}\"\s*:?\s*(?:means?|shall\s+mean|the)\b")
# The rest of a bracket that a line's end cut: "(this / "Amendment") is entered into ...".
_TERM_ENDS = regex.compile(r"\s*\"[^\"\n]{2,60}\"\s*\)")
_CUE_TERM = regex.compile(r"\((?:[^()]|\([^()]{0,80}\)){0,160}\"", regex.I)
_CUE_NOTE = regex.compile(r"\b(?:FOR\s+VALUE\s+RECEIVED|promises?\s+(?:and\s+agrees?\s+)?to\s+pay)\b", regex.I)
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
# Or its head names who borrows behind a label, and nothing else opens.
# "Borrower (hereinafter Party A):", "Party A (Borrower):", as contracts have it that were translated from the Chinese.
LETTERED = r"(?:[ \t]*\([^()\n]{0,50}?\bParty[ \t]+[A-D]\b[\"' \t]*\))"
_CUE_LABEL = Scan(
    rf"^[ \t]*+(?:BORROWERS?(?:\(S\))?{LETTERED}?|PARTY[ \t]+A[ \t]*\((?:the[ \t]+)?BORROWER\))[ \t]*[:：][ \t]*(?=(?-i:[A-Z]))",
    regex.I | regex.M,
)
_HEAD = 3000
_CUE_REFERENCE = regex.compile(r"^[ \t]*(?:Re|RE|Reference|Subject)[ \t]*:", regex.M)
# Behind these words nothing opens.
_THEREFORE = Scan(r"\b(?:NOW\s*,?\s+THEREFORE|Now\s*,?\s+therefore)\b")
#: The words under which those sign who made the instrument.
WITNESS = Scan(
    r"\bIN\s+WITNESS\s+(?:WHEREOF|HEREOF|OF)|\bIN\s+TESTIMONY\s+WHEREOF|^[ \t]*WITNESS\s+(?:the\s+(?:due\s+execution|following\s+signatures?)|our\s+hands?)\b"
    r"|\b(?:between|among)\s+us\s+for\s+the\s+uses\s+and\s+purposes\b|^[ \t]*(?:ACCEPTED|AGREED|ACKNOWLEDGED)(?:\s*,?\s+(?:AND|&)?\s*(?:ACCEPTED|AGREED|ACKNOWLEDGED|TO|CONSENTED))+"
    r"|^[ \t]*(?:Party[ \t]+A|Borrower)[ \t]*\((?:\w+[ \t]+){0,2}(?:seal|stamp|chop)\)[ \t]*[:：]"
    r"|\beach\s+of\s+the\s+undersigned\s+has\s+caused|(?<!\b(?:shall|must|will|to|may)\s+)\bhave\s+(?:duly\s+)?(?:executed|caused)\s+this\b|^[ \t]*(?-i:EXECUTED|Executed|SIGNED|Signed)\s+(?:as\s+of|as\s+an?\s+deed|this|on|and|by|effective|under|to\s+be|in)\b|^[ \t]*(?:Very\s+truly\s+yours|Sincerely|Yours\s+(?:truly|faithfully))",
    regex.I | regex.M,
)


def first(pattern: Scan, view: str, start: int, end: int) -> int | None:
    """Where a pattern first matches between two offsets."""
    found = pattern.search(view, min(start, end), end)
    return found.start() if found else None


# The score of a paragraph that names instrument, date and parties.
_CLEAR = 5.5


def _subject(view: str, end: int) -> int | None:
    """Where an opening begins that says at once who agrees, without a word of the instrument."""
    agreed = first(_AGREE, view, 0, end)
    if agreed is not None:
        for found in subjects(view, 0, agreed):
            if found.end() + _OPENS_WITHIN > agreed:
                return found.start(1)
    return None


def subjects(view: str, start: int, end: int) -> Iterator[regex.Match[str]]:
    """Where a party stands first, and not the rest of a name that began a line above ("Acme, / Incorporated, an ...")."""
    return (
        found
        for found in SUBJECT.finditer(view, start, end)
        if not _RUNS_ON.search(view, max(start, found.start() - 40), found.start())
    )


def find_opening(view: str) -> int:
    """Where the paragraph begins that names the instrument, its date and its parties."""
    best, best_score, best_cue, promised = 0, 0.0, -1, False
    end = min(len(view), _OPENING_WITHIN)
    if form := _CUE_FORM.search(view, 0, end):
        return form.start()
    last = first(WITNESS, view, 0, end) or end
    # The first such words behind the best paragraph so far.
    therefore = -1
    begins = _FIRST_LINE.match(view, 0, last)
    for found in itertools.chain([begins] if begins else [], _PARAGRAPH.finditer(view, 0, last)):
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
        if _NO_OPENING.match(head) or _DEFINITION.match(head) or _TERM_ENDS.match(head):
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
    if best_score < _CLEAR and (label := _CUE_LABEL.search(view, 0, min(_HEAD, best or last))):
        return label.start()
    if best_score < _CLEAR and (subject := _subject(view, end)) is not None and not 0 < subject - best < 200:
        return subject
    if best_score < _CLEAR and (run_in := first(_RUN_IN, view, 0, end)) is not None:
        return run_in
    covenant = _CUE_COVENANT.search(view, 0, max(0, min(best - 2000, last)))
    if covenant:
        return covenant.start()
    letter = _CUE_LETTER.search(view, 0, end)
    if letter and (best_score < _CLEAR or letter.start() - 1500 < best < letter.start() + 1500):
        # The reference line above the salutation says what the letter is about.
        reference = _CUE_REFERENCE.search(view, max(0, letter.start() - 1500), letter.start())
        return reference.start() if reference else letter.start()
    return best
