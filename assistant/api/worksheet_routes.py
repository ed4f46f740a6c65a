"""Everything that the application needs to serve worksheets: routers, statuses, conflicts."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from assistant.api.dependencies import preferred_language
from assistant.api.routes import (
    forms,
    worksheet_drafting,
    worksheet_history,
    worksheets,
    workspaces,
)
from assistant.worksheet_contract import FieldConflictProblem, InputsConflictProblem
from assistant.worksheets import errors, sharing_errors

WORKSHEET_STATUS: dict[type[Exception], HTTPStatus] = {
    errors.SheetUnreadable: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.SheetTooNew: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.FormTooNew: HTTPStatus.CONFLICT,
    errors.FormUnknown: HTTPStatus.NOT_FOUND,
    errors.FieldUnknown: HTTPStatus.NOT_FOUND,
    sharing_errors.WorkspaceNotFound: HTTPStatus.NOT_FOUND,
    sharing_errors.WorksheetNotFound: HTTPStatus.NOT_FOUND,
    sharing_errors.CommentNotFound: HTTPStatus.NOT_FOUND,
    sharing_errors.VersionNotFound: HTTPStatus.NOT_FOUND,
    sharing_errors.WorksheetLocked: HTTPStatus.LOCKED,
    sharing_errors.ValueUnfit: HTTPStatus.UNPROCESSABLE_ENTITY,
    sharing_errors.LimitReached: HTTPStatus.CONFLICT,
    sharing_errors.FieldConflict: HTTPStatus.CONFLICT,
    sharing_errors.InputsConflict: HTTPStatus.CONFLICT,
}
"""For `add_problem_handlers`."""


def add_worksheet_routes(app: FastAPI) -> None:
    """Serve worksheets; the lifespan's state must hold them as `worksheets`."""
    for module in (forms, workspaces, worksheets, worksheet_drafting, worksheet_history):
        app.include_router(module.router)
    app.add_exception_handler(sharing_errors.FieldConflict, _field_conflict)
    app.add_exception_handler(sharing_errors.InputsConflict, _inputs_conflict)


async def _field_conflict(request: Request, error: Exception) -> JSONResponse:
    """Both texts go back to the editor: neither may be lost."""
    assert isinstance(error, sharing_errors.FieldConflict)
    problem = FieldConflictProblem(
        title=HTTPStatus.CONFLICT.phrase,
        status=HTTPStatus.CONFLICT,
        detail=error.message(preferred_language(request)),
        instance=request.url.path,
        yours=error.yours,
        theirs=error.theirs,
    )
    return _respond(problem)


async def _inputs_conflict(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, sharing_errors.InputsConflict)
    problem = InputsConflictProblem(
        title=HTTPStatus.CONFLICT.phrase,
        status=HTTPStatus.CONFLICT,
        detail=error.message(preferred_language(request)),
        instance=request.url.path,
        yours=error.yours,
        theirs=error.theirs,
    )
    return _respond(problem)


def _respond(problem: FieldConflictProblem | InputsConflictProblem) -> JSONResponse:
    return JSONResponse(
        status_code=problem.status,
        media_type="application/problem+json",
        content=problem.model_dump(mode="json"),
    )
