"""How long each step of an answer takes."""

import time
from dataclasses import dataclass, field


@dataclass
class Clock:
    """Begins when it is made."""

    timings: dict[str, float] = field(default_factory=dict)
    """Milliseconds of each step; `total` is up to the end of the latest."""
    _last: float = field(default_factory=time.perf_counter)
    _start: float = field(default_factory=time.perf_counter)

    def lap(self, step: str) -> None:
        """A step has ended."""
        now = time.perf_counter()
        self.timings[step] = round((now - self._last) * 1000, 1)
        self._last = now
        self.timings["total"] = round((now - self._start) * 1000, 1)
