"""A record without the facts whose confidence is too low."""

from typing import Any

from extractor.records import AmendedAgreement, Diagnostic, Fact, Record, Severity

_LISTS = ("prior_amendments", "parties", "signatories", "dates", "amounts", "defined_terms")


def above(record: Record, minimum: float) -> Record:
    """The record with only those facts whose confidence was measured and is at least `minimum`.

    What was taken out is counted in a diagnostic, ``confidence.below``.
    """
    instrument = record.instrument
    low = [name for name, fact in instrument.provenance.items() if not _stays(fact, minimum)]
    changes: dict[str, Any] = {name: [] if name == "kinds" else None for name in low}
    changes["provenance"] = {k: v for k, v in instrument.provenance.items() if k not in low}
    parts: dict[str, Any] = {"instrument": instrument.model_copy(update=changes)}
    counts = dict.fromkeys(low, 1)
    agreement: AmendedAgreement | None = record.amended_agreement
    if agreement is not None and not _stays(agreement, minimum):
        parts["amended_agreement"], counts["amended_agreement"] = None, 1
    for name in _LISTS:
        facts: list[Fact] = getattr(record, name)
        parts[name] = [fact for fact in facts if _stays(fact, minimum)]
        if len(parts[name]) < len(facts):
            counts[name] = len(facts) - len(parts[name])
    if counts:
        listed = ", ".join(f"{count} {name}" for name, count in counts.items())
        message = f"taken out, for a confidence below {minimum:g} or not measured: {listed}"
        note = Diagnostic(code="confidence.below", severity=Severity.INFO, message=message)
        parts["diagnostics"] = [*record.diagnostics, note]
    return record.model_copy(update=parts)


def _stays(fact: Fact, minimum: float) -> bool:
    return fact.confidence is not None and fact.confidence >= minimum
