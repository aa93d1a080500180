"""Money: every form in which filed contracts write it, and what only looks like it."""

from decimal import Decimal

import pytest

from extractor.values.currencies import currency_of, markers
from extractor.values.money import scan_money
from extractor.values.money_figures import read_digits

SINGLE = [
    ("$15,000,000", "15000000", "USD"),
    ("$ 15,000,000.00", "15000000", "USD"),
    ("$\t8,355,778", "8355778", "USD"),
    ("$9,375", "9375", "USD"),
    ("$250", "250", "USD"),
    ("$0", "0", "USD"),
    ("$-0-", "0", "USD"),
    ("$1.00", "1", "USD"),
    ("$.01", "0.01", "USD"),
    ("$0.001", "0.001", "USD"),
    ("$881,000.25", "881000.25", "USD"),
    ("$50,000.000", "50000000", "USD"),
    ("$12,500,\n000", "12500000", "USD"),
    ("$30,\n000, 000", "30000000", "USD"),
    ("$12,\n  500,000", "12500000", "USD"),
    ("$\n100,000", "100000", "USD"),
    ("$1 000 000", "1000000", "USD"),
    ("$100 000.50", "100000.50", "USD"),
    ("$[5,000,000", "5000000", "USD"),
    ("$2.5 million", "2500000", "USD"),
    ("$2.5 Million", "2500000", "USD"),
    ("$2.5\nmillion", "2500000", "USD"),
    ("$2.5-million", "2500000", "USD"),
    ("$1,150 million", "1150000000", "USD"),
    ("$5 hundred thousand", "500000", "USD"),
    ("$15MM", "15000000", "USD"),
    ("$15 MM", "15000000", "USD"),
    ("$25M", "25000000", "USD"),
    ("$2.5M", "2500000", "USD"),
    ("$2,500M", "2500000", "USD"),
    ("$374k", "374000", "USD"),
    ("$500K", "500000", "USD"),
    ("$1.2 billion", "1200000000", "USD"),
    ("$1.2bn", "1200000000", "USD"),
    ("$3B", "3000000000", "USD"),
    ("$1 trillion", "1000000000000", "USD"),
    ("US$7,500,000.00", "7500000", "USD"),
    ("U.S. $5,000", "5000", "USD"),
    ("U.S.$5,000", "5000", "USD"),
    ("USD 5,000", "5000", "USD"),
    ("USD5,000", "5000", "USD"),
    ("USD$5,000", "5000", "USD"),
    ("5,000 USD", "5000", "USD"),
    ("US Dollars 5,000", "5000", "USD"),
    ("500,000 dollars", "500000", "USD"),
    ("1,000,000 U.S. Dollars", "1000000", "USD"),
    ("15 million dollars", "15000000", "USD"),
    ("2.5 million United States dollars", "2500000", "USD"),
    ("C$5,000", "5000", "CAD"),
    ("CDN$5,000", "5000", "CAD"),
    ("Cdn. $5,000", "5000", "CAD"),
    ("CAD$750,000", "750000", "CAD"),
    ("CAD 750,000", "750000", "CAD"),
    ("5,000 Canadian Dollars", "5000", "CAD"),
    ("$5,000 (Canadian)", "5000", "CAD"),
    ("$5,000 CAD", "5000", "CAD"),
    ("A$5,000", "5000", "AUD"),
    ("AUD 5,000", "5000", "AUD"),
    ("HK$5,000", "5000", "HKD"),
    ("S$5,000", "5000", "SGD"),
    ("NZ$5,000", "5000", "NZD"),
    ("R$5,000", "5000", "BRL"),
    ("€5,000,000", "5000000", "EUR"),
    ("€36.9 million", "36900000", "EUR"),
    ("EUR 5,000,000", "5000000", "EUR"),
    ("EUR5,000,000", "5000000", "EUR"),
    ("EUR 5.000.000", "5000000", "EUR"),
    ("Euro 5,000,000", "5000000", "EUR"),
    ("5,000,000 euros", "5000000", "EUR"),
    ("100,000\nEuro", "100000", "EUR"),
    ("£5,000,000", "5000000", "GBP"),
    ("GBP 5,000,000", "5000000", "GBP"),
    ("Pounds Sterling 4,000,000", "4000000", "GBP"),
    ("4,000,000 pounds sterling", "4000000", "GBP"),
    ("(Pounds)4,000,000", "4000000", "GBP"),
    ("(pound)16,000,000", "16000000", "GBP"),
    ("(pound sterling)16,000,000", "16000000", "GBP"),
    ("¥2,500,000,000", "2500000000", "JPY"),
    ("Yen 5,000,000", "5000000", "JPY"),
    ("JPY 5,000,000", "5000000", "JPY"),
    ("408,000,000 Japanese Yen", "408000000", "JPY"),
    ("Japanese Yen 5,102,500,000.00", "5102500000", "JPY"),
    ("CHF 470'000", "470000", "CHF"),
    ("CHF 25,000,000", "25000000", "CHF"),
    ("25,000,000 Swiss Francs", "25000000", "CHF"),
    ("DM 5,000", "5000", "DEM"),
    ("2,500,000 Deutsche Marks", "2500000", "DEM"),
    ("4,000,000 Guilders", "4000000", "NLG"),
    ("NLG 5,000", "5000", "NLG"),
    ("1,000,000 Belgian Francs", "1000000", "BEF"),
    ("MXN 5,000", "5000", "MXN"),
    ("Ps.5,000", "5000", "MXN"),
    ("5,000 Mexican pesos", "5000", "MXN"),
    ("SEK 5,100,000", "5100000", "SEK"),
    ("NOK 5,000", "5000", "NOK"),
    ("5,000 Danish kroner", "5000", "DKK"),
    ("176 million RMB", "176000000", "CNY"),
    ("Ten Dollars", "10", "USD"),
    ("One Dollar", "1", "USD"),
    ("five billion dollars", "5000000000", "USD"),
    ("Two Hundred Thousand and No/100 Dollars", "200000", "USD"),
    ("Two Hundred Thousand and 50/100 U.S. Dollars", "200000.50", "USD"),
    ("Ten Dollars and No/100", "10", "USD"),
    ("Four Dollars and Forty One Cents", "4.41", "USD"),
    ("two million\nCanadian Dollars", "2000000", "CAD"),
    ("five hundred thousand euros", "500000", "EUR"),
    ("five-hundred-thousand U.S. dollars", "500000", "USD"),
]


@pytest.mark.parametrize(("written", "value", "currency"), SINGLE)
@pytest.mark.parametrize("frame", ["{}", "equal to {}, and", "up to {}.", "(i) {}; or (II) 3%", "in 1998 {}, or"])
def test_single_amounts(written: str, value: str, currency: str, frame: str) -> None:
    text = frame.format(written)
    [match] = scan_money(text)
    assert (match.value, match.currency, match.words) == (Decimal(value), currency, None)
    assert text[match.start : match.end].startswith(written.rstrip(")"))
    assert match.start == text.index(written)


@pytest.mark.parametrize(
    ("text", "value", "currency", "words", "words_value"),
    [
        ("fifteen million dollars ($15,000,000)", "15000000", "USD", "fifteen million dollars", "15000000"),
        ("Forty Million Dollars ($40,000,000)", "40000000", "USD", "Forty Million Dollars", "40000000"),
        ("Forty Million  Dollars\n($40,000,000.00)", "40000000", "USD", "Forty Million  Dollars", "40000000"),
        (
            "Two Hundred Thousand and No/100 Dollars ($200,000.00)",
            "200000",
            "USD",
            "Two Hundred Thousand and No/100 Dollars",
            "200000",
        ),
        ("One Dollar ($1.00)", "1", "USD", "One Dollar", "1"),
        ("Ten Million and 00/100 ($10,000,000.00)", "10000000", "USD", "Ten Million and 00/100", "10000000"),
        ("Fifteen Million ($15,000,000)", "15000000", "USD", "Fifteen Million", "15000000"),
        (
            "Five Million Dollars and No/100 ($5,000,000-00)",
            "5000000",
            "USD",
            "Five Million Dollars and No/100",
            "5000000",
        ),
        ("$5,000,000 (five million dollars)", "5000000", "USD", "five million dollars", "5000000"),
        ("EUR 500,000 (five hundred thousand euros)", "500000", "EUR", "five hundred thousand euros", "500000"),
        ("One Million Euros (1,000,000\nEuros)", "1000000", "EUR", "One Million Euros", "1000000"),
        (
            "TEN MILLION CANADIAN DOLLARS (CAD$10,000,000)",
            "10000000",
            "CAD",
            "TEN MILLION CANADIAN DOLLARS",
            "10000000",
        ),
        ("seven hundred thousand (CAD$700,000)", "700000", "CAD", "seven hundred thousand", "700000"),
        (
            "Five Thousand United States Dollars (US$ 5,000)",
            "5000",
            "USD",
            "Five Thousand United States Dollars",
            "5000",
        ),
        ("Ten Million Dollars [$10,000,000]", "10000000", "USD", "Ten Million Dollars", "10000000"),
        # They differ: the figures count, and the words tell the caller.
        ("Two Hundred Thousand Dollars ($250,000)", "250000", "USD", "Two Hundred Thousand Dollars", "200000"),
        ("Two Million ($2,500,000)", "2500000", "USD", "Two Million", "2000000"),
    ],
)
def test_words_beside_figures(text: str, value: str, currency: str, words: str, words_value: str) -> None:
    framed = f"a loan of {text} to be repaid"
    [match] = scan_money(framed)
    assert framed[match.start : match.end] == text
    assert (match.value, match.currency) == (Decimal(value), currency)
    assert match.words is not None
    assert framed[slice(*match.words)] == words
    assert match.words_value == Decimal(words_value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$12,500,000, and $3", ["12500000", "3"]),
        ("equal to $25,000,000 or (II) 3%", ["25000000"]),
        ("from $7,000,000 to $8,000,000", ["7000000", "8000000"]),
        ("$1 to $2 million", ["1000000", "2000000"]),
        ("$10-15 million", ["10000000", "15000000"]),
        ("$10 to 15 million", ["10000000", "15000000"]),
        ("between $5 and $10 million", ["5000000", "10000000"]),
        ("a fee of $5 and $10 million of loans", ["5", "10000000"]),
        ("$500,000 to $1 million", ["500000", "1000000"]),
        ("$500,000 to 1,000,000", ["500000", "1000000"]),
        ("$500,000 to 1,000,000 shares", ["500000"]),
        ("$5,000,000 ($10,000,000 in the aggregate)", ["5000000", "10000000"]),
        ("One Million Dollars ($2,000,000 in all)", ["1000000", "2000000"]),
        ("EUR 5,000 USD 6,000", ["5000", "6000"]),
        ("$200,000.00\n\nCHF 130,000.00\n\n$519,000.00", ["200000", "130000", "519000"]),
        ("$300 for every $1,000", ["300", "1000"]),
        ("in 1998 Fifteen Million Dollars", ["15000000"]),
        ("$2,5000,000 and $4", ["4"]),
        ("$100 (ten) days", ["100"]),
        ("($1,321,000)", ["1321000"]),
        ("$(328.1)   $ (28.6)", ["328.1", "28.6"]),
        ("Fourteen\n\n<PAGE>\n\nMillion Two Dollars ($14,000,002)", ["14000002"]),
        ("Fifty\n\n<PAGE>   40\n\nMillion Dollars ($50,000,000)", ["50000000"]),
        ("$35,000,000.00\nU.S. Bank National Association", ["35000000"]),
    ],
)
def test_several(text: str, values: list[str]) -> None:
    assert [match.value for match in scan_money(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "$",
        "$_______",
        "$[________]",
        "$          ",
        "$2,5000,000",
        "$10,000,00",
        "$20,000,00.00",
        "$2.10.1",
        "$ \n\n5. Definitions",
        "$ [1]",
        "5% of $",
        "$5%",
        "15,000,000 shares",
        "200 basis points",
        "12,500,000",
        "L4,000,000",
        "payable in Dollars",
        "Dollar for Dollar",
        "the Equivalent Dollar Amount",
        "more than one Dollar Loan",
        "two Euro Rate Advances",
        "3 Euro-Dollar Business Days",
        "3.4  Euro-Rate Unascertainable",
        "1.00 minus the Euro-Dollar Reserve Percentage",
        "\n\n2.7 US Dollars; Currency Risk",
        "page 42\n\nDollar Loans",
        "2,240 pounds of copper",
        "Shearman & Sterling 599 Lexington Avenue",
        "Hundred and Fifty Thousand Dollars",
        "one two Dollars",
        'MK$,#8";$8>@W+U1E<&4',
        "00 DOLLARS",
    ],
)
def test_no_money(text: str) -> None:
    assert list(scan_money(text)) == []


@pytest.mark.parametrize(
    ("run", "value"),
    [
        ("1", "1"),
        ("1,000", "1000"),
        ("999,999,999,999", "999999999999"),
        ("1,000.5", "1000.5"),
        ("1.000.000", "1000000"),
        ("100'000", "100000"),
        ("1,00", None),
        ("1000,000", None),
        ("1,000,0000", None),
        ("1.2.3", None),
        ("007", None),
        ("", None),
    ],
)
def test_read_digits(run: str, value: str | None) -> None:
    assert read_digits(run) == (None if value is None else Decimal(value))


def test_every_currency_name_has_a_code() -> None:
    names = (
        "dollar|dollars|euro|euros|yen|Japanese Yen|British pounds|pounds sterling|pound|sterling|Swiss francs"
        "|French franc|Belgian francs|Deutsche Mark|Deutschmarks|Deutschemarks|German marks|Dutch guilders|guilder"
        "|Mexican pesos|Philippine peso|Swedish krona|Swedish kronor|Norwegian kroner|Danish krone|Italian lira"
        "|Italian lire|renminbi|yuan|Korean won|Indian rupees|Brazilian real|Brazilian reais|South African rand"
        "|Thai baht"
    )
    for text in names.split("|"):
        found = markers(text)
        assert [marker.word for marker in found] == [text]
        assert len(currency_of(text, found[0])[1]) == 3
