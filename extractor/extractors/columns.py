"""Lines of the signature pages in reading order: what stands side by side is read column by column."""

import regex

from extractor.extractors.address_columns import (
    ADDRESS_LABEL,
    address_ends,
    addressed_block,
    beside_address,
    is_addressed,
)
from extractor.extractors.broken_lines import mended
from extractor.extractors.column_names import NO_BEGINNING, UNFINISHED, broken_above, goes_on_right
from extractor.extractors.page_rows import SECOND_COLUMN, SIGNED, Line, Part, rows_of
from extractor.extractors.signature_lines import HEADER
from extractor.values import cached
from extractor.values.names import ends_name, is_organisation

_BY = regex.compile(r"^\W*By\b", regex.I)
_PAGE_HEAD = regex.compile(
    r"^\W*(?:(?:ACKNOWLEDGE?MENT|CONSENT|REAFFIRMATION|RATIFICATION|JOINDER|EXHIBIT|SCHEDULE|ANNEX|SIGNATURES?\s+(?:OF|PAGE)|IN\s+WITNESS\s+WHEREOF)\b|The\s+undersigned|(?:STATE|COMMONWEALTH|COUNTY)\s+OF\s+(?:[\w ]{3,30}|[\w ,.'’]{3,50}\b(?:SS|TO[\s-]+WIT))\W*$)",
    regex.I,
)
# At the foot of a page, right of what the document is called.
_PAGE_NUMBER = regex.compile(r"Page\s+\d{1,3}\W*$", regex.I)
_ATTEST = regex.compile(r"^\W*(?:ATTEST|WITNESS)\w*(?:\s*/\s*(?:ATTEST|WITNESS)\w*)?\W*$", regex.I)
_HEADING = regex.compile(r"^\W*(?!By\b|Name\b|Title\b|Its\b|Date|Address|Att)[A-Z][\w ,&/()-]{3,50}:\W*$", regex.I)
_LEADING_AMOUNT = regex.compile(
    r"(?:(?:EUR|USD|CAD|GBP|AUD|CHF)\s*|(?:US|C|A)?\$\s?|[€£]\s?)\d[\d,]*(?:\.\d+)?\s+(?=[A-Z])"
)
_BEGINS_AMOUNT = "EUCGA$€£"
_IN_ADDRESS = regex.compile(
    r"^\W*(?:Att(?:n|ention)|Tel|Fax|Facsimile|E-?mail)|^\d+\s+[A-Z]|[A-Z][a-z]+,\s+[A-Z][\w ]+\d{5}(?:-\d{4})?$",
    regex.I,
)
# A label under a signature.
_LABELLED = regex.compile(r"\W*(?:Name|Title|Its)\b", regex.I)
# A first name, whose rest was broken off.
_BROKEN_SIGNATURE = regex.compile(r"(?:By\s*:?\s*)?/s/\s*[\w.'’-]+", regex.I)


def read_lines(view: str, start: int, end: int) -> list[Line]:
    """The lines between two offsets, columns pulled apart."""
    rows = rows_of(view, start, end)
    lost = not any(len(parts) == 1 and parts[0].column >= SECOND_COLUMN for parts in rows)
    ordered: list[tuple[Part, int]] = []
    i, gap = 0, 0
    while i < len(rows):
        if not rows[i]:
            gap += 1
            i += 1
        elif lost and (stop := address_ends(view, rows, i)) is not None:
            ordered += beside_address(rows[i:stop], gap)
            i, gap = stop, 0
        elif (block := addressed_block(view, rows, i, gap, lost=lost)) is not None:
            ordered += block[1]
            i, gap = block[0], 0
        elif (stop := _band(view, rows, _first_full(view, rows, i, lost), lost)) is not None:
            ordered += _pull_apart(view, rows[i:stop], gap, lost)
            i, gap = stop, 0
        else:
            ordered.append((rows[i][0], gap))
            ordered += [(part._replace(beside=True), 0) for part in rows[i][1:]]
            i, gap = i + 1, 0
    lines = mended(view, [Line(part.start, part.end, gap, part.amount, part.beside) for part, gap in ordered])
    return [_without_amount(view, line) for line in lines]


def _without_amount(view: str, line: Line) -> Line:
    """A line without the amount of money before the lender's name: "$5,000,000 HARBOR BANK, as a Lender"."""
    if view[line.start] not in _BEGINS_AMOUNT:
        return line
    amount = _LEADING_AMOUNT.match(view, line.start, line.end)
    if amount is None or line.end - amount.end() > 120:
        return line
    rest = view[amount.end() : line.end].split(",")[0]
    return line._replace(start=amount.end(), amount=True) if rest.isupper() or is_organisation(rest) else line


def _first_full(view: str, rows: list[list[Part]], i: int, lost: bool) -> int:
    """The next row where a name begins in the right column alone, a line above the left one's."""
    if i + 1 < len(rows) and len(rows[i]) == 1 and len(rows[i + 1]) == 2:
        above, (_, right) = rows[i][0], rows[i + 1]
        aligned = not lost and abs(above.column - right.column) <= 4
        if right.column >= SECOND_COLUMN and (aligned or broken_above(view, above, right)):
            return i + 1
    return i


def _band(view: str, rows: list[list[Part]], i: int, lost: bool) -> int | None:
    """Where the two-column band that begins at row `i` ends; None if none begins there."""
    if len(rows[i]) != 2:
        return None
    left, right = (view[part.start : part.end] for part in rows[i])
    if _stands_in_one(view, rows, i, left, right):
        return None
    addressed = is_addressed(view, rows[i])
    if lost and (addressed or _IN_ADDRESS.match(left)):
        # Without indentation whatever stands alone belongs to who signs, not to the address beside him.
        return None
    attested = bool(_ATTEST.match(left)) and 0 < rows[i][1].column < SECOND_COLUMN
    if rows[i][1].column < SECOND_COLUMN and not attested:
        return None
    stop, blank, signed, j = i + 1, 0, [0, 0], i
    # A right column that begins with a signature belongs to the party above the left one, and ends with its block.
    headless = bool(SIGNED.match(right)) and bool(SIGNED.match(left))
    while j < len(rows) and blank < 5:
        parts = rows[j]
        if not parts:
            blank += 1
        elif _ends_band(view, parts, headless and blank > 0) or (
            # The next party's own attestation begins the next band.
            (attested and j > i and _ATTEST.match(view[parts[0].start : parts[0].end]))
            or (addressed and j > i and ADDRESS_LABEL.match(view[parts[0].start : parts[0].end]))
            or (blank and _heads_both(view, rows, j))
        ):
            while not blank and _goes_on_below(view, rows[stop - 1], parts) and stop > i + 1:
                stop -= 1
            break
        else:
            for k, part in enumerate(parts[:2]):
                signs = bool(SIGNED.match(view[part.start : part.end]))
                # Nobody signs in a column of addresses.
                side = 1 if k or part.column >= rows[i][1].column - 4 or (addressed and signs) else 0
                signed[side] += signs
            blank = 0
            stop = j + 1
        j += 1
    if lost and _addresses_left(view, rows[i:stop]):
        # Whatever stands alone belongs to who signs beside them.
        return None
    # Addresses stand beside those who sign.
    return stop if all(signed) or (addressed and signed[1] and not signed[0]) else None


def _addresses_left(view: str, rows: list[list[Part]]) -> bool:
    """Whether the left column of a band holds addresses, and nobody's signature."""
    pairs = [(view[p[0].start : p[0].end], view[p[1].start : p[1].end]) for p in rows if len(p) == 2]
    return (
        any(_BY.match(right) for _, right in pairs)
        and any(_IN_ADDRESS.search(left) for left, _ in pairs)
        and not any(SIGNED.match(left) for left, _ in pairs)
    )


def _stands_in_one(view: str, rows: list[list[Part]], i: int, left: str, right: str) -> bool:
    """Whether row `i` is no row of two columns: a heading with a name behind it, a second signature behind a broken one."""
    if right.startswith("/s/"):
        above = rows[i - 1] if i else []
        return len(above) == 1 and bool(_BROKEN_SIGNATURE.fullmatch(view[above[0].start : above[0].end]))
    if (
        not (_HEADING.match(left) or HEADER.match(left))
        or _ATTEST.match(left)
        or right.endswith(":")
        or SIGNED.match(right)
    ):
        return False
    # "LENDER:    HARBOR BANK / By: /s/ Jane Roe": below it everything that is signed begins at the margin.
    for parts in rows[i + 1 : i + 9]:
        if parts and SIGNED.match(view[parts[0].start : parts[0].end]):
            return len(parts) == 1 and parts[0].column <= rows[i][0].column
    return False


def _heads_both(view: str, rows: list[list[Part]], j: int) -> bool:
    """Whether row `j` is a heading ("LENDERS:") over two columns that begin below it."""
    if len(rows[j]) != 1 or not _HEADING.match(view[rows[j][0].start : rows[j][0].end]):
        return False
    following = next((parts for parts in rows[j + 1 : j + 4] if parts), [])
    return len(following) == 2 and not SIGNED.match(view[following[0].start : following[0].end])


def _goes_on_below(view: str, above: list[Part], parts: list[Part]) -> bool:
    """Whether a row stands with the running text below it: the name of who is described across the whole width."""
    return (
        len(parts) == len(above) == 1
        and above[0].column <= parts[0].column < SECOND_COLUMN
        and not SIGNED.match(view[above[0].start : above[0].end])
        and _prose(view[parts[0].start : parts[0].end])
    )


def _ends_band(view: str, parts: list[Part], after_headless: bool) -> bool:
    """Whether a row stands below the columns: running text, the head of another page, a deed's row."""
    if len(parts) > 1:
        if _PAGE_NUMBER.match(view, parts[-1].start, parts[-1].end):
            return True
        signed = any(SIGNED.match(view[part.start : part.end]) for part in parts)
        return (after_headless and not signed) or all(part.column == 0 for part in parts)
    text = view[parts[0].start : parts[0].end]
    return bool((after_headless and not SIGNED.match(text)) or _prose(text) or _PAGE_HEAD.match(text))


def _prose(line: str) -> bool:
    return len(line) > 60 and len(cached.findall(r"\b[a-z]{2,}\b", line)) >= 7


def _pull_apart(view: str, rows: list[list[Part]], gap: int, lost: bool) -> list[tuple[Part, int]]:
    """The left column's lines, then the right one's; `lost` says that the pages have lost their indentation."""
    middle = min(parts[1].column for parts in rows if len(parts) >= 2)
    columns: tuple[list[tuple[Part, int]], list[tuple[Part, int]]] = ([], [])
    gaps = [gap, max(gap, 2)]
    names = ["", ""]
    # Who attests signs and no more: what stands alone below is said of the party.
    attested = lost and bool(_ATTEST.match(view[rows[0][0].start : rows[0][0].end]))
    # Under a signature that stands at the right alone, its labels stand.
    labels = False
    first = next(i for i, parts in enumerate(rows) if len(parts) >= 2)
    addresses = _addresses_left(view, rows) and not any(
        ends_name(view[parts[0].start : parts[0].end]) for parts in rows if len(parts) == 2
    )
    signed = [False, any(_BY.match(view[p.start : p.end]) for parts in rows for p in parts[1:])]
    for i, parts in enumerate(rows):
        filled = set()
        texts = [view[part.start : part.end].strip() for part in parts]
        below = rows[i + 1] if len(parts) == 1 and i + 1 < len(rows) else []
        broken = len(below) == 2 and broken_above(view, parts[0], below[1])
        for k, part in enumerate(parts):
            right = k >= 1 or part.column >= middle - 4 or (addresses and bool(SIGNED.match(texts[0])))
            if len(parts) == 1 and not right and (lost or broken or NO_BEGINNING.match(texts[0])):
                # Above the columns stands the name that goes on in the right one; of two signatures in one place that
                # each stand alone, the second is the right one's.
                right = i < first or broken or (labels and bool(_LABELLED.match(texts[0])))
                right = right or (signed == [True, False] and bool(_BY.match(texts[0])))
                right = right or (
                    goes_on_right(names[0], names[1], texts[0])
                    if all(names)
                    else attested and not _ATTEST.match(texts[0])
                )
            columns[right].append((part, gaps[right]))
            gaps[right] = 0
            filled.add(int(right))
            if len(parts) == 1:
                names[right] += " " + texts[0]
        if len(parts) == 2:
            labels = bool(_BY.match(texts[1])) and not SIGNED.match(texts[0])
        elif not parts or not _LABELLED.match(texts[0]):
            labels = False
        if len(parts) == 2:
            names = ["", ""] if attested else texts
        signed = [len(parts) == 1 and not signed[0] and bool(_BY.match(texts[0])), signed[1]]
        if any(SIGNED.match(text) for text in texts) or (
            # A blank line ends the names, but not one that breaks off.
            not parts and sum(bool(UNFINISHED.search(name)) for name in names) != 1
        ):
            names = ["", ""]
        for side in {0, 1} - filled:
            gaps[side] += 1
    return columns[0] + columns[1]
