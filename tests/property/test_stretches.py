"""Merged stretches have the characters of those they came from, and lie apart."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from extractor.values.stretches import merged

STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))).map(sorted)


def _characters(stretches: list[tuple[int, int]]) -> set[int]:
    return {at for start, end in stretches for at in range(start, end)}


@given(STRETCHES)
def test_no_character_is_lost_and_none_added(stretches: list[tuple[int, int]]) -> None:
    assert _characters(merged(stretches)) == _characters(stretches)


@given(STRETCHES)
def test_a_gap_lies_between_any_two(stretches: list[tuple[int, int]]) -> None:
    apart = merged(stretches)
    assert all(start < end for start, end in apart)
    assert all(end < start for (_, end), (start, _) in itertools.pairwise(apart))


@given(STRETCHES)
def test_what_is_merged_stays_as_it_is(stretches: list[tuple[int, int]]) -> None:
    assert merged(merged(stretches)) == merged(stretches)
