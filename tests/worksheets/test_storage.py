"""The database: opened, migrated, and its failures named."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, insert, inspect, select, text

from assistant.errors import StorageFailed
from assistant.storage import conversation_tables, worksheet_tables
from assistant.storage.database import migrate, open_database, reading, writing
from assistant.storage.errors import AddressInvalid, DatabaseNewer, DriverMissing
from assistant.storage.tables import metadata

CONVERSATION = {
    "id": "c1",
    "visitor": "somebody",
    "title": "移動",
    "created_at": "2026-04-01",
    "updated_at": "2026-04-01",
}


def test_migrations_make_exactly_the_tables_that_the_program_uses(engine: Engine) -> None:
    assert {conversation_tables.conversations.name, worksheet_tables.worksheets.name} <= set(
        inspect(engine).get_table_names()
    )
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(insert(conversation_tables.conversations).values(CONVERSATION))
    migrate(engine)
    with reading(engine) as connection:
        rows = connection.execute(select(conversation_tables.conversations.c.title)).scalars()
        assert rows.all() == ["移動"]


def test_several_threads_may_migrate_at_once(database_url: str) -> None:
    def start(_number: int) -> None:
        engine = open_database(database_url)
        migrate(engine)
        engine.dispose()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(start, range(8)))


def test_several_processes_may_start_at_once(database_url: str) -> None:
    program = (
        "import sys; from assistant.storage.database import migrate, open_database; "
        "migrate(open_database(sys.argv[1]))"
    )
    started = [subprocess.Popen([sys.executable, "-c", program, database_url]) for _ in range(3)]
    assert [process.wait(timeout=60) for process in started] == [0, 0, 0]


def test_a_database_that_another_program_is_making_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "made.db"
    maker = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    maker.execute("BEGIN IMMEDIATE")
    maker.execute("CREATE TABLE unfinished (id INTEGER)")
    finish = Timer(0.5, maker.execute, ["COMMIT"])
    finish.start()
    engine = open_database(f"sqlite:///{file}")
    migrate(engine)
    finish.join()
    assert "worksheets" in inspect(engine).get_table_names()
    maker.close()


def test_a_database_of_a_newer_program_is_refused(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseNewer):
        migrate(engine)


def test_an_error_in_a_transaction_takes_all_of_it_back(engine: Engine) -> None:
    def write_and_fail() -> None:
        with writing(engine) as connection:
            connection.execute(insert(conversation_tables.conversations).values(CONVERSATION))
            raise LookupError

    with pytest.raises(LookupError):
        write_and_fail()
    with reading(engine) as connection:
        assert connection.execute(select(conversation_tables.conversations)).all() == []


def test_a_row_without_its_parent_is_refused(engine: Engine) -> None:
    orphan = {"workspace_id": "none", "visitor": "v", "name": "n", "side": "company"}
    with pytest.raises(StorageFailed), writing(engine) as connection:
        connection.execute(insert(worksheet_tables.members).values(joined_at="now", **orphan))


@pytest.mark.parametrize(
    ("url", "error"),
    [
        pytest.param("no url at all", AddressInvalid, id="an-address-that-is-none"),
        pytest.param("nosuch://host/name", DriverMissing, id="a-database-nobody-knows"),
    ],
)
def test_an_address_that_cannot_be_used(url: str, error: type[StorageFailed]) -> None:
    with pytest.raises(error) as raised:
        open_database(url)
    assert raised.value.message("ja") != raised.value.message("en")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(StorageFailed):
        open_database(f"sqlite:///{tmp_path}/file/sheets.sqlite")


def test_a_server_that_is_away() -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    engine = open_database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(StorageFailed):
        migrate(engine)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "sheets.sqlite").write_text("not a database at all" * 100, encoding="utf-8")
    with pytest.raises(StorageFailed):
        migrate(open_database(f"sqlite:///{tmp_path / 'sheets.sqlite'}"))


def test_readers_do_not_wait_for_a_writer(engine: Engine) -> None:
    with writing(engine) as writer, reading(engine) as reader:
        writer.execute(insert(conversation_tables.conversations).values(CONVERSATION))
        assert reader.execute(select(conversation_tables.conversations)).all() == []
