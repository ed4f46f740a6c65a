"""Errors of a command as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from assistant.errors import AssistantError
from evals.errors import EvaluationError
from knowledge.errors import KnowledgeError


@contextmanager
def told() -> Iterator[None]:
    """An error is a sentence for the evaluator, not a trace; the command ends with 2."""
    try:
        yield
    except (EvaluationError, AssistantError, KnowledgeError, ValueError) as error:
        typer.secho(str(error), fg=typer.colors.RED, err=True)
        raise typer.Exit(2) from error
