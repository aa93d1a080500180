"""Signature blocks that have the address for notices to their left."""

import regex

from extractor.extractors.page_rows import SECOND_COLUMN, SIGNED, Part, names_party
from extractor.extractors.signature_lines import ADDRESS, FORMULA, SKIP
from extractor.values.names import fold, is_organisation, is_person, is_title

_SIGNATURE = regex.compile(r"^\W*(?:By\b|/s/)", regex.I)
# The most rows of a block.
_MOST = 40
_HEADS_ADDRESS = regex.compile(r"\W*(?:(?:notice\s+)?address|notices?)\b", regex.I)
# A street's number and the first word of its name.
_NUMBERED = regex.compile(r"\d{1,6}[A-Z]?(?:\s+[A-Z]|$)")
ADDRESS_LABEL = regex.compile(r"^\W*Address(?:es)?\b", regex.I)


def address_ends(view: str, rows: list[list[Part]], i: int) -> int | None:
    """Where the block ends of a party whose address for notices stands to its left; None if none begins at row `i`."""
    if not is_addressed(view, rows[i]):
        return None
    signed, blank = False, 0
    for j in range(i + 1, min(len(rows), i + 16)):
        if not rows[j]:
            blank += 1
            continue
        if (signed and blank > 1) or is_addressed(view, rows[j]):
            return j - blank if signed else None
        # Nobody signs in a column of addresses.
        signed = signed or any(SIGNED.match(view[part.start : part.end]) for part in rows[j])
        blank = 0
    return None


def is_addressed(view: str, parts: list[Part]) -> bool:
    """Whether a row begins with the label of an address, and names beside it who signs."""
    if len(parts) != 2:
        return False
    left, right = (view[part.start : part.end] for part in parts)
    return bool(ADDRESS_LABEL.match(left)) and names_party(right.rstrip(", "))


def beside_address(rows: list[list[Part]], gap: int) -> list[tuple[Part, int]]:
    """The rows of such a block without the address beside it, on pages that have lost their indentation."""
    kept = []
    for parts in rows:
        if not parts:
            gap += 1
            continue
        kept.append((parts[-1], gap))
        gap = 0
    return kept


def addressed_block(
    view: str, rows: list[list[Part]], i: int, gap: int, *, lost: bool
) -> tuple[int, list[tuple[Part, int]]] | None:
    """The block that begins at row `i` with an address to the left of who signs; None if none does.

    Returns:
        where it ends, and its rows without the address, with the blank lines before each.
    """
    if len(rows[i]) != 2 or rows[i][1].column < SECOND_COLUMN or not _begins_address(view, rows, i):
        return None
    kept: list[tuple[Part, int]] = []
    signed, blank, stop = False, 0, i
    for j in range(i, min(len(rows), i + _MOST)):
        parts = rows[j]
        if not parts:
            blank += 1
            continue
        text = view[parts[0].start : parts[0].end]
        alone = len(parts) == 1 and (
            parts[0].column >= rows[i][1].column - 4 or bool(SIGNED.match(text)) or (lost and not _in_address(text))
        )
        ended = (signed and blank > 1) or blank > 4 or (blank and signed and _begins_address(view, rows, j))
        if FORMULA.match(text) or (j > i and ended):
            break
        if len(parts) > 2 or (len(parts) == 2 and SIGNED.match(text)):
            return None
        if len(parts) == 2 or alone:
            kept.append((parts[-1], gap if not kept else blank))
            signed = signed or bool(_SIGNATURE.match(view[parts[-1].start : parts[-1].end]))
            blank = 0
        stop = j + 1
    return (stop, kept) if signed else None


def _begins_address(view: str, rows: list[list[Part]], i: int) -> bool:
    """Whether the left part of row `i` begins an address, or is who signs beside it, over his own."""
    if len(rows[i]) != 2:
        return False
    left, right = (view[part.start : part.end] for part in rows[i])
    if SIGNED.match(left) or SIGNED.match(right) or not _may_sign(right):
        return False
    if left.endswith(":") and not _HEADS_ADDRESS.match(left):
        # "Account Name:     Acme Tools, Inc.": the label's own.
        return False
    if fold(left).startswith(fold(right)):
        # Unless both columns go on with the address.
        below = [view[part.start : part.end] for part in (rows[i + 1] if i + 1 < len(rows) else [])]
        return bool(below) and _in_address(below[0]) and not (len(below) == 2 and _in_address(below[1]))
    return _in_address(left)


def _may_sign(text: str) -> bool:
    """Whether a part of a row names a company, as far as its words and letters tell."""
    return (text.isupper() or is_organisation(text)) and not (is_person(text) or is_title(text) or _in_address(text))


def _in_address(text: str) -> bool:
    return bool(ADDRESS.search(text) or SKIP.match(text) or _NUMBERED.match(text))
