"""Signature blocks: who signs for whom, in what capacity and office."""

from dataclasses import dataclass, field
from typing import Any

import regex

from extractor.extractors.columns import Line, read_lines
from extractor.extractors.parties import describe
from extractor.extractors.partylist import Item, is_name
from extractor.extractors.roles import roles_in
from extractor.nlp.mention import Mention, Parts
from extractor.values.names import ends_name, fold, is_generic, is_organisation, is_person, is_title, only_suffix, tidy

_BY = regex.compile(r"^\W*(?:(?:(?:Each\s+|each\s+|EACH\s+)?(?:By|BY|by)|Per|PER)(?=[\s:;._/]|$)\s*[:;.]?|(?=/[sS]/)|(?=//\s)|(?=_{4,}))\s*(.*)$", regex.S)
_SLASH = regex.compile(r"/\s?[sS]\s?/\s*|^[sS]/\s*|^//\s*")
_NAME = regex.compile(r"^\W*(?:(?:Print(?:ed)?|Typed)\s+)?(?:Name|NAME)\s*(?:and\s+Title\s*)?(?:[:._]|\s{2,}|$)\s*(.*)$", regex.S)
_TITLE = regex.compile(r"^\W*(?:Title|TITLE|Its|ITS|Office|Position)(?:\s*\(s\))?\s*[:;.]\s*(.*)$|^\W*(?:Title|TITLE|Its)\s{2,}(.*)$|^(?:Title|Name)$", regex.S)
_ITS = regex.compile(r"^(?:Its|ITS)\s+(.*)$", regex.S)
_HEADER = regex.compile(
    r"^[\"'(\[]*(?:(?:accepted|acknowledged|agreed|consented|approved|confirmed)\b[\w\s,/&]{0,40}?\b(?:by|to)\s+)?(?:each\s+of\s+)?(?:the\s+|as\s+)?((?:(?:(?:borrowers?|guarantors?|lenders?|banks?|agents?)\s*(?:and|&|,|/)\s*(?:the\s+)?)?(?:(?:administrative|collateral|syndication|documentation|managing|issuing|swing\s?line|lead|joint|subsidiary|additional|new|existing"
    r"|initial|departing|exiting|term|revolving|loan|parent|facility|security|english|dutch|uk|european|local|required|consenting|increasing|continuing|original|other|corporate|credit|co|us|u\.s\.|canadian|foreign|domestic|and|the|&)[\s-]+){0,5}?)(?:co-?)?(?:borrowers?|guarantors?|lenders?|banks?|agents?|arrangers?|company|parent|holdings|trustees?|issuers?|makers?|holders?|obligors?|debtors?|pledgors?|grantors?|credit\s+parties|loan\s+parties|purchasers?|participants?|subsidiar(?:y|ies)))"
    r"(?:\(s\))?[\"')\]]*\s*[:.;]?[\"']*$",
    regex.I,
)
_CAPACITY = regex.compile(
    r"^(?:(?:each\s+)?(?:as|in\s+its|individually|for\s+itself|for\s+and|not\s+in|solely|on\s+behalf|acting|through|and\s+as|and\s+in|both|in\s+the)\b|(?:and|&)\s)", regex.I
)
_ENTITY = regex.compile(
    r"^(?:an?\s+(?-i:[A-Z]\w+)|an?\s+(?:\w+\s+){0,5}?(?:corporation|company|partnership|trust|association|bank|branch|societe)|(?:organi[sz]ed|existing|incorporated|successor|formerly|f/k/a|by\s+merger|d/b/a|with\s+its)\b|\((?:formerly|f/k/a|as\s+successor|successor|a\s))",
    regex.I,
)
_BEHALF = regex.compile(
    r"^(?:its|their|the|an?|as|as\s+its)?\s*(?:sole\s+|managing\s+|general\s+|investment\s+|collateral\s+|portfolio\s+|duly\s+|authorized\s+)*(?:general\s+partners?|partner|manager|member|managing\s+member|advis[eo]r|agent(?:\s*/\s*manager)?|attorney[\s-]in[\s-]fact|trustee|(?:sole\s+)?(?:voting\s+)?shareholder|servicer)\W*$",
    regex.I,
)
_BEHALF_ENDS = regex.compile(r"\b(?:general\s+partners?|partner|manager|member|advis[eo]r|agent|attorney[\s-]in[\s-]fact|trustee|shareholder|servicer)\W*$", regex.I)
_ON_BEHALF_OF = regex.compile(r"\bon\s+behalf\s+of\s+(.{4,120}?)(?=\s*,?\s*\bas\b|\s*$|\s*\()", regex.I | regex.S)
_SKIP = regex.compile(
    r"^\W*(?:\[?\(?\s*(?:remainder|signature|signatures|the\s+next|balance|execution|conformed)\b|(?:counterpart\s+)?signature\s+pages?\b|page\s+\d|\d{1,3}\W*$|S-\d|IN\s+WITNESS|\(?seal\)?\W*$|\[?corporate\s+seal|L\.S\."
    r"|Commitments?\b|Pro\s+Rata|Percentage|Total\b|Amount\b|Date\b|Dated\b|\$|Tel\b|Telephone|Telecop|Facsimile|Fax|Phone|E-?mail|Attn|Attention|with\s+a?\s*cop|Notice|Account|ABA|Lending\s+Office|Domestic|Eurodollar|LIBOR"
    r"|duly\s+authorized|hereunto|authorized\s+signature|\(?print|(?:executed|signed)\s+(?:as|this|on|by|under)|for\s+value\s+received|ladies\s+and|gentlemen|dear\s|in\s+the\s+presence|state\s+of|county\s+of|commonwealth\s+of|my\s+commission|notary|subscribed|sworn|acknowledged\s+before|\*+\W*$|and\W*$|cc:)",
    regex.I,
)
_ADDRESS = regex.compile(
    r"^\W*Address|\b\d{5}(?:-\d{4})?\W*$|^\d+\w?\s+[\w. ]+(?:Street|St\.|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane|Plaza|Way|Center|Square|Parkway|Place|Circle|Floor|Highway|Court|Row)\b|\b(?:Suite|Floor|P\.?\s?O\.?\s+Box|Mail\s?(?:Code|Stop))\b|\bPlaza,|^(?:One|Two|Three)\s+\w+\s+(?:Plaza|Center|Street|Square|Place)",
    regex.I,
)
_ATTEST = regex.compile(r"^\W*(?:ATTEST|WITNESS(?:ED|ES)?|Attested|In\s+the\s+presence\s+of|Approved\s+as\s+to\s+form|Signed\s+in)\b(?!\s+WHEREOF)", regex.I)
_CONSENT = regex.compile(r"\b(?:consent|acknowledg\w+|reaffirm\w+|ratif\w+|confirm\w+|joinder)\b", regex.I)
_GUARANTY = regex.compile(r"\bguarant", regex.I)
_DOCUMENT = regex.compile(
    r"\b(?:AGREEMENT|AMENDMENT|WAIVER|RESTATEMENT|SUPPLEMENT|CONSENT|REAFFIRMATION|ACKNOWLEDGE?MENT|GUARANTY(?!\s+(?:TRUST|BANK|FEDERAL|NATIONAL))|NOTE|INDENTURE|SIGNATURES?|SCHEDULE|EXHIBIT|MODIFICATION|FORBEARANCE|COMMITMENTS?|JOINDER)\b", regex.I
)
_CUT = regex.compile(
    r",?\s*\((?!(?:\w{1,3}\.?|(?:\w\.){1,4}|[A-Z][\w ]{1,14})\)\s+\w)|,?\s+(?=individually(?:\W|$))|,\s*(?=(?:an?|each|as|in|individually|for|by|formerly|f/k/a|successor|acting(?!\s+through\s+(?:its|the))|not|solely|on|with|through|its|organized|both)(?:\s|$))|\s+(?=(?:as|AS|As)\s+(?:an?\s+|the\s+|A\s+|AN\s+|THE\s+|its\s+)?(?:[A-Z]|co-|issu|lend|agent|borrow|guarant|admin))"
    r"|,\s*(?=(?:As|AS|IN|INDIVIDUALLY|Individually|A|AN|FORMERLY|Formerly|FOR|By|BY|SUCCESSOR)(?:\s|$))|\s+(?=(?:f/k/a|formerly\s+known|d/b/a\s|dba\s))",
)
_ILLEGIBLE = regex.compile(r"illegible|unreadable|signature|indecipherable|\?\?", regex.I)
_ORDINAL_ONLY = regex.compile(r"^(?:\w+(?:st|nd|rd|th)|first|second|third)$", regex.I)


@dataclass
class _Signer:
    name: tuple[int, int] | None = None
    typed: tuple[int, int] | None = None
    title: list[tuple[int, int]] = field(default_factory=list)
    labelled: bool = False  # a "Title:" line stands under the signature: what follows is no name


@dataclass
class _Block:
    """A party's part of the pages: its name's pieces, what is said of it, who signs."""

    name: list[tuple[int, int]]
    described: list[tuple[int, int]] = field(default_factory=list)
    header: str | None = None
    consent: bool = False
    commitment: bool = False
    closed: bool = False  # an entity that signs for the party stands below the name: it does not go on
    signers: list[_Signer] = field(default_factory=list)


class _Reader:
    """Reads lines one by one; `blocks` holds what it found."""

    def __init__(self, view: str, known: dict[str, str], consent: bool) -> None:
        self.view = view
        self.known = known
        self.blocks: list[_Block] = []
        self.waiting: list[_Block] = []
        self.signing: list[_Block] = []
        self.signer: _Signer | None = None
        self.expects: str | None = None
        self.header: str | None = None
        self.consent = consent
        self.attest = False
        self.behalf = False
        self.address = False
        self.open_prose = False
        self.queue: list[_Block] = []
        self.recent: list[_Signer] = []
        self.following = ""
        self.before = ""
        self.loose: list[tuple[_Signer, str | None, bool]] = []

    def read(self, line: Line) -> None:
        """Takes the next line."""
        text = self.view[line.start : line.end].strip()
        bare = text.strip("_-=.* \t")
        if not bare:
            if regex.search(r"_{3,}", text) and not self.waiting:
                return
            if regex.search(r"_{3,}", text):
                self._sign(line, "")
            return
        prose = (self._prose(text) and not _SLASH.search(text)) or (self.open_prose and line.gap == 0 and not _BY.match(text) and not text.isupper())
        self.open_prose = prose and not regex.search(r"[.:;]\W*$", text)
        if _ATTEST.match(text):
            self.attest, self.signer, self.expects = True, None, None
        elif prose:
            self._context(text)
        elif self.waiting and line.gap == 0 and only_suffix(text):
            self._text(line, text)
        elif regex.match(r'^["\'].*["\']$', text):
            # A role in quotes stands above the parties it names, or below them, where it adds nothing.
            if (found := _HEADER.match(text)) and self.following and not _ATTEST.match(self.following):
                self.header = found.group(1)
            self.expects = None
        elif regex.match(r"(?:ACCEPTED|AGREED|ACKNOWLEDGED|CONSENTED|APPROVED|CONFIRMED)\b(?:\s*,?\s*(?:AND|&|TO|BY|IN|AS|HERETO|ABOVE|ACCEPTED|AGREED|ACKNOWLEDGED|CONSENTED|APPROVED|CONFIRMED|this|OF|THE|DATE|FIRST|WRITTEN)\b)*", text, regex.I) and not ends_name(text) and not _HEADER.match(text):
            self._context(text)
        elif _ADDRESS.match(text) and regex.match(r"\W*Address", text, regex.I):
            self.address = True
        elif _SKIP.match(text) and not (self.expects and is_person(text)):
            self.expects, self.address = None, False
        elif (found := _NAME.match(text)) and not is_organisation(text):
            self._name(line, found)
        elif (found := _TITLE.match(text)) or (found := _ITS.match(text)) and not _BEHALF.match(text) and is_title(found.group(1)):
            self._title(line, found, text)
        elif (found := _BY.match(text)) and not (regex.match(r"^by\s+and\b", text, regex.I)):
            self._sign(line, found.group(1))
        elif (found := _HEADER.match(text)) and not regex.match(r"OF\b|of\b", self.following):
            if not self._capacity_word(line, text):
                self.header, self.expects, self.attest, self.signer = found.group(1), None, False, None
                if _CONSENT.search(text):
                    self.consent = self.consent or bool(_GUARANTY.search(text))
                self._flush()
                self.signing = []
        elif _DOCUMENT.search(text) and not (ends_name(text) and not regex.search(r"\b(?:AGREEMENT|AMENDMENT)\b", text)):
            if _CONSENT.search(text) and (_GUARANTY.search(text) or text.isupper()) and not regex.search(r"\bamendment\s+no|page\b", text, regex.I):
                self.consent = True
            self.expects = None
        else:
            self._text(line, text)

    # Lines of each sort.

    def _prose(self, text: str) -> bool:
        small = len(regex.findall(r"\b[a-z]{2,}\b", text))
        return (small >= 5 and len(text) > 50 and not (_ENTITY.match(text) or _CAPACITY.match(text) or ends_name(text.split(",")[0]))) or bool(
            regex.match(r"^\W*(?:The|Each(?:\s+of)?|By\s+its)\s+(?:undersigned|foregoing)\b", text, regex.I)
        )

    def _context(self, text: str) -> None:
        self.header = None
        if regex.match(r"\W*(?:acknowledged[\s,]+(?:and\s+)?)?consented\b", text, regex.I):
            self.consent = True
        if _GUARANTY.search(text) or (_CONSENT.search(text) and "undersigned" in text.lower()):
            self.consent = True
        self.expects, self.signer, self.attest = None, None, False
        self._flush()
        self.signing = []

    def _flush(self) -> None:
        """Of the parties that wait for a signature and get none, those stand that can be nothing else."""
        for block in self.waiting:
            text = self._text_of(block)
            if fold(text) in self.known or (text.isupper() and ends_name(text)) or block.described:
                self.blocks.append(block)
        self.waiting = []
        self.behalf = False

    def _capacity_word(self, line: Line, text: str) -> bool:
        """Whether a role stands right behind a party's name ("Agent" under "BANK X,")."""
        if self.waiting and not text.endswith(":") and '"' not in text and (regex.match(r"as\b", text, regex.I) or self._described(line, text)):
            self.waiting[-1].described.append((line.start, line.end))
            return True
        return False

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
        if self.signer is not None:
            self.signer.labelled = True
        if not content:
            self.expects = "title"
        elif self.signer is not None:
            a, b = self._within(line, content)
            self.signer.title = [(a, b)]
            self.expects = "more title"

    def _sign(self, line: Line, content: str) -> None:
        slash = _SLASH.search(content)
        plain = content.strip(" _\t:.")
        if plain and not slash and (is_organisation(plain) or _BEHALF.search(plain)) and not (is_title(plain.split(",")[-1]) and not _BEHALF.search(plain.split(",")[-1].strip())):
            # An entity that signs on behalf of the party.
            for block in self.waiting[-1:]:
                block.closed = True
            self.behalf, self.expects = not _BEHALF_ENDS.search(plain), None
            return
        if self.attest:
            self.signer = None
            self.expects = None
            return
        self._open()
        if not regex.match(r"\W*by\b", self.view[line.start : line.end], regex.I) and slash and fold(_SLASH.sub("", content)) in self.known:
            # An individual who is a party signs for himself.
            self.signing = []
        self.behalf = False
        self.signer = _Signer()
        self.recent.append(self.signer)
        self.address = False
        for block in self.signing:
            block.signers.append(self.signer)
        if not self.signing:
            self.loose.append((self.signer, self.header, self.consent))
        self.expects = None
        name = _SLASH.sub("", content).strip(" _\t")
        if name:
            a, b = self._within(line, name)
            self._set_signed(a, b, bool(slash))

    def _open(self) -> None:
        """Decides for which of the waiting parties the signature that begins stands."""
        if self.waiting:
            self.signing, self.queue, self.recent = self.waiting, [], []
            if len(self.waiting) > 1 and self._pairwise:
                self.signing, self.queue = self.waiting[:1], self.waiting[1:]
            self.blocks += self.waiting
            self.waiting = []
        elif self.queue:
            self.signing, self.queue = self.queue[:1], self.queue[1:]

    _pairwise = False

    def _set_signed(self, a: int, b: int, slash: bool) -> None:
        assert self.signer is not None
        text = self.view[a:b]
        head, _, tail = text.partition(",")
        if tail and is_title(tail) and not is_title(head):
            self.signer.title = [(a + len(head) + 1, b)]
            b = a + len(head)
        if _ILLEGIBLE.search(self.view[a:b]):
            return
        words = self.view[a:b].strip()
        if slash or is_person(words):
            if is_title(words) and not is_person(words):
                self.signer.title = [(a, b)]
            elif len(words) > 2:
                self.signer.name = (a, b)

    def _set_name(self, a: int, b: int) -> None:
        assert self.signer is not None
        slash = _SLASH.match(self.view[a:b])
        if slash:
            self._set_signed(a + slash.end(), b, True)
            self.expects = None
            return
        head, _, tail = self.view[a:b].partition(",")
        if tail and is_title(tail):
            self.signer.title = [(a + len(head) + 1, b)]
            b = a + len(head)
        if not _ILLEGIBLE.search(self.view[a:b]) and regex.search(r"[A-Za-z]{2}", self.view[a:b]):
            self.signer.typed = (a, b)
        self.expects = None

    def _text(self, line: Line, text: str) -> None:
        a, b = self._within(line, text)
        if self.expects == "name" and self.signer is not None and (is_person(_SLASH.sub("", text)) or _SLASH.match(text)):
            self._set_name(a, b)
            return
        if self.expects == "title" and self.signer is not None and not ends_name(text) and (is_title(text) or (line.gap == 0 and not text.isupper() and not is_organisation(text))):
            self.signer.title, self.expects = [(a, b)], "more title"
            return
        if self.signer is not None and self.signer.title and self._goes_on(line, text):
            self.signer.title.append((a, b))
            return
        self.expects = None
        if self.signer is not None and self.signer.name and not self.waiting and line.gap == 0 and self._name_goes_on(a, b, text):
            return
        if self.signer is not None and not self.waiting and self._about_signer(a, b, text):
            return
        if self.attest and (is_person(text) or is_title(text)):
            return
        if _BEHALF.match(text):
            self.behalf = False
            return
        if self.behalf and line.gap <= 1 and (not ends_name(self.before) or self.before.endswith(",") or _BEHALF_ENDS.search(text)):
            self.behalf = not _BEHALF_ENDS.search(text)
            return
        if _ADDRESS.search(text) or (self.address and fold(text) not in self.known and not ends_name(text)):
            return
        if self.waiting and not self.waiting[-1].described and line.gap == 0 and regex.match(r"(?:and|of)\b|&", text, regex.I):
            self._party(line, a, b, text)
            return
        if self.waiting and (_CAPACITY.match(text) or _ENTITY.match(text) or self._described(line, text)):
            self.waiting[-1].described.append((a, b))
            return
        if _CAPACITY.match(text) or _ENTITY.match(text):
            return
        self._party(line, a, b, text)

    def _name_goes_on(self, a: int, b: int, text: str) -> bool:
        """Whether a signature's name was cut by a line's end: one word stood there, and the rest stands here."""
        assert self.signer is not None and self.signer.name is not None
        first = self.view[self.signer.name[0] : self.signer.name[1]].strip()
        head, _, tail = text.partition(",")
        if " " in first or not is_person(f"{first} {head}") or self.signer.typed or is_title(head):
            return False
        if a < self.signer.name[0]:
            return False
        self.signer.typed = (self.signer.name[0], a + len(head))
        if tail.strip():
            self.signer.title = [(b - len(tail), b)]
        return True

    def _goes_on(self, line: Line, text: str) -> bool:
        """Whether a title goes on in the next line."""
        assert self.signer is not None
        before = self.view[self.signer.title[-1][0] : self.signer.title[-1][1]].rstrip()
        if regex.search(r"(?:\band|&|,|\bof|-|–)$", before):
            return line.gap <= 1 and not is_person(text)
        return line.gap <= (1 if regex.search(r"\b(?:Vice|Senior|Executive|Chief|Assistant|Managing)$", before) else 0) and is_title(text) and not is_organisation(text)

    def _about_signer(self, a: int, b: int, text: str) -> bool:
        """Whether a line under a signature gives the signer's name or title."""
        text = _SLASH.sub("", text)
        head, _, tail = text.partition(",")
        cut = _CUT.split(text)[0]
        if fold(cut) in self.known and not is_person(cut):
            return False
        if is_organisation(cut) and (cut.isupper() or ends_name(cut)):
            return False
        if tail and is_person(head) and regex.match(r"\W*(?:individually|an?\s+individual|in\s+(?:his|her)\s+individual)", tail, regex.I):
            self._individual(a, a + len(head))
            return True
        if tail and is_person(head) and is_title(tail):
            signer = self._whose(head)
            if signer is not None:
                signer.typed = signer.typed or (a, a + len(head))
                signer.title = signer.title or [(b - len(tail), b)]
            return True
        if is_person(text):
            signer = self._whose(text)
            if signer is None:
                return False
            signer.typed = signer.typed or (a, b)
            return True
        if is_title(text) and not ends_name(text) and not regex.match(r"THE\s", text):
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
        self.signer.typed, self.signing = (a, b), []
        if all(self.signer is not s for s, _, _ in self.loose):
            self.loose.append((self.signer, self.header or "individual", self.consent))

    def _whose(self, name: str) -> _Signer | None:
        """The signer, of those just read, whose name is typed here."""
        for signer in reversed(self.recent):
            if (signer.name or signer.typed) and self._same_person(signer, name):
                return signer
        if self.signer is not None and self.signer.name is None and self.signer.typed is None and not self.signer.labelled:
            return self.signer
        return None

    def _same_person(self, signer: _Signer, text: str) -> bool:
        span = signer.typed or signer.name
        assert span is not None
        return bool(set(fold(self.view[span[0] : span[1]]).split()) & set(fold(text).split()))

    def _described(self, line: Line, text: str) -> bool:
        """Whether a line goes on with what was said of the waiting party."""
        block = self.waiting[-1]
        if not block.described or line.gap > 1:
            return False
        last = self.view[block.described[-1][0] : block.described[-1][1]].rstrip()
        if all(is_generic(piece) for piece in regex.split(r",|\band\b", text) if piece.strip(" .")):
            return True
        if line.gap and not regex.search(r"\bd/?b/?a\b", last):
            return False
        if regex.search(r"^\W*(?:formerly|f/k/a|as\s+successor|successor)\b|\b(?:on\s+behalf\s+of|d/?b/?a)\b", last, regex.I) and not ends_name(last):
            return True
        return (
            bool(regex.search(r"(?:\b(?:and|as|of|the|a|an|limited|liability|national|to|registered|Limited|National|Documentation|Administrative|Syndication|Collateral|Co-)|,|&)$", last))
            or text[:1].islower()
            or last.count("(") > last.count(")")
        )

    def _party(self, line: Line, a: int, b: int, text: str) -> None:
        if _ORDINAL_ONLY.match(text):
            return
        cut = _CUT.search(text)
        described = []
        if cut and cut.start() > 1:
            described = [(a + cut.start() + (len(cut.group()) - len(cut.group().lstrip(", \t"))), b)]
            b = a + cut.start()
            text = self.view[a:b]
        if self.waiting and not self.waiting[-1].described and not self.waiting[-1].closed and self._joins(self._text_of(self.waiting[-1]), text, line.gap):
            self.waiting[-1].name.append((a, b))
            self.waiting[-1].described += described
            return
        if fold(text) not in self.known and not self._may_be_party(line, text, bool(described)):
            return
        self.signer, self.attest, self.address, self.recent = None, False, False, []
        self.waiting.append(_Block([(a, b)], described, self.header, self.consent, line.amount))

    def _may_be_party(self, line: Line, text: str, described: bool) -> bool:
        """Whether a line that names no known party names one."""
        if not (is_name(text) or is_person(text)) or is_generic(text) or text.startswith(('"', "(")) or len(regex.findall(r"\d", text)) > 8:
            return False
        if regex.match(r"\W*name\s+of\b", text, regex.I):
            return False
        organisation = is_organisation(text)
        if self.signer is not None and self.signer.title and line.gap == 0 and not organisation and not text.isupper():
            self.signer.title.append(self._within(line, text))
            return False
        if is_title(text) and not organisation:
            return False
        before_signature = bool(_BY.match(self.following) or _NAME.match(self.following) or _CAPACITY.match(self.following) or _ENTITY.match(self.following)) or described
        if text.isupper() or before_signature:
            return organisation or before_signature or line.gap > 0 or not self.signer
        # In ordinary letters, a company right under a signer's title is the signer's employer.
        return organisation and not (self.signer is not None and line.gap == 0)

    def _joins(self, before: str, text: str, gap: int) -> bool:
        """Whether a party's name goes on in the next line."""
        both = f"{before} {text}"
        whole = fold(both)
        if whole in self.known or (gap <= 1 and any(k.startswith(whole + " ") for k in self.known)):
            return True
        if fold(before) in self.known and not only_suffix(text):
            return False
        if only_suffix(text) or regex.match(r"(?:and|of|&|AND|OF|de|DE)\b|[a-z&]", text):
            return gap <= 1
        if regex.search(r"(?:,|&|-|\b(?:and|AND|of|OF|the|THE|de))$", before):
            return gap <= 1
        # A list of sister companies repeats their first name.
        sisters = fold(before).split()[:1] == fold(text).split()[:1]
        return gap == 0 and not sisters and not ends_name(before) and fold(text) not in self.known

    def _text_of(self, block: _Block) -> str:
        return tidy("\n".join(self.view[a:b] for a, b in block.name))

    def _within(self, line: Line, content: str) -> tuple[int, int]:
        """Offsets of `content` in the line."""
        content = content.strip(" \t_")
        at = self.view.rfind(content, line.start, line.end) if content else line.end
        return (at, at + len(content)) if at >= 0 else (line.start, line.end)


def find(parts: Parts, known: list[Mention]) -> list[Mention]:
    """Signing parties (label ``signing_party``) and persons (label ``signatory``) of the signature pages."""
    names = {fold(str(m.data["name"])): str(m.data["name"]) for m in known if m.label == "party"}
    found: list[Mention] = []
    for start, end in parts.each("signatures"):
        head = parts.view[start : start + 300]
        consent = bool(_CONSENT.search(head)) and "WITNESS" not in head.upper()[:40]
        found += _read(parts.view, read_lines(parts.view, start, end), names, consent)
    return found


def _read(view: str, lines: list[Line], names: dict[str, str], consent: bool) -> list[Mention]:
    reader = _Reader(view, names, consent)
    for i, line in enumerate(lines):
        reader._pairwise = _signs_in_turn(view, lines, i, len(reader.waiting))
        reader.following = view[lines[i + 1].start : lines[i + 1].end].strip() if i + 1 < len(lines) else ""
        reader.read(line)
        reader.before = view[line.start : line.end].strip()
    reader._flush()
    found = []
    for block in reader.blocks:
        found += _mentions(view, block)
    for signer, header, consents in reader.loose:
        found += _loose(view, signer, header, consents, names)
    return found


def _signs_in_turn(view: str, lines: list[Line], i: int, waiting: int) -> bool:
    """Whether as many signatures follow at `i` as parties wait: linearised columns give the names first, then the signatures."""
    if waiting < 2:
        return False
    count, j = 0, i
    while j < len(lines) and j < i + 14 * waiting:
        text = view[lines[j].start : lines[j].end].strip()
        if _BY.match(text):
            count += 1
        elif ends_name(text) and not is_person(text) and not is_title(text) and not text.startswith('"'):
            break
        j += 1
    return count == waiting


def _mentions(view: str, block: _Block) -> list[Mention]:
    a, b = min(x for x, _ in block.name), max(y for _, y in block.name)
    item = Item(a, b, tuple(block.described))
    data: dict[str, Any] = describe(view, item)
    name = tidy("\n".join(view[x:y] for x, y in block.name))
    behalf = _ON_BEHALF_OF.search(capacity := " ".join(view[x:y] for x, y in block.described))
    if behalf and regex.search(r"\b(?:manager|advis[eo]r|agent|trustee|attorney)\b", capacity[: behalf.start()], regex.I) and is_organisation(behalf.group(1)):
        # A manager signs for a fund: the fund is the party.
        name = tidy(behalf.group(1))
        data["roles"] = []
    data["name"] = name
    data["collective"] = []
    data["header"] = block.header
    data["consent"] = block.consent
    data["pieces"] = [list(piece) for piece in block.name]
    for role in roles_in(capacity) if regex.search(r"\b(?:as|individually|capacity|itself)\b", capacity, regex.I) else []:
        if role not in data["roles"]:
            data["roles"].append(role)
    if block.commitment and "lender" not in data["roles"]:
        data["roles"].append("lender")
    found = [Mention(a, b, "signing_party", "party.signature", data)]
    for signer in block.signers:
        span = signer.typed or signer.name
        if span is not None:
            found.append(Mention(*span, "signatory", "signatory.block", {**_person(view, signer), "party": name}))
    return found


def _loose(view: str, signer: _Signer, header: str | None, consent: bool, names: dict[str, str]) -> list[Mention]:
    """A signature that no party's name stands above: an individual's own, under a heading such as "GUARANTOR:"."""
    span = signer.typed or signer.name
    if span is None:
        return []
    person = _person(view, signer)
    name = str(person["name"])
    individual = is_person(name) and not signer.title and not is_title(name)
    if not individual or not (header or consent or fold(name) in names):
        return [Mention(*span, "signatory", "signatory.alone", {**person, "party": None})]
    data = describe(view, Item(span[0], span[1], ()))
    data.update(name=name, collective=[], header=header, consent=consent, pieces=[list(span)], entity_type="individual")
    return [
        Mention(*span, "signing_party", "party.signature", data),
        Mention(*span, "signatory", "signatory.alone", {**person, "party": name}),
    ]


def _person(view: str, signer: _Signer) -> dict[str, Any]:
    span = signer.typed or signer.name
    assert span is not None
    title = " ".join(" ".join(view[a:b].split()) for a, b in signer.title).strip(" ,_")
    return {
        "name": tidy(_SLASH.sub("", view[span[0] : span[1]])),
        "title": title or None,
        "title_spans": [list(t) for t in signer.title],
    }
