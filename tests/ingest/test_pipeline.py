"""The way of files into the knowledge base and out again."""

import os
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
from knowledge.added_documents import AddedDocuments
from knowledge.documents import Kind
from knowledge.errors import IndexNotSaved
from tests.ingest import made_files
from tests.ingest.adding import (
    ADDED,
    FAILED,
    REPLACED,
    UNCHANGED,
    Add,
    added,
    ingestion,
    outcomes,
    searchable,
    stored,
    unheard,
)


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
