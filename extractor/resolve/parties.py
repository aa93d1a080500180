"""One party once: mentions of the opening and the signature pages merged, with roles where a mention alone does not give one."""

from difflib import SequenceMatcher
from typing import Any

import regex
from pydantic import TypeAdapter

from extractor.extractors.party_descriptions import describe
from extractor.extractors.partylist import read_list
from extractor.nlp.mention import Mention, Parts
from extractor.records import Party, Signatory
from extractor.resolve.choice import Choice, choose, shipped
from extractor.resolve.confidence import measured
from extractor.resolve.evidence import Witness
from extractor.resolve.found import Found
from extractor.resolve.represented import describe_represented
from extractor.resolve.roles import assign_roles
from extractor.values.names import fold, is_person
from extractor.values.places import CITIES
from extractor.values.spelling import END, spellings

_PARTIES, _SIGNATORIES = TypeAdapter(list[Party]), TypeAdapter(list[Signatory])
_FORM_WORDS = {
    "inc",
    "corp",
    "co",
    "llc",
    "lp",
    "llp",
    "ltd",
    "na",
    "national",
    "assn",
    "plc",
    "sa",
    "ag",
    "nv",
    "bv",
    "partnership",
    "trust",
    "company",
    "usa",
    "branch",
    "fsb",
}

_SEATS = {fold(city) for city in CITIES}
_BANK_WORDS = {"bank", "trust", "banc", "one", "na"}
# What who borrows is called where nobody is called the borrower.
_CORPORATE = regex.compile(r"\b(?:Inc|Incorporated|Corp|Corporation|L\.?L\.?C)\W*$", regex.I)


def resolve(
    parts: Parts, mentions: list[Mention], witness: Witness, *, loan: bool, choice: Choice | None = None
) -> tuple[list[Party], list[Signatory]]:
    """Parties in the order of the text, and who signs for them.

    Args:
        parts: the text's view and sections.
        mentions: what rules and model found.
        witness: makes the evidence.
        loan: whether roles in a loan make sense.
        choice: what decides among the names that the model sees as well; the shipped one if not given.
    """
    found, blocks = gather(parts, mentions, loan=loan)
    if not any(one.seen for one in found):
        if not loan:
            _merge_persons(found, mentions)
            found.sort(key=lambda party: min(party.spans))
    else:
        found = choose(parts, found, mentions, choice or shipped(), loan=loan)
        blocks = {name: party for name, party in blocks.items() if any(party is one for one in found)}
    classes = {role for m in mentions if m.label == "party_class" for role in m.data["roles"]}
    _cover_roles(mentions, found)
    assign_roles(parts.view, found, classes)
    if not loan:
        for party in found:
            party.roles = ["other"]
    else:
        describe_represented(parts.view, found)
    first_mentions(parts, found)
    signatories = _signatories(mentions, blocks, found, witness)
    return _PARTIES.validate_python([_party(p, witness) for p in found]), signatories


def gather(parts: Parts, mentions: list[Mention], *, loan: bool) -> tuple[list[Found], dict[str, Found]]:
    """Every name that may be a party's, with all its mentions, and the names by what their signature blocks call them."""
    found: list[Found] = []
    for mention in mentions:
        if mention.label == "party":
            _merge(found, mention, opening=True)
    blocks: dict[str, Found] = {}
    for mention in mentions:
        if mention.label == "signing_party":
            party = _merge(found, mention, opening=False)
            party.signs = True
            party.plain = party.plain or not (mention.data["roles"] or mention.data["header"])
            party.consents = party.consents or bool(mention.data["consent"])
            party.header = party.header or mention.data["header"]
            party.headers += [mention.data["header"]] if mention.data["header"] else []
            blocks[mention.data["name"]] = party
    if not loan:
        _merge_defined(found, mentions)
    for mention in mentions:
        if mention.label in ("model_party", "model_person"):
            see(found, mention)
    for party in found:
        _describe_elsewhere(parts.view, party)
    return found, blocks


def see(found: list[Found], mention: Mention) -> None:
    """Adds a name that the model sees to those found."""
    name = str(mention.data["name"])
    party = _same(found, name, opening=False)
    if party is None:
        party = Found(name, (mention.start, mention.end))
        found.append(party)
    party.see(mention)


# What describes a party stands behind its name.
_DESCRIBED = regex.compile(END + r"(?=\s*(?:,\s*(?:an?|each\s+an?)\s|\())", regex.I)


def _merge_defined(found: list[Found], mentions: list[Mention]) -> None:
    """Where an opening lists no two parties, those that the text defines are, as long as no two are known."""
    if sum(party.in_opening for party in found) > 1:
        return
    for mention in mentions:
        if mention.label != "party_defined":
            continue
        known = _same(found, str(mention.data["name"]), opening=True) is not None
        if known or (len(found) < 2 and (mention.data["called"] or not any(party.in_opening for party in found))):
            _merge(found, mention, opening=True).name = str(mention.data["name"])


def _merge_persons(found: list[Found], mentions: list[Mention]) -> None:
    """Who signs for himself is a party, where the text names no two others."""
    for mention in mentions if len(found) < 2 else ():
        if (
            mention.label == "signatory"
            and not mention.data["party"]
            and not mention.data["title"]
            and is_person(str(mention.data["name"]))
            and _same(found, str(mention.data["name"]), opening=True) is None
        ):
            found.append(Found(str(mention.data["name"]), (mention.start, mention.end), entity_type="individual"))
            found[-1].spans.append((mention.start, mention.end))
            found[-1].rules.append("party.signature")
            return


# "JOHN DOE and JANE DOE, both individuals".
_INDIVIDUAL = regex.compile(
    END + r"(?=(?:(?:,\s+[A-Z][\w.'’ -]{3,40}){0,6},?\s+and\s+[A-Z][\w.'’ -]{3,40})?\s*,?\s+"
    r"(?:(?:each\s+an?|both|all|an)\s+(?:individuals?|natural\s+persons?)|individuals|natural\s+persons)\b)"
)


# "Acme LLC (together with the Parent, the "Borrowers")" is one of them.
_TOGETHER = regex.compile(r"\(\s*(?:and,?\s+)?together\s+with\b")
# Behind the brackets begins what a party does: "Harbor Bank (the "Bank") has agreed with Acme Inc. (the "Borrower")".
_VERB = regex.compile(
    r"\)\s+(?:has|have|had|is|are|was|were|shall|will|may|hereby|agree[sd]?|desires?|wish(?:es)?|made|entered)\b"
)


def _describe_elsewhere(view: str, party: Found) -> None:
    """Entity type, state and role of a party that the text describes elsewhere ("Acme Inc., a Delaware corporation")."""
    if party.entity_type is None and is_person(party.name) and any(spellings(party.name, view, end=_INDIVIDUAL)):
        party.entity_type = "individual"
    if party.entity_type and party.jurisdiction and party.roles:
        return
    # What the opening's own words say was read with the whole list: what they leave out may stand elsewhere.
    read = {start for start, _ in party.spans} if party.in_opening and (party.entity_type or party.roles) else ()
    for span in spellings(party.name, view, end=_DESCRIBED):
        if span[0] in read:
            if party.entity_type:
                return
            continue
        end = min(len(view), span[0] + len(party.name) + 260)
        verb = _VERB.search(view, span[1], end)
        items = read_list(view, span[0], verb.start() + 1 if verb else end, most=1)
        if not items or items[0].start != span[0]:
            continue
        data = describe(view, items[0])
        party.entity_type = party.entity_type or data["entity_type"]
        party.jurisdiction = party.jurisdiction or data["jurisdiction"]
        party.terms += [t for t in data["defined_terms"] if not party.terms]
        if not party.roles and not set(data["collective"]):
            party.roles += data["roles"]
        elif not party.roles and _TOGETHER.search(view, span[1], end):
            party.roles += data["collective"]
        if data["entity_type"] or data["roles"]:
            party.spans.append(span)
            return


def _merge(found: list[Found], mention: Mention, opening: bool) -> Found:
    name = str(mention.data["name"])
    letter = " ".join(str(mention.data.get("header") or "").split()).title()
    # "Party A (seal): ..." is who the opening calls so, however its name is written.
    lettered = (one for one in found if letter in one.terms) if letter.startswith("Party ") else None
    party = lettered and next(lettered, None)
    party = party or _same(found, name, opening, mention.data["entity_type"])
    if party is None or _two_of_one_name(party, mention):
        party = Found(name, (mention.start, mention.end))
        found.append(party)
    if len(fold(name).split()) > len(fold(party.name).split()) and _same_but_form(
        fold(party.name).split(), fold(name).split()
    ):
        party.name = name  # the full name, with its legal form
    party.take(mention)
    party.in_opening = party.in_opening or opening
    return party


def _two_of_one_name(party: Found, mention: Mention) -> bool:
    """Two companies of one name, told apart by the states under whose laws they stand."""
    other = mention.data["jurisdiction"]
    return bool(other and party.jurisdiction and other != party.jurisdiction and party.rules == [mention.rule])


def _of_two_kinds(party: Found, name: str, entity_type: str | None) -> bool:
    """Whether a partnership and a corporation share a name but for its form, the one the other's partner."""
    one = "partnership" in (party.entity_type or "")
    two = "partnership" in (entity_type or "")
    return (one and not two and bool(_CORPORATE.search(name))) or (
        two and not one and bool(_CORPORATE.search(party.name))
    )


def _same(found: list[Found], name: str, opening: bool, entity_type: str | None = None) -> Found | None:
    """The party that `name` is another mention of, if any."""
    key = fold(name)
    alike: list[tuple[Found, str]] = []
    for party in found:
        known = fold(party.name)
        if known == key or (party.terms and (name in party.terms or any(fold(t) == key for t in party.terms))):
            return party
        # Names that are the same but for blanks or a form begin with the same letter.
        if known[:1] == key[:1]:
            alike.append((party, known))
    for party in found if not opening else ():
        if party.aliases and any(fold(alias) == key for alias in party.aliases):
            return party
    words = key.split()
    joined = key.replace(" ", "")
    for party, known in alike:
        # "Trans World Lines" and "Transworld Lines".
        if known.replace(" ", "") == joined and not _of_two_kinds(party, name, entity_type):
            return party
    for party, known in alike:
        one = known.split()
        if one[:1] == words[:1] and _same_but_form(one, words) and not _of_two_kinds(party, name, entity_type):
            return party
    if not opening and (office := _OFFICE.fullmatch(name)):
        # "X BANK AG, LONDON BRANCH" signs for the bank that the opening names.
        whole = fold(office["whole"])
        for party in found:
            if party.in_opening and fold(party.name) == whole:
                return party
    if not opening:
        close = [
            party
            for party in found
            if party.in_opening and not party.signs and _misspelt(fold(party.name).split(), words)
        ]
        if len(close) == 1:
            return close[0]
    return None


def _same_but_form(one: list[str], two: list[str]) -> bool:
    """Whether one name is the other without its legal form or its seat ("Wachovia Bank", "Wachovia Bank, Atlanta")."""
    short, long = sorted((one, two), key=len)
    return (
        len(short) >= 2
        and long[: len(short)] == short
        and len(long) > len(short)
        and (set(long[len(short) :]) <= _FORM_WORDS or _is_seat(short, long[len(short) :]))
        and not set(short) <= _FORM_WORDS | {"bank", "first"}
    )


def _is_seat(name: list[str], rest: list[str]) -> bool:
    """Whether the words behind a bank's name are the city where it has its seat."""
    return bool(_BANK_WORDS & set(name)) and " ".join(rest) in _SEATS


def _misspelt(one: list[str], two: list[str]) -> bool:
    """Whether two names are the same but for the spelling of one word."""
    if len(one) != len(two) or len(one) < 2:
        return False
    differing = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    if not (a.isalpha() and b.isalpha()) or min(len(a), len(b)) < 4:
        return False
    return a.startswith(b) or b.startswith(a) or SequenceMatcher(None, a, b).ratio() >= 0.8


def _cover_roles(mentions: list[Mention], found: list[Found]) -> None:
    """Adds to lenders what the cover page calls them ("as Documentation Agents")."""
    for mention in mentions:
        if mention.label != "party_cover":
            continue
        party = _same(found, str(mention.data["name"]), opening=True)
        if party and not {"borrower", "guarantor"} & set(party.roles):
            told = [r for r in mention.data["roles"] if r in ("agent", "arranger") and r not in party.roles]
            # Who signs without a capacity lends.
            party.roles += told if party.roles or not (party.signs and told) else [*told, "lender"]


# "X BANK LIMITED, NEW YORK AGENCY" signs for "X Bank Limited, acting through its New York Agency".
_OFFICE = regex.compile(r"(?P<whole>.+?),\s+(?:the\s+)?(?:[\w.]+\s+){1,6}(?:Branch(?:es)?|Agency)", regex.I)
_ACTING = regex.compile(
    END + r"(?=\s*,?\s+acting\s+(?:through|by|out\s+of)\s+its\b|\s*\((?:the\s+)?\"(?:Bank|Lender|Agent)\"\))", regex.I
)


def first_mentions(parts: Parts, found: list[Found]) -> None:
    """Parties that only sign go by their name as the text first writes it."""
    limit = parts.span("signatures")[0]
    for party in found:
        if party.in_opening or not limit:
            continue
        earlier = next(spellings(party.name, parts.view, 0, limit), None)
        if earlier is None and (office := _OFFICE.fullmatch(party.name)):
            earlier = next(spellings(office["whole"], parts.view, 0, limit, end=_ACTING), None)
        if earlier and parts.view[earlier[0]].isupper():
            if party.name.endswith(".") and parts.view.startswith(".", earlier[1]):
                # At the end of an address's line the point is the abbreviation's.
                earlier = earlier[0], earlier[1] + 1
            party.name = " ".join(parts.view[slice(*earlier)].split())
            party.spans.append(earlier)


def _party(party: Found, witness: Witness) -> dict[str, Any]:
    """A `Party` as plain data."""
    return {
        "name": party.name,
        "roles": list(dict.fromkeys(party.roles)),
        "entity_type": party.entity_type,
        "jurisdiction": party.jurisdiction,
        "former_names": party.former_names,
        "address": party.address,
        "defined_terms": party.terms,
        "evidence": witness.at(party.spans),
        "extractor": (rule := "+".join(party.rules)),
        "confidence": party.confidence if party.decided else measured("parties", rule),
    }


def _signatories(
    mentions: list[Mention], blocks: dict[str, Found], found: list[Found], witness: Witness
) -> list[Signatory]:
    merged: dict[tuple[str, str | None], tuple[Mention, str | None, list[tuple[int, int]]]] = {}
    for mention in mentions:
        if mention.label != "signatory":
            continue
        party = blocks.get(mention.data["party"] or "")
        if party is None:
            party = next((p for p in found if fold(p.name) == fold(mention.data["name"])), None)
        if party is None and mention.data["party"] is None and not mention.data["title"]:
            continue
        name = party.name if party else None
        key = (fold(mention.data["name"]), name)
        spans = [(mention.start, mention.end), *(tuple(s) for s in mention.data["title_spans"])]
        if key in merged:
            merged[key][2].extend(spans)
        else:
            merged[key] = (mention, name, spans)
    return _SIGNATORIES.validate_python(
        [
            {
                "name": m.data["name"],
                "title": m.data["title"],
                "party": party,
                "evidence": witness.at(spans),
                "extractor": m.rule,
                "confidence": measured("signatories", m.rule),
            }
            for m, party, spans in merged.values()
        ]
    )
