"""What of a chunk is turned into vectors: small windows are found, the whole chunk is shown."""

from knowledge.corpus import statements
from knowledge.documents import Chunk

WINDOW_CHARACTERS = 400
"""About 250 tokens of e5: one thought. Larger windows blur, smaller ones lose their subject."""


def windows_of(chunk: Chunk) -> list[str]:
    """Stretches of whole lines that cover the chunk, each under its heading.

    The first window of an entry is its whole text, the others are its statements in their order
    (`statement_window`); an added document's chunk has as many as its length asks for.
    """
    heading = chunk.title if chunk.is_curated else chunk.heading.rpartition(" ＞ ")[2]
    texts = [chunk.text, *statements(chunk.text)] if chunk.is_curated else _stretches(chunk.text)
    return [f"{heading}\n{text}" if heading else text for text in texts]


def statement_window(position: int) -> int:
    """Number of the window that holds an entry's statement at this position."""
    return position + 1


def _stretches(text: str) -> list[str]:
    stretches: list[str] = []
    held: list[str] = []
    for line in text.splitlines():
        held.append(line)
        if sum(map(len, held)) >= WINDOW_CHARACTERS:
            stretches.append("\n".join(held))
            held = []
    if held:
        stretches.append("\n".join(held))
    return stretches
