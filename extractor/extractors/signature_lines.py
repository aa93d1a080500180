"""What the lines of signature pages look like: each pattern tells one sort of line."""

from functools import lru_cache

import regex

from extractor.values.names import ORG_WORD, UNDER_AGREEMENT
from extractor.values.places import CITY, FORM_IN_BRACKETS, PLACE, REGION
from extractor.values.scan import Scan
from extractor.values.sieve import Sieve

STATE = rf"(?i:{PLACE})"
# What banks have in brackets in their names, besides states.
SEAT = rf"(?i:{CITY}|{REGION})"

# Every line is asked whether it is one of these.
_LINE = Sieve()

BY = _LINE.compile(
    r"^\W*(?:(?:(?:(?i:each|borrower|lender|bank|guarantor|maker|company|agent)\s+)?(?:By|BY|by)|Per(?!\s+[Pp]ro(?:c\w*)?\.?\s)|PER(?!\s+PRO(?:C\w*)?\.?\s))(?=[\s:;._/]|$)\s*[:;.]?|(?:And|AND|and)\s*:?\s+(?=/[sS]/)|(?=/[sS]/)|(?=[sS]/\s?(?!N\b\W*(?:No\b|[A-Z]*[\d-]|$))[A-Z])|(?=//\s)|(?=_{4,})|[Xx]:?\s+(?=/[sS]/|_{3,}))\s*(.*)$",
    regex.S,
    start=r"^\W*(?:(?i:(?:each|borrower|lender|bank|guarantor|maker|company|agent)\s|by|per|and\s)|/?[sS]/|//\s|_{4}|[Xx]:?\s)",
)
# Who signs together with the one above: "and /s/ Ann Lee".
AND_SIGNS = regex.compile(r"\W*and\s*:?\s+/s/", regex.I)
# The label in a cell of its own.
BARE_BY = regex.compile(r"By\s*:?", regex.I)
# "S/N 4711" is a serial number; "s/s Ann Lee" is signed too.
SLASH = _LINE.compile(r"/\s?[sS]\s?/\s*|^[sS]/[sS](?:/\s*|\s+)|^[sS]/(?!\s?N\b\W*(?:No\b|[A-Z]*[\d-]|$))\s*|^//\s*")
NAME = _LINE.compile(
    r"^\W*(?:(?:Print(?:ed)?|Typed)\s+)?(?:Name|NAME|Title\s+and\s+Name)\s*(?:(?:and|&|/)\s*Title\s*)?(?:[:._]+|\s{2,}|$)\s*(.*)$",
    regex.S,
)
TITLE = _LINE.compile(
    r"^\W*(?:Title|TITLE|Its|ITS|Office|Position)(?:\s*\(s\))?\s*[:;.]+\s*(.*)$|^\W*(?:Title|TITLE|Its)\s{2,}(.*)$|^Title\s(?!(?:Insurance|Guarant|Company|Agency|Services|Trust|and|&)\b)(?=[A-Z])([^,]*)$|^(?:Title|Name)$",
    regex.S,
)
ITS = _LINE.compile(r"^(?:Its|ITS)\s+(.*)$", regex.S)
# The form of note holders' pages: "Name of Holder: ...", "Signature of Authorized Signatory of Holder: ...".
_HOLDER = r"(?:holder|note\s?holder|purchaser|investor|lender|subscriber|buyer|entity|borrower|customer|company|guarantor|bank)s?"
# "COMPANY: ACME INC.": what a party is called, and its name, in one line.
CALLED_PARTY = _LINE.compile(
    r"^\W*(?:company|recipient|discloser|(?:disclosing|receiving)\s+party|employer|client|customer|consultant|contractor|supplier|vendor|buyer|seller|firm|borrowers?|lenders?|banks?|guarantors?|makers?|agents?|debtors?|acknowledged|agreed|accepted"
    r"|party\s+[a-d])(?:\s*\((?:\w+\s+){0,2}(?:seal|stamp|chop|borrower|lender)\))?\s*[:：]\s*((?-i:[A-Z]).+)$",
    regex.I,
)
# "Acme B.V.: /s/ Jane Roe".
PARTY_AND_SIGNATURE = _LINE.compile(
    r"^\W*([A-Z][^:]{3,80}?)\s*:\s*(?=/[sS]/)(.+)$", start=r"^\W*[A-Z][^:]+:\s*/[sS]/"
)
_FORM_TAIL = rf"(?:\s+of\s+(?:the\s+)?{_HOLDER})?(?:\s*\([^()]{{0,60}}\))?\s*:\s*(.*)$"
FORM_PARTY = _LINE.compile(
    rf"^\W*(?:print(?:ed)?\s+)?(?:legal\s+)?name\s+of\s+(?:the\s+)?({_HOLDER})(?:\s*\([^()]{{0,60}}\))?\s*:\s*((?-i:[A-Z]).+)$",
    regex.I | regex.S,
)
FORM_SIGN = _LINE.compile(
    rf"^\W*signature(?:\s+of\s+(?:the\s+)?(?:authorized\s+(?:signatory|person|officer|representative)|{_HOLDER}))?{_FORM_TAIL}",
    regex.I | regex.S,
)
FORM_NAME = _LINE.compile(
    rf"^\W*(?:print(?:ed)?\s+)?(?:name\s+of\s+(?:the\s+)?(?:authorized\s+)?(?:signatory|signer|officer|person\s+signing|representative)|(?:officer|signer|signatory)(?:'s)?\s+name){_FORM_TAIL}",
    regex.I | regex.S,
)
# Who signs where a seal is set: "Legal representative or authorized person: Chen Feng".
FORM_SEALED = _LINE.compile(
    r"^\W*(?:legal\s+representatives?|(?:responsible\s+)?person\s+in\s+charge|responsible\s+person|authori[sz]ed\s+(?:person|representative|agent))"
    r"(?:\s*(?:or|and|/)\s*(?:\w+\s+){0,2}(?:person|representative|agent)s?)?(?:\s*\([^()]{0,60}\))?\s*[:：]\s*(\S.*)$",
    regex.I,
)
FORM_TITLE = _LINE.compile(
    rf"^\W*title\s+of\s+(?:the\s+)?(?:authorized\s+)?(?:signatory|signer|officer|person\s+signing|representative){_FORM_TAIL}",
    regex.I | regex.S,
)
EXECUTED_BY = _LINE.compile(
    r"^(?:executed|signed)(?:\s*,\s*sealed\s+and\s+delivered)?(?:\s+as\s+a\s+deed)?\s+(?:for\s+and\s+on\s+behalf\s+of|by)\s+((?-i:[A-Z])[^,:;]{3,100}?)(?=\s+(?:in\s+accordance|acting|by\s+its)\b|\s*[,:;)]|\s*$)",
    regex.I,
)
HEADER = _LINE.compile(
    r"^[\"'(\[]*(?:(?:accepted|acknowledged|agreed|consented|approved|confirmed)\b[\w\s,/&]{0,40}?\b(?:by|to)\s+)?(?:each\s+of\s+)?(?:the\s+|as\s+)?((?:(?:(?:borrowers?|guarantors?|lenders?|banks?|agents?)\s*(?:and|&|,|/)\s*(?:the\s+)?)?(?:(?:administrative|collateral|syndication|documentation|managing|issuing|swing\s?line|lead|joint|subsidiary|additional|new|existing"
    r"|initial|departing|exiting|term|revolving|loan|parent|facility|security|english|dutch|uk|european|local|required|consenting|increasing|continuing|original|other|corporate|credit|co|us|u\.s\.|canadian|foreign|domestic|and|the|&)[\s-]+){0,5}?)(?:co-?)?(?:borrowers?|guarantors?|lenders?|banks?|agents?|arrangers?|company|parent|holdings|trustees?|issuers?|makers?|holders?|obligors?|debtors?|pledgors?|grantors?|credit\s+parties|loan\s+parties|purchasers?|participants?|subsidiar(?:y|ies)))"
    r"(?:\(s\))?(?:\s*\([A-Z, /]{3,40}\))?[\"')\]]*\s*[:.;]?[\"']*$",
    regex.I,
)
# "Each of the SUBSIDIARY GUARANTORS listed below, ...": those below it, whatever the line goes on to say.
CLASS_BELOW = _LINE.compile(
    r"^(?:each\s+of\s+)?the\s+((?:\w+\s+){0,3}?(?:guarantors|lenders|banks|borrowers))\s+(?:listed|named|identified|set\s+forth)\s+below\b",
    regex.I,
)
# The role alone, behind or below a party's name: "ACME HOLDINGS, INC., Guarantor".
BARE_ROLE = regex.compile(
    r"\W*(?:the\s+)?(?:(?:administrative|collateral)\s+)?(?:co-?)?(?:borrower|guarantor|lender|agent|issuer|trustee)\W*",
    regex.I,
)
# The heading over all who sign.
SIGNERS = _LINE.compile(r"^\W*(?:[\w'’-]+\s+){0,5}?(?:signers?|signatories|signator(?:y|ies))\s*:\W*$", regex.I)
# The heading over a person's own signature, or over the form that he fills in.
PERSONAL = _LINE.compile(
    r"^\W*(?:the\s+)?(?:employee|executive|consultant|contractor|participant|indemnitee|optionee|grantee|individual|associate|director|officer)"
    r"(?:['’]?s?\s+(?:signature|name|acceptance))?\W*$",
    regex.I,
)
CAPACITY = _LINE.compile(
    rf"^(?:(?:each\s+)?(?:as|in\s+its|individually|for\s+itself|for\s+and|not\s+in|solely|on\s+behalf|acting|under\s+(?:(?:a|the)\s+)?(?:declaration|agreement|trust|indenture|will)|{UNDER_AGREEMENT}|through|and\s+as|and\s+in|both|in\s+the)\b|(?:and|&)\s)",
    regex.I,
)
ENTITY = _LINE.compile(
    r"^(?:an?\s+(?-i:[A-Z]\w+)|an?\s+(?:\w+\s+){0,5}?(?:corporation|company|partnership|trust|association|bank|branch|societe)|(?:organi[sz]ed|existing|incorporated|successor|formerly|f/k/a|by\s+merger|d/b/a|with\s+its)\b|\((?:formerly|f/k/a|as\s+successor|successor|a\s))",
    regex.I,
)
BEHALF = _LINE.compile(
    r"^(?:its|their|the|an?|as|as\s+its)?\s*(?:sole\s+|managing\s+|general\s+|investment\s+|collateral\s+|portfolio\s+|duly\s+|authorized\s+)*(?:general\s+partners?|partner|manager|member|managing\s+member|advis[eo]r|agent(?:\s*/\s*manager)?|attorney[\s-]in[\s-]fact|trustee|(?:sole\s+)?(?:voting\s+)?shareholder|servicer)(?:\s+of\s+each(?:\s+of\s+(?:the\s+)?\w+)?)?\W*$",
    regex.I,
)
BEHALF_ENDS = regex.compile(
    r"\b(?:general\s+partners?|partner|manager|member|advis[eo]r|agent|attorney[\s-]in[\s-]fact|trustee|shareholder|servicer)(?:\s+of\s+each(?:\s+of\s+(?:the\s+)?\w+)?)?\W*$",
    regex.I,
)
# The capacity of who signs for another, cut by a line's end.
CAPACITY_BEGINS = regex.compile(r",?\s+(?:as|its|as\s+its)$", regex.I)
# Who signs for a party of which it is the partner or the member.
PARTNER = regex.compile(
    r"^\W*(?:(?:as|its|the|an?|sole|managing|authorized)\s+)*(?:(?-i:G)eneral\s+partner|managing\s+(?:general\s+)?(?:partner|member)|sole\s+(?:general\s+)?(?:partner|member))\b(?!\s+of\b)",
    regex.I,
)
ON_BEHALF_OF = regex.compile(r"\bon\s+behalf\s+of\s+(.{4,120}?)(?=\s*,?\s*\bas\b|\s*$|\s*\()", regex.I | regex.S)
SKIP = _LINE.compile(
    r"^\W*(?:\[?\(?\s*(?:(?:the\s+)?(?:remainder|rest|balance)\s+of|remainder|signature|signatures|the\s+next|balance|execution|conformed)\b|(?:counterpart\s+)?signature\s+pages?\b|page\s+\d|\d{1,3}\W*$|S-\d|[A-Z]{1,3}-\d{1,3}\W*$|IN\s+WITNESS|\(?seal\)?\W*$|\[?corporate\s+seal|L\.S\."
    r"|Commitments?\b|(?:lender|bank)'?s?'?\s+(?:percentage|commitment|(?:pro\s+rata\s+)?share)|Pro\s+Rata|Percentage|Total\b|Amount\b|Date\b|Dated\b|\$|Tel\b|Telephone(?!\s+(?:Co\b|Company|Corp|and\b|&|Cooperative|Systems|Utilities))|Telecop|Facsimile|Fax|Phone|E-?mail|Attn|Attention|with\s+a?\s*cop|Notice|Account|ABA|Branch\s*:|Lending\s+Office|Domestic|Eurodollar|LIBOR"
    r"|docusigned\s+by|(?:electronically|digitally)\s+signed|signed\s*,\s*sealed|duly\s+authorized|hereunto|authorized\s+signature|\(?print|(?:executed|signed)\s+(?:as|this|on|by|under)|for\s+value\s+received|ladies\s+and|gentlemen|dear\s|in\s+the\s+presence|state\s+of|county\s+of|commonwealth\s+of|my\s+commission|on\s+(?:this|the)\s+(?:\w+\s+|_+\s*)day|before\s+me|notary|subscribed|sworn|acknowledged\s+before|\*+\W*$|and\W*$|cc:|re\s*:)"
    r"|^\W*(?:©|copyright(?=\W*(?:©|\(c\)|\d|by\b|$))|logo\s+of\b)",
    regex.I,
)
ADDRESS = _LINE.compile(
    r"^\W*(?:The\s+)?Address|\w@\w|\b\d{5}(?:-\d{4})?\W*$|^\d+\w?\s+[\w. ]+(?:Street|St\.|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane|Plaza|Way|Center|Square|Parkway|Place|Circle|Floor|Highway|Court|Row)\b|\b(?:Suite|Floor|P\.?\s?O\.?\s+Box|Mail\s?(?:Code|Stop))\b|\bPlaza,|^(?:One|Two|Three)\s+\w+\s+(?:Plaza|Center|Street|Square|Place)",
    regex.I,
)
# What stands between a bank's name and its street.
DEPARTMENT = _LINE.compile(
    r"\b(?:Branch|Agency|Office|Administration|Syndications?|Servicing|Treasury|Legal|Cent(?:er|re)|Unit|Desk|Division|Department|Group|Services|Operations|Banking|Lending)\b",
    regex.I,
)
ATTEST = _LINE.compile(
    r"^\W*(?:ATTEST|WITNESS(?:ED|ES)?|Attested|In\s+the\s+presence\s+of|Approved\s+as\s+to\s+form|Signed\s+in)\b(?!\s+WHEREOF)",
    regex.I,
)
# Where copies of notices go: to counsel, mostly.
COPIES = _LINE.compile(
    r"^\W*with\s+(?:an?\s+)?(?:required\s+)?cop(?:y|ies)\b|^\W*cop(?:y|ies)\s+to\b|^\W*notices?\b", regex.I
)
COPY_TO = regex.compile(r"\W*(?:with\s+)?(?:an?\s+)?(?:required\s+)?cop(?:y|ies)(?:\s+to)?\s*:?", regex.I)
# The caption of a signature page, and what a name never begins with.
CAPTION = _LINE.compile(r"\bsignatures?\s+pages?\b", regex.I)
CAPTION_ENDS = _LINE.compile(
    r"[\])]\W*$|:$|\b(?:pages?|follows?|agreement|amendment|waiver|consent|note|supplement|guaranty|forbearance|\d+)\W*$",
    regex.I,
)
# What a document is called, the end of the line.
CALLED_DOCUMENT = regex.compile(r"\b(?:Agreement|Amendment|Waiver|Consent|Forbearance)\W*$", regex.I)
NO_BEGINNING = _LINE.compile(r"^(?:of|to|among|between|with|for|by\s+and)\s", regex.I)
WITNESS = _LINE.compile(r"^\W*(?:(?:un)?official\s+)?(?:witness(?:es)?|notary(?:\s+public)?)\b(?!\s*:\s*\w)", regex.I)
# "Witness: Jane Roe" below her signature, and not above those who attest.
WITNESS_BELOW = _LINE.compile(r"^\W*witness\s*:\s*(\w.*)", regex.I)
# A notary's certificate: where it begins, what it says, who gives it.
VENUE = _LINE.compile(
    r"^(?:THE\s+)?(?:STATE|COMMONWEALTH|COUNTY|PROVINCE|DISTRICT)\s+OF\b(?!.*\b(?:By|Name)\s*:)|^ACKNOWLEDGE?MENT\W*$",
    regex.I,
)
CERTIFIED = _LINE.compile(r"\bbefore\s+me\b|\bpersonally\s+(?:appeared|known)\b|\backnowledged\b|\bsworn\b", regex.I)
NOTARY = _LINE.compile(
    r"\bnotary\s+public\b|\bmy\s+commission\b|\bcommissioner\s+(?:of\s+the\s+superior\s+court|(?:for|of)\s+(?:oaths|deeds))\b|\bjustice\s+of\s+the\s+peace\b",
    regex.I,
)
OF_EACH = regex.compile(
    r"\beach\s+(?:of\s+(?:the\s+)?)?(?:foregoing|above|aforesaid|preceding)(?:[\s-]+(?:named|listed|mentioned))?\s+"
    r"((?:limited\s+(?:liability\s+)?|general\s+)?(?:corporation|compan|partnership|trust|association|bank)(?:s|ies)?)\b",
    regex.I,
)
CONSENT = _LINE.compile(r"\b(?:consent|acknowledg\w+|reaffirm\w+|ratif\w+|confirm\w+|joinder)\b", regex.I)
GUARANTY = regex.compile(r"\bguarant", regex.I)
# Whose debt stands behind the loan consents as its holder, not as who answers for the loan.
SUBORDINATED = _LINE.compile(r"\bsubordinat", regex.I)
DOCUMENT = _LINE.compile(
    r"\b(?:AGREEMENT|AMENDMENT|WAIVER|RESTATEMENT|SUPPLEMENT|CONSENT|REAFFIRMATION|ACKNOWLEDGE?MENT|GUARANTY(?!\s+(?:TRUST|BANK|FEDERAL|NATIONAL))|NOTE|INDENTURE|SIGNATURES?|SCHEDULE|EXHIBIT|MODIFICATION|FORBEARANCE|COMMITMENTS?|JOINDER)\b",
    regex.I,
)
CUT = _LINE.compile(
    rf"\s+(?=an?\s+{STATE}\b)|\s+(?=an?$)|"
    rf",?\s*\((?!NATIONAL\b|National\b)(?!(?:{STATE}|{SEAT}|{FORM_IN_BRACKETS})\))"
    r"(?!(?:\w{1,3}\.?|(?:\w\.){1,4}|[A-Z][\w -]{1,14})\)(?:\s+\w|,\s+(?:L\.?P|L\.?L\.?C|LTD|Ltd|INC|Inc|N\.A)\b))|,?\s+(?=individually(?:\W|$))|,\s*(?=(?:an?|each|as|in|individually|for|by|formerly|f/k/a|successor|acting(?!\s+through\s+(?i:its|the)\b)|not|solely|on|with|through|its|organized|both|doing)(?:\s|$))|\s+(?=(?:as|AS|As)\s+(?:an?\s+|the\s+|A\s+|AN\s+|THE\s+|its\s+)?(?:[A-Z]|co-|issu|lend|agent|borrow|guarant|admin))"
    r"|,\s*(?=(?:(?:General|GENERAL|Managing|MANAGING|Sole|SOLE)\s+(?:PARTNER|Partner|MEMBER|Member|GENERAL|General))\b)|,\s*(?=(?:As|AS|IN|INDIVIDUALLY|Individually|A|AN|FORMERLY|Formerly|FOR|By|BY|SUCCESSOR)(?:\s|$))|\s+(?=(?:f/k/a|formerly\s+known|d/b/a\s|dba\s))"
    r"|,\s*(?=(?i:(?:administrative\s+|collateral\s+)?(?:co-?)?(?:borrower|lender|guarantor|agent))\W*$)"
    rf"|,?\s+(?=(?i:under\s+(?:(?:a|the)\s+)?(?:declaration|agreement|trust|indenture|will)|{UNDER_AGREEMENT})\b)",
)


@lru_cache(maxsize=4096)
def uncut(text: str) -> str:
    """What stands before the first cut: a name without what is said of it."""
    cut = CUT.search(text)
    return text[: cut.start()] if cut else text


# Where notices and payments go, and land descriptions: no names.
NO_PARTY = _LINE.compile(
    r"\d{3}[-.)/ ]\s?\d{3}[-. ]\d{4}|\b(?:Telex|Telecopy|Facsimile|Telephone(?!\s+(?:Co\b|Company|Corp|and\b|&|Cooperative|Systems|Utilities))|A/C|ABA|(?<!Separate\s)Account\s+(?:No|Number)|Name\s+of\s+Account|FEIN|Social\s+Security|initials|E-?mail|Electronic\s+Mail"
    r"|Table\s+of\s+Contents|Attn|Attention)\b|\bc/o\b|^\W*(?:Bank\s+Name|LANDS|PARCELS?|LOTS?)\b"
    r"|^\W*\d+\.\d|\bA\.?[CB]\.?N\b\.?\s*\d|^\W*A\.[CB]\.N\.\W*$|^\W*Swift\b|\b(?:thence|commencing\s+at|recorded|section\s+\d+|township|range\s+\d+)\b",
    regex.I,
)
# Who signs by procuration: "per pro ACME BANK", "p.p. ACME BANK"; in capitals the latter are initials.
PROCURATION = regex.compile(r"(?:per\s+pro(?:c(?:uration(?:em)?)?)?|(?-i:p\.\s?p))\b\.?\s+(?=(?-i:[A-Z]))", regex.I)
LENDING_OFFICE = _LINE.compile(r"^\W*(?:[\w-]+\s+){0,3}Lending\s+Offices?\b", regex.I)
ILLEGIBLE = Scan(r"illegible|unreadable|signature|indecipherable|\?\?", regex.I)
# Captions of forms, what a party is and no more, one word that many companies have in their names, running text.
NAMES_NOBODY = _LINE.compile(
    rf"^(?:\W*(?:name|type|signature|title|date|place)\s+of\b|\W*(?:title|name|signature|date|place)\W*$|(?:{PLACE})\s+(?-i:[a-z][a-z\s-]+)\W*$"
    rf"|(?:{ORG_WORD.pattern})\W*$|(?-i:I),?\s+(?-i:[A-Z])|(?-i:[a-z]{{3,}})\s|to\s*:)",
    regex.I,
)
# What begins the formula of the signatures, and what those say who sign.
FORMULA = _LINE.compile(
    r"^\W*(?:IN\s+WITNESS\s+WHEREOF|(?:The|Each(?:\s+of)?|By\s+its)\s+(?:undersigned|foregoing))\b", regex.I
)
AGREED = _LINE.compile(
    r"^(?:ACCEPTED|AGREED|ACKNOWLEDGED|CONSENTED|APPROVED|CONFIRMED)\b(?:\s*,?\s*(?:AND|&|TO|BY|IN|AS|HERETO|ABOVE|ACCEPTED|AGREED|ACKNOWLEDGED|CONSENTED|APPROVED|CONFIRMED|this|OF|THE|DATE|FIRST|WRITTEN)\b)*",
    regex.I,
)
ORDINAL_ONLY = _LINE.compile(r"^(?:\w+(?:st|nd|rd|th)|first|second|third)$", regex.I)

#: Whether a line may be one of a form.
OF_A_FORM = _LINE.any_of(
    FORM_PARTY, CALLED_PARTY, EXECUTED_BY, PARTY_AND_SIGNATURE, FORM_SIGN, FORM_SEALED, FORM_NAME, FORM_TITLE
)
#: Whether it may be one of those that are no names: labels, headings, addresses and what stands between blocks.
OF_A_SORT = _LINE.any_of(CLASS_BELOW, AGREED, ADDRESS, SKIP, NAME, TITLE, ITS, BY, HEADER, DOCUMENT)
