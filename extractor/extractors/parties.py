"""Parties named in the opening, with what the opening says of each."""

from typing import Any

import regex

from extractor.extractors.partylist import LABEL, Item, read_list
from extractor.extractors.roles import is_plural, roles_in, terms_in
from extractor.nlp.mention import Mention, Parts
from extractor.values import cached
from extractor.values.names import is_generic, is_person, tidy
from extractor.values.places import ADJECTIVE, PLACE, STATE_OF, ordinary
from extractor.values.sieve import Sieve
from extractor.values.spelling import stands_alone

_AMONG = regex.compile(
    r"\b(?:by\s+and\s+(?:among|between)|among|amongst|between|B\sE\sT\sW\sE\sE\sN|A\sM\sO\sN\sG)\b(?:\s+the\s+following(?:\s+parties)?)?\s*:?",
    regex.I,
)
_NOTE = regex.compile(
    r"(?:\bFOR\s+VALUE\s+RECEIVED\b[\s,]*)?(?:the\s+undersigned[\s,]+)?(?P<maker>[^\n].{3,500}?)[\s,]+(?:hereby\s+)?(?:(?:jointly\s+and\s+severally|unconditionally|absolutely|and)[\s,]+)*promises?\s+to\s+pay\s+(?:in\s+full\s+)?to\s+(?:the\s+order\s+of\s+)?(?P<payee>.{3,400}?)(?=,?\s+(?:the\s+(?:lesser|principal|sum|aggregate|amount|unpaid)|at\s|in\s+lawful|on\s|or\s+(?:its\s+)?(?:registered|assigns|order|permitted)|without))",
    regex.I | regex.S,
)
_VALUE_RECEIVED = regex.compile(r"[^.;]{0,200}?\bFOR\s+VALUE\s+RECEIVED\b|\W*I\s+promise\b", regex.I)
# "A, B and C are collectively referred to herein as "Borrowers"."
_CALLED = regex.compile(
    r"(?<=[.;)]\s{1,4})([A-Z][^.()\"]{3,300}?)\s+(?:are|is|may\s+be)\s+(?:(?:hereinafter|herein|sometimes|each|individually|collectively|jointly|also)[\s,]+)*(?:referred\s+to|called)\b[^\".]{0,80}\"([^\"]{3,40})\""
)
# "the Holdco Guarantor (as defined below)" is a term, not a name.
_DEFINED_ELSEWHERE = regex.compile(r"^\(\s*(?:each\s+)?as\s+(?:hereinafter\s+|such\s+term\s+is\s+)?defined\b")
_SUBJECT = regex.compile(
    r"(?:^|WHEREAS,?|\n[ \t]*\(?[A-Z\d]{1,2}[.)])\s*([A-Z][^;\n]{5,600}?)\s+(?:have\s+|has\s+|had\s+|previously\s+|heretofore\s+)*(?:entered\s+into|executed|(?:are|were)\s+parties\s+to)\b",
    regex.M,
)
_BY = regex.compile(
    r"\b(?:(?:made|entered\s+into|executed|given|delivered|granted)(?:\s+and\s+\w+)*(?:(?!\bby\b)[^;]){0,160}?\s)by\s*:?\s+(?=[\"A-Z])",
    regex.S,
)
_AMENDS = regex.compile(
    r"\b(?:and|which|that)\s+(?:(?:hereby|further|also|shall)\s+)*(?:amends?|modif(?:y|ies)|supplements?|relates\s+to)\s+(?:the|that|a|an)\b",
    regex.I,
)
_HEADED = regex.compile(
    r"^[ \t]*(?:THE[ \t]+)?PARTIES[ \t]*:?[ \t]*$|^[ \t]*(?:[Tt]he[ \t]+)?[Uu]ndersigned[ \t]*:(?=\s+\(?1[.)])", regex.M
)
_ENTITY = regex.compile(
    r"(?:(?:(?:business|statutory|banking|close|public|private|joint|stock|registered|limited|general|special|professional|nonprofit|non-profit|not-for-profit"
    r"|unlimited|exempted?|real\s+estate\s+investment|state|chartered|savings|trust|federal|national|bank|insurance|mutual|cooperative|state-chartered|investment|foreign|domestic"
    r"|agricultural|reciprocal|development|finance|holding|liability|federally|chartered|industrial|credit|Massachusetts\s+business|purpose|securities|one-person|irrevocable|revocable|family|living|testamentary|grantor|series|foundation)[\s-]+){0,5}"
    r"(?:corporations?|compan(?:y|ies)|partnerships?|trusts?|associations?|banks?|societ(?:y|ies)|cooperatives?|union|institution|thrift|individuals?|GmbH|agency|branch|instrumentality|partner)(?:\s+with\s+limited\s+liability)?)"
    r"|societ[eé]\s+anonyme|soci[eé]t[eé]\s+[aà]\s+responsabilit[eé]\s+limit[eé]e|aktiengesellschaft|naamloze\s+vennootschap|besloten\s+vennootschap[\w\s]{0,50}?aansprakelijkheid",
    regex.I,
)
# What stands beside a name is asked for all that it may say.
_DESCRIPTIONS = Sieve()
_A_ENTITY = _DESCRIPTIONS.compile(
    rf"\b(?:an?|each\s+an?)\s+((?:{PLACE}|{ADJECTIVE})(?:\s+state(?=[\s-]+chartered))?(?:\s+and\s+{PLACE})?\s*-?\s*)?(?:{PLACE}\s+)?((?:{_ENTITY.pattern}))(?!\s+(?:named|listed|from))",
    regex.I,
)
# A person of whom the text says so.
_NATURAL = regex.compile(r"\bindividually\b|\b(?:both|all|each\s+of\s+them)\s+individuals\b", regex.I)
# "as a Bank" and "a General Partner" say what a party does here, not what it is.
_ROLE_NOT_FORM = regex.compile(
    r"(?:\w+\s+)?banks?|(?:general\s+|limited\s+|managing\s+)?partners?|agency|branch|instrumentality|institution",
    regex.I,
)
_CHARTERED = regex.compile(r"^federally[\s-]+chartered\s+")
_LAWS = _DESCRIPTIONS.compile(
    rf"\b(?:(?:duly\s+)?(?:organi[sz]ed|incorporated|existing|formed|established|constituted|chartered|registered)\b[^;()\"]{{0,90}}?"
    rf"\b(?:laws?\s+of|under\s+the\s+[\w\s]{{0,30}}Acts?\s+(?:of|in)|in|of)\s+{STATE_OF}({PLACE})\b)",
    regex.I,
)
_FORMER = _DESCRIPTIONS.compile(
    r"\b(?:formerly(?:,?\s+known\s+as(?:\s+and\s+doing\s+business\s+as)?,?|,|\s+doing\s+business\s+as|\s+named|\s+called)?|f/k/a|fka|F/K/A|previously(?:\s+known\s+as|\s+named)?|successor(?:[\s-]+(?:by|in|through)[\s-]+(?:\w+\s+){0,4}?(?:merger|interest|conversion|consolidation|name\s+change|operation\s+of\s+law)(?:\s+\w+)?)?"
    r"\s+(?:to|of|with)|(?:as\s+)?successor\s+to)(?:\s+(?-i:the))?\s+",
    regex.I,
)
_ADDRESS = _DESCRIPTIONS.compile(
    r"\b(?:whose\s+(?:mailing\s+|business\s+)?address\s+is|having\s+(?:an|its|a)\s+(?:[\w\s]{0,40}?)(?:office|address|place\s+of\s+business)s?(?:\s+located)?\s+at|with\s+(?:an|its|a|offices)\s+(?:[\w\s]{0,40}?)(?:office|address|offices|place\s+of\s+business)?s?(?:\s+located)?\s*at"
    r"|located\s+at|residing\s+at)\s+",
    regex.I,
)


def find(parts: Parts) -> list[Mention]:
    """The parties of the opening, label ``party``."""
    start, end = parts.span("opening")
    begin = list_start(parts.view, start, end)
    if begin is not None and not _AMONG.search(parts.view, start, begin) and (form := _of_form(parts)):
        # "NOTE: ... made by Makers": the form's labels say who these are.
        return form
    if begin is None:
        return _of_form(parts) or _of_note(parts.view, start, min(end + 1500, len(parts.view)))
    if _VALUE_RECEIVED.match(parts.view, start) and (note := _of_note(parts.view, start, begin)):
        # What stands between others further down are the documents that secure the note.
        return note
    found = _listed(parts.view, begin, end)
    terms = [t for m in found for t in m.data["defined_terms"]]
    for said in _CALLED.finditer(parts.view, begin, min(len(parts.view), end + 400)):
        for mention in found:
            if any(_speaks_of(said.group(1), t, terms) for t in mention.data["defined_terms"]):
                for role in roles_in(said.group(2)):
                    _role(mention.data, role)
    if not any(m.label == "party" for m in found):
        # "by and between Company and Holder (each as defined below)": the recital says who they are.
        subject = _SUBJECT.search(parts.view, end, min(len(parts.view), end + 1500))
        found += [m for m in _listed(parts.view, *subject.span(1)) if m.data["defined_terms"]] if subject else []
    return found


def _listed(view: str, start: int, end: int) -> list[Mention]:
    items = read_list(view, start, end)
    described = [describe(view, item) for item in items]
    _share(view, items, described)
    _one_of_the_others(view, items, described)
    found = []
    for item, data in zip(items, described, strict=True):
        if not item.named:
            for role in roles_in(cached.sub(r"^\s*each\s+of\s+", "", view[item.start : item.end], flags=regex.I)):
                _role(data, role)
            found.append(Mention(item.start, item.end, "party_class", "party.opening", data))
        elif not is_generic(str(data["name"])) and not _DEFINED_ELSEWHERE.search(
            " ".join(view[a:b] for a, b in item.described[:1])
        ):
            found.append(Mention(item.start, item.end, "party", "party.opening", data))
    return found


_OTHER = regex.compile(r"(?:and\s+)?the\s+other\b", regex.I)
_OWED_FIRST = {"borrower", "the borrower", "company", "the company"}


def _one_of_the_others(view: str, items: list[Item], described: list[dict[str, Any]]) -> None:
    """Who stands before "the other Guarantors" is one of them, unless its own term or capacity says what it is."""
    for before, data, item in zip(items, described, items[1:], strict=False):
        text = view[item.start : item.end]
        if item.named or not before.named or data["roles"] or not _OTHER.match(text):
            continue
        if not {term.lower() for term in data["defined_terms"]} & _OWED_FIRST:
            for role in roles_in(text):
                _role(data, role)


def _of_note(view: str, start: int, end: int) -> list[Mention]:
    """Maker and payee of a promissory note."""
    found = _NOTE.search(view, start, end)
    if not found:
        return []
    mentions = []
    for group, role in (("maker", "borrower"), ("payee", "lender")):
        for item in read_list(view, *found.span(group)):
            if item.named:
                data = describe(view, item)
                data["roles"] = [role, *(r for r in data["roles"] if r not in (role, "lender", "borrower"))]
                data.pop("collective")
                mentions.append(Mention(item.start, item.end, "party", "party.note", data))
    return mentions


# "BORROWER:   Acme Inc., an Ohio corporation" above or in place of an opening; two labels may stand side by side.
_FORM_LABEL = r"(?:co-?)?(?:borrower|maker|lender|holder|payee|bank|guarantor|agent|debtor)s?(?:\(s\))?[ \t]*:"
_FORM = regex.compile(
    rf"(?:^|(?<=[ \t]{{3}}))[ \t]*(?P<label>{_FORM_LABEL})[ \t]*(?:\n[ \t]*)?(?=[A-Z])(?P<names>(?:(?![ \t]{{3,}}{_FORM_LABEL})[^\n])*"
    r"(?:(?:(?<=,|\band|&|\bof)[ \t]*\n|\n(?=[ \t]*(?:(?-i:[a-z])|and\b|&)))(?!\s*[\w ]{3,60}:\s)[ \t]*\S[^\n]*){0,6})",
    regex.I | regex.M,
)


def _of_form(parts: Parts) -> list[Mention]:
    """Parties that labels name; only where the labels give both who owes and who lends."""
    found: list[Mention] = []
    limit = min(5000, parts.span("signatures")[0] or len(parts.view))
    for label in _FORM.finditer(parts.view, 0, limit):
        for item in read_list(parts.view, *label.span("names")):
            data = describe(parts.view, item)
            if not item.named or is_generic(str(data["name"])):
                continue
            data.pop("collective")
            for role in roles_in(label["label"]):
                _role(data, role)
            found.append(Mention(item.start, item.end, "party", "party.form", data))
    roles = {role for m in found for role in m.data["roles"]}
    return found if "borrower" in roles and len(roles) > 1 else []


def list_start(view: str, start: int, end: int) -> int | None:
    """Offset behind "by and among" and the like, outside brackets; None where the opening lists no parties."""
    shut = _brackets(view, start, end)
    if (by := _BY.search(view, start, end)) and (amended := _AMENDS.search(view, by.end(), end)):
        # "is entered into by A and B and amends the Agreement among A, B and C": what is amended had more parties.
        end = amended.start() if _AMONG.search(view, amended.end(), end) else end
    for pattern in (_AMONG, _BY, _HEADED):
        for found in pattern.finditer(view, start, end):
            if not any(a < found.end() <= b for a, b in shut):
                return found.end()
    return None


def _brackets(view: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, stack = [], []
    for found in cached.finditer(r"[()]", view, pos=start, endpos=end):
        if found.group() == "(":
            stack.append(found.start())
        elif stack:
            opened = stack.pop()
            if not stack:
                spans.append((opened, found.end()))
    return spans


_OF_EACH = regex.compile(
    r"\b(?:each|both|any)\s+(?:an?|of\s+\w+\s+an?|individually)\s+\"|\bjointly\s+and\s+severally\b|\ball\s+(?:two|three|four|five|six|of)\b|\btogether\s+with\s+[^\"()]{2,60},\s+(?:the\s+)?\"|\bcollectively,?\s+(?:and\s+[\w,\s]{0,30})?(?:(?:referred\s+to|called)\s+(?:herein\s+)?(?:as\s+)?)?(?:the\s+)?\"",
    regex.I,
)


def describe(view: str, item: Item) -> dict[str, Any]:
    """What the places beside a party's name say of it."""
    data: dict[str, Any] = {
        "name": tidy(view[item.start : item.end]),
        "roles": [],
        "entity_type": None,
        "jurisdiction": None,
        "former_names": [],
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
                _role(data, role)
        elif text.startswith(("(", "[")):
            for term in terms_in(text):
                collective = is_plural(term) or bool(_OF_EACH.search(text))
                if collective and set(roles_in(term)) & _roles_of_many(before):
                    # "acknowledged by the guarantors named below (each a "Guarantor")" says it of these.
                    continue
                _add(data, term, collective=collective)
            _facts(text[1:-1], data)
        else:
            free += ", " + text
        before = "" if text.startswith(("(", "[")) else text
    _facts(free, data)
    if data["entity_type"] is None and is_person(str(data["name"])) and _NATURAL.search(free):
        data["entity_type"] = "individual"
    if cached.search(r"\bindividually\b", free, regex.I):
        for role in roles_in(free):
            _role(data, role)
    for capacity in cached.findall(
        r"(?:\bin\s+its\s+capacit(?:y|ies)\s+)?\bas\s+(?!defined|amended|successor|of\b|such\b|same\b|may\b|the\s+same)[^,;()]*(?:,?\s+and\s+(?:as\s+)?[^,;()]*)*",
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
            _role(data, role)
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
        for a, b in _brackets(view, start, end):
            places += [(at, a), (a, b)]
            at = b
        places.append((at, end))
    return [(a, b) for a, b in places if view[a:b].strip(" ,;")]


def _add(data: dict[str, Any], term: str, collective: bool) -> None:
    if not cached.match(r"(?:this|amendment|agreement)", term, regex.I):
        data["defined_terms"].append(term)
    for role in roles_in(term):
        if collective:
            data["collective"].append(role)
        else:
            _role(data, role)


def _role(data: dict[str, Any], role: str) -> None:
    if role not in data["roles"]:
        data["roles"].append(role)


def _facts(text: str, data: dict[str, Any]) -> None:
    """Entity type, jurisdiction, former names and address out of a description."""
    former = _FORMER.search(text)
    own = text[: former.start()] if former else text
    after = text[former.end() :] if former else ""
    for piece in filter(None, (own, after)):
        found = next(
            (m for m in _A_ENTITY.finditer(piece) if m.group(1) or not _ROLE_NOT_FORM.fullmatch(m.group(2).strip())),
            None,
        )
        if found and data["entity_type"] is None:
            kind = _CHARTERED.sub("", " ".join(found.group(2).lower().split()))
            data["entity_type"] = kind.removesuffix("s") if kind.startswith("individuals") else kind
            if found.group(1) and data["jurisdiction"] is None:
                data["jurisdiction"] = ordinary(
                    cached.sub(r"\s+state\s*$|[\s-]+$", "", found.group(1).strip(), flags=regex.I)
                )
        laws = _LAWS.search(piece)
        if laws and data["jurisdiction"] is None:
            data["jurisdiction"] = ordinary(laws.group(1))
    if after:
        data["former_names"] += former_names(after)
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


def _speaks_of(said: str, term: str, terms: list[str]) -> bool:
    """Whether the words name a party by its term, and not another by a longer one ("Acme" in "Acme Holding")."""
    for longer in terms:
        if len(longer) > len(term) and term in longer:
            said = said.replace(longer, " ")
    return any(
        said[at - 1 : at] != '"' and said[at + len(term) : at + len(term) + 1] != '"' for at in stands_alone(term, said)
    )


# Terms that say what a party is, so that a plural term behind the next party is not its own as well.
_OWN_KIND = {"company", "parent", "holdings", "corporation", "the company", "reit", "servicer", "issuer"}


# "(all four, jointly and severally, "Borrower")".
_NUMBERED = regex.compile(r"\b(?:all|both|(?:these|those)\s+\w+)\b", regex.I)


def _share(view: str, items: list[Item], described: list[dict[str, Any]]) -> None:
    """A plural term behind the last of several parties is the term of each before it that has none of its own."""
    for i, (item, data) in enumerate(zip(items, described, strict=True)):
        # "A, B and the other banks (the "Lenders")" makes A and B lenders; "the banks (the "Lenders")" does not.
        alone = not item.named and not cached.match(
            r"(?:each\s+of\s+)?(?:the\s+)?other\b", view[item.start : item.end], regex.I
        )
        # Where brackets define terms, names are spoken of there, not in what the party was called before.
        brackets = [view[a:b] for a, b in item.described if view[a] in "(["]
        said = " ".join(brackets or [view[a:b] for a, b in item.described])
        collective = data.pop("collective")
        terms = [t for d in described for t in d["defined_terms"]]
        # "(A, B and C, each a "Borrower")" names those whose term it is.
        spoken = [
            before
            for before in described[:i]
            if collective and any(_speaks_of(said, t, terms) for t in before["defined_terms"] if not roles_in(t))
        ]
        for before in spoken:
            for role in collective:
                _role(before, role)
        own = [list(d["roles"]) for d in described]
        for role in collective:
            _role(data, role)
            nameless = all(roles_in(t) for t in data["defined_terms"]) and not _NUMBERED.search(said)
            for j in range(i - 1, -1 if not alone else i - 1, -1):
                before = described[j]
                if not items[j].named or (own[j] and role not in own[j]):
                    break
                if spoken and before["defined_terms"] and before not in spoken:
                    # Named are those that it is said of; who has a term of his own and is not named is none of them.
                    break
                if any(t.lower() in _OWN_KIND and t.lower() not in said.lower() for t in before["defined_terms"]):
                    break
                if nameless and j < i - 1 and any(not roles_in(t) for t in before["defined_terms"]):
                    # "A (the "Sponsor"), B and C (the "Banks")": a term of one's own among those that have none.
                    break
                _role(before, role)
