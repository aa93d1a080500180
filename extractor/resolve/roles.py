"""Roles of the parties where their mentions alone do not give one."""

import regex

from extractor.extractors.roles import is_plural, roles_in
from extractor.resolve.found import Found
from extractor.resolve.roles_by_place import OWES, by_place
from extractor.resolve.told_roles import (
    confirmed,
    confirms,
    guaranteed_by,
    guarantees,
    guarantees_by_definition,
    guarantor_by_definition,
    issues,
    owes,
)
from extractor.values.names import is_person

# What is called so belongs to those who owe, or has a part of its own.
_GROUP = frozenset(
    [
        "parent",
        "holdings",
        "holding",
        "guarantor",
        "company",
        "subsidiary",
        "pledgor",
        "servicer",
        "seller",
        "landlord",
        "purchaser",
        "depositor",
        "manager",
        "trustee",
        "originator",
        "custodian",
        "sponsor",
        "contractor",
        "tenant",
        "franchisor",
        "insurer",
    ]
)
# What lenders are called that have no office to fill.
_TITLE_OF_LENDER = regex.compile(
    r"(?:the\s+)?(?:co-?)?(?:syndication|documentation|senior\s+managing)\s+agents?", regex.I
)
_OTHER_LENDERS = regex.compile(r"\bother\s+(?:lenders|banks)\b", regex.I)
# "each Borrower represents", "have advised us that the Borrowers were not in compliance".
_SEVERAL_BORROW = regex.compile(r"\b(?:each\s+(?:of\s+the\s+)?Borrowers?|either\s+Borrower|the\s+Borrowers)\b")


def assign_roles(view: str, found: list[Found], classes: set[str]) -> None:
    """Gives each party its roles, what the text says of it before what its place and name suggest.

    Args:
        view: the text.
        found: the parties in the order of the text, with the `roles` that their own mentions say.
        classes: the roles of those whom the opening names as a class, such as ``lender`` for "the Lenders".
    """
    if confirmed(view) and not any(p.consents or "guarantor" in roles_in(p.header or "") for p in found):
        # Where some sign as guarantors, under a heading, the others do not guarantee.
        classes = classes | {"guarantor"}
    _from_headings(found)
    for party in found:
        if party.in_opening and not party.roles and any(owes(view, term) for term in party.terms):
            party.roles.append("borrower")
    _guarantee(view, found)
    _agents_lend(found, classes)
    by_place(found, classes, len(view))
    _other_side_lends(found, classes)
    _borrow_together(view, found)
    _besides(view, found)


def _from_headings(found: list[Found]) -> None:
    """The heading that a party signs under says its role, where it says so of nobody else."""
    # Where the borrower that the opening names signs, others stand under that heading but by chance, further down.
    borrowers = any(p.in_opening and "borrower" in p.roles and p.signs for p in found)
    for party in found:
        if party.header and (not party.roles or (not party.in_opening and party.roles == ["lender"])):
            heading = roles_in(party.header)
            if heading == ["lender"] and {t.lower() for t in party.terms} & OWES:
                # Another's heading, below or beside.
                heading = []
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
            and set(party.roles) & {"agent", "issuer", "arranger"}
            and any("lender" in roles_in(header) for header in party.headers)
        ):
            party.roles.append("lender")


def _guarantee(view: str, found: list[Found]) -> None:
    """Who only consents, or is said to guarantee or to confirm a guaranty, is a guarantor."""
    owed = any("borrower" in p.roles for p in found)
    for party in found:
        if party.roles or (party is found[0] and party.in_opening and not owed):
            # Who stands first, where nobody is called the borrower, guarantees what its subsidiaries owe besides.
            continue
        if (party.consents and not (party.in_opening and {t.lower() for t in party.terms} & OWES)) or any(
            guaranteed_by(view, t) or confirms(view, t) or guarantor_by_definition(view, t)
            for t in (*party.terms, party.name)
            if t.lower() not in ("company", "borrower")
        ):
            party.roles.append("guarantor")


def _agents_lend(found: list[Found], classes: set[str]) -> None:
    """Agents that the opening or the headings count among the lenders lend as well."""
    for party in found:
        # The lenders are a class, and who is an agent by the way, without a term for it, signs as one of them.
        titles = all(_TITLE_OF_LENDER.fullmatch(term) for term in party.terms)
        if "lender" in classes and party.plain and party.in_opening and party.roles == ["agent"] and titles:
            party.roles.append("lender")
    if any(_OTHER_LENDERS.search(p.header or "") for p in found):
        # "OTHER LENDERS:" says that those above, the agents, lend as well.
        for party in found:
            if party.roles == ["agent"] and party.header and roles_in(party.header) == ["agent"]:
                party.roles.append("lender")


def _other_side_lends(found: list[Found], classes: set[str]) -> None:
    """Of a loan of two sides, the only one besides those who owe lends, whatever it is by trade."""
    if not any(set(p.roles) & {"lender", "agent"} for p in found) and "lender" not in classes:
        others = [p for p in found if p.in_opening and p.roles == ["other"]]
        if len(others) == 1 and others[0] is not found[0] and not {t.lower() for t in others[0].terms} & _GROUP:
            others[0].roles = ["lender"]


def _borrow_together(view: str, found: list[Found]) -> None:
    """Where a letter speaks of several borrowers and has one addressee, a company that signs as it does is another."""
    known = [party for party in found if "borrower" in party.roles]
    if len(known) != 1 or "party.letter" not in known[0].rules or not _SEVERAL_BORROW.search(view):
        return
    for party in found:
        called = {term.lower() for term in party.terms}
        if party.roles == ["other"] and party.signs and party.plain and not (called & _GROUP or is_person(party.name)):
            party.roles = ["borrower"]


def _besides(view: str, found: list[Found]) -> None:
    """What who borrows or lends does besides: guarantees, issues letters of credit."""
    for party in found:
        lending = {"lender", "agent"} & set(party.roles)
        if not lending | ({"guarantor"} & set(party.roles)) and (
            any(guarantees(view, t) for t in party.terms if t.lower() != "borrower")
            or (not party.terms and guarantees_by_definition(view, party.name))
        ):
            # The company that borrows may guarantee what its subsidiaries borrow.
            party.roles = [*(r for r in party.roles if r != "other"), "guarantor"]
        if lending and "issuer" not in party.roles and issues(view, party.name, party.terms):
            party.roles.append("issuer")
