"""The seam between answering and the two answerers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.citations import Citing
from assistant.contract import Choice, Citation
from assistant.understanding.question import Question
from knowledge.documents import Passage


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is given its number and kept."""

    text: str
    citations: tuple[Citation, ...]
    more_from: int | None
    notices: tuple[str, ...] = ()
    """What the asker should know about how it came to be, in the answer's language."""
    choices: tuple[Choice, ...] = ()
    """Readings of the question, when it is asked back."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text while an answer is written, or the finished draft as the last piece."""

    text: str = ""
    final: Draft | None = None


class Answerer(Protocol):
    """Writes an answer from passages."""

    @property
    def engine(self) -> str:
        """`grounded`, or `llm:<provider>:<model>`."""

    def answer(
        self, question: Question, passages: Sequence[Passage], citing: Citing
    ) -> Iterator[Piece]:
        """Pieces of text, then one with the finished draft.

        Raises:
            ModelFailed: no usable answer could be had.
        """
