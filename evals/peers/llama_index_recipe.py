"""LlamaIndex with its defaults: sentence splitter, vector store index."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from langchain_core.embeddings import Embeddings

from assistant.contract import Persona
from assistant.library_contract import FoundPassage
from evals.errors import PeerUnavailable
from evals.peers.documents import PlainDocument

NAME = "LlamaIndex defaults"


class LlamaIndexRecipe:
    """`VectorStoreIndex.from_documents(...)` with the default splitter, and its retriever."""

    def __init__(self, documents: Sequence[PlainDocument], embeddings: Embeddings) -> None:
        core = _core()
        loaded = [core.Document(text=one.text, metadata={"source": one.name}) for one in documents]
        self._index = core.VectorStoreIndex.from_documents(
            loaded, embed_model=_embed_model(embeddings)
        )

    def search(
        self, question: str, *, limit: int, persona: Persona | None = None
    ) -> Sequence[FoundPassage]:
        """The nearest nodes; the recipe knows no personas."""
        del persona
        nodes = self._index.as_retriever(similarity_top_k=limit).retrieve(question)
        return [_passage(node) for node in nodes]


def _passage(node: Any) -> FoundPassage:
    source = str(node.metadata["source"])
    return FoundPassage(
        entry_id=source,
        source=source,
        heading="",
        pages=(),
        text=node.get_content(),
        score=float(node.score or 0.0),
        ranks={},
    )


def _embed_model(embeddings: Embeddings) -> Any:
    base = import_module("llama_index.core.embeddings").BaseEmbedding

    def embed_query(_self: object, text: str) -> list[float]:
        return embeddings.embed_query(text)

    async def embed_query_later(_self: object, text: str) -> list[float]:
        return embeddings.embed_query(text)

    def embed_text(_self: object, text: str) -> list[float]:
        return embeddings.embed_documents([text])[0]

    methods = {
        "_get_query_embedding": embed_query,
        "_aget_query_embedding": embed_query_later,
        "_get_text_embedding": embed_text,
        "__module__": __name__,
    }
    # Made at run time, because the base class is there only when the library is installed.
    return type("PackagedEmbedding", (base,), methods)(model_name="packaged")


def _core() -> Any:
    try:
        return import_module("llama_index.core")
    except ImportError as error:
        raise PeerUnavailable("llama-index-core is not installed (group `peers`)") from error
