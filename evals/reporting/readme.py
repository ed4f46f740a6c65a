"""The README's figures, written by the command that measured them."""

from collections.abc import Sequence
from pathlib import Path

from evals.catalogue import CATALOGUE, Metric
from evals.errors import EvaluationError
from evals.peers.results import PeerResult
from evals.records import Manifest
from evals.reporting.contents import metric_cell
from evals.summary import RunSummary

START, END = "<!-- figures: start -->", "<!-- figures: end -->"

_ROWS = (
    Metric.RIGHT,
    Metric.FACTS_FOUND,
    Metric.FACTS_AT_START,
    Metric.FOLLOW_UPS_COMPLETE,
    Metric.FALSE_ANSWER,
    Metric.FALSE_REFUSAL,
    Metric.CITATION_RECALL,
    Metric.CITATION_PRECISION,
    Metric.NUMBERS_SUPPORTED,
    Metric.PASSAGES_ALL_AT_5,
    Metric.PASSAGES_ALL_IN_4000,
)


class FiguresPlaceMissing(EvaluationError):
    """The file has no place marked for figures."""


def figures(manifest: Manifest, summary: RunSummary, peers: Sequence[PeerResult] = ()) -> str:
    """A Markdown table of a run by language, how to make it again, and the peers' search."""
    columns = [*summary.by("all"), *summary.by("language")]
    names = " | ".join(group.value for group in columns)
    lines = [f"| | {names} |", "| --- |" + " ---: |" * len(columns)]
    for metric in _ROWS:
        if metric in summary.overall:
            cells = " | ".join(metric_cell(metric, group) for group in columns)
            lines.append(f"| {CATALOGUE[metric].en} | {cells} |")
    lines += ["", _provenance(manifest, summary), ""]
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


def _provenance(manifest: Manifest, summary: RunSummary) -> str:
    again = f"sanpuku eval run --set {manifest.chosen_set} --engine {manifest.engine}"
    speed = f"; p50 {summary.latency.p50:.0f} ms" if summary.latency else ""
    failures = f", {summary.failures} without an answer" if summary.failures else ""
    return (
        f"{summary.questions} questions{failures} of the set `{manifest.chosen_set}`, "
        f"engine `{manifest.engine}`, {manifest.started_at[:10]}{speed}; [ ] is the 95 % interval. "
        f"Again: `{again}`."
    )


def _peer_lines(peers: Sequence[PeerResult]) -> list[str]:
    measured = [peer for peer in peers if not peer.problem]
    if not measured:
        return []
    lines = [
        "All facts within the first 5 passages, the same questions, documents and embedding model:",
        "",
        "| recipe | questions | ja | en | all | all, 4,000 characters |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for peer in measured:
        held = [peer.in_5.get(key) for key in ("ja", "en", "all")] + [peer.in_4000.get("all")]
        cells = " | ".join(f"{one.mean:.1%}" if one else "–" for one in held)
        lines.append(f"| {peer.recipe} | {peer.task} | {cells} |")
    return lines
