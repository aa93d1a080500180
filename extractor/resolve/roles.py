"""Roles of the parties where their mentions alone do not give one."""

import regex

from extractor.extractors.roles import is_plural, roles_in
from extractor.resolve.found import Found
from extractor.resolve.told_roles import (
    confirmed,
    confirms,
    guaranteed_by,
    guarantees,
    guarantees_by_definition,
    guarantor_by_definition,
    issues,
)
from extractor.values.names import is_person

_LENDER_LIKE = regex.compile(
    r"\b(?:Banks?|Banking|Banque|Banco|Bancorp|N\.?\s?A|National\s+Association|Capital|Funding|Funds?|CLO|CDO|Credit|Lending|Finance|Financial|Trust|Insurance|Savings|Securities|Lenders?|Investments?|Aktiengesellschaft|AG|Handelsbanken|Rabobank|Natixis|Mortgage|Loan|Life|Separate\s+Account|Partners|F\.?S\.?B|Branch)\b",
    regex.I,
)
_OWES = {
    "borrower",
    "company",
    "the company",
    "corporation",
    "maker",
    "issuer",
    "partnership",
    "trust",
    "cooperative",
    "owner",
    "obligor",
    "mortgagor",
}
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
# Companies that do business, rather than funds that lend.
_OPERATES = regex.compile(
    r"^(?!.*\bInvestors?\b).*\b(?:Inc|Incorporated|Corp|Corporation|Company|Co|L\.?\s?L\.?\s?C)\b\W*$", regex.I
)
_BANK = regex.compile(r"\b(?:Bank\w*|Banque|Banco|N\.?\s?A|National\s+Association|Savings|Branch|Lend\w+)\b", regex.I)
_SUBORDINATED = regex.compile(r"\bsubordinated\s+creditor", regex.I)
# What lenders are called that have no office to fill.
_TITLE_OF_LENDER = regex.compile(
    r"(?:the\s+)?(?:co-?)?(?:syndication|documentation|senior\s+managing)\s+agents?", regex.I
)
_OTHER_LENDERS = regex.compile(r"\bother\s+(?:lenders|banks)\b", regex.I)


def assign_roles(view: str, found: list[Found], classes: set[str]) -> None:
    if confirmed(view) and not any(p.consents or "guarantor" in roles_in(p.header or "") for p in found):
        # Where some sign as guarantors, under a heading, the others do not guarantee.
        classes = classes | {"guarantor"}
    borrowers = any(p.in_opening and "borrower" in p.roles for p in found)
    for party in found:
        if party.header and (not party.roles or (not party.in_opening and party.roles == ["lender"])):
            heading = roles_in(party.header)
            if heading == ["lender"] and {t.lower() for t in party.terms} & _OWES:
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
            and party.header
            and set(party.roles) & {"agent", "issuer", "arranger"}
            and "lender" in roles_in(party.header)
        ):
            party.roles.append("lender")
    owed = any("borrower" in p.roles for p in found)
    for party in found:
        if party.roles or (party is found[0] and party.in_opening and not owed):
            # Who stands first, where nobody is called the borrower, guarantees what its subsidiaries owe besides.
            continue
        if (party.consents and not (party.in_opening and {t.lower() for t in party.terms} & _OWES)) or any(
            guaranteed_by(view, t) or confirms(view, t) or guarantor_by_definition(view, t)
            for t in (*party.terms, party.name)
            if t.lower() not in ("company", "borrower")
        ):
            party.roles.append("guarantor")
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
    lends = {"lender", "agent"}
    lenders_sign = min((max(p.spans)[0] for p in found if p.signs and lends & set(p.roles)), default=len(view))
    borrowers_sign = min((max(p.spans)[0] for p in found if p.signs and "borrower" in p.roles), default=len(view))
    borrower = any("borrower" in p.roles for p in found)
    named = any("borrower" in p.roles and p.in_opening for p in found)
    company = any(
        p.in_opening and not p.roles and {t.lower() for t in p.terms} & {"company", "the company"} for p in found
    )
    for party in found:
        if party.roles:
            continue
        if _SUBORDINATED.search(party.header or ""):
            party.roles.append("other")
            continue
        # Where the opening names the lenders as a class, who stands first in it and is no bank owes.
        owes = "lender" in classes and party is found[0] and not _BANK.search(party.name)
        lender_like = not owes and bool(_LENDER_LIKE.search(party.name))
        called = {t.lower() for t in (*party.terms, party.header or "")}
        if (not named and party.in_opening and called & {"company", "the company"}) or (
            not borrower
            and (called & _OWES or (party.in_opening and not lender_like))
            # "Acme Holdings, Inc. ("Holdings"), Acme Inc. (the "Company")": the company borrows.
            and not (company and called & {"parent", "holdings", "holding"})
        ):
            # Subsidiaries that only sign may borrow beside the company.
            party.roles.append("borrower")
            borrower = named = True
        elif (
            not party.in_opening
            and "borrower" in classes
            and not lender_like
            and (
                party.span[0] < lenders_sign
                or not (owed or named or "guarantor" in classes)
                or ("lender" not in classes and lenders_sign < borrowers_sign < max(party.spans)[0])
            )
        ):
            # "each of the Subsidiaries that is a signatory hereto (the "Borrowers")"; they sign before those who lend,
            # but where nobody else owes, or those who lend sign first of all.
            party.roles.append("borrower")
        elif (
            not party.in_opening
            and not lender_like
            and (
                "guarantor" in classes
                or (_OPERATES.search(party.name) and borrowers_sign < max(party.spans)[0] < lenders_sign < len(view))
            )
        ):
            # Between those who borrow and those who lend sign the subsidiaries that guarantee.
            party.roles.append("guarantor")
        elif (not party.in_opening and (lender_like or "lender" in classes)) or (
            party.in_opening and lender_like and not called & {"parent", "holdings", "company", "guarantor"}
        ):
            party.roles.append("lender")
        else:
            party.roles.append("other")
    if not any(set(p.roles) & {"lender", "agent"} for p in found) and "lender" not in classes:
        # A loan of two sides: the only one besides those who owe lends, whatever it is by trade.
        others = [p for p in found if p.in_opening and p.roles == ["other"]]
        if len(others) == 1 and others[0] is not found[0] and not {t.lower() for t in others[0].terms} & _GROUP:
            others[0].roles = ["lender"]
    _borrow_together(view, found)
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


# "each Borrower represents", "have advised us that the Borrowers were not in compliance".
_SEVERAL_BORROW = regex.compile(r"\b(?:each\s+(?:of\s+the\s+)?Borrowers?|either\s+Borrower|the\s+Borrowers)\b")


def _borrow_together(view: str, found: list[Found]) -> None:
    """Where a letter speaks of several borrowers and has one addressee, a company that signs as it does is another."""
    known = [party for party in found if "borrower" in party.roles]
    if len(known) != 1 or "party.letter" not in known[0].rules or not _SEVERAL_BORROW.search(view):
        return
    for party in found:
        called = {term.lower() for term in party.terms}
        if party.roles == ["other"] and party.signs and party.plain and not (called & _GROUP or is_person(party.name)):
            party.roles = ["borrower"]
