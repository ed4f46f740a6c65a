"""Added documents: one file each, whole or not at all."""

import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.added_documents import AddedDocuments
from knowledge.documents import Audience
from knowledge.errors import IndexNotSaved
from tests.knowledge.building import in_another_process, said_by
from tests.knowledge.samples import chunk, document

PLAN = document("doc-plan-1", "デマンド交通の実証を行う。", "移動販売を続ける。")
LIST = document("doc-list-2", "社会資源の一覧。", name="資源一覧.xlsx", pages=None)


@pytest.fixture
def folder(home: Path) -> Path:
    return home / "documents"


@pytest.fixture
def documents(folder: Path) -> AddedDocuments:
    return AddedDocuments(folder)


def test_a_saved_document_is_read_back_whole(documents: AddedDocuments, folder: Path) -> None:
    whole = replace(
        PLAN,
        as_source="points-2026",
        path="/共有/計画.pdf",
        settings="1100/100/points-2026",
        chunks=(chunk("本文", audience=(Audience.SC,), pages=(3, 4)),),
    )
    documents.save(whole)
    assert AddedDocuments(folder).all() == [whole]
    assert documents.get("doc-plan-1") == whole


def test_documents_stand_in_order_of_their_ids(documents: AddedDocuments) -> None:
    for one in (PLAN, LIST):
        documents.save(one)
    assert [one.id for one in documents.all()] == ["doc-list-2", "doc-plan-1"]


def test_nothing_was_added_yet(documents: AddedDocuments, folder: Path) -> None:
    assert documents.all() == []
    assert documents.get("doc-plan-1") is None
    assert not documents.delete("doc-plan-1")
    assert not folder.exists()


def test_a_new_version_takes_the_place_of_the_old(documents: AddedDocuments) -> None:
    documents.save(PLAN)
    assert documents.get("doc-plan-1") == PLAN
    for text in ("一", "二", "三"):
        newer = document("doc-plan-1", text)
        documents.save(newer)
        assert documents.all() == [newer]


def test_what_another_process_saves_is_seen(documents: AddedDocuments, folder: Path) -> None:
    assert documents.all() == []
    AddedDocuments(folder).save(PLAN)
    assert documents.all() == [PLAN]
    AddedDocuments(folder).delete(PLAN.id)
    assert documents.all() == []


def test_a_change_of_the_same_size_at_the_same_moment_is_seen(
    documents: AddedDocuments, folder: Path
) -> None:
    documents.save(document("doc-plan-1", "あ"))
    assert documents.all()[0].chunks[0].text == "あ"
    moment = (folder / "doc-plan-1.json").stat().st_mtime_ns
    AddedDocuments(folder).save(document("doc-plan-1", "い"))
    os.utime(folder / "doc-plan-1.json", ns=(moment, moment))
    assert documents.all()[0].chunks[0].text == "い"


def test_a_deleted_document_is_gone(documents: AddedDocuments) -> None:
    documents.save(PLAN)
    documents.save(LIST)
    assert documents.delete(PLAN.id)
    assert documents.all() == [LIST]
    assert not documents.delete(PLAN.id)


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", "3", '"text"', "null", "{}", '{"format": 99}', '{"format": 1, "chunks": [{}]}', '{"format": 1, "chunks": 3}', '{"format": 1, "chunks": []}'],
)  # fmt: skip
def test_a_damaged_file_hides_no_other(
    documents: AddedDocuments, folder: Path, written: str
) -> None:
    documents.save(PLAN)
    (folder / "doc-broken.json").write_text(written, encoding="utf-8")
    (folder / "doc-bytes.json").write_bytes(b"\xff\xfe\x00")
    assert documents.all() == [PLAN]
    documents.save(replace(LIST, id="doc-broken"))
    assert [one.id for one in documents.all()] == ["doc-broken", "doc-plan-1"]


READS_WHEN_ALLOWED = """
import os, sys
from pathlib import Path
from knowledge.added_documents import AddedDocuments
os.chdir(sys.argv[1])
documents, file = AddedDocuments(Path()), Path("doc-plan-1.json")
file.chmod(0)
if not os.geteuid():  # who may read everything works as somebody else
    os.seteuid(65534)
print([len(documents.all()), documents.get("doc-plan-1")])
os.seteuid(os.getuid())
file.chmod(0o600)
print(len(documents.all()))
"""


def test_a_file_that_could_not_be_read_once_is_tried_again(
    documents: AddedDocuments, folder: Path
) -> None:
    documents.save(PLAN)
    with in_another_process(READS_WHEN_ALLOWED, str(folder)) as process:
        said_by(process, "[0, None]")
        said_by(process, "1")


def test_one_document_is_read_without_the_others(documents: AddedDocuments, folder: Path) -> None:
    documents.save(PLAN)
    os.mkfifo(folder / "doc-large.json")  # whoever opens it waits for ever
    found = []
    reading = Thread(target=lambda: found.append(documents.get(PLAN.id)), daemon=True)
    reading.start()
    reading.join(5)
    assert found == [PLAN]


@pytest.mark.parametrize(
    "document_id",
    [
        pytest.param("../doc-plan-1", id="a path"),
        pytest.param("doc-plan\0-1", id="no character of a name"),
        pytest.param("doc" * 200, id="a name too long"),
        pytest.param("", id="nothing"),
    ],
)
def test_an_id_that_is_no_file_name_is_no_document(
    documents: AddedDocuments, folder: Path, document_id: str
) -> None:
    documents.save(PLAN)
    assert documents.get(document_id) is None


def test_a_renamed_file_is_still_the_document(documents: AddedDocuments, folder: Path) -> None:
    documents.save(PLAN)
    (folder / "doc-plan-1.json").rename(folder / "renamed.json")
    assert documents.get(PLAN.id) == PLAN
    assert documents.get("renamed") is None


def test_a_file_with_another_kind_of_chunk_is_passed_over(
    documents: AddedDocuments, folder: Path
) -> None:
    documents.save(PLAN)
    file = folder / "doc-plan-1.json"
    raw = json.loads(file.read_text("utf-8"))
    raw["chunks"][0]["kind"] = "poem"
    file.write_text(json.dumps(raw), "utf-8")
    assert AddedDocuments(folder).all() == []


def test_a_place_that_cannot_be_written_is_named(folder: Path, documents: AddedDocuments) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexNotSaved, match=r"計画\.pdf could not be saved"):
        documents.save(PLAN)


def test_a_document_that_cannot_be_removed_is_named(
    folder: Path, documents: AddedDocuments
) -> None:
    documents.save(PLAN)
    # Another file's content under a folder's name: unlink refuses it, as it does without rights.
    file = folder / "doc-plan-1.json"
    elsewhere = folder / "doc-other.json"
    file.rename(elsewhere)
    file.mkdir()
    with pytest.raises(IndexNotSaved, match="could not be removed"):
        documents.delete(PLAN.id)


FILLS_THE_DISK = """
import resource, signal, sys
from pathlib import Path
from knowledge.added_documents import AddedDocuments
from knowledge.errors import IndexNotSaved
from tests.knowledge.samples import document
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    AddedDocuments(Path(sys.argv[1])).save(document("doc-plan-1", "長い文。" * 2000))
except IndexNotSaved:
    print("named")
"""


def test_a_full_disk_keeps_the_old_version(folder: Path, documents: AddedDocuments) -> None:
    documents.save(PLAN)
    with in_another_process(FILLS_THE_DISK, str(folder)) as process:
        said_by(process, "named")
    assert documents.all() == [PLAN]
    assert [path.name for path in folder.iterdir()] == ["doc-plan-1.json"]


def test_half_written_files_of_killed_processes_are_removed_in_time(
    folder: Path, documents: AddedDocuments
) -> None:
    documents.save(PLAN)
    old, fresh = folder / "a.partial", folder / "b.partial"
    for path in (old, fresh):
        path.write_text("{", encoding="utf-8")
    long_ago = time.time() - 3 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    documents.save(LIST)
    assert not old.exists()
    assert fresh.exists(), "somebody may be writing it"
    assert len(documents.all()) == 2


def test_threads_save_read_and_delete_at_once(folder: Path, documents: AddedDocuments) -> None:
    def work(number: int) -> bool:
        mine = document(f"doc-{number}", f"文 {number}")
        documents.save(mine)
        assert mine in documents.all()
        return documents.delete(mine.id) if number % 2 else documents.get(mine.id) == mine

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(work, range(40)))
    assert {one.id for one in AddedDocuments(folder).all()} == {f"doc-{n}" for n in range(0, 40, 2)}


@given(
    name=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20),
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=50),
)
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, name: str, text: str
) -> None:
    documents = AddedDocuments(tmp_path_factory.mktemp("documents"))
    one = document("doc-any", text, name=name)
    documents.save(one)
    assert documents.all() == [one]


def test_a_path_that_is_no_text_comes_back_as_it_was(documents: AddedDocuments) -> None:
    one = replace(PLAN, path=os.fsdecode(b"/share/\x8c\x76\x89\xe6.pdf"))
    documents.save(one)
    assert documents.all() == [one]


def test_citations_can_name_a_document() -> None:
    source = PLAN.as_source_record()
    assert (source.key, source.title.ja, source.authority) == ("doc-plan-1", "計画.pdf", "user")
    assert source.published == "2026-11-21"
    assert source.publisher.en == "Added document"
