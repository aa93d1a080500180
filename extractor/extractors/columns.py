"""Lines of the signature pages in reading order: what stands side by side is read column by column."""

import itertools
from typing import NamedTuple

import regex

from extractor.values import cached
from extractor.values.names import ends_name, only_suffix
from extractor.values.places import PLACE


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
    r"^\W*(?:(?:By|Name|Title|Its|Print(?:ed)?\s+Name|Date|Address|Attn|Attention|Per)\s*[:.]?\s*(?:/s/)?|/s/)\s*$",
    regex.I,
)
_AMOUNT = regex.compile(r"^\(?(?:US)?\$?\s?\d[\d,]*(?:\.\d+)?%?\)?$")
# The date beside a signature.
_DATED = regex.compile(
    r"^Dated?\s*:?\s*(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|_{2,})\s*$"
)
_SEAL = regex.compile(r"^\W*(?:corporate\s+)?(?:seal|L\.\s?S\.?)\W*$", regex.I)
_SIGNED = regex.compile(
    r"^\W*(?:(?:Borrower\s+|Lender\s+|Bank\s+)?By\b|(?:X:?\s+)?/s/|X:?\s+_|Name\b|Title\b|Its\b|_{3,}|-{5,})", regex.I
)
_BY = regex.compile(r"^\W*By\b", regex.I)
_PAGE_HEAD = regex.compile(
    r"^\W*(?:(?:ACKNOWLEDGE?MENT|CONSENT|REAFFIRMATION|RATIFICATION|JOINDER|EXHIBIT|SCHEDULE|ANNEX|SIGNATURES?\s+(?:OF|PAGE))\b|The\s+undersigned|(?:STATE|COMMONWEALTH|COUNTY)\s+OF\s+[\w ]{3,30}\W*$)",
    regex.I,
)
_ATTEST = regex.compile(r"^\W*(?:ATTEST|WITNESS)\w*(?:\s*/\s*(?:ATTEST|WITNESS)\w*)?\W*$", regex.I)
_WORD = regex.compile(r"[A-Za-z][\w'’&-]*\s*")
# A label, or a signature that ends with its first name or an initial.
_BROKEN_OFF = regex.compile(
    r"(?:By|Name|Title|Its)?\s*:?\s*(?:/s/\s*(?:[A-Z][\w'’-]*|[A-Z][\w.'’-]*\s(?:[A-Z][\w.'’-]*\s)?[A-Z]\.)?)?", regex.I
)
# A label and the first word behind it begin a paragraph, with or without a blank line; an article never stands alone.
_LABEL_AND_WORD = regex.compile(r"(?:Name|Title|Its)\s*:\s*[A-Z][\w.'’-]*", regex.I)
_NAME_AND_WORD = regex.compile(r"Name\s*:\s*[A-Z][\w.'’-]*", regex.I)
_ARTICLES = frozenset(["a", "an", "as", "the", "its"])
# The rule of brackets that deeds set between who signs and his signature.
_RULE = regex.compile(r"^[)}|]$")
_HEADING = regex.compile(r"^\W*(?!By\b|Name\b|Title\b|Its\b|Date|Address|Att)[A-Z][\w ,&/()-]{3,50}:\W*$", regex.I)
# Where a second column begins at the earliest.
_RIGHT = 14


# The blanks of a line, and what stands in columns only.
_BLANKS = regex.compile(r"(?<=\S) {2,}(?=\S)")
_LEADING = regex.compile(r"^\s*(?:By|Name|Title|Its)\s*:\s*", regex.I)
_COLUMNAR = regex.compile(r"\t|:(?: {2}|$)|_{2}|/s/", regex.I)
# A lender's share beside its name.
_SHARE = regex.compile(
    r"^\W*(?:[A-Z][\w-]*\s+){0,3}?(?:Commitments?|Percentages?|Pro\s+Rata\s+Share|Ratable\s+Share)(?:\s+(?:Amount|Percentage|Interest))?\s*:\s*(?:US)?\$?[\d,.]*%?$",
    regex.I,
)


class _Part(NamedTuple):
    start: int
    end: int
    column: int
    amount: bool = False
    beside: bool = False


def read_lines(view: str, start: int, end: int) -> list[Line]:
    """The lines between two offsets, columns pulled apart."""
    rows = [_parts(view, a, b) for a, b in _rows(view, start, end)]
    lost = not any(len(parts) == 1 and parts[0].column >= _RIGHT for parts in rows)
    ordered: list[tuple[_Part, int]] = []
    i, gap = 0, 0
    while i < len(rows):
        if not rows[i]:
            gap += 1
            i += 1
        elif (stop := _band(view, rows, _first_full(view, rows, i, lost))) is not None:
            ordered += _pull_apart(view, rows[i:stop], gap, lost)
            i, gap = stop, 0
        else:
            ordered.append((rows[i][0], gap))
            ordered += [(part._replace(beside=True), 0) for part in rows[i][1:]]
            i, gap = i + 1, 0
    return _mended(view, [Line(part.start, part.end, gap, part.amount, part.beside) for part, gap in ordered])


def _mended(view: str, lines: list[Line]) -> list[Line]:
    """The lines of pages that break behind the first word of each paragraph ("ACME / TOOLS, INC."), that word put back."""
    heads = [
        (bool(_WORD.fullmatch(view[one.start : one.end])), i)
        for i, (one, two) in enumerate(itertools.pairwise(lines))
        if (one.gap or i == 0) and _broken_between(view, one, two) and not _SIGNED.match(view[one.start : one.end])
    ]
    # A label tells by itself where a paragraph begins.
    broken = sum(word for word, _ in heads) + sum(
        bool(_NAME_AND_WORD.fullmatch(view[one.start : one.end].strip()))
        and _broken_between(view, one, two)
        and not _SIGNED.match(view[two.start : two.end])
        for one, two in itertools.pairwise(lines)
    )
    if broken < 3 or broken * 3 < len(heads):
        return lines
    mended: list[Line] = []
    for line in lines:
        before = mended[-1] if mended else None
        if before and _broken_between(view, before, line):
            text = view[before.start : before.end].strip()
            begins = (before.gap > 0 or len(mended) == 1) and (_WORD.fullmatch(text) or _BROKEN_OFF.fullmatch(text))
            article = text in _ARTICLES or _LABEL_AND_WORD.fullmatch(text)
            if (begins or article) and not _SIGNED.match(view[line.start : line.end]):
                mended[-1] = before._replace(end=line.end)
                continue
        mended.append(line)
    return mended


def _broken_between(view: str, one: Line, two: Line) -> bool:
    """Whether two lines stand one below the other without a blank line."""
    between = view[one.end : two.start]
    return two.gap == 0 and between.count("\n") == 1 and not between.strip()


def _rows(view: str, start: int, end: int) -> list[tuple[int, int]]:
    rows, at = [], start
    while at < end:
        stop = view.find("\n", at, end)
        stop = end if stop < 0 else stop
        rows.append((at, stop))
        at = stop + 1
    return rows


def _parts(view: str, start: int, end: int) -> list[_Part]:
    """The parts of a row, cut at wide gaps; a label keeps what it labels, an amount beside a name is left out."""
    line = view[start:end]
    parts: list[_Part] = []
    text = line.strip()
    if not text:
        return parts
    at = len(line) - len(line.lstrip())
    if "\t" not in text and "   " not in text and "/s/" not in text.lower():
        # Most rows have no gap.
        return [_Part(start + at, start + at + len(text), at if "\t" not in line else 40 * bool(at))]
    if _justified(line):
        return [_Part(start + at, start + len(line.rstrip()), at)]
    ruled = False
    while at < len(line):
        gap = _GAP.search(line, at)
        while gap and _LABEL.match(line[at : gap.start()]) and line[gap.end() :].strip():
            # The label's own text may be missing: two labels side by side are two parts.
            rest = line[gap.end() :]
            bare = line[at : gap.start()].rstrip().lower().endswith("/s/")
            if _SIGNED.match(rest) and (bare or not rest.startswith(("/s/", "/S/", "_", "-"))):
                break
            gap = _GAP.search(line, gap.end() + 1)
        stop = gap.start() if gap else len(line.rstrip())
        if parts and _RULE.match(line[at:stop]):
            ruled = True
        elif line[at:stop].strip() and not (
            parts
            and (
                _SEAL.match(line[at:stop])
                or (_DATED.match(line[at:stop]) and _SIGNED.match(view[parts[-1].start : parts[-1].end]))
            )
        ):
            column = len(line[:at].expandtabs(8)) if "\t" not in line else 40 * bool(at)
            parts.append(_Part(start + at, start + stop, column))
        at = gap.end() if gap else len(line)
    if ruled:
        # A deed's rows are read one by one: its signature stands beside the name, not below.
        parts = [part._replace(column=0) for part in parts]
    while len(parts) > 1 and _is_share(view, parts[0]):
        parts = [parts[1]._replace(amount=True), *parts[2:]]
    while len(parts) > 1 and _SHARE.match(view[parts[-1].start : parts[-1].end]):
        parts = [*parts[:-2], parts[-2]._replace(amount=True)]
    return parts


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


def _is_share(view: str, part: _Part) -> bool:
    """Whether a part of a row is an amount, or the caption of one ("Commitment: $5,000,000")."""
    text = view[part.start : part.end]
    return bool(_AMOUNT.match(text) or _SHARE.match(text))


def _first_full(view: str, rows: list[list[_Part]], i: int, lost: bool) -> int:
    """The next row where a name begins in the right column alone, a line above the left one's."""
    if i + 1 < len(rows) and len(rows[i]) == 1 and len(rows[i + 1]) == 2:
        above, (_, right) = rows[i][0], rows[i + 1]
        goes_on = _UNFINISHED.search(view[above.start : above.end]) and only_suffix(view[right.start : right.end])
        if right.column >= _RIGHT and (goes_on if lost else abs(above.column - right.column) <= 4):
            return i + 1
    return i


def _band(view: str, rows: list[list[_Part]], i: int) -> int | None:
    """Where the two-column band that begins at row `i` ends; None if none begins there."""
    if len(rows[i]) != 2:
        return None
    left, right = (view[part.start : part.end] for part in rows[i])
    attested = bool(_ATTEST.match(left)) and 0 < rows[i][1].column < _RIGHT
    if rows[i][1].column < _RIGHT and not attested:
        return None
    stop, blank, signed, j = i + 1, 0, [0, 0], i
    # A right column that begins with a signature belongs to the party above the left one, and ends with its block.
    headless = bool(_SIGNED.match(right)) and bool(_SIGNED.match(left))
    while j < len(rows) and blank < 5:
        parts = rows[j]
        if not parts:
            blank += 1
        elif _ends_band(view, parts, headless and blank > 0) or (
            # The next party's own attestation begins the next band.
            (attested and j > i and _ATTEST.match(view[parts[0].start : parts[0].end]))
            or (blank and _heads_both(view, rows, j))
        ):
            break
        else:
            for k, part in enumerate(parts[:2]):
                side = 1 if k or part.column >= rows[i][1].column - 4 else 0
                signed[side] += bool(_SIGNED.match(view[part.start : part.end]))
            blank = 0
            stop = j + 1
        j += 1
    return stop if all(signed) else None


def _heads_both(view: str, rows: list[list[_Part]], j: int) -> bool:
    """Whether row `j` is a heading ("LENDERS:") over two columns that begin below it."""
    if len(rows[j]) != 1 or not _HEADING.match(view[rows[j][0].start : rows[j][0].end]):
        return False
    following = next((parts for parts in rows[j + 1 : j + 4] if parts), [])
    return len(following) == 2 and not _SIGNED.match(view[following[0].start : following[0].end])


def _ends_band(view: str, parts: list[_Part], after_headless: bool) -> bool:
    """Whether a row stands below the columns: running text, the head of another page, a deed's row."""
    if len(parts) > 1:
        return all(part.column == 0 for part in parts)
    text = view[parts[0].start : parts[0].end]
    return bool((after_headless and not _SIGNED.match(text)) or _prose(text) or _PAGE_HEAD.match(text))


def _prose(line: str) -> bool:
    return len(line) > 60 and len(cached.findall(r"\b[a-z]{2,}\b", line)) >= 7


def _pull_apart(view: str, rows: list[list[_Part]], gap: int, lost: bool) -> list[tuple[_Part, int]]:
    """The left column's lines, then the right one's; `lost` says that the pages have lost their indentation."""
    middle = min(parts[1].column for parts in rows if len(parts) >= 2)
    columns: tuple[list[tuple[_Part, int]], list[tuple[_Part, int]]] = ([], [])
    gaps = [gap, max(gap, 2)]
    names = ["", ""]
    # Who attests signs and no more: what stands alone below is said of the party.
    attested = lost and bool(_ATTEST.match(view[rows[0][0].start : rows[0][0].end]))
    first = next(i for i, parts in enumerate(rows) if len(parts) >= 2)
    signed = [False, any(_BY.match(view[p.start : p.end]) for parts in rows for p in parts[1:])]
    for i, parts in enumerate(rows):
        filled = set()
        texts = [view[part.start : part.end].strip() for part in parts]
        for k, part in enumerate(parts):
            right = k >= 1 or part.column >= middle - 4
            if len(parts) == 1 and not right and lost:
                # Above the columns stands the name that goes on in the right one; of two signatures in one place that
                # each stand alone, the second is the right one's.
                right = i < first or (signed == [True, False] and bool(_BY.match(texts[0])))
                right = right or (
                    _goes_on_right(names[0], names[1], texts[0])
                    if all(names)
                    else attested and not _ATTEST.match(texts[0])
                )
            columns[right].append((part, gaps[right]))
            gaps[right] = 0
            filled.add(int(right))
            if len(parts) == 1:
                names[right] += " " + texts[0]
        if len(parts) == 2:
            names = ["", ""] if attested else texts
        signed = [len(parts) == 1 and not signed[0] and bool(_BY.match(texts[0])), signed[1]]
        if any(_SIGNED.match(text) for text in texts) or (
            # A blank line ends the names, but not one that breaks off.
            not parts and sum(bool(_UNFINISHED.search(name)) for name in names) != 1
        ):
            names = ["", ""]
        for side in {0, 1} - filled:
            gaps[side] += 1
    return columns[0] + columns[1]


def _goes_on_right(left: str, right: str, text: str) -> bool:
    """Whether a line without its indentation goes on with the right one of two names.

    >>> _goes_on_right("CITY BANK, N.A.", "THE FIRST NATIONAL BANK", "OF SPRINGFIELD")
    True
    >>> _goes_on_right("HARBOR BANK", "ACME LEASING, LIMITED", "NATIONAL ASSOCIATION")
    False
    """
    if _CAPACITY.match(text):
        return False
    one, two = _open(left, text), _open(right, text)
    # Of two names as open as each other, the longer one met the margin.
    return two > one or (two == one > 0 and len(right) > len(left))


def _open(name: str, text: str) -> int:
    """How much a name wants `text` to go on with it: 0 for one that is whole, 4 for one that breaks off."""
    if _UNFINISHED.search(name):
        return 4
    if _BANK.search(name) and (_PLACE.match(text) or (_OF.match(text) and _NO_NAME_YET.match(name))):
        return 3
    if ends_name(name):
        return int(bool(_MAY_GO_ON.search(name)))
    if _BANK_OF.search(name):
        # "BANK OF NOWHERE" goes on with "TRUST COMPANY", not with another place.
        return 0 if _OF.match(text) else 1
    return 2


_UNFINISHED = regex.compile(r"(?:,|&|\b(?:of|and|the|as|in|de|du|des|et|und))$", regex.I)
_MAY_GO_ON = regex.compile(r"\b(?:Bank|Trust|Trust\s+Company|Partners|Group|Holdings?)$", regex.I)
_CAPACITY = regex.compile(r"^\W*(?:as|in\s+its|individually|an?|by|its|for)\b", regex.I)
_BANK = regex.compile(r"\b(?:Bank|Trust)$", regex.I)
_BANK_OF = regex.compile(r"\bBank\s+of\s+(?:\w+\s+){0,2}\w+$", regex.I)
_NO_NAME_YET = regex.compile(
    r"^(?:the\s+)?(?:(?:first|second|industrial|national|royal|savings|state|trust)\s+)+bank$", regex.I
)
_OF = regex.compile(r"^of\b", regex.I)
_PLACE = regex.compile(PLACE + r"\b", regex.I)
