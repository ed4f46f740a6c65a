"""What handlers of worksheets receive, as annotated aliases."""

from typing import Annotated

from fastapi import Depends, Path, Request

from assistant.api.dependencies import VisitorDep
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import Worksheets

_ID = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"
IdPath = Annotated[str, Path(pattern=_ID)]


def _worksheets(request: Request) -> Worksheets:
    worksheets: Worksheets = request.state.worksheets
    return worksheets


WorksheetsDep = Annotated[Worksheets, Depends(_worksheets)]


def _sheet(sheet_id: IdPath, worksheets: WorksheetsDep, visitor: VisitorDep) -> OpenSheet:
    return worksheets.open(sheet_id, visitor)


SheetDep = Annotated[OpenSheet, Depends(_sheet)]
"""The sheet of the address, in the visitor's hands; 404 for strangers."""


def _field(field_id: IdPath, sheet: SheetDep) -> str:
    return sheet.field(field_id).id


def _editable(sheet: SheetDep) -> OpenSheet:
    sheet.require_editable()
    return sheet


# What can fail before a stream begins fails in these, while it can still be a status.
FieldDep = Annotated[str, Depends(_field)]
"""The id of a field that the sheet's form has."""
EditableSheetDep = Annotated[OpenSheet, Depends(_editable)]
"""A sheet that takes edits."""
