"""Inputs in a store that speaks S3, read by the workers: a server of it on this machine."""

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import reading
from conftest import Run
from copies import copies

pytest.importorskip("s3fs", reason="s3fs is not installed")
server = pytest.importorskip("moto.server", reason="moto is not installed: pip install 'moto[s3]' flask flask-cors")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Address of an empty bucket."""
    made = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    made.start()
    host, port = made.get_host_and_port()
    for name, value in (
        ("AWS_ENDPOINT_URL", f"http://{host}:{port}"),
        ("AWS_ACCESS_KEY_ID", "anyone"),
        ("AWS_SECRET_ACCESS_KEY", "anything"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
    ):
        monkeypatch.setenv(name, value)
    name = f"filings-{uuid.uuid4().hex}"
    subprocess.run([sys.executable, "-c", f"import fsspec; fsspec.filesystem('s3').mkdir('{name}')"], check=True)
    yield f"s3://{name}"
    made.stop()


def put(path: Path, address: str) -> None:
    script = "import fsspec, sys; fsspec.filesystem('s3').put_file(*sys.argv[1:])"
    subprocess.run([sys.executable, "-c", script, str(path), address.removeprefix("s3://")], check=True)


def test_folder_of_a_bucket(bucket: str, extract: Run, tmp_path: Path) -> None:
    paths = copies(tmp_path / "in", 3, largest=10_000)
    labels = tmp_path / "labels.json"
    labels.write_text("{}")
    for path in (*paths, labels):
        put(path, f"{bucket}/2004/{path.name}")
    target = f"sqlite:///{tmp_path}/loans.db"
    first = extract(f"{bucket}/2004", "--to", target, "--workers", "2")
    assert first.returncode == 0, first.stderr
    assert "passed over 1 file" in first.stderr
    assert "3 inputs, 0 failed" in first.stderr
    rows = reading.query(target, "SELECT path FROM inputs ORDER BY path")
    assert rows == [(f"{bucket}/2004/{path.name}",) for path in paths]
    assert reading.query(target, "SELECT source_name FROM documents ORDER BY source_name")[0] == (paths[0].name,)
    paths[1].write_bytes(paths[1].read_bytes() + b"changed\n")
    put(paths[1], f"{bucket}/2004/{paths[1].name}")
    assert "3 inputs, 2 unchanged, 0 failed" in extract(f"{bucket}/2004/*.txt", "--to", target).stderr
    reading.assert_whole(target)


def test_what_is_not_there_fails_by_name(bucket: str, extract: Run, tmp_path: Path) -> None:
    target = f"sqlite:///{tmp_path}/loans.db"
    done = extract(f"{bucket}/none.txt", f"{bucket}/*.pdf", "s3://no-such-bucket/in", "--to", target)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    rows = reading.query(target, "SELECT path, message FROM failures ORDER BY path")
    assert rows == [
        (address, "no such file") for address in (f"{bucket}/*.pdf", f"{bucket}/none.txt", "s3://no-such-bucket/in")
    ]
