"""Names of instruments: "SECOND AMENDMENT AND WAIVER TO CREDIT AGREEMENT" -> what it does, its number, what it amends."""

from functools import lru_cache

import regex

from extractor.values import cached
from extractor.values.alternatives import by_letter
from extractor.values.ordinals import CARDINAL_PATTERN, ORDINAL_PATTERN, parse_ordinal

# What amends, and what is amended.
ACT = by_letter(
    r"Amendments?|Modifications?|Waivers?|Consents?|Forbearances?|Supplements?(?!al)|Extensions?|Joinders?|Restatements?|Accessions?|Reaffirmations?"
    r"|Addend(?:um|a)|Allonges?|Standstills?|Changes?\s+in\s+Terms|Supplemental(?=\s+(?:Indenture|Agreement|Deed|Letter)\b)|Amendatory|Amending(?=\s+(?:Agreement|Deed|Letter)\b)|Increase|Reinstatement|Ratification|Renewal|Assumption"
)
OBJECT = by_letter(
    r"Agreements?|Notes?|Indenture|Debenture|Facilit(?:y|ies)|Loan|Deed|Mortgage|Guarant(?:y|ee|ies)|Commitment|Letter|Bond|Documents?|Instrument|Contract|Undertaking|Trust|Lease|Plan|Line\s+of\s+Credit"
)
_ACT = regex.compile(rf"\b{ACT}\b", regex.I)
_OBJECT_PHRASE = regex.compile(
    # "MODIFICATION AGREEMENT (Loan Agreement and Note)" has it in brackets.
    rf"(?:\b(?:to|of|under|in|re|regarding|with\s+respect\s+to|and|,)\s+(?:the\s+|that\s+certain\s+|its\s+)?|(?<=\b{ACT}\s+Agreement\s+)\()((?:(?!\b{ACT}\b)[\w#&%.,'()/-]+\s+){{0,14}}?(?:(?!\b{ACT}\b)[\w-]+\s+)?{OBJECT}\b(?!\s+(?:purchase\s+|issuance\s+|(?:and|&)\s+(?:security|guarant\w+|pledge|reimbursement|term)\s+)?{OBJECT}\b)(?:\s+\((?!the|this|\")[^()]{{2,40}}\))?)",
    regex.I,
)
# What is amended may itself be called by what it did: "AMENDMENT TO FORBEARANCE AGREEMENT".
_OF_ACT = regex.compile(
    rf"(\b{ACT}(?:\s+(?:No|Number)\b\.?\s*\w+)?)\s+(?:to|of|under)\s+(?:the\s+)?((?:(?!and\b|agreement\b|note\b)\w+\s+){{0,3}}?(?:Forbearance|Standstill|Waiver|Consent|Extension)\s+(?:Agreement|Letter)\b)",
    regex.I,
)
_NUMBER = regex.compile(
    rf"\b{ACT}(?:\s+(?:and|&)\s+{ACT})?(?:\s+Agreement)?\s*,?\s*\(?((?:No|Nos|Number|Num|#|№)\b?\s?\.?\s*:?\s*(?:\d{{1,3}}\b|[lI]\b|[A-Z][a-z]+(?:-[A-Za-z]+)?\b|[IVX]{{1,5}}\b|{CARDINAL_PATTERN})|#\s?\d{{1,3}}|{CARDINAL_PATTERN}|\d{{1,2}}(?![\d/.,%]))",
    regex.I,
)
_ORDINAL = regex.compile(
    rf"({ORDINAL_PATTERN})\s+(?:(?!to\b|of\b|amended\b|day\b|restated\b|dated\b|an?\b|the\b|(?:lien|priority|quarter|half)\b|\d{{1,4}}\b)[\w'()/-]+,?\s+){{0,4}}?{ACT}\b(?!\s+and\s+Restated)",
    regex.I,
)
_KINDS = (
    (
        "amendment",
        r"\b(?:amendments?|modifications?|change\s+in\s+terms|amendatory|amending|addend(?:um|a)|allonges?)\b",
    ),
    ("waiver", r"\bwaivers?\b"),
    ("consent", r"\bconsents?\b"),
    ("forbearance", r"\b(?:forbearances?|standstill)\b"),
    ("restatement", r"\brestatements?\b"),
    (
        "supplement",
        r"\b(?:supplement(?:s|al)?|joinders?|accessions?|increase|additional\s+(?:borrower|guarantor|lender))\b",
    ),
    ("extension", r"\b(?:extensions?|renewals?)\b"),
)
_KIND_PATTERNS = tuple((kind, regex.compile(pattern, regex.I)) for kind, pattern in _KINDS)
# "Amended and Restated", "Restated and Amended", "Restated".
_RESTATED = regex.compile(r"\b(?:amended\s+(?:and|&)\s+)?restated\b", regex.I)
_RESTATED_FIRST = regex.compile(rf"(?:(?:{ORDINAL_PATTERN})\s+)?{_RESTATED.pattern}", regex.I)
# A note that takes another's place, under whatever conditions.
_REPLACES = regex.compile(
    rf"\W*(?:(?:{ORDINAL_PATTERN})\s+)?(?:replacement|substituted?|restated)\s+(?:[\w-]+\s+){{0,4}}?notes?\b", regex.I
)
_ORIGINAL = regex.compile(
    r"\b(?:credit|loan|note|notes|facilit(?:y|ies)|financing|line\s+of\s+credit|borrowing|debenture|indenture|reimbursement|receivables)\b",
    regex.I,
)


def kinds_of(title: str) -> list[str]:
    """What an instrument of that title does; empty where the title does not say.

    >>> kinds_of("WAIVER AND SECOND AMENDMENT TO CREDIT AGREEMENT")
    ['amendment', 'waiver']
    >>> kinds_of("FIRST AMENDMENT TO THIRD AMENDED AND RESTATED CREDIT AGREEMENT"), kinds_of("AMENDED AND RESTATED CREDIT AGREEMENT")
    (['amendment'], ['restatement'])
    >>> kinds_of("SECOND AMENDED AND RESTATED FORBEARANCE AGREEMENT")
    ['forbearance', 'restatement']
    >>> kinds_of("FIRST AMENDMENT TO CREDIT AGREEMENT (REVOLVING FACILITY) AND GUARANTOR CONSENT"), kinds_of("REVOLVING CREDIT AGREEMENT")
    (['amendment', 'consent'], ['agreement'])
    """
    title = _OF_ACT.sub(r"\1", " ".join(title.split()))
    rest = _OBJECT_PHRASE.sub(lambda m: "; " if _follows_act(title, m) else m.group(), title)
    kinds = [kind for kind, pattern in _KIND_PATTERNS if pattern.search(rest)]
    if not kinds or kinds == ["restatement"]:
        if _RESTATED.search(rest) or kinds or _REPLACES.match(rest):
            return ["restatement"]
        return ["agreement"] if _ORIGINAL.search(title) else []
    if "amendment" not in kinds and _RESTATED_FIRST.match(rest):
        kinds.append("restatement")
    return kinds


def _follows_act(title: str, found: regex.Match[str]) -> bool:
    """Whether the agreement named here is what the act before it amends; "Loan and Security Agreement" alone is the title."""
    return bool(_ACT.search(title, 0, found.start() + 1))


def object_of(title: str) -> str | None:
    """What an instrument of that title amends.

    >>> object_of("AMENDMENT NO. 6 TO LOAN AGREEMENT AND PROMISSORY NOTE")
    'LOAN AGREEMENT'
    >>> object_of("First Amendment to Loan and Security Agreement")
    'Loan and Security Agreement'
    >>> object_of("SIXTH AMENDMENT") is None
    True
    """
    title = " ".join(title.split())
    if of_act := _OF_ACT.search(title):
        return of_act.group(2)
    for found in _OBJECT_PHRASE.finditer(title):
        if _follows_act(title, found):
            return found.group(1)
    return None


@lru_cache(maxsize=4096)
def number_of(title: str) -> int | None:
    r"""The number that a title gives its instrument.

    >>> [number_of(t) for t in ("Amendment No. 6", "TWENTY-FIRST AMENDMENT TO", "AMENDMENT #1 TO THE", "AMENDMENT FIVE TO", "Limited Waiver and Ninth Amendment")]
    [6, 21, 1, 5, 9]
    >>> [number_of(t) for t in ("AMENDMENT TO SECOND AMENDED AND RESTATED LOAN AGREEMENT", "Amendment 2005", "Sixth Supplement and Amendment No. 4")]
    [None, None, 4]
    """
    title = " ".join(title.split())
    for pattern in (_NUMBER, _ORDINAL):
        for found in pattern.finditer(title):
            # Typists of old machines wrote the figure one as a small L.
            number = parse_ordinal(cached.sub(r"(?<=\W)l$", "1", found.group(1).strip(" :.")))
            if number is not None and 0 < number < 200:
                return number
    return None
