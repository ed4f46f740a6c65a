"""Adding files again: what is the same document, what has changed, what is gone."""

import os
from pathlib import Path

from knowledge.added_documents import AddedDocuments
from knowledge.index_store import IndexStore
from tests.ingest import made_files
from tests.ingest.adding import ADDED, FAILED, REMOVED, REPLACED, UNCHANGED, Add, searchable, stored


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
