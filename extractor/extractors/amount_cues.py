"""Words around amounts that say what they are for: those near count most, those of a table's introduction for its rows.

All amounts of a text are asked for at once: a pattern that goes from one to the next finds its words far sooner than
one that takes turns with all others.
"""

from collections.abc import Iterable
from typing import NamedTuple

import regex

from extractor.extractors.amount_clauses import SENTENCE_END, sentence_start
from extractor.extractors.amount_rows import row_start
from extractor.values.scan import Scan

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


class Said(NamedTuple):
    """What words before and behind an amount say.

    Attributes:
        weights: what the rules' words weigh, by role.
        cues: how strongly each rule's words stand before it, by the rule's place in the list; 1 is near.
        follows: the rules whose words stand behind it.
    """

    weights: dict[str, list[float]]
    cues: dict[int, float]
    follows: list[int]


class Heard(NamedTuple):
    """Where what an amount belongs to begins, the amount itself or the table in one of whose rows it stands; and what
    the words around it say.
    """

    at: int
    said: Said


def hear(view: str, amounts: Iterable[tuple[int, int]]) -> list[Heard]:
    """What is said around each of the amounts that stand at these offsets.

    >>> text = "a fee of $500, and the Loan of $2,000"
    >>> [(one.said.cues, one.said.follows) for one in hear(text, [(9, 13), (31, 37)])]
    [({0: 1.0}, [11]), ({0: 1.0, 11: 1.0}, [])]
    """
    places, around = [], []
    for start, end in amounts:
        at = row_start(view, start)
        places.append(at)
        around.append((view[max(0, at - _FAR) : at], _behind(view, end) if at == start else ""))
    # The rows of a table have the words before it in common.
    said = _said(list(dict.fromkeys(around)))
    return [Heard(at, said[words]) for at, words in zip(places, around, strict=True)]


def _behind(view: str, end: int) -> str:
    """The words behind an amount, to the end of its sentence."""
    after = view[end : end + _AFTER]
    stop = SENTENCE_END.search(after)
    return after[: stop.start()] if stop else after


def _said(around: list[tuple[str, str]]) -> dict[tuple[str, str], Said]:
    """What each of these pairs says: words before an amount, and words behind it."""
    all_said = [Said({}, {}, []) for _ in around]
    floors = [sentence_start(before) for before, _ in around]
    # No word reaches over the gap where the amount stands, or into the next pair.
    text = "".join(f"{before}\0{after}\0" for before, after in around)
    begins, edges, ends = [], [], []
    begin = 0
    for before, after in around:
        begins.append(begin)
        edges.append(begin + len(before))
        begin += len(before) + len(after) + 2
        ends.append(begin)
    for i, (role, weight, pattern) in enumerate(_PATTERNS):
        # Of those before an amount the nearest counts most, of those behind it too.
        last: dict[int, regex.Match[str]] = {}
        first: dict[int, regex.Match[str]] = {}
        k = 0
        for found in pattern.finditer(text):
            at = found.start()
            while at >= ends[k]:
                k += 1
            if at < edges[k]:
                last[k] = found
            else:
                first.setdefault(k, found)
        for k in last.keys() | first.keys():
            said, best = all_said[k], 0.0
            if (one := last.get(k)) is not None:
                distance = edges[k] - one.end()
                said.cues[i] = near = 1.0 if distance < _NEAR else 0.7 if distance < _MIDDLE else 0.4
                best = weight * near * (1.0 if one.start() - begins[k] >= floors[k] else 0.45)
            if (one := first.get(k)) is not None:
                said.follows.append(i)
                best = max(best, 0.75 * weight * (1.0 if one.start() - edges[k] - 1 < 35 else 0.5))
            said.weights.setdefault(role, []).append(best)
    return dict(zip(around, all_said, strict=True))
