"""The wire contract of forms: what a page needs to show one, and what a sheet begins with."""

from assistant.contract import Citation, Message
from knowledge.documents import Bilingual


class OptionInfo(Message):
    id: str
    label: Bilingual


class ConditionInfo(Message):
    """Holds when a field of choices has this option."""

    field: str
    option: str


class FieldInfo(Message):
    """One box of a form."""

    id: str
    kind: str
    """text, kpi, choice or choices."""
    label: Bilingual
    help: Bilingual
    example: Bilingual
    guidance: tuple[str, ...]
    """Ids of entries that say what belongs here."""
    required: bool
    row: int
    """Boxes of one section with the same row stand side by side."""
    options: tuple[OptionInfo, ...]
    only_if: ConditionInfo | None = None


class SectionInfo(Message):
    id: str
    title: Bilingual
    page: int
    group: Bilingual | None = None
    fields: tuple[FieldInfo, ...]


class FormSummary(Message):
    """One line of the list of forms."""

    id: str
    version: int
    title: Bilingual
    purpose: Bilingual
    audience: tuple[str, ...]
    needs_inputs: bool


class FormInfo(FormSummary):
    """A form with everything that a page needs to show it."""

    source: str
    pages: tuple[int, ...]
    guidance: tuple[str, ...]
    sections: tuple[SectionInfo, ...]


class FormList(Message):
    forms: tuple[FormSummary, ...]


class ServiceTypeInfo(Message):
    """A kind of service that a sheet can be about."""

    id: str
    name: Bilingual
    covers: Bilingual


class ServiceTypeList(Message):
    service_types: tuple[ServiceTypeInfo, ...]


class MarketReason(Message):
    text: str
    citation: Citation


class MarketClassInfo(Message):
    """How marketable an area is, and why."""

    density: str | None
    """mountain, city or large_city."""
    market: str | None
    """A, B or C."""
    label: str
    reasons: tuple[MarketReason, ...]
