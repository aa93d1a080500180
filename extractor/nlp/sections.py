"""Which part of a loan instrument is which: heading, opening, recitals, operative part, signature pages, annexes."""

import itertools
from typing import NamedTuple

import regex

from extractor.nlp.openings import SPACED, WITNESS, find_opening, first
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

_OPENING_LENGTH = 12_000
# Longest stretch of signature pages without a signature line, and how much may stand under the last of them. Of 267 credit
# agreements, 16 had a stretch of over 4,000 characters: schedules and land descriptions, with a few lists of names below 6,000.
_UNSIGNED = 6_000
_UNDER = 1_500
_RECITALS = Scan(
    r"(?:^|(?<=\s))(?:W\s{0,3}I\s{0,3}T\s{0,3}N\s{0,3}E\s{0,3}S\s{0,3}S\s{0,3}E\s{0,3}T\s{0,3}H|R\s?E\s?C\s?I\s?T\s?A\s?L\s?S?|B\s?A\s?C\s?K\s?G\s?R\s?O\s?U\s?N\s?D"
    r"|PRELIMINARY\s+STATEMENTS?|INTRODUCTORY\s+STATEMENTS?|STATEMENT\s+OF\s+(?:FACTS|PURPOSE)|EXPLANATORY\s+STATEMENT|PREAMBLE)\b"
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
    start=r"^[ \t]*(?:[\"\[]?(?:EXHIBIT|ANNEX|SCHEDULE|APPENDIX|ATTACHMENT|Exhibit|Annex|Schedule|Appendix|Attachment)[ \t]+\"?[A-Z0-9]"
    r"|(?:INDEX|LIST)[ \t]+(?:TO|OF)[ \t]|SCHEDULES?[ \t]*(?:OF|$)|(?:EXHIBIT|ANNEX|SCHEDULE|APPENDIX)[ \t]*\n)",
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
    opening = find_opening(view)
    limit = min(len(view), opening + _OPENING_LENGTH)
    # "AGREEMENT / dated as of ... among ..." is no heading over what is agreed.
    titled = opening + 9 * view.startswith("AGREEMENT", opening)
    operative = first(_OPERATIVE, view, titled, min(len(view), opening + 4 * _OPENING_LENGTH))
    if operative is not None and _CONFORMED.search(view, opening, operative):
        # Behind a signature the formula is that of an annex.
        operative = None
    recitals = first(_RECITALS, view, opening + 40, min(limit, operative or limit))
    if operative is None:
        # No formula: the opening is its paragraph, and the operative part begins after it.
        operative = _behind_numbered(view, recitals) if recitals is not None else _paragraph_end(view, opening)
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


# "1. RECITALS." is a section of its own, which ends where the second begins.
_FIRST_NUMBER = regex.compile(r"(?:^|\n)[ \t]*(?:1|I)\.\s*$")
_SECOND = regex.compile(r"^[ \t]*(?:2|II)\.[ \t]+(?=[A-Z])", regex.M)


def _behind_numbered(view: str, recitals: int) -> int:
    """Where the operative part begins that no formula opens: behind the recitals, if they are a numbered section."""
    if not _FIRST_NUMBER.search(view, max(0, recitals - 20), recitals):
        return recitals
    second = _SECOND.search(view, recitals, recitals + _OPENING_LENGTH)
    return second.start() if second else recitals


# "This Agreement is made between:" goes on with the parties, each in a paragraph of its own.
_LIST_FOLLOWS = regex.compile(rf"\b(?:between|among|{SPACED}|amongst|parties|undersigned)\s*:?\s*$", regex.I)


def _paragraph_end(view: str, start: int) -> int:
    # "(1) Acme Ltd. (the "Borrower"); / (2) ...": the list of parties goes on.
    found = cached.compiled(r"(?:[.:]|;(?!\s*\n[ \t]*\n\s*\(?(?:\d{1,2}|[ivx]{1,4}|[b-h])[.)]\s))\s*\n[ \t]*\n").search(
        view, start + 40, start + _OPENING_LENGTH
    )
    if found and _LIST_FOLLOWS.search(view, start, found.start()):
        found = cached.compiled(r"\.\s*\n[ \t]*\n|\n[ \t]*\n(?=[ \t]*\w{1,3}[.)]\s+[A-Z][a-z])").search(
            view, found.end() + 40, found.end() + 4000
        )
    return found.end() if found else min(len(view), start + 3000)


def _signatures(view: str, operative: int) -> int:
    early = _labelled_block(view, operative)
    for found in WITNESS.finditer(view, operative):
        if early is not None and early < found.start() - 1500:
            break
        sealed = found.group().endswith((":", "："))
        if sealed or SIGN_LINE.search(view, found.end(), min(len(view), found.end() + 4000)):
            # Who signed above the formula has signed all the same.
            signed = _CONFORMED.search(view, operative, found.start()) or _SIGNED.search(
                view, max(operative, found.start() - 600), found.start()
            )
            if signed and _of_a_form(view, signed.start(), found.start()):
                return found.start()
            return _block_start(view, operative, signed.start()) if signed else found.start()
    if signed := _CONFORMED.search(view, operative, len(view) if early is None else early):
        # Who signed, signed before the forms of the exhibits that are to be filled in.
        return _block_start(view, operative, _first_signed(view, operative, signed.start()))
    if early is not None:
        first_signed = _first_signed(view, operative, early)
        return early if first_signed == early else _block_start(view, operative, first_signed)
    lines = [m.start() for m in SIGN_LINE.finditer(view, operative)]
    # A fill-in rule may stand anywhere; three within a page are signatures.
    for one, third in zip(lines, lines[2:], strict=False):
        if third - one < 1200:
            return _block_start(view, operative, one)
    alone = _SIGNED.search(view, operative)
    return _block_start(view, operative, alone.start()) if alone else len(view)


# A numbered clause of the operative part.
_CLAUSE = Scan(r"^[ \t]*(?:Section[ \t]+)?\d{1,2}\.(?:\d{1,2}\.?)?[ \t]+(?=[A-Z])", regex.M)


def _of_a_form(view: str, signed: int, formula: int) -> bool:
    """Whether a signature above the formula is that of a form in the body: clauses go on behind it to a signed formula."""
    return first(_CLAUSE, view, signed, formula) is not None and (
        first(_SIGNED, view, formula, min(len(view), formula + 4000)) is not None
    )


def _first_signed(view: str, operative: int, at: int) -> int:
    """Where the first of the signatures stands that go before the one at `at`, each close to the next."""
    while signed := _SIGNED.search(view, max(operative, at - 600), at):
        at = signed.start()
    return at


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
        parts = [Section(SIGNATURES, start, annex.start()), Section(ANNEX, annex.start(), deed.start())]
        start = deed.start()
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
    if part.end - part.start <= _UNSIGNED:
        return [part]
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
