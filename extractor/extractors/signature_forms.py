"""Lines of signature pages that say by a label of their own whose name, signature or office they hold."""

import regex

from extractor.extractors.page_rows import Line
from extractor.extractors.signature_lines import (
    CALLED_PARTY,
    EXECUTED_BY,
    FORM_NAME,
    FORM_PARTY,
    FORM_SEALED,
    FORM_SIGN,
    FORM_TITLE,
    HEADER,
    OF_A_FORM,
    PARTY_AND_SIGNATURE,
    PERSONAL,
)
from extractor.extractors.signature_names import Names
from extractor.values import cached
from extractor.values.names import ends_name, fold, is_organisation, is_person, is_title


class Forms(Names):
    """Reads forms: labelled lines, and the headings under which a person signs for himself."""

    def _form(self, line: Line, text: str) -> bool:
        """Whether a line is one of a form whose labels say whose name, signature or title it holds."""
        if not OF_A_FORM(text):
            return False
        if found := FORM_PARTY.match(text):
            self._flush()
            self.header, self.signing, self.signer = found.group(1), [], None
            self._party(line, *self._within(line, found.group(2)), found.group(2).strip())
        elif (found := CALLED_PARTY.match(text)) and is_organisation(found.group(1)):
            self._flush()
            self.signing, self.signer = [], None
            if label := HEADER.match(text[: found.start(1)].strip()):
                self.header = label.group(1)
            elif letter := cached.search(r"\bparty\s+[a-d]\b", text[: found.start(1)], regex.I):
                self.header = letter.group()
            self._party(line, *self._within(line, found.group(1)), found.group(1))
        elif (found := EXECUTED_BY.match(text)) and is_organisation(found.group(1)):
            self._flush()
            self.signing = []
            self._party(line, *self._within(line, found.group(1)), found.group(1))
        elif (found := PARTY_AND_SIGNATURE.match(text)) and (
            fold(found.group(1)) in self.known or ends_name(found.group(1))
        ):
            self._flush()
            self.signing = []
            self._party(line, *self._within(line, found.group(1)), found.group(1))
            self._sign(line, found.group(2))
        elif (self.waiting or self.signing) and (found := FORM_SIGN.match(text)):
            self._sign(line, found.group(1))
        elif (self.waiting or self.signing) and (found := FORM_SEALED.match(text)):
            self._sign(line, "")
            self._set_name(*self._within(line, found.group(1)))
        elif found := FORM_NAME.match(text):
            self._name(line, found)
        elif found := FORM_TITLE.match(text):
            self._title(line, found, text)
        else:
            return False
        return True

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

    def _own_line(self) -> bool:
        """Whether the name under a blank line is that of a person who is a party, and under nobody else's name."""
        if fold(self.following) not in self.known or not is_person(self.following):
            return False
        return not self.signing or (self.signer is not None and bool(self.signer.title))
