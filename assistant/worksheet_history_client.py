"""Comments, versions and history of one sheet over HTTP."""

from dataclasses import dataclass

from assistant.http_calls import HttpCalls
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


@dataclass(frozen=True)
class SheetHistoryClient:
    """Errors as for HttpCalls."""

    calls: HttpCalls
    path: str
    """Of the sheet."""

    def comment(self, request: AddComment) -> Comment:
        """Remark on a field."""
        return self.calls.send(Comment, "POST", f"{self.path}/comments", request)

    def resolve(self, comment_id: str, resolved: bool = True) -> Comment:
        """Settle a remark, or open it again."""
        body = ResolveComment(resolved=resolved)
        return self.calls.send(Comment, "PATCH", f"{self.path}/comments/{comment_id}", body)

    def delete_comment(self, comment_id: str) -> None:
        """Remove a remark."""
        self.calls.call("DELETE", f"{self.path}/comments/{comment_id}")

    def versions(self) -> VersionList:
        """Newest first."""
        return self.calls.get(VersionList, f"{self.path}/versions")

    def keep_version(self, name: str) -> VersionSummary:
        """Keep the sheet by name as it stands."""
        body = KeepVersion(name=name)
        return self.calls.send(VersionSummary, "POST", f"{self.path}/versions", body)

    def version(self, number: int) -> SheetVersion:
        """One version, whole."""
        return self.calls.get(SheetVersion, f"{self.path}/versions/{number}")

    def differences(self, number: int, to: int | None = None) -> Differences:
        """How a version differs from a later one, or from the sheet as it stands."""
        params = {"to": str(to)} if to is not None else None
        path = f"{self.path}/versions/{number}/differences"
        return self.calls.get(Differences, path, params)

    def restore(self, number: int) -> Sheet:
        """Bring a version back."""
        return self.calls.send(Sheet, "POST", f"{self.path}/versions/{number}/restore")

    def edits(self, field_id: str | None = None) -> History:
        """Edits of a field or of all, oldest first."""
        params = {"field_id": field_id} if field_id else None
        return self.calls.get(History, f"{self.path}/history", params)

    def inputs(self) -> InputsHistory:
        """Changes of what was asked once, oldest first."""
        return self.calls.get(InputsHistory, f"{self.path}/inputs-history")
