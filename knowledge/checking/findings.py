"""What a check reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, with the file to open."""

    entry: str
    """Id of the entry, or the source's key for findings about a whole source."""
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.rule}: {self.message}"
