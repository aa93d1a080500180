"""A text as it is read: its view, its sections, and the steps that find mentions, in the order in which they need each other.

No tokens are made: rules run over the view, and offsets are characters. `components` offers the same steps to spaCy.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from extractor.extractors import (
    agreements,
    amounts,
    chain,
    dates,
    defined_parties,
    effect,
    instrument,
    law,
    letters,
    loan,
    model_names,
    own_dates,
    parties,
    signatures,
    terms,
)
from extractor.nlp.mention import Mention, Parts
from extractor.nlp.recogniser import Recogniser
from extractor.nlp.sections import Section, find_sections
from extractor.nlp.view import View
from extractor.values.dates import DateMatch, scan_dates

#: The step that is taken only where the rules find too little; it is the spaCy component's name too.
MODEL = "loan_ner"


class Reading:
    """What has been found in a text so far.

    Args:
        view: the text's view.
        sections: its sections; found if not given.

    Attributes:
        found: the mentions by step, their offsets those of the text.
    """

    def __init__(self, view: View, sections: list[Section] | None = None) -> None:
        self.view = view
        self.parts = Parts(view.text, find_sections(view.text) if sections is None else sections)
        self.found: dict[str, list[Mention]] = {}

    @cached_property
    def dates(self) -> list[DateMatch]:
        """The calendar dates of the view, in order."""
        return list(scan_dates(self.view.text))

    @cached_property
    def loan(self) -> bool:
        """Whether the text is a loan document; its title is known once the step for it was taken."""
        return loan.is_loan(self.view.text, self.first("loan_instrument", "title").get("text"))

    @property
    def mentions(self) -> list[Mention]:
        """All mentions, in the order of the steps."""
        return [m for name in (*STEPS, MODEL) for m in self.found.get(name, ())]

    def run(self, name: str) -> list[Mention]:
        """Takes the step `name`; what it found is kept and returned."""
        return self._keep(name, STEPS[name](self))

    def run_model(self, recogniser: Recogniser) -> list[Mention]:
        """Has the model look for names; what it found is kept and returned."""
        return self._keep(MODEL, model_names.find(self.parts, recogniser))

    def _keep(self, name: str, mentions: list[Mention]) -> list[Mention]:
        if self.view.joined:
            mentions = [m._replace(start=a, end=b) for m in mentions for a, b in [self.view.exact(m.start, m.end)]]
        for m in mentions:
            if m.start >= m.end:
                raise ValueError(f"{m.rule} gave an empty span at {m.start}")
        self.found[name] = mentions
        return mentions

    def first(self, name: str, label: str) -> dict[str, Any]:
        """What the first mention of that label says that the step `name` left; empty where there is none."""
        return next((m.data for m in self.found.get(name, ()) if m.label == label), {})


def read(view: View) -> Reading:
    """Takes every step over a view.

    >>> from extractor.nlp.view import make_view
    >>> reading = read(make_view("AMENDMENT NO. 2 TO LOAN AGREEMENT\\n\\nThis Amendment No. 2 is dated May 1, 2001 ..."))
    >>> [(m.label, m.data["text"], m.rule) for m in reading.found["loan_instrument"]]
    [('title', 'AMENDMENT NO. 2 TO LOAN AGREEMENT', 'title.heading')]
    """
    reading = Reading(view)
    for name in STEPS:
        reading.run(name)
    return reading


def _dates(reading: Reading) -> list[Mention]:
    return dates.find(reading.parts, reading.dates) + own_dates.dated(reading.parts, reading.dates)


def _instrument(reading: Reading) -> list[Mention]:
    return instrument.find(reading.parts) + law.find(reading.parts)


def _agreements(reading: Reading) -> list[Mention]:
    title = reading.first("loan_instrument", "title")
    own = reading.first("loan_dates", "dated").get("value")
    agreement = agreements.find(reading.parts, reading.dates, title.get("text"), own)
    data = agreement[0].data if agreement else None
    prior = chain.find(reading.parts, reading.dates, data, title.get("number"), own)
    effective = effect.find(reading.parts, reading.dates, own, data["dated"] if data else None)
    return agreement + prior + effective


def _parties(reading: Reading) -> list[Mention]:
    parts = reading.parts
    found = parties.find(parts) + letters.addressee(parts) + letters.cover_agents(parts)
    # A loan's parties stand in its opening and sign; of other agreements the terms may be all that tells them.
    return found if reading.loan else found + defined_parties.find(parts)


#: What each step finds; its name is that of the spaCy component too.
STEPS: dict[str, Callable[[Reading], list[Mention]]] = {
    "loan_dates": _dates,
    "loan_instrument": _instrument,
    "loan_agreements": _agreements,
    "loan_parties": _parties,
    "loan_signatures": lambda reading: signatures.find(reading.parts, reading.found.get("loan_parties", [])),
    "loan_amounts": lambda reading: amounts.find(reading.parts),
    "loan_terms": lambda reading: terms.find(reading.parts),
}
