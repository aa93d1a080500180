"""Where amounts stand, and which of their mentions are asked what they are for."""

from extractor.extractors import amounts
from extractor.extractors.amount_model import Model
from extractor.nlp.mention import Parts
from extractor.nlp.sections import ANNEX, OPERATIVE, Section


def _parts(operative: str, annex: str) -> Parts:
    edge = len(operative)
    return Parts(operative + annex, [Section(OPERATIVE, 0, edge), Section(ANNEX, edge, edge + len(annex))])


def test_an_annex_is_asked_only_for_what_stands_nowhere_else() -> None:
    parts = _parts("The Borrower shall pay a fee of $50,000.\n", "Total: $50,000. Capital Expenditures of $70,000.\n")
    own, again, other = amounts.find(parts)
    assert own.data["probability"] > 0
    assert again.data["probability"] == 0
    assert (other.data["section"], other.data["probability"] > 0) == ("annex", True)


def test_behind_a_clear_mention_no_other_is_asked() -> None:
    clear = "the Borrower shall pay to the Agent a non-refundable amendment fee in the amount of $50,000"
    first, second = amounts.find(_parts(f"{clear}.\n\nOf the $50,000, nothing is refunded.\n", ""))
    assert first.data["role"] == "fee"
    assert first.data["probability"] >= 0.97
    assert second.data["probability"] == 0


def test_behind_an_unclear_mention_the_next_is_asked() -> None:
    unclear = "Of the $50,000 that is spoken of below"
    clear = "the Borrower shall pay to the Agent a non-refundable amendment fee in the amount of $50,000"
    first, second = amounts.find(_parts(f"{unclear}.\n\nOn the date hereof {clear}.\n", ""))
    assert 0 < first.data["probability"] < 0.97 <= second.data["probability"]
    assert second.data["role"] == "fee"


def test_what_follows_a_clear_mention_is_not_asked_however_many_mentions_are_unclear_before_it() -> None:
    unclear = "Of the $50,000 that is spoken of below.\n\n"
    clear = "The Borrower shall pay to the Agent a non-refundable amendment fee in the amount of $50,000.\n\n"
    asked = [m.data["probability"] > 0 for m in amounts.find(_parts(unclear * 2 + clear + unclear * 5, ""))]
    assert asked == [True, True, True, False, False, False, False, False]


def test_a_figure_with_its_currency_behind_it_is_one_amount_in_a_column_too() -> None:
    table = "Payment Date          Amount of Payment\nJune 1                     200,000 Euro\nJuly 1                     300,000 Euro\n"
    found = [(m.data["value"], m.data["currency"]) for m in amounts.find(_parts(table, ""))]
    assert found == [("200000", "EUR"), ("300000", "EUR")]


def test_a_kind_that_no_feature_has_adds_nothing() -> None:
    groups = [("sec", 100, {"operative"})]
    assert Model.shipped().role_of(groups) == Model.shipped().role_of([*groups, ("unheard", 100, {"of"})])
