"""Signature blocks that have the address for notices to their left, on pages that have lost their indentation."""

import regex

from extractor.extractors.page_rows import SIGNED, Part, names_party

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
