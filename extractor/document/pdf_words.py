"""A PDF page's words, from the characters and boxes that pdfium gives.

pdfium alone is used for text: it is some forty times as fast as pdfminer, and what it lacks (blanks that it loses,
columns that it mixes) is told here from the characters' places, as pdfplumber does it too.
"""

import ctypes
import math
from array import array
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from extractor.document.words import EXPANDED, Box, Word

_GAP = 0.17  # of the letters' height: a wider one parts words
_BACK = 0.6  # of the letters' height: a step back further than this begins a new word
_RAISED = 0.8  # digits smaller than this share of the letters before are a note's number
_IN_LIGATURES = frozenset("filst")
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff")
_BLANKS = frozenset(" \t\f\v\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000")
_SAMPLE = 16  # one character in so many shows whether all run the same way


def page_words(page: Any, textpage: Any) -> tuple[list[list[Word]], int]:
    """Words of a page of pypdfium2, in a list for each direction of writing, the commonest first.

    Returns:
        The lists, and how many characters could not be told (fonts without a table of their letters).
    """
    import pypdfium2.raw as pdfium

    raw, count = textpage.raw, textpage.count_chars()
    shown = _shown(page)
    angles = [_quarter(pdfium.FPDFText_GetCharAngle(raw, at)) for at in range(0, count, _SAMPLE)]
    uniform = angles[0] if len(set(angles)) == 1 else None
    groups: defaultdict[int, _Builder] = defaultdict(_Builder)
    unknown = 0
    rect = pdfium.FS_RECTF()
    get_char, get_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    turn = uniform if uniform is not None else 0
    builder = groups[turn]
    for at in range(count):
        code = get_char(raw, at)
        char = chr(code) if code <= 0x10FFFF else "\ufffd"
        if char in "\r\n":
            continue  # pdfium's own, between small capitals too: the places tell where lines end
        if char in _BLANKS:
            builder.broken = True
            continue
        if char in _DROPPED or code == 0:
            unknown += char not in "\u00ad\u200b"
            continue
        if 0xE000 <= code < 0xF900 and char not in EXPANDED:
            unknown += 1
        get_box(raw, at, rect)
        left, right, bottom, top = rect.left, rect.right, rect.bottom, rect.top
        if right <= left or top - bottom < 0.5:
            left, right, bottom, top = _tight(pdfium, raw, at)
            if right - left < 0.01 and top - bottom < 0.01:
                continue
        if uniform is None:
            turn = _quarter(pdfium.FPDFText_GetCharAngle(raw, at))
            builder = groups[turn]
        if turn == 0:
            builder.add(char, left, -top, right, -bottom, shown(left, bottom, right, top))
        else:
            builder.add(char, *_turned(turn, left, bottom, right, top), shown(left, bottom, right, top))
    lists = [builder.done() for builder in groups.values()]
    return sorted((words for words in lists if words), key=len, reverse=True), unknown


class _Builder:
    """Puts characters together to words, in the order in which the file has them."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.broken = True
        self._text: list[str] = []
        self._boxes = array("f")
        self._x0 = self._top = self._x1 = self._bottom = 0.0
        self._last_top = self._last_bottom = 0.0
        self._last = (0.0, 0.0)

    def add(self, char: str, x0: float, top: float, x1: float, bottom: float, box: Box) -> None:
        """Adds a character: where it stands for reading, and its box as shown."""
        height = bottom - top
        if (x0, top) == self._last and char in _IN_LIGATURES and self._text and not self.broken:
            pass  # pdfium gives each letter of a ligature the box of the whole
        elif not self.broken:
            before = self._last_bottom - self._last_top
            gap, size = x0 - self._x1, max(before, height)
            shared = min(bottom, self._last_bottom) - max(top, self._last_top)
            if (
                gap > _GAP * size
                or gap < -_BACK * size
                or shared < 0.4 * min(before, height)
                or (height < _RAISED * before and char.isdigit() and bottom < self._last_bottom)
            ):
                self.broken = True
        if self.broken:
            self._end()
            self._x0, self._top, self._x1, self._bottom = x0, top, x1, bottom
            self.broken = False
        else:
            if x0 < self._x0:
                self._x0 = x0
            if x1 > self._x1:
                self._x1 = x1
            if height > self._bottom - self._top:
                self._top, self._bottom = top, bottom
        self._last_top, self._last_bottom, self._last = top, bottom, (x0, top)
        if char in EXPANDED:
            expanded = EXPANDED[char]
            step = (box[2] - box[0]) / len(expanded)
            for place, letter in enumerate(expanded):
                self._text.append(letter)
                self._boxes.extend((box[0] + place * step, box[1], box[0] + (place + 1) * step, box[3]))
        else:
            self._text.append(char)
            self._boxes.extend(box)

    def _end(self) -> None:
        if self._text:
            word = Word("".join(self._text), self._x0, self._top, self._x1, self._bottom, self._boxes)
            # Bold by printing twice, a hair's breadth apart.
            if not (self.words and _same(self.words[-1], word)):
                self.words.append(word)
            self._text, self._boxes = [], array("f")

    def done(self) -> list[Word]:
        self._end()
        return self.words


def _same(one: Word, other: Word) -> bool:
    near = 0.15 * one.height
    return one.text == other.text and abs(one.x0 - other.x0) < near and abs(one.top - other.top) < near


def _quarter(angle: float) -> int:
    """How many quarter turns against the clock an angle in radians comes nearest to, 0 to 3."""
    return round(angle / (math.pi / 2)) % 4 if angle > 0 else 0


def _turned(turn: int, left: float, bottom: float, right: float, top: float) -> Box:
    """A box of the page (y upwards) as (x0, top, x1, bottom) with the writing upright."""
    if turn == 1:
        return -top, -right, -bottom, -left
    if turn == 2:
        return -right, bottom, -left, top
    return bottom, left, top, right


def _shown(page: Any) -> Callable[[float, float, float, float], Box]:
    """Turns a box of the page (left, bottom, right, top) into one as a viewer shows it, from the top left corner."""
    x0, y0, x1, y1 = page.get_bbox()
    turn = page.get_rotation() // 90
    if turn == 0:
        return lambda left, bottom, right, top: (left - x0, y1 - top, right - x0, y1 - bottom)
    if turn == 1:
        return lambda left, bottom, right, top: (bottom - y0, left - x0, top - y0, right - x0)
    if turn == 2:
        return lambda left, bottom, right, top: (x1 - right, bottom - y0, x1 - left, top - y0)
    return lambda left, bottom, right, top: (y1 - top, x1 - right, y1 - bottom, x1 - left)


def _tight(pdfium: Any, raw: Any, at: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a character's ink, for fonts that do not say how high their letters are."""
    sides = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(raw, at, *sides)
    return sides[0].value, sides[1].value, sides[2].value, sides[3].value
