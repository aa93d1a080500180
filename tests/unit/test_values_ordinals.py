"""Ordinals and cardinals of titles."""

import pytest
import regex

from extractor.values.ordinals import CARDINAL_PATTERN, ORDINAL_PATTERN, parse_ordinal

ORDINAL = regex.compile(ORDINAL_PATTERN, regex.IGNORECASE)
CARDINAL = regex.compile(CARDINAL_PATTERN, regex.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("First", 1),
        ("second", 2),
        ("THIRD", 3),
        ("Fifth", 5),
        ("Sixth", 6),
        ("Eighth", 8),
        ("Ninth", 9),
        ("Twelfth", 12),
        ("Thirteenth", 13),
        ("Twentieth", 20),
        ("Fortieth", 40),
        ("Twenty-First", 21),
        ("twenty first", 21),
        ("Twenty-\nFirst", 21),
        ("TWENTY-SECOND", 22),
        ("Ninety-Ninth", 99),
        ("Hundredth", 100),
        ("One Hundredth", 100),
        ("One Hundred and Third", 103),
        ("1st", 1),
        ("2nd", 2),
        ("9th", 9),
        ("22ND", 22),
        ("#2", 2),
        ("# 2", 2),
        ("No. 6", 6),
        ("No 6", 6),
        ("no.6", 6),
        ("NO. 6", 6),
        ("No. VI", 6),
        ("No. Six", 6),
        ("Number Five", 5),
        ("Five", 5),
        ("Twenty-Two", 22),
        ("6", 6),
        ("6.", 6),
        ("I", 1),
        ("IV", 4),
        ("VI", 6),
        ("IX", 9),
        ("XIV", 14),
        ("XXXIX", 39),
    ],
)
def test_ordinals(text: str, value: int) -> None:
    assert parse_ordinal(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "vi",
        "XL",
        "IIII",
        "Amendment",
        "No.",
        "#",
        "6.2",
        "6-A",
        "12345",
        "Sixth Amendment",
        "Last",
        "one half",
        "x" * 99,
    ],
)
def test_no_ordinals(text: str) -> None:
    assert parse_ordinal(text) is None


@pytest.mark.parametrize(
    "text", ["First", "Twenty-First", "twenty\nfirst", "TWENTIETH", "Ninety - Ninth", "1st", "22nd", "112th"]
)
def test_ordinal_pattern_matches(text: str) -> None:
    assert ORDINAL.fullmatch(text)


@pytest.mark.parametrize("text", ["one", "firsthand", "1", "12", "sixths", "1.5th"])
def test_ordinal_pattern_leaves(text: str) -> None:
    assert not ORDINAL.fullmatch(text)


@pytest.mark.parametrize(
    "text", ["One", "Twelve", "Twenty", "twenty-two", "NINETY\nNINE", "eighteen", "fourteen", "nineteen"]
)
def test_cardinal_pattern_matches(text: str) -> None:
    assert CARDINAL.fullmatch(text)


@pytest.mark.parametrize("text", ["first", "someone", "tenant", "stone", "12", "twenty-first"])
def test_cardinal_pattern_leaves(text: str) -> None:
    assert not CARDINAL.fullmatch(text)


def test_patterns_hold_no_groups() -> None:
    assert ORDINAL.groups == CARDINAL.groups == 0
