"""Options of `sanpuku worksheet`, and what they come to."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.inputs import Inputs, Partner, PartnerKind
from assistant.worksheets.model import Side
from assistant.worksheets.sharing_errors import ValueUnfit

SheetArgument = Annotated[str, typer.Argument(help="シートの番号 / the sheet's id")]
FormArgument = Annotated[str, typer.Argument(help="様式の番号（forms で一覧） / the form's id")]
FileArgument = Annotated[Path, typer.Argument(help="JSONファイル / JSON file", exists=True)]
JsonOption = Annotated[
    bool, typer.Option("--json", help="HTTPと同じ項目のJSON / JSON as over HTTP")
]
TrashOption = Annotated[bool, typer.Option("--trash", help="ごみ箱 / the trash")]
OutOption = Annotated[Path | None, typer.Option("--out", help="書き出し先 / where the file goes")]
KindOption = Annotated[ExportKind, typer.Option(help="形式 / kind of file")]
SideOption = Annotated[Side, typer.Option(help="立場 / your side of the table")]
TitleOption = Annotated[str, typer.Option(help="題 / title")]
LanguageOption = Annotated[str, typer.Option(help="ja | en")]
ServiceTypeOption = Annotated[
    list[str] | None, typer.Option(help="サービスの種類（例 movement） / kind of service")
]
ServiceOption = Annotated[str, typer.Option(help="サービスの内容 / the service in your words")]
MunicipalityOption = Annotated[str, typer.Option(help="市町村 / municipality")]
DistrictOption = Annotated[list[str] | None, typer.Option(help="地区 / district")]
DensityOption = Annotated[float | None, typer.Option(help="人口密度（人/km²） / people per km²")]
SufficiencyOption = Annotated[
    float | None, typer.Option(help="地域資源充足率（%） / sufficiency rate, %")
]
PartnerOption = Annotated[
    list[str] | None, typer.Option(help="関係者「種類:名前」 / partner as kind:name")
]
ProblemOption = Annotated[str, typer.Option(help="だれの何の困りごとか / whose problem is what")]
PersonaOption = Annotated[str, typer.Option(help="困っている人の様子 / the person concerned")]


def to_inputs(**given: object) -> Inputs:
    """Inputs from options; raises ValueUnfit with what is wrong."""
    try:
        return Inputs.model_validate(given)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(str(part) for part in problem["loc"])
        message = f"{where}: {problem['msg']}"
        raise ValueUnfit(message, message) from error


def to_partner(text: str) -> Partner:
    """A partner from `kind:name`; raises ValueUnfit."""
    kind, _, name = text.partition(":")
    try:
        return Partner(kind=PartnerKind(kind), name=name)
    except ValueError as error:
        known = ", ".join(PartnerKind)
        raise ValueUnfit(
            f"関係者は「種類:名前」で指定してください（種類：{known}）。",
            f"Name a partner as kind:name, with one of the kinds {known}.",
        ) from error
