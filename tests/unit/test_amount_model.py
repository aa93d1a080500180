"""The model of amounts' roles: features worked out by hand, and weights that can be added up by hand."""

import base64
import math
from array import array
from decimal import Decimal

import pytest

from extractor.extractors.amount_features import features, named
from extractor.extractors.amount_model import Model
from extractor.extractors.amount_roles import read


def test_features_of_a_sentence() -> None:
    text = "The Borrower shall pay a fee of $50,000 to the Agent."
    seen = named(features(text, text.index("$"), text.index(" to the"), "operative", Decimal(50000)))
    # "of" stands right before the amount, "borrower" sixth; words behind it are alone and in pairs.
    assert seen["0_of"] == seen["0_fee"] == seen["a_of"] == 1.0
    assert seen["1_borrower"] == 1.0
    assert seen["a_borrower"] == 0.9
    assert seen["c_pay_fee"] == 1.0
    assert seen["p_agent"] == seen["pb_the_agent"] == 1.0
    assert seen["mag_4"] == seen["sec_operative"] == 1.0
    assert seen["rule_fee"] == 1.5
    assert "odd" not in seen
    assert "table" not in seen


def test_words_of_an_earlier_sentence_count_less() -> None:
    text = "A fee is due. The Borrower owes $1,234."
    seen = named(features(text, text.index("$"), len(text) - 1, "operative", Decimal(1234)))
    assert (seen["0_owes"], seen["1_fee"], seen["a_fee"]) == (1.0, 0.6, 0.54)
    assert seen["odd"] == 1.0


def test_of_a_word_that_stands_twice_the_nearest_counts() -> None:
    text = "The fee, a fee that the Borrower shall by the terms of this Agreement pay in cash, is $1,000; the fee is the Agent's."
    groups = features(text, text.index("$"), text.index("; the"), "operative", Decimal(1000))
    seen = named(groups)
    assert sum(len(words) for _, _, words in groups) == len(seen)
    # From the amount backwards "the" stands ninth, thirteenth and last, "fee" fifteenth and seventeenth.
    assert (seen["a_the"], seen["a_fee"]) == (0.9, 0.7)
    # Behind the amount the sentence goes on behind its semicolon for half.
    assert (seen["p_the"], seen["p_fee"]) == (0.5, 0.5)


def _packed(*rows: tuple[int, int]) -> str:
    return base64.b64encode(array("h", [x for row in rows for x in row]).tobytes()).decode()


def test_weights_add_up() -> None:
    model = Model(["fee", "payment"], [0, 100], "a_x a_y odd", _packed((1000, 0), (0, 500), (-200, 0)))
    # fee 1.0 * 1.0 - 0.2 = 0.8; payment 0.1 + 0.5 * 0.5 = 0.35; nobody knows the word "z", nor a kind "b".
    role, probability = model.role_of([("a", 100, {"x", "z"}), ("a", 50, {"y"}), ("odd", 100, {""}), ("b", 100, {"x"})])
    assert role == "fee"
    assert probability == round(1 / (1 + math.exp(-0.45)), 3)


def test_the_shipped_model_knows_every_role() -> None:
    model = Model.shipped()
    assert sorted(model.roles) == ["advance", "commitment", "covenant", "fee", "other", "payment"]
    assert len(model.weights) == 6 * sum(len(rows.numbers) for rows in model.kinds.values())


@pytest.mark.parametrize(
    ("between", "heading"),
    [(80, "Financial Covenants"), (290, "Financial Covenants"), (900, "Financial Covenants"), (1300, "")],
)
def test_the_heading_above_an_amount(between: int, heading: str) -> None:
    text = (
        "6. Fees. None.\n\n7.\n   Financial Covenants. "
        + "so it is said, " * (between // 15)
        + "that $5,000 will do.\n\nNotices:"
    )
    at = text.index("$")
    assert read(text, at, at + 6).heading == heading
