"""The conversation on the screen, and the questions that are on their way."""

from dataclasses import dataclass, field

from assistant.contract import Turn
from assistant.errors import AssistantError
from ui.arriving_answer import ArrivingAnswer


@dataclass(frozen=True, slots=True)
class Refused:
    """A question that was not sent."""

    length: int
    """In characters; 0 for an empty one."""


@dataclass
class Chat:
    """A conversation, and what has no answer yet."""

    conversation_id: str | None = None
    turns: list[Turn] = field(default_factory=list)
    asking: str | None = None
    """A question without an answer yet: it stays until there is one, whatever goes wrong."""
    arriving: ArrivingAnswer | None = None
    """What has come of the answer to `asking`; None before it is sent."""
    waiting: list[str] = field(default_factory=list)
    """Questions sent while another was being answered, oldest first: each has its turn."""
    failure: AssistantError | None = None
    """Why `asking` has no answer."""
    refused: Refused | None = None
    problem: AssistantError | None = None
    """Why something else that the visitor wanted could not be done."""

    @property
    def is_empty(self) -> bool:
        return not self.turns and self.asking is None

    @property
    def is_being_answered(self) -> bool:
        return self.asking is not None and self.failure is None

    def ask(self, question: str) -> None:
        """This question is next, after what is being answered; one that failed makes room."""
        self.refused = self.problem = None
        if self.is_being_answered:
            self.waiting.append(question)
        else:
            self._begin(question)

    def keep(self, turn: Turn) -> None:
        """The question has its answer."""
        self.turns.append(turn)
        self.conversation_id = turn.answer.conversation_id
        self.go_on()

    def go_on(self) -> None:
        """The question has its answer, or is taken back: the next one has its turn."""
        self._begin(self.waiting.pop(0) if self.waiting else None)

    def _begin(self, question: str | None) -> None:
        self.asking, self.arriving, self.failure = question, None, None
