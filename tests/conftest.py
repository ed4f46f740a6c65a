"""What holds for every test: no network, no hub, and a home of its own."""

import gc
import os
import sys
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import Scheduling

    from tests.running_product import Product

# Read by hub clients when they are imported, so before anything else is.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["ANONYMIZED_TELEMETRY"] = "False"

# Models and indexes of many tests live at once: looking through them for garbage takes a good part
# of the time, as at the start of the product itself (assistant.command_line.app).
gc.set_threshold(50_000, 20, 100)

settings.register_profile(
    "tests", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("tests")

_TOGETHER = {
    "tests/browser/test_worksheet_page.py": "one",
    "tests/test_journey.py": "one",
    "tests/browser/test_evaluation_page.py": "other",
    "tests/browser/test_page.py": "other",
    "tests/evals/test_product_mutations.py": "other",
}
"""Files whose tests share a running product with those of another, and which."""
_OWN_NAMES = {"", "localhost", "localhost.localdomain"}
network_uses: list[str] = []
"""Addresses outside this machine that a test has tried to reach."""


class NetworkUsed(AssertionError):
    """A test tried to leave this machine."""


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0] or ""
    else:
        return
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    if not _is_here(name):
        network_uses.append(name)
        raise NetworkUsed(f"a test tried to reach {name}")


def _is_here(name: str) -> bool:
    if name in _OWN_NAMES:
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


# Python itself tells of every connection, whichever library makes it.
sys.addaudithook(_stay_on_this_machine)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test that tried to leave this machine, even where the attempt was swallowed."""
    network_uses.clear()
    yield
    assert not network_uses, f"the test tried to reach {network_uses}"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty SANPUKU_HOME for each test, and no other setting from outside."""
    for name in [name for name in os.environ if name.startswith("SANPUKU_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "home"
    monkeypatch.setenv("SANPUKU_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that holds all tables, to be copied: migrating takes longer than most tests."""
    from assistant.storage.database import migrate, open_database

    file = tmp_path_factory.mktemp("migrated") / "sheets.sqlite"
    engine = open_database(f"sqlite:///{file}")
    migrate(engine)
    engine.dispose()
    return file


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The running product's tests take longest: nobody should wait for them at the end."""
    items.sort(key=lambda item: not _uses_product(item))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: "Producer") -> "Scheduling":
    """A file's tests go to one worker, as with `--dist loadfile`; those of files that share a
    product too."""
    from xdist.scheduler import LoadFileScheduling

    class FilesTogether(LoadFileScheduling):  # type: ignore[misc]  # xdist ships no types
        def _split_scope(self, nodeid: str) -> str:
            file: str = super()._split_scope(nodeid)
            return _TOGETHER.get(file, file)

    return FilesTogether(config, log)


def _uses_product(item: pytest.Item) -> bool:
    return "running" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def model_home(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the bundled model is unpacked: once for all workers, it takes a while.

    It stays in pytest's cache for the next run; another model gets another folder there.
    """
    from knowledge.bundled_model import unpacked_model

    has_cache = pytestconfig.pluginmanager.has_plugin("cacheprovider")
    folder = (
        pytestconfig.cache.mkdir("model-home")
        if has_cache and pytestconfig.cache
        else tmp_path_factory.mktemp("model-home")
    )
    unpacked_model(folder)
    return folder


@pytest.fixture(scope="session")
def prepared_home(model_home: Path) -> Path:
    """The same home with the index of all entries: only what changed since the last run is made."""
    from knowledge.settings import KnowledgeSettings
    from knowledge.wiring import build_knowledge

    # Of an earlier run whose entries had no shipped vectors yet.
    (model_home / "vectors.sqlite").unlink(missing_ok=True)
    indexer = build_knowledge(KnowledgeSettings(home=model_home)).indexer
    indexer.refresh(on_progress=lambda *_: None)
    return model_home


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory, prepared_home: Path) -> "Iterator[Product]":
    """The real product without its page, for all tests that need one: starting it takes long.

    Whoever adds a document deletes it again, and whoever stops the service starts it again.
    """
    from tests.running_product import running_product

    home = tmp_path_factory.mktemp("product") / "home"
    with running_product(home, prepared_home) as product:
        yield product
