"""Filled-in sheets, and what the checks say of them."""

from assistant.worksheets.checking.finding import Finding
from assistant.worksheets.checks import run_checks
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import FieldValue, Kpi, Origin, Sheet
from assistant.worksheets.provenance import own_words
from knowledge.documents import Language
from knowledge.forms import Form
from tests.worksheets.bundled import empty_sheet, library

FORMS = tuple(library().forms.values())
WORKSHEET = library().forms["awareness-worksheet"]
PROPOSAL = library().forms["municipality-proposal"]
APPLICATION = library().forms["pilot-application"]
CHECKLIST = library().forms["handbook-checklist"]


def lines(*texts: str) -> FieldValue:
    """A field with these lines, the user's own."""
    return FieldValue(sentences=tuple(own_words(text) for text in texts))


def kpi(target: str = "", method: str = "", frequency: str = "") -> Kpi:
    """An indicator of the user's own."""
    return Kpi(
        name="利用者数", target=target, method=method, frequency=frequency,
        origin=Origin.USER, confirmed=True,
    )  # fmt: skip


def worksheet(
    values: dict[str, FieldValue] | None = None,
    *,
    inputs: Inputs | None = None,
    language: Language = "ja",
) -> Sheet:
    """A 認識共有ワークシート with these fields filled in."""
    sheet = empty_sheet(WORKSHEET, inputs or Inputs(), language)
    for field_id, value in (values or {}).items():
        sheet = sheet.with_field(field_id, value)
    return sheet


def answered(form: Form, **answers: str) -> Sheet:
    """A check list with these options chosen, several separated by spaces."""
    sheet = empty_sheet(form, Inputs())
    for field_id, options in answers.items():
        sheet = sheet.with_field(field_id, FieldValue(choices=tuple(options.split())))
    return sheet


def findings(sheet: Sheet, check_id: str) -> list[Finding]:
    """What one check says of the sheet."""
    form = library().forms[sheet.form_id]
    found = run_checks(form, sheet, library().services_of(sheet.inputs))
    return [finding for finding in found if finding.check_id == check_id]


def passes(sheet: Sheet, check_id: str) -> bool:
    """True when the check has something to say and nothing against the sheet."""
    found = findings(sheet, check_id)
    assert found
    return all(finding.passed for finding in found)
