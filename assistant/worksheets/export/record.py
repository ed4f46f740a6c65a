"""Everything that is known of a sheet: what agendas and hand-over packs are made from."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.worksheets.checks import OpenItem
from assistant.worksheets.export.references import CitedWorks
from assistant.worksheets.model import Sheet
from assistant.worksheets.sharing import FieldDifference, FieldEdit, VersionSummary
from knowledge.forms import Form


@dataclass(frozen=True, kw_only=True)
class SheetRecord:
    """One sheet with its history."""

    sheet: Sheet
    form: Form
    works: CitedWorks
    open_items: Sequence[OpenItem]
    versions: Sequence[VersionSummary] = ()
    """Newest first."""
    changes: Sequence[FieldDifference] = ()
    """Since the last version; empty when there is none."""
    edits: Sequence[FieldEdit] = ()
    """Oldest first."""

    def label(self, field_id: str) -> str:
        """A field's label in the sheet's language; its id when the form no longer has it."""
        field = self.form.fields.get(field_id)
        return field.label.in_language(self.sheet.language) if field else field_id
