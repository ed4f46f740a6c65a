"""POST /v1/ask: the whole answer as JSON, or as it comes as server-sent events."""

import logging
from collections.abc import AsyncIterator, Iterator

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.responses import StreamingResponse

from assistant.api.dependencies import (
    PreparationDep,
    ServicesDep,
    VisitorDep,
    preferred_language,
)
from assistant.contract import Answer, AnswerEvent, AskRequest, Failed
from assistant.errors import AssistantError
from assistant.understanding.language import language_of
from knowledge.documents import Language

logger = logging.getLogger(__name__)
router = APIRouter(prefix="/v1", tags=["ask"])


@router.post("/ask", response_model=Answer, responses={200: {"content": {"text/event-stream": {}}}})
async def ask(
    body: AskRequest,
    request: Request,
    services: ServicesDep,
    visitor: VisitorDep,
    preparation: PreparationDep,
) -> Response:
    """Answer a question. `Accept: text/event-stream` streams it."""
    if "text/event-stream" not in request.headers.get("accept", ""):
        with preparation.explained():
            answer = await run_in_threadpool(services.assistant.ask, body, visitor)
        return JSONResponse(answer.model_dump(mode="json"))
    events = services.assistant.stream(body, visitor)
    # The first event carries what can fail before anything is written: as long as it has not
    # come, an error can still be a status.
    with preparation.explained():
        first = await run_in_threadpool(next, events)
    language = body.language or language_of(body.question) or preferred_language(request)
    return StreamingResponse(
        _encoded(first, events, language),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-cache", "X-Accel-Buffering": "no"},
    )


async def _encoded(
    first: AnswerEvent, rest: Iterator[AnswerEvent], language: Language
) -> AsyncIterator[str]:
    yield _encode(first)
    try:
        async for event in iterate_in_threadpool(rest):
            yield _encode(event)
    except AssistantError as error:
        # The status line has gone: from here on a failure can only be an event.
        logger.exception("Answering failed after the stream began")
        yield _encode(Failed(problem=error.message(language)))
    except Exception:
        logger.exception("Answering broke after the stream began")
        yield _encode(Failed(problem=AssistantError().message(language)))


def _encode(event: AnswerEvent) -> str:
    return f"event: {event.kind}\ndata: {event.model_dump_json()}\n\n"
