"""Every amount of money, with what it is for where its context says so; bare figures in money columns of tables too."""

from decimal import Decimal

import regex

from extractor.nlp.mention import Mention, Parts
from extractor.values.money import scan_money

_ROLES: tuple[tuple[str, float, str], ...] = (
    ("fee", 3.0, r"\b(?:fees?|premium|fee\s+letter|expense\s+deposit)\b"),
    ("fee", 1.5, r"\b(?:non-?refundable|late\s+charge|attorneys?'?\s+fees|closing\s+costs?)\b"),
    ("covenant", 2.5, r"\b(?:not\s+(?:to\s+)?(?:exceed|exceeding|more\s+than|greater\s+than|less\s+than|be\s+less|permit)|in\s+excess\s+of|exceed(?:s|ing)?|less\s+than|greater\s+than|more\s+than|at\s+least|minimum|maximum|no\s+less|limit(?:ed|ation)?)\b"),
    ("covenant", 2.5, r"\b(?:EBITDA|net\s+worth|capital\s+expenditures?|liquidity|indebtedness|net\s+income|net\s+loss|investments?|dividends?|working\s+capital|basket|judgments?|acquisitions?|dispositions?|asset\s+sales?|restricted\s+payments?|guarant(?:y|ees)|liens|cash\s+flow|tangible|debt\s+service|fiscal\s+(?:year|quarter)|test\s+period|repurchase|subordinated\s+(?:debt|notes?)|threshold|purchase\s+money|capital(?:ized)?\s+leases?|rent(?:al)?s?|excess\s+availability|availability)\b"),
    ("commitment", 3.0, r"\b(?:commitments?|line\s+of\s+credit|credit\s+line|revolving\s+(?:credit\s+)?(?:loans?|facility|line|note)|facility|facilities|maximum\s+(?:principal|credit|loan|amount\s+of\s+(?:the\s+)?(?:loan|credit))|sub-?limit|credit\s+limit|borrowing\s+base|aggregate\s+(?:principal\s+)?(?:amount\s+of\s+)?(?:the\s+)?(?:revolving|term|loans?|commitments?)|swing\s?line|loan\s+amount|term\s+loans?|original\s+principal|face\s+amount|principal\s+(?:amount|sum)\s+of|promissory\s+note|total\s+credit|maximum\s+availability|note\s+in\s+the)\b"),
    ("commitment", 1.5, r"\b(?:lenders?|banks?|increase[ds]?|decrease[ds]?|reduc(?:e|ed|tion)|loans?\s+(?:to|in)|lend|facility\s+amount|total|tranche)\b"),
    ("advance", 3.0, r"\b(?:outstanding|advance[ds]?|borrow(?:ed|ing|ings)|draw(?:n|-?down)?|disburse[ds]?|unpaid\s+(?:principal|balance)|principal\s+balance|remaining\s+(?:principal|balance)|indebted|owed|owing|balance)\b"),
    ("advance", 1.0, r"\b(?:proceeds|multiples?|integral|funded|minimum\s+(?:borrowing|principal))\b"),
    ("payment", 3.0, r"\b(?:instal?lments?|prepay(?:ment|ments|s)?|repay(?:ment|ments|s|able)?|pay(?:ment|ments|able)?|amortiz\w+|deposit(?:ed|s)?|paydown|mandatory|monthly\s+payments?|scheduled\s+principal)\b"),
    ("payment", 1.0, r"\b(?:paid|pay|pays|remit)\b"),
    ("other", 2.2, r"\b(?:per\s+share|purchase\s+price|share|warrants?|insurance|one\s+dollar|good\s+and\s+valuable|insured|appraised|salary|exercise\s+price|conversion\s+price|stock)\b"),
)
_PATTERNS = tuple((role, weight, regex.compile(pattern, regex.I)) for role, weight, pattern in _ROLES)
_BEFORE, _AFTER = 220, 110
_BARE = regex.compile(r"(?<![\d$.,/-])\d{1,3}(?:,\d{3})+(?:\.\d{2})?(?![\d,%]|\.\d)")
_SIGNED = regex.compile(r"\$[ \t]*[\d,]+(?:\.\d+)?")
_SHARES = regex.compile(r"^\s*(?:shares?|units?|square|acres?|tons?|barrels?|gallons?|warrants?|options?|employees|feet|miles|%|percent|votes|kilowatt|MMBtu)\b", regex.I)
_SAID_AMOUNT = regex.compile(r"\b(?:amounts?|sums?|figures?|dollars?)\s*(?:of\s*)?\"?\s*$", regex.I)


def find(parts: Parts) -> list[Mention]:
    """All amounts (label ``amount``): value as text, currency, role, and the words where words and figures stand together."""
    view, found, spans = parts.view, [], []
    for money in scan_money(view):
        spans.append((money.start, money.end))
        words = " ".join(view[money.words[0] : money.words[1]].split()) if money.words else None
        found.append(_mention(parts, money.start, money.end, money.value, money.currency, "amount.form", words, money.words_value))
    for start, end in _bare(view, spans):
        found.append(_mention(parts, start, end, Decimal(view[start:end].replace(",", "")), "USD", "amount.column", None, None))
    return sorted(found, key=lambda m: m.start)


def _mention(parts: Parts, start: int, end: int, value: Decimal, currency: str, rule: str, words: str | None, words_value: Decimal | None) -> Mention:
    role, weight = role_of(parts.view, start, end)
    data = {
        "value": str(value),
        "currency": currency,
        "role": role,
        "weight": weight,
        "in_words": words,
        "words_value": str(words_value) if words_value is not None else None,
        "section": parts.section_at(start),
    }
    return Mention(start, end, "amount", rule, data)


def role_of(view: str, start: int, end: int) -> tuple[str, float]:
    """What an amount is for, by the words around it; the nearer a word, the more it counts.

    >>> text = "a non-refundable amendment fee of $50,000 shall be paid"
    >>> role_of(text, text.index("$"), text.index(" shall"))[0]
    'fee'
    >>> text = "the Commitments are increased to $75,000,000."
    >>> role_of(text, text.index("$"), len(text) - 1)[0]
    'commitment'
    """
    before, after = view[max(0, start - _BEFORE) : start], view[end : end + _AFTER]
    stop = regex.search(r"(?<!\b(?:No|Inc|Corp|Co))[.;]\s+(?=[A-Z\"(])", after)
    after = after[: stop.start()] if stop else after
    cut = [m.end() for m in regex.finditer(r"(?<!\b(?:No|Inc|Corp|Co))[.;]\s+(?=[A-Z\"(])", before)]
    floor = cut[-1] if cut else 0
    scores: dict[str, float] = {}
    for role, weight, pattern in _PATTERNS:
        best = 0.0
        for m in pattern.finditer(before):
            distance = len(before) - m.end()
            best = max(best, weight * (1.0 - distance / (_BEFORE * 1.2)) * (1.0 if m.start() >= floor else 0.35))
        for m in pattern.finditer(after):
            best = max(best, 0.75 * weight * (1.0 - m.start() / (_AFTER * 1.3)))
        scores[role] = scores.get(role, 0.0) + best
    role, score = max(scores.items(), key=lambda item: item[1])
    return (role, score) if score >= 0.8 else ("other", 0.0)


def _bare(view: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Figures without a sign that are plainly money: in a column under one with a sign, or called an amount."""
    found = []
    ends = {a: b for a, b in spans}
    starts = sorted(ends)
    k = 0
    for match in _BARE.finditer(view):
        a, b = match.span()
        while k < len(starts) and starts[k] < a:
            k += 1
        if k and ends[starts[k - 1]] >= b:
            continue
        if _SHARES.match(view[b : b + 20]):
            continue
        if _SAID_AMOUNT.search(view[max(0, a - 24) : a]):
            found.append((a, b))
            continue
        line_start = view.rfind("\n", 0, a) + 1
        line_end = view.find("\n", b)
        line_end = len(view) if line_end < 0 else line_end
        row = view[line_start:line_end]
        if len(regex.findall(r"\b[a-z]{2,}\b", row)) > 6:
            continue
        above = view[max(0, line_start - 1200) : line_start].split("\n")[::-1]
        if _in_column(above, b - line_start) or _in_column(view[line_end : line_end + 1200].split("\n"), b - line_start):
            found.append((a, b))
    return found


def _in_column(rows: list[str], edge: int) -> bool:
    """Whether one of the rows next to it, as far as they are a table, has an amount with its sign that ends at that edge."""
    for row in rows[:18]:
        if len(regex.findall(r"\b[a-z]{2,}\b", row)) > 9:
            return False
        for money in _SIGNED.finditer(row):
            if abs(money.end() - edge) <= 3:
                return True
    return False
