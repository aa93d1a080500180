"""One party once: mentions of the opening and the signature pages merged, with roles where a mention alone does not give one."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

import regex

from extractor.extractors.parties import describe
from extractor.extractors.partylist import read_list
from extractor.extractors.roles import is_plural, roles_in
from extractor.nlp.mention import Mention, Parts
from extractor.records import Party, PartyRole, Signatory
from extractor.resolve.confidence import measured
from extractor.resolve.evidence import Witness
from extractor.values import cached
from extractor.values.names import fold, is_organisation, is_person
from extractor.values.scan import Scan
from extractor.values.spelling import END, spellings, stands_alone

_LENDER_LIKE = regex.compile(
    r"\b(?:Banks?|Banque|Banco|Bancorp|N\.?\s?A|National\s+Association|Capital|Funding|Funds?|CLO|CDO|Credit|Lending|Finance|Financial|Trust|Insurance|Savings|Securities|Lenders?|Investments?|Aktiengesellschaft|AG|Handelsbanken|Rabobank|Natixis|Mortgage|Loan|Life|Partners|F\.?S\.?B|Branch)\b",
    regex.I,
)
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


@dataclass
class Found:
    """A party as it grows out of its mentions."""

    name: str
    span: tuple[int, int]
    roles: list[str] = field(default_factory=list)
    entity_type: str | None = None
    jurisdiction: str | None = None
    former_names: list[str] = field(default_factory=list)
    address: str | None = None
    terms: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    in_opening: bool = False
    signs: bool = False
    consents: bool = False
    header: str | None = None

    def take(self, mention: Mention) -> None:
        """Adds what a mention says."""
        data = mention.data
        for role in data["roles"]:
            if role not in self.roles:
                self.roles.append(role)
        self.entity_type = self.entity_type or data["entity_type"]
        self.jurisdiction = self.jurisdiction or data["jurisdiction"]
        self.address = self.address or data["address"]
        self.former_names += [
            n
            for n in data["former_names"]
            if fold(n) not in {fold(x) for x in self.former_names} and fold(n) != fold(self.name)
        ]
        self.terms += [t for t in data["defined_terms"] if t not in self.terms]
        self.spans.append((mention.start, mention.end))
        if mention.rule not in self.rules:
            self.rules.append(mention.rule)


def resolve(
    parts: Parts, mentions: list[Mention], witness: Witness, *, loan: bool
) -> tuple[list[Party], list[Signatory]]:
    """Parties in the order of the text, and who signs for them; `loan` says whether roles in a loan make sense."""
    found: list[Found] = []
    for mention in mentions:
        if mention.label == "party":
            _merge(found, mention, opening=True)
    blocks: dict[str, Found] = {}
    for mention in mentions:
        if mention.label == "signing_party":
            party = _merge(found, mention, opening=False)
            party.signs = True
            party.consents = party.consents or bool(mention.data["consent"])
            party.header = party.header or mention.data["header"]
            blocks[mention.data["name"]] = party
    for party in found:
        _describe_elsewhere(parts.view, party)
    classes = {role for m in mentions if m.label == "party_class" for role in m.data["roles"]}
    _assign_roles(parts.view, found, classes)
    if not loan:
        for party in found:
            party.roles = ["other"]
    _first_mentions(parts, found)
    signatories = _signatories(mentions, blocks, found, witness)
    return [_party(p, witness) for p in found], signatories


# What describes a party stands behind its name.
_DESCRIBED = regex.compile(END + r"(?=\s*(?:,\s*(?:an?|each\s+an?)\s|\())", regex.I)


def _describe_elsewhere(view: str, party: Found) -> None:
    """Entity type, state and role of a party that the text describes elsewhere ("Acme Inc., a Delaware corporation")."""
    if party.entity_type and party.jurisdiction and party.roles:
        return
    for span in spellings(party.name, view, end=_DESCRIBED):
        items = read_list(view, span[0], min(len(view), span[0] + len(party.name) + 260))
        if not items or items[0].start != span[0]:
            continue
        data = describe(view, items[0])
        party.entity_type = party.entity_type or data["entity_type"]
        party.jurisdiction = party.jurisdiction or data["jurisdiction"]
        if not party.roles and not set(data["collective"]):
            party.roles += data["roles"]
        if data["entity_type"] or data["roles"]:
            party.spans.append(span)
            return


def _merge(found: list[Found], mention: Mention, opening: bool) -> Found:
    name = str(mention.data["name"])
    party = _same(found, name, opening)
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


def _same(found: list[Found], name: str, opening: bool) -> Found | None:
    """The party that `name` is another mention of, if any."""
    key = fold(name)
    for party in found:
        if fold(party.name) == key or name in party.terms or key in {fold(t) for t in party.terms}:
            return party
    words = key.split()
    for party in found:
        if _same_but_form(fold(party.name).split(), words):
            return party
    if not opening:
        close = [p for p in found if p.in_opening and not p.signs and _misspelt(fold(p.name).split(), words)]
        if len(close) == 1:
            return close[0]
    return None


def _same_but_form(one: list[str], two: list[str]) -> bool:
    """Whether one name is the other without its legal form ("Wachovia Bank" and "Wachovia Bank, National Association")."""
    short, long = sorted((one, two), key=len)
    return (
        len(short) >= 2
        and long[: len(short)] == short
        and len(long) > len(short)
        and set(long[len(short) :]) <= _FORM_WORDS
        and not set(short) <= _FORM_WORDS | {"bank", "first"}
    )


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


def _assign_roles(view: str, found: list[Found], classes: set[str]) -> None:
    borrowers = any(p.in_opening and "borrower" in p.roles for p in found)
    for party in found:
        if party.header and (not party.roles or (not party.in_opening and party.roles == ["lender"])):
            heading = roles_in(party.header)
            if borrowers and heading == ["borrower"] and not is_plural(party.header):
                # The heading of the borrower named in the opening, further up the page.
                heading = []
            # "AGENT AND LENDERS:" stands above lenders; which of them is the agent, its own capacity says.
            beside = {"agent", "arranger"} if party.roles else set(heading)
            party.roles += [
                r for r in heading if r in beside - set(party.roles) and (r != "agent" or len(heading) == 1)
            ]
    for party in found:
        # An agent or issuer under the heading "LENDERS:" lends as well.
        if (
            party.in_opening
            and party.header
            and set(party.roles) & {"agent", "issuer", "arranger"}
            and "lender" in roles_in(party.header)
        ):
            party.roles.append("lender")
    for party in found:
        if (party.consents and not party.roles) or (
            not party.roles
            and any(
                _guaranteed_by(view, t) for t in (*party.terms, party.name) if t.lower() not in ("company", "borrower")
            )
        ):
            party.roles.append("guarantor")
    borrower = any("borrower" in p.roles for p in found)
    for party in found:
        if party.roles:
            continue
        lender_like = bool(_LENDER_LIKE.search(party.name))
        called = {t.lower() for t in (*party.terms, party.header or "")}
        if not borrower and (
            called & {"company", "the company", "corporation", "maker", "issuer"}
            or (party.in_opening and not lender_like)
        ):
            party.roles.append("borrower")
            borrower = True
        elif not party.in_opening and "guarantor" in classes and not lender_like:
            party.roles.append("guarantor")
        elif (not party.in_opening and (lender_like or "lender" in classes)) or (
            party.in_opening and lender_like and not called & {"parent", "holdings", "company", "guarantor"}
        ):
            party.roles.append("lender")
        else:
            party.roles.append("other")


# "guaranteed by", and the rest of the sentence as far as it may name who guarantees.
_GUARANTEED_BY = Scan(r"\bguarant(?:eed|ied)\s+by\b(?=([^.;]{0,200}))")


@lru_cache(maxsize=1)
def _guaranteed(view: str) -> list[tuple[int, int]]:
    return [(found.end(), found.end(1)) for found in _GUARANTEED_BY.finditer(view)]


def _guaranteed_by(view: str, term: str) -> bool:
    return any(True for a, b in _guaranteed(view) for _ in stands_alone(term, view, a, b + len(term)))


def _first_mentions(parts: Parts, found: list[Found]) -> None:
    """Parties that only sign go by their name as the text first writes it."""
    limit = parts.span("signatures")[0]
    for party in found:
        if party.in_opening or not limit:
            continue
        earlier = next(spellings(party.name, parts.view, 0, limit), None)
        if earlier and parts.view[earlier[0]].isupper():
            party.name = " ".join(parts.view[slice(*earlier)].split())
            party.spans.append(earlier)


def _party(party: Found, witness: Witness) -> Party:
    entity = party.entity_type
    if (
        entity is None
        and is_person(party.name)
        and cached.search(r"\b[A-Z]\.\s", party.name)
        and not is_organisation(party.name)
    ):
        entity = "individual"
    return Party(
        name=party.name,
        roles=[PartyRole(r) for r in dict.fromkeys(party.roles)],
        entity_type=entity,
        jurisdiction=party.jurisdiction,
        former_names=party.former_names,
        address=party.address,
        defined_terms=party.terms,
        evidence=witness.at(party.spans),
        extractor=(rule := "+".join(party.rules)),
        confidence=measured("parties", rule),
    )


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
    return [
        Signatory(
            name=m.data["name"],
            title=m.data["title"],
            party=party,
            evidence=witness.at(spans),
            extractor=m.rule,
            confidence=measured("signatories", m.rule),
        )
        for m, party, spans in merged.values()
    ]
