"""Names are found however they are spaced, and looking for them takes no longer than reading."""

from extractor.values import spelling


def test_words_stand_no_further_apart_than_a_line_end_and_an_indent() -> None:
    assert list(spelling.spellings("Alder Mills", "ALDER    MILLS, and Alder     Mills")) == [(0, 14)]


def test_lines_read_as_one_name_are_looked_for_nowhere() -> None:
    line = "FIRST HARBOR BANK\n"
    assert list(spelling.spellings(line * 21, line * 21)) == []
    assert next(spelling.spellings(line, line * 21)) == (0, 17)


def test_a_long_gap_before_a_word_is_not_read_to_its_end() -> None:
    looked: list[int] = []

    class Watched(str):
        def __getitem__(self, at: object) -> str:
            looked.append(1)
            return super().__getitem__(at)  # type: ignore[index]

    text = Watched("alder" + " " * 1000 + "mills")
    assert spelling._before(text, 1005, ["alder"]) is None
    assert len(looked) < 10
