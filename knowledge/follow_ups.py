"""What people ask next: short questions that only make sense after the one before.

`follow_ups/answered/*.yaml` holds those that an entry answers, `follow_ups/left_open/*.yaml` those
for what a gap names, each under the id of its entry or gap; docs/writing-gaps.md.
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
    gap_id: str = ""
    """The gap that it asks for; empty where the entry answers it."""


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")
    ja: list[str] = Field(min_length=1)
    en: list[str] = Field(min_length=1)


class _Written(RootModel[dict[str, _Asked]]):
    pass


def load_follow_ups(directory: Path, gaps: Sequence[Gap]) -> tuple[FollowUp, ...]:
    """All under `directory/follow_ups`, in order of file and place.

    Raises:
        SourcesUnreadable: a file is damaged or names no gap; names the file.
    """
    near = {gap.id: gap.near for gap in gaps}
    return tuple(
        follow_up
        for folder in ("answered", "left_open")
        for file in sorted((directory / FOLDER / folder).glob("*.yaml"))
        for follow_up in _of(_read(file), near if folder == "left_open" else None, file)
    )


def _of(
    written: Mapping[str, _Asked], near: Mapping[str, tuple[str, ...]] | None, file: Path
) -> Iterator[FollowUp]:
    for name, asked in written.items():
        if near is not None and name not in near:
            raise SourcesUnreadable(f"{FOLDER}/{file.name}: {name} is no gap")
        after = (name,) if near is None else near[name]
        gap_id = "" if near is None else name
        yield from (FollowUp(text, "ja", after, gap_id) for text in asked.ja)
        yield from (FollowUp(text, "en", after, gap_id) for text in asked.en)


def _read(file: Path) -> dict[str, _Asked]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        rows = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
        return _Written.model_validate(rows).root
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourcesUnreadable(f"{FOLDER}/{file.name}: {error}") from error
    except ValidationError as error:
        found = error.errors()[0]
        place = ".".join(map(str, found["loc"]))
        raise SourcesUnreadable(f"{FOLDER}/{file.name}: {place}: {found['msg']}") from error
