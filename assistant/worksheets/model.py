"""A sheet: what people fill in on a form, sentence by sentence with its origin."""

import json
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import (
    AwareDatetime,
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from assistant.worksheets.errors import SheetTooNew, SheetUnreadable
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.text import (
    Identifier,
    Line,
    LongText,
    Name,
    SheetPart,
    on_one_line,
    without_control_characters,
)
from knowledge.documents import Language

FORMAT_VERSION = 1
"""Of the JSON of a sheet; goes up when an older reader would lose something."""
LONGEST_SENTENCE = 2_000
LONGEST_FIELD = 10_000
"""Characters of all sentences, or of all indicators, of one field."""
MOST_SENTENCES = 200
MOST_KPIS = 30
MOST_FIELDS = 200
MOST_COMMENTS = 1_000
LARGEST_JSON = 4_000_000
"""Characters of a sheet as JSON that is read at all."""


class Side(StrEnum):
    """Which side of the table somebody sits on."""

    WELFARE = "welfare"
    """Municipality, prefecture, coordinator, care provider."""
    COMPANY = "company"


class Origin(StrEnum):
    """Where a sentence comes from."""

    SOURCE = "source"
    """It says what its citation says."""
    USER = "user"
    """Somebody wrote it, edited it or confirmed it."""
    SUGGESTED = "suggested"
    """Put together by the assistant; nobody has confirmed it yet."""


class EntryCitation(SheetPart):
    """The entry that a sentence rests on."""

    entry_id: Name
    """An entry's id, or a passage of an added document as `<document id>#<position>`."""
    quote: LongText = ""
    """The entry's own statement."""


class Provenance(SheetPart):
    """Where a line of a sheet comes from and whether somebody stands behind it."""

    origin: Origin
    citations: tuple[EntryCitation, ...] = Field(default=(), max_length=20)
    confirmed: bool = False
    """True for a user's own lines; for a source's lines once somebody has accepted them."""

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.origin is Origin.USER and not self.confirmed:
            raise ValueError("a user's own line is confirmed")
        if self.origin is Origin.SUGGESTED and self.confirmed:
            raise ValueError("a confirmed suggestion is the user's")
        if self.origin is Origin.SOURCE and not self.citations:
            raise ValueError("a line from a source needs its citation")
        return self

    def confirm(self) -> Self:
        """The same line with somebody behind it: a suggestion becomes the user's own."""
        origin = Origin.SOURCE if self.origin is Origin.SOURCE else Origin.USER
        return self.model_copy(update={"origin": origin, "confirmed": True})


class Sentence(Provenance):
    """One line of a field."""

    text: Annotated[
        str,
        BeforeValidator(on_one_line),
        StringConstraints(min_length=1, max_length=LONGEST_SENTENCE),
    ]


class Kpi(Provenance):
    """One indicator; unknown parts are empty or marked as to be confirmed."""

    name: Annotated[
        str, BeforeValidator(on_one_line), StringConstraints(min_length=1, max_length=500)
    ]
    target: Line = ""
    method: Line = ""
    """How it is measured."""
    frequency: Line = ""


class FieldValue(SheetPart):
    """What stands in one field, and who put it there last."""

    sentences: tuple[Sentence, ...] = Field(default=(), max_length=MOST_SENTENCES)
    kpis: tuple[Kpi, ...] = Field(default=(), max_length=MOST_KPIS)
    choices: tuple[Identifier, ...] = Field(default=(), max_length=50)
    revision: int = Field(default=0, ge=0)
    """Counts the edits of this field; a save names the revision that it started from."""
    edited_by: Name = ""
    side: Side | None = None
    edited_at: AwareDatetime | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.length > LONGEST_FIELD:
            raise ValueError(f"a field holds at most {LONGEST_FIELD} characters")
        return self

    @property
    def length(self) -> int:
        """Characters of everything written in the field."""
        written = [sentence.text for sentence in self.sentences]
        written += [f"{k.name}{k.target}{k.method}{k.frequency}" for k in self.kpis]
        return sum(map(len, written))

    @property
    def text(self) -> str:
        """The sentences, one a line."""
        return "\n".join(sentence.text for sentence in self.sentences)

    @property
    def is_empty(self) -> bool:
        return not (self.sentences or self.kpis or self.choices)


class Comment(SheetPart):
    """A remark on one field."""

    id: Identifier
    field_id: Identifier
    text: Annotated[
        str,
        BeforeValidator(without_control_characters),
        StringConstraints(min_length=1, max_length=4_000),
    ]
    author: Name
    side: Side | None = None
    written_at: AwareDatetime
    resolved: bool = False


class Sheet(SheetPart):
    """One form, filled in for one project."""

    format_version: Literal[1] = 1
    id: Identifier
    form_id: Identifier
    form_version: int = Field(ge=1)
    title: Name
    language: Language
    inputs: Inputs = Inputs()
    fields: dict[Identifier, FieldValue] = Field(default_factory=dict, max_length=MOST_FIELDS)
    """By field id; a field that nobody has touched may be absent."""
    comments: tuple[Comment, ...] = Field(default=(), max_length=MOST_COMMENTS)
    locked: bool = False
    version: int = Field(default=0, ge=0)
    """Number of the last version that was kept by name; 0 is none yet."""
    revision: int = Field(default=0, ge=0)
    """Counts every change to the sheet."""
    created_at: AwareDatetime | None = None
    updated_at: AwareDatetime | None = None
    copied_from: Identifier | None = None

    def value(self, field_id: str) -> FieldValue:
        """What stands in a field; an empty value when nobody has touched it."""
        return self.fields.get(field_id, FieldValue())

    def with_field(self, field_id: str, value: FieldValue) -> "Sheet":
        """The sheet with another value in one field; nothing else changes."""
        return self.model_copy(update={"fields": {**self.fields, field_id: value}})

    def to_json(self) -> str:
        """The whole sheet, for `read_sheet`."""
        return self.model_dump_json(indent=2)


def read_sheet(text: str) -> Sheet:
    """Read a sheet from its JSON.

    Raises:
        SheetUnreadable: too long, no JSON, or something in it does not fit; the message says where.
        SheetTooNew: written by a newer version of this product.
    """
    if len(text) > LARGEST_JSON:
        raise SheetUnreadable(f"> {LARGEST_JSON:,} characters")
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SheetUnreadable(f"JSON: {error}") from error
    version = raw.get("format_version") if isinstance(raw, dict) else None
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise SheetTooNew
    try:
        return Sheet.model_validate_json(text)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in problem["loc"]) or "JSON"
        raise SheetUnreadable(f"{place}: {problem['msg']}") from error


def edited(value: FieldValue, *, by: str, side: Side | None, at: datetime) -> FieldValue:
    """The value marked as edited now: its revision goes up by one."""
    return value.model_copy(
        update={"revision": value.revision + 1, "edited_by": by, "side": side, "edited_at": at}
    )
