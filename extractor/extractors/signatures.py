"""Signature blocks: who signs for whom, in what capacity and office."""

import itertools
from functools import lru_cache, partial
from typing import Any

import regex

from extractor.extractors.columns import Line, read_lines
from extractor.extractors.parties import describe
from extractor.extractors.partylist import Item
from extractor.extractors.roles import roles_in
from extractor.extractors.signature_lines import (
    ADDRESS,
    ATTEST,
    BEHALF,
    BY,
    CALLED_PARTY,
    CAPACITY,
    CAPTION,
    CAPTION_ENDS,
    CERTIFIED,
    CONSENT,
    COPIES,
    DOCUMENT,
    ENTITY,
    EXECUTED_BY,
    FORM_NAME,
    FORM_PARTY,
    FORM_SIGN,
    FORM_TITLE,
    GUARANTY,
    HEADER,
    ITS,
    NAME,
    NOTARY,
    OF_EACH,
    ON_BEHALF_OF,
    PERSONAL,
    SKIP,
    SLASH,
    TITLE,
    VENUE,
    WITNESS,
)
from extractor.extractors.signature_names import Names
from extractor.extractors.signature_state import Block, Signer
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.names import ends_name, fold, is_organisation, is_person, is_title, only_suffix, tidy

_SAID_IN_CAPITALS = r"\b(?:HEREBY|SHALL|WHICH|WHETHER|HEREIN|HEREOF|THEREOF|HERETO|HEREUNDER|ANY|ALL|EACH|SUCH|THIS|THAT|UPON|WILL|HAS|HAVE|NOT|ARISING|FROM)\b"


class Reader(Names):
    """Reads lines one by one."""

    def read(self, line: Line) -> None:
        """Takes the next line."""
        text = self.view[line.start : line.end].strip()
        bare = text.strip("_-=.* \t")
        if not bare:
            if cached.search(r"_{3,}", text) and not self.waiting:
                return
            if cached.search(r"_{3,}", text):
                self._sign(line, "")
            return
        prose = (self._prose(text) and not SLASH.search(text)) or (
            self.open_prose and line.gap == 0 and not BY.match(text) and not text.isupper()
        )
        self.open_prose = prose and not cached.search(r"[.:;]\W*$", text)
        if self._captioned(line, text) or self._form(line, text) or self._personal(text):
            return
        if self.header and PERSONAL.match(self.header) and self._own(line, text):
            return
        below = text.endswith(":") and (SLASH.match(self.following) or self.following.startswith("__"))
        if WITNESS.match(text) and not below and (self._witnessed(line) or not ATTEST.match(text)):
            return
        if ATTEST.match(text):
            self.attest, self.signer, self.expects = True, None, None
        elif prose:
            self._context(text)
        elif self.waiting and line.gap == 0 and only_suffix(text):
            self._text(line, text)
        elif cached.match(r'^["\'].*["\']$', text):
            # A role in quotes stands above the parties it names, or below them, where it adds nothing; a person is a signature.
            if (self.signing or self.waiting) and NAME.match(self.following) and is_person(text.strip("\"' ")):
                self._sign(line, text.strip("\"' "))
                return
            if (found := HEADER.match(text)) and self.following and not ATTEST.match(self.following):
                self.header = found.group(1)
            self.expects = None
        elif (
            cached.match(
                r"(?:ACCEPTED|AGREED|ACKNOWLEDGED|CONSENTED|APPROVED|CONFIRMED)\b(?:\s*,?\s*(?:AND|&|TO|BY|IN|AS|HERETO|ABOVE|ACCEPTED|AGREED|ACKNOWLEDGED|CONSENTED|APPROVED|CONFIRMED|this|OF|THE|DATE|FIRST|WRITTEN)\b)*",
                text,
                regex.I,
            )
            and not ends_name(text)
            and not HEADER.match(text)
        ):
            self._context(text)
        elif ADDRESS.match(text) and cached.match(r"\W*Address", text, regex.I):
            self.address = True
        elif SKIP.match(text) and not (self.expects and is_person(text)):
            self.expects, self.address = None, bool(COPIES.match(text))
        elif (found := NAME.match(text)) and not is_organisation(text):
            self._name(line, found)
        elif (found := TITLE.match(text)) or (
            (found := ITS.match(text)) and not BEHALF.match(text) and is_title(found.group(1))
        ):
            self._title(line, found, text)
        elif (found := BY.match(text)) and not (cached.match(r"^by\s+and\b", text, regex.I)):
            self._sign(line, found.group(1))
        elif (found := HEADER.match(text)) and not cached.match(r"OF\b|of\b", self.following):
            if not self._capacity_word(line, text):
                self.header, self.expects, self.attest, self.signer = found.group(1), None, False, None
                if CONSENT.search(text):
                    self.consent = self.consent or bool(GUARANTY.search(text))
                self._flush()
                self.signing = []
        elif self._names_document(text) and not (
            ends_name(text) and not cached.search(r"\b(?:AGREEMENT|AMENDMENT)\b", text)
        ):
            if (
                CONSENT.search(text)
                and (GUARANTY.search(text) or text.isupper())
                and not cached.search(r"\bamendment\s+no|page\b", text, regex.I)
            ):
                self.consent = True
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
        self.caption = not CAPTION_ENDS.search(text)
        return goes_on

    def _witnessed(self, line: Line) -> bool:
        """Whether a line says of the signature above it that a witness or a notary gave it, which takes it away."""
        bare = [s for s in self.recent if s.bare and s.name and not s.title]
        if line.gap > 4 or not bare:
            return False
        for block in (*self.signing, *self.blocks[-1:]):
            block.signers = [s for s in block.signers if s is not bare[-1]]
        self.loose = [entry for entry in self.loose if entry[0] is not bare[-1]]
        self.recent = [s for s in self.recent if s is not bare[-1]]
        if self.signer is bare[-1]:
            self.signer, self.expects = None, None
        return True

    def _form(self, line: Line, text: str) -> bool:
        """Whether a line is one of a form whose labels say whose name, signature or title it holds."""
        if found := FORM_PARTY.match(text):
            self._flush()
            self.header, self.signing, self.signer = found.group(1), [], None
            self._party(line, *self._within(line, found.group(2)), found.group(2).strip())
        elif (found := CALLED_PARTY.match(text)) and is_organisation(found.group(1)):
            self._flush()
            self.signing, self.signer = [], None
            self._party(line, *self._within(line, found.group(1)), found.group(1))
        elif (found := EXECUTED_BY.match(text)) and is_organisation(found.group(1)):
            self._flush()
            self.signing = []
            self._party(line, *self._within(line, found.group(1)), found.group(1))
        elif (self.waiting or self.signing) and (found := FORM_SIGN.match(text)):
            self._sign(line, found.group(1))
        elif found := FORM_NAME.match(text):
            self._name(line, found)
        elif found := FORM_TITLE.match(text):
            self._title(line, found, text)
        else:
            return False
        return True

    def _names_document(self, text: str) -> bool:
        """Whether a line names a document; "ACME GUARANTY" over "TRUST COMPANY" does not."""
        found = DOCUMENT.search(f"{text} {self.following}")
        return found is not None and found.start() < len(text)

    def _personal(self, text: str) -> bool:
        """Whether a line is the heading of somebody who signs for himself; a title under a signature is none."""
        if not PERSONAL.match(text) or not (text.isupper() or text.endswith(":")):
            return False
        if self.signer is not None and self.expects and not text.endswith(":"):
            return False
        if self.signer is not None and not text.endswith(":") and not self.waiting and not self.signer.title:
            return False
        self._flush()
        self.header, self.expects, self.attest, self.signer, self.signing = text, None, False, None, []
        return True

    def _own(self, line: Line, text: str) -> bool:
        """Whether a line under such a heading is the name that the person typed or signed first."""
        if self.signer is not None or self.waiting or not is_person(text) or is_title(text):
            return False
        self._sign(line, "")
        self._set_name(*self._within(line, text))
        return True

    def _prose(self, text: str) -> bool:
        small = len(cached.findall(r"\b[a-z]{2,}\b", text))
        # A release or a waiver of jury trial in capitals has words that no name has.
        return (
            (len(text) > 50 and len(cached.findall(_SAID_IN_CAPITALS, text)) >= 2)
            or (
                small >= 5
                and len(text) > 50
                and not (ENTITY.match(text) or CAPACITY.match(text) or ends_name(text.split(",")[0]))
            )
            or bool(cached.match(r"^\W*(?:The|Each(?:\s+of)?|By\s+its)\s+(?:undersigned|foregoing)\b", text, regex.I))
        )

    def _context(self, text: str) -> None:
        self.header = None
        if cached.match(r"\W*(?:acknowledged[\s,]+(?:and\s+)?)?consented\b", text, regex.I):
            self.consent = True
        if GUARANTY.search(text) or (CONSENT.search(text) and "undersigned" in text.lower()):
            self.consent = True
        self.expects, self.signer, self.attest = None, None, False
        self._flush()
        self.signing = []

    def _capacity_word(self, line: Line, text: str) -> bool:
        """Whether a role stands right behind a party's name ("Agent" under "BANK X,")."""
        if (
            self.waiting
            and not text.endswith(":")
            and '"' not in text
            and (cached.match(r"as\b", text, regex.I) or self._described(line, text))
        ):
            self.waiting[-1].described.append((line.start, line.end))
            return True
        return False


def find(parts: Parts, known: list[Mention]) -> list[Mention]:
    """Signing parties (label ``signing_party``) and persons (label ``signatory``) of the signature pages."""
    names = {fold(str(m.data["name"])): str(m.data["name"]) for m in known if m.label == "party"}
    found: list[Mention] = []
    for start, end in parts.each("signatures"):
        head = parts.view[start : start + 300]
        consent = (
            bool(CONSENT.search(head) and GUARANTY.search(parts.view, start, min(end, start + 2500)))
            and "WITNESS" not in head.upper()[:40]
        )
        found += _read(parts.view, read_lines(parts.view, start, end), names, consent)
    return found


def _read(view: str, lines: list[Line], names: dict[str, str], consent: bool) -> list[Mention]:
    reader = Reader(view, names, consent)
    lines = _without_acknowledgments(view, lines)
    for i, line in enumerate(lines):
        reader.pairwise = partial(_signs_in_turn, view, lines, i)
        reader.following = view[lines[i + 1].start : lines[i + 1].end].strip() if i + 1 < len(lines) else ""
        reader.addressed = _addressed(view, lines, i)
        reader.read(line)
        reader.before = view[line.start : line.end].strip()
    reader._flush()
    found = []
    principals = [block for block in reader.blocks if not reader._on_behalf(block)]
    for block in principals or reader.blocks:
        found += _mentions(view, block)
    for signer, header, consents in reader.loose:
        found += _loose(view, signer, header, consents, names)
    return found


def _addressed(view: str, lines: list[Line], i: int) -> bool:
    """Whether an address stands below line `i`, and no signature under that."""
    for j in range(i + 1, min(len(lines), i + 9)):
        text = view[lines[j].start : lines[j].end].strip()
        if j == i + 1 and not (ADDRESS.search(text) and not cached.match(r"\W*Address", text, regex.I)):
            return False
        if BY.match(text) or NAME.match(text):
            return False
        if j > i + 1 and (lines[j].gap > 1 or ends_name(text)):
            return True
    return i + 1 < len(lines)


def _without_acknowledgments(view: str, lines: list[Line]) -> list[Line]:
    """The lines without what notaries certify: "STATE OF ... before me ... Notary Public"."""
    kept: list[Line] = []
    i = 0
    while i < len(lines):
        stop = _acknowledgment_end(view, lines, i)
        if stop is None:
            kept.append(lines[i])
            i += 1
        else:
            i = stop
    return kept


def _acknowledgment_end(view: str, lines: list[Line], i: int) -> int | None:
    """Where the acknowledgment ends that begins at line `i`; None if none does."""
    if not VENUE.match(view[lines[i].start : lines[i].end].strip()):
        return None
    end, certified = None, False
    for j in range(i + 1, min(len(lines), i + 45)):
        text = view[lines[j].start : lines[j].end].strip()
        certified = certified or bool(CERTIFIED.search(text))
        if certified and NOTARY.search(text):
            end = j + 1
        elif end is not None and (lines[j].gap > 1 or j > end + 3 or not SKIP.match(text)):
            break
    return end


def _signs_in_turn(view: str, lines: list[Line], i: int, waiting: int) -> bool:
    """Whether as many signatures follow at `i` as parties wait: linearised columns give the names first, then the signatures."""
    if waiting < 2:
        return False
    # Signatures side by side that came out one below the other: another row of them may follow.
    together = itertools.takewhile(
        lambda line: _sort(view[line.start : line.end].strip()) == "by", lines[i : i + waiting + 1]
    )
    if sum(1 for _ in together) == waiting:
        return True
    count, j = 0, i
    while j < len(lines) and j < i + 14 * waiting:
        sort = _sort(view[lines[j].start : lines[j].end].strip())
        if sort == "name":
            break
        count += sort == "by"
        j += 1
    return count == waiting


@lru_cache(maxsize=1024)
def _sort(text: str) -> str:
    """What a line is as far as columns set one below the other are told by it; each line is looked at from many before it."""
    if BY.match(text):
        return "by"
    name = ends_name(text) and not is_person(text) and not is_title(text) and not text.startswith('"')
    return "name" if name else ""


def _mentions(view: str, block: Block) -> list[Mention]:
    a, b = min(x for x, _ in block.name), max(y for _, y in block.name)
    item = Item(a, b, tuple(block.described))
    data: dict[str, Any] = describe(view, item)
    name = tidy("\n".join(view[x:y] for x, y in block.name))
    behalf = ON_BEHALF_OF.search(capacity := " ".join(view[x:y] for x, y in block.described))
    if (
        behalf
        and cached.search(r"\b(?:manager|advis[eo]r|agent|trustee|attorney)\b", capacity[: behalf.start()], regex.I)
        and is_organisation(behalf.group(1))
    ):
        # A manager signs for a fund: the fund is the party.
        name = tidy(behalf.group(1))
        data["roles"] = []
    data["name"] = name
    data["collective"] = []
    data["header"] = block.header
    data["consent"] = block.consent
    data["pieces"] = [list(piece) for piece in block.name]
    for role in (
        roles_in(capacity) if cached.search(r"\b(?:as|individually|capacity|itself)\b", capacity, regex.I) else []
    ):
        if role not in data["roles"]:
            data["roles"].append(role)
    offices = " ".join(view[x:y] for signer in block.signers for x, y in signer.title)
    if data["entity_type"] is None and (foregoing := OF_EACH.search(" ".join(offices.split()))):
        data["entity_type"] = cached.sub(r"ies$", "y", foregoing.group(1).lower()).removesuffix("s")
    if block.commitment and "lender" not in data["roles"]:
        data["roles"].append("lender")
    found = [Mention(a, b, "signing_party", "party.signature", data)]
    for signer in block.signers:
        span = signer.typed or signer.name
        if span is not None:
            found.append(Mention(*span, "signatory", "signatory.block", {**_person(view, signer), "party": name}))
    return found


def _loose(view: str, signer: Signer, header: str | None, consent: bool, names: dict[str, str]) -> list[Mention]:
    """A signature that no party's name stands above: an individual's own, under a heading such as "GUARANTOR:"."""
    span = signer.typed or signer.name
    if span is None:
        return []
    person = _person(view, signer)
    name = str(person["name"])
    own = bool(header and PERSONAL.match(header))
    individual = is_person(name) and (own or not signer.title) and not is_title(name)
    if not individual or not (header or consent or fold(name) in names):
        return [Mention(*span, "signatory", "signatory.alone", {**person, "party": None})]
    data = describe(view, Item(span[0], span[1], ()))
    data.update(name=name, collective=[], header=header, consent=consent, pieces=[list(span)], entity_type="individual")
    return [
        Mention(*span, "signing_party", "party.signature", data),
        Mention(*span, "signatory", "signatory.alone", {**person, "party": name}),
    ]


def _person(view: str, signer: Signer) -> dict[str, Any]:
    span = signer.typed or signer.name
    assert span is not None
    title = " ".join(" ".join(view[a:b].split()) for a, b in signer.title).strip(" ,_")
    return {
        "name": tidy(SLASH.sub("", view[span[0] : span[1]])),
        "title": title or None,
        "title_spans": [list(t) for t in signer.title],
    }
