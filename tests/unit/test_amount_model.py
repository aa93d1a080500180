"""The model of amounts' roles: features worked out by hand, and weights that can be added up by hand."""

import base64
import math
from array import array
from decimal import Decimal

import pytest

from extractor.extractors.amount_features import Names, features
from extractor.extractors.amount_model import Model
from extractor.extractors.amount_roles import read


def test_features_of_a_sentence() -> None:
    text = "The Borrower shall pay a fee of $50,000 to the Agent."
    seen = features(text, text.index("$"), text.index(" to the"), "operative", Decimal(50000), Names())
    # "of" stands right before the amount, "borrower" seventh; two words behind it are a pair.
    assert seen["0_of"] == seen["0_fee"] == 1.0
    assert seen["1_borrower"] == 1.0
    assert seen["b_fee_of"] == 1.0
    assert seen["c_pay_fee"] == 1.0
    assert seen["p_agent"] == seen["pb_the_agent"] == 1.0
    assert seen["mag_4"] == seen["sec_operative"] == 1.0
    assert seen["rule_fee"] == 1.5
    assert "odd" not in seen
    assert "table" not in seen


def test_words_of_an_earlier_sentence_count_less() -> None:
    text = "A fee is due. The Borrower owes $1,234."
    seen = features(text, text.index("$"), len(text) - 1, "operative", Decimal(1234), Names())
    assert (seen["0_owes"], seen["1_fee"]) == (1.0, 0.6)
    assert seen["odd"] == 1.0


def _packed(*rows: tuple[int, int]) -> str:
    return base64.b64encode(array("h", [x for row in rows for x in row]).tobytes()).decode()


def test_weights_add_up() -> None:
    model = Model(["fee", "payment"], [0, 100], "a b", _packed((1000, 0), (0, 500)))
    # fee 1.0 * 1.0 = 1.0; payment 0.1 + 0.5 * 0.5 = 0.35.
    role, probability = model.role_of({0: 1.0, 1: 0.5})
    assert role == "fee"
    assert probability == round(1 / (1 + math.exp(-0.65)), 3)


def test_the_shipped_model_knows_every_role() -> None:
    model = Model.shipped()
    assert sorted(model.roles) == ["advance", "commitment", "covenant", "fee", "other", "payment"]
    assert len(model.weights) == 6 * sum(map(len, model.kinds.values()))


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
