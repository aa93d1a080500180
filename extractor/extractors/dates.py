"""Every calendar date of the text, with what it is where its context says so."""

import regex

from extractor.extractors.maturity import maturities
from extractor.nlp.mention import Mention, Parts
from extractor.values.dates import DateMatch

_FILED = regex.compile(r"\b(?:filed|filing)\b[^.\n]{0,40}$", regex.I)


def find(parts: Parts, dates: list[DateMatch]) -> list[Mention]:
    """All dates (label ``date``) and impossible ones (label ``date_impossible``)."""
    view, found = parts.view, []
    mature = maturities(parts, dates)
    for i, date in enumerate(dates):
        if date.problem is not None or date.value is None:
            found.append(
                Mention(
                    date.start,
                    date.end,
                    "date_impossible",
                    "date.impossible",
                    {"text": " ".join(view[date.start : date.end].split())},
                )
            )
            continue
        role, rule = (
            ("maturity", "date.maturity")
            if i in mature
            else ("filing", "date.filed")
            if _filed(parts, date)
            else ("other", "date.form")
        )
        found.append(
            Mention(
                date.start,
                date.end,
                "date",
                rule,
                {"value": date.value, "role": role, "section": parts.section_at(date.start)},
            )
        )
    return found


def _filed(parts: Parts, date: DateMatch) -> bool:
    return parts.section_at(date.start) == "heading" and bool(
        _FILED.search(parts.view, max(0, date.start - 60), date.start)
    )
