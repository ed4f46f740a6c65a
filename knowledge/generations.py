"""Generations of the search index as folders, and the file that names the live one.

`home/index/` holds one folder for each generation and a file `current`. Replacing that file is
the only change that a reader can see, and it is atomic: a process killed while indexing leaves
the old index in use, and a folder without a manifest that the next build removes.
"""

import re
import shutil
import time
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, ValidationError

from knowledge.errors import IndexUnavailable

FORMAT = 8
_NAME = re.compile(r"\d{14}-[0-9a-f]{6}")
_RETIRED = "retired"
"""Touched in a generation's folder when another is swapped in."""
_ADVICE = "run `sanpuku knowledge build`"


class Manifest(BaseModel):
    """What a finished generation is; a folder without one was never finished."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int
    fingerprint: str
    """Of everything that it was built from."""
    entries: str
    """Of that without added documents."""
    model: str
    chunks: int
    windows: int
    """Vectors of passages."""
    left_behind: int
    """Vectors that were taken out since the graphs were built anew."""
    files: Mapping[str, str]
    """SHA-256 of the files that never change, by path within the generation."""


class Generations:
    """The folder `home/index`."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def live(self) -> str | None:
        """Name of the generation in use, or None before the first build."""
        try:
            return (self.directory / "current").read_text(encoding="utf-8").strip() or None
        except (OSError, UnicodeDecodeError):
            return None

    def folder(self, name: str) -> Path:
        return self.directory / name

    def begin(self) -> Path:
        """A new, empty folder for the next generation."""
        folder = self.folder(f"{datetime.now(UTC):%Y%m%d%H%M%S}-{uuid4().hex[:6]}")
        folder.mkdir(parents=True)
        return folder

    def finish(self, folder: Path, manifest: Manifest) -> None:
        """Make it the live one; from now on the former one is retired."""
        (folder / "manifest.json").write_text(manifest.model_dump_json(), encoding="utf-8")
        if former := self.live():
            with suppress(OSError):
                (self.folder(former) / _RETIRED).touch()
        pointer = self.directory / "current.new"
        pointer.write_text(folder.name, encoding="utf-8")
        pointer.replace(self.directory / "current")

    def manifest(self, name: str) -> Manifest:
        """What a generation was built from, once its files have been found unharmed.

        Raises:
            IndexUnavailable: it is damaged or of another version of this program.
        """
        try:
            text = (self.folder(name) / "manifest.json").read_text(encoding="utf-8")
            manifest = Manifest.model_validate_json(text)
        except (OSError, ValueError) as error:
            what = "of another version" if _is_of_another(error) else f"damaged ({error})"
            raise IndexUnavailable(f"The search index is {what}: {_ADVICE}") from error
        if manifest.format != FORMAT:
            raise IndexUnavailable(f"The search index is of another version: {_ADVICE}")
        return manifest

    def prove_files(self, name: str, manifest: Manifest) -> None:
        """Raise IndexUnavailable when a file is missing or not as it was written."""
        folder = self.folder(name)
        try:
            found = checksums(folder, (folder / path for path in manifest.files))
        except OSError as error:
            raise IndexUnavailable(f"The search index is damaged ({error}): {_ADVICE}") from error
        if harmed := sorted(path for path in found if found[path] != manifest.files[path]):
            raise IndexUnavailable(f"The search index is damaged ({harmed[0]}): {_ADVICE}")

    def names(self) -> list[str]:
        """All generations, finished or not."""
        if not self.directory.is_dir():
            return []
        return sorted(path.name for path in self.directory.iterdir() if _NAME.fullmatch(path.name))

    def retired(self, seconds: float) -> set[str]:
        """Those that were swapped out so long ago that no reader is in the middle of them."""
        return {name for name in self.names() if self._retired_for(name) >= seconds}

    def _retired_for(self, name: str) -> float:
        try:
            return time.time() - (self.folder(name) / _RETIRED).stat().st_mtime
        except OSError:
            # Not swapped out in the usual way: the file that names the live one was damaged.
            return float("inf")

    def is_finished(self, name: str) -> bool:
        return (self.folder(name) / "manifest.json").is_file()

    def remove(self, names: Set[str]) -> None:
        for name in names:
            shutil.rmtree(self.folder(name), ignore_errors=True)


def checksums(folder: Path, files: Iterable[Path]) -> dict[str, str]:
    """SHA-256 of each file by its path within the folder; raises OSError when one is missing."""
    found = {}
    for path in files:
        with path.open("rb") as file:
            found[path.relative_to(folder).as_posix()] = file_digest(file, "sha256").hexdigest()
    return found


def _is_of_another(error: Exception) -> bool:
    """A manifest that is JSON but has other fields was written by another version."""
    return isinstance(error, ValidationError) and error.errors()[0]["type"] != "json_invalid"
