"""Several pieces of work at once, on threads: for work that leaves the interpreter to others."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

_Piece = TypeVar("_Piece")
_Done = TypeVar("_Done")


def at_once(
    work: Callable[[_Piece], _Done], pieces: Iterable[_Piece], *, workers: int
) -> Iterator[_Done]:
    """What comes of each piece, in their order; only as many are begun as there are workers, and
    one that waits, so that whoever stops reading stops the work.

    Raises:
        Exception: of `work`, where its piece's turn comes.
    """
    rest = iter(pieces)
    with ThreadPoolExecutor(workers) as pool:
        begun = deque(pool.submit(work, piece) for piece in islice(rest, workers + 1))
        while begun:
            done = begun.popleft().result()
            begun.extend(pool.submit(work, piece) for piece in islice(rest, 1))
            yield done
