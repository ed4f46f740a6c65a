"""From a bad answer to a new test case."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import yaml
from pydantic import ValidationError

from assistant.contract import Status
from evals.cases import ANSWERS, Case, Fact, Item, Kind, Split, Turn
from evals.dataset import load_dataset
from evals.errors import GradeRefused
from evals.grading.tasks import NewTask

COLLECTED = "collected.yaml"


def propose_case(task: NewTask, items: Sequence[Item] = ()) -> Case | None:
    """A case for a graded answer, ready to be saved: its facts are those of the asked item.

    None when the question is a user's own and was answered: what a right answer holds must then
    be said by a person (`make_case`). A user's question that was declined becomes a case that is
    to be declined, until a person says otherwise.
    """
    known = {item.id: item for item in items}.get(task.left.item)
    if known:
        return make_case(task, kind=known.kind, facts=known.facts, must_not=known.must_not)
    if task.left.answer.status in ANSWERS:
        return None
    return make_case(task, kind=Kind.UNANSWERABLE)


def make_case(
    task: NewTask, *, kind: Kind, facts: Sequence[Fact] = (), must_not: Sequence[str] = ()
) -> Case:
    """A case in the words in which the question was asked; a conversation where it was one.

    Raises:
        GradeRefused: it is to be answered, but names no fact.
    """
    shown = task.task
    asked = "\n".join((*shown.earlier, shown.question))
    graded = {"question": shown.question, "facts": facts, "must_not": must_not}
    about = {
        "name": f"collected-{sha256(asked.encode()).hexdigest()[:8]}-{shown.language}",
        "language": shown.language,
        "persona": task.left.answer.persona,
        "kind": kind,
        "split": Split.DEV,
        "note": shown.remark,
    }
    content = {"turns": (*_before(shown.earlier), graded)} if shown.earlier else graded
    try:
        return Case.model_validate({**about, **content})
    except ValidationError as error:
        reasons = "; ".join(problem["msg"] for problem in error.errors())
        raise GradeRefused(
            "正しい答えに必要な事実を書いてください。断るのが正しい質問なら、種類を「資料にない」などにしてください。",
            "Write the facts that a right answer needs; if declining is right, choose a kind such as "
            f"“unanswerable”. ({reasons})",
        ) from error


def _before(earlier: Sequence[str]) -> Iterator[Turn]:
    """Turns that lead to the graded one: whatever is answered to them is right."""
    return (Turn(question=question, status=tuple(Status)) for question in earlier)


def save_case(case: Case, folder: Path) -> Path:
    """Add the case to the collected question set in this folder; returns the file.

    Raises:
        GradeRefused: there is a case for this question already.
    """
    file = folder / COLLECTED
    folder.mkdir(parents=True, exist_ok=True)
    kept = load_dataset([file]).cases if file.exists() else ()
    if any(other.name == case.name for other in kept):
        raise GradeRefused(
            "この質問のテスト問題は、すでにあります。",
            "There is a test case for this question already",
        )
    building = file.with_suffix(".new")
    building.write_text(as_yaml((*kept, case)), encoding="utf-8")
    building.replace(file)
    return file


def as_yaml(cases: Sequence[Case]) -> str:
    """Cases as they stand in a question set's file."""
    data = [case.model_dump(mode="json", exclude_defaults=True) for case in cases]
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
