"""What was measured, as kept and shown."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict


class Latency(BaseModel):
    """Times of one kind of request, in milliseconds."""

    model_config = ConfigDict(frozen=True)

    count: int
    p50: float
    p95: float

    @classmethod
    def of(cls, milliseconds: Sequence[float]) -> Self:
        """Nearest-rank percentiles. Raises ValueError when there is nothing."""
        if not milliseconds:
            raise ValueError("no request was measured")
        ordered = sorted(milliseconds)
        return cls(count=len(ordered), p50=_rank(ordered, 0.50), p95=_rank(ordered, 0.95))


class ServiceFigures(BaseModel):
    """The service as its users feel it."""

    model_config = ConfigDict(frozen=True)

    start_seconds: tuple[float, ...]
    """From the start of the process to /ready, the index being there; one for each start."""
    memory_mb: float | None
    """Resident memory after all questions were answered; None where the system does not tell."""
    search: Latency
    answers: Latency
    answers_inside: Latency
    """The service's own timings_ms of the same answers: without HTTP."""
    first_event: Latency


class SearchFigures(BaseModel):
    """Search in one process, question by question in turn, over the same texts."""

    model_config = ConfigDict(frozen=True)

    texts: int
    product: Latency
    recipe: Latency
    recipe_build_seconds: float

    @property
    def ratio(self) -> float:
        """p50 of the product by that of the recipe: below 1 is faster."""
        return self.product.p50 / self.recipe.p50


class UploadFigures(BaseModel):
    """From the upload of a document until it can be searched; each of them a second."""

    model_config = ConfigDict(frozen=True)

    tokens: float
    """The embedding model's own."""
    tiktoken_tokens: float
    """Those by which documents are split."""
    passages: float


class IngestionFigures(BaseModel):
    """Tokens are the embedding model's own, a second."""

    model_config = ConfigDict(frozen=True)

    tokens: int
    embedding_float32: float
    embedding_bfloat16: float | None
    """None where the processor has no bfloat16."""
    upload: UploadFigures


class ArmFigures(BaseModel):
    """How well one arm ranks JSQuAD's paragraphs."""

    model_config = ConfigDict(frozen=True)

    arm: str
    recall_at_1: float
    recall_at_10: float
    ndcg_at_10: float


class BenchFigures(BaseModel):
    """Everything of one run; None was not asked for or not possible."""

    model_config = ConfigDict(frozen=True)

    made_at: datetime
    processor: str
    threads: int
    load_before: float | None
    """Processes that wanted the processor before the run, 1-minute mean: others disturb."""
    service: ServiceFigures
    search: SearchFigures
    ingestion: IngestionFigures
    jsquad: tuple[ArmFigures, ...] | None
    jsquad_questions: int = 0


def write_figures(figures: BenchFigures, folder: Path) -> Path:
    """Keep a run's figures; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{figures.made_at.astimezone(UTC):%Y%m%d-%H%M%S}.json"
    file.write_text(figures.model_dump_json(indent=1), encoding="utf-8")
    return file


def _rank(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]
