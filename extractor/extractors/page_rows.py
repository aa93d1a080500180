"""The rows of signature pages, and the parts of them that wide gaps or tabs set apart."""

from typing import NamedTuple

import regex

from extractor.values.names import ends_name, is_organisation, only_suffix
from extractor.values.rare import RareScan


class Line(NamedTuple):
    """A line, or one column's part of it.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        gap: number of blank lines before it.
        amount: whether an amount of money stands beside it, as a lender's commitment does.
        beside: whether something stands to its left in the same row.
    """

    start: int
    end: int
    gap: int
    amount: bool = False
    beside: bool = False


_GAP = regex.compile(r"[ ]*\t[\t ]*| {3,}|(?<=\S) +(?=By ?: */[sS]/)")
_LABEL = regex.compile(
    r"^\W*(?:(?:(?:Each\s+)?By|Name|Title|Its|Signature|(?:Officer|Signer|Signatory)(?:'s)?\s+Name|Print(?:ed)?\s+Name|Date|Address|Attn|Attention|Per)\s*[:.]?\s*(?:/s/)?|/s/)\s*$",
    regex.I,
)
_ADDRESS = regex.compile(r"\W*Address", regex.I)
_AMOUNT = regex.compile(r"^\(?(?:(?:US)?\$|[€£])?\s?\d[\d,]*(?:\.\d+)?%?\)?$|^(?:US)?\$[ \t]?_{3,}$")
# The date beside a signature.
_DATED = regex.compile(
    r"^Dated?\s*:?\s*(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|_{2,})\s*$"
)
_SEAL = regex.compile(r"^\W*(?:corporate\s+)?(?:seal|L\.\s?S\.?)\W*$", regex.I)
# What begins a line of a signature.
SIGNED = regex.compile(
    r"^\W*(?:(?:(?:Borrower|Lender|Bank|Each)\s+)?By\b|(?:X:?\s+)?/s/|X:?\s+_|Name\b|Title\b|Its\b|_{3,}|-{5,})",
    regex.I,
)
# Where a second column begins at the earliest.
SECOND_COLUMN = 14
# The rule of brackets that deeds set between who signs and his signature.
_RULE = regex.compile(r"^[)}|]$")

# The blanks of a line, and what stands in columns only.
_BLANKS = regex.compile(r"(?<=\S) {2,}(?=\S)")
_LEADING = regex.compile(r"^\s*(?:By|Name|Title|Its)\s*:\s*", regex.I)
_COLUMNAR = regex.compile(r"\t|:(?: {2}|$)|_{2}|/s/", regex.I)
# A lender's share beside its name.
_SHARE = regex.compile(
    r"^\W*(?:[A-Z][\w-]*\s+){0,3}?(?:Commitments?|Percentages?|Pro\s+Rata\s+Share|Ratable\s+Share)(?:\s+(?:Amount|Percentage|Interest))?\s*[:=]\s*(?:(?:US)?\$|[€£])?[\d,.]*%?$"
    # "Term: $9,000,000", of the lender's share in each facility.
    r"|^\W*(?:Revolving|Revolver|Term|Tranche|Total|Swing\s?line)(?:\s+(?:Credit|Loans?|[A-Z]\b))*\s*:\s*(?:US)?\$\s?[\d,.]+$",
    regex.I,
)
# Its caption, where the amount stands below, and the rule under the caption.
_SHARE_CAPTION = regex.compile(
    r"^(?:(?:Revolving|Term|Credit|Loan|Total|Aggregate|[A-Z])\s+){0,4}Commitments?:?$", regex.I
)
# What a page is headed by: it stands over no column.
_STAMP = RareScan(r"(?:CONFORMED|EXECUTION|EXECUTED|COMPOSITE)\s+(?:COPY|VERSION|COUNTERPART)", regex.I)
_STAMPED = regex.compile(rf"\W*{_STAMP.pattern}\W*", regex.I)
_RULED = regex.compile(r"^[ -]{6,}$")


class Part(NamedTuple):
    start: int
    end: int
    column: int
    amount: bool = False
    beside: bool = False


def rows_of(view: str, start: int, end: int) -> list[list[Part]]:
    """The parts of each row between two offsets."""
    rows: list[list[Part]] = []
    stamped = _STAMP.search(view, start, end) is not None
    lines = view[start:end].split("\n")
    if not lines[-1]:
        # Behind the last line's end no row begins.
        lines.pop()
    for line in lines:
        text = line.strip()
        if not text or (stamped and _STAMPED.fullmatch(text)):
            rows.append([])
        elif "\t" not in text and "   " not in text and "/s/" not in text.lower():
            # Most rows have no gap.
            at = len(line) - len(line.lstrip())
            rows.append([Part(start + at, start + at + len(text), at if "\t" not in line else 40 * bool(at))])
        else:
            rows.append(_parts(view, line, start))
        start += len(line) + 1
    return rows


def _parts(view: str, line: str, start: int) -> list[Part]:
    """The parts of a row, cut at wide gaps; a label keeps what it labels, an amount beside a name is left out."""
    parts: list[Part] = []
    at = len(line) - len(line.lstrip())
    if _justified(line):
        return [Part(start + at, start + len(line.rstrip()), at)]
    ruled = False
    while at < len(line):
        gap = _GAP.search(line, at)
        while gap and _LABEL.match(line[at : gap.start()]) and line[gap.end() :].strip():
            # The label's own text may be missing: two labels side by side are two parts.
            rest = line[gap.end() :]
            bare = line[at : gap.start()].rstrip().lower().endswith("/s/")
            if _ADDRESS.match(line[at : gap.start()]) and gap.end() - gap.start() > 8 and names_party(rest):
                break
            if SIGNED.match(rest) and (bare or not rest.startswith(("/s/", "/S/", "_", "-"))):
                break
            gap = _GAP.search(line, gap.end() + 1)
        stop = gap.start() if gap else len(line.rstrip())
        if parts and _RULE.match(line[at:stop]):
            ruled = True
        elif not parts and gap and line.endswith(")", at, stop) and "(" not in line[at:stop]:
            # The rule stands right behind the words.
            ruled = True
            parts.append(Part(start + at, start + stop, 0))
        elif line[at:stop].strip() and not (
            parts
            and (
                _SEAL.match(line[at:stop])
                or (_DATED.match(line[at:stop]) and SIGNED.match(view[parts[-1].start : parts[-1].end]))
            )
        ):
            column = len(line[:at].expandtabs(8)) if "\t" not in line else 40 * bool(at)
            parts.append(Part(start + at, start + stop, column))
        at = gap.end() if gap else len(line)
    if ruled:
        # A deed's rows are read one by one: its signature stands beside the name, not below.
        parts = [part._replace(column=0) for part in parts]
    while len(parts) > 1 and (_is_share(view, parts[0]) or _captions_share(view, *parts[:2])):
        parts = [parts[1]._replace(amount=True), *parts[2:]]
    while len(parts) > 1 and _SHARE.match(view[parts[-1].start : parts[-1].end]):
        parts = [*parts[:-2], parts[-2]._replace(amount=True)]
    return parts


def names_party(rest: str) -> bool:
    """Whether what stands far behind the label of an address is no address: who signs stands beside it."""
    return ends_name(rest) or (rest.isupper() and is_organisation(rest))


def _justified(line: str) -> bool:
    """Whether a line was filled up to the margin: wide gaps between many of its words, none as wide as columns have it.

    >>> _justified("between  Acme   Tools   of   Ohio,   Inc.,  a  corporation"), _justified("ACME INC.      BANK A")
    (True, False)
    """
    if line.count("   ") < 3:
        return False
    line = _LEADING.sub("", line)
    gaps = [len(gap) for gap in _BLANKS.findall(line)]
    return sum(gap > 2 for gap in gaps) >= 3 and max(gaps) <= 4 and not _COLUMNAR.search(line)


def _captions_share(view: str, part: Part, beside: Part) -> bool:
    """Whether a part is the caption of a lender's share, which stands below it, beside the lender's name."""
    name = view[beside.start : beside.end]
    if _RULED.match(view[part.start : part.end]):
        return only_suffix(name)
    return bool(_SHARE_CAPTION.match(view[part.start : part.end])) and (
        name.isupper() or ends_name(name) or is_organisation(name)
    )


def _is_share(view: str, part: Part) -> bool:
    """Whether a part of a row is an amount, or the caption of one ("Commitment: $5,000,000")."""
    text = view[part.start : part.end]
    return bool(_AMOUNT.match(text) or _SHARE.match(text))
