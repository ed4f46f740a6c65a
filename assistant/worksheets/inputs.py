"""What is asked once, before the fields: service, place, partners, problem and persona."""

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from assistant.worksheets.text import Identifier, Line, LongText, Name, SheetPart, on_one_line
from knowledge.service_types import PartnerKind

__all__ = ["Inputs", "Partner", "PartnerKind", "Place"]


class Partner(SheetPart):
    """Somebody who takes part."""

    name: Annotated[
        str, BeforeValidator(on_one_line), StringConstraints(min_length=1, max_length=200)
    ]
    kind: PartnerKind
    role: Line = ""
    """What they do, in the user's words; empty is not known yet."""


class Place(SheetPart):
    """Where the service is to run."""

    municipality: Name = ""
    districts: tuple[Name, ...] = Field(default=(), max_length=50)
    population_density: float | None = Field(default=None, ge=0, le=100_000, allow_inf_nan=False)
    """People per km² of the municipality."""
    resource_sufficiency: float | None = Field(default=None, ge=0, le=100, allow_inf_nan=False)
    """地域資源充足率, per cent."""


class Inputs(SheetPart):
    """What is asked once, before the fields."""

    service_types: tuple[Identifier, ...] = Field(default=(), max_length=10)
    """Keys of forms/services.yaml; the first is the main one."""
    service: Line = ""
    """The service in the user's words, for example 遊休車両を使った予約制の送迎."""
    place: Place = Place()
    partners: tuple[Partner, ...] = Field(default=(), max_length=50)
    problem: LongText = ""
    """Whose problem is what, in the user's words."""
    persona: LongText = ""
    """The person whose problem it is."""
