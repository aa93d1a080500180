"""Signature blocks: who signs for whom, in what capacity and office."""

import itertools
from functools import lru_cache, partial
from typing import Any

import regex

from extractor.extractors.columns import read_lines
from extractor.extractors.page_rows import Line
from extractor.extractors.party_descriptions import describe
from extractor.extractors.partylist import Item
from extractor.extractors.roles import roles_in
from extractor.extractors.signature_deeds import read_deed
from extractor.extractors.signature_lines import (
    ADDRESS,
    AND_SIGNS,
    BARE_BY,
    BARE_ROLE,
    BY,
    CERTIFIED,
    CONSENT,
    DOCUMENT,
    GUARANTY,
    NAME,
    NOTARY,
    OF_EACH,
    ON_BEHALF_OF,
    PERSONAL,
    SKIP,
    SLASH,
    VENUE,
)
from extractor.extractors.signature_reader import Reader
from extractor.extractors.signature_state import Block, Signer
from extractor.extractors.signature_waiting import FOR_DEBTORS
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.names import bare_person, ends_name, fold, is_organisation, is_person, is_title, tidy

# Headings of those among whom persons stand: several who owe or hold notes, or who sign for themselves.
_OF_PERSONS = regex.compile(
    r"\b(?:(?:note\s?|share|stock|security)?holders|guarantors|borrowers|makers|obligors|debtors|pledgors|grantors|purchasers"
    r"|investors|subscribers|sellers|creditors|individual(?:s|ly)?)\b",
    regex.I,
)

# What stands between a bank's name and its street: a branch, a department. A street's number, its name perhaps cut off.
_DEPARTMENT = regex.compile(
    r"\b(?:Branch|Agency|Office|Administration|Syndications?|Servicing|Treasury|Legal|Cent(?:er|re)|Unit|Desk|Division|Department|Group|Services|Operations|Banking|Lending)\b",
    regex.I,
)
_STREET_NUMBER = regex.compile(r"\d{1,6}[A-Z]?(?:\s+[A-Z][\w.]*){0,2}")

# Before the office: "Jane Roe, its President".
_TO_WHOM = regex.compile(r"^(?:as|its)\b\s*:?\s+(?:(?:its|the)\s+)?(?!duly|authori)(?=[A-Z])", regex.I)
_INDIVIDUAL = (
    r"(?:individually|an?\s+(?:(?:single|(?:un)?married|widowed)\s+)?(?:individual|natural\s+person|man|woman))\b"
)


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
    lines = _without_acknowledgments(view, lines)
    behind = 0
    for i, line in enumerate(lines):
        if i < behind:
            continue
        if deed := read_deed(view, lines, i, reader.header, reader.consent):
            reader.execute(deed.block, attested=deed.attested)
            behind = deed.stop
            continue
        reader.pairwise = partial(_signs_in_turn, view, lines, i)
        reader.following = view[lines[i + 1].start : lines[i + 1].end].strip() if i + 1 < len(lines) else ""
        reader.addressed = _addressed(view, lines, i)
        reader.read(line)
        reader.before = view[line.start : line.end].strip()
    reader._flush()
    for block in reader.blocks:
        reader.loose += [(signer, block.header, block.consent) for signer in _for_themselves(view, block, names)]
    found = []
    principals = [block for block in reader.blocks if not reader._on_behalf(block)]
    for block in principals or reader.blocks:
        found += _mentions(view, block)
    for signer, header, consents in reader.loose:
        found += _loose(view, signer, header, consents, names)
    return found


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


def _addressed(view: str, lines: list[Line], i: int) -> bool:
    """Whether an address stands below line `i`, and no signature under that."""
    street = _street_below(view, lines, i)
    if street is None:
        return False
    for j in range(street + 1, min(len(lines), i + 9)):
        text = view[lines[j].start : lines[j].end].strip()
        if BY.match(text) or NAME.match(text):
            return False
        if lines[j].gap > 1 or ends_name(text):
            return True
    return True


def _street_below(view: str, lines: list[Line], i: int) -> int | None:
    """The line in which the address below line `i` begins: the next one, or one behind a branch or a department."""
    for j in range(i + 1, min(len(lines), i + 4)):
        text = view[lines[j].start : lines[j].end].strip()
        if ADDRESS.search(text) and not cached.match(r"\W*Address", text, regex.I):
            return j
        if _STREET_NUMBER.fullmatch(text) and not DOCUMENT.search(text):
            return j
        if lines[j].gap or not _DEPARTMENT.search(text):
            return None
    return None


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
        lambda line: _sort(view[line.start : line.end].strip()) in ("by", "and"), lines[i : i + waiting + 1]
    )
    sorts = [_sort(view[line.start : line.end].strip()) for line in together]
    if len(sorts) == waiting and "and" not in sorts:
        return True
    count, j, before = 0, i, ""
    while j < len(lines) and j < i + 14 * waiting:
        text = view[lines[j].start : lines[j].end].strip()
        sort = _sort(text)
        if sort == "name":
            break
        # Cells of a table: "By:" and the signature below it are one.
        count += sort == "by" and not (SLASH.match(text) and BARE_BY.fullmatch(before))
        before = text
        j += 1
    return count == waiting


@lru_cache(maxsize=1024)
def _sort(text: str) -> str:
    """What a line is as far as columns set one below the other are told by it; each line is looked at from many before it."""
    if BY.match(text):
        # "and /s/ Ann Lee": who signs with the one before, for the same.
        return "and" if AND_SIGNS.match(text) else "by"
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
        roles_in(capacity)
        if BARE_ROLE.fullmatch(capacity) or cached.search(r"\b(?:as|individually|capacity|itself)\b", capacity, regex.I)
        else []
    ):
        if role not in data["roles"]:
            data["roles"].append(role)
    if FOR_DEBTORS.search(" ".join(capacity.split())):
        # Who acts for those who owe is one of them.
        owing = [role for role in roles_in(block.header or "") if role in ("borrower", "guarantor")]
        data["roles"] += [role for role in owing if role not in data["roles"]]
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
    if not individual or not (header or consent or signer.individual or signer.own or fold(name) in names):
        return [Mention(*span, "signatory", "signatory.alone", {**person, "party": None})]
    data = describe(view, Item(span[0], span[1], ()))
    name = names.get(fold(name), name)
    data.update(name=name, collective=[], header=header, consent=consent, pieces=[list(span)])
    data["entity_type"] = "individual" if signer.individual else None
    return [
        Mention(*span, "signing_party", "party.signature", data),
        Mention(*span, "signatory", "signatory.alone", {**person, "party": name}),
    ]


def _person(view: str, signer: Signer) -> dict[str, Any]:
    span = signer.typed or signer.name
    assert span is not None
    title = " ".join(" ".join(view[a:b].split()) for a, b in signer.title).strip(" ,_-–—;")
    title = _TO_WHOM.sub("", title)
    if title.startswith("(") and title.endswith(")"):
        title = title[1:-1]
    name = tidy(SLASH.sub("", view[span[0] : span[1]]))
    # A doctor's title stays where he signs with it.
    signed = tidy(SLASH.sub("", view[signer.name[0] : signer.name[1]])) if signer.name else None
    return {
        "name": bare_person(name, addressed=signed == name),
        "title": title or None,
        "title_spans": [list(t) for t in signer.title],
    }
