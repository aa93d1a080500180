"""What the words around an amount say it is for: those near count most, those of a table's introduction for its rows."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import regex

from extractor.extractors.amount_clauses import SENTENCE_END, role_by_clause, sentence_start
from extractor.values import cached
from extractor.values.scan import Scan, ScanSet

_NEAR, _MIDDLE, _FAR = 55, 150, 320
_AFTER = 90
# Words, and what they count for: (role, weight, pattern). A word before the amount counts more the nearer it stands.
_RULES: tuple[tuple[str, float, str], ...] = (
    (
        "fee",
        5.2,
        r"\bfees?\b(?!\s+letter)|\bpremium\b(?!\s+finance)|\bcharge\s+of\b|\blate\s+charge\b|\bnon-?refundable\s+bonus\b",
    ),
    (
        "fee",
        2.0,
        r"\b(?:non-?refundable|attorneys?'?\s+fees|closing\s+costs?|out-of-pocket|legal\s+(?:fees|expenses)|counsel|past\s+due\s+amount)\b",
    ),
    (
        "advance",
        3.4,
        r"\b(?:outstanding\s+(?:principal\s+)?(?:balance|amount|principal)|unpaid\s+(?:principal|balance)|principal\s+balance|remaining\s+(?:principal|balance)|balance\s+of|draw-?downs?|drawing|drawn|remains?\s+outstanding|owes?|owed|owing|indebted)\b",
    ),
    (
        "advance",
        2.6,
        r"\b(?:(?:is|are|was|were|currently|presently)\s+outstanding|outstanding\s+(?:under|on|as|loans?|advances?|letters?)|has\s+advanced|were?\s+advanced|borrow(?:ed|ings?)\s+(?:of|in)|face\s+amount\s+of\s+(?:the\s+)?(?:letters?|outstanding))\b",
    ),
    ("advance", 1.4, r"\b(?:advance[ds]?|borrowings?|disburse[ds]?|funded|reimbursement)\b"),
    (
        "payment",
        3.6,
        r"\b(?:instal?lments?|prepay(?:ment|ments|s)?|repay(?:ment|ments|s)?|amortiz\w+|paydown|monthly\s+payments?|scheduled\s+(?:principal|payments?)|repaid|principal\s+payments?|deposit(?:ed|s)?)\b",
    ),
    ("payment", 1.9, r"\b(?:payments?|shall\s+pay|pay|paid|pays|payable|remit)\b"),
    (
        "covenant",
        3.0,
        r"\b(?:EBITDA|net\s+worth|capital\s+expenditures?|liquidity|net\s+income|net\s+loss|dividends?|working\s+capital|restricted\s+payments?|debt\s+service|tangible|cash\s+flow|test\s+period|stock\s+repurchases?|asset\s+sales?|acquisitions?|judgments?|permitted\s+(?:\w+\s+){0,2}(?:indebtedness|investments?|liens|acquisitions?)|capital(?:ized)?\s+leases?|operating\s+leases?|rentals?|excess\s+availability|minimum\s+availability|negative\s+covenants?|financial\s+covenants?|basket|threshold)\b",
    ),
    (
        "covenant",
        2.2,
        r"\b(?:indebtedness|investments?|guarant(?:y|ees)\s+of|liens?|dispos\w+|sales?\s+of|subordinated|fiscal\s+(?:year|quarter)s?|shall\s+not\s+permit|maintain|will\s+not|not\s+permit|any\s+(?:fiscal|one)|in\s+any\s+(?:fiscal|calendar)|default\w*|reserves?|losses|expenditures?)\b",
    ),
    (
        "covenant",
        1.4,
        r"\b(?:in\s+excess\s+of|exceed(?:s|ing)?|less\s+than|greater\s+than|more\s+than|at\s+least|minimum|maximum|not\s+to\s+exceed|limit(?:ed|ation)?|or\s+(?:greater|more|less))\b",
    ),
    (
        "commitment",
        3.3,
        r"\b(?:commitments?|line\s+of\s+credit|credit\s+line|credit\s+facility|revolving\s+(?:credit\s+)?(?:facility|line|note)|facilit(?:y|ies)|sub-?limits?|sub-?line|credit\s+limit|borrowing\s+base|maximum\s+(?:principal|credit|loan|revolver|availability)|loan\s+amount|face\s+principal|original\s+(?:principal|amount)|promissory\s+notes?|principal\s+(?:amount|sum)\s+of|aggregate\s+principal|maximum\s+amount\s+of\s+(?:the\s+)?(?:loan|credit)|note\s+in\s+the|total\s+credit)\b",
    ),
    (
        "commitment",
        2.0,
        r"\b(?:swing\s?line|revolving\s+loans?|term\s+loans?|loans?|bridge|lenders?|banks?|lend|tranche|letters?\s+of\s+credit|at\s+any\s+(?:one\s+)?time\s+outstanding|any\s+one\s+time|notes?)\b",
    ),
    ("commitment", 1.3, r"\b(?:increas(?:e|ed|ing)|decreas(?:e|ed)|reduc(?:e|ed|tion)|up\s+to|amount)\b"),
    (
        "other",
        3.4,
        r"\b(?:multiples?\s+of|integral|increments?\s+of|minimum\s+amounts?\s+of\s+(?=\$)|per\s+share|purchase\s+price|for\s+a\s+price|warrants?|insurance|insured|insuring|good\s+and\s+valuable|apprais\w+|salary|(?:exercise|conversion)\s+price|common\s+stock|deductible|value\s+of|coverage|worth\s+of|per\s+month|for\s+every|stated\s+capital|par\s+value)\b",
    ),
    (
        "other",
        1.8,
        r"\b(?:purchase|acquire[ds]?|interest\s+(?:accrued|of)|accrued\s+interest|proceeds|guarant(?:y|ies)\s+\w+|share|tax(?:es)?|stock|equity)\b",
    ),
)
_PATTERNS = tuple((role, weight, Scan(pattern, regex.I)) for role, weight, pattern in _RULES)
_ANY = ScanSet([pattern for _, _, pattern in _PATTERNS])
_PROSE = regex.compile(r"\b[a-z]{3,}\b")
_FIGURE = regex.compile(r"\$|\d,\d{3}")
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
# No table has wider rows; prose set as one line has.
LONGEST_ROW = 400
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
    follows: tuple[int, ...]
    clause: str | None
    heading: str


def read(view: str, start: int, end: int, section: str = "operative", value: Decimal | None = None) -> Reading:
    """What the words around an amount say about its role.

    Args:
        view: the text's view.
        start: offset of the amount.
        end: offset behind it.
        section: the section in which it stands.
        value: the amount itself: fees are small, balances seldom round.

    >>> text = "a non-refundable amendment fee of $50,000 shall be paid"
    >>> read(text, text.index("$"), text.index(" shall")).role
    'fee'
    >>> text = "the Commitments are increased to $75,000,000."
    >>> read(text, text.index("$"), len(text) - 1).role
    'commitment'
    """
    at = _row_start(view, start)
    table = at != start
    before = view[max(0, at - _FAR) : at]
    after = "" if table else view[end : end + _AFTER]
    stop = SENTENCE_END.search(after)
    after = after[: stop.start()] if stop else after
    found, cues, follows = _said(before, after)
    # The strongest word decides; others of its kind help a little.
    scores = {role: max(marks) + _HELP * (sum(marks) - max(marks)) for role, marks in found.items()}
    heading = _heading_of(view, at)
    for role, mark in (*_of_heading(heading), *_of_size(value)):
        if scores.get(role, 0.0) > 0:
            scores[role] += mark
    role, score = max(scores.items(), key=lambda item: item[1])
    clause = role_by_clause(view, start, end, value)
    if clause is not None:
        role, score = clause[0], max(clause[1], score if clause[0] == "covenant" else 0.0)
    if section == "signatures" and len(_PROSE.findall(view[slice(*row_of(view, start, end))])) <= 5:
        # What stands beside a lender's signature is its share.
        role, score = "commitment", 2.0
    if score < _ROLE_FLOOR:
        role, score = "other", 0.0
    return Reading(role, score, at, cues, follows, clause[0] if clause else None, heading)


@lru_cache(maxsize=2)
def _said(before: str, after: str) -> tuple[dict[str, list[float]], Mapping[int, float], tuple[int, ...]]:
    """What the words before and behind an amount weigh, by role, and which rules they meet; for a table's rows the same."""
    floor = sentence_start(before)
    found: dict[str, list[float]] = {role: [] for role, _, _ in _PATTERNS}
    cues: dict[int, float] = {}
    follows: list[int] = []
    # No word reaches over the gap where the amount stands.
    around, edge = f"{before}\0{after}", len(before)
    for i in _ANY.within(around):
        role, weight, pattern = _PATTERNS[i]
        # Of those before it the nearest counts most, of those behind it too.
        last = first = None
        for m in pattern.finditer(around):
            if m.start() > edge:
                first = m
                break
            last = m
        best = 0.0
        if last is not None:
            distance = edge - last.end()
            cues[i] = near = 1.0 if distance < _NEAR else 0.7 if distance < _MIDDLE else 0.4
            best = weight * near * (1.0 if last.start() >= floor else 0.45)
        if first is not None:
            follows.append(i)
            best = max(best, 0.75 * weight * (1.0 if first.start() - edge - 1 < 35 else 0.5))
        found[role].append(best)
    return {role: marks or [0.0] for role, marks in found.items()}, cues, tuple(follows)


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


def row_of(view: str, start: int, end: int) -> tuple[int, int]:
    """The line in which an amount stands; of a line too long for a table's row, a part that is too long as well."""
    floor, ceiling = max(0, start - LONGEST_ROW), min(len(view), end + LONGEST_ROW)
    line, stop = view.rfind("\n", floor, start), view.find("\n", end, ceiling)
    return (floor if line < 0 else line + 1), (ceiling if stop < 0 else stop)


def _row_start(view: str, start: int) -> int:
    """Where the table begins in one of whose rows the amount stands; the amount itself outside tables."""
    line, stop = row_of(view, start, start)
    row = view[line:stop]
    if len(row) > LONGEST_ROW or len(_PROSE.findall(row)) > 5 or not cached.search(r" {3,}|\t|\.{4,}", row.strip()):
        return start
    at, scan, empty = line, line, 0
    for _ in range(60):
        if scan <= 0 or empty > 6:
            break
        above = view.rfind("\n", 0, scan - 1) + 1
        text = view[above:scan]
        if len(_PROSE.findall(text)) > 5:
            break
        if _FIGURE.search(text):
            at, empty = above, 0
        else:
            empty += 1
        scan = above
    return at
