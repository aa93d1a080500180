"""States and countries under whose laws companies are organised and agreements governed."""

import regex

from extractor.values.alternatives import by_letter

STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    "|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    "|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma"
    "|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    "|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico|Guam|Virgin Islands"
)
COUNTRIES = (
    "England and Wales|England|Wales|Scotland|Northern Ireland|Ireland|United Kingdom|Great Britain|Canada|Alberta"
    "|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Newfoundland|Nova Scotia|Ontario"
    "|Prince Edward Island|Qu[eé]bec|Saskatchewan|Yukon|Mexico|Bermuda|Cayman Islands|British Virgin Islands|Bahamas"
    "|Barbados|Jersey|Guernsey|Isle of Man|Netherlands Antilles|Netherlands|Curacao|Belgium|Luxembourg|France|Germany"
    "|Austria|Switzerland|Liechtenstein|Italy|Spain|Portugal|Denmark|Sweden|Norway|Finland|Iceland|Poland|Hungary"
    "|Czech Republic|Greece|Cyprus|Malta|Turkey|Israel|Japan|China|Hong Kong|Taiwan|South Korea|Korea|Singapore"
    "|Malaysia|Thailand|Indonesia|Philippines|India|Australia|New South Wales|Victoria|Queensland|New Zealand"
    "|South Africa|Liberia|Mauritius|Marshall Islands|Panama|Costa Rica|Brazil|Argentina|Chile|Colombia|Peru"
    "|Venezuela|Russia|United States of America|United States|Anguilla|Aruba|Bahrain|Bulgaria|Croatia"
    "|Dominican Republic|Ecuador|Egypt|Estonia|Gibraltar|Guatemala|Kazakhstan|Kenya|Kuwait|Labuan|Latvia"
    "|Lithuania|Macau|Monaco|Namibia|Nigeria|Pakistan|Qatar|Romania|Saudi Arabia|Seychelles|Slovakia|Slovenia"
    "|Sri Lanka|Swaziland|Trinidad and Tobago|Ukraine|United Arab Emirates|Uruguay|Vietnam|Zimbabwe"
)
# The longest first, so that "England and Wales" is not cut to "England".
_NAMES = sorted(set((STATES + "|" + COUNTRIES).split("|")), key=len, reverse=True)
# Typed and scanned pages have the small letter for the capital I ("lowa", "lllinois").
PLACE = by_letter("|".join(regex.sub(r"\bI", "[Il]", name).replace(" ", r"\s+") for name in _NAMES))
#: A legal form of other countries, in brackets behind a firm's name ("Gulf Harbor Bank (B.S.C.)").
FORM_IN_BRACKETS = r"(?:[A-Z]\.\s?){2,5}"
# Where banks have the seats that stand in their names ("SunTrust Bank, Atlanta").
# fmt: off
CITIES = (
    "Atlanta", "Baltimore", "Birmingham", "Boston", "Charlotte", "Chicago", "Cincinnati", "Cleveland", "Columbus",
    "Dallas", "Dayton", "Denver", "Detroit", "Fort Worth", "Houston", "Indianapolis", "Kansas City",
    "Los Angeles", "Louisville", "Memphis", "Miami", "Milwaukee", "Minneapolis", "Nashville", "New Orleans",
    "Omaha", "Orlando", "Philadelphia", "Phoenix", "Pittsburgh", "Richmond", "Rochester", "San Antonio",
    "San Francisco", "Seattle", "St. Louis", "Tampa", "Tulsa", "Wilmington", "Winston-Salem",
)
# fmt: on
CITY = by_letter("|".join(name.replace(".", r"\.").replace(" ", r"\s+") for name in CITIES))
#: Parts of a country or the world, in brackets behind a firm's name ("Acme Credit Corporation (Western)").
REGION = (
    r"(?:U\.?S\.?A?\.?|U\.?K\.?|Americas?|Carolinas|Canada|Europe|Asia|(?:North|South|Mid)?-?(?:east|west)(?:ern)?|Northern|Southern"
    r"|Central|Mid-?Atlantic|New\s+England)"
)
# "a Canadian chartered bank": what companies of a country are called.
_ADJECTIVES = {
    "australian": "Australia",
    "austrian": "Austria",
    "belgian": "Belgium",
    "bermudian": "Bermuda",
    "brazilian": "Brazil",
    "canadian": "Canada",
    "danish": "Denmark",
    "dutch": "Netherlands",
    "english": "England",
    "finnish": "Finland",
    "french": "France",
    "german": "Germany",
    "irish": "Ireland",
    "israeli": "Israel",
    "italian": "Italy",
    "japanese": "Japan",
    "mexican": "Mexico",
    "norwegian": "Norway",
    "scottish": "Scotland",
    "spanish": "Spain",
    "swedish": "Sweden",
    "swiss": "Switzerland",
}
ADJECTIVE = by_letter("|".join(_ADJECTIVES))
# "the State of", "The Commonwealth of", "the Republic of" and the like, which are no part of the name.
STATE_OF = (
    r"(?:the\s+)?(?:(?:State|Commonwealth|Republic|Kingdom|Province|Grand\s+Duchy|Federal\s+Republic|Islands?|Colony"
    r"|Territory|Country)\s+of\s+)?(?:the\s+)?"
)
_SMALL = {"of", "and"}
_WITH_I = {word.lower() for name in _NAMES for word in name.split() if word.startswith("I")}
_PLACE = regex.compile(rf"{STATE_OF}({PLACE})\b", regex.I)


def place(text: str) -> str | None:
    r"""The state or country that `text` names, in ordinary spelling; None if it names none.

    >>> place("the State of NEW\nYORK"), place("The Commonwealth of Massachusetts"), place("England and Wales")
    ('New York', 'Massachusetts', 'England and Wales')
    >>> place("Ruritania") is None
    True
    """
    found = _PLACE.search(text)
    return ordinary(found.group(1)) if found else None


def ordinary(name: str) -> str:
    """`name` with single blanks and capitals as one writes it.

    >>> ordinary("DISTRICT OF  COLUMBIA"), ordinary("Canadian")
    ('District of Columbia', 'Canada')
    >>> ordinary("lowa"), ordinary("Rhode lsland"), ordinary("LOUISIANA")
    ('Iowa', 'Rhode Island', 'Louisiana')
    """
    if name.casefold() in _ADJECTIVES:
        return _ADJECTIVES[name.casefold()]
    words = [f"I{w[1:]}" if w[0] in "lL" and f"i{w[1:].lower()}" in _WITH_I else w for w in name.split()]
    return " ".join(w.lower() if w.lower() in _SMALL else w[:1].upper() + w[1:].lower() for w in words)
