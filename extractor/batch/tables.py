"""The tables, once, as SQLAlchemy Core metadata: each engine's types, comments and indexes are compiled from here.

Dates come in pairs: a DATE that is the first day of what the document gives, to sort and join by, and beside it
``…_text`` with exactly what it gives (``2001-09-28``, ``2001-09`` or ``2001``). So do amounts: NUMERIC(38, 6) and the
record's own text.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateColumn

from extractor.batch.rows import MONEY_PRECISION, MONEY_SCALE

DATABASE_VERSION = 2
"""Version of the tables and views below; raised with each change, together with a step in `upgrades.STEPS`."""

metadata = sa.MetaData()
Json = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
Long = sa.BigInteger()


class ExactNumeric(sa.TypeDecorator[Any]):
    """NUMERIC; SQLite gets the decimal's text, which its NUMERIC affinity stores exactly up to 15 digits."""

    impl = sa.Numeric(MONEY_PRECISION, MONEY_SCALE)
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        """A type without float conversions for SQLite, NUMERIC elsewhere."""
        return dialect.type_descriptor(_SqliteNumeric() if dialect.name == "sqlite" else self.impl_instance)


class _SqliteNumeric(sa.types.UserDefinedType[Any]):
    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return f"NUMERIC({MONEY_PRECISION}, {MONEY_SCALE})"

    def bind_processor(self, dialect: sa.Dialect) -> Any:
        return lambda value: None if value is None else str(value)


@compiles(CreateColumn, "sqlite")
def _commented(element: CreateColumn, compiler: Any, **kw: Any) -> str:
    """SQLite has no COMMENT ON but keeps the text of CREATE TABLE, comments and all, which ``.schema`` shows."""
    text = compiler.visit_create_column(element, **kw)
    comment = element.element.comment
    return f"{text} /* {comment} */" if comment and text else str(text)


def _column(name: str, kind: Any, comment: str, **kw: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, comment=comment, **kw)


def _date(name: str, comment: str) -> list[sa.Column[Any]]:
    return [
        _column(name, sa.Date(), f"{comment}; first day of the month or year where the document gives no more"),
        _column(f"{name}_text", sa.Text(), f"{comment}, as precise as the document gives it: YYYY[-MM[-DD]]"),
    ]


def _child(name: str, comment: str, *columns: sa.Column[Any], fact: bool = True) -> sa.Table:
    evidence = [
        _column("evidence_start", Long, "offset of the first evidence in the document's plain text, from 0"),
        _column("evidence_end", Long, "offset behind it"),
        _column("evidence_page", sa.Integer(), "its page, from 1; null for unpaged media"),
        _column("extractor", sa.Text(), "the rule or model that found it"),
        _column("confidence", sa.Double(), "measured precision of what found it; null where none was measured"),
    ]
    return sa.Table(
        name,
        metadata,
        _column("document_id", sa.Text(), "the record's document", primary_key=True),
        _column("position", sa.Integer(), "place in the record's list, from 0", primary_key=True),
        *columns,
        *(evidence if fact else []),
        sa.ForeignKeyConstraint(["document_id"], ["documents.document_id"], name=f"{name}_document_id_fkey"),
        comment=comment,
    )


documents = sa.Table(
    "documents",
    metadata,
    _column("document_id", sa.Text(), "first half of sha256, exhibit sequence or 0, position", primary_key=True),
    _column("sha256", sa.Text(), "of the input file's bytes", nullable=False),
    _column("exhibit_sequence", sa.Integer(), "sequence of the exhibit in its submission"),
    _column("position", sa.Integer(), "of the instrument among those of its file, from 1", nullable=False),
    _column("schema_version", sa.Text(), "version of the record's JSON Schema", nullable=False),
    _column("producer_version", sa.Text(), "version of the extractor", nullable=False),
    _column("producer_model", sa.Text(), "name and version of the NER model"),
    _column("status", sa.Text(), "succeeded, partial or failed", nullable=False),
    _column("source_name", sa.Text(), "file name", nullable=False),
    _column("media_type", sa.Text(), "of the document", nullable=False),
    _column("characters", Long, "length of the plain text", nullable=False),
    _column("pages", sa.Integer(), "null for unpaged media"),
    _column("accession_number", sa.Text(), "EDGAR accession number"),
    _column("form_type", sa.Text(), "EDGAR form type"),
    *_date("filed_on", "when it was filed"),
    _column("filer_name", sa.Text(), "who filed"),
    _column("filer_cik", sa.Text(), "EDGAR's number of who filed"),
    _column("exhibit_type", sa.Text(), "for instance EX-10.1"),
    _column("exhibit_filename", sa.Text(), "name of the exhibit's file"),
    _column("exhibit_description", sa.Text(), "as the submission describes it"),
    _column("kinds", Json, "what the instrument does, a JSON list", nullable=False),
    _column("title", sa.Text(), "of the instrument"),
    _column("amendment_number", sa.Integer(), "of the instrument"),
    *_date("dated", "the instrument's own date"),
    *_date("effective_date", "when it takes effect"),
    _column("governing_law", sa.Text(), "of the instrument"),
    _column("amended_agreement_title", sa.Text(), "title of the agreement that it amends"),
    *_date("amended_agreement_dated", "date of the agreement that it amends"),
    _column("record", Json, "the whole record", nullable=False),
    sa.Index("documents_sha256_idx", "sha256"),
    sa.Index("documents_dated_idx", "dated"),
    sa.Index("documents_agreement_idx", "amended_agreement_title", "amended_agreement_dated"),
    sa.Index("documents_filer_cik_idx", "filer_cik"),
    comment="One row for each loan instrument",
)

parties = _child(
    "parties",
    "Legal persons and individuals that are parties to the instrument",
    _column("name", sa.Text(), "as the document gives it", nullable=False),
    _column("roles", Json, "JSON list: borrower, guarantor, lender, agent, ...", nullable=False),
    _column("entity_type", sa.Text(), "legal form"),
    _column("jurisdiction", sa.Text(), "under whose law it is organised"),
    _column("former_names", Json, "JSON list", nullable=False),
    _column("address", sa.Text(), "as the document gives it"),
    _column("defined_terms", Json, "JSON list of what the document calls it", nullable=False),
)
signatories = _child(
    "signatories",
    "Persons whose names stand in a signature block",
    _column("name", sa.Text(), "of the person", nullable=False),
    _column("title", sa.Text(), "of the person"),
    _column("party", sa.Text(), "for whom the person signs"),
)
prior_amendments = _child(
    "prior_amendments",
    "Earlier amendments of the same agreement, oldest first",
    _column("number", sa.Integer(), "of the earlier amendment"),
    _column("title", sa.Text(), "of the earlier amendment"),
    *_date("dated", "date of the earlier amendment"),
)
dates = _child(
    "dates",
    "Distinct calendar dates of the document",
    *_date("value", "the date"),
    _column(
        "role", sa.Text(), "dated, effective, agreement, prior_amendment, maturity, filing or other", nullable=False
    ),
)
amounts = _child(
    "amounts",
    "Distinct amounts of money of the document",
    _column("value", ExactNumeric(), "the amount; null where it has more than 32 digits before the point"),
    _column("value_text", sa.Text(), "the exact decimal, as in the record", nullable=False),
    _column("currency", sa.Text(), "ISO 4217", nullable=False),
    _column("role", sa.Text(), "commitment, advance, payment, fee, covenant or other", nullable=False),
    _column("role_confidence", sa.Double(), "calibrated probability of the role"),
    _column("in_words", sa.Text(), "the words, where the document gives both"),
)
diagnostics = _child(
    "diagnostics",
    "What a reader of the record should know",
    _column("code", sa.Text(), "for instance lineage.gap", nullable=False),
    _column("severity", sa.Text(), "info, warning or error", nullable=False),
    _column("message", sa.Text(), "for people", nullable=False),
    fact=False,
)
sa.Index("parties_name_idx", parties.c.name)
sa.Index("dates_role_value_idx", dates.c.role, dates.c.value)
sa.Index("amounts_role_currency_idx", amounts.c.role, amounts.c.currency)
sa.Index("diagnostics_code_idx", diagnostics.c.code)

inputs = sa.Table(
    "inputs",
    metadata,
    _column("path", sa.Text(), "as given to the run", primary_key=True),
    _column("ordinal", Long, "place among the inputs of the run that wrote it", nullable=False),
    _column("sha256", sa.Text(), "of its bytes when last read; null where it could not be"),
    _column("status", sa.Text(), "done or failed", nullable=False),
    _column(
        "extractor_version", sa.Text(), "which version read it, with the options that change records", nullable=False
    ),
    _column("records", sa.Integer(), "number of its records", nullable=False),
    _column("seconds", sa.Double(), "time its worker took", nullable=False),
    _column("finished_at", sa.Text(), "ISO 8601, UTC", nullable=False),
    sa.Index("inputs_sha256_idx", "sha256"),
    comment="The ledger: one row for each input, by which a run continues where it stopped",
)
failures = sa.Table(
    "failures",
    metadata,
    _column("path", sa.Text(), "the input, as given to the run", primary_key=True),
    _column("name", sa.Text(), "file name", nullable=False),
    _column("sha256", sa.Text(), "of its bytes; null where they could not be read"),
    _column("error", sa.Text(), "stable code, for instance input.empty or limit.time", nullable=False),
    _column("message", sa.Text(), "for people", nullable=False),
    _column("failed_at", sa.Text(), "ISO 8601, UTC", nullable=False),
    comment="One row for each input that gave no record",
)
schema_version = sa.Table(
    "extractor_schema",
    metadata,
    _column("version", sa.Integer(), "version of these tables and views", primary_key=True, autoincrement=False),
    _column("applied_at", sa.Text(), "ISO 8601, UTC", nullable=False),
    _column("extractor_version", sa.Text(), "which version made them", nullable=False),
    comment="Version of this database; the highest row counts",
)
CHILDREN = (parties, signatories, prior_amendments, dates, amounts, diagnostics)
RECORD_TABLES = (documents, *CHILDREN)
