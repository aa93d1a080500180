"""The inputs of a run: what the arguments stand for, and how one is opened, on a disk or, through fsspec, elsewhere."""

import glob
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from extractor.errors import InputError, MissingExtraError


def expand(given: Iterable[str]) -> Iterator[str]:
    """Files in the order given, folders walked by name without hidden files; holds one folder's names at a time.

    What cannot be read, or is no file, is among them: it fails by name instead of being lost.
    """
    for name in given:
        if is_remote(name):
            yield from _expand_remote(name)
        elif os.path.isdir(name):
            yield from _walk(name)
        elif not os.path.lexists(name) and glob.has_magic(name):
            matches = sorted(glob.glob(name, recursive=True))
            yield from (m for m in matches if not os.path.isdir(m)) if matches else [name]
        else:
            yield name


def _walk(folder: str) -> Iterator[str]:
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
            yield from _walk(path)
        elif not leads_to_folder:  # a link to a folder may lead round in a circle
            yield path


def _leads(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder, or a link to one; a link to itself is neither."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_remote(name: str) -> bool:
    """Whether `name` is an fsspec address (``s3://bucket/key``)."""
    return "://" in name


def _expand_remote(name: str) -> Iterator[str]:
    system, path = _file_system(name)
    protocol = name.partition("://")[0]
    if glob.has_magic(path):
        found = sorted(system.glob(path))
    else:
        found = sorted(system.find(path)) if system.isdir(path) else [path]
    for match in found:
        if not PurePosixPath(match).name.startswith("."):
            yield f"{protocol}://{str(match).split('://', 1)[-1]}"


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
