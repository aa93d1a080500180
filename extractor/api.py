"""From a path or a text to its record."""

import hashlib
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

from extractor.document.lineends import LineEnds
from extractor.document.model import Document, PassedOver
from extractor.document.read import read_path
from extractor.errors import EmptyInputError, NoInstrumentError
from extractor.extractors.reading import read
from extractor.nlp.instruments import Stretches, split
from extractor.nlp.recogniser import OWN, recogniser, title_of
from extractor.nlp.view import make_view
from extractor.records import Kind, Record
from extractor.resolve.choice import wants_model
from extractor.resolve.evidence import Witness
from extractor.resolve.record import build
from extractor.resolve.threshold import above


def extract(
    path: Path | str, *, with_text: bool = False, min_confidence: float | None = None, ner: str | None = OWN
) -> Record:
    """The record of the document at `path`; of a file with several instruments, the first one's.

    Args:
        path: a file; ``-`` reads standard input.
        with_text: adds the plain text that the offsets refer to, as ``source.text``.
        min_confidence: leaves out the facts whose confidence was not measured to be at least this, from 0 to 1.
        ner: the spaCy pipeline that looks for parties where the rules find too few: the package's own, or what
            `spacy.load` takes; None for the rules alone.

    Raises:
        extractor.ExtractError: the file gives no record; the message says why.
    """
    return next(extract_all(path, with_text=with_text, min_confidence=min_confidence, ner=ner))


def extract_all(
    path: Path | str,
    *,
    with_text: bool = False,
    min_confidence: float | None = None,
    ner: str | None = OWN,
    on_passed_over: Callable[[PassedOver], None] | None = None,
) -> Iterator[Record]:
    """Records of all loan instruments in the file at `path`; arguments and errors as in `extract`.

    A file of its own gives its record whatever it is; where several instruments follow each other in its text, each
    that is a loan instrument gives one. Of a full submission, exhibits that are no loan instruments and the form's own
    pages give none; `on_passed_over` is told of each.
    """
    found = 0
    for part in read_path(path):
        if isinstance(part, Document):
            records = records_of(part, with_text=with_text, ner=ner)
            reason = _no_instrument(part, records[0])
            if reason is None:
                found += len(records)
                yield from records if min_confidence is None else (above(r, min_confidence) for r in records)
                continue
            part = _passed_over(part, reason)
        if on_passed_over is not None:
            on_passed_over(part)
    if not found:
        raise NoInstrumentError("no loan instrument in the submission")


def _no_instrument(document: Document, record: Record) -> str | None:
    """Why a part of a submission gives no record; None where it gives one."""
    if document.filing is None:
        return None
    if not str(document.filing["exhibit"]["type"] or "").upper().startswith("EX"):
        return "the form's own pages"
    # A press release speaks of a loan as well, but nobody is party to it.
    return "no loan instrument" if record.instrument.kinds == [Kind.OTHER] or not record.parties else None


def _passed_over(document: Document, reason: str) -> PassedOver:
    exhibit = (document.filing or {})["exhibit"]
    return PassedOver(exhibit["filename"] or document.name, exhibit["type"], exhibit["sequence"], reason)


def extract_text(
    text: str,
    name: str = "text",
    *,
    with_text: bool = False,
    min_confidence: float | None = None,
    ner: str | None = OWN,
) -> Record:
    """The record of a plain text; arguments as in `extract`.

    Raises:
        extractor.ExtractError: the text is empty.
    """
    if not text.strip():
        raise EmptyInputError("the text is empty")
    digest = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    record = extract_document(Document(text, name, digest, "text/plain"), with_text=with_text, ner=ner)
    return record if min_confidence is None else above(record, min_confidence)


def extract_document(document: Document, *, with_text: bool = False, ner: str | None = OWN) -> Record:
    """The record of a document that was read; of several instruments in its text, the first one's."""
    return records_of(document, with_text=with_text, ner=ner)[0]


def records_of(document: Document, *, with_text: bool = False, ner: str | None = OWN) -> list[Record]:
    """The records of the loan instruments in a document's text, in their order; its only record where there is none."""
    ends = LineEnds(document.text)
    view = make_view(ends.text)
    records = []
    for stretches in split(view.text):
        whole = stretches == [(0, len(ends.text))]
        reading = read(view if whole else make_view(_only(ends.text, stretches)))
        witness = Witness(document, ends, stretches[0][0])
        loan = reading.loan
        if ner is not None and wants_model(reading.mentions, loan=loan):
            reading.run_model(recogniser(ner))
        model = None if ner is None else title_of(ner)
        records.append(
            build(document, witness, reading.parts, reading.mentions, loan=loan, model=model, with_text=with_text)
        )
    return [r for r in records if r.instrument.kinds != [Kind.OTHER]] or records[:1]


def _only(text: str, stretches: Stretches) -> str:
    """The text from the first of the stretches to the last, with blanks for what stands between them."""
    parts = [text[slice(*stretches[0])]]
    for (_, before), (start, end) in itertools.pairwise(stretches):
        parts += ["".join(c if c == "\n" else " " for c in text[before:start]), text[start:end]]
    return "".join(parts)
