"""Worksheets: the one way in for the service and the commands."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.worksheets.checks import completeness
from assistant.worksheets.errors import FormUnknown
from assistant.worksheets.importing import sheet_from_json
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import Sheet
from assistant.worksheets.open_sheet import OpenSheet, SheetStores, SheetTools
from assistant.worksheets.sharing import EditKind, Editor, SheetSummary, Workspace
from assistant.worksheets.sharing_errors import WorksheetNotFound, WorkspaceNotFound
from assistant.worksheets.workspaces import WorkspaceStore
from knowledge.documents import Language
from knowledge.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSheet:
    """What a sheet begins with."""

    form_id: str
    title: str
    language: Language
    inputs: Inputs


@dataclass(frozen=True)
class Worksheets:
    """Forms, workspaces and the sheets in them, for one visitor at a time.

    Every method raises StorageFailed when the database fails.
    """

    workspaces: WorkspaceStore
    stores: SheetStores
    tools: SheetTools

    @property
    def forms(self) -> Mapping[str, Form]:
        """All forms by id, in the order in which they are offered."""
        return self.tools.library.forms

    def form(self, form_id: str) -> Form:
        """One form; raises FormUnknown."""
        form = self.forms.get(form_id)
        if form is None:
            raise FormUnknown(form_id)
        return form

    def own_workspace(self, visitor: str, editor: Editor) -> Workspace:
        """The visitor's first workspace; makes one when there is none."""
        mine = self.workspaces.list(visitor)
        name = "マイシート / My sheets"
        return mine[0] if mine else self.workspaces.create(name, visitor, editor)

    def list(
        self, workspace_id: str, visitor: str, *, trash: bool = False
    ) -> tuple[SheetSummary, ...]:
        """The workspace's sheets, or its trash; raises WorkspaceNotFound."""
        self._editor(workspace_id, visitor)
        found = self.stores.sheets.list(workspace_id, trash=trash)
        return found if trash else tuple(self._with_percent(summary) for summary in found)

    def create(self, workspace_id: str, visitor: str, new: NewSheet) -> Sheet:
        """A new empty sheet; raises WorkspaceNotFound, FormUnknown, LimitReached."""
        form = self.form(new.form_id)
        sheet = Sheet(
            id="new",
            form_id=form.id,
            form_version=form.version,
            title=new.title or form.title.in_language(new.language),
            language=new.language,
            inputs=new.inputs,
        )
        editor = self._editor(workspace_id, visitor)
        return self.stores.sheets.add(sheet, workspace_id, editor)

    def import_json(self, workspace_id: str, visitor: str, text: str) -> Sheet:
        """Add a sheet from its JSON.

        Raises:
            WorkspaceNotFound, LimitReached: there is no place for it.
            SheetUnreadable, SheetTooNew, FormUnknown, FormTooNew: it cannot be read.
        """
        editor = self._editor(workspace_id, visitor)
        sheet = sheet_from_json(text, self.forms)
        return self.stores.sheets.add(sheet, workspace_id, editor, kind=EditKind.IMPORTED)

    def open(self, sheet_id: str, visitor: str) -> OpenSheet:
        """The sheet in the visitor's hands; raises WorksheetNotFound, also for strangers."""
        found = self.workspaces.editor_of(sheet_id, visitor)
        if found is None:
            raise WorksheetNotFound(sheet_id)
        workspace_id, editor = found
        return OpenSheet(sheet_id, workspace_id, editor, self.stores, self.tools)

    def take_back(self, sheet_id: str, visitor: str) -> Sheet:
        """Take a sheet out of the trash; raises WorksheetNotFound."""
        return self.stores.trash.take_back(self.open(sheet_id, visitor).id)

    def delete_for_good(self, sheet_id: str, visitor: str) -> None:
        """Empty a sheet out of the trash; raises WorksheetNotFound when it does not lie there."""
        self.stores.trash.delete_for_good(self.open(sheet_id, visitor).id)

    def workspace_of(self, sheet_id: str, visitor: str) -> Workspace:
        """Where a sheet is shared; raises WorksheetNotFound, also for strangers."""
        return self.workspaces.get(self.open(sheet_id, visitor).workspace_id, visitor)

    def _with_percent(self, summary: SheetSummary) -> SheetSummary:
        form = self.forms.get(summary.form_id)
        if form is None:
            return summary
        try:
            done = completeness(form, self.stores.sheets.read(summary.id))
        except WorksheetNotFound:  # deleted since the list was read
            return summary
        return summary.model_copy(update={"percent": done.percent})

    def _editor(self, workspace_id: str, visitor: str) -> Editor:
        editor = self.workspaces.editor(workspace_id, visitor)
        if editor is None:
            raise WorkspaceNotFound(workspace_id)
        return editor
