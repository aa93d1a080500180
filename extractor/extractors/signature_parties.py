"""Reads whose name stands over a signature: a party's, over its lines, or the rest of the one above."""

import regex

from extractor.extractors.page_rows import Line
from extractor.extractors.party_names import is_name
from extractor.extractors.signature_below import Below
from extractor.extractors.signature_lines import (
    BEHALF_ENDS,
    BY,
    CALLED_DOCUMENT,
    CAPACITY,
    CAPTION,
    CUT,
    ENTITY,
    NAME,
    NAMES_NOBODY,
    NO_BEGINNING,
    NO_PARTY,
    ORDINAL_ONLY,
    uncut,
)
from extractor.extractors.signature_state import Block
from extractor.values import cached
from extractor.values.names import ends_name, fold, is_generic, is_organisation, is_person, is_title, only_suffix
from extractor.values.places import PLACE

# "BANK ONE / MICHIGAN, N.A.": the state and the form go on with a bank's name.
_STATE_AND_FORM = regex.compile(
    rf"(?:{PLACE})\s*,\s*(?:N\.\s?A|National\s+Association|Inc|F\.\s?S\.\s?B|FSB|NA)\b", regex.I
)
# What goes on with a bank's name on the next line, and names nobody by itself.
_BANK_AND_TRUST = regex.compile(r"BANK\s+(?:AND|&)\s+TRUST(?:\s+(?:COMPANY|CO\.?))?(?:,?\s+N\.?\s?A\.?)?\W*", regex.I)
_OFFICE = regex.compile(r"(?:[A-Z][\w.]*\s+){1,4}(?:Branch(?:es)?|Agency)\W*", regex.I)
_ACCOUNT = regex.compile(
    r"\W*(?:in\s+fav(?:o|ou)r\s+of|(?:benef\w*\W+)?acc(?:oun)?t|bank\s+name|reference|ref|for\s+credit\s+to|credit|benef\w*)\b.*:$",
    regex.I,
)
# A bank that acts through one of its branches, which belongs to its name.
_ACTING = r",?\s+acting\s+(?:by\s+and\s+)?through\s+(?:its|the)"
_BRANCH = regex.compile(rf"{_ACTING}\b.*$", regex.I)
#: Such a name that has not come to its end.
ACTS = regex.compile(
    rf"(?:,?\s+acting(?:\s+(?:by\s+and\s+)?through)?|{_ACTING}(?:\s+(?!Branch|Agency|Office)[A-Z]\w*){{0,3}})$", regex.I
)
# A firm of one word ("Trentix") over its signature: no word that stands there by itself ("Accepted", "Sincerely").
_ONE_WORD = regex.compile(r"(?!(?:\w+(?:ed|ly)|Attest|Witness|Corporate|Title|Name|Enclosures?)\b)[A-Z][a-z]{3,}")
# To whom an address is.
_CARE_OF = regex.compile(r"\W*c/o\s", regex.I)


class PartyNames(Below):
    """Takes lines as names of those for whom is signed, and joins those that a line's end cut."""

    def _party(self, line: Line, a: int, b: int, text: str) -> None:
        if not self.waiting and NO_BEGINNING.match(text):
            return
        if line.beside and _ACCOUNT.match(self.before):
            # What stands beside a label of a payment's data is what it labels.
            return
        if not self.waiting and (self.address or self.blocks) and self.addressed():
            known = fold(uncut(text)) in self.known
            if not known or any(fold(self._text_of(b)) == fold(uncut(text)) for b in self.blocks):
                self.address = True
                return
        if _CARE_OF.match(self.before) and not ends_name(self.before):
            # "c/o ACME / TOOLS, INC.": whose address it is, on two lines.
            return
        if ORDINAL_ONLY.match(text) or NO_PARTY.search(uncut(text)):
            return
        through = cached.search(r"[\s,]+by(?:\W*$|\s+(?!its\b)(?=(?-i:[A-Z])))", text, regex.I)
        if through and ends_name(text[: through.start()]):
            # "ACME, LLC BY": who signs for it stands below; "ACME FUND, L.P. by Acme Advisers, / its General Partner": or beside it.
            self._party(line, a, a + through.start(), text[: through.start()])
            for block in self.waiting[-1:]:
                block.closed, self.behalf = True, not BEHALF_ENDS.search(text)
            return
        cut = CUT.search(text)
        described = []
        if cut and cut.start() > 1:
            described = [(a + cut.start() + (len(cut.group()) - len(cut.group().lstrip(", \t"))), b)]
            b = a + cut.start()
            text = self.view[a:b]
        if self.waiting and (name := self._beside_a_form(text)):
            # "HARBOR BANK, / ACME INC. NATIONAL ASSOCIATION": a name and the end of the one above.
            above = self.waiting.pop()
            above.name.append((a + len(name) + 1, b))
            self.waiting += [Block([(a, a + len(name))], [], self.header, self.consent, line.amount), above]
            return
        if not only_suffix(text) and only_suffix(f"{text} {self.following}") and len(self.waiting) > 1:
            # "NATIONAL / ASSOCIATION": a legal form on two lines.
            for block in self.waiting[:-1]:
                if fold(f"{self._text_of(block)} {text} {self.following}") in self.known:
                    block.name.append((a, b))
                    return
        if only_suffix(text) and self._ends_another(a, b, text):
            return
        if (
            self.waiting
            and not self.waiting[-1].described
            and not self.waiting[-1].closed
            and self._joins(self._text_of(self.waiting[-1]), text, line.gap)
        ):
            self.waiting[-1].name.append((a, b))
            self.waiting[-1].described += described
            return
        if not self._names_known(text) and not self._may_be_party(line, text, bool(described)):
            return
        self.signer, self.attest, self.address, self.recent = None, False, False, []
        self.waiting.append(Block([(a, b)], described, self.header, self.consent, line.amount))
        self.waiting[-1].headed = (
            line.gap == 0
            and CALLED_DOCUMENT.search(self.before) is not None
            and not CAPTION.search(self.before)
            and fold(text) in self.known
        )

    def _names_known(self, text: str) -> bool:
        """Whether a line is the name of a known party, or begins it and the next line ends it."""
        if fold(text) in self.known:
            return True
        whole = fold(f"{text} {uncut(self.following)}") if self.following else ""
        return bool(whole) and (whole in self.known or any(k.startswith(whole + " ") for k in self.known))

    def _behind_address(self, line: Line, text: str) -> bool:
        """Whether a line below an address is the next party's name, or begins it."""
        if fold(text) in self.known or ends_name(uncut(text)):
            return True
        if line.gap and text.isupper() and (BY.match(self.following) or CAPACITY.match(self.following)):
            # "SOCIETE MARITIME" over its signature
            return True
        if (
            line.gap
            and text.isupper()
            and (cut := CUT.search(self.following))
            and CAPACITY.match(self.following[cut.end() :])
        ):
            # "THE FIRST NATIONAL BANK OF / SPRINGFIELD, as a Bank"
            return True
        return text.isupper() and text.endswith((" AND", " OF", ",", "&")) and ends_name(uncut(self.following))

    def _beside_a_form(self, text: str) -> str | None:
        """The known name that a line begins with, where the rest of it is the legal form that the name above lacks."""
        above = self._text_of(self.waiting[-1])
        for found in cached.finditer(r"\s", text):
            name, rest = text[: found.start()], text[found.end() :]
            if fold(name) in self.known and only_suffix(rest) and fold(f"{above} {rest}") in self.known:
                return name
        return None

    def _ends_another(self, a: int, b: int, text: str) -> bool:
        """Whether a legal form on its own line was taken: by the one of the waiting names, side by side, that lacks it."""
        if self.waiting and fold(f"{self._text_of(self.waiting[-1])} {text}") in self.known:
            return False
        for block in self.waiting[:-1]:
            x, y = block.name[-1]
            if fold(f"{self._text_of(block)} {text}") in self.known:
                # Who stands above, and whose form comes behind another's name, stands in the right column.
                block.name.append((a, b))
                self.waiting = [*(other for other in self.waiting if other is not block), block]
                return True
            if cached.match(r"\s*,", self.view[y : y + 3]) or self.view[x:y].rstrip().endswith(","):
                block.name.append((a, b))
                return True
        # Nobody is called by a legal form alone.
        return not self.waiting

    def _may_be_party(self, line: Line, text: str, described: bool) -> bool:
        """Whether a line that names no known party names one."""
        text = _BRANCH.sub("", text)
        if (
            not (
                is_name(text)
                or is_person(text)
                or (
                    line.gap
                    and self.following[:2].lower() == "by"
                    and _ONE_WORD.fullmatch(self.view[line.start : line.end])
                )
            )
            or is_generic(text)
            or text.startswith(('"', "("))
            or len(cached.findall(r"\d", text)) > 8
        ):
            return False
        if NAMES_NOBODY.match(text) or all(
            is_generic(piece) for piece in cached.split(r",|/|\band\b", text) if piece.strip(" .")
        ):
            return False
        head, _, tail = text.partition(",")
        if is_person(head) and is_title(tail) and not ends_name(f"{head}, {tail.split(',')[0]}"):
            return False
        organisation = is_organisation(text)
        if self.signer is not None and self.signer.title and line.gap == 0 and not organisation and not text.isupper():
            if self._under_title(line):
                self.signer.title.append(self._within(line, text))
            return False
        if is_title(text) and not organisation:
            return False
        before_signature = (
            bool(
                BY.match(self.following)
                or NAME.match(self.following)
                or CAPACITY.match(self.following)
                or ENTITY.match(self.following)
            )
            or described
        )
        if text.isupper() or before_signature:
            return organisation or before_signature or line.gap > 0 or not self.signer
        # In ordinary letters, a company right under a signer's title is the signer's employer.
        return organisation and not (self.signer is not None and line.gap == 0)

    def _joins(self, before: str, text: str, gap: int) -> bool:
        """Whether a party's name goes on in the next line."""
        both = f"{before} {text}"
        if ACTS.search(before):
            return gap <= 1
        whole = fold(both)
        if whole in self.known or (gap <= 1 and any(k.startswith(whole + " ") for k in self.known)):
            return True
        if fold(before) in self.known and not only_suffix(text):
            return False
        if only_suffix(text) or cached.match(r"(?:and|of|&|AND|OF|de|DE)\b|[a-z&]", text):
            return gap <= 1
        if cached.fullmatch(r"\([A-Z][\w. ]{1,24}\)", text) and not is_generic(text.strip("()")):
            return gap == 0
        if cached.search(r"\b(?:Bank|Trust)$", before, regex.I) and _STATE_AND_FORM.match(text):
            return gap == 0
        if _BANK_AND_TRUST.fullmatch(text):
            return gap == 0
        if _OFFICE.fullmatch(text) and self.before.endswith(",") and not is_generic(text):
            # "HARBOR BANK, LTD., / SEATTLE BRANCH"
            return gap <= 1
        if cached.search(r"\bTRUST$", before, regex.I) and cached.match(r"COMPANY\b", text, regex.I):
            return gap <= 1
        if cached.search(r"(?:,|&|-|\b(?:and|AND|of|OF|the|THE|de))$", before):
            return gap <= 1
        # A list of sister companies repeats their first name.
        sisters = fold(before).split()[:1] == fold(text).split()[:1]
        return gap == 0 and not sisters and not ends_name(before) and fold(text) not in self.known
