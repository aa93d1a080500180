"""Words of a page that pdfium cannot load, by pdfplumber: slower, but its parser gives up on other files."""

from array import array
from io import BytesIO
from typing import Any

from extractor.document.words import EXPANDED, Word


def page_words(data: bytes, number: int) -> tuple[float, float, list[Word]] | None:
    """Width, height (points) and words of page `number`, counted from 1; None where it cannot be read either."""
    import pdfplumber

    try:
        with pdfplumber.open(BytesIO(data)) as document:
            page = document.pages[number - 1]
            words = [_word(found) for found in page.extract_words(return_chars=True, keep_blank_chars=False)]
            return float(page.width), float(page.height), words
    # Its parser raises what the damage happens to cause: any error means that the page is not to be had.
    except Exception:
        return None


def _word(found: dict[str, Any]) -> Word:
    text, boxes = "", array("f")
    for char in found["chars"]:
        shown = "".join(EXPANDED.get(letter, letter) for letter in str(char["text"]))
        for _ in shown:
            boxes.extend((char["x0"], char["top"], char["x1"], char["bottom"]))
        text += shown
    return Word(text, found["x0"], found["top"], found["x1"], found["bottom"], boxes)
