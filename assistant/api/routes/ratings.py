"""GET /v1/feedback: what users rated, for evaluators."""

from datetime import UTC, datetime
from secrets import compare_digest
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header, Query

from assistant.api.dependencies import ServicesDep
from assistant.client import EVALUATOR_HEADER
from assistant.errors import EvaluatorsOnly
from assistant.feedback import RatedQuery
from assistant.feedback_contract import RatedAnswers

router = APIRouter(prefix="/v1", tags=["evaluation"])


def _evaluator(
    services: ServicesDep, key: Annotated[str, Header(alias=EVALUATOR_HEADER)] = ""
) -> None:
    """Only who shows the key may see what others asked; without a key in the settings nobody may."""
    known = services.settings.evaluator_key
    if known is None or not compare_digest(known.get_secret_value().encode(), key.encode()):
        raise EvaluatorsOnly


@router.get("/feedback", dependencies=[Depends(_evaluator)])
def rated_answers(
    services: ServicesDep,
    rating: Literal["up", "down"] | None = None,
    since: datetime | None = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> RatedAnswers:
    """Rated answers with their questions as kept, latest first."""
    if since and since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    wanted = RatedQuery(rating=rating, since=since, limit=limit)
    return RatedAnswers(answers=services.feedback.rated(wanted))
