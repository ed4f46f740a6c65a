"""What a grader is shown, and what comes back."""

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.contract import Answer, Citation, LanguageCode
from evals.grading.rubric import HIGHEST, Criterion, Preference


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
        for scores in (self.left, self.right):
            if scores is None:
                continue
            if missing := [one.value for one in Criterion if one not in scores]:
                raise ValueError(f"not graded: {', '.join(missing)}")
            if any(not 0 <= score <= HIGHEST for score in scores.values()):
                raise ValueError(f"a score is from 0 to {HIGHEST}")
        if (self.right is None) != (self.preferred is None):
            raise ValueError("a comparison grades both answers and says which is preferred")
        return self


def shown(answer: Answer) -> ShownAnswer:
    """The answer as graders see it."""
    return ShownAnswer(text=answer.text, citations=answer.citations)
