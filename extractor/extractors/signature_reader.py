"""Reads signature pages line by line: what sort of line each is, and what it changes."""

import regex

from extractor.extractors.page_rows import Line
from extractor.extractors.signature_forms import Forms
from extractor.extractors.signature_lines import (
    ADDRESS,
    AGREED,
    ATTEST,
    BARE_ROLE,
    BEHALF,
    BY,
    CALLED_DOCUMENT,
    CAPACITY,
    CAPACITY_BEGINS,
    CAPTION,
    CAPTION_ENDS,
    CLASS_BELOW,
    CONSENT,
    COPIES,
    DOCUMENT,
    ENTITY,
    FORMULA,
    GUARANTY,
    HEADER,
    ITS,
    NAME,
    OF_A_SORT,
    PERSONAL,
    SKIP,
    SLASH,
    SUBORDINATED,
    TITLE,
    WITNESS,
    WITNESS_BELOW,
    uncut,
)
from extractor.values import cached
from extractor.values.names import ends_name, fold, is_office, is_organisation, is_person, is_title, only_suffix

_SAID_IN_CAPITALS = r"\b(?:HEREBY|SHALL|WHICH|WHETHER|HEREIN|HEREOF|THEREOF|HERETO|HEREUNDER|ANY|ALL|EACH|SUCH|THIS|THAT|UPON|WILL|HAS|HAVE|NOT|ARISING|FROM)\b"
# "The following Persons sign in their capacity as Credit Parties and not as Borrowers": they answer for the loan.
_AS_CREDIT_PARTIES = regex.compile(
    r"\bin\s+(?:its|their)(?:\s+respective)?\s+capacit(?:y|ies)\s+as\s+(?:an?\s+|the\s+)?(?:other\s+)?(?:credit|loan)\s+part(?:y|ies)\b",
    regex.I,
)
# "SIGNATURE PAGE TO CREDIT AGREEMENT / DATED AS OF MAY 1, 1999 / AMONG ACME INC. AND ..."
_CAPTION_GOES_ON = regex.compile(r"\W*(?:dated|made|among|between|by\s+and)\b", regex.I)
# What a party is called, in brackets below its name.
_TERM = regex.compile(r"\(\s*(?:the\s+|as\s+)?[\"'][^\"']{2,40}[\"']\s*\)[.,]?", regex.I)


class Reader(Forms):
    """Reads lines one by one."""

    def read(self, line: Line) -> None:
        """Takes the next line."""
        text = self.view[line.start : line.end].strip()
        bare = text.strip("_-=.*[] \t")
        if not bare:
            if cached.search(r"_{3,}", text):
                if not self.waiting and self._own_line():
                    self.signing = []
                    self._sign(line, "")
                elif self.waiting:
                    self._sign(line, "")
            return
        prose = (self._prose(text) and not SLASH.search(text)) or (
            self.open_prose
            and line.gap == 0
            and not text.isupper()
            and not (BY.match(text) and not cached.match(r"by\s+(?:and|their|its|the)\s", text))
        )
        self.open_prose = prose and not cached.search(r"[.:;]\W*$", text)
        if self._captioned(line, text) or self._form(line, text) or self._personal(text):
            return
        if self.header and PERSONAL.match(self.header) and self._own(line, text):
            return
        below = text.endswith(":") and (SLASH.match(self.following) or self.following.startswith("__"))
        if WITNESS.match(text) and not below and (self._witnessed(line) or not ATTEST.match(text)):
            return
        if (named := WITNESS_BELOW.match(text)) and self._signed_bare(named.group(1)) and self._witnessed(line):
            return
        if ATTEST.match(text):
            self.attest, self.signer, self.expects = True, None, None
        elif prose:
            self._context(text)
        elif self.waiting and line.gap == 0 and only_suffix(text):
            self._text(line, text)
        elif text[0] in "\"'" and cached.match(r'^["\'].*["\']$', text):
            # A role in quotes stands above the parties it names, or below them, where it adds nothing; a person is a signature.
            if (self.signing or self.waiting) and NAME.match(self.following) and is_person(text.strip("\"' ")):
                self._sign(line, text.strip("\"' "))
                return
            if (found := HEADER.match(text)) and self.following and not ATTEST.match(self.following):
                self.header = found.group(1)
            self.expects = None
        elif self.waiting and line.gap == 0 and _TERM.fullmatch(text):
            self.waiting[-1].described.append((line.start, line.end))
        elif not is_person(text) and fold(uncut(text)) in self.known:
            # "TELEPHONE AND SIGNAL WORKS, INC.", whatever its words mean on other lines.
            self._text(line, text)
        elif not OF_A_SORT(text):
            # Most lines that are left are names, or say something of them.
            self._text(line, text)
        elif found := CLASS_BELOW.match(text):
            self._flush()
            self.header, self.signing, self.signer, self.expects, self.attest = found.group(1), [], None, None, False
        elif AGREED.match(text) and not ends_name(text) and not HEADER.match(text):
            self._context(text)
        elif ADDRESS.match(text) and cached.match(r"\W*(?:The\s+)?Address", text, regex.I):
            self.address = True
        elif SKIP.match(text) and not (
            (self.expects and is_person(text)) or (self.signer is not None and is_office(text))
        ):
            self.expects, self.address = None, bool(COPIES.match(text))
            self._reached(text)
        elif (found := NAME.match(text)) and (not is_organisation(text) or is_office(text.rpartition(",")[2])):
            self._name(line, found)
        elif (found := TITLE.match(text)) or (
            (found := ITS.match(text)) and not BEHALF.match(text) and is_title(found.group(1))
        ):
            self._title(line, found, text)
        elif (found := BY.match(text)) and not (cached.match(r"^by\s+and\b", text, regex.I)):
            self._sign(line, found.group(1))
        elif (found := HEADER.match(text)) and not cached.match(r"OF\b|of\b", self.following):
            if self.waiting and self.header and line.gap == 0 and cached.match(r"and\s", text, regex.I):
                # "ADMINISTRATIVE AGENT    ACME BANK, / AND LENDER:": the label goes on beside the name.
                self.header = self.waiting[-1].header = f"{self.header} {found.group()}"
            elif self.waiting and line.beside and text.endswith(":"):
                # "Borrower: ACME INC.    Borrower:": the form has room for another.
                self.expects = None
            elif not self._capacity_word(line, text):
                self.header, self.expects, self.attest, self.signer = found.group(1), None, False, None
                if CONSENT.search(text):
                    self.consent = self.consent or bool(GUARANTY.search(text))
                self._flush()
                self.signing = []
        elif self._names_document(text) and not (
            ends_name(uncut(text)) and not cached.search(r"\b(?:AGREEMENT|AMENDMENT)\b", text)
        ):
            if (
                CONSENT.search(text)
                and (GUARANTY.search(text) or text.isupper())
                and not cached.search(r"\bamendment\s+no|page\b", text, regex.I)
                and not (SUBORDINATED.search(text) and not GUARANTY.search(text))
            ):
                self.consent = True
                if not self.waiting:
                    # Who signs below it signs for none of those above.
                    self.signing, self.signer = [], None
            self._page_headed(line, text)
            self.expects = None
        else:
            self._text(line, text)

    # Lines of each sort.

    def _captioned(self, line: Line, text: str) -> bool:
        """Whether a line goes on with the caption of a page: "SIGNATURE PAGE TO / THE CREDIT AGREEMENT / OF ACME INC."."""
        goes_on = self.caption and line.gap == 0 and not (BY.match(text) or NAME.match(text))
        if not goes_on and not (CAPTION.search(text) and len(text) < 80):
            self.caption = False
            return False
        self.caption = not CAPTION_ENDS.search(text) or bool(_CAPTION_GOES_ON.match(self.following))
        return goes_on

    def _signed_bare(self, name: str) -> bool:
        """Whether the last signature without a label is that of a person, named again here."""
        names = [s.name for s in self.recent if s.bare and s.name and not s.title]
        return bool(names) and fold(self.view[slice(*names[-1])]) == fold(name)

    def _witnessed(self, line: Line) -> bool:
        """Whether a line says of the signature above it that a witness or a notary gave it, which takes it away."""
        bare = [s for s in self.recent if s.bare and s.name and not s.title]
        if line.gap > 6 or not bare:
            return False
        for block in (*self.signing, *self.blocks[-1:]):
            block.signers = [s for s in block.signers if s is not bare[-1]]
        self.loose = [entry for entry in self.loose if entry[0] is not bare[-1]]
        self.recent = [s for s in self.recent if s is not bare[-1]]
        if self.signer is bare[-1]:
            self.signer, self.expects = None, None
        return True

    def _names_document(self, text: str) -> bool:
        """Whether a line names a document; "ACME GUARANTY" over "TRUST COMPANY" does not."""
        found = DOCUMENT.search(text) and DOCUMENT.search(f"{text} {self.following}")
        return found is not None and found.start() < len(text)

    def _page_headed(self, line: Line, text: str) -> None:
        """Takes a party's name back that stands right above the document's: the heading of a page, no signature's."""
        above = self.waiting[-1] if self.waiting else None
        if (
            above
            and line.gap < 2
            and not above.described
            and CALLED_DOCUMENT.search(text)
            and text.isupper() == self.before.isupper()
            and not (BY.match(self.following) or NAME.match(self.following) or SLASH.search(self.following))
        ):
            headed = self.view[above.name[-1][1] : line.start].strip(" \t\n,.")
            if not headed:
                self.waiting.pop()

    def _prose(self, text: str) -> bool:
        if text.startswith(("By:", "BY:", "By :")):
            # "By: Acme Inc., a Delaware corporation, its sole general partner".
            return False
        # A release or a waiver of jury trial in capitals has words that no name has.
        return (
            (len(text) > 50 and len(cached.findall(_SAID_IN_CAPITALS, text)) >= 2)
            or (
                len(text) > 50
                and len(cached.findall(r"\b[a-z]{2,}\b", text)) >= 5
                and not (ENTITY.match(text) or CAPACITY.match(text) or ends_name(text.split(",")[0]))
            )
            or FORMULA.match(text) is not None
        )

    def _context(self, text: str) -> None:
        self.header = None
        undersigned = "undersigned" in text.lower()
        if cached.match(r"\W*(?:(?:acknowledged|agreed)[\s,]+(?:and\s+|&\s+)?(?:to\s+and\s+)?){0,2}consented\b", text, regex.I):
            self.consent = True
        if GUARANTY.search(text):
            self.consent = True
        elif undersigned and SUBORDINATED.search(text):
            self.header = "subordinated creditor"
        elif CONSENT.search(text) and undersigned:
            self.consent = True
        if "apacit" in (said := f"{self.before} {text}") and _AS_CREDIT_PARTIES.search(said):
            self.header = "guarantors"
        self.expects, self.signer, self.attest = None, None, False
        self._flush()
        self.signing = []

    def _capacity_word(self, line: Line, text: str) -> bool:
        """Whether a role stands right behind a party's name ("Agent" under "BANK X,"), or behind who signs for it."""
        if self.behalf and CAPACITY_BEGINS.search(self.before):
            self.behalf = False
            return True
        if (
            self.waiting
            and not text.endswith(":")
            and '"' not in text
            and (
                cached.match(r"as\b", text, regex.I)
                or self._described(line, text)
                or (
                    line.gap == 0
                    and (self.before.endswith(",") or (BY.match(self.following) and not self.header))
                    and BARE_ROLE.fullmatch(text)
                )
            )
        ):
            self.waiting[-1].described.append((line.start, line.end))
            return True
        return False
