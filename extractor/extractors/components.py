"""The extractors as spaCy components, for anybody's own pipeline.

Each leaves its mentions as spans in ``doc.spans`` under its own name (label and rule id on the span) and, with what was read
off them, in ``doc.user_data``. `loan_sections` comes first; the others follow in the order of `ORDER`.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from extractor.extractors.reading import MODEL, STEPS, Reading
from extractor.nlp.mention import Mention, Parts
from extractor.nlp.recogniser import OWN, recogniser
from extractor.nlp.sections import Section
from extractor.nlp.view import View, make_view
from extractor.values.dates import DateMatch

Component = Callable[[Doc], Doc]

_SECTIONS = "loan_sections"
#: The components in the order in which they need each other.
ORDER = (_SECTIONS, *STEPS)


def mentions_of(doc: Doc) -> list[Mention]:
    """All mentions that the components left on the doc."""
    return _reading(doc).mentions


def parts_of(doc: Doc) -> Parts:
    """The doc's view and sections.

    Raises:
        ValueError: `loan_sections` has not run.
    """
    return _reading(doc).parts


def _reading(doc: Doc) -> Reading:
    """The reading as far as the components before have taken it; kept on the doc as plain values, so that it goes to bytes."""
    kept = doc.user_data
    try:
        view = View(kept["loan_view"], tuple(map(tuple, kept["loan_joined"])))
        reading = Reading(view, [Section(*s) for s in kept["loan_parts"]])
    except KeyError as error:
        raise ValueError("the component loan_sections has to come before the other loan components") from error
    reading.found = {name: [Mention(*m) for m in kept[name]] for name in (*STEPS, MODEL) if name in kept}
    if "loan_date_matches" in kept:
        reading.dates = [DateMatch(*d) for d in kept["loan_date_matches"]]
    return reading


def _sections(doc: Doc) -> Doc:
    reading = Reading(make_view(doc.text))
    doc.user_data["loan_view"] = reading.view.text
    doc.user_data["loan_joined"] = reading.view.joined
    doc.user_data["loan_parts"] = [tuple(s) for s in reading.parts.sections]
    spans = [doc.char_span(s.start, s.end, label=s.name, alignment_mode="expand") for s in reading.parts.sections]
    doc.spans[_SECTIONS] = [s for s in spans if s is not None]
    return doc


def _leave(doc: Doc, name: str, model: str = OWN) -> Doc:
    """Takes a step; a span that ends within a token is widened to the token, its offsets in the mention are exact."""
    reading = _reading(doc)
    mentions = reading.run_model(recogniser(model)) if name == MODEL else reading.run(name)
    spans = [doc.char_span(m.start, m.end, label=m.label, span_id=m.rule, alignment_mode="expand") for m in mentions]
    doc.spans[name] = [s for s in spans if s is not None]
    doc.user_data[name] = [tuple(m) for m in mentions]
    if "dates" in vars(reading):
        doc.user_data["loan_date_matches"] = [tuple(d) for d in reading.dates]
    return doc


def _factory(name: str) -> Callable[[Language, str], Component]:
    def component(doc: Doc) -> Doc:
        return _sections(doc) if factory_name == _SECTIONS else _leave(doc, factory_name)

    def create(nlp: Language, name: str) -> Component:
        return component

    factory_name = name
    create.__doc__ = f"The component ``{name}``."
    return Language.factory(name, func=create)


make_sections, make_dates, make_instrument, make_agreements, make_parties, make_signatures, make_amounts, make_terms = (
    _factory(name) for name in ORDER
)


@Language.factory(MODEL, default_config={"model": OWN})
def make_ner(nlp: Language, name: str, model: str) -> Component:
    """The component ``loan_ner``: names that the pipeline `model` sees in the opening and on the signature pages."""
    return lambda doc: _leave(doc, MODEL, model)
