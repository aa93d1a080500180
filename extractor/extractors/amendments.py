"""Amendments as texts name them: "Second Amendment to Credit Agreement and Waiver", with what they amend."""

import re
from typing import Any

import regex

from extractor.extractors.titles import ACT, number_of
from extractor.values import cached
from extractor.values.ordinals import CARDINAL_PATTERN, ORDINAL_PATTERN
from extractor.values.scan import Scan

SMALL_ACT = (
    rf"(?:(?:{ORDINAL_PATTERN})\s+)?(?:(?:amending|supplemental|modification|amendment)\s+(?:agreement|deed|letter)\b"
    r"|amendment|waiver|consent|modification|supplement|side\s+letter|letter\s+agreement|letter\s+amendment|extension|forbearance)"
)
# Amendments whose name has no word for it.
OF_ANOTHER_NAME = r"\b(?:supplemental\s+(?:agreement|letter|deed|indenture)|(?:letter|side)\s+agreement|change\s+in\s+terms\s+agreement)\b"
_SORTED = r"(?:Limited|Temporary|Conditional|Letter|Technical|Omnibus|Global|Master|Partial|Loan|Credit|Agreement|Credit\s+Agreement)"
# An amendment by name, with or without what it amends.
NAMED = Scan(
    rf"(?:(?:{ORDINAL_PATTERN})\s+(?:(?!to\b|of\b|amended\b|dated\b|an?\b|the\b|day\b|\d{1, 4}\b)[\w'()/-]+,?\s+){{0,4}}?{ACT}|{OF_ANOTHER_NAME}|(?:{_SORTED}\s+){{0,3}}{ACT})"
    rf"(?:,?\s+(?:(?:and|&)\s+)?(?:(?:Limited|Temporary|Conditional|{ORDINAL_PATTERN})\s+){{0,2}}{ACT}){{0,3}}(?:\s+(?:Agreement|Letter))?"
    rf"(?:\s*,?\s*(?:(?:No|Nos|Number)\b\.?\s*(?:\d{{1,3}}\b|l\b|{CARDINAL_PATTERN}|[IVX]+\b)|#\s?\d{{1,3}}|(?-i:{CARDINAL_PATTERN.replace('(?:', '(?i:', 1)})(?!\s+(?:or|and)\b)|(?-i:I{{1,3}}|IV|V|VI{{1,3}}|IX|X)\b))?"
    rf"(?:(?:\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?)(?:(?:Limited|Temporary|Conditional|{ORDINAL_PATTERN})\s+){{0,2}}{ACT}\b(?:\s+Agreement)?(?!\s*,?\s*(?:No\b|Number\b|#|\d))){{0,3}}(?:,?\s+and\s+Agreement)?",
    regex.I,
    start=rf"{ORDINAL_PATTERN}\s+(?:[\w'()/-]+,?\s+){{0,4}}?{ACT}|{OF_ANOTHER_NAME}|(?:{_SORTED}\s+){{0,3}}{ACT}",
)
_WITH_NUMBER = (
    rf"(?:{ORDINAL_PATTERN}|(?:{_SORTED}\s+)*{ACT}(?:[\s,&]+(?:and|agreement|letter|limited|temporary|conditional|{ACT}))*"
    rf"[\s,&]*\(?(?:(?:and|&)\s+)?(?:No|Num|#|\u2116|\d|[IVXl]+\b|{CARDINAL_PATTERN}|{ORDINAL_PATTERN}))"
)
# The same with a number, before what it does or behind it: of most that are named none is told.
NUMBERED = Scan(rf"(?={_WITH_NUMBER}){NAMED.pattern}", NAMED.flags, start=_WITH_NUMBER)
_TO_OBJECT = re.compile(
    r"\s*,?\s+(?:to|TO|of|OF|under|with\s+respect\s+to)\s+(?:the\s+|that\s+certain\s+|said\s+|such\s+)?(?:(?:and|of|for|the|[A-Z\d][\w&'/.-]*,?)\s+){0,14}?(?:Agreement|AGREEMENT|Note|NOTE|Notes|Guaranty|Guarantee|Facility|Indenture|Loan|Documents?|Mortgage|Pledge|Deed)\b(?!\s+(?:and\s+\w+\s+)?(?:Agreement|AGREEMENT|Note|NOTE|Facility|Documents))(?:\s+\([A-Z][A-Za-z ]{2,40}\))?"
)
# What an amendment amends besides: "to Notes and Warrants", "and Amendment to Security Agreement and Collateral Assignment".
_AND_OBJECT = regex.compile(
    r"\s+(?:and|&)\s+(?:(?!First|Second|Third)[A-Z][\w'-]*\s+){0,3}?(?:Assignment|Warrants?|Notes?|Agreement(?!\s+dated)|Pledge|Guaranty|Mortgage)\b(?!\s+No\b)"
)
_AND_ACT = regex.compile(rf"\s*,?\s*(?:and|&)\s+(?:{ORDINAL_PATTERN}\s+)?{ACT}\b", regex.I)
_AMENDMENT = regex.compile(r"\b(?:amendment|modification)", regex.I)
# Words that tell no agreement from another.
_GENERAL = frozenset(
    {
        "to",
        "of",
        "under",
        "with",
        "respect",
        "the",
        "that",
        "certain",
        "said",
        "such",
        "and",
        "for",
        "agreement",
        "agreements",
        "documents",
        "original",
        "existing",
    }
)
THERETO = regex.compile(r"\s*,?\s+(?:thereto|thereof|to\s+same|hereto)\b", regex.I)
FOREIGN = regex.compile(
    r"\b(?:guarant\w+|security\s+agreement|pledge\s+agreement|mortgage|intercreditor|subordination|note\s+purchase|note\s+agreement|reserve|indenture|registration|lease|warrant|employment|purchase\s+agreement|fee\s+letter|Securities\s+(?:Exchange\s+)?Act|Bankruptcy\s+Code|Code\s+of|ERISA)\b",
    regex.I,
)
AFTER_NAME = regex.compile(
    r"[\s,]*\(\s*(?:as\s+so\s+amended,?\s*)?(?:the|such|herein|hereinafter|collectively)?[\s,]*(?:called|referred\s+to\s+as|the)?\s*\"([^\"]{3,60})\"\s*\)"
)


def last_name(text: str) -> regex.Match[str] | None:
    """The amendment named last, by number if one is: "First Amendment to Credit Agreement, Consent and Waiver" is the first."""
    names = [m for m in NAMED.finditer(text) if cached.match(r"[A-Z\d#]|" + SMALL_ACT, m.group())]
    numbered = [m for m in names if number_of(m.group()) is not None]
    found = numbered or names
    if not found:
        return None
    last = found[-1]
    # "Amendment No. 1 and Waiver No. 2" is one instrument, and the first of the amendments.
    for one in found[-2:-1]:
        if _AMENDMENT.search(one.group()) and not _AMENDMENT.search(last.group()):
            return one if cached.fullmatch(r"[\s,]*(?:and|&)?\s*", text[one.end() : last.start()]) else last
    return last


def of_another(between: str, name: regex.Match[str], agreement: dict[str, Any]) -> bool:
    """Whether an amendment is of another agreement ("to the Guaranty"), or stands beside one that is named behind it."""
    if FOREIGN.search(agreement["title"]):
        return False
    end, what = name_end(between, name), object_of_name(between, name)
    if what and not related(what, agreement):
        return True
    return bool(FOREIGN.search(what) or FOREIGN.search(between[end:]))


def object_of_name(text: str, name: regex.Match[str]) -> str:
    """What is amended, as it stands behind an amendment's name: " to the Credit Agreement"; of several, the first."""
    to = _TO_OBJECT.match(text, name.end())
    return to.group() if to else ""


def name_end(text: str, name: regex.Match[str]) -> int:
    """Where an amendment's name ends, with all that it amends."""
    to = _TO_OBJECT.match(text, name.end())
    if not to:
        return name.end()
    end = to.end()
    beside = _AND_OBJECT.match(text, end)
    end = beside.end() if beside else end
    for _ in range(3):
        act = _AND_ACT.match(text, end)
        other = _TO_OBJECT.match(text, act.end()) if act else None
        # "the First Amendment to Credit Agreement and Second Amendment to Credit Agreement" are two.
        if other is None or " ".join(other.group().split()) == " ".join(to.group().split()):
            break
        beside = _AND_OBJECT.match(text, other.end())
        end = beside.end() if beside else other.end()
    return end


def related(name: str, agreement: dict[str, Any]) -> bool:
    """Whether a name has a word of its own in common with the agreement's, or has none of its own."""
    words = set(cached.findall(r"\w+", name.lower())) - _GENERAL
    known = " ".join((*agreement["names"], *agreement["terms"])).lower()
    return not words or bool(words & set(cached.findall(r"\w+", known)))


def same_object(to: str, agreement: dict[str, Any] | None) -> bool:
    """Whether "to the X Agreement" speaks of the agreement amended here: by its title, a term for it, or in general."""
    words = set(cached.findall(r"\w+", to.lower())) - {
        "to",
        "of",
        "the",
        "under",
        "that",
        "certain",
        "said",
        "such",
        "with",
        "respect",
        "and",
        "for",
    }
    if agreement is None:
        return not FOREIGN.search(to)
    known = {w for name in (*agreement["names"], *agreement["terms"]) for w in cached.findall(r"\w+", name.lower())}
    return words <= known | {
        "note",
        "notes",
        "credit",
        "loan",
        "agreement",
        "documents",
        "original",
        "existing",
        "amended",
        "restated",
        "revolving",
    }
