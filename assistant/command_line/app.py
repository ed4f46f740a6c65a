"""All commands in one place. Other packages add theirs through the entry point `sanpuku.commands`.

A command's module is imported when the command is named: together they load scikit-learn, Chroma
and more, and `sanpuku up` would wait for all of it three times.
"""

import gc
import os
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

import typer
from pydantic import ValidationError
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

_WHERE = {
    "up": "assistant.command_line.up:up",
    "serve": "assistant.command_line.serve:serve",
    "ui": "assistant.command_line.up:ui",
    "ask": "assistant.command_line.ask:ask",
    "search": "assistant.command_line.ask:search",
    "ingest": "assistant.command_line.documents:ingest",
    "documents": "assistant.command_line.documents:documents",
    "knowledge": "assistant.command_line.knowledge_commands:app",
    "worksheet": "assistant.command_line.worksheet:app",
}
"""Commands, and apps of several commands, in the order of the help."""


class Commands(TyperGroup):
    """Knows the names of all commands; imports those that are asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # Typer does not publish its context's class
        """Every name, this package's commands first."""
        return list(_addresses())

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:
        """The command of this name; None when there is none."""
        addresses = _addresses()
        # For a name that is not known, all of them are: one may be what was meant.
        for name in [cmd_name] if cmd_name in addresses else addresses:
            if name not in self.commands:
                self.commands[name] = _command(name, addresses[name])
        found = self.commands.get(cmd_name)
        return found if isinstance(found, TyperCommand | TyperGroup) else None


def _addresses() -> dict[str, str]:
    added = {entry.name: entry.value for entry in entry_points(group="sanpuku.commands")}
    return _WHERE | added


def _command(name: str, address: str) -> TyperCommand | TyperGroup:
    module, _, attribute = address.partition(":")
    found = getattr(import_module(module), attribute)
    alone = _typer()
    if isinstance(found, typer.Typer):
        alone.add_typer(found, name=name)
    else:
        alone.command(name)(found)
    command = get_group(alone).commands[name]
    assert isinstance(command, TyperCommand | TyperGroup)
    return command


def _typer(group: type[TyperGroup] = TyperGroup) -> typer.Typer:
    return typer.Typer(
        cls=group,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_show_locals=False,
        help="産福共創アシスタント：資料にもとづき、出典つきで答えます。 / Cited answers on sanpuku kyōsō.",
    )


app = _typer(Commands)


@app.callback()
def sanpuku() -> None:
    """A group even while no command of it is known yet."""


_OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Python's own 700 had what the libraries bring looked through again and again: a fifth of the
time to start."""


def main() -> None:
    """Run the command line with the commands of every installed package."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 100)
    # Nothing may call home, whatever a library's default is.
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("LANGSMITH_TRACING", "false")
    try:
        app()
    except ValidationError as error:
        if not error.title.endswith("Settings") or os.environ.get("SANPUKU_DEBUG"):
            raise
        from assistant.command_line.console import tell_settings

        tell_settings(error)
        raise SystemExit(2) from error
