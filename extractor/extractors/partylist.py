"""Reads the list of parties in an opening: "A, a Delaware corporation (the "Borrower"), the banks ..., and B, as agent"."""

from typing import NamedTuple

import regex

from extractor.extractors.party_joins import LABEL, joined_pieces
from extractor.extractors.party_names import PLACE_ALONE, goes_on_as, is_name, is_one_word
from extractor.extractors.party_pieces import CLASS, POSTCODE, POSTED, pieces_of, sentence_end
from extractor.extractors.roles import terms_in
from extractor.values import cached
from extractor.values.alternatives import by_letter
from extractor.values.names import UNDER_AGREEMENT, ends_name, is_organisation, is_person

_DEGREE = r"(?:M\.?\s?D|Ph\.?\s?D|Esq|C\.?P\.?A|J\.?D|M\.?B\.?A|D\.?V\.?M)\b\.?"


class Item(NamedTuple):
    """One party of the list, or a class of parties ("the Lenders"), and what is said of it (offsets in the text)."""

    start: int
    end: int
    described: tuple[tuple[int, int], ...]
    named: bool = True


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
    r"^"
    + by_letter(
        r"an?\b|as\b|in\b|formerly\b|f/k/a|successor|by\b|whose\b|having\b|with\b|each\b|individually\b|not\b|acting\b|solely\b"
        r"|together\b|collectively\b|jointly\b|d/b/a\b|doing\b|organi[sz]ed\b|incorporated\b|which\b|who\b|where\b|under\b|being\b|for\b|on\b"
        r"|through\b|located\b|at\b|its\b|their\b|the\s+(?:several|lenders?|banks?|other|financial|lending|institutions?|parties|persons|entities"
        r"|various|undersigned|subsidiar|guarantors|holders|purchasers)|certain\b|other\b|any\b|all\b|such\b|from\b|of\b|no\b|various\b|several\b|lenders?\b"
        r"|currently\b|previously\b|also\b|both\b|only\b|dated\b|made\b|party\b|parties\b|severally\b|duly\b|a/k/a\b|n/k/a\b|now\b|herein\b|hereinafter\b"
        r"|offices?\b|principal\b|main\b|resid(?:ing|ent)\b|registered\b|including\b|is\b|are\b"
        r"|AS\b|A\b(?![.&])|AN\b|IN\b|FORMERLY\b|INDIVIDUALLY\b|ON\s+BEHALF\b|SOLELY\b|ACTING\b"
    )
    + r"(?![\w])",
)
_CAPACITY_ONLY = regex.compile(
    r"^(?:as|in|for|on|by|an?|collectively|together|jointly|individually|formerly|successor|which|who|whose)\b", regex.I
)
_TRUST = regex.compile(r"\btrust$", regex.I)
_TRUSTEE = regex.compile(r"(?:(?:as|its)\s+)?(?:sole\s+|co-?)?trustees?$", regex.I)
_YOU = regex.compile(r"you|yourselves|us|we|ourselves", regex.I)
# What stands behind a name without saying what it is: the parts of an address, a person's degree.
_TITLED = regex.compile(
    rf"^(?:\d{{5}}\b|Suite\b|Floor\b|P\.?\s?O\.?\s+Box|Attention\b|{_DEGREE}\W*$)|\b{POSTCODE}(?:\s+(?:U\.?S\.?A\.?|U\.?K\.?))?$"
    r"|^\d[\w-]*\s[^,]{0,50}?\b(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Drive|Dr\.?|Boulevard|Blvd\.?|Plaza|Lane|Way|Parkway|Pkwy\.?|Highway|Court|Circle|Place|Square|Floor|Landing)(?:\s+(?:[NSEW]|[NS][EW]|North|South|East|West|Suite\s.*))?\.?$"
    r"|^(?:(?-i:[A-Z])[\w'.]*\s){1,4}(?:Street|Avenue|Road|Drive|Boulevard|Lane|Parkway|Highway|Floor)$",
    regex.I,
)
_SAID = regex.compile(r"(?:the\s+)?(?:said|aforesaid|aforementioned)\s+(?=[A-Z])")
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

    pieces = joined_pieces(view, pieces_of(view, start, sentence_end(view, start, end)))
    for (a, b), behind in zip(pieces, [*pieces, (end, end)][1:], strict=True):
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
        elif name is not None and described and goes_on_as(view[slice(*described[-1])], text):
            described.append((a, b))
        elif CLASS.match(text) and not _CAPACITY_ONLY.match(text) and not text.startswith("not "):
            close()
            name, named = (a, b), False
        elif name is not None and (
            _DESCRIBES.match(text)
            or _TITLED.search(text)
            or _in_address(view, described, text, (a, b))
            or PLACE_ALONE.fullmatch(text)
            or (_CERTIFICATES.fullmatch(text) and any(_HOLDS_FOR.search(view[x:y]) for x, y in described[:2]))
        ):
            described.append((a, b))
        elif name is not None and _TRUST.search(view, *name) and is_person(text) and _TRUSTEE.match(view, *behind):
            # "THE ROE TRUST, under agreement dated May 1, 1990, Jane Roe, Trustee": who acts for the party before.
            described.append((a, b))
        elif not _DESCRIBES.match(text) and (
            is_name(text) or _alias(text) in aliases or _named_in_capacity(view, a, b) or is_one_word(view, a, b)
        ):
            close()
            # "said ACME INC." was named before.
            a = said.end() if (said := _SAID.match(view, a, b)) else a
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


def _in_address(view: str, described: list[tuple[int, int]], text: str, at: tuple[int, int]) -> bool:
    """Whether `text` goes on with an address that a description began ("whose address is 1 Main Street, Springfield")."""
    if is_organisation(text) and not PLACE_ALONE.fullmatch(text):
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
