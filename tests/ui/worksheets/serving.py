"""Worksheets as they are, on a database of the test's own, beside the fake of everything else."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.storage.database import open_database
from tests.ui.fake_service import FakeService
from tests.ui.serving import create_app
from tests.worksheets.forms import form, worksheets_on
from tests.worksheets.service import served, worksheet_app


@contextmanager
def served_worksheets(service: FakeService, database: Path) -> Iterator[str]:
    """Yields the address of a service with this list of sheets, a migrated database."""
    engine = open_database(f"sqlite:///{database}")
    app = worksheet_app(worksheets_on(engine, form()))
    app.mount("/", create_app(service))
    with served(app) as address:
        yield address
    engine.dispose()
