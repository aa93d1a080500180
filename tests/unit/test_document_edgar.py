"""Full EDGAR submissions."""

import binascii
import hashlib

import pytest
from making.pdfs import lines, pdf

from extractor.document import Document, read_bytes
from extractor.document.edgar import filing_of, uudecode
from extractor.document.model import PassedOver

HEADER = """\
<SEC-DOCUMENT>0000000001-04-000002.txt : 20040519
<SEC-HEADER>0000000001-04-000002.hdr.sgml : 20040519
ACCESSION NUMBER:\t\t0000000001-04-000002
CONFORMED SUBMISSION TYPE:\t8-K/A
PUBLIC DOCUMENT COUNT:\t\t2
FILED AS OF DATE:\t\t20040519

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tACME TOOLS INC
\t\tCENTRAL INDEX KEY:\t\t\t0000012345

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tROADRUNNER TRAPS INC
</SEC-HEADER>
"""
PEM = """\
-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR
Originator-Name: keymaster@example.org
Originator-Key-Asymmetric:
 MFkwCgYEVQgBAQICAgADSwAwSAJBALeW
MIC-Info: RSA-MD5,RSA,
 Fl2gmRLj6C9ZzhMmiju67EP6Be9bv5WdK8sLoRqMnG==

"""


def part(
    kind: str, text: str, sequence: int | None = 1, filename: str | None = None, description: str | None = None
) -> str:
    tags = {"TYPE": kind, "SEQUENCE": sequence, "FILENAME": filename, "DESCRIPTION": description}
    head = "".join(f"<{tag}>{value}\n" for tag, value in tags.items() if value is not None)
    return f"<DOCUMENT>\n{head}<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"


def uuencoded(data: bytes, name: str) -> str:
    rows = (binascii.b2a_uu(data[at : at + 45]).decode() for at in range(0, len(data), 45))
    return f"begin 644 {name}\n{''.join(rows)}`\nend"


def read(submission: str) -> list[Document | PassedOver]:
    return list(read_bytes(submission.encode("cp1252"), "filing.txt"))


def test_documents_of_a_filing() -> None:
    submission = (
        HEADER
        + part("8-K", "Item 1.01 of the report.", 1, "a8k.txt")
        + part("EX-10.1", "<html><body><p>AMENDMENT</p><p>No. 1</p></body></html>", 2, "ex10.htm", "AMENDMENT NO. 1")
    )
    main, exhibit = read(submission)
    assert isinstance(main, Document)
    assert isinstance(exhibit, Document)
    assert (main.media_type, exhibit.media_type) == ("text/plain", "text/html")
    assert main.text == "Item 1.01 of the report.\n"
    assert exhibit.text == "AMENDMENT\n\nNo. 1\n"
    assert exhibit.name == "filing.txt"
    assert exhibit.sha256 == main.sha256 == hashlib.sha256(submission.encode()).hexdigest()
    assert exhibit.filing == {
        "accession_number": "0000000001-04-000002",
        "form_type": "8-K/A",
        "filed_on": "2004-05-19",
        "filer": {"name": "ACME TOOLS INC", "cik": "0000012345"},
        "exhibit": {"type": "EX-10.1", "sequence": 2, "filename": "ex10.htm", "description": "AMENDMENT NO. 1"},
    }
    assert main.filing is not None
    assert main.filing["exhibit"]["type"] == "8-K"


def test_plain_exhibit_is_unchanged() -> None:
    text = "  AMENDMENT\r\n\r\n<PAGE>\n<TABLE>\n<S>  <C>\nBank\x85 $1\n</TABLE>\n\tend  "
    (document,) = list(
        read_bytes(b"<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\n" + text.encode("latin-1") + b"\n</TEXT>\n</DOCUMENT>\n", "x")
    )
    assert isinstance(document, Document)
    assert document.text == text.replace("\x85", "…") + "\n"
    assert document.media_type == "text/plain"


@pytest.mark.parametrize("head", ["<IMS-DOCUMENT>x : 19950530\n<IMS-HEADER>\n", "<SEC-DOCUMENT>\n"])
def test_older_wrappings(head: str) -> None:
    (document,) = read(PEM + head + "ACCESSION NUMBER:  0000000001-95-000002\n" + part("EX-99", "text", None))
    assert isinstance(document, Document)
    assert document.filing is not None
    assert document.filing["accession_number"] == "0000000001-95-000002"
    assert document.filing["exhibit"] == {"type": "EX-99", "sequence": 1, "filename": None, "description": None}
    assert "Proc-Type" not in document.text


def test_header_in_tags() -> None:
    header = "<SUBMISSION>\n<ACCESSION-NUMBER>0000000001-20-000002\n<TYPE>8-K\n<FILING-DATE>20200102\n"
    filing = filing_of(header + "<FILER>\n<COMPANY-DATA>\n<CONFORMED-NAME>ACME INC\n<CIK>0000000009\n")
    assert filing["form_type"] == "8-K"
    assert filing["filed_on"] == "2020-01-02"
    assert filing["filer"] == {"name": "ACME INC", "cik": "0000000009"}


def test_header_without_facts() -> None:
    assert filing_of("\n\n")["filer"] == {"name": None, "cik": None}


def test_uuencoded_pdf_is_read_as_pdf() -> None:
    data = pdf(lines("FIRST AMENDMENT\ndated as of May 5, 2004"))
    (document,) = read(HEADER + part("EX-10.1", "<PDF>\n" + uuencoded(data, "ex.pdf") + "\n</PDF>", 2, "ex.pdf"))
    assert isinstance(document, Document)
    assert document.media_type == "application/pdf"
    assert document.layout is not None
    assert document.layout.pages == 1
    assert "dated as of May 5, 2004" in document.text


@pytest.mark.parametrize(
    ("kind", "filename", "text", "reason"),
    [
        ("GRAPHIC", "logo.jpg", uuencoded(b"\xff\xd8\xff", "logo.jpg"), "graphic"),
        ("EX-99", "chart.gif", uuencoded(b"GIF89a", "chart.gif"), "graphic"),
        ("EX-101.INS", "x.xml", "<XBRL>\n<xbrl/>\n</XBRL>", "XBRL"),
        ("XML", "R1.htm", "<XML>\n<x/>\n</XML>", "XML"),
        ("ZIP", "x.zip", uuencoded(b"PK\x03\x04", "x.zip"), "zip"),
        ("EXCEL", "x.xlsx", uuencoded(b"PK\x03\x04", "x.xlsx"), "spreadsheet"),
        ("EX-10", "ex.pdf", "<PDF>\n" + uuencoded(b"%PDF-1.4 broken", "ex.pdf") + "\n</PDF>", "damaged"),
        ("EX-10", "blank.txt", "  \n ", "white space"),
        ("D", "primary_doc.xml", "<XML>\n<a/>\n</XML>", "XML"),
    ],
)
def test_what_is_passed_over_is_said(kind: str, filename: str, text: str, reason: str) -> None:
    first, second = read(HEADER + part(kind, text, 7, filename) + part("EX-10.2", "AMENDMENT", 8))
    assert isinstance(first, PassedOver)
    assert (first.name, first.type, first.sequence) == (filename, kind, 7)
    assert reason in first.reason
    assert isinstance(second, Document)


def test_inline_xbrl_report_is_read() -> None:
    (document,) = read(
        HEADER + part("8-K", "<XBRL>\n<?xml version='1.0'?>\n<html><body>Item 1.01</body></html>\n</XBRL>")
    )
    assert isinstance(document, Document)
    assert document.text == "Item 1.01\n"


def test_submission_cut_short() -> None:
    (document,) = read(HEADER + "<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\nAMENDMENT and then")
    assert isinstance(document, Document)
    assert document.text == "AMENDMENT and then"
    assert [notice.code for notice in document.notices] == ["text.truncated"]


def test_document_without_text() -> None:
    (passed,) = read(HEADER + "<DOCUMENT>\n<TYPE>EX-10\n<FILENAME>x.txt\n</DOCUMENT>\n")
    assert isinstance(passed, PassedOver)
    assert passed.reason == "it has no text"


@pytest.mark.parametrize("line", [b"#0V%T", b"#0V%T   extra", b"\xff\xfe", b"M"])
def test_damaged_uuencoding(line: bytes) -> None:
    assert uudecode(line + b"\n\n#0V%T\nend\ngarbage").endswith(b"Cat")
