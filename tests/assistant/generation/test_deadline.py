"""An iteration that ends in time."""

import time
from collections.abc import Iterator
from threading import Event

import pytest

from assistant.generation.deadline import within


def test_items_come_through_in_order() -> None:
    assert list(within(5, iter([1, 2, 3]))) == [1, 2, 3]


def test_the_sources_own_error_comes_through() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise LookupError("gone")

    items = within(5, broken())
    assert next(items) == 1
    with pytest.raises(LookupError, match="gone"):
        next(items)


def test_a_source_that_stalls_is_given_up() -> None:
    release = Event()

    def stalling() -> Iterator[int]:
        yield 1
        release.wait(10)

    items = within(0.1, stalling())
    assert next(items) == 1
    started = time.monotonic()
    with pytest.raises(TimeoutError):
        next(items)
    assert time.monotonic() - started < 2
    release.set()


def test_a_trickle_is_given_up_too() -> None:
    def trickling() -> Iterator[int]:
        while True:
            time.sleep(0.03)
            yield 1

    with pytest.raises(TimeoutError):
        list(within(0.2, trickling()))


def test_a_source_that_nobody_reads_any_more_is_left() -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            number += 1
            taken.append(number)
            time.sleep(0.005)
            yield number

    items = within(5, endless())
    next(items)
    items.close()  # type: ignore[attr-defined]  # a generator behind the iterator's face
    time.sleep(0.1)
    so_far = len(taken)
    time.sleep(0.1)
    assert len(taken) <= so_far + 1
