"""One loader for each format; `load_file` chooses by suffix and proves it by content."""

from collections.abc import Callable
from pathlib import Path

from ingest.blocks import LoadedFile
from ingest.errors import (
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    FileTooLarge,
    FileUnreadable,
    IngestError,
    UnknownFormat,
    WrongSuffix,
)
from ingest.loaders import excel, html, markdown, pdf, powerpoint, text, word

LARGEST_BYTES = 100 * 1024 * 1024

_LOADERS: dict[str, Callable[[Path], LoadedFile]] = {
    ".pdf": pdf.load,
    ".docx": word.load,
    ".xlsx": excel.load,
    ".xlsm": excel.load,
    ".pptx": powerpoint.load,
    ".html": html.load,
    ".htm": html.load,
    ".md": markdown.load,
    ".markdown": markdown.load,
    ".txt": text.load,
    ".csv": text.load,
}
SUFFIXES = tuple(_LOADERS)
_ZIPPED = {".docx", ".xlsx", ".xlsm", ".pptx"}
_MAGIC = {b"%PDF": ".pdf", b"PK\x03\x04": "zip", b"\xd0\xcf\x11\xe0": "ole"}


def load_file(path: Path, *, largest_bytes: int = LARGEST_BYTES) -> LoadedFile:
    """Read one file of any supported format.

    Raises:
        IngestError: the subclass says why (unknown, too large, wrong suffix, encrypted, …).
    """
    suffix = path.suffix.lower()
    if suffix not in _LOADERS:
        raise UnknownFormat(path.name)
    try:
        size = path.stat().st_size
        if size > largest_bytes:
            raise FileTooLarge(path.name)
        if size == 0:
            raise EmptyFile(path.name)
        with path.open("rb") as file:
            _prove_suffix(suffix, file.read(8), path.name)
        loaded = _LOADERS[suffix](path)
    except IngestError:
        raise
    except OSError as error:
        raise FileUnreadable(f"{path.name}: {error}") from error
    except Exception as error:
        # Each format's library has its own errors for broken bytes, down to bare KeyError.
        raise BrokenFile(f"{path.name}: {error}") from error
    if not any(block.text.strip() for block in loaded.blocks):
        raise EmptyFile(path.name)
    return loaded


def _prove_suffix(suffix: str, head: bytes, name: str) -> None:
    actual = next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), None)
    if actual == "ole" and suffix in _ZIPPED:
        # An encrypted Office file is an OLE container, and so is one of the old formats.
        raise EncryptedFile(name)
    expected = "zip" if suffix in _ZIPPED else ".pdf" if suffix == ".pdf" else None
    if actual != expected:
        raise WrongSuffix(name)
