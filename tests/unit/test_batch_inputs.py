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


def test_of_a_folder_documents_are_taken_and_the_others_told(tmp_path: Path) -> None:
    for name in (
        "a.txt",
        "a.json",
        "README.md",
        "b/c.HTM",
        "b/loans.db",
        "b/loans.db-wal",
        "Exhibit 10.1",
        "0000912057-96-000123",
        "old.doc",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    told: list[str] = []
    found = expand([str(tmp_path)], told.append)
    assert [str(Path(p).relative_to(tmp_path)) for p in found] == [
        "0000912057-96-000123",
        "Exhibit 10.1",
        "a.txt",
        "b/c.HTM",
        "old.doc",
    ]
    assert [Path(p).name for p in told] == ["README.md", "a.json", "loans.db", "loans.db-wal"]


def test_what_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.json").touch()
    told: list[str] = []
    given = [str(tmp_path / "a.json"), str(tmp_path / "*.json")]
    assert list(expand(given, told.append)) == [given[0], given[0]]
    assert told == []


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


def bucket(kind: str, folder: Path) -> str:
    """Address of a folder in a storage of `kind`, with documents and others in it."""
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'extractor[remote]'")
    address = {"memory": "memory://bucket", "file": f"file://{folder}/bucket"}[kind]
    for name in ("in/b.txt", "in/sub/a.txt", "in/.hidden", "in/.git/x.txt", "in/labels.json"):
        with fsspec.open(f"{address}/{name}", "wb", **({"auto_mkdir": True} if kind == "file" else {})) as file:
            file.write(b"second")
    return address


@pytest.mark.parametrize("kind", ["memory", "file"])
def test_fsspec_addresses(kind: str, tmp_path: Path) -> None:
    address = bucket(kind, tmp_path)
    told: list[str] = []
    found = list(expand([f"{address}/in"], told.append))
    assert [a.partition("bucket/")[2] for a in found] == ["in/b.txt", "in/sub/a.txt"]
    assert [a.partition("bucket/")[2] for a in told] == ["in/labels.json"]
    assert all(a.startswith(f"{kind}://") for a in found)
    assert [a.partition("bucket/")[2] for a in expand([f"{address}/in/*.txt", f"{address}/in/labels.json"])] == [
        "in/b.txt",
        "in/labels.json",
    ]
    with opened(found[0]) as path:
        assert (path.name, path.read_bytes()) == ("b.txt", b"second")
        assert digest(path) == "16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4"
    if kind == "memory":
        assert not path.exists()
    with pytest.raises(InputError, match="no such file"), opened(f"{address}/none.txt"):
        pass
    assert list(expand([f"{address}/*.pdf"])) == [f"{address}/*.pdf"]


def test_unknown_storage() -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed")
    with pytest.raises(InputError, match="nosuch"), opened("nosuch://bucket/a.txt"):
        pass
    assert list(expand(["nosuch://bucket/in"])) == ["nosuch://bucket/in"]
