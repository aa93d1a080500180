"""The view: as long as the text, without its typographical noise."""

import pytest

from extractor.nlp.view import make_view

SAME_LENGTH = [
    ("plain", "as of May 1, 2001", "as of May 1, 2001"),
    ("curly quotes", "the “Loan” of ‘A’s’", "the \"Loan\" of 'A's'"),
    ("low and angle quotes", "„Loan‟ «Loan»", '"Loan" "Loan"'),
    ("no-break blank", "May\u00a01,\u00a02001", "May 1, 2001"),
    ("thin and wide blanks", "May\u20091,\u30002001", "May 1, 2001"),
    ("soft hyphen and zero width", "Agree\u00adment\u200b", "Agreement  "),
    ("carriage return", "one\r\ntwo", "one \ntwo"),
    ("form feed", "one\ftwo", "one\ntwo"),
    ("typographic hyphens", "Twenty‐First Twenty‑First", "Twenty-First Twenty-First"),
    ("dashes stay", "1999–2000 — done", "1999–2000 — done"),
    ("tabs stay", "By:\tname", "By:\tname"),
    ("page mark", "a\n<PAGE>\nb", "a\n      \nb"),
    ("page mark with its number", "a\n<PAGE>   12\nb", "a\n           \nb"),
    ("small letters in the mark", "a\n<page>\nb", "a\n      \nb"),
    ("table tags", "<TABLE>\n<S>  <C>\n$1,000\n</TABLE>", "       \n        \n$1,000\n        "),
    ("entity left in the text", "May&nbsp;1", "May      1"),
    ("less-than signs of other kinds stay", "<Borrower> 1 < 2", "<Borrower> 1 < 2"),
]


@pytest.mark.parametrize(("text", "view"), [pytest.param(*case[1:], id=case[0]) for case in SAME_LENGTH])
def test_view(text: str, view: str) -> None:
    assert len(view) == len(text), "the case itself"
    assert make_view(text).text == view


def test_an_amount_after_a_page_mark_stays() -> None:
    assert "$5,000" in make_view("a\n<PAGE>\n$5,000\n").text


@pytest.mark.parametrize("number", ["12", "- 12 -", "-12-", "Page 12", "     12", "(12)"])
def test_page_numbers_between_blank_lines_go(number: str) -> None:
    text = f"as amended on\n\n{number}\n\nMay 1, 2001"
    view = make_view(text).text
    assert view == text.replace(number, " " * len(number))


@pytest.mark.parametrize("line", ["12 May 2001", "$12", "12%", "1999", "1,250", "12. Notices"])
def test_other_lines_of_figures_stay(line: str) -> None:
    text = f"as amended on\n\n{line}\n\nand so on"
    assert make_view(text).text == text


class TestHyphenation:
    """Words that a line end cuts in two are drawn together; the offsets of both halves can be found again."""

    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("the agree-\nment of the parties", "agreement"),
            ("the agree-\n     ment of the parties", "agreement"),
            ("the agree- \r\nment of the parties", "agreement"),
            ("September 1; dated Sep-\ntember 9, 2001", "September"),
            ("dated Sep-\ntember 9, 2001", "September"),
            ("dated Janu-\nary 9, 2001", "January"),
            ("the agree\u00ad\nment of the parties", "agreement"),
        ],
    )
    def test_joined(self, text: str, word: str) -> None:
        view = make_view(text)
        assert len(view.text) == len(text)
        assert word in view.text.split()
        at = view.text.rindex(word)
        start, end = view.exact(at, at + len(word))
        assert "".join(text[start:end].split()).replace("-", "").replace("\u00ad", "") == word

    @pytest.mark.parametrize(
        ("text", "view"),
        [
            ("a non-recourse loan is non-\nrecourse", "a non-recourse loan is non-recourse "),
            ("Smith-Jones and Smith-\nJones", "Smith-Jones and Smith-Jones "),
            ("the Post-\nPetition Agreement", "the Post-Petition  Agreement"),
            ("1999-\n2000", "1999-\n2000"),
            ("Section 2-\nA", "Section 2-\nA"),
            ("LENDER-\nHARBOR BANK", "LENDER-\nHARBOR BANK"),
        ],
    )
    def test_compounds_keep_their_hyphen(self, text: str, view: str) -> None:
        assert make_view(text).text == view

    def test_offsets_of_a_compound(self) -> None:
        view = make_view("the Post-\nPetition Agreement")
        assert view.exact(4, 17) == (4, 18)

    def test_offsets_outside_are_unchanged(self) -> None:
        text = "one agree-\nment two"
        view = make_view(text)
        assert view.exact(0, 3) == (0, 3)
        assert view.exact(len(text) - 3, len(text)) == (len(text) - 3, len(text))
        assert view.exact(0, len(text)) == (0, len(text))
