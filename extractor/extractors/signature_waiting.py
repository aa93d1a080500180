"""Whom a signature is for: the parties that wait for one."""

import regex

from extractor.extractors.roles import roles_in
from extractor.extractors.signature_lines import BEHALF, BEHALF_ENDS, CAPACITY_BEGINS, PARTNER
from extractor.extractors.signature_state import Block, State
from extractor.values import cached
from extractor.values.names import ends_name, fold, is_organisation, is_person, is_title

# Who signs for all that stand above.
_FOR_EACH = regex.compile(r"\b(?:for|of)\s+each\b", regex.I)
_ALL_ABOVE = regex.compile(r"\bof\s+each\s+(?:of\s+the\s+)?(?:above|foregoing)\b", regex.I)
# Who acts for those who owe is one of them.
FOR_DEBTORS = regex.compile(
    r"\b(?:borrowers?|guarantors?|obligors?|loan\s+part(?:y|ies)|credit\s+part(?:y|ies)|compan(?:y|ies))(?:['’]s?)?\s+(?:agent|representative)s?\b"
    r"|\bagents?\s+(?:for|of|on\s+behalf\s+of)\s+(?:(?:itself|and|the|each|all|other|of|such|certain|co-?)\s+)*(?:co-?)?"
    r"(?:borrowers?|guarantors?|obligors?|loan\s+part(?:y|ies)|credit\s+part(?:y|ies)|compan(?:y|ies))\b",
    regex.I,
)

# How somebody is reached.
_REACHED = regex.compile(r"\W*(?:attention|attn|telecop|telephone\b|facsimile|fax\b|phone|e-?mail)", regex.I)


class Waiting(State):
    """Keeps the parties whose names stand above a signature until it comes."""

    def _flush(self) -> None:
        """Of the parties that wait for a signature and get none, those stand that can be nothing else."""
        for block in self.waiting:
            text = self._text_of(block)
            if (
                fold(text) in self.known
                or (text.isupper() and ends_name(text))
                or (block.described and is_organisation(text))
            ):
                self.blocks.append(block)
        self.waiting = []
        self.behalf = False

    def _on_behalf(self, block: Block) -> bool:
        """Whether a block's own words say that it signs for another ("ACME INC., General Partner")."""
        return fold(self._text_of(block)) not in self.known and any(
            PARTNER.match(self.view[a:b]) for a, b in block.described
        )

    def _entity_signs(self, content: str, slash: bool) -> bool:
        """Whether not a person but an entity signs on behalf of the party; `content` stands behind "By:".

        Then the party's name does not go on, and who signs for the entity is still to come.
        """
        plain = content.strip(" _\t:.")
        if (
            plain
            and not slash
            and (is_organisation(plain) or BEHALF.search(plain) or self._entity_goes_on(plain))
            and not (is_title(plain.split(",")[-1]) and not BEHALF.search(plain.split(",")[-1].strip()))
        ):
            for block in self.waiting[-1:]:
                block.closed = True
            # "By its General Partner" over its name: who that is stands below.
            self.behalf = not BEHALF_ENDS.search(plain) or bool(BEHALF.match(plain))
            return True
        if not plain and self.waiting and self._entity_below():
            self.waiting[-1].closed, self.behalf = True, True
            return True
        return False

    def _entity_below(self) -> bool:
        """Whether the next line is an entity in the capacity it signs in: "ACME HOLDINGS, INC., its Manager"."""
        following = self.following
        return is_organisation(following) and bool(BEHALF_ENDS.search(following)) and not ends_name(following)

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

    def _signs_through(self) -> bool:
        """Whether all who wait sign for the one above, whose "By:" has nobody's name yet."""
        opened = [signer for block in self.signing for signer in block.signers]
        return (
            bool(opened)
            and not any(signer.name or signer.typed for signer in opened)
            and all(self._on_behalf(block) for block in self.waiting)
        )

    def _open(self) -> None:
        """Decides for which of the waiting parties the signature that begins stands."""
        if len(self.waiting) > 1:
            # Whom a general partner or managing member signs for stands above him.
            principals = [block for block in self.waiting if not (block.headed or self._on_behalf(block))]
            self.waiting = principals or self.waiting
        if self.waiting and self._signs_through():
            # "By: / ACME HOLDINGS, INC. / its General Partner / By: /s/ Jane Roe": for whom he signs stands above.
            self.waiting = []
        elif self.waiting:
            self.signing, self.queue, self.recent = self.waiting, [], []
            self.beside = []
            if not _FOR_EACH.search(self.before) and self.pairwise(len(self.waiting)):
                self.signing, self.queue, self.beside = self.waiting[:1], self.waiting[1:], self.waiting
            self.blocks += self.waiting
            self._past_heading()
            self.waiting = []
        elif self.queue:
            self.signing, self.queue = self.queue[:1], self.queue[1:]
        elif self.beside and self.signing == self.beside[-1:]:
            # Two stand side by side: the next row's signatures begin with the left one's again.
            self.signing, self.queue = self.beside[:1], self.beside[1:]

    def _signs_for_each(self, text: str) -> bool:
        """Whether a line under a signature says that it is for all who stand above: "of each of the above"."""
        if not self.queue or self.signer is None or not _ALL_ABOVE.search(text):
            return False
        for block in self.queue:
            block.signers.append(self.signer)
        self.signing, self.queue = [*self.signing, *self.queue], []
        return True

    def _reached(self, text: str) -> None:
        """Takes the name back of one who has just signed, where `text` says how to reach him: it heads his address."""
        if not self.waiting or not _REACHED.match(text):
            return
        last = self.waiting[-1]
        signed = {fold(self._text_of(block)) for block in self.signing if block.signers}
        if not (last.described or last.commitment) and fold(self._text_of(last)) in signed:
            self.waiting.pop()

    def _past_heading(self) -> None:
        """Who signs as agent or lender under the heading of those who owe begins the pages of those who lend."""
        heading = set(roles_in(self.header or ""))
        if not heading or not heading <= {"borrower", "guarantor"}:
            return
        for block in self.waiting:
            described = " ".join(" ".join(self.view[a:b] for a, b in block.described).split())
            own = set(roles_in(FOR_DEBTORS.sub(" ", described)))
            if own & {"agent", "lender"} and not own & heading:
                self.header = None

    def execute(self, block: Block, *, attested: bool) -> None:
        """Takes a block that was read whole; who signs below it without a name above signs for the same party."""
        self._flush()
        self.blocks.append(block)
        self.signing, self.queue, self.recent = [block], [], list(block.signers)
        self.signer, self.expects = (None if attested else block.signers[-1]), None
        self.attest, self.address, self.behalf = attested, False, False
