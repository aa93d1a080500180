"""The views that analysts would write first; plain SQL that SQLite, DuckDB and PostgreSQL read alike."""

_BORROWER = "CAST(p.roles AS TEXT) LIKE '%\"borrower\"%'"

AMENDMENTS_BY_BORROWER = f"""
CREATE VIEW amendments_by_borrower AS
SELECT p.name AS borrower, d.document_id, d.amended_agreement_title, d.amended_agreement_dated,
       d.amended_agreement_dated_text, d.amendment_number, d.title, d.kinds, d.dated, d.dated_text, d.effective_date,
       d.effective_date_text, d.filed_on, d.accession_number, d.source_name
FROM documents d
JOIN parties p ON p.document_id = d.document_id AND {_BORROWER}
"""

# The largest commitment of an instrument stands for the whole: the lenders' shares beside it are smaller. An agreement
# is told from others by its first borrower, its title and its date; the last instrument that states a commitment
# counts.
CURRENT_COMMITMENT_BY_AGREEMENT = f"""
CREATE VIEW current_commitment_by_agreement AS
WITH borrowers AS (
    SELECT document_id, name FROM (
        SELECT p.document_id, p.name, ROW_NUMBER() OVER (PARTITION BY p.document_id ORDER BY p.position) AS nth
        FROM parties p WHERE {_BORROWER}
    ) AS ranked WHERE nth = 1
), commitments AS (
    SELECT document_id, currency, MAX(value) AS commitment FROM amounts
    WHERE role = 'commitment' AND value IS NOT NULL GROUP BY document_id, currency
), stated AS (
    SELECT b.name AS borrower, d.amended_agreement_title, d.amended_agreement_dated, d.amended_agreement_dated_text,
           c.commitment, c.currency, d.document_id, d.title, d.amendment_number,
           COALESCE(d.effective_date, d.dated, d.filed_on) AS as_of,
           RANK() OVER (
               PARTITION BY LOWER(COALESCE(b.name, d.document_id)), LOWER(d.amended_agreement_title),
                            d.amended_agreement_dated_text
               ORDER BY COALESCE(d.effective_date, d.dated, d.filed_on) DESC NULLS LAST,
                        d.amendment_number DESC NULLS LAST, d.document_id DESC
           ) AS latest
    FROM documents d
    JOIN commitments c ON c.document_id = d.document_id
    LEFT JOIN borrowers b ON b.document_id = d.document_id
    WHERE d.amended_agreement_title IS NOT NULL
)
SELECT borrower, amended_agreement_title, amended_agreement_dated, amended_agreement_dated_text, commitment, currency,
       as_of, document_id, title, amendment_number
FROM stated WHERE latest = 1
"""

VIEWS = {
    "amendments_by_borrower": (
        AMENDMENTS_BY_BORROWER,
        "Each instrument once for each of its borrowers",
    ),
    "current_commitment_by_agreement": (
        CURRENT_COMMITMENT_BY_AGREEMENT,
        "Largest commitment, by currency, of the last instrument of each agreement that states one",
    ),
}
