"""For whom is signed: parties' names over their lines, and what is said of them."""

import regex

from extractor.extractors.page_rows import Line
from extractor.extractors.signature_lines import (
    ADDRESS,
    BEHALF,
    BEHALF_ENDS,
    BY,
    CAPACITY,
    COPY_TO,
    ENTITY,
    LENDING_OFFICE,
    PROCURATION,
    SIGNERS,
    SLASH,
    uncut,
)
from extractor.extractors.signature_parties import ACTS, PartyNames
from extractor.values import cached
from extractor.values.names import ends_name, fold, is_generic, is_organisation, is_person, is_title
from extractor.values.places import PLACE

# A description that ends within another name: "formerly known as The / Fourth Bank of Nowhere".
_NAMES_ANOTHER = regex.compile(
    r"\b(?:formerly(?:\s+known\s+as)?|f/k/a|successor(?:\s+by\s+merger|\s+in\s+interest)?\s+(?:to|with)|on\s+behalf\s+of|(?:division|subsidiary|branch|affiliate)\s+of|d/?b/?a)\b([^,]*)$",
    regex.I,
)
# A description that has named the state, and what the form may be below.
_UNSAID = regex.compile(rf"\ban?\s+(?:{PLACE})$", regex.I)
_FORM = regex.compile(
    r"(?:(?:limited|general|liability|business|banking|national|professional|statutory|real\s+estate\s+investment)\s+)*(?:corporation|company|partnership|trust|association|bank)\W*",
    regex.I,
)
# Through whom a party acts, its name to follow: "a Texas partnership, acting by its general partner".
_ACTS_BY = regex.compile(
    r"\b(?:by|through)\s+its\s+(?:(?:sole|managing|general)\s+)*(?:partner|member|manager)\W*$", regex.I
)
# The department of a bank that signs, below its name.
_DIVISION = regex.compile(r"(?:[A-Z][\w&-]*\s+){1,4}(?:Division|Department|Group)\W*", regex.I)


class Names(PartyNames):
    """Reads for whom is signed: a party's name over its lines, and what is said of it."""

    def _text(self, line: Line, text: str) -> None:
        if text[0] in "pP" and (procured := PROCURATION.match(text)) and fold(uncut(text)) not in self.known:
            text = text[procured.end() :]
        a, b = self._within(line, text)
        if LENDING_OFFICE.match(text) or (self.office and line.gap == 0 and not text.isupper()):
            self.office = True
            return
        self.office = False
        if COPY_TO.fullmatch(self.before):
            # Who gets a copy of notices, with his address.
            self.address = True
            return
        if line.beside and self.signing and self.recent and is_person(text) and BY.match(self.before):
            self._second(line, a, b)
            return
        if (
            self.expects == "name"
            and self.signer is not None
            and (is_person(SLASH.sub("", text)) or SLASH.match(text) or self._begins_name(text))
        ):
            self._set_name(a, b)
            return
        if (
            self.expects == "title"
            and self.signer is not None
            and not ends_name(text)
            and not self._signed_as(text)
            and (is_title(text) or (line.gap == 0 and not text.isupper() and not is_organisation(text)))
        ):
            self.signer.title, self.expects = [(a, b)], "more title"
            return
        if self._signs_for_each(text):
            return
        if self.signer is not None and self.signer.title and self._goes_on(line, text):
            self.signer.title.append((a, b))
            return
        self.expects = None
        if SIGNERS.match(text) or (text.endswith(":") and not (is_organisation(text) or is_person(text.rstrip(": ")))):
            # A label that names nobody: what stands under it belongs to another.
            self._flush()
            self.header, self.signing, self.signer = text.rstrip(": "), [], None
            return
        if (
            self.signer is not None
            and self.signer.name
            and not self.waiting
            and line.gap == 0
            and self._name_goes_on(a, b, text)
        ):
            return
        if (
            self.signer is not None
            and self.signer.typed
            and not self.signer.title
            and line.gap == 0
            and self._typed_goes_on(b, text)
        ):
            return
        if self.signer is not None and not self.waiting and self._about_signer(a, b, text):
            return
        if self.attest and (is_person(text) or is_title(text)):
            # Behind an attester's office the next party begins.
            self.attest = not (is_title(text) and not is_person(text))
            return
        if BEHALF.match(text):
            if self.waiting and not self.waiting[-1].closed and not self.behalf and line.gap == 0:
                self.waiting[-1].described.append((a, b))
            self.behalf = False
            return
        if (
            self.behalf
            and line.gap <= (3 if cached.fullmatch(r"(?:.*\s)?By\W*|By\b.*(?:Partner|Member)\W*", self.before, regex.I) else 1)
            and (not ends_name(self.before) or self.before.endswith(",") or BEHALF_ENDS.search(text))
        ):
            self.behalf = not BEHALF_ENDS.search(text)
            return
        if ADDRESS.search(text) or (self.address and not (line.amount or self._behind_address(line, text))):
            return
        if (
            self.waiting
            and not self.waiting[-1].described
            and line.gap == 0
            and cached.match(r"(?:and|of)\b|&", text, regex.I)
        ):
            self._party(line, a, b, text)
            return
        if self.waiting and ACTS.search(self._text_of(self.waiting[-1])):
            # "HARBOR BANK, ACTING / THROUGH ITS NEW YORK BRANCH"
            self._party(line, a, b, text)
            return
        if self.waiting and (CAPACITY.match(text) or ENTITY.match(text) or self._described(line, text)):
            self.waiting[-1].described.append((a, b))
            self.behalf = self.behalf or bool(_ACTS_BY.search(text))
            return
        if CAPACITY.match(text) or ENTITY.match(text):
            return
        if self.waiting and line.gap == 0 and self.before.endswith(",") and _DIVISION.fullmatch(text):
            self.waiting[-1].described.append((a, b))
            return
        self._party(line, a, b, text)

    def _begins_name(self, text: str) -> bool:
        """Whether a line below "Name:" is the first half of the name: "Jane R. / Roe"."""
        return bool(cached.fullmatch(r"[A-Z][\w'’-]*\.?(?:\s+[A-Z]\.)?", text)) and is_person(
            f"{text} {self.following}"
        )

    def _described(self, line: Line, text: str) -> bool:
        """Whether a line goes on with what was said of the waiting party."""
        block = self.waiting[-1]
        if not block.described or line.gap > 2:
            return False
        last = self.view[block.described[-1][0] : block.described[-1][1]].rstrip()
        if all(is_generic(piece) for piece in cached.split(r",|\band\b", text) if piece.strip(" .")):
            return True
        if _UNSAID.search(last) and _FORM.fullmatch(text):
            # "ACME PROPERTIES, A NORTH DAKOTA / LIMITED PARTNERSHIP", however wide the lines are set
            return True
        if line.gap and not cached.search(r"\bd/?b/?a\b|\ban?$", last):
            return False
        former = _NAMES_ANOTHER.search(last)
        if former and not ends_name(former.group(1)):
            return True
        return (
            bool(
                cached.search(
                    r"(?:\b(?:and|as|of|the|a|an|limited|liability|national|to|registered|Documentation|Administrative|Syndication|Collateral|Co-)|,|&)$",
                    last,
                    regex.I,
                )
            )
            or text[:1].islower()
            or last.count("(") > last.count(")")
        )
