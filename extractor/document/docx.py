"""DOCX to plain text: paragraphs and tables of the document's main part, with tracked deletions carried out."""

import io
import zipfile
from typing import Any

from extractor.document.html_flow import Flow
from extractor.document.model import Notice
from extractor.document.tables import Cell, Table
from extractor.errors import DamagedError, EncryptedError, TooLargeError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MAIN = "word/document.xml"
_MOST_BYTES = 200 << 20  # unpacked; more is no document but an attack
_DEEPEST = 30  # tables within tables
_GONE = frozenset(_W + name for name in ("del", "moveFrom", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "instrText"))
_SIGNS = {_W + "noBreakHyphen": "-", _W + "cr": "\n", _W + "br": "\n", _W + "tab": "   "}


def read_docx(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The plain text of a Word document, and notices on what it leaves out.

    Raises:
        EncryptedError: it needs a password.
        DamagedError: it cannot be unpacked or parsed.
        TooLargeError: it unpacks to more than any document.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo(_MAIN)
            if info.flag_bits & 1:
                raise EncryptedError("the Word document is encrypted and needs a password")
            if info.file_size > _MOST_BYTES:
                raise TooLargeError(f"the Word document unpacks to {info.file_size} bytes")
            with archive.open(info) as part:
                xml = part.read(_MOST_BYTES + 1)
            names = frozenset(archive.namelist())
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        root = etree.fromstring(xml, parser)
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError, ValueError) as error:
        raise DamagedError(f"a Word document that cannot be unpacked: {error}") from error
    except etree.XMLSyntaxError as error:
        raise DamagedError(f"a Word document that cannot be parsed: {error}") from error
    reader = _Reader()
    body = root.find(_W + "body")
    lines = reader.blocks(body if body is not None else root, 0)
    notices = []
    if reader.dropped:
        message = f"{reader.dropped} characters of struck-out, deleted or hidden text were left out"
        notices.append(Notice("text.struck", "info", message))
    if reader.numbered:
        message = f"{reader.numbered} paragraphs are numbered by Word; the numbers are not in the text"
        notices.append(Notice("text.numbering", "info", message))
    if names & {"word/footnotes.xml", "word/endnotes.xml"} and reader.notes:
        notices.append(Notice("text.footnotes", "warning", f"{reader.notes} footnotes or endnotes were left out"))
    return "\n".join(lines).strip("\n") + "\n", tuple(notices)


class _Reader:
    """Walks through the document; counts what it leaves out."""

    def __init__(self) -> None:
        self.dropped = self.numbered = self.notes = 0

    def blocks(self, parent: Any, depth: int) -> list[str]:
        """The lines of the paragraphs and tables in `parent`."""
        flow = Flow()
        stack = [iter(parent)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif child.tag == _W + "p":
                first, *rest = self._paragraph(child).split("\n")
                flow.text(first or "\xa0")  # an empty paragraph is an empty line
                for line in rest:
                    flow.line_break()
                    flow.text(line)
                flow.block(_space(child))
            elif child.tag == _W + "tbl" and depth < _DEEPEST:
                flow.finished(self._table(child, depth).lines())
            elif child.tag not in _GONE and child.tag != _FALLBACK and len(stack) < 1000:
                stack.append(iter(child))
        return flow.done()

    def _table(self, table: Any, depth: int) -> Table:
        laid_out = Table()
        for row in table.iter(_W + "tr"):
            if next(row.iterancestors(_W + "tbl"), None) is not table:
                continue
            cells = []
            for cell in row.iterchildren(_W + "tc"):
                span = cell.find(f"{_W}tcPr/{_W}gridSpan")
                columns = (span.get(_W + "val") or "1") if span is not None else "1"
                width = min(int(columns), 1000) if columns.isdecimal() else 1
                cells.append(Cell(self.blocks(cell, depth + 1), max(width, 1)))
            laid_out.rows.append(cells)
        return laid_out

    def _paragraph(self, paragraph: Any) -> str:
        if paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
            self.numbered += 1
        pieces: list[str] = []
        stack = [iter(paragraph)]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif child.tag == _W + "t":
                pieces.append(child.text or "")
            elif child.tag in _SIGNS:
                pieces.append(_SIGNS[child.tag])
            elif child.tag in (_W + "footnoteReference", _W + "endnoteReference"):
                self.notes += 1
            elif child.tag in _GONE or child.tag == _FALLBACK or _struck(child):
                self.dropped += sum(len(text.text or "") for text in child.iter(_W + "t", _W + "delText"))
            elif len(stack) < 1000:
                stack.append(iter(child))
        return "".join(pieces)


def _struck(run: Any) -> bool:
    """Whether a run is crossed out or hidden."""
    properties = run.find(_W + "rPr")
    if properties is None:
        return False
    found = (properties.find(_W + name) for name in ("strike", "dstrike", "vanish"))
    return any(one is not None and one.get(_W + "val") not in ("0", "false", "off") for one in found)


def _space(paragraph: Any) -> float:
    """Points below a paragraph, as far as it says; else Word's usual 8."""
    spacing = paragraph.find(f"{_W}pPr/{_W}spacing")
    after = spacing.get(_W + "after") if spacing is not None else None
    return int(after) / 20 if after and after.isdecimal() else 8.0
