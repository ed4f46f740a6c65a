"""`sanpuku worksheet`: forms, sheets, drafts and files, in this process."""

from getpass import getuser
from pathlib import Path

import typer
from rich.table import Column, Table
from rich.text import Text

from assistant.answering import LOCAL_VISITOR
from assistant.command_line import worksheet_options as options
from assistant.command_line.console import clear_errors, err, out, say, terminal_language
from assistant.command_line.worksheet_output import print_review, print_sheet
from assistant.wiring import build_services
from assistant.worksheets.errors import SheetUnreadable
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.model import Side
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import NewSheet, Worksheets
from assistant.worksheets.sharing import Editor, Workspace

app = typer.Typer(no_args_is_help=True, help="ワークシート・提案書・点検表 / worksheets, proposals")


@app.command()
def forms() -> None:
    """使える様式の一覧。 / List the forms."""
    with clear_errors():
        found = _worksheets().forms
    table = Table(_ids(), say("様式", "form"), say("欄", "fields"))
    for form in found.values():
        table.add_row(form.id, form.title.in_language(terminal_language()), str(len(form.fields)))
    out.print(table)


@app.command("list")
def list_sheets(trash: options.TrashOption = False) -> None:
    """シートの一覧。 / List your sheets."""
    with clear_errors():
        worksheets = _worksheets()
        table = Table(_ids(), say("題", "title"), say("様式", "form"), say("更新", "changed"))
        for workspace in worksheets.workspaces.list(LOCAL_VISITOR):
            for sheet in worksheets.list(workspace.id, LOCAL_VISITOR, trash=trash):
                changed = f"{sheet.updated_at.astimezone():%Y-%m-%d %H:%M}"
                table.add_row(sheet.id, Text(sheet.title), sheet.form_id, changed)
    out.print(table)


@app.command()
def new(
    form: options.FormArgument,
    *,
    title: options.TitleOption = "",
    language: options.LanguageOption = "",
    service_type: options.ServiceTypeOption = None,
    service: options.ServiceOption = "",
    municipality: options.MunicipalityOption = "",
    district: options.DistrictOption = None,
    density: options.DensityOption = None,
    sufficiency: options.SufficiencyOption = None,
    partner: options.PartnerOption = None,
    problem: options.ProblemOption = "",
    persona: options.PersonaOption = "",
    side: options.SideOption = Side.WELFARE,
) -> None:
    """シートを作り、番号を出します。 / Make a sheet and print its id."""
    place = {
        "municipality": municipality,
        "districts": tuple(district or ()),
        "population_density": density,
        "resource_sufficiency": sufficiency,
    }
    english = (language or terminal_language()) == "en"
    with clear_errors():
        inputs = options.to_inputs(
            service_types=tuple(service_type or ()),
            service=service,
            place=place,
            partners=tuple(options.to_partner(each) for each in partner or ()),
            problem=problem,
            persona=persona,
        )
        begun = NewSheet(
            form_id=form, title=title, language="en" if english else "ja", inputs=inputs
        )
        worksheets = _worksheets()
        made = worksheets.create(_own_workspace(worksheets, side).id, LOCAL_VISITOR, begun)
        out.print(made.id, markup=False)


@app.command()
def show(sheet_id: options.SheetArgument, as_json: options.JsonOption = False) -> None:
    """シートの中身を表示します。 / Show a sheet."""
    with clear_errors():
        sheet = _opened(sheet_id)
        if as_json:
            out.print_json(sheet.read().to_json())
        else:
            print_sheet(sheet)


@app.command()
def draft(sheet_id: options.SheetArgument) -> None:
    """空いている欄に下書きを入れます。 / Put a draft into every empty field."""
    with clear_errors():
        sheet = _opened(sheet_id)
        for drafted in sheet.draft():
            err.print(drafted.field_id, style="dim", markup=False)
        print_sheet(sheet)


@app.command()
def check(sheet_id: options.SheetArgument, as_json: options.JsonOption = False) -> None:
    """手引きの観点で点検します。 / Check a sheet against the guidebook."""
    with clear_errors():
        sheet = _opened(sheet_id)
        review = sheet.review()
        if as_json:
            out.print_json(review.model_dump_json())
        else:
            print_review(review, sheet.form())


@app.command()
def export(
    sheet_id: options.SheetArgument,
    kind: options.KindOption = ExportKind.WORD,
    out_file: options.OutOption = None,
) -> None:
    """ファイルに書き出します。 / Save a sheet as a file."""
    with clear_errors():
        file = _opened(sheet_id).export(kind)
        path = out_file or Path(file.name)
        try:
            path.write_bytes(file.content)
        except OSError as error:
            raise typer.BadParameter(str(error)) from error
        out.print(str(path), markup=False)


@app.command("import")
def import_file(path: options.FileArgument, side: options.SideOption = Side.WELFARE) -> None:
    """書き出したJSONを読み込み、新しい番号を出します。 / Bring a sheet in from its JSON."""
    with clear_errors():
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise SheetUnreadable(str(error)) from error
        worksheets = _worksheets()
        workspace = _own_workspace(worksheets, side)
        out.print(worksheets.import_json(workspace.id, LOCAL_VISITOR, text).id, markup=False)


def _worksheets() -> Worksheets:
    return build_services().worksheets


def _opened(sheet_id: str) -> OpenSheet:
    return _worksheets().open(sheet_id, LOCAL_VISITOR)


def _own_workspace(worksheets: Worksheets, side: Side) -> Workspace:
    return worksheets.own_workspace(LOCAL_VISITOR, Editor(getuser(), side))


def _ids() -> Column:
    """A column whose texts can be copied: never cut, however narrow the terminal."""
    return Column("id", overflow="fold", min_width=32)
