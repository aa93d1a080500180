"""Names that a bracket behind them makes a party's term: "employment with Acme, Inc. (the "Company")".

Agreements that are no loans often list no parties: an employee's covenant or a letter names them where it defines what they
are called. Only the head of the text is read.
"""

import regex

from extractor.extractors.party_descriptions import describe
from extractor.extractors.partylist import Item
from extractor.extractors.roles import terms_in
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.names import SUFFIX, ends_name, fold, is_generic, is_organisation, is_person, is_title
from extractor.values.places import PLACE

# How far into the text, and behind its opening's first word, names are defined.
_REACH = 5000
# How far before its bracket a name stands at most.
_BEHIND = 320
_BRACKET = regex.compile(r"\((?=[^()\"]{0,160}\")[^()]{2,320}\)")
_WORD = r"(?:[A-Z0-9][\w&.'’!/+-]*|&)"
_RUN = regex.compile(
    rf"{_WORD}(?:(?:\s+(?:(?:of|and|the|de|du|for|y)\s+){{0,2}}|,\s+(?={SUFFIX}\b)){_WORD}){{0,11}}(?:,?\s+(?:Inc|Ltd|Co|Corp)\.)?"
)
# What a party is called in an agreement of any sort; whatever else a bracket may define is none.
_CALLED = regex.compile(
    r"(?:the\s+)?(?:company|corporation|employer|employee|executive|consultant|contractor|director|you|your|i|me|recipient|discloser"
    r"|(?:disclosing|receiving|interested|other|first|second)\s+party|counterparty|provider|client|customer|supplier|vendor|buyer|seller"
    r"|purchaser|investor|bank|firm|partnership|distributor|franchisor|franchisee|licensor|licensee|owner|manager|parent|party\s+\w)",
    regex.I,
)
_NO_PARTY = regex.compile(
    r"\b(?:agreements?|plans?|dates?|acts?|codes?|information|transactions?|board|commission|sec|nyse|nasdaq|program|policy|products?|services?|business"
    r"|materials?|shares?|stock|notes?|offer|letter|amendment|purpose|property|software|patents?|rules?|exchange|committee|court|term|period|site|project)\b",
    regex.I,
)
_NO_NAME = regex.compile(rf"\bAct\b|^(?:Special\s+)?(?:Board|Committee)\s+of\b|^{PLACE}$", regex.I)
_SENTENCE = regex.compile(rf"(?<=[a-z\d]{{3}})(?<!\b(?:Inc|Corp|Ltd|Bros|Mrs))\.\s+(?!{SUFFIX}\b)|;|\n[ \t]*\n")


def find(parts: Parts) -> list[Mention]:
    """Parties by their defined terms (label ``party_defined``), in order, each name once."""
    start = parts.span("opening")[0]
    found: list[Mention] = []
    seen: set[str] = set()
    for begin, end in ((0, _REACH), (max(_REACH, start), start + _REACH if start > _REACH else 0)):
        for bracket in _BRACKET.finditer(parts.view, begin, max(begin, min(end, len(parts.view)))):
            terms = [t for t in terms_in(bracket.group()) if not _NO_PARTY.search(t)]
            span = _named(parts.view, bracket.start(), terms) if terms else None
            if span is None or fold(parts.view[slice(*span)]) in seen:
                continue
            seen.add(fold(parts.view[slice(*span)]))
            data = describe(parts.view, Item(*span, ((span[1], bracket.end()),)))
            data.pop("collective")
            data["called"] = any(_CALLED.fullmatch(t) for t in terms) or is_person(str(data["name"]))
            found.append(Mention(*span, "party_defined", "party.defined", data))
    return found


def _named(view: str, bracket: int, terms: list[str]) -> tuple[int, int] | None:
    """The name that the terms of a bracket stand for, before it."""
    floor = max(0, bracket - _BEHIND)
    for stop in _SENTENCE.finditer(view, floor, bracket):
        floor = stop.end()
    called = any(_CALLED.fullmatch(t) for t in terms)
    for run in reversed(list(_RUN.finditer(view, floor, bracket))):
        a, b = _cut(view, *run.span())
        name = view[a:b]
        touches = not view[b:bracket].strip(" \n\t,")
        if _no_name(view, a, name):
            if touches:
                return None
            continue
        if ends_name(name) and len(name.split()) > 1 and (called or any(_short_for(t, name) for t in terms)):
            return a, b
        if touches and len(name.split()) > 1:
            person = is_person(name)
            if (called and (person or is_organisation(name))) or any(
                _short_for(t, name) for t in terms if person or len(t) > 2
            ):
                return a, b
        if touches:
            called = called and is_organisation(name)
    return None


def _no_name(view: str, start: int, name: str) -> bool:
    """Whether a run of capitals is none: a title, a place, a statute, what a party is ("a Florida Corporation")."""
    return (
        is_generic(name)
        or bool(_NO_PARTY.search(name.split()[-1]) or _NO_NAME.search(name))
        or (is_title(name) and not ends_name(name))
        or bool(cached.search(r"\ban?\s+$", view[max(0, start - 4) : start]))
    )


def _cut(view: str, a: int, b: int) -> tuple[int, int]:
    """The last of several names that "and" joins; a name without the possessive that ends it."""
    for joint in cached.finditer(r"\s+and\s+", view, pos=a, endpos=b):
        left = view[a : joint.start()]
        if ends_name(left) or is_generic(left):
            a = joint.end()
    if found := cached.search(r"['’]s?$", view[a:b]):
        b = a + found.start()
    return a, b


def _short_for(term: str, name: str) -> bool:
    """Whether a term is short for a name: its first word, its last, or its initials.

    >>> _short_for("CVS", "CVS Pharmacy, Inc."), _short_for("YRCW", "YRC Worldwide, Inc."), _short_for("Code", "Acme Corp.")
    (True, True, False)
    """
    words = regex.findall(r"\w+", name.casefold())
    short = cached.sub(r"^the\s+|['’]s$", "", term.casefold())
    initials = "".join(w[0] for w in words)
    return (
        cached.sub(r"\W", "", short) == "".join(words)[: len(cached.sub(r"\W", "", short))]
        or (len(short.split()) == 1 and short in words and is_person(name))
        or (
            len(short) >= 2
            and (initials.startswith(short) or ("".join(words).startswith(short[:3]) and term.isupper()))
        )
    )
