"""All commands in one place. Other packages add theirs through the entry point `sanpuku.commands`."""

import os
from importlib.metadata import entry_points

import typer

from assistant.command_line import ask, documents, knowledge_commands, serve, up, worksheet

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
    help="産福共創アシスタント：資料にもとづき、出典つきで答えます。 / Cited answers on sanpuku kyōsō.",
)
app.command("up")(up.up)
app.command("serve")(serve.serve)
app.command("ui")(up.ui)
app.command("ask")(ask.ask)
app.command("search")(ask.search)
app.command("ingest")(documents.ingest)
app.command("documents")(documents.documents)
app.add_typer(knowledge_commands.app, name="knowledge")
app.add_typer(worksheet.app, name="worksheet")


def main() -> None:
    """Run the command line with the commands of every installed package."""
    # Nothing may call home, whatever a library's default is.
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("LANGSMITH_TRACING", "false")
    for entry_point in entry_points(group="sanpuku.commands"):
        app.add_typer(entry_point.load(), name=entry_point.name)
    app()
