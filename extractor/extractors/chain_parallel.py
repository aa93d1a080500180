"""Earlier amendments whose numbers stand in one list and their dates in another: "Amendments No. 1 and 2 dated D and E, respectively"."""

import bisect
import itertools
from typing import Any

import regex

from extractor.extractors.amendments import same_object
from extractor.extractors.titles import ACT
from extractor.nlp.mention import Mention, Parts
from extractor.values.dates import DateMatch
from extractor.values.ordinals import CARDINAL_PATTERN, ORDINAL_PATTERN, parse_ordinal
from extractor.values.rare import RareScan

_NO = r"(?:(?:Nos?|Numbers?)\b\.?\s*|#\s?)"
_NUMBER = rf"(?:\d{{1,2}}\b|{CARDINAL_PATTERN}|[IVX]{{1,4}}\b)"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+)(?:(?:the|that\s+certain|a)\s+)?"
# "Amendment No. 2 to the 5-Year Credit Agreement" is no range.
_TO = r"(?:\s+through\s+(?:and\s+including\s+)?(?:the\s+)?|\s+to\s+|\s*[-–]\s*)"
_TO_OBJECT = r"\s+(?:to|of)\s+(?:the\s+)?(?:[A-Z][\w'-]*\s+(?:and\s+)?){0,6}?(?:Agreement|Note|Indenture)"
_OBJECT = f"(?:{_TO_OBJECT})?"
_NAME = rf"(?:{ORDINAL_PATTERN})\s+(?:(?:Loan|Credit|Limited)\s+)?{ACT}(?:\s+Agreements?)?{_OBJECT}"
# Numbers behind the word, numbers before it, or the word with each.
_NUMBERS = RareScan(
    rf"\b(?:{ACT}(?:\s+Agreements?)?\s+{_NO}{_NUMBER}(?:(?:{_AND}{_NO}?{_NUMBER})+|{_TO}{_NO}?{_NUMBER})"
    rf"|(?:{ORDINAL_PATTERN})(?:(?:{_AND}(?:{ORDINAL_PATTERN}))+|{_TO}(?:{ORDINAL_PATTERN}))\s+(?:(?:Loan|Credit|Limited)\s+)?{ACT}(?:\s+Agreements?)?"
    rf"|{_NAME}(?:{_AND}{_NAME})+)",
    regex.I,
)
_RANGE = regex.compile(rf"{_TO}{_NO}?(?:{_NUMBER}|{ORDINAL_PATTERN})", regex.I)
_ONE = regex.compile(rf"{_NO}?(?P<number>{ORDINAL_PATTERN}|{_NUMBER})", regex.I)
# What may stand between the numbers and the first date, and between two dates.
_DATED = regex.compile(
    rf"(?:\s+there(?:to|of)\b|(?P<object>(?-i:{_OBJECT})))?[\s,]*(?:(?:each|respectively)[\s,]+)*(?:dated|made|entered\s+into|executed|effective|bearing\s+dates?|of)?"
    r"(?:[\s,]+(?:as|of|on|effective|respectively|each))*[\s,]*",
    regex.I,
)
_NEXT = regex.compile(r"[\s,]*(?:(?:and|dated|as\s+of|of|on)[\s,]*)*", regex.I)
_NAMED_OBJECT = regex.compile(rf"(?<={ACT}(?:\s+Agreements?)?){_TO_OBJECT}", regex.I)
# Characters from the numbers to the first date, at the most.
_REACH = 120


def paired(
    parts: Parts, dates: list[DateMatch], agreement: dict[str, Any] | None, number: int | None
) -> list[Mention]:
    """Amendments (label ``prior``) by number and date, out of two lists of equal length.

    Args:
        parts: the text.
        dates: its dates, in order.
        agreement: what was read off the amended agreement's mention, or None.
        number: the instrument's own number: who has it, or a higher one, is no earlier amendment.
    """
    view = parts.view
    start = parts.span("opening")[0]
    end = parts.span("signatures")[0] or parts.span("operative")[1] or len(view)
    starts = [d.start for d in dates]
    found: list[Mention] = []
    for name in _NUMBERS.finditer(view, start, end):
        numbers = _numbers(name.group())
        if not numbers or (number is not None and max(numbers) >= number):
            continue
        at = bisect.bisect_left(starts, name.end())
        # One more than there are numbers, to see that the list of dates ends.
        own, objects = _dates_behind(view, name.end(), dates[at : at + len(numbers) + 1], len(numbers))
        named = [*_NAMED_OBJECT.findall(name.group()), *objects]
        if len(own) != len(numbers) or not all(same_object(to, agreement) for to in named):
            continue
        if agreement is not None and own[0].value == agreement["dated"]:
            # "the First and Second Amendments to the Credit Agreement dated ...": the agreement's own date.
            continue
        title = " ".join(name.group().split())
        found += [
            Mention(
                name.start(),
                date.end,
                "prior",
                "chain.listed",
                {"title": title, "number": which, "dated": date.value, "restated": False},
            )
            for which, date in zip(numbers, own, strict=True)
        ]
    return found


def _dates_behind(view: str, stop: int, dates: list[DateMatch], most: int) -> tuple[list[DateMatch], list[str]]:
    """The dates of the list that begins at `stop`, none if it has more than `most`; and what is said to be amended."""
    own: list[DateMatch] = []
    objects: list[str] = []
    for date in dates:
        said = (_NEXT if own else _DATED).fullmatch(view, stop, date.start) if date.start - stop <= _REACH else None
        if said is None or date.value is None:
            break
        if len(own) == most:
            return [], objects
        objects += [to for to in said.groupdict().values() if to]
        own.append(date)
        stop = date.end
    return own, objects


def _numbers(text: str) -> list[int]:
    """The numbers that a list of amendments gives; empty where it does not give two or more in order.

    >>> _numbers("Amendments No. 1, No. 2 and 3"), _numbers("First through Third Amendments"), _numbers("Second and First Amendments")
    ([1, 2, 3], [1, 2, 3], [])
    """
    said = [parse_ordinal(m["number"]) for m in _ONE.finditer(text)]
    numbers = [n for n in said if n is not None]
    if _RANGE.search(text) and len(numbers) == 2:
        numbers = list(range(numbers[0], numbers[1] + 1))
    rising = all(a < b for a, b in itertools.pairwise(numbers))
    return numbers if len(numbers) > 1 and rising and len(numbers) < 40 else []
