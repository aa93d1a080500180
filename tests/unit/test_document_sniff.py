"""Media types by content."""

import io
import zipfile

import pytest
from making.pdfs import lines, pdf

from extractor.document import sniff
from extractor.errors import DamagedError, NotTextError


def archive(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"", sniff.TEXT),
        (b"AMENDMENT NO. 1\n\n<PAGE>\n<TABLE>\n<CAPTION>\n<S>  <C>\nBank A   $1\n</TABLE>\n<FN>\n", sniff.TEXT),
        (b"x < y and y > z, <b>bold</b>", sniff.TEXT),
        (b"<html><body>x", sniff.HTML),
        (b"\xef\xbb\xbf\n <!DOCTYPE HTML PUBLIC 'x'>", sniff.HTML),
        (b"<?xml version='1.0'?><!-- a - b --><!-- c --><html>", sniff.HTML),
        ("<html><p>é".encode("utf-16"), sniff.HTML),
        (b"<p>one</p><div align=center>two</div>", sniff.TEXT),
        (b"<p>one</p><div align=center>two</div><p style='x'>three</p>", sniff.HTML),
        (b"<SEC-DOCUMENT>x.txt : 1\n<DOCUMENT>\n<TYPE>8-K\n", sniff.SUBMISSION),
        (
            b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: x\n\n<IMS-DOCUMENT>\n<DOCUMENT>\n<TYPE>8-K\n",
            sniff.SUBMISSION,
        ),
        (b"\n<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\n", sniff.SUBMISSION),
        (b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nand no document", sniff.TEXT),
        (pdf(lines("x")), sniff.PDF),
        (b"\nscanner's banner\n%PDF-1.4\n", sniff.PDF),
        (archive("word/document.xml"), sniff.DOCX),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"II*\0", "image/tiff"),
    ],
)
def test_form(data: bytes, media_type: str) -> None:
    assert sniff.sniff(data) == media_type


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (archive("xl/workbook.xml"), "zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1 x}", "RTF"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_forms_not_read(data: bytes, said: str) -> None:
    with pytest.raises(NotTextError, match=said):
        sniff.sniff(data)


def test_broken_archive() -> None:
    with pytest.raises(DamagedError):
        sniff.sniff(b"PK\x03\x04 and no more")


def test_comments_without_end_take_no_time() -> None:
    assert sniff.sniff(b"<!--a-->" * 7000 + b"<!-- b") == sniff.TEXT
