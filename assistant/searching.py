"""Passages without an answer, as the service and the command give them."""

from assistant.contract import Persona
from assistant.library_contract import FoundPassage, SearchResult
from assistant.understanding.language import language_of
from assistant.understanding.persona import audience_of
from knowledge.documents import Passage
from knowledge.retrieval import Filters
from knowledge.wiring import Knowledge


def search_passages(
    knowledge: Knowledge,
    question: str,
    *,
    limit: int,
    persona: Persona | None = None,
    sources: frozenset[str] = frozenset(),
) -> SearchResult:
    """Best first, in the question's language where they exist in it; slips in it are put right.

    Args:
        limit: at most so many.
        sources: only these; empty means all.

    Raises:
        KnowledgeError: nothing can be searched.
    """
    found = knowledge.retriever.search(
        knowledge.spelling.corrected(question),
        limit=limit,
        language=language_of(question),
        filters=Filters(audience_of(persona), sources),
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
