"""People who edit at the same time: what is saved is counted, what is gone is noticed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.storage.database import migrate, open_database
from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import CreateSheet, CreateWorkspace, SaveField
from evals.bench.editing import EditingFigures
from evals.bench.editing_table import table_of
from evals.bench.editors import Editor, edit_together, lost_lines
from evals.bench.figures import Latency
from tests.worksheets.forms import ANN, SATO, form, worksheets_on
from tests.worksheets.service import served, worksheet_app


@pytest.fixture
def client(tmp_path: Path) -> Iterator[WorksheetClient]:
    engine = open_database(f"sqlite:///{tmp_path / 'sheets.sqlite'}")
    migrate(engine)
    with (
        served(worksheet_app(worksheets_on(engine, form()))) as url,
        WorksheetClient.at(url, visitor=ANN) as opened,
    ):
        yield opened
    engine.dispose()


@pytest.fixture
def editors(client: WorksheetClient) -> list[Editor]:
    """Two people on one sheet."""
    workspace = client.workspaces.create(CreateWorkspace(name="bench", person=SATO))
    sheet = client.create(CreateSheet(workspace_id=workspace.id, form_id="small"))
    return [Editor(name, client, sheet.id, ("problem",)) for name in ("一人目", "二人目")]


def test_everything_that_people_save_together_is_kept(editors: list[Editor]) -> None:
    edited = edit_together(editors, 2.0)
    assert all(done.lines and not done.failures for done in edited)
    assert lost_lines(editors, edited) == []


def test_a_line_that_has_gone_is_noticed(editors: list[Editor]) -> None:
    edited = edit_together(editors, 2.0)
    one = editors[0]
    revision = one.client.get(one.sheet_id).value("problem").revision
    one.client.save_field(one.sheet_id, "problem", SaveField(revision=revision, text="別の文"))
    assert set(lost_lines(editors, edited)) == {line for done in edited for line in done.lines}


def test_the_figures_stand_beside_their_bars() -> None:
    quick = Latency(count=3, p50=10.0, p95=20.0)
    figures = EditingFigures(
        service="sqlite", suggestions=quick, saving=quick, saving_together=quick,
        people=25, seconds=60.0, conflicts=4, lost=0, failures=0,
    )  # fmt: skip
    bars = list(table_of(figures).columns[2].cells)
    assert bars[:2] == ["p95 ≤ 300 ms", "p95 ≤ 50 ms"]
    assert bars[-2:] == ["0", "0"]
