"""Earlier amendments: the list in a recital, and amendments named anywhere by number and date."""

import bisect
from collections.abc import Iterable
from typing import Any

import regex

from extractor.extractors.amendments import (
    FOREIGN,
    NAMED,
    NUMBERED,
    OF_ANOTHER_NAME,
    SMALL_ACT,
    THERETO,
    name_end,
    object_of_name,
    same_object,
)
from extractor.extractors.chain_lists import SENTENCE_END, listed
from extractor.extractors.chain_parallel import paired
from extractor.extractors.titles import number_of
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.ordinals import ORDINAL_PATTERN
from extractor.values.rare import RareScan
from extractor.values.stretches import merged

_CAPITAL = regex.compile(r"[A-Z\d#]")
_AMENDED_BY = regex.compile(r"\b(?:amended|modified|supplemented)\b[^.;]{0,160}$", regex.I)
_DATE_CUE = regex.compile(
    r"^(?:\s*\((?:the\s+|as\s+so\s+)?[^()]{0,80}\))?[\s,]*(?:(?:each|made|entered\s+into|executed|and|effective|by\s+and\s+among[^,;]{0,120},|between[^,;]{0,120},|bearing)\s+){0,3}(?:dated|date|as\s+of|effective|made|on|of)?(?:\s+(?:as|(?:to\s+be\s+)?effective|of|the|on|this|date|dated|for\s+reference))*[\s,]*$",
    regex.I,
)
# Not the amendment but its day, its fee; and what stands under one that is told of by the way.
_NO_NAME = regex.compile(r"\s+(?:(?:Effective|Closing)\s+)?(?:Date|Fees?)\b")
_UNDER = regex.compile(r"(?<!\b(?:amended|modified|supplemented)\s+)\bunder\s+(?:the|that\s+certain|its)\s+$")
# What a dated one is called in the brackets behind it.
_TERM = regex.compile(r"[\s,]*\(\s*(?:the\s+|as\s+the\s+)?\"([^\"]{4,60})\"")
# Characters before and behind a date in which an amendment's name begins that it belongs to.
_BEFORE_DATE, _BEHIND_DATE = 1200, 300
_DEFINITION = RareScan(
    rf"\"((?:{ORDINAL_PATTERN})\s+Amendment|Amendment\s+(?:No\.?|Number)\s*\w{{1,8}})(?:\s+(?:Effective|Closing)\s+Date)?\"\s+(?:means|shall\s+mean)[\s,:]",
    regex.I,
)


def find(
    parts: Parts, dates: list[DateMatch], agreement: dict[str, Any] | None, number: int | None, own: str | None
) -> list[Mention]:
    """Earlier amendments of the agreement (label ``prior``), in the order of the text.

    Args:
        parts: the text.
        dates: its dates, in order.
        agreement: what was read off the amended agreement's mention (`agreements.find`), or None.
        number: the instrument's own number.
        own: the instrument's own date.
    """
    found = [
        m
        for m in paired(parts, dates, agreement, number)
        if not _foreign_context(parts.view, m.start) and (own is None or m.data["dated"] < own)
    ]
    pairs = {m.end for m in found}
    dates = [d for d in dates if d.end not in pairs]
    found += listed(parts, dates, agreement, number, own)
    found += _named(parts, dates, agreement, number, own)
    found += _defined(parts, dates, number)
    return sorted(found, key=lambda m: m.start)


def _named(
    parts: Parts, dates: list[DateMatch], agreement: dict[str, Any] | None, number: int | None, own: str | None
) -> list[Mention]:
    """Amendments named by number or date anywhere before the annexes, if they can be amendments of the same agreement."""
    view = parts.view
    start = parts.span("opening")[0]
    end = parts.span("signatures")[0] or parts.span("operative")[1] or len(view)
    starts = {d.start: d for d in dates}
    order = sorted(starts)
    title = agreement["title"] if agreement else ""
    recitals_end = max(parts.span("recitals")[1], parts.span("opening")[1]) + 800
    mentions = []
    # What counts for its date stands near one; elsewhere an amendment counts for its number, which this one's has to exceed.
    numbered = list(NUMBERED.finditer(view, start, end)) if number is not None else []
    near = (name for stretch in _near_dates(dates, start, end) for name in NAMED.finditer(view, *stretch))
    for name in _in_order(numbered, near):
        text = name.group()
        capital = _CAPITAL.match(text) is not None
        if not capital and not cached.match(rf"(?:a|the|that\s+certain)\s|{SMALL_ACT}", text):
            continue
        if cached.fullmatch(OF_ANOTHER_NAME, text, regex.I) and not _AMENDED_BY.search(
            view, max(0, name.start() - 180), name.start()
        ):
            continue
        if _NO_NAME.match(view, name.end()):
            continue
        own_number = number_of(text)
        if own_number is not None and number is not None and own_number >= number:
            continue
        if own_number is not None and number is None and name.start() >= recitals_end:
            continue
        thereto = THERETO.match(view, name.end())
        object_end = thereto.end() if thereto else name_end(view, name)
        date = _date_after(view, object_end, order, starts) or _date_before(view, name.start(), order, starts)
        if own_number is None and date is not None:
            if _UNDER.search(view, max(0, name.start() - 40), name.start()):
                continue
            # "an Extension of Note dated May 3, 1999 (the "First Extension")"
            term = _TERM.match(view, max(date.end, object_end))
            aliased = number_of(term.group(1)) if term else None
            own_number = aliased if aliased is not None and (number is None or aliased < number) else None
        if date is None and (
            own_number is None
            or number is None
            or not capital
            or not cached.search(
                r"\b(?:the|The|that|each|and|,|by|of|to)\W*$", view[max(0, name.start() - 12) : name.start()]
            )
        ):
            continue
        if date is not None:
            if date.value is None or date.value == own or (own is not None and date.value > own):
                continue
            if own_number is None and agreement is not None and date.value == agreement["dated"]:
                continue
            if (
                own_number is None
                and not capital
                and not cached.search(
                    r"\b(?:a|an|the|that\s+certain|certain)\s+(?:\w+\s+)?$",
                    view[max(0, name.start() - 30) : name.start()],
                )
            ):
                continue
        to = object_of_name(view, name)
        if to and not same_object(to, agreement):
            continue
        if _foreign_context(view, name.start()) and not FOREIGN.search(title):
            continue
        label = " ".join(view[name.start() : object_end].split())
        mentions.append(
            Mention(
                min(name.start(), date.start) if date else name.start(),
                max(date.end, object_end) if date else object_end,
                "prior",
                "chain.named" if date else "chain.numbered",
                {"title": label, "number": own_number, "dated": date.value if date else None, "restated": False},
            )
        )
    return mentions


def _in_order(numbered: list[regex.Match[str]], near: Iterable[regex.Match[str]]) -> list[regex.Match[str]]:
    """Names in the order of the text; what stands within a numbered one is none of its own."""
    within = {at for name in numbered for at in range(*name.span())}
    return sorted([*numbered, *(name for name in near if name.start() not in within)], key=lambda name: name.start())


def _near_dates(dates: list[DateMatch], start: int, end: int) -> list[tuple[int, int]]:
    """Where an amendment may be named that counts for its date alone: stretches around the dates, that do not overlap."""
    return merged((max(start, date.start - _BEFORE_DATE), min(end, date.end + _BEHIND_DATE)) for date in dates)


def _foreign_context(view: str, at: int) -> bool:
    """Whether the sentence before speaks of another agreement as the one amended ("the Guaranty ..., as amended by")."""
    before = view[max(0, at - 260) : at]
    if "amended" not in before.lower():
        return False
    cut = max((m.end() for m in SENTENCE_END.finditer(before)), default=0)
    before = before[cut:]
    by = list(cached.finditer(r"\bas\s+(?:heretofore\s+|previously\s+)?amended\b", before, regex.I))
    if not by:
        return False
    head = before[: by[0].start()]
    nouns = list(
        cached.finditer(
            r"\b(?:Agreement|AGREEMENT|Note|Guaranty|GUARANTY|Guarantee|Indenture|Mortgage|Lease|Act)\b", head
        )
    )
    if not nouns:
        return False
    last = head[max(0, nouns[-1].start() - 40) : nouns[-1].end()]
    return bool(FOREIGN.search(last))


def _date_before(view: str, at: int, order: list[int], starts: dict[int, DateMatch]) -> DateMatch | None:
    """The date of "on May 1, 2006 the parties entered into a First Amendment"."""
    k = bisect.bisect_left(order, at) - 1
    if k < 0 or at - order[k] > 260:
        return None
    date = starts[order[k]]
    between = view[date.end : at]
    on = cached.search(r"\b[Oo]n(?:\s+or\s+about)?\s*$", view[max(0, date.start - 16) : date.start])
    return (
        date
        if on
        and cached.search(
            r"\b(?:entered\s+into|executed|made|signed)\s+(?:(?:an?|the|that\s+certain|its)\s*)?$", between
        )
        and not SENTENCE_END.search(between)
        else None
    )


def _date_after(view: str, at: int, order: list[int], starts: dict[int, DateMatch]) -> DateMatch | None:
    k = bisect.bisect_left(order, at)
    if k == len(order) or order[k] - at > 160:
        return None
    date = starts[order[k]]
    return date if _DATE_CUE.match(view[at : date.start]) else None


def _defined(parts: Parts, dates: list[DateMatch], number: int | None) -> list[Mention]:
    """Earlier amendments that definitions date, in the text as amended that is annexed: '"First Amendment" means ... dated'."""
    if number is None:
        return []
    mentions = []
    starts = {d.start: d for d in dates}
    order = sorted(starts)
    for found in _DEFINITION.finditer(parts.view):
        its = number_of(found.group(1))
        k = bisect.bisect_left(order, found.end())
        if its is None or its >= number or k == len(order) or order[k] - found.end() > 300:
            continue
        date = starts[order[k]]
        between = parts.view[found.end() : date.start]
        direct = not between.strip() or cached.fullmatch(
            r"(?:[^\".;]|\.(?!\s+[A-Z])){0,200}\bdated(?:\s+as)?(?:\s+of)?\s*", between
        )
        if date.value is not None and direct:
            data = {"title": " ".join(found.group(1).split()), "number": its, "dated": date.value, "restated": False}
            mentions.append(Mention(found.start(), date.end, "prior", "chain.defined", data))
    return mentions
