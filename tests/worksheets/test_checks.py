"""Checks of a whole sheet: how complete it is, what is left for the next meeting."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.worksheets.checks import CHECKS, completeness, open_items, run_checks
from assistant.worksheets.drafting import Drafter
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import Comment, FieldValue, Kpi, Origin, Sentence
from knowledge.documents import LANGUAGES, Language
from knowledge.forms import FieldKind, Form, FormField
from tests.worksheets.bundled import SharedLettersRetriever, empty_sheet, library, ride_inputs
from tests.worksheets.filled import (
    FORMS,
    PROPOSAL,
    WORKSHEET,
    findings,
    lines,
    passes,
    worksheet,
)


def _from_example(box: FormField, language: Language) -> FieldValue:
    written = box.example.in_language(language).splitlines()
    if box.kind is not FieldKind.KPI:
        return lines(*written)
    parts = [line.split("／" if language == "ja" else " / ") for line in written]
    values = [
        [part.split("：" if language == "ja" else ": ")[-1] for part in line] for line in parts
    ]
    return FieldValue(
        kpis=tuple(
            Kpi(name=n, target=t, method=m, frequency=f, origin=Origin.USER, confirmed=True)
            for n, t, m, f in values
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [WORKSHEET, PROPOSAL], ids=lambda form: form.id)
def test_the_worked_examples_pass_their_own_checks(form: Form, language: Language) -> None:
    inputs = Inputs(service_types=("movement",))
    sheet = empty_sheet(form, inputs, language)
    for box in form.fields.values():
        sheet = sheet.with_field(box.id, _from_example(box, language))
    found = run_checks(form, sheet, library().services_of(inputs))
    assert [(f.check_id, f.field_id, f.message) for f in found if not f.passed] == []
    assert completeness(form, sheet).percent == 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_findings_lead_to_a_field_and_rest_on_an_entry(form: Form, language: Language) -> None:
    inputs = ride_inputs(language)
    sheet = empty_sheet(form, inputs, language)
    for suggestion in Drafter(library(), SharedLettersRetriever()).first_draft(sheet):
        value = FieldValue(sentences=suggestion.sentences, kpis=suggestion.kpis)
        sheet = sheet.with_field(suggestion.field_id, value)
    found = run_checks(form, sheet, library().services_of(inputs))
    for finding in found:
        assert finding.field_id in form.fields
        assert finding.entry_id in library().corpus.by_id
        assert finding.message.ja != finding.message.en


def test_a_first_draft_passes_what_can_be_known_and_leaves_the_rest_open() -> None:
    sheet = empty_sheet(WORKSHEET, ride_inputs())
    for suggestion in Drafter(library(), SharedLettersRetriever()).first_draft(sheet):
        value = FieldValue(sentences=suggestion.sentences, kpis=suggestion.kpis)
        sheet = sheet.with_field(suggestion.field_id, value)
    for check_id in ("kpi_shared_exists", "existing_operators", "benefits_balanced",
                     "risks_answered", "roles_complete", "improvement_concrete",
                     "readable_by_successor"):  # fmt: skip
        assert passes(sheet, check_id), check_id
    assert not passes(sheet, "kpi_complete")
    assert not passes(sheet, "persona_concrete")
    assert completeness(WORKSHEET, sheet).percent == 50


def test_completeness_grows_from_nothing_to_everything() -> None:
    empty = completeness(WORKSHEET, worksheet())
    assert (empty.percent, empty.filled, empty.fields) == (0, 0, 16)
    blank = worksheet({"service": lines("曜日：【要確認】")})
    assert completeness(WORKSHEET, blank).blanks == 1
    assert completeness(WORKSHEET, blank).settled == 0
    settled = completeness(WORKSHEET, worksheet({"service": lines("毎日走る")}))
    assert (settled.settled, settled.percent) == (1, 100 // 16)


def test_what_is_to_be_settled_names_checks_blanks_and_comments() -> None:
    comment = Comment(
        id="c1", field_id="service", text="土日はどうしますか", author="市", written_at=datetime(2026, 4, 1, tzinfo=UTC)
    )  # fmt: skip
    done = comment.model_copy(update={"id": "c2", "text": "済んだ話", "resolved": True})
    sheet = worksheet({"service": lines("曜日：【要確認】")}).model_copy(
        update={"comments": (comment, done)}
    )
    items = open_items(WORKSHEET, sheet, ())
    texts = [item.text.ja for item in items if item.field_id == "service"]
    assert texts == ["曜日：【要確認】", "土日はどうしますか"]
    assert any("共通のKPI" in item.text.ja for item in items)
    assert all(item.label.ja and item.entry_id for item in items)


def test_an_empty_field_is_named_once() -> None:
    items = open_items(WORKSHEET, worksheet(), ())
    assert len([item for item in items if item.field_id == "kpi_shared"]) == 1
    assert len([item for item in items if item.field_id == "users"]) == 1


def test_unconfirmed_suggestions_are_advice() -> None:
    suggested = Sentence(text="毎日走る", origin=Origin.SUGGESTED)
    sheet = worksheet({"service": FieldValue(sentences=(suggested,))})
    (finding,) = findings(sheet, "confirmed")
    assert finding.advice
    confirmed = worksheet({"service": FieldValue(sentences=(suggested.confirm(),))})
    assert not findings(confirmed, "confirmed")


@given(
    st.dictionaries(st.sampled_from(sorted(WORKSHEET.fields)), st.text(min_size=1, max_size=300))
)
@settings(max_examples=40, deadline=None)
def test_no_text_breaks_the_checks(texts: dict[str, str]) -> None:
    sheet = worksheet(inputs=ride_inputs())
    for field_id, text in texts.items():
        written = [line for line in text.split("\n") if line.strip() and line.isprintable()]
        if WORKSHEET.fields[field_id].kind is FieldKind.TEXT:
            sheet = sheet.with_field(field_id, lines(*written))
    assert run_checks(WORKSHEET, sheet, library().services_of(sheet.inputs))
    assert 0 <= completeness(WORKSHEET, sheet).percent <= 100


def test_every_check_is_asked_for_by_a_form() -> None:
    named = {name for form in FORMS for name in form.checks}
    named |= {name for form in FORMS for box in form.fields.values() for name in box.checks}
    assert named == set(CHECKS)
