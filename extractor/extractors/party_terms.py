"""What several parties of a list have in common: terms, legal forms."""

from typing import Any

import regex

from extractor.extractors.party_descriptions import add_role
from extractor.extractors.partylist import Item
from extractor.extractors.roles import roles_in, terms_in
from extractor.values import cached
from extractor.values.names import is_person
from extractor.values.spelling import stands_alone

# Terms that say what a party is, so that a plural term behind the next party is not its own as well.
_OWN_KIND = {"company", "parent", "holdings", "corporation", "the company", "reit", "servicer", "issuer", "pledgor", "grantor"}
# "(all four, jointly and severally, "Borrower")".
_NUMBERED = regex.compile(r"\b(?:all|both|(?:these|those)\s+\w+)\b", regex.I)
# "(i) A, B and C, (ii) D and E": what parts a list into sides.
_SIDE = regex.compile(r"\((?:[ivx]{1,4}|[a-z]|\d{1,2})\)\s*$")
_AND = regex.compile(r"\band\s*$", regex.I)
_OF_EACH = regex.compile(r"(?:each|both|all)\b", regex.I)


# What the end of a name says of the legal form.
_FORMS = (
    ("limited liability company", regex.compile(r"\bL\.?\s?L\.?\s?C\b\W*$", regex.I)),
    ("partnership", regex.compile(r"\bL\.?\s?(?:L\.?\s?)?P\b\W*$", regex.I)),
    ("corporation", regex.compile(r"\b(?:Inc|Incorporated|Corp|Corporation)\b\W*$", regex.I)),
    ("bank", regex.compile(r"\b(?:Bank|N\.?\s?A|National\s+Association)\b\W*$", regex.I)),
)


def share(view: str, items: list[Item], described: list[dict[str, Any]]) -> None:
    """A plural term behind the last of several parties is the term of each before it that has none of its own."""
    sides = _sides(view, items)
    for i, (item, data) in enumerate(zip(items, described, strict=True)):
        # "A, B and the other banks (the "Lenders")" makes A and B lenders; "the banks (the "Lenders")" does not.
        alone = not item.named and not cached.match(
            r"(?:each\s+of\s+)?(?:the\s+)?other\b|(?:certain\s+of\s+)?its\s+(?:\w+\s+){0,2}subsidiaries\b",
            view[item.start : item.end],
            regex.I,
        )
        # Where brackets define terms, names are spoken of there, not in what the party was called before.
        brackets = [view[a:b] for a, b in item.described if view[a] in "(["]
        # "(each a "Guarantor"; Acme and the Guarantors, the "Obligors")": who is named behind the semicolon is told of
        # for another term.
        clauses = [clause for bracket in brackets for clause in bracket.split(";")]
        brackets = [clause for clause in clauses if any(map(roles_in, terms_in(clause)))] or brackets
        said = " ".join(brackets or [view[a:b] for a, b in item.described])
        collective = data.pop("collective")
        terms = [t for d in described for t in d["defined_terms"]]
        # "(A, B and C, each a "Borrower")" names those whose term it is.
        spoken = [
            before
            for before in described[:i]
            if collective and any(speaks_of(said, t, terms) for t in before["defined_terms"] if not roles_in(t))
        ]
        for before in spoken:
            for role in collective:
                add_role(before, role)
        own = [list(d["roles"]) for d in described]
        for role in collective:
            add_role(data, role)
            nameless = all(roles_in(t) for t in data["defined_terms"]) and not _NUMBERED.search(said)
            for j in range(i - 1, -1 if not alone else i - 1, -1):
                before = described[j]
                if not items[j].named or (own[j] and role not in own[j]):
                    break
                if spoken and before["defined_terms"] and before not in spoken:
                    # Named are those that it is said of; who has a term of his own and is not named is none of them.
                    break
                if any(t.lower() in _OWN_KIND and t.lower() not in said.lower() for t in before["defined_terms"]):
                    break
                aside = sides[j] != sides[i] or sides[-1] < 2
                apart = [t for t in before["defined_terms"] if not roles_in(t)]
                if nameless and aside and j < i - 1 and apart:
                    # "A (the "Sponsor"), B and C (the "Banks")": a term of one's own among those that have none. A short
                    # name says nothing of its bearer, but an "and" behind it ends its side.
                    name = view[items[j].start : items[j].end].lower()
                    end = _said_up_to(items[j])
                    if any(t.lower() not in name for t in apart) or _AND.search(view, end, items[j + 1].start):
                        break
                add_role(before, role)


def _said_up_to(item: Item) -> int:
    """Where all that is said of a party ends."""
    return max([item.end, *(b for _, b in item.described)])


def _sides(view: str, items: list[Item]) -> list[int]:
    """For each item of the list, how many numbers of sides stand before it."""
    sides: list[int] = []
    ends = [max(0, item.start - 8) for item in items[:1]] + [item.end for item in items]
    for item, end in zip(items, ends, strict=False):
        sides.append((sides[-1] if sides else 0) + bool(_SIDE.search(view, end, item.start)))
    return sides


def share_forms(view: str, items: list[Item], described: list[dict[str, Any]]) -> None:
    """The legal form and state behind "each" are also those of who has none before ("A and B, each a Delaware company")."""
    sides = _sides(view, items)
    for i, (item, data) in enumerate(zip(items, described, strict=True)):
        if not data["entity_type"] or not any(_OF_EACH.match(view, a, b) for a, b in item.described):
            continue
        for j in range(i - 1, -1, -1):
            before, name = described[j], view[items[j].start : items[j].end]
            if not items[j].named or items[j].described or sides[j] != sides[i] or before["entity_type"]:
                # Who is called something of his own, or stands on another side, is none of them.
                break
            if is_person(name) or not _may_be(name, data["entity_type"]):
                break
            before["entity_type"], before["jurisdiction"] = data["entity_type"], data["jurisdiction"]


def _may_be(name: str, form: str) -> bool:
    """Whether a company of that name may have a legal form: an "Inc." is no partnership, an "LLC" no corporation."""
    said = next((told for told, pattern in _FORMS if pattern.search(name)), None)
    return said is None or said in form


def speaks_of(said: str, term: str, terms: list[str]) -> bool:
    """Whether the words name a party by its term, and not another by a longer one ("Acme" in "Acme Holding")."""
    said, term = said.replace(", Inc", " Inc"), term.replace(", Inc", " Inc")
    for longer in terms:
        longer = longer.replace(", Inc", " Inc")
        if len(longer) > len(term) and term in longer:
            said = said.replace(longer, " ")
    return any(
        said[at - 1 : at] != '"' and said[at + len(term) : at + len(term) + 1] != '"' for at in stands_alone(term, said)
    )
