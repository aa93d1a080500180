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

from extractor.document.words import EXPANDED, Box, Word, evenly

# A character, where it stands for reading (x0, top, x1, bottom), and its box as shown.
_Char = tuple[str, float, float, float, float, Box]

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
    groups: defaultdict[int, list[_Char | None]] = defaultdict(list)
    unknown = 0
    rect = pdfium.FS_RECTF()
    get_char, get_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    turn = uniform if uniform is not None else 0
    add = groups[turn].append
    for at in range(count):
        code = get_char(raw, at)
        char = chr(code) if code <= 0x10FFFF else "\ufffd"
        if not 32 < code < 127:
            if char in "\r\n":
                continue  # pdfium's own, between small capitals too: the places tell where lines end
            if char in _BLANKS:
                add(None)
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
            add = groups[turn].append
        if turn == 0:
            add((char, left, -top, right, -bottom, shown(left, bottom, right, top)))
        else:
            add((char, *_turned(turn, left, bottom, right, top), shown(left, bottom, right, top)))
    lists = [_words(chars) for chars in groups.values()]
    return sorted((words for words in lists if words), key=len, reverse=True), unknown


def _words(chars: list[_Char | None]) -> list[Word]:
    """Characters put together to words, in the order in which the file has them; None stands for a blank."""
    words: list[Word] = []
    text: list[str] = []
    boxes: list[float] = []
    word_x0 = word_top = word_x1 = word_bottom = 0.0
    last_x0 = last_top = last_bottom = 0.0
    broken = True

    def end() -> None:
        word = Word("".join(text), word_x0, word_top, word_x1, word_bottom, array("f", boxes))
        # Bold by printing twice, a hair's breadth apart.
        if not (words and _same(words[-1], word)):
            words.append(word)

    for one in chars:
        if one is None:
            broken = True
            continue
        char, x0, top, x1, bottom, box = one
        height = bottom - top
        # pdfium gives each letter of a ligature the box of the whole.
        if not broken and not (x0 == last_x0 and top == last_top and char in _IN_LIGATURES):
            before = last_bottom - last_top
            larger, smaller = (before, height) if before > height else (height, before)
            gap = x0 - word_x1
            shared = (bottom if bottom < last_bottom else last_bottom) - (top if top > last_top else last_top)
            broken = (
                gap > _GAP * larger
                or gap < -_BACK * larger
                or shared < 0.4 * smaller
                or (height < _RAISED * before and char.isdigit() and bottom < last_bottom)
            )
        if broken:
            if text:
                end()
                text, boxes = [], []
            word_x0, word_top, word_x1, word_bottom = x0, top, x1, bottom
            broken = False
        else:
            if x0 < word_x0:
                word_x0 = x0
            if x1 > word_x1:
                word_x1 = x1
            if height > word_bottom - word_top:
                word_top, word_bottom = top, bottom
        last_x0, last_top, last_bottom = x0, top, bottom
        if char in EXPANDED:
            expanded = EXPANDED[char]
            text += expanded
            boxes += evenly(expanded, box)
        else:
            text.append(char)
            boxes += box
    if text:
        end()
    return words


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
