"""The vocabulary of shared work: workspace, member, summary, edit, version, difference."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, BeforeValidator, StringConstraints

from assistant.contract import Message
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import FieldValue, Sheet, Side
from assistant.worksheets.text import on_one_line
from knowledge.documents import Language

RequiredName = Annotated[
    str, BeforeValidator(on_one_line), StringConstraints(min_length=1, max_length=200)
]
"""A name that cannot be empty, on one line."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Who changes something, and on which side of the table they sit."""

    name: str
    side: Side


class Member(Message):
    """Somebody who works in a workspace."""

    name: str
    side: Side
    joined_at: AwareDatetime


class Workspace(Message):
    """A place that two sides share by its link."""

    id: str
    name: str
    key: str
    """Whoever has it can join: it is the unguessable part of the link."""
    created_at: AwareDatetime
    members: tuple[Member, ...]
    me: Member


class SheetSummary(Message):
    """One line of a list of sheets."""

    id: str
    workspace_id: str
    form_id: str
    title: str
    language: Language
    municipality: str = ""
    locked: bool = False
    version: int = 0
    updated_at: AwareDatetime
    updated_by: str
    deleted_at: AwareDatetime | None = None
    deleted_by: str | None = None
    percent: int | None = None
    """How complete it is, 0..100; unset in the trash and where its form is not held."""


class EditKind(StrEnum):
    """What happened to a field."""

    EDITED = "edited"
    DRAFTED = "drafted"
    """Filled in with a suggestion while it was empty."""
    CONFIRMED = "confirmed"
    """A person now stands behind lines that were suggested or taken from a source."""
    RESTORED = "restored"
    """Taken back from a kept version."""
    COPIED = "copied"
    IMPORTED = "imported"
    REFUSED = "refused"
    """Not saved, because somebody else had saved first; kept here so that no text is lost."""


class FieldEdit(Message):
    """One step in the history of a field."""

    id: int
    field_id: str
    kind: EditKind
    value: FieldValue
    by: str
    side: Side | None
    at: AwareDatetime


class InputsEdit(Message):
    """One step in the history of what was asked once."""

    id: int
    kind: EditKind
    inputs: Inputs
    by: str
    side: Side | None
    at: AwareDatetime


class VersionSummary(Message):
    """A sheet as it stood at one moment, kept by name."""

    number: int
    name: str
    by: str
    side: Side | None
    at: AwareDatetime


class SheetVersion(VersionSummary):
    sheet: Sheet


class LineChange(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class ChangedLine(Message):
    """One line of a field in a comparison."""

    change: LineChange
    text: str


class FieldDifference(Message):
    """How one field differs between two states of a sheet."""

    field_id: str
    lines: tuple[ChangedLine, ...]
