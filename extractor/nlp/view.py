"""A text with its typographical noise blanked out, character for character as long as the original.

Patterns run over the view; since it has the same length, an offset in it is an offset in the document's plain text.
"""

import regex

_STRAIGHT = {
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′`´"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff\u000b\r"), " "),
    **dict.fromkeys(map(ord, "‐‑‒"), "-"),
    ord("\f"): "\n",
}
# EDGAR's marks: pages, and the tags of typed tables.
_MARKS = regex.compile(
    r"<PAGE>(?:[ \t]*\d{1,4}(?=[ \t]*\n))?|</?(?:TABLE|CAPTION|FN|F\d|R\d?|S|C)>|&nbsp;|&#160;", regex.I
)
# A page's number on a line of its own, between blank lines or beside a page mark.
_PAGE_NUMBER = regex.compile(r"(?<=\n[ \t]*\n)([ \t]*-?[ \t]*\(?(?:Page[ \t]+)?\d{1,3}\)?[ \t]*-?[ \t]*)(?=\n[ \t]*(?:\n|$))", regex.I)


def _blank(match: regex.Match[str]) -> str:
    return regex.sub(r"[^\n]", " ", match.group())


def make_view(text: str) -> str:
    r"""The view of `text`: straight quotes, plain blanks, no page marks; ``len(view) == len(text)``.

    >>> make_view("as of\u00a0May\r\n<PAGE>   12\r\n“Loan”")
    'as of May \n           \n"Loan"'
    """
    view = _MARKS.sub(_blank, text.translate(_STRAIGHT))
    view = _PAGE_NUMBER.sub(_blank, view)
    assert len(view) == len(text)
    return view
