"""What an amount is for, as its words, its clause and its section's heading say it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import regex

from extractor.extractors.amount_clauses import role_by_clause
from extractor.extractors.amount_cues import Heard, hear
from extractor.extractors.amount_rows import PROSE, row_of
from extractor.values.scan import Scan

_NUMBERED = r"(?:^[ \t]*|\d[.)]\s+|\([a-z\d]{1,3}\)\s+)([A-Z][A-Za-z ,&'-]{3,60})"
_HEADING = Scan(_NUMBERED + r"(?:\.(?=\s)|:|$)", regex.M)
# The same right before an amount, read backwards from it: the first words of its own line.
_LABEL = regex.compile("(?r)" + _NUMBERED, regex.M)
# Characters before an amount in which its section's heading is looked for.
_SECTION, _CLOSE = 1200, 300
# Characters that a heading and its number have at the most.
_TITLE, _NUMBER = 80, 8
_HEADINGS = tuple(
    (role, mark, regex.compile(pattern, regex.I))
    for role, mark, pattern in (
        (
            "covenant",
            1.0,
            r"\bcovenants?\b|\blimitations?\b|\bindebtedness\b|\bcapital\s+expenditures?\b|\bdefaults?\b",
        ),
        ("fee", 1.0, r"\bfees?\b|\bexpenses\b"),
        ("payment", 0.8, r"\b(?:re|pre)?payments?\b|\binstal?lments?\b"),
        ("commitment", 0.8, r"\bcommitments?\b|\bline\b|\bfacilit\w+\b"),
    )
)
_ROLE_FLOOR = 0.9
_HELP = 0.3


class Reading(NamedTuple):
    """What the words around an amount say.

    Attributes:
        role: the role that the rules read off them.
        weight: how clearly they say so; 0 where they do not.
        at: where what the amount belongs to begins: the amount itself, or the table in one of whose rows it stands.
        cues: how strongly each rule's words stand before it, by the rule's place in the list; 1 is near.
        follows: the rules whose words stand behind it.
        clause: the role that its clause has by itself, whatever words stand around it.
        heading: the heading of the section in which it stands; empty if none is near.
    """

    role: str
    weight: float
    at: int
    cues: Mapping[int, float]
    follows: Sequence[int]
    clause: str | None
    heading: str


def read(
    view: str,
    start: int,
    end: int,
    section: str = "operative",
    value: Decimal | None = None,
    heard: Heard | None = None,
) -> Reading:
    """What the words around an amount say about its role.

    Args:
        view: the text's view.
        start: offset of the amount.
        end: offset behind it.
        section: the section in which it stands.
        value: the amount itself: fees are small, balances seldom round.
        heard: what was heard around it, if all of the text's were asked for at once.

    >>> text = "a non-refundable amendment fee of $50,000 shall be paid"
    >>> read(text, text.index("$"), text.index(" shall")).role
    'fee'
    >>> text = "the Commitments are increased to $75,000,000."
    >>> read(text, text.index("$"), len(text) - 1).role
    'commitment'
    """
    at, said = heard or hear(view, [(start, end)])[0]
    # The strongest word decides; others of its kind help a little.
    scores = {role: max(marks) + _HELP * (sum(marks) - max(marks)) for role, marks in said.weights.items()}
    heading = _heading_of(view, at)
    for role, mark in (*_of_heading(heading), *_of_size(value)):
        if scores.get(role, 0.0) > 0:
            scores[role] += mark
    role, score = max(scores.items(), key=lambda item: item[1], default=("other", 0.0))
    clause = role_by_clause(view, start, end, value)
    if clause is not None:
        role, score = clause[0], max(clause[1], score if clause[0] == "covenant" else 0.0)
    if section == "signatures" and len(PROSE.findall(view[slice(*row_of(view, start, end))])) <= 5:
        # What stands beside a lender's signature is its share.
        role, score = "commitment", 2.0
    if score < _ROLE_FLOOR:
        role, score = "other", 0.0
    return Reading(role, score, at, said.cues, said.follows, clause[0] if clause else None, heading)


@lru_cache(maxsize=1)
def _heading_of(view: str, at: int) -> str:
    """The heading of the section in which an offset stands ("7. Financial Covenants."); empty if none is near."""
    begin = at - _SECTION if at > _SECTION + 1 else 0
    if label := _LABEL.match(view, max(begin, view.rfind("\n", begin, at)), at):
        return label.group(1)
    # Mostly it is close.
    for floor in (max(begin, at - _CLOSE), begin):
        heading, start = "", 0
        for found in _HEADING.finditer(view, max(0, floor - _NUMBER), at + _TITLE):
            if found.end() > at:
                break
            # Its line's beginning, where the number stands on the line above.
            start = max(found.start(), view.rfind("\n", found.start(), found.start(1)) + 1)
            heading = found.group(1)
        if heading and start >= floor:
            return heading
    return ""


def _of_heading(heading: str) -> list[tuple[str, float]]:
    """What the heading of a section says of its amounts."""
    return [(role, mark) for role, mark, pattern in _HEADINGS if heading and pattern.search(heading)]


def _of_size(value: Decimal | None) -> list[tuple[str, float]]:
    if value is None:
        return []
    if value < 200_000:
        return [("fee", 0.6), ("commitment", -0.6)]
    return [("advance", 0.6)] if value % 1000 else []
