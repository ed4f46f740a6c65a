"""What became of each file."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.errors import IngestError


class Outcome(StrEnum):
    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    """It was read from a folder in which it no longer is."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """One file's fate; `problem` says why it was left out."""

    name: str
    outcome: Outcome
    document_id: str | None = None
    passages: int = 0
    problem: IngestError | None = None


@dataclass(frozen=True, slots=True)
class IngestReport:
    """All files of one run, in order."""

    files: tuple[FileOutcome, ...]

    @property
    def failed(self) -> tuple[FileOutcome, ...]:
        return tuple(file for file in self.files if file.outcome is Outcome.FAILED)
