"""Which files of a folder are taken for documents: their names are all that is looked at before they are opened."""

import re
from collections import Counter

_READ = (
    "txt",
    "text",
    "asc",
    "htm",
    "html",
    "xhtml",
    "pdf",
    "docx",
    "png",
    "jpg",
    "jpeg",
    "tif",
    "tiff",
    "sgm",
    "sgml",
)
_UNREAD = ("doc", "rtf", "wpd", "ps", "gif", "zip", "gz")  # maybe documents, which no reader reads: they fail by name
# "Exhibit 10.2" and "0000912057-96-000123" have none: what a person numbers is no suffix.
_SUFFIX = re.compile(r"\.([A-Za-z][A-Za-z0-9_-]{0,9})$")


def is_document(name: str) -> bool:
    """Whether a file of a folder is taken for a document: by its suffix, or for want of one.

    >>> [is_document(name) for name in ("a.TXT", "0000912057-96-000123", "Exhibit 10.2", "Acme Corp. Amendment")]
    [True, True, True, True]
    >>> [is_document(name) for name in ("a.json", "README.md", "loans.db", "old.doc")]
    [False, False, False, True]
    """
    suffix = _suffix(name)
    return not suffix or suffix in _READ or suffix in _UNREAD


class PassedOver:
    """Counts files that were passed over, so that a run can say so.

    >>> others = PassedOver()
    >>> for name in ("a.json", "b.JSON", "README.md"):
    ...     others(name)
    >>> print(others)
    passed over 3 files that are no documents by their names (2 .json, 1 .md)
    """

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()

    def __call__(self, name: str) -> None:
        """Counts one."""
        self.kinds[_suffix(name)] += 1

    def __bool__(self) -> bool:
        """Whether there was any."""
        return bool(self.kinds)

    def __str__(self) -> str:
        """How many of which kind, for people."""
        total = self.kinds.total()
        files = "file that is no document by its name" if total == 1 else "files that are no documents by their names"
        kinds = ", ".join(f"{count} .{suffix}" for suffix, count in self.kinds.most_common())
        return f"passed over {total} {files} ({kinds})"


def _suffix(name: str) -> str:
    """The suffix, in lower case; empty for none."""
    found = _SUFFIX.search(name)
    return found[1].lower() if found else ""
