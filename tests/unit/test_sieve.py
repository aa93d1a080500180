"""Patterns of a sieve and of scans find what `regex` alone finds."""

from itertools import product

import pytest
import regex

from extractor.values.scan import Scan, _finder
from extractor.values.sieve import Sieve

PATTERNS = (
    (r"^\W*name\s*:\s*(.*)$", regex.I | regex.S),
    (r"\b(?:Bank|Trust)\b", 0),
    (r"(?<!\bno )agent(?=s\b)", regex.I),
    (r"\bagent\b[^.;]{0,200}\bfor\s+$", regex.I),
    (r"_{4,}", 0),
    (r"soci[eé]t[eé]\b", regex.I),
)
TEXTS = (
    "",
    "NAME: Jane Roe",
    "Name:\n",
    "Harbor Bank and Trust",
    "Bankers",
    "The agents; no agents",
    "as agent for the time being for ",
    "________",
    "SOCIÉTÉ Générale",
    "Sociét\u00e9",
)


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_members_find_what_the_pattern_finds(pattern: str, flags: int) -> None:
    sieve = Sieve()
    members = {p: sieve.compile(p, f) for p, f in PATTERNS}
    exact = regex.compile(pattern, flags)
    for text in TEXTS:
        for method in ("search", "match", "fullmatch"):
            found, wanted = getattr(members[pattern], method)(text), getattr(exact, method)(text)
            assert (found and found.span()) == (wanted and wanted.span()), (method, text)
        assert [m.span() for m in members[pattern].finditer(text)] == [m.span() for m in exact.finditer(text)]
        assert members[pattern].sub("-", text) == exact.sub("-", text)


def test_a_sieve_is_whole_before_its_first_text() -> None:
    sieve = Sieve()
    assert sieve.compile("a").search("b") is None
    with pytest.raises(RuntimeError):
        sieve.compile("b")


def test_parts_of_a_text_are_searched_with_what_stands_before_them() -> None:
    text = "loans\nloan\nbank loan"
    for pattern, flags in ((r"^loan", regex.M), (r"\bloan\b", 0), (r"loan$", 0), (r"\Aloan", 0)):
        scan, exact = Scan(pattern, flags), regex.compile(pattern, flags)
        for start, end in product(range(len(text) + 1), repeat=2):
            found = [m.span() for m in scan.finditer(text, start, end)]
            assert found == [m.span() for m in exact.finditer(text, start, end)], (pattern, start, end)


def test_places_are_the_same_without_the_library_s_inner_part(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = Scan("an?")

    class Plain:
        """A library that has but its public part."""

        def search(self, text: bytes, pos: int) -> object:
            return regex.compile(b"an?").search(text, pos)

    place = scan._place
    monkeypatch.setattr("extractor.values.scan.re2.compile", lambda pattern, options: Plain())
    plain = _finder(b"an?")
    for text, pos in product((b"banana", b"", b"xyz"), range(4)):
        assert plain(text, pos) == place(text, pos)


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[ \t]*(By|Name)[ \t]*:",
        r"^(?:a|b)+[(|]x",
        r"^\(?\d{1,3}\)?$",
        r"^",
        r"^a|b",
        r"(?<=\n)^x",
        r"^((?:a(?:b|c))*)d",
    ],
)
def test_patterns_of_lines_are_found_where_regex_finds_them(pattern: str) -> None:
    text = "By: x\n\n  Name :\nab(x\nb|x by: b\n(12)\n7\nacabd\nx\n\nb\nd\n"
    for flags, pos, end in product((regex.M, regex.M | regex.I, 0), range(0, len(text), 3), (len(text), len(text) - 5)):
        exact = regex.compile(pattern, flags)
        found = [m.span() for m in Scan(pattern, flags).finditer(text, pos, end)]
        assert found == [m.span() for m in exact.finditer(text, pos, end)], (flags, pos, end)


def test_what_has_to_follow_is_part_of_what_a_sieve_looks_for() -> None:
    sieve = Sieve()
    cut = sieve.compile(r"\s+(?=as\s+(?:agent|lender))|,\s*(?=an?\s)")
    assert not sieve.may("Alder Mills Company")
    assert cut.split("Alder Mills as agent, a bank") == ["Alder Mills", "as agent", "a bank"]
