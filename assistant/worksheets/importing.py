"""Read a sheet back from its JSON, as a new sheet; nothing that does not fit its form comes in."""

from collections.abc import Mapping
from uuid import uuid4

from assistant.worksheets.errors import SheetUnreadable
from assistant.worksheets.fitting import form_held, require_fit
from assistant.worksheets.model import Sheet, read_sheet
from assistant.worksheets.sharing_errors import ValueUnfit
from knowledge.forms import Form


def sheet_from_json(text: str, forms: Mapping[str, Form]) -> Sheet:
    """The sheet with ids of its own for its comments, unlocked and without versions.

    A sheet on an older edition of its form keeps fields that the form no longer has.

    Raises:
        SheetUnreadable: no JSON, or something in it does not fit; the message says where.
        SheetTooNew, FormTooNew: saved by a newer version of this product.
        FormUnknown: there is no such form.
    """
    sheet = read_sheet(text)
    form = form_held(forms, sheet.form_id, sheet.form_version)
    for field_id, value in sheet.fields.items():
        field = form.fields.get(field_id)
        if field is None and sheet.form_version == form.version:
            raise SheetUnreadable(f"fields.{field_id}: not in form {form.id}")
        if field is not None:
            try:
                require_fit(field, value)
            except ValueUnfit as error:
                raise SheetUnreadable(f"fields.{field_id}: {error.en}") from error
    comments = tuple(comment.model_copy(update={"id": uuid4().hex}) for comment in sheet.comments)
    return sheet.model_copy(update={"comments": comments, "locked": False, "version": 0})
