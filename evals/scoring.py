"""From an answer as it came to its scores. Pure: the same answer always scores the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.contract import Answer
from evals.cases import ANSWERS, Item
from evals.catalogue import Metric
from evals.metrics.citations import (
    citation_scores,
    citations_genuine,
    statements_supported,
    statements_unsupported,
)
from evals.metrics.consistency import Gist, consistency
from evals.metrics.decisions import decision_of, is_false_answer, is_false_refusal
from evals.metrics.facts import (
    FIRST_CHARACTERS,
    facts_found,
    facts_missing,
    forbidden_found,
    holds,
)
from evals.metrics.language import share_in_language
from evals.metrics.neutrality import is_neutral, partisan_sentences
from evals.metrics.numbers_of_answer import numbers_supported
from evals.metrics.ranking import place_recall, score_ranking
from evals.metrics.readability import characters, reading_ease
from evals.metrics.statements import plain_text
from evals.records import AnswerRecord, ScoreRecord


@dataclass(frozen=True)
class Observation:
    """A question, what came back for it, and what the cited entries say."""

    item: Item
    record: AnswerRecord
    entry_texts: Mapping[str, str]

    @property
    def answer(self) -> Answer | None:
        """The answer, unless it failed: a failure has no score."""
        return None if self.record.failure else self.record.answer

    @property
    def text(self) -> str:
        return plain_text(self.answer.text) if self.answer else ""

    @property
    def is_answered(self) -> bool:
        return self.answer is not None and self.answer.status in ANSWERS


Measured = Mapping[Metric, float | None]


def score(seen: Observation) -> ScoreRecord:
    """All scores of one answer. A metric that breaks is recorded as broken, with the reason."""
    values: dict[str, float] = {}
    broken: dict[str, str] = {}
    for measure in MEASURES:
        try:
            measured = measure(seen)
        except Exception as error:  # noqa: BLE001  # one metric must not end the run; it is recorded
            broken[measure.__name__.strip("_")] = f"{type(error).__name__}: {error}"
            continue
        values |= {name.value: float(v) for name, v in measured.items() if v is not None}
    to_find = seen.item.facts if seen.answer and seen.item.to_be_answered else ()
    return ScoreRecord(
        item=seen.record.item,
        repeat=seen.record.repeat,
        variant=seen.record.variant,
        values=values,
        missing=facts_missing(seen.text, to_find),
        forbidden=forbidden_found(seen.text, seen.item.must_not),
        unsupported=tuple(_unsupported(seen)),
        partisan=tuple(partisan_sentences(seen.answer.text)) if seen.answer else (),
        broken=broken,
    )


def score_all(
    items: Iterable[Item], records: Sequence[AnswerRecord], entry_texts: Mapping[str, str]
) -> Iterator[ScoreRecord]:
    """Scores of every record of a known question, then consistency where there are several."""
    by_id = {item.id: item for item in items}
    seen = [Observation(by_id[r.item], r, entry_texts) for r in records if r.item in by_id]
    agreeing = _consistencies(seen)
    for one in seen:
        scored = score(one)
        extra = agreeing.get(scored.item, {}) if scored.key == (scored.item, 0, "") else {}
        yield scored.model_copy(update={"values": scored.values | extra})


def _decision(seen: Observation) -> Measured:
    if not seen.answer:
        return {}
    status = seen.answer.status
    false_answer = is_false_answer(seen.item, status)
    return {
        Metric.FALSE_ANSWER: false_answer,
        Metric.FALSE_ANSWER_FIRST: false_answer if seen.item.turn == 1 else None,
        Metric.FALSE_ANSWER_NEXT: false_answer if seen.item.turn > 1 else None,
        Metric.FALSE_REFUSAL: is_false_refusal(seen.item, status),
        Metric.STATUS_RIGHT: status in seen.item.expected,
        Metric.RIGHT: _is_right(seen),
    }


def _is_right(seen: Observation) -> bool:
    status_right = seen.answer is not None and seen.answer.status in seen.item.expected
    clean = not forbidden_found(seen.text, seen.item.must_not)
    complete = not seen.is_answered or facts_found(seen.text, seen.item.facts) in (None, 1.0)
    return status_right and clean and complete


def _facts(seen: Observation) -> Measured:
    """A refusal holds no fact, whatever it mentions: its facts are counted as not found."""
    if not seen.answer or seen.item.to_be_answered is not True:
        return {}
    text = seen.text if seen.is_answered else ""
    found = facts_found(text, seen.item.facts)
    start = text[: FIRST_CHARACTERS[seen.item.language]]
    complete = None if found is None else found == 1
    return {
        Metric.FACTS_FOUND: found,
        Metric.FACTS_COMPLETE: complete,
        Metric.FOLLOW_UPS_COMPLETE: complete if seen.item.turn > 1 else None,
        Metric.FACTS_AT_START: facts_found(start, seen.item.facts),
    }


def _forbidden(seen: Observation) -> Measured:
    if not seen.answer or not seen.item.must_not:
        return {}
    return {Metric.NOTHING_FORBIDDEN: not forbidden_found(seen.text, seen.item.must_not)}


def _citations(seen: Observation) -> Measured:
    if not seen.answer or not seen.is_answered:
        return {}
    scores = citation_scores(seen.answer)
    passages = [passage.text for passage in seen.record.passages]
    return {
        Metric.CITATION_RECALL: scores.recall,
        Metric.CITATION_PRECISION: scores.precision,
        Metric.CITATIONS_GENUINE: citations_genuine(seen.answer, seen.entry_texts),
        Metric.STATEMENTS_SUPPORTED: statements_supported(seen.answer, passages),
        Metric.NUMBERS_SUPPORTED: numbers_supported(seen.answer),
    }


def _style(seen: Observation) -> Measured:
    if not seen.answer:
        return {}
    return {
        Metric.LANGUAGE: share_in_language(seen.answer.text, seen.item.language),
        Metric.NEUTRAL: is_neutral(seen.answer.text),
        Metric.CHARACTERS: characters(seen.answer.text),
        Metric.READING_EASE: reading_ease(seen.answer.text, seen.item.language),
        Metric.MILLISECONDS: seen.record.milliseconds,
    }


def _search(seen: Observation) -> Measured:
    record = seen.record
    if record.search_failure or seen.item.turn > 1 or record.repeat or record.variant:
        return {}
    passages = seen.record.passages
    scores = score_ranking([passage.text for passage in passages], seen.item.facts)
    if not scores:
        return {}
    found = [(passage.source, passage.pages) for passage in passages[:5]]
    return {
        Metric.PASSAGES_ALL_AT_5: scores.all_at[5],
        Metric.PASSAGES_ANY_AT_5: scores.any_at[5],
        Metric.PASSAGES_ALL_IN_4000: scores.all_in_characters,
        Metric.PASSAGES_RECALL_AT_5: scores.recall_at[5],
        Metric.PASSAGES_RECALL_AT_10: scores.recall_at[10],
        Metric.MRR: scores.reciprocal_rank,
        Metric.NDCG: scores.ndcg,
        Metric.PLACES_AT_5: place_recall(found, seen.item.rests_on),
    }


MEASURES: tuple[Callable[[Observation], Measured], ...] = (
    _decision,
    _facts,
    _forbidden,
    _citations,
    _style,
    _search,
)


def _unsupported(seen: Observation) -> list[str]:
    return statements_unsupported(seen.answer) if seen.answer and seen.is_answered else []


def _consistencies(seen: Sequence[Observation]) -> dict[str, dict[str, float]]:
    """By question: agreement among its repeats, and among its wordings (paraphrases too)."""
    answered = [one for one in seen if one.answer]
    groups = {one.item.id: one.item.paraphrase_of or one.item.id for one in answered}
    found: dict[str, dict[str, float]] = {}
    for item_id, group in groups.items():
        repeats = [o for o in answered if o.item.id == item_id and not o.record.variant]
        wordings = [o for o in answered if groups[o.item.id] == group and not o.record.repeat]
        measured = {
            Metric.CONSISTENCY_REPEATS.value: consistency([_gist(one) for one in repeats]),
            Metric.CONSISTENCY_WORDINGS.value: consistency([_gist(one) for one in wordings]),
        }
        found[item_id] = {name: value for name, value in measured.items() if value is not None}
    return found


def _gist(seen: Observation) -> Gist:
    if not seen.answer:
        raise ValueError("a failure has no gist")
    held = (i for i, fact in enumerate(seen.item.facts) if holds(seen.text, fact))
    return Gist(decision_of(seen.answer.status), frozenset(held))
