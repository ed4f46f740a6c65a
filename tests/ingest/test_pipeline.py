"""The way of files into the knowledge base and out again."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ingest.errors import (
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    FileUnreadable,
    UnknownFormat,
    WrongSuffix,
)
from ingest.pipeline import Ingestion, document_id_of
from ingest.report import IngestReport, Outcome
from knowledge.added_documents import AddedDocuments
from knowledge.documents import Kind
from knowledge.errors import IndexNotSaved
from knowledge.index_store import IndexStore
from knowledge.indexing import Indexer
from knowledge.vector_cache import VectorCache
from tests.fakes import WordOverlapEmbeddings
from tests.ingest import made_files
from tests.knowledge.samples import SMALL_CORPUS

ADDED, REPLACED = Outcome.ADDED, Outcome.REPLACED
UNCHANGED, REMOVED, FAILED = Outcome.UNCHANGED, Outcome.REMOVED, Outcome.FAILED


def unheard(*_progress: object) -> None:
    """Nobody listens."""


def ingestion(home: Path, chunk_tokens: int = 1100) -> Ingestion:
    documents = AddedDocuments(home / "documents")
    store = IndexStore(home / "index", None)
    cache = VectorCache(home / "vectors.sqlite", "overlap", WordOverlapEmbeddings(), None)
    indexer = Indexer(SMALL_CORPUS, documents, store, cache, "overlap", with_entries=True)
    return Ingestion(documents=documents, indexer=indexer, chunk_tokens=chunk_tokens)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "共有"
    made.mkdir()
    return made


@pytest.fixture
def add(home: Path) -> Callable[..., list[Outcome]]:
    def run(*paths: Path, **how: str) -> list[Outcome]:
        return outcomes(added(home, *paths, **how))

    return run


def added(home: Path, *paths: Path, as_source: str | None = None) -> IngestReport:
    return ingestion(home).add(paths, as_source=as_source, on_file=unheard, on_progress=unheard)


def outcomes(report: IngestReport) -> list[Outcome]:
    return [file.outcome for file in report.files]


def stored(home: Path) -> dict[str, str]:
    return {d.name: d.chunks[0].text for d in AddedDocuments(home / "documents").all()}


def searchable(home: Path) -> set[str]:
    """Names of the added documents that the live index holds."""
    chunks = IndexStore(home / "index", None).open().chunks.values()
    return {chunk.title for chunk in chunks if not chunk.is_curated}


Add = Callable[..., list[Outcome]]


def test_an_added_document_can_be_cited(home: Path, folder: Path) -> None:
    pages = [["第1章 移動支援", "デマンド交通の実証を行う。"], ["【料金】", "1回300円とする。"]]
    [file] = added(home, made_files.pdf(folder / "計画.pdf", pages), as_source="guide-2026").files
    assert (file.name, file.outcome, file.passages) == ("計画.pdf", ADDED, 1)
    document = AddedDocuments(home / "documents").get(str(file.document_id))
    assert document is not None
    assert (document.name, document.pages, document.as_source) == ("計画.pdf", 2, "guide-2026")
    [chunk] = document.chunks
    assert chunk.text == "第1章 移動支援\nデマンド交通の実証を行う。\n【料金】\n1回300円とする。"
    assert (chunk.pages, chunk.heading, chunk.kind) == ((1, 2), "第1章 移動支援", Kind.DOCUMENT)
    assert (chunk.source, chunk.language, chunk.title) == (document.id, "ja", "計画.pdf")
    assert searchable(home) == {"計画.pdf"}


@pytest.mark.parametrize(
    ("text", "language"), [("移動販売 mobile shop", "ja"), ("A mobile shop.", "en")]
)
def test_the_language_is_told_from_the_text(
    home: Path, folder: Path, text: str, language: str
) -> None:
    added(home, made_files.text(folder / "a.txt", text))
    assert AddedDocuments(home / "documents").all()[0].chunks[0].language == language


def test_unchanged_files_are_skipped_and_changed_ones_replaced(
    add: Add, home: Path, folder: Path
) -> None:
    one, two = (made_files.text(folder / name, f"{name}の本文") for name in ("甲.txt", "乙.txt"))
    assert add(folder) == [ADDED, ADDED]
    generation = IndexStore(home / "index", None).live_generation()
    assert add(folder) == [UNCHANGED, UNCHANGED]
    assert IndexStore(home / "index", None).live_generation() == generation
    two.write_text("新しい本文", encoding="utf-8")
    os.utime(two, (0, 0))
    assert sorted(add(one, two)) == sorted([UNCHANGED, REPLACED])
    assert stored(home) == {"甲.txt": "甲.txtの本文", "乙.txt": "新しい本文"}


def test_other_settings_are_worth_splitting_again(home: Path, folder: Path) -> None:
    file = made_files.text(folder / "長い.txt", "移動販売は週に二回来る。\n" * 200)
    [before] = added(home, file).files
    [after] = (
        ingestion(home, chunk_tokens=200).add([file], on_file=unheard, on_progress=unheard).files
    )
    assert after.outcome is REPLACED
    assert after.passages > before.passages
    [named] = added(home, file, as_source="guide-2026").files
    assert named.outcome is REPLACED


def test_files_gone_from_a_folder_are_removed(add: Add, home: Path, folder: Path) -> None:
    for name in ("甲.txt", "乙.txt", "下/丙.txt"):
        made_files.text(folder / name, f"{name}の本文")
    assert add(folder) == [ADDED] * 3
    (folder / "甲.txt").unlink()
    (folder / "下" / "丙.txt").unlink()
    assert sorted(add(folder)) == sorted([UNCHANGED, REMOVED, REMOVED])
    assert set(stored(home)) == searchable(home) == {"乙.txt"}


def test_only_the_folder_that_is_named_is_compared(add: Add, home: Path, folder: Path) -> None:
    one, two = (made_files.text(folder / name, name) for name in ("a/甲.txt", "b/乙.txt"))
    assert add(folder / "a", folder / "b") == [ADDED, ADDED]
    one.unlink()
    two.unlink()
    assert add(folder / "a") == [REMOVED]
    assert set(stored(home)) == {"乙.txt"}


def test_a_disk_that_is_not_there_removes_nothing(add: Add, home: Path, folder: Path) -> None:
    made_files.text(folder / "usb" / "甲.txt", "本文")
    assert add(folder) == [ADDED]
    (folder / "usb").rename(folder.parent / "unplugged")
    assert add(folder / "usb") == [FAILED]
    assert add(folder) == []
    assert set(stored(home)) == {"甲.txt"}


def test_an_upload_that_passed_through_is_not_removed(add: Add, home: Path, tmp_path: Path) -> None:
    upload = made_files.text(tmp_path / "passing" / "甲.txt", "本文")
    assert add(upload) == [ADDED]
    upload.unlink()
    upload.parent.rmdir()
    assert add(tmp_path / "共有") == [FAILED]
    assert add(tmp_path) == []
    assert set(stored(home)) == {"甲.txt"}


def test_the_same_file_from_another_place_takes_its_place(
    add: Add, home: Path, tmp_path: Path
) -> None:
    for number, (text, outcome) in enumerate([("一", ADDED), ("二", REPLACED), ("二", UNCHANGED)]):
        assert add(made_files.text(tmp_path / str(number) / "計画.txt", text)) == [outcome]
    assert stored(home) == {"計画.txt": "二"}
    [document] = AddedDocuments(home / "documents").all()
    assert document.path == str((tmp_path / "2" / "計画.txt").resolve())


def test_files_of_one_name_in_two_folders_are_two_documents(
    add: Add, home: Path, folder: Path
) -> None:
    for name in ("計画.txt", "北/計画.txt", "南/計画.txt"):
        made_files.text(folder / name, f"{name}の本文")
    assert add(folder) == [ADDED] * 3
    assert add(folder) == [UNCHANGED] * 3
    texts = {d.chunks[0].text for d in AddedDocuments(home / "documents").all()}
    assert texts == {"計画.txtの本文", "北/計画.txtの本文", "南/計画.txtの本文"}
    assert add(folder / "北" / "計画.txt", folder / "南" / "計画.txt") == [UNCHANGED] * 2
    assert len(AddedDocuments(home / "documents").all()) == 3


def test_two_files_of_one_name_that_are_named_are_two_documents(
    add: Add, home: Path, folder: Path
) -> None:
    files = [made_files.text(folder / place / "計画.txt", place) for place in ("北", "南")]
    assert add(*files) == [ADDED, ADDED]
    assert add(*files) == [UNCHANGED, UNCHANGED]
    assert len(AddedDocuments(home / "documents").all()) == 2


def test_one_bad_file_never_stops_the_rest(home: Path, folder: Path) -> None:
    made_files.text(folder / "01.txt", "はじめ")
    made_files.text(folder / "02.pdf", "%PDF-1.4 壊れた")
    made_files.pdf(folder / "03.pdf", [["秘密"]], password="x")
    made_files.scanned_pdf(folder / "04.pdf")
    made_files.text(folder / "05.docx", "Wordではない")
    made_files.text(folder / "06.txt", "")
    made_files.text(folder / "07.txt", "おわり")
    report = added(home, folder, folder / "nowhere.txt", folder.parent / "写真.jpg")
    assert outcomes(report) == [ADDED, *[FAILED] * 5, ADDED, FAILED, FAILED]
    assert [type(file.problem) for file in report.failed] == [
        BrokenFile, EncryptedFile, EmptyFile, WrongSuffix, EmptyFile, FileUnreadable, FileUnreadable,
    ]  # fmt: skip
    assert searchable(home) == {"01.txt", "07.txt"}


def test_an_unknown_format_that_is_named_has_its_reason(home: Path, folder: Path) -> None:
    report = added(home, made_files.text(folder / "写真.jpg", "x"))
    assert [type(file.problem) for file in report.failed] == [UnknownFormat]


def test_a_file_that_becomes_bad_keeps_its_former_version(
    add: Add, home: Path, folder: Path
) -> None:
    file = made_files.text(folder / "甲.txt", "前の本文")
    assert add(file) == [ADDED]
    file.write_bytes(bytes(range(32)) * 20)
    assert add(file) == [FAILED]
    assert stored(home) == {"甲.txt": "前の本文"}


def test_a_document_of_page_numbers_alone_is_empty(add: Add, home: Path, folder: Path) -> None:
    assert add(made_files.pdf(folder / "a.pdf", [["- 1 -"], ["- 2 -"]])) == [FAILED]
    assert stored(home) == {}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(add: Add, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert add(folder / "pipe.txt") == [FAILED]
    assert add(folder) == []


def test_a_deleted_document_is_no_longer_found(home: Path, folder: Path) -> None:
    [file] = added(home, made_files.text(folder / "甲.txt", "本文")).files
    one = ingestion(home)
    assert one.delete(str(file.document_id), on_progress=unheard)
    assert searchable(home) == set()
    assert not one.delete(str(file.document_id), on_progress=unheard)


def test_files_and_progress_are_told(home: Path, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        made_files.text(folder / name, "本文")
    files: list[tuple[str, int, int]] = []
    steps: list[str] = []
    ingestion(home).add(
        [folder],
        on_file=lambda path, number, total: files.append((path.name, number, total)),
        on_progress=lambda step, _done, _total: steps.append(step),
    )
    assert files == [("a.txt", 1, 2), ("b.txt", 2, 2)]
    assert set(steps) == {"vectors", "index"}


def test_a_place_that_cannot_be_written_is_named(home: Path, folder: Path) -> None:
    home.mkdir()
    (home / "documents").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexNotSaved, match=r"甲\.txt could not be saved"):
        added(home, made_files.text(folder / "甲.txt", "本文"))


def test_an_index_that_could_not_be_written_is_made_up_for_by_the_next_run(
    home: Path, folder: Path
) -> None:
    file = made_files.text(folder / "甲.txt", "本文")
    (home / "index").parent.mkdir(parents=True)
    (home / "index").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexNotSaved):
        added(home, file)
    (home / "index").unlink()
    assert outcomes(added(home, file)) == [UNCHANGED]
    assert searchable(home) == {"甲.txt"}


def test_several_people_add_at_once(home: Path, folder: Path) -> None:
    files = [made_files.text(folder / f"{n}.txt", f"本文 {n}") for n in range(6)]
    with ThreadPoolExecutor(6) as threads:
        reports = list(threads.map(lambda file: added(home, file), files))
    assert [outcomes(report) for report in reports] == [[ADDED]] * 6
    assert searchable(home) == {file.name for file in files}


def test_names_that_are_no_text_do_no_harm(add: Add, home: Path, folder: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/\x8c\x76.txt"))
    try:
        odd.write_text("本文", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes only names that are text")
    made_files.text(folder / "甲.txt", "本文")
    assert add(folder) == [ADDED, ADDED]
    assert add(folder) == [UNCHANGED, UNCHANGED]
    assert all(name.isprintable() for name in stored(home))


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        pytest.param("Plan 2026.pdf", "doc-plan-2026-", id="latin-letters"),
        pytest.param("地域福祉計画.pdf", "doc-document-", id="none-at-all"),
        pytest.param("ＳＣ一覧.xlsx", "doc-sc-", id="full-width-letters"),
        pytest.param("../../etc/passwd.txt", "doc-passwd-", id="a-path"),
        pytest.param("a" * 300 + ".txt", "doc-" + "a" * 40 + "-", id="very-long"),
        pytest.param(".txt", "doc-txt-", id="only-a-suffix"),
    ],
)
def test_ids_are_readable_and_safe(name: str, readable: str) -> None:
    made = document_id_of(name)
    assert made.startswith(readable)
    assert len(made) == len(readable) + 8
    assert "/" not in made


def test_ids_tell_names_apart_and_systems_not() -> None:
    names = ["計画.pdf", "計画.docx", "計画２.pdf", "北/計画.pdf"]
    assert len({document_id_of(name) for name in names}) == len(names)
    composed, taken_apart = "ガイド.pdf", "カ\u3099イト\u3099.pdf"
    assert document_id_of(composed) == document_id_of(taken_apart)
