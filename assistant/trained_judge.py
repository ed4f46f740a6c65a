"""What was learned from questions of known kind, for the judge of support."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.answerability import Answerability
from assistant.known_questions import KnownQuestions
from assistant.signs import SupportWeights
from assistant.understanding.question import Question
from knowledge.gaps import Gap


@dataclass(frozen=True)
class FollowUpJudge:
    """What is known of questions that lean on the conversation."""

    asked_next: KnownQuestions
    weights: SupportWeights
    """Of all signs, those of what is asked next among them."""
    read_closely: Callable[[str], float] | None = None
    """As of questions that stand alone (`TrainedJudge`), behind the question before."""


@dataclass(frozen=True)
class TrainedJudge:
    """What was learned from questions of known kind, for the packaged embedding model."""

    model: Answerability
    gaps: Mapping[str, Gap]
    weights: SupportWeights
    """Of all signs, those of the model among them."""
    read_closely: Callable[[str], float] | None = None
    """Log odds of being answerable by a question's words one by one (assistant.close_reading)."""
    contrasts: KnownQuestions | None = None
    """Questions about entries that sound alike, answered and left open."""
    following: FollowUpJudge | None = None
    """For questions that lean on the conversation; without it they are judged like others."""

    def close_reading(self, question: Question) -> float:
        """What reading a question that stands alone word by word tells; 0 tells nothing, as of one
        that leans on a conversation where such have a reading of their own."""
        if self.read_closely is None or (question.follows and self.following):
            return 0.0
        return self.read_closely(question.search_text)
