"""What a grader is shown, and what comes back."""

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.contract import Answer, Citation, LanguageCode
from evals.errors import GradeRefused
from evals.grading.rubric import HIGHEST, RUBRIC, Criterion, Preference


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True)


class ShownAnswer(_Data):
    """An answer without a hint of where it comes from."""

    text: str
    citations: tuple[Citation, ...]


class Task(_Data):
    """One answer to grade, or two to grade and compare; blind."""

    id: str
    question: str
    language: LanguageCode
    left: ShownAnswer
    right: ShownAnswer | None = None
    earlier: tuple[str, ...] = ()
    """Questions before it in the same conversation, oldest first."""
    remark: str = ""
    """What a user said about the answer, when it came from the users' queue."""


class Origin(_Data):
    """Where an answer comes from: kept from graders until all is graded."""

    run: str
    """Empty for an answer that a user rated."""
    item: str
    """Empty for an answer that a user rated."""
    answer: Answer


class NewTask(_Data):
    """A task with what graders must not see."""

    task: Task
    left: Origin
    right: Origin | None = None


Scores = dict[Criterion, int]


class Grade(_Data):
    """One grader's opinion of one task."""

    task: str
    grader: str = Field(min_length=1, max_length=60)
    left: Scores
    right: Scores | None = None
    preferred: Preference | None = None
    comment: str = Field(default="", max_length=4000)

    @model_validator(mode="after")
    def _whole_rubric(self) -> "Grade":
        if refusal := refusal_of(self.left, self.right, self.preferred):
            raise ValueError(str(refusal))
        return self


def refusal_of(
    left: Scores, right: Scores | None, preferred: Preference | None
) -> GradeRefused | None:
    """Why this is no grade; None when it is one."""
    for scores in (left, right):
        if scores is not None and (refusal := _refusal_of_scores(scores)):
            return refusal
    if (right is None) != (preferred is None):
        return GradeRefused(
            "二つの回答を比べるときは、両方を採点し、どちらがよいかを選んでください。",
            "a comparison grades both answers and says which is preferred",
        )
    return None


def _refusal_of_scores(scores: Scores) -> GradeRefused | None:
    if missing := [one for one in Criterion if one not in scores]:
        names = "、".join(RUBRIC[one].ja for one in missing)
        return GradeRefused(
            f"採点されていない項目があります：{names}",
            f"not graded: {', '.join(one.value for one in missing)}",
        )
    if any(not 0 <= score <= HIGHEST for score in scores.values()):
        return GradeRefused(f"点は0から{HIGHEST}までです。", f"a score is from 0 to {HIGHEST}")
    return None


def shown(answer: Answer) -> ShownAnswer:
    """The answer as graders see it."""
    return ShownAnswer(text=answer.text, citations=answer.citations)
