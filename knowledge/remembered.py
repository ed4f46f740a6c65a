"""The last values, by what they belong to."""

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Remembered(Generic[Key, Value]):
    """Like `functools.lru_cache`, for values that come several at a time. Safe to share between
    threads."""

    def __init__(self, most: int) -> None:
        """
        Args:
            most: so many values; of more, the one that was not wanted for longest is forgotten.
        """
        self._most = most
        self._values: OrderedDict[Key, Value] = OrderedDict()
        self._one_at_a_time = Lock()

    def get(self, key: Key) -> Value | None:
        """None when there is none, or none any more."""
        with self._one_at_a_time:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key]

    def keep(self, key: Key, value: Value) -> None:
        with self._one_at_a_time:
            self._values[key] = value
            self._values.move_to_end(key)
            if len(self._values) > self._most:
                self._values.popitem(last=False)
