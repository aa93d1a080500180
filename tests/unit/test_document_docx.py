"""DOCX to plain text."""

import io
import zipfile

import pytest

from extractor.document import Document, read_bytes
from extractor.document.docx import read_docx
from extractor.errors import DamagedError

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def docx(body: str, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


TIGHT = '<w:spacing w:after="0"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("First "), r("Amendment")) + p(r("dated")), "First Amendment\n\ndated"),
        (p(r("one"), properties=TIGHT) + p(r("two"), properties=TIGHT), "one\ntwo"),
        (p(r("one"), properties=TIGHT) + p(properties=TIGHT) + p(r("two")), "one\n\ntwo"),
        (p(r("one"), "<w:r><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r>"), "one\ntwo-x"),
        (
            p(
                r("kept "),
                f"<w:del>{r('gone')}<w:r><w:delText>gone</w:delText></w:r></w:del>",
                f"<w:ins>{r('new')}</w:ins>",
            ),
            "kept new",
        ),
        (p(r("a "), r("gone", "<w:strike/>"), r("gone", "<w:vanish/>"), r("b", '<w:strike w:val="0"/>')), "a b"),
        (p("<w:hyperlink>" + r("linked") + "</w:hyperlink>", "<w:r><w:instrText>PAGE</w:instrText></w:r>"), "linked"),
        (
            p(
                f"<w:r><mc:AlternateContent><mc:Choice>{r('box')}</mc:Choice><mc:Fallback>{r('box')}</mc:Fallback>"
                "</mc:AlternateContent></w:r>"
            ),
            "box",
        ),
        (
            "<w:tbl>"
            + "".join(
                f"<w:tr>{''.join(f'<w:tc>{p(r(cell))}</w:tc>' for cell in row)}</w:tr>"
                for row in (["BANK", "ACME, INC."], ["By: Jane", "By: John"])
            )
            + "</w:tbl>",
            "BANK       ACME, INC.\nBy: Jane   By: John",
        ),
    ],
)
def test_text(body: str, expected: str) -> None:
    assert read_docx(docx(body))[0] == expected + "\n"


def test_what_is_left_out_is_reported() -> None:
    body = p(r("x"), r("gone", "<w:strike/>"), "<w:r><w:footnoteReference/></w:r>", properties="<w:numPr/>")
    assert [notice.code for notice in read_docx(docx(body, footnotes="<x/>"))[1]] == [
        "text.struck",
        "text.numbering",
        "text.footnotes",
    ]


def test_read_by_content() -> None:
    (document,) = list(read_bytes(docx(p(r("Amendment"))), "amendment.txt"))
    assert isinstance(document, Document)
    assert document.media_type.endswith("wordprocessingml.document")
    assert document.text == "Amendment\n"


@pytest.mark.parametrize("data", [docx("")[:-30], docx("<w:p>")])
def test_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        read_docx(data)


def test_deep_nesting() -> None:
    table = "<w:tbl><w:tr><w:tc>" * 60 + p(r("deep")) + "</w:tc></w:tr></w:tbl>" * 60
    assert "deep" in read_docx(docx(table))[0]


def test_no_entities_are_fetched() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        body = f"<w:document {NAMESPACES}><w:body>{p(r('a&x;b'))}</w:body></w:document>"
        archive.writestr("word/document.xml", f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>{body}')
    assert read_docx(file.getvalue())[0] in ("ab\n", "a\n")
