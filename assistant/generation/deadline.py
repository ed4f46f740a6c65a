"""An iteration that ends in time, whatever its source does."""

from collections.abc import Iterator
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic
from typing import TypeVar

Item = TypeVar("Item")
_END = object()


def within(seconds: float, items: Iterator[Item]) -> Iterator[Item]:
    """The items as they come, from a thread of their own.

    Raises:
        TimeoutError: the last one has not come after so many seconds.
    """
    deadline = monotonic() + seconds
    received: Queue[object] = Queue()
    unwanted = Event()
    Thread(target=_pass_on, args=(items, received, unwanted), daemon=True).start()
    try:
        while True:
            try:
                found = received.get(timeout=max(deadline - monotonic(), 0.0))
            except Empty as error:
                raise TimeoutError(f"not finished within {seconds:g} seconds") from error
            if found is _END:
                return
            if isinstance(found, _Broken):
                raise found.error
            yield found  # type: ignore[misc]  # the queue holds items, the end and a broken end
    finally:
        unwanted.set()


class _Broken:
    """The source's own error on its way to whoever reads."""

    def __init__(self, error: Exception) -> None:
        self.error = error


def _pass_on(items: Iterator[Item], received: Queue[object], unwanted: Event) -> None:
    try:
        for item in items:
            if unwanted.is_set():
                return
            received.put(item)
    except Exception as error:  # noqa: BLE001  # raised again where the items are read
        received.put(_Broken(error))
    else:
        received.put(_END)
