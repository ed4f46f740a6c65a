"""Measure search alone: what the passages found for each question hold."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

from assistant.contract import LanguageCode
from assistant.library_contract import FoundPassage
from evals.backend import Searcher
from evals.bootstrap import Estimate, estimate
from evals.cases import Item, Kind
from evals.errors import BackendFailed
from evals.metrics.facts import facts_missing
from evals.metrics.ranking import CUTOFFS, RankingScores, place_recall, score_ranking

DEPTH = 10
"""Passages asked for; the deepest cutoff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchOutcome:
    """What search gave for one question."""

    id: str
    question: str
    language: LanguageCode
    kind: Kind
    scores: RankingScores | None
    """None when the search failed."""
    places_at_5: float | None = None
    found: tuple[str, ...] = ()
    """Entry ids, best first."""
    missing: tuple[str, ...] = ()
    """First alternative of each fact that the first five passages lack."""
    failure: str | None = None
    milliseconds: float = 0.0


def searchable(items: Iterable[Item]) -> list[Item]:
    """Questions that search can be held to: with facts, and understandable by themselves."""
    return [item for item in items if item.facts and item.turn == 1]


def measure_search(
    searcher: Searcher, item: Item, *, clock: Callable[[], float] = perf_counter
) -> SearchOutcome:
    """Search for one question and score what came; a failure is an outcome, not an error."""
    began, failure = clock(), None
    passages: Sequence[FoundPassage] = ()
    try:
        passages = searcher.search(item.question, limit=DEPTH, persona=item.persona)
    except BackendFailed as error:
        failure = str(error)
    milliseconds = (clock() - began) * 1000
    texts = [passage.text for passage in passages]
    return SearchOutcome(
        id=item.id,
        question=item.question,
        language=item.language,
        kind=item.kind,
        scores=None if failure else score_ranking(texts, item.facts),
        places_at_5=None if failure else place_recall(_places(passages[:5]), item.rests_on),
        found=tuple(passage.entry_id for passage in passages),
        missing=facts_missing("\n".join(texts[:5]), item.facts),
        failure=failure,
        milliseconds=milliseconds,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSummary:
    """Means over a group of questions, each with its interval."""

    group: str
    all_at: dict[int, Estimate]
    any_at: dict[int, Estimate]
    recall_at: dict[int, Estimate]
    all_in_characters: Estimate
    any_in_characters: Estimate
    mrr: Estimate
    ndcg: Estimate
    places_at_5: Estimate | None


def summarise_search(outcomes: Iterable[SearchOutcome], *, group: str) -> SearchSummary | None:
    """Means of the questions that were searched for; None when there is none."""
    searched = list(outcomes)
    scores = [outcome.scores for outcome in searched if outcome.scores]
    if not scores:
        return None
    return SearchSummary(
        group=group,
        all_at={k: _mean(score.all_at[k] for score in scores) for k in CUTOFFS},
        any_at={k: _mean(score.any_at[k] for score in scores) for k in CUTOFFS},
        recall_at={k: _mean(score.recall_at[k] for score in scores) for k in CUTOFFS},
        all_in_characters=_mean(score.all_in_characters for score in scores),
        any_in_characters=_mean(score.any_in_characters for score in scores),
        mrr=_mean(score.reciprocal_rank for score in scores),
        ndcg=_mean(score.ndcg for score in scores),
        places_at_5=estimate([o.places_at_5 for o in searched if o.places_at_5 is not None]),
    )


def search_groups(outcomes: Sequence[SearchOutcome]) -> list[SearchSummary]:
    """All questions, then by language, then by kind."""
    groups = [("all", outcomes)]
    languages = dict.fromkeys(outcome.language for outcome in outcomes)
    groups += [(code, [o for o in outcomes if o.language == code]) for code in sorted(languages)]
    kinds = sorted({outcome.kind for outcome in outcomes})
    groups += [(kind.value, [o for o in outcomes if o.kind == kind]) for kind in kinds]
    summaries = [summarise_search(members, group=name) for name, members in groups]
    return [summary for summary in summaries if summary]


def _mean(values: Iterable[float]) -> Estimate:
    measured = estimate([float(value) for value in values])
    assert measured is not None, "a group has at least one question"
    return measured


def _places(passages: Sequence[FoundPassage]) -> list[tuple[str, Sequence[int]]]:
    return [(passage.source, passage.pages) for passage in passages]
