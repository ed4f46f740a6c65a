"""The services that a command works with: the real ones, or those that its caller hands over."""

from collections.abc import Callable

import typer

from assistant.command_line.console import progress_bar
from assistant.wiring import Services, build_services


def services_of(context: typer.Context) -> Services:
    """Built now; `context.obj` may be another function that builds them."""
    build: Callable[[], Services] = context.obj or build_services
    return build()


def prepared(context: typer.Context) -> Services:
    """The same with the index up to date, a bar while that takes time."""
    services = services_of(context)
    with progress_bar() as heard:
        services.knowledge.indexer.refresh(on_progress=heard)
    return services
