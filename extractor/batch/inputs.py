"""The inputs of a run: what the arguments stand for, and how one is opened, on a disk or, through fsspec, elsewhere."""

import glob
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from extractor.batch.names import is_document
from extractor.errors import InputError, MissingExtraError

Told = Callable[[str], None]
"""Is told the path of a file that was passed over."""


def expand(given: Iterable[str], told: Told = lambda _: None) -> Iterator[str]:
    """Files in the order given, folders walked by name without hidden files; holds one folder's names at a time.

    Of a folder's files those that are documents by their names; `told` is told of the others. What is named, or meant
    by a glob, is taken whatever it is called. What cannot be read, or is no file, is among them: it fails by name
    instead of being lost.
    """
    for name in given:
        if is_remote(name):
            yield from _expand_remote(name, told)
        elif os.path.isdir(name):
            yield from _walk(name, told)
        elif not os.path.lexists(name) and glob.has_magic(name):
            matches = sorted(glob.glob(name, recursive=True))
            yield from (m for m in matches if not os.path.isdir(m)) if matches else [name]
        else:
            yield name


def _walk(folder: str, told: Told) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name, entry.is_dir(follow_symlinks=False), _leads(entry)) for entry in entries)
    except OSError:
        yield folder
        return
    for name, is_folder, leads_to_folder in found:
        if name.startswith("."):
            continue
        path = os.path.join(folder, name)
        if is_folder:
            yield from _walk(path, told)
        elif leads_to_folder:  # a link to a folder may lead round in a circle
            continue
        elif is_document(name):
            yield path
        else:
            told(path)


def _leads(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder, or a link to one; a link to itself is neither."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_remote(name: str) -> bool:
    """Whether `name` is an fsspec address (``s3://bucket/key``)."""
    return "://" in name


def absolute(name: str) -> str:
    """The same input for a process that runs in another folder.

    >>> absolute("s3://bucket/a.txt")
    's3://bucket/a.txt'
    """
    return name if is_remote(name) else os.path.abspath(name)


def _expand_remote(name: str, told: Told) -> Iterator[str]:
    try:
        system, path = _file_system(name)
        magic = glob.has_magic(path)
        walked = not magic and system.isdir(path)
        found = sorted(system.find(path) if walked else system.glob(path) if magic else [path])
    except Exception:  # every storage has errors of its own; opening the address meets them again, and is told
        found = None
    if found is None or (magic and not found):
        yield name
        return
    protocol = name.partition("://")[0]
    for match in map(str, found):
        address = f"{protocol}://{match.split('://', 1)[-1]}"
        below = match[len(path) :] if walked else PurePosixPath(match).name
        if any(part.startswith(".") for part in below.split("/")):
            continue
        if not walked or is_document(match):
            yield address
        else:
            told(address)


def _file_system(name: str) -> tuple[Any, str]:
    try:
        import fsspec

        system, path = fsspec.core.url_to_fs(name)
    except ImportError as error:
        raise MissingExtraError(f"reading {name.partition('://')[0]}:// needs a package: {error}") from error
    except ValueError as error:
        raise InputError(str(error)) from error
    return system, str(path)


@contextmanager
def opened(name: str) -> Iterator[Path]:
    """The input as a regular file of this machine; a remote one is fetched, and gone again at the block's end.

    Raises:
        InputError: it is missing, no regular file, or cannot be read.
        MissingExtraError: no package for its storage is installed.
    """
    if not is_remote(name):
        path = Path(name)
        try:
            if path.is_dir():
                os.scandir(path).close()
            if not path.exists():
                raise InputError("a link to nowhere" if path.is_symlink() else "no such file")
            if not path.is_file():
                raise InputError("not a regular file")
        except OSError as error:
            raise InputError(error.strerror or str(error)) from error
        yield path
        return
    system, path_there = _file_system(name)
    with tempfile.TemporaryDirectory(prefix="extractor-") as folder:
        path = Path(folder, PurePosixPath(path_there).name or "input")
        try:
            system.get_file(path_there, str(path))
        except FileNotFoundError as error:
            raise InputError("no such file") from error
        except Exception as error:  # every storage has errors of its own
            raise InputError(f"{type(error).__name__}: {error}") from error
        yield path


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(error.strerror or str(error)) from error
