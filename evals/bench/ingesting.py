"""How fast documents become searchable."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from tokenizers import Tokenizer

from evals.bench.figures import IngestionFigures, UploadFigures
from evals.bench.serving import serving
from ingest.token_count import count_tokens
from knowledge.compiled_layers import has_bfloat16
from knowledge.embeddings import SentenceTransformerEmbeddings
from knowledge.windows import windows_of
from knowledge.wiring import Knowledge

_TOKENS = 40_000
"""Enough for a steady figure, in half a minute on two cores."""
_WARMING = 32
"""Texts that are embedded before the clock starts: kernels are chosen at their first use."""
_OWN_TOKENS = 4
"""The prompt's and the model's marks: they are no content, and are not counted."""


def measure_ingestion(knowledge: Knowledge, model: Path, scratch: Path) -> IngestionFigures:
    """Embedding alone, in float32 and as the product does it, and a document's whole way.

    Raises:
        ServiceNotStarted, AssistantError: the service that takes the document failed.
    """
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    chunks = [chunk for chunk in knowledge.corpus.chunks() if chunk.language == "ja"]
    windows = sorted({window for chunk in chunks for window in windows_of(chunk)[:1]}, key=len)
    texts, tokens = _up_to(windows, tokenizer)
    threads = knowledge.settings.threads
    in_float32 = SentenceTransformerEmbeddings(str(model), threads=threads, exact=True)
    speed = tokens / _seconds(in_float32, texts)
    fast = None
    if has_bfloat16():
        fast = tokens / _seconds(SentenceTransformerEmbeddings(str(model), threads=threads), texts)
    return IngestionFigures(
        tokens=tokens,
        embedding_float32=speed,
        embedding_bfloat16=fast,
        upload=_upload(texts, tokens, model, scratch),
    )


def _up_to(texts: Sequence[str], tokenizer: Tokenizer) -> tuple[list[str], int]:
    """Every n-th text, so that long and short ones are there, of about _TOKENS tokens in all."""
    counts = [len(tokenizer.encode(text).ids) - _OWN_TOKENS for text in texts]
    step = max(1, sum(counts) // _TOKENS)
    return list(texts[::step]), sum(counts[::step])


def _seconds(embeddings: SentenceTransformerEmbeddings, texts: list[str]) -> float:
    embeddings.embed_documents(texts[-_WARMING:])
    began = perf_counter()
    embeddings.embed_documents(texts)
    return perf_counter() - began


def _upload(texts: Sequence[str], tokens: int, model: Path, scratch: Path) -> UploadFigures:
    home = scratch / "ingesting"
    home.mkdir()
    (home / "models").symlink_to(model.parent, target_is_directory=True)
    overrides = {
        "SANPUKU_HOME": str(home),
        "SANPUKU_MODEL": "",
        "SANPUKU_BUNDLED_ENTRIES": "false",
    }
    document = "\n\n".join(texts)
    with serving(overrides) as service:
        # Behind what the service still loads when it is just ready.
        service.client.add_document("first.txt", texts[0].encode())
        began = perf_counter()
        added = service.client.add_document("document.txt", document.encode())
        seconds = perf_counter() - began
    return UploadFigures(
        tokens=tokens / seconds,
        tiktoken_tokens=count_tokens(document) / seconds,
        passages=added.passages / seconds,
    )
