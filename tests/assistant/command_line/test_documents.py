"""`sanpuku ingest` and `sanpuku documents`."""

import re
from pathlib import Path

import pytest

from tests.assistant.command_line.conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good files and a bad one."""
    made = tmp_path / "plans"
    made.mkdir()
    (made / "a.md").write_text("# 計画\n\n移動販売車ひまわり号を走らせます。", encoding="utf-8")
    (made / "b.txt").write_text("見守りの協力店は28店です。", encoding="utf-8")
    (made / "broken.pdf").write_bytes(b"no pdf")
    return made


def test_files_of_a_folder_are_added_and_bad_ones_told(run: Run, folder: Path) -> None:
    done = run("ingest", str(folder))
    assert done.exit_code == 1
    assert "a.md: 追加" in done.stdout
    assert "b.txt: 追加" in done.stdout
    assert "broken.pdf: 読み込めません — 拡張子と中身が合いません" in done.stdout
    assert "3/3" in done.stderr
    listed = run("documents").stdout
    assert "a.md" in listed
    assert "broken.pdf" not in listed


def test_when_all_is_well_the_code_is_nought(run: Run, folder: Path) -> None:
    assert run("ingest", str(folder / "a.md")).exit_code == 0
    assert "変更なし" in run("ingest", str(folder / "a.md")).stdout


def test_english_on_an_english_terminal(run: Run, english_terminal: None, folder: Path) -> None:
    done = run("ingest", str(folder))
    assert "a.md: added" in done.stdout
    assert "does not match the suffix" in done.stdout


def test_a_document_is_searched_and_deleted(run: Run, folder: Path) -> None:
    run("ingest", str(folder / "a.md"))
    assert "ひまわり号" in run("search", "ひまわり号", "--limit", "1").stdout
    found = re.search(r"doc-\S+", run("documents").stdout)
    assert found
    deleted = run("documents", "--delete", found[0])
    assert (deleted.exit_code, deleted.stdout) == (0, "削除しました\n")
    assert "ひまわり号" not in run("search", "ひまわり号", "--limit", "1").stdout
    again = run("documents", "--delete", found[0])
    assert again.exit_code == 1
    assert "見つかりません" in again.stderr


def test_an_unknown_official_document_is_wrong_use(run: Run, folder: Path) -> None:
    done = run("ingest", str(folder / "a.md"), "--as", "points-1999")
    assert done.exit_code == 2
    assert "という資料はありません" in done.stderr
    assert "points-2026" in done.stderr


def test_an_official_document_is_told_as_one(run: Run, folder: Path) -> None:
    assert run("ingest", str(folder / "a.md"), "--as", "points-2026").exit_code == 0


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    done = run("ingest", str(tmp_path / "none.md"))
    assert done.exit_code == 1
    assert "none.md" in done.stdout
