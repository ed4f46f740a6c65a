"""/health, /ready, /metrics: for whoever runs the service."""

from importlib.metadata import PackageNotFoundError, version

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from assistant.api.dependencies import PreparationDep
from assistant.contract import Health, Readiness

router = APIRouter(tags=["health"])


@router.get("/health")
def health() -> Health:
    """The process lives."""
    try:
        return Health(version=version("sanpuku-assistant"))
    except PackageNotFoundError:
        return Health(version="0")


@router.get("/ready", response_model=Readiness)
def ready(preparation: PreparationDep) -> Response:
    """Questions can be answered: 200; not yet or not any more: 503 with the reason."""
    readiness = preparation.readiness()
    status = 200 if readiness.status == "ready" else 503
    return JSONResponse(readiness.model_dump(), status_code=status)


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Counters and latencies for Prometheus."""
    return Response(generate_latest(request.state.registry), media_type=CONTENT_TYPE_LATEST)
