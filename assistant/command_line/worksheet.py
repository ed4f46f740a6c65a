"""`sanpuku worksheet`: forms, sheets, drafts and files, in this process."""

import typer
from rich.table import Table

from assistant.command_line.console import clear_errors, out, say, terminal_language
from knowledge.forms import load_forms
from knowledge.settings import BUNDLED_KNOWLEDGE

app = typer.Typer(
    no_args_is_help=True, help="ワークシート・提案書・点検表 / worksheets and proposals"
)


@app.callback()
def worksheet() -> None:
    """ワークシート・提案書・点検表 / worksheets and proposals"""


@app.command()
def forms() -> None:
    """使える様式の一覧。 / List the forms."""
    with clear_errors():
        found = load_forms(BUNDLED_KNOWLEDGE)
    table = Table("id", say("様式", "form"), say("欄", "fields"))
    for form in found.values():
        title = form.title.in_language(terminal_language())
        table.add_row(form.id, title, str(len(form.fields)))
    out.print(table)
