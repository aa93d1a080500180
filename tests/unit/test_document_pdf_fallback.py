"""Pages read by pdfplumber, where pdfium gives up."""

import pytest
from making.pdfs import lines, pdf

from extractor.document import pdf as reader
from extractor.document.pdf import read_pdf
from extractor.document.pdf_fallback import page_words

DATA = pdf(lines("SECOND AMENDMENT\nThe Commitment is $7,500,000."))


def test_words_and_places() -> None:
    found = page_words(DATA, 1)
    assert found is not None
    width, height, words = found
    assert (width, height) == (612.0, 792.0)
    assert [word.text for word in words] == ["SECOND", "AMENDMENT", "The", "Commitment", "is", "$7,500,000."]
    assert all(len(word.boxes) == 4 * len(word.text) for word in words)
    assert words[0].x0 == pytest.approx(72, abs=0.5)


def test_no_such_page_and_no_pdf() -> None:
    assert page_words(DATA, 2) is None
    assert page_words(b"%PDF-1.4 broken", 1) is None


def test_a_page_that_pdfium_cannot_load_is_read_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        """A document whose pages do not load."""

        def __init__(self, document: object) -> None:
            self._document = document

        def __len__(self) -> int:
            return len(self._document)  # type: ignore[arg-type]

        def __getitem__(self, index: int) -> object:
            import pypdfium2

            raise pypdfium2.PdfiumError("Failed to load page.")

        def __getattr__(self, name: str) -> object:
            return getattr(self._document, name)

    opened = reader._opened
    monkeypatch.setattr(reader, "_opened", lambda data: Failing(opened(data)))
    text, _, notices = read_pdf(DATA)
    assert text.split() == ["SECOND", "AMENDMENT", "The", "Commitment", "is", "$7,500,000."]
    assert [(notice.code, notice.severity) for notice in notices] == [("text.page_damaged", "warning")]
