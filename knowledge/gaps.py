"""What the documents leave open: questions that a reader would ask and that they do not answer.

A question close to one of these is declined with what is missing, what the documents do say nearby
and whom to ask. `gaps/*.yaml`, one file for each group of documents; docs/writing-gaps.md.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.documents import Bilingual
from knowledge.errors import SourcesUnreadable


class Ask(StrEnum):
    """Who is likely to know."""

    PUBLISHER = "publisher"
    MUNICIPALITY = "municipality"
    PREFECTURE = "prefecture"
    OPERATOR = "operator"
    MINISTRY = "ministry"
    TRANSPORT_OFFICE = "transport_office"
    INSURER = "insurer"
    CARE_MANAGER = "care_manager"
    TAX_OFFICE = "tax_office"
    LABOUR_OFFICE = "labour_office"
    DOCTOR = "doctor"
    LAWYER = "lawyer"
    STATISTICS = "statistics"
    VENDOR = "vendor"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that the documents do not say."""

    id: str
    """`file/name`, unique."""
    missing: Bilingual
    """A noun phrase: what is not there."""
    near: tuple[str, ...]
    """Entries that say something close to it."""
    ask: Ask
    questions: tuple[str, ...]
    """In both languages, in users' words."""


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid")
    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)


class _Questions(BaseModel):
    model_config = ConfigDict(extra="forbid")
    ja: list[str] = Field(min_length=3)
    en: list[str] = Field(min_length=2)


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    missing: _Words
    near: list[str] = Field(default=[], max_length=3)
    ask: Ask
    questions: _Questions


def load_gaps(directory: Path) -> tuple[Gap, ...]:
    """All gaps under `directory/gaps`, in order of file and place.

    Raises:
        SourcesUnreadable: a file is damaged or an id stands twice; names the file and the gap.
    """
    gaps = [gap for file in sorted((directory / "gaps").glob("*.yaml")) for gap in _read(file)]
    seen: set[str] = set()
    for gap in gaps:
        if gap.id in seen:
            raise SourcesUnreadable(f"gaps/{gap.id} stands twice")
        seen.add(gap.id)
    return tuple(gaps)


def _read(file: Path) -> list[Gap]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        rows = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
        return [_gap(file.stem, _Written.model_validate(row)) for row in rows]
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError) as error:
        raise SourcesUnreadable(f"gaps/{file.name}: {error}") from error
    except ValidationError as error:
        raise SourcesUnreadable(
            f"gaps/{file.name}: {error.errors()[0]['msg']} ({error.title})"
        ) from error


def _gap(stem: str, written: _Written) -> Gap:
    return Gap(
        id=f"{stem}/{written.id}",
        missing=Bilingual(written.missing.ja, written.missing.en),
        near=tuple(written.near),
        ask=written.ask,
        questions=(*written.questions.ja, *written.questions.en),
    )
