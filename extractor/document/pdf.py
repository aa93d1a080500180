"""PDF to plain text with the place of every character; pages without a text layer go to OCR, where there is one."""

import ctypes
from collections.abc import Iterator
from typing import Any

from extractor.document.model import Layout, Notice
from extractor.document.page_furniture import Page
from extractor.document.page_lines import lines_of
from extractor.document.page_text import text_of
from extractor.document.words import Word
from extractor.errors import DamagedError, EmptyInputError, EncryptedError, NoTextLayerError, TooLargeError

MOST_PAGES = 10_000
LONGEST_SIDE = 14_400.0  # points, 200 inches: the most that the format provides for
_MOST_CHARACTERS = 200_000  # on a page
_UNKNOWN = 0.2  # share of characters without meaning from which on a page's text layer is of no use
_FEW = 100  # characters on a page that is an image otherwise: a stamp, no text layer


def read_pdf(data: bytes) -> tuple[str, Layout, tuple[Notice, ...]]:
    """Text, layout and notices of a PDF.

    Raises:
        EncryptedError: it needs a password.
        DamagedError: it cannot be read.
        TooLargeError: it has more pages, or a larger page, than any filed document.
        EmptyInputError: it has no pages, or nothing is written on them.
        NoTextLayerError: its pages are images, and there is no OCR to read them.
    """
    import pypdfium2

    document = _opened(data)
    try:
        if len(document) == 0:
            raise EmptyInputError("the PDF has no pages")
        if len(document) > MOST_PAGES:
            raise TooLargeError(f"the PDF has {len(document)} pages; more than {MOST_PAGES} are not read")
        if document.get_formtype():
            document.init_forms()
        reader = _Pages(document, data)
        pages = list(reader)
        text, layout, notices = text_of(pages)
    except pypdfium2.PdfiumError as error:
        raise DamagedError(f"a PDF that cannot be read: {error}") from error
    finally:
        document.close()
    if not text.strip():
        if reader.without_text:
            raise NoTextLayerError(f"the PDF's {len(pages)} pages are images without a text layer; {reader.remedy}")
        raise EmptyInputError("nothing is written on the PDF's pages")
    return text, layout, (*reader.notices, *notices)


def _opened(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == pypdfium2.raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise EncryptedError("the PDF is encrypted and needs a password") from error
        raise DamagedError("the PDF is damaged and cannot be opened") from error


class _Pages:
    """Iterates over the pages of a PDF; keeps what is to be reported."""

    def __init__(self, document: Any, data: bytes) -> None:
        self._document = document
        self._data = data
        self._engine = ""
        self.by_ocr: list[int] = []
        self.without_text: list[int] = []
        self.remedy = ""
        self.notices: list[Notice] = []

    def __iter__(self) -> Iterator[Page]:
        for number in range(1, len(self._document) + 1):
            yield self._page(number)
        if self.by_ocr:
            message = f"{_lacking(self.by_ocr)}; read by OCR ({self._engine})"
            self.notices.append(Notice("text.ocr", "info", message))
        if self.without_text:
            self.notices.append(
                Notice("text.no_text_layer", "warning", f"{_lacking(self.without_text)}; {self.remedy}")
            )

    def _page(self, number: int) -> Page:
        import pypdfium2

        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError:
            return self._damaged(number)
        width, height = page.get_size()
        _check_size(number, width, height)
        groups = self._words(page, number)
        if groups is None:
            return Page(width, height)
        main, *others = groups or [[]]
        return Page(width, height, lines_of(main), [line for words in others for line in lines_of(words)])

    def _damaged(self, number: int) -> Page:
        from extractor.document.pdf_fallback import page_words

        found = page_words(self._data, number)
        if found is None or not found[2]:
            self.notices.append(Notice("text.page_damaged", "error", f"page {number} is damaged and was left out"))
            return Page(0.0, 0.0)
        width, height, words = found
        _check_size(number, width, height)
        message = f"page {number} is damaged; its text was read all the same and may lack something"
        self.notices.append(Notice("text.page_damaged", "warning", message))
        return Page(width, height, lines_of(words), [])

    def _words(self, page: Any, number: int) -> list[list[Word]] | None:
        """The page's words by direction; None where they cannot be had."""
        from extractor.document.pdf_words import page_words

        if _flatten(page):
            page = self._document[number - 1]  # it shows what was filled in only when it is loaded again
        textpage = page.get_textpage()
        count = textpage.count_chars()
        if count > _MOST_CHARACTERS:
            raise TooLargeError(f"page {number} has {count} characters; no page has so many")
        groups, unknown = page_words(page, textpage) if count else ([], 0)
        written = _length(groups)
        garbled = unknown > _UNKNOWN * (written + unknown)
        if garbled or (written < _FEW and _is_image(page, written)):
            return self._read_image(page, number, groups, garbled)
        return groups

    def _read_image(self, page: Any, number: int, groups: list[list[Word]], garbled: bool) -> list[list[Word]] | None:
        """Words by OCR; what the text layer has where OCR is not to be had, or finds less."""
        from extractor.document import ocr

        engine = ocr.engine()
        if engine is None:
            self.remedy = ocr.REMEDY
            self.without_text.append(number)
            return None if garbled else groups
        words = ocr.page_words(engine, page)
        if _length([words]) > _length(groups) or garbled:
            self.by_ocr.append(number)
            self._engine = engine.name
            return [words]
        if not groups:
            self.remedy = f"OCR ({engine.name}) found nothing there"
            self.without_text.append(number)
        return groups


def _length(groups: list[list[Word]]) -> int:
    """How many characters words have."""
    return sum([len(word.text) for words in groups for word in words])


def _check_size(number: int, width: float, height: float) -> None:
    if max(width, height) > LONGEST_SIDE:
        raise TooLargeError(f"page {number} measures {width:.0f} by {height:.0f} points; no page is so large")


def _flatten(page: Any) -> bool:
    """Makes what was filled into a form's fields part of the page; whether it did."""
    import pypdfium2.raw as pdfium

    if not pdfium.FPDFPage_GetAnnotCount(page.raw) or page.formenv is None:
        return False
    return bool(page.flatten() == pdfium.FLATTEN_SUCCESS)


def _is_image(page: Any, written: int) -> bool:
    """Whether images or outlines of letters cover a good part of the page."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    outlines = 0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for item in page.get_objects(max_depth=3):
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            outlines += 1
        elif item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pdfium.FPDFPageObj_GetBounds(item.raw, left, bottom, right, top)
            if (right.value - left.value) * (top.value - bottom.value) > 0.25 * width * height:
                return True
            if item.level and not written:  # its size is not that on the page
                return True
    return outlines > 200


def _lacking(numbers: list[int]) -> str:
    return (
        f"pages {_ranges(numbers)} have no text layer" if len(numbers) > 1 else f"page {numbers[0]} has no text layer"
    )


def _ranges(numbers: list[int]) -> str:
    """Numbers as ranges.

    >>> _ranges([1, 2, 3, 7, 9, 10])
    '1-3, 7, 9-10'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
