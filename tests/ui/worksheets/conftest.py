"""A sheet that two sides share, and the page that one of them has open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import CreateSheet, CreateWorkspace
from assistant.worksheets.model import Sheet
from assistant.worksheets.sharing import Workspace
from tests.ui.fake_service import FakeService
from tests.ui.worksheets.serving import served_worksheets
from tests.ui.worksheets.sheet_visitor import YAMADA, joined
from tests.worksheets.bundled import ride_inputs


@pytest.fixture
def url(
    service: FakeService, migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    database = Path(shutil.copy(migrated_file, tmp_path))
    with served_worksheets(service, database) as address:
        monkeypatch.setenv("SANPUKU_API_URL", address)
        yield address


@pytest.fixture
def company(url: str) -> Iterator[WorksheetClient]:
    """The other side, who works without the page."""
    with WorksheetClient.at(url, visitor="the-other-side") as client:
        yield client


@pytest.fixture
def workspace(company: WorksheetClient) -> Workspace:
    return company.workspaces.create(CreateWorkspace(name="送迎", person=YAMADA))


@pytest.fixture
def sheet(company: WorksheetClient, workspace: Workspace) -> Sheet:
    """An empty worksheet for a ride service."""
    request = CreateSheet(
        workspace_id=workspace.id,
        form_id="awareness-worksheet",
        title="みどり市の送迎",
        inputs=ride_inputs(),
    )
    return company.create(request)


@pytest.fixture
def page(sheet: Sheet, workspace: Workspace) -> AppTest:
    """The sheet, opened by its link by somebody of the welfare side."""
    return joined(sheet, workspace)
