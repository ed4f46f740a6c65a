"""What people are known to ask next after what was found, answered or left open.

A follow-up is judged in place: its own words are held against those of the follow-ups that are
known for the entries found (knowledge.follow_ups), not against all questions. "And the fare?" after
one service is answered, after another it is not. Made by `sanpuku knowledge train`; only for the
packaged embedding model.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.arrays import write_arrays
from knowledge.follow_ups import FollowUp

FILE = Path(__file__).parent / "asked_next.npz"
UNLIKE = 0.75
"""Closeness where nothing is known: about that of questions that have nothing in common."""
_LARGEST = 127

Embed = Callable[[list[str]], Sequence[Sequence[float]]]
"""Vectors of several questions, in their order."""


class Closest(NamedTuple):
    """How close the likest follow-ups come, as cosines."""

    answered: float
    left_open: float
    gap_id: str | None
    """Of the likest one that is left open, where it asks for a known gap."""


@dataclass(frozen=True)
class AskedNext:
    """Known follow-ups by the entries that they are asked after."""

    vectors: NDArray[np.int8]
    """One row for each, in 8 bits of any length."""
    is_answered: NDArray[np.bool_]
    gap_ids: tuple[str, ...]
    """The gap that each asks for; empty where there is none."""
    after: Mapping[str, NDArray[np.int32]]
    """Rows by entry."""

    def closest(self, vector: Sequence[float], entry_ids: Collection[str]) -> Closest:
        """The likest of what is asked after these entries; `vector` is of unit length."""
        known = [self.after[entry_id] for entry_id in entry_ids if entry_id in self.after]
        rows = np.unique(np.concatenate(known)) if known else np.zeros(0, dtype=np.int32)
        written = self.vectors[rows].astype(np.float32)
        lengths = np.linalg.norm(written, axis=1)
        likeness = written @ np.asarray(vector, dtype=np.float32) / np.maximum(lengths, 1.0)
        is_open = ~self.is_answered[rows]
        open_rows = rows[is_open]
        nearest = self.gap_ids[open_rows[likeness[is_open].argmax()]] if len(open_rows) else ""
        return Closest(
            answered=float(likeness[~is_open].max(initial=UNLIKE)),
            left_open=float(likeness[is_open].max(initial=UNLIKE)),
            gap_id=nearest or None,
        )

    def write(self, file: Path) -> None:
        """As one compressed archive, whole or not at all."""
        write_arrays(
            file,
            vectors=self.vectors,
            is_answered=self.is_answered,
            gap_ids=np.array(self.gap_ids),
            entries=np.array(list(self.after)),
            ends=np.cumsum([len(rows) for rows in self.after.values()]),
            rows=np.concatenate(list(self.after.values())),
        )


def asked_next(follow_ups: Sequence[FollowUp], embed: Embed) -> AskedNext:
    """Known follow-ups with their vectors."""
    vectors = np.array(embed([one.asked for one in follow_ups]), dtype=np.float32)
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    after: dict[str, list[int]] = {}
    for row, one in enumerate(follow_ups):
        for entry_id in one.after:
            after.setdefault(entry_id, []).append(row)
    return AskedNext(
        vectors=np.round(vectors / largest * _LARGEST).astype(np.int8),
        is_answered=np.array([one.is_answered for one in follow_ups], dtype=np.bool_),
        gap_ids=tuple(one.gap_id for one in follow_ups),
        after={entry_id: np.array(rows, dtype=np.int32) for entry_id, rows in after.items()},
    )


def load_asked_next(file: Path = FILE) -> AskedNext:
    """The ones shipped with the project."""
    with np.load(file, allow_pickle=False) as stored:
        rows = np.split(stored["rows"].astype(np.int32), stored["ends"][:-1])
        return AskedNext(
            stored["vectors"],
            stored["is_answered"],
            tuple(map(str, stored["gap_ids"])),
            dict(zip(map(str, stored["entries"]), rows, strict=True)),
        )
