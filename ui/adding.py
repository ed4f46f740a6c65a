"""Files on their way into the documents: a click meanwhile stops none, and what failed is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.errors import AssistantError, RequestRefused
from assistant.library_contract import DocumentInfo
from ui import state

_OF_THE_SERVICE = 500
_KEY = "adding"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file that the visitor wants to add."""

    name: str
    content: bytes
    as_source: str | None = None
    """The official document whose original it is."""


@dataclass
class Adding:
    """What was chosen last, and what became of it."""

    chosen: list[Chosen] = field(default_factory=list)
    outcomes: list[DocumentInfo | AssistantError] = field(default_factory=list)
    """Of the files, in their order, as far as they have been tried."""
    times: int = 0
    """How often files were taken from the form: it is empty after each time."""

    @property
    def is_going_on(self) -> bool:
        return len(self.outcomes) < len(self.chosen)

    def take(self, chosen: Sequence[Chosen]) -> None:
        """Add these next, after those that are waiting."""
        self.forget()
        self.chosen += chosen
        self.times += 1

    def forget(self) -> None:
        """Nothing more is said of files that were tried, unless others still wait."""
        if not self.is_going_on:
            self.chosen, self.outcomes = [], []

    def note(self, outcome: DocumentInfo | AssistantError) -> None:
        """What became of the next file; it is kept only where another try may add it."""
        at = len(self.outcomes)
        if not _is_of_the_service(outcome):
            self.chosen[at] = replace(self.chosen[at], content=b"")
        self.outcomes.append(outcome)

    def tried(self) -> Iterator[tuple[Chosen, DocumentInfo | AssistantError]]:
        return zip(self.chosen, self.outcomes, strict=False)

    @property
    def failed(self) -> list[Chosen]:
        """Files with which nothing is wrong, but which could not be added."""
        return [chosen for chosen, outcome in self.tried() if _is_of_the_service(outcome)]

    def try_again(self) -> None:
        """Add what failed once more."""
        self.chosen, self.outcomes = self.failed, []


def adding() -> Adding:
    """The visitor's own."""
    return state.kept(_KEY, Adding)


def _is_of_the_service(outcome: DocumentInfo | AssistantError) -> bool:
    if isinstance(outcome, RequestRefused):
        return outcome.status >= _OF_THE_SERVICE
    return isinstance(outcome, AssistantError)
