"""A small form, and sheets on it, for tests of storage and export."""

from datetime import UTC, datetime

from sqlalchemy import Engine

from assistant.worksheet_contract import Person
from assistant.worksheets.drafting import Drafter
from assistant.worksheets.export.references import CitedWorks
from assistant.worksheets.inputs import Inputs, Partner, PartnerKind, Place
from assistant.worksheets.library import Library
from assistant.worksheets.model import (
    EntryCitation,
    FieldValue,
    Kpi,
    Origin,
    Sentence,
    Sheet,
    Side,
)
from assistant.worksheets.open_sheet import SheetTools
from assistant.worksheets.service import Worksheets
from assistant.worksheets.sharing import Editor
from assistant.worksheets.wiring import open_stores
from assistant.worksheets.workspaces import WorkspaceStore
from knowledge.documents import Audience, Bilingual
from knowledge.forms import DraftLine, FieldKind, Form, FormField, Option, Section
from tests.worksheets.bundled import SharedLettersRetriever, library

WELFARE = Editor("佐藤", Side.WELFARE)
COMPANY = Editor("Yamada", Side.COMPANY)
ANN, BEN = "visitor-ann", "visitor-ben"
"""Visitors: Ann works for the city, Ben for a company."""
SATO = Person(name="佐藤", side=Side.WELFARE)
YAMADA = Person(name="Yamada", side=Side.COMPANY)
ENTRY = "points-2026/worksheet-example-roles"
_MOMENT = datetime(2026, 4, 1, 20, tzinfo=UTC)


def _both(text: str) -> Bilingual:
    return Bilingual(text, f"{text} (en)")


def field(field_id: str, *, kind: FieldKind = FieldKind.TEXT, row: int = 1) -> FormField:
    """A field of this kind; choices offer yes and no."""
    is_choice = kind in (FieldKind.CHOICE, FieldKind.CHOICES)
    options = (Option(id="yes", label=_both("はい")), Option(id="no", label=_both("いいえ")))
    return FormField(
        id=field_id,
        kind=kind,
        label=_both(f"{field_id}の欄"),
        help=_both("ここに書くこと"),
        example=_both("例"),
        guidance=(ENTRY,),
        row=row,
        options=options if is_choice else (),
        draft=() if is_choice else (DraftLine(variants=(_both("下書き"),)),),
    )


def form(*, version: int = 1, group: bool = True) -> Form:
    """Two printed pages: boxes side by side, indicators, choices."""
    heading = _both("産福共創モデルの創出") if group else None
    problem = (field("persona"), field("problem"), field("service", row=2))
    measured = (field("kpi", kind=FieldKind.KPI),)
    answers = (field("ready", kind=FieldKind.CHOICE), field("asked", kind=FieldKind.CHOICES))
    return Form(
        id="small",
        version=version,
        position=1,
        title=_both("小さな様式"),
        purpose=_both("試すため"),
        source="points-2026",
        audience=(Audience.SC,),
        guidance=(ENTRY,),
        sections=(
            Section(id="one", title=_both("課題"), group=heading, fields=problem),
            Section(id="two", title=_both("効果"), page=2, group=heading, fields=measured),
            Section(id="three", title=_both("点検"), page=2, fields=answers),
        ),
    )


def written(*texts: str, revision: int = 0) -> FieldValue:
    """A value that a user wrote."""
    lines = tuple(Sentence(text=text, origin=Origin.USER, confirmed=True) for text in texts)
    return FieldValue(sentences=lines, revision=revision)


def sheet() -> Sheet:
    """A sheet with lines of every origin, an indicator and choices."""
    cited = (EntryCitation(entry_id=ENTRY, quote="自治体は集客を担います。"),)
    lines = (
        Sentence(text="市が集客を担う", origin=Origin.SOURCE, citations=cited, confirmed=True),
        Sentence(text="免許を返した人が多い", origin=Origin.USER, confirmed=True),
        Sentence(text="隣町の家族に頼る人がいる", origin=Origin.SUGGESTED, citations=cited),
    )
    kpi = Kpi(name="利用者数", target="年1,000人", origin=Origin.USER, confirmed=True)
    return Sheet(
        id="first",
        form_id="small",
        form_version=1,
        title="中央市の送迎",
        language="ja",
        inputs=Inputs(
            service_types=("movement",),
            service="予約制の送迎",
            place=Place(municipality="中央市", districts=("北部地区",)),
            partners=(
                Partner(name="あおば交通", kind=PartnerKind.COMPANY),
                Partner(name="中央市高齢福祉課", kind=PartnerKind.MUNICIPALITY),
            ),
        ),
        fields={
            "persona": FieldValue(
                sentences=lines, revision=3, edited_by="佐藤", side=Side.WELFARE, edited_at=_MOMENT
            ),
            "kpi": FieldValue(kpis=(kpi,), revision=1, edited_by="佐藤", edited_at=_MOMENT),
            "ready": FieldValue(choices=("yes",), revision=1, edited_at=_MOMENT),
        },
        updated_at=_MOMENT,
    )


def works() -> CitedWorks:
    """The bundled entries as what is cited; no added documents."""
    corpus = library().corpus
    return CitedWorks(corpus.by_id, corpus.sources.get, lambda _entry_id: None)


def worksheets_on(engine: Engine, small: Form) -> Worksheets:
    """The whole service on a migrated database, with the small form beside the shipped ones."""
    bundled = library()
    known = Library({**bundled.forms, small.id: small}, bundled.service_types, bundled.corpus)
    drafter = Drafter(known, SharedLettersRetriever())
    return Worksheets(
        workspaces=WorkspaceStore(engine),
        stores=open_stores(engine),
        tools=SheetTools(known, drafter, works()),
    )
