"""Questions that somebody wrote down with the entries that they are about, answered or left open."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError

from knowledge.documents import Language
from knowledge.errors import SourcesUnreadable


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question, and whether the documents answer it."""

    asked: str
    language: Language
    entry_ids: tuple[str, ...]
    """The entries that it is about or asked after: the one that answers it, or those near what is
    missing."""
    is_answered: bool
    gap_id: str = ""
    """The gap that it asks for, where there is one."""


class Wordings(BaseModel):
    """Questions in both languages, as they stand in a file."""

    model_config = ConfigDict(extra="forbid")
    ja: list[str] = Field(min_length=1)
    en: list[str] = Field(min_length=1)

    def each(self) -> Iterator[tuple[Language, str]]:
        """All of them, Japanese first."""
        yield from (("ja", text) for text in self.ja)
        yield from (("en", text) for text in self.en)


_Written = TypeVar("_Written")


def read_questions(file: Path, form: type[RootModel[dict[str, _Written]]]) -> dict[str, _Written]:
    """What a file holds, by the id of the entry or gap.

    Raises:
        SourcesUnreadable: the file is damaged; names it and the place.
    """
    shown = f"{file.parent.name}/{file.name}"
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return form.model_validate(yaml.load(file.read_text(encoding="utf-8"), Loader=loader)).root
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourcesUnreadable(f"{shown}: {error}") from error
    except ValidationError as error:
        found = error.errors()[0]
        place = ".".join(map(str, found["loc"]))
        raise SourcesUnreadable(f"{shown}: {place}: {found['msg']}") from error
