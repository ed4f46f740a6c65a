"""Files on their way into the documents: a click meanwhile stops none, and what failed is kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from threading import Condition, Thread

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


Outcome = DocumentInfo | AssistantError
Add = Callable[[Chosen], Outcome]


@dataclass
class Adding:
    """What was chosen last, and what became of it; files are added in the background.

    A click meanwhile makes Streamlit run the page again beside the run that waits: each file
    would be sent by both.
    """

    chosen: list[Chosen] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    """Of the files, in their order, as far as they have been tried."""
    times: int = 0
    """How often files were taken from the form: it is empty after each time."""
    _news: Condition = field(default_factory=Condition)

    @property
    def is_going_on(self) -> bool:
        return len(self.outcomes) < len(self.chosen)

    @property
    def failed(self) -> list[Chosen]:
        """Files with which nothing is wrong, but which could not be added."""
        tried = zip(self.chosen, self.outcomes, strict=False)
        return [chosen for chosen, outcome in tried if _is_of_the_service(outcome)]

    def take(self, chosen: Sequence[Chosen], add: Add) -> None:
        """Add these next, after those that are waiting."""
        with self._news:
            self.times += 1
            self._begin(chosen, add)

    def try_again(self, add: Add) -> None:
        """Add what failed once more."""
        with self._news:
            self._begin(() if self.is_going_on else self.failed, add)

    def forget(self) -> None:
        """Nothing more is said of files that were tried, unless others still wait."""
        with self._news:
            if not self.is_going_on:
                self.chosen, self.outcomes = [], []

    def results(self) -> Iterator[tuple[Chosen, Outcome]]:
        """What became of each file, those to come when they come."""
        seen = 0
        while fresh := self._after(seen):
            yield from fresh
            seen += len(fresh)

    def _after(self, seen: int) -> list[tuple[Chosen, Outcome]]:
        with self._news:
            self._news.wait_for(lambda: not self.is_going_on or len(self.outcomes) > seen)
            return list(zip(self.chosen, self.outcomes, strict=False))[seen:]

    def _begin(self, chosen: Sequence[Chosen], add: Add) -> None:
        if self.is_going_on:
            self.chosen += chosen
            return
        self.chosen, self.outcomes = list(chosen), []
        if self.chosen:
            Thread(target=self._work, args=(add,), daemon=True).start()

    def _work(self, add: Add) -> None:
        is_going_on = True
        while is_going_on:
            outcome = _tried(add, self.chosen[len(self.outcomes)])
            with self._news:
                self._note(outcome)
                self._news.notify_all()
                is_going_on = self.is_going_on

    def _note(self, outcome: Outcome) -> None:
        """A file is kept only where another try may add it."""
        at = len(self.outcomes)
        if not _is_of_the_service(outcome):
            self.chosen[at] = replace(self.chosen[at], content=b"")
        self.outcomes.append(outcome)


def adding() -> Adding:
    """The visitor's own."""
    return state.kept(_KEY, Adding)


def _tried(add: Add, chosen: Chosen) -> Outcome:
    try:
        return add(chosen)
    except Exception as error:  # noqa: BLE001 - it is told where somebody looks
        return AssistantError(str(error))


def _is_of_the_service(outcome: Outcome) -> bool:
    if isinstance(outcome, RequestRefused):
        return outcome.status >= _OF_THE_SERVICE
    return isinstance(outcome, AssistantError)
