"""/v1/workspaces: places that two sides share by a link."""

from fastapi import APIRouter
from fastapi.responses import Response

from assistant.api.dependencies import VisitorDep
from assistant.api.worksheet_dependencies import IdPath, WorksheetsDep
from assistant.worksheet_contract import (
    CreateWorkspace,
    JoinWorkspace,
    Person,
    RenameWorkspace,
    WorkspaceList,
)
from assistant.worksheets.sharing import Editor, Workspace

router = APIRouter(prefix="/v1/workspaces", tags=["workspaces"])


@router.get("")
def workspaces(worksheets: WorksheetsDep, visitor: VisitorDep) -> WorkspaceList:
    """The visitor's workspaces, in order of their names."""
    return WorkspaceList(workspaces=worksheets.workspaces.list(visitor))


@router.post("", status_code=201)
def create(body: CreateWorkspace, worksheets: WorksheetsDep, visitor: VisitorDep) -> Workspace:
    """Make a workspace and be its first member."""
    return worksheets.workspaces.create(body.name, visitor, _editor(body.person))


@router.post("/join")
def join(body: JoinWorkspace, worksheets: WorksheetsDep, visitor: VisitorDep) -> Workspace:
    """Enter by the link's key, or change one's name and side. The key stays out of addresses,
    which are logged."""
    return worksheets.workspaces.join(body.key, visitor, _editor(body.person))


@router.get("/{workspace_id}")
def workspace(workspace_id: IdPath, worksheets: WorksheetsDep, visitor: VisitorDep) -> Workspace:
    """One workspace with its members and its link's key."""
    return worksheets.workspaces.get(workspace_id, visitor)


@router.patch("/{workspace_id}")
def rename(
    workspace_id: IdPath, body: RenameWorkspace, worksheets: WorksheetsDep, visitor: VisitorDep
) -> Workspace:
    """Give it another name."""
    return worksheets.workspaces.rename(workspace_id, visitor, body.name)


@router.post("/{workspace_id}/link")
def renew_link(workspace_id: IdPath, worksheets: WorksheetsDep, visitor: VisitorDep) -> Workspace:
    """Make a new link; the old one opens nothing any more, members stay."""
    return worksheets.workspaces.renew_key(workspace_id, visitor)


@router.delete("/{workspace_id}/me", status_code=204)
def leave(workspace_id: IdPath, worksheets: WorksheetsDep, visitor: VisitorDep) -> Response:
    """Leave; what one has written stays."""
    worksheets.workspaces.leave(workspace_id, visitor)
    return Response(status_code=204)


def _editor(person: Person) -> Editor:
    return Editor(person.name, person.side)
