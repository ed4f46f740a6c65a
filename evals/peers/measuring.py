"""Put one task to each recipe."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from statistics import median

from evals.backend import Searcher
from evals.cases import Item
from evals.errors import PeerUnavailable
from evals.peers.results import PeerResult
from evals.retrieval import SearchOutcome, SearchSummary, measure_search, summarise_search

Build = Callable[[], Searcher]


def measure_recipe(recipe: str, task: str, build: Build, items: Sequence[Item]) -> PeerResult:
    """How well a recipe's search finds the facts; a recipe that cannot be built is a result too."""
    try:
        searcher = build()
    except PeerUnavailable as error:
        return _unmeasured(recipe, task, str(error))
    return to_result(recipe, task, [measure_search(searcher, item) for item in items])


def to_result(recipe: str, task: str, outcomes: Sequence[SearchOutcome]) -> PeerResult:
    """The figures that are compared."""
    summaries = list(_by_language(outcomes))
    if not summaries:
        return _unmeasured(recipe, task, "no question could be searched for")
    whole = summaries[0]
    return PeerResult(
        recipe=recipe,
        task=task,
        in_5={summary.group: summary.all_at[5] for summary in summaries},
        in_4000={summary.group: summary.all_in_characters for summary in summaries},
        mrr=whole.mrr,
        p50_milliseconds=median(o.milliseconds for o in outcomes if not o.failure),
        measured_on=datetime.now(UTC).date().isoformat(),
    )


def _by_language(outcomes: Sequence[SearchOutcome]) -> Iterator[SearchSummary]:
    groups: Iterable[tuple[str, list[SearchOutcome]]] = (
        ("all", list(outcomes)),
        ("ja", [outcome for outcome in outcomes if outcome.language == "ja"]),
        ("en", [outcome for outcome in outcomes if outcome.language == "en"]),
    )
    for name, members in groups:
        if summary := summarise_search(members, group=name):
            yield summary


def _unmeasured(recipe: str, task: str, problem: str) -> PeerResult:
    return PeerResult(
        recipe=recipe, task=task, in_5={}, in_4000={}, mrr=None, p50_milliseconds=0, problem=problem
    )
