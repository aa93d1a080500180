"""PDF to plain text with places."""

import io
import re

import pytest
from making.pdfs import HEADED, HEIGHT, PARAGRAPH, WIDTH, both, lines, mapped, pdf
from reportlab.pdfgen.canvas import Canvas

from extractor.api import records_of
from extractor.document.model import Document
from extractor.document.page_text import _keeps_hyphen
from extractor.document.pdf import read_pdf
from extractor.document.read import read_bytes


def text(data: bytes) -> str:
    return read_pdf(data)[0]


def test_lines_and_paragraphs() -> None:
    page = both(lines(PARAGRAPH), lines("Second paragraph of it.\nIts second line.", y=72 + 4 * 13 + 10))
    assert text(pdf(page)) == PARAGRAPH + "\n\nSecond paragraph of it.\nIts second line.\n"


def test_reading_order_is_that_of_the_page() -> None:
    page = both(lines("third", y=200), lines("first", y=100), lines("second line", y=150), lines("half", x=300, y=150))
    assert text(pdf(page)).split() == ["first", "second", "line", "half", "third"]


def test_characters_and_their_boxes() -> None:
    page = both(lines("AMENDMENT NO. 1", x=200, y=100, size=14), lines(PARAGRAPH, y=150))
    found, layout, _ = read_pdf(pdf(page, page))
    for match in re.finditer(r"AMENDMENT|NO\.|Guarantor|which", found):
        located = layout.locate(*match.span())
        assert located is not None
        number, (x0, top, x1, bottom) = located
        assert number == (1 if match.start() < len(found) / 2 else 2)
        assert 0 < x1 - x0 < 120
        assert 8 < bottom - top < 20
    start = found.index("AMENDMENT NO. 1")
    x0, top, x1, bottom = layout.locate(start, start + len("AMENDMENT NO. 1"))[1]  # type: ignore[index]
    assert x0 == pytest.approx(200, abs=0.5)
    assert top < 100 - 9 < 100 < bottom  # capitals of 14 points stand about 9.3 above the baseline
    assert x1 == pytest.approx(200 + _width("AMENDMENT NO. 1", 14), abs=0.5)


def _width(words: str, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(words, "Times-Roman", size))


def test_every_character_has_its_place() -> None:
    found, layout, _ = read_pdf(pdf(lines(PARAGRAPH), lines(PARAGRAPH)))
    assert len(layout) == len(found)  # type: ignore[arg-type]
    for at, char in enumerate(found):
        assert (layout.locate(at, at + 1) is None) == char.isspace()
    assert layout.locate(len(found), len(found) + 5) is None
    assert layout.locate(0, 0) is None
    assert layout.pages == 2


def test_box_stays_on_the_page_where_the_words_begin() -> None:
    found, layout, _ = read_pdf(pdf(lines("dated as of May"), lines("the fifth of it", y=300)))
    located = layout.locate(0, len(found))
    assert located is not None
    assert located[0] == 1
    assert located[1][3] < 100


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        if turn == 90:  # reportlab lays the sheet on its side itself, so that it shows upright
            canvas.translate(HEIGHT, 0)
            canvas.rotate(90)
        elif turn == 180:
            canvas.translate(WIDTH, HEIGHT)
            canvas.rotate(180)
        elif turn == 270:
            canvas.translate(0, WIDTH)
            canvas.rotate(-90)
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(100, 300, "SECOND AMENDMENT")
        canvas.drawString(100, 287, "dated May 5, 2004")

    found, layout, _ = read_pdf(pdf(draw))
    assert found == "SECOND AMENDMENT\ndated May 5, 2004\n"
    x0, top, x1, bottom = layout.locate(0, 16)[1]  # type: ignore[index]
    assert (x0, x1) == pytest.approx((100, 100 + _width("SECOND AMENDMENT", 11)), abs=0.5)
    assert top < HEIGHT - 307 < HEIGHT - 300 < bottom + 0.1


def test_writing_turned_on_an_upright_page() -> None:
    def aside(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(40, 200)
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(0, 0, "Stamped in the margin")
        canvas.restoreState()

    found, layout, _ = read_pdf(pdf(both(lines(PARAGRAPH), aside)))
    assert found == PARAGRAPH + "\n\nStamped in the margin\n"
    start = found.index("Stamped")
    x0, top, x1, bottom = layout.locate(start, start + 21)[1]  # type: ignore[index]
    assert bottom - top > 60 > 20 > x1 - x0


def test_box_of_a_cropped_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 100, 500, 700))
        lines("Inside", x=150, y=HEIGHT - 600)(canvas)

    _, layout, _ = read_pdf(pdf(draw))
    x0, top, _, bottom = layout.locate(0, 6)[1]  # type: ignore[index]
    assert x0 == pytest.approx(100, abs=0.5)
    assert top < 93 < 100 < bottom


def test_running_headers_and_page_numbers() -> None:
    found, _, notices = read_pdf(pdf(*HEADED))
    assert "EXECUTION COPY" not in found
    assert not re.search(r"- \d -", found)
    assert found.count("Clause") == 5
    (notice,) = notices
    assert notice.code == "text.running_header"
    assert "EXECUTION COPY" in notice.message


def test_title_that_runs_on_as_header_stays_once() -> None:
    headed = [
        both(lines("MUTUAL AGREEMENT", y=40), lines(f"Clause {n}.\n{PARAGRAPH}", y=90)) for n in ("one", "two", "three")
    ]
    assert text(pdf(*headed)).count("MUTUAL AGREEMENT") == 1
    titled = both(headed[0], lines("THE MUTUAL AGREEMENT OF ALL", y=300))
    assert text(pdf(titled, *headed)).count("MUTUAL AGREEMENT") == 1


@pytest.mark.parametrize("pages", [2, 3, 4])
def test_title_that_runs_on_from_the_second_page(pages: int) -> None:
    title = "SECOND AMENDMENT OF LOAN AGREEMENT"
    first = both(lines(f"Exhibit\n\n{title}", y=90), lines(PARAGRAPH, y=160))
    others = [
        both(lines(title.title(), y=40, size=9), lines(f"Clause {n}.\n{PARAGRAPH}", y=90)) for n in range(2, pages + 1)
    ]
    found = text(pdf(first, *others))
    assert found.upper().count(title) == 1
    assert found.count("Clause") == pages - 1


def test_top_line_of_a_second_page_that_is_no_title_stays() -> None:
    found = text(
        pdf(lines(f"LOAN AGREEMENT\n\n{PARAGRAPH}", y=90), lines(f"The Agreement goes on.\n{PARAGRAPH}", y=40))
    )
    assert "The Agreement goes on." in found


def test_first_line_that_is_no_header_stays() -> None:
    pages = [lines(f"Section {word} begins here.\n{PARAGRAPH}", y=60) for word in ("one", "two", "three", "four")]
    assert text(pdf(*pages)).count("begins here") == 4


def test_numbers_that_are_no_page_numbers_stay() -> None:
    found = text(pdf(lines("SCHEDULE\n\n500\n700\n"), lines("other", y=300)))
    assert found.split() == ["SCHEDULE", "500", "700", "other"]


def test_sentence_over_a_page_break_is_not_parted() -> None:
    found = text(
        pdf(
            lines("as amended as of May 5,\n2004, and as of the"), lines("sixth of June, 2005. The end."), lines("New.")
        )
    )
    assert "as of the\nsixth of June" in found
    assert "The end.\n\nNew." in found


def test_footnotes_do_not_part_a_sentence() -> None:
    first = both(
        lines(PARAGRAPH + "\nas amended by the Third Amendment1 dated as of"),
        lines("1 Signed in counterparts.\nNot filed.", y=600, size=8, leading=9),
    )
    found, layout, _ = read_pdf(pdf(first, lines("the fifth day of May, 2004.\nEnd."), lines("New page.")))
    assert found.endswith(
        "dated as of\nthe fifth day of May, 2004.\nEnd.\n\n1 Signed in counterparts.\nNot filed.\n\nNew page.\n"
    )
    pages = [layout.locate(found.index(word), len(found))[0] for word in ("dated", "fifth", "Signed", "New")]  # type: ignore[index]
    assert pages == [1, 2, 1, 3]


def test_hyphens_at_line_ends() -> None:
    page = [
        "The agreement of the parties and this agree-",
        "ment on a non-",
        "binding, long-",
        "standing basis of Smith-",
        "Kline and the Bor-",
        "rower.",
    ]
    assert text(pdf(lines(page))).splitlines() == [
        "The agreement of the parties and this agreement",
        "on a non-binding,",
        "long-standing",
        "basis of Smith-",
        "Kline and the Borrower.",
    ]


def test_joined_word_has_both_places() -> None:
    found, layout, _ = read_pdf(pdf(lines("this agree-\nment and the agreement")))
    assert found.startswith("this agreement\nand")
    _, (_, top, _, bottom) = layout.locate(5, 14)  # type: ignore[misc]
    assert bottom - top > 20


@pytest.mark.parametrize(
    ("head", "tail", "known", "kept"),
    [
        ("agree", "ment", ["agreement"], False),
        ("agree", "ment", [], False),
        ("non", "binding", [], True),
        ("write", "down", ["write-down"], True),
        ("letter", "agreement", ["letter", "agreement"], True),
    ],
)
def test_which_hyphens_stay(head: str, tail: str, known: list[str], kept: bool) -> None:
    assert _keeps_hyphen(head, tail, set(known)) is kept


def test_ligatures_are_letters() -> None:
    from pathlib import Path

    import reportlab
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    found, layout, _ = read_pdf(pdf(lines("ef\ufb01cient of\ufb01ce", font="Vera")))
    assert found == "efficient office\n"
    assert len(layout) == len(found)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "read"),
    [
        ("D835DC00", "\U0001d400"),  # outside of the characters that fit two bytes
        ("D835", ""),  # half of such a one
        ("0000", ""),
        ("FFFE", ""),
        ("0002", "-"),  # pdfium's hyphen
        ("00660069", "fi"),
        ("00AD", ""),
    ],
)
def test_letters_by_the_fonts_table(code: str, read: str) -> None:
    found, layout, _ = read_pdf(mapped("dated @ and @signed", {"@": code}))
    assert found.split() == f"dated {read} and {read}signed".split()
    assert len(layout) == len(found)  # type: ignore[arg-type]
    found.encode()
    plain, where, _ = read_pdf(mapped("dated @ and @signed", {"@": "0040"}))
    one, other = (s.locate(t.index("nd"), t.index("nd") + 2) for s, t in ((layout, found), (where, plain)))
    assert one == other is not None


def test_an_extraction_outlives_any_letter() -> None:
    data = mapped("AMENDMENT @ dated May 5, 2004 between ACME @ INC. and FIRST BANK", {"@": "D835DC00"})
    (document,) = read_bytes(data, "made.pdf")
    assert isinstance(document, Document)
    assert "\U0001d400" in document.text
    assert records_of(document)[0].model_dump_json()


SIGNED = both(
    lines("IN WITNESS WHEREOF, the parties have signed this Amendment as of the day first written above.", y=72),
    lines("FIRST BANK, N.A.\n\nBy: /s/ Jane Roe\nName: Jane Roe\nTitle: Vice President", x=72, y=110),
    lines("ACME INDUSTRIES, INC.\n\nBy: /s/ John Doe\nName: John Doe\nTitle: Treasurer", x=320, y=110),
)


def test_signature_blocks_stand_side_by_side() -> None:
    assert text(pdf(SIGNED)).splitlines()[-5:] == [
        "FIRST BANK, N.A.        ACME INDUSTRIES, INC.",
        "",
        "By: /s/ Jane Roe        By: /s/ John Doe",
        "Name: Jane Roe          Name: John Doe",
        "Title: Vice President   Title: Treasurer",
    ]


def test_signature_blocks_at_slightly_different_heights() -> None:
    page = both(lines("FIRST BANK\nBy: Jane Roe", y=110), lines("ACME, INC.\nBy: John Doe", x=320, y=112.5))
    assert text(pdf(page)).splitlines() == ["FIRST BANK     ACME, INC.", "By: Jane Roe   By: John Doe"]


@pytest.mark.parametrize("lower", [0, 5.5])
def test_columns_of_running_text_are_read_one_after_the_other(lower: float) -> None:
    left = [f"left {n} of the column as it runs down here" for n in range(12)]
    right = [f"right {n} of the column as it runs down here" for n in range(12)]
    page = both(
        lines("A heading over both of the columns, as wide as the page is"),
        lines(left, y=110),
        lines(right, x=320, y=110 + lower),
    )
    found = [int(n) for n in re.findall(r"(?:left|right) (\d+)", text(pdf(page)))]
    assert found == [*range(12), *range(12)]


def test_typewriter_pages_keep_their_columns() -> None:
    page = (
        "          AMENDMENT NO. 1\n\nBank A            $5,000,000\nBank Bcd             500,000\n\n\n    (a)  the end"
    )
    assert text(pdf(lines(page, font="Courier", size=10, leading=12))) == page + "\n"


def test_clause_numbers_and_labels_go_with_their_text() -> None:
    page = both(lines("(a)\n(b)\n•", x=72), lines("the first of them;\nthe second;\nthe third.", x=120))
    assert text(pdf(page)) == "(a) the first of them;\n(b) the second;\n• the third.\n"


def test_superscripts() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(72, 600, "this 12")
        canvas.drawString(72 + _width("this 12", 11), 600, "")
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(72 + _width("this 12", 11), 604, "th")
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(72 + _width("this 12", 11) + _width("th", 7), 600, " day of the Agreement")
        x = 72 + _width("this 12", 11) + _width("th", 7) + _width(" day of the Agreement", 11)
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(x, 604, "1")

    assert text(pdf(draw)) == "this 12th day of the Agreement 1\n"


def test_bold_by_printing_twice() -> None:
    assert text(pdf(both(lines("WAIVER AND CONSENT"), lines("WAIVER AND CONSENT", x=72.4)))) == "WAIVER AND CONSENT\n"


def test_blanks_that_are_only_gaps() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        x = 72.0
        for word in ("dated", "as", "of", "May", "5,", "2004"):
            canvas.drawString(x, 600, word)
            x += _width(word, 11) + 2.8

    assert text(pdf(draw)) == "dated as of May 5, 2004\n"


def test_filled_form_fields_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        lines("Borrower:")(canvas)
        canvas.acroForm.textfield(name="b", value="ACME TOOLS", x=150, y=HEIGHT - 80, width=200, height=20)

    assert text(pdf(draw)).split() == ["Borrower:", "ACME", "TOOLS"]


def test_bytes_are_all_it_needs() -> None:
    data = io.BytesIO(pdf(lines("x")))
    assert text(data.read()) == "x\n"
