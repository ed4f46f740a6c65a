"""A second look at the best passages by a cross-encoder, where one is configured."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from knowledge.documents import Passage
from knowledge.embeddings import silence_transformers
from knowledge.errors import ModelUnavailable


class Reranker(Protocol):
    """Reads question and passage together and sorts anew."""

    def rerank(self, question: str, passages: Sequence[Passage]) -> list[Passage]:
        """The same passages, best first, with new scores."""


class FusedOrder:
    """Leaves the fused order as it is: the default."""

    def rerank(self, question: str, passages: Sequence[Passage]) -> list[Passage]:
        return list(passages)


class CrossEncoderReranker:
    """Any sentence-transformers cross-encoder."""

    def __init__(self, model: str) -> None:
        """Load it; raises ModelUnavailable naming the setting."""
        from safetensors import SafetensorError
        from sentence_transformers import CrossEncoder

        silence_transformers()
        try:
            self._model = CrossEncoder(model, device="cpu", local_files_only=Path(model).is_dir())
        except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
            raise ModelUnavailable(
                f"The reranking model {model} cannot be loaded ({error}). "
                "SANPUKU_RERANKING_MODEL takes a cross-encoder's folder or hub name"
            ) from error

    def rerank(self, question: str, passages: Sequence[Passage]) -> list[Passage]:
        if not passages:
            return []
        pairs = [(question, f"{p.chunk.title}\n{p.chunk.text}") for p in passages]
        scores = self._model.predict(pairs, show_progress_bar=False)
        scored = [replace(p, score=float(s)) for p, s in zip(passages, scores, strict=True)]
        return sorted(scored, key=lambda passage: -passage.score)
