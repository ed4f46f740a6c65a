"""What people ask next: short questions that only make sense after the one before.

Under `follow_ups/`, one file for each group of documents: `answered/` holds those that an entry
answers, `beyond/` those that neither it nor any other entry answers, both under the id of the entry
that they are asked after; `left_open/` those for what a gap names, under its id;
docs/writing-gaps.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError

from knowledge.documents import Language
from knowledge.errors import SourcesUnreadable
from knowledge.gaps import Gap

FOLDER = "follow_ups"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question as it is typed after one about an entry."""

    asked: str
    language: Language
    after: tuple[str, ...]
    """The entries that it is asked after: the one that answers it, or those near the gap."""
    is_answered: bool
    gap_id: str = ""
    """The gap that it asks for, where there is one."""


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")
    ja: list[str] = Field(min_length=1)
    en: list[str] = Field(min_length=1)

    def each(self) -> Iterator[tuple[Language, str]]:
        yield from (("ja", text) for text in self.ja)
        yield from (("en", text) for text in self.en)


class _File(RootModel[dict[str, _Asked]]):
    pass


def load_follow_ups(directory: Path, gaps: Sequence[Gap]) -> tuple[FollowUp, ...]:
    """All under `directory/follow_ups`, in order of file and place.

    Raises:
        SourcesUnreadable: a file is damaged or names no gap; names the file.
    """
    folder, near = directory / FOLDER, {gap.id: gap.near for gap in gaps}
    return (
        *_after_entries(folder / "answered", is_answered=True),
        *_after_entries(folder / "beyond", is_answered=False),
        *_of_gaps(folder / "left_open", near),
    )


def _after_entries(folder: Path, *, is_answered: bool) -> Iterator[FollowUp]:
    for _, entry_id, asked in _written(folder):
        yield from (FollowUp(text, lang, (entry_id,), is_answered) for lang, text in asked.each())


def _of_gaps(folder: Path, near: Mapping[str, tuple[str, ...]]) -> Iterator[FollowUp]:
    for file, gap_id, asked in _written(folder):
        if gap_id not in near:
            raise SourcesUnreadable(f"{FOLDER}/{file.name}: {gap_id} is no gap")
        yield from (
            FollowUp(text, lang, near[gap_id], False, gap_id) for lang, text in asked.each()
        )


def _written(folder: Path) -> Iterator[tuple[Path, str, _Asked]]:
    for file in sorted(folder.glob("*.yaml")):
        yield from ((file, name, asked) for name, asked in _read(file).items())


def _read(file: Path) -> dict[str, _Asked]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        rows = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
        return _File.model_validate(rows).root
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourcesUnreadable(f"{FOLDER}/{file.name}: {error}") from error
    except ValidationError as error:
        found = error.errors()[0]
        place = ".".join(map(str, found["loc"]))
        raise SourcesUnreadable(f"{FOLDER}/{file.name}: {place}: {found['msg']}") from error
