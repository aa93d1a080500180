"""The chain of earlier amendments: each once, oldest first, numbered where the document's own count allows it."""

import itertools
from dataclasses import dataclass, field
from typing import Any

import regex
from pydantic import TypeAdapter

from extractor.extractors.titles import object_of
from extractor.nlp.mention import Mention
from extractor.records import AmendedAgreement, Diagnostic, PriorAmendment, Severity
from extractor.resolve.confidence import measured
from extractor.resolve.evidence import Witness

_PRIOR = TypeAdapter(list[PriorAmendment])
# The name of an amendment that bears no number, as the first often does not.
_FIRST = regex.compile(r"(?:Loan\s+|Letter\s+|Credit\s+|Note\s+)?(?:Amendment|Modification)\b", regex.I)


@dataclass
class Link:
    """An earlier amendment as it grows out of its mentions."""

    number: int | None
    title: str | None
    dated: str | None
    rule: str
    restated: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)


def resolve(
    mentions: list[Mention], title: str | None, number: int | None, witness: Witness
) -> tuple[AmendedAgreement | None, list[PriorAmendment], list[Diagnostic]]:
    """The amended agreement, its earlier amendments, and what is odd about the chain."""
    agreement = next((m for m in mentions if m.label == "agreement"), None)
    data: dict[str, Any] = dict(agreement.data) if agreement else {}
    links, diagnostics = _links([m for m in mentions if m.label == "prior"])
    links, restated = _restatements(links, data)
    texts = {data.get("dated"), *data.get("generations", ())}
    links = [k for k in links if k.dated is None or k.dated not in texts]
    _number(links, number)
    diagnostics += _checks(links, number)
    amended = None
    if agreement is not None:
        name = data["title"]
        if restated and title and (wanted := object_of(title)) and "restated" in wanted.lower():
            name = wanted
        spans = [
            (agreement.start, agreement.end),
            *([tuple(data["date_span"])] if data["date_span"] else []),
            *(restated.spans if restated else []),
        ]
        amended = AmendedAgreement.model_validate(
            {
                "title": name,
                "dated": restated.dated if restated else data["dated"],
                "evidence": witness.at((a, b) for a, b in spans),
                "extractor": agreement.rule,
                "confidence": measured("amended_agreement", agreement.rule),
            }
        )
    prior = _PRIOR.validate_python(
        [
            {
                "number": k.number,
                "title": k.title,
                "dated": k.dated,
                "evidence": witness.at(k.spans),
                "extractor": k.rule,
                "confidence": measured("prior_amendments", k.rule),
            }
            for k in links
        ]
    )
    return amended, prior, diagnostics


def _links(mentions: list[Mention]) -> tuple[list[Link], list[Diagnostic]]:
    """One link for each amendment, however often it is mentioned."""
    links: list[Link] = []
    diagnostics: list[Diagnostic] = []
    ordered = sorted(mentions, key=lambda m: (m.data["dated"] is None, m.rule != "chain.listed", m.start))
    for m in ordered:
        number, dated = m.data["number"], m.data["dated"]
        same = [
            k
            for k in links
            if (dated is not None and k.dated == dated and (number is None or k.number in (None, number)))
        ]
        same = same or [
            k for k in links if number is not None and k.number == number and (dated is None or k.dated is None)
        ]
        if same:
            link = same[0]
            link.number = link.number if link.number is not None else number
            link.title = link.title or m.data["title"]
            link.spans.append((m.start, m.end))
            continue
        clash = next((k for k in links if number is not None and k.number == number), None)
        if clash is not None:
            if m.rule == clash.rule == "chain.listed":
                diagnostics.append(
                    Diagnostic(
                        code="lineage.duplicate",
                        severity=Severity.WARNING,
                        message=f"number {number} is given to two amendments, of {clash.dated} and of {dated}",
                    )
                )
            elif m.rule != "chain.listed":
                continue
        links.append(Link(number, m.data["title"], dated, m.rule, bool(m.data["restated"]), [(m.start, m.end)]))
    return links, diagnostics


def _restatements(links: list[Link], agreement: dict[str, Any]) -> tuple[list[Link], Link | None]:
    """Takes restatements out of the chain; the last of them is the agreement as it is amended now."""
    restated = sorted((k for k in links if k.restated and k.dated and not k.title), key=lambda k: k.dated or "")
    if not restated or not agreement:
        return links, None
    return [k for k in links if k not in restated], restated[-1]


def _number(links: list[Link], number: int | None) -> None:
    """Sorts the links by date and numbers them where the document's own count leaves but one way."""
    in_order = [k for k in links if k.dated is not None]
    in_order.sort(key=lambda k: (k.dated or "", k.number or 0))
    for link in (k for k in links if k.dated is None):
        at = next(
            (
                i
                for i, k in enumerate(in_order)
                if k.number is not None and link.number is not None and k.number > link.number
            ),
            len(in_order),
        )
        in_order.insert(at, link)
    links[:] = in_order
    plain = [k for k in links if k.number is None]
    # "an Amendment dated ..., a Second Amendment dated ...": the one before the second is the first.
    second = next((i for i, k in enumerate(links) if k.number == 2), 0)
    if second and 1 not in {k.number for k in links[:second]}:
        firsts = [k for k in links[:second] if k.title is not None and _FIRST.match(k.title)]
        if len(firsts) == 1:
            firsts[0].number = 1
    if not plain or number is None:
        return
    if len(links) == number - 1 and all(k.number in (None, i) for i, k in enumerate(links, 1)):
        for i, link in enumerate(links, 1):
            link.number = i


def _checks(links: list[Link], number: int | None) -> list[Diagnostic]:
    diagnostics = []
    numbers = [k.number for k in links if k.number is not None]
    expected = set(range(1, number if number is not None else max(numbers, default=0) + 1))
    missing = sorted(expected - set(numbers))
    if missing and numbers:
        diagnostics.append(
            _diagnostic("lineage.gap", f"the chain of earlier amendments lacks number {_listed(missing)}")
        )
    elif number is not None and len(links) < number - 1:
        severity = Severity.WARNING if links else Severity.INFO
        diagnostics.append(
            _diagnostic(
                "lineage.gap", f"number {number} names {len(links)} of {number - 1} earlier amendments", severity
            )
        )
    dated = [k for k in links if k.number is not None and k.dated is not None]
    by_number = sorted(dated, key=lambda k: k.number or 0)
    for earlier, later in itertools.pairwise(by_number):
        if (later.dated or "") < (earlier.dated or "")[: len(later.dated or "")]:
            diagnostics.append(
                _diagnostic(
                    "lineage.order",
                    f"number {later.number} of {later.dated} is older than number {earlier.number} of {earlier.dated}",
                )
            )
    return diagnostics


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _diagnostic(code: str, message: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message)
