"""Whether a text is a loan document at all."""

import regex

from extractor.values.scan import Scan

_WORDS = (
    r"\blenders?\b",
    r"\bborrowers?\b",
    r"\b(?:credit|loan)\s+(?:and\s+security\s+)?agreement\b",
    r"\bpromissory\s+note\b|\bthe\s+notes?\b",
    r"\b(?:administrative|collateral)\s+agent\b",
    r"\b(?:revolving|term)\s+(?:credit\s+)?loans?\b|\bline\s+of\s+credit\b|\bloans?\b",
    r"\bprincipal\s+(?:amount|balance|sum)\b",
    r"\bmaturity\s+date\b|\bletters?\s+of\s+credit\b|\bevents?\s+of\s+default\b",
    r"\bguarantors?\b|\bguaranty\b",
    r"\bforbear\w*|\bdebentures?\b",
    r"\b(?:convertible|senior|secured|original|subordinated)\s+(?:\w+\s+){0,2}(?:notes?|debentures?)\b|\b(?:note)?holders?\b",
    r"\b(?-i:Banks?)\b|\b(?-i:Commitments?)\b",
    r"\bcredit\s+accommodations?\b|\bprime\s+rate\b|\brates?\s+of\s+interest\b",
)
_PATTERNS = tuple(regex.compile(w, regex.I) for w in _WORDS)
_HEAD = 30_000


# The cover of a report on Form 8-K tells of an agreement and is none.
_REPORT = regex.compile(r"\bCURRENT\s+REPORT\b.{0,400}\bsection\s+13\s+or\s+15\s*\(d\)", regex.I | regex.S)
_ANNEXED = Scan(r"^\s*(?:<TYPE>\s*)?EX(?:HIBIT|-)\s*(?:4|10)\.?\d*", regex.I | regex.M)
_TITLE = regex.compile(
    r"\b(?:loan|credit|financing)\s+(?:(?:and|&)\s+\w+\s+)?agreement\b|\bpromissory\s+notes?\b|\bcredit\s+facility\b",
    regex.I,
)
# A letter's reference line.
_ABOUT = regex.compile(r"^[ \t]*(?:Re|RE|Reference|Subject)[ \t]*:\s*([^\n]+(?:\n[ \t]*\S[^\n]*){0,2})", regex.M)


def is_loan(view: str, title: str | None = None) -> bool:
    """Whether the text is a loan document: its title says so, or it speaks of several things of lending, and often.

    >>> is_loan("The Lender agrees with the Borrower that the Loan Agreement and the promissory note are amended.")
    True
    >>> is_loan("The Landlord leases the Premises to the Tenant for a term of ten years.")
    False
    """
    if _REPORT.search(view[:3000]) and not _ANNEXED.search(view):
        return False
    if title and _TITLE.search(title):
        return True
    head = view[:_HEAD]
    if (about := _ABOUT.search(head)) and _TITLE.search(about.group(1)):
        return True
    counts: list[int] = []
    for pattern in _PATTERNS:
        counts.append(len(pattern.findall(head)))
        telling = any(counts[:4]) or any(counts[9:11])
        if telling and sum(c > 0 for c in counts) >= 3 and sum(counts) * 1000 >= len(head) * 0.6:
            return True
    return False
