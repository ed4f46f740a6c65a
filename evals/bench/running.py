"""One whole measurement, step by step."""

import os
import platform
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from evals.bench.figures import ArmFigures, BenchFigures
from evals.bench.ingesting import measure_ingestion
from evals.bench.jsquad import Paragraphs, load_paragraphs, measure_arms
from evals.bench.searching import compare_search
from evals.bench.service import measure_service
from evals.cases import Item
from evals.dataset import load_dataset
from evals.retrieval import searchable
from knowledge.bundled_model import unpacked_model
from knowledge.embeddings import SentenceTransformerEmbeddings
from knowledge.settings import KnowledgeSettings
from knowledge.wiring import build_knowledge

_SEED = 20260401

Say = Callable[[str], None]


def run_bench(questions: int, jsquad: Path | None, home: Path, say: Say) -> BenchFigures:
    """Everything that `make bench` tells; `say` hears each step.

    Args:
        questions: how many of the bundled question sets' questions are asked.
        jsquad: JSQuAD's file; None leaves it out.

    Raises:
        EvaluationError, AssistantError: something could not be measured; the message says what.
    """
    load = _load()
    items = chosen_questions(questions)
    paragraphs = load_paragraphs(jsquad) if jsquad else None
    with TemporaryDirectory(prefix="sanpuku-bench-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder)
        service = measure_service(items, home, scratch, say)
        knowledge = build_knowledge(KnowledgeSettings(home=home))
        say("Search beside the LangChain recipe")
        search = compare_search(items, knowledge)
        say("Ingestion")
        model = unpacked_model(home)
        ingestion = measure_ingestion(knowledge, model, scratch)
        arms = _jsquad(paragraphs, model, scratch, say) if paragraphs else None
    return BenchFigures(
        made_at=datetime.now(UTC),
        processor=_processor(),
        threads=knowledge.settings.threads,
        load_before=load,
        service=service,
        search=search,
        ingestion=ingestion,
        jsquad=arms,
        jsquad_questions=len(paragraphs.questions) if paragraphs else 0,
    )


def chosen_questions(count: int) -> list[Item]:
    """The same questions in every run, of all sets and both languages; each once.

    Vectors of questions are remembered: a question asked twice would be too fast.
    """
    items = list({item.question: item for item in searchable(load_dataset().items)}.values())
    return Random(_SEED).sample(items, min(count, len(items)))


def _jsquad(paragraphs: Paragraphs, model: Path, scratch: Path, say: Say) -> tuple[ArmFigures, ...]:
    embeddings = SentenceTransformerEmbeddings(str(model), threads=KnowledgeSettings().threads)
    say(f"JSQuAD: {len(paragraphs.texts)} paragraphs, {len(paragraphs.questions)} questions")
    return measure_arms(paragraphs, embeddings, scratch)


def _load() -> float | None:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def _processor() -> str:
    """The processor's name, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
