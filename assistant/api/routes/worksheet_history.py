"""What people say about a sheet and what became of it: comments, versions, history."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response

from assistant.api.worksheet_dependencies import IdPath, SheetDep
from assistant.worksheet_contract import (
    AddComment,
    Differences,
    History,
    InputsHistory,
    KeepVersion,
    ResolveComment,
    VersionList,
)
from assistant.worksheets.model import Comment, Sheet
from assistant.worksheets.sharing import SheetVersion, VersionSummary

router = APIRouter(prefix="/v1/worksheets/{sheet_id}", tags=["history"])
_LAST_NUMBER = 1_000_000
NumberPath = Annotated[int, Path(ge=1, le=_LAST_NUMBER)]


@router.post("/comments", status_code=201)
def comment(body: AddComment, sheet: SheetDep) -> Comment:
    """Remark on a field."""
    return sheet.comment(body.field_id, body.text)


@router.patch("/comments/{comment_id}")
def resolve(comment_id: IdPath, body: ResolveComment, sheet: SheetDep) -> Comment:
    """Settle a remark, or open it again."""
    return sheet.resolve(comment_id, body.resolved)


@router.delete("/comments/{comment_id}", status_code=204)
def delete_comment(comment_id: IdPath, sheet: SheetDep) -> Response:
    """Remove a remark."""
    sheet.delete_comment(comment_id)
    return Response(status_code=204)


@router.get("/versions")
def versions(sheet: SheetDep) -> VersionList:
    """Versions kept, newest first."""
    return VersionList(versions=sheet.versions())


@router.post("/versions", status_code=201)
def keep_version(body: KeepVersion, sheet: SheetDep) -> VersionSummary:
    """Keep the sheet by name as it stands."""
    return sheet.keep_version(body.name)


@router.get("/versions/{number}")
def version(number: NumberPath, sheet: SheetDep) -> SheetVersion:
    """One version, whole."""
    return sheet.version(number)


@router.get("/versions/{number}/differences")
def differences(
    number: NumberPath,
    sheet: SheetDep,
    to: Annotated[int | None, Query(ge=1, le=_LAST_NUMBER)] = None,
) -> Differences:
    """How a version differs from a later one (`to`), or from the sheet as it stands."""
    return Differences(fields=sheet.differences(number, to))


@router.post("/versions/{number}/restore")
def restore(number: NumberPath, sheet: SheetDep) -> Sheet:
    """Bring a version back; what stood there stays in the history."""
    return sheet.restore(number)


@router.get("/history")
def history(
    sheet: SheetDep, field_id: Annotated[str | None, Query(max_length=64)] = None
) -> History:
    """Edits of a field or of all, oldest first, with texts that could not be saved."""
    return History(edits=sheet.history(field_id))


@router.get("/inputs-history")
def inputs_history(sheet: SheetDep) -> InputsHistory:
    """Changes of what was asked once, oldest first."""
    return InputsHistory(edits=sheet.inputs_history())
