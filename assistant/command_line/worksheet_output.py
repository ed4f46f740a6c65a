"""Sheets and reviews on a terminal."""

from assistant.command_line.console import out, say, terminal_language
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.review import Review
from knowledge.forms import Form


def print_sheet(sheet: OpenSheet) -> None:
    """The whole sheet with its marks, as Markdown."""
    out.print(sheet.export(ExportKind.MARKDOWN).content.decode(), markup=False)


def print_review(review: Review, form: Form) -> None:
    """How complete the sheet is, each finding with the entry that asks for it, what is open."""
    language, done = terminal_language(), review.completeness
    out.print(
        say(
            f"完成度 {done.percent}%（{done.fields}欄のうち記入{done.filled}・確認済み{done.settled}、"
            f"要確認{done.blanks}か所、未確認{done.unconfirmed}文）",
            f"{done.percent}% complete ({done.filled} of {done.fields} fields filled, "
            f"{done.settled} settled, {done.blanks} blanks, {done.unconfirmed} unconfirmed lines)",
        )
    )
    for finding in review.findings:
        sign = "[green]✓[/green]" if finding.passed else "[red]✗[/red]"
        out.print(sign, end=" ")
        label = form.fields[finding.field_id].label.in_language(language)
        out.print(f"{label}: {finding.message.in_language(language)}", end=" ", markup=False)
        out.print(finding.entry_id, style="dim", markup=False)
    if review.open_items:
        out.print(f"\n[bold]{say('次回決めること', 'To settle in the next meeting')}[/bold]")
    for item in review.open_items:
        text = f"- {item.label.in_language(language)}: {item.text.in_language(language)}"
        out.print(text, markup=False)
    if review.result:
        out.print(f"\n[bold]{review.result.title}[/bold]")
        out.print(review.result.text, markup=False)
        for entry in review.result.read_next:
            out.print(f"- {entry.title}（{entry.entry_id}）", markup=False)
