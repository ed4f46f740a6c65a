"""The README's figures, written by the command that measured them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.cases import Split
from evals.catalogue import CATALOGUE, Metric
from evals.errors import EvaluationError
from evals.evaluating import dataset_of
from evals.peers.results import PeerResult
from evals.records import Manifest
from evals.run_store import Run
from evals.summary import GroupSummary, RunSummary, summarise

START, END = "<!-- figures: start -->", "<!-- figures: end -->"

_ROWS = (
    Metric.RIGHT,
    Metric.FACTS_FOUND,
    Metric.FACTS_COMPLETE,
    Metric.FACTS_AT_START,
    Metric.FOLLOW_UPS_COMPLETE,
    Metric.FALSE_ANSWER,
    Metric.FALSE_ANSWER_FIRST,
    Metric.FALSE_ANSWER_NEXT,
    Metric.FALSE_REFUSAL,
    Metric.CITATION_RECALL,
    Metric.CITATION_PRECISION,
    Metric.NUMBERS_SUPPORTED,
    Metric.LANGUAGE,
    Metric.NEUTRAL,
    Metric.PASSAGES_ALL_AT_5,
    Metric.PASSAGES_ALL_IN_4000,
)
_TITLES = {Split.TEST: "test", Split.DEV: "dev"}


class FiguresPlaceMissing(EvaluationError):
    """The file has no place marked for figures."""


@dataclass(frozen=True, slots=True)
class SplitFigures:
    """What a run came to on the questions of one split."""

    split: Split
    manifest: Manifest
    summary: RunSummary


def split_figures(runs: Sequence[Run]) -> list[SplitFigures]:
    """The figures of the test questions, then of the development questions.

    Args:
        runs: of each split the one that asked most of its questions counts; of equals, the first.
    """
    found: dict[Split, SplitFigures] = {}
    for run in runs:
        items, answers, scores = dataset_of(run).items, run.answers(), run.scores()
        asked = {record.item for record in answers}
        for split in _TITLES:
            members = [item for item in items if item.split is split and item.id in asked]
            if len(members) > (found[split].summary.questions if split in found else 0):
                of_split = [score for score in scores if score.item in {one.id for one in members}]
                summary = summarise(members, answers, of_split)
                found[split] = SplitFigures(split, run.manifest, summary)
    return [found[split] for split in _TITLES if split in found]


def figures(parts: Sequence[SplitFigures], peers: Sequence[PeerResult] = ()) -> str:
    """Markdown: a table of both splits, how to make it again, and the peers' search."""
    columns = [column for part in parts for column in _columns(part)]
    lines = [f"| | {' | '.join(name for name, _ in columns)} |"]
    lines.append("| --- |" + " ---: |" * len(columns))
    for metric in _ROWS:
        if any(metric in group.metrics for _, group in columns):
            cells = " | ".join(_cell(metric, name, group) for name, group in columns)
            lines.append(f"| {CATALOGUE[metric].en} | {cells} |")
    lines += ["", *(_provenance(part) for part in parts), ""]
    lines += ["[ ] is the 95 % interval (bootstrap over questions).", "", *_meanings(parts), ""]
    return "\n".join([*lines, *_peer_lines(peers)]).strip()


def put_figures(readme: Path, text: str) -> None:
    """Put the text between the file's two marks.

    Raises:
        FiguresPlaceMissing: the marks are not there.
    """
    content = readme.read_text(encoding="utf-8")
    start, end = content.find(START), content.find(END)
    if start < 0 or end < start:
        raise FiguresPlaceMissing(f"{readme} lacks the lines {START} and {END}")
    content = f"{content[: start + len(START)]}\n{text}\n{content[end:]}"
    readme.write_text(content, encoding="utf-8")


def _columns(part: SplitFigures) -> Iterator[tuple[str, GroupSummary]]:
    """The whole of each split; by language for the test questions, which are the honest ones."""
    title = _TITLES[part.split]
    yield from ((f"**{title}**", group) for group in part.summary.by("all"))
    if part.split is Split.TEST:
        yield from ((f"{title}, {group.value}", group) for group in part.summary.by("language"))


def _cell(metric: Metric, name: str, group: GroupSummary) -> str:
    held = group.metrics.get(metric)
    if not held:
        return "–"
    shown = CATALOGUE[metric].shown
    whole = shown(held.mean)
    return f"{whole} [{shown(held.low)}–{shown(held.high)}]" if name.startswith("**") else whole


def _provenance(part: SplitFigures) -> str:
    manifest, summary = part.manifest, part.summary
    speed = f"; p50 {summary.latency.p50:.0f} ms" if summary.latency else ""
    failures = f" ({summary.failures} without an answer)" if summary.failures else ""
    matrix = summary.confusion
    to_decline = matrix.answered_falsely + matrix.partly_falsely
    to_decline += matrix.asked_back_rightly + matrix.refused_rightly
    return (
        f"- `{part.split.value}`: {summary.questions} questions{failures}, {to_decline} of them to "
        f"be declined; engine `{manifest.engine}`, {manifest.started_at[:10]}, version "
        f"`{manifest.git_commit or 'unknown'}`{speed}."
    )


def _meanings(parts: Sequence[SplitFigures]) -> Iterator[str]:
    held = [metric for metric in _ROWS if any(metric in part.summary.overall for part in parts)]
    if not held:
        return
    yield "<details><summary>What the figures mean</summary>"
    yield ""
    yield from (f"- {CATALOGUE[one].en}: {_lowered(CATALOGUE[one].meaning_en)}." for one in held)
    yield ""
    yield "</details>"


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _peer_lines(peers: Sequence[PeerResult]) -> list[str]:
    measured = [peer for peer in peers if not peer.problem]
    if not measured:
        return []
    lines = [
        "Search beside the usual recipes, with the same embedding model: share of the questions "
        "whose facts all stand in the first 5 passages.",
        "",
        "| recipe | questions | ja | en | all | all, in 4,000 characters | measured |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for peer in measured:
        held = [peer.in_5.get(key) for key in ("ja", "en", "all")] + [peer.in_4000.get("all")]
        cells = " | ".join(f"{one.mean:.1%}" if one else "–" for one in held)
        lines.append(f"| {peer.recipe} | {peer.task} | {cells} | {peer.measured_on or '–'} |")
    return lines
