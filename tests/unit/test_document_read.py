"""Which reader gets an input, and what is said of inputs that none can read."""

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest
from making.pdfs import lines, pdf

from extractor.document import Document, read_bytes, read_path
from extractor.errors import EmptyInputError, ExtractError, InputError


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"AMENDMENT NO. 1", "text/plain"),
        (b"<html><body>AMENDMENT NO. 1", "text/html"),
        (pdf(lines("AMENDMENT NO. 1")), "application/pdf"),
    ],
)
def test_content_decides_not_the_name(tmp_path: Path, data: bytes, media_type: str) -> None:
    path = tmp_path / "filing.xyz"
    path.write_bytes(data)
    (document,) = list(read_path(path))
    assert isinstance(document, Document)
    assert document.media_type == media_type
    assert document.name == "filing.xyz"
    assert document.text.strip() == "AMENDMENT NO. 1"
    assert (document.layout is None) == (media_type != "application/pdf")


def test_plain_text_is_unchanged() -> None:
    data = "  A \r\n\t B\u00a0C \x0c\n<PAGE>\n\n\n".encode()
    (document,) = list(read_bytes(data, "x"))
    assert isinstance(document, Document)
    assert document.text == data.decode()


@pytest.mark.parametrize("data", [b"", b" \n\t", b"<html><body> &nbsp; </body></html>"])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(EmptyInputError):
        list(read_bytes(data, "x"))


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(read_path(tmp_path / "none.pdf"))
    with pytest.raises(InputError, match="not a regular file"):
        list(read_path(tmp_path))


def test_any_bytes_give_a_document_or_a_clear_error() -> None:
    import random

    noise = random.Random(7)
    heads = [b"%PDF-1.7\n", b"<html>", b"<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\n", b"PK\x03\x04", b"", b"\x89PNG\r\n\x1a\n"]
    for head in heads:
        for length in (0, 1, 10, 1000, 20000):
            with contextlib.suppress(ExtractError):
                list(read_bytes(head + noise.randbytes(length), "noise"))


def test_plain_text_needs_no_heavy_imports() -> None:
    script = (
        "import sys; from extractor.document import read_bytes; list(read_bytes(b'text', 'x'));"
        "print([m for m in ('lxml', 'pypdfium2', 'pdfplumber', 'PIL', 'numpy') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
