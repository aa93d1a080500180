"""The extractors as spaCy components, for this package's pipeline and for anybody's own.

Each leaves its mentions as spans in ``doc.spans`` under its own name (label and rule id on the span) and, with what was read
off them, in ``doc.user_data``. `loan_sections` comes first; the others follow in the order of `ORDER`.
"""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractor.extractors import (
    agreements,
    amounts,
    chain,
    dates,
    instrument,
    law,
    own_dates,
    parties,
    signatures,
    terms,
)
from extractor.nlp.mention import Mention, Parts
from extractor.nlp.sections import Section, find_sections
from extractor.nlp.view import View, make_view
from extractor.values.dates import DateMatch, scan_dates

Component = Callable[[Doc], Doc]

#: The components in the order in which they need each other.
ORDER = (
    "loan_sections",
    "loan_dates",
    "loan_instrument",
    "loan_agreements",
    "loan_parties",
    "loan_signatures",
    "loan_amounts",
    "loan_terms",
)


def mentions_of(doc: Doc) -> list[Mention]:
    """All mentions that the components left on the doc."""
    return [Mention(*m) for name in ORDER for m in doc.user_data.get(name, ())]


def parts_of(doc: Doc) -> Parts:
    """The doc's view and sections.

    Raises:
        ValueError: `loan_sections` has not run.
    """
    try:
        return Parts(doc.user_data["loan_view"], [Section(*s) for s in doc.user_data["loan_parts"]])
    except KeyError as error:
        raise ValueError("the component loan_sections has to come before the other loan components") from error


def _leave(doc: Doc, name: str, mentions: list[Mention]) -> Doc:
    """Puts the mentions on the doc; a span that ends within a token is widened to the token, its offsets in the mention are exact."""
    spans = []
    view = View(doc.user_data["loan_view"], tuple(map(tuple, doc.user_data["loan_joined"])))
    mentions = [m._replace(start=a, end=b) for m in mentions for a, b in [view.exact(m.start, m.end)]]
    for m in mentions:
        if m.start >= m.end:
            raise ValueError(f"{m.rule} gave an empty span at {m.start}")
        span = doc.char_span(m.start, m.end, label=m.label, span_id=m.rule, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[name] = spans
    doc.user_data[name] = [tuple(m) for m in mentions]
    return doc


def _dates(doc: Doc) -> list[DateMatch]:
    if "loan_date_matches" not in doc.user_data:
        doc.user_data["loan_date_matches"] = [tuple(d) for d in scan_dates(doc.user_data["loan_view"])]
    return [DateMatch(*d) for d in doc.user_data["loan_date_matches"]]


def _first(doc: Doc, name: str, label: str) -> dict[str, Any] | None:
    return next((m[4] for m in doc.user_data.get(name, ()) if m[2] == label), None)


def _sections(doc: Doc) -> Doc:
    view = make_view(doc.text)
    sections = find_sections(view.text)
    doc.user_data["loan_view"] = view.text
    doc.user_data["loan_joined"] = view.joined
    doc.user_data["loan_parts"] = [tuple(s) for s in sections]
    spans = [doc.char_span(s.start, s.end, label=s.name, alignment_mode="expand") for s in sections]
    doc.spans["loan_sections"] = [s for s in spans if s is not None]
    return doc


def _loan_dates(doc: Doc) -> Doc:
    parts, found = parts_of(doc), _dates(doc)
    return _leave(doc, "loan_dates", dates.find(parts, found) + own_dates.dated(parts, found))


def _loan_instrument(doc: Doc) -> Doc:
    parts = parts_of(doc)
    return _leave(doc, "loan_instrument", instrument.find(parts) + law.find(parts))


def _loan_agreements(doc: Doc) -> Doc:
    parts, found = parts_of(doc), _dates(doc)
    title = _first(doc, "loan_instrument", "title") or {}
    own = (_first(doc, "loan_dates", "dated") or {}).get("value")
    agreement = agreements.find(parts, found, title.get("text"), own)
    data = agreement[0].data if agreement else None
    prior = chain.find(parts, found, data, title.get("number"), own)
    effective = own_dates.effective(parts, found, own, data["dated"] if data else None)
    return _leave(doc, "loan_agreements", agreement + prior + effective)


def _loan_parties(doc: Doc) -> Doc:
    return _leave(doc, "loan_parties", parties.find(parts_of(doc)))


def _loan_signatures(doc: Doc) -> Doc:
    known = [Mention(*m) for m in doc.user_data.get("loan_parties", ())]
    return _leave(doc, "loan_signatures", signatures.find(parts_of(doc), known))


def _loan_amounts(doc: Doc) -> Doc:
    return _leave(doc, "loan_amounts", amounts.find(parts_of(doc)))


def _loan_terms(doc: Doc) -> Doc:
    return _leave(doc, "loan_terms", terms.find(parts_of(doc)))


_FUNCTIONS: dict[str, Component] = {
    "loan_sections": _sections,
    "loan_dates": _loan_dates,
    "loan_instrument": _loan_instrument,
    "loan_agreements": _loan_agreements,
    "loan_parties": _loan_parties,
    "loan_signatures": _loan_signatures,
    "loan_amounts": _loan_amounts,
    "loan_terms": _loan_terms,
}


def _factory(name: str) -> Callable[[Language, str], Component]:
    def create(nlp: Language, name: str) -> Component:
        return _FUNCTIONS[factory_name]

    factory_name = name
    create.__doc__ = f"The component ``{name}``."
    return Language.factory(name, func=create)


make_sections, make_dates, make_instrument, make_agreements, make_parties, make_signatures, make_amounts, make_terms = (
    _factory(name) for name in ORDER
)
