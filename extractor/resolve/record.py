"""Puts the record of one instrument together."""

from typing import Any

import regex

from extractor.document.model import Document
from extractor.extractors.titles import kinds_of
from extractor.nlp.mention import Mention, Parts
from extractor.records import Diagnostic, Fact, Filing, Instrument, Kind, Producer, Record, Severity, Source, Status
from extractor.resolve import chain, parties, values
from extractor.resolve.evidence import Witness
from extractor.values import cached
from extractor.version import __version__


def build(
    document: Document,
    witness: Witness,
    parts: Parts,
    mentions: list[Mention],
    *,
    loan: bool,
    model: str | None = None,
    with_text: bool = False,
) -> Record:
    """The record of an instrument in `document`.

    Args:
        document: where the instrument stands.
        witness: makes the evidence.
        parts: the instrument's view and sections.
        mentions: what was found in it.
        loan: whether it is a loan document.
        model: name and version of the NER model that stood by, if any.
        with_text: adds the document's plain text.
    """
    instrument = _instrument(parts, mentions, witness, loan)
    amended, prior, diagnostics = chain.resolve(mentions, instrument.title, instrument.amendment_number, witness)
    if not loan:
        diagnostics = [_diagnostic("document.not_a_loan", Severity.INFO, "the text does not speak of a loan")]
        amended, prior = None, []
    if instrument.kinds == [Kind.AGREEMENT] and not _restates(parts):
        amended, prior, diagnostics = None, [], [d for d in diagnostics if not d.code.startswith("lineage.")]
    known: dict[str, str] = {}
    for link in prior:
        if link.dated:
            known[link.dated] = "prior_amendment"
    if amended is not None and amended.dated:
        known[amended.dated] = "agreement"
    if instrument.effective_date:
        known[instrument.effective_date] = "effective"
    if instrument.dated:
        known[instrument.dated] = "dated"
    dates, odd_dates = values.resolve_dates(mentions, known, witness)
    amounts, odd_amounts = values.resolve_amounts(mentions, witness)
    who, signatories = parties.resolve(parts, mentions, witness, loan=loan)
    if instrument.title is None:
        diagnostics.append(_diagnostic("instrument.no_title", Severity.WARNING, "no title was found"))
    if not who:
        diagnostics.append(_diagnostic("parties.none", Severity.WARNING, "no party was found"))
    diagnostics = (
        [_diagnostic(n.code, Severity(n.severity), n.message) for n in document.notices]
        + diagnostics
        + odd_dates
        + odd_amounts
    )
    return Record(
        producer=Producer(name="extractor", version=__version__, model=model),
        source=_source(document, with_text),
        status=Status.PARTIAL if any(d.severity == Severity.ERROR for d in diagnostics) else Status.SUCCEEDED,
        instrument=instrument,
        amended_agreement=amended,
        prior_amendments=prior,
        parties=who,
        signatories=signatories,
        dates=dates,
        amounts=amounts,
        defined_terms=values.resolve_terms(mentions, witness),
        diagnostics=diagnostics,
    )


def _source(document: Document, with_text: bool) -> Source:
    return Source(
        name=document.name,
        sha256=document.sha256,
        media_type=document.media_type,
        characters=len(document.text),
        pages=document.layout.pages if document.layout is not None else None,
        filing=Filing.model_validate(document.filing) if document.filing is not None else None,
        text=document.text if with_text else None,
    )


def _instrument(parts: Parts, mentions: list[Mention], witness: Witness, loan: bool) -> Instrument:
    first: dict[str, Mention] = {}
    for m in mentions:
        first.setdefault(m.label, m)
    provenance: dict[str, Fact] = {}
    fields: dict[str, Any] = {}
    title = first.get("title")
    kinds: list[str] = list(title.data["kinds"]) if title else []
    if title is not None:
        fields["title"] = title.data["text"]
        for name in ("title", "kinds"):
            provenance[name] = witness.fact(name, [(title.start, title.end)], title.rule)
        if title.data["number"] is not None:
            a, b = title.data["number_span"]
            fields["amendment_number"] = title.data["number"]
            provenance["amendment_number"] = witness.fact("amendment_number", [(a, b)], title.rule)
    if not kinds:
        kinds = ["other"] if title is not None and _ANOTHER_SORT.search(title.data["text"]) else _kinds_of_text(parts)
    for label, name in (("dated", "dated"), ("effective", "effective_date"), ("law", "governing_law")):
        mention = first.get(label)
        if mention is not None and mention.data["value"] is not None:
            fields[name] = mention.data["value"]
            provenance[name] = witness.fact(name, [(mention.start, mention.end)], mention.rule)
    if not loan:
        kinds = ["other"]
    return Instrument(kinds=[Kind(k) for k in kinds] or [Kind.OTHER], provenance=provenance, **fields)


# A plain title may stand above a restatement, whose recitals say so.
_RESTATES = regex.compile(
    r"\b(?:to|hereby)\s+amend\s+and\s+restate\s+the\b|\bhereby\s+amended\s+and\s+restated\s+in\s+(?:its|their)\s+entiret",
    regex.I,
)


def _restates(parts: Parts) -> bool:
    start, end = parts.span("opening", "recitals")
    return bool(_RESTATES.search(parts.view, start, end))


# Instruments that go with a loan and are none.
_ANOTHER_SORT = regex.compile(
    r"\b(?:subordination|intercreditor|guarant(?:y|ee|ies)|security|pledge|mortgage|assignment|purchase|employment|lease"
    r"|deed|warrants?|registration|rights|voting|support|escrow|indemnit\w*|license|option|plan|fee\s+letter)\b",
    regex.I,
)


_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"


def _kinds_of_text(parts: Parts) -> list[str]:
    """Without a title that says so, the operative words do."""
    start, end = parts.span("heading", "opening", "recitals", "operative")
    head = parts.view[start : min(end, start + 6000)].lower()
    kinds = []
    if cached.search(
        r"\b(?:hereby|is|are|deemed)\s+(?:amended|modified)\b|(?<!\b(?:nothing|not|neither|no)\b[^.;]{0,90})\bto\s+amend\b",
        head,
    ):
        kinds.append("amendment")
    if cached.search(r"\bhereby\s+waive|\b(?:banks?|lenders?|agent|holders?)\s+waives?\s", head):
        kinds.append("waiver")
    if cached.search(r"\bhereby\s+consent|\b(?:banks?|lenders?|agent|holders?)\s+(?:also\s+)?consents\s+to\b", head):
        kinds.append("consent")
    if cached.search(
        r"\b(?:date|maturity|term)\s+(?:of\s+[^.;]{3,60}?\s)?(?:is|are|shall\s+be)\s+(?:hereby\s+)?extended\s+(?:from|to|until)\b"
        r"|\b(?:commitments?|facility|line)\s+(?:is|are)\s+(?:hereby\s+)?extended\s+"
        # Credit under a facility is extended to a borrower, too.
        rf"(?:until\b|through\b|(?:from|to)\s+(?:and\s+(?:including|through)|but\s+(?:not\s+)?(?:including|excluding)|(?:the\s+)?[\"']?(?:\d|{_MONTH}|close\s+of|earlie(?:r|st)|date|maturity)))",
        head,
    ):
        kinds.append("extension")
    return kinds or [k for k in kinds_of(parts.view[: min(600, len(parts.view))]) if k != "other"]


def _diagnostic(code: str, severity: Severity, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity=severity, message=message)
