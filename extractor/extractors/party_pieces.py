"""Cuts the words that list an instrument's parties into pieces: at commas, semicolons, "and" and brackets."""

import re

import regex

from extractor.values import cached
from extractor.values.names import ends_name, is_organisation, is_person
from extractor.values.places import FORM_IN_BRACKETS, PLACE, REGION

# What ends one party's side of an "and": "between you and Acme", "on behalf of itself and its affiliates and Acme".
_OWN_SIDE = regex.compile(
    r"^(?:you|I|me|us|(?:the\s+)?undersigned)$|\b(?:itself|affiliates|subsidiaries|successors|assigns|divisions)$",
    regex.I,
)
_SPLIT = regex.compile(r"[;,]|\s(?:and|AND|And|or|among|between|to|with|in\s+favor\s+of)\s|\n[ \t]*\n|[()\[\]\"]")
# "each of the Lenders party hereto", "the other lending institutions": parties that are named elsewhere.
CLASS = re.compile(
    r"^(?i:each\s+(?:of\s+)?|all\s+(?:of\s+)?|any\s+|certain\s+(?:of\s+)?)?(?i:the\s+|certain\s+|several\s+|various\s+|other\s+|such\s+|those\s+|undersigned\s+|respective\s+){0,4}"
    r"(?:[\w-]+(?:['’]s?)?,?\s+(?:and\s+|or\s+)?){0,4}?(?:lenders?|banks|LENDERS?|BANKS|Lenders?|Banks|[Ii]nstitutions?|INSTITUTIONS?|[Gg]uarantors|GUARANTORS|[Ss]ubsidiaries|SUBSIDIARIES|[Pp]arties|PARTIES|[Pp]ersons|PERSONS|[Ee]ntities|ENTITIES|[Hh]olders|HOLDERS"
    r"|[Pp]urchasers|PURCHASERS|[Bb]orrowers|BORROWERS|[Uu]ndersigned|[Aa]ffiliates|AFFILIATES|[Cc]ompanies|COMPANIES|[Ii]nvestors|[Aa]gents|AGENTS|[Pp]roviders|(?:[Ii]nvestor|[Gg]uarantor|GUARANTOR|[Hh]older|[Pp]urchaser|[Ll]ender|[Ss]ubscriber|[Pp]arty)(?=\s+(?:signatory|named|whose|listed|identified|party)))\b(?!\s*,?\s*(?:Inc|INC|L\.?L\.?C|L\.?P|Ltd|LTD|N\.?A|Corp|CORP|(?i:P\.?L\.?C|Limited)\b))"
)
POSTCODE = r"(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2})"
POSTED = regex.compile(rf"\b{POSTCODE}$")
_TRAILING_AND = regex.compile(
    r"^(?:Trust|Savings|Loan|Sons|Company|Co\b|Casualty|Gas|Light|Electric|Associates|Insurance|Surety|Indemnity|Brothers|Partners|Restated)",
    regex.I,
)
# Who comes to a contract of others: "and joined in by John Roe and Jane Roe".
JOINED = r"(?:(?:is|are)\s+)?joined\s+(?:in\s+|herein\s+)?by\b"
_JOINED = regex.compile(JOINED + r"\s*", regex.I)
# What belongs to a firm's name in brackets, and such brackets at its end.
_BELONGS = regex.compile(rf"\s*(?:(?i:{REGION}|{PLACE})|{FORM_IN_BRACKETS})\s*")
_BELONGS_BEHIND = regex.compile(rf"\s*\({_BELONGS.pattern}\)$")
# What stands before an "and" that ends one party's capacity, and a company's name with its form behind it.
_IN_CAPACITY = regex.compile(r"\bas\s+(?:[\w-]+\s+){0,4}(?:agent|lender|bank|borrower|guarantor|trustee|issuer|arranger)$", regex.I)
_COMPANY = regex.compile(
    r"[A-Z][\w&'’.-]*(?:\s+[\w&'’.-]+){0,6}?,?\s+(?:Inc|INC|L\.?L\.?C|L\.?P|Ltd|LTD|Limited|LIMITED|Corp|CORP|Corporation|CORPORATION|N\.A|NATIONAL\s+ASS|National\s+Ass)\b"
)
_ENUMERATED = regex.compile(r"\s*\(?\w{1,3}[.)]\s")
_FIRST_CLAUSE = regex.compile(r"(?<=\)|\w{4})\.[^\S\n]*+\n\s*+(?=\d{1,2}\.(?:\d|\s+[A-Z]))")


def without_brackets(text: str) -> str:
    """A name without what it has in brackets at its end.

    >>> without_brackets("Acme Tools, Ltd. (Bermuda)"), without_brackets("Acme Tools, Ltd. (Seller)")
    ('Acme Tools, Ltd.', 'Acme Tools, Ltd. (Seller)')
    """
    return _BELONGS_BEHIND.sub("", text) if text.endswith(")") else text


def sentence_end(view: str, start: int, end: int) -> int:
    """Where the sentence ends that lists the parties."""
    depth = 0
    # Where the parties themselves are not numbered, a number behind a whole sentence is that of the first clause.
    clause = _FIRST_CLAUSE.search(view, start, end)
    if clause and not _ENUMERATED.match(view, start):
        end = clause.start()
    for found in cached.finditer(
        r"[(\[]|[)\]]|\.(?<![\s.][A-Z]\.)(?<!\b(?i:Inc|Corp|Ltd|Co|No|St|Ste|Ft|Mt|Mr|Mrs|Ms|Dr|Bros|L\.P|N\.A|S\.A|U\.S|MD)\.)(?<!(?:\n|(?i:\b(?:between|among|and)))\s{0,20}\d\.)\s+(?=[\"(]?[A-Z])|\b(?:and\s+)?(?:amends|modifies|supplements|relates\s+to|is\s+made|is\s+entered|is\s+dated|TABLE\s+OF\s+CONTENTS|under\s+that\s+certain|refers?\s+to\s+(?:the|that|a|an)\b|pursuant\s+to(?!\s+the\s+(?:terms|provisions)\b)|hereby\s+agrees?|WITNESSETH|with\s+(?:reference|respect)\s+to)\b|\n[ \t]*(?:Dear\s+[A-Z]|(?:Ladies\s+and\s+)?Gentlemen\b)",
        view,
        pos=start,
        endpos=end,
    ):
        mark = found.group()[0]
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            return found.start()
    return end


def pieces_of(view: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The text cut at commas, semicolons, "and" and brackets of the first level: (separator before, start, end)."""
    pieces: list[tuple[str, int, int]] = []
    at, before, position = start, ",", start
    while found := _SPLIT.search(view, position, end):
        mark = found.group().strip()
        position = found.end()
        if mark in {"(", "["}:
            close = _closing(view, found.start(), end)
            if close is None:
                continue
            inside = view[found.start() + 1 : close - 1]
            # An enumerator, or a bracket inside a name such as "Phoenix (MD.) Realty" or "Varco (U.K.) Limited".
            if cached.fullmatch(r"\s*(?:[ivxIVX]{1,5}|[a-zA-Z]|\d{1,2})\s*", inside):
                if view[at : found.start()].strip():
                    pieces.append((before, at, found.start()))
                at, before, position = close, ",", close
                continue
            if _inside_name(view, at, found.start(), inside, close, end):
                position = close
                continue
            pieces.append((before, at, found.start()))
            pieces.append(("(", found.start(), close))
            at, before, position = close, "(", close
        elif mark in {")", "]", '"'}:
            continue
        elif mark in {"", ",", ";"} or _splits(view, at, found.start(), found.end(), end, mark):
            pieces.append((before, at, found.start()))
            at, before = found.end(), mark or "\n"
            if mark not in {",", ";"}:
                position = found.end() - 1
                at = position
    pieces.append((before, at, end))
    return pieces


def _inside_name(view: str, at: int, bracket: int, inside: str, close: int, end: int) -> bool:
    left = view[at:bracket].strip()
    right = view[close : min(end, close + 60)]
    if cached.fullmatch(r"\s*national\s+(?:banking\s+)?association\s*", inside, regex.I) and is_organisation(left):
        return True
    if len(inside) < 30 and '"' not in inside and is_organisation(left) and _BELONGS.fullmatch(inside):
        return True
    return (
        len(inside) <= 24
        and '"' not in inside
        and bool(left)
        and bool(cached.match(r"[A-Z]", left))
        and bool(
            cached.match(
                r"\s*,?\s+(?:[A-Z][\w&.]*\s*,?\s+){0,4}?(?:Inc|INC|L\.?L\.?C|Ltd|LTD|Limited|LIMITED|Corp|CORP|Corporation|CORPORATION|Incorporated|INCORPORATED|Company|COMPANY|Realty|Holdings|HOLDINGS|plc|PLC|L\.?P|Trust|Bank|BANK|Gmbh)\b|\s*,?\s+S\.\s?\p{L}",
                right,
            )
        )
    )


def _splits(view: str, at: int, left_end: int, right_start: int, end: int, mark: str) -> bool:
    """Whether an "and" stands between two parties and not within one's name."""
    left = _JOINED.sub("", without_brackets(view[at:left_end].strip()))
    right = view[right_start : min(end, right_start + 80)].lstrip()
    if not left or (POSTED.search(left) and cached.match(r"[A-Z]", right)):
        return True
    if mark.lower() == "and" and _OWN_SIDE.search(left) and cached.match(r"[A-Z]", right):
        return True
    if mark.lower() in {"among", "between", "to", "with"} or mark.lower().startswith("in"):
        return ends_name(left) and mark.lower() in {"with"} and bool(cached.match(r"[A-Z]", right))
    if _TRAILING_AND.match(right) and not cached.match(r"(?:Trust|Company)\s+[A-Z]\w+\s+[A-Z]", right):
        return False
    if ends_name(left) or (CLASS.match(left) and cached.match(r"[A-Z]", right)):
        return True
    if cached.match(r"(?:the|THE|each|certain|any|all|other)\s", right):
        return True
    if _IN_CAPACITY.search(left) and _COMPANY.match(right):
        # "HARBOR BANK, N.A., as Administrative Agent and ACME LOGISTICS, LLC"
        return True
    right_name = cached.split(r"[,;(]|\sand\s", right, maxsplit=1)[0]
    return (is_person(left) and is_person(right_name)) or (
        bool(cached.search(r"\b(?:\w*Bank|\w*BANK|(?i:Banque|Banco|Banca|Caisse|Kasse))\b", left))
        and is_organisation(right_name)
    )


def _closing(view: str, start: int, end: int) -> int | None:
    """Offset behind the bracket that closes the one at `start`; None when there is none within bounds."""
    depth, end = 0, min(end, start + 1500)
    if view.find(")", start, end) < 0 and view.find("]", start, end) < 0:
        return None
    for i in range(start, end):
        if view[i] in "([":
            depth += 1
        elif view[i] in ")]":
            depth -= 1
            if depth == 0:
                return i + 1
    return None
