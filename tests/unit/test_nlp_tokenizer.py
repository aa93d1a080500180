"""The tokenizer: lossless, and cut where facts end."""

import pytest
import spacy

from extractor.nlp.tokenizer import LegalTokenizer

NLP = spacy.blank("en")
TOKENIZER = LegalTokenizer(NLP.vocab)

TABLE = [
    ("$25MM", ["$", "25", "MM"]),
    ("US$7,500,000.00", ["US", "$", "7,500,000.00"]),
    ("C$2.5 million", ["C", "$", "2.5", "million"]),
    ("($15,000,000)", ["(", "$", "15,000,000", ")"]),
    ("$1,000.", ["$", "1,000", "."]),
    ("€5", ["€", "5"]),
    ("2.5%", ["2.5", "%"]),
    ("No. 6", ["No.", "6"]),
    ("Nos. 1 and 2", ["Nos.", "1", "and", "2"]),
    ("#2", ["#", "2"]),
    ("§ 2.1(a)", ["§", "2.1", "(", "a", ")"]),
    ("Section 2.1(a)(ii)", ["Section", "2.1", "(", "a", ")", "(", "ii", ")"]),
    ('(the "Loan")', ["(", "the", '"', "Loan", '"', ")"]),
    ("(the “Loan”)", ["(", "the", "“", "Loan", "”", ")"]),
    ("Borrower's", ["Borrower's"]),
    ("Borrower’s", ["Borrower’s"]),
    ("AT&T Corp., N.A.", ["AT&T", "Corp.", ",", "N.A."]),
    ("Acme, Inc. and", ["Acme", ",", "Inc.", "and"]),
    ("12/31/05", ["12", "/", "31", "/", "05"]),
    ("Twenty-First", ["Twenty", "-", "First"]),
    ("December 31st, 1999", ["December", "31", "st", ",", "1999"]),
    ("April __, 1999", ["April", "__", ",", "1999"]),
    ("By:____", ["By", ":", "____"]),
    ("/s/ Roe", ["/", "s", "/", "Roe"]),
    ("day.Now", ["day", ".", "Now"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "tokens"), TABLE)
def test_tokens(text: str, tokens: list[str]) -> None:
    doc = TOKENIZER(text)
    assert [t.text for t in doc] == tokens
    assert doc.text == text


LOSSLESS = [
    " ",
    "  ",
    "a  b",
    "a   b",
    " a",
    "a ",
    "a  ",
    "a \n b",
    "a\n\n  b",
    "a\tb",
    "a\u00a0b",
    "a\r\nb",
    "\n",
    "\ufeffa",
    "a \u00a0 b",
    "日本 10億円",
    "e\u0301 \U0001f600 x",
]


@pytest.mark.parametrize("text", LOSSLESS)
def test_lossless(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(t.text for t in doc)


def test_offsets() -> None:
    text = "lend  $25MM\n(§ 2.1)"
    for token in TOKENIZER(text):
        assert text[token.idx : token.idx + len(token)] == token.text


def test_a_pipeline_with_it_goes_to_bytes_and_back() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = LegalTokenizer(nlp.vocab)
    assert [t.text for t in nlp.from_bytes(nlp.to_bytes())("No. 6")] == ["No.", "6"]
