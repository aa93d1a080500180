"""An HTML file's bytes made ready for the parser: decoded, and with what it would misread turned into comments."""

import codecs
import re

from extractor.document.model import Notice
from extractor.document.text import decode

STRUCK, UNSTRUCK, PAGE = "x-struck", "/x-struck", "x-page"  # comments that the reader obeys

_META = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# Of these every browser makes Windows-1252, or the bytes show what they are better than the declaration does.
_BY_BYTES = frozenset(
    ("utf-8", "utf8", "utf-16", "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252")
)
_PRE_TAG = re.compile(r"<(/?)pre\b[^>]*>", re.IGNORECASE)
_PAGE_IN_PRE = re.compile(r"<PAGE>[ \t]*(?:[\divxlc-]{0,8}[ \t]*$)?", re.IGNORECASE | re.MULTILINE)
_PAGE_ELSEWHERE = re.compile(r"<PAGE>", re.IGNORECASE)
_EDGAR_MARK = re.compile(r"</?(?:table|caption|s|c|fn|f\d{1,2})>", re.IGNORECASE)
_ROW = re.compile(r"<t[dr]\b", re.IGNORECASE)
_STRIKE = re.compile(r"<(/?)(?:s|strike|del)(?:\s[^<>]*)?>", re.IGNORECASE)


def source(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The file's text for the parser, and notices on its encoding.

    Raises:
        NotTextError: the bytes are no text.
    """
    text, notices = _decode(data)
    text = "".join(_parts(text))
    text = _PAGE_ELSEWHERE.sub(f"<!--{PAGE}-->", text)
    closing = [bool(slash) for slash in _STRIKE.findall(text)]
    if closing.count(True) != closing.count(False):
        # A tag that is never closed would strike the rest of the document: let the parser close it with its block.
        return _STRIKE.sub(lambda m: f"<{m[1]}x-struck>", text), notices
    # The parser would end <strike> with the paragraph that it begins in, though it may stand around several.
    return _STRIKE.sub(lambda m: f"<!--{UNSTRUCK if m[1] else STRUCK}-->", text), notices


def _decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Valid UTF-8 is UTF-8 whatever the file declares; else what it declares; else Windows-1252."""
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    declared = None if marked else _META.search(data[:4096])
    if declared and (name := declared[1].decode("ascii").lower()) not in _BY_BYTES:
        for encoding in ("utf-8", name):
            try:
                return data.decode(encoding), ()
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(data)


def _parts(text: str) -> list[str]:
    """`text` with its preformatted parts freed of EDGAR's marks."""
    parts, at, begun = [], 0, -1
    for tag in _PRE_TAG.finditer(text):
        if tag[1] and begun >= 0:
            parts.append(_prepared_pre(text[begun : tag.start()]))
            at, begun = tag.start(), -1
        elif not tag[1] and begun < 0:
            parts.append(text[at : tag.end()])
            begun = tag.end()
    parts.append(_prepared_pre(text[begun:]) if begun >= 0 else text[at:])
    return parts


def _prepared_pre(text: str) -> str:
    # In EDGAR's text tables <S> begins the first column; as HTML it would strike the table out.
    text = _PAGE_IN_PRE.sub(f"<!--{PAGE}-->", text)
    return text if _ROW.search(text) else _EDGAR_MARK.sub("", text)
