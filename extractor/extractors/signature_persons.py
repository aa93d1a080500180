"""Who signs: names, offices, and for which of the waiting parties."""

import regex

from extractor.extractors.page_rows import Line
from extractor.extractors.roles import roles_in
from extractor.extractors.signature_lines import (
    AND_SIGNS,
    BARE_BY,
    BEHALF,
    BEHALF_ENDS,
    CAPACITY_BEGINS,
    CUT,
    ILLEGIBLE,
    SLASH,
)
from extractor.extractors.signature_state import Signer
from extractor.extractors.signature_waiting import Waiting
from extractor.values import cached
from extractor.values.names import ends_name, fold, is_office, is_organisation, is_person, is_title

_GENERATION = regex.compile(
    r"^[^,]*,\s*(?:Jr|Sr(?!\.?\s+(?:V\.?P|Vice|Manag|Dir|Off|Exec|Loan|Rel|Port))|II|III|IV|Esq|M\.?D|Ph\.?D|CPA)\b\.?(?=\s*(?:,|$|[A-Z]))",
    regex.I,
)

# The seal beside a signature, and what a witness writes behind his own.
_SEALED = regex.compile(r"\s*[(\[]\s*(?:seal|L\.\s?S\.?)\s*[)\]]\.?$", regex.I)
_AS = regex.compile(r"\s*(?:as|in\s+its\s+capacity\s+as)\s", regex.I)
_WITNESSED = regex.compile(r",\s*(?:(?:un)?official\s+)?(?:witness|notary(?:\s+public)?)\W*$", regex.I)


# What else than a comma parts a name from an office: "Jane Roe - President", "Jane Roe (President)".
_DASHED = regex.compile(r"\s[-–—]+\s|;\s|\s\((?=[^()]*\)$)")
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


def _parted(text: str) -> tuple[str, str]:
    """What stands before the comma behind a person's name, and what behind it; "Jr." belongs to the name.

    >>> _parted("John Doe, Jr., President"), _parted("John Doe")
    (('John Doe, Jr.', ' President'), ('John Doe', ''))
    >>> _parted("John Doe - President"), _parted("Jane Roe-Major")
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
    """Reads who signs: the lines of a signature, and what stands under it."""

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
            head, tail = _parted(content)
            if (
                tail
                and is_title(head)
                and (self.signer.name or self.signer.typed)
                and self._same_person(self.signer, tail)
            ):
                # "Its: President, Jane Roe", below her signature.
                b = a + len(head)
            self.signer.title = [(a, b)]
            self.expects = "more title"

    def _sign(self, line: Line, content: str) -> None:
        slash = SLASH.search(content)
        content = _SEALED.sub("", content) if content.endswith((")", "]", ".")) else content
        content = content.strip(" _\t").strip('"')
        if slash and _WITNESSED.search(content):
            # "/s/ Jane Roe, Notary Public".
            self.signer, self.expects = None, None
            return
        plain = content.strip(" _\t:.")
        if (
            plain
            and not slash
            and (is_organisation(plain) or BEHALF.search(plain) or self._entity_goes_on(plain))
            and not (is_title(plain.split(",")[-1]) and not BEHALF.search(plain.split(",")[-1].strip()))
        ):
            # An entity that signs on behalf of the party.
            for block in self.waiting[-1:]:
                block.closed = True
            # "By its General Partner" over its name: who that is stands below.
            self.behalf, self.expects = not BEHALF_ENDS.search(plain) or bool(BEHALF.match(plain)), None
            return
        if (
            not plain
            and self.waiting
            and is_organisation(self.following)
            and BEHALF_ENDS.search(self.following)
            and not ends_name(self.following)
        ):
            # "By: / ACME HOLDINGS, INC., its Manager": who signs on behalf of the party stands below.
            self.waiting[-1].closed, self.behalf, self.expects = True, True, None
            return
        if self.attest:
            self.signer = None
            self.expects = None
            return
        opened = slash and (self.queue or self.beside) and self.signer is not None and not (self.signer.name or self.signer.typed)
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

    def _entity_goes_on(self, plain: str) -> bool:
        """Whether what signs is an entity whose name goes on in the next line: "By: ACME HOTELS OF / TEXAS, INC., General Partner"."""
        following = self.following
        if following.endswith(",") and ends_name(following) and not following.isupper():
            # "By: Orville Mutual / Life Insurance Company, / its Investment Manager".
            return not is_title(plain)
        if plain.isupper() and (capacity := CAPACITY_BEGINS.search(following)):
            # "By: ACME NORTH / AMERICA, INC., as / agent".
            return ends_name(following[: capacity.start()])
        return (
            plain.isupper()
            and not is_person(plain)
            and bool(
                (is_organisation(following) and BEHALF_ENDS.search(following)) or cached.search(r"(?:,|&|\bOF)$", plain)
            )
        )

    def _second(self, line: Line, a: int, b: int) -> None:
        """Takes a second signer, whose name stands beside the first one's."""
        self.signer = Signer(name=(a, b))
        self.recent.append(self.signer)
        for block in self.signing:
            block.signers.append(self.signer)

    def _set_signed(self, a: int, b: int, slash: bool) -> None:
        assert self.signer is not None
        text = self.view[a:b]
        head, tail = _parted(text)
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
        head, tail = _parted(self.view[a:b])
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
        head, tail = _parted(text)
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

    def _under_signature(self, a: int) -> bool:
        """Whether a line stands right under the signer's name or signature."""
        assert self.signer is not None
        last = max((span[1] for span in (self.signer.name, self.signer.typed) if span is not None), default=None)
        return last is not None and last <= a and not self.view[last:a].strip(" \t\n_-=:.")

    def _about_signer(self, a: int, b: int, text: str) -> bool:
        """Whether a line under a signature gives the signer's name or title."""
        text = SLASH.sub("", text)
        head, tail = _parted(text)
        cut = CUT.split(text)[0]
        if fold(cut) in self.known and not is_person(cut):
            return False
        if (
            _AS.match(tail)
            and roles_in(tail)
            and not any(self._same_person(s, head) for s in self.recent if s.name or s.typed)
        ):
            # "MARITIME GENERALE, as a Lead Manager": a capacity in the loan is no office.
            return False
        named = bool(tail) and is_person(head) and is_title(tail) and not ends_name(f"{head}, {tail.split(',')[0]}")
        if is_office(text.partition(",")[0]) and self._under_signature(a):
            # "CHIEF FINANCIAL OFFICER", "Sole Member": with words that companies and persons have in their names.
            self.signer = self._untitled() or self.signer
            assert self.signer is not None
            self.signer.title = self.signer.title or [(a, b)]
            return True
        if is_organisation(cut) and (cut.isupper() or ends_name(cut)) and not named:
            return False
        if (
            tail
            and is_person(head)
            and cached.match(r"\W*(?:individually|an?\s+individual|in\s+(?:his|her)\s+individual)", tail, regex.I)
        ):
            self._individual(a, a + len(head))
            return True
        if tail and is_person(head) and is_title(tail):
            signer = self._whose(head)
            if signer is not None:
                signer.typed = signer.typed or (a, a + len(head))
                signer.title = signer.title or [(b - len(tail), b)]
            return True
        if is_person(text.rstrip(",")):
            signer = self._whose(text) or self._titled_above(a, text)
            if signer is None:
                return False
            signer.typed = signer.typed or (a, a + len(text.rstrip(",")) if text.endswith(",") else b)
            return True
        if is_title(text) and not ends_name(text) and not cached.match(r"THE\s", text):
            self.signer = self._untitled() or self.signer
            assert self.signer is not None
            self.signer.title = self.signer.title or [(a, b)]
            return True
        return False

    def _individual(self, a: int, b: int) -> None:
        """The signature just read is an individual's own: it is taken from the party above."""
        assert self.signer is not None
        for block in self.signing:
            if self.signer in block.signers:
                block.signers.remove(self.signer)
        self.signer.typed, self.signer.individual, self.signing = (a, b), True, []
        if all(self.signer is not s for s, _, _ in self.loose):
            self.loose.append((self.signer, self.header or "individual", self.consent))

    def _whose(self, name: str) -> Signer | None:
        """The signer, of those just read, whose name is typed here."""
        for signer in reversed(self.recent):
            if (signer.name or signer.typed) and self._same_person(signer, name):
                return signer
        if nameless := self._nameless():
            return nameless
        if (
            self.signer is not None
            and self.signer.name is None
            and self.signer.typed is None
            and not self.signer.labelled
        ):
            return self.signer
        return None

    def _nameless(self) -> Signer | None:
        """Of several who signed in one row, the first whose name is not known."""
        several = self.pair if len(self.pair) > 1 else []
        return next((s for s in several if not (s.name or s.typed)), None)

    def _untitled(self) -> Signer | None:
        """Of several who signed in one row and whose names stand in the next, the first whose title is still to come."""
        typed = [s for s in self.pair if s.typed]
        return next((s for s in typed if not s.title), None) if len(typed) > 1 else None

    def _titled_above(self, a: int, name: str) -> Signer | None:
        """The signer without a name whose labelled title stands right above: "Its: President / Jane Roe"."""
        one = self.signer
        if one is None or not one.title or one.name or one.typed or fold(name) in self.known:
            return None
        return one if self.view[one.title[-1][1] : a].strip(" \t") == "\n" else None

    def _same_person(self, signer: Signer, text: str) -> bool:
        span = signer.typed or signer.name
        assert span is not None
        return bool(set(fold(self.view[span[0] : span[1]]).split()) & set(fold(text).split()))
