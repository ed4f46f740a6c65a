"""Whether a value may stand in a field of a form."""

from collections.abc import Mapping

from assistant.worksheets.errors import FieldUnknown, FormTooNew, FormUnknown
from assistant.worksheets.model import FieldValue
from assistant.worksheets.sharing_errors import ValueUnfit
from knowledge.forms import FieldKind, Form, FormField


def require_field(form: Form, field_id: str) -> FormField:
    """The form's field; raises FieldUnknown."""
    field = form.fields.get(field_id)
    if field is None:
        raise FieldUnknown(field_id)
    return field


def require_fit(field: FormField, value: FieldValue) -> None:
    """Raises ValueUnfit when the field does not take such a value."""
    if value.sentences and field.kind is not FieldKind.TEXT:
        raise _unfit(field, "文章は入れられません", "does not take text")
    if value.kpis and field.kind is not FieldKind.KPI:
        raise _unfit(field, "指標は入れられません", "does not take indicators")
    if unknown := set(value.choices) - {option.id for option in field.options}:
        name = sorted(unknown)[0]
        raise _unfit(field, f"「{name}」という選択肢はありません", f"has no option {name}")
    if field.kind is FieldKind.CHOICE and len(value.choices) > 1:
        raise _unfit(field, "選べるのは1つです", "takes one option only")


def form_held(forms: Mapping[str, Form], form_id: str, version: int) -> Form:
    """The form for a sheet that was filled in on this edition.

    Raises:
        FormUnknown: there is none of this name.
        FormTooNew: the edition is newer than the one held here.
    """
    form = forms.get(form_id)
    if form is None:
        raise FormUnknown(form_id)
    if version > form.version:
        raise FormTooNew(f"{form_id} {version} > {form.version}")
    return form


def _unfit(field: FormField, ja: str, en: str) -> ValueUnfit:
    return ValueUnfit(f"「{field.label.ja}」の欄：{ja}。", f"The field “{field.label.en}” {en}.")
