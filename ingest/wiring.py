"""Put ingestion together from the parts of the knowledge base."""

from ingest.pipeline import Ingestion
from knowledge.wiring import Knowledge


def build_ingestion(knowledge: Knowledge) -> Ingestion:
    """Ingestion into this knowledge base."""
    return Ingestion(
        documents=knowledge.documents,
        indexer=knowledge.indexer,
        chunk_tokens=knowledge.settings.chunk_tokens,
    )
