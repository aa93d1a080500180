"""The instrument's own title, read off its heading, the words with which it opens, or a letter's reference line."""

from typing import NamedTuple

import regex

from extractor.extractors.headings import ends_open, is_titular, title_in
from extractor.extractors.titles import ACT, OBJECT, kinds_of, number_of
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached

_KEY = regex.compile(rf"\b(?:{ACT}|{OBJECT})\b", regex.I)
_LEAD = regex.compile(
    rf"^[\"'\s(]*(?:(?:THIS|This|THE|The)\s+)?(.+?)(?=\s*(?:,(?!\s*(?:and\s+|&\s+|limited\s+)?{ACT}\b)|[(;:\"]|$)"
    r"|\s+(?:is|are|was|has|dated|made|entered|by\s+and|by|among|between|effective|shall|executed|hereby|relates|amends|sets)\b|\n\s*\n)",
    regex.S | regex.I,
)
# A letter's reference line that names the letter: "Re: Second Letter Amendment to Credit Agreement dated as of ...".
_REFERENCE = regex.compile(
    rf"\A\s*(?:Re|Reference|Subject)\s*:\s*(?:(?:(?!\bamended\b)[^\n(]){{1,120}}\n\s*){{0,3}}?((?:(?:[A-Z\d#][\w'/.-]*|and|&),?\s+){{0,6}}?{ACT}\b.*?)"
    r"(?=\s*(?:[,;(\"]|(?<!\bNos?)\.\s|$|\n[ \t]*\n)|\s+(?:(?:each\s+)?dated|between|among|by\s+and|made|by)\b)",
    regex.S,
)
_SALUTATION = regex.compile(r"\n[ \t]*(?:Ladies|Gentlemen|Dear|To\s+(?:the|whom))\b", regex.I)
_EXHIBIT = regex.compile(r"^[ \t]*(?:EX|EXHIBIT)[\s.:-]*\(?\d[\w.()-]*[ \t]*$", regex.I | regex.M)
_LETTER = regex.compile(r"\s*(?:Re|Reference|Subject)\s*:", regex.I)


_SUM = regex.compile(r"(?:U\.?\s?S\.?)?\s?\$\s?\d[\d,.]*(?:\s+[MB]ILLION)?\s+(?=[A-Z])", regex.I)


class _Title(NamedTuple):
    """The spans of a title's lines, and the rule that found them."""

    spans: list[tuple[int, int]]
    rule: str

    def text(self, view: str) -> str:
        """The title on one line."""
        return clean(" ".join(view[a:b] for a, b in self.spans))


def find(parts: Parts) -> list[Mention]:
    """The title (label ``title``), with the kinds and the number that it gives; at most one."""
    view = parts.view
    start, end = parts.span("heading")
    if ends_open(view[start:end]):
        # "AMENDMENT NO. 2 / to the": what is amended stands in the first line of the opening.
        end = max(end, view.find("\n", end))
    heading = title_in(view, start, end)
    if heading and _of_page(parts, heading[-1][1]):
        heading = []
    lead = _lead(parts)
    chosen = _Title(heading, "title.heading") if heading else None
    if lead and (chosen is None or _rather(view, lead, chosen)):
        chosen = _Title([lead], "title.opening")
    reference = _reference(parts)
    if reference and (
        chosen is None
        or not cached.search(ACT, chosen.text(view), regex.I)
        # A filer's description above a letter is cut short.
        or clean(view[slice(*reference)]).lower().startswith(chosen.text(view).lower())
    ):
        chosen = _Title([reference], "title.reference")
    if chosen is None:
        return []
    text, start, end = chosen.text(view), chosen.spans[0][0], chosen.spans[-1][1]
    kinds, number, where = kinds_of(text), number_of(text), (start, end)
    if number is None and lead:
        number, where = number_of(view[lead[0] : lead[1]]), lead
    data = {"text": text, "kinds": kinds, "number": number, "number_span": list(where)}
    return [Mention(start, end, "title", chosen.rule, data)]


def _of_page(parts: Parts, end: int) -> bool:
    """Whether the title that ends at `end` is the filed page's: it stands above the exhibit's number, and below begins a letter."""
    start, stop = parts.span("opening")
    salutation = _SALUTATION.search(parts.view, start - 1 if start else 0, min(stop, start + 700))
    return salutation is not None and bool(_EXHIBIT.search(parts.view, end, salutation.start()))


def clean(text: str) -> str:
    """A title on one line, without the marks that stand around it and the sum that a cover page has before it.

    >>> clean("$50,750,000 CONSTRUCTION  LOAN AGREEMENT"), clean("$3 MILLION NOTE")
    ('CONSTRUCTION LOAN AGREEMENT', 'NOTE')
    """
    title = cached.sub(r"\s+([,.;:)])", r"\1", " ".join(text.split())).strip(" *=_\"'.:;,-–")
    return _SUM.sub("", title) if "$" in title[:5] else title


def _rather(view: str, lead: tuple[int, int], heading: _Title) -> bool:
    """Whether the opening's own words name the instrument and the heading is a cover page's, of what it restates."""
    own = view[lead[0] : lead[1]]
    return (
        own.isupper()
        and bool(cached.search(r"\bAMENDMENT|RESTATEMENT|WAIVER\b", own))
        and not cached.search(ACT, heading.text(view), regex.I)
    )


def _lead(parts: Parts) -> tuple[int, int] | None:
    """The title within the opening's first words ("THIS SECOND AMENDMENT TO CREDIT AGREEMENT, dated ...")."""
    start, end = parts.span("opening")
    found = _LEAD.match(parts.view[start : min(end, start + 400)])
    if not found:
        return None
    a, b = start + found.start(1), start + found.end(1)
    text = parts.view[a:b]
    if (
        _KEY.search(text)
        and is_titular(" ".join(text.split()))
        and 6 <= len(text) <= 250
        and cached.match(r"[A-Z\d]", text)
        and not cached.search(r"\b(?:WHEREAS|undersigned|parties)\b", text)
    ):
        return a, b
    return None


def _reference(parts: Parts) -> tuple[int, int] | None:
    """The title that a letter's reference line gives it."""
    start, end = parts.span("opening")
    end = min(end, start + 700)
    if not _LETTER.match(parts.view, start):
        return None
    salutation = _SALUTATION.search(parts.view, start, end)
    found = _REFERENCE.search(parts.view[start : salutation.start() if salutation else end])
    if found is None or not is_titular(" ".join(found.group(1).split())):
        return None
    return start + found.start(1), start + found.end(1)
