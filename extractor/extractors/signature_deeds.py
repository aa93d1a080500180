"""Execution blocks of deeds: what is executed for whom stands left of a rule of brackets, the signatures right of it.

"EXECUTED as a DEED by ACME PLC acting by: ) JANE ROE / Director", "SIGNED by John Doe for and on behalf of ACME BANK AG ) /s/ John Doe".
"""

from typing import NamedTuple

import regex

from extractor.extractors.page_rows import Line
from extractor.extractors.signature_lines import SLASH
from extractor.extractors.signature_state import Block, Signer
from extractor.values import cached
from extractor.values.names import ends_name, fold, is_organisation, is_person, is_title

_RULE = regex.compile(r"\s[)}|](?=\s|$)|^[^()\n]*\K\)(?=\s{3}|[ ]*\t|\s*$)", regex.M)
_EXECUTED = regex.compile(
    r"\s*(?:executed|signed|sealed|given)\b(?:\s*(?:,|and|&)\s*(?:executed|signed|sealed|delivered))*"
    r"(?:\s*,?\s*(?:and\s+)?(?:delivered\s+)?as\s+(?:an?|its|his|her)\s+(?:\w+\s+)?deed)?(?:\s+and\s+delivered)?[\s,]*",
    regex.I,
)
_BEGINS = "esgESG"
# For whom those sign who are named before.
_FOR = regex.compile(
    r"(?:\bas\s+(?:(?:duly\s+)?(?:authori[sz]ed\s+)?(?:attorney|agent|signatory)(?:[\s-]+in[\s-]+fact)?)\s+|\bduly\s+authori[sz]ed[\s,]+)?"
    r"\b(?:for(?:\s+and)?\s+on\s+behalf\s+of|on\s+behalf\s+of|as\s+attorney\s+for)\s+",
    regex.I,
)
_BY = regex.compile(r"by\b[\s:]*", regex.I)
# How the party acts, which is no part of its name.
_ACTS = regex.compile(
    r"\b(?:acting\b|in\s+(?:the\s+presence|accordance)\b|by\s+(?:its|an?|two|the)\b|by\s*:|as\s+(?:an?\s+)?(?:attorney|agent|security|trustee|lender|borrower|guarantor|its)"
    r"|under\s+(?:its|a|the)\b|pursuant\b|per\b|was\s+affixed).*",
    regex.I,
)
_PRESENCE = regex.compile(r"\bin\s+the\s+presence\s+of\b|\bwitness(?:ed)?\b", regex.I)
_NAMES_APART = regex.compile(r"\s*,\s*(?!(?:Jr|Sr|II|III)\b)|\s+and\s+(?:by\s+)?", regex.I)
_MOST_ROWS = 12


class Deed(NamedTuple):
    """A party's execution block.

    Attributes:
        block: the party, what is said of it and who signs.
        stop: index of the first line behind it.
        attested: whether it ends with the words that a witness's signature follows.
    """

    block: Block
    stop: int
    attested: bool


class _Left(NamedTuple):
    """The words left of the rule, put together, with the offset of each character."""

    text: str
    at: list[int]

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places of a part of the words, one for each row."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",;:"):
            end -= 1
        pieces: list[tuple[int, int]] = []
        for k in range(start, end):
            if pieces and self.at[k] == pieces[-1][1]:
                pieces[-1] = (pieces[-1][0], self.at[k] + 1)
            elif not self.text[k].isspace():
                pieces.append((self.at[k], self.at[k] + 1))
        return pieces


def read_deed(view: str, lines: list[Line], i: int, header: str | None, consent: bool) -> Deed | None:
    """The execution block that begins at line `i`; None if none does, or none that says who signs for whom."""
    if view[lines[i].start] not in _BEGINS or not _EXECUTED.match(view[lines[i].start : lines[i].end]):
        return None
    rows, stop = _ruled(view, lines, i)
    if len(rows) < 2:
        return None
    left = _left(view, rows)
    executed = _EXECUTED.match(left.text)
    if executed is None:
        return None
    found = _FOR.search(left.text, executed.end())
    persons: list[Signer] = []
    if found:
        persons = _persons(left, executed.end(), found.start())
        start = found.end()
    elif by := _BY.match(left.text, executed.end()):
        start = by.end()
    else:
        return None
    acts = _ACTS.search(left.text, start)
    end = acts.start() if acts else len(left.text)
    name = left.text[start:end].strip(" ,;:")
    if not name or not (is_organisation(name) or ends_name(name)) or is_title(name.split(",")[0]):
        return None
    signers = _right(view, rows)
    for signer in signers:
        for person in persons:
            if fold(_name(view, person)) == fold(_name(view, signer)):
                signer.title = signer.title or person.title
    signers = signers or persons
    if not signers:
        return None
    described = left.spans(end, len(left.text)) if acts else []
    block = Block(left.spans(start, end), described, header, consent, signers=signers)
    return Deed(block, stop, bool(_PRESENCE.search(left.text)))


def _ruled(view: str, lines: list[Line], i: int) -> tuple[list[tuple[int, int, int]], int]:
    """The rows with a rule from line `i` on, as (start, place of the rule, end), and the first line behind them."""
    rows: list[tuple[int, int, int]] = []
    k = i
    while k < len(lines) and len(rows) < _MOST_ROWS and (k == i or lines[k].gap <= 1):
        start = view.rfind("\n", 0, lines[k].start) + 1
        end = view.find("\n", lines[k].start)
        end = len(view) if end < 0 else end
        rule = _RULE.search(view, max(start - 1, 0), end)
        if (
            rule is None
            and rows
            and SLASH.match(view[lines[k].start : end])
            and not _PRESENCE.search(view, *rows[-1][:2])
        ):
            # Beside words of two lines the signature came out below them.
            rows.append((start, start - 1, end))
            k += 1
            continue
        if rule is None or (rows and _EXECUTED.match(view[start : rule.start()])):
            break
        rows.append((start, rule.end() - 1, end))
        while k < len(lines) and lines[k].start < end:
            k += 1
    return rows, k


def _left(view: str, rows: list[tuple[int, int, int]]) -> _Left:
    text: list[str] = []
    at: list[int] = []
    for start, rule, _ in rows:
        for offset in range(start, rule):
            if not view[offset].isspace() or (text and not text[-1].isspace()):
                text.append(" " if view[offset].isspace() else view[offset])
                at.append(offset)
        if text and not text[-1].isspace():
            text.append(" ")
            at.append(rule)
    return _Left("".join(text), at)


def _persons(left: _Left, start: int, end: int) -> list[Signer]:
    """Who signs, as the words before "for and on behalf of" name them, with their titles."""
    signers: list[Signer] = []
    by = _BY.match(left.text, start, end)
    at = by.end() if by else start
    for part in [*_NAMES_APART.finditer(left.text, at, end), None]:
        stop = part.start() if part else end
        for a, b in _person_then_title(left, at, stop):
            span = left.spans(a, b)
            if not span:
                continue
            if is_person(left.text[a:b].strip()) and not is_title(left.text[a:b]):
                signers.append(Signer(typed=(span[0][0], span[-1][1])))
            elif signers and is_title(left.text[a:b]):
                signers[-1].title = signers[-1].title or span
        at = part.end() if part else end
    return signers


def _person_then_title(left: _Left, start: int, end: int) -> list[tuple[int, int]]:
    """A part cut where the row ends within it: "Jane Roe / Chief Financial Officer"."""
    cuts = [k for k in range(start + 1, end) if left.text[k - 1].isspace() and left.at[k] - left.at[k - 1] > 1]
    whole = left.text[start:end].strip()
    return [(start, end)] if is_person(whole) or not cuts else list(zip([start, *cuts], [*cuts, end], strict=True))


def _right(view: str, rows: list[tuple[int, int, int]]) -> list[Signer]:
    """Who signs, as it stands right of the rule: a signature or a name, and under it the name again or a title."""
    signers: list[Signer] = []
    for _, rule, end in rows:
        a, b = rule + 1, end
        while a < b and (view[a].isspace() or view[a] == "_"):
            a += 1
        slash = SLASH.match(view[a:b])
        a += slash.end() if slash else 0
        while b > a and (view[b - 1].isspace() or view[b - 1] in "_,"):
            b -= 1
        head, _, tail = view[a:b].partition(",")
        name = head if tail and is_title(tail) else view[a:b]
        if slash or (is_person(name) and not is_title(name)):
            if signers and fold(_name(view, signers[-1])) == fold(name):
                signers[-1].typed = (a, a + len(name))
            elif cached.search(r"\w{2}", name):
                signers.append(Signer(name=(a, a + len(name))))
            if signers and len(name) < b - a:
                signers[-1].title = [(a + len(name) + 1, b)]
        elif signers and a < b and is_title(view[a:b]) and not signers[-1].title:
            signers[-1].title = [(a, b)]
    return signers


def _name(view: str, signer: Signer) -> str:
    span = signer.typed or signer.name
    return view[slice(*span)] if span else ""
