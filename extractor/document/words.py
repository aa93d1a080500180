"""Words on a page: what PDF text and OCR have in common, and all that lines are made of."""

from array import array
from dataclasses import dataclass

Box = tuple[float, float, float, float]

# What stands for several letters, or for a sign of the usual font where a symbol font has it.
EXPANDED = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf06f": "☐",
    "\uf0a8": "☐",
    "\x02": "-",  # pdfium's hyphen at a line's end
    "\u2010": "-",
    "\u2011": "-",
}


@dataclass(slots=True)
class Word:
    """Characters that stand together, without blanks.

    Attributes:
        text: its characters.
        x0, top, x1, bottom: where it stands when the page is turned and set straight for reading, in points; only
            distances between words matter.
        boxes: four numbers a character, in points from the upright page's top left corner as a viewer shows it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    boxes: "array[float]"

    @property
    def mid(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Of its box: the letters' size and a little more."""
        return self.bottom - self.top


def evenly(text: str, box: Box) -> "array[float]":
    """Boxes for the characters of `text`, where only that of the whole is known.

    >>> list(evenly("ab", (0.0, 5.0, 8.0, 15.0)))
    [0.0, 5.0, 4.0, 15.0, 4.0, 5.0, 8.0, 15.0]
    """
    x0, top, x1, bottom = box
    step = (x1 - x0) / max(len(text), 1)
    boxes = array("f")
    for place in range(len(text)):
        boxes.extend((x0 + place * step, top, x0 + (place + 1) * step, bottom))
    return boxes
