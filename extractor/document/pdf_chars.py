"""A PDF page's characters by direction of writing, in arrays: an object for each would take most of the time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from extractor.document import pdf_bulk
from extractor.document.pdf_bulk import Numbers, Places, Sides
from extractor.document.words import EXPANDED

_DROPPED = "\r\n\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\0"  # line ends too: places tell where lines end
_HARMLESS = "\r\n\u00ad\u200b"  # what of these says nothing against the font's table of letters
_BLANKS = " \t\f\v\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_PRIVATE = slice(0xE000, 0xF900)
_SURROGATES = slice(0xD800, 0xE000)
_BEYOND = 0x10000  # stands for all characters from here on
_SAMPLE = 16  # one character in so many shows whether all run the same way

_WRITTEN, _BLANK, _UNKNOWN, _EXPANDED = 1, 2, 4, 8


@dataclass(slots=True)
class Chars:
    """Characters that run the same way, in the order in which the file has them, blanks left out.

    Attributes:
        text: they.
        after_blank: for each of them whether a blank stands before it.
        plain: whether all of them stand for themselves, as ligatures do not.
        boxes: where they stand as shown: x0, top, x1, bottom of each, in points from the page's top left corner.
        x0, top, x1, bottom: where they stand when the page is turned for reading.
    """

    text: str
    after_blank: npt.NDArray[np.bool_]
    plain: bool
    boxes: npt.NDArray[np.float32]
    x0: Numbers
    top: Numbers
    x1: Numbers
    bottom: Numbers


def page_chars(page: Any, textpage: Any) -> tuple[list[Chars], int]:
    """Characters of a page of pypdfium2 for each direction of writing, and how many could not be told."""
    handle = pdf_bulk.handle_of(textpage)
    codes = pdf_bulk.codes(handle, textpage.count_chars())
    kinds = _kinds()[np.minimum(codes, _BEYOND)]
    unknown = int(np.count_nonzero(kinds & _UNKNOWN))
    places = np.flatnonzero(kinds & _WRITTEN)
    left, top, right, bottom = pdf_bulk.boxes(handle, places)
    there = (right - left >= 0.01) | (top - bottom >= 0.01)
    if not there.all():
        places, left, top, right, bottom = places[there], left[there], top[there], right[there], bottom[there]
    found, plain = [], not (kinds & _EXPANDED).any()
    for turn, chosen, blanks in _directions(handle, places, kinds == _BLANK):
        here, sides = places[chosen], (left[chosen], bottom[chosen], right[chosen], top[chosen])
        before = np.cumsum(blanks)[here]
        shown = np.stack(_shown(page, *sides), axis=1).astype(np.float32)
        text = codes[here].astype("<u4").tobytes().decode("utf-32-le")
        found.append(Chars(text, np.diff(before, prepend=-1) > 0, plain, shown, *_turned(turn, *sides)))
    return found, unknown


@lru_cache(maxsize=1)
def _kinds() -> npt.NDArray[np.uint8]:
    """For each character what it is."""
    kinds = np.full(_BEYOND + 1, _WRITTEN, np.uint8)
    kinds[_PRIVATE] = _WRITTEN | _UNKNOWN
    kinds[_SURROGATES] = _UNKNOWN
    kinds[[ord(char) for char in EXPANDED]] = _WRITTEN | _EXPANDED
    kinds[[ord(char) for char in _DROPPED]] = _UNKNOWN
    kinds[[ord(char) for char in _HARMLESS]] = 0
    kinds[[ord(char) for char in _BLANKS]] = _BLANK
    return kinds


def _directions(
    handle: int, places: Places, blanks: npt.NDArray[np.bool_]
) -> Iterator[tuple[int, Any, npt.NDArray[np.bool_]]]:
    """For each direction of writing its quarter turns, which of the characters run that way, and which blanks do."""
    turns = pdf_bulk.quarters(handle, range(0, len(blanks), _SAMPLE))
    if (turns == turns[:1]).all():
        yield int(turns[0]), slice(None), blanks
        return
    turns = pdf_bulk.quarters(handle, places.tolist())
    # A blank runs as the character before it does.
    last = np.zeros(len(blanks), np.intp)
    last[places] = np.arange(1, len(places) + 1)
    of_blanks = np.concatenate(([0], turns))[np.maximum.accumulate(last)]
    for turn in dict.fromkeys([0, *turns.tolist()]):
        yield turn, turns == turn, blanks & (of_blanks == turn)


def _turned(turn: int, left: Numbers, bottom: Numbers, right: Numbers, top: Numbers) -> Sides:
    """Boxes of the page (y upwards) as (x0, top, x1, bottom) with the writing upright."""
    if turn == 0:
        return left, -top, right, -bottom
    if turn == 1:
        return -top, -right, -bottom, -left
    if turn == 2:
        return -right, bottom, -left, top
    return bottom, left, top, right


def _shown(page: Any, left: Numbers, bottom: Numbers, right: Numbers, top: Numbers) -> Sides:
    """Boxes of the page (y upwards) as a viewer shows them: x0, top, x1, bottom from the top left corner."""
    x0, y0, x1, y1 = page.get_bbox()
    turn = page.get_rotation() // 90
    if turn == 0:
        return left - x0, y1 - top, right - x0, y1 - bottom
    if turn == 1:
        return bottom - y0, left - x0, top - y0, right - x0
    if turn == 2:
        return x1 - right, bottom - y0, x1 - left, top - y0
    return y1 - top, x1 - right, y1 - bottom, x1 - left
