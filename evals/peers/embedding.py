"""The product's embedding model for the peers. The only module here that knows sentence-transformers."""

from pathlib import Path

from langchain_core.embeddings import Embeddings
from sentence_transformers import SentenceTransformer
from transformers.utils.logging import disable_progress_bar


class PeerEmbeddings(Embeddings):
    """A sentence-transformers folder, with the prompts that its model asks for.

    The recipes themselves would leave out the prompts; giving them here keeps the comparison to
    what the recipes do with the text.
    """

    def __init__(self, folder: Path) -> None:
        disable_progress_bar()  # type: ignore[no-untyped-call]  # the library leaves it untyped
        self._model = SentenceTransformer(str(folder), device="cpu")

    def embed_query(self, text: str) -> list[float]:
        vector: list[float] = self._model.encode_query(text, normalize_embeddings=True).tolist()
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors = self._model.encode_document(
            texts, normalize_embeddings=True, batch_size=16, show_progress_bar=False
        )
        found: list[list[float]] = vectors.tolist()
        return found
