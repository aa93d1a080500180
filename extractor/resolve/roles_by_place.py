"""Roles of parties of whom nothing says what they are: by their names, and by where they stand and sign."""

from typing import NamedTuple

import regex

from extractor.resolve.found import Found

_LENDER_LIKE = regex.compile(
    r"\b(?:Banks?|Banking|Banque|Banco|Bancorp|N\.?\s?A|National\s+Association|Capital|Funding|Funds?|CLO|CDO|Credit|Lending|Finance|Financial|Trust|Insurance|Savings|Securities|Lenders?|Investments?|Aktiengesellschaft|AG|Handelsbanken|Rabobank|Natixis|Mortgage|Loan|Life|Separate\s+Account|Partners|F\.?S\.?B|Branch)\b",
    regex.I,
)
# What those are called who owe.
OWES = {
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
    "dealer",
}
# Companies that do business, rather than funds that lend.
_OPERATES = regex.compile(
    r"^(?!.*\bInvestors?\b).*\b(?:Inc|Incorporated|Corp|Corporation|Company|Co|L\.?\s?L\.?\s?C)\b\W*$", regex.I
)
_BANK = regex.compile(r"\b(?:Bank\w*|Banque|Banco|N\.?\s?A|National\s+Association|Savings|Branch|Lend\w+)\b", regex.I)
_SUBORDINATED = regex.compile(r"\bsubordinated\s+creditor", regex.I)


class _Sides(NamedTuple):
    """What is known of both sides before a role is given by place.

    Attributes:
        classes: roles that the opening names as a class.
        owed: whether somebody is said to borrow.
        company: whether one of the opening without a role is called the company.
        lenders_sign: offset at which the first lender signs, `end` if none does.
        borrowers_sign: the same of those who borrow.
        end: the text's length.
    """

    classes: set[str]
    owed: bool
    company: bool
    lenders_sign: int
    borrowers_sign: int
    end: int


def by_place(found: list[Found], classes: set[str], end: int) -> None:
    """Gives each party without a role one; `end` is the text's length."""
    sides = _sides(found, classes, end)
    borrower = sides.owed
    named = any("borrower" in p.roles and p.in_opening for p in found)
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
            and (called & OWES or (party.in_opening and not lender_like))
            # "Acme Holdings, Inc. ("Holdings"), Acme Inc. (the "Company")": the company borrows.
            and not (sides.company and called & {"parent", "holdings", "holding"})
        ):
            # Subsidiaries that only sign may borrow beside the company.
            party.roles.append("borrower")
            borrower = named = True
        elif not party.in_opening and not lender_like and _signs_as_borrower(party, sides, named):
            party.roles.append("borrower")
        elif not party.in_opening and not lender_like and _signs_as_guarantor(party, sides):
            party.roles.append("guarantor")
        elif (not party.in_opening and (lender_like or "lender" in classes)) or (
            party.in_opening and lender_like and not called & {"parent", "holdings", "company", "guarantor"}
        ):
            party.roles.append("lender")
        else:
            party.roles.append("other")


def _sides(found: list[Found], classes: set[str], end: int) -> _Sides:
    lends = {"lender", "agent"}
    return _Sides(
        classes,
        owed=any("borrower" in p.roles for p in found),
        company=any(
            p.in_opening and not p.roles and {t.lower() for t in p.terms} & {"company", "the company"} for p in found
        ),
        lenders_sign=min((max(p.spans)[0] for p in found if p.signs and lends & set(p.roles)), default=end),
        borrowers_sign=min((max(p.spans)[0] for p in found if p.signs and "borrower" in p.roles), default=end),
        end=end,
    )


def _signs_as_borrower(party: Found, sides: _Sides, named: bool) -> bool:
    """Whether who only signs is one of a class of borrowers: "each of the Subsidiaries that is a signatory hereto".

    They sign before those who lend, but where nobody else owes, or those who lend sign first of all.
    """
    return "borrower" in sides.classes and (
        party.span[0] < sides.lenders_sign
        or not (sides.owed or named or "guarantor" in sides.classes)
        or ("lender" not in sides.classes and sides.lenders_sign < sides.borrowers_sign < max(party.spans)[0])
    )


def _signs_as_guarantor(party: Found, sides: _Sides) -> bool:
    """Whether who only signs is a subsidiary that guarantees: between those who borrow and those who lend."""
    return "guarantor" in sides.classes or (
        _OPERATES.search(party.name) is not None
        and sides.borrowers_sign < max(party.spans)[0] < sides.lenders_sign < sides.end
    )
