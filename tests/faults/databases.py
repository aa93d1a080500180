"""Databases for tests: a PostgreSQL server of their own, or the one that EXTRACTOR_POSTGRES names."""

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PORT = 54329


class Server:
    """A PostgreSQL server in a temporary folder, reached through a socket in it."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="extractor-pg-"))
        self._user = "postgres" if os.geteuid() == 0 else getpass.getuser()
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres")
        self._call("initdb", "-D", str(self._folder / "data"), "-A", "trust", "-U", self._user, "--no-sync")
        self._databases = 0
        self.start()

    def start(self) -> None:
        """Starts it and waits until it answers."""
        options = f"-p {_PORT} -k {self._folder} -c listen_addresses= -c fsync=off"
        log = str(self._folder / "log")
        self._call("pg_ctl", "-D", str(self._folder / "data"), "-o", options, "-l", log, "-w", "start")

    def stop(self) -> None:
        """Stops it at once, whoever is connected."""
        self._call("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-w", "stop")

    def remove(self) -> None:
        """Stops it and leaves nothing behind."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @contextmanager
    def small_disk(self, room: int) -> Iterator[tuple[str, Path]]:
        """Target for a database on a disk of its own with so many bytes left, and the file that takes the others."""
        folder = Path(tempfile.mkdtemp(prefix="extractor-disk-"))
        mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
            folder.rmdir()
            pytest.skip("only who may mount has a disk of its own")
        try:
            shutil.chown(folder, "postgres")
            self._ask(f"CREATE TABLESPACE small LOCATION '{folder}'")
            self._ask("CREATE DATABASE small TABLESPACE small")
            left = os.statvfs(folder)
            ballast = folder / "ballast"
            ballast.write_bytes(bytes(left.f_bavail * left.f_frsize - room))
            try:
                yield self.url("small"), ballast
            finally:
                # Whatever happened: a server whose tablespace is gone does not start again.
                ballast.unlink(missing_ok=True)
                self._ask("DROP DATABASE small WITH (FORCE)")
                self._ask("DROP TABLESPACE small")
        finally:
            subprocess.run(["umount", "-l", str(folder)], check=True)
            folder.rmdir()

    def _ask(self, sql: str) -> None:
        import psycopg

        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(sql.encode())

    def url(self, database: str = "postgres") -> str:
        """The target for a database."""
        return f"postgresql://{self._user}@/{database}?host={self._folder}&port={_PORT}"

    def _call(self, program: str, *args: str) -> None:
        command = [find(program), *args]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # The server inherits what pg_ctl writes to, so that a pipe would never end.
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", timeout=60)


def find(program: str) -> str:
    """Path of a PostgreSQL program; empty where there is none."""
    found = shutil.which(program)
    if found:
        return str(Path(found).resolve())
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    return str(installed[-1]) if installed else ""
