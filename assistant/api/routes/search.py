"""GET /v1/search: passages without an answer."""

from typing import Annotated

from fastapi import APIRouter, Query

from assistant.api.dependencies import PreparationDep, ServicesDep
from assistant.contract import LONGEST_QUESTION, FoundPassage, Persona, SearchResult
from assistant.understanding.language import language_of
from assistant.understanding.persona import audience_of
from knowledge.documents import Passage
from knowledge.retrieval import Filters

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
        found = services.knowledge.retriever.search(
            question,
            limit=limit,
            language=language_of(question),
            filters=Filters(audience_of(persona), frozenset(source or ())),
        )
    return SearchResult(passages=tuple(to_wire(passage) for passage in found))


def to_wire(passage: Passage) -> FoundPassage:
    """A passage as the contract has it."""
    chunk = passage.chunk
    return FoundPassage(
        entry_id=chunk.entry_id,
        source=chunk.source,
        heading=chunk.heading,
        pages=chunk.pages,
        text=chunk.text,
        score=round(passage.score, 5),
        ranks=passage.ranks,
        title=chunk.title,
        language=chunk.language,
        similarity=round(passage.similarity, 4),
    )
