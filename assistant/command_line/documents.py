"""`sanpuku ingest` and `sanpuku documents`: the user's own documents."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from assistant.command_line.console import (
    clear_errors,
    err,
    out,
    progress_bar,
    say,
    terminal_language,
)
from assistant.command_line.services import services_of
from ingest.report import FileOutcome, Outcome

_OUTCOMES = {
    Outcome.ADDED: ("追加", "added"),
    Outcome.REPLACED: ("更新", "replaced"),
    Outcome.UNCHANGED: ("変更なし", "unchanged"),
    Outcome.REMOVED: ("削除", "removed"),
    Outcome.FAILED: ("読み込めません", "left out"),
}


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="ファイルまたはフォルダ / files or folders")],
    as_source: Annotated[
        str | None,
        typer.Option("--as", help="公式資料の番号（例 points-2026） / official document's key"),
    ] = None,
) -> None:
    """文書を追加します（PDF・Word・Excel・PowerPoint・HTML・Markdown・テキスト）。 / Add documents."""
    with clear_errors():
        services = services_of(context)
        if as_source and as_source not in services.knowledge.corpus.sources:
            known = ", ".join(services.knowledge.corpus.sources)
            raise typer.BadParameter(
                say(
                    f"{as_source} という資料はありません。次から選んでください：{known}",
                    f"There is no document {as_source}; choose one of: {known}",
                )
            )
        with progress_bar() as heard:
            report = services.ingestion.add(
                paths, as_source=as_source, on_file=_tell_file, on_progress=heard
            )
    for file in report.files:
        out.print(_line(file), markup=False)
    if report.failed:
        raise typer.Exit(1)


def documents(
    context: typer.Context,
    delete: Annotated[
        str | None, typer.Option(help="この番号の文書を削除 / delete this id")
    ] = None,
) -> None:
    """追加した文書の一覧・削除。 / List added documents, or delete one."""
    with clear_errors():
        services = services_of(context)
        if delete:
            with progress_bar() as heard:
                removed = services.ingestion.delete(delete, on_progress=heard)
            if not removed:
                err.print(say(f"{delete} は見つかりません", f"{delete} was not found"))
                raise typer.Exit(1)
            out.print(say("削除しました", "Deleted"))
            return
        table = Table("id", say("名前", "name"), say("箇所", "passages"), say("追加日", "added"))
        for document in services.knowledge.documents.all():
            count = str(len(document.chunks))
            added = f"{datetime.fromisoformat(document.added_at).astimezone():%Y-%m-%d}"
            table.add_row(document.id, document.name, count, added)
        out.print(table)


def _tell_file(path: Path, number: int, total: int) -> None:
    err.print(f"[{number}/{total}] {path.name}", markup=False, style="dim")


def _line(file: FileOutcome) -> str:
    outcome = say(*_OUTCOMES[file.outcome])
    if file.problem is None:
        return f"{file.name}: {outcome} ({file.passages})"
    problem = file.problem
    reason = problem.reason_ja if terminal_language() == "ja" else problem.reason_en
    return f"{file.name}: {outcome} — {reason}"
