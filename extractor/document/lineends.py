r"""Line ends of other systems: the pipeline reads ``\n`` alone, evidence refers to the text as it stands."""

import bisect

import regex


class LineEnds:
    r"""A text with its ``\r\n`` and ``\r`` as ``\n``, and the way back to the original's offsets.

    >>> ends = LineEnds("as of\r\nMay 1")
    >>> ends.text, ends.original(6, 11)
    ('as of\nMay 1', (7, 12))
    """

    def __init__(self, text: str) -> None:
        self._dropped: list[int] = []
        if "\r" in text:
            for count, found in enumerate(regex.finditer("\r\n", text)):
                self._dropped.append(found.start() - count)
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.text = text

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of what stands from `start` to `end`."""
        if not self._dropped:
            return start, end
        return start + bisect.bisect_left(self._dropped, start), end + bisect.bisect_left(self._dropped, end)
