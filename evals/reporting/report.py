"""Gather a run's report from its folder, its rivals and its grades, and write it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.contract import LanguageCode
from evals.comparison import compare_scores
from evals.evaluating import dataset_of, summary_of
from evals.grading.store import GradeStore
from evals.judging.human import judge_correlations
from evals.peers.results import PeerResult
from evals.reporting.contents import ReportContents, gather
from evals.reporting.excel import write_excel
from evals.reporting.html import write_html
from evals.run_store import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """What to report beside the run itself."""

    language: LanguageCode = "ja"
    compared_with: Run | None = None
    peers: Sequence[PeerResult] = ()
    grades: GradeStore | None = None


def report_contents(run: Run, request: ReportRequest) -> ReportContents:
    """All that the report says.

    Raises:
        DatasetMissing, DatasetBroken, RunUnreadable: a run can be neither read nor scored.
    """
    summary = summary_of(run)
    contents = gather(
        run.manifest,
        summary,
        dataset_of(run).items,
        run.answers(),
        run.scores(),
        language=request.language,
    )
    contents = replace(contents, peers=tuple(request.peers))
    if other := request.compared_with:
        comparison = compare_scores(other.scores(), run.scores())
        contents = replace(contents, comparison=comparison, compared_with=other.name)
    if store := request.grades:
        found = judge_correlations(run.name, run.scores(), store.tasks(), store.grades())
        contents = replace(contents, judge_correlations=found)
    return contents


def write_report(
    run: Run, request: ReportRequest, path: Path, *, excel: bool = False
) -> list[Path]:
    """Write the HTML file and, beside it, the Excel file; returns what was written."""
    contents = report_contents(run, request)
    write_html(contents, path)
    written = [path]
    if excel:
        sheet = path.with_suffix(".xlsx")
        write_excel(contents, dataset_of(run).items, run.answers(), run.scores(), sheet)
        written.append(sheet)
    return written
