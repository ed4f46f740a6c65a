"""What a run writes down: each answer as it came, and what it scored."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.contract import Answer
from assistant.library_contract import FoundPassage

Key = tuple[str, int, str]


class Asked(BaseModel):
    """One question as often, and in such words, as it was asked."""

    model_config = ConfigDict(frozen=True)

    item: str
    repeat: int = 0
    variant: str = ""
    """How the wording was changed; empty is as written."""

    @property
    def key(self) -> Key:
        return self.item, self.repeat, self.variant


class AnswerRecord(Asked):
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


class ScoreRecord(Asked):
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
    limit: int | None = None
    """Only so many cases of the set; None is all, and what older runs say."""
    to_ask: int = 0
    """Questions of the whole run, repeats and changed wordings included; 0 in older runs."""
    corpus: str = ""
    """Digest of the entries and added documents that were searched."""
    embedding_model: str | None = None
    """As set; None is the packaged one."""
    judge_model: str | None = None
    git_commit: str | None = None
    """With a + when files differed from it."""
    defects: tuple[str, ...] = ()
    """What was wrong in the question sets."""

    @property
    def began(self) -> datetime:
        return datetime.fromisoformat(self.started_at)

    @property
    def set_name(self) -> str:
        """What was asked, in a word."""
        return name_of_set(self.chosen_set, [Path(name) for name in self.files])

    def same_work(self, other: "Manifest") -> bool:
        """True when answers of the one may stand beside answers of the other in one run.

        How many cases were asked for is not held against it: their digest tells what they are.
        """
        apart = {"started_at", "git_commit", "defects", "name", "to_ask", "limit"}
        return self.model_dump(exclude=apart) == other.model_dump(exclude=apart)


def name_of_set(chosen_set: str, files: Sequence[Path]) -> str:
    """dev, test or all of the bundled sets; or the names of the files."""
    return "+".join(path.stem for path in files) or chosen_set
