"""Meaning as vectors. The only module that knows sentence-transformers."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langchain_core.embeddings import Embeddings

from knowledge.batches import batches_of
from knowledge.errors import ModelUnavailable

if TYPE_CHECKING:
    from knowledge.last_layers import LastLayers
    from knowledge.quick_bert import MakeLinear

# Hub clients look at these when they are imported: nothing may call home from a closed network.
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
# Read when torch is loaded. Its threads would wait for each other with the processor held: beside
# other busy programs a question then takes up to a second, not 30 ms (decision 0011).
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

BATCH_TOKENS = 2048
"""Of one batch: what twice as many leave behind no longer fits the processor's own memory."""
_QUESTIONS_KEPT = 2048
_PASSES_KEPT = 16
"""Those of the questions that are being answered: states of a long one take a megabyte."""
_MOST_WORDINGS = 4


class SentenceTransformerEmbeddings(Embeddings):
    """Any sentence-transformers model behind LangChain's interface.

    Vectors are float32 of unit length. Batches are computed with products in bfloat16 where the
    processor has it, residuals and norms in float32, as under autocast (three times the speed, same
    hits; all in bfloat16 would lose 4 points, DESIGN §5). Single questions are computed with 8-bit
    weights where the processor has the instructions (knowledge.quick_model).
    """

    def __init__(
        self,
        model: str,
        *,
        threads: int,
        bfloat16: bool | None = None,
        quick_queries: bool | None = None,
    ) -> None:
        """Load the model.

        Args:
            model: a folder, or a hub name (the only case that may use the network).
            bfloat16: whether passages are computed in it; None is where the processor has it.
            quick_queries: whether questions are computed with 8-bit weights; None likewise.

        Raises:
            ModelUnavailable: it cannot be loaded; the message names it and the setting.
        """
        self._model = _load(model, threads)
        self._bfloat16 = has_bfloat16() if bfloat16 is None else bfloat16
        self._linear = _linear_of_questions(quick_queries)
        self._for_queries = _for_questions(self._model, self._linear)
        self._prompts = self._model.prompts or {}
        self._passed = lru_cache(maxsize=_PASSES_KEPT)(self._pass)
        self._question = lru_cache(maxsize=_QUESTIONS_KEPT)(self._embed_question)

    def embed_query(self, text: str) -> list[float]:
        return self.embed_queries([text])[0]

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        """Vectors of the wordings of a question, of which the last few thousand are remembered; or
        of many questions, exactly.

        In 8 bits, roundings of texts that are computed together depend on each other: so a question
        is computed together with its own other wordings only, which are always the same.
        """
        if len(texts) > _MOST_WORDINGS:
            return self._vectors(self._model, list(texts), "query")
        return [list(vector) for vector in self._question(tuple(texts))] if texts else []

    def reader(self, layers: "LastLayers") -> Callable[[Sequence[str]], list[float]]:
        """What reads the first of a question's wordings with these last layers: the mean of its
        tokens' last states, of any length. What search made of it is gone on from."""
        from knowledge.continued_model import ContinuedModel

        continued = ContinuedModel(self._model, layers, self._linear)
        return lambda wordings: continued(self._passed(tuple(wordings)).states).tolist()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.embed_passages(texts, on_progress=lambda _done: None)

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        """Vectors of the texts in their order; `on_progress` hears how many are done."""
        import torch

        lengths = _lengths(self._model, texts)
        vectors: list[list[float]] = [[] for _ in texts]
        done = 0
        halved = self._halved if self._bfloat16 else None
        # Open for all batches: the weights are turned into bfloat16 once.
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self._bfloat16 and not halved):
            for batch in batches_of(lengths, BATCH_TOKENS):
                found = self._vectors(halved or self._model, [texts[i] for i in batch], "passage")
                for i, vector in zip(batch, found, strict=True):
                    vectors[i] = vector
                done += len(batch)
                on_progress(done)
        return vectors

    @cached_property
    def _halved(self) -> Any:
        """For passages in bfloat16, made when the first are embedded."""
        from knowledge.quick_model import halved

        return halved(self._model)

    def _embed_question(self, wordings: tuple[str, ...]) -> tuple[tuple[float, ...], ...]:
        return tuple(map(tuple, self._passed(wordings).vectors))

    def _pass(self, wordings: tuple[str, ...]) -> "_Passed":
        features = self._through(self._for_queries, list(wordings), "query")
        states = features.get("all_layer_embeddings", (None,))[0]
        if states is not None:  # of the first wording, without what fills it up
            states = states[0, features["attention_mask"][0].bool()].clone()
        return _Passed(_unit_vectors(features), states)

    def _vectors(self, model: Any, texts: list[str], prompt: str) -> list[list[float]]:
        return _unit_vectors(self._through(model, texts, prompt))

    def _through(self, model: Any, texts: list[str], prompt: str) -> Any:
        """Without `encode`, which takes a good part of a single question's time for its checks."""
        import torch

        with torch.inference_mode():
            return model(model.preprocess(texts, prompt=self._prompts.get(prompt) or None))


@dataclass(frozen=True, slots=True)
class _Passed:
    """What a question's wordings became on their way through the model."""

    vectors: list[list[float]]
    states: Any
    """Of the first wording's tokens, after the shared layers (knowledge.last_layers)."""


def _unit_vectors(features: Any) -> list[list[float]]:
    import torch

    with torch.inference_mode():
        vectors = torch.nn.functional.normalize(features["sentence_embedding"].float())
        rows: list[list[float]] = vectors.tolist()
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
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # ships no types

    silence_transformers()
    torch.set_num_threads(threads)
    # NumPy's own threads go on spinning after a product and take the processor from the model's:
    # on two cores, embedding a question between two small products took three times as long.
    threadpool_limits(limits=1, user_api="blas")
    try:
        loaded = SentenceTransformer(model, device="cpu", local_files_only=is_folder).eval()
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        raise ModelUnavailable(
            f"The embedding model {model} cannot be loaded ({error}). "
            "SANPUKU_EMBEDDING_MODEL takes a sentence-transformers folder or hub name"
        ) from error
    return loaded


def _linear_of_questions(quick: bool | None) -> "MakeLinear":
    # Imported late, as torch is: most commands never need it.
    from knowledge.quick_linear import QuickLinear, is_quick_here
    from knowledge.quick_model import unchanged

    return QuickLinear if (is_quick_here() if quick is None else quick) else unchanged


def _for_questions(model: Any, linear: "MakeLinear") -> Any:
    from knowledge.quick_model import for_questions

    return for_questions(model, linear)


def _lengths(model: Any, texts: Sequence[str]) -> list[int]:
    """Tokens of each text, its prompt left out; characters where the model has no usual tokens."""
    from transformers import PreTrainedTokenizerBase

    if not isinstance(model.tokenizer, PreTrainedTokenizerBase) or not texts:
        return [len(text) for text in texts]
    return [len(ids) for ids in model.tokenizer(list(texts), truncation=True)["input_ids"]]


def has_bfloat16() -> bool:
    """Whether this processor computes in bfloat16."""
    import torch

    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())
