"""PDFs made with reportlab, which reads none of them."""

import io
from collections.abc import Callable, Iterable

from reportlab.lib.pagesizes import letter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = letter

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, size: tuple[float, float] = letter, password: str | None = None, owner: str = "owner") -> bytes:
    """A PDF with a page for each function, which draws it; encrypted if there is a password, be it empty."""
    file = io.BytesIO()
    encryption = None if password is None else StandardEncryption(password, owner, strength=128)
    canvas = Canvas(file, pagesize=size, encrypt=encryption, invariant=True)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(
    text: str | Iterable[str],
    x: float = 72,
    y: float = 72,
    font: str = "Times-Roman",
    size: float = 11,
    leading: float = 13,
) -> Draw:
    """Draws lines of text, the first with its baseline `y` points below the page's top."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        down = y
        for line in text.split("\n") if isinstance(text, str) else text:
            canvas.drawString(x, HEIGHT - down, line)
            down += leading

    return draw


def both(*draws: Draw) -> Draw:
    """Draws one after the other on the same page."""

    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def picture(words: str = "") -> Draw:
    """Draws an image over the whole page, with words on it that only OCR can read."""

    def draw(canvas: Canvas) -> None:
        from PIL import Image, ImageDraw, ImageFont
        from reportlab.lib.utils import ImageReader

        image = Image.new("L", (1700, 2200), 255)
        pen, font = ImageDraw.Draw(image), ImageFont.load_default(44)
        for row, line in enumerate(words.split("\n")):
            pen.text((200, 200 + 70 * row), line, fill=0, font=font)
        canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)

    return draw


PARAGRAPH = """\
The Borrower has requested that the Lender extend the maturity of the
loan, and the Lender is willing to do so on the terms set out below, to
which the Borrower, each Guarantor and the Lender now agree without any
further reservation, each for itself and for all those who succeed it."""


def mapped(line: str, letters: dict[str, str]) -> bytes:
    """A PDF with one line of text whose font says by its table (ToUnicode) that letters are others, in hexadecimal."""
    table = "\n".join(f"<{ord(letter):02X}> <{code}>" for letter, code in letters.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange {len(letters)} beginbfchar\n{table}\nendbfchar endcmap end end"
    )
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        _stream(f"BT /F 12 Tf 72 700 Td ({line}) Tj ET"),
        font,
        _stream(cmap),
    ]
    data, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    entries = "".join(f"{start:010} 00000 n \n" for start in starts)
    end = (
        f"xref\n0 {len(starts) + 1}\n0000000000 65535 f \n{entries}trailer << /Size {len(starts) + 1} /Root 1 0 R >>\n"
    )
    return data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode("latin-1")


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


HEADED = [
    both(
        lines("ACME -- EXECUTION COPY", y=40, size=9),
        lines(f"Clause {n}. {PARAGRAPH}", y=90 + n),
        lines(f"- {n} -", x=300, y=HEIGHT - 30),
    )
    for n in range(1, 6)
]
