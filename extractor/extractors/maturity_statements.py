"""Whether the words around a date call it the maturity, termination or expiry of a loan or commitment."""

import regex

from extractor.values import cached
from extractor.values.dates import DateMatch
from extractor.values.sieve import Sieve

# Of the sentence before a date most of the questions below are asked.
SENTENCES = Sieve(looks=3)
# A term for the day on which a loan falls due or a commitment ends.
_TERM = r"(?:(?-i:[A-Z][\w-]*)\s+(?:of\s+)?){0,4}?\b(?:maturity|termination|expiration|expiry|balloon|final\s+(?:payment|repayment|advance(?:ment)?|drawdown|borrowing|funding)|repayment|commitment\s+(?:termination|expiration)|due|availability\s+(?:end|expiration)|(?:revolving|draw|drawdown|availability|commitment)\s+period\s+end|conversion)\s+(?:date|day)\b|\b(?:maturity|termination|expiration)\s+dates\b|\bfinal\s+maturity\b|\b(?:contract|revolving|draw|drawdown|availability|commitment)\s+period\b|\bthe\s+Maturity\b|\bterm\s+of\s+(?:the|this|each|such)\s+(?:(?:term|revolving|line|credit)\s+){0,2}(?:loan|line|agreement|note|facility|commitment)|\(Term\)"
CUE = SENTENCES.compile(rf"(?:{_TERM})|\bmatur(?:e|es|ity|ing)\b", regex.I, start=rf"(?:{_TERM})|\bmatur(?:e|es|ity|ing)\b")
NOT_A_LOAN = regex.compile(
    r"\b(?:insurance|leases?|patents?|permits?|certificates?|polic(?:y|ies)|employment|registration|forbearance|standstill|waivers?|offers?|options?|warrants?|my\s+commission|bonds?|notes?\s+due|interest\s+period|swap|hedge|bargaining|consulting|management|services?|supply|franchise|licen[cs]e|merger|letters?\s+of\s+credit|interim|condition|escrow)\b(?:\s+(?!and\b|or\b)\w+){0,3}\s*$",
    regex.I,
)
_DEFINES = SENTENCES.compile(
    rf"(?:{_TERM})\s*[\"']*\)?\s*(?:,?\s*as\s+used\s+herein\s*,?)?\s*(?:\([^()]{{0,60}}\)\s*)?(?:(?:thereof|hereof|thereunder|hereunder)\s+)?(?:(?:of|for|with\s+respect\s+to|on)\s+(?:(?!in\b|on\b|to\b|is\b|shall\b)[\w'/&-]+(?:\s+|(?=[\"',:(]))){{1,6}})?[\s,\"']*(?:\(?\s*which,?\s+(?:for\s+[\w\s]{{1,40}},?\s+)?|(?:(?:as\s+)?(?:defined|set\s+forth|contained|appearing|used)\s+)?(?:in|on|of)\s+(?:Section|Article|Clause|Paragraph|page|(?:the|each|said|this)\s+(?!event\b))(?:[^.;\"]|\.(?=\d)){{1,70}}?\s+|in\s+the\s[^.;\"]{{0,90}},\s+)?"
    r"(?:(?<!\w)(?:shall\s+mean|means?|shall\s+be|being|is\s+hereby|is|(?:(?:shall|will)\s+)?(?:falls?|occurs?)\s+on|ends?(?:\s+on)?|shall\s+end(?:\s+on)?|will\s+be|to\s+be|(?:shall\s+|will\s+)?remains?|continues\s+to\s+be|reads|to\s+end\s+on|shall\s+hereafter\s+be|hereby|as|to\s+read|it\s+means|(?:is|are|be)\s+(?:hereby\s+)?(?:amended(?:\s+and\s+restated)?|changed|extended)\s+to)\b(?!\s+(?:re)?(?:paid|payable|made|due|computed|calculated)\b)|:|-|–|=)(?:[^.;]|\.(?=\d)|(?<=\b[AaPp])\.(?=[Mm])|(?<=\b[AaPp]\.[Mm])\.){0,140}$",
    regex.I,
    start=_TERM,
)
_DEFINES_PLAIN = SENTENCES.compile(
    rf"\b(?:{_TERM}|(?:scheduled|stated|final|original|current|extended|initial)\s+maturity|\bmaturity\s+of)\s*[\"']*\s*(?:of|on|,|\()?\s*(?:(?:i\.?\s?e|viz|being|namely|that\s+is|currently|presently|now)\b[.,]*\s+)?(?:the\s+)?$"
    # "Maturity: March 1, 2005", as sheets of terms have it
    r"|(?<=(?:^|\n|\s{2,}|[.;:)]\s)\s*\W?)(?:(?:Stated\s+|Final\s+)?(?:Maturity|Expiry|Expiration)\s*:|Term\s*:\s*(?:until|through|to))\s*$"
    # "Term - the period commencing on the Closing Date and ending on ..."
    r"|(?<=(?:^|\n|\")\s*)(?-i:Term|TERM)\"?\s*(?:-|–|—|:|\.|shall\s+mean|means)\s*(?:the\s+)?period\b[^.;]{0,100}\bending\s+(?:on\s+)?$"
    r"|\bat\s+maturity\s*(?:,|\(|,?\s+on)\s*$",
    regex.I,
    start=rf"{_TERM}|\b(?:scheduled|stated|final|original|current|extended|initial|maturity|expiry|expiration|term|at\s+maturity)\b",
)
# Of several facilities' dates in one definition, each behind its facility, which may be a long way from the term.
_DEFINES_ITEM = SENTENCES.compile(
    rf"\b(?:{_TERM})\s*[\"']*\s*(?:shall\s+mean|means?|:)(?:[^.;]|\.(?=\d)){{0,340}}\(\w{{1,3}}\)\s+(?:with\s+respect\s+to|in\s+the\s+case\s+of|for|as\s+to|in\s+respect\s+of)\s[^.;()]{{3,120}},\s*$",
    regex.I,
    start=_TERM,
)
# What an expiry is of that is no loan: "the expiration date of such warrants".
_OF_OTHER = regex.compile(
    r"\b(?:date|day|period)\W+(?:of|for)\s+(?:[\w-]+\s+){0,4}?(?:warrants?|leases?|letters?\s+of\s+credit|polic(?:y|ies)|options?|offers?|waivers?|forbearance|employment|permits?|certificates?|rights|registration|interest\s+periods?|intercompany)\b"
    r"|\b(?:date|day|period)\W+(?:of|for)\s+(?:(?!(?:loans?|notes?|line|facility|commitments?)\b)[\w-]+\s+){0,3}?(?:pension|stock|shares|supply|hedge|swap|franchise|licen[cs]e|merger)\b(?!\s+(?:\w+\s+){0,2}(?:loans?|notes?|line|facility|commitments?)\b)",
    regex.I,
)
# "with the balance due on the Termination Date:" leads to a table of payments.
_DUE_THEN = regex.compile(
    r"\b(?:on|until|through|to|before|by|after)\s+(?:and\s+including\s+)?(?:the|each|such)\s+(?:[\w-]+\s+){0,4}?(?:date|day)\s*:",
    regex.I,
)
# Of whatever falls due on a date: "the current portion of obligations with a maturity of ...".
_OF_ANY = regex.compile(
    r"\b(?:current\s+portion|obligations|securities|instruments|investments|indebtedness|debt)\b[^.;,]{0,30}\bwith\s+an?\s+(?:\w+\s+){0,2}$",
    regex.I,
)
# "MATURITY DATE. June 18, 2000, or such earlier date ..." as an entry among definitions.
_ENTRY = regex.compile(rf"(?:^|[\"':\n]\s*)(?:{_TERM})\s*[\"']*\.+\s+$", regex.I)
# "(the "Maturity Date")" behind a date, or behind what may come earlier.
_NAMED_AFTER = regex.compile(
    rf"^[\s,\"']*(?:(?:or|and)\s+(?:(?!\d{{4}})[^.;()]){{3,120}})?\(\s*(?:(?:the|such\s+date|as|so|herein|hereinafter)\b[\w\s,]{{0,40}})?[\"']\s*(?:\d{{4}}\s+)?(?:{_TERM})",
    regex.I,
)
_MATURES = SENTENCES.compile(
    r"\b(?:matur(?:e|es|ed|ing)|(?:(?:commitments?(?!\s+letter)|line|facility|loans?|agreement|availability|(?<!\bletters?\s+of\s+)credit)\b[\w\s,]{0,60}\b(?:(?:terminat|expir)(?:e|es|ing)|(?:shall|will)\s+be\s+(?:terminated|reduced\s+to\s+zero))))\b(?:\s+(?:by|of)\s+(?:its|their)\s+(?:own\s+)?terms?)?(?:,[^.;,]{1,60}){0,2}(?:,?\s+(?:on|become|becomes|their|its|entirety|whole|close|business|and|is|be|due|payable|in|full|as|before,?|or|at|the|earlier|earliest|later|latest|(?:not|no)\s+later\s+than|of|of:|\(\w\)|\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?,?(?:\s+\([^()]{1,30}\)|(?:\s+\w+){1,3}?\s+time,?)?))*[\s,]*$",
    regex.I,
    start=r"\b(?:matur(?:e|es|ed|ing)|commitments?|line|facility|loans?|agreement|availability|credit)\b",
)
_DUE = SENTENCES.compile(
    r"\b(?:due|payable|paid|repaid|repay|pay)\b(?:\s+(?:and|payable|in|full|its|entirety|on|or|before|by|no|not|later|than|at))*\s+(?:on|before|by|than|(?<=\bdue\s+and\s+)payable)(?:\s+the(?:\s+date\s+which\s+is)?)?[\s,]*$"
    r"|\b(?:due|payable)(?:\s+and\s+payable)?(?:\s+in\s+full)?\s+$"
    r"|\b(?:due|payable|paid|repaid)\b[^.;]{0,40}\bin\s+(?:any|all)\s+events?,?\s+(?:no|not)\s+later\s+than\s+$",
    regex.I,
)
_WHOLE = regex.compile(
    r"\b(?:principal|entire|unpaid\s+balance|all\s+(?:of\s+the\s+)?(?:obligations|indebtedness|amounts|sums|advances|outstanding|unpaid|principal)|outstanding\s+(?:balance|principal|amount)|balloon|(?:this|the|such)\s+(?:\w+\s+){0,2}(?:notes?|loans?|line(?:\s+of\s+credit)?)\s+(?:is|are|shall\s+be|will\s+be)\s+(?:\w+\s+){0,4}in\s+full|(?:the|this|each)\s+(?:\w+\s+){0,4}(?:notes?|loans?)(?:,[^.;,]{3,60}(?:,\s+\d{4})?,)?\s+(?:is|are|remains?|falls?|becomes?|(?:shall|will)\s+(?:now\s+)?(?:be|become))\s+(?:now\s+)?(?:due|payable|repaid)|whatever\s+(?:remains|is)|pay\s+the\s+balance|(?:remaining\s+|with\s+the\s+)balance|final\s+(?:instal?lment|payment)|promises\s+to\s+pay|the\s+sum\s+of)\b",
    regex.I,
)
_PART = regex.compile(
    r"\b(?:first|each|commencing|beginning|monthly|quarterly|fell|interest\s+(?:only|shall|accrued|is|on|due|of)|semi-?annual|fee|next|instal?lments?\s+of|(?<!\b(?:final|last|balloon)\s+)(?:(?:principal|amortization)\s+payment\s+of|principal\s+instal?lment))\b",
    regex.I,
)
# "Borrower shall repay all Revolving Loans on ..."
_REPAYS = SENTENCES.compile(
    r"\b(?:re)?pay\s+(?:in\s+full\s+)?(?:the|all|any)\s+(?:(?:of|the|then|entire|outstanding|unpaid|remaining|aggregate|principal|amount|balance)\s+){0,8}(?:(?-i:[A-Z])\w+\s+){0,3}(?:loans?|notes?|advances|obligations|indebtedness|balance|principal|line\s+of\s+credit)\s+(?:in\s+full\s+)?(?:on|by|on\s+or\s+before|(?:no|not)\s+later\s+than)\s+$",
    regex.I,
)
# "..., and may reborrow" on the next day: a cleaning down of the line.
_IN_CASE = regex.compile(
    r",?\s+(?:(?:if|unless|in\s+the\s+event|in\s+case)\b|(?:and|but)\s+(?:\w+\s+){0,3}?may\s+(?:(?!not\b)\w+\s+){0,3}?re-?borrow)",
    regex.I,
)
_NOT_DUE = regex.compile(
    r"\bno\s+(?:principal|payment|part)\b|\bapplication\s+of\b[^.;]{0,40}\bdue\s+(?:on\s+)?$"
    # "If all Obligations are paid in full by", and other debt by its name: "the 8% Subordinated Notes due".
    r"|\bif\s+(?:all|the|any)\b[^.;,]{0,80}\b(?:re)?paid\b[^.;,]{0,40}$|(?:%|\bsubordinated)\s+(?:\w+\s+){0,3}(?:notes?|debentures?|bonds?)\s+due\s+$"
    # All of what is no loan: "all outstanding taxes", "all obligations under the Lease".
    r"|\b(?:all|entire)\s+(?:of\s+the\s+)?(?:(?:outstanding|unpaid|accrued|amounts|sums|of|and|such)\s+)+(?:taxes|assessments|rents?|premiums?|fees|wages|dividends|invoices|accounts|trade\s+payables)\b(?!\s*,|\s+and\b)"
    r"|\b(?:obligations|indebtedness|amounts|sums)\s+(?:(?:owing|due|outstanding|payable)\s+)?under\s+(?:the|any|such|its|each|all)\s+(?:\w+\s+){0,2}?(?:leases?|polic(?:y|ies)|permits?|swaps?|licen[cs]es?|franchises?|plan|employment|supply|services?|management|consulting)\b(?!\s+(?:loans?|notes?|line|facility)\b)",
    regex.I,
)
_ALL_OF_IT = regex.compile(r"\b(?:whole|entire|all|with\s+the\s+balance)\b", regex.I)
_TO_READ = SENTENCES.compile(
    r"^\s*(?:The|This|Such)\s+(?:definition|term|date)\b[^.;]{0,80}\b(?:to\s+read|to\s+mean|to\s+be|to)\b[\s:\"']*$",
    regex.I,
)
# "The definition of "Expiration Date" in Section 1.1 is amended to read ..."
_AMENDED_TO_READ = SENTENCES.compile(
    rf"\bdefinition\s+of\s+[\"']?(?:the\s+)?(?:[A-Z][\w-]*\s+){{0,3}}?(?:{_TERM})\b[\"']?(?:[^.;]|\.(?=\d)){{0,100}}\b(?:amended|changed|modified|revised)\s+to\s+(?:read|mean|be)\s*[:,\"'\s]*$",
    regex.I,
)
# To make advances, loans or credit; deposits are made, too, and support is lent.
_MAKE = r"make\s+(?:(?!(?:deposits?|(?:pre)?payments?|under|expenditures?|contributions?)\b)[^\s.;]+\s+){0,12}?[\"'(]*(?:[\w-]*advances?|loans?|credit|draws?|disbursements?|borrowings?|extensions?)\b"
_LEND = r"lend\b(?!\s+(?:its|their|his|her)\s+(?!pro\b|rat[ae]|percentage|commitment|share|applicable))"
# "Bank agrees to make advances to Borrower from time to time up to and including March 22, 2013".
_ADVANCES_UNTIL = SENTENCES.compile(
    r"\b(?:advances?|loans?|borrow\w*)\b[^.;]{0,200}\b(?:up\s+)?to\s+(?:and|but\s+not)\s+including\s+$"
    rf"|\b(?:{_LEND}|make\s+(?:[\w-]+\s+){{0,3}}(?:loans|advances)|revolving\s+basis)\b(?:[^.;]|\.(?=\d)){{0,120}}\b(?:until|through)\s+(?:and\s+including\s+)?$"
    rf"|\b(?:{_LEND}|{_MAKE}|borrow|draw)\b[^.;]{{0,200}}\bduring\s+the\s+period\b[^.;]{{0,120}}\b(?:ending|to)\s+(?:on\s+)?(?:and\s+including\s+)?$"
    rf"|\b(?:agrees?\s+to|shall|will)\s+(?:{_MAKE}|{_LEND}|advance\b(?!\s+(?:its|their)\b))(?:[^.;]|\.(?=\d)){{0,200}}\buntil\s+the\s+(?:earlier|earliest|first)\s+(?:to\s+occur\s+)?of\b[^.;]{{0,80}}$"
    r"|\b(?:facility|loans?|line|commitments?|notes?)\s+(?:is|are|has|have|shall\s+be|shall\s+have)\s+[^.;]{0,30}\bterm\s+(?:ending|expiring)\s+(?:on\s+)?$"
    r"|\b(?:available|may\s+borrow|reborrow)\b(?:[^.;]|\.(?=\d)){0,120}\b(?:until|through)\s+(?:and\s+including\s+|(?:the\s+)?close\s+of\s+business\s+on\s+)?$"
    r"|\b(?:advances?|loans?|borrowings?|facility)\b(?:[^.;]|\.(?=\d)){0,60}\smay\s+be\s+(?:drawn|made|requested|borrowed)\b(?:[^.;]|\.(?=\d)){0,100}\b(?:before|until|through|prior\s+to)\s+(?:and\s+including\s+|(?:the\s+)?close\s+of\s+business\s+on\s+)?$"
    r"|\b(?:agreement|commitments?)\b[^.;]{0,60}\b(?:continue|remain)\s+in\s+(?:full\s+force\s+and\s+)?effect\s+(?:until|through|for\s+a\s+term\s+ending(?:\s+on)?)\s+$"
    r"|\bno\s+(?:further\s+)?(?:draws?|advances?|borrowings?|loans?)\b(?!\s+for\b)[^.;]{0,80}\bafter\s+$"
    r"|\b(?:advances|availability|draws?|borrowings)\s+(?:shall\s+)?(?:end|cease|terminate|expire)s?\s+on\s+$",
    regex.I,
)
# "$7,900,000 to and including December 15, 1999, $7,400,000 from December 16": steps of a limit.
_STEP = regex.compile(
    r"\$[\d,.]+\s+(?:from\s+\w+\s+\d{1,2},\s+\d{4},?\s+)?(?:up\s+)?(?:to|until|through)\s+(?:and\s+including\s+)?$"
    r"|\bduring\s+the\s+period\s+from\s[^.;]{0,60}$"
)
# "Loans outstanding, and interest accrued thereon to and including March 31"
_ACCRUED = regex.compile(r"\baccru(?:ed|ing)\b[^.;]{0,60}$", regex.I)
# "any Commitment not drawn by October 20, 2017 terminates"
_COMMITMENT = regex.compile(
    r"\bcommitments?\b[^.;]{0,160}$|\bcommitments?\b[^;]{0,120}\b[ap]\.?m\.?,[^.;]{0,60}$", regex.I
)
_ENDS = regex.compile(r"^,?\s+(?:shall\s+|will\s+)?(?:automatically\s+)?(?:terminate|expire)s?\b")
# "Bank will, through and including June 1, 2003, make advances"; "through June 30, 2019 Borrower may request Advances"
_THROUGH = SENTENCES.compile(
    r"\b(?:through|until|up\s+to|on\s+or\s+(?:prior\s+to|before)|during\s+the\s+period\b[^.;]{0,160}\bending\s+on)\s+(?:and\s+including\s+)?$",
    regex.I,
)
_THEN_LENDS = regex.compile(
    r"^,?\s+(?:make\s+(?:such\s+)?(?:advances|loans)|(?:the\s+)?(?:Lenders?|Banks?)\s+(?:will|shall|agrees?\s+to)\s+(?:lend|advance|make\s+(?:[\w-]+\s+){0,3}(?:[Aa]dvances?|[Ll]oans?)(?!\s+(?:officers?|documents?|records?|files?|payments?)\b))\b|(?:the\s+)?(?:Borrowers?|Company)\s+may\s+(?:borrow|draw|request\s+(?:[\w-]+\s+){0,4}(?:Advances?|Loans?|Borrowings?|[Dd]raws?|Credit\s+Extensions?)))\b"
)
# "the Lender agrees that from October 1 until the earlier of (i) December 31, and (ii) the merger's end, it shall make advances"
_AGREES_UNTIL = SENTENCES.compile(
    r"\bagrees?\s+that,?\s+(?:from\b(?:[^.;]|\.(?=\d)){0,60}\s)?until\s+(?:the\s+(?:earlier|earliest)\s+(?:to\s+occur\s+)?of:?\s+(?:\(\w{1,3}\)\s+)?)?$",
    regex.I,
)
_SHALL_LEND = regex.compile(
    r"(?:[^.;]|\.(?=[\d,]|\s+(?-i:[a-z])))*?\b(?:lenders?|banks?|it)\s+(?:shall|will|agrees?\s+to)\s+(?:make\s+(?:[\w-]+\s+){0,3}(?:advances?|loans?)|lend|advance)\b",
    regex.I,
)
_OF_PATIENCE = regex.compile(r"\b(?:waiver|forbearance|standstill|consent|deferral)\b", regex.I)
_LAST = SENTENCES.compile(
    r"\b(?:final|last)\s+(?:instal?lment|payment)\b[^.;]{0,160}\b(?:on|due)\s*$|\bloan\s+term\b[^.;]{0,60}\bending\s+(?:on\s+)?$|\bmaturity\b[,\s]+which\s+(?:is|shall\s+be)\s+$"
    r"|\bconvert\w*\s+(?:in)?to\s+(?:an?\s+)?term\s+loans?\s+(?:on|as\s+of)\s+$"
    r"|\binstal?lments\b(?:[^.;]|\.(?=\d)){0,160}\bthe\s+last\b[^.;]{0,60}\b(?:due(?:\s+(?:on|by|(?:no|not)\s+later\s+than|on\s+or\s+before))?|on)\s+$"
    r"|\b(?:instal?lments|payments)\b(?:[^.;]|\.(?=\d)){0,200}\band\s+in\s+full\s+on\s+$"
    r"|\b(?:principal|loans?|notes?|balance)\b[^.;]{0,80}\bin\s+(?:a|one)\s+(?:single|lump[\s-]+sum)\s+(?:payment|instal?lment)\b[^.;]{0,60}\bon(?:\s+or\s+before)?\s+$|\bin\s+one\s+payment\s+of\s+all\b[^.;]{0,120}\bon\s+$|\bpayment\s+in\s+full\s+of\b[^.;]{0,80}\b(?:principal|loans?|notes?|balance|obligations|indebtedness|advances)\b[^.;]{0,60}\b(?:made|due)\s+on\s+$|\binstal?lments\b[^.;]{0,160}\b(?:and\s+)?ending\s+(?:on\s+)?$",
    regex.I,
)
# The last row of a table of payments: "June 1, 2009   Remaining balance".
_REST = regex.compile(
    r"[ \t|.:]*(?:the\s+)?(?:entire\s+)?(?:(?:remaining|unpaid|outstanding)\s+){1,2}(?:principal\s+)?(?:balance|principal|amount)\b(?!\s+of\s+(?:the\s+|an?\s+|such\s+|its\s+)?(?:\w+\s+)?(?:accounts?|escrow|reserve|deposit|price)\b)",
    regex.I,
)
_THEN_LAST = regex.compile(
    r"[\s,]*(?:and|with|followed\s+by|plus)\s+(?:(?:in|by|with|an?|one|\(1\)|single|further|thereafter|the|then)\s+){0,4}(?:final|last|balloon)\s+(?:\w+\s+){0,2}(?:instal?lments?|payments?)\b",
    regex.I,
)
_FIRST = regex.compile(r"\b(?:first|next|subsequent)\b(?:(?!\b(?:last|final)\b)[^.;]){0,80}$", regex.I)
_EXTENDED = SENTENCES.compile(
    r"\b(?:extend(?:ed|s|ing)?|extension|renew(?:ed|s|al)?|postponed)\b(?:[^.;]|\.(?=\d)){0,220}?\b(?:to|until|through|ending(?:\s+on)?)\s+(?:,?\s*(?:and|but)\s+(?:not\s+)?(?:including|excluding),?\s+)?[\s\"']*$",
    regex.I,
)
_EXTENDS_WHAT = (
    r"\bexpir\w+\b|\bdue\s+and\s+payable\b"
    r"|\b(?:line(?:\s+of\s+credit)?|loans?|facility|notes?|commitments?)\s+(?:is|are|be|has\s+been)\s+(?:hereby\s+)?(?:extended|renewed)\b(?!\s+to\s+(?:the|an?)\s+(?!(?:clos|earl|lat|end|dat|day|matur|anniv|first|second|third|next|last|same)\w*)(?-i:[a-z]))"
    r"|\b(?:time|date)\s+(?:for|of)\s+(?:re)?payment\s+of\s+(?:the|this|each|all)\s+(?:\w+\s+){0,2}(?:principal|notes?|loans?)\b"
    r"|\b(?:extend|renew)\w*\s+(?:the|this|its|such)\s+(?:\w+\s+){0,3}(?:loans?|line|facility|commitments?|notes?)\s+(?:of\s+credit\s+)?(?:from\s[^.;]{6,30}\s)?(?:to|until|through)\s*$"
    r"|\bextension\s+of\s+(?:its|the|their|each|such)\s+(?:[\w']+\s+){0,3}(?:commitments?|loans?|notes?|line|facility|term)\b"
)
# "if the Termination Date is extended to ...": what may come to be. "unless extended to ..." leaves the first date as it is.
_IF_EXTENDED = regex.compile(
    r"\b(?:if|should)\s+(?:the|such|said)\s+(?:[\w-]+\s+){1,5}(?:is|are|be|has\s+been)\s+(?:so\s+)?extended\s+to\s+$",
    regex.I,
)
# A time in which an extension may be asked for.
_TO_ASK = regex.compile(r"\bperiod\s+(?:commencing|beginning|from)\b", regex.I)
# A promise to pay, and what falls due, where the date comes first.
_PROMISED = SENTENCES.compile(
    r"\bpromis\w+\s+(?:and\s+agrees?\s+)?to\s+pay\b(?:[^.;]|\.(?=\d)){0,300}\bon(?:\s+or\s+before)?\s+(?:the\s+)?$", regex.I
)
_ON = SENTENCES.compile(r"\b(?:on|before|until)\s+(?:the\s+)?$", regex.I)
_THEN = regex.compile(
    r"^,?\s*(?:(?:the\s+)?(?:undersigned|makers?|borrowers?|company)\b[^.;]{0,80}\bpromis\w+\s+to\s+pay\b"
    r"|(?:all|the\s+entire|the\s+whole)\s+(?:amounts?|sums?|outstanding|unpaid|principal|loans?|advances)\b[^.;]{0,110}\b(?:due|payable|repaid|paid)\b"
    r"|(?:when|at\s+which\s+time|on\s+which\s+date|upon\s+which\s+date)\s[^.;]{0,90}\b(?:due|payable|repaid|terminates?|expires?|matures?)\b)",
    regex.I,
)

#: "changed to "June 30, 1998", on which date the unpaid balance is due"
WHEN_DUE = regex.compile(
    r"[\"',\s]*(?:when|(?:on|at|upon)\s+which\s+(?:date|time))\s+(?:(?:the|all|any|entire|then|of|remaining)\s+){0,4}(?:unpaid|outstanding|principal|balance|indebtedness|loans?|obligations|sums|amounts)\b(?!\s+(?:instal?lments?|payments?)\b)[^.;]{0,110}\b(?:due|payable|paid|repaid)\b",
    regex.I,
)


def states(view: str, date: DateMatch, sentence: str) -> bool:
    """Whether the words around a date call it a maturity."""
    named = _NAMED_AFTER.match(view[date.end : date.end + 220])
    if (named and not _OF_PATIENCE.search(named.group())) or _ENTRY.search(view[max(0, date.start - 60) : date.start]):
        return True
    for pattern in (_DEFINES, _DEFINES_PLAIN, _DEFINES_ITEM, _MATURES):
        cue = pattern.search(sentence)
        if cue is None:
            continue
        ahead = sentence[max(0, cue.start() - 60) : cue.start()]
        if not NOT_A_LOAN.search(ahead) and not _OF_ANY.search(ahead):
            head = cue.group()
            if (
                _OF_OTHER.search(head)
                or _IF_EXTENDED.search(sentence)
                or _DUE_THEN.search(sentence[max(0, cue.start() - 60) :])
            ):
                continue
            if pattern is _DEFINES and cached.search(
                r"\b(?:chang|replac|delet|strik)\w*\s+(?:the\s+(?:date|words?|phrase)\s+)?[\s\"'A]*$|\b(?:after|following|prior\s+to|before|commencing|from)\s+(?:the\s+)?$|^(?:\w+\s+){0,3}?(?:forbearance|standstill|waiver|lease|option|policy)\b",
                head,
                regex.I,
            ):
                continue
            return True
    last = _LAST.search(sentence) and not _FIRST.search(sentence)
    if (last and not _THEN_LAST.match(view, date.end, date.end + 100)) or (
        _ADVANCES_UNTIL.search(sentence) and not (_STEP.search(sentence) or _ACCRUED.search(sentence))
    ):
        return True
    if (
        _REST.match(view, date.end, date.end + 200)
        and not view[max(0, date.start - 40) : date.start].strip(" \t").rpartition("\n")[2]
    ):
        return True
    if _THROUGH.search(sentence) and _THEN_LENDS.match(view[date.end : date.end + 60]):
        return True
    if _AGREES_UNTIL.search(sentence) and _SHALL_LEND.match(view, date.end, date.end + 700):
        return True
    if _ENDS.match(view[date.end : date.end + 60]) and _COMMITMENT.search(sentence):
        return True
    if _REPAYS.search(sentence) and not _IN_CASE.match(view, date.end, date.end + 120):
        return True
    if _PROMISED.search(sentence) and not _PART.search(sentence[-150:]):
        return True
    if WHEN_DUE.match(view, date.end, date.end + 200):
        return True
    if _ON.search(sentence) and _THEN.match(view[date.end : date.end + 200]):
        return True
    # "2.2 "Maturity Date" (Section 1.1). The definition is changed to read ..."
    if _AMENDED_TO_READ.search(sentence):
        return True
    before = view[max(0, date.start - len(sentence) - 90) : date.start - len(sentence)]
    if _TO_READ.search(sentence) and cached.search(rf"\"\s*(?:{_TERM})\s*\"", before, regex.I):
        return True
    due = _DUE.search(sentence)
    if (
        due
        and _WHOLE.search(sentence)
        and not _NOT_DUE.search(sentence)
        and (not _PART.search(sentence[-150:]) or _ALL_OF_IT.search(sentence[-90:]))
    ):
        return True
    extended = _EXTENDED.search(sentence)
    if extended is None or not (CUE.search(sentence) or cached.search(_EXTENDS_WHAT, sentence, regex.I)):
        return False
    before = sentence[: extended.start()]
    return not (NOT_A_LOAN.search(before) or _IF_EXTENDED.search(sentence) or _TO_ASK.search(extended.group()))
