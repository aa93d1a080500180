"""PDF that has no text, or is locked, damaged or out of bounds."""

import contextlib

import pytest
from making.pdfs import HEADED, PARAGRAPH, both, lines, pdf, picture
from reportlab.pdfgen.canvas import Canvas

from extractor.document import ocr
from extractor.document.pdf import read_pdf
from extractor.errors import (
    DamagedError,
    EmptyInputError,
    EncryptedError,
    ExtractError,
    NoTextLayerError,
    TooLargeError,
)


def text(data: bytes) -> str:
    return read_pdf(data)[0]


@pytest.fixture
def no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "engine", lambda: None)


@pytest.mark.usefixtures("no_ocr")
def test_pages_without_text_layer_are_reported() -> None:
    found, layout, notices = read_pdf(pdf(lines(PARAGRAPH), picture(), lines("end"), picture(), picture()))
    assert layout.pages == 5
    assert "end" in found
    (notice,) = notices
    assert (notice.code, notice.severity) == ("text.no_text_layer", "warning")
    assert "pages 2, 4-5 have no text layer" in notice.message
    assert "extractor[ocr]" in notice.message


@pytest.mark.usefixtures("no_ocr")
def test_a_stamp_is_no_text_layer() -> None:
    found, _, notices = read_pdf(pdf(lines(PARAGRAPH), both(picture(), lines("Envelope 1A2B"))))
    assert "Envelope 1A2B" in found
    assert [notice.code for notice in notices] == ["text.no_text_layer"]


def test_blank_pages_are_no_matter() -> None:
    found, layout, notices = read_pdf(pdf(lines("One."), lines(""), lines("Three.")))
    assert found == "One.\n\nThree.\n"
    assert layout.pages == 3
    assert notices == ()
    assert layout.locate(5, 10)[0] == 3  # type: ignore[index]


@pytest.mark.usefixtures("no_ocr")
def test_all_pages_images() -> None:
    with pytest.raises(NoTextLayerError, match=r"2 pages .*tesseract"):
        read_pdf(pdf(picture(), picture()))


def test_password() -> None:
    with pytest.raises(EncryptedError, match="password"):
        read_pdf(pdf(lines("secret"), password="x"))


def test_empty_password_opens() -> None:
    assert text(pdf(lines("not so secret"), password="")) == "not so secret\n"


def test_nothing_written() -> None:
    with pytest.raises(EmptyInputError):
        read_pdf(pdf(lines("")))


def test_page_too_large() -> None:
    with pytest.raises(TooLargeError, match="20000"):
        read_pdf(pdf(lines("x"), size=(20000, 20000)))


EMPTY = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
trailer<</Root 1 0 R/Size 3>>
%%EOF
"""


def test_no_pages() -> None:
    with pytest.raises((EmptyInputError, DamagedError)):
        read_pdf(EMPTY)


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.7\n" + b"\0" * 5000, b"%PDF-1.4\n1 0 obj<<" + b"<<" * 10000])
def test_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        read_pdf(data)


BROKEN_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 38>>stream
BT /F 11 Tf 72 700 Td (Amendment) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF
"""


def test_damaged_page_is_reported_and_the_others_read() -> None:
    found, layout, notices = read_pdf(BROKEN_PAGE)
    assert found == "Amendment\n"
    assert layout.pages == 2
    assert [(notice.code, notice.severity) for notice in notices] == [("text.page_damaged", "error")]


def test_cut_short_anywhere() -> None:
    """A reader error or some text, but nothing else, wherever the file ends."""
    whole = pdf(*HEADED)
    for end in range(0, len(whole), max(1, len(whole) // 60)):
        with contextlib.suppress(ExtractError):
            read_pdf(whole[:end])


def test_flipped_bytes() -> None:
    whole = bytearray(pdf(*HEADED))
    for at in range(20, len(whole), max(1, len(whole) // 60)):
        broken = bytes(whole[:at]) + bytes([whole[at] ^ 0xFF]) + bytes(whole[at + 1 :])
        with contextlib.suppress(ExtractError):
            read_pdf(broken)


def test_crowded_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 4)
        for row in range(180):
            canvas.drawString(20, 780 - 4 * row, "word " * 100)

    assert text(pdf(draw)).split() == ["word"] * 18_000
