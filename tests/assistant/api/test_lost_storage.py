"""A full disk, a lost index, a damaged index: told in the reader's language, and nothing is lost."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from assistant.api.app import create_app
from assistant.client import AssistantClient
from assistant.contract import AskRequest, Status
from assistant.errors import KnowledgeUnavailable, RequestRefused, StorageFailed
from assistant.settings import AssistantSettings
from assistant.wiring import Services
from tests.assistant.small_services import small_services
from tests.worksheets.service import served

PLAN = "# ひばり市 移動支援計画\n\nひばり市は令和8年度に移動販売車ひまわり号を3台走らせます。\n"
OTHER = "# つばめ町 計画\n\n" + "つばめ町は巡回バスつばさ号を2台走らせます。\n\n" * 400
CHOISOKO = AskRequest(question="チョイソコとは")
_ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with 24 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    command = [mount, "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def _fill(disk: Path) -> Path:
    """Take all the room that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(b"\0" * size):
                    pass
            except OSError:
                continue
    return filler


def test_a_full_disk_takes_no_document_and_loses_none(small_disk: Path, indexed_home: Path) -> None:
    home = small_disk / "home"
    shutil.copytree(indexed_home, home)
    services = small_services(home, AssistantSettings(home=home))
    with served(create_app(lambda: services)) as url, AssistantClient.at(url) as client:
        plan = client.add_document("ひばり市計画.md", PLAN.encode())
        before = client.search("移動販売車ひまわり号").passages
        filler = _fill(small_disk)
        with pytest.raises(RequestRefused, match=StorageFailed.ja) as refused:
            client.add_document("つばめ町計画.md", OTHER.encode())
        assert refused.value.status == 507
        file = {"file": ("計画.md", OTHER.encode())}
        english = httpx.post(f"{url}/v1/documents", files=file, headers=_ENGLISH)
        assert english.json()["detail"] == StorageFailed.en
        assert client.search("移動販売車ひまわり号").passages == before

        filler.unlink()
        added = client.add_document("つばめ町計画.md", OTHER.encode())
        assert {plan.id, added.id} <= {document.id for document in client.documents().documents}
        assert client.search("巡回バスつばさ号", source=[added.id]).passages
        assert client.ask(CHOISOKO).status is Status.ANSWERED


def _spoil(index: Path) -> None:
    for file in index.glob("*/chunks.jsonl"):
        file.write_bytes(file.read_bytes()[:100])


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(shutil.rmtree, id="the index is gone"),
        pytest.param(lambda index: (index / "current").write_text("gone"), id="it points nowhere"),
    ],
)
def test_an_index_lost_while_the_service_runs_is_told_and_made_anew_at_the_next_start(
    harm: Callable[[Path], object], services: Services, home: Path
) -> None:
    with served(create_app(lambda: services)) as url, AssistantClient.at(url) as client:
        plan = client.add_document("ひばり市計画.md", PLAN.encode())
        asked = client.ask(CHOISOKO)
        _wait_until_prepared(client)
        harm(home / "index")
        with pytest.raises(RequestRefused, match="sanpuku knowledge build") as refused:
            client.ask(CHOISOKO)
        assert refused.value.status == 503
        english = httpx.get(f"{url}/v1/search?question=Choisoko", headers=_ENGLISH)
        assert english.json()["detail"] == KnowledgeUnavailable.en
    _assert_whole_after_a_restart(home, plan.id, asked.conversation_id)


def test_an_index_damaged_while_the_service_was_down_is_made_anew(
    services: Services, home: Path
) -> None:
    with served(create_app(lambda: services)) as url, AssistantClient.at(url) as client:
        plan = client.add_document("ひばり市計画.md", PLAN.encode())
        asked = client.ask(CHOISOKO)
    _spoil(home / "index")
    _assert_whole_after_a_restart(home, plan.id, asked.conversation_id)


def _assert_whole_after_a_restart(home: Path, document: str, conversation: str) -> None:
    again = small_services(home, AssistantSettings(home=home))
    with served(create_app(lambda: again)) as url, AssistantClient.at(url) as client:
        _wait_until_prepared(client)
        assert client.ready().status == "ready"
        assert client.search("移動販売車ひまわり号", source=[document]).passages
        assert client.ask(CHOISOKO).status is Status.ANSWERED
        assert [kept.id for kept in client.conversations().conversations][-1] == conversation


def _wait_until_prepared(client: AssistantClient) -> None:
    while client.ready().status == "preparing":
        pass
