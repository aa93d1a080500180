"""pdfium asked for all characters of a page at once, the answers in arrays.

It answers for one character at a time. What that costs is mostly the way there and back, so the calls are made by `map`
through prototypes that take handles and addresses as plain numbers, and pdfium writes straight into an array.
"""

import ctypes
import math
from collections import deque
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]
Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Sides = tuple[Numbers, Numbers, Numbers, Numbers]

NOTHING = 0x200B  # a character that says nothing
_UNTOLD = 0xFFFE  # stands in pdfium's text for a character that it took for a hyphen, or knows no letter for


def handle_of(textpage: Any) -> int:
    """The number by which pdfium knows a text page of pypdfium2."""
    return ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0


@lru_cache(maxsize=8)
def _function(name: str, result: Any, *arguments: Any) -> Any:
    """A function of pdfium by its name, a text page's handle and a number its first arguments."""
    import pypdfium2.raw as pdfium

    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *arguments)(address)


def codes(handle: int, count: int) -> Codes:
    """The characters' numbers in Unicode."""
    one = _function("FPDFText_GetUnicode", ctypes.c_uint)
    get_text = _function("FPDFText_GetText", ctypes.c_int, ctypes.c_int, ctypes.c_void_p)
    text = np.zeros(2 * count + 1, np.uint16)
    units = get_text(handle, 0, count, text.ctypes.data) - 1
    found = text[:count].astype(np.uint32)
    # The text is the same as its characters one by one, unless it leaves some out or takes two units for some.
    if units == count and not _surrogates(found, 0xD800, 0xE000).any():
        for at in np.flatnonzero(found == _UNTOLD).tolist():
            found[at] = one(handle, at)
        return found
    found = np.fromiter(map(one, repeat(handle), range(count)), np.uint32, count)
    first = np.flatnonzero(_surrogates(found[:-1], 0xD800, 0xDC00) & _surrogates(found[1:], 0xDC00, 0xE000))
    found[first] = 0x10000 + ((found[first] & 0x3FF) << 10) + (found[first + 1] & 0x3FF)
    found[first + 1] = NOTHING
    found[found > 0x10FFFF] = 0xFFFD
    return found


def _surrogates(found: Codes, first: int, after: int) -> npt.NDArray[np.bool_]:
    return (found >= first) & (found < after)


def boxes(handle: int, places: Places) -> Sides:
    """Left, top, right and bottom of the characters at `places`, with y upwards."""
    rects = np.zeros((len(places), 4), np.float32)
    first, size = rects.ctypes.data, rects.itemsize * 4
    get_box = _function("FPDFText_GetLooseCharBox", None, ctypes.c_void_p)
    deque(map(get_box, repeat(handle), places.tolist(), range(first, first + rects.nbytes, size)), maxlen=0)
    left, top, right, bottom = np.ascontiguousarray(rects.T, dtype=np.float64)
    # Of fonts that do not say how high their letters are, the ink.
    for at in np.flatnonzero((right <= left) | (top - bottom < 0.5)).tolist():
        left[at], right[at], bottom[at], top[at] = _ink(handle, int(places[at]))
    return left, top, right, bottom


def _ink(handle: int, place: int) -> Sequence[float]:
    """Left, right, bottom and top of a character's ink."""
    sides = (ctypes.c_double * 4)()
    first, size = ctypes.addressof(sides), ctypes.sizeof(ctypes.c_double)
    get_box = _function("FPDFText_GetCharBox", ctypes.c_int, *[ctypes.c_void_p] * 4)
    get_box(handle, place, *range(first, first + 4 * size, size))
    return sides[:]


def quarters(handle: int, places: Sequence[int]) -> Places:
    """How many quarter turns against the clock the angle of each character comes nearest to, 0 to 3."""
    get_angle = _function("FPDFText_GetCharAngle", ctypes.c_float)
    angles = np.fromiter(map(get_angle, repeat(handle), places), np.float64, len(places))
    return np.rint(np.maximum(angles, 0.0) / (math.pi / 2)).astype(np.intp) % 4
