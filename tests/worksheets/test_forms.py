"""The forms are complete, rest on entries that exist, and say plainly what is wrong with a file."""

from pathlib import Path

import pytest
import yaml

from assistant.worksheets.checks import CHECKS
from knowledge.documents import Bilingual
from knowledge.errors import SourcesUnreadable
from knowledge.forms import FieldKind, Form, FormField, load_forms, read_form
from knowledge.numbers import number_values
from knowledge.service_types import ServiceType, Slot, load_service_types
from tests.worksheets.bundled import library

_BLOCKS = {slot.value for slot in Slot} | {
    "problem", "persona", "service", "roles", "cases", "market",
    "kpi_shared", "kpi_region", "kpi_business",
}  # fmt: skip
_FORMS = list(library().forms.values())
_FIELDS = [pytest.param(box, id=f"{form.id}-{box.id}") for form in _FORMS for box in form.fields.values()]  # fmt: skip
_TYPES = library().service_types


def _figures_of(entry_ids: tuple[str, ...]) -> frozenset[object]:
    entries = [library().corpus.by_id[entry_id] for entry_id in entry_ids]
    return frozenset().union(*(number_values(f"{e.text.ja}\n{e.text.en}") for e in entries))


def test_forms_are_offered_in_their_order() -> None:
    assert list(library().forms) == [
        "awareness-worksheet",
        "municipality-proposal",
        "pilot-application",
        "handbook-checklist",
        "level-municipality",
        "level-company",
    ]


@pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.id)
def test_every_entry_named_by_a_form_exists(form: Form) -> None:
    assert form.entries - set(library().corpus.by_id) == set()
    assert form.source in library().corpus.sources


@pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.id)
def test_every_check_and_block_named_by_a_form_exists(form: Form) -> None:
    named = {check for box in form.fields.values() for check in box.checks} | set(form.checks)
    blocks = {line.blocks for box in form.fields.values() for line in box.draft if line.blocks}
    assert named <= set(CHECKS)
    assert blocks <= _BLOCKS


@pytest.mark.parametrize("box", _FIELDS)
def test_draft_lines_state_no_figure_that_their_entries_do_not_state(box: FormField) -> None:
    for line in box.draft:
        assert bool(line.entries) == bool(line.variants)
        for variant in line.variants:
            stated = number_values(variant.ja) | number_values(variant.en)
            assert stated <= _figures_of(line.entries), variant.ja


@pytest.mark.parametrize("box", _FIELDS)
def test_indicator_fields_take_indicators_and_text_fields_take_lines(box: FormField) -> None:
    from_kpis = [bool(line.blocks and line.blocks.startswith("kpi_")) for line in box.draft]
    assert all(from_kpis) if box.kind is FieldKind.KPI else not any(from_kpis)


@pytest.mark.parametrize(
    ("form_id", "labels"),
    [
        pytest.param(
            "awareness-worksheet",
            [
                "誰にとっての課題を解決するか？",
                "何の課題を解決するか？",
                "この事業に関わってほしいステークホルダーと、各々の役割は何か？",
                "なにを実施するか？",
                "想定する利用者はだれか？",
                "利用者へのメリットはなにか？",
                "事業者へのメリットはなにか？",
                "地域へのメリットはなにか？",
                "利用者・事業者間でやり取りされるものは何か？",
                "利用者・地域間でやり取りされるものは何か？",
                "事業者・地域間でやり取りされるものは何か？",
                "事業実装にあたってどんなリスクを解決しておくべきか？",
                "どのような方法で効果測定とサービス改善を図るか？",
                "＜地域課題・ビジネス 共通のKPI＞",
                "＜地域課題に関するKPI＞",
                "＜ビジネスへの効果に関するKPI＞",
            ],
            id="all boxes of the official worksheet, in its order",
        ),
        pytest.param(
            "handbook-checklist",
            [
                "市町村名",
                "生活支援サービスに関連する課題を把握できている",
                "把握した課題を市町村内で解決する仕組みがある",
                "課題を解決するための具体策を進めている",
            ],
            id="the flow chart of the handbook's check list",
        ),
    ],
)
def test_official_labels_stand_exactly(form_id: str, labels: list[str]) -> None:
    found = [box.label.ja for box in library().forms[form_id].fields.values()]
    assert found[: len(labels)] == labels


def test_the_application_has_the_seven_survey_items_in_order() -> None:
    labels = [box.label.ja for box in library().forms["pilot-application"].fields.values()]
    items = [label for label in labels if label.startswith("(")]
    assert items == [
        "(ⅰ)事業の対象とする地域課題",
        "(ⅱ)産福共創モデルの創出プロセス",
        "(ⅲ)事業の継続実現手法（収益化手段、収益化に要する期間等）",
        "(ⅳ)事業実施効果（高齢者福祉への貢献度合、社会的・経済的インパクト等）",
        "(ⅴ)事業の実施・継続における課題",
        "(ⅵ)他地域への横展開の可能性及び横展開に当たっての課題",
        "(ⅶ)事業実施に必要なリソース（人員・組織体制、スケジュール、費用等）",
    ]


def test_check_list_offers_the_handbooks_answers() -> None:
    fields = library().forms["handbook-checklist"].fields
    assert len(fields["q3_difficulties"].options) == 4
    assert len(fields["q4_support"].options) == 8


def test_entry_ids_of_levels_lead_to_every_point_of_the_guidebook() -> None:
    municipality, company = (
        library().forms[f"level-{side}"] for side in ("municipality", "company")
    )
    points = [
        [len(box.options) for box in form.fields.values() if box.kind is FieldKind.CHOICES]
        for form in (municipality, company)
    ]
    assert points == [[5, 3, 5], [4, 4, 4]]


@pytest.mark.parametrize("service", _TYPES.types, ids=lambda service: service.id)
def test_service_lines_state_only_what_their_entries_state(service: ServiceType) -> None:
    assert service.entries() | set(service.cases) <= set(library().corpus.by_id)
    kpis = (*service.kpis.shared, *service.kpis.region, *service.kpis.business)
    stated = [(Bilingual(line.ja, line.en), line.entries) for line in service.all_lines()]
    stated += [
        (text, kpi.entries) for kpi in kpis for text in (kpi.name, kpi.method, kpi.frequency)
    ]
    for text, entries in stated:
        figures = number_values(text.ja) | number_values(text.en)
        assert figures <= _figures_of(entries), text.ja


@pytest.mark.parametrize("service", _TYPES.types, ids=lambda service: service.id)
def test_every_slot_has_something_to_choose_from(service: ServiceType) -> None:
    for slot in Slot:
        lines = (*service.lines.get(slot, ()), *_TYPES.common.lines.get(slot, ()))
        assert len({line.ja for line in lines}) >= 2, slot


def _small_form() -> dict[str, object]:
    both = {"ja": "文", "en": "text"}
    box = {
        "id": "problem", "label": both, "help": both, "example": both,
        "guidance": ["points-2026/worksheet"], "draft": [{"variants": [both]}],
    }  # fmt: skip
    return {
        "id": "small", "version": 1, "position": 1, "title": both, "purpose": both,
        "source": "points-2026", "audience": ["sc"], "guidance": ["points-2026/worksheet"],
        "sections": [{"id": "one", "title": both, "fields": [box]}],
    }  # fmt: skip


def _with(path: str, value: object) -> dict[str, object]:
    raw: dict[str, object] = yaml.safe_load(yaml.safe_dump(_small_form()))
    *way, last = path.split(".")
    part: object = raw
    for step in way:
        part = part[int(step)] if isinstance(part, list) else part[step]  # type: ignore[index]  # made of dicts and lists
    part[last] = value  # type: ignore[index]  # the last step is always into a dict
    return raw


def _write(directory: Path, raw: object) -> Path:
    path = directory / "small.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    return path


def test_a_small_form_is_read(tmp_path: Path) -> None:
    assert read_form(_write(tmp_path, _small_form())).fields["problem"].label.en == "text"


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        pytest.param("title", {"ja": "題"}, "title", id="a language is missing"),
        pytest.param("colour", "red", "colour", id="a key is unknown"),
        pytest.param(
            "sections.0.fields.0.draft",
            [{"variants": [{"ja": "{nobody}", "en": "x"}]}],
            "{nobody}",
            id="a placeholder is unknown",
        ),
        pytest.param(
            "sections.0.fields.0.only_if",
            {"field": "kind", "option": "a"},
            "no option a in field kind",
            id="a condition hangs on a field that is not there",
        ),
        pytest.param("sections.0.fields.0.draft", [], "draft", id="a written field has no draft"),
        pytest.param("sections.0.fields.0.kind", "choice", "options", id="a choice has no options"),
        pytest.param(
            "sections.0.fields.0.guidance", ["Nowhere"], "guidance", id="an entry id is malformed"
        ),
    ],
)
def test_a_broken_form_names_the_file_and_the_place(
    tmp_path: Path, path: str, value: object, reason: str
) -> None:
    with pytest.raises(SourcesUnreadable) as caught:
        read_form(_write(tmp_path, _with(path, value)))
    assert "forms/small.yaml" in str(caught.value)
    assert reason in str(caught.value)


def test_a_field_that_stands_twice_is_refused(tmp_path: Path) -> None:
    raw = _small_form()
    raw["sections"] = [*raw["sections"], {**raw["sections"][0], "id": "two"}]  # type: ignore[misc,index]  # a list of dicts
    with pytest.raises(SourcesUnreadable, match="field problem stands twice"):
        read_form(_write(tmp_path, raw))


def test_two_forms_of_one_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    for name in ("one.yaml", "two.yaml"):
        _write(tmp_path, _small_form()).rename(tmp_path / "forms" / name)
    with pytest.raises(SourcesUnreadable, match="two forms are called small"):
        load_forms(tmp_path)


def test_broken_yaml_is_told_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text("id: [", encoding="utf-8")
    with pytest.raises(SourcesUnreadable, match=r"forms/small\.yaml"):
        read_form(path)


def test_broken_service_types_are_told_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "services.yaml").write_text("common: {}\ntypes: []", encoding="utf-8")
    with pytest.raises(SourcesUnreadable, match="types"):
        load_service_types(tmp_path)
