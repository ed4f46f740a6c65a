"""An answer that is read once, however often one looks."""

from collections.abc import Iterator
from itertools import islice
from queue import Queue

import pytest

from assistant.contract import AnswerEvent, TextDelta
from assistant.errors import ServiceUnavailable
from ui.arriving_answer import ArrivingAnswer

FIRST, SECOND = TextDelta(text="移動"), TextDelta(text="支援")


def coming(pieces: "Queue[AnswerEvent | None]") -> Iterator[AnswerEvent]:
    """Events as somebody puts them in; None ends them."""
    while (piece := pieces.get()) is not None:
        yield piece


def test_a_second_look_begins_at_the_start_and_sees_what_comes_later() -> None:
    pieces: Queue[AnswerEvent | None] = Queue()
    arriving = ArrivingAnswer(coming(pieces))
    pieces.put(FIRST)
    assert list(islice(arriving.events(), 1)) == [FIRST]  # a run that was stopped
    pieces.put(SECOND)
    pieces.put(None)
    assert list(arriving.events()) == [FIRST, SECOND]
    assert list(arriving.events()) == [FIRST, SECOND]


def test_of_several_who_look_on_one_keeps_the_answer() -> None:
    arriving = ArrivingAnswer(iter((FIRST,)))
    assert [arriving.take() for _ in range(3)] == [True, False, False]


def test_what_broke_off_is_raised_at_every_look_after_what_had_come() -> None:
    def broken() -> Iterator[AnswerEvent]:
        yield FIRST
        raise ServiceUnavailable("gone")

    arriving = ArrivingAnswer(broken())
    for _ in range(2):
        events = arriving.events()
        assert next(events) == FIRST
        with pytest.raises(ServiceUnavailable, match="gone"):
            next(events)
