"""The wire contract of worksheets: what goes over HTTP beside the sheet itself. Version 1.

Fields may be added; none is renamed, removed or given another meaning. The sheet's own format has
a version of its own (assistant/worksheets/model.py).
"""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from assistant.contract import Failed, Message, Problem
from assistant.worksheets.inputs import Inputs, Place
from assistant.worksheets.model import FieldValue, Kpi, Sentence, Sheet, Side
from assistant.worksheets.sharing import (
    FieldDifference,
    FieldEdit,
    InputsEdit,
    RequiredName,
    SheetSummary,
    VersionSummary,
    Workspace,
)
from assistant.worksheets.suggestion import Suggestion
from assistant.worksheets.text import Identifier, Name, without_control_characters
from knowledge.documents import Language

LONGEST_TEXT = 1_000_000
"""Characters of a field's text that are read at all; far less is saved."""


class Request(Message):
    """Base of what a client sends: no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Person(Request):
    """In whose name somebody works, and on which side of the table."""

    name: RequiredName
    side: Side


class CreateWorkspace(Request):
    name: RequiredName
    person: Person


class JoinWorkspace(Request):
    key: Identifier
    """The unguessable part of the link."""
    person: Person


class RenameWorkspace(Request):
    name: RequiredName


class WorkspaceList(Message):
    workspaces: tuple[Workspace, ...]


class CreateSheet(Request):
    workspace_id: Identifier
    form_id: Identifier
    title: Name = ""
    """Empty is the form's own title."""
    language: Language = "ja"
    inputs: Inputs = Inputs()


class ChangeSheet(Request):
    """Another title, other inputs, or both."""

    title: RequiredName | None = None
    inputs: Inputs | None = None
    started_from: Inputs | None = None
    """The inputs that the editor saw before changing them; goes with `inputs`."""

    @model_validator(mode="after")
    def _says_what_it_started_from(self) -> Self:
        if (self.inputs is None) != (self.started_from is None):
            raise ValueError("inputs and started_from go together")
        return self


class SheetList(Message):
    worksheets: tuple[SheetSummary, ...]


class SaveField(Request):
    """A field's new content: as text, one sentence a line, or whole with its marks."""

    revision: int = Field(ge=0)
    """Of the field, as the editor last saw it."""
    text: str | None = Field(default=None, max_length=LONGEST_TEXT)
    """Unchanged lines keep their marks, others become the user's own."""
    value: FieldValue | None = None

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        if (self.text is None) == (self.value is None):
            raise ValueError("either text or value")
        return self


class FieldSaved(Message):
    value: FieldValue
    notices: tuple[str, ...] = ()


class ConfirmField(Request):
    revision: int = Field(ge=0)
    lines: tuple[int, ...] = Field(default=(), max_length=200)
    """Positions from 0; none means all."""


class FieldConflictProblem(Problem):
    """409: somebody else saved first."""

    yours: FieldValue
    theirs: FieldValue


class InputsConflictProblem(Problem):
    """409: somebody else changed the inputs first."""

    yours: Inputs
    theirs: Inputs


class AddComment(Request):
    field_id: Identifier
    text: Annotated[
        str,
        BeforeValidator(without_control_characters),
        StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000),
    ]


class ResolveComment(Request):
    resolved: bool = True


class KeepVersion(Request):
    name: RequiredName


class VersionList(Message):
    versions: tuple[VersionSummary, ...]


class Differences(Message):
    fields: tuple[FieldDifference, ...]


class History(Message):
    edits: tuple[FieldEdit, ...]


class InputsHistory(Message):
    edits: tuple[InputsEdit, ...]


class LockSheet(Request):
    locked: bool = True


class CopySheet(Request):
    place: Place
    title: RequiredName


class SuggestField(Request):
    attempt: int = Field(default=0, ge=0, le=1_000)
    """0 for the first suggestion, then counted up: another attempt gives another one."""
    rejected: tuple[str, ...] = Field(default=(), max_length=50)
    """Lines that the user has turned down."""


class SuggestedLine(Message):
    """One line of a suggestion as it is written."""

    kind: Literal["line"] = "line"
    line: Sentence | Kpi


class Suggested(Message):
    """Last event of a suggestion that went well; it is final, whatever came before."""

    kind: Literal["suggested"] = "suggested"
    suggestion: Suggestion


class FieldDrafted(Message):
    """A field of a first draft has been filled in and saved."""

    kind: Literal["field"] = "field"
    field_id: str
    value: FieldValue


class SheetDrafted(Message):
    """Last event of a first draft that went well: the sheet with all its fields."""

    kind: Literal["drafted"] = "drafted"
    sheet: Sheet


SuggestionEvent = Annotated[SuggestedLine | Suggested | Failed, Field(discriminator="kind")]
DraftEvent = Annotated[FieldDrafted | SheetDrafted | Failed, Field(discriminator="kind")]


class ExportedSheet(Message):
    """A file as it was downloaded."""

    name: str
    media_type: str
    content: bytes
