"""Worksheets over HTTP: what the pages work with."""

from collections.abc import Iterator
from types import TracebackType
from typing import Self
from urllib.parse import unquote

import httpx
from pydantic import TypeAdapter

from assistant.client import VISITOR_HEADER
from assistant.contract import Failed, LanguageCode
from assistant.form_contract import FormInfo, FormList, MarketClassInfo, ServiceTypeList
from assistant.http_calls import HttpCalls, connection, read, until_end
from assistant.worksheet_contract import (
    ChangeSheet,
    ConfirmField,
    CopySheet,
    CreateSheet,
    DraftEvent,
    ExportedSheet,
    FieldConflictProblem,
    FieldSaved,
    InputsConflictProblem,
    LockSheet,
    SaveField,
    SheetDrafted,
    SheetList,
    Suggested,
    SuggestField,
    SuggestionEvent,
)
from assistant.worksheet_history_client import SheetHistoryClient
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.inputs import Place
from assistant.worksheets.model import Sheet
from assistant.worksheets.review import Review
from assistant.worksheets.sharing import Workspace
from assistant.worksheets.suggestion import FieldGuidance
from assistant.workspace_client import WorkspaceClient

_SUGGESTION: TypeAdapter[SuggestionEvent] = TypeAdapter(SuggestionEvent)
_DRAFT: TypeAdapter[DraftEvent] = TypeAdapter(DraftEvent)
_SHEETS = "/v1/worksheets"


class WorksheetClient:
    """Calls of the HTTP contract of worksheets. Safe to share between threads.

    Every method raises ServiceUnavailable when the service cannot be reached or breaks off, and
    RequestRefused (with the service's own sentence) when it refuses. Conflicts are no errors:
    they are returned with both texts.
    """

    def __init__(
        self, http: httpx.Client, *, visitor: str | None = None, language: LanguageCode = "ja"
    ) -> None:
        """
        Args:
            http: a client with the service's base address.
            visitor: in whose hands sheets are; unset is the machine's only user.
            language: of the service's sentences.
        """
        name = {VISITOR_HEADER: visitor} if visitor else {}
        self._calls = HttpCalls(http, {"Accept-Language": language, **name})

    @classmethod
    def at(cls, url: str, *, visitor: str | None = None, language: LanguageCode = "ja") -> Self:
        """A client of the service at this address."""
        return cls(connection(url, timeout=120.0), visitor=visitor, language=language)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._calls.http.close()

    def in_hands_of(self, visitor: str | None, language: LanguageCode) -> "WorksheetClient":
        """The same connection in another visitor's name and language."""
        return WorksheetClient(self._calls.http, visitor=visitor, language=language)

    @property
    def workspaces(self) -> WorkspaceClient:
        """Who shares sheets with whom."""
        return WorkspaceClient(self._calls)

    def history(self, sheet_id: str) -> SheetHistoryClient:
        """Comments, versions and history of a sheet."""
        return SheetHistoryClient(self._calls, f"{_SHEETS}/{sheet_id}")

    def forms(self) -> FormList:
        """All forms, in the order in which they are offered."""
        return self._calls.get(FormList, "/v1/forms")

    def form(self, form_id: str) -> FormInfo:
        """A form with its sections and fields."""
        return self._calls.get(FormInfo, f"/v1/forms/{form_id}")

    def service_types(self) -> ServiceTypeList:
        """The kinds of service that a sheet can be about."""
        return self._calls.get(ServiceTypeList, "/v1/service-types")

    def market_class(self, place: Place) -> MarketClassInfo:
        """How marketable a place is, and why."""
        return self._calls.send(MarketClassInfo, "POST", "/v1/market-class", place)

    def list(self, workspace_id: str, *, trash: bool = False) -> SheetList:
        """A workspace's sheets, or its trash, last changed first."""
        params = {"workspace_id": workspace_id, "trash": str(trash).lower()}
        return self._calls.get(SheetList, _SHEETS, params)

    def create(self, request: CreateSheet) -> Sheet:
        """A new empty sheet."""
        return self._calls.send(Sheet, "POST", _SHEETS, request)

    def import_json(self, workspace_id: str, content: bytes) -> Sheet:
        """Add a sheet from the bytes of its JSON file."""
        params = {"workspace_id": workspace_id}
        path = f"{_SHEETS}/import"
        return read(Sheet, self._calls.call("POST", path, content=content, params=params))

    def get(self, sheet_id: str) -> Sheet:
        """The sheet as it stands."""
        return self._calls.get(Sheet, f"{_SHEETS}/{sheet_id}")

    def workspace_of(self, sheet_id: str) -> Workspace:
        """Where a sheet is shared."""
        return self._calls.get(Workspace, f"{_SHEETS}/{sheet_id}/workspace")

    def change(self, sheet_id: str, request: ChangeSheet) -> Sheet | InputsConflictProblem:
        """Another title, other inputs, or both."""
        path = f"{_SHEETS}/{sheet_id}"
        return self._calls.send_or_conflict(
            Sheet, InputsConflictProblem, "PATCH", path, body=request
        )

    def delete(self, sheet_id: str, *, for_good: bool = False) -> None:
        """Put a sheet into the trash, or empty it out of there."""
        params = {"for_good": str(for_good).lower()}
        self._calls.call("DELETE", f"{_SHEETS}/{sheet_id}", params=params)

    def undelete(self, sheet_id: str) -> Sheet:
        """Take a sheet back out of the trash."""
        return self._calls.send(Sheet, "POST", f"{_SHEETS}/{sheet_id}/undelete")

    def copy(self, sheet_id: str, request: CopySheet) -> Sheet:
        """A copy for another area."""
        return self._calls.send(Sheet, "POST", f"{_SHEETS}/{sheet_id}/copy", request)

    def lock(self, sheet_id: str, locked: bool = True) -> Sheet:
        """Mark as finished, or open again."""
        body = LockSheet(locked=locked)
        return self._calls.send(Sheet, "PUT", f"{_SHEETS}/{sheet_id}/lock", body)

    def save_field(
        self, sheet_id: str, field_id: str, request: SaveField
    ) -> FieldSaved | FieldConflictProblem:
        """Replace a field's content."""
        return self._field("PUT", f"{_SHEETS}/{sheet_id}/fields/{field_id}", request)

    def confirm_field(
        self, sheet_id: str, field_id: str, request: ConfirmField
    ) -> FieldSaved | FieldConflictProblem:
        """Stand behind lines of a field."""
        return self._field("POST", f"{_SHEETS}/{sheet_id}/fields/{field_id}/confirm", request)

    def guidance(self, sheet_id: str, field_id: str) -> FieldGuidance:
        """What belongs in a field, and similar cases."""
        path = f"{_SHEETS}/{sheet_id}/fields/{field_id}/guidance"
        return self._calls.get(FieldGuidance, path)

    def suggestion(
        self, sheet_id: str, field_id: str, request: SuggestField
    ) -> Iterator[SuggestionEvent]:
        """A suggestion as it is written: lines, then suggested or failed."""
        path = f"{_SHEETS}/{sheet_id}/fields/{field_id}/suggestion"
        yield from until_end(self._calls.stream(_SUGGESTION, path, request), Suggested, Failed)

    def draft(self, sheet_id: str) -> Iterator[DraftEvent]:
        """Fill every empty field: field by field, then drafted or failed."""
        path = f"{_SHEETS}/{sheet_id}/draft"
        yield from until_end(self._calls.stream(_DRAFT, path), SheetDrafted, Failed)

    def checks(self, sheet_id: str) -> Review:
        """The guidebook's checks, how complete the sheet is, what is open."""
        return self._calls.get(Review, f"{_SHEETS}/{sheet_id}/checks")

    def export(self, sheet_id: str, kind: ExportKind) -> ExportedSheet:
        """The sheet as a file."""
        path = f"{_SHEETS}/{sheet_id}/export"
        found = self._calls.call("GET", path, params={"kind": kind.value})
        _, _, name = found.headers.get("Content-Disposition", "").partition("filename*=UTF-8''")
        media_type = found.headers.get("Content-Type", "application/octet-stream")
        return ExportedSheet(name=unquote(name), media_type=media_type, content=found.content)

    def _field(
        self, method: str, path: str, request: SaveField | ConfirmField
    ) -> FieldSaved | FieldConflictProblem:
        return self._calls.send_or_conflict(
            FieldSaved, FieldConflictProblem, method, path, body=request
        )
