"""GET /v1/search: passages without an answer."""

from typing import Annotated

from fastapi import APIRouter, Query

from assistant.api.dependencies import PreparationDep, ServicesDep
from assistant.contract import LONGEST_QUESTION, Persona
from assistant.library_contract import SearchResult
from assistant.searching import search_passages

router = APIRouter(prefix="/v1", tags=["search"])


@router.get("/search")
def search(
    services: ServicesDep,
    preparation: PreparationDep,
    question: Annotated[str, Query(min_length=1, max_length=LONGEST_QUESTION)],
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
    persona: Persona | None = None,
    source: Annotated[list[str] | None, Query()] = None,
) -> SearchResult:
    """Passages for a question, best first, in its language where they exist in it."""
    with preparation.explained():
        return search_passages(
            services.knowledge,
            question,
            limit=limit,
            persona=persona,
            sources=frozenset(source or ()),
        )
