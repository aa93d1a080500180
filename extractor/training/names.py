"""Finds labelled names back in a text: labels leave out points and commas and spell legal forms their own way."""

import regex

_FORMS = (
    ("inc", "incorporated"),
    ("corp", "corporation"),
    ("co", "company"),
    ("ltd", "limited"),
    ("llc", "l l c", "limited liability company"),
    ("lp", "l p", "limited partnership"),
    ("llp", "l l p", "limited liability partnership"),
    ("na", "n a", "national association"),
    ("plc", "p l c"),
    ("and",),
)
_SAME = {form: forms for forms in _FORMS for form in forms}
_GAP = r"[^\w]{0,4}"
# What may follow a name that a label gives without its legal form.
_SUFFIX = (
    r"(?:,?[ \n](?:Inc\b\.?|Incorporated\b|Corp\b\.?|Corporation\b|L\.? ?L\.? ?C\b\.?|Ltd\b\.?|Limited\b"
    r"|L\.? ?P\b\.?|N\.? ?A\b\.?|PLC\b|Co\b\.?(?:,? (?:Inc|Ltd)\b\.?)?))?"
)


def spelling(name: str, *, longer: bool = True) -> regex.Pattern[str] | None:
    """A pattern for a name however it is pointed, spaced and capitalised; None without letters.

    Args:
        name: the name as a label has it.
        longer: whether a legal form that the label leaves out may follow.

    >>> pattern = spelling("V F Corporation")
    >>> [pattern.search(t).group() for t in ("the V.F. CORP. (", "by V. F. Corporation, a")]
    ['V.F. CORP.', 'V. F. Corporation']
    >>> spelling("Acme").search("ACME, Inc., of Ohio").group()
    'ACME, Inc.'
    """
    words = regex.findall(r"\w+", name.replace("&", " and ").replace("_", " "))
    if not words:
        return None
    pieces = []
    for word in words:
        forms = _SAME.get(word.casefold(), (word,))
        spelt = [_GAP.join(map(regex.escape, form.split())) for form in forms]
        if word.casefold() == "and":
            spelt.append("&")
        pieces.append(f"(?:{'|'.join(spelt)})" + ("?" if word.casefold() in ("and", "the") else ""))
    return regex.compile(
        r"(?<!\w)"
        + _GAP.join(pieces)
        + r"(?!\w)"
        + (_SUFFIX if longer else "")
        + r"(?:(?<=\b(?:inc|corp|co|ltd|l\.?p|n\.?a|c|jr|sr))\.)?",
        regex.I,
    )


def loosely(name: str) -> regex.Pattern[str] | None:
    """A pattern for what may be the name in short: its first word and its last, with little between."""
    words = [w for w in regex.findall(r"\w+", name) if w.casefold() not in _SAME and len(w) > 2]
    if not words:
        return None
    return regex.compile(
        rf"(?<!\w){regex.escape(words[0])}\b(?:[^\n]{{0,24}}?\b{regex.escape(words[-1])}(?!\w))?", regex.I
    )


def find(text: str, names: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the names stand in the text: longest first, none over another, in the order of the text."""
    spans = []
    for name in names:
        pattern = spelling(name)
        spans += [m.span() for m in pattern.finditer(text)] if pattern else []
    return apart(spans)


def apart(spans: list[tuple[int, int]], taken: tuple[tuple[int, int], ...] = ()) -> list[tuple[int, int]]:
    """The spans, longest first, that lie over none of those taken before them."""
    chosen: list[tuple[int, int]] = []
    for a, b in sorted(set(spans), key=lambda s: (s[0] - s[1], s[0])):
        if a < b and all(b <= c or d <= a for c, d in (*chosen, *taken)):
            chosen.append((a, b))
    return sorted(chosen)
