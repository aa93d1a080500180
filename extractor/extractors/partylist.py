"""Reads the list of parties in an opening: "A, a Delaware corporation (the "Borrower"), the banks ..., and B, as agent"."""

from functools import lru_cache
from typing import NamedTuple

import regex

from extractor.extractors.party_pieces import CLASS, POSTCODE, POSTED, pieces_of, sentence_end
from extractor.extractors.roles import terms_in
from extractor.extractors.titles import ACT
from extractor.values import cached
from extractor.values.names import UNDER_AGREEMENT, ends_name, is_generic, is_organisation, is_person, only_suffix
from extractor.values.places import CITY, PLACE

# A date or an amendment in a list is none of the parties: "as previously amended on March 6, Amendment No. 2".
_NO_NAME = regex.compile(
    rf"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{{1,2}}\b|{ACT}\s+(?:No\b|Number\b|#)|\W*\d[\d,.]*$",
    regex.I,
)


# The one form of companies whose words are written small: "Acme S.à r.l.".
_LUXEMBOURG = regex.compile(r"\bS\.?\s?[àa]\.?\s?r\.?\s?l\b\.?$", regex.I)
_OF_DOCUMENT = regex.compile(r"\b(?:here(?:in|of|to|under|by)|there(?:in|of|to))$|^X+$", regex.I)
_DEGREE = r"(?:M\.?\s?D|Ph\.?\s?D|Esq|C\.?P\.?A|J\.?D|M\.?B\.?A|D\.?V\.?M)\b\.?"
_GENERATION = regex.compile(r"(?:Sr|Jr|II|III|IV)\.?", regex.I)


_CAPITAL = regex.compile(r"[\W_]*(?:[A-Z0-9]|[a-z]{1,3}[A-Z])")
_SMALL = frozenset(
    {"of", "and", "the", "for", "in", "at", "on", "to", "&", "plc", "de", "du", "la", "et", "y", "von", "van"}
    | {"der", "des", "zu", "und"}
)
_RUNNING = regex.compile(
    r"\s(?:this|these|those|any|such|which|who|whose|shall|will|may|is|are|be|been|has|have|not|its|their|under|upon|each|if)(?!\S)"
)


class Item(NamedTuple):
    """One party of the list, or a class of parties ("the Lenders"), and what is said of it (offsets in the text)."""

    start: int
    end: int
    described: tuple[tuple[int, int], ...]
    named: bool = True


_LEAD = regex.compile(
    r"(?:\(?(?:[ivxIVX]{1,5}|[a-zA-Z]|\d{1,2})\)|\d{1,2}\.(?=\s)|with\b|and\b|FOR\s+VALUE\s+RECEIVED\b|for\s+the\s+benefit\s+of\b|in\s+favou?r\s+of\b|the\s+undersigned\b|each\s+of\s+(?=(?-i:[A-Z]))|its\s+(?:wholly[\s-]+owned\s+)?subsidiar(?:y|ies),?\s+(?=(?-i:[A-Z]))|among\b:?|between\b|the\s+joinder\s+(?:in\s+this\s+\w+\s+)?(?:of|by)\b|is\s+joined\s+(?:in\s+)?by\b|[.:,;&*-])\s*",
    regex.I,
)
# A list of definitions: "Lender": ACME BANK; New Borrower: ACME LLC.
LABEL = regex.compile(
    r"\"?(?:(?-i:[A-Z])[\w-]*\s+){0,3}?(?:co-?)?(?:borrower|lender|bank|guarantor|agent|trustee|holder|maker|payee|purchaser|obligor|indemnitor)"
    r"(?:s|\(s\))?\"?\s*:(?=\s|$)",
    regex.I,
)
# "OF THE FIRST PART" ends one side of an indenture.
_SIDE_ENDS = regex.compile(r"(?:party|parties|)\s*of\s+the\s+\w+\s+part\W*", regex.I)
# What the trustee of a securitisation holds the loan for: the certificates' description goes on behind commas.
_CERTIFICATES = regex.compile(
    r".*\bpass-?\s?through\s+(?:trust\s+)?certificates?\b.*|(?:\w+\s+)?certificates?\W*|series\s+(?:(?:19|20)\d\d|[A-Z\d]+-)\S*",
    regex.I | regex.S,
)
_HOLDS_FOR = regex.compile(r"\btrustee\b(?:(?!\btrustee\b)[^;]){0,200}?\b(?:holders|trust|certificates?)\b", regex.I)
# A piece that goes on describing the party before it.
_DESCRIBES = regex.compile(
    r"^(?:an?\b|as\b|in\b|formerly\b|f/k/a|successor|by\b|whose\b|having\b|with\b|each\b|individually\b|not\b|acting\b|solely\b"
    r"|together\b|collectively\b|jointly\b|d/b/a\b|doing\b|organi[sz]ed\b|incorporated\b|which\b|who\b|where\b|under\b|being\b|for\b|on\b"
    r"|through\b|located\b|at\b|its\b|their\b|the\s+(?:several|lenders?|banks?|other|financial|lending|institutions?|parties|persons|entities"
    r"|various|undersigned|subsidiar|guarantors|holders|purchasers)|certain\b|other\b|any\b|all\b|such\b|from\b|of\b|no\b|various\b|several\b|lenders?\b"
    r"|currently\b|previously\b|also\b|both\b|only\b|dated\b|made\b|party\b|parties\b|severally\b|duly\b|a/k/a\b|n/k/a\b|now\b|herein\b|hereinafter\b"
    r"|offices?\b|principal\b|main\b|resid(?:ing|ent)\b|registered\b|including\b|is\b|are\b"
    r"|AS\b|A\b(?![.&])|AN\b|IN\b|FORMERLY\b|INDIVIDUALLY\b|ON\s+BEHALF\b|SOLELY\b|ACTING\b)(?![\w])",
)
_CAPACITY_ONLY = regex.compile(
    r"^(?:as|in|for|on|by|an?|collectively|together|jointly|individually|formerly|successor|which|who|whose)\b", regex.I
)
_YOU = regex.compile(r"you|yourselves|us|we|ourselves", regex.I)
# What stands behind a name without saying what it is: the parts of an address, a person's degree.
_TITLED = regex.compile(
    rf"^(?:\d{{5}}\b|Suite\b|Floor\b|P\.?\s?O\.?\s+Box|Attention\b|{_DEGREE}\W*$)|\b{POSTCODE}(?:\s+(?:U\.?S\.?A\.?|U\.?K\.?))?$"
    r"|^\d[\w-]*\s[^,]{0,50}?\b(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Drive|Dr\.?|Boulevard|Blvd\.?|Plaza|Lane|Way|Parkway|Pkwy\.?|Highway|Court|Circle|Place|Square|Floor|Landing)(?:\s+(?:[NSEW]|[NS][EW]|North|South|East|West|Suite\s.*))?\.?$"
    r"|^(?:(?-i:[A-Z])[\w'.]*\s){1,4}(?:Street|Avenue|Road|Drive|Boulevard|Lane|Parkway|Highway|Floor)$",
    regex.I,
)
_AND_BEFORE = regex.compile(r"\band\s*$", regex.I)


def read_list(view: str, start: int, end: int, most: int | None = None) -> list[Item]:
    """The parties named between two offsets, in order, each with the places that describe it; not more than `most`."""
    items: list[Item] = []
    name: tuple[int, int] | None = None
    named = True
    described: list[tuple[int, int]] = []
    aliases: set[str] = set()
    label: list[tuple[int, int]] = []

    def close() -> None:
        nonlocal name, described
        if name is not None:
            items.append(Item(name[0], name[1], tuple(described), named))
        name, described = None, []

    pieces = _joined(view, pieces_of(view, start, sentence_end(view, start, end)))
    for a, b in pieces:
        if most is not None and name is not None and len(items) >= most:
            return items
        if view[a] in "([":
            aliases.update(terms_in(view[a:b]))
            if name is not None:
                described.append((a, b))
            elif items:
                items[-1] = items[-1]._replace(described=(*items[-1].described, (a, b)))
            continue
        text = view[a:b]
        if text.endswith(":") and LABEL.fullmatch(text):
            close()
            label = [(a, b)]
        elif _SIDE_ENDS.fullmatch(text):
            close()
        elif _YOU.fullmatch(text):
            # Whom a letter speaks to or who writes it: the words behind are said of no name before.
            close()
            name, named = (a, b), False
        elif name is not None and described and _goes_on_as(view[slice(*described[-1])], text):
            described.append((a, b))
        elif CLASS.match(text) and not _CAPACITY_ONLY.match(text):
            close()
            name, named = (a, b), False
        elif name is not None and (
            _DESCRIBES.match(text)
            or _TITLED.search(text)
            or _in_address(view, described, text, (a, b))
            or _PLACE_ALONE.fullmatch(text)
            or (_CERTIFICATES.fullmatch(text) and any(_HOLDS_FOR.search(view[x:y]) for x, y in described[:2]))
        ):
            described.append((a, b))
        elif not _DESCRIBES.match(text) and (
            is_name(text) or _alias(text) in aliases or _named_in_capacity(view, a, b) or _one_word(view, a, b)
        ):
            close()
            a, b, rest = _cut(view, a, b)
            name, named = (a, b), True
            described += label
            if rest is not None:
                described.append(rest)
        elif name is not None:
            described.append((a, b))
        elif items:
            items[-1] = items[-1]._replace(described=(*items[-1].described, (a, b)))
    close()
    return items[:most]


@lru_cache(maxsize=512)
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


def _alias(text: str) -> str:
    """The words before "as" or "in its capacity": "Acme as the Agent" may speak of a party by its defined term."""
    return " ".join(cached.split(r"\s(?:as|in)\s", text)[0].split())


def _named_in_capacity(view: str, a: int, b: int) -> bool:
    """Whether a piece is a company's name with its capacity behind it ("ACME BANK PLC as agent for the Banks")."""
    _, end, rest = _cut(view, a, b)
    return (
        rest is not None
        and cached.match(r"as\s", view[rest[0] : rest[1]], regex.I) is not None
        and is_name(view[a:end])
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


def _goes_on_as(before: str, text: str) -> bool:
    """Whether a piece is a further capacity of the party whose capacity stands right before."""
    return bool(_FURTHER.fullmatch(text)) and bool(_CAPACITY.fullmatch(before) or _FURTHER.fullmatch(before))


# A firm of one word, known by the capacity behind it: "and Trentix, as administrative agent".
_ONE_WORD = regex.compile(
    r"(?!(?:individually|trustee|successor)\b)(?-i:[A-Z])[a-z]{3,}(?=,?\s+as\s+(?:an?\s+|the\s+|sole\s+)?(?:\w+\s+){0,3}?(?:agent|arranger|lender|issuer|bank)\b"
    r"|\s*\(\s*(?:the\s+)?\"(?:\w+\s+){0,2}(?:agent|lender|bank|borrower|company)\")",
    regex.I,
)


def _one_word(view: str, a: int, b: int) -> bool:
    found = _ONE_WORD.match(view, a)
    return (
        found is not None
        and found.end() == b
        and not is_generic(found.group())
        and not _PLACE_ALONE.fullmatch(found.group())
    )


def _cut(view: str, a: int, b: int) -> tuple[int, int, tuple[int, int] | None]:
    """Cuts a name before words that describe it without a comma ("Acme Inc. as borrower", "X a Delaware company")."""
    found = cached.search(
        rf"\s(?:as|AS|a|an|in\s+its|f/k/a|formerly|successor|whose|having|individually|d/b/a|by|organized|acting|for\s+itself|on\s+behalf|(?i:{UNDER_AGREEMENT}|under\s+(?:an?\s+|the\s+)?(?:declaration|agreement|indenture|will))|through|including|located|together|doing|of(?=\s\d))\s",
        view[a:b],
    )
    if found and cached.fullmatch(r"\w+(?:\s\w+)?", view[a : a + found.start()]):
        return a, a + found.start(), (a + found.start() + 1, b)
    if (
        found
        and found.start() > 2
        and (ends_name(view[a : a + found.start()]) or is_organisation(view[a : a + found.start()]))
    ):
        return a, a + found.start(), (a + found.start() + 1, b)
    return a, b, None


_OWN_TERM = regex.compile(r"[\s,]*\([^()\"]{0,40}\"")
_SUFFIX_THEN = regex.compile(
    r"((?:[A-Z][\w.]*\s+){1,3})((?:an?|as|formerly|f/k/a|successor|in\s+its|individually|by|whose|having|with|organized|through|on\s+behalf|including|located|together|d/b/a|doing)\s)"
)


def _joined(view: str, pieces: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """The pieces without enumerators and blanks, each with the corporate suffixes that a comma cut off."""
    joined: list[tuple[int, int]] = []
    # Where semicolons part the parties, the commas within an item may be those of a name: "REED, HOLT BROTHERS, INC.; ...".
    parted = sum(before == ";" for before, _, _ in pieces) > 1
    first: int | None = None
    for before, a, b in pieces:
        a, b = _trim(view, a, b)
        if before == ";":
            first = None
        while skip := _LEAD.match(view, a, b):
            a = skip.end()
        if (label := LABEL.match(view, a, b) if ":" in view[a:b] else None) is not None:
            joined.append(label.span())
            a, before = _trim(view, label.end(), b)[0], ":"
        if a >= b:
            continue
        last = joined[-1] if joined else None
        if last and before == "," and _GENERATION.fullmatch(view[a:b]) and is_person(view[last[0] : last[1]]):
            joined[-1] = (last[0], b)
            continue
        if last and before == "," and view[last[0]] not in "([" and only_suffix(view[a:b]):
            joined[-1] = (_with_place(view, joined), b)
        elif (
            last
            and before == ","
            and view[last[0]] not in "(["
            and (suffix := _SUFFIX_THEN.match(view, a, b))
            and only_suffix(suffix.group(1))
        ):
            joined[-1] = (_with_place(view, joined), suffix.end(1))
            joined.append((suffix.start(2), b))
        elif (
            last
            and before == ","
            and _PLACE_ALONE.fullmatch(view[a:b])
            and view[last[1] : a].strip() == ","
            and _BANK_OF.search(view[last[0] : last[1]])
        ):
            # "Bank One, Michigan": the state or city is part of the bank's name.
            joined[-1] = (last[0], b)
        elif (
            parted
            and before == ","
            and last is not None
            and first == last[0]
            and _SURNAME.fullmatch(view, *last)
            and " " in view[a:b]
            and is_name(view[a:b])
            and not _PARTNERS.match(view, a, b)
            and not _PLACE_ALONE.fullmatch(view, *last)
        ):
            joined[-1] = (last[0], b)
        else:
            joined.append((a, b))
            first = a if first is None else first
            _join_surnames(view, joined)
    return joined


# "HALE, KERN & MOSS, INC.": names of partners that go on behind a comma.
_SURNAME = regex.compile(r"[A-Z][\w'’-]+")
_PARTNERS = regex.compile(r"[A-Z][\w'’-]+\s*&\s*[A-Z]")


def _join_surnames(view: str, joined: list[tuple[int, int]]) -> None:
    """Puts the single words before a last piece with an ampersand back to the name that commas cut."""
    end = joined[-1][1]
    if not _PARTNERS.match(view, *joined[-1]):
        return
    while (
        len(joined) > 1
        and _SURNAME.fullmatch(view, *joined[-2])
        and view[joined[-2][1] : joined[-1][0]].strip() == ","
        and not _PLACE_ALONE.fullmatch(view, *joined[-2])
    ):
        joined[-2:] = [(joined[-2][0], end)]


_PLACE_ALONE = regex.compile(rf"{PLACE}|{CITY}", regex.I)
_BANK_OF = regex.compile(r"\b(?:Bank|Trust|One|Banc)$", regex.I)


def _with_place(view: str, joined: list[tuple[int, int]]) -> int:
    """Where the name begins to which a suffix was found: "PNC Bank, Kentucky, Inc." has its state between commas."""
    a, b = joined[-1]
    if len(joined) > 1 and cached.fullmatch(PLACE + r"|(?:South|North|Central)\s+\w+", view[a:b], regex.I):
        before = joined[-2]
        if view[before[1] : a].strip() == "," and cached.search(
            r"\b(?:Bank|Trust|One)\b", view[before[0] : before[1]], regex.I
        ):
            joined.pop()
            return before[0]
    return a


def _in_address(view: str, described: list[tuple[int, int]], text: str, at: tuple[int, int]) -> bool:
    """Whether `text` goes on with an address that a description began ("whose address is 1 Main Street, Springfield")."""
    if is_organisation(text) and not _PLACE_ALONE.fullmatch(text):
        return False
    if is_person(text) and described and _AND_BEFORE.search(view, described[-1][1], at[0]):
        return False
    if described and POSTED.search(view, described[-1][0], described[-1][1]) and _OWN_TERM.match(view, at[1]):
        # Behind the postal code an address is whole: who has a term of his own there is the next party.
        return False
    for a, b in reversed(described):
        if view[a] == "(":
            return False
        if _TITLED.search(view[a:b]) or cached.search(
            r"\b(?:address|offices?|located|place\s+of\s+business|residing|principal|at\s+\d+)\b", view[a:b], regex.I
        ):
            return True
    return False


def _trim(view: str, a: int, b: int) -> tuple[int, int]:
    while a < b and view[a].isspace():
        a += 1
    while b > a and view[b - 1].isspace():
        b -= 1
    return a, b
