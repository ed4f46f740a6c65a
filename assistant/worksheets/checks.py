"""Check a sheet against the guidebook: findings, how complete it is, what to settle next."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from assistant.contract import Message
from assistant.worksheets.blanks import blanks_in, has_blanks, texts_of
from assistant.worksheets.checking import answers, dangers, measures, parties, persons, reading
from assistant.worksheets.checking.finding import Check, Finding, Subject
from assistant.worksheets.conditions import asked_fields
from assistant.worksheets.model import FieldValue, Sheet
from knowledge.documents import Bilingual
from knowledge.forms import Form, FormField
from knowledge.service_types import ServiceType

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "persona_concrete": persons.persona_concrete,
        "problem_concrete": persons.problem_concrete,
        "benefits_balanced": parties.benefits_balanced,
        "roles_complete": parties.roles_complete,
        "risks_answered": dangers.risks_answered,
        "existing_operators": dangers.existing_operators,
        "kpi_shared_exists": measures.kpi_shared_exists,
        "kpi_complete": measures.kpi_complete,
        "improvement_concrete": measures.improvement_concrete,
        "continuation_concrete": measures.continuation_concrete,
        "cost_within_ceiling": measures.cost_within_ceiling,
        "readable_by_successor": reading.readable_by_successor,
        "no_is_explained": answers.no_is_explained,
    }
)
"""By the name under which forms ask for them."""
_EVERY_FIELD: tuple[Check, ...] = (answers.filled, answers.settled, answers.confirmed)


class Completeness(Message):
    """How far a sheet has come."""

    percent: int
    """0..100; a required field counts half while it holds blanks or unconfirmed suggestions."""
    fields: int
    """Required fields that are asked for."""
    filled: int
    settled: int
    """Filled, nothing marked as to be confirmed, nothing unconfirmed."""
    blanks: int
    """Marks in the whole sheet."""
    unconfirmed: int
    """Suggestions in the whole sheet that nobody has confirmed."""


class OpenItem(Message):
    """One thing to settle in the next meeting."""

    field_id: str
    label: Bilingual
    """Of the field."""
    text: Bilingual
    """What is open: the check's word, or the line itself (then the same in both languages)."""
    entry_id: str


def run_checks(form: Form, sheet: Sheet, services: Sequence[ServiceType]) -> tuple[Finding, ...]:
    """Every check of the form on the sheet, in the order of its fields; whole-sheet checks last.

    Args:
        services: the service types of the sheet's inputs.
    """
    found: list[Finding] = []
    boxes = asked_fields(form, sheet)
    for box in boxes:
        subject = Subject(form, sheet, tuple(services), box)
        for check in (*_EVERY_FIELD, *(CHECKS[name] for name in box.checks)):
            found += check(subject)
    whole = Subject(form, sheet, tuple(services), boxes[0])
    for name in form.checks:
        found += CHECKS[name](whole)
    return tuple(found)


def completeness(form: Form, sheet: Sheet) -> Completeness:
    """How far the sheet has come; an untouched sheet is at 0."""
    required = [box for box in asked_fields(form, sheet) if box.required]
    states = [_state(sheet.value(box.id)) for box in required]
    values = sheet.fields.values()
    return Completeness(
        percent=sum(states) * 50 // len(states) if states else 100,
        fields=len(states),
        filled=sum(1 for state in states if state),
        settled=sum(1 for state in states if state == 2),
        blanks=sum(blanks_in(text) for value in values for text in texts_of(value)),
        unconfirmed=sum(answers.unconfirmed(value) for value in values),
    )


def open_items(form: Form, sheet: Sheet, services: Sequence[ServiceType]) -> tuple[OpenItem, ...]:
    """What to settle in the next meeting: open checks, then blanks and open comments by field."""
    open_findings = [
        finding
        for finding in run_checks(form, sheet, services)
        if not finding.passed and not finding.advice and finding.check_id != "settled"
    ]
    # An empty field that a guidebook's check names already needs no second line.
    named = {finding.field_id for finding in open_findings if finding.check_id != "filled"}
    items = [
        _item(form.fields[finding.field_id], finding.message, finding.entry_id)
        for finding in open_findings
        if finding.check_id != "filled" or finding.field_id not in named
    ]
    for box in asked_fields(form, sheet):
        items += [_item(box, Bilingual(text, text), box.guidance[0]) for text in _open(box, sheet)]
    return tuple({(item.field_id, item.text): item for item in reversed(items)}.values())[::-1]


def _state(value: FieldValue) -> int:
    """0 empty, 1 filled, 2 settled."""
    if value.is_empty:
        return 0
    return 1 if has_blanks(value) or answers.unconfirmed(value) else 2


def _open(box: FormField, sheet: Sheet) -> Iterator[str]:
    for sentence in sheet.value(box.id).sentences:
        if blanks_in(sentence.text):
            yield sentence.text
    for comment in sheet.comments:
        if comment.field_id == box.id and not comment.resolved:
            yield comment.text


def _item(box: FormField, text: Bilingual, entry_id: str) -> OpenItem:
    return OpenItem(field_id=box.id, label=box.label, text=text, entry_id=entry_id)
