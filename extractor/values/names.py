"""Names of companies, banks and persons: what looks like one, and when two are the same."""

from functools import lru_cache

import regex

from extractor.values import cached
from extractor.values.alternatives import by_letter
from extractor.values.sieve import Sieve

# Names are asked about over and over within a document, and many again in the next: banks, officers, labels.
_MOST = 4096
# Of a name most of the questions below are asked one after the other.
_SAID = Sieve()

# What a company's name ends with. "Bank" and the like close a name as well but may also go on ("Bank of ...").
SUFFIX = by_letter(
    r"Incorporated|Inc|Corporation|Corp|Company|Co|L\.?\s?L\.?\s?C|L\.?\s?C|L\.?\s?L\.?\s?L\.?\s?P|L\.?\s?L\.?\s?P|L\.?\s?P"
    r"|Limited\s+Partnership|Limited\s+Liability\s+Company|Ltd(?:a|ee)?|Limited|Lt[ée]e|P\.?\s?L\.?\s?C|N\.?\s?A|National\s+Association"
    r"|Association|S\.?\s?[AÀ](?:\.?\s?R\.?\s?L)?|S\.?\s?p\.?\s?A|A\.?\s?G|G\.?m\.?b\.?H|B\.?\s?V|N\.?\s?V|(?-i:A\.?/?S)|A/S|A\.?\s?B|O\.?y|F\.?\s?S\.?\s?B|F\.\s?A"
    r"|S\.?\s?A\.?\s?B?\.?\s?de\s+C\.?\s?V|S\.\s?de\s+R\.?\s?L(?:\.?\s+de\s+C\.?\s?V)?|S\.?\s?r\.?\s?l|S\.?\s?A\.?\s?S|U\.?\s?L\.?\s?C"
    r"|ASA|K\.?\s?G|K\.\s?K|C\.\s?V|S\.\s?L|Sdn\.?\s+Bhd|Limitada|Designated\s+Activity\s+Company"
    r"|Pte\.?\s+Ltd|Pty\.?\s+Ltd|P\.?\s?C\.?\s?A|F\.?L\.?C\.?A|A\.?C\.?A|A\.?C\.?B|F\.?\s?C\.?\s?B|P\.?\s?C|P\.?\s?A|Trust|REIT|Partnership|Partners|Fund|Bank|Branch|Agency"
    r"|Separate\s+Account(?:\s+(?:No\.?\s*)?[\dA-Z]{1,4})?"
    r"|Aktiengesellschaft|Kommanditgesellschaft|Bancorp(?:oration)?|Associates|Foundation|Group|Holdings?"
)
#: What stands between a trust's name and the date of its agreement: "u/a/d May 6, 1999", "U/A dated".
UNDER_AGREEMENT = r"u/?[ad](?:/[dt])?(?:\s+dated)?"
_LONGEST_END = 120
_ENDS = _SAID.compile(rf"(?:^|[\s,(]){SUFFIX}\.?[\s,.;\"')]*$", regex.I)
_FORM = by_letter(
    r"Incorporated|Inc|Corporation|Corp|Company|Co|L\.?\s?L\.?\s?C|L\.?\s?C|L\.?\s?L\.?\s?L\.?\s?P|L\.?\s?L\.?\s?P|L\.?\s?P|Limited\s+Partnership"
    r"|Limited\s+Liability\s+Company|Ltd(?:a|ee)?|Limited|Lt[ée]e|P\.?\s?L\.?\s?C|N\.?\s?A|National\s+(?:Banking\s+)?Association|Association|S\.?\s?[AÀ](?:\.?\s?R\.?\s?L)?"
    r"|S\.?\s?p\.?\s?A|A\.?\s?G|G\.?m\.?b\.?H|B\.?\s?V|B\.?\s?A|N\.?\s?V|A\.?/?S|A\.?\s?B|F\.?\s?S\.?\s?B|F\.\s?A|S\.?\s?A\.?\s?B?\.?\s?de\s+C\.?\s?V"
    r"|S\.\s?de\s+R\.?\s?L(?:\.?\s+de\s+C\.?\s?V)?|S\.?\s?r\.?\s?l|S\.?\s?A\.?\s?S|U\.?\s?L\.?\s?C|Pte\.?\s+Ltd|Pty\.?\s+Ltd|P\.?\s?C\.?\s?A|F\.?L\.?C\.?A|A\.?C\.?A|A\.?C\.?B|F\.?\s?C\.?\s?B"
    r"|P\.?\s?C|P\.?\s?A|Branch|Agency|Aktiengesellschaft|U\.?S\.?A"
)
_CITY = (
    r"(?:New\s+York|Chicago|Cayman\s+Islands?|London|Grand\s+Cayman|Los\s+Angeles|San\s+Francisco|Nassau|Stamford|Atlanta|Houston"
    r"|Toronto|Canada|Dallas|Boston|Miami|Philadelphia|Paris|Tokyo|U\.?S\.?|United\s+States)"
)
_ONLY_SUFFIX = _SAID.compile(
    rf"^\W*(?:(?:{_FORM}|(?:the\s+|acting\s+through\s+its\s+)?{_CITY}\s+(?:and/or\s+{_CITY}\s+|and\s+{_CITY}\s+)?(?:Branch(?:es)?|Agency)(?:\s+and(?:/or)?\b)?)\.?[\s,.]*)+\W*$",
    regex.I,
)
ORG_WORD = _SAID.compile(
    r"\b"
    + by_letter(
        r"Inc(?:orporated)?|Corp(?:oration)?|Company|Co|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|Ltd|Limited|PLC|P\.L\.C|N\.\s?A|NA|AG|S\.A|SA|B\.V|N\.V"
        r"|GmbH|S\.p\.A|ULC|FSB|F\.S\.B|FCB|PCA|FLCA|ACA|ACB|Banks?|Banque|Banco|Bancorp\w*|Bankers|Bancshares|Trust|Association|Partners(?:hip)?|Funds?|Funding|Capital|Credit|Finance|Financial"
        r"|Insurance|Life|Assurance|Holdings?|Group|Industries|Enterprises|Services|Systems|Branch|Separate\s+Account|Lending|Savings|Securities"
        r"|Investments?|Investors|Management|Associates|Foundation|Authority|University|CLO|CDO|Ventures|Properties|Realty|Resources"
        r"|Energy|Stores|Products|Technologies|International|Laboratories|Communications|Hospital|Center|Centre|Estate"
    )
    + r"\b",
    regex.I,
)
# Words that name a class of parties or a document, never a party by itself.
_GENERIC = _SAID.compile(
    r"^(?:the\s+|each\s+(?:of\s+the\s+)?|other\s+|certain\s+|all\s+|any\s+|such\s+|required\s+|several\s+|undersigned\s+|initial\s+|new\s+|existing\s+"
    r"|additional\s+|subsidiary\s+|corporate\s+|parent\s+|majority\s+|independent\s+|affiliated\s+|for\s+|of\s+|and\s+|or\s+|a\s+|an\s+|as\s+|no\s+|signature\s+)*"
    r"(?:co-?)?(?:(?:joint\s+|lead\s+|issuing\s+|swing\s?line\s+|administrative\s+|collateral\s+|documentation\s+|syndication\s+|managing\s+"
    r"|credit\s+|loan\s+|term\s+|revolving\s+|tranche\s+\w\s+|note\s+|facility\s+|l/?c\s+|letter\s+of\s+credit\s+|paying\s+|fiscal\s+)*"
    r"(?:lenders?|banks?|borrowers?|guarantors?|agents?|arrangers?|issuers?|trustees?|part(?:y|ies)|company|companies|holders?|purchasers?"
    r"|debtors?|obligors?|grantors?|pledgors?|makers?|payees?|sellers?|buyers?|subsidiar(?:y|ies)|affiliates?|holdings|parent|noteholders?|bookrunners?"
    r"|corporation|credit\s+parties|loan\s+parties|institutions?|investors?|members?|managers?|partners?|servicers?|undersigned|page|pages"
    # What the parties of other agreements are called.
    r"|employe(?:e|r)s?|executives?|consultants?|contractors?|associates?|directors?|officers?|individuals?|indemnitees?|participants?"
    r"|recipients?|disclosers?|(?:disclosing|receiving)\s+part(?:y|ies)|counterpart(?:y|ies)|distributors?|franchise(?:e|or|r)s?|licens(?:ee|or)s?"
    r"|suppliers?|customers?|clients?|vendors?|resellers?|landlords?|tenants?|lessors?|lessees?|(?:service\s+)?providers?|sponsors?|manufacturers?))"
    r"(?:\s+(?:party|parties|signatory|named|listed|hereto|thereto|herein|therein|hereunder|below))*\W*$",
    regex.I,
)
_CLASS_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "the",
        "of",
        "or",
        "each",
        "other",
        "u",
        "s",
        "us",
        "canadian",
        "domestic",
        "foreign",
        "tranche",
        "b",
        "c",
        "d",
        "lender",
        "lenders",
        "bank",
        "banks",
        "agent",
        "agents",
        "borrower",
        "borrowers",
        "guarantor",
        "guarantors",
        "issuing",
        "swingline",
        "administrative",
        "collateral",
        "syndication",
        "documentation",
        "managing",
        "joint",
        "lead",
        "arranger",
        "arrangers",
        "bookrunner",
        "bookrunners",
        "co",
        "facility",
        "term",
        "revolving",
        "loan",
        "credit",
        "party",
        "parties",
        "ladies",
        "gentlemen",
        "dear",
        "sirs",
        "sir",
        "madam",
        "holder",
        "holders",
    ]
)
_TITLE_WORD = _SAID.compile(
    r"\b"
    + by_letter(
        r"President|Vice|Chief|Officer|Director|Secretary|Clerk|Treasurer|Manager|Mgr|Partner|Chairman|Chairwoman|Chairperson|Chair|Counsel|Signatory|Signature|Attorney"
        r"|Principal|Associate|Controller|Comptroller|Member|Trustee|Head|CFO|CEO|COO|AVP|SVP|EVP|FVP|VP|V\.P|S\.V\.P|E\.V\.P|A\.V\.P|Representative|Executive"
        r"|Administrator|Analyst|Banker|Deputy|G\.M|Owner|Proprietor|Cashier|Supervisor|Commissioner|Superintendent|Lawyer|Solicitor|Barrister|Specialist|Consultant|Underwriter|Authori[sz]ed\s+Agent"
    )
    + r"\b",
    regex.I,
)
# A title word for word: what qualifies an office, and offices, of which one ends it.
_OFFICE = regex.compile(
    r"\W*(?:(?:senior|sr\.?|junior|executive|exec\.?|group|regional|division(?:al)?|market|team|first|second|assistant|asst\.?|associate|deputy|joint|co-?"
    r"|interim|acting|corporate|general|managing|sole|duly|authori[sz]ed|vice|chief|financial|finance|operating|accounting|administrative|investment"
    r"|credit|legal|technology|information|marketing|relationship|portfolio|loan|commercial|business|banking|lending|account|and|of|the|&|-|president|treasurer"
    r"|secretary|director|officer|manager|chairman|controller|partner|member|SVP|EVP|AVP|FVP|VP)[\s-]+)*"
    r"(?:president|officer|director|manager|treasurer|secretary|controller|comptroller|chairman|chairwoman|chair|CEO|CFO|COO|SVP|EVP|AVP|FVP|VP|V\.P\.|principal"
    r"|partner|member|trustee|counsel|representative|signatory|signer|agent|executive|leader|underwriter|founder|board|finance|associate|attorney-in-fact)\W*",
    regex.I,
)
# Offices that are surnames too: "Mayor of Springfield", "Team Leader", but not "Maria Pastor".
_TITLE_OR_SURNAME = _SAID.compile(
    r"^\W*(?:(?:Senior|Team|Group|Sector|Business|Relationship|Portfolio|Market|Practice|Transaction|Unit)\s+){0,2}(?:Mayor|Pastor|Leader)\b",
    regex.I,
)
_PERSON = _SAID.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Hon)\.?\s+)?[A-Z][\w.'’*-]*(?:\s+(?:[A-Z]\.?|\"[A-Z]\w+\"|\([A-Z]\w+\)|[A-Z][\w.'’-]*|de|la|van|von|der|den|del|di|da|le|du|St\.|y|ter|ten|e|bin|al))*"
    r"\s+[A-Z][\w'’-]+(?:,?\s+(?:(?i:Jr|Sr|Esq|Ph\.?D)|II|III|IV|V|CPA|CFA|M\.?D)\.?)*\.?$"
)
_ADDRESSED = regex.compile(r"^(?:(?:Mr|Mrs|Ms|Dr|Prof|Hon)\.|Mr|Mrs|Ms|Dr)\s+(?=[A-Z])", regex.I)
_DEGREES = regex.compile(r"(?:,?\s+(?:Ph\.?\s?D|M\.?B\.?A|M\.D|C\.?P\.?A|CFA|Esq(?:uire)?|J\.?D)\b\.?)+$", regex.I)
_NOT_PERSON = _SAID.compile(
    r"\b"
    + by_letter(
        r"of|the|and|for|with|Bank|Inc|Corp|Corporation|Company|Co|LLC|LP|Ltd|Limited|Trust|Agreement|Amendment|Loan|Credit|Section|Article|Page|Signature"
        r"|Exhibit|Schedule|Commitment|Street|Avenue|Suite|Floor|Road|Drive|Plaza|Attention|Address|Telephone|Facsimile|Fax|Borrower|Lender"
        r"|Guarantors?|Agent|Witness|Notary|Public|State|County|Association|Branch|Fund|Capital|Partners|Holdings|By|Its|Name|Title|Date|Dated"
        r"|Insurance|Assurance|Mutual|Annuity|Clerk|President|Officer|Director|Secretary|Treasurer|Manager|Vice|Authorized|Signatory|Managing|Senior|Executive|Chief|General|Financial|Duly|Individual|Holder|Whereas|Now|Therefore|Counsel|Facility|Note|Notes|Party|Parties"
    )
    + r"\b",
    regex.I,
)
_FOLD = regex.compile(r"[^\w\s]|_")
_EQUAL = {
    "incorporated": "inc",
    "corporation": "corp",
    "company": "co",
    "limited": "ltd",
    "and": "",
    "the": "",
    "association": "assn",
    "llc": "llc",
}


@lru_cache(maxsize=_MOST)
def tidy(name: str) -> str:
    r"""`name` on one line, joined where a line end cut a hyphenated word, without stray marks at its ends.

    >>> tidy('  FIRST UNION\n   NATIONAL BANK,'), tidy("Bell-\nmore Inc."), tidy('"Acme" Corp.;')
    ('FIRST UNION NATIONAL BANK', 'Bell-more Inc.', '"Acme" Corp.')
    >>> tidy("ACME OF FLORIDA,INC.")
    'ACME OF FLORIDA, INC.'
    """
    name = cached.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "-", name)
    name = cached.sub(r",(?=[A-Z])", ", ", " ".join(name.split())).strip(" ,;:*")
    if name.count("(") < name.count(")"):
        name = name.rstrip(")")
    if name.count("(") > name.count(")"):
        name = name[: name.rindex("(")].rstrip(" ,")
    if name.endswith(".") and not _ENDS.search(name) and not cached.search(r"\b[A-Z]\.$|\b(?i:Jr|Sr|Esq)\.$", name):
        name = name[:-1]
    return name


@lru_cache(maxsize=_MOST)
def fold(name: str) -> str:
    """The form under which two spellings of one name are compared.

    >>> fold("THE BANK OF NEW YORK, N. A.") == fold("Bank of New York N.A.")
    True
    >>> fold("FIRST BANK, NATIONAL ASSOCIATION") == fold("First Bank, N.A.")
    True
    >>> fold("Acme Holdings, Incorporated") == fold("ACME HOLDINGS INC.")
    True
    """
    words = _FOLD.sub("", name.casefold().replace("&", " and ")).split()
    words = [_EQUAL.get(w, w) for w in words]
    if words[-2:] == ["national", "assn"]:
        words[-2:] = ["na"]
    joined: list[str] = []
    for word in filter(None, words):
        # "N. A." and "U. S." come apart at their blanks.
        if len(word) == 1 and joined and joined[-1].isalpha() and len(joined[-1]) <= 2 and not word.isdigit():
            joined[-1] += word
        else:
            joined.append(word)
    return " ".join(joined)


@lru_cache(maxsize=_MOST)
def ends_name(text: str) -> bool:
    """Whether `text` ends as a company's name does.

    >>> ends_name("Acme Holdings, Inc."), ends_name("THE INDUSTRIAL BANK OF")
    (True, False)
    """
    # No ending is longer; the text may be.
    return bool(_ENDS.search(text, max(0, len(text.rstrip(" \t\n,.;\"')")) - _LONGEST_END)))


@lru_cache(maxsize=_MOST)
def only_suffix(text: str) -> bool:
    """Whether `text` is but the end of a company's name.

    >>> only_suffix("NATIONAL ASSOCIATION"), only_suffix("New York Branch"), only_suffix("Bank of America")
    (True, True, False)
    """
    return bool(_ONLY_SUFFIX.match(text))


@lru_cache(maxsize=_MOST)
def is_generic(text: str) -> bool:
    """Whether `text` names a class of parties ("the Lenders"), not a party.

    >>> is_generic("each of the Lenders party hereto"), is_generic("Administrative Agent"), is_generic("Bank One")
    (True, True, False)
    """
    text = " ".join(text.split())
    return bool(_GENERIC.match(text)) or all(w in _CLASS_WORDS for w in cached.findall(r"[a-z]+", text.casefold()))


@lru_cache(maxsize=_MOST)
def is_title(text: str) -> bool:
    """Whether `text` is an officer's title.

    >>> is_title("Senior Vice President & CFO"), is_title("Carl E. Berg")
    (True, False)
    >>> is_title("Mayor"), is_title("Maria Pastor")
    (True, False)
    """
    return len(text) <= 120 and bool(_TITLE_WORD.search(text) or _TITLE_OR_SURNAME.search(text))


@lru_cache(maxsize=_MOST)
def is_office(text: str) -> bool:
    """Whether `text` has nothing but the words of an officer's title.

    >>> is_office("CHIEF FINANCIAL OFFICER"), is_office("Sole Member"), is_office("President Casinos"), is_office("Chief")
    (True, True, False, False)
    """
    return len(text) <= 120 and bool(_OFFICE.fullmatch(text))


@lru_cache(maxsize=_MOST)
def is_person(text: str) -> bool:
    """Whether `text` may be a person's name.

    >>> is_person("James K. Johnson, Jr."), is_person("E M Houston"), is_person("FIRST UNION BANK")
    (True, True, False)
    """
    text = " ".join(text.split())
    return 4 <= len(text) <= 48 and bool(_PERSON.match(text)) and not _NOT_PERSON.search(text)


@lru_cache(maxsize=_MOST)
def bare_person(name: str, *, addressed: bool = False) -> str:
    """A person's name without the degrees behind it and, unless `addressed`, without the form of address before it.

    >>> bare_person("Dr. Mary B. Stone"), bare_person("JOHN DOE, JR., PhD, MBA"), bare_person("Hon Sing Lee")
    ('Mary B. Stone', 'JOHN DOE, JR.', 'Hon Sing Lee')
    """
    bare = _DEGREES.sub("", name if addressed else _ADDRESSED.sub("", name))
    return bare if " " in bare else name


@lru_cache(maxsize=_MOST)
def is_organisation(text: str) -> bool:
    """Whether `text` has a word that companies and banks have in their names.

    >>> is_organisation("KZH ING-1 LLC"), is_organisation("Mark W. Ohlendorf")
    (True, False)
    """
    return bool(ORG_WORD.search(text))
