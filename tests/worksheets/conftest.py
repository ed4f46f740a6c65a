"""Databases of both kinds, and the small form that the tests of storage and export use."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, text

from assistant.storage.database import migrate, open_database
from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import CreateSheet, CreateWorkspace, JoinWorkspace
from assistant.worksheets.model import Sheet
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import Worksheets
from assistant.worksheets.sharing import Workspace
from tests.worksheets.bundled import ride_inputs
from tests.worksheets.forms import (
    ANN,
    BEN,
    COMPANY,
    SATO,
    WELFARE,
    YAMADA,
    form,
    sheet,
    worksheets_on,
)
from tests.worksheets.postgresql import PostgreSQLMissing, running_server
from tests.worksheets.service import served, worksheet_app

_MIGRATED = "migrated"


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """The address of a server whose database `_MIGRATED` holds all tables."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    try:
        with running_server() as url:
            _make_database(url, _MIGRATED)
            engine = open_database(f"{url}/{_MIGRATED}")
            migrate(engine)
            engine.dispose()
            yield url
    except PostgreSQLMissing as reason:
        pytest.skip(f"PostgreSQL cannot be started: {reason}")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if database_kind == "sqlite":
        return f"sqlite:///{tmp_path / 'sheets.sqlite'}"
    return _new_database(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def engine(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A migrated database of each kind: a copy of one, for migrating takes longer than most tests."""
    if database_kind == "sqlite":
        file = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path)
        opened = open_database(f"sqlite:///{file}")
    else:
        server: str = request.getfixturevalue("postgresql_url")
        opened = open_database(_new_database(server, template=_MIGRATED))
    yield opened
    opened.dispose()


def _new_database(server: str, *, template: str = "template1") -> str:
    name = f"test_{uuid4().hex}"
    _make_database(server, name, template=template)
    return f"{server}/{name}"


def _make_database(server: str, name: str, *, template: str = "template1") -> None:
    address = f"{server}/postgres".replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
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


@pytest.fixture
def url(worksheets: Worksheets) -> Iterator[str]:
    """The address of the running service."""
    with served(worksheet_app(worksheets)) as address:
        yield address


@pytest.fixture
def ann(url: str) -> Iterator[WorksheetClient]:
    """The city's side over HTTP."""
    with WorksheetClient.at(url, visitor=ANN) as client:
        yield client


@pytest.fixture
def ben(ann: WorksheetClient) -> WorksheetClient:
    """The company's side over HTTP, in English."""
    return ann.in_hands_of(BEN, "en")


@pytest.fixture
def shared(ann: WorksheetClient, ben: WorksheetClient) -> Workspace:
    """A workspace of both over HTTP."""
    made = ann.workspaces.create(CreateWorkspace(name="送迎", person=SATO))
    return ben.workspaces.join(JoinWorkspace(key=made.key, person=YAMADA))


@pytest.fixture
def filled(ann: WorksheetClient, shared: Workspace) -> Sheet:
    """A sheet with everything in it, over HTTP."""
    return ann.import_json(shared.id, sheet().to_json().encode())


@pytest.fixture
def ride(ann: WorksheetClient, shared: Workspace) -> Sheet:
    """An empty worksheet of the shipped form, with its inputs."""
    request = CreateSheet(
        workspace_id=shared.id, form_id="awareness-worksheet", inputs=ride_inputs()
    )
    return ann.create(request)
