"""To which of two names side by side a line belongs, where its indentation does not say."""

import regex

from extractor.extractors.page_rows import Part
from extractor.values.names import ends_name, only_suffix
from extractor.values.places import PLACE

# A name that breaks off.
UNFINISHED = regex.compile(r"(?:,|&|\b(?:of|and|the|as|in|de|du|des|et|und))$", regex.I)
# What no name begins with, but the second line of one.
NO_BEGINNING = regex.compile(
    r"(?:(?:Branch|Agency|Association)(?=\W*$|\s*,|\s+and/or\b)|and/or\b|Company\s+of\b)", regex.I
)
# A name that is whole, and yet may have more.
_MAY_GO_ON = regex.compile(r"\b(?:Bank|Trust|Trust\s+Company|Partners|Group|Holdings?)$", regex.I)
# What is said of a party below its name.
_CAPACITY = regex.compile(r"^\W*(?:as|in\s+its|individually|an?|by|its|for)\b", regex.I)
_BANK = regex.compile(r"\b(?:Bank|Trust)$", regex.I)
_BANK_OF = regex.compile(r"\bBank\s+of\s+(?:\w+\s+){0,2}\w+$", regex.I)
_NO_NAME_YET = regex.compile(
    r"^(?:the\s+)?(?:(?:first|second|industrial|national|royal|savings|state|trust)\s+)+bank$", regex.I
)
_OF = regex.compile(r"^of\b", regex.I)
_PLACE = regex.compile(PLACE + r"\b", regex.I)


def broken_above(view: str, above: Part, right: Part) -> bool:
    """Whether a name of the right column begins at the margin, a line above: "HARBOR BANK, / ACME INC.    NATIONAL ASSOCIATION"."""
    if NO_BEGINNING.match(view, right.start, right.end):
        return True
    return bool(UNFINISHED.search(view[above.start : above.end])) and only_suffix(view[right.start : right.end])


def goes_on_right(left: str, right: str, text: str) -> bool:
    """Whether a line without its indentation goes on with the right one of two names.

    >>> goes_on_right("CITY BANK, N.A.", "THE FIRST NATIONAL BANK", "OF SPRINGFIELD")
    True
    >>> goes_on_right("HARBOR BANK", "ACME LEASING, LIMITED", "NATIONAL ASSOCIATION")
    False
    """
    if _CAPACITY.match(text):
        return False
    one, two = _open(left, text), _open(right, text)
    # Of two names as open as each other, the longer one met the margin.
    return two > one or (two == one > 0 and len(right) > len(left))


def _open(name: str, text: str) -> int:
    """How much a name wants `text` to go on with it: 0 for one that is whole, 4 for one that breaks off."""
    if UNFINISHED.search(name):
        return 4
    if _BANK.search(name) and (_PLACE.match(text) or (_OF.match(text) and _NO_NAME_YET.match(name))):
        return 3
    if ends_name(name):
        return int(bool(_MAY_GO_ON.search(name)))
    if _BANK_OF.search(name):
        # "BANK OF NOWHERE" goes on with "TRUST COMPANY", not with another place.
        return 0 if _OF.match(text) else 1
    return 2
