"""Work on threads: in order, lazily, and ended by whoever stops reading."""

from threading import Event, Lock

import pytest

from knowledge.at_once import at_once


def test_what_comes_of_each_piece_is_in_order() -> None:
    first_may_end = Event()

    def work(piece: int) -> int:
        if piece == 0:
            assert first_may_end.wait(5)
        else:
            first_may_end.set()
        return piece * 2

    assert list(at_once(work, range(6), workers=2)) == [0, 2, 4, 6, 8, 10]


def test_nothing_comes_of_nothing() -> None:
    assert list(at_once(str, [], workers=2)) == []


def test_an_error_is_raised_where_its_turn_comes() -> None:
    def work(piece: int) -> float:
        return 6 / piece

    done = at_once(work, [1, 2, 0, 3], workers=2)
    assert [next(done), next(done)] == [6, 3]
    with pytest.raises(ZeroDivisionError):
        next(done)


def test_whoever_stops_reading_stops_the_work() -> None:
    seen: list[int] = []
    lock = Lock()

    def work(piece: int) -> int:
        with lock:
            seen.append(piece)
        return piece

    done = at_once(work, range(1000), workers=2)
    next(done)
    del done
    assert len(seen) <= 4
