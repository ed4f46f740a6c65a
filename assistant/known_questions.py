"""How close a question comes to those that are known of the entries found, answered or left open.

A question is judged in place: its own words are held against what is known to be asked about these
entries, not against all questions. "And the fare?" is answered after one service and not after
another. Two collections are shipped: what is asked next (knowledge.follow_ups), and what stands
alone and sounds alike (knowledge.contrasts). Made by `sanpuku knowledge train`; only for the
packaged embedding model.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.arrays import cosines, in_bytes, write_arrays
from knowledge.known_questions import KnownQuestion

ASKED_NEXT = Path(__file__).parent / "asked_next.npz"
CONTRASTS = Path(__file__).parent / "contrasts.npz"
UNLIKE = 0.75
"""Closeness where nothing is known: about that of questions that have nothing in common."""

Embed = Callable[[list[str]], Sequence[Sequence[float]]]
"""Vectors of several questions, in their order."""


class Closest(NamedTuple):
    """How close the likest known questions come, as cosines."""

    answered: float
    left_open: float
    gap_id: str | None
    """Of the likest one that is left open, where it asks for a known gap."""


@dataclass(frozen=True)
class KnownQuestions:
    """Known questions by the entries that they are about or asked after."""

    vectors: NDArray[np.int8]
    """One row for each, in 8 bits of any length."""
    is_answered: NDArray[np.bool_]
    gap_ids: tuple[str, ...]
    """The gap that each asks for; empty where there is none."""
    by_entry: Mapping[str, NDArray[np.int32]]
    """Rows by entry."""

    def closest(self, vector: Sequence[float], entry_ids: Collection[str]) -> Closest:
        """The likest of what is asked about these entries; `vector` is of unit length."""
        known = [self.by_entry[entry_id] for entry_id in entry_ids if entry_id in self.by_entry]
        rows = np.unique(np.concatenate(known)) if known else np.zeros(0, dtype=np.int32)
        likeness = cosines(self.vectors[rows], vector)
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
            entries=np.array(list(self.by_entry)),
            ends=np.cumsum([len(rows) for rows in self.by_entry.values()]),
            rows=np.concatenate(list(self.by_entry.values())),
        )


def known_questions(known: Sequence[KnownQuestion], embed: Embed) -> KnownQuestions:
    """Known questions with their vectors."""
    vectors = np.array(embed([one.asked for one in known]), dtype=np.float32)
    by_entry: dict[str, list[int]] = {}
    for row, one in enumerate(known):
        for entry_id in one.entry_ids:
            by_entry.setdefault(entry_id, []).append(row)
    return KnownQuestions(
        vectors=in_bytes(vectors),
        is_answered=np.array([one.is_answered for one in known], dtype=np.bool_),
        gap_ids=tuple(one.gap_id for one in known),
        by_entry={entry_id: np.array(rows, dtype=np.int32) for entry_id, rows in by_entry.items()},
    )


def load_known_questions(file: Path) -> KnownQuestions:
    """Those shipped with the project, `ASKED_NEXT` or `CONTRASTS`."""
    with np.load(file, allow_pickle=False) as stored:
        rows = np.split(stored["rows"].astype(np.int32), stored["ends"][:-1])
        return KnownQuestions(
            stored["vectors"],
            stored["is_answered"],
            tuple(map(str, stored["gap_ids"])),
            dict(zip(map(str, stored["entries"]), rows, strict=True)),
        )
