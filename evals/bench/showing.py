"""The figures as a table."""

from collections.abc import Iterator

from rich.table import Table

from evals.bench.figures import BenchFigures, Latency

Row = tuple[str, str, str]


def table_of(figures: BenchFigures) -> Table:
    """One line for each figure, with the bar it is held to."""
    load = "" if figures.load_before is None else f", load before {figures.load_before:.1f}"
    table = Table(
        title=f"{figures.processor}, {figures.threads} threads{load}", padding=(0, 0, 0, 1)
    )
    table.add_column("what")
    table.add_column("measured", justify="right")
    table.add_column("bar", justify="right")
    for row in (*_service_rows(figures), *_search_rows(figures), *_ingestion_rows(figures)):
        table.add_row(*row)
    for arm in figures.jsquad or ():
        shown = (
            f"R@1 {arm.recall_at_1:.3f}  R@10 {arm.recall_at_10:.3f}  nDCG@10 {arm.ndcg_at_10:.3f}"
        )
        bar = "R@1 ≥ 0.90, not below an arm" if arm.arm == "fusion" else ""
        table.add_row(f"JSQuAD ({figures.jsquad_questions}): {arm.arm}", shown, bar)
    return table


def _service_rows(figures: BenchFigures) -> Iterator[Row]:
    service = figures.service
    yield "search over HTTP", _latency(service.search), ""
    yield "grounded answer over HTTP", _latency(service.answers), "p50 ≤ 80, p95 ≤ 200 ms"
    yield "grounded answer, timings_ms", _latency(service.answers_inside), ""
    yield "first event of a stream", _latency(service.first_event), "≤ 100 ms"
    starts = sorted(service.start_seconds)
    yield "start to ready, index present", f"{starts[len(starts) // 2]:.1f} s", "≤ 15 s"
    if service.memory_mb is not None:
        yield "memory of the service (RSS)", f"{service.memory_mb:,.0f} MB", ""


def _search_rows(figures: BenchFigures) -> Iterator[Row]:
    search = figures.search
    yield f"search in process, {search.texts} texts", _latency(search.product), ""
    yield "LangChain recipe on the same texts", _latency(search.recipe), ""
    yield "ratio of p50 to the recipe's", f"{search.ratio:.2f}", "≤ 1"
    yield "LangChain recipe, building", f"{search.recipe_build_seconds:.0f} s", ""


def _ingestion_rows(figures: BenchFigures) -> Iterator[Row]:
    ingestion = figures.ingestion
    yield "embedding, float32", f"{ingestion.embedding_float32:,.0f} tokens/s", "≥ 3,000"
    fast = ingestion.embedding_bfloat16
    if fast is not None:
        yield "embedding, bfloat16", f"{fast:,.0f} tokens/s", "≥ 8,000"
    upload = ingestion.upload
    bar = "≥ 3,000" if fast is None else "≥ 8,000"
    yield "upload until searchable", f"{upload.tokens:,.0f} tokens/s", bar
    yield "the same in tiktoken's tokens", f"{upload.tiktoken_tokens:,.0f} tokens/s", ""
    yield "the same in passages", f"{upload.passages:.1f} a second", ""


def _latency(latency: Latency) -> str:
    return f"p50 {latency.p50:.0f}  p95 {latency.p95:.0f} ms  (n={latency.count})"
