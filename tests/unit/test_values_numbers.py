"""Numbers in words: values worked out by hand."""

from decimal import Decimal

import pytest

from extractor.values.numbers import parse_number_words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zero", "0"),
        ("one", "1"),
        ("nineteen", "19"),
        ("twenty", "20"),
        ("forty-two", "42"),
        ("Fourty", "40"),
        ("one hundred", "100"),
        ("a hundred", "100"),
        ("one hundred and one", "101"),
        ("Fifteen hundred", "1500"),
        ("two thousand", "2000"),
        ("Seventy Five Thousand", "75000"),
        ("Two Hundred Thousand", "200000"),
        ("Seven Hundred Eighty-One Thousand Two Hundred Fifty", "781250"),
        ("a million", "1000000"),
        ("fifteen million", "15000000"),
        ("FIFTEEN   MILLION", "15000000"),
        ("Two Hundred Twenty-Five Million", "225000000"),
        ("Two Hundred Twenty-\n   Five Million", "225000000"),
        ("Two Hundred\nTwenty Five\n\nMillion", "225000000"),
        ("Two Million Five Hundred Thousand", "2500000"),
        ("Two Million, Five Hundred Thousand", "2500000"),
        ("one billion two hundred million three thousand and four", "1200003004"),
        ("Thirty-Three Million One Hundred Sixty Thousand", "33160000"),
        ("three trillion", "3000000000000"),
        ("two and one-half", "2.5"),
        ("seven and one-half million", "7500000"),
        ("seven and one half million", "7500000"),
        ("three and three-quarters", "3.75"),
        ("one and a half million", "1500000"),
        ("one-half million", "500000"),
        ("two point five million", "2500000"),
        ("One Hundred Eighty-One Thousand and No/100", "181000"),
        ("Two Hundred Thousand and no/100ths", "200000"),
        ("Two Million Five Hundred Thousand and 50/100", "2500000.50"),
        ("Two and 75/100", "2.75"),
        ("Ten and xx/100", "10"),
        ("One Hundred Thou-\nsand", "100000"),
        (" ten ", "10"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert parse_number_words(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "and",
        "and one",
        "and No/100",
        "a",
        "hundred",
        "million",
        "five six",
        "five twenty",
        "twenty thirteen",
        "ten five",
        "thousand million",
        "one thousand million",
        "two million three million",
        "one hundred two hundred",
        "zero million",
        "one zero",
        "15 million",
        "fifteen million dollars",
        "fifteenth",
        "one hundred %",
        "one and and two hundred",
        "five one-half",
        "point five",
        "one 50/99",
        "one " * 200,
    ],
)
def test_no_numbers(text: str) -> None:
    assert parse_number_words(text) is None
