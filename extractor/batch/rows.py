"""A record as rows of the tables: done in the workers, so that the parent has nothing to do but write."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from extractor.batch.model import Row, Rows
from extractor.records import Fact, Record

MONEY_PRECISION, MONEY_SCALE = 38, 6
_QUANTUM = Decimal(1).scaleb(-MONEY_SCALE)
_LIMIT = Decimal(10) ** (MONEY_PRECISION - MONEY_SCALE)


def document_id(sha256: str, sequence: int | None, position: int) -> str:
    """The key of an instrument: content, exhibit (0 without one) and position in the file from 1.

    >>> document_id("ab" * 32, 2, 1)
    'abababababababababababababababab-2-1'
    """
    return f"{sha256[:32]}-{sequence or 0}-{position}"


def first_day(value: str | None) -> dt.date | None:
    """The first day of a date of any precision, which sorts right; None for no date and for one that no calendar has.

    >>> first_day("2001-09"), first_day("2001-02-30")
    (datetime.date(2001, 9, 1), None)
    """
    if value is None:
        return None
    year, month, day = ([int(part) for part in value.split("-")] + [1, 1])[:3]
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def numeric(value: Decimal) -> Decimal | None:
    """`value` as NUMERIC(38, 6) holds it, rounded half to even; None where it is too large. Its text is kept beside it.

    >>> numeric(Decimal("0.0000005")), numeric(Decimal("1E40"))
    (Decimal('0.000000'), None)
    """
    if abs(value) >= _LIMIT:
        return None
    # The default context's 28 digits are fewer than the column's.
    whole, _, fraction = format(value, "f").partition(".")
    if len(fraction) <= MONEY_SCALE:
        return Decimal(f"{whole}.{fraction.ljust(MONEY_SCALE, '0')}")
    return value.quantize(_QUANTUM) if len(whole) <= 20 else Decimal(f"{whole}.{fraction[:MONEY_SCALE]}")


def rows_of(record: Record, position: int) -> Rows:
    """The rows of `record`, which is the file's instrument at `position`, from 1."""
    filing = record.source.filing
    key = document_id(record.source.sha256, filing.exhibit.sequence if filing else None, position)
    return {
        "documents": [_document(record, key, position)],
        "parties": [
            _child(key, i, party, party.model_dump(include={"name", "entity_type", "jurisdiction", "address"}))
            | {
                "roles": [role.value for role in party.roles],
                "former_names": party.former_names,
                "defined_terms": party.defined_terms,
            }
            for i, party in enumerate(record.parties)
        ],
        "signatories": [
            _child(key, i, person, {"name": person.name, "title": person.title, "party": person.party})
            for i, person in enumerate(record.signatories)
        ],
        "prior_amendments": [
            _child(key, i, prior, {"number": prior.number, "title": prior.title} | _date("dated", prior.dated))
            for i, prior in enumerate(record.prior_amendments)
        ],
        "dates": [
            _child(key, i, date, {"role": date.role.value} | _date("value", date.value))
            for i, date in enumerate(record.dates)
        ],
        "amounts": [
            _child(
                key,
                i,
                amount,
                {
                    "value": numeric(amount.value),
                    "value_text": amount.model_dump(mode="json", include={"value"})["value"],
                    "currency": amount.currency,
                    "role": amount.role.value,
                    "role_confidence": amount.role_confidence,
                    "in_words": amount.in_words,
                },
            )
            for i, amount in enumerate(record.amounts)
        ],
        "diagnostics": [
            {"document_id": key, "position": i, "code": d.code, "severity": d.severity.value, "message": d.message}
            for i, d in enumerate(record.diagnostics)
        ],
    }


def _document(record: Record, key: str, position: int) -> Row:
    source, instrument, agreement = record.source, record.instrument, record.amended_agreement
    filing = source.filing
    return {
        "document_id": key,
        "sha256": source.sha256,
        "exhibit_sequence": filing.exhibit.sequence if filing else None,
        "position": position,
        "schema_version": record.schema_version,
        "producer_version": record.producer.version,
        "producer_model": record.producer.model,
        "status": record.status.value,
        "source_name": source.name,
        "media_type": source.media_type,
        "characters": source.characters,
        "pages": source.pages,
        "accession_number": filing.accession_number if filing else None,
        "form_type": filing.form_type if filing else None,
        **_date("filed_on", filing.filed_on if filing else None),
        "filer_name": filing.filer.name if filing else None,
        "filer_cik": filing.filer.cik if filing else None,
        "exhibit_type": filing.exhibit.type if filing else None,
        "exhibit_filename": filing.exhibit.filename if filing else None,
        "exhibit_description": filing.exhibit.description if filing else None,
        "kinds": [kind.value for kind in instrument.kinds],
        "title": instrument.title,
        "amendment_number": instrument.amendment_number,
        **_date("dated", instrument.dated),
        **_date("effective_date", instrument.effective_date),
        "governing_law": instrument.governing_law,
        "amended_agreement_title": agreement.title if agreement else None,
        **_date("amended_agreement_dated", agreement.dated if agreement else None),
        "record": record.model_dump_json(),
    }


def _date(name: str, value: str | None) -> Row:
    return {name: first_day(value), f"{name}_text": value}


def _child(key: str, position: int, fact: Fact, fields: Row) -> Row:
    evidence: Sequence[object] = fact.evidence
    first = fact.evidence[0] if evidence else None
    return {
        "document_id": key,
        "position": position,
        **fields,
        "evidence_start": first.start if first else None,
        "evidence_end": first.end if first else None,
        "evidence_page": first.page if first else None,
        "extractor": fact.extractor,
        "confidence": fact.confidence,
    }
