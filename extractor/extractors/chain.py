"""Earlier amendments: the list in a recital, and amendments named anywhere by number and date."""

import bisect
from typing import Any

import regex

from extractor.extractors.titles import ACT, number_of
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.ordinals import CARDINAL_PATTERN, ORDINAL_PATTERN
from extractor.values.scan import Scan

_CHANGED = regex.compile(
    r"\b(?:amend(?:ed|ing)|modif(?:ied|ying)|supplement(?:ed|ing)|waived|extended|consented\s+to|affected|changed|altered|revised|renewed|restated)\b",
    regex.I,
)
_AMENDED_BY = regex.compile(r"\b(?:amended|modified|supplemented)\b[^.;]{0,160}$", regex.I)
_SMALL_ACT = r"(?:amendment|waiver|consent|modification|supplement(?:al\s+(?:letter|agreement|deed))?|side\s+letter|letter\s+agreement|letter\s+amendment|extension|forbearance)"
# Amendments whose name has no word for it.
_OF_ANOTHER_NAME = r"\b(?:supplemental\s+(?:agreement|letter|deed|indenture)|(?:letter|side)\s+agreement|change\s+in\s+terms\s+agreement)\b"
# An amendment by name, with or without what it amends.
NAMED = Scan(
    rf"(?:(?:{ORDINAL_PATTERN})\s+(?:(?!to\b|of\b|amended\b)[\w'()/-]+,?\s+){{0,4}}?{ACT}|{_OF_ANOTHER_NAME}|(?:(?:Limited|Temporary|Conditional|Letter|Technical|Omnibus|Global|Master|Partial|Loan|Credit|Agreement|Credit\s+Agreement)\s+){{0,3}}{ACT})"
    rf"(?:,?\s+(?:(?:and|&)\s+)?(?:(?:Limited|Temporary|Conditional|{ORDINAL_PATTERN})\s+){{0,2}}{ACT}){{0,3}}(?:\s+(?:Agreement|Letter))?"
    rf"(?:\s*,?\s*(?:(?:No|Nos|Number)\b\.?\s*(?:\d{{1,3}}\b|l\b|{CARDINAL_PATTERN}|[IVX]+\b)|#\s?\d{{1,3}}|(?-i:{CARDINAL_PATTERN.replace('(?:', '(?i:', 1)})(?!\s+(?:or|and)\b)|(?-i:I{{1,3}}|IV|V|VI{{1,3}}|IX|X)\b))?"
    rf"(?:(?:\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?)(?:(?:Limited|Temporary|Conditional|{ORDINAL_PATTERN})\s+){{0,2}}{ACT}\b(?:\s+Agreement)?(?!\s*,?\s*(?:No\b|Number\b|#|\d))){{0,3}}(?:,?\s+and\s+Agreement)?",
    regex.I,
)
_TO_OBJECT = regex.compile(
    r"\s*,?\s+(?:to|TO|of|OF|under|with\s+respect\s+to)\s+(?:the\s+|that\s+certain\s+|said\s+|such\s+)?(?:(?:and|of|for|the|[A-Z\d][\w&'/.-]*,?)\s+){0,14}?(?:Agreement|AGREEMENT|Note|NOTE|Notes|Guaranty|Guarantee|Facility|Indenture|Loan|Documents?|Mortgage|Pledge|Deed)\b(?!\s+(?:and\s+\w+\s+)?(?:Agreement|AGREEMENT|Note|NOTE|Facility|Documents))(?:\s+\([A-Z][A-Za-z ]{2,40}\))?"
)
_THERETO = regex.compile(r"\s*,?\s+(?:thereto|thereof|to\s+same|hereto)\b", regex.I)
_DATE_CUE = regex.compile(
    r"^(?:\s*\((?:the\s+|as\s+so\s+)?[^()]{0,80}\))?[\s,]*(?:(?:each|made|entered\s+into|executed|and|effective|by\s+and\s+among[^,;]{0,120},|between[^,;]{0,120},|bearing)\s+){0,3}(?:dated|date|as\s+of|effective|made|on|of)?(?:\s+(?:as|effective|of|the|on|this|date|dated|for\s+reference))*[\s,]*$",
    regex.I,
)
_END = regex.compile(
    r"\bWHEREAS\b|\bNOW,?\s+THEREFORE\b|\n\s*(?:Gentlemen|Ladies\b|Dear\s)|;\s+(?:and\s+)?(?=WHEREAS)|\.(?<!\b(?:No|Nos|Inc|Corp|Ltd|Co|N\.A|L\.P|St|U\.S)\.)\s+(?=[A-Z\"(])|\n[ \t]*\n[ \t]*(?:\(?[A-Z1-9]\)|[B-Z1-9]\.)\s"
)
_FOREIGN = regex.compile(
    r"\b(?:guarant\w+|security\s+agreement|pledge\s+agreement|mortgage|intercreditor|subordination|note\s+purchase|note\s+agreement|reserve|indenture|registration|lease|warrant|employment|purchase\s+agreement|fee\s+letter|Securities\s+(?:Exchange\s+)?Act|Bankruptcy\s+Code|Code\s+of|ERISA)\b",
    regex.I,
)
_OTHER_NOUN = regex.compile(r"\b(?:Note|Notes|NOTE|Mortgage|Deed|Guaranty|Warrant|Lease)\b")
_AFTER_NAME = regex.compile(
    r"[\s,]*\(\s*(?:as\s+so\s+amended,?\s*)?(?:the|such|herein|hereinafter|collectively)?[\s,]*(?:called|referred\s+to\s+as|the)?\s*\"([^\"]{3,60})\"\s*\)"
)
_RESTATED_AS_OF = regex.compile(
    r"\bamended\s+and\s+restated(?:\s+in\s+its\s+entirety)?[\s,]*(?:by\s+[^,;]{0,40})?(?:as\s+of|on|dated|effective|and|the|[\s,])*$",
    regex.I,
)
_CHANGED_AS_OF = regex.compile(
    r"\b(?:amended|modified|supplemented|restated|waived|extended)\b(?:\s+(?:further|again|and|or|otherwise|by|letters?|in|its|entirety|modified|supplemented|amended|restated|agreements?))*[\s,]*(?:as\s+of|on|dated|effective|the|[\s,])*$",
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
    found: list[Mention] = []
    found += _listed(parts, dates, agreement, number, own)
    found += _named(parts, dates, agreement, number, own)
    return sorted(found, key=lambda m: m.start)


def _listed(
    parts: Parts, dates: list[DateMatch], agreement: dict[str, Any] | None, number: int | None, own: str | None
) -> list[Mention]:
    """The lists behind the agreement's date: every date there is an amendment's, unless something else is named with it."""
    if not agreement or not agreement["date_span"]:
        return []
    found: list[Mention] = []
    limit = max(parts.span("recitals")[1], parts.span("opening")[1]) + 1500
    for date in dates:
        # The agreement's date may stand again, on a cover page or in a recital, with the list there.
        if date.value == agreement["dated"] and date.end <= limit:
            found += _list_at(parts, dates, agreement, own, date.end)
    return [
        m
        for m in found
        if m.data["number"] is None
        or number is None
        or m.data["number"] < number
        # "Extension Agreement No. 2" may follow an Amendment No. 3.
        or (own is not None and m.data["dated"] is not None and m.data["dated"] < own[: len(m.data["dated"])])
    ]


def _list_at(
    parts: Parts, dates: list[DateMatch], agreement: dict[str, Any], own: str | None, start: int
) -> list[Mention]:
    view = parts.view
    limit = min(len(view), start + 6000, max(parts.span("recitals")[1], parts.span("opening")[1], start + 1500))
    end = _list_end(view, start, limit)
    trigger = _CHANGED.search(view, start, end)
    if not trigger:
        return []
    found: list[Mention] = []
    at = trigger.start()
    for date in dates:
        if date.start < at or date.start >= end:
            continue
        # What stands in brackets behind a date names the amendment of that date, not the next one.
        named = _AFTER_NAME.match(view, at, date.start)
        between = view[named.end() if named else at : date.start]
        at = date.end
        if date.value is None or date.value == own:
            continue
        name = _last_name(between)
        near = between[-70:]
        changed = _CHANGED_AS_OF.search(near)
        if name is None and not changed and _another(between):
            continue
        if name is not None and _FOREIGN.search(between[name.end() :]) and not _FOREIGN.search(agreement["title"]):
            continue
        term = _AFTER_NAME.match(view[date.end : date.end + 120])
        text = " ".join(between[name.start() : _name_end(between, name)].split()) if name is not None else ""
        if (
            term
            and number_of(text) is None
            and cached.search(ACT, term.group(1), regex.I)
            and (not text or number_of(term.group(1)) is not None)
        ):
            text = " ".join(term.group(1).split())
        if not text and not changed and len(between) > 160:
            continue
        if name is not None and not changed and _OTHER_NOUN.search(between[_name_end(between, name) :]):
            continue
        begin = date.start - len(between) + name.start() if name is not None else date.start
        found.append(
            Mention(
                begin,
                date.end,
                "prior",
                "chain.listed",
                {
                    "title": text or None,
                    "number": number_of(text),
                    "dated": date.value,
                    "restated": bool(_RESTATED_AS_OF.search(near)),
                },
            )
        )
    return found + _undated(view, trigger.end(), end, found)


def _list_end(view: str, start: int, limit: int) -> int:
    """Where the sentence ends in which the list stands; brackets that opened in it are closed first."""
    for found in _END.finditer(view, start, limit):
        inside = view[start : found.start()]
        if inside.count("(") <= inside.count(")") or "WHEREAS" in found.group():
            return found.start()
    return limit


def _last_name(text: str) -> regex.Match[str] | None:
    """The amendment named last, by number if one is: "First Amendment to Credit Agreement, Consent and Waiver" is the first."""
    names = [m for m in NAMED.finditer(text) if cached.match(r"[A-Z\d#]|" + _SMALL_ACT, m.group())]
    numbered = [m for m in names if number_of(m.group()) is not None]
    found = numbered or names
    return found[-1] if found else None


def _name_end(text: str, name: regex.Match[str]) -> int:
    to = _TO_OBJECT.match(text, name.end())
    return to.end() if to else name.end()


def _another(text: str) -> bool:
    """Whether something that is no amendment is named before the date ("that certain Promissory Note dated as of")."""
    return bool(
        cached.search(
            r"\b(?:Agreement|Note|Notes|Guaranty|Guarantee|Mortgage|Deed|Indenture|Lease|Assignment|Act|Letter\s+of\s+Credit|Warrant|Plan|Order)\b(?!\s+was|,?\s+as\s+(?:so\s+)?amended)",
            text,
        )
        or cached.search(
            r"\b(?:maturity|matur\w+|terminat\w+|expir\w+|closing\s+date|period|ending|ended|paid\s+to|in\s+(?:compliance|default)|prior\s+to|until|through|after|before)\b",
            text[-60:],
            regex.I,
        )
    )


def _undated(view: str, start: int, end: int, found: list[Mention]) -> list[Mention]:
    """Numbered amendments that the list names without a date."""
    taken = {m.data["number"] for m in found}
    mentions = []
    for name in NAMED.finditer(view, start, end):
        number = number_of(name.group())
        if number is None or number in taken or not cached.match(r"[A-Z\d#]", name.group()):
            continue
        if any(m.start <= name.start() < m.end for m in found):
            continue
        object_end = _name_end(view, name)
        if _FOREIGN.search(view[name.end() : object_end]):
            continue
        taken.add(number)
        mentions.append(
            Mention(
                name.start(),
                object_end,
                "prior",
                "chain.undated",
                {
                    "title": " ".join(view[name.start() : object_end].split()),
                    "number": number,
                    "dated": None,
                    "restated": False,
                },
            )
        )
    return mentions


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
    for name in NAMED.finditer(view, start, end):
        text = name.group()
        if not cached.match(r"[A-Z\d#]|(?:a|the|that\s+certain)\s", text) and not cached.match(_SMALL_ACT, text):
            continue
        capital = bool(cached.match(r"[A-Z\d#]", text))
        if cached.fullmatch(_OF_ANOTHER_NAME, text, regex.I) and not _AMENDED_BY.search(
            view, max(0, name.start() - 180), name.start()
        ):
            continue
        own_number = number_of(text)
        if own_number is not None and number is not None and own_number >= number:
            continue
        if own_number is not None and number is None and name.start() >= recitals_end:
            continue
        object_end = _name_end(view, name)
        to = view[name.end() : object_end]
        thereto = _THERETO.match(view, name.end())
        if thereto:
            object_end = thereto.end()
        if to and not _same_object(to, agreement):
            continue
        if _foreign_context(view, name.start()) and not _FOREIGN.search(title):
            continue
        date = _date_after(view, object_end, order, starts) or _date_before(view, name.start(), order, starts)
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


def _same_object(to: str, agreement: dict[str, Any] | None) -> bool:
    """Whether "to the X Agreement" speaks of the agreement amended here: by its title, a term for it, or in general."""
    words = set(cached.findall(r"\w+", to.lower())) - {
        "to",
        "of",
        "the",
        "under",
        "that",
        "certain",
        "said",
        "such",
        "with",
        "respect",
        "and",
        "for",
    }
    if agreement is None:
        return not _FOREIGN.search(to)
    known = {w for name in (agreement["title"], *agreement["terms"]) for w in cached.findall(r"\w+", name.lower())}
    return words <= known | {
        "credit",
        "loan",
        "agreement",
        "documents",
        "original",
        "existing",
        "amended",
        "restated",
        "revolving",
    }


def _foreign_context(view: str, at: int) -> bool:
    """Whether the sentence before speaks of another agreement as the one amended ("the Guaranty ..., as amended by")."""
    before = view[max(0, at - 260) : at]
    cut = max((m.end() for m in _END.finditer(before)), default=0)
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
    return bool(_FOREIGN.search(last))


def _date_before(view: str, at: int, order: list[int], starts: dict[int, DateMatch]) -> DateMatch | None:
    """The date of "on May 1, 2006 the parties entered into a First Amendment"."""
    k = bisect.bisect_left(order, at) - 1
    if k < 0 or at - order[k] > 260:
        return None
    date = starts[order[k]]
    between = view[date.end : at]
    on = cached.search(r"\b[Oo]n\s*$", view[max(0, date.start - 6) : date.start])
    return (
        date
        if on
        and cached.search(r"\b(?:entered\s+into|executed|made|signed)\s+(?:an?|the|that\s+certain|its)\s*$", between)
        and not _END.search(between)
        else None
    )


def _date_after(view: str, at: int, order: list[int], starts: dict[int, DateMatch]) -> DateMatch | None:
    k = bisect.bisect_left(order, at)
    if k == len(order) or order[k] - at > 160:
        return None
    date = starts[order[k]]
    return date if _DATE_CUE.match(view[at : date.start]) else None
