"""What the lines below one say of it: an address, the signatures of a row, a notary's certificate."""

import itertools
from functools import lru_cache

import regex

from extractor.extractors.page_rows import Line
from extractor.extractors.signature_lines import (
    ADDRESS,
    AND_SIGNS,
    BARE_BY,
    BY,
    CERTIFIED,
    DEPARTMENT,
    DOCUMENT,
    NAME,
    NOTARY,
    SKIP,
    SLASH,
    VENUE,
)
from extractor.values import cached
from extractor.values.names import ends_name, is_person, is_title

# A street's number, its name perhaps cut off.
_STREET_NUMBER = regex.compile(r"\d{1,6}[A-Z]?(?:\s+[A-Z][\w.]*){0,2}")


def addressed(view: str, lines: list[Line], i: int) -> bool:
    """Whether an address stands below line `i`, and no signature under that."""
    street = _street_below(view, lines, i)
    if street is None:
        return False
    for j in range(street + 1, min(len(lines), i + 9)):
        text = view[lines[j].start : lines[j].end].strip()
        if BY.match(text) or NAME.match(text):
            return False
        if lines[j].gap > 1 or ends_name(text):
            return True
    return True


def _street_below(view: str, lines: list[Line], i: int) -> int | None:
    """The line in which the address below line `i` begins: the next one, or one behind a branch or a department."""
    for j in range(i + 1, min(len(lines), i + 4)):
        text = view[lines[j].start : lines[j].end].strip()
        if ADDRESS.search(text) and not cached.match(r"\W*Address", text, regex.I):
            return j
        if text[:1].isdecimal() and _STREET_NUMBER.fullmatch(text) and not DOCUMENT.search(text):
            return j
        if lines[j].gap or not DEPARTMENT.search(text):
            return None
    return None


def without_acknowledgments(view: str, lines: list[Line]) -> list[Line]:
    """The lines without what notaries certify: "STATE OF ... before me ... Notary Public"."""
    kept: list[Line] = []
    i = 0
    while i < len(lines):
        stop = _acknowledgment_end(view, lines, i)
        if stop is None:
            kept.append(lines[i])
            i += 1
        else:
            i = stop
    return kept


def _acknowledgment_end(view: str, lines: list[Line], i: int) -> int | None:
    """Where the acknowledgment ends that begins at line `i`; None if none does."""
    if not VENUE.match(view[lines[i].start : lines[i].end].strip()):
        return None
    end, certified = None, False
    for j in range(i + 1, min(len(lines), i + 45)):
        text = view[lines[j].start : lines[j].end].strip()
        certified = certified or bool(CERTIFIED.search(text))
        if certified and NOTARY.search(text):
            end = j + 1
        elif end is not None and (lines[j].gap > 1 or j > end + 3 or not SKIP.match(text)):
            break
    return end


def signs_in_turn(view: str, lines: list[Line], i: int, waiting: int) -> bool:
    """Whether as many signatures follow at `i` as parties wait: linearised columns give the names first, then the signatures."""
    if waiting < 2:
        return False
    # Signatures side by side that came out one below the other: another row of them may follow.
    together = itertools.takewhile(
        lambda line: _sort(view[line.start : line.end].strip()) in ("by", "and"), lines[i : i + waiting + 1]
    )
    sorts = [_sort(view[line.start : line.end].strip()) for line in together]
    if len(sorts) == waiting and "and" not in sorts:
        return True
    count, j, before = 0, i, ""
    while j < len(lines) and j < i + 14 * waiting:
        text = view[lines[j].start : lines[j].end].strip()
        sort = _sort(text)
        if sort == "name":
            break
        # Cells of a table: "By:" and the signature below it are one.
        count += sort == "by" and not (SLASH.match(text) and BARE_BY.fullmatch(before))
        before = text
        j += 1
    return count == waiting


@lru_cache(maxsize=1024)
def _sort(text: str) -> str:
    """What a line is as far as columns set one below the other are told by it; each line is looked at from many before it."""
    if BY.match(text):
        # "and /s/ Ann Lee": who signs with the one before, for the same.
        return "and" if AND_SIGNS.match(text) else "by"
    name = ends_name(text) and not is_person(text) and not is_title(text) and not text.startswith('"')
    return "name" if name else ""
