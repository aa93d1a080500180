"""The spaCy components find what the reading without spaCy finds."""

import pytest
import spacy

from extractor.extractors.components import ORDER, mentions_of, parts_of
from extractor.extractors.pipeline import build_pipeline
from extractor.extractors.reading import STEPS, read
from extractor.nlp.view import make_view

TEXT = """SECOND AMENDMENT TO LOAN AGREEMENT

This Second Amendment to Loan Agreement, dated as of May 1, 2001, is made by and between Orrin Tool Works, Inc., an Ohio
corporation (the "Borrower"), and Lakefront Bank, N.A. (the "Lender").

WHEREAS, the parties entered into a Loan Agreement dated March 3, 1999, as amended by the First Amendment to Loan Agree-
ment dated June 4, 2000;

NOW, THEREFORE, the Commitment is increased to $7,500,000 and the Borrower shall pay a fee of $50,000.

IN WITNESS WHEREOF, the parties have executed this Amendment.

ORRIN TOOL WORKS, INC.

By: /s/ Ada Quist
Name: Ada Quist
Title: President
"""


def test_the_pipeline_finds_what_the_reading_finds() -> None:
    doc, reading = build_pipeline()(TEXT), read(make_view(TEXT))
    assert mentions_of(doc) == reading.mentions
    assert [tuple(s) for s in parts_of(doc).sections] == [tuple(s) for s in reading.parts.sections]
    assert {m.label for m in reading.mentions} >= {"title", "dated", "party", "prior", "amount", "signatory", "term"}


def test_spans_cover_their_mentions_by_whole_tokens() -> None:
    doc = build_pipeline()(TEXT)
    for name in STEPS:
        for span, mention in zip(doc.spans[name], doc.user_data[name], strict=True):
            assert span.start_char <= mention[0] < mention[1] <= span.end_char


def test_every_component_but_the_sections_asks_for_the_sections() -> None:
    for name in ORDER[1:]:
        nlp = spacy.blank("en")
        nlp.add_pipe(name)
        with pytest.raises(ValueError, match="loan_sections has to come before"):
            nlp(TEXT)
