"""`sanpuku serve`: the HTTP service alone."""

from typing import Annotated

import typer
import uvicorn

from assistant.command_line.console import clear_errors
from assistant.command_line.ports import require_free
from assistant.settings import AssistantSettings


def serve(
    host: Annotated[str | None, typer.Option(help="既定 127.0.0.1 / default 127.0.0.1")] = None,
    port: Annotated[int | None, typer.Option(help="既定 8000 / default 8000")] = None,
) -> None:
    """APIサービスだけを起動します。 / Start the service without the page."""
    settings = AssistantSettings()
    address = (host or settings.host, port or settings.port)
    with clear_errors():
        require_free(*address, setting="SANPUKU_PORT")
    uvicorn.run(
        "assistant.api.app:create_app",
        factory=True,
        host=address[0],
        port=address[1],
        log_level="warning",
    )
