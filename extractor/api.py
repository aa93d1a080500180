"""From a path or a text to its record."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from extractor.document.model import Document
from extractor.document.read import read_path
from extractor.errors import EmptyInputError
from extractor.extractors.components import mentions_of, parts_of
from extractor.extractors.pipeline import build_pipeline
from extractor.records import Record
from extractor.resolve.record import build


def extract(path: Path | str, *, with_text: bool = False) -> Record:
    """The record of the document at `path`.

    Args:
        path: a file; ``-`` reads standard input.
        with_text: adds the plain text that the offsets refer to, as ``source.text``.

    Raises:
        extractor.ExtractError: the file gives no record; the message says why.
    """
    return next(extract_all(path, with_text=with_text))


def extract_all(path: Path | str, *, with_text: bool = False) -> Iterator[Record]:
    """Records of all loan instruments in the file at `path`; arguments and errors as in `extract`."""
    for document in read_path(path):
        yield extract_document(document, with_text=with_text)


def extract_text(text: str, name: str = "text", *, with_text: bool = False) -> Record:
    """The record of a plain text.

    Raises:
        extractor.ExtractError: the text is empty.
    """
    if not text.strip():
        raise EmptyInputError("the text is empty")
    digest = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    return extract_document(Document(text, name, digest, "text/plain"), with_text=with_text)


def extract_document(document: Document, *, with_text: bool = False) -> Record:
    """The record of a document that was read."""
    doc = build_pipeline()(document.text)
    return build(document, parts_of(doc), mentions_of(doc), with_text=with_text)
