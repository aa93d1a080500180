"""What the running text says of parties: who guarantees, who confirms a guaranty, who issues letters of credit."""

from collections.abc import Sequence
from functools import lru_cache

import regex

from extractor.values import cached
from extractor.values.rare import RareScan
from extractor.values.spelling import spellings, stands_alone
from extractor.values.stretches import merged

# "guaranteed by", and the rest of the sentence as far as it may name who guarantees.
_GUARANTEED_BY = RareScan(r"\bguarant(?:eed|ied)\s+by\b(?=([^.;]{0,200}))")


@lru_cache(maxsize=1)
def _guaranteed(view: str) -> list[tuple[int, int]]:
    return [(found.end(), found.end(1)) for found in _GUARANTEED_BY.finditer(view)]


_GUARANTY = (
    r"(?:its|their)\s+(?:respective\s+)?(?:(?:(?:repayment|payment|limited|unlimited|continuing|completion|carve-out|unconditional)\s+){0,2}"
    r"|obligations\s+under\s+(?:the|its|their|each)\s+(?:\w+\s+){0,2}?)guarant(?:y|ies|ees?)\b"
)
# "Holdings and each Guarantor consents to this Agreement and confirms its Guarantee": who guarantees says so.
_CONFIRMED = regex.compile(
    r"(?<=[.;:)]\s{1,4})(?:((?-i:[A-Z])[^.;:]{0,120}?\bGuarantors?\b[^.;:]{0,40}?)\s(?=[^.;]{0,240}?\b(?:(?:re)?(?:confirm|affirm)s?|ratif(?:y|ies))\b"
    rf"[^.;]{{0,60}}?\b{_GUARANTY})"
    # "Each of Parent and the Owner hereby confirms its limited guaranty"
    rf"|((?-i:[A-Z])[^.;:,]{{2,120}}?)\s+(?:hereby\s+(?:\w+\s+(?:and\s+)?){{0,3}}?)?(?:(?:re)?(?:confirm|affirm)s?|ratif(?:y|ies))\s+{_GUARANTY})",
    regex.I,
)
# The words that all of it turns on, few texts have; and how far before them it begins at the most.
_ITS_GUARANTY = RareScan(rf"\b{_GUARANTY}", regex.I)
_SENTENCE = 600


@lru_cache(maxsize=1)
def confirmed(view: str) -> list[tuple[int, int]]:
    """Where those are named who confirm their guaranties."""
    places = merged((max(0, found.start() - _SENTENCE), found.end() + 1) for found in _ITS_GUARANTY.finditer(view))
    return [
        found.span(1) if found.group(1) else found.span(2)
        for start, end in places
        for found in _CONFIRMED.finditer(view, start, end)
    ]


def confirms(view: str, term: str) -> bool:
    return any(True for a, b in confirmed(view) for _ in stands_alone(term, view, a, b))


def guaranteed_by(view: str, term: str) -> bool:
    return any(True for a, b in _guaranteed(view) for _ in stands_alone(term, view, a, b + len(term)))


# "the Parent hereby unconditionally and irrevocably guarantees": its own words, under whatever heading.
_GUARANTEES = RareScan(
    r"\bhereby\s+(?:(?:absolutely|unconditionally|irrevocably|jointly|severally|fully|and)[\s,]+)*guarant(?:ees|ies)\b(?!\s+that\b)"
    r"(?=[^.;]{0,200}?\b(?:payment|obligations?|indebtedness|performance)\b)"
    # "Holdings guaranteed the obligations of the Borrower by a Guaranty dated ..."
    r"|\b(?:has\s+)?guarantied\s+(?=(?:the\s+)?(?:payment|obligations?|indebtedness)\b)"
    r"|\b(?:has\s+)?guaranteed\s+(?=(?:the\s+)?(?:payment|obligations?|indebtedness)\b)"
)
_SUBJECT = regex.compile(
    r"(?:\b[Tt]he\s+|(?<=[.;)]\s{1,5}|,\s+and\s+))((?:[A-Z]\w*\s+){0,3}[A-Z]\w*)(?:\s*\([^()]{0,60}\)|,[^,;.]{0,60},)?\s*$"
)


@lru_cache(maxsize=1)
def _guaranteeing(view: str) -> frozenset[str]:
    """The terms of those who say that they guarantee."""
    found = (_SUBJECT.search(view, max(0, m.start() - 160), m.start()) for m in _GUARANTEES.finditer(view))
    return frozenset(" ".join(m.group(1).split()) for m in found if m)


def guarantees(view: str, term: str) -> bool:
    return cached.sub(r"^[Tt]he\s+", "", term) in _guaranteeing(view)


# "Acme and the Bank are parties to a Loan Agreement": the one side of it borrows.
_PARTIES_TO = RareScan(
    r"\s+and\s+(?:the\s+)?(?:Banks?|Lenders?|Holders?|Noteholders?)\s+are\s+(?:the\s+)?parties\s+to\s+(?:\(\w{1,3}\)\s+)?(?:an?|the|that(?:\s+certain)?)\s+"
    r"(?=(?:[A-Z][\w-]*\s+|and\s+|of\s+){0,8}?(?:Loan|Credit|Note\s+Purchase)\b)"
)
_ONE_SIDE = regex.compile(r"(?:^|[.;:,)]\s+|\b[Tt]he\s+)((?:[A-Z][\w&-]+\s?){1,4})$")


@lru_cache(maxsize=1)
def _one_side(view: str) -> frozenset[str]:
    """The terms of those who alone are parties to a loan agreement with who lends."""
    found = (_ONE_SIDE.search(view, max(0, m.start() - 80), m.start()) for m in _PARTIES_TO.finditer(view))
    return frozenset(" ".join(m.group(1).split()) for m in found if m)


def owes(view: str, term: str) -> bool:
    return cached.sub(r"^[Tt]he\s+", "", term) in _one_side(view)


_MEANS = regex.compile(r"\"\s*(?:shall\s+mean|means?)\s+(?:collectively,?\s+)?", regex.I)


def guarantees_by_definition(view: str, name: str) -> bool:
    """Whether a term whose bearer guarantees is defined as a party ("Company" means Acme Inc.)."""
    for term in _guaranteeing(view):
        for at in stands_alone(term, view):
            means = _MEANS.match(view, at + len(term)) if view[at - 1] == '"' else None
            if means and any(
                a == means.end() for a, _ in spellings(name, view, means.end(), means.end() + 2 * len(name) + 9)
            ):
                return True
    return False


# "Guarantors" means the Parent and each Subsidiary Guarantor: and who is named in the head of the definition.
_GUARANTOR = RareScan(
    r"(?:(?<=\")|(?<=^[ \t]*)|(?<=\d[ \t]+))Guarantors?\"?\s*(?:\([^()]{0,40}\)\s*)?(?:means?|shall\s+mean|:)"
    r"(?=((?:[^.;\"]|\.(?=[,\w)]|\s+(?:and|an?)\b)){0,240}))",
    regex.I | regex.M,
)
# Where it goes over to those that it tells of by what they are: "any Subsidiary of the Borrower".
_TOLD_OF = regex.compile(
    r"(?<!\beach\s)(?<!\ball\s)\bof\b|\b(?:by|other\s+than|except|excluding|not|under|required|that|which|who)\b",
    regex.I,
)
_ENDS_ITEM = regex.compile(r"\s*(?:$|[,;.(]|(?:and|or|any|each|its)\b)")


@lru_cache(maxsize=1)
def _defined_guarantors(view: str) -> list[tuple[int, int]]:
    spans = []
    for found in _GUARANTOR.finditer(view):
        told = _TOLD_OF.search(view, found.end(), found.end(1))
        spans.append((found.end(), told.start() if told else found.end(1)))
    return spans


def guarantor_by_definition(view: str, term: str) -> bool:
    """Whether the definition of the guarantors has a term, or a name, as one of its items."""
    term = cached.sub(r"^[Tt]he\s+", "", term)
    return any(
        _ENDS_ITEM.match(view, at + len(term), max(b, at + len(term)))
        for a, b in _defined_guarantors(view)
        for at in stands_alone(term, view, a, b)
    ) or any(True for a, b in _defined_guarantors(view) for _ in spellings(term, view, a, b))


# "Issuing Bank" means Harbor Bank, as issuer of letters of credit: and the rest of the head of its definition.
_ISSUER = RareScan(
    r"\"(?:(?:L/?C|Letter\s+of\s+Credit|Issuing|Fronting)\s+(?:Issuing\s+)?(?:Banks?|Lenders?|Issuers?))\"?\s*(?:\([^()]{0,40}\)\s*)?(?:means?|shall\s+mean|:)(?=((?:(?!\bother\s+than\b|\bexcept\b)(?:[^.;\"]|(?<=\b[A-Z])\.)){0,160}))",
    regex.I,
)


# "Harbor Bank, in its capacity as issuer of any Letter of Credit (the "Issuing Lender")"
_AS_ISSUER = RareScan(r",?\s+in\s+its\s+(?:\w+\s+)?capacity\s+as\s+(?:the\s+)?issuer\s+of\b")
# Characters that a name has at the most, with what stands between it and those words.
_NAME = 90


# What a bank is called without its form, which no further word of another's name follows.
_FORM = regex.compile(r",?\s+(?:N\.?\s?A\.?|National\s+Association|Inc\.?|Ltd\.?|Limited|AG|plc|S\.?A\.?)$", regex.I)
_NO_MORE_NAME = regex.compile(r"(?=,?\s+(?:in\s+its|as|or|and)\b|\s*(?:\(|$))")
# What may stand between: "a national banking association", the party's term.
_DESCRIBED = regex.compile(r"\.?(?:,?\s+an?\s+[^,;()]{3,60})?(?:,?\s*\([^()]{0,40}\))?")


@lru_cache(maxsize=1)
def _issuers(view: str) -> list[tuple[int, int]]:
    return [(found.end(), found.end(1)) for found in _ISSUER.finditer(view)]


@lru_cache(maxsize=1)
def _as_issuer(view: str) -> list[int]:
    return [found.start() for found in _AS_ISSUER.finditer(view)]


def issues(view: str, party: str, terms: Sequence[str]) -> bool:
    """Whether a party is named, or told of by one of its terms alone, as the bank that issues letters of credit."""
    heads = _issuers(view)
    if any(
        _DESCRIBED.fullmatch(view, end, at)
        for at in _as_issuer(view)
        for _, end in spellings(party, view, max(0, at - _NAME), at)
    ):
        return True
    short = _FORM.sub("", party)
    if short != party and any(
        _NO_MORE_NAME.match(view, end) for a, b in heads for _, end in spellings(short, view, a, b)
    ):
        return True
    return any(True for a, b in heads for _ in spellings(party, view, a, b)) or any(
        view[a:at].strip() in ("", "the") and _ENDS_ITEM.match(view, at + len(term), max(b, at + len(term)))
        for a, b in heads
        for term in terms
        for at in stands_alone(term, view, a, b)
    )
