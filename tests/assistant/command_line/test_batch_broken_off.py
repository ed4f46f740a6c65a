"""`sanpuku ask --batch` that does not come to its end: what was answered is kept."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from assistant.answering import LOCAL_VISITOR, Assistant
from assistant.command_line.app import app
from assistant.contract import Answer, AskRequest
from assistant.wiring import Services
from tests.assistant.command_line.conftest import Run
from tests.assistant.command_line.test_batch import read, write_csv

QUESTION = "チョイソコはどんな取組ですか"
STOP, BREAK, IN_THE_WAY = "止めるとき", "壊れるとき", "ふさぐとき "
SUFFIXES = ("csv", "xlsx", "jsonl")


@dataclass(frozen=True)
class FragileAssistant(Assistant):
    """Is stopped by its user at one question, breaks at another, and at one a folder is made."""

    def ask(self, request: AskRequest, visitor: str = LOCAL_VISITOR) -> Answer:
        if request.question == STOP:
            raise KeyboardInterrupt
        if request.question == BREAK:
            raise ZeroDivisionError("broken part")
        if request.question.startswith(IN_THE_WAY):
            Path(request.question.removeprefix(IN_THE_WAY)).mkdir()
        return super().ask(request, visitor)


@pytest.fixture
def batch(services: Services, tmp_path: Path) -> Callable[..., Result]:
    """Answers these questions into this file."""
    whole = services.assistant
    parts = {field.name: getattr(whole, field.name) for field in fields(whole)}
    fragile = replace(services, assistant=FragileAssistant(**parts))

    def answered(out: Path, *questions: str) -> Result:
        path = write_csv(tmp_path / "q.csv", "\n".join(["question", *questions]))
        arguments = ["ask", "--batch", str(path), "--out", str(out)]
        return CliRunner().invoke(app, arguments, obj=lambda: fragile)

    return answered


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("a"))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_was_answered_before_a_stop_is_kept_and_named(
    suffix: str, batch: Callable[..., Result], tmp_path: Path
) -> None:
    done = batch(tmp_path / f"a.{suffix}", QUESTION, QUESTION, STOP, QUESTION)
    assert done.exit_code != 0
    assert f"2件の回答は次のファイルにあります：{tmp_path / f'a-partial.{suffix}'}" in done.stderr
    assert names_in(tmp_path) == [f"a-partial.{suffix}"]
    rows = read(tmp_path / f"a-partial.{suffix}")
    assert [row["status"] for row in rows] == ["answered", "answered"]


def test_a_stop_before_the_first_answer_leaves_nothing(
    batch: Callable[..., Result], tmp_path: Path
) -> None:
    done = batch(tmp_path / "a.csv", STOP, QUESTION)
    assert done.exit_code != 0
    assert "回答は" not in done.stderr
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_row_that_breaks_has_its_error_and_the_rest_go_on(
    suffix: str, batch: Callable[..., Result], tmp_path: Path
) -> None:
    done = batch(tmp_path / f"a.{suffix}", QUESTION, BREAK, QUESTION)
    assert done.exit_code == 0
    assert "3件に回答しました（エラー 1件）" in done.stderr
    rows = read(tmp_path / f"a.{suffix}")
    assert [row.get("status") or "" for row in rows] == ["answered", "", "answered"]
    assert rows[1]["error"].endswith("ZeroDivisionError: broken part")
    assert names_in(tmp_path) == [f"a.{suffix}"]


def test_what_was_broken_off_before_is_not_written_over(
    batch: Callable[..., Result], tmp_path: Path
) -> None:
    for _ in range(2):
        batch(tmp_path / "a.csv", QUESTION, STOP)
    assert names_in(tmp_path) == ["a-partial-2.csv", "a-partial.csv"]


def test_an_older_whole_file_stays_until_the_new_one_is_whole(
    batch: Callable[..., Result], tmp_path: Path
) -> None:
    write_csv(tmp_path / "a.csv", "older")
    batch(tmp_path / "a.csv", QUESTION, STOP)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "older"
    (tmp_path / "a-partial.csv").unlink()
    batch(tmp_path / "a.csv", QUESTION)
    assert [row["question"] for row in read(tmp_path / "a.csv")] == [QUESTION]
    assert names_in(tmp_path) == ["a.csv"]


def test_a_folder_in_the_way_is_told_before_answering(
    batch: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.csv").mkdir()
    done = batch(tmp_path / "a.csv", STOP)
    assert done.exit_code == 1
    assert "書き込めません" in done.stderr
    assert names_in(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_place_lost_meanwhile_loses_no_answer(
    suffix: str, batch: Callable[..., Result], tmp_path: Path
) -> None:
    target = tmp_path / f"a.{suffix}"
    done = batch(target, QUESTION, f"{IN_THE_WAY}{target}")
    assert done.exit_code == 1
    assert f"2件の回答は次のファイルにあります：{tmp_path / f'a-partial.{suffix}'}" in done.stderr
    assert "書き込めません" in done.stderr
    assert len(read(tmp_path / f"a-partial.{suffix}")) == 2


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_half_a_character_does_not_stop_the_rest(suffix: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(f'{{"question": "\\ud83d"}}\n{{"question": "{QUESTION}"}}\n', encoding="utf-8")
    out = tmp_path / f"a.{suffix}"
    assert run("ask", "--batch", str(path), "--out", str(out)).exit_code == 0
    assert [bool(row.get("error")) for row in read(out)] == [True, False]
