"""Opens an input and hands its bytes to the reader for their form."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from extractor.document import sniff
from extractor.document.model import Document, PassedOver
from extractor.document.text import decode
from extractor.errors import EmptyInputError, InputError


def read_path(path: Path | str) -> Iterator[Document | PassedOver]:
    """Documents in the file at `path` (``-`` reads standard input), and what was passed over in it.

    Raises:
        InputError: the file is missing, no regular file, encrypted, damaged, or cannot be read.
        EmptyInputError: it has no text.
        NotTextError: it is in no form that is read here.
        MissingExtraError: reading its form needs an extra that is not installed.
    """
    if str(path) == "-":
        return read_bytes(sys.stdin.buffer.read(), "-")
    path = Path(path)
    if not path.exists():
        raise InputError("no such file")
    if not path.is_file():
        raise InputError("not a regular file")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error)) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Iterator[Document | PassedOver]:
    """Documents in `data`, and what was passed over in it; `name` is what the record calls the source.

    Only a full EDGAR submission gives more than one document, or passes anything over.

    Raises:
        EmptyInputError: there is no text in it.
        NotTextError: it is in no form that is read here.
        InputError: it is encrypted or damaged.
        MissingExtraError: reading its form needs an extra that is not installed.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    if sniff.sniff(data) == sniff.SUBMISSION:
        from extractor.document.edgar import read_submission

        yield from read_submission(data, name, sha256)
    else:
        yield read_one(data, name, sha256)


def read_one(data: bytes, name: str, sha256: str) -> Document:
    """The one document that `data` is; for the arguments and errors see `read_bytes`."""
    media_type = sniff.sniff(data)
    layout = None
    if media_type == sniff.HTML:
        from extractor.document.html import read_html

        text, notices = read_html(data)
    elif media_type == sniff.PDF:
        from extractor.document.pdf import read_pdf

        text, layout, notices = read_pdf(data)
    elif media_type in sniff.IMAGES.values():
        from extractor.document.ocr import read_image

        text, layout, notices = read_image(data)
    elif media_type == sniff.DOCX:
        from extractor.document.docx import read_docx

        text, notices = read_docx(data)
    else:
        text, notices = decode(data)
    if not text.strip():
        reasons = "; ".join(notice.message for notice in notices if notice.severity != "info")
        raise EmptyInputError(reasons or ("the file holds only white space" if data else "the file is empty"))
    return Document(text, name, sha256, media_type, layout, notices=notices)
