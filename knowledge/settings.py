"""Settings of search: where things lie, which models, how arms are weighed."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

BUNDLED_KNOWLEDGE = Path(__file__).parent


class KnowledgeSettings(BaseSettings):
    """Environment variables `SANPUKU_…`, or a `.env` file in the working folder."""

    model_config = SettingsConfigDict(
        env_prefix="SANPUKU_", env_file=".env", extra="ignore", frozen=True
    )

    home: Path = Field(default_factory=lambda: user_data_path("sanpuku", appauthor=False))
    """Everything that is written goes here: index, added documents, conversations, worksheets."""

    bundled_entries: bool = True
    """Search the bundled knowledge base; false leaves only the user's own documents."""

    embedding_model: str | None = None
    """A sentence-transformers folder or hub name; unset is the packaged multilingual-e5-small."""

    reranking_model: str | None = None
    """A cross-encoder's folder or hub name; unset leaves the fused order as it is."""

    chroma_url: str | None = None
    """Address of a Chroma server (http://host:port); unset keeps vectors in `home`."""

    chunk_tokens: int = Field(default=1100, ge=100, le=4000)
    """Upper size of a chunk of an added document, in cl100k tokens."""

    threads: int = Field(default=2, ge=1)
    """Processor threads that the embedding model may use."""
