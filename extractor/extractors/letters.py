"""To whom a letter is written, and whom a cover page names as agents: parties that no opening names."""

from typing import Any

import regex

from extractor.extractors.parties import list_start
from extractor.extractors.party_descriptions import describe
from extractor.extractors.party_names import is_name
from extractor.extractors.partylist import Item, read_list
from extractor.extractors.roles import roles_in
from extractor.nlp.mention import Mention, Parts
from extractor.values.names import ends_name, is_generic, is_organisation, tidy

_SALUTATION = regex.compile(
    r"^[ \t]*+(?:Ladies\s+and\s+Gentlemen|Gentlemen|Ladies|Dear\s+[^\n:,]{1,60})\s*[:,]", regex.I | regex.M
)
_STREET = regex.compile(
    r"^[ \t]*(?:c/o\b|\d+[\w-]*\s+\S|(?:One|Two|Three|Four|Five|Six|Ten)\s+[A-Z]|P\.?\s?O\.?\s+Box|Suite\b|[A-Z][\w. ]{2,30},?\s+(?:[A-Z]{2}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+\d{5})",
)
_LINE = regex.compile(r"^[ \t]*(\S[^\n]*?)[ \t]*$", regex.M)
_YOU = regex.compile(r"\byou(?:r\s+\w+)?\s*\(\s*(?:the\s+)?\"([^\"]{3,40})\"\s*\)")
# A bank and what it is called, in one line of a cover page.
_TITLED = regex.compile(
    r"^[ \t]*((?-i:[A-Z])[^\n]{3,80}?),[ \t]+((?:(?:Co-?|Joint|Lead|Sole|Senior|Managing|Administrative|Syndication|Documentation|Collateral|Structuring|Book)[ \t-]*){1,4}"
    r"(?:Agent|Arranger|Manager))[ \t]*$",
    regex.M | regex.I,
)
_WITHIN = 1500
# What a bank is called, or the end of the date below it: a name may stand in the next line.
_CAPACITY = regex.compile(r"as\s|(?:19|20)\d\d[ \t]*\n", regex.I)


def addressee(parts: Parts) -> list[Mention]:
    """The company above the salutation of an instrument that is a letter, label ``party``."""
    view = parts.view
    start = parts.span("opening")[0]
    salutation = _SALUTATION.search(view, max(0, start - _WITHIN), min(len(view), start + _WITHIN))
    if not salutation:
        return []
    lines = list(_LINE.finditer(view, max(0, salutation.start() - _WITHIN), salutation.start()))
    for i, line in enumerate(lines[:-1]):
        a, b = line.span(1)
        text = view[a:b]
        if not (is_organisation(text) or ends_name(text)) or not is_name(text) or is_generic(text):
            continue
        # A department may stand between the name and the street.
        below = [view[x.start(1) : x.end(1)] for x in lines[i + 1 : i + 4]]
        if not any(_STREET.match(text) for text in below) or _STREET.match(text) or "LETTERHEAD" in text.upper():
            continue
        data = describe(view, Item(a, b, ()))
        data["collective"] = []
        if you := _YOU.search(view, salutation.end(), salutation.end() + 2500):
            named = describe(view, Item(a, b, ((you.end(0) - len(you.group(1)) - 8, you.end(0)),)))
            data["roles"] = named["roles"]
        return [Mention(a, b, "party", "party.letter", data)]
    return []


def cover_agents(parts: Parts) -> list[Mention]:
    """Who is called an agent on the cover page, label ``party_cover``: it adds to the roles of parties named elsewhere."""
    view = parts.view
    end = min(parts.span("opening")[0], 12_000)
    begin = list_start(view, 0, end)
    if begin is None:
        return []
    found: list[Mention] = []
    waiting: list[tuple[Item, dict[str, Any]]] = []
    for item in _by_lines(view, read_list(view, begin, min(end, begin + 4000))):
        if not item.named:
            waiting = []
            continue
        data = describe(view, item)
        waiting.append((item, data))
        if data["roles"]:
            # "A, / B / and / C, / as Co-Documentation Agents": what stands below the last is said of each.
            told = waiting if set(data["collective"]) & set(data["roles"]) else waiting[-1:]
            found += [
                Mention(
                    i.start,
                    i.end,
                    "party_cover",
                    "party.cover",
                    {"name": tidy(view[i.start : i.end]), "roles": data["roles"]},
                )
                for i, _ in told
            ]
            waiting = []
    starts = {m.start for m in found}
    found += [m for m in _titled_lines(view, begin, min(end, begin + 4000)) if m.start not in starts]
    return [m for m in found if {"agent", "arranger"} & set(m.data["roles"])]


def _titled_lines(view: str, start: int, end: int) -> list[Mention]:
    """The lines that name a bank and what it is called: "Harbor Bank, Senior Managing Agent"."""
    found: list[Mention] = []
    for line in _TITLED.finditer(view, start, end):
        name = line.group(1)
        if is_organisation(name) and is_name(name) and not is_generic(name):
            data = {"name": tidy(name), "roles": roles_in(line.group(2))}
            found.append(Mention(*line.span(1), "party_cover", "party.cover", data))
    return found


def _by_lines(view: str, items: list[Item]) -> list[Item]:
    """The items of a cover page, where a capacity ends with its line: the company named below it is the next one."""
    parted: list[Item] = []
    for item in items:
        current = item._replace(described=())
        for a, b in item.described:
            while _CAPACITY.match(view, a, b) and (below := _company_below(view, a, b)):
                parted.append(current._replace(described=(*current.described, (a, below[0]))))
                current, a = Item(*below, ()), below[1]
            if view[a:b].strip():
                current = current._replace(described=(*current.described, (a, b)))
        parted.append(current)
    return parted


def _company_below(view: str, start: int, end: int) -> tuple[int, int] | None:
    """The first of the lines below the first that names a company."""
    first_ends = view.find("\n", start, end)
    for line in _LINE.finditer(view, first_ends, end) if first_ends >= 0 else ():
        text = view[slice(*line.span(1))]
        if is_organisation(text) and is_name(text) and not is_generic(text):
            return line.span(1)
    return None
