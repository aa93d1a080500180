"""What holds for every record, whatever the text: exact offsets, a valid record, no error of the wrong sort, the same answer twice."""

import contextlib
import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import ExtractError, Record, extract_text, schema
from extractor.api import extract_all
from extractor.nlp.sections import find_sections
from extractor.nlp.view import make_view

DOCUMENTS = sorted((Path(__file__).resolve().parents[2] / "corpus").glob("*.txt"))
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)

#: What loan documents are made of, and what breaks readers of them.
PIECES = st.sampled_from(
    [
        "AMENDMENT NO. 6 TO LOAN AGREEMENT",
        "This First Amendment",
        '(this "Amendment")',
        "dated as of May 1, 2001",
        "as amended by",
        "the 12th day of June, 2002",
        "February 30, 2001\n    ",
        'between Acme Tools, Inc., a Delaware corporation (the "Borrower")',
        "and First Harbor Bank, N.A.",
        "among",
        "WHEREAS,",
        "NOW, THEREFORE,",
        "IN WITNESS WHEREOF",
        "By: /s/ Jane R. Roe",
        "Name:",
        "Title: Treasurer\n    ",
        "Its:",
        "____________",
        "fifteen million dollars ($15,000,000)",
        "$2.5 million",
        "C$",
        "€5",
        "$",
        "$_____",
        "12/31/05",
        "Section 2.1(a)",
        "§",
        '"Maturity Date" means',
        "(",
        ")",
        "((",
        '"',
        "“",
        "”",
        ",",
        ".",
        ";",
        ":",
        "/s/",
        "ATTEST:",
        "EXHIBIT A",
        "SCHEDULE 1\n    ",
        "<PAGE>",
        "<PAGE>   3",
        "<TABLE>",
        "&nbsp;",
        "Agree-",
        "ment",
        "Sep-",
        "tember 9, 2001",
        "governed by the laws of the State of New York",
        "effective as of",
        "Ladies and Gentlemen:",
        "Re:",
        "GUARANTORS:",
        "and",
        "by",
        "a",
        "the",
        "No.",
        "Nos. 1 and 2\n    ",
        "Twenty-",
        "First",
        "one hundred",
        "and No/100",
        "#2",
        "f/k/a",
        "successor by merger to",
        "as agent",
        "\xa0",
        "\xad",
        "\ufeff",
        "\u2028",
        "\x0c",
        "é",
        "日本",
        "😀",
        "İ",
        "ß",
        "ﬁ",
    ]
)
GAPS = st.sampled_from(
    [" ", "  ", "\n", "\n\n", "\r\n", "\t", "\n      ", "", "          ", "\x0b", "\u00a0", "\n\n\n"]
)
TEXTS = st.lists(st.tuples(PIECES, GAPS), min_size=1, max_size=60).map(
    lambda pairs: "".join(a.strip("\n ") + b for a, b in pairs)
)


def check(text: str) -> Record | None:
    """The record of a text, after everything that has to hold was looked at; None where there is none."""
    try:
        record = extract_text(text)
    except ExtractError:
        assert not text.strip(), "a text gives a record"
        return None
    printed = record.model_dump_json()
    schema.validate(printed)
    for evidence in evidences(json.loads(printed)):
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]
        assert evidence["start"] < evidence["end"]
    return record


def evidences(node: object) -> list[dict[str, object]]:
    """All evidence, wherever it stands in a record."""
    if isinstance(node, list):
        return [e for item in node for e in evidences(item)]
    if not isinstance(node, dict):
        return []
    return [*node.get("evidence", []), *(e for key, item in node.items() if key != "evidence" for e in evidences(item))]


@SLOW
@given(TEXTS)
def test_texts_of_loan_words(text: str) -> None:
    check(text)


@SLOW
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text)


@SLOW
@given(TEXTS)
def test_same_text_same_record(text: str) -> None:
    if text.strip():
        assert extract_text(text).model_dump_json() == extract_text(text).model_dump_json()


@SLOW
@given(TEXTS)
def test_view_and_sections(text: str) -> None:
    view = make_view(text)
    assert len(view.text) == len(text)
    sections = find_sections(view.text)
    assert [s.start for s in sections] == [0, *(s.end for s in sections[:-1])][: len(sections)]
    assert (sections[-1].end if sections else 0) == len(text)
    start = len(text) // 3
    a, b = view.exact(start, start + 5)
    assert a <= start
    assert b >= min(start + 5, len(text))


@SLOW
@given(data=st.binary(max_size=400))
def test_any_bytes(data: bytes, tmp_path: Path) -> None:
    check_bytes(data, tmp_path)


@SLOW
@given(text=TEXTS, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"]))
def test_texts_in_any_encoding(text: str, encoding: str, tmp_path: Path) -> None:
    check_bytes(text.encode(encoding, errors="replace"), tmp_path)


@SLOW
@given(
    head=st.sampled_from(
        [
            b"%PDF-1.7\n",
            b"PK\x03\x04",
            b"<html><body>",
            b"<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\n",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"II*\0",
            b"{\\rtf",
            b"<SEC-DOCUMENT>",
        ]
    ),
    rest=st.binary(max_size=200),
)
def test_what_only_begins_like_a_known_form(head: bytes, rest: bytes, tmp_path: Path) -> None:
    check_bytes(head + rest, tmp_path)


def check_bytes(data: bytes, folder: Path) -> None:
    """A file of these bytes gives valid records or an error meant for users."""
    path = folder / "file"
    path.write_bytes(data)
    with contextlib.suppress(ExtractError):
        check_records(list(extract_all(path, with_text=True)))


def check_records(records: list[Record]) -> None:
    """Records that carry their text are valid, and their offsets exact."""
    for record in records:
        printed = record.model_dump_json()
        schema.validate(printed)
        text = record.source.text
        assert text is not None
        assert all(text[e["start"] : e["end"]] == e["text"] for e in evidences(json.loads(printed)))  # type: ignore[misc]


#: What typesetting may do to a document without changing a fact: text put in, or put in place of another.
NOISE = ("\r\n", "\n<PAGE>\n", "\n\n          12\n\n<PAGE>\n\n", "\t", "\u00a0", "   ", "\n")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_corpus_with_noise(path: Path) -> None:
    """Offsets stay exact and records valid wherever marks, line ends and tabs stand; the noise is the same in every run."""
    text = path.read_text(encoding="utf-8")
    chance = random.Random(path.stem)
    for _ in range(2):
        pieces = text.split(" ")
        for at in chance.sample(range(len(pieces)), k=min(len(pieces), 40)):
            pieces[at] += chance.choice(NOISE)
        check(" ".join(pieces))
    for variant in (
        text.replace("\n", "\r\n"),
        text.replace(" ", "\u00a0"),
        text[: len(text) // 2],
        text[len(text) // 2 :],
    ):
        check(variant)


def values(text: str) -> dict[str, object]:
    """What a record says of the document, by field, without evidence."""
    dumped = extract_text(text).model_dump(mode="json", exclude={"source": True, "instrument": {"provenance"}})
    return {name: bare(field) for name, field in dumped.items()}


def bare(node: object) -> object:
    """A record's values without evidence, white space folded."""
    if isinstance(node, dict):
        return {k: bare(v) for k, v in node.items() if k != "evidence"}
    if isinstance(node, list):
        return [bare(item) for item in node]
    return " ".join(node.split()) if isinstance(node, str) else node


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_other_systems_line_ends_change_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    usual, other = values(text), values(text.replace("\n", "\r\n"))
    assert {name for name in usual if usual[name] != other[name]} == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_no_break_blanks_change_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    usual, other = values(text), values(text.replace(" ", "\u00a0"))
    assert {name for name in usual if usual[name] != other[name]} == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_curly_quotes_change_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    curly = re.sub(r'(?<=[\s(])"(?=\w)', "“", text).replace('"', "”")
    usual, other = values(text), values(curly)
    assert {name for name in usual if bare_quotes(usual[name]) != bare_quotes(other[name])} == set()


def bare_quotes(node: object) -> str:
    """A field as text, its quotation marks straight."""
    return json.dumps(node, ensure_ascii=False).replace('\\"', '"').replace("“", '"').replace("”", '"')
