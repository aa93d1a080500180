"""What belongs to the page, not to the text: page numbers where a page ends."""

import re

BREAK = "\f"  # stands alone on a line where a page ends, until page numbers have been looked for
_NUMBER = re.compile(
    r"^\s*[-–—\[(]?\s*(?:page\s+)?([A-Za-z]{1,3}-|[A-Z]-)?(\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—\])]?\.?\s*$",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_CARRIES_ON = re.compile(r"[a-z,;\d’'—–-]\s*$")


def page_number(line: str) -> tuple[str, int] | None:
    """What sort of page number a line is, and its value; None if it is none.

    >>> page_number(" - 12 - "), page_number("iv"), page_number("A-3"), page_number("Page 3 of 7"), page_number("By:")
    (('', 12), ('roman', 4), ('a-', 3), ('', 3), None)
    """
    match = _NUMBER.match(line) if len(line) < 60 else None
    if not match:
        return None
    prefix, digits = (match[1] or "").lower(), match[2].lower()
    if digits.isdigit():
        return prefix, int(digits)
    total = 0
    for here, after in zip(digits, digits[1:] + " ", strict=False):
        total += -_ROMAN[here] if _ROMAN.get(after, 0) > _ROMAN[here] else _ROMAN[here]
    return prefix + "roman", total


def without_page_numbers(lines: list[str]) -> list[str]:
    """`lines` without the page numbers beside its page breaks, and without the breaks themselves.

    A number goes only if it counts on from another one, or is that of its page; any other may mean something.

    >>> without_page_numbers(["one.", "1", BREAK, "Two", "", "2", BREAK, "7", "Seven"])
    ['one.', '', 'Two', '', '7', 'Seven']
    """
    found: dict[int, tuple[str, int]] = {}
    page, of_page = 1, set()
    for at, line in enumerate(lines):
        if line == BREAK:
            for step in (-1, 1):
                beside = at + step
                while 0 <= beside < len(lines) and not lines[beside].strip():
                    if lines[beside] == BREAK:
                        break
                    beside += step
                if 0 <= beside < len(lines) and (number := page_number(lines[beside])):
                    found[beside] = number
                    if number == ("", page + (step > 0)) and number[1] > 1:
                        of_page.add(beside)
            page += 1
    last = len(lines) - 1
    while last >= 0 and not lines[last].strip():
        last -= 1
    if found and last >= 0 and (number := page_number(lines[last])):
        found[last] = number
    values = set(found.values())
    dropped = of_page | {at for at, (sort, n) in found.items() if (sort, n - 1) in values or (sort, n + 1) in values}
    kept: list[str] = []
    broken = False
    for at, line in enumerate(lines):
        if line == BREAK or at in dropped:
            broken = True
        elif broken and not line.strip():
            continue
        else:
            if broken:
                while kept and not kept[-1].strip():
                    kept.pop()
                if kept and not (line[:1].islower() and _CARRIES_ON.search(kept[-1])):
                    kept.append("")
                broken = False
            kept.append(line)
    return kept
