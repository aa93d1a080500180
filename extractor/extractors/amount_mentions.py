"""Where amounts of money stand: with their sign, and bare figures in money columns of tables too."""

import regex

from extractor.extractors.amount_rows import LONGEST_ROW, row_of
from extractor.nlp.mention import Mention, Parts
from extractor.values.money import scan_money
from extractor.values.rare import RareScan
from extractor.values.scan import Scan

# With the character before, which tells most figures that have a sign from these.
_BARE = Scan(r"(?:^|[^\d$.,/-])(\d{1,3}(?:,\d{3})+(?:\.\d{2})?)(?![\d,%]|\.\d)")
_WORD = regex.compile(r"\b[a-z]{2,}\b")
_SIGNED = regex.compile(r"\$[ \t]*[\d,]+(?:\.\d+)?")
_SHARES = regex.compile(
    r"^\s*(?:shares?|units?|square|acres?|tons?|barrels?|gallons?|warrants?|options?|employees|feet|miles|%|percent|votes|kilowatt|MMBtu)\b",
    regex.I,
)
# "Unless otherwise stated, "$" means Canadian dollars".
_CANADIAN = RareScan(
    r"(?:\"(?:\$|dollars?)\"|\breferences?\s+(?:herein\s+|in\s+this\s+\w+\s+)?to\s+(?:\"?\$\"?|dollars?\b|dollar\s+amounts\b|amounts\s+of\s+money\b))"
    r"[^.;]{0,60}\b(?:means?|are|is|refers?|be)\b[^.;]{0,40}\b(?:Canadian\s+(?:dollars|currency|funds)|(?:lawful\s+)?(?:money|currency)\s+of\s+Canada)\b",
    regex.I,
)
# A figure that fills a cell of a table.
_CELL = regex.compile(r"(?:\t|[ ]{3,})\(?[\d,.]+$")
# A caption in one of a table's columns; and what it calls money.
_CAPTION = regex.compile(r"\S+(?:[ ]\S+){0,5}(?![ ]\S)")
_FIGURES = regex.compile(r"\d|^\W*$|^<")
_MONEY = regex.compile(
    r"\b(?:amounts?|(?:re)?payments?|instal?lments?|(?:principal|outstanding)\s+balance|advances?|commitments?|principal|purchase\s+price)\W*$"
    r"|\bamounts?\s+of\s+(?:\w+\s+){0,2}(?:advances?|payments?|instal?lments?|loans?|commitments?|reductions?|principal)\b",
    regex.I,
)
# What else may be counted there, and figures of which the last ones are left out.
_COUNTED = regex.compile(
    r"\b(?:shares?|units?|acres?|square|warrants?|options?|percent\w*|ratio|thousands|millions|EBITDA)\b|\b000'?s\b|%",
    regex.I,
)
_SAID_AMOUNT = regex.compile(r"\b(?:amounts?|sums?|figures?|dollars?)\s*(?:of\s*)?\"?\s*$", regex.I)


def located(parts: Parts) -> list[Mention]:
    """All amounts (label ``amount``) in their order, each with its value as text, its currency, and the words where words
    and figures stand together. No two begin at the same place.
    """
    view, found, spans = parts.view, [], []
    own = "CAD" if _CANADIAN.search(view) else "USD"
    for money in scan_money(view):
        spans.append((money.start, money.end))
        words = " ".join(view[money.words[0] : money.words[1]].split()) if money.words else None
        said = str(money.words_value) if money.words_value is not None else None
        currency = own if view[money.start] == "$" and money.currency == "USD" else money.currency
        data = {"value": str(money.value), "currency": currency, "in_words": words, "words_value": said}
        found.append(Mention(money.start, money.end, "amount", "amount.form", data))
    for start, end in _bare(view, spans):
        data = {"value": view[start:end].replace(",", ""), "currency": own, "in_words": None, "words_value": None}
        found.append(Mention(start, end, "amount", "amount.column", data))
    return sorted(found, key=lambda m: m.start)


def _bare(view: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Figures without a sign that are plainly money: in a column under one with a sign, or called an amount."""
    found = []
    ends = dict(spans)
    starts = sorted(ends)
    k = 0
    for match in _BARE.finditer(view):
        a, b = match.span(1)
        while k < len(starts) and starts[k] <= a:
            k += 1
        if k and ends[starts[k - 1]] >= b:
            continue
        if _SHARES.match(view[b : b + 20]):
            continue
        if _SAID_AMOUNT.search(view[max(0, a - 24) : a]):
            found.append((a, b))
            continue
        line_start, line_end = row_of(view, a, b)
        row = view[line_start:line_end]
        if len(row) > LONGEST_ROW or len(_WORD.findall(row)) > 6:
            continue
        above = view[max(0, line_start - 1200) : line_start].split("\n")[::-1]
        below = view[line_end : line_end + 1200].split("\n")
        if (
            _in_column(above, b - line_start)
            or _in_column(below, b - line_start)
            or (_CELL.search(row, 0, b - line_start) and _under_caption(above, a - line_start, b - line_start))
        ):
            found.append((a, b))
    return found


def _in_column(rows: list[str], edge: int) -> bool:
    """Whether one of the rows next to it, as far as they are a table, has an amount with its sign that ends at that edge."""
    for row in rows[:18]:
        # Ten words take as many characters.
        if len(row) > 28 and len(_WORD.findall(row)) > 9:
            return False
        if "$" in row and any(abs(money.end() - edge) <= 3 for money in _SIGNED.finditer(row)):
            return True
    return False


def _under_caption(above: list[str], start: int, stop: int) -> bool:
    """Whether the column of a figure, from `start` to `stop` in its row, has a caption that calls it money."""
    for k, row in enumerate(above):
        caption = None
        if row[start:stop].strip():
            caption = next((c for c in _CAPTION.finditer(row) if c.start() < stop and start < c.end()), None)
        if caption is not None and not _FIGURES.search(caption.group()):
            return bool(_MONEY.search(caption.group())) and not any(map(_COUNTED.search, above[: k + 1]))
        if len(row) > 28 and len(_WORD.findall(row)) > 9:
            return False
    return False
