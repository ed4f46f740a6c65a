"""Worksheets as they are, on a database of the test's own, beside the fake of everything else."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.storage.database import migrate, open_database
from tests.ui.fake_service import FakeService
from tests.ui.serving import create_app
from tests.worksheets.forms import form, worksheets_on
from tests.worksheets.service import served, worksheet_app


@contextmanager
def served_worksheets(service: FakeService, folder: Path) -> Iterator[str]:
    """Yields the address of a service with an empty list of sheets."""
    engine = open_database(f"sqlite:///{folder / 'sheets.sqlite'}")
    migrate(engine)
    app = worksheet_app(worksheets_on(engine, form()))
    app.mount("/", create_app(service))
    with served(app) as address:
        yield address
    engine.dispose()
