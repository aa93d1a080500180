"""Lists of earlier amendments: the dates that stand behind an agreement's, or behind words that it was amended."""

from typing import Any

import regex

from extractor.extractors.amendments import (
    AFTER_NAME,
    FOREIGN,
    NAMED,
    last_name,
    name_end,
    object_of_name,
    of_another,
    related,
)
from extractor.extractors.titles import ACT, number_of
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.ordinals import CARDINAL_PATTERN, parse_ordinal
from extractor.values.scan import Scan

_CHANGED = regex.compile(
    r"\b(?:amend(?:ed|ing)|modif(?:ied|ying)|supplement(?:ed|ing)|waived|extended|consented\s+to|affected|changed|altered|revised|renewed|restated)\b"
    # The banks' form: "along with any subsequent Change in Terms Agreements, including those dated ...".
    r"|\b(?:subsequent|prior|previous)\s+(?:Change\s+in\s+Terms|Modification|Amendment)\s+Agreements?\b",
    regex.I,
)
#: Where the sentence ends in which a list stands.
SENTENCE_END = regex.compile(
    r"\bWHEREAS\b|\bNOW,?\s+THEREFORE\b|\n\s*(?:Gentlemen|Ladies\b|Dear\s)|;\s+(?:and\s+)?(?=WHEREAS)|\.(?<!\b(?:No|Nos|Inc|Corp|Ltd|Co|N\.A|L\.P|St|U\.S)\.)\s+(?=[A-Z\"(])|\n[ \t]*\n[ \t]*(?:\(?[A-Z1-9]\)|[B-Z1-9]\.)\s"
)
_OTHER_NOUN = regex.compile(r"\b(?:Note|Notes|NOTE|Mortgage|Deed|Guaranty|Warrant|Lease)\b")
_DATED_NAME = regex.compile(
    r"((?:(?:[A-Z][\w'-]*|and|of),?\s+){1,10}(?:Agreement|AGREEMENT|Note|NOTE|Indenture|Guaranty|Lease|Mortgage))\b(?:\s*\([^()]{0,40}\))?[,\s]*(?:dated|made)(?:\s+as\s+of)?\s*$"
)
_MOVED_FROM = regex.compile(r"\b(?:maturity|due\s+date|expiration|termination)\b[^.;]{0,40}\bfrom\s*$", regex.I)
_EACH = regex.compile(
    r"\b(?:each|both|all)\b[\s,]*(?:dated|made|entered\s+into|effective|as|of)\b[\s\w]{0,20}$", regex.I
)
# "Amendment No. 1 of May 1, 2001, No. 2 of May 1, 2002".
_BARE_NUMBER = regex.compile(
    rf"[\s,;]*(?:and\s+)?((?:No|Number)\b\.?\s*(?:\d{{1,2}}|{CARDINAL_PATTERN}))[\s,]+(?:(?:dated|of|as|on)\s+)*",
    regex.I,
)
_AND = regex.compile(r"[\s,]*(?:to|and|or|through|until)?\s*")
# "the Credit Agreement (the "Agreement") and the Note have since been amended": the list may follow.
_WAS_AMENDED = Scan(
    r",?\s+(?:was|were|ha[sd]\s+been|have\s+been)(?:\s+\w+){0,2}?\s+(?=amended|modified|supplemented|restated|renewed|extended)",
    regex.I,
    start=r",?\s+(?:was|were|ha[sd]\s+been|have\s+been)\s",
)
_SUBJECT = 300
_BESIDE = regex.compile(r"\s+and\s+(?:the\s+)?\w+(?:\s+\w+)?$", regex.I)
_BRACKET = regex.compile(r"\s*\([^()]{0,60}\)$")
_THE_LOAN = regex.compile(r"\b(?:the loans?|(?:that|such|said) agreement)$")
_RESTATED_AS_OF = regex.compile(
    r"\bamended\s+and\s+restated(?:\s+in\s+its\s+entirety|\s+an?\s+\w+\s+time)?[\s,]*(?:by\s+[^,;]{0,40})?(?:as\s+of|on|dated|effective|and|the|[\s,])*$",
    regex.I,
)
_CHANGED_AS_OF = regex.compile(
    r"\b(?:amended|modified|supplemented|restated|waived|extended)\b(?:\s+(?:further|again|and|or|otherwise|by|letters?|in|its|entirety|modified|supplemented|amended|restated|agreements?))*[\s,]*(?:as\s+of|on|dated|effective|the|[\s,])*$",
    regex.I,
)


def listed(
    parts: Parts, dates: list[DateMatch], agreement: dict[str, Any] | None, number: int | None, own: str | None
) -> list[Mention]:
    """The lists behind the agreement's date: every date there is an amendment's, unless something else is named with it."""
    if not agreement or not agreement["date_span"]:
        return []
    found: list[Mention] = []
    for at in _anchors(parts, dates, agreement):
        found += _list_at(parts, dates, agreement, own, at)
    return [
        m
        for m in found
        if m.data["number"] is None
        or number is None
        or m.data["number"] < number
        # "Extension Agreement No. 2" may follow an Amendment No. 3.
        or (own is not None and m.data["dated"] is not None and m.data["dated"] < own[: len(m.data["dated"])])
    ]


def _anchors(parts: Parts, dates: list[DateMatch], agreement: dict[str, Any]) -> list[int]:
    """Where lists of amendments may begin: behind the agreement's date, and behind its name where it "was amended by"."""
    limit = max(parts.span("recitals")[1], parts.span("opening")[1]) + 1500
    texts = {agreement["dated"], *agreement["generations"]}
    # The agreement's date may stand again, on a cover page or in a recital, with the list there; so may its earlier texts'.
    anchors = [
        d.end
        for d in dates
        if d.start == agreement["date_span"][0]
        or (d.end <= limit and d.value in texts and _its_own(parts.view, d.start, agreement))
    ]
    names = tuple(" ".join(name.lower().split()) for name in {*agreement["names"], *agreement["terms"]} if name)
    anchors += [
        told.end()
        for told in _WAS_AMENDED.finditer(parts.view, parts.span("opening")[0], limit)
        if _is_of(parts.view, told.start(), names)
    ]
    return sorted(anchors)


def _is_of(view: str, at: int, names: tuple[str, ...]) -> bool:
    """Whether the subject before an offset is one of these names, in small letters: "the Loan Agreement (the "Agreement") and the Note"."""
    before = view[max(0, at - _SUBJECT) : at]
    beside = _BESIDE.search(before)
    for subject in (before, before[: beside.start()]) if beside else (before,):
        bracket = _BRACKET.search(subject)
        for one in (subject, subject[: bracket.start()]) if bracket else (subject,):
            said = " ".join(one.lower().split())
            if _THE_LOAN.search(said) or any(
                said.endswith(name) and not said[: -len(name)][-1:].isalnum() for name in names
            ):
                return True
    return False


def _its_own(view: str, at: int, agreement: dict[str, Any]) -> bool:
    """Whether a date is the agreement's own, and not that of another one named before it, made on the same day."""
    named = _DATED_NAME.search(view[max(0, at - 160) : at])
    if named is None:
        return True
    return related(named.group(1), agreement)


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
    at, passed = trigger.start(), False
    for date in dates:
        if date.start < at or date.start >= end:
            continue
        # What stands in brackets behind a date names the amendment of that date, not the next one.
        named = AFTER_NAME.match(view, at, date.start)
        between = view[named.end() if named else at : date.start]
        at = date.end
        if date.value is None or date.value == own:
            continue
        name = last_name(between)
        near = between[-70:]
        changed = _CHANGED_AS_OF.search(near)
        # "extended the Maturity Date from May 1, 2001 to May 1, 2002": neither is an amendment's.
        passed = name is None and not changed and (_another(between) or (passed and bool(_AND.fullmatch(between))))
        # "by a Modification Agreement that extended the maturity from May 1, 2001 to May 1, 2002"
        passed = passed or (name is not None and bool(_MOVED_FROM.search(between[name_end(between, name) :])))
        if passed:
            continue
        if name is not None and of_another(between, name, agreement):
            continue
        term = AFTER_NAME.match(view[date.end : date.end + 120])
        text = " ".join(between[name.start() : name_end(between, name)].split()) if name is not None else ""
        if (
            term
            and number_of(text) is None
            and cached.search(ACT, term.group(1), regex.I)
            and (not text or number_of(term.group(1)) is not None)
        ):
            text = " ".join(term.group(1).split())
        if not text and found and (bare := _BARE_NUMBER.fullmatch(between)):
            text = bare.group(1)
        if not text and not changed and len(between) > 160:
            continue
        if name is not None and not changed and _OTHER_NOUN.search(between[name_end(between, name) :]):
            continue
        if name is not None and _EACH.search(near):
            found += [
                Mention(
                    date.start - len(between) + one.start(),
                    date.end,
                    "prior",
                    "chain.listed",
                    {
                        "title": " ".join(between[one.start() : name_end(between, one)].split()),
                        "number": number_of(one.group()),
                        "dated": date.value,
                        "restated": False,
                    },
                )
                for one in NAMED.finditer(between)
                if one.end() <= name.start() and number_of(one.group()) not in (None, number_of(text))
            ]
        begin = date.start - len(between) + name.start() if name is not None else date.start
        found.append(
            Mention(
                begin,
                date.end,
                "prior",
                "chain.listed",
                {
                    "title": text or None,
                    "number": number_of(text) or parse_ordinal(text),
                    "dated": date.value,
                    "restated": bool(_RESTATED_AS_OF.search(near)),
                },
            )
        )
    return found + _undated(view, trigger.end(), end, found)


def _list_end(view: str, start: int, limit: int) -> int:
    """Where the sentence ends in which the list stands; brackets that opened in it are closed first."""
    for found in SENTENCE_END.finditer(view, start, limit):
        inside = view[start : found.start()]
        if inside.count("(") <= inside.count(")") or "WHEREAS" in found.group():
            return found.start()
    return limit


def _another(text: str) -> bool:
    """Whether something that is no amendment is named before the date ("that certain Promissory Note dated as of")."""
    return bool(
        cached.search(
            r"\b(?:Agreement|Note|Notes|Guaranty|Guarantee|Mortgage|Deed|Indenture|Lease|Assignment|Act|Letter\s+of\s+Credit|Warrant|Plan|Order)\b(?!\s+was|,?\s+as\s+(?:so\s+)?amended)",
            text,
        )
        or cached.search(
            r"\b(?:countersigned|maturity|matur\w+|extended\s+to|terminat\w+|expir\w+|closing\s+date|period|ending|ended|paid\s+to|in\s+(?:compliance|default)|prior\s+to|until|through|after|before)\b",
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
        object_end = name_end(view, name)
        if FOREIGN.search(object_of_name(view, name)):
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
