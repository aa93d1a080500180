"""The shipped NER model: where it runs, what it adds, and how it is left out."""

import json

import pytest

from extractor import extract_text
from extractor.errors import ModelError
from extractor.extractors.pipeline import build_pipeline
from extractor.nlp.mention import Mention, Parts
from extractor.nlp.passages import even, passages
from extractor.nlp.recogniser import FOLDER, OWN, Name, Recogniser, recogniser, title_of
from extractor.nlp.sections import find_sections
from extractor.resolve.choice import Choice, choose, shipped, wants_model
from extractor.resolve.found import Found
from extractor.resolve.traits import FEATURES
from extractor.training.ship import ship

# No loan, and an opening without "by and between".
NDA = """CONFIDENTIALITY AGREEMENT

In connection with the possible purchase of certain assets, Halberd Tooling, Inc., a Delaware corporation (the "Company"),
will furnish information to Quillon Partners LLC, a Delaware limited liability company (the "Recipient"). The parties agree
as follows:

1. The Recipient will keep the information secret and will use it for no other purpose.

2. This agreement is governed by the laws of the State of Delaware.

IN WITNESS WHEREOF, the parties have executed this agreement as of March 3, 2009.

HALBERD TOOLING, INC.

By: /s/ Maren L. Oster
Name: Maren L. Oster
Title: President

QUILLON PARTNERS LLC

By: /s/ Piet Dorn
Name: Piet Dorn
Title: Managing Member
"""

LOAN = """SECOND AMENDMENT TO LOAN AGREEMENT

THIS SECOND AMENDMENT TO LOAN AGREEMENT is dated as of May 1, 2001, between Halberd Tooling, Inc., a Delaware corporation
(the "Borrower"), and First Bank of Wendham, N.A. (the "Lender").

WHEREAS, the Borrower and the Lender are parties to a Loan Agreement dated as of June 1, 1999;

NOW, THEREFORE, the Borrower and the Lender agree as follows: the principal amount of the loans is increased.
"""


def _names(record):
    return [p.name for p in record.parties]


def test_the_shipped_model_sees_both_parties_of_an_opening():
    (names,) = recogniser(OWN).names([NDA[: NDA.index("1. The")]])
    seen = {NDA[n.start : n.end] for n in names if n.label == "party" and n.score > 0.5}
    assert {"Halberd Tooling, Inc.", "Quillon Partners LLC"} <= seen


def test_no_loan_document_gets_its_parties_from_rules_and_model_together():
    record = extract_text(NDA)
    assert sorted(_names(record)) == ["Halberd Tooling, Inc.", "Quillon Partners LLC"]
    assert all("model.ner" in (p.extractor or "") for p in record.parties)
    # Measured, so never certainty.
    assert all(p.confidence is not None and 0 < p.confidence < 1 for p in record.parties)
    assert all(e.text == NDA[e.start : e.end] for p in record.parties for e in p.evidence)


def test_the_record_names_the_model_and_rules_alone_name_none():
    model = extract_text(NDA).producer.model
    assert model == title_of(OWN) == recogniser(OWN).title
    assert model is not None
    assert model.startswith("en_extractor_parties ")
    assert extract_text(NDA, ner=None).producer.model is None


def test_where_the_rules_find_two_parties_of_a_loan_the_model_is_not_loaded(monkeypatch):
    def never(name):
        raise AssertionError("loaded")

    monkeypatch.setattr("extractor.api.recogniser", never)
    record = extract_text(LOAN)
    assert sorted(_names(record)) == ["First Bank of Wendham, N.A.", "Halberd Tooling, Inc."]
    assert record.producer.model == title_of(OWN)
    with pytest.raises(AssertionError, match="loaded"):
        extract_text(NDA)


@pytest.mark.parametrize(
    "names, loan, wanted",
    [
        (["Acme Inc.", "First Bank"], True, False),
        (["Acme Inc.", "ACME, INC"], True, True),
        ([], True, True),
        (["Acme Inc.", "First Bank"], False, True),
    ],
)
def test_when_the_model_is_asked(names, loan, wanted):
    mentions = [Mention(0, 1, "party", "party.opening", {"name": name}) for name in names]
    assert wants_model(mentions, loan=loan) is wanted


def test_another_pipeline_gives_its_organisations_and_persons_without_confidence(tmp_path):
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "ORG", "pattern": "Halberd Tooling"},
            {"label": "PERSON", "pattern": "Piet Dorn"},
            {"label": "DATE", "pattern": "2009"},
        ]
    )
    nlp.to_disk(tmp_path / "other")
    other = Recogniser(str(tmp_path / "other"))
    assert other.names(["Halberd Tooling met Piet Dorn in 2009."]) == [
        [Name(0, 15, "party", None), Name(20, 29, "person", None)]
    ]
    record = extract_text(NDA, ner=str(tmp_path / "other"))
    assert record.producer.model == other.title == f"en_pipeline {nlp.meta['version']}"
    assert all(p.confidence is None for p in record.parties)


def test_a_pipeline_that_is_not_there_is_an_error_with_its_name():
    with pytest.raises(ModelError, match="no_such_pipeline"):
        extract_text(NDA, ner="no_such_pipeline")


def test_the_component_leaves_its_spans_on_the_doc():
    nlp = build_pipeline()
    doc = nlp(NDA)
    assert "loan_ner" not in doc.spans
    nlp.add_pipe("loan_ner")
    try:
        doc = nlp(NDA)
    finally:
        nlp.remove_pipe("loan_ner")
    seen = {(s.text, s.label_) for s in doc.spans["loan_ner"]}
    assert ("Quillon Partners LLC", "model_party") in seen


def test_passages_are_the_beginning_and_the_signature_pages():
    body = "3. The Recipient returns the information. " * 400
    text = NDA.replace("2. This agreement", f"{body}\n\n2. This agreement")
    first, last = passages(Parts(text, find_sections(text)))
    assert first.text.startswith("CONFIDENTIALITY AGREEMENT")
    assert last.text.startswith("IN WITNESS WHEREOF")
    assert last.text.endswith("Managing Member")
    assert len(first.text) + len(last.text) < 5000


def test_offsets_in_an_even_passage_lead_back_to_the_view():
    view = "between   Acme,\n\n\n     Inc.   and          Bolt\nCo. ________________ end"
    passage = even(view, 0, len(view))
    assert passage.text == "between   Acme,\n\nInc.   and   Bolt\nCo. ___ end"
    for word in ("between", "Acme,", "Inc.", "and", "Bolt", "Co.", "end"):
        at = passage.text.index(word)
        a, b = passage.span(at, at + len(word))
        assert view[a:b] == word


def test_a_score_gets_the_precision_measured_for_its_stretch():
    choice = Choice((0.0,), 0.5, 0.2, ((0.0, 5, 100), (0.5, 40, 50), (0.9, 3, 3)))
    assert choice.precision(0.3) == round(6 / 102, 3)
    assert choice.precision(0.7) == round(41 / 52, 3)
    assert choice.precision(0.95) is None  # three facts say nothing


def test_what_ships_fits_together():
    choice = shipped()
    assert len(choice.weights) == len(FEATURES) + 1
    assert 0 < choice.floor <= choice.threshold < 1
    assert [low for low, _, _ in choice.buckets] == sorted(low for low, _, _ in choice.buckets)
    meta = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    assert meta["labels"]["ner"] == ["PARTY", "PERSON"]


def test_a_shipped_model_has_no_words_of_its_training_texts(tmp_path):
    folder = tmp_path / "model"
    ship(FOLDER, "9.9", folder)
    assert not (folder / "vocab").exists()
    assert not (FOLDER / "vocab").exists()
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert (meta["name"], meta["version"]) == ("extractor_parties", "9.9")
    one, other = (Recogniser(OWN, f).names([NDA[:300]])[0] for f in (folder, FOLDER))
    assert one
    assert one == other


def _seen(start, name, label="party"):
    return Mention(
        start, start + len(name), f"model_{label}", "model.ner", {"name": name, "score": 1.0, "signing": False}
    )


def test_in_a_loan_document_the_rules_parties_stand_and_only_what_is_sure_is_added():
    view = "Halberd Tooling, Inc. owes Quillon Partners LLC and Dornmark Bank."
    parts = Parts(view, find_sections(view))
    rule = Found("Halberd Tooling, Inc.", (0, 21), rules=["party.opening", "model.ner"], spans=[(0, 21)])
    others = [
        Found(n, (view.index(n), view.index(n) + len(n)), rules=["model.ner"])
        for n in ("Quillon Partners LLC", "Dornmark Bank")
    ]
    for one in others:
        one.spans.append(one.span)
    mentions = [_seen(0, rule.name), *(_seen(one.span[0], one.name) for one in others)]
    never = Choice((*[0.0] * len(FEATURES), -9.0), 0.5, 0.1, ())
    always = Choice((*[0.0] * len(FEATURES), 9.0), 0.5, 0.1, ())
    unsure = Choice((*[0.0] * len(FEATURES), -1.0), 0.5, 0.1, ())  # a score of 0.27
    assert [one.name for one in choose(parts, [rule, *others], mentions, never, loan=True)] == [rule.name]
    assert [one.name for one in choose(parts, [rule, *others], mentions, unsure, loan=True)] == [rule.name]
    assert len(choose(parts, [rule, *others], mentions, always, loan=True)) == 3
    assert rule.rules == ["party.opening"]
    assert not rule.decided
    # Elsewhere nothing stands by itself, and the two best need only the floor.
    assert choose(parts, [rule, *others], mentions, never, loan=False) == []
    assert len(choose(parts, [rule, *others], mentions, unsure, loan=False)) == 2


def test_another_form_of_a_name_that_the_rules_gave_is_not_added_to_a_loan():
    view = "BORROWER: HALBERD TOOLING INC. signs for Halberd Tooling, Inc. here."
    parts = Parts(view, find_sections(view))
    rule = Found("BORROWER: HALBERD TOOLING INC.", (0, 30), rules=["party.signature"], spans=[(0, 30)])
    seen = Found("Halberd Tooling, Inc.", (41, 62), rules=["model.ner"], spans=[(41, 62)])
    always = Choice((*[0.0] * len(FEATURES), 9.0), 0.5, 0.1, ())
    assert choose(parts, [rule, seen], [_seen(41, seen.name)], always, loan=True) == [rule]


def test_a_text_without_a_word_is_not_shown_to_the_model():
    assert extract_text("\xad ").parties == []
