"""What of a chunk is turned into vectors: small windows are found, the whole chunk is shown."""

from collections.abc import Sequence
from pathlib import PurePath

from knowledge.corpus import statements
from knowledge.documents import BETWEEN_HEADINGS, Chunk

WINDOW_CHARACTERS = 400
"""About 250 tokens of e5: one thought. Larger windows blur, smaller ones lose their subject."""
_HEADINGS_SHOWN = 3


def windows_of(chunk: Chunk) -> list[str]:
    """Stretches of whole lines that cover the chunk, each under its heading.

    The first window of an entry is its whole text, the others are its statements in their order
    (`statement_window`); an added document's chunk has as many as its length asks for.
    """
    heading = subject_of(chunk)
    if chunk.is_curated:
        texts = [chunk.text, *statements(chunk.text)]
    else:
        texts = _stretches(chunk.text.splitlines()[chunk.repeated_lines :])
    return [f"{heading}\n{text}" if heading else text for text in texts]


def subject_of(chunk: Chunk) -> str:
    """What a chunk is about, said by what stands above it.

    An entry's title; for an added document its name and the nearest headings, because a table of
    fares under "Fares" says nowhere whose they are.
    """
    if chunk.is_curated:
        return chunk.title
    nearest = chunk.headings[-_HEADINGS_SHOWN:]
    return BETWEEN_HEADINGS.join(dict.fromkeys((PurePath(chunk.title).stem, *nearest)))


def statement_window(position: int) -> int:
    """Number of the window that holds an entry's statement at this position."""
    return position + 1


def _stretches(lines: Sequence[str]) -> list[str]:
    stretches: list[str] = []
    held: list[str] = []
    for line in lines:
        held.append(line)
        if sum(map(len, held)) >= WINDOW_CHARACTERS:
            stretches.append("\n".join(held))
            held = []
    if held:
        stretches.append("\n".join(held))
    return stretches
