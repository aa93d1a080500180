"""Fixtures of the fault tests: databases, documents, the program."""

import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import databases
import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def server() -> Iterator[databases.Server]:
    """A PostgreSQL server that the test may stop and start."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'extractor[postgres]'")
    if not databases.find("initdb"):
        pytest.skip("no PostgreSQL server here: install one, or name it in EXTRACTOR_POSTGRES")
    made = databases.Server()
    yield made
    made.remove()


@pytest.fixture
def postgres(request: pytest.FixtureRequest) -> str:
    """Target of an empty PostgreSQL database."""
    sa = pytest.importorskip("sqlalchemy")
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'extractor[postgres]'")
    base = os.environ.get("EXTRACTOR_POSTGRES") or request.getfixturevalue("server").url()
    name = f"t{uuid.uuid4().hex[:12]}"
    url = sa.make_url(base).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return str(url.set(database=name, drivername="postgresql").render_as_string(hide_password=False))


@pytest.fixture(params=["sqlite", "duckdb", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Target of an empty database, of each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/loans.db"
    if request.param == "duckdb":
        pytest.importorskip("duckdb", reason="DuckDB is not installed: pip install 'extractor[duckdb]'")
        return f"duckdb:///{tmp_path}/loans.duckdb"
    return str(request.getfixturevalue("postgres"))


@pytest.fixture
def extract(tmp_path: Path) -> Run:
    """Runs the program as a user does, in a folder of its own."""

    def call(*args: object, timeout: float = 120, **environment: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-c", "from extractor.cli import main; main()", *map(str, args)]
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=timeout,
            check=False,
            env={**os.environ, **environment},
        )

    return call
