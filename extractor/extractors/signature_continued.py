"""Names and offices of who signs that a line's end cut: whether the next line goes on with them."""

import regex

from extractor.extractors.page_rows import Line
from extractor.extractors.signature_lines import ADDRESS
from extractor.extractors.signature_persons import Persons, parted
from extractor.values import cached
from extractor.values.names import fold, is_office, is_organisation, is_person, is_title

# Nobody's name ends with an initial: "Jane R. / Roe".
_INITIAL_ENDS = regex.compile(r"[\s.][A-Z]\.$")
# An office that has not come to its end.
_WANTS_MORE = regex.compile(r"(?:\b(?:Vice|Senior|Executive|Chief|Assistant|Managing|and|of)|[&,-])$")
# What an office is over: "Vice President / of Tax".
_OF_WHAT = regex.compile(
    r"of\s+(?:(?:Tax(?:es|ation)?|Finance|Treasury|Legal|Operations|Accounting|Administration|Planning|Development|Credit|Lending|Sales"
    r"|Risk|Strategy|Acquisitions|Investments|Corporate|Investor|Human|Real|Capital|Business|Financial)\b)(?:\s+[A-Z][a-z]+|\s+(?:and|&)){0,3}"
)


def _surname(text: str, *, of: str) -> bool:
    """Whether a line is the one word that a name wants which ends with an initial: "Roe", "ROE" where all is set so."""
    return bool(cached.fullmatch(r"[A-Z][a-z'’-]+(?:[A-Z-][a-z]+)?", text)) or (
        of.isupper() and bool(cached.fullmatch(r"[A-Z][A-Z'’-]+", text)) and is_person(f"{of} {text}")
    )


class Continued(Persons):
    """Joins the lines of a signer's name or office."""

    def _name_goes_on(self, a: int, b: int, text: str) -> bool:
        """Whether a signature's name was cut by a line's end: one word stood there, and the rest stands here."""
        assert self.signer is not None
        assert self.signer.name is not None
        if self.signer.title:
            return False
        first = " ".join(self.view[self.signer.name[0] : self.signer.name[1]].split())
        if _INITIAL_ENDS.search(first) and _surname(text, of=first) and not self.signer.typed:
            # "Jane R. / Roe": nobody ends with an initial.
            self.signer.name = (self.signer.name[0], b)
            return True
        head, tail = parted(text)
        if " " in first or not is_person(f"{first} {head}") or self.signer.typed or is_title(head):
            return False
        if a < self.signer.name[0]:
            return False
        self.signer.typed = self.signer.name = (self.signer.name[0], a + len(head))
        if tail.strip():
            self.signer.title = [(b - len(tail), b)]
        return True

    def _typed_goes_on(self, b: int, text: str) -> bool:
        """Whether a typed name was cut by a line's end: its first name stood there, and the rest stands here."""
        assert self.signer is not None
        assert self.signer.typed is not None
        a = self.signer.typed[0]
        first = " ".join(self.view[slice(*self.signer.typed)].split())
        whole = f"{first} {text}"
        if " " in first and not (_INITIAL_ENDS.search(first) and _surname(text, of=first)):
            return False
        if first.endswith(",") or not is_person(whole) or is_title(text) or is_organisation(text):
            return False
        signed = self.view[slice(*self.signer.name)] if self.signer.name else ""
        if signed and not set(fold(signed).split()) & set(fold(text).split()):
            return False
        self.signer.typed = (a, b)
        return True

    def _goes_on(self, line: Line, text: str) -> bool:
        """Whether a title goes on in the next line."""
        assert self.signer is not None
        before = self.view[self.signer.title[-1][0] : self.signer.title[-1][1]].rstrip()
        if not self._under_title(line):
            return False
        for signer in self.pair:
            cut = " ".join(self.view[slice(*signer.title[-1])].split()) if signer.title else ""
            if cut and signer is not self.signer and not is_office(cut) and is_office(f"{cut} {text}"):
                # "Jane Roe, Chief Financial    John Doe, Director / Officer": the left one's went to the next line.
                self.signer = signer
                return True
        if line.beside and (other := self._untitled()) and (is_title(text) or _WANTS_MORE.search(text)):
            # "Title: Managing    Managing / Director    Director".
            self.signer = other
            return True
        if self._untitled() and is_office(text) and not _WANTS_MORE.search(before):
            # Of two who signed in one line, the other's.
            return False
        if cached.search(r"\bof\b", before) and line.gap == 0:
            # "President of Acme / Tools, Inc.": an officer of the party.
            whole = fold(f"{before} {text}")
            if any(whole.endswith(" " + fold(self._text_of(block))) for block in self.signing):
                return True
        if ADDRESS.search(text):
            # "President and Chief Executive Officer / 4200 Executive Blvd."
            return False
        if cached.search(r"\beach$", before):
            return line.gap == 0 and text.startswith("of ")
        if cached.search(r"(?:\band|&|,|\bof|-|–)$", before):
            return line.gap <= 1 and not is_person(text)
        return (
            line.gap <= (1 if _WANTS_MORE.search(before) else 0)
            and (
                is_office(text)
                or (is_title(text) and not is_organisation(text))
                or is_office(f"{text} {self.following}")
                or _OF_WHAT.fullmatch(text) is not None
            )
            and not ("," in text and is_person(text.partition(",")[0]))
        )

    def _under_title(self, line: Line) -> bool:
        """Whether a line stands right under the signer's title: below an address stand others' titles."""
        assert self.signer is not None
        end = self.signer.title[-1][1]
        return end <= line.start and self.view.count("\n", end, line.start) <= 1 + line.gap
