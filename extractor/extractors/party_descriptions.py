"""What stands beside a party's name: roles, terms, form and place of organisation, former names, address."""

from typing import Any

import regex

from extractor.extractors.party_joins import LABEL
from extractor.extractors.partylist import Item
from extractor.extractors.roles import is_plural, roles_in, terms_in
from extractor.values import cached
from extractor.values.names import is_generic, is_person, tidy
from extractor.values.places import ADJECTIVE, PLACE, STATE_OF, ordinary
from extractor.values.sieve import Sieve

_ENTITY = regex.compile(
    r"(?:(?:(?:business|statutory|banking|close|public|private|joint|stock|registered|limited|general|special|professional|nonprofit|non-profit|not-for-profit"
    r"|unlimited|exempt(?:ed)?|international|benefit|specially|sole|real\s+estate\s+investment|state|chartered|savings|trust|federal|national|bank|insurance|mutual|cooperative|state-chartered|investment|foreign|domestic"
    r"|agricultural|reciprocal|development|finance|holding|liability|federally|chartered|industrial|credit|Massachusetts\s+business|purpose|securities|one-person|irrevocable|revocable|family|living|testamentary|grantor|series|foundation|nominee|realty|land|voting|delaware)[\s-]+){0,5}"
    r"(?:corporations?|compan(?:y|ies)|partnerships?|trusts?|associations?|banks?|societ(?:y|ies)|cooperatives?|union|institution|thrift|individuals?|GmbH|agency|branch|instrumentality|partner|proprietorship|venture)(?:\s+with\s+limited\s+liability)?)"
    r"|soci[eé]t[eé]\s+anonyme|soci[eé]t[eé]\s+[aà]\s+responsabilit[eé]\s+limit[eé]e|aktiengesellschaft|naamloze\s+vennootschap|besloten\s+vennootschap[\w\s]{0,50}?aansprakelijkheid",
    regex.I,
)
# What stands beside a name is asked for all that it may say.
_DESCRIPTIONS = Sieve()
_A_ENTITY = _DESCRIPTIONS.compile(
    rf"\b(?:an?|each\s+an?)\s+((?:{PLACE}|{ADJECTIVE})(?:\s+and\s+{PLACE})?\s*-?\s*)?(?:{PLACE}\s+)?((?:{_ENTITY.pattern}))(?!\s+(?:named|listed|from))",
    regex.I,
)
# A person of whom the text says so.
_NATURAL = regex.compile(r"\bindividually\b|\b(?:both|all|each\s+of\s+them)\s+individuals\b", regex.I)
# "as a Bank" and "a General Partner" say what a party does here, not what it is.
_ROLE_NOT_FORM = regex.compile(
    r"(?:\w+\s+)?banks?|(?:general\s+|limited\s+|managing\s+)?partners?|agency|branch|instrumentality|institution",
    regex.I,
)
# "a bank organized under the laws of England".
_ORGANISED = regex.compile(
    r"\s+(?:duly\s+)?(?:organi[sz]ed|incorporated|existing|formed|chartered|established|constituted)\b", regex.I
)
# A description that has not named the form yet.
_UNSAID = regex.compile(
    rf"\b(?:an?|each\s+an?)\s+(?:{PLACE}|{ADJECTIVE})$|\b(?:national|national\s+banking|banking|limited|limited\s+liability|chartered|savings|statutory|business)$",
    regex.I,
)
# Characters at its end in which it stands.
_LAST = 90
_CHARTERED = regex.compile(r"^federally[\s-]+chartered\s+")
_LAWS = _DESCRIPTIONS.compile(
    rf"\b(?:(?:duly\s+)?(?:organi[sz]ed|incorporated|existing|formed|established|constituted|chartered|registered|amalgamated|continued)\b[^;()\"]{{0,90}}?"
    rf"\b(?:laws?\s+of|under\s+the\s+[\w\s]{{0,30}}Acts?\s+(?:of|in)|in|of)\s+{STATE_OF}({PLACE})\b)"
    rf"|\b(?:corporation|company|partnership)\s+of\s+the\s+(?:State|Commonwealth|Province)\s+of\s+({PLACE})\b",
    regex.I,
)
_FORMER = _DESCRIPTIONS.compile(
    r"\b(?:formerly(?:,?\s+known\s+as(?:\s+and\s+doing\s+business\s+as)?,?|,|\s+doing\s+business\s+as|\s+named|\s+called)?|f/k/a|fka|F/K/A|previously(?:\s+known\s+as|\s+named)?|successor(?:[\s-]+(?:by|in|through)[\s-]+(?:\w+\s+){0,4}?(?:merger|interest|conversion|consolidation|name\s+change|operation\s+of\s+law)(?:\s+\w+)?)?"
    r"\s+(?:to|of|with)|(?:as\s+)?successor\s+to)(?:\s+(?-i:the))?\s+",
    regex.I,
)
# The name under which it signs as well as under its own.
_ALSO = _DESCRIPTIONS.compile(
    r"(?<!\bformerly\s{1,3})\b(?:(?:and\s+)?doing\s+business\s+as|d/?b/?a|trading\s+as|also\s+known\s+as|a/?k/?a)\s+(?:the\s+)?"
    r"((?-i:[A-Z0-9])[^,;()\"]{2,80}?(?:,\s+(?:Inc|Ltd|LLC|L\.L\.C|N\.A|L\.P)\b\.?)?)(?=\s*[,;()\"]|\s*$|\s+(?:an?|as|in)\s)",
    regex.I,
)
_ADDRESS = _DESCRIPTIONS.compile(
    r"\b(?:whose\s+(?:mailing\s+|business\s+)?address\s+is|having\s+(?:an|its|a)\s+(?:[\w\s]{0,40}?)(?:office|address|place\s+of\s+business)s?(?:\s+located)?\s+at|with\s+(?:an|its|a|offices)\s+(?:[\w\s]{0,40}?)(?:office|address|offices|place\s+of\s+business)?s?(?:\s+located)?\s*at"
    r"|located\s+at|residing\s+at)\s+",
    regex.I,
)
_OF_EACH = regex.compile(
    r"\b(?:each|both|any)\s+(?:an?|of\s+\w+\s+an?|individually)\s+\"|\bjointly\s+and\s+severally\b|\ball\s+(?:two|three|four|five|six|of)\b|\b(?:together|collectively)\s+with\s+[^\"()]{2,60},\s+(?:the\s+)?\"|\b(?:collectively|together|jointly),?\s+(?:and\s+[\w,\s]{0,30})?(?:(?:referred\s+to|called)\s+(?:herein\s+)?)?(?:as\s+)?(?:the\s+)?\"",
    regex.I,
)

# "as a Loan Party but not as a Borrower", "not as principal but solely as agent".
_NOT_AS = regex.compile(
    r"\s*(?:\b(?:but|and)\s+)?\bnot\s+as\s+(?:an?\s+|the\s+)?[\w\s-]*?(?=\s+(?:but|and)\b|[^\w\s-]|$)", regex.I
)


def describe(view: str, item: Item) -> dict[str, Any]:
    """What the places beside a party's name say of it."""
    data: dict[str, Any] = {
        "name": tidy(view[item.start : item.end]),
        "roles": [],
        "entity_type": None,
        "jurisdiction": None,
        "former_names": [],
        "aliases": [],
        "address": None,
        "defined_terms": [],
        "collective": [],
        "where": [list(span) for span in item.described],
    }
    free = ""
    before = ""
    for a, b in _brackets_apart(view, item.described):
        text = view[a:b]
        if LABEL.fullmatch(text):
            for term in terms_in(text):
                _add(data, term, collective=False)
            for role in roles_in(text):
                add_role(data, role)
        elif text.startswith(("(", "[")):
            for term in terms_in(text):
                collective = is_plural(term) or bool(_OF_EACH.search(text))
                if collective and set(roles_in(term)) & _roles_of_many(before):
                    # "acknowledged by the guarantors named below (each a "Guarantor")" says it of these.
                    continue
                _add(data, term, collective=collective)
            _facts(text[1:-1], data)
        else:
            # "a Delaware / limited partnership": the state may stand at a line's end.
            free += (" " if _UNSAID.search(free, max(0, len(free) - _LAST)) else ", ") + text
        before = "" if text.startswith(("(", "[")) else text
    if not free:
        return data
    if " not " in free:
        free = _NOT_AS.sub("", free)
    _facts(free, data)
    if data["entity_type"] is None and is_person(str(data["name"])) and _NATURAL.search(free):
        data["entity_type"] = "individual"
    if cached.search(r"\bindividually\b|\bfor\s+itself\s+and\s+as\b", free, regex.I):
        for role in roles_in(free):
            add_role(data, role)
    for capacity in cached.findall(
        r"(?:\bin\s+its\s+capacit(?:y|ies)\s+)?\bas\s+(?!defined|amended|successor|of\b|such\b|same\b|may\b|the\s+same)[^,;()]*(?:,?\s+and\s+(?:as\s+)?[^,;()]*"
        # "as Administrative Agent, Swingline Lender and Issuing Bank"
        r"|,\s+(?:as\s+)?(?:an?\s+|the\s+)?(?=(?-i:(?:[A-Z][\w/-]*\s+){0,3}(?:Agent|Lender|Bank|Issuer|Arranger|Bookrunner|Trustee))\b)[^,;()]*)*",
        free,
        regex.I,
    ):
        plural = bool(
            cached.search(
                r"\bcollectively\s+as\b|\b(?:co-?)?(?:\w+\s+)?(?:agents|arrangers|lenders|banks|borrowers|guarantors|issuers|book\s?runners)\b",
                capacity.split(" for ")[0],
                regex.I,
            )
        )
        for role in roles_in(capacity):
            add_role(data, role)
            if plural and role not in data["collective"]:
                data["collective"].append(role)
    return data


def _roles_of_many(text: str) -> set[str]:
    """The roles of those whom a description names as a class ("by the guarantors whose signatures appear below")."""
    many = cached.findall(
        r"\b(?:by|to|from|with)\s+(?:the|its|certain|each\s+of\s+the)\s+(\w+s)\b", text[-160:], regex.I
    )
    return {role for word in many for role in roles_in(word)}


def _brackets_apart(view: str, described: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The described places with each bracket on its own."""
    places = []
    for start, end in described:
        at = start
        for a, b in brackets(view, start, end):
            places += [(at, a), (a, b)]
            at = b
        places.append((at, end))
    return [(a, b) for a, b in places if view[a:b].strip(" ,;")]


def brackets(view: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, stack = [], []
    for found in cached.finditer(r"[()]", view, pos=start, endpos=end):
        if found.group() == "(":
            stack.append(found.start())
        elif stack:
            opened = stack.pop()
            if not stack:
                spans.append((opened, found.end()))
    return spans


def _add(data: dict[str, Any], term: str, collective: bool) -> None:
    if not cached.match(r"(?:this|amendment|agreement)", term, regex.I):
        data["defined_terms"].append(term)
    for role in roles_in(term):
        if collective:
            data["collective"].append(role)
        else:
            add_role(data, role)


def add_role(data: dict[str, Any], role: str) -> None:
    if role not in data["roles"]:
        data["roles"].append(role)


def _facts(text: str, data: dict[str, Any]) -> None:
    """Entity type, jurisdiction, former names and address out of a description."""
    former = _FORMER.search(text)
    own = text[: former.start()] if former else text
    after = text[former.end() :] if former else ""
    for piece in filter(None, (own, after)):
        found = next(
            (
                m
                for m in _A_ENTITY.finditer(piece)
                if m.group(1) or not _ROLE_NOT_FORM.fullmatch(m.group(2).strip()) or _ORGANISED.match(piece, m.end())
            ),
            None,
        )
        if found and data["entity_type"] is None:
            kind = _CHARTERED.sub("", " ".join(found.group(2).lower().split()))
            data["entity_type"] = kind.removesuffix("s") if kind.startswith("individuals") else kind
            if found.group(1) and data["jurisdiction"] is None:
                data["jurisdiction"] = ordinary(
                    cached.sub(r"\s+state[\s-]*$|[\s-]+$", "", found.group(1).strip(), flags=regex.I)
                )
        laws = _LAWS.search(piece)
        if laws and data["jurisdiction"] is None:
            data["jurisdiction"] = ordinary(laws.group(1) or laws.group(2))
    if after:
        data["former_names"] += former_names(after)
    data["aliases"] += [tidy(found.group(1)) for found in _ALSO.finditer(text)]
    address = _ADDRESS.search(text)
    if address and data["address"] is None:
        data["address"] = (
            " ".join(cached.split(r"\(|\bas\s+[a-z]|;", text[address.end() :])[0].split()).strip(" ,.") or None
        )


def former_names(text: str) -> list[str]:
    """The names that stand behind "formerly known as".

    >>> former_names("Kinark Corporation"), former_names("Bank One, NA (Main Office Columbus)")
    (['Kinark Corporation'], ['Bank One, NA (Main Office Columbus)'])
    """
    name = cached.split(
        r";|\s+\(\"|,\s+(?:on\s+the\s+(?:one|other)|whose|having)\b|\s+(?:as\s+(?:a|an|the|[A-Z])|in\s+its)\b|,\s*(?:an?|as|in|and\s+as|individually|its|the\s+successor)\s|\"",
        text,
    )[0]
    names = [
        tidy(n)
        for n in cached.split(
            r"\s+and\s+(?:formerly\s+(?:known\s+as\s+)?|as\s+)|,\s*(?:f/k/a|formerly)\s+(?:known\s+as\s+)?", name
        )
    ]
    return [n for n in names if len(n) > 2 and cached.search(r"[A-Z]", n) and not is_generic(n)]
