"""Meaning as vectors. The only module that knows sentence-transformers."""

import contextlib
import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from langchain_core.embeddings import Embeddings

from knowledge.errors import ModelUnavailable

# Hub clients look at these when they are imported: nothing may call home from a closed network.
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

BATCH = 32
_QUERIES_KEPT = 2048


class SentenceTransformerEmbeddings(Embeddings):
    """Any sentence-transformers model behind LangChain's interface.

    Vectors are float32 of unit length. Weights stay float32; batches are computed under bfloat16
    autocast where the processor has it (three times the speed, same hits; bfloat16 *weights* would
    lose 4 points, DESIGN §5). Single questions stay in float32: autocast makes them slower.
    """

    def __init__(self, model: str, *, threads: int) -> None:
        """Load the model.

        Args:
            model: a folder, or a hub name (the only case that may use the network).

        Raises:
            ModelUnavailable: it cannot be loaded; the message names it and the setting.
        """
        self._model = _load(model, threads)
        self._queries = lru_cache(maxsize=_QUERIES_KEPT)(self._embed_queries)
        self._prompts = {name for name, text in (self._model.prompts or {}).items() if text}

    def embed_query(self, text: str) -> list[float]:
        return self.embed_queries([text])[0]

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        """Vectors of several wordings of a question at once; the last few thousand are remembered."""
        return [list(vector) for vector in self._queries(tuple(texts))]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.embed_passages(texts, on_progress=lambda _done: None)

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        """Vectors of the texts in their order; `on_progress` hears how many are done."""
        import torch

        vectors: list[list[float]] = [[] for _ in texts]
        by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for start in range(0, len(texts), BATCH):
            batch = by_length[start : start + BATCH]
            fast = torch.autocast("cpu", dtype=torch.bfloat16) if _has_bfloat16() else _as_is()
            with fast:
                found = self._encode([texts[i] for i in batch], "passage")
            for i, vector in zip(batch, found, strict=True):
                vectors[i] = vector
            on_progress(start + len(batch))
        return vectors

    def _embed_queries(self, texts: tuple[str, ...]) -> tuple[tuple[float, ...], ...]:
        return tuple(tuple(vector) for vector in self._encode(list(texts), "query"))

    def _encode(self, texts: list[str], prompt: str) -> list[list[float]]:
        vectors = self._model.encode(
            texts,
            prompt_name=prompt if prompt in self._prompts else None,
            batch_size=BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        rows: list[list[float]] = vectors.astype("float32").tolist()
        return rows


def silence_transformers() -> None:
    """Its bars and load reports would stand in the middle of our own output."""
    from transformers.utils import logging

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # transformers ships no types
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers ships no types


def _load(model: str, threads: int):  # type: ignore[no-untyped-def]  # its class is imported late
    is_folder = Path(model).is_dir()
    if is_folder:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import torch
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer

    silence_transformers()
    torch.set_num_threads(threads)
    try:
        return SentenceTransformer(model, device="cpu", local_files_only=is_folder)
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        raise ModelUnavailable(
            f"The embedding model {model} cannot be loaded ({error}). "
            "SANPUKU_EMBEDDING_MODEL takes a sentence-transformers folder or hub name"
        ) from error


def _has_bfloat16() -> bool:
    import torch

    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def _as_is() -> contextlib.AbstractContextManager[None]:
    return contextlib.nullcontext()
