"""Which files a person means by the files and folders named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.loaders import SUFFIXES

_HIDDEN = (".", "~$")
"""Hidden files and folders, and the lock files that Office keeps beside an open document."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file to add."""

    path: Path
    name: str
    """The file's name, with its place within the folder that was named."""


def files_of(paths: Sequence[Path]) -> Iterator[FoundFile]:
    """The files named, and those of supported formats in the folders named, without repeats.

    Hidden files and folders inside are passed over, and so are those that may not be looked into.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _files_in(path) if is_folder(path) else [FoundFile(path, path.name)]:
            if (place := place_of(found.path)) not in seen:
                seen.add(place)
                yield found


def is_folder(path: Path) -> bool:
    """True for a folder that may be looked at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def place_of(path: Path) -> Path:
    """The absolute path without links, as far as it can be told."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _files_in(folder: Path) -> Iterator[FoundFile]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if any(part.startswith(_HIDDEN) for part in inside.parts):
            continue
        if path.suffix.lower() in SUFFIXES and path.is_file():
            yield FoundFile(path, inside.as_posix())
