"""The engine, its transactions and its migrations. With the tables, the only users of SQLAlchemy."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, OperationalError
from sqlite3 import Connection as SQLiteConnection
from time import monotonic, sleep

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from assistant.errors import StorageFailed
from assistant.storage.errors import AddressInvalid, DatabaseNewer, DriverMissing

BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""
_LOOK_AGAIN_SECONDS = 0.05
_MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATION_LOCK = 0x53414E50  # "SANP": any number that no other program on the server locks
# PostgreSQL reads what is committed when a statement begins, in a transaction or not: to leave it
# out spares two of the three trips to the server for each read.
_READING = {
    "sqlite": {"sqlite_begin": "DEFERRED"},
    "postgresql": {"isolation_level": "AUTOCOMMIT"},
}
_POOL = {"pool_size": 10, "max_overflow": 30}  # one connection for each thread of the service


def open_database(url: str) -> Engine:
    """An engine for this SQLAlchemy URL: SQLite by file, PostgreSQL by `postgresql://…`.

    Does not connect yet; makes the folder of a SQLite file.

    Raises:
        AddressInvalid, DriverMissing: the URL cannot be used.
        StorageFailed: the folder cannot be made.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(address)
    try:
        return create_engine(address, pool_pre_ping=True, **_POOL)
    except (ImportError, SQLAlchemyError) as error:
        raise DriverMissing(address.drivername) from error


def migrate(engine: Engine) -> None:
    """Bring the database to this program's tables; safe when several processes start at once.

    Raises:
        DatabaseNewer: a newer program has been here.
        StorageFailed: the database is away or full.
    """
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(
                text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK}
            )
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise DatabaseNewer(str(error)) from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that only reads; never waits for a writer.

    Raises:
        StorageFailed: the database is away.
    """
    try:
        with engine.connect() as plain:
            connection = plain.execution_options(**_READING.get(engine.dialect.name, {}))
            with connection.begin():
                yield connection
    except SQLAlchemyError as error:
        raise StorageFailed(str(error)) from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes; all of it is kept, or nothing when an error leaves it.

    Raises:
        StorageFailed: the database is away, full, or busy for too long.
    """
    try:
        with engine.begin() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise StorageFailed(str(error)) from error


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError as error:
        # The URL itself may hold a password: it is not repeated.
        raise AddressInvalid from error
    if address.drivername in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    return address


def _open_sqlite(address: URL) -> Engine:
    if address.database:
        try:
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageFailed(str(error)) from error
    engine = create_engine(address, connect_args={"timeout": BUSY_SECONDS}, **_POOL)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: SQLiteConnection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own transactions leave out changes of tables; ours begin in _begin_sqlite.
    connection.isolation_level = None
    _write_ahead(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _write_ahead(connection: SQLiteConnection) -> None:
    """Switch to the journal with which readers never wait; while another process makes the
    database, SQLite refuses this at once, whatever the time-out."""
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if error.sqlite_errorcode != SQLITE_BUSY or monotonic() > until:
                raise
            sleep(_LOOK_AGAIN_SECONDS)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its place in the queue at once: a read that turns into a write half-way
    # through could not wait, and would fail.
    mode = connection.get_execution_options().get("sqlite_begin", "IMMEDIATE")
    connection.exec_driver_sql(f"BEGIN {mode}")
