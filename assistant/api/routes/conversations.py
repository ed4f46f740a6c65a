"""/v1/conversations, and answers in other words and with feedback."""

from fastapi import APIRouter
from fastapi.responses import Response

from assistant.api.dependencies import ServicesDep, VisitorDep
from assistant.contract import (
    Answer,
    Conversation,
    ConversationList,
    FeedbackRequest,
    FeedbackSaved,
    Register,
)
from assistant.transcript import transcript
from assistant.transcript_word import transcript_to_word

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
router = APIRouter(prefix="/v1", tags=["conversations"])


@router.get("/conversations")
def conversations(services: ServicesDep, visitor: VisitorDep) -> ConversationList:
    """The visitor's conversations, newest first."""
    return ConversationList(conversations=services.conversations.list(visitor))


@router.get("/conversations/{conversation_id}")
def conversation(conversation_id: str, services: ServicesDep, visitor: VisitorDep) -> Conversation:
    """One conversation with all its turns."""
    return services.conversations.get(conversation_id, visitor)


@router.delete("/conversations/{conversation_id}", status_code=204)
def delete_conversation(
    conversation_id: str, services: ServicesDep, visitor: VisitorDep
) -> Response:
    """Remove a conversation for good."""
    services.conversations.delete(conversation_id, visitor)
    return Response(status_code=204)


@router.get("/conversations/{conversation_id}/export", response_class=Response)
def export(
    conversation_id: str,
    services: ServicesDep,
    visitor: VisitorDep,
    register: Register | None = None,
) -> Response:
    """The conversation as a Word file with its references at the end."""
    kept = services.conversations.get(conversation_id, visitor)
    if register:
        turns = (
            turn.model_copy(update={"answer": services.registers.written(turn.answer, register)})
            for turn in kept.turns
        )
        kept = kept.model_copy(update={"turns": tuple(turns)})
    return Response(
        transcript_to_word(transcript(kept)),
        media_type=_WORD,
        headers={"Content-Disposition": 'attachment; filename="conversation.docx"'},
    )


@router.get("/answers/{answer_id}")
def answer(
    answer_id: str, services: ServicesDep, visitor: VisitorDep, register: Register | None = None
) -> Answer:
    """An answer as it was given, or in other words: same citations, numbers and names."""
    given = services.conversations.answer(answer_id, visitor)
    return services.registers.written(given, register) if register else given


@router.post("/answers/{answer_id}/feedback")
def feedback(
    answer_id: str, body: FeedbackRequest, services: ServicesDep, visitor: VisitorDep
) -> FeedbackSaved:
    """Keep a thumb up or down with its reason."""
    return services.feedback.keep(answer_id, body, visitor)
