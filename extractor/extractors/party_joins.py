"""Puts the pieces of a list of parties together again where a comma or an "and" cut a name."""

import regex

from extractor.extractors.party_names import PLACE_ALONE, is_name
from extractor.extractors.party_pieces import JOINED, without_brackets
from extractor.values import cached
from extractor.values.names import is_person, only_suffix
from extractor.values.places import PLACE

_LEAD = regex.compile(
    rf"(?:\(?(?:[ivxIVX]{{1,5}}|[a-zA-Z]|\d{{1,2}})\)|\d{{1,2}}\.(?=\s)|with\b|and\b|FOR\s+VALUE\s+RECEIVED\b|for\s+the\s+benefit\s+of\b|in\s+favou?r\s+of\b|the\s+undersigned\b|each\s+of\s+(?=(?-i:[A-Z]))|its\s+(?:wholly[\s-]+owned\s+)?subsidiar(?:y|ies),?\s+(?=(?-i:[A-Z]))|among\b:?|between\b|the\s+joinder\s+(?:in\s+this\s+\w+\s+)?(?:of|by)\b|{JOINED}|payable(?:\s+to\b)?|(?:to\s+)?(?:the\s+)?(?-i:order\s+of)\b|[.:,;&*-])\s*",
    regex.I,
)
# A list of definitions: "Lender": ACME BANK; New Borrower: ACME LLC.
LABEL = regex.compile(
    r"\"?(?:(?-i:[A-Z])[\w-]*\s+){0,3}?(?:co-?)?(?:borrower|lender|bank|guarantor|agent|trustee|holder|maker|payee|purchaser|obligor|indemnitor)"
    r"(?:s|\(s\))?\"?\s*:(?=\s|$)",
    regex.I,
)
# The branch of a bank, behind its name.
_BRANCH = regex.compile(r"(?:[A-Z][\w.'-]*\s+){1,4}(?:Sub-?\s?)?branch", regex.I)
_BANK = regex.compile(r"\bBank\b", regex.I)
_GENERATION = regex.compile(r"(?:Sr|Jr|II|III|IV)\.?", regex.I)
_SUFFIX_THEN = regex.compile(
    r"((?:[A-Z][\w.]*\s+){1,3})((?:an?|as|formerly|f/k/a|successor|in\s+its|individually|by|whose|having|with|organized|through|on\s+behalf|including|located|together|d/b/a|doing)\s)"
)


def joined_pieces(view: str, pieces: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
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
        if last and before == "," and view[last[0]] not in "([" and only_suffix(without_brackets(view[a:b])):
            joined[-1] = (_with_place(view, joined), b)
        elif (
            last
            and before == ","
            and view.startswith(("ranch", "RANCH"), max(0, b - 5))
            and _BRANCH.fullmatch(view, a, b)
            and _BANK.search(view, *last)
        ):
            # "Harbor Bank Co., Ltd., Springfield Branch"
            joined[-1] = (last[0], b)
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
            and view[last[1] : a].strip() == ","
            and _BANK_OF.match(view[last[0] : last[1]])
            and PLACE_ALONE.fullmatch(view[a:b])
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
            and not PLACE_ALONE.fullmatch(view, *last)
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
        and not PLACE_ALONE.fullmatch(view, *joined[-2])
    ):
        joined[-2:] = [(joined[-2][0], end)]


# Read backwards from the name's end.
_BANK_OF = regex.compile(r"(?r)\b(?:Bank|Trust|One|Banc)", regex.I)


def _with_place(view: str, joined: list[tuple[int, int]]) -> int:
    """Where the name begins to which a suffix was found: "PNC Bank, Kentucky, Inc." has its state between commas."""
    a, b = joined[-1]
    if len(joined) > 1 and view[joined[-2][1] : a].strip() == ",":
        before = joined[-2]
        if cached.search(r"\b(?:Bank|Trust|One)\b", view[slice(*before)], regex.I) and cached.fullmatch(
            PLACE + r"|(?:South|North|Central)\s+\w+", view[a:b], regex.I
        ):
            joined.pop()
            return before[0]
    return a


def _trim(view: str, a: int, b: int) -> tuple[int, int]:
    while a < b and view[a].isspace():
        a += 1
    while b > a and view[b - 1].isspace():
        b -= 1
    return a, b
