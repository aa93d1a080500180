"""HTML to plain text: what a reader sees, in the order in which it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.document.furniture import without_page_numbers
from extractor.document.html_flow import Flow
from extractor.document.html_source import PAGE, STRUCK, UNSTRUCK, source
from extractor.document.html_style import Style, sheet, style_of
from extractor.document.model import Notice
from extractor.document.tables import Cell, Table
from extractor.errors import DamagedError


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNSEEN = _names(
    "script style title template noscript iframe object svg math select option textarea"
    " ix:header ix:hidden ix:references ix:resources"
)
_PRE = _names("pre listing xmp plaintext")
_PARAGRAPHS = _PRE | _names("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote figure fieldset address table")
_BLOCKS = _PARAGRAPHS | _names(
    "html body div center li dt dd section article header footer main nav aside form caption legend"
    " tr td th thead tbody tfoot"
)
_PARAGRAPH_SPACE = 11.0  # points that browsers put around a paragraph by themselves
_DEEPEST_TABLE = 40  # tables nested deeper than this are read as running text
_MOST_SPANNED = 1000  # columns or rows, as in browsers
_CLEAN: dict[int, Any] = {
    **dict.fromkeys(map(ord, "\0\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")),
    # Numeric entities 128 to 159 mean Windows-1252, in browsers as in filings.
    **{code: bytes([code]).decode("cp1252", errors="ignore") or None for code in range(0x80, 0xA0)},
    0x2028: "\n",
    0x2029: "\n",
}
_ORDINAL = re.compile(r"\s*(?:st|nd|rd|th)\s*", re.IGNORECASE)
# In the text behind page images two blanks or more stand for a line's end, save after a label or clause number.
_PAGE_LINE = re.compile(
    r"(?<!By:)(?<!Its:)(?<!Name:)(?<!Title:)(?<!\([a-z]\))(?<!\([iv][iv]\))(?<!\(iii\))(?<![ \xa0])[ \xa0]{2,}|\n"
)


def read_html(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The plain text of an HTML file, and what there is to say about it.

    Raises:
        NotTextError: the bytes are no text.
        DamagedError: the parser gives up on them.
    """
    text, notices = source(data)
    from lxml import etree

    reader = _Reader()
    target: Any = reader
    parser: Any = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    try:
        # The blank: the parser refuses empty input. A null character would end the document.
        parser.feed((" " + text.replace("\0", "")).encode("utf-8", errors="replace"))
        lines: list[str] = parser.close()
    except (etree.LxmlError, ValueError) as error:
        raise DamagedError(f"HTML that cannot be read: {error}") from error
    return "\n".join(without_page_numbers(lines)).strip("\n") + "\n", (*notices, *reader.notices())


@dataclass(slots=True)
class _State:
    """What holds for the text inside an element."""

    hidden: bool = False
    struck: bool = False
    pre: bool = False
    page_text: bool = False
    align: str = ""


@dataclass(slots=True)
class _Open:
    """An open element: what held outside of it, and what is to be done when it ends."""

    tag: str
    outside: _State
    below: float = 0.0
    cell: Cell | None = None
    table: bool = False


@dataclass(slots=True)
class _Reader:
    """Takes the parser's events and keeps a flow of text for the page and for each open table cell."""

    flows: list[Flow] = field(default_factory=lambda: [Flow()])
    tables: list[Table] = field(default_factory=list)
    laid_out: list[bool] = field(default_factory=list)  # for each open table, whether it is one of `tables`
    open: list[_Open] = field(default_factory=list)
    classes: dict[str, Style] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)  # the next number of each open list, -1 for bullets
    state: _State = field(default_factory=_State)
    unseen: int = 0  # open elements of which nothing is seen
    strikes: int = 0  # open <strike>, <s> and <del>
    superscript: int = 0
    images: int = 0
    lost: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("hidden", "struck", "page_text"), 0))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        style, state, flow = style_of(attributes, self.classes), self.state, self.flows[-1]
        entry = _Open(tag, state)
        self.open.append(entry)
        if tag in _BLOCKS:
            self._start_block(tag, attributes, style, entry)
        elif tag in _UNSEEN:
            self.unseen += 1
        elif tag == "br":
            flow.preformatted("\n") if state.pre else flow.line_break()
        elif tag == "hr":
            self._page_break() if style.page_break else flow.block(_PARAGRAPH_SPACE)
        elif tag == "img":
            self.images += 1
        elif tag == "sup":
            self.superscript += 1
        struck = style.struck or tag == "x-struck"
        align = self._align(tag, attributes, style)
        says = style.hidden or style.visible or style.pre or style.page_text
        if says or struck or tag in _PRE or align != state.align:
            self.state = _State(
                (state.hidden or style.hidden) and not style.visible,
                state.struck or struck,
                state.pre or style.pre or tag in _PRE,
                state.page_text or style.page_text,
                align,
            )

    def _align(self, tag: str, attributes: Mapping[str, str], style: Style) -> str:
        if tag not in _BLOCKS:
            return self.state.align
        align = "center" if tag == "center" else style.align or attributes.get("align", "").lower()
        return ("" if align in ("left", "justify", "start") else align) if align else self.state.align

    def _start_block(self, tag: str, attributes: Mapping[str, str], style: Style, entry: _Open) -> None:
        flow = self.flows[-1]
        space = _PARAGRAPH_SPACE if tag in _PARAGRAPHS else 0.0
        entry.below = space if style.below is None else style.below
        if self.state.pre:
            flow.end_preformatted()
        above = space if style.above is None else style.above
        # A heading over text is a block of its own, whatever the margins.
        flow.block(above if self._align(tag, attributes, style) == flow.align else _PARAGRAPH_SPACE)
        if style.page_break:
            # Break before or after: between two pages there is one either way.
            self._page_break()
        if tag == "table":
            entry.table = len(self.tables) < _DEEPEST_TABLE
            self.laid_out.append(entry.table)
            if entry.table:
                self.tables.append(Table())
        elif tag in ("tr", "td", "th") and self.laid_out and self.laid_out[-1]:
            rows = self.tables[-1].rows
            if tag == "tr" or not rows:
                rows.append([])
            if tag != "tr":
                bottom = style.bottom or attributes.get("valign", "").lower() == "bottom"
                entry.cell = Cell([], _span(attributes.get("colspan")), _span(attributes.get("rowspan")), bottom)
                rows[-1].append(entry.cell)
                self.flows.append(Flow())
        elif tag in ("ol", "ul"):
            self.numbers.append(_span(attributes.get("start")) if tag == "ol" else -1)
        elif tag == "li" and self.numbers:
            flow.mark("• " if self.numbers[-1] < 0 else f"{self.numbers[-1]}. ")
            self.numbers[-1] += self.numbers[-1] >= 0

    def end(self, tag: str) -> None:
        """An element ends."""
        if not self.open:
            return
        entry, flow = self.open.pop(), self.flows[-1]
        if tag in _BLOCKS:
            if self.state.pre:
                flow.end_preformatted()
            flow.block(entry.below)
        elif tag in _UNSEEN:
            self.unseen -= 1
        elif tag == "sup":
            self.superscript -= 1
        if tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()
        if entry.cell:
            entry.cell.lines = [line.strip() if line.isspace() else line for line in self.flows.pop().done()]
        if tag == "table" and self.laid_out and self.laid_out.pop():
            self.flows[-1].finished(self.tables.pop().lines())
        self.state = entry.outside

    def data(self, data: str) -> None:
        """Text."""
        if self.unseen:
            if self.open[-1].tag == "style":
                self.classes.update(sheet(data))
            return
        state = self.state
        if state.hidden or state.struck or self.strikes or (state.page_text and not self.images):
            self.lost["struck" if state.struck or self.strikes else "hidden"] += len(data.translate(_CLEAN).strip())
            return
        data = data.translate(_CLEAN)
        flow = self.flows[-1]
        if state.page_text:
            self.lost["page_text"] += len(data)
            first, *rest = _PAGE_LINE.split(data)
            flow.text(first)
            for line in rest:
                flow.block(0.0)
                flow.text(line)
        elif state.pre:
            flow.preformatted(data)
        elif self.superscript:
            self._superscript(flow, data)
        else:
            flow.text(data)
            if not data.isspace():
                flow.align = state.align

    @staticmethod
    def _superscript(flow: Flow, data: str) -> None:
        """An ordinal's ending joins its number; a footnote's number or a fraction keeps apart from what it follows."""
        if _ORDINAL.fullmatch(data) and flow.ends_in_digit():
            flow.strip_end()
            data = data.lstrip()
        elif data.lstrip()[:1].isdigit() and flow.ends_in_word():
            data = " " + data
        flow.text(data)

    def comment(self, text: str) -> None:
        """A comment: only those that `source` put in mean anything."""
        if text == PAGE:
            self._page_break()
        elif text == STRUCK:
            self.strikes += 1
        elif text == UNSTRUCK:
            self.strikes = max(0, self.strikes - 1)

    def _page_break(self) -> None:
        if len(self.flows) == 1:
            self.flows[0].page_break(self.state.pre)
        else:
            self.flows[-1].block(_PARAGRAPH_SPACE)

    def close(self) -> list[str]:
        """All lines of the page."""
        return self.flows[0].done()

    def notices(self) -> tuple[Notice, ...]:
        """What a reader of the text may miss, or should know of it."""
        found = []
        if count := self.lost["struck"]:
            found.append(Notice("text.struck", "info", f"{count} characters of struck-out text were left out"))
        if count := self.lost["hidden"]:
            found.append(Notice("text.hidden", "info", f"{count} characters of hidden text were left out"))
        if self.lost["page_text"]:
            message = f"the pages are {self.images} images; the text is the layer that the filer put behind them"
            found.append(Notice("text.behind_images", "info", message))
        elif self.images and not any(line.strip() for line in self.flows[0].lines):
            message = f"the document consists of {self.images} images without text"
            found.append(Notice("text.no_text_layer", "warning", message))
        return tuple(found)


def _span(value: str | None) -> int:
    """A whole number from 1 to the most that is allowed; 1 where there is none.

    >>> _span("3"), _span(None), _span("x"), _span("99999999999")
    (3, 1, 1, 1000)
    """
    digits = re.match(r"\s*(\d{1,6})", value or "")
    return min(max(int(digits[1]), 1), _MOST_SPANNED) if digits else 1
