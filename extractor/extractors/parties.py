"""Parties named in the opening, with what the opening says of each."""

from typing import Any

import regex

from extractor.extractors.party_descriptions import add_role, brackets, describe
from extractor.extractors.party_terms import share, share_forms, speaks_of
from extractor.extractors.partylist import Item, read_list
from extractor.extractors.roles import roles_in
from extractor.nlp.mention import Mention, Parts
from extractor.nlp.openings import LETTERED, SPACED, subjects
from extractor.values import cached
from extractor.values.names import is_generic

_AMONG = regex.compile(
    rf"\b(?:by\s+and\s+(?:among|between)|among|amongst|between|{SPACED})\b(?:\s+the\s+following(?:\s+parties)?)?\s*:?",
    regex.I,
)
_NOTE = regex.compile(
    r"(?:\bFOR\s+VALUE\s+RECEIVED\b[\s,]*)?(?:the\s+undersigned[\s,]+)?(?P<maker>[^\n].{3,500}?)[\s,]+(?:hereby\s+)?(?:(?:jointly\s+and\s+severally|unconditionally|absolutely|and)[\s,]+)*promises?\s+(?:and\s+agrees?\s+)?to\s+pay\s+(?:in\s+full\s+)?to\s+(?:the\s+order\s+of\s+)?(?P<payee>.{3,400}?)(?=,?\s+(?:the\s+(?:lesser|principal|sum|aggregate|amount|unpaid)|at\s|in\s+lawful|on\s|or\s+(?:its\s+)?(?:registered|assigns|order|permitted)|without))",
    regex.I | regex.S,
)
_VALUE_RECEIVED = regex.compile(r"[^.;]{0,200}?\bFOR\s+VALUE\s+RECEIVED\b|\W*I\s+promise\b", regex.I)
# "A, B and C are collectively referred to herein as "Borrowers"."
_CALLED = regex.compile(
    r"(?<=[.;)]\s{1,4})([A-Z][^.()\"]{3,300}?)\s+(?:are|is|may\s+be)\s+(?:(?:hereinafter|herein|sometimes|each|individually|collectively|jointly|also)[\s,]+)*(?:(?:referred\s+to|called)\b[^\".]{0,80}|an?\s+|the\s+)\"([^\"]{3,40})\""
)
# "the Holdco Guarantor (as defined below)" is a term, not a name.
_DEFINED_ELSEWHERE = regex.compile(r"^\(\s*(?:each\s+)?as\s+(?:hereinafter\s+|such\s+term\s+is\s+)?defined\b")
_SUBJECT = regex.compile(
    r"(?:^|WHEREAS,?|\n[ \t]*\(?[A-Z\d]{1,2}[.)])\s*([A-Z][^;\n]{5,600}?)\s+(?:have\s+|has\s+|had\s+|previously\s+|heretofore\s+)*(?:entered\s+into|executed|(?:are|were)\s+parties\s+to)\b",
    regex.M,
)
_BY = regex.compile(
    r"\b(?:(?:made|entered\s+into|executed|given|delivered|granted)(?:\s+and\s+\w+)*(?:(?!\bby\b)[^;]){0,160}?\s)by\s*:?\s+(?=[\"A-Z])",
    regex.S,
)
_AMENDS = regex.compile(
    r"\b(?:and|which|that)\s+(?:(?:hereby|further|also|shall)\s+)*(?:amends?|modif(?:y|ies)|supplements?|relates\s+to)\s+(?:the|that|a|an)\b",
    regex.I,
)
_HEADED = regex.compile(
    r"^[ \t]*(?:THE[ \t]+)?PARTIES[ \t]*:?[ \t]*$|^[ \t]*(?:[Tt]he[ \t]+)?[Uu]ndersigned[ \t]*:(?=\s+\(?1[.)])", regex.M
)


def find(parts: Parts) -> list[Mention]:
    """The parties of the opening, label ``party``."""
    start, end = parts.span("opening")
    begin = list_start(parts.view, start, end)
    if begin is not None and not _AMONG.search(parts.view, start, begin) and (form := _of_form(parts)):
        # "NOTE: ... made by Makers": the form's labels say who these are.
        return form
    if begin is None:
        told = _of_form(parts) or _of_note(parts.view, start, min(end + 1500, len(parts.view)))
        first = None if told else next(subjects(parts.view, start, end), None)
        if first is None:
            return told
        begin = first.start(1)
    if _VALUE_RECEIVED.match(parts.view, start) and (note := _of_note(parts.view, start, begin)):
        # What stands between others further down are the documents that secure the note.
        return note
    found = _listed(parts.view, begin, end)
    terms = [t for m in found for t in m.data["defined_terms"]]
    for said in _CALLED.finditer(parts.view, begin, min(len(parts.view), end + 400)):
        for mention in found:
            if any(speaks_of(said.group(1), t, terms) for t in mention.data["defined_terms"]):
                for role in roles_in(said.group(2)):
                    add_role(mention.data, role)
    if not any(m.label == "party" for m in found):
        # "by and between Company and Holder (each as defined below)": the recital says who they are.
        subject = _SUBJECT.search(parts.view, end, min(len(parts.view), end + 1500))
        found += [m for m in _listed(parts.view, *subject.span(1)) if m.data["defined_terms"]] if subject else []
    return found


def _listed(view: str, start: int, end: int) -> list[Mention]:
    items = read_list(view, start, end)
    described = [describe(view, item) for item in items]
    share(view, items, described)
    share_forms(view, items, described)
    _one_of_the_others(view, items, described)
    _namely(view, items, described)
    found = []
    for item, data in zip(items, described, strict=True):
        if not item.named:
            for role in roles_in(cached.sub(r"^\s*each\s+of\s+", "", view[item.start : item.end], flags=regex.I)):
                add_role(data, role)
            found.append(Mention(item.start, item.end, "party_class", "party.opening", data))
        elif not is_generic(str(data["name"])) and not _DEFINED_ELSEWHERE.search(
            " ".join(view[a:b] for a, b in item.described[:1])
        ):
            found.append(Mention(item.start, item.end, "party", "party.opening", data))
    return found


_OTHER = regex.compile(r"(?:and\s+)?the\s+other\b", regex.I)
_OWED_FIRST = {"borrower", "the borrower", "company", "the company"}


def _one_of_the_others(view: str, items: list[Item], described: list[dict[str, Any]]) -> None:
    """Who stands before "the other Guarantors" is one of them, unless its own term or capacity says what it is."""
    for before, data, item in zip(items, described, items[1:], strict=False):
        text = view[item.start : item.end]
        if item.named or not before.named or data["roles"] or not _OTHER.match(text):
            continue
        if not {term.lower() for term in data["defined_terms"]} & _OWED_FIRST:
            for role in roles_in(text):
                add_role(data, role)


# "ACME INC., as Lead Borrower for the Borrowers, being A, B and C; and": whom a class consists of.
_BEING = regex.compile(
    r"\b(?:for|of|among)\s+(?:itself\s+and\s+)?(?:each\s+of\s+)?the\s+(?:other\s+)?((?:[A-Z][\w-]*\s+){0,3}?[A-Z][\w-]*s)\b[\s,]*(?:being|namely|consisting\s+of|which\s+are)[\s,:]*(?:(?:the\s+)?said\s+)?$"
)


def _namely(view: str, items: list[Item], described: list[dict[str, Any]]) -> None:
    """Those who stand behind "for the Borrowers, being" are borrowers, up to a semicolon, if nothing else is said of them."""
    roles: list[str] = []
    for before, item, data in zip(items, items[1:], described[1:], strict=False):
        end = before.described[-1][1] if before.described else before.end
        if ";" in view[end : item.start]:
            roles = []
        if being := _BEING.search(view[max(before.end, end - 120) : item.start]):
            roles = roles_in(being.group(1))
        if item.named and not data["roles"]:
            for role in roles:
                add_role(data, role)


def _of_note(view: str, start: int, end: int) -> list[Mention]:
    """Maker and payee of a promissory note."""
    found = _NOTE.search(view, start, end)
    if not found:
        return []
    mentions = []
    for group, role in (("maker", "borrower"), ("payee", "lender")):
        for item in read_list(view, *found.span(group)):
            if item.named:
                data = describe(view, item)
                data["roles"] = [role, *(r for r in data["roles"] if r not in (role, "lender", "borrower"))]
                data.pop("collective")
                mentions.append(Mention(item.start, item.end, "party", "party.note", data))
    return mentions


# "BORROWER:   Acme Inc., an Ohio corporation" above or in place of an opening; two labels may stand side by side.
_FORM_LABEL = (
    rf"(?:(?:co-?)?(?:borrower|maker|lender|holder|payee|bank|guarantor|agent|debtor)s?(?:\(s\))?{LETTERED}?"
    r"|party[ \t]+[a-d][ \t]*\((?:the[ \t]+)?(?:borrower|lender|guarantor)\))[ \t]*[:：]"
)
_LETTER = regex.compile(r"\bParty\s+[A-D]\b", regex.I)
_FORM = regex.compile(
    rf"(?:^|(?<=[ \t]{{3}}))[ \t]*(?P<label>{_FORM_LABEL})[ \t]*(?:\n[ \t]*)?(?=[A-Z])(?P<names>(?:(?![ \t]{{3,}}{_FORM_LABEL})[^\n])*"
    r"(?:(?:(?<=,|\band|&|\bof)[ \t]*\n|\n(?=[ \t]*(?:(?-i:[a-z])|and\b|&)))(?!\s*[\w ]{3,60}:\s)(?![^\n]*\S[ \t]{3,}\S)[ \t]*\S[^\n]*){0,6})",
    regex.I | regex.M,
)


def _of_form(parts: Parts) -> list[Mention]:
    """Parties that labels name; only where the labels give both who owes and who lends."""
    found: list[Mention] = []
    limit = min(5000, parts.span("signatures")[0] or len(parts.view))
    for label in _FORM.finditer(parts.view, 0, limit):
        for item in read_list(parts.view, *label.span("names")):
            data = describe(parts.view, item)
            if not item.named or is_generic(str(data["name"])):
                continue
            data.pop("collective")
            for role in roles_in(label["label"]):
                add_role(data, role)
            if letter := _LETTER.search(label["label"]):
                data["defined_terms"].append(" ".join(letter.group().split()).title())
            found.append(Mention(item.start, item.end, "party", "party.form", data))
    roles = {role for m in found for role in m.data["roles"]}
    return found if "borrower" in roles and len(roles) > 1 else []


def list_start(view: str, start: int, end: int) -> int | None:
    """Offset behind "by and among" and the like, outside brackets; None where the opening lists no parties."""
    shut = brackets(view, start, end)
    if (by := _BY.search(view, start, end)) and (amended := _AMENDS.search(view, by.end(), end)):
        # "is entered into by A and B and amends the Agreement among A, B and C": what is amended had more parties.
        end = amended.start() if _AMONG.search(view, amended.end(), end) else end
    for pattern in (_AMONG, _BY, _HEADED):
        for found in pattern.finditer(view, start, end):
            if not any(a < found.end() <= b for a, b in shut):
                return found.end()
    return None
