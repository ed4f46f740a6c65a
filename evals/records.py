"""What a run writes down: each answer as it came, and what it scored."""

from pydantic import BaseModel, ConfigDict

from assistant.contract import Answer, FoundPassage

Key = tuple[str, int, str]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)

    item: str
    repeat: int = 0
    variant: str = ""
    """How the wording was changed; empty is as written."""

    @property
    def key(self) -> Key:
        return self.item, self.repeat, self.variant


class AnswerRecord(_Record):
    """What came back for one question."""

    question: str
    """As asked."""
    answer: Answer | None = None
    failure: str | None = None
    """Why there is no usable answer; it is then counted as a failure and not scored."""
    milliseconds: float = 0.0
    passages: tuple[FoundPassage, ...] = ()
    search_failure: str | None = None
    search_milliseconds: float = 0.0


class ScoreRecord(_Record):
    """What one answer scored; a metric without an opinion is left out."""

    values: dict[str, float] = {}
    missing: tuple[str, ...] = ()
    """First alternative of each fact that the answer lacks."""
    forbidden: tuple[str, ...] = ()
    unsupported: tuple[str, ...] = ()
    """Statements that their citations do not bear out."""
    partisan: tuple[str, ...] = ()
    broken: dict[str, str] = {}
    """Metrics that could not be computed, with the reason."""


class Manifest(BaseModel):
    """How a run came about: enough to do it again."""

    model_config = ConfigDict(frozen=True)

    name: str
    started_at: str
    chosen_set: str
    files: tuple[str, ...] = ()
    dataset: str
    """Digest of the cases."""
    engine: str
    """As asked for."""
    url: str | None = None
    repeats: int = 1
    variants: bool = False
    corpus: str = ""
    """Digest of the entries and added documents that were searched."""
    embedding_model: str | None = None
    """As set; None is the packaged one."""
    judge_model: str | None = None
    git_commit: str | None = None
    """With a + when files differed from it."""
    defects: tuple[str, ...] = ()
    """What was wrong in the question sets."""

    def same_work(self, other: "Manifest") -> bool:
        """True when answers of the one may stand beside answers of the other in one run."""
        apart = {"started_at", "git_commit", "defects", "name"}
        return self.model_dump(exclude=apart) == other.model_dump(exclude=apart)
