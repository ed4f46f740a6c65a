"""Databases of both kinds, and the small form that the tests of storage and export use."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, text

from assistant.storage.database import migrate, open_database
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import Worksheets
from assistant.worksheets.sharing import Workspace
from tests.worksheets.forms import ANN, BEN, COMPANY, WELFARE, form, sheet, worksheets_on
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


@pytest.fixture
def worksheets(engine: Engine) -> Worksheets:
    """The service on a small form, in each kind of database."""
    return worksheets_on(engine, form())


@pytest.fixture
def workspace(worksheets: Worksheets) -> Workspace:
    """A workspace that `ANN` of the welfare side has made and `BEN` of the company has joined."""
    made = worksheets.workspaces.create("中央市の送迎", ANN, WELFARE)
    return worksheets.workspaces.join(made.key, BEN, COMPANY)


@pytest.fixture
def opened(worksheets: Worksheets, workspace: Workspace) -> OpenSheet:
    """A sheet with everything in it, in the welfare side's hands."""
    made = worksheets.import_json(workspace.id, ANN, sheet().to_json())
    return worksheets.open(made.id, ANN)
