"""Commands from end to end, over a service in a process of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.client import AssistantClient
from evals.commands import app
from evals.errors import ServiceNotStarted
from evals.local_service import local_service
from evals.run_store import open_run
from evals.services import engine_model
from tests.evals.question_set import QUESTIONS

SMALL = "tests.evals.small_service:create_app"
HERE = {"PYTHONPATH": str(Path(__file__).parents[2])}
"""The service finds the tests' modules wherever it is started."""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("service") / "service.log"
    with local_service(HERE, log=log, application=SMALL, patience=60) as service:
        yield service.url


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SANPUKU_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    return tmp_path


def _said(*arguments: str, expected: int = 0) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == expected, result.output
    return result.output


def test_run_report_compare_and_gate(home: Path, url: str) -> None:
    asking = ("run", "--set", "all", "--url", url, "--file", "questions.yaml")
    said = _said(*asking, "--name", "one")
    assert "0 answers and 0 searches failed" in said
    assert "100.0%" in said
    _said(*asking, "--name", "two")
    assert "worse: 0" in _said("compare", "one", "two")
    written = _said("report", "two", "--compare", "one", "--language", "en")
    assert "report-en.html" in written
    assert (home / "evals" / "two" / "report-en.xlsx").exists()
    baseline = str(home / "baseline.json")
    assert "no baseline" in _said("gate", "one", "--baseline", baseline, expected=2).lower()
    _said("gate", "one", "--accept", "--baseline", baseline)
    assert "reached" in _said("gate", "two", "--baseline", baseline)


def test_numbers_ends_with_a_figure_and_tells_its_way(home: Path, url: str) -> None:
    said = _said("numbers", "--generated", "0", "--url", url)
    assert re.search(r"^Asking: \d+ of \d+$", said, re.MULTILINE)
    assert said.splitlines()[-1].startswith("0 answers with a number")


def test_the_gate_fails_a_worse_run(home: Path, url: str) -> None:
    asking = ("run", "--set", "all", "--url", url, "--file", "questions.yaml")
    _said(*asking, "--name", "one")
    baseline = str(home / "baseline.json")
    _said("gate", "one", "--accept", "--baseline", baseline)
    worse = re.sub(r"200|66|31(?=台| )", "99", QUESTIONS)
    (home / "questions.yaml").write_text(worse, encoding="utf-8")
    _said(*asking, "--name", "worse")
    said = _said("gate", "worse", "--baseline", baseline, expected=1)
    assert "✗ Right (all, 8 questions): 100.0% → 37.5%" in said
    assert "no longer right: 5: choisoko-fare-en, choisoko-ja" in said
    assert "questions have changed" in said


def test_a_run_against_a_service_that_is_down_ends_and_says_so(home: Path) -> None:
    nobody = "http://127.0.0.1:9"
    said = _said("run", "--set", "all", "--url", nobody, "--file", "questions.yaml")
    assert "8 answers and 7 searches failed" in said


def test_a_name_is_not_used_twice_unless_resumed(home: Path, url: str) -> None:
    asking = ("run", "--set", "all", "--url", url, "--file", "questions.yaml", "--name", "one")
    _said(*asking)
    assert "exists" in _said(*asking, expected=2)
    _said(*asking, "--resume")


def test_a_run_leaves_no_conversations_and_tells_the_services_engine(home: Path, url: str) -> None:
    asking = ("run", "--set", "all", "--url", url, "--file", "questions.yaml", "--name", "one")
    _said(*asking)
    with AssistantClient.at(url) as everybody:
        assert everybody.conversations().conversations == ()
    run = open_run(home / "evals", "one")
    assert run.manifest.engine == "llm:notes:small"
    assert len({r.answer.conversation_id for r in run.answers() if r.answer}) == 7


def test_a_part_of_a_set_is_spread_over_it(home: Path, url: str) -> None:
    asking = ("run", "--set", "all", "--url", url, "--file", "questions.yaml", "--limit", "2")
    _said(*asking, "--name", "part")
    asked = {record.item for record in open_run(home / "evals", "part").answers()}
    assert asked == {"choisoko-ja", "crowding-out-en"}


def test_retrieval_alone(home: Path, url: str) -> None:
    said = _said("retrieval", "--set", "all", "--url", url, "--file", "questions.yaml", "--misses")
    assert "0 searches failed" in said


def test_check_names_what_is_broken_or_too_close(home: Path, url: str) -> None:
    _said("check", "--url", url, "--file", "questions.yaml")
    close = "- {name: x-en, question: Choisoko runs in 66 municipalities, language: en, kind: fact, split: dev, facts: [[a]]}"
    (home / "questions.yaml").write_text(f"{QUESTIONS}\n- {{name: y}}\n", encoding="utf-8")
    assert "questions.yaml: y: language" in _said(
        "check", "--url", url, "--file", "questions.yaml", expected=1
    )
    (home / "questions.yaml").write_text(
        close.replace("Choisoko runs in 66 municipalities", "n/choisoko"), encoding="utf-8"
    )
    assert "too close" in _said("check", "--url", url, "--file", "questions.yaml", expected=1)


def test_grading_by_excel(home: Path, url: str) -> None:
    asking = ("run", "--set", "all", "--url", url, "--file", "questions.yaml")
    _said(*asking, "--name", "one")
    assert "5 new tasks" in _said("grading", "draw", "one", "--sample", "5")
    assert "5 tasks" in _said("grading", "sheet", "mari.xlsx", "--grader", "mari")
    assert "0 grades" in _said("grading", "read", "mari.xlsx", "--grader", "mari")
    assert "kappa –" in _said("grading", "agree")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("run", "--set", "half"), "half", id="unknown set"),
        pytest.param(("run", "--file", "none.yaml"), "No question set", id="no file"),
        pytest.param(("report", "nowhere"), "no run", id="no run"),
        pytest.param(("judge", "nowhere"), "No judge model", id="no judge"),
        pytest.param(("run", "--engine", "magic", "--file", "questions.yaml"), "magic", id="unknown engine"),
    ],
)  # fmt: skip
def test_mistakes_are_told_in_a_sentence(home: Path, arguments: tuple[str, ...], told: str) -> None:
    assert told in _said(*arguments, expected=2)


def test_engines_by_name() -> None:
    assert engine_model("grounded") == ""
    assert engine_model("llm:openai:gpt-4o-mini") == "openai:gpt-4o-mini"


@pytest.mark.parametrize(
    ("application", "patience", "told"),
    [
        pytest.param("nothing", 60, "ended at once", id="no such application"),
        pytest.param("never_ready", 3, "not ready", id="never ready"),
    ],
)
def test_a_service_that_does_not_come_up_is_an_error(
    tmp_path: Path, application: str, patience: float, told: str
) -> None:
    application = f"tests.evals.small_service:{application}"
    starting = local_service(HERE, log=tmp_path / "log", application=application, patience=patience)
    with pytest.raises(ServiceNotStarted, match=told), starting:
        pass
