"""Signature blocks: who signs for whom, in what capacity and office."""

from functools import partial

import regex

from extractor.extractors.columns import read_lines
from extractor.extractors.page_rows import Line
from extractor.extractors.signature_ahead import addressed, signs_in_turn, without_acknowledgments
from extractor.extractors.signature_deeds import read_deed
from extractor.extractors.signature_lines import CONSENT, GUARANTY, PERSONAL
from extractor.extractors.signature_mentions import mentions_of_block, mentions_of_loose
from extractor.extractors.signature_reader import Reader
from extractor.extractors.signature_state import Block, Signer
from extractor.nlp.mention import Mention, Parts
from extractor.values.names import bare_person, fold, is_person
from extractor.values.scan import Scan

# Headings of those among whom persons stand: several who owe or hold notes, or who sign for themselves.
_OF_PERSONS = regex.compile(
    r"\b(?:(?:note\s?|share|stock|security)?holders|guarantors|borrowers|makers|obligors|debtors|pledgors|grantors|purchasers"
    r"|investors|subscribers|sellers|creditors|individual(?:s|ly)?)\b",
    regex.I,
)
_INDIVIDUAL = (
    r"(?:individually|an?\s+(?:(?:single|(?:un)?married|widowed)\s+)?(?:individual|natural\s+person|man|woman))\b"
)
# Characters of a notary's certificate.
_CERTIFICATE = 1500


def find(parts: Parts, known: list[Mention]) -> list[Mention]:
    """Signing parties (label ``signing_party``) and persons (label ``signatory``) of the signature pages."""
    names = {fold(str(m.data["name"])): str(m.data["name"]) for m in known if m.label == "party"}
    names = {fold(bare_person(name)): name for name in names.values()} | names
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
    lines = without_acknowledgments(view, lines)
    texts = [view[line.start : line.end].strip() for line in lines]
    behind = 0
    for i, line in enumerate(lines):
        if i < behind:
            continue
        if deed := read_deed(view, lines, i, reader.header, reader.consent):
            reader.execute(deed.block, attested=deed.attested)
            behind = deed.stop
            continue
        reader.pairwise = partial(signs_in_turn, view, lines, i)
        reader.addressed = partial(addressed, view, lines, i)
        reader.following = texts[i + 1] if i + 1 < len(lines) else ""
        reader.read(line)
        reader.before = texts[i]
    reader._flush()
    for block in reader.blocks:
        reader.loose += [(signer, block.header, block.consent) for signer in _for_themselves(view, block, names)]
    _without_witnesses(view, lines, reader)
    if lines and _PRESENCE.search(view, lines[0].start, lines[-1].end):
        _without_attesting(view, reader.blocks)
    found = []
    principals = [block for block in reader.blocks if not reader._on_behalf(block)]
    for block in principals or reader.blocks:
        found += mentions_of_block(view, block)
    for signer, header, consents in reader.loose:
        found += mentions_of_loose(view, signer, header, consents, names)
    return found


# Who is named as a witness, or signs above the words that say he is a notary.
_WITNESS_NAMED = Scan(
    r"(?:^|(?<=[ \t]))witness(?:ed\s+by)?[ \t]*:[ \t]*((?-i:[A-Z])[\w.'’-]*(?:[ \t](?-i:[A-Z])[\w.'’-]*){1,3})"
    r"|^[ \t]*/s/[ \t]*((?-i:[A-Z])[^\n]{3,40}?)[ \t]*\n(?:[ \t_-]*\n)?[ \t]*(?:(?-i:[A-Z])[^\n]{0,40},?[ \t]+)?(?:notary\s+public|commissioner\s+of)\b",
    regex.I | regex.M,
)

_PRESENCE = regex.compile(r"^[ \t]*(?:signed\b[^\n]{0,60})?\bin\s+the\s+presence\s+of\b", regex.I | regex.M)


def _without_witnesses(view: str, lines: list[Line], reader: Reader) -> None:
    """Takes away the bare signatures of those who are called witnesses or notaries in another place of these pages."""
    if not lines:
        return
    # A notary's certificate may stand behind the last signature.
    said = _WITNESS_NAMED.finditer(view, lines[0].start, lines[-1].end + _CERTIFICATE)
    named = {fold(next(filter(None, found.groups()))) for found in said}

    def witnesses(signer: Signer) -> bool:
        span = signer.typed or signer.name
        return signer.bare and not signer.title and span is not None and fold(view[slice(*span)]) in named

    if named:
        for block in reader.blocks:
            block.signers = [signer for signer in block.signers if not witnesses(signer)]
        reader.loose = [entry for entry in reader.loose if not witnesses(entry[0])]


def _without_attesting(view: str, blocks: list[Block]) -> None:
    """Takes away who signs bare beside a company's officer on pages signed in the presence of witnesses: they are those."""
    for block in blocks:
        officers = [signer for signer in block.signers if not signer.bare and (signer.name or signer.typed)]
        company = not is_person(" ".join(view[slice(*piece)] for piece in block.name))
        if officers and company:
            block.signers = [signer for signer in block.signers if not signer.bare or signer.title]


def _for_themselves(view: str, block: Block, names: dict[str, str]) -> list[Signer]:
    """Takes those from a company's block who sign below its officer, without "By" and without an office, for themselves.

    A second officer may sign so as well: only a party of the opening does, who is called an individual, or who stands
    under a heading of persons.
    """
    if not block.signers or block.signers[0].bare or not block.signers[0].title:
        return []
    among = bool(block.header and (PERSONAL.match(block.header) or _OF_PERSONS.search(block.header)))
    own = [
        signer
        for signer in block.signers[1:]
        if signer.bare
        and signer.apart
        and signer.name
        and signer.typed
        and not (signer.title or signer.labelled)
        and (person := fold(bare_person(view[slice(*signer.typed)]))) == fold(bare_person(view[slice(*signer.name)]))
        and (among or person in names or _called_individual(view, view[slice(*signer.typed)]))
    ]
    block.signers = [signer for signer in block.signers if all(signer is not one for one in own)]
    for signer in own:
        signer.own = True
    return own


def _called_individual(view: str, person: str) -> bool:
    """Whether the text says of a person that he is an individual: "ACME INC. and JANE ROE, an individual", "a single woman"."""
    name = r"\s+".join(regex.escape(word) for word in bare_person(" ".join(person.split())).split())
    return regex.search(rf"\b{name},?\s+{_INDIVIDUAL}", view, regex.I) is not None
