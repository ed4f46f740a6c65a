"""One shared sheet in the hands of one member: everything that can be done with it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.worksheets.changes import confirmed, with_text
from assistant.worksheets.checks import open_items
from assistant.worksheets.comment_store import CommentStore
from assistant.worksheets.copying import copied_for
from assistant.worksheets.differences import sheet_differences
from assistant.worksheets.drafting import Drafter, Line
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.export.record import SheetRecord
from assistant.worksheets.export.references import CitedWorks
from assistant.worksheets.fitting import form_held, require_field, require_fit
from assistant.worksheets.history import EditHistory
from assistant.worksheets.inputs import Inputs, Place
from assistant.worksheets.library import Library
from assistant.worksheets.model import Comment, FieldValue, Sheet
from assistant.worksheets.review import Review
from assistant.worksheets.reviewing import review
from assistant.worksheets.sharing import (
    EditKind,
    Editor,
    FieldDifference,
    FieldEdit,
    InputsEdit,
    SheetVersion,
    VersionSummary,
)
from assistant.worksheets.sharing_errors import FieldConflict, WorksheetLocked
from assistant.worksheets.store import SheetStore
from assistant.worksheets.suggestion import FieldGuidance, Suggestion
from assistant.worksheets.trash import Trash
from assistant.worksheets.versions import VersionStore
from knowledge.forms import Form, FormField

if TYPE_CHECKING:
    from assistant.worksheets.export.exporting import ExportedFile


@dataclass(frozen=True, slots=True)
class Drafted:
    """A field that has just been filled in with a suggestion."""

    field_id: str
    value: FieldValue


@dataclass(frozen=True)
class SheetStores:
    """Where everything about sheets is kept."""

    sheets: SheetStore
    trash: Trash
    comments: CommentStore
    versions: VersionStore
    history: EditHistory


@dataclass(frozen=True)
class SheetTools:
    """What helps to fill in a sheet and to hand it on."""

    library: Library
    drafter: Drafter
    works: CitedWorks


@dataclass(frozen=True)
class OpenSheet:
    """Every method raises WorksheetNotFound when the sheet has gone, StorageFailed when the
    database fails; those that change it raise WorksheetLocked when it is finished."""

    id: str
    workspace_id: str
    editor: Editor
    stores: SheetStores
    tools: SheetTools

    def read(self) -> Sheet:
        """The sheet as it stands."""
        return self.stores.sheets.read(self.id)

    def form(self) -> Form:
        """The sheet's form; raises FormUnknown, FormTooNew."""
        return form_held(self.tools.library.forms, *self.stores.sheets.edition(self.id))

    def field(self, field_id: str) -> FormField:
        """A field of the sheet's form; raises FieldUnknown."""
        return require_field(self.form(), field_id)

    def require_editable(self) -> None:
        """Raises WorksheetLocked, FormUnknown or FormTooNew when the sheet takes no edits."""
        sheet = self.read()
        self.form()
        if sheet.locked:
            raise WorksheetLocked(self.id)

    def save(self, field_id: str, value: FieldValue) -> FieldValue:
        """Replace a field's value; its revision names the one that the editor started from.

        Raises:
            FieldUnknown, ValueUnfit: the form does not take it.
            FieldConflict: somebody else was first.
        """
        require_fit(self.field(field_id), value)
        return self._put(field_id, value.revision, value, EditKind.EDITED)

    def save_text(self, field_id: str, text: str, revision: int) -> FieldValue:
        """Replace a field's sentences, one a line: unchanged lines keep their marks.

        Raises:
            FieldUnknown, ValueUnfit: the form does not take it, or it is too long.
            FieldConflict: somebody else was first.
        """
        field = self.field(field_id)

        def change(now: FieldValue) -> FieldValue:
            value = with_text(now, text)
            require_fit(field, value)
            return value

        return self._save(field_id, revision, change, EditKind.EDITED)

    def confirm(self, field_id: str, revision: int, lines: Sequence[int] = ()) -> FieldValue:
        """Stand behind lines that were suggested or taken from a source.

        Args:
            lines: positions from 0, sentences or indicators; none means all of the field.

        Raises:
            FieldUnknown: the form has no such field.
            FieldConflict: somebody else was first.
        """
        self.field(field_id)
        kind = EditKind.CONFIRMED
        return self._save(field_id, revision, lambda now: confirmed(now, lines), kind)

    def save_inputs(self, inputs: Inputs, *, started_from: Inputs) -> Sheet:
        """Replace what was asked once; raises InputsConflict when somebody else was first."""
        return self.stores.sheets.save_inputs(
            self.id, inputs, started_from=started_from, editor=self.editor
        )

    def rename(self, title: str) -> Sheet:
        """Give the sheet another title."""
        return self.stores.sheets.rename(self.id, title, editor=self.editor)

    def lock(self, locked: bool = True) -> Sheet:
        """Mark as finished, or open again."""
        return self.stores.sheets.set_locked(self.id, locked, editor=self.editor)

    def delete(self) -> None:
        """Put the sheet into the trash."""
        self.stores.trash.put(self.id, editor=self.editor)

    def copy_for(self, place: Place, title: str) -> Sheet:
        """Add a copy for another area to the workspace; raises LimitReached."""
        sheet = self.read()
        self.form()
        copy = copied_for(sheet, place, title)
        return self.stores.sheets.add(copy, self.workspace_id, self.editor, kind=EditKind.COPIED)

    def comment(self, field_id: str, text: str) -> Comment:
        """Remark on a field; raises FieldUnknown, LimitReached."""
        self.field(field_id)
        return self.stores.comments.add(self.id, field_id, text, editor=self.editor)

    def resolve(self, comment_id: str, resolved: bool = True) -> Comment:
        """Settle a remark or open it again; raises CommentNotFound."""
        return self.stores.comments.set_resolved(self.id, comment_id, resolved, editor=self.editor)

    def delete_comment(self, comment_id: str) -> None:
        """Remove a remark; raises CommentNotFound."""
        self.stores.comments.delete(self.id, comment_id)

    def keep_version(self, name: str) -> VersionSummary:
        """Keep the sheet by name as it stands; raises LimitReached."""
        return self.stores.versions.keep(self.id, name, editor=self.editor)

    def versions(self) -> tuple[VersionSummary, ...]:
        """Newest first."""
        return self.stores.versions.list(self.id)

    def version(self, number: int) -> SheetVersion:
        """One version, whole; raises VersionNotFound."""
        return self.stores.versions.get(self.id, number)

    def differences(self, before: int, after: int | None = None) -> tuple[FieldDifference, ...]:
        """How a version differs from a later one, or from the sheet as it stands."""
        later = self.read() if after is None else self.version(after).sheet
        return sheet_differences(self.version(before).sheet, later, self.form())

    def restore(self, number: int) -> Sheet:
        """Bring a version back; raises VersionNotFound."""
        return self.stores.versions.restore(self.id, number, editor=self.editor)

    def history(self, field_id: str | None = None) -> tuple[FieldEdit, ...]:
        """Edits of a field or of all, oldest first."""
        return self.stores.history.of_fields(self.id, field_id)

    def inputs_history(self) -> tuple[InputsEdit, ...]:
        """Changes of what was asked once, oldest first."""
        return self.stores.history.of_inputs(self.id)

    def guidance(self, field_id: str) -> FieldGuidance:
        """What belongs in a field, and similar cases; raises FieldUnknown."""
        self.field(field_id)
        return self.tools.drafter.guidance(self.read(), field_id)

    def suggestion(
        self, field_id: str, *, attempt: int = 0, rejected: Sequence[str] = ()
    ) -> Iterator[Line | Suggestion]:
        """A draft of a field line by line, then the whole; nothing is saved. Raises FieldUnknown."""
        self.field(field_id)
        return self.tools.drafter.stream(self.read(), field_id, attempt=attempt, rejected=rejected)

    def draft(self) -> Iterator[Drafted]:
        """Put a suggestion into every field that is still empty, one after the other.

        A field that somebody fills in meanwhile is left as it is.
        """
        sheet = self.read()
        self.form()
        for suggestion in self.tools.drafter.first_draft(sheet):
            field_id = suggestion.field_id
            value = FieldValue(sentences=suggestion.sentences, kpis=suggestion.kpis)
            revision = sheet.value(field_id).revision
            try:
                saved = self._put(field_id, revision, value, EditKind.DRAFTED)
            except FieldConflict:
                continue
            yield Drafted(field_id, saved)

    def review(self) -> Review:
        """What the guidebook's checks say; raises FormUnknown, FormTooNew."""
        sheet = self.read()
        return review(sheet, self.form(), self.tools.library)

    def export(self, kind: ExportKind) -> "ExportedFile":
        """The sheet as a file; raises FormUnknown, FormTooNew."""
        # The libraries of three file formats: the service starts without them.
        from assistant.worksheets.export.exporting import export

        return export(kind, self._record())

    def _record(self) -> SheetRecord:
        sheet = self.read()
        form, library = self.form(), self.tools.library
        return SheetRecord(
            sheet=sheet,
            form=form,
            works=self.tools.works,
            open_items=open_items(form, sheet, library.services_of(sheet.inputs)),
            versions=self.versions(),
            changes=self.differences(sheet.version) if sheet.version else (),
            edits=self.history(),
        )

    def _put(self, field_id: str, revision: int, value: FieldValue, kind: EditKind) -> FieldValue:
        return self._save(field_id, revision, lambda _current: value, kind)

    def _save(
        self,
        field_id: str,
        revision: int,
        change: Callable[[FieldValue], FieldValue],
        kind: EditKind,
    ) -> FieldValue:
        return self.stores.sheets.save_field(
            self.id, field_id, revision, change, editor=self.editor, kind=kind
        )
