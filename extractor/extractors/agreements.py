"""Which of the agreements that the text names is the one that the instrument amends, or restates."""

import regex

from extractor.extractors.naming import STOP, Agreement, mentions, terms_of
from extractor.extractors.titles import ACT, object_of
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.ordinals import ORDINAL_PATTERN
from extractor.values.scan import Scan

_SECURITY = regex.compile(
    r"\b(?:security|pledge|guarant\w+|intercreditor|subordination|mortgage|fee|assignment|warrant|registration|purchase|collateral|lock-?box|blocked|swap|hedg\w+|employment|trust|environmental|stock|participation|escrow|merger|contribution)\b",
    regex.I,
)
_LOAN = regex.compile(
    r"\b(?:credit|loan|note|facilit\w+|reimbursement|financing|revolving|term|line|borrowing|indenture|debenture)\b",
    regex.I,
)
_RESTATED = regex.compile(r"\brestated\b", regex.I)
_RESTATEMENT = regex.compile(
    rf"\W*(?:(?:{ORDINAL_PATTERN})\s+)?(?:(?:amended\s+(?:and|&)\s+)?restated|(?:replacement|substituted?)(?=\s+(?:[\w-]+\s+){{0,4}}?notes?\b))\b",
    regex.I,
)
# Words of a title that tell its generation, not what it is.
_GENERATION = regex.compile(
    rf"\b(?:{ORDINAL_PATTERN}|amended|restated|replacement|substituted?|and|the|to|of|a|for|certain|original|existing)\b",
    regex.I,
)
_LEADING = regex.compile(rf"^(?:(?:{ORDINAL_PATTERN}|Amended|Restated|and|&)\s+)+", regex.I)
# What a restatement says of the agreement that it replaces, wherever it says so.
_REPLACES = Scan(
    r"\b(?:amends?|restates?|replaces?|super[sc]edes?|amended|restated|replaced|super[sc]eded|amendment|restatement|replacement|renewal|substitution|novation|modification)\b(?:,?\s+(?:of|for|and|or|,|\w+ly|in\s+(?:its|their)\s+entirety|in\s+full|(?:but\s+)?not\s+in\s+(?:satisfaction|payment|discharge|extinguishment|novation|cancell?ation)(?:\s+(?:or|nor)\s+\w+)?))*(?:\s*\([^()]{0,80}\))?[\s,]+(?=(?:(?:the|that|those|certain|a|an|all)\s+){1,3}(?:[A-Z(]|(?:\w+\s+){1,3}(?:loan|credit|agreement|note)))"
    r"|\"(?:Existing|Original|Prior|Previous|Former|Old|Initial|First|Second|Third|Restated|Amended)\b[\w\s]{0,40}\b(?:Agreement|Note|Facility|Indenture)\"\s*(?:\([^()]{0,60}\)\s*)?(?:means|shall\s+mean|is|:)\s",
    regex.I,
)
# "This Note amends and restates the Original Note": the term of what it replaces.
_REPLACES_TERM = regex.compile(
    r"\b(?:amends?|restates?|replaces?|super[sc]edes?)\b(?:,?\s+(?:and|or|\w+ly|in\s+(?:its|their)\s+entirety))*(?:,?\s+(?:amends?|restates?|replaces?|super[sc]edes?))*\s+the\s+((?-i:(?:Existing|Original|Prior|Previous|Former|Old|Initial|First)\s+(?:[A-Z]\w+\s+){0,3}(?:Agreement|Note)))\b",
    regex.I,
)
# "a Change in Terms Agreement" changes another.
_CHANGE_IN = regex.compile(r"\bchanges?\s+in\s+$", regex.I)
_DEFINED_WITHIN = 500  # characters before a term in which the agreement is named
_REPLACED_WITHIN = 420  # characters behind such words in which the agreement is named


def find(parts: Parts, dates: list[DateMatch], title: str | None, own: str | None) -> list[Mention]:
    """The agreement that the instrument amends (label ``agreement``), at most one.

    Args:
        parts: the text.
        dates: its dates, in order.
        title: the instrument's title.
        own: the instrument's own date.
    """
    choice = _Choice(parts, dates, title, own)
    best = choice.best()
    if best is None:
        return []
    family = choice.family(best)
    best = family[-1] if family else best
    names = {" ".join(parts.view[a.start : a.end].split()) for a in (best, *family)}
    return [
        Mention(
            best.start,
            best.end,
            "agreement",
            "agreement.recital" if best.date else "agreement.title",
            {
                "title": " ".join(parts.view[best.start : best.end].split()),
                "dated": best.date.value if best.date else None,
                "date_span": [best.date.start, best.date.end] if best.date else None,
                "terms": terms_of(parts.view, best),
                # What it is called without its generation, and was called before.
                "names": sorted(names | {bare for name in names if (bare := _LEADING.sub("", name))}),
                # The dates of the agreement's earlier texts, which the amended one restates.
                "generations": sorted({a.date.value for a in family if a.date and a.date.value}),
            },
        )
    ]


class _Choice:
    """The agreements named in a text, weighed against the instrument's own title and date."""

    def __init__(self, parts: Parts, dates: list[DateMatch], title: str | None, own: str | None) -> None:
        self.parts, self.view, self.dates, self.title, self.own = parts, parts.view, dates, title, own
        self.restates = bool(_RESTATEMENT.match(title or ""))
        self.wanted = object_of(title) if title else None
        self.recitals_end = parts.span("recitals")[1] or parts.span("opening")[1]
        self.named = self._others(mentions(self.view, parts.span("opening")[0], self.recitals_end, dates))

    def best(self) -> Agreement | None:
        """The agreement of the recitals; else the one that the instrument says it replaces, or that its terms name."""
        start, end = self.parts.span("opening")[0], self.recitals_end
        score, best = self._weigh(self.named, start, 1.0)
        if best is not None and best.date is not None and (score >= 3 or self.restates):
            return best
        if self.restates and (replaced := self._replaced()):
            return replaced
        operative = self.parts.span("operative")
        after = self._others(mentions(self.view, end, min(operative[1], end + 3500), self.dates))
        if self.restates:
            return best
        later, other = self._weigh(after, end, 0.0)
        if other is not None and (best is None or later > score):
            score, best = later, other
        if best is None or best.date is None:
            above = self._others(mentions(self.view, *self.parts.span("heading"), self.dates))
            dated = [a for a in above if a.date and (best is None or self._words(a) == self._words(best))]
            return dated[-1] if dated and self._score(dated[-1], 0.0, 0) is not None else best
        return best

    def family(self, best: Agreement) -> list[Agreement]:
        """The texts of that agreement, oldest first, the last of them the one in force: each restated by the next."""
        if best.date is None or best.date.value is None:
            return []
        base = self._words(best)
        later = [
            a
            for a in self.named
            if a.date is not None
            and a.date.value is not None
            and not a.amended
            and self._words(a) == base
            and _RESTATED.search(self.view, a.start, a.end)
            and a.date.value > best.date.value
            and (self.own is None or a.date.value < self.own)
        ]
        return [best, *sorted(later, key=lambda a: (a.date.value or "") if a.date else "")]

    def _others(self, found: list[Agreement]) -> list[Agreement]:
        """Those that are not the instrument itself."""
        own = _fold(self.title or "")
        kept = []
        for a in found:
            same = own and _fold(self.view[a.start : a.end]) == own
            if same and (a.date is None or a.date.value == self.own or a.date.value is None):
                continue
            if self.restates and a.date is not None and self.own is not None and (a.date.value or "") >= self.own:
                continue
            kept.append(a)
        return kept

    def _weigh(self, found: list[Agreement], zone: int, bonus: float) -> tuple[float, Agreement | None]:
        scored = [(s, a) for a in found if (s := self._score(a, bonus, zone)) is not None]
        return max(scored, key=lambda s: s[0]) if scored else (0.0, None)

    def _replaced(self) -> Agreement | None:
        """The agreement of an earlier date that a restatement says it amends, restates or replaces: the latest of its kind."""
        end = self.parts.span("signatures")[0] or len(self.view)
        base = _base(self.title or "")
        best: tuple[bool, str, Agreement] | None = None
        # A note's legend, above its title, may say it.
        for found in _REPLACES.finditer(self.view, 0, end):
            stop = STOP.search(self.view, found.end() + 20, found.end() + _REPLACED_WITHIN)
            limit = stop.start() + 1 if stop else min(end, found.end() + _REPLACED_WITHIN)
            for a in self._others(mentions(self.view, found.end(), limit, self.dates)):
                if a.date is None or a.date.value is None or a.amended:
                    continue
                if not self._secondary(self.view[a.start : a.end]):
                    rank = (self._words(a) == base, a.date.value, a)
                    best = max(best, rank, key=lambda r: r[:2]) if best else rank
                    break
        return best[2] if best else self._replaced_by_term(end)

    def _replaced_by_term(self, end: int) -> Agreement | None:
        """The agreement that bears the term of what a restatement replaces: "amends and restates the Original Note"."""
        found = _REPLACES_TERM.search(self.view, 0, end)
        term = " ".join(found.group(1).split()) if found else ""
        defined = self.view.find(f'"{term}"', 0, end) if term else -1
        if defined < 0:
            return None
        start = max((s.end() for s in STOP.finditer(self.view, max(0, defined - _DEFINED_WITHIN), defined)), default=-1)
        named = self._others(mentions(self.view, max(start, defined - _DEFINED_WITHIN, 0), defined, self.dates))
        own = (
            a for a in named if a.date and a.date.value and _base(self.view[a.start : a.end]) == _base(self.title or "")
        )
        return next(own, None)

    def _secondary(self, title: str) -> bool:
        """Whether an agreement goes with a loan and is not the loan's, as a pledge does."""
        security, loan = _SECURITY.search(title), _LOAN.search(title)
        if security is None or (loan is not None and loan.start() < security.start()):
            return False
        return not (self.wanted and _SECURITY.search(self.wanted)) and not (
            self.restates and self.title and _SECURITY.search(self.title)
        )

    def _words(self, agreement: Agreement) -> set[str]:
        return _base(self.view[agreement.start : agreement.end])

    def _score(self, agreement: Agreement, bonus: float, zone: int) -> float | None:
        title = self.view[agreement.start : agreement.end]
        if _CHANGE_IN.search(self.view, max(0, agreement.start - 20), agreement.start):
            return None
        act = cached.search(rf"\b{ACT}\b", title, regex.I)
        sought = (self.restates and _base(title) == _base(self.title or "")) or (
            self.wanted is not None and _fold(title) == _fold(self.wanted)
        )
        if act and not _RESTATED.search(title) and not sought:
            return None
        if not (_LOAN.search(title) or self.wanted or cached.search(r"agreement", title, regex.I)):
            return None
        if cached.match(r"(?:\w+\s+)?(?:Loan|LOAN|Note|NOTE|Notes)$", title) and agreement.date is None:
            return None
        if cached.fullmatch(r"Agreements?|AGREEMENTS?", title):
            if cached.search(r"\b(?:and|,)\s+$", self.view[max(0, agreement.start - 6) : agreement.start], regex.I):
                return None
            bonus -= 1
        score = bonus
        if agreement.date is not None:
            score += 3
            if self.own is not None and agreement.date.value == self.own:
                score -= 2.5
        if agreement.amended:
            score -= 3
        if self._secondary(title):
            score -= 2
        if self.wanted:
            one, two = _fold(self.wanted), _fold(title)
            score += 2.5 * len(one & two) / max(1, len(one | two))
        elif self.restates:
            one, two = _base(self.title or ""), _base(title)
            score += 2.5 * len(one & two) / max(1, len(one | two))
        elif _LOAN.search(title):
            score += 1
        if terms_of(self.view, agreement):
            score += 0.8
        return score - (agreement.start - zone) / 20_000


def _fold(title: str) -> set[str]:
    return set(cached.findall(r"\w+", title.lower())) - {"the", "to", "and", "of", "a", "for"}


def _base(title: str) -> set[str]:
    return set(cached.findall(r"\w+", _GENERATION.sub(" ", title).lower()))
