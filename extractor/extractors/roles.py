"""What a party is to the loan, read off its defined term or the capacity in which it signs."""

from functools import lru_cache

import regex

from extractor.values import cached
from extractor.values.sieve import Sieve

_ROLES = (
    ("agent", r"\b(?:co-?\s?)?(?:sub-?)?agents?\b"),
    ("arranger", r"\b(?:co-?)?arrangers?\b|\b(?:co-?)?lead[\s-]managers?\b|\bbook\s?-?runners?\b|\bbook\s?managers?\b"),
    (
        "issuer",
        r"\b(?:l/?c|letters?\s+of\s+credit|issuing)[\s-]+(?:issuers?|issuing|banks?|lenders?)\b|\bissuers?\s+of\s+(?:the\s+)?letters?\s+of\s+credit\b|\bfronting\s+banks?\b|\bissuing\s+banks?\b",
    ),
    ("trustee", r"\btrustees?\b"),
    (
        "guarantor",
        r"\b(?:co-?)?guarantors?\b|\bsuret(?:y|ies)\b|\b(?:new|additional|joining)\s+subsidiar(?:y|ies)\b(?!\s+borrower)",
    ),
    ("borrower", r"\b(?:co-?)?(?:borrowers?|makers?|debtors?)\b|\bborrowing\s+subsidiar"),
    (
        "lender",
        r"\b(?:co-?)?lenders?\b|(?<!issuing\s)(?<!fronting\s)\bbanks?\b|\b(?:note\s?)?holders?\b|\bpayees?\b|\bpurchasers?\b|\bnoteholders?\b|\bindividual(?:ly|\s+capacity)\b(?=\W+(?:\w+\W+){0,6}?(?:as|in)\b)|(?<=\b(?:as|agent|and)\b.{0,80})\bindividual(?:ly|\s+capacity)\b|\bfor\s+itself\b|\bparticipants?\b",
    ),
)
_CAPACITIES = Sieve()
_PATTERNS = tuple((role, _CAPACITIES.compile(pattern, regex.I)) for role, pattern in _ROLES)
# "agent for the Lenders", "agent under the Credit Agreement": for whom or of what is no role of the party itself.
_FOR_WHOM = regex.compile(
    r"\b(?:for\s+(?:and\s+on\s+behalf\s+of\s+)?(?:(?:the|itself\s+and|all|each|both|any|certain|such|those|various|several|other|one\s+or\s+more)\b|(?-i:[A-Z]))|(?:of|to|on\s+behalf\s+of)\s+(?:the|all|each|both|certain|such|those|several)\b|under\b|of\s+(?=Borrower|Lender)|serves?\b|by\s+(?:its|and)\b)"
    r"(?:(?!\band\s+(?:as|individually)\b)[^,;()])*",
    regex.I,
)
# "Lenders' Agent", "Primary Lender Agent": whose agent it is.
_WHOSE_AGENT = regex.compile(
    r"\b(?:lenders?|banks?|(?:note\s?)?holders?|purchasers?)(?:['’]s?)?\s+(?=(?:agent|representative)s?\b)", regex.I
)
_TERM = regex.compile(r"\"\s*([^\"]{1,60}?)[,.]?\s*\"")
# What a company is to the bankruptcy court, whatever it is to the loan.
_IN_POSSESSION = regex.compile(r"\b(?:debtors?\s+and\s+)?debtors?[\s-]+in[\s-]+possession\b", regex.I)
_NO_INDIVIDUAL = regex.compile(
    r"\bindividually\s+and\s+(?:doing\s+business|trading|d/?b/?a)\b|"
    r"\bnot\s+in\s+(?:its|his|her)\s+individual\s+capacity\b",
    regex.I,
)


def roles_in(capacity: str) -> list[str]:
    """The roles that a capacity or a defined term names.

    >>> roles_in("as Administrative Agent and as a Lender"), roles_in("as agent for the Banks")
    (['agent', 'lender'], ['agent'])
    >>> roles_in("Lenders' Agent"), roles_in("as facility agent for both Lenders"), roles_in("Agent Bank")
    (['agent'], ['agent'], ['agent', 'lender'])
    >>> roles_in("Issuing Bank"), roles_in("the Company"), roles_in("individually and as Co-Agent")
    (['issuer'], [], ['agent', 'lender'])
    >>> roles_in("as Guarantor, debtor and debtor-in-possession")
    ['guarantor']
    """
    return list(_roles_in(capacity))


# The same few capacities and terms are read again and again.
@lru_cache(maxsize=4096)
def _roles_in(capacity: str) -> tuple[str, ...]:
    capacity = _IN_POSSESSION.sub(" ", _NO_INDIVIDUAL.sub(" ", capacity))
    kept = _FOR_WHOM.sub(" ", cached.sub(r"\bfor\s+itself\b", "individually", capacity, flags=regex.I))
    kept = _WHOSE_AGENT.sub(" ", kept)
    return tuple(role for role, pattern in _PATTERNS if pattern.search(kept))


def terms_in(bracket: str) -> list[str]:
    """The terms that a bracket defines: ``(NAGC and, together with NAG, the "Borrowers")``.

    >>> terms_in('(individually a "Bank" and collectively, the "Banks")')
    ['Bank', 'Banks']
    """
    return [" ".join(t.split()) for t in _TERM.findall(bracket)]


def is_plural(term: str) -> bool:
    """Whether a term stands for several parties.

    >>> is_plural("Guarantors"), is_plural("Co-Agents"), is_plural("Lender")
    (True, True, False)
    """
    return term.lower().endswith(("ers", "ors", "ees", "ents", "anks", "ies"))
