"""A PDF page's words, from the characters and boxes that pdfium gives.

pdfium alone is used for text: it is some forty times as fast as pdfminer, and what it lacks (blanks that it loses,
columns that it mixes) is told here from the characters' places, as pdfplumber does it too.
"""

from array import array
from itertools import pairwise
from operator import eq
from typing import Any

import numpy as np
import numpy.typing as npt

from extractor.document.pdf_bulk import Numbers, Places
from extractor.document.pdf_chars import Chars, page_chars
from extractor.document.words import EXPANDED, Word, evenly

_GAP = 0.17  # of the letters' height: a wider one parts words
_BACK = 0.6  # of the letters' height: a step back further than this begins a new word
_RAISED = 0.8  # digits smaller than this share of the letters before are a note's number
_IN_LIGATURES = frozenset("filst")
_MOST_ROUNDS = 20


def page_words(page: Any, textpage: Any) -> tuple[list[list[Word]], int]:
    """Words of a page of pypdfium2, in a list for each direction of writing, the commonest first.

    Returns:
        The lists, and how many characters could not be told (fonts without a table of their letters).
    """
    groups, unknown = page_chars(page, textpage)
    lists = [_words(chars) for chars in groups if chars.text]
    return sorted((words for words in lists if words), key=len, reverse=True), unknown


def _words(chars: Chars) -> list[Word]:
    """Characters put together to words, in the order in which the file has them."""
    text, boxes = chars.text, array("f", chars.boxes.tobytes())
    starts = np.flatnonzero(_begins(chars))
    tallest = _tallest(chars.bottom - chars.top, starts)
    ends = [*starts.tolist(), len(text)]
    texts = [text[begin:end] for begin, end in pairwise(ends)]
    words = list(
        map(
            Word,
            texts,
            np.minimum.reduceat(chars.x0, starts).tolist(),
            chars.top[tallest].tolist(),
            np.maximum.reduceat(chars.x1, starts).tolist(),
            chars.bottom[tallest].tolist(),
            [boxes[begin:end] for begin, end in pairwise([4 * end for end in ends])],
        )
    )
    if any(map(eq, texts, texts[1:])):
        words = _without_doubles(words)
    if not chars.plain:
        for word in words:
            _expand(word)
    return words


def _begins(chars: Chars) -> npt.NDArray[np.bool_]:
    """For each character whether a word begins with it."""
    x0, top, x1, bottom = chars.x0, chars.top, chars.x1, chars.bottom
    height = bottom - top
    before = height[:-1]
    larger, smaller = np.maximum(height[1:], before), np.minimum(height[1:], before)
    shared = np.minimum(bottom[1:], bottom[:-1]) - np.maximum(top[1:], top[:-1])
    apart = shared < 0.4 * smaller
    for at in np.flatnonzero((height[1:] < _RAISED * before) & (bottom[1:] < bottom[:-1])).tolist():
        apart[at] |= chars.text[at + 1].isdigit()
    # pdfium gives each letter of a ligature the box of the whole.
    joined = (x0[1:] == x0[:-1]) & (top[1:] == top[:-1])
    for at in np.flatnonzero(joined).tolist():
        joined[at] = chars.text[at + 1] in _IN_LIGATURES
    begins = chars.after_blank.copy()
    begins[0] = True
    reached = x1
    for _ in range(_MOST_ROUNDS):
        gap = x0[1:] - reached[:-1]
        now = begins.copy()
        now[1:] = chars.after_blank[1:] | (~joined & (apart | (gap > _GAP * larger) | (gap < -_BACK * larger)))
        if reached is not x1 and (now == begins).all():
            break
        begins = now
        # What counts is how far the word reaches, not its last letter alone; that depends on where words begin.
        if not (~begins[1:] & (x1[1:] < x1[:-1])).any():
            break
        reached = _reached(x1, begins)
    return begins


def _reached(x1: Numbers, begins: npt.NDArray[np.bool_]) -> Numbers:
    """For each character the furthest right that its word reaches up to there."""
    sides, ranks = np.unique(x1, return_inverse=True)
    raised = np.cumsum(begins) * len(sides)
    furthest: Numbers = sides[np.maximum.accumulate(raised + ranks) - raised]
    return furthest


def _tallest(height: Numbers, starts: Places) -> Places:
    """The first of each word's tallest characters."""
    most = np.maximum.reduceat(height, starts)
    tallest = starts.copy()
    ends = [*starts[1:].tolist(), len(height)]
    for at in np.flatnonzero(height[starts] < most).tolist():
        tallest[at] += int(np.argmax(height[starts[at] : ends[at]]))
    return tallest


def _without_doubles(words: list[Word]) -> list[Word]:
    """Words without those printed twice, a hair's breadth apart, to look bold."""
    kept = words[:1]
    for word in words[1:]:
        before, near = kept[-1], 0.15 * kept[-1].height
        if before.text != word.text or abs(before.x0 - word.x0) >= near or abs(before.top - word.top) >= near:
            kept.append(word)
    return kept


def _expand(word: Word) -> None:
    """Writes a word's ligatures as the letters that they stand for."""
    if EXPANDED.keys().isdisjoint(word.text):
        return
    text, boxes = "", array("f")
    for at, char in enumerate(word.text):
        x0, top, x1, bottom = word.boxes[4 * at : 4 * at + 4]
        expanded = EXPANDED.get(char, char)
        text += expanded
        boxes += evenly(expanded, (x0, top, x1, bottom))
    word.text, word.boxes = text, boxes
