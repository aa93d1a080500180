"""Whatever form a date is written in, it is read back."""

import calendar
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from extractor.values.dates import parse_date, scan_dates
from extractor.values.ordinals import parse_ordinal

DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
# Two-digit years are of 1950-2049.
RECENT = st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31))
BLANKS = st.text(alphabet=" \n\t\xa0", min_size=1, max_size=6).filter(lambda blank: blank.count("\n") <= 1)
ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ORDINALS = ORDINAL_WORDS.split(" ")


def suffixed(day: int) -> str:
    """1st, 2nd, 11th ..."""
    ending = "th" if 10 < day % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


FORMS = [
    lambda d, month, b: f"{month}{b}{d.day},{b}{d.year}",
    lambda d, month, b: f"{month}{b}{d.day}{b},{b}{d.year}",
    lambda d, month, b: f"{month}{b}{d.day}{b}{d.year}",
    lambda d, month, b: f"{month}{b}{suffixed(d.day)},{b}{d.year}",
    lambda d, month, b: f"{month[:3]}.{b}{d.day},{b}{d.year}",
    lambda d, month, b: f"{d.day}{b}{month}{b}{d.year}",
    lambda d, month, b: f"{suffixed(d.day)}{b}{month},{b}{d.year}",
    lambda d, month, b: f"{suffixed(d.day)}{b}day{b}of{b}{month},{b}{d.year}",
    lambda d, month, b: f"{d.day}{b}day{b}of{b}{month},{b}{d.year}",
    lambda d, month, b: f"{ORDINALS[d.day - 1]}{b}day{b}of{b}{month},{b}{d.year}",
    lambda d, month, b: f"{suffixed(d.day)}{b}day{b}of{b}{month},{b}in{b}the{b}year{b}{d.year}",
    lambda d, month, b: f"{d.day}-{month[:3]}-{d.year}",
    lambda d, month, b: f"{d.month}/{d.day}/{d.year}",
    lambda d, month, b: f"{d.month:02}/{d.day:02}/{d.year}",
    lambda d, month, b: f"{d.month}-{d.day}-{d.year}",
    lambda d, month, b: d.isoformat(),
]
SHORT_FORMS = [
    lambda d: f"{d:%m/%d/%y}",
    lambda d: f"{d.month}/{d.day}/{d:%y}",
    lambda d: f"{d:%m-%d-%y}",
    lambda d: f"{d.day}-{calendar.month_abbr[d.month]}-{d:%y}",
]


@given(DATES, st.sampled_from(FORMS), st.sampled_from([str, str.upper]), BLANKS)
def test_forms_are_read_back(day, form, case, blank):
    written = case(form(day, calendar.month_name[day.month], blank))
    assert parse_date(written) == day.isoformat()


@given(RECENT, st.sampled_from(SHORT_FORMS))
def test_short_years_are_read_back(day, form):
    assert parse_date(form(day)) == day.isoformat()


@given(st.lists(st.tuples(DATES, st.sampled_from(FORMS)), max_size=5))
def test_lists_are_read_back_in_order(days):
    text = "; dated ".join(form(day, calendar.month_name[day.month], " ") for day, form in days)
    assert [match.value for match in scan_dates(text)] == [day.isoformat() for day, _ in days]


FRAGMENTS = st.sampled_from(
    [
        *(
            "January",
            "may",
            "MARCH ",
            "Sept.",
            "1",
            "12",
            "31",
            "l",
            "2001",
            "1999",
            "99",
            "19",
            ",",
            ", ",
            " ",
            "\n",
            "\xa0",
        ),
        *(
            "-",
            "/",
            ".",
            "_",
            "__",
            "[",
            "]",
            "●",
            "day",
            " day of ",
            "as of ",
            "dated ",
            "this ",
            "the ",
            "st",
            "th",
            "/th/",
        ),
        *("first", "Twenty-", "in the year ", "<PAGE> 2\n", "§", "$", "(", ")", "A"),
    ]
)


@given(st.one_of(st.lists(FRAGMENTS, max_size=30).map("".join), st.text(max_size=200)))
def test_any_text_gives_sound_matches(text):
    end = 0
    for match in scan_dates(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end
        assert (match.value is None) == (match.problem is not None)
        if match.value is not None:
            assert len(match.value) == {"day": 10, "month": 7, "year": 4}[match.precision]
            date.fromisoformat((match.value + "-01-01")[:10])
    parse_date(text)
    parse_ordinal(text)


@given(st.lists(FRAGMENTS, max_size=30).map("".join))
def test_a_full_date_stands_for_itself(text):
    for match in scan_dates(text):
        if match.precision == "day":
            assert parse_date(text[match.start : match.end]) == match.value
