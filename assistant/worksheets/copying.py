"""Copy a sheet for another area: the thoughts go along, the agreements do not."""

from typing import TypeVar

from assistant.worksheets.inputs import Inputs, PartnerKind, Place
from assistant.worksheets.model import FieldValue, Origin, Provenance, Sheet

AnyLine = TypeVar("AnyLine", bound=Provenance)


def copied_for(sheet: Sheet, place: Place, title: str) -> Sheet:
    """The sheet for another place, every line of it to be confirmed there.

    What somebody wrote or confirmed for the first area is a suggestion for the other one; lines
    from sources stay so. In another municipality only the companies remain partners. Choices are
    taken over; comments and versions are not.
    """
    fields = {field_id: _unconfirmed(value) for field_id, value in sheet.fields.items()}
    return sheet.model_copy(
        update={
            "title": title,
            "inputs": _inputs_for(sheet.inputs, place),
            "fields": fields,
            "comments": (),
            "locked": False,
            "version": 0,
            "copied_from": sheet.id,
        }
    )


def _inputs_for(inputs: Inputs, place: Place) -> Inputs:
    stays = place.municipality == inputs.place.municipality
    partners = tuple(
        partner for partner in inputs.partners if stays or partner.kind is PartnerKind.COMPANY
    )
    return inputs.model_copy(update={"place": place, "partners": partners})


def _unconfirmed(value: FieldValue) -> FieldValue:
    return FieldValue(
        sentences=tuple(_line(sentence) for sentence in value.sentences),
        kpis=tuple(_line(kpi) for kpi in value.kpis),
        choices=value.choices,
    )


def _line(line: AnyLine) -> AnyLine:
    origin = Origin.SUGGESTED if line.origin is Origin.USER else line.origin
    return line.model_copy(update={"origin": origin, "confirmed": False})
