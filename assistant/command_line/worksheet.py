"""`sanpuku worksheet`: forms, sheets, drafts and files, in this process."""

from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.table import Column, Table
from rich.text import Text

from assistant.answering import LOCAL_VISITOR
from assistant.command_line.console import clear_errors, err, out, say, terminal_language
from assistant.command_line.worksheet_output import print_review, print_sheet
from assistant.wiring import build_services, find_source
from assistant.worksheets.errors import SheetUnreadable
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.inputs import Inputs, Partner, PartnerKind
from assistant.worksheets.model import Side
from assistant.worksheets.service import NewSheet, Worksheets
from assistant.worksheets.sharing import Editor, Workspace
from assistant.worksheets.sharing_errors import ValueUnfit
from assistant.worksheets.wiring import build_worksheets

app = typer.Typer(no_args_is_help=True, help="ワークシート・提案書・点検表 / worksheets, proposals")

SheetArgument = Annotated[str, typer.Argument(help="シートの番号 / the sheet's id")]
JsonOption = Annotated[
    bool, typer.Option("--json", help="HTTPと同じ項目のJSON / JSON as over HTTP")
]
SideOption = Annotated[Side, typer.Option(help="立場 / your side of the table")]


@app.command()
def forms() -> None:
    """使える様式の一覧。 / List the forms."""
    with clear_errors():
        found = opened().forms
    table = Table(_ids(), say("様式", "form"), say("欄", "fields"))
    for form in found.values():
        table.add_row(form.id, form.title.in_language(terminal_language()), str(len(form.fields)))
    out.print(table)


@app.command("list")
def list_sheets(
    trash: Annotated[bool, typer.Option("--trash", help="ごみ箱 / the trash")] = False,
) -> None:
    """シートの一覧。 / List your sheets."""
    with clear_errors():
        worksheets = opened()
        table = Table(_ids(), say("題", "title"), say("様式", "form"), say("更新", "changed"))
        for workspace in worksheets.workspaces.list(LOCAL_VISITOR):
            for sheet in worksheets.list(workspace.id, LOCAL_VISITOR, trash=trash):
                changed = f"{sheet.updated_at.astimezone():%Y-%m-%d %H:%M}"
                table.add_row(sheet.id, Text(sheet.title), sheet.form_id, changed)
    out.print(table)


@app.command()
def new(
    form: Annotated[str, typer.Argument(help="様式の番号（forms で一覧） / the form's id")],
    title: Annotated[str, typer.Option(help="題 / title")] = "",
    language: Annotated[str, typer.Option(help="ja | en")] = "",
    service_type: Annotated[list[str] | None, typer.Option(help="サービスの種類 / kind")] = None,
    service: Annotated[str, typer.Option(help="サービスの内容 / the service in your words")] = "",
    municipality: Annotated[str, typer.Option(help="市町村 / municipality")] = "",
    district: Annotated[list[str] | None, typer.Option(help="地区 / district")] = None,
    density: Annotated[
        float | None, typer.Option(help="人口密度（人/km²） / people per km²")
    ] = None,
    sufficiency: Annotated[
        float | None, typer.Option(help="地域資源充足率（%） / sufficiency rate, %")
    ] = None,
    partner: Annotated[
        list[str] | None, typer.Option(help="関係者「種類:名前」 / partner as kind:name")
    ] = None,
    problem: Annotated[str, typer.Option(help="だれの何の困りごとか / whose problem is what")] = "",
    persona: Annotated[str, typer.Option(help="困っている人の様子 / the person concerned")] = "",
    side: SideOption = Side.WELFARE,
) -> None:
    """シートを作り、番号を出します。 / Make a sheet and print its id."""
    chosen = terminal_language() if language not in ("ja", "en") else language
    place = {
        "municipality": municipality,
        "districts": tuple(district or ()),
        "population_density": density,
        "resource_sufficiency": sufficiency,
    }
    with clear_errors():
        inputs = _inputs(
            service_types=tuple(service_type or ()),
            service=service,
            place=place,
            partners=tuple(_partner(each) for each in partner or ()),
            problem=problem,
            persona=persona,
        )
        worksheets = opened()
        workspace = _own_workspace(worksheets, side)
        begun = NewSheet(
            form_id=form, title=title, language="ja" if chosen == "ja" else "en", inputs=inputs
        )
        out.print(worksheets.create(workspace.id, LOCAL_VISITOR, begun).id, markup=False)


@app.command()
def show(sheet_id: SheetArgument, as_json: JsonOption = False) -> None:
    """シートの中身を表示します。 / Show a sheet."""
    with clear_errors():
        sheet = opened().open(sheet_id, LOCAL_VISITOR)
        if as_json:
            out.print_json(sheet.read().to_json())
        else:
            print_sheet(sheet)


@app.command()
def draft(sheet_id: SheetArgument) -> None:
    """空いている欄に下書きを入れます。 / Put a draft into every empty field."""
    with clear_errors():
        sheet = opened().open(sheet_id, LOCAL_VISITOR)
        for drafted in sheet.draft():
            err.print(drafted.field_id, style="dim", markup=False)
        print_sheet(sheet)


@app.command()
def check(sheet_id: SheetArgument, as_json: JsonOption = False) -> None:
    """手引きの観点で点検します。 / Check a sheet against the guidebook."""
    with clear_errors():
        sheet = opened().open(sheet_id, LOCAL_VISITOR)
        review = sheet.review()
        if as_json:
            out.print_json(review.model_dump_json())
        else:
            print_review(review, sheet.form())


@app.command()
def export(
    sheet_id: SheetArgument,
    kind: Annotated[ExportKind, typer.Option(help="形式 / kind of file")] = ExportKind.WORD,
    out_file: Annotated[
        Path | None, typer.Option("--out", help="書き出し先 / where the file goes")
    ] = None,
) -> None:
    """ファイルに書き出します。 / Save a sheet as a file."""
    with clear_errors():
        file = opened().open(sheet_id, LOCAL_VISITOR).export(kind)
        path = out_file or Path(file.name)
        try:
            path.write_bytes(file.content)
        except OSError as error:
            raise typer.BadParameter(str(error)) from error
        out.print(str(path), markup=False)


@app.command("import")
def import_file(
    path: Annotated[Path, typer.Argument(help="JSONファイル / JSON file", exists=True)],
    side: SideOption = Side.WELFARE,
) -> None:
    """書き出したJSONを読み込み、新しい番号を出します。 / Bring a sheet in from its JSON."""
    with clear_errors():
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise SheetUnreadable(str(error)) from error
        worksheets = opened()
        workspace = _own_workspace(worksheets, side)
        out.print(worksheets.import_json(workspace.id, LOCAL_VISITOR, text).id, markup=False)


def _ids() -> Column:
    """A column whose texts can be copied: never cut, however narrow the terminal."""
    return Column("id", overflow="fold", min_width=32)


def opened() -> Worksheets:
    """The worksheets of this machine."""
    services = build_services()
    knowledge = services.knowledge
    return build_worksheets(
        services.engine,
        knowledge,
        services.settings,
        source=lambda key: find_source(knowledge, key),
    )


def _own_workspace(worksheets: Worksheets, side: Side) -> Workspace:
    return worksheets.own_workspace(LOCAL_VISITOR, Editor(getuser(), side))


def _inputs(**given: object) -> Inputs:
    try:
        return Inputs.model_validate(given)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        raise ValueUnfit(f"{where}: {problem['msg']}", f"{where}: {problem['msg']}") from error


def _partner(text: str) -> Partner:
    kind, _, name = text.partition(":")
    try:
        return Partner(kind=PartnerKind(kind), name=name)
    except ValueError as error:
        known = ", ".join(PartnerKind)
        raise ValueUnfit(
            f"関係者は「種類:名前」で指定してください（種類：{known}）。",
            f"Name a partner as kind:name, with one of the kinds {known}.",
        ) from error
