"""Signatures and the labels below them: who signs, under what name and office."""

import regex

from extractor.extractors.page_rows import Line
from extractor.extractors.signature_lines import AND_SIGNS, BARE_BY, ILLEGIBLE, SLASH
from extractor.extractors.signature_state import Signer
from extractor.extractors.signature_waiting import Waiting
from extractor.values import cached
from extractor.values.names import fold, is_person, is_title

_GENERATION = regex.compile(
    r"^[^,]*,\s*(?:Jr|Sr(?!\.?\s+(?:V\.?P|Vice|Manag|Dir|Off|Exec|Loan|Rel|Port))|II|III|IV|Esq|M\.?D|Ph\.?D|CPA)\b\.?(?=\s*(?:,|$|[A-Z]))",
    regex.I,
)

# The seal beside a signature, and what a witness writes behind his own.
_SEALED = regex.compile(r"\s*[(\[]\s*(?:seal|L\.\s?S\.?)\s*[)\]]\.?$", regex.I)
_WITNESSED = regex.compile(r",\s*(?:(?:un)?official\s+)?(?:witness|notary(?:\s+public)?)\W*$", regex.I)
# "Vice President, Finance / Title: and Chief Financial Officer": the label stands beside the second line.
_JOINS = regex.compile(r"(?:and|&)\s")
# What else than a comma parts a name from an office: "Jane Roe - President", "Jane Roe (President)".
_DASHED = regex.compile(r"\s[-–—]+\s|;\s|\s\((?=[^()]*\)$)")


def parted(text: str) -> tuple[str, str]:
    """What stands before the comma behind a person's name, and what behind it; "Jr." belongs to the name.

    >>> parted("John Doe, Jr., President"), parted("John Doe")
    (('John Doe, Jr.', ' President'), ('John Doe', ''))
    >>> parted("John Doe - President"), parted("Jane Roe-Major")
    (('John Doe', '- President'), ('Jane Roe-Major', ''))
    """
    kept = _GENERATION.match(text)
    if kept is None:
        head, comma, tail = text.partition(",")
        if not comma and (cut := _DASHED.search(text)) and is_person(text[: cut.start()]):
            return text[: cut.start()], text[cut.start() + 1 :]
        return head, tail
    rest = text[kept.end() :]
    return kept.group(), rest[1:] if rest.lstrip().startswith(",") else rest


class Persons(Waiting):
    """Reads the lines of a signature: the signature itself, and the name and office that labels announce below it."""

    def _name(self, line: Line, found: regex.Match[str]) -> None:
        a, b = self._within(line, found.group(1))
        content = self.view[a:b].strip(" _\t")
        if self.signer is None and self.waiting:
            self._sign(line, "")
        if not content:
            self.expects = "name"
        elif self.signer is not None:
            self._set_name(a, b)

    def _title(self, line: Line, found: regex.Match[str], text: str) -> None:
        content = next((g for g in found.groups() if g), "").strip(" _\t")
        if text.lower() == "name":
            self.expects = "name"
            return
        if self.signer is None and self.waiting and not self.attest:
            self._sign(line, "")
        self.signer = self._untitled() or self.signer
        if self.signer is not None:
            self.signer.labelled = True
        if not content:
            self.expects = "title"
        elif self.signer is not None:
            a, b = self._within(line, content)
            head, tail = parted(content)
            if (
                tail
                and is_title(head)
                and (self.signer.name or self.signer.typed)
                and self._same_person(self.signer, tail)
            ):
                # "Its: President, Jane Roe", below her signature.
                b = a + len(head)
            if self._signed_as(content):
                # "Its: Jane Roe" below her signature: the form's wrong line, and the office is still to come.
                self.signer.typed = self.signer.typed or (a, b)
                return
            above = self.signer.title if _JOINS.match(content) and is_title(self.before) else []
            self.signer.title = [*above, (a, b)]
            self.expects = "more title"

    def _sign(self, line: Line, content: str) -> None:
        slash = SLASH.search(content)
        content = _SEALED.sub("", content) if content.endswith((")", "]", ".")) else content
        content = content.strip(" _\t").strip('"')
        if slash and _WITNESSED.search(content):
            # "/s/ Jane Roe, Notary Public".
            self.signer, self.expects = None, None
            return
        if self._entity_signs(content, bool(slash)):
            self.expects = None
            return
        if self.attest:
            self.signer = None
            self.expects = None
            return
        if not slash and not self.waiting and self._signed_as(content):
            # "/s/ Jane Roe" over "By: Jane Roe": the name typed.
            self._set_name(*self._within(line, content))
            return
        opened = (
            slash
            and (self.queue or self.beside)
            and self.signer is not None
            and not (self.signer.name or self.signer.typed)
        )
        if opened and BARE_BY.fullmatch(self.before):
            # "By:" in the cell above has begun this signature.
            self._set_name(*self._within(line, content))
            return
        together = bool(self.signing and AND_SIGNS.match(self.view, line.start, line.end))
        if self.waiting or not together:
            self._open()
        if (
            slash
            and not cached.match(r"\W*by\b", self.view[line.start : line.end], regex.I)
            and not BARE_BY.fullmatch(self.before)
            and fold(SLASH.sub("", content)) in self.known
        ):
            # An individual who is a party signs for himself.
            self.signing = []
        self.behalf = False
        labelled = cached.match(r"\W*\w*\s*by\b", self.view[line.start : line.end], regex.I)
        self.signer = Signer(bare=not (labelled or together))
        self.signer.apart = line.gap > 0
        self.recent.append(self.signer)
        in_row = self.beside and self.signing != self.beside[:1] and not any(s.typed or s.title for s in self.pair)
        self.pair = [*self.pair, self.signer] if in_row else [self.signer] if self.beside else []
        self.address = False
        for block in self.signing:
            block.signers.append(self.signer)
        if not self.signing:
            self.loose.append((self.signer, self.header, self.consent))
        self.expects = None
        # Two may sign in one line: "By: /s/ Jane Roe  /s/ John Doe".
        beside = SLASH.search(content, slash.end()) if slash else None
        name = SLASH.sub("", content[: beside.start()] if beside else content).strip(" _\t,")
        if beside:
            name = cached.sub(r"[\s,]+(?:and|&)$", "", name, flags=regex.I)
        if name:
            a, b = self._within(line, name)
            self._set_signed(a, b, bool(slash))
        if beside and len(second := content[beside.end() :].strip(" _\t,")) > 2:
            self._second(line, *self._within(line, second))
            self.pair = self.recent[-2:]

    def _signed_as(self, text: str) -> bool:
        """Whether the last signature, with nothing typed below it yet but the name, is that of `text` and no other's."""
        if self.signer is None or self.signer.title or not is_person(text):
            return False
        span = self.signer.typed or self.signer.name
        return span is not None and fold(self.view[slice(*span)]) == fold(text)

    def _second(self, line: Line, a: int, b: int) -> None:
        """Takes a second signer, whose name stands beside the first one's."""
        self.signer = Signer(name=(a, b))
        self.recent.append(self.signer)
        for block in self.signing:
            block.signers.append(self.signer)

    def _set_signed(self, a: int, b: int, slash: bool) -> None:
        assert self.signer is not None
        text = self.view[a:b]
        head, tail = parted(text)
        if tail and is_title(tail) and not is_title(head):
            self.signer.title = [(a + len(head) + 1, b)]
            b = a + len(head)
        if ILLEGIBLE.search(self.view[a:b]):
            return
        words = self.view[a:b].strip()
        if slash or is_person(words):
            if is_title(words) and not is_person(words):
                self.signer.title = [(a, b)]
            elif len(words) > 2:
                self.signer.name = (a, b)

    def _set_name(self, a: int, b: int) -> None:
        assert self.signer is not None
        slash = SLASH.match(self.view[a:b])
        if slash:
            self._set_signed(a + slash.end(), b, True)
            self.expects = None
            return
        head, tail = parted(self.view[a:b])
        if self.pair:
            # Of two who signed in one line, whose name it is.
            named = (s for s in self.pair if (s.name or s.typed) and self._same_person(s, head))
            self.signer = next(named, None) or self._nameless() or self.signer
        if tail and is_title(tail):
            self.signer.title = [(a + len(head) + 1, b)]
            b = a + len(head)
        if not ILLEGIBLE.search(self.view[a:b]) and cached.search(r"[A-Za-z]{2}", self.view[a:b]):
            self.signer.typed = (a, b)
        self.expects = None

    def _nameless(self) -> Signer | None:
        """Of several who signed in one row, the first whose name is not known."""
        several = self.pair if len(self.pair) > 1 else []
        return next((s for s in several if not (s.name or s.typed)), None)

    def _untitled(self) -> Signer | None:
        """Of several who signed in one row and whose names stand in the next, the first whose title is still to come."""
        typed = [s for s in self.pair if s.typed]
        return next((s for s in typed if not s.title), None) if len(typed) > 1 else None

    def _same_person(self, signer: Signer, text: str) -> bool:
        span = signer.typed or signer.name
        assert span is not None
        return bool(set(fold(self.view[span[0] : span[1]]).split()) & set(fold(text).split()))
