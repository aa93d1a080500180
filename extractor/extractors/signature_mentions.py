"""What was read of a block of signatures as mentions: who signs for whom, in what capacity and office."""

from typing import Any

import regex

from extractor.extractors.party_descriptions import describe
from extractor.extractors.partylist import Item
from extractor.extractors.roles import roles_in
from extractor.extractors.signature_lines import BARE_ROLE, OF_EACH, ON_BEHALF_OF, PERSONAL, SLASH
from extractor.extractors.signature_state import Block, Signer
from extractor.extractors.signature_waiting import FOR_DEBTORS
from extractor.nlp.mention import Mention
from extractor.values import cached
from extractor.values.names import bare_person, fold, is_organisation, is_person, is_title, tidy

# Before the office: "Jane Roe, its President".
_TO_WHOM = regex.compile(r"^(?:as|its)\b\s*:?\s+(?:(?:its|the)\s+)?(?!duly|authori)(?=[A-Z])", regex.I)


def mentions_of_block(view: str, block: Block) -> list[Mention]:
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


def mentions_of_loose(
    view: str, signer: Signer, header: str | None, consent: bool, names: dict[str, str]
) -> list[Mention]:
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
        "name": bare_person(name, addressed=signed is not None and fold(signed) == fold(name)),
        "title": title or None,
        "title_spans": [list(t) for t in signer.title],
    }
