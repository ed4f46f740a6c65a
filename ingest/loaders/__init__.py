"""One loader for each format; `load_file` chooses by suffix and proves it by content."""

from collections.abc import Callable
from importlib import import_module
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
from ingest.loaders import containers

Loader = Callable[[Path], LoadedFile]

LARGEST_BYTES = 100 * 1024 * 1024
_UNPACKED_TIMES = 10
"""An Office file may unpack to this many times the largest file; a zip bomb is larger."""

_FORMATS = {
    ".pdf": "pdf",
    ".docx": "word",
    ".xlsx": "excel",
    ".xlsm": "excel",
    ".pptx": "powerpoint",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".csv": "text",
}
"""The module here that loads files of a suffix."""
SUFFIXES = tuple(_FORMATS)
_MAGIC = {b"%PDF": ".pdf", b"PK\x03\x04": "zip", b"\xd0\xcf\x11\xe0": "ole"}
_HEAD_BYTES = 1024
"""Readers of PDF allow other bytes before its mark, up to here."""


def load_file(path: Path, *, largest_bytes: int = LARGEST_BYTES) -> LoadedFile:
    """Read one file of any supported format.

    Raises:
        IngestError: the subclass says why (unknown, too large, wrong suffix, encrypted, …).
    """
    suffix = path.suffix.lower()
    if suffix not in _FORMATS:
        raise UnknownFormat(path.name)
    try:
        _prove_size(path, largest_bytes)
        _prove_kind(path, suffix)
        if suffix in containers.SUFFIXES:
            containers.prove_container(path, largest_bytes * _UNPACKED_TIMES)
        loaded = _loader(suffix)(path)
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


def _loader(suffix: str) -> Loader:
    """Imported with the first file of its format: the readers of all formats together would take a
    third of a second of every start."""
    found: Loader = import_module(f"{__name__}.{_FORMATS[suffix]}").load
    return found


def _prove_size(path: Path, largest_bytes: int) -> None:
    size = path.stat().st_size
    if size > largest_bytes:
        raise FileTooLarge(path.name, largest_bytes)
    if size == 0:
        raise EmptyFile(path.name)


def _prove_kind(path: Path, suffix: str) -> None:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    actual = next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), None)
    if actual is None and suffix == ".pdf" and b"%PDF-" in head:
        return
    if actual == "ole" and suffix in containers.SUFFIXES:
        # An encrypted Office file is an OLE container, and so is one of the old formats.
        raise EncryptedFile(path.name)
    expected = "zip" if suffix in containers.SUFFIXES else ".pdf" if suffix == ".pdf" else None
    if actual != expected:
        raise WrongSuffix(path.name)
