"""Dates and amounts of the document, each distinct value once."""

from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from extractor.nlp.mention import Mention
from extractor.records import Amount, CalendarDate, DefinedTerm, Diagnostic, Severity
from extractor.resolve.confidence import measured
from extractor.resolve.evidence import Witness

_DATES, _AMOUNTS = TypeAdapter(list[CalendarDate]), TypeAdapter(list[Amount])
_TERMS = TypeAdapter(list[DefinedTerm])
_RANK = {
    role: i
    for i, role in enumerate(("maturity", "dated", "effective", "agreement", "prior_amendment", "filing", "other"))
}


def resolve_dates(
    mentions: list[Mention], known: dict[str, str], witness: Witness
) -> tuple[list[CalendarDate], list[Diagnostic]]:
    """Distinct dates in the order of the text; `known` gives the roles of those that other fields hold."""
    roles: dict[str, str] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    rules: dict[str, str] = {}
    sections: dict[str, set[str]] = {}
    diagnostics = []
    for m in mentions:
        if m.label == "date_impossible":
            diagnostics.append(_warning("date.impossible", f"no such day: {m.data['text']}", m, witness))
        if m.label != "date":
            continue
        value = m.data["value"]
        role = m.data["role"] if m.data["role"] != "other" else known.get(value, "other")
        if known.get(value) in ("dated", "agreement", "prior_amendment"):
            role = known[value]
        if value not in roles or _RANK[role] < _RANK[roles[value]]:
            roles[value], rules[value] = role, m.rule
        spans.setdefault(value, []).append((m.start, m.end))
        sections.setdefault(value, set()).add(m.data["section"])
    dates = [
        {
            "value": v,
            "role": roles[v],
            "evidence": witness.at(s),
            "extractor": (rule := _marked(rules[v], sections[v])),
            "confidence": measured("dates", rule),
        }
        for v, s in spans.items()
    ]
    return _DATES.validate_python(dates), diagnostics


def _warning(code: str, message: str, mention: Mention, witness: Witness) -> Diagnostic:
    evidence = witness.at([(mention.start, mention.end)])
    return Diagnostic.model_validate(
        {"code": code, "severity": Severity.WARNING, "message": message, "evidence": evidence}
    )


def _marked(rule: str, sections: set[str]) -> str:
    """The rule's name, with a mark where all that it found stands in annexes: it is not the instrument's own."""
    return f"{rule}+annex" if sections == {"annex"} else rule


def resolve_amounts(mentions: list[Mention], witness: Witness) -> tuple[list[Amount], list[Diagnostic]]:
    """Distinct amounts in the order of the text; an amount is what its clearest mention says."""
    groups: dict[tuple[Decimal, str], list[Mention]] = {}
    diagnostics = []
    for m in mentions:
        if m.label != "amount":
            continue
        value = Decimal(m.data["value"])
        groups.setdefault((value, m.data["currency"]), []).append(m)
        said = m.data["words_value"]
        if said is not None and Decimal(said) != value:
            diagnostics.append(
                _warning(
                    "amount.words_differ", f"the words say {Decimal(said):,} and the figures {value:,}", m, witness
                )
            )
    amounts: list[dict[str, Any]] = []
    for (value, currency), group in groups.items():
        annexed = all(m.data["section"] == "annex" for m in group)
        clearest = max(
            (m for m in group if annexed or m.data["section"] != "annex"), key=lambda m: float(m.data["probability"])
        )
        words = next((m.data["in_words"] for m in group if m.data["in_words"]), None)
        amounts.append(
            {
                "value": value,
                "currency": currency,
                "role": clearest.data["role"],
                "role_confidence": clearest.data["probability"],
                "in_words": words,
                "evidence": witness.at((m.start, m.end) for m in group),
                "extractor": (rule := _marked(group[0].rule, {m.data["section"] for m in group})),
                "confidence": measured("amounts", rule),
            }
        )
    return _AMOUNTS.validate_python(amounts), diagnostics


def resolve_terms(mentions: list[Mention], witness: Witness) -> list[DefinedTerm]:
    """Defined terms in the order of the text, each with its fullest meaning."""
    terms: dict[str, Mention] = {}
    for m in mentions:
        if m.label == "term" and (m.data["term"] not in terms or (terms[m.data["term"]].data["meaning"] is None)):
            terms[m.data["term"]] = m
    return _TERMS.validate_python(
        [
            {
                "term": t,
                "meaning": m.data["meaning"],
                "evidence": witness.at([(m.start, m.end)]),
                "extractor": m.rule,
            }
            for t, m in terms.items()
            if t
        ]
    )
