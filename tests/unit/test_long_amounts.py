"""Amounts of more digits than decimals usually hold."""

from decimal import Decimal

from extractor.records import Amount


def test_more_digits_than_the_usual_context_holds() -> None:
    value = Decimal("1" + "000" * 12)
    amount = Amount(value=value, currency="USD", role="other", in_words=None, evidence=[], extractor="amount.form")
    assert amount.model_dump(mode="json")["value"] == f"{value}.00"
