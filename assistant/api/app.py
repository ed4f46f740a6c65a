"""The application: what lives as long as the service, and which routers it has."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TypedDict

from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from assistant.api.metrics import add_metrics
from assistant.api.preparing import Preparation
from assistant.api.problems import add_problem_handlers
from assistant.api.routes import ask, conversations, documents, health, ratings, search, sources
from assistant.api.worksheet_routes import WORKSHEET_STATUS, add_worksheet_routes
from assistant.wiring import Services, build_services
from assistant.worksheets.service import Worksheets


class State(TypedDict):
    """What every request can reach."""

    services: Services
    worksheets: Worksheets
    preparation: Preparation
    registry: CollectorRegistry


def create_app(build: Callable[[], Services] = build_services) -> FastAPI:
    """The service. Preparing (index, model) goes on in the background; /ready tells how far it is.

    Args:
        build: makes the services, once, when the application starts.
    """
    app = FastAPI(
        title="産福共創アシスタント",
        lifespan=_lifespan(build, lambda: registry),
        # Swagger's page loads its scripts from a public network: no good on a closed one.
        docs_url=None,
        redoc_url=None,
    )
    registry = add_metrics(app)
    add_problem_handlers(app, WORKSHEET_STATUS)
    for module in (ask, search, sources, documents, conversations, ratings, health):
        app.include_router(module.router)
    add_worksheet_routes(app)
    return app


def _lifespan(
    build: Callable[[], Services], registry: Callable[[], CollectorRegistry]
) -> Callable[[FastAPI], AbstractAsyncContextManager[State]]:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[State]:
        services = build()
        preparation = Preparation(services)
        preparation.start()
        yield State(
            services=services,
            worksheets=services.worksheets,
            preparation=preparation,
            registry=registry(),
        )
        services.engine.dispose()

    return lifespan
