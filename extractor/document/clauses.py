"""Short texts that belong to what stands to their right: clause numbers, bullets, and a signature block's labels."""

import re

_CLAUSE = re.compile(
    r"^(?:[“\"]?\(?(?:[a-z]{1,5}|[A-Z]{1,2}|[IVXLC]{1,7}|\d{1,3}(?:\.\d{1,3}){0,4})[.)]\)?"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}|(?:[Ss]ection|SECTION|[Aa]rticle|ARTICLE|§)\s*[\dIVXLC]+(?:\.\d+)*[.:]?"
    r"|[•●·▪■□☐☒◦○∙▫➢✓–—*-]|o|§|WHEREAS[,:;]?)$"
)
_LABEL = re.compile(r"^(?:by|name|(?:printed?|typed) name|title|its|date|dated|/s/|s/)\s*:?$", re.IGNORECASE)


def is_clause_number(text: str) -> bool:
    """Whether `text` is nothing but a clause's number or bullet.

    >>> [is_clause_number(t) for t in ("(a)", "2.01", "•", "Section 3.", "By:", "1999")]
    [True, True, True, True, False, False]
    """
    return len(text) < 20 and bool(_CLAUSE.match(text))


def is_label(text: str) -> bool:
    """Whether `text` labels what follows in a signature block.

    >>> [is_label(t) for t in ("By:", "Name :", "Title:", "Borrower:")]
    [True, True, True, False]
    """
    return len(text) < 20 and bool(_LABEL.match(text))


def goes_with(label: str, text: str) -> bool:
    """Whether `label` is one, and `text` what it labels, not the label of the next column.

    >>> goes_with("By:", "/s/"), goes_with("Date:", "Date:"), goes_with("Lender:", "First")
    (True, False, False)
    """
    return is_label(label) and (text.startswith("/") or not is_label(text))
