"""Running text gathered into lines as a browser would break them."""

import re

from extractor.document.furniture import BREAK

_COLLAPSE = re.compile(r"[ \t\n\r\f\v]+")  # what browsers collapse; a no-break space stands
_PARAGRAPH = 4.0  # points between two blocks from which on they are paragraphs of their own


class Flow:
    """Collects pieces of text and gives lines; an empty line parts paragraphs, never two of them in a row.

    Preformatted text alone keeps its white space and as many empty lines as it has.
    """

    __slots__ = ("_due", "_line", "_mark", "align", "lines")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._due = False  # an empty line is due before the next text
        self._mark = ""
        self.align = ""  # of the last text: "center", "right", or empty

    def mark(self, mark: str) -> None:
        """Puts a list item's bullet or number before the next text."""
        self._mark = mark

    def text(self, data: str) -> None:
        """Adds text to the current line."""
        self._line.append(data)

    def preformatted(self, data: str) -> None:
        """Adds text that brings its own line ends and keeps its blanks."""
        first, *rest = data.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._line.append(first)
        for line in rest:
            self._emit("".join(self._line).rstrip("\n"))
            self._line = [line]

    def line_break(self) -> None:
        """Ends the line; a second break in a row makes an empty line."""
        if self._flush() != "text":
            self._due = True

    def block(self, space: float) -> None:
        """Ends the line at the edge of a block that keeps `space` points from what it touches."""
        if self._flush() == "blank" or space >= _PARAGRAPH:
            self._due = True

    def end_preformatted(self) -> None:
        """Ends the line where preformatted text begins or ends."""
        line = "".join(self._line)
        self._line = []
        if line.strip():
            self._emit(line.rstrip())

    def finished(self, lines: list[str]) -> None:
        """Adds a table's lines, apart from what stands above and below."""
        self._flush()
        self._due = True
        for line in lines:
            if line.strip():
                self._emit(line)
            else:
                self._due = True
        self._due = True

    def page_break(self, preformatted: bool = False) -> None:
        """Notes that a page ends here."""
        if preformatted:
            self.end_preformatted()
        self._flush()
        if self.lines and self.lines[-1] != BREAK:
            self.lines.append(BREAK)
        self._due = False

    def done(self) -> list[str]:
        """All lines; the flow takes no more."""
        self._flush()
        return self.lines

    def ends_in_digit(self) -> bool:
        """Whether the current line so far ends in a digit, blanks aside."""
        for piece in reversed(self._line):
            if piece := piece.rstrip():
                return piece[-1].isdigit()
        return False

    def ends_in_word(self) -> bool:
        """Whether the current line so far ends in a letter, a digit or a mark, without a blank."""
        return bool(self._line) and not self._line[-1][-1:].isspace()

    def strip_end(self) -> None:
        """Takes the blanks off the end of the current line."""
        while self._line:
            self._line[-1] = self._line[-1].rstrip()
            if self._line[-1]:
                return
            self._line.pop()

    def _flush(self) -> str:
        """Moves the current line to the others; says whether it was ``text``, a ``blank`` one, or ``none`` at all."""
        if not self._line:
            return "none"
        line = _COLLAPSE.sub(" ", "".join(self._line)).strip(" ")
        self._line = []
        if not line:
            return "none"
        line = line.rstrip()
        if not line:
            return "blank"
        self._emit(line)
        return "text"

    def _emit(self, line: str) -> None:
        if self._due and self.lines and self.lines[-1]:
            self.lines.append("")
        self._due = False
        self.lines.append(self._mark + line if self._mark and line.strip() else line)
        if line.strip():
            self._mark = ""
