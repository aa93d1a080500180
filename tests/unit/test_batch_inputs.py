"""What the arguments of a batch stand for, and how inputs are opened."""

import os
from pathlib import Path

import pytest

from extractor.batch.inputs import digest, expand, opened
from extractor.errors import InputError


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/a.txt", "a/b/c.txt", "a.txt", ".hidden", ".git/x", "a/.x/y"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [str(Path(p).relative_to(tmp_path)) for p in expand([str(tmp_path)])]
    assert found == ["a/b/c.txt", "a.txt", "b/a.txt"]


def test_same_order_as_the_command_line_prints(tmp_path: Path) -> None:
    from extractor.cli import _expand

    for name in ("b/a.txt", "a/b/c.txt", "a.txt", "a-b.txt", "A.txt", "a b/x", "10", "9"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert list(expand([str(tmp_path)])) == list(_expand([str(tmp_path)]))


def test_given_files_stay_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch()
    (tmp_path / "a.txt").touch()
    given = [str(tmp_path / n) for n in ("b.txt", "missing", "a.txt")]
    assert list(expand(given)) == given


def test_globs(tmp_path: Path) -> None:
    (tmp_path / "b.txt").touch()
    (tmp_path / "a.txt").touch()
    assert list(expand([f"{tmp_path}/*.txt"])) == [f"{tmp_path}/a.txt", f"{tmp_path}/b.txt"]
    assert list(expand([f"{tmp_path}/*.pdf"])) == [f"{tmp_path}/*.pdf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_what_is_no_file_is_among_them_and_fails_by_name(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "to_folder").symlink_to(tmp_path)
    found = [Path(p).name for p in expand([str(tmp_path)])]
    assert found == ["dangling", "fifo", "loop"]
    for name, reason in (
        ("dangling", "link to nowhere"),
        ("fifo", "not a regular file"),
        ("loop", "link"),
        ("none", "no such file"),
    ):
        with pytest.raises(InputError, match=reason), opened(str(tmp_path / name)):
            pass


def test_fsspec_addresses(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed")
    memory = fsspec.filesystem("memory")
    memory.pipe("/bucket/in/b.txt", b"second")
    memory.pipe("/bucket/in/sub/a.txt", b"first")
    memory.pipe("/bucket/in/.hidden", b"")
    found = list(expand(["memory://bucket/in"]))
    assert [address.partition("://")[2].lstrip("/") for address in found] == ["bucket/in/b.txt", "bucket/in/sub/a.txt"]
    with opened(found[0]) as path:
        assert (path.name, path.read_bytes()) == ("b.txt", b"second")
        assert digest(path) == "16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4"
    assert not path.exists()
    with pytest.raises(InputError, match="no such file"), opened("memory://bucket/none.txt"):
        pass


def test_unknown_storage() -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed")
    with pytest.raises(InputError, match="nosuch"), opened("nosuch://bucket/a.txt"):
        pass
