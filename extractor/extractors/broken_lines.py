"""Lines that a converter broke behind the first word of each paragraph, put together again."""

import itertools

import regex

from extractor.extractors.page_rows import SIGNED, Line

_WORD = regex.compile(r"(?:[A-Za-z][\w'’&-]*|(?:[A-Z]\.){1,4})\s*")
# A lender's commitment and the first word of its name.
_AMOUNT_AND_WORD = regex.compile(
    r"(?:[A-Z]{3}\s+|(?:US)?\$\s?|[€£]\s?)\d[\d,]*(?:\.\d+)?\s+(?:[A-Z][\w'’&-]*|(?:[A-Z]\.){1,4})"
)
# A signature that ends with its first name or initials: the rest stands in the next line, whatever stands above.
_SIGNED_WORD = regex.compile(r"(?:By\s*:?\s*)?/s/\s*(?:[A-Z][\w'’-]*|(?:[A-Z]\.\s?){1,3})", regex.I)
# A label, or a signature that ends with its first name or an initial.
_BROKEN_OFF = regex.compile(
    r"(?:By|Name|Title|Its)?\s*:?\s*(?:/s/\s*(?:[A-Z][\w'’-]*|[A-Z][\w.'’-]*\s(?:[A-Z][\w.'’-]*\s)?[A-Z]\.)?)?", regex.I
)
# A label and the first word behind it begin a paragraph, with or without a blank line; an article never stands alone.
_LABEL_AND_WORD = regex.compile(r"(?:Name|Title|Its)\s*:\s*[A-Z][\w.'’-]*", regex.I)
_NAME_AND_WORD = regex.compile(r"Name\s*:\s*[A-Z][\w.'’-]*", regex.I)
_ARTICLES = frozenset(["a", "an", "as", "the", "its"])


def mended(view: str, lines: list[Line]) -> list[Line]:
    """The lines of pages that break behind the first word of each paragraph ("ACME / TOOLS, INC."), that word put back."""
    heads = [
        (bool(_WORD.fullmatch(view[one.start : one.end])), i)
        for i, (one, two) in enumerate(itertools.pairwise(lines))
        if (one.gap or i == 0) and _broken_between(view, one, two) and not SIGNED.match(view[one.start : one.end])
    ]
    # A label tells by itself where a paragraph begins.
    broken = sum(word for word, _ in heads) + sum(
        view[one.start] in "nN"
        and bool(_NAME_AND_WORD.fullmatch(view[one.start : one.end].strip()))
        and _broken_between(view, one, two)
        and not SIGNED.match(view[two.start : two.end])
        for one, two in itertools.pairwise(lines)
    )
    if broken < 3 or broken * 3 < len(heads):
        return lines
    mended: list[Line] = []
    for line in lines:
        before = mended[-1] if mended else None
        if before and _broken_between(view, before, line):
            text = view[before.start : before.end].strip()
            begins = (before.gap > 0 or len(mended) == 1) and (_WORD.fullmatch(text) or _BROKEN_OFF.fullmatch(text))
            goes_on = (
                text in _ARTICLES
                or (len(mended) > 1 and _typed_below(view, mended[-2], text))
                or _LABEL_AND_WORD.fullmatch(text)
                or _SIGNED_WORD.fullmatch(text)
                or ((text[0].isupper() or text[0] in "$€£") and _AMOUNT_AND_WORD.fullmatch(text))
            )
            if (begins or goes_on) and not SIGNED.match(view[line.start : line.end]):
                mended[-1] = before._replace(end=line.end)
                continue
        mended.append(line)
    return mended


def _typed_below(view: str, above: Line, text: str) -> bool:
    """Whether a word below a signature, or its rule, is the first name of who signed: "/s/ Jane / R. Roe / Jane / R. Roe"."""
    if not _WORD.fullmatch(text) or not SIGNED.match(signed := view[above.start : above.end].strip()):
        return False
    return text in signed.split() or not signed.strip("_-")


def _broken_between(view: str, one: Line, two: Line) -> bool:
    """Whether two lines stand one below the other without a blank line."""
    between = view[one.end : two.start]
    return two.gap == 0 and between.count("\n") == 1 and not between.strip()
