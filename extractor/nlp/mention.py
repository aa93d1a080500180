"""What every extractor gives: a span of the text, what it is, which rule found it, and what was read off it."""

from typing import Any, NamedTuple

from extractor.nlp.sections import Section


class Mention(NamedTuple):
    """A candidate fact.

    Attributes:
        start: offset of its first character in the plain text.
        end: offset behind its last character.
        label: what it is, for instance ``party`` or ``date``.
        rule: the id of the rule that found it.
        data: what the rule read off it: plain strings, numbers, lists and offsets only, so that a Doc that carries
            mentions can be written to bytes.
    """

    start: int
    end: int
    label: str
    rule: str
    data: dict[str, Any]


class Parts:
    """The text's view and its sections, as the extractors take them."""

    def __init__(self, view: str, sections: list[Section]) -> None:
        self.view = view
        self.sections = sections

    def span(self, *names: str) -> tuple[int, int]:
        """Offsets from the first to the last of the named sections; (0, 0) where there is none of them."""
        chosen = [s for s in self.sections if s.name in names]
        return (min(s.start for s in chosen), max(s.end for s in chosen)) if chosen else (0, 0)

    def each(self, name: str) -> list[tuple[int, int]]:
        """Offsets of every section of that name."""
        return [(s.start, s.end) for s in self.sections if s.name == name]

    def section_at(self, offset: int) -> str:
        """Name of the section in which the character at `offset` stands."""
        for section in self.sections:
            if section.start <= offset < section.end:
                return section.name
        return self.sections[-1].name if self.sections else ""
