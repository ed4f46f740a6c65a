"""The documents that all recipes get."""

from dataclasses import dataclass
from pathlib import Path

from evals.errors import PeerUnavailable


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """A document's name and whole text."""

    name: str
    text: str


def read_documents(folder: Path) -> list[PlainDocument]:
    """The text files of a folder, by name.

    Raises:
        PeerUnavailable: there is none.
    """
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise PeerUnavailable(f"No text documents in {folder}")
    return [PlainDocument(file.stem, file.read_text(encoding="utf-8")) for file in files]
