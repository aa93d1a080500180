"""Clauses that say by themselves what an amount in them is for, whatever words stand around it."""

from decimal import Decimal
from functools import lru_cache

import regex

_BEFORE, _AFTER = 320, 60
SENTENCE_END = regex.compile(
    r"[.;](?<!\b(?:No|Inc|Corp|Co|Sec|Ltd)[.;])\s+(?=[A-Z\"(])|\n[ \t]*\n[ \t]*(?=\(?\w{1,3}[.)])"
)
# Read backwards from the amount.
_COMPARED = regex.compile(
    r"(?r)\b(?:in\s+excess\s+of|exceed(?:s|ing)?(?:\s+by\s+more\s+than)?|(?:less|more|greater)\s+than|over|at\s+least)\s+"
    r"(?:an?\s+aggregate\s+(?:amount\s+)?of\s+|the\s+(?:sum|aggregate)\s+of\s+|U\.?S\.?\s*|\(\w\)\s*)*\(?\n?",
    regex.I,
)
_OR_MORE = regex.compile(r"^\)?\s*(?:\([^()]{0,30}\)\s*)?or\s+(?:more|greater|less)\b", regex.I)
_DUTY = regex.compile(
    r"\b(?:judgments?|litigation|lawsuit|proceedings?|claims?|liabilit\w+|default\w*|indebtedness|obligations?|guarant\w+|invest\w+"
    r"|dispos\w+|change\s+orders?|borrowed\s+money|ERISA|plan)\b",
    regex.I,
)
_FACILITY = regex.compile(
    r"letters?\s+of\s+credit|\badvances?\s+(?:to|here)|\brevolving|\bterm\s+loan|\bthe\s+loans?\b|\bcommitments?\b|multiples?|increments?"
    r"|borrowing\s+shall|each\s+(?:advance|borrowing)|insurance|proceeds",
    regex.I,
)
_LETTERS = regex.compile(r"\bletters?\s+of\s+credit\b", regex.I)
_CAPPED = regex.compile(r"\bexceed(?:ing)?\s[^.;]{0,30}$", regex.I)
_STEP = regex.compile(r"\b(?:multiples?|increments?)\s+of\s+(?:at\s+least\s+)?(?:U\.?S\.?\s*)?$", regex.I)
_ARBITRATION = regex.compile(r"\barbitrat\w+", regex.I)
_DISPUTE = regex.compile(r"\b(?:controversy|disputes?|claims\s+exceed|award)\b", regex.I)
_CONSIDERATION = regex.compile(r"\bconsideration\s+of\s+(?:the\s+(?:sum|payment)\s+of\s+)?[^.;$]{0,40}$", regex.I)


@lru_cache(maxsize=1)
def sentence_start(before: str) -> int:
    """Where the last sentence of a text begins, as far as the text holds it."""
    return max((m.end() for m in SENTENCE_END.finditer(before)), default=0)


def role_by_clause(view: str, start: int, end: int, value: Decimal | None) -> tuple[str, float] | None:
    """Role and weight by the clause in which an amount stands; None where the clause does not say.

    Args:
        view: the text's view.
        start: offset of the amount.
        end: offset behind it.
        value: the amount itself.

    >>> text = "any judgment in a principal amount in excess of $250,000 that is not paid"
    >>> role_by_clause(text, text.index("$"), text.index(" that"), None)
    ('covenant', 3.6)
    >>> text = "outstanding letters of credit shall not at any time exceed $4,000,000"
    >>> role_by_clause(text, text.index("$"), len(text), None)
    ('commitment', 3.6)
    """
    before, after = view[max(0, start - _BEFORE) : start], view[end : end + _AFTER]
    near = before[-200:] + " " + view[end : end + 120]
    if _ARBITRATION.search(near) and _DISPUTE.search(near):
        # Low: where the same amount stands elsewhere, it is that.
        return "other", 1.2
    if value is not None and value <= 100 and _CONSIDERATION.search(before[-90:]):
        return "other", 4.0
    if _STEP.search(before[-40:]):
        return "other", 3.8
    sentence = before[sentence_start(before) :]
    if _LETTERS.search(sentence) and _CAPPED.search(sentence[-40:]):
        return "commitment", 3.6
    if (
        (_COMPARED.match(before) or _OR_MORE.search(after))
        and _DUTY.search(before)
        and not _FACILITY.search(sentence[-160:])
    ):
        return "covenant", 3.6
    return None
