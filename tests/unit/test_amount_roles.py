"""Amounts in running text: value, currency, role, words; worked out by hand after the meanings of the roles.

commitment: size of a facility, loan or note, of a lender's share, or a sublimit. advance: a borrowing, draw-down or outstanding balance.
payment: instalment, prepayment, repayment, deposit. fee. covenant: limit, basket, threshold, minimum or maximum. other.
"""

from decimal import Decimal

import pytest
from making.loans import loan, record

from extractor import extract_text
from extractor.records import Amount


def amounts(sentence: str) -> list[Amount]:
    """The amounts of an amendment whose operative part says so."""
    return record(body=f"1. Terms. {sentence}").amounts


ROLES = [
    ("The aggregate Commitments are increased to $75,000,000.", "75000000.00", "commitment"),
    ("The Commitment of the Lender is reduced from $80,000,000.", "80000000.00", "commitment"),
    ("the Revolving Credit Facility in the maximum principal amount of $20,000,000", "20000000.00", "commitment"),
    ("a line of credit of up to $5,000,000 is made available to the Borrower.", "5000000.00", "commitment"),
    ("The Letter of Credit Sublimit is $2,000,000.", "2000000.00", "commitment"),
    ("the Term Loan in the original principal amount of $12,500,000", "12500000.00", "commitment"),
    ("that certain Promissory Note in the face amount of $450,000", "450000.00", "commitment"),
    ("The outstanding principal balance of the Loans is $11,250,000.", "11250000.00", "advance"),
    ("On the date hereof the Borrower will borrow an advance of $1,500,000.", "1500000.00", "advance"),
    ("The Borrower has drawn $3,000,000 of the loan, which remains outstanding.", "3000000.00", "advance"),
    ("The Borrower shall pay the principal in quarterly installments of $625,000.", "625000.00", "payment"),
    ("The Borrower shall prepay the Loans by $4,000,000 on that day.", "4000000.00", "payment"),
    ("a mandatory repayment of $900,000 is due", "900000.00", "payment"),
    ("The Borrower shall deposit $250,000 in the cash collateral account.", "250000.00", "payment"),
    ("The Borrower shall pay to the Lender an amendment fee of $50,000.", "50000.00", "fee"),
    ("a non-refundable waiver fee equal to $12,500", "12500.00", "fee"),
    ("a commitment fee in the amount of $20,000 shall be paid on the date hereof", "20000.00", "fee"),
    ("Capital Expenditures shall not exceed $10,000,000 in any fiscal year.", "10000000.00", "covenant"),
    ("The Borrower shall maintain a Tangible Net Worth of at least $30,000,000.", "30000000.00", "covenant"),
    ("The Borrower shall not permit Consolidated EBITDA to be less than $7,500,000.", "7500000.00", "covenant"),
    ("judgments in excess of $500,000 remain unpaid", "500000.00", "covenant"),
    ("other Indebtedness not exceeding $1,000,000 at any time", "1000000.00", "covenant"),
    ("the sale of its shares at a purchase price of $3.50 per share", "3.50", "other"),
    ("For ten dollars ($10.00) and other good and valuable consideration", "10.00", "other"),
]


@pytest.mark.parametrize(("sentence", "value", "role"), ROLES)
def test_roles(sentence: str, value: str, role: str) -> None:
    (found,) = amounts(sentence)
    assert (found.value, found.role.value) == (Decimal(value), role)


VALUES = [
    ("fifteen million dollars ($15,000,000)", [("15000000.00", "USD", "fifteen million dollars")]),
    (
        "Fifteen Million and 00/100 Dollars ($15,000,000.00)",
        [("15000000.00", "USD", "Fifteen Million and 00/100 Dollars")],
    ),
    ("$2.5 million", [("2500000.00", "USD", None)]),
    ("$2.5 to $3 million", [("2500000.00", "USD", None), ("3000000.00", "USD", None)]),
    ("US$7,500,000.00", [("7500000.00", "USD", None)]),
    ("$500MM", [("500000000.00", "USD", None)]),
    ("$25mm", [("25000000.00", "USD", None)]),
    ("C$40,000,000", [("40000000.00", "CAD", None)]),
    ("Cdn.$40,000,000", [("40000000.00", "CAD", None)]),
    ("A$6,000", [("6000.00", "AUD", None)]),
    ("€1,000,000", [("1000000.00", "EUR", None)]),
    ("£250,000", [("250000.00", "GBP", None)]),
    ("Pounds Sterling 250,000", [("250000.00", "GBP", None)]),
    ("¥1,000,000,000", [("1000000000.00", "JPY", None)]),
    ("Two Hundred Thousand and No/100 Dollars", [("200000.00", "USD", None)]),
    ("$12,500,000, and", [("12500000.00", "USD", None)]),
    ("equal to $25,000,000 or (II)", [("25000000.00", "USD", None)]),
    ("$\u00a01,000,000", [("1000000.00", "USD", None)]),
    ("$0", [("0.00", "USD", None)]),
    ("$0.001 per share", [("0.001", "USD", None)]),
    ("$_______", []),
    ("5,000 shares", []),
    ("Section 2.1, 12.5% and 2004", []),
    ("$1,000,000 and, in another place, $1,000,000.00", [("1000000.00", "USD", None)]),
    ("$1,000,000 and C$1,000,000", [("1000000.00", "USD", None), ("1000000.00", "CAD", None)]),
    ("between $100,000 and $200,000", [("100000.00", "USD", None), ("200000.00", "USD", None)]),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_values(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = amounts(f"The Lender gives {text}.")
    assert [(str(a.model_dump()["value"]), a.currency, a.in_words) for a in found] == expected


def test_printed_with_two_places_at_least() -> None:
    assert '"value":"2500000.00"' in amounts("The Loan is $2.5 million.")[0].model_dump_json()
    assert '"value":"3.125"' in amounts("at $3.125 per share")[0].model_dump_json()


def test_columns_of_a_table() -> None:
    table = """\
1. Amortization.

         Payment date                 Amount
         -------------------      ------------
         September 30, 2004       $  1,250,000
         December 31, 2004           1,500,000
         March 31, 2005              1,750,000
"""
    assert [str(a.value) for a in record(body=table).amounts] == ["1250000", "1500000", "1750000"]


def test_every_place_is_evidence() -> None:
    text = loan(body="1. The Loan of $5,000,000 is renewed. The Lender lends $5,000,000 and no more.")
    (found,) = extract_text(text).amounts
    assert [e.text for e in found.evidence] == ["$5,000,000", "$5,000,000"]
    assert [text[e.start : e.end] for e in found.evidence] == ["$5,000,000", "$5,000,000"]


ADVANCES = """\
SCHEDULE OF ADVANCES

DATE OF ADVANCE              AMOUNT OF ADVANCE
02/14/03                   1,310,450.25
05/09/03                     417,806.40
06/30/03                      (1,275.00)
"""


def test_figures_under_a_caption_that_calls_them_money_are_amounts() -> None:
    found = [a.value for a in record(body=ADVANCES).amounts]
    assert found == [Decimal("1310450.25"), Decimal("417806.40"), Decimal("1275.00")]


@pytest.mark.parametrize("caption", ["NUMBER OF SHARES ", "ACRES            ", "AMOUNT (in thousands)", "NET WORTH RATIO  "])
def test_figures_under_another_caption_are_none(caption: str) -> None:
    assert record(body=ADVANCES.replace("AMOUNT OF ADVANCE", caption)).amounts == []
