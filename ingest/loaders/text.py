"""Plain text, in the encodings that Japanese offices use."""

from pathlib import Path

from charset_normalizer import from_bytes

from ingest.blocks import Block, LoadedFile
from ingest.errors import BrokenFile

_USUAL = ("utf-8-sig", "cp932", "euc_jp", "utf-16")
_MOSTLY_CONTROL = 0.02


def load(path: Path) -> LoadedFile:
    """The whole text as one block; cleaning finds paragraphs and headings."""
    return LoadedFile((Block(decode(path.read_bytes(), path.name)),), pages=None)


def decode(data: bytes, name: str) -> str:
    """Text of the bytes; a few broken characters are replaced, binary data is refused.

    Raises:
        BrokenFile: this is not text.
    """
    for encoding in _USUAL:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _looks_binary(text):
            return text
    guessed = from_bytes(data).best()
    text = str(guessed) if guessed else data.decode("utf-8", errors="replace")
    if _looks_binary(text):
        raise BrokenFile(f"{name}: this is not text")
    return text


def _looks_binary(text: str) -> bool:
    strange = sum(ch == "\ufffd" or (ord(ch) < 32 and ch not in "\t\n\r\f\v") for ch in text)
    return strange > _MOSTLY_CONTROL * max(len(text), 1)
