"""Plain text: which encoding, and is it text at all."""

import codecs

from extractor.document.model import Notice
from extractor.errors import NotTextError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that have no business in a text; form feeds, tabs and line ends have, and so has
# the substitute character with which old DOS files end.
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27})
_SAMPLE = 1 << 16


def decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    r"""The text of `data`, and what there is to say about its encoding.

    A byte order mark decides; else UTF-8 if it is that without a fault, else Windows-1252, whose few
    undefined bytes are read as Latin-1. Line ends are left as they stand.

    Raises:
        NotTextError: the bytes are no text.

    >>> decode(b"caf\xc3\xa9")[0], decode(b"\x93Borrower\x94")[0], decode(b"\xef\xbb\xbfA")[0]
    ('café', '“Borrower”', 'A')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return text, _replaced(text, encoding)
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROL)) > len(sample) // 200:
        raise NotTextError("binary data in no known format")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), ()
    except UnicodeDecodeError:
        pieces = (bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in range(256))
        return data.decode("latin-1").translate(dict(enumerate(pieces))), ()


def _replaced(text: str, encoding: str) -> tuple[Notice, ...]:
    lost = text.count("�")
    if not lost:
        return ()
    return (Notice("text.undecodable", "warning", f"{lost} places are no valid {encoding} and were replaced"),)
