"""Workspaces over HTTP."""

from dataclasses import dataclass

from assistant.http_calls import HttpCalls
from assistant.worksheet_contract import (
    CreateWorkspace,
    JoinWorkspace,
    RenameWorkspace,
    WorkspaceList,
)
from assistant.worksheets.sharing import Workspace

_PATH = "/v1/workspaces"


@dataclass(frozen=True)
class WorkspaceClient:
    """Errors as for HttpCalls."""

    calls: HttpCalls

    def list(self) -> WorkspaceList:
        """The visitor's own, in order of their names."""
        return self.calls.get(WorkspaceList, _PATH)

    def get(self, workspace_id: str) -> Workspace:
        """One that the visitor has joined."""
        return self.calls.get(Workspace, f"{_PATH}/{workspace_id}")

    def create(self, request: CreateWorkspace) -> Workspace:
        """Make one and be its first member."""
        return self.calls.send(Workspace, "POST", _PATH, request)

    def join(self, request: JoinWorkspace) -> Workspace:
        """Enter by a link's key, or change one's name and side."""
        return self.calls.send(Workspace, "POST", f"{_PATH}/join", request)

    def rename(self, workspace_id: str, name: str) -> Workspace:
        """Give it another name."""
        body = RenameWorkspace(name=name)
        return self.calls.send(Workspace, "PATCH", f"{_PATH}/{workspace_id}", body)

    def renew_link(self, workspace_id: str) -> Workspace:
        """Make the old link useless; members stay."""
        return self.calls.send(Workspace, "POST", f"{_PATH}/{workspace_id}/link")

    def leave(self, workspace_id: str) -> None:
        """What one has written stays."""
        self.calls.call("DELETE", f"{_PATH}/{workspace_id}/me")
