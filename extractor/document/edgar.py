"""Full EDGAR submissions: the SGML header's facts, and each document of the filing read by its own form."""

import binascii
import re
from collections.abc import Iterator
from typing import Any

from extractor.document.model import Document, Notice, PassedOver
from extractor.document.text import decode
from extractor.errors import ExtractError

_DOCUMENT = re.compile(rb"^<DOCUMENT>[ \t]*\r?\n?", re.IGNORECASE | re.MULTILINE)
_DOCUMENT_END = re.compile(rb"^</DOCUMENT>", re.IGNORECASE | re.MULTILINE)
_TEXT = re.compile(rb"^<TEXT>[ \t]*\r?\n?", re.IGNORECASE | re.MULTILINE)
_TEXT_END = re.compile(rb"^</TEXT>\s*\Z", re.IGNORECASE | re.MULTILINE)
_TAG = re.compile(rb"^<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_WRAPPER = re.compile(rb"\s*<(PDF|XML|XBRL|JSON)>\s*", re.IGNORECASE)
_HTML = re.compile(rb"<x?html\b", re.IGNORECASE)
_UUENCODED = re.compile(rb"^begin [0-7]{3,4} +([^\r\n]+)\r?\n", re.MULTILINE)
_MOST_HEADER = 1 << 20

# The header's lines "NAME: value", and the tags of the form in which EDGAR disseminates the same.
_ACCESSION = re.compile(r"^[ \t]*(?:ACCESSION NUMBER:|<ACCESSION-NUMBER>)\s*(\d{10}-\d{2}-\d{6})", re.MULTILINE)
_FORM = re.compile(r"^[ \t]*(?:CONFORMED SUBMISSION TYPE:|<TYPE>)[ \t]*(\S[^\r\n]*)", re.MULTILINE)
_FILED = re.compile(r"^[ \t]*(?:FILED AS OF DATE:|<FILING-DATE>)\s*((?:19|20)\d\d)(\d\d)(\d\d)\b", re.MULTILINE)
_FILER = re.compile(
    r"^[ \t]*(?:FILER:|ISSUER:|SUBJECT COMPANY:|FILED BY:|<(?:FILER|ISSUER|SUBJECT-COMPANY|FILED-BY)>)", re.MULTILINE
)
_NAME = re.compile(r"^[ \t]*(?:COMPANY CONFORMED NAME:|<CONFORMED-NAME>)[ \t]*(\S[^\r\n]*)", re.MULTILINE)
_CIK = re.compile(r"^[ \t]*(?:CENTRAL INDEX KEY:|<CIK>)\s*(\d{1,10})\b", re.MULTILINE)

# What no text is looked for in, by type or by the file name's ending.
_TYPES = {
    "GRAPHIC": "a graphic",
    "ZIP": "a zip archive",
    "EXCEL": "a spreadsheet",
    "XML": "data in XML, no text",
    "JSON": "data in JSON, no text",
}
_XBRL_TYPE = re.compile(r"EX-(?:100|101)\b", re.IGNORECASE)
_ENDINGS = {
    ("jpg", "jpeg", "gif", "png", "bmp", "tif", "tiff"): "a graphic",
    ("zip", "gz"): "an archive",
    ("xls", "xlsx"): "a spreadsheet",
    ("xsd", "xml"): "data in XML, no text",
    ("css", "js", "json"): "no text",
}


def read_submission(data: bytes, name: str, sha256: str) -> Iterator[Document | PassedOver]:
    """Each document of a filing, in its order; what cannot be read is passed over, with the reason.

    Args:
        data: the whole submission; wrapped as privacy-enhanced mail or not.
        name: the source's file name.
        sha256: of `data`; all documents carry it, and ``filing["exhibit"]["sequence"]`` tells them apart.
    """
    starts = [match.end() for match in _DOCUMENT.finditer(data)]
    header = decode(data[: min(starts[0], _MOST_HEADER)] if starts else data[:_MOST_HEADER])[0]
    filing = filing_of(header)
    for place, (start, after) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        yield _document(data[start:after], name, sha256, filing, place)


def filing_of(header: str) -> dict[str, Any]:
    """What the SGML header says of the filing, by the names of the record's ``source.filing``, without an exhibit.

    >>> filing_of("ACCESSION NUMBER:\\t\\t0000000001-01-000002\\nFILED AS OF DATE: 20010928\\n")["filed_on"]
    '2001-09-28'
    """
    filed = _FILED.search(header)
    filer = _FILER.search(header)
    company = header[filer.end() :] if filer else header
    return {
        "accession_number": _first(_ACCESSION, header),
        "form_type": _first(_FORM, header),
        "filed_on": "-".join(filed.groups()) if filed else None,
        "filer": {"name": _first(_NAME, company), "cik": _first(_CIK, company)},
    }


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return match[1].strip() if match else None


def _document(part: bytes, name: str, sha256: str, filing: dict[str, Any], place: int) -> Document | PassedOver:
    """What stands between <DOCUMENT> and the next one; `place` counts them from 1."""
    from extractor.document.read import read_one

    notices: tuple[Notice, ...] = ()
    if end := _last(_DOCUMENT_END, part):
        part = part[: end.start()]
    else:
        notices = (Notice("text.truncated", "warning", "the submission ends before its document does"),)
    text = _TEXT.search(part)
    head = part[: text.start() if text else 2000]
    tags = {key.upper(): decode(value)[0].strip() for key, value in _TAG.findall(head)}
    sequence = tags.get(b"SEQUENCE", "")
    exhibit: dict[str, Any] = {
        "type": tags.get(b"TYPE") or None,
        "sequence": int(sequence) if sequence.isdecimal() and len(sequence) < 9 else place,
        "filename": tags.get(b"FILENAME") or None,
        "description": tags.get(b"DESCRIPTION") or None,
    }

    def passed(reason: str) -> PassedOver:
        return PassedOver(exhibit["filename"] or name, exhibit["type"], exhibit["sequence"], reason)

    if text is None:
        return passed("it has no text")
    body = part[text.end() :]
    if end := _TEXT_END.search(body):
        body = body[: end.start()]
    if reason := _no_text(exhibit["type"] or "", exhibit["filename"] or ""):
        return passed(reason)
    if wrapper := _WRAPPER.match(body):
        kind = wrapper[1].upper()
        if kind in (b"XML", b"JSON") or (kind == b"XBRL" and not _HTML.search(body[:8192])):
            return passed("data in " + kind.decode("ascii") + ", no text")
        body = body[wrapper.end() :].rstrip()
        if body[-len(kind) - 3 :].upper() == b"</" + kind + b">":
            body = body[: -len(kind) - 3]
    try:
        if encoded := _UUENCODED.match(body.lstrip()[:300]):
            body = uudecode(body.lstrip()[encoded.end() :])
        document = read_one(body, name, sha256)
    except ExtractError as error:
        return passed(str(error))
    return Document(
        document.text,
        name,
        sha256,
        document.media_type,
        document.layout,
        {**filing, "exhibit": exhibit},
        notices + document.notices,
    )


def _last(pattern: re.Pattern[bytes], data: bytes) -> re.Match[bytes] | None:
    found = None
    for match in pattern.finditer(data):
        found = match
    return found


def _no_text(exhibit_type: str, filename: str) -> str | None:
    """Why there is no text to be had from such an exhibit, judged by what the filing calls it; None if there may be."""
    if reason := _TYPES.get(exhibit_type.upper()):
        return reason
    if _XBRL_TYPE.match(exhibit_type):
        return "XBRL data, no text"
    ending = filename.rpartition(".")[2].lower()
    return next((reason for endings, reason in _ENDINGS.items() if ending in endings), None)


def uudecode(data: bytes) -> bytes:
    """The bytes of uuencoded lines up to ``end``; a line that is damaged counts as far as it can be read.

    >>> uudecode(b"#0V%T\\n`\\nend\\n")
    b'Cat'
    """
    decoded = []
    for line in data.splitlines():
        if line == b"end":
            break
        if not line:
            continue
        try:
            decoded.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders count padding wrongly: believe the length that the line states.
            count = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                decoded.append(binascii.a2b_uu(line[:count]))
            except binascii.Error:
                continue
    return b"".join(decoded)
