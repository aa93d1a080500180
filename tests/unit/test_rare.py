"""Rare patterns: found as `regex` finds them, whichever of them a long text was asked for first."""

import regex

from extractor.values.rare import RareScan

_FILLING = "The Lender makes loans to the Borrower. " * 200
# Two that begin alike, one of which looks ahead.
_GUILDERS = RareScan(r"\b(?:guilders?|florins?)\b", regex.I)
_GUILD = RareScan(r"\bGuild(?=\s+of)")


def test_a_long_text_is_searched_for_those_it_may_have() -> None:
    text = f"{_FILLING}Ten GUILDERS to the Guild of Weavers. {_FILLING}"
    assert [m.group() for m in _GUILDERS.finditer(text)] == ["GUILDERS"]
    assert [m.group() for m in _GUILD.finditer(text)] == ["Guild"]
    assert _GUILDERS.search(_FILLING) is None
    assert _GUILD.search(f"{_FILLING}the Guild Hall") is None


def test_a_pattern_that_comes_after_the_first_look_is_found_too() -> None:
    text = f"{_FILLING}a ducat"
    assert _GUILDERS.search(text) is None
    late = RareScan(r"\bducats?\b")
    assert late.search(text) is not None


def test_within_bounds() -> None:
    text = f"florins {_FILLING}florins"
    assert [m.start() for m in _GUILDERS.finditer(text, 1)] == [len(text) - 7]
    assert _GUILDERS.search(text, 1, len(text) - 7) is None
