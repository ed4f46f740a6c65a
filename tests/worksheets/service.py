"""The HTTP service of worksheets on a port of its own, while a test runs."""

import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from threading import Thread
from typing import TypedDict

import uvicorn
from fastapi import FastAPI

from assistant.api.problems import add_problem_handlers
from assistant.api.worksheet_routes import WORKSHEET_STATUS, add_worksheet_routes
from assistant.worksheets.service import Worksheets


class State(TypedDict):
    worksheets: Worksheets


def worksheet_app(worksheets: Worksheets) -> FastAPI:
    """The application with nothing but worksheets."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[State]:
        yield State(worksheets=worksheets)

    app = FastAPI(lifespan=lifespan)
    add_problem_handlers(app, WORKSHEET_STATUS)
    add_worksheet_routes(app)
    return app


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Yields the address of the running service."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    port: int = listening.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
