"""Forms as data: worksheets, proposals and check lists, read from forms/*.yaml."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from knowledge.documents import Audience, Bilingual
from knowledge.errors import SourcesUnreadable

PLACEHOLDERS = frozenset(
    {
        "place", "municipality", "districts", "problem", "persona", "partners", "operators",
        "service", "population_density", "resource_sufficiency", "market_class",
    }
)  # fmt: skip
"""What a draft line may name: the sheet's inputs, filled in or marked as to be confirmed."""
_PLACEHOLDER = re.compile(r"\{(\w*)\}")


def _both_languages(value: Any) -> Any:
    """Accept {ja: …, en: …} with both texts present and nothing else."""
    if isinstance(value, Bilingual):
        return value
    if not isinstance(value, dict) or set(value) != {"ja", "en"}:
        raise ValueError("needs exactly the texts ja and en")
    if not all(isinstance(text, str) and text.strip() for text in value.values()):
        raise ValueError("ja and en must both be texts")
    return Bilingual(value["ja"].strip(), value["en"].strip())


Text = Annotated[Bilingual, BeforeValidator(_both_languages)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
EntryId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]


class FormPart(BaseModel):
    """Base of everything read from a form file: immutable, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    """Sentences, one a line."""
    KPI = "kpi"
    """Indicators with target, method and frequency."""
    CHOICE = "choice"
    """One of the field's options."""
    CHOICES = "choices"
    """Any of the field's options."""


class Option(FormPart):
    """One answer that a field offers."""

    id: Key
    label: Text
    guidance: tuple[EntryId, ...] = ()
    """Entries worth reading after this answer."""


class Condition(FormPart):
    """Holds when a choice field has this option."""

    field: Key
    option: Key


class DraftLine(FormPart):
    """One step of a field's suggestion: a line of its own, or lines of the service type."""

    variants: tuple[Text, ...] = ()
    """Ways to say the line, with {placeholders}; another suggestion takes another."""
    blocks: Key | None = None
    """Slot of the service type whose lines are taken (knowledge/service_types.py)."""
    most: int = Field(default=3, ge=1, le=10)
    """Lines taken from the slot."""
    entries: tuple[EntryId, ...] = ()
    """Entries on which the line rests."""
    only_if: Condition | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if bool(self.variants) == bool(self.blocks):
            raise ValueError("a draft line has either variants or blocks")
        if unknown := self.placeholders() - PLACEHOLDERS:
            raise ValueError(f"unknown placeholder {{{sorted(unknown)[0]}}}")
        return self

    def placeholders(self) -> frozenset[str]:
        """Names of the inputs that the line asks for."""
        return frozenset(name for v in self.variants for name in placeholders_in(v))


class FormField(FormPart):
    """One box of a form."""

    id: Key
    kind: FieldKind = FieldKind.TEXT
    label: Text
    """As on the official form, where there is one."""
    help: Text
    """What belongs here, in one or two sentences."""
    example: Text
    """A filled-in box; one line a sentence."""
    guidance: tuple[EntryId, ...] = Field(min_length=1)
    """Entries that say what belongs here, the most telling first."""
    checks: tuple[Key, ...] = ()
    """Ids of the checks run on this box (assistant/worksheets/checks.py)."""
    required: bool = True
    row: int = Field(default=1, ge=1)
    """Boxes of one section with the same row stand side by side."""
    options: tuple[Option, ...] = ()
    only_if: Condition | None = None
    """The box is asked for only then."""
    search: Text | None = None
    """What to look for to find similar cases, with {placeholders}."""
    draft: tuple[DraftLine, ...] = ()
    """How a suggestion is composed, line by line."""

    @property
    def is_choice(self) -> bool:
        return self.kind in (FieldKind.CHOICE, FieldKind.CHOICES)

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if self.is_choice != bool(self.options):
            raise ValueError("options belong to choice and choices fields, and to these only")
        if not self.is_choice and not self.draft:
            raise ValueError("a field that is written needs a draft")
        if self.search and (unknown := placeholders_in(self.search) - PLACEHOLDERS):
            raise ValueError(f"unknown placeholder {{{sorted(unknown)[0]}}}")
        return self


class Section(FormPart):
    """A titled group of boxes."""

    id: Key
    title: Text
    page: int = Field(default=1, ge=1)
    """Page of the printed form."""
    group: Text | None = None
    """Heading that stands over several sections."""
    fields: tuple[FormField, ...] = Field(min_length=1)


class Outcome(FormPart):
    """What the answers of a level check come to, and what to read next."""

    id: Key
    title: Text
    text: Text
    when: tuple[Condition, ...] = Field(min_length=1)
    """All must hold; the first outcome of a form that fits is taken."""
    next: tuple[EntryId, ...] = Field(min_length=1)
    """Entries to read next."""


class Form(FormPart):
    """A worksheet, a proposal or a check list."""

    id: Key
    version: int = Field(ge=1)
    """Goes up when a field is added, removed or given another meaning."""
    position: int = Field(ge=1)
    """Place in the list of forms that is offered."""
    title: Text
    purpose: Text
    source: Key
    """Key of the document that the form comes from or rests on."""
    pages: tuple[int, ...] = ()
    audience: tuple[Audience, ...] = Field(min_length=1)
    guidance: tuple[EntryId, ...] = Field(min_length=1)
    needs_inputs: bool = True
    """False for check lists: answered without service type, place and partners."""
    checks: tuple[Key, ...] = ()
    """Ids of the checks run on the whole sheet."""
    sections: tuple[Section, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = ()

    @cached_property
    def fields(self) -> Mapping[str, FormField]:
        """All boxes by id, in reading order."""
        return MappingProxyType(
            {box.id: box for section in self.sections for box in section.fields}
        )

    @cached_property
    def entries(self) -> frozenset[str]:
        """Ids of all entries that the form rests on."""
        found = set(self.guidance)
        for box in self.fields.values():
            found.update(box.guidance)
            found.update(*(option.guidance for option in box.options))
            found.update(*(line.entries for line in box.draft))
        return frozenset(found.union(*(outcome.next for outcome in self.outcomes)))

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        ids = [box.id for section in self.sections for box in section.fields]
        if twice := {field_id for field_id in ids if ids.count(field_id) > 1}:
            raise ValueError(f"field {sorted(twice)[0]} stands twice")
        for condition in self._conditions():
            box = self.fields.get(condition.field)
            if box is None or condition.option not in {option.id for option in box.options}:
                raise ValueError(f"no option {condition.option} in field {condition.field}")
        return self

    def _conditions(self) -> Iterator[Condition]:
        for box in self.fields.values():
            conditions = [box.only_if, *(line.only_if for line in box.draft)]
            yield from (condition for condition in conditions if condition)
        for outcome in self.outcomes:
            yield from outcome.when


def load_forms(directory: Path) -> dict[str, Form]:
    """All forms of `<directory>/forms` by id, in the order in which they are offered.

    Raises:
        SourcesUnreadable: a form is missing something; the message names file, place and reason.
    """
    forms = [read_form(path) for path in form_files(directory)]
    ids = [form.id for form in forms]
    if twice := {form_id for form_id in ids if ids.count(form_id) > 1}:
        raise SourcesUnreadable(f"two forms are called {sorted(twice)[0]}")
    return {form.id: form for form in sorted(forms, key=lambda form: (form.position, form.id))}


def form_files(directory: Path) -> list[Path]:
    """The form files; services.yaml beside them holds building blocks and is none."""
    found = (directory / "forms").glob("*.yaml")
    return sorted(path for path in found if path.name != "services.yaml")


def read_form(path: Path) -> Form:
    """Read one form file; raises SourcesUnreadable with the file, the place and what is wrong."""
    try:
        return Form.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourcesUnreadable(f"forms/{path.name}: {error}") from error
    except ValidationError as error:
        raise SourcesUnreadable(f"forms/{path.name}: {_first_problem(error)}") from error


def placeholders_in(text: Bilingual) -> frozenset[str]:
    """Names between braces, in either language."""
    return frozenset(_PLACEHOLDER.findall(text.ja) + _PLACEHOLDER.findall(text.en))


def _first_problem(error: ValidationError) -> str:
    problem = error.errors()[0]
    place = ".".join(str(part) for part in problem["loc"])
    return f"{place}: {problem['msg']}"
