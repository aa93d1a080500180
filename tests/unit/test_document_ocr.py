"""Scans: words by OCR."""

import io
from pathlib import Path
from typing import Any

import pytest
from making.pdfs import PARAGRAPH, lines, pdf, picture

from extractor.document import ocr, read_bytes
from extractor.document.model import Document
from extractor.document.ocr import Engine, Found, page_words, read_image
from extractor.document.page_lines import lines_of
from extractor.document.pdf import read_pdf
from extractor.errors import DamagedError, MissingExtraError, NoTextLayerError, TooLargeError

WORDS = "FIRST AMENDMENT TO LOAN AGREEMENT\ndated as of May 5, 2004"
needs_ocr = pytest.mark.skipif(ocr.engine() is None, reason="no OCR engine is installed")


class Pretended(Engine):
    """An engine that finds what it is told to."""

    def words(self, image: Any) -> list[Found]:
        return list(FOUND)


FOUND = [
    Found(word, (100 + 130 * place, 300 + 2 * place, 210 + 130 * place, 330 + 2 * place), 0)
    for place, word in enumerate(["Amendment", "to", "the", "Loan", "Agreement", "of", "today"])
]


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "engine", lambda: Pretended("pretended", None))


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "engine", lambda: None)


def image_file(words: str = "", form: str = "PNG", pages: int = 1) -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("L", (1700, 600), 255)
    ImageDraw.Draw(image).text((100, 100), words, fill=0, font=ImageFont.load_default(44))
    file = io.BytesIO()
    more = {"save_all": True, "append_images": [image] * (pages - 1)} if pages > 1 else {}
    image.save(file, form, dpi=(200, 200), **more)
    return file.getvalue()


@pytest.mark.usefixtures("pretended")
def test_only_pages_without_text_are_read_by_ocr() -> None:
    found, layout, notices = read_pdf(pdf(lines(PARAGRAPH), picture()))
    assert found == PARAGRAPH + "\n\nAmendment to the Loan Agreement of today\n"
    assert [(notice.code, notice.message) for notice in notices] == [
        ("text.ocr", "page 2 has no text layer; read by OCR (pretended)")
    ]
    number, (x0, top, x1, bottom) = layout.locate(found.index("Loan"), found.index("Loan") + 4)  # type: ignore[misc]
    assert number == 2
    scale = 72 / 200
    assert (x0, top, x1, bottom) == pytest.approx((490 * scale, 306 * scale, 600 * scale, 336 * scale), abs=0.01)


def test_slanting_lines_are_set_straight() -> None:
    slope = 0.02
    found = [
        Found(
            f"w{row}{place}",
            (200.0 * place, 40 * row + 200 * slope * place, 200.0 * place + 150, 40 * row + 200 * slope * place + 25),
            row,
        )
        for row in range(5)
        for place in range(8)
    ]
    rows = [[word.text for word in line.words] for line in lines_of(ocr._words(found, 0.36))]
    assert rows == [[f"w{row}{place}" for place in range(8)] for row in range(5)]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ('"Borrowers")i', '"Borrowers");'),
        ('"Agents")/', '"Agents");'),
        (")i", ");"),
        ("lst", "1st"),
        ("Ist", "1st"),
        ("3lst", "31st"),
        ("2Ist,", "21st,"),
        ("(i)", "(i)"),
        ("(a)/(b)", "(a)/(b)"),
        ("first", "first"),
        ("list", "list"),
        ("Alst", "Alst"),
    ],
)
def test_what_engines_misread_is_put_right(seen: str, read: str) -> None:
    (word,) = ocr._words([Found(seen, (0, 0, 100, 20), 0)], 0.36)
    assert word.text == read
    assert len(word.boxes) == 4 * len(read)


def test_unsure_words_are_kept_specks_are_not(tmp_path: Path) -> None:
    rows = ["level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext"]
    for place, (sure, word) in enumerate([(96, "AGREEMENT"), (0, '("Amendment")'), (5, "|~"), (3, "rn")]):
        rows.append(f"5\t1\t1\t1\t1\t{place}\t{100 * place}\t10\t90\t20\t{sure}\t{word}")
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\ncat >/dev/null\ncat <<'END'\n" + "\n".join(rows) + "\nEND\n")
    program.chmod(0o755)
    from PIL import Image

    found = Engine("tesseract", str(program)).words(Image.new("L", (10, 10)))
    assert [one.text for one in found] == ["AGREEMENT", '("Amendment")']


@needs_ocr
def test_scanned_page_is_read() -> None:
    found, layout, notices = read_pdf(pdf(picture(WORDS)))
    assert found.split() == WORDS.split()
    assert notices[0].code == "text.ocr"
    number, (x0, top, x1, bottom) = layout.locate(0, 5)  # type: ignore[misc]
    assert number == 1
    assert (x0, top) == pytest.approx((200 * 72 / 200, 213 * 72 / 200), abs=5)
    assert 5 < bottom - top < 20 < x1 - x0 < 80


@needs_ocr
@pytest.mark.parametrize(("form", "pages"), [("PNG", 1), ("JPEG", 1), ("TIFF", 2)])
def test_images(form: str, pages: int) -> None:
    (document,) = list(read_bytes(image_file("FIRST AMENDMENT", form, pages), "scan"))
    assert isinstance(document, Document)
    assert document.text.split() == ["FIRST", "AMENDMENT"] * pages
    assert document.media_type == f"image/{form.lower()}"
    assert document.layout is not None
    assert document.layout.pages == pages


@pytest.mark.usefixtures("no_engine")
def test_image_without_engine_says_what_to_install() -> None:
    with pytest.raises(MissingExtraError, match=r"tesseract.*extractor\[ocr\]"):
        read_image(image_file())


@needs_ocr
def test_empty_image() -> None:
    with pytest.raises(NoTextLayerError):
        read_image(image_file(""))


@pytest.mark.usefixtures("pretended")
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\0\x08\0\0\0", image_file("x")[:200]])
def test_damaged_image(data: bytes) -> None:
    with pytest.raises(DamagedError):
        read_image(data)


@pytest.mark.usefixtures("pretended")
def test_huge_image() -> None:
    from PIL import Image

    file = io.BytesIO()
    Image.new("1", (9000, 9000)).save(file, "PNG")
    with pytest.raises(TooLargeError, match="9000"):
        read_image(file.getvalue())


def test_failing_tesseract_is_an_error() -> None:
    from PIL import Image

    with pytest.raises(MissingExtraError, match="tesseract failed"):
        Engine("tesseract", "/no/such/program").words(Image.new("L", (10, 10)))


@pytest.mark.usefixtures("pretended")
def test_large_page_is_rendered_smaller() -> None:
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf(picture(), size=(7000, 7000)))[0]
    assert len(page_words(Pretended("pretended", None), page)) == len(FOUND)
