"""Lines without a label under a signature: the signer's name, his office, what he signs as."""

import regex

from extractor.extractors.roles import roles_in
from extractor.extractors.signature_continued import Continued
from extractor.extractors.signature_lines import SLASH, uncut
from extractor.extractors.signature_persons import parted
from extractor.extractors.signature_state import Signer
from extractor.values import cached
from extractor.values.names import ends_name, fold, is_office, is_organisation, is_person, is_title

# A capacity behind a name.
_AS = regex.compile(r"\s*(?:as|in\s+its\s+capacity\s+as)\s", regex.I)
# "JANE ROE, individually", and "JANE ROE, spouse of / John Roe".
_FOR_HIMSELF = regex.compile(
    r"\W*(?:individually|an?\s+individual|in\s+(?:his|her)\s+individual|((?:his|her|the)\s+(?:wife|husband|spouse)\b|(?:wife|husband|spouse|widow)\s+of\b))",
    regex.I,
)


class Below(Continued):
    """Tells to whom of those who signed last a line belongs that gives a name or an office."""

    def _about_signer(self, a: int, b: int, text: str) -> bool:
        """Whether a line under a signature gives the signer's name or title."""
        text = SLASH.sub("", text)
        head, tail = parted(text)
        cut = uncut(text)
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
            and (said := _FOR_HIMSELF.match(tail))
        ):
            self._individual(a, a + len(head), told=said.group(1) is None)
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

    def _individual(self, a: int, b: int, *, told: bool) -> None:
        """The signature just read is an individual's own, as is `told` or not: it is taken from the party above."""
        assert self.signer is not None
        for block in self.signing:
            if self.signer in block.signers:
                block.signers.remove(self.signer)
        self.signer.typed, self.signer.individual, self.signer.own, self.signing = (a, b), told, True, []
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

    def _titled_above(self, a: int, name: str) -> Signer | None:
        """The signer without a name whose labelled title stands right above: "Its: President / Jane Roe"."""
        one = self.signer
        if one is None or not one.title or one.name or one.typed or fold(name) in self.known:
            return None
        return one if self.view[one.title[-1][1] : a].strip(" \t") == "\n" else None

    def _under_signature(self, a: int) -> bool:
        """Whether a line stands right under the signer's name or signature."""
        assert self.signer is not None
        last = max((span[1] for span in (self.signer.name, self.signer.typed) if span is not None), default=None)
        return last is not None and last <= a and not self.view[last:a].strip(" \t\n_-=:.")
