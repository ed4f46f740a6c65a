"""Help with a sheet's fields: what belongs there, suggestions and first drafts as they are made."""

import logging
from collections.abc import Iterator

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse, ServerSentEvent

from assistant.api.dependencies import LanguageDep
from assistant.api.worksheet_dependencies import EditableSheetDep, FieldDep, IdPath, SheetDep
from assistant.contract import Failed
from assistant.errors import AssistantError
from assistant.worksheet_contract import (
    DraftEvent,
    FieldDrafted,
    SheetDrafted,
    Suggested,
    SuggestedLine,
    SuggestField,
    SuggestionEvent,
)
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.suggestion import FieldGuidance, Suggestion
from knowledge.documents import Language

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/v1/worksheets/{sheet_id}", tags=["drafting"])


@router.get("/fields/{field_id}/guidance")
def guidance(field_id: IdPath, sheet: SheetDep) -> FieldGuidance:
    """What belongs in a field, with citations, and similar cases."""
    return sheet.guidance(field_id)


@router.post("/fields/{field_id}/suggestion", response_class=EventSourceResponse)
def suggestion(
    field_id: FieldDep, body: SuggestField, sheet: SheetDep, language: LanguageDep
) -> Iterator[ServerSentEvent]:
    """A suggestion line by line, then whole; nothing is saved."""
    yield from _events(_suggestion(field_id, body, sheet), language)


@router.post("/draft", response_class=EventSourceResponse)
def draft(sheet: EditableSheetDep, language: LanguageDep) -> Iterator[ServerSentEvent]:
    """Fill every empty field with a suggestion, one after the other, and save it."""
    yield from _events(_draft(sheet), language)


def _suggestion(field_id: str, body: SuggestField, sheet: OpenSheet) -> Iterator[SuggestionEvent]:
    found = sheet.suggestion(field_id, attempt=body.attempt, rejected=body.rejected)
    for part in found:
        if isinstance(part, Suggestion):
            yield Suggested(suggestion=part)
        else:
            yield SuggestedLine(line=part)


def _draft(sheet: OpenSheet) -> Iterator[DraftEvent]:
    for drafted in sheet.draft():
        yield FieldDrafted(field_id=drafted.field_id, value=drafted.value)
    yield SheetDrafted(sheet=sheet.read())


def _events(
    found: Iterator[SuggestionEvent] | Iterator[DraftEvent], language: Language
) -> Iterator[ServerSentEvent]:
    """The events, and how it ended: the status line has gone, so a failure is an event too."""
    try:
        for event in found:
            yield ServerSentEvent(data=event, event=event.kind)
    except AssistantError as error:
        logger.exception("Drafting failed")
        yield _failed(error.message(language))
    except Exception:
        logger.exception("Drafting broke off")
        yield _failed(AssistantError().message(language))


def _failed(problem: str) -> ServerSentEvent:
    event = Failed(problem=problem)
    return ServerSentEvent(data=event, event=event.kind)
