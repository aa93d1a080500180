"""Where each character of a paged document stands, kept in a few bytes a character."""

from array import array
from bisect import bisect_right

from extractor.document.words import Box


class PageMap:
    """Page and box of any stretch of the text: the `Layout` of PDFs and scans.

    Attributes:
        sizes: width and height of each page in points, as a viewer shows it.
    """

    def __init__(self) -> None:
        self.sizes: list[tuple[float, float]] = []
        self._starts: list[int] = []  # the text's offset at which each page begins
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
        self._starts.append(len(self))

    def add(self, boxes: "array[float]") -> None:
        """Appends characters by their boxes, four numbers each."""
        self._boxes.extend(boxes)

    def add_blanks(self, count: int) -> None:
        """Appends characters that stand nowhere."""
        self._boxes.extend((0.0, 0.0, -1.0, -1.0) * count)

    def page(self, offset: int) -> int:
        """The page, from 1, on which the character at `offset` stands."""
        return max(1, bisect_right(self._starts, offset))

    def locate(self, start: int, end: int) -> tuple[int, Box] | None:
        """Page (from 1) and box around the characters from `start` to `end`, of the page on which they begin.

        None if all of them are blanks, or `start` lies outside of the text.
        """
        boxes, page = self._boxes, 0
        x0 = top = float("inf")
        x1 = bottom = float("-inf")
        for at in range(max(start, 0), min(end, len(self))):
            if boxes[4 * at + 2] < boxes[4 * at]:
                continue
            here = page or self.page(at)
            if page and at >= self._after(page):
                break
            page = here
            x0, top = min(x0, boxes[4 * at]), min(top, boxes[4 * at + 1])
            x1, bottom = max(x1, boxes[4 * at + 2]), max(bottom, boxes[4 * at + 3])
        return (page, (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))) if page else None

    def _after(self, page: int) -> int:
        """The offset at which the page after `page` begins."""
        return self._starts[page] if page < len(self._starts) else len(self)
