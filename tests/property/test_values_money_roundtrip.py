"""Whatever form an amount is written in, it is read back."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from extractor.values.money import scan_money
from extractor.values.numbers import TENS, UNITS, parse_number_words
from extractor.values.ordinals import parse_ordinal

AMOUNTS = st.integers(min_value=0, max_value=10**12)
CENTS = st.integers(min_value=0, max_value=10**14).map(lambda cents: Decimal(cents).scaleb(-2))
MARKS = [("$", "USD"), ("US$", "USD"), ("C$", "CAD"), ("€", "EUR"), ("£", "GBP"), ("(Pounds)", "GBP"), ("GBP ", "GBP")]
UNIT_WORDS = {value: word for word, value in UNITS.items()}
TEN_WORDS = {value: word for word, value in reversed(TENS.items())}


def in_words(number: int) -> str:
    """Spell a number as contracts do; written apart from the reader, by plain division."""
    for scale, name in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (10**3, "thousand"),
        (100, "hundred"),
    ):
        if number >= scale:
            head, rest = divmod(number, scale)
            return f"{in_words(head)} {name}" + (f" {in_words(rest)}" if rest else "")
    if number < 20:
        return UNIT_WORDS[number]
    tens, units = divmod(number, 10)
    return TEN_WORDS[10 * tens] + (f"-{UNIT_WORDS[units]}" if units else "")


@given(AMOUNTS)
def test_words_are_read_back(number):
    words = in_words(number)
    assert parse_number_words(words) == number
    assert parse_number_words(words.upper().replace(" ", "\n")) == number
    assert parse_number_words(words.title().replace("-", " ") + " and 25/100") == number + Decimal("0.25")


@given(CENTS, st.sampled_from(MARKS), st.sampled_from(["{:,.2f}", "{:.2f}"]))
def test_figures_are_read_back(value, mark, form):
    sign, currency = mark
    text = f"a fee of {sign}{form.format(value)}, and"
    [match] = scan_money(text)
    assert (match.value, match.currency) == (value, currency)
    assert text[match.start : match.end] == sign + form.format(value)


@given(st.integers(min_value=1, max_value=10**12))
def test_words_beside_figures_are_read_back(number):
    written = f"{in_words(number).title()} Dollars (${number:,})"
    [match] = scan_money(f"up to {written} in all")
    assert (match.value, match.words_value, match.start, match.end) == (number, number, 6, 6 + len(written))


@given(st.integers(min_value=1, max_value=9999), st.sampled_from([("million", 6), ("MM", 6), ("billion", 9), ("K", 3)]))
def test_scales_are_read_back(tenths, scale):
    name, power = scale
    mantissa = Decimal(tenths).scaleb(-1)
    [match] = scan_money(f"up to ${mantissa}{' ' * (len(name) > 2)}{name} in all")
    assert match.value == mantissa.scaleb(power)


FRAGMENTS = st.sampled_from(
    [
        *(
            "$",
            "€",
            "US$",
            "C$",
            "(Pounds)",
            "EUR ",
            "USD",
            " Dollars",
            " dollar",
            " euros",
            "1",
            "5,000",
            "000",
            ",",
            ".",
            "'",
        ),
        *(
            "2.5",
            " million",
            "MM",
            "k",
            "(",
            ")",
            "[",
            "]",
            " ",
            "\n",
            "\xa0",
            " to ",
            "-",
            "and ",
            "no/100",
            "50/100",
            "/",
        ),
        *(
            "One ",
            "Hundred ",
            "Twenty-",
            "five ",
            "Thousand ",
            "a ",
            "between ",
            "%",
            "shares",
            "-0-",
            "_",
            "x",
            "cents",
        ),
    ]
)


@given(st.one_of(st.lists(FRAGMENTS, max_size=30).map("".join), st.text(max_size=200)))
def test_any_text_gives_sound_matches(text):
    end = 0
    for match in scan_money(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end
        assert match.value >= 0
        assert len(match.currency) == 3
        assert (match.words is None) == (match.words_value is None)
        if match.words:
            assert match.start <= match.words[0] < match.words[1] <= match.end
    parse_number_words(text)
    parse_ordinal(text)


@given(st.lists(st.tuples(CENTS, st.sampled_from(MARKS)), max_size=5))
def test_offsets_are_exact(amounts):
    text = "; plus ".join(f"{sign}{value:,.2f}" for value, (sign, _) in amounts)
    found = list(scan_money(text))
    assert [(m.value, m.currency) for m in found] == [(value, currency) for value, (_, currency) in amounts]
    for match in found:
        [again] = scan_money(text[match.start : match.end])
        assert (again.value, again.currency) == (match.value, match.currency)
