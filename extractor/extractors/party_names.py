"""What a piece of the list of parties is: somebody's name, or a further capacity of the one before."""

from functools import lru_cache

import regex

from extractor.extractors.titles import ACT
from extractor.values import cached
from extractor.values.names import ends_name, is_generic, is_organisation
from extractor.values.places import CITY, PLACE

# A date or an amendment in a list is none of the parties: "as previously amended on March 6, Amendment No. 2".
_NO_NAME = regex.compile(
    rf"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{{1,2}}\b|{ACT}\s+(?:No\b|Number\b|#)|\W*\d[\d,.]*$",
    regex.I,
)
# The one form of companies whose words are written small: "Acme S.à r.l.".
_LUXEMBOURG = regex.compile(r"\bS\.?\s?[àa]\.?\s?r\.?\s?l\b\.?$", regex.I)
_OF_DOCUMENT = regex.compile(r"\b(?:here(?:in|of|to|under|by)|there(?:in|of|to))$|^X+$", regex.I)
_CAPITAL = regex.compile(r"[\W_]*(?:[A-Z0-9]|[a-z]{1,3}[A-Z])")
_SMALL = frozenset(
    {"of", "and", "the", "for", "in", "at", "on", "to", "&", "plc", "de", "du", "la", "et", "y", "von", "van"}
    | {"der", "des", "zu", "und"}
)
_RUNNING = regex.compile(
    r"\s(?:this|these|those|any|such|which|who|whose|shall|will|may|is|are|be|been|has|have|not|its|their|under|upon|each|if)(?!\S)"
)
#: A state, a country or a city by itself.
PLACE_ALONE = regex.compile(rf"{PLACE}|{CITY}", regex.I)


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Whether a piece of the list is a party's name.

    >>> is_name("Banque Nationale de Paris"), is_name("the Lenders"), is_name("dELiA*s CORP."), is_name("as agent")
    (True, False, True, False)
    """
    text = " ".join(text.split())
    if not 3 <= len(text) <= 140 or is_generic(text):
        return False
    words = _LUXEMBOURG.sub("SARL", text).split()
    capital = sum(1 for w in words if _CAPITAL.match(w))
    small = sum(w in _SMALL for w in words)
    if cached.match(r"(?:19|20)\d\d\b", words[0]) or _NO_NAME.match(text):
        return False
    # Running text: small letters at its head, or words by which a document speaks of itself at its end.
    if (
        cached.fullmatch(r"(?!(?:the|von|van|del|der|dos|las|los)$)[a-z]{3,}", words[0]) and not ends_name(text)
    ) or _OF_DOCUMENT.search(text):
        return False
    if words[0] in {
        "This",
        "That",
        "WHEREAS",
        "Section",
        "Each",
        "In",
        "As",
        "It",
        "If",
        "THIS",
        "Dated",
        "All",
        "EXHIBIT",
        "Exhibit",
    }:
        return False
    # Headings and running text have words that no name has.
    if _RUNNING.search(text):
        return False
    return (
        capital >= 1
        and capital + small >= len(words) - 1
        and (capital >= 2 or is_organisation(text) or words[0].isupper())
    )


# "as Administrative Agent, Swingline Lender and Issuing Bank": one capacity after the other.
_CAPACITY = regex.compile(
    r"(?:and\s+)?as\s+(?:an?\s+|the\s+|sole\s+)?(?:[\w/-]+\s+){0,4}(?:agent|lender|bank|issuer|arranger|bookrunner)",
    regex.I,
)
_FURTHER = regex.compile(
    r"(?:(?:an?\s+|the\s+)?(?:Swing\s?-?[Ll]ine|Issuing|L/?C|Letter\s+of\s+Credit|Fronting|Collateral|Administrative|Syndication|Documentation|Canadian|Initial)\s+)+"
    r"(?:Agent|Lender|Bank|Issuer)|an?\s+Lender|(?:Sole\s+|Joint\s+)?(?:Lead\s+)?(?:Arranger|Bookrunner)"
)


def goes_on_as(before: str, text: str) -> bool:
    """Whether a piece is a further capacity of the party whose capacity stands right before."""
    return bool(_FURTHER.fullmatch(text)) and bool(_CAPACITY.fullmatch(before) or _FURTHER.fullmatch(before))


# A firm of one word, known by the capacity behind it: "and Trentix, as administrative agent".
_ONE_WORD = regex.compile(
    r"(?!(?:individually|trustee|successor)\b)(?-i:[A-Z])[a-z]{3,}(?=,?\s+as\s+(?:an?\s+|the\s+|sole\s+)?(?:\w+\s+){0,3}?(?:agent|arranger|lender|issuer|bank)\b"
    r"|\s*\(\s*(?:the\s+)?\"(?:\w+\s+){0,2}(?:agent|lender|bank|borrower|company)\")",
    regex.I,
)


def is_one_word(view: str, a: int, b: int) -> bool:
    """Whether a piece is a firm of one word, with its capacity behind it."""
    found = _ONE_WORD.match(view, a)
    return (
        found is not None
        and found.end() == b
        and not is_generic(found.group())
        and not PLACE_ALONE.fullmatch(found.group())
    )
