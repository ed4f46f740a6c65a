"""Databases of both kinds, and the small form that the tests of storage and export use."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, text

from assistant.storage.database import migrate, open_database
from tests.worksheets.postgresql import PostgreSQLMissing, running_server


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """The address of a server whose database `migrated` holds all tables."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    try:
        with running_server() as url:
            _make_database(url, "migrated")
            engine = open_database(f"{url}/migrated")
            migrate(engine)
            engine.dispose()
            yield url
    except PostgreSQLMissing as reason:
        pytest.skip(f"PostgreSQL cannot be started: {reason}")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'sheets.sqlite'}"
    server: str = request.getfixturevalue("postgresql_url")
    name = f"test_{uuid4().hex}"
    _make_database(server, name)
    return f"{server}/{name}"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A migrated database of each kind."""
    opened = open_database(database_url)
    migrate(opened)
    yield opened
    opened.dispose()


def _make_database(server: str, name: str) -> None:
    address = f"{server}/postgres".replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
