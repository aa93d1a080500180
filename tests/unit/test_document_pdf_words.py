"""Characters to words: what is worked out for all of them at once is what one after the other gives."""

import random

import numpy as np
import pytest

from extractor.document.pdf_chars import Chars
from extractor.document.pdf_words import _begins, _words


def made(boxes: list[tuple[float, float, float, float]], text: str, blanks: list[bool]) -> Chars:
    sides = np.array(boxes, np.float64).reshape(len(boxes), 4)
    return Chars(text, np.array(blanks), True, sides.astype(np.float32), *sides.T)


def one_by_one(chars: Chars) -> list[int]:
    """Places of the characters that words begin with, by the rules told in words: gaps, steps back, heights, digits."""
    begins: list[int] = []
    reached = 0.0
    for at, char in enumerate(chars.text):
        x0, top, x1, bottom = (float(side[at]) for side in (chars.x0, chars.top, chars.x1, chars.bottom))
        new = at == 0 or bool(chars.after_blank[at])
        if not new:
            before_x0, before_top, before_bottom = (float(s[at - 1]) for s in (chars.x0, chars.top, chars.bottom))
            if not (x0 == before_x0 and top == before_top and char in "filst"):
                height, before = bottom - top, before_bottom - before_top
                shared = min(bottom, before_bottom) - max(top, before_top)
                raised = char.isdigit() and height < 0.8 * before and bottom < before_bottom
                gap = (x0 - reached) / max(height, before)
                new = gap > 0.17 or gap < -0.6 or shared < 0.4 * min(height, before) or raised
        reached = x1 if new else max(reached, x1)
        if new:
            begins.append(at)
    return begins


@pytest.mark.parametrize("seed", range(60))
def test_words_begin_where_they_do_one_by_one(seed: int) -> None:
    chance = random.Random(seed)
    boxes: list[tuple[float, float, float, float]] = []
    x, base = 72.0, 100.0
    for _ in range(200):
        size = chance.choice((11.0, 11.0, 11.0, 7.0))
        x += chance.choice((0.0, 0.0, 0.0, 0.5, 1.7, 4.0, -2.0, -5.0, -12.0)) if chance.random() < 0.6 else 0.0
        base += chance.choice((0.0, 0.0, 0.0, 0.0, 13.0, -3.0))
        box = (x, base - size, x + chance.choice((2.0, 5.0, 9.0)), base)
        boxes.append(boxes[-1] if boxes and chance.random() < 0.1 else box)
        x = boxes[-1][2]
    chars = made(boxes, "".join(chance.choices("abfils7\u00b2", k=200)), [chance.random() < 0.1 for _ in boxes])
    assert np.flatnonzero(_begins(chars)).tolist() == one_by_one(chars)


def test_a_word_stands_where_its_tallest_letter_does() -> None:
    boxes = [(10.0, 93.0, 15.0, 100.0), (15.0, 89.0, 22.0, 100.0), (22.0, 89.0, 29.0, 100.0)]
    (word,) = _words(made(boxes, "aBC", [False, False, False]))
    assert (word.text, word.x0, word.top, word.x1, word.bottom) == ("aBC", 10.0, 89.0, 29.0, 100.0)
    assert list(word.boxes) == [side for box in boxes for side in box]


def test_what_is_printed_twice_is_one_word() -> None:
    boxes = [(x, 90.0, x + 5.0, 100.0) for x in (10.0, 15.0, 10.4, 15.4, 10.8, 15.8, 40.0, 45.0)]
    blanks = [True, False] * 4
    assert [(word.text, word.x0) for word in _words(made(boxes, "NoNoNoNo", blanks))] == [("No", 10.0), ("No", 40.0)]
