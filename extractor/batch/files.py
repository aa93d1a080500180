"""JSON Lines and Parquet: written whole from the records, then put in place of what was there."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from extractor.batch.model import FullError
from extractor.batch.rows import MONEY_PRECISION, MONEY_SCALE, numeric
from extractor.errors import MissingExtraError

if TYPE_CHECKING:
    import pyarrow as pa

Records = Iterable[tuple[str, str]]
"""Document keys and records as JSON text."""

_FULL = {28, 122, 27}  # ENOSPC, EDQUOT, EFBIG
_GROUP = 200  # records in a row group of Parquet, and in memory


def write_jsonl(path: Path, records: Records) -> int:
    """Writes one record a line; returns their number."""
    count = 0
    with _replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as file:
        for _, text in records:
            file.write(text + "\n")
            count += 1
        file.flush()
        os.fsync(file.fileno())
    return count


def write_parquet(path: Path, records: Records) -> int:
    """Writes one row a record, with ``document_id`` before the record's own nested columns; returns their number.

    Dates are text as in the record, for they may lack the day; amounts are decimal(38, 6).
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise MissingExtraError("writing Parquet needs the extra: pip install 'extractor[parquet]'") from error
    import json

    schema = arrow_schema()
    count = 0
    with _replacing(path) as temporary, pq.ParquetWriter(temporary, schema, compression="zstd") as writer:
        for group in _groups(records):
            rows = [{"document_id": key, **_with_decimals(json.loads(text))} for key, text in group]
            writer.write_table(pa.Table.from_pylist(rows, schema))
            count += len(rows)
    return count


WRITERS: dict[str, Callable[[Path, Records], int]] = {".jsonl": write_jsonl, ".parquet": write_parquet}


def arrow_schema() -> "pa.Schema":
    """The record's columns, out of its model, so that a new field is a new column."""
    import pyarrow as pa

    from extractor.records import Record

    fields = [pa.field("document_id", pa.string(), nullable=False)]
    fields += [pa.field(name, _arrow(info.annotation, info.metadata)) for name, info in Record.model_fields.items()]
    return pa.schema(fields)


def _arrow(annotation: Any, metadata: Iterable[Any] = ()) -> "pa.DataType":
    """The Arrow type for a field of a model."""
    import enum
    import types as builtin_types

    import pyarrow as pa

    origin, arguments = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _arrow(annotation.__origin__)
    if origin in (Union, UnionType):
        return _arrow(next(a for a in arguments if a is not builtin_types.NoneType))
    if origin in (list, tuple):
        return pa.list_(_arrow(arguments[0]))
    if origin is dict:
        return pa.map_(pa.string(), _arrow(arguments[1]))
    if origin is Literal or (isinstance(annotation, type) and issubclass(annotation, enum.Enum)):
        return pa.string()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct([(name, _arrow(info.annotation)) for name, info in annotation.model_fields.items()])
    plain = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        Decimal: pa.decimal128(MONEY_PRECISION, MONEY_SCALE),
    }
    return plain[annotation]


def _with_decimals(record: dict[str, Any]) -> dict[str, Any]:
    for amount in record["amounts"]:
        amount["value"] = numeric(Decimal(amount["value"]))
    return record


def _groups(records: Records) -> Iterator[list[tuple[str, str]]]:
    group: list[tuple[str, str]] = []
    for record in records:
        group.append(record)
        if len(group) == _GROUP:
            yield group
            group = []
    if group:
        yield group


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place at the block's end, so that readers see the old or the new, whole."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        temporary.chmod(0o666 & ~_umask())
        try:
            yield temporary
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        if error.errno in _FULL:
            raise FullError(f"no room left for {path}") from error
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
