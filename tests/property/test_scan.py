"""A `Scan` finds what its pattern finds, on any text."""

import importlib
import pkgutil

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from extractor.values.scan import Scan, loosened

PIECES = """
the THIS This by By: dated as of May June 1 12 2001 , . ; : $ ( ) [ ] _ - / ' " é ü € – “ ” §
First Second 3rd Amendment AMENDMENT Agreement Credit Loan to No. 2 and Restated waiver Consent letter agreement
governed by law laws of the State of Ohio English WHEREAS WITNESSETH NOW, THEREFORE agrees as follows
IN WITNESS WHEREOF ACCEPTED AND Very truly yours Name: Title: /s/ ________ EXHIBIT A ANNEX B SCHEDULE 1 to
effective upon the date hereof takes effect Maturity Date means shall be matures on due Dear Sirs: Gentlemen:
dollars pounds sterling Euros EUR CHF (Pounds) Ps.5 5,000 <PAGE> 12 &nbsp; Section 2.1(a)
""".split()  # noqa: SIM905 (read as words)
PIECES += ["agree-\nment", "New\nYork", "\n", "\n \n", "\t", "    ", "\u00a0", "\u00ad"]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", "", "\n", "\n\n"])), max_size=40).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


def _scans() -> dict[str, Scan]:
    found = {}
    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if module.name.split(".")[1] in ("values", "nlp", "extractors", "resolve"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Scan):
                    found[f"{module.name}.{name}"] = value
    return found


@pytest.mark.parametrize("scan", [pytest.param(s, id=n) for n, s in sorted(_scans().items())])
@settings(max_examples=60, deadline=None)
@given(text=TEXTS, start=st.integers(0, 60), end=st.integers(0, 400))
def test_finds_what_the_pattern_finds(scan: Scan, text: str, start: int, end: int) -> None:
    for bounds in ((0, len(text)), (min(start, len(text)), min(end, len(text)))):
        expected = [m.span() for m in scan.exact.finditer(text, *bounds)]
        assert [m.span() for m in scan.finditer(text, *bounds)] == expected


def test_longer_texts_are_scanned_the_same() -> None:
    scan, text = Scan(r"(?<=\b[Nn]o\. )\d+(?!\d|%)"), "No. 12 is no. 7, not No. 5% and no. 88.\n" * 200
    assert [m.group() for m in scan.finditer(text)] == ["12", "7", "88"] * 200
    assert scan.search(text, 20).group() == "88"
    assert scan.search(text, len(text) - 3) is None


def test_places_come_thick() -> None:
    scan, text = Scan(r"(?<!a )b\b"), "b " * 2000 + "x a b bb b"
    assert [m.span() for m in scan.finditer(text)] == [m.span() for m in scan.exact.finditer(text)]
    assert len(list(scan.finditer(text))) == 2002


def test_substitution() -> None:
    scan = Scan(r"(?<!\w)a+(?=\W)")
    assert scan.sub(lambda m: str(len(m.group())), "aa baa a aaa.") == "2 baa 1 3."
    assert scan.sub(lambda m: "", "none") == "none"


@pytest.mark.parametrize(
    ("pattern", "loose"),
    [
        (r"a(?=b[)(]\))c", "ac"),
        (r"(?<!x(?:y|z))a", "a"),
        (r"(a)(?P<b>c)(?i:d)", "(?:a)(?:c)(?i:d)"),
        (r"a++b*+c{2,3}+d+?", "a+b*c{2,3}d+?"),
        (r"[a(?=\]]x", r"[a(?=\]]x"),
        (r"a$", r"a\n?\z"),
        (r"a\(?=b\$", r"a\(?=b\$"),
    ],
)
def test_loosened(pattern: str, loose: str) -> None:
    assert loosened(pattern) == loose
    regex.compile(pattern)
