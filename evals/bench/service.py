"""Latency, start-up time and memory of the service, over HTTP."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from assistant.client import AssistantClient
from assistant.contract import AskRequest
from evals.bench.figures import Latency, ServiceFigures
from evals.bench.serving import serving
from evals.cases import Item
from evals.retrieval import DEPTH

Measure = Callable[[AssistantClient, Item], float]


def measure_service(
    items: Sequence[Item], home: Path, scratch: Path, on_step: Callable[[str], None]
) -> ServiceFigures:
    """Each kind of request against a service of its own.

    A service remembers the vectors of questions: asked of one that has searched for them already,
    they would be answered too fast.

    Raises:
        ServiceNotStarted, AssistantError: the service failed.
    """
    overrides = {
        "SANPUKU_HOME": str(home),
        "SANPUKU_MODEL": "",
        "SANPUKU_DATABASE_URL": f"sqlite:///{scratch / 'conversations.sqlite'}",
    }
    on_step("Preparing the index")
    with serving(overrides):
        pass
    starts: list[float] = []
    inside: list[float] = []
    times: dict[str, list[float]] = {}
    memory: float | None = None
    measures: Mapping[str, Measure] = {
        "search": _search,
        "answers": lambda client, item: _answer(client, item, inside),
        "first event": _first_event,
    }
    for name, measure in measures.items():
        on_step(f"Service: {name}")
        with serving(overrides) as service:
            starts.append(service.start_seconds)
            times[name] = [measure(service.client, item) for item in items]
            memory = service.memory_mb() if name == "answers" else memory
    return ServiceFigures(
        start_seconds=tuple(starts),
        memory_mb=memory,
        search=Latency.of(times["search"]),
        answers=Latency.of(times["answers"]),
        answers_inside=Latency.of(inside),
        first_event=Latency.of(times["first event"]),
    )


def _search(client: AssistantClient, item: Item) -> float:
    began = perf_counter()
    client.search(item.question, limit=DEPTH, persona=item.persona)
    return _milliseconds_since(began)


def _answer(client: AssistantClient, item: Item, inside: list[float]) -> float:
    began = perf_counter()
    answer = client.ask(AskRequest(question=item.question, persona=item.persona))
    taken = _milliseconds_since(began)
    inside.append(answer.timings_ms.get("total", sum(answer.timings_ms.values())))
    return taken


def _first_event(client: AssistantClient, item: Item) -> float:
    began = perf_counter()
    events = client.stream(AskRequest(question=item.question, persona=item.persona))
    next(events)
    taken = _milliseconds_since(began)
    for _ in events:  # read to the end: the next question must not wait for this one
        pass
    return taken


def _milliseconds_since(began: float) -> float:
    return (perf_counter() - began) * 1000
