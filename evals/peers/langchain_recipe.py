"""LangChain's tutorial recipe: characters, Chroma, nearest vectors."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any
from uuid import uuid4

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.contract import Persona
from assistant.library_contract import FoundPassage
from evals.errors import PeerUnavailable
from evals.peers.documents import PlainDocument

NAME = "LangChain tutorial (1000/200, Chroma)"


class LangChainRecipe:
    """`RecursiveCharacterTextSplitter(1000, 200)` and `Chroma.similarity_search`."""

    def __init__(self, documents: Sequence[PlainDocument], embeddings: Embeddings) -> None:
        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
        loaded = [Document(one.text, metadata={"source": one.name}) for one in documents]
        # Collections of one process share a database: a fresh name keeps runs apart.
        self._store = _chroma().from_documents(
            splitter.split_documents(loaded), embeddings, collection_name=f"peer-{uuid4().hex}"
        )

    def search(
        self, question: str, *, limit: int, persona: Persona | None = None
    ) -> Sequence[FoundPassage]:
        """The nearest chunks; the recipe knows no personas."""
        del persona
        found = self._store.similarity_search_with_score(question, k=limit)
        return [_passage(document, score) for document, score in found]


def _passage(document: Document, distance: float) -> FoundPassage:
    source = str(document.metadata["source"])
    return FoundPassage(
        entry_id=source,
        source=source,
        heading="",
        pages=(),
        text=document.page_content,
        score=-distance,
        ranks={},
    )


def _chroma() -> Any:
    try:
        return import_module("langchain_chroma").Chroma
    except ImportError as error:
        raise PeerUnavailable("langchain-chroma is not installed (`make install`)") from error
