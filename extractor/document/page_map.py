"""Where each character of a paged document stands, kept in a few bytes a character."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable

from extractor.document.words import Box

_BLANK = array("f", (0.0, 0.0, -1.0, -1.0))
_BETWEEN = _BLANK.tobytes()


class PageMap:
    """Page and box of any stretch of the text: the `Layout` of PDFs and scans.

    Attributes:
        sizes: width and height of each page in points, as a viewer shows it.
    """

    def __init__(self) -> None:
        self.sizes: list[tuple[float, float]] = []
        self._starts: list[int] = []  # offsets from which on the text stands on another page,
        self._numbers: list[int] = []  # and on which: notes may stand in the text after the next page's begin
        self._boxes = array("f")  # x0, top, x1, bottom of every character; x1 < x0 for blanks between words

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self.sizes)

    def __len__(self) -> int:
        """Number of characters."""
        return len(self._boxes) // 4

    def begin_page(self, width: float, height: float) -> None:
        """From here on characters are on the next page."""
        self.sizes.append((width, height))
        self.turn_to(len(self.sizes))

    def turn_to(self, number: int) -> None:
        """From here on characters are on page `number`, which has begun before."""
        self._starts.append(len(self))
        self._numbers.append(number)

    def add_blanks(self, count: int) -> None:
        """Appends characters that stand nowhere."""
        self._boxes.extend(_BLANK * count)

    def add(self, words: "Iterable[array[float]]") -> None:
        """Appends words with a blank between them, by the boxes of their characters, four numbers each."""
        self._boxes.frombytes(_BETWEEN.join(words))

    def locate(self, start: int, end: int) -> tuple[int, Box] | None:
        """Page (from 1) and box around the characters from `start` to `end`, of the page on which they begin.

        None if all of them are blanks, or `start` lies outside of the text.
        """
        boxes, last = self._boxes, min(end, len(self))
        at = max(start, 0)
        while at < last and boxes[4 * at + 2] < boxes[4 * at]:
            at += 1
        if at >= last:
            return None
        run = bisect_right(self._starts, at)
        last = min(last, self._starts[run] if run < len(self._starts) else last)
        written = [four for four in range(4 * at, 4 * last, 4) if boxes[four + 2] >= boxes[four]]
        x0, top = min(boxes[four] for four in written), min(boxes[four + 1] for four in written)
        x1, bottom = max(boxes[four + 2] for four in written), max(boxes[four + 3] for four in written)
        return self._numbers[max(run, 1) - 1], (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))
