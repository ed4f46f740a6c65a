"""/v1/worksheets: sheets made, listed, edited, checked, exported and brought in."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from assistant.api.dependencies import LanguageDep, VisitorDep
from assistant.api.worksheet_dependencies import IdPath, SheetDep, WorksheetsDep
from assistant.worksheet_contract import (
    ChangeSheet,
    ConfirmField,
    CopySheet,
    CreateSheet,
    FieldConflictProblem,
    FieldSaved,
    InputsConflictProblem,
    LockSheet,
    SaveField,
    SheetList,
)
from assistant.worksheets.changes import control_characters_notice
from assistant.worksheets.errors import SheetUnreadable
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.model import LARGEST_JSON, Sheet
from assistant.worksheets.review import Review
from assistant.worksheets.service import NewSheet
from assistant.worksheets.sharing import Workspace

router = APIRouter(prefix="/v1/worksheets", tags=["worksheets"])
_LARGEST_BODY = 4 * LARGEST_JSON
"""Bytes: the longest character takes four."""
WorkspaceQuery = Annotated[str, Query(min_length=1, max_length=64)]


@router.get("")
def worksheets_of(
    worksheets: WorksheetsDep,
    visitor: VisitorDep,
    workspace_id: WorkspaceQuery,
    trash: bool = False,
) -> SheetList:
    """A workspace's sheets, or its trash, last changed first."""
    return SheetList(worksheets=worksheets.list(workspace_id, visitor, trash=trash))


@router.post("", status_code=201)
def create(body: CreateSheet, worksheets: WorksheetsDep, visitor: VisitorDep) -> Sheet:
    """Make an empty sheet."""
    new = NewSheet(
        form_id=body.form_id, title=body.title, language=body.language, inputs=body.inputs
    )
    return worksheets.create(body.workspace_id, visitor, new)


@router.post("/import", status_code=201)
async def import_sheet(
    request: Request, worksheets: WorksheetsDep, visitor: VisitorDep, workspace_id: WorkspaceQuery
) -> Sheet:
    """Add a sheet from its JSON, sent as the body."""
    text = await _body_text(request)
    return await run_in_threadpool(worksheets.import_json, workspace_id, visitor, text)


@router.get("/{sheet_id}")
def worksheet(sheet: SheetDep) -> Sheet:
    """The whole sheet."""
    return sheet.read()


@router.patch("/{sheet_id}", responses={409: {"model": InputsConflictProblem}})
def change(body: ChangeSheet, sheet: SheetDep) -> Sheet:
    """Another title, other inputs, or both."""
    if body.inputs is not None and body.started_from is not None:
        sheet.save_inputs(body.inputs, started_from=body.started_from)
    return sheet.rename(body.title) if body.title else sheet.read()


@router.delete("/{sheet_id}", status_code=204)
def delete(
    sheet: SheetDep, worksheets: WorksheetsDep, visitor: VisitorDep, for_good: bool = False
) -> Response:
    """Put the sheet into the trash; `for_good` empties it out of there."""
    if for_good:
        worksheets.delete_for_good(sheet.id, visitor)
    else:
        sheet.delete()
    return Response(status_code=204)


@router.post("/{sheet_id}/undelete")
def undelete(sheet_id: IdPath, worksheets: WorksheetsDep, visitor: VisitorDep) -> Sheet:
    """Take the sheet back out of the trash."""
    return worksheets.take_back(sheet_id, visitor)


@router.post("/{sheet_id}/copy", status_code=201)
def copy(body: CopySheet, sheet: SheetDep) -> Sheet:
    """A copy for another area, every line to be confirmed there."""
    return sheet.copy_for(body.place, body.title)


@router.put("/{sheet_id}/lock")
def lock(body: LockSheet, sheet: SheetDep) -> Sheet:
    """Mark as finished, or open again."""
    return sheet.lock(body.locked)


@router.put("/{sheet_id}/fields/{field_id}", responses={409: {"model": FieldConflictProblem}})
def save_field(
    field_id: IdPath, body: SaveField, sheet: SheetDep, language: LanguageDep
) -> FieldSaved:
    """Replace a field's content; a conflict carries both texts."""
    if body.value is not None:
        value = body.value.model_copy(update={"revision": body.revision})
        return FieldSaved(value=sheet.save(field_id, value))
    text = body.text or ""
    saved = sheet.save_text(field_id, text, body.revision)
    return FieldSaved(value=saved, notices=control_characters_notice(text, language))


@router.post(
    "/{sheet_id}/fields/{field_id}/confirm", responses={409: {"model": FieldConflictProblem}}
)
def confirm(field_id: IdPath, body: ConfirmField, sheet: SheetDep) -> FieldSaved:
    """Stand behind lines that were suggested or taken from a source."""
    return FieldSaved(value=sheet.confirm(field_id, body.revision, body.lines))


@router.get("/{sheet_id}/workspace")
def workspace(sheet_id: IdPath, worksheets: WorksheetsDep, visitor: VisitorDep) -> Workspace:
    """Where the sheet is shared, with the link's key."""
    return worksheets.workspace_of(sheet_id, visitor)


@router.get("/{sheet_id}/checks")
def checks(sheet: SheetDep) -> Review:
    """The guidebook's checks with their citations, how complete the sheet is, what is open."""
    return sheet.review()


@router.get("/{sheet_id}/export", response_class=Response)
def export(sheet: SheetDep, kind: ExportKind) -> Response:
    """The sheet as a file."""
    file = sheet.export(kind)
    plain = f"worksheet.{file.name.rpartition('.')[2]}"
    # Old clients read the plain name; the other one is RFC 5987.
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(
        file.content, media_type=file.media_type, headers={"Content-Disposition": disposition}
    )


async def _body_text(request: Request) -> str:
    """The body as text; raises SheetUnreadable for what is too large or not UTF-8."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST_BODY:
            raise SheetUnreadable(f"> {_LARGEST_BODY:,} bytes")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetUnreadable("UTF-8") from error
