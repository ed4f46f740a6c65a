"""Reports: HTML, Excel, the README's figures."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.contract import LanguageCode, Status
from evals.bootstrap import Estimate
from evals.catalogue import CATALOGUE, Metric
from evals.comparison import compare_scores
from evals.dataset import Dataset
from evals.evaluating import score_run
from evals.peers.results import PeerResult, read_results, write_results
from evals.records import Manifest, ScoreRecord
from evals.reporting import charts
from evals.reporting.contents import ReportContents, gather
from evals.reporting.excel import write_excel
from evals.reporting.html import render_html, write_html
from evals.reporting.readme import (
    END,
    START,
    FiguresPlaceMissing,
    figures,
    put_figures,
    split_figures,
)
from evals.reporting.report import ReportRequest, write_report
from evals.reporting.wording import Wording
from evals.run_store import Run, begin_run
from evals.runner import Runner
from evals.spreadsheet_text import LONGEST_CELL, cell_text
from tests.evals.builders import make_score
from tests.evals.fake_assistant import NoteAssistant
from tests.evals.question_set import question_set

PEER = PeerResult(
    recipe="LangChain tutorial",
    task="dev",
    in_5={"all": Estimate(0.6, 0.5, 0.7, 100), "ja": Estimate(0.66, 0.5, 0.7, 50)},
    in_4000={"all": Estimate(0.55, 0.5, 0.6, 100)},
    mrr=None,
    p50_milliseconds=27,
    measured_on="2026-11-20",
)


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return question_set(tmp_path)


@pytest.fixture
def run(tmp_path: Path, dataset: Dataset) -> Run:
    manifest = Manifest(
        name="20261121-grounded-all",
        started_at="2026-11-21T10:00:00+00:00",
        chosen_set="all",
        files=(str(tmp_path / "questions.yaml"),),
        dataset=dataset.digest,
        engine="grounded",
        git_commit="abc123",
        defects=("other.yaml: bad-ja: kind: <b>unknown</b>",),
    )
    run = begin_run(tmp_path / "runs", manifest)
    # Answers everything, so that some cases fail.
    for _ in Runner(NoteAssistant(nearest_enough=0.0)).run(run, dataset.cases):
        pass
    score_run(run, dataset)
    return run


def _contents(run: Run, dataset: Dataset, language: LanguageCode = "ja") -> ReportContents:
    summary = run.summary()
    assert summary is not None
    return gather(
        run.manifest, summary, dataset.items, run.answers(), run.scores(), language=language
    )


def test_the_html_needs_nothing_else(run: Run, dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "out" / "report.html"
    write_html(_contents(run, dataset), path)
    html = path.read_text(encoding="utf-8")
    assert html.count("<svg") >= 5
    assert not re.search(r'(?:src|href)\s*=\s*"(?!#)', html)
    assert "<script" not in html


@pytest.mark.parametrize(("language", "heading"), [("ja", "結果の要点"), ("en", "At a glance")])
def test_both_languages_and_every_failing_case(
    run: Run, dataset: Dataset, language: LanguageCode, heading: str
) -> None:
    html = render_html(_contents(run, dataset, language))
    assert heading in html
    for question in ("介護保険料の基準額はいくらですか", "Will it rain in Osaka tomorrow?"):
        assert question in html
    assert html.count("<details>") == 2


def test_text_from_outside_is_escaped(run: Run, dataset: Dataset) -> None:
    html = render_html(_contents(run, dataset))
    assert "&lt;b&gt;unknown&lt;/b&gt;" in html
    assert "<b>unknown</b>" not in html


def test_comparison_peers_and_judges_are_shown_when_there_are_any(
    run: Run, dataset: Dataset
) -> None:
    contents = _contents(run, dataset, "en")
    before: list[ScoreRecord] = [make_score(score.item, right=1) for score in run.scores()]
    html = render_html(
        replace(
            contents,
            comparison=compare_scores(before, run.scores()),
            compared_with="earlier",
            peers=(PEER,),
            judge_correlations={Metric.JUDGED_RELEVANCY: None},
        )
    )
    assert "Compared with: earlier" in html
    change = html[html.index("<li>介護保険料の基準額はいくらですか") :].split("</li>")[0]
    assert change.endswith("Right 100.0% → 0.0%")
    assert "60.0%" in html
    assert "no human grades yet" in html
    assert "Compared with" not in render_html(contents)


def test_the_excel_file_has_every_answer(run: Run, dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    contents = _contents(run, dataset, "en")
    write_excel(contents, dataset.items, run.answers(), run.scores(), path)
    book = load_workbook(path)
    assert book.sheetnames == ["Summary", "Groups", "Answers"]
    rows = list(book["Answers"].iter_rows(values_only=True))
    assert len(rows) == 1 + len(dataset.items)
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Case"] == "choisoko-ja"
    later = next(row for row in rows if row[0] == "conversation-ja#2")
    assert later[4] == "チョイソコは何自治体で運行していますか"
    shown = {row[0]: row[1] for row in book["Summary"].iter_rows(values_only=True)}
    assert (shown["To be answered"], shown["To be declined"]) == (6, 2)
    assert book["Groups"]["D2"].number_format == "0.0%"
    assert first["Right"] == 1


def test_a_report_is_written_from_a_runs_folder(run: Run, tmp_path: Path) -> None:
    written = write_report(
        run, ReportRequest(language="ja", compared_with=run), tmp_path / "r.html", excel=True
    )
    assert [path.name for path in written] == ["r.html", "r.xlsx"]
    assert "差があるとは言えない" in written[0].read_text(encoding="utf-8")


def test_the_readme_gets_its_figures_between_the_marks(run: Run, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{START}\nold\n{END}\nafter\n", encoding="utf-8")
    put_figures(readme, figures(split_figures([run]), [PEER]))
    content = readme.read_text(encoding="utf-8")
    assert content.startswith(f"before\n{START}\n| | **test** | test, en | **dev** |")
    assert "| Right | 100.0% [100.0%–100.0%] | 100.0% | 71.4% [" in content
    assert (
        "- `dev`: 7 questions, 2 of them to be declined; engine `grounded`, 2026-11-21" in content
    )
    assert content.endswith(f"{END}\nafter\n")
    assert "old" not in content
    assert "| LangChain tutorial | dev | 66.0% | – | 60.0% | 55.0% | 2026-11-20 |" in content
    readme.write_text("no marks", encoding="utf-8")
    with pytest.raises(FiguresPlaceMissing):
        put_figures(readme, "x")


def test_peers_are_kept(tmp_path: Path) -> None:
    assert read_results(tmp_path) == ()
    write_results([PEER], tmp_path)
    assert read_results(tmp_path) == (PEER,)
    again = PEER.model_copy(update={"measured_on": "2026-11-21"})
    other = PEER.model_copy(update={"task": "JSQuAD"})
    write_results([other], tmp_path)
    write_results([again], tmp_path)
    assert read_results(tmp_path) == (again, other)


def test_every_metric_is_named_and_explained_in_both_languages() -> None:
    assert set(CATALOGUE) == set(Metric)
    for info in CATALOGUE.values():
        assert info.ja
        assert info.en
        assert info.ja != info.meaning_ja
        assert info.meaning_en


def test_every_status_has_words() -> None:
    for status in Status:
        assert Wording("ja")(status.value) != status.value


def test_japanese_text_of_a_plot_stays_text() -> None:
    svg = charts.to_svg(charts.latency_histogram([100, 200], Wording("ja")))
    assert "質問数" in svg


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=SUM(A1)", "'=SUM(A1)", id="a formula"),
        pytest.param("-11.9%", "'-11.9%", id="a minus"),
        pytest.param("a\x00b", "ab", id="a control character"),
        pytest.param("あ" * 40_000, "あ" * LONGEST_CELL, id="too long"),
    ],
)
def test_cell_text(text: str, expected: str) -> None:
    assert cell_text(text) == expected
