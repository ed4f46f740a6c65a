"""An answer on its way: whoever looks at it anew finds it where it is, and nobody asks again."""

from collections.abc import Iterator
from threading import Condition, Thread

from assistant.contract import AnswerEvent


class ArrivingAnswer:
    """The events of an answer, read in the background and kept.

    A click while an answer comes makes Streamlit run the page again from its start. What the
    stopped run had read would be lost, and a second request would write a second conversation.
    """

    def __init__(self, events: Iterator[AnswerEvent]) -> None:
        """
        Args:
            events: read in a thread of their own, once.
        """
        self._events: list[AnswerEvent] = []
        self._failure: Exception | None = None
        self._has_ended = False
        self._is_taken = False
        self._news = Condition()
        Thread(target=self._read, args=(events,), daemon=True).start()

    def events(self) -> Iterator[AnswerEvent]:
        """All events from the first one on, those to come when they come; raises what broke off
        the reading."""
        seen = 0
        while fresh := self._after(seen):
            yield from fresh
            seen += len(fresh)
        if self._failure is not None:
            raise self._failure

    def take(self) -> bool:
        """True once: of several runs of the page that look on, one keeps what came of it."""
        with self._news:
            is_first, self._is_taken = not self._is_taken, True
        return is_first

    def _after(self, seen: int) -> list[AnswerEvent]:
        """Events after the first `seen`, at least one; none when it has ended."""
        with self._news:
            self._news.wait_for(lambda: self._has_ended or len(self._events) > seen)
            return self._events[seen:]

    def _read(self, events: Iterator[AnswerEvent]) -> None:
        try:
            for event in events:
                with self._news:
                    self._events.append(event)
                    self._news.notify_all()
        except Exception as error:  # noqa: BLE001 - it is raised where somebody looks
            self._failure = error
        finally:
            with self._news:
                self._has_ended = True
                self._news.notify_all()
