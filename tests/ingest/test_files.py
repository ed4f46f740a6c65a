"""Which files are meant by the files and folders named."""

import os
from pathlib import Path

import pytest

from ingest.files import files_of
from tests.ingest.made_files import text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shared folder as it is found in an office."""
    for name in (
        "計画.txt", "一覧.md", "資料/計画.txt", "資料/深い/会議.html", "写真.jpg", "Thumbs.db",
        ".隠れた.txt", "~$計画.docx", "._計画.txt", ".git/objects/a/README.txt", "資料/.cache/x/y.txt",
    ):  # fmt: skip
        text(tmp_path / "共有" / name, name)
    (tmp_path / "共有" / "folder.txt").mkdir()
    return tmp_path / "共有"


def names(*paths: Path) -> list[str]:
    return sorted(found.name for found in files_of(paths))


def test_files_of_known_formats_are_found_at_any_depth(folder: Path) -> None:
    assert names(folder) == ["一覧.md", "計画.txt", "資料/深い/会議.html", "資料/計画.txt"]


def test_hidden_files_and_folders_and_lock_files_are_passed_over(folder: Path) -> None:
    assert not [name for name in names(folder) if "隠" in name or "~$" in name or "git" in name]


def test_a_hidden_folder_that_is_named_is_meant(folder: Path) -> None:
    assert names(folder / ".git") == ["objects/a/README.txt"]
    assert names(folder / ".隠れた.txt") == [".隠れた.txt"]


def test_a_file_that_is_named_is_meant_whatever_its_format(folder: Path) -> None:
    assert names(folder / "写真.jpg") == ["写真.jpg"]
    assert names(folder / "nowhere.pdf") == ["nowhere.pdf"]


def test_each_file_is_found_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found = list(
        files_of(
            [
                folder,
                folder / "計画.txt",
                folder / "資料",
                Path("計画.txt"),
                Path("資料/../計画.txt"),
            ]
        )
    )
    assert len(found) == 4


def test_two_names_for_one_file_are_one_file(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "計画.txt")
    assert len(names(folder)) == 4


@pytest.mark.parametrize("looped", ["a loop in the folder", "a loop that is named"])
def test_links_in_a_circle_do_no_harm(folder: Path, looped: str) -> None:
    (folder / "loop").symlink_to(folder)
    (folder / "a.txt").symlink_to(folder / "b.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    if looped == "a loop that is named":
        assert names(folder / "a.txt") == ["a.txt"]
    else:
        assert len(names(folder)) == 4


def test_no_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert names(tmp_path / "empty") == []
    assert names() == []


def test_names_that_are_no_text_are_found(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\x8c\x76.txt"))
    try:
        odd.write_text("本文", encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes only names that are text")
    [found] = files_of([tmp_path])
    assert found.path == odd
