"""Meaning as vectors. The only module that knows sentence-transformers."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from langchain_core.embeddings import Embeddings

from knowledge.batches import batches_of, passes_of
from knowledge.errors import ModelUnavailable
from knowledge.remembered import Remembered

if TYPE_CHECKING:
    from knowledge.compiled_encoder import Compiling
    from knowledge.last_layers import LastLayers

# Hub clients look at these when they are imported: nothing may call home from a closed network.
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
# Read when torch is loaded. Its threads would wait for each other with the processor held: beside
# other busy programs a question then takes up to a second, not 30 ms (decision 0011).
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

BATCH_TOKENS = 1024
"""Of one batch: what more leave behind no longer fits the processor's own memory."""
_TEXTS_KEPT = 4096
_STATES_KEPT = 32
"""Of the questions that are being answered: those of a long one take a megabyte."""
_MOST_WORDINGS = 4
_OF_A_PASS = 48
"""What a pass of a few wordings through the model costs whatever their length, as so many tokens:
two cores, one to seven wordings of 21 to 370 tokens filled up."""


class SentenceTransformerEmbeddings(Embeddings):
    """Any sentence-transformers model behind LangChain's interface.

    Vectors are float32 of unit length. BERT and its kin are compiled for the processor
    (knowledge.compiled_layers); passages by other models are computed with products in bfloat16
    where the processor has it, residuals and norms in float32 (autocast: three times the speed,
    same hits; weights in bfloat16 would lose 4 points, docs/decisions/0007).
    """

    def __init__(self, model: str, *, threads: int, exact: bool = False) -> None:
        """Load the model.

        Args:
            model: a folder, or a hub name (the only case that may use the network).
            exact: all in float32.

        Raises:
            ModelUnavailable: it cannot be loaded; the message names it and the setting.
        """
        # Imported late, as torch is: most commands never need it.
        from knowledge.compiled_encoder import Compiling

        self._name, self._model = model, _load(model, threads)
        self._how = Compiling(exact=exact, threads=threads)
        self._for_questions = self._compiled(self._how)
        self._cutting = Lock()
        self._prompts = self._model.prompts or {}
        self._vectors: Remembered[str, list[float]] = Remembered(_TEXTS_KEPT)
        self._states: Remembered[str, Any] = Remembered(_STATES_KEPT)

    def embed_query(self, text: str) -> list[float]:
        return self.embed_queries([text])[0]

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        """Vectors of the wordings of a question, of which the last few thousand are remembered; or
        of many questions."""
        if len(texts) > _MOST_WORDINGS:
            return self._in_batches(texts, "query", lambda _done: None)
        self.prepare(texts)
        return [list(self._vectors.get(text) or self._passed([text])[0].vector) for text in texts]

    def prepare(self, texts: Sequence[str]) -> None:
        """Pass wordings of questions through the model at once: what is asked of them next costs
        little."""
        unknown = [text for text in dict.fromkeys(texts) if not self._vectors.get(text)]
        with self._cutting:
            lengths = _lengths(self._model, unknown)
        for together in passes_of(lengths, _OF_A_PASS):
            self._passed([unknown[i] for i in together])

    def reader(self, layers: "LastLayers") -> Callable[[str], list[float]]:
        """What reads questions with these last layers: the mean of a question's tokens' last
        states, of any length. What search made of it is gone on from."""
        from knowledge.continued_model import ContinuedModel

        continued = ContinuedModel(self._model, layers, self._how)
        return lambda text: continued(self._states_of(text)).tolist()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.embed_passages(texts, on_progress=lambda _done: None)

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        """Vectors of the texts in their order; `on_progress` hears how many are done."""
        return self._in_batches(texts, "passage", on_progress)

    def _in_batches(
        self, texts: Sequence[str], prompt: str, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        with self._cutting:
            lengths = _lengths(self._model, texts)
        batches = batches_of(lengths, BATCH_TOKENS)
        vectors: list[list[float]] = [[] for _ in texts]
        done = 0
        embedded = self._each([[texts[i] for i in batch] for batch in batches], prompt)
        for batch, found in zip(batches, embedded, strict=True):
            for i, vector in zip(batch, found, strict=True):
                vectors[i] = vector
            done += len(batch)
            on_progress(done)
        return vectors

    def _each(self, batches: Sequence[list[str]], prompt: str) -> Iterator[list[list[float]]]:
        """Vectors of each batch: compiled, on each processor one; else one by one."""
        import torch

        from knowledge.at_once import at_once
        from knowledge.compiled_layers import has_bfloat16

        model = self._for_batches if self._is_compiled else self._model

        def vectors_of(texts: list[str]) -> list[list[float]]:
            return _unit_vectors(self._through(model, texts, prompt))

        if self._is_compiled:
            yield from at_once(vectors_of, batches, workers=self._how.threads)
            return
        is_quick = has_bfloat16() and not self._how.exact
        # Open for all batches: the weights are turned into bfloat16 once.
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=is_quick):
            yield from map(vectors_of, batches)

    @property
    def _is_compiled(self) -> bool:
        return self._for_questions is not self._model

    @cached_property
    def _for_batches(self) -> Any:
        """Compiled to take as many at once as there are processors: made for the first batch."""
        return self._compiled(replace(self._how, at_once=self._how.threads))

    def _compiled(self, how: "Compiling") -> Any:
        from knowledge.compiled_encoder import compiled

        try:
            return compiled(self._model, how)
        except RuntimeError as error:
            raise ModelUnavailable(
                f"The embedding model {self._name} cannot be compiled for this processor ({error})"
            ) from error

    def _states_of(self, text: str) -> Any:
        """Those of its tokens after the shared layers (knowledge.last_layers)."""
        states = self._states.get(text)
        return self._passed([text])[0].states if states is None else states

    def _passed(self, texts: Sequence[str]) -> list["_Passed"]:
        """Through the model together, and remembered."""
        features = self._through(self._for_questions, list(texts), "query")
        states = features.get("all_layer_embeddings", (None,))[0]
        passed = []
        for at, vector in enumerate(_unit_vectors(features)):
            # Without what fills it up.
            own = None if states is None else states[at, features["attention_mask"][at].bool()]
            self._vectors.keep(texts[at], vector)
            self._states.keep(texts[at], own)
            passed.append(_Passed(vector, own))
        return passed

    def _through(self, model: Any, texts: list[str], prompt: str) -> Any:
        """Without `encode`, which takes a good part of a single question's time for its checks."""
        import torch

        # The tokeniser keeps how the last texts were filled up: one at a time.
        with self._cutting:
            tokens = model.preprocess(texts, prompt=self._prompts.get(prompt) or None)
        with torch.inference_mode():
            return model(tokens)


@dataclass(frozen=True, slots=True)
class _Passed:
    """What a question's wording became on its way through the model."""

    vector: list[float]
    states: Any
    """Of its tokens, after the shared layers (knowledge.last_layers)."""


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


def _lengths(model: Any, texts: Sequence[str]) -> list[int]:
    """Tokens of each text, its prompt left out; characters where the model has no usual tokens."""
    from transformers import PreTrainedTokenizerBase

    if not isinstance(model.tokenizer, PreTrainedTokenizerBase) or not texts:
        return [len(text) for text in texts]
    return [len(ids) for ids in model.tokenizer(list(texts), truncation=True)["input_ids"]]
