"""What form an input is in, judged by its content; file names lie too often."""

import io
import re
import zipfile

from extractor.errors import DamagedError, NotTextError

TEXT = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
SUBMISSION = "application/x-edgar-submission"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
IMAGES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}

# Forms that are known well enough to say what they are, though nothing here reads them.
_UNREAD = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Word, Excel or PowerPoint file; save it as DOCX or PDF",
    b"{\\rtf": "rich text (RTF); save it as DOCX or PDF",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive; unpack it first",
    b"7z\xbc\xaf": "a 7z archive; unpack it first",
    b"%!PS": "PostScript; convert it to PDF",
}
_HEAD = 1 << 16
_SUBMISSION = re.compile(
    rb"\s*(?:-----BEGIN PRIVACY-ENHANCED MESSAGE-----|<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>"
    rb"|<SUBMISSION>\s*<|<DOCUMENT>\s*<TYPE>)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(rb"^<DOCUMENT>", re.IGNORECASE | re.MULTILINE)
# <PAGE>, <TABLE>, <CAPTION>, <S>, <C> and <FN> are EDGAR's marks in plain text, so they prove nothing.
_HTML_START = re.compile(
    rb"(?:\s|<\?xml[^>]*>|<!--(?:[^-]|-(?!->))*-->|<title>[^<]*</title>)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_HTML_TAG = re.compile(rb"<(?:p|div|br|td|tr|font|span|center|html|body|b|h[1-6])(?:\s[^<>]{0,2000})?/?>", re.I)
_HTML_TAGS = 3


def sniff(data: bytes) -> str:
    r"""The media type of `data`: one of this module's constants.

    Raises:
        NotTextError: it is in a form that is not read here.
        DamagedError: it is a zip archive that cannot be opened.

    >>> sniff(b"<PAGE>\n<TABLE>\n<S> <C>\n") == TEXT, sniff(b"\n<html><body>x") == HTML, sniff(b"%PDF-1.4\n") == PDF
    (True, True, True)
    """
    head = _head(data)
    for magic, media_type in IMAGES.items():
        if head.startswith(magic):
            return media_type
    for magic, what in _UNREAD.items():
        if head.startswith(magic):
            raise NotTextError(f"this is {what}")
    if head.startswith(b"PK\x03\x04"):
        return _archive(data)
    if b"%PDF-" in head[:1024] and not _SUBMISSION.match(head):
        return PDF
    if _SUBMISSION.match(head) and _DOCUMENT.search(data):
        return SUBMISSION
    if _HTML_START.match(head) or len(_HTML_TAG.findall(head)) >= _HTML_TAGS:
        return HTML
    return TEXT


def _head(data: bytes) -> bytes:
    """The beginning, without byte order mark, and with two-byte text as one byte a character."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise DamagedError(f"a zip archive that cannot be opened: {error}") from error
    if "word/document.xml" in names:
        return DOCX
    raise NotTextError("this is a zip archive, but no Word document; unpack it first")
