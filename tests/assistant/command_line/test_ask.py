"""`sanpuku ask` and `sanpuku search`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.command_line.app import app
from assistant.command_line.ask import print_answer
from assistant.contract import Answer, Status
from assistant.errors import KnowledgeUnavailable
from assistant.library_contract import SearchResult
from assistant.wiring import Services
from knowledge.errors import SourcesUnreadable
from tests.assistant.command_line.conftest import Run
from tests.assistant.small_services import CHOISOKO, UETAN, small_services

QUESTION = "チョイソコはどんな取組ですか"


def test_json_has_the_fields_of_http(run: Run) -> None:
    done = run("ask", QUESTION, "--json")
    assert done.exit_code == 0
    answer = Answer.model_validate_json(done.stdout)
    assert answer.citations[0].entry_id == CHOISOKO
    assert set(json.loads(done.stdout)) == set(Answer.model_fields)


def test_for_people_text_sources_and_related_questions(run: Run) -> None:
    done = run("ask", QUESTION)
    assert done.exit_code == 0
    assert "送迎サービスを開発しました。[1]" in done.stdout
    assert "出典" in done.stdout
    assert "[1] 産福共創に向けたポイント集（経済産業省、2026-04） p.30, 31" in done.stdout
    assert "関連する質問" in done.stdout


def test_nothing_of_a_long_line_is_cut_off(capsys: pytest.CaptureFixture[str]) -> None:
    long = "・".join(f"{number}番目の自治体" for number in range(60))
    answer = Answer(
        answer_id="a",
        conversation_id="c",
        status=Status.ANSWERED,
        language="ja",
        text=f"- {long}",
        engine="grounded",
        timings_ms={},
        citations=(),
        follow_ups=(),
    )
    print_answer(answer)
    assert long in "".join(capsys.readouterr().out.split())


def test_an_english_terminal_gets_english_headings(run: Run, english_terminal: None) -> None:
    done = run("ask", "What is Choisoko?")
    assert "Sources" in done.stdout
    assert "出典" not in done.stdout


def test_the_askers_side_and_the_language_may_be_told(run: Run) -> None:
    done = run("ask", "チョイソコとは", "--persona", "company", "--language", "en", "--json")
    answer = Answer.model_validate_json(done.stdout)
    assert (answer.persona, answer.language) == ("company", "en")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(("ask", ""), "1〜2000文字", id="an empty question"),
        pytest.param(("ask",), "1〜2000文字", id="no question"),
        pytest.param(("ask", "あ" * 10_000), "1〜2000文字", id="10,000 characters"),
        pytest.param(("search", ""), "1〜2000文字", id="an empty search"),
    ],
)
def test_a_question_that_cannot_be_used_is_one_sentence_and_code_one(
    arguments: tuple[str, ...], sentence: str, run: Run
) -> None:
    done = run(*arguments)
    assert done.exit_code == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_the_sentence_is_english_on_an_english_terminal(run: Run, english_terminal: None) -> None:
    assert "1 to 2,000 characters" in run("ask", "").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("ask", "q", "--persona", "mayor"), id="an unknown role"),
        pytest.param(("ask", "q", "--language", "fr"), id="an unknown language"),
        pytest.param(("search", "q", "--limit", "0"), id="a limit of nought"),
        pytest.param(("ask", "q", "--colour"), id="an unknown option"),
        pytest.param(("dance",), id="an unknown command"),
    ],
)
def test_wrong_use_has_code_two(arguments: tuple[str, ...], run: Run) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    "error", [KnowledgeUnavailable("broken"), SourcesUnreadable("topics.yaml")]
)
def test_when_the_services_cannot_be_built_it_is_one_sentence(error: Exception) -> None:
    def failing() -> Services:
        raise error

    done = CliRunner().invoke(app, ["ask", QUESTION], obj=failing)
    assert done.exit_code == 1
    assert str(error) in done.stderr
    assert "Traceback" not in done.stderr


def test_for_developers_the_whole_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANPUKU_DEBUG", "1")

    def failing() -> Services:
        raise KnowledgeUnavailable("broken")

    done = CliRunner().invoke(app, ["ask", QUESTION], obj=failing)
    assert isinstance(done.exception, KnowledgeUnavailable)


def test_a_search_as_json(run: Run) -> None:
    done = run("search", "うえたん号は何台", "--json", "--limit", "3")
    found = SearchResult.model_validate_json(done.stdout).passages
    assert len(found) == 3
    assert found[0].entry_id == UETAN


def test_a_search_for_people_keeps_to_a_source(run: Run) -> None:
    done = run("search", "チョイソコ", "--source", "kentokai-1")
    assert "1. チョイソコが走る自治体の数" in done.stdout
    assert "points-2026" not in done.stdout


def test_names_with_brackets_are_shown_as_they_are(
    run: Run, services: Services, tmp_path: Path
) -> None:
    plan = tmp_path / "[案] 計画.md"
    plan.write_text("ひばり市は移動販売車ひまわり号を走らせます。", encoding="utf-8")
    assert run("ingest", str(plan)).exit_code == 0
    assert "[案] 計画.md" in run("search", "ひまわり号", "--limit", "1").stdout


def test_the_first_question_builds_the_index(home: Path) -> None:
    services = small_services(home)
    done = CliRunner().invoke(app, ["ask", QUESTION, "--json"], obj=lambda: services)
    services.engine.dispose()
    assert done.exit_code == 0
    assert services.knowledge.indexer.is_current()


def test_help_is_in_both_languages(run: Run) -> None:
    done = run("--help")
    assert done.exit_code == 0
    for command in ("up", "serve", "ui", "ask", "search", "ingest", "documents", "knowledge"):
        assert command in done.stdout
    assert "出典" in done.stdout
    assert "citations" in done.stdout
