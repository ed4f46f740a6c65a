"""Make grading tasks from runs: sampled by seed, sides drawn by lot."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from random import Random

from evals.cases import Item, earlier_questions
from evals.grading.tasks import NewTask, Origin, Task, shown
from evals.records import AnswerRecord
from evals.run_store import Run


def single_tasks(run: Run, items: Sequence[Item], *, sample: int, seed: int) -> list[NewTask]:
    """One task for each of `sample` answers of a run, drawn by lot."""
    answers = _usable(run)
    found = []
    for item in _drawn([item for item in items if item.id in answers], sample, seed):
        origin = _origin(run, answers[item.id])
        task = _task(item, (origin,), earlier_questions(item, items))
        found.append(NewTask(task=task, left=origin))
    return found


def pair_tasks(
    first: Run, second: Run, items: Sequence[Item], *, sample: int, seed: int
) -> list[NewTask]:
    """One comparison for each of `sample` questions that both runs answered differently."""
    one, other = _usable(first), _usable(second)
    differing = [i for i in items if i.id in one and i.id in other and _differ(one, other, i.id)]
    found = []
    for item in _drawn(differing, sample, seed):
        sides = [_origin(first, one[item.id]), _origin(second, other[item.id])]
        if _lot(f"{seed}{item.id}") % 2:
            sides.reverse()
        left, right = sides
        task = _task(item, (left, right), earlier_questions(item, items))
        found.append(NewTask(task=task, left=left, right=right))
    return found


def _usable(run: Run) -> dict[str, AnswerRecord]:
    return {
        record.item: record
        for record in run.answers()
        if record.key == (record.item, 0, "") and record.answer and not record.failure
    }


def _differ(
    one: Mapping[str, AnswerRecord], other: Mapping[str, AnswerRecord], item_id: str
) -> bool:
    first, second = one[item_id].answer, other[item_id].answer
    return first is not None and second is not None and first.text != second.text


def _drawn(items: list[Item], sample: int, seed: int) -> list[Item]:
    return Random(seed).sample(items, min(sample, len(items)))


def _origin(run: Run, record: AnswerRecord) -> Origin:
    if record.answer is None:
        raise ValueError(f"{record.item} has no answer to grade")
    return Origin(run=run.name, item=record.item, answer=record.answer)


def _task(item: Item, sides: Sequence[Origin], earlier: tuple[str, ...]) -> Task:
    names = [f"{side.run} {side.answer.text}" for side in sides]
    answers = [shown(side.answer) for side in sides]
    return Task(
        id=sha256("\n".join([item.id, *sorted(names)]).encode()).hexdigest()[:16],
        question=item.question,
        earlier=earlier,
        language=item.language,
        left=answers[0],
        right=answers[1] if len(answers) > 1 else None,
    )


def _lot(text: str) -> int:
    return sha256(text.encode()).digest()[0]
