"""/v1/conversations and feedback on answers."""

from fastapi import APIRouter
from fastapi.responses import Response

from assistant.api.dependencies import ServicesDep, VisitorDep
from assistant.contract import Conversation, ConversationList, FeedbackRequest, FeedbackSaved

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


@router.post("/answers/{answer_id}/feedback")
def feedback(
    answer_id: str, body: FeedbackRequest, services: ServicesDep, visitor: VisitorDep
) -> FeedbackSaved:
    """Keep a thumb up or down with its reason."""
    return services.feedback.keep(answer_id, body, visitor)
