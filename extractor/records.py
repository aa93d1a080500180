"""The record: the public models, and nothing else. The JSON Schema under ``schemas/`` is generated from them."""

from decimal import Context, Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints, WithJsonSchema

from extractor.version import SCHEMA_VERSION

PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
    Field(description="ISO 8601 date; the month alone or the year alone where the document leaves the rest blank"),
]
# Misprints run to more digits than the usual context holds.
_EXACT = Context(prec=400)
Money = Annotated[
    Decimal,
    PlainSerializer(lambda v: format(v.quantize(max_scale(v), context=_EXACT), "f"), return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?[0-9]+\.[0-9]{2,}$", "description": "exact decimal"}),
]


def max_scale(value: Decimal) -> Decimal:
    """The quantum that keeps every place of `value` and shows at least two.

    >>> max_scale(Decimal("0.001")), max_scale(Decimal("15000000"))
    (Decimal('0.001'), Decimal('0.01'))
    """
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), -2))


class Kind(StrEnum):
    """What an instrument does, read off its title."""

    AMENDMENT = "amendment"
    WAIVER = "waiver"
    CONSENT = "consent"
    FORBEARANCE = "forbearance"
    RESTATEMENT = "restatement"
    SUPPLEMENT = "supplement"
    EXTENSION = "extension"
    AGREEMENT = "agreement"
    OTHER = "other"


class PartyRole(StrEnum):
    """What a party is to the loan."""

    BORROWER = "borrower"
    GUARANTOR = "guarantor"
    LENDER = "lender"
    AGENT = "agent"
    ARRANGER = "arranger"
    ISSUER = "issuer"
    TRUSTEE = "trustee"
    OTHER = "other"


class DateRole(StrEnum):
    """What a calendar date is to the instrument; the most important of its mentions decides."""

    DATED = "dated"
    EFFECTIVE = "effective"
    AGREEMENT = "agreement"
    PRIOR_AMENDMENT = "prior_amendment"
    MATURITY = "maturity"
    FILING = "filing"
    OTHER = "other"


class AmountRole(StrEnum):
    """What an amount of money is to the loan; the most important of its mentions decides."""

    COMMITMENT = "commitment"
    ADVANCE = "advance"
    PAYMENT = "payment"
    FEE = "fee"
    COVENANT = "covenant"
    OTHER = "other"


class Status(StrEnum):
    """How far the extraction came."""

    SUCCEEDED = "succeeded"
    PARTIAL = "partial"
    FAILED = "failed"


class Severity(StrEnum):
    """How much a diagnostic matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Model(BaseModel):
    """Base of all: unknown fields are errors, values cannot be reassigned."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(Model):
    """The characters behind a value: ``text`` is the plain text from ``start`` to ``end``, character for character."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    page: int | None = Field(default=None, ge=1, description="from 1; null for unpaged media")
    bbox: tuple[float, float, float, float] | None = Field(
        default=None, description="x0, top, x1, bottom in PDF points from the page's top left corner"
    )


class Fact(Model):
    """What every fact carries besides its value."""

    evidence: list[Evidence] = Field(default_factory=list)
    extractor: str | None = Field(default=None, description="the rule or model that found it")
    confidence: float | None = Field(
        default=None, ge=0, le=1, description="measured precision of what found it; null where none was measured"
    )


class Filer(Model):
    """Who filed."""

    name: str | None = None
    cik: str | None = None


class Exhibit(Model):
    """Which document of the filing."""

    type: str | None = None
    sequence: int | None = None
    filename: str | None = None
    description: str | None = None


class Filing(Model):
    """From the SGML header of a full EDGAR submission."""

    accession_number: str | None = None
    form_type: str | None = None
    filed_on: PartialDate | None = None
    filer: Filer = Filer()
    exhibit: Exhibit = Exhibit()


class Source(Model):
    """Where the record comes from."""

    name: str
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    media_type: str
    characters: int = Field(ge=0, description="length of the plain text")
    pages: int | None = Field(default=None, ge=0)
    filing: Filing | None = None
    text: str | None = Field(default=None, description="the plain text that the offsets refer to, where asked for")


class Producer(Model):
    """What made the record."""

    name: str
    version: str
    model: str | None = Field(default=None, description="the NER model's name and version")


class Instrument(Model):
    """The document itself. ``provenance`` has the evidence of each field, by the field's name."""

    kinds: list[Kind] = Field(default_factory=list)
    title: str | None = None
    amendment_number: int | None = Field(default=None, ge=0)
    dated: PartialDate | None = None
    effective_date: PartialDate | None = None
    governing_law: str | None = None
    provenance: dict[str, Fact] = Field(default_factory=dict)


class AmendedAgreement(Fact):
    """The agreement that the instrument amends, waives or supplements."""

    title: str | None = None
    dated: PartialDate | None = None


class PriorAmendment(Fact):
    """An earlier amendment of that agreement."""

    number: int | None = Field(default=None, ge=0)
    title: str | None = None
    dated: PartialDate | None = None


class Party(Fact):
    """A legal person or individual that is a party to the instrument."""

    name: str = Field(min_length=1)
    roles: list[PartyRole] = Field(min_length=1)
    entity_type: str | None = None
    jurisdiction: str | None = None
    former_names: list[str] = Field(default_factory=list)
    address: str | None = None
    defined_terms: list[str] = Field(default_factory=list)


class Signatory(Fact):
    """A person whose name stands in a signature block."""

    name: str = Field(min_length=1)
    title: str | None = None
    party: str | None = None


class CalendarDate(Fact):
    """A distinct calendar date of the document."""

    value: PartialDate
    role: DateRole


class Amount(Fact):
    """A distinct amount of money of the document."""

    value: Money
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    role: AmountRole
    role_confidence: float | None = Field(default=None, ge=0, le=1, description="probability of the role, calibrated")
    in_words: str | None = Field(default=None, description="the words, where the document gives both")


class DefinedTerm(Fact):
    """A term that the document defines, and what it says the term means."""

    term: str = Field(min_length=1)
    meaning: str | None = None


class Diagnostic(Model):
    """Something that a reader of the record should know."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z_]+(\.[a-z_]+)*$")]
    severity: Severity
    message: str
    evidence: list[Evidence] = Field(default_factory=list)


class Record(Model):
    """One loan instrument."""

    schema_version: str = SCHEMA_VERSION
    producer: Producer
    source: Source
    status: Status
    instrument: Instrument
    amended_agreement: AmendedAgreement | None = None
    prior_amendments: list[PriorAmendment] = Field(default_factory=list)
    parties: list[Party] = Field(default_factory=list)
    signatories: list[Signatory] = Field(default_factory=list)
    dates: list[CalendarDate] = Field(default_factory=list)
    amounts: list[Amount] = Field(default_factory=list)
    defined_terms: list[DefinedTerm] = Field(default_factory=list)
    diagnostics: list[Diagnostic] = Field(default_factory=list)


def json_schema() -> dict[str, Any]:
    """The JSON Schema, draft 2020-12, that every printed record meets."""
    schema = Record.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:extractor:record:{SCHEMA_VERSION}",
        "title": "Record of a filed loan instrument",
        **{k: v for k, v in schema.items() if k != "title"},
    }
