"""Plain texts as filed, set as PDFs by reportlab: fixed-pitch, proportional, and scanned; none of them reads a PDF's text."""

import io
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

WIDTH, HEIGHT = 612.0, 792.0
MARGIN = 72.0
_MARK = re.compile(r"^[ \t]*<PAGE>[ \t]*\d*[ \t]*$", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:TABLE|CAPTION|FN|F\d|R\d?|S|C)>", re.IGNORECASE)
_WIDE = re.compile(r"(?<=\S) {3,}(?=\S)|(?<=[^\s.:;]) {2}(?=\S)")
_NUMBER = re.compile(r"^\(?[\dA-Za-z.]{1,6}[.)]$|^[•·*-]$")
_PAGE_NUMBER = re.compile(r"^[ \t]*(?:-[ \t]*)?\(?(?:Page[ \t]+)?\d{1,3}\)?(?:[ \t]*-)?[ \t]*$", re.IGNORECASE)


def clean(text: str) -> list[str]:
    """The lines of a filed text without EDGAR's tags and page numbers, tabs made blanks; ``\\f`` where a page breaks."""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n<PAGE>\n").split("\n"):
        if _MARK.match(line):
            while lines and (not lines[-1] or _PAGE_NUMBER.match(lines[-1])):
                lines.pop()
            lines.append("\f")
            continue
        lines.append(_latin(_TAGS.sub("", line.expandtabs(8))).rstrip())
    return lines


def _latin(text: str) -> str:
    """What the PDF's standard fonts can write."""
    text = text.replace("\u00a0", " ").replace("\u00ad", "").replace("\u2011", "-").replace("\u2010", "-")
    text = re.sub("[\u2002-\u200a\u202f]", " ", text)
    return text.encode("cp1252", errors="replace").decode("cp1252")


def fixed(text: str) -> bytes:
    """A PDF in Courier, line by line as filed, pages numbered."""
    canvas, file = _canvas()
    lines = clean(text)
    widest = max((len(line) for line in lines), default=80)
    columns = min(max(widest, 80), 112)
    size = min(10.0, (WIDTH - 2 * 54) / (0.6 * columns))
    number, y = 1, MARGIN

    def end_page() -> None:
        nonlocal number, y
        canvas.setFont("Courier", size)
        canvas.drawCentredString(WIDTH / 2, 36, f"- {number} -")
        canvas.showPage()
        number, y = number + 1, MARGIN

    for line in lines:
        if line == "\f":
            if y > MARGIN:
                end_page()
            continue
        for piece in _wrapped(line, columns):
            if y > HEIGHT - MARGIN:
                end_page()
            canvas.setFont("Courier", size)
            if piece:
                canvas.drawString(54, HEIGHT - y, piece)
            y += 1.15 * size
    end_page()
    canvas.save()
    return file.getvalue()


def _wrapped(line: str, columns: int) -> Iterator[str]:
    import textwrap

    if len(line) <= columns:
        yield line
        return
    yield from textwrap.wrap(line, columns, drop_whitespace=True, break_long_words=True) or [""]


def _canvas() -> tuple[Any, io.BytesIO]:
    from reportlab.lib.pagesizes import letter
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    return Canvas(file, pagesize=letter, invariant=True), file


@dataclass
class Block:
    """What is set together: a paragraph to be filled, lines with their columns, or a page break.

    Attributes:
        kind: ``paragraph``, ``lines``, ``gap`` or ``page``.
        lines: of a paragraph one, joined.
        indent: columns from the left that the paragraph stands in; of a gap its lines.
        first: columns that its first line stands further in.
    """

    kind: str
    lines: list[str] = field(default_factory=list)
    indent: int = 0
    first: int = 0


def blocks(text: str) -> list[Block]:
    """The text's paragraphs, with hard-wrapped lines joined; short lines (titles, signatures, tables) stay lines."""
    lines = clean(text)
    width = _wrap_width(lines)
    words = Counter(re.findall(r"[A-Za-z]+-[a-z]+", " ".join(lines)))
    listed, widths = _listed(lines), _widths(lines, width)
    found: list[Block] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line == "\f":
            found.append(Block("page"))
        elif not line:
            if found and found[-1].kind == "gap":
                found[-1].indent = min(found[-1].indent + 1, 3)
            elif found and found[-1].kind != "page":
                found.append(Block("gap", indent=1))
        else:
            end = at + 1
            while end < len(lines) and not listed[at] and _goes_on(lines[end - 1], lines[end], lines[at], widths[at]):
                end += 1
            if end - at > 1 or (len(line.strip()) > width and not _columns(line)):
                found.append(_paragraph(lines[at:end], words))
                at = end
                continue
            if found and found[-1].kind == "lines":
                found[-1].lines.append(line)
            else:
                found.append(Block("lines", [line]))
        at += 1
    return found


def _listed(lines: Sequence[str]) -> list[bool]:
    """Which lines are of a list: between empty lines, three at least, and each begins with a capital."""
    found = [False] * len(lines)
    start = 0
    for at, line in enumerate([*lines, ""]):
        if line and line != "\f":
            continue
        run = [one.strip() for one in lines[start:at]]
        capitals = all(one[:1].isupper() and one != one.upper() for one in run)
        found[start:at] = [len(run) > 2 and capitals] * (at - start)
        start = at + 1
    return found


def _widths(lines: Sequence[str], usual: int) -> list[int]:
    """The column at which each line's stretch between empty lines was wrapped: it may be narrower than is usual."""
    found = [usual] * len(lines)
    start = 0
    for at, line in enumerate([*lines, ""]):
        if line and line != "\f":
            continue
        run = lines[start:at]
        widest = max((len(one) for one in run), default=0)
        if len(run) > 2 and 45 <= widest < usual and sum(len(one.split()) for one in run) > 5 * len(run):
            found[start:at] = [widest] * (at - start)
        start = at + 1
    return found


def _wrap_width(lines: Sequence[str]) -> int:
    """The column at which the filer wrapped running text."""
    ends = sorted(len(line) for line in lines if len(line.split()) > 6)
    return min(ends[len(ends) * 3 // 4] if ends else 72, 100)


def _goes_on(line: str, after: str, first: str, width: int) -> bool:
    """Whether a paragraph that `line` is of goes on with the line after it."""
    if not after or after == "\f" or _columns(line) or _columns(after) or re.fullmatch(r"[\W_]+", after):
        return False
    if re.search(r"\b(?:the|of|and|an?|to|by|this|in|for|with|or|that|between|among)$", line) and len(line) > 12:
        return True
    if after.lstrip()[0].islower() and len(line.split()) > 5 and _indent(line) < 12 and line == line.rstrip(".:;"):
        return True
    longest = after.split()[0]
    if len(line) + 1 + len(longest) <= width - 8 or len(line.split()) < 4:
        return False
    indent, own = _indent(after), _indent(line)
    if line is not first and indent > own + 1:
        return False
    return not (indent >= 12 and own >= 12 and abs(indent - own) > 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _columns(line: str) -> bool:
    """Whether the line has columns; the gap after a clause's number is none."""
    stripped = line.strip()
    parts = re.split(r" {3,}", stripped)
    if len(parts) > 1 and _NUMBER.match(parts[0]):
        parts = parts[1:]
    # Text that is justified has many gaps of three or four blanks, columns have a wide one.
    return len(parts) > 1 and bool(re.search(r"\S {5,}\S", stripped) or len(stripped) < 60)


def _paragraph(lines: Sequence[str], words: Counter[str]) -> Block:
    joined = ""
    for line in lines:
        piece = " ".join(line.split())
        cut = re.search(r"([A-Za-z]+)-$", joined)
        if cut and piece[:1].islower():
            tail = re.match(r"[a-z]+", piece)
            compound = f"{cut[1]}-{tail[0] if tail else ''}"
            joined = joined + piece if words[compound] else joined[:-1] + piece
        else:
            joined = f"{joined} {piece}" if joined else piece
    indent = min(_indent(line) for line in lines[1:]) if len(lines) > 1 else _indent(lines[0])
    first = _indent(lines[0]) - indent
    return Block("paragraph", [joined], min(indent, 30), min(max(first, 0), 20))


class _Setter:
    """Sets blocks in Times on numbered pages with a running header."""

    size = 11.0
    leading = 13.2

    def __init__(self, header: str) -> None:
        self.canvas, self.file = _canvas()
        self.header = header
        self.number = 1
        self.y = MARGIN
        self.begin_page()

    def begin_page(self) -> None:
        if self.number > 1 and self.header:
            self.canvas.setFont("Times-Italic", 9)
            self.canvas.drawString(MARGIN, HEIGHT - 40, self.header)
        self.y = MARGIN

    def end_page(self) -> None:
        self.canvas.setFont("Times-Roman", 9)
        self.canvas.drawCentredString(WIDTH / 2, 40, str(self.number))
        self.canvas.showPage()
        self.number += 1

    def room(self, height: float) -> None:
        """Begins a new page if `height` does not fit on this one."""
        if self.y > MARGIN and self.y + height > HEIGHT - MARGIN:
            self.end_page()
            self.begin_page()

    def set(self, one: Block) -> None:
        if one.kind == "page":
            if self.y > MARGIN:
                self.end_page()
                self.begin_page()
        elif one.kind == "gap":
            self.y += 0.9 * one.indent * self.leading
        elif one.kind == "paragraph":
            self._paragraph(one)
        else:
            self._lines(one.lines)

    def _paragraph(self, one: Block) -> None:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        left, first = MARGIN + 4.5 * one.indent, 4.5 * one.first
        space = stringWidth(" ", "Times-Roman", self.size)
        words = one.lines[0].split()
        while words:
            width, taken = WIDTH - MARGIN - left - first, 0
            used = -space
            while taken < len(words):
                needed = space + stringWidth(words[taken], "Times-Roman", self.size)
                if taken and used + needed > width:
                    break
                used += needed
                taken += 1
            self.room(self.leading)
            self.canvas.setFont("Times-Roman", self.size)
            self.canvas.drawString(left + first, HEIGHT - self.y, " ".join(words[:taken]))
            self.y += self.leading
            words, first = words[taken:], 0.0

    def _lines(self, lines: Sequence[str]) -> None:
        """Lines that stay lines; what stands in columns at common tab stops."""
        from reportlab.pdfbase.pdfmetrics import stringWidth

        if len(lines) * self.leading < 160:
            self.room(len(lines) * self.leading)
        rows = [segments(line) for line in lines]
        stops = stops_of(rows)
        per = (WIDTH - 2 * MARGIN) / max(80, max(len(line) for line in lines))
        for line, row in zip(lines, rows, strict=True):
            self.room(self.leading)
            stripped = line.strip()
            centred = len(row) == 1 and _indent(line) > 8 and abs(_indent(line) - (72 - len(stripped)) / 2) < 5
            bold = centred and stripped == stripped.upper() and any(c.isalpha() for c in stripped)
            font = "Times-Bold" if bold else "Times-Roman"
            if centred and stringWidth(stripped, font, self.size) < WIDTH - 2 * MARGIN:
                self.canvas.setFont(font, self.size)
                self.canvas.drawCentredString(WIDTH / 2, HEIGHT - self.y, stripped)
                self.y += self.leading
                continue
            size = self.size
            places = [MARGIN + per * stops[start] for start, _ in row]
            for (_, text), x, after in zip(row, places, [*places[1:], WIDTH - 36], strict=True):
                natural = stringWidth(text, "Times-Roman", self.size)
                if natural > after - x - 20:
                    size = max(6.5, min(size, self.size * (after - x - 20) / natural))
            self.canvas.setFont("Times-Roman", size)
            reached = 0.0
            for (_, text), x in zip(row, places, strict=True):
                x = max(x, reached)
                self.canvas.drawString(x, HEIGHT - self.y, text)
                reached = x + stringWidth(text, "Times-Roman", size) + 20
            self.y += self.leading

    def done(self) -> bytes:
        self.end_page()
        self.canvas.save()
        return self.file.getvalue()


def segments(line: str) -> list[tuple[int, str]]:
    """The line's columns, with the character at which each begins."""
    return [(m.start(), m.group()) for m in re.finditer(r"\S+(?: {1,2}\S+)*", line)]


def stops_of(rows: Sequence[list[tuple[int, str]]]) -> dict[int, int]:
    """For each character at which a column begins the tab stop that it shares with those next to it."""
    starts = Counter(start for row in rows for start, _ in row)
    stops: dict[int, int] = {}
    for start, _ in starts.most_common():
        near = [s for s in stops.values() if abs(s - start) <= 1]
        stops[start] = near[0] if near else start
    return stops


def proportional(text: str, header: str) -> bytes:
    """A PDF in Times with filled paragraphs, a running header from the second page on, and page numbers."""
    setter = _Setter(header[:80])
    for one in blocks(text):
        setter.set(one)
    return setter.done()


def scanned(pdf: bytes, seed: int = 1, dpi: int = 200) -> bytes:
    """An image-only PDF of the pages of another one, each slightly turned, with specks."""
    import pypdfium2
    from PIL import Image

    chance = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    images = []
    for page in document:
        image = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        angle = chance.uniform(0.3, 0.8) * chance.choice((-1, 1))
        image = image.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
        for _ in range(60):
            image.putpixel((chance.randrange(image.width), chance.randrange(image.height)), 90)
        images.append(image)
    document.close()
    file = io.BytesIO()
    images[0].save(file, "PDF", save_all=True, append_images=images[1:], resolution=float(dpi), quality=80)
    return file.getvalue()
