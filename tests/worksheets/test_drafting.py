"""Suggestions without a language model: cited, never invented, another one differs, fast."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.worksheets.blanks import blanks_in
from assistant.worksheets.drafting import Drafter
from assistant.worksheets.errors import FieldUnknown, FormUnknown
from assistant.worksheets.inputs import Inputs, Partner, PartnerKind, Place
from assistant.worksheets.model import FieldValue, Kpi, Origin, Sentence, Sheet
from assistant.worksheets.suggestion import Suggestion
from knowledge.documents import LANGUAGES, Language
from knowledge.forms import FieldKind, Form
from knowledge.numbers import number_values
from tests.worksheets.bundled import (
    NoIndexRetriever,
    SharedLettersRetriever,
    empty_sheet,
    library,
    ride_inputs,
)

_FORMS = list(library().forms.values())
_WORKSHEET = library().forms["awareness-worksheet"]
_TYPES = [service.id for service in library().service_types.types]
_MARK = {"ja": "【要確認】", "en": "[to be confirmed]"}


def _drafter() -> Drafter:
    return Drafter(library(), SharedLettersRetriever())


def _written_fields(form: Form) -> list[str]:
    return [box.id for box in form.fields.values() if not box.is_choice]


def _texts(suggestion: Suggestion) -> list[str]:
    kpis = [f"{k.name} {k.target} {k.method} {k.frequency}" for k in suggestion.kpis]
    return [*(sentence.text for sentence in suggestion.sentences), *kpis]


def _lines(suggestion: Suggestion) -> list[Sentence | Kpi]:
    return [*suggestion.sentences, *suggestion.kpis]


def _inputs_text(inputs: Inputs) -> str:
    return inputs.model_dump_json().replace("population_density", "").replace(".0", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("service", _TYPES)
@pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.id)
def test_no_figure_is_stated_that_is_neither_the_users_nor_cited(
    form: Form, service: str, language: Language
) -> None:
    inputs = ride_inputs(language).model_copy(update={"service_types": (service,)})
    sheet = empty_sheet(form, inputs, language)
    known = number_values(_inputs_text(inputs))
    for field_id in _written_fields(form):
        for line in _lines(_drafter().suggest(sheet, field_id)):
            parts = (line.name, line.target, line.method, line.frequency) if isinstance(line, Kpi) else (line.text,)  # fmt: skip
            cited = "\n".join(
                library().corpus.by_id[c.entry_id].text.in_language(other)
                for c in line.citations
                for other in LANGUAGES
            )
            stated = number_values(" ".join(parts).replace("km2", ""))
            assert stated <= known | number_values(cited), parts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("service", _TYPES)
@pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.id)
def test_another_suggestion_says_something_else(
    form: Form, service: str, language: Language
) -> None:
    inputs = ride_inputs(language).model_copy(update={"service_types": (service,)})
    sheet = empty_sheet(form, inputs, language)
    for field_id in _written_fields(form):
        first, second = (_drafter().suggest(sheet, field_id, attempt=n) for n in (0, 1))
        assert set(_texts(first)) != set(_texts(second)), field_id


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.id)
def test_every_line_that_is_not_the_users_is_cited_and_unconfirmed(
    form: Form, language: Language
) -> None:
    sheet = empty_sheet(form, ride_inputs(language), language)
    for field_id in _written_fields(form):
        suggestion = _drafter().suggest(sheet, field_id)
        for line in _lines(suggestion):
            assert line.confirmed is (line.origin is Origin.USER)
            assert bool(line.citations) is (line.origin is not Origin.USER)
            for citation in line.citations:
                assert citation.quote in library().statements(citation.entry_id, language)
        cited = {c.entry_id for line in _lines(suggestion) for c in line.citations}
        assert {citation.entry_id for citation in suggestion.citations} == cited


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.id)
def test_with_nothing_known_every_field_is_drafted_and_marked(
    form: Form, language: Language
) -> None:
    sheet = empty_sheet(form, Inputs(), language)
    drafted = {s.field_id: s for s in _drafter().first_draft(sheet)}
    for suggestion in drafted.values():
        assert _texts(suggestion)
        assert not any("{" in text for text in _texts(suggestion))
    assert any(blanks_in(text) for s in drafted.values() for text in _texts(s))


def test_the_first_draft_fills_every_box_of_the_worksheet() -> None:
    sheet = empty_sheet(_WORKSHEET, ride_inputs())
    drafted = [suggestion.field_id for suggestion in _drafter().first_draft(sheet)]
    assert drafted == list(_WORKSHEET.fields)


def test_the_first_draft_leaves_written_fields_alone() -> None:
    own = FieldValue(sentences=(Sentence(text="決めたこと", origin=Origin.USER, confirmed=True),))
    sheet = empty_sheet(_WORKSHEET, ride_inputs()).with_field("service", own)
    drafted = {suggestion.field_id for suggestion in _drafter().first_draft(sheet)}
    assert drafted == set(_WORKSHEET.fields) - {"service"}


def test_the_users_words_come_first_and_stay_theirs() -> None:
    sheet = empty_sheet(_WORKSHEET, ride_inputs())
    problem = _drafter().suggest(sheet, "problem").sentences
    assert problem[0].text == sheet.inputs.problem
    assert (problem[0].origin, problem[1].origin) == (Origin.USER, Origin.SUGGESTED)


@given(st.text(max_size=4000))
@settings(max_examples=60, deadline=None)
def test_whatever_the_user_wrote_is_neither_lost_nor_changed(text: str) -> None:
    inputs = Inputs(problem=text)
    sheet = empty_sheet(_WORKSHEET, inputs)
    drafted = _drafter().suggest(sheet, "problem").sentences
    own = [sentence.text for sentence in drafted if sentence.origin is Origin.USER]
    distinct = dict.fromkeys(" ".join(line.split()) for line in inputs.problem.split("\n"))
    assert "".join("".join(own).split()) == "".join("".join(distinct).split())


@given(
    st.sampled_from(
        ["{problem}", "{nobody}", "{}", "{0}", "%s", "\\1", "[1]", "=cmd|' /C calc'!A0"]
    )
)
def test_words_that_look_like_code_are_only_words(odd: str) -> None:
    place = Place(municipality=odd, districts=(odd,))
    partner = Partner(name=odd, kind=PartnerKind.COMPANY)
    inputs = Inputs(service_types=("shopping",), service=odd, place=place, partners=(partner,))
    sheet = empty_sheet(_WORKSHEET, inputs)
    for suggestion in _drafter().first_draft(sheet):
        assert _texts(suggestion)
    assert any(odd in text for text in _texts(_drafter().suggest(sheet, "stakeholders")))


def test_targets_are_never_suggested() -> None:
    sheet = empty_sheet(_WORKSHEET, ride_inputs())
    for field_id in ("kpi_shared", "kpi_region", "kpi_business"):
        kpis = _drafter().suggest(sheet, field_id).kpis
        assert kpis
        assert {kpi.target for kpi in kpis} == {_MARK["ja"]}


def test_a_role_that_the_user_gave_is_kept_and_missing_parties_are_marked() -> None:
    partner = Partner(name="みどり交通", kind=PartnerKind.COMPANY, role="運行と予約の受付")
    inputs = ride_inputs().model_copy(update={"partners": (partner,)})
    lines = _drafter().suggest(empty_sheet(_WORKSHEET, inputs), "stakeholders").sentences
    assert lines[0].text == "みどり交通：運行と予約の受付"
    assert lines[0].origin is Origin.USER
    marked = [line.text for line in lines if blanks_in(line.text)]
    assert any(text.startswith("自治会・住民【要確認】") for text in marked)
    assert any(text.startswith("既存の事業者【要確認】") for text in marked)
    assert not any(text.startswith("自治体") for text in marked)


def test_risks_are_answered_by_the_partner_of_that_kind() -> None:
    lines = _drafter().suggest(empty_sheet(_WORKSHEET, ride_inputs()), "risks").sentences
    assert all(line.text.endswith("（対応：みどり市）") for line in lines)


def test_cases_are_the_sources_own_statements() -> None:
    form = library().forms["municipality-proposal"]
    lines = _drafter().suggest(empty_sheet(form, ride_inputs()), "similar_cases").sentences
    assert {line.origin for line in lines} == {Origin.SOURCE}
    assert lines[0].text in library().statements("points-2026/choisoko", "ja")


@pytest.mark.parametrize(
    ("kind", "amount"),
    [
        pytest.param("service", "600万円", id="service model pilot"),
        pytest.param("region", "400万円", id="local structure model pilot"),
    ],
)
def test_the_draft_of_the_application_follows_the_kind_of_pilot(kind: str, amount: str) -> None:
    form = library().forms["pilot-application"]
    sheet = empty_sheet(form, ride_inputs()).with_field("pilot_kind", FieldValue(choices=(kind,)))
    texts = " ".join(_texts(_drafter().suggest(sheet, "costs")))
    assert amount in texts
    assert ("600万円" if amount == "400万円" else "400万円") not in texts


def test_two_service_types_take_turns() -> None:
    inputs = ride_inputs().model_copy(update={"service_types": ("movement", "shopping")})
    texts = _texts(_drafter().suggest(empty_sheet(_WORKSHEET, inputs), "risks"))
    assert "バスやタクシー" in texts[0]
    assert "商店" in texts[1]


def test_service_types_that_are_no_longer_held_are_left_out() -> None:
    inputs = ride_inputs().model_copy(update={"service_types": ("gone",)})
    assert _texts(_drafter().suggest(empty_sheet(_WORKSHEET, inputs), "users"))


def test_choices_are_the_users_alone() -> None:
    form = library().forms["level-company"]
    suggestion = _drafter().suggest(empty_sheet(form, Inputs()), "partnered")
    assert (suggestion.sentences, suggestion.kpis) == ((), ())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.id)
def test_what_belongs_in_a_field_is_told_with_citations(form: Form, language: Language) -> None:
    sheet = empty_sheet(form, ride_inputs(language), language)
    for box in form.fields.values():
        guidance = _drafter().guidance(sheet, box.id)
        assert guidance.belongs_here
        assert {s.citation.entry_id for s in guidance.belongs_here} == set(box.guidance)
        for statement in guidance.belongs_here:
            assert statement.text == statement.citation.quote
            assert statement.citation.title


def test_similar_cases_are_found_by_the_users_words() -> None:
    retriever = SharedLettersRetriever()
    sheet = empty_sheet(_WORKSHEET, ride_inputs())
    cases = Drafter(library(), retriever).guidance(sheet, "service").similar_cases
    assert "運転をやめた高齢者" in retriever.questions[0]
    assert len(cases) == 3
    assert all(case.citation.kind == "case" for case in cases)


def test_without_an_index_the_listed_cases_are_shown() -> None:
    sheet = empty_sheet(_WORKSHEET, ride_inputs())
    cases = Drafter(library(), NoIndexRetriever()).guidance(sheet, "service").similar_cases
    listed = library().service_types.by_id()["movement"].cases
    assert [case.citation.entry_id for case in cases] == list(listed[:3])


def test_a_field_or_form_that_is_not_held_is_told() -> None:
    sheet = empty_sheet(_WORKSHEET, Inputs())
    with pytest.raises(FieldUnknown):
        _drafter().suggest(sheet, "nowhere")
    with pytest.raises(FormUnknown):
        _drafter().guidance(sheet.model_copy(update={"form_id": "gone"}), "problem")


def test_a_stream_ends_with_the_whole_suggestion() -> None:
    sheet = empty_sheet(_WORKSHEET, ride_inputs())
    *lines, whole = _drafter().stream(sheet, "risks")
    assert isinstance(whole, Suggestion)
    assert list(whole.sentences) == lines


def test_suggestions_come_at_once() -> None:
    drafter, taken = _drafter(), []
    sheets: list[tuple[Form, Sheet]] = [
        (form, empty_sheet(form, ride_inputs(language), language))
        for form in _FORMS
        for language in LANGUAGES
    ]
    for form, sheet in sheets:
        for field_id in _written_fields(form):
            started = time.perf_counter()
            drafter.suggest(sheet, field_id)
            taken.append(time.perf_counter() - started)
    assert sorted(taken)[int(len(taken) * 0.95)] <= 0.3


def test_fields_of_indicators_are_drafted_as_indicators() -> None:
    for form in _FORMS:
        sheet = empty_sheet(form, ride_inputs())
        for box in form.fields.values():
            suggestion = _drafter().suggest(sheet, box.id)
            assert bool(suggestion.kpis) is (box.kind is FieldKind.KPI)
