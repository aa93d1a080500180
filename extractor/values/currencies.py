"""How documents name currencies, each way with its ISO 4217 code (the code of the time, for those before the euro)."""

import re
from typing import Literal, NamedTuple

import regex

from extractor.values.rare import RareScan
from extractor.values.spelling import places

_CODES = (
    "USD EUR GBP JPY CHF CAD AUD NZD HKD SGD MXN SEK NOK DKK DEM NLG FRF ITL ESP BEF ATS IEP CNY KRW INR BRL ZAR ILS "
    "TWD THB MYR PHP IDR PLN CZK HUF"
)
#: Codes, and abbreviations that stand as codes do: before or after the figures.
CODES: dict[str, str] = {code: code for code in _CODES.split(" ")} | {
    "DM": "DEM",
    "RMB": "CNY",
    "STG": "GBP",
    "CDN": "CAD",
}

#: Signs, by what stands directly before the figures.
SIGNS: dict[str, str] = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₤": "GBP", "₩": "KRW", "₪": "ILS", "₹": "INR"}

#: Names, by their folded singular.
NAMES: dict[str, str] = {
    "dollar": "USD",
    "euro": "EUR",
    "yen": "JPY",
    "pound": "GBP",
    "pound sterling": "GBP",
    "sterling": "GBP",
    "swiss franc": "CHF",
    "french franc": "FRF",
    "belgian franc": "BEF",
    "deutsche mark": "DEM",
    "deutschemark": "DEM",
    "deutschmark": "DEM",
    "german mark": "DEM",
    "dutch guilder": "NLG",
    "guilder": "NLG",
    "mexican peso": "MXN",
    "philippine peso": "PHP",
    "swedish krona": "SEK",
    "swedish kronor": "SEK",
    "norwegian krone": "NOK",
    "norwegian kroner": "NOK",
    "danish krone": "DKK",
    "danish kroner": "DKK",
    "italian lira": "ITL",
    "italian lire": "ITL",
    "renminbi": "CNY",
    "yuan": "CNY",
    "korean won": "KRW",
    "indian rupee": "INR",
    "brazilian real": "BRL",
    "brazilian reais": "BRL",
    "south african rand": "ZAR",
    "thai baht": "THB",
}

# What makes a dollar another country's. The letters alone count only right before the sign: "C$", "HK$".
_DOLLARS: dict[str, str] = {
    "us": "USD",
    "usd": "USD",
    "unitedstates": "USD",
    "unitedstatesofamerica": "USD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "cad": "CAD",
    "cdn": "CAD",
    "canadian": "CAD",
    "a": "AUD",
    "au": "AUD",
    "aud": "AUD",
    "aus": "AUD",
    "australian": "AUD",
    "hk": "HKD",
    "hkd": "HKD",
    "hongkong": "HKD",
    "s": "SGD",
    "sg": "SGD",
    "sgd": "SGD",
    "singapore": "SGD",
    "nz": "NZD",
    "nzd": "NZD",
    "newzealand": "NZD",
    "nt": "TWD",
    "r": "BRL",
    "mex": "MXN",
    "mx": "MXN",
    "mxn": "MXN",
    "ps": "MXN",
}

_NAME = "|".join(
    (
        r"euros?",
        r"(?:japanese\s{1,20}+)?yen",
        r"(?:british\s{1,20}+)?pounds?(?:\s{1,20}+sterling)?",
        r"sterling",
        r"(?:swiss|french|belgian)\s{1,20}+francs?",
        r"(?:deutsche?|german)\s{0,20}+marks?",
        r"(?:dutch\s{1,20}+)?guilders?",
        r"(?:mexican|philippine)\s{1,20}+pesos?",
        r"(?:swedish\s{1,20}+kron(?:a|or)|(?:norwegian|danish)\s{1,20}+kroner?)",
        r"italian\s{1,20}+lir[ae]",
        r"renminbi|yuan|korean\s{1,20}+won|indian\s{1,20}+rupees?|brazilian\s{1,20}+rea(?:l|is)",
        r"south\s{1,20}+african\s{1,20}+rand|thai\s{1,20}+baht",
    )
)

# One pattern a kind: each then starts from few letters, which the engines look for many times as fast.
# What stands behind a sign: not behind those of blanks ("$______") and of anything that is no money at all.
_BEHIND_SIGN = re.compile(r"\s{0,40}[(\[]?\s?[\d.\-]")
# A hyphen after a name makes another word of it: "Euro-Dollar Loan", "dollar-denominated".
_DOLLAR = regex.compile(r"\bdollars?\b(?!-\w)", regex.IGNORECASE)
_NAMED = RareScan(rf"\b(?:{_NAME})\b(?!-\s?\w)", regex.IGNORECASE)
_CODED = RareScan(rf"\b(?:{'|'.join(CODES)})(?![A-Za-z_]|\s?\$)")
_SPELT_OUT = RareScan(
    r"\((?i:pounds?(?:\s{1,9}+sterling)?|euros?|yen)\)|\b(?:Ps|Rs)\.(?=\s?\d)|\b(?:FF|SFr\.?)(?=\s?\d)"
    # As filed in ASCII: "(Y)60,000,000".
    r"|\([LY]\)(?=\d{1,3},\d{3})"
)
_SPELT = {"pound": "GBP", "pounds": "GBP", "euro": "EUR", "euros": "EUR", "yen": "JPY", "ps": "MXN", "rs": "INR"}
_SPELT |= {"ff": "FRF", "sfr": "CHF", "y": "JPY", "l": "GBP"}

# The country of a dollar, matched against the text before the sign or the name.
_BEFORE_SIGN = regex.compile(
    r"(?:(?<![\w.])(?:U\.\s?S\.?|US|USD|CDN|Cdn\.?|CAD|CA|Can\.|Mex\.?|MX|MXN|Ps\.)\s?"
    r"|(?<!\w)(?:C|A|AU|AUS|AUD|HK|HKD|S|SG|SGD|NZ|NZD|NT|R))\Z"
)
_BEFORE_NAME = regex.compile(
    r"(?<![\w.])(?:U\.\s?S\.?|US|United\s{1,20}States(?:\s{1,20}of\s{1,20}America)?|Canadian|Australian|Hong\s{1,20}Kong"
    r"|Singapore|New\s{1,20}Zealand|CDN|Cdn\.?)\s{1,20}\Z",
    regex.IGNORECASE,
)
#: A country after the figures: "$5,000,000 (Canadian)", "$500 Cdn.", "$5,000 U.S. Dollars".
AFTER_FIGURES = regex.compile(
    r"[^\S\n]{0,9}+(?:\(\s?(?P<country>U\.\s?S\.?|US|Canadian|Cdn\.?|Australian)\s?\)"
    r"|(?P<country>U\.\s?S\.?|US|United\s{1,9}States|Canadian|Australian)\s{1,9}+(?:dollars?|funds|currency)\b"
    r"|(?P<country>Canadian|CDN|Cdn|Australian)\b"
    r"|(?P<country>CAD|AUD|USD|HKD|SGD|NZD)\b)",
    regex.IGNORECASE,
)
_LETTERS = regex.compile(r"[^a-z]++")
_BLANKS = regex.compile(r"\s++")


def dollars_of(country: str) -> str | None:
    """The code of the dollar that a country's name or abbreviation makes of a dollar.

    Examples:
        >>> dollars_of("U.S."), dollars_of("Cdn."), dollars_of("Hong Kong"), dollars_of("Texas")
        ('USD', 'CAD', 'HKD', None)
    """
    return _DOLLARS.get(_LETTERS.sub("", country.lower()))


class Marker(NamedTuple):
    """Whatever names a currency.

    Signs, and their transliterations in brackets, stand before the figures; codes and names on either side.
    """

    start: int
    end: int
    kind: Literal["sign", "spelt", "code", "name"]
    word: str


def markers(text: str) -> list[Marker]:
    """Every marker of a currency in a text, in order.

    Examples:
        >>> [(m.kind, m.word) for m in markers("$5, 5 dollars, EUR 5, (Pounds)5 and $____")]
        [('sign', '$'), ('name', 'dollars'), ('code', 'EUR'), ('spelt', '(Pounds)')]
    """
    # Most texts have but one of the signs: to look for each by itself is a leap from one to the next.
    found = [
        Marker(at, at + 1, "sign", sign)
        for sign in SIGNS
        for at in places(sign, text)
        if _BEHIND_SIGN.match(text, at + 1)
    ]
    found += [Marker(m.start(), m.end(), "name", m[0]) for m in _DOLLAR.finditer(text)]
    found += [Marker(m.start(), m.end(), "name", m[0]) for m in _NAMED.finditer(text)]
    found += [Marker(m.start(), m.end(), "code", m[0]) for m in _CODED.finditer(text)]
    found += [Marker(m.start(), m.end(), "spelt", m[0]) for m in _SPELT_OUT.finditer(text)]
    apart: list[Marker] = []
    for marker in sorted(found):
        if not apart or marker.start >= apart[-1].end:  # "(Pounds)" was also found as the name in it
            apart.append(marker)
    return apart


def currency_of(text: str, marker: Marker) -> tuple[int, str]:
    """Read a currency marker together with the country before it.

    Args:
        text: The text that the marker was found in.
        marker: One of `markers`.

    Returns:
        The offset where the marker, its country included, starts, and the ISO 4217 code.

    Examples:
        >>> text = "to US$5,000"
        >>> currency_of(text, markers(text)[0])
        (3, 'USD')
    """
    start = marker.start
    if marker.kind == "code":
        return start, CODES[marker.word]
    if marker.kind == "spelt":
        return start, _SPELT[_LETTERS.sub(" ", marker.word.lower()).split()[0]]
    if marker.kind == "sign":
        left, before, code = max(0, start - 5), _BEFORE_SIGN, SIGNS[marker.word]
    else:
        left, before, code = max(0, start - 60), _BEFORE_NAME, _code_of_name(marker.word)
    if code != "USD":
        return start, code
    country = before.search(text[left:start])
    if country is None:
        return start, code
    return left + country.start(), dollars_of(country[0]) or code


def _code_of_name(written: str) -> str:
    name = _BLANKS.sub(" ", written.lower())
    for prefix in ("japanese ", "british "):
        name = name.removeprefix(prefix)
    words = [name, name.removesuffix("s"), name.replace("pounds", "pound")]
    return next(NAMES[word] for word in words if word in NAMES)
