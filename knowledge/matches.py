"""What the meaning arms say of each entry, window by window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from knowledge.index_store import SearchIndex
from knowledge.vector_index import Hit


class PlacedWindow(NamedTuple):
    """A hit of a meaning arm, at its place."""

    unit: str
    number: int
    similarity: float


def placed(hits: Sequence[Hit], index: SearchIndex) -> list[PlacedWindow]:
    """Hits whose chunk is in the index, in their order."""
    windows = []
    for hit in hits:
        chunk_id, _, number = hit.id.rpartition("~")
        if (chunk := index.chunks.get(chunk_id)) is not None:
            windows.append(PlacedWindow(chunk.entry_id, int(number), hit.similarity))
    return windows


@dataclass
class Matches:
    """What the meaning arms say of each unit."""

    similarity: dict[str, float] = field(default_factory=dict)
    windows: dict[str, dict[int, float]] = field(default_factory=dict)


def matches_of(arms: Mapping[str, Sequence[PlacedWindow]]) -> Matches:
    """Best cosine of each unit, and of each of its windows, over all wordings and languages."""
    matches = Matches()
    for arm, windows in arms.items():
        of_passages = arm.startswith("passages")
        for unit, number, similarity in windows:
            if similarity > matches.similarity.get(unit, -1.0):
                matches.similarity[unit] = similarity
            if of_passages:
                known = matches.windows.setdefault(unit, {})
                if similarity > known.get(number, -1.0):
                    known[number] = similarity
    return matches
