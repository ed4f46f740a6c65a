"""Forms as data: worksheets, proposals and check lists, read from forms/*.yaml."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

import yaml
from pydantic import Field, ValidationError, model_validator

from knowledge.documents import Audience
from knowledge.errors import SourcesUnreadable
from knowledge.form_parts import PLACEHOLDERS, EntryId, FormPart, Key, Text, placeholders_in


class Meaning(StrEnum):
    """What a field is about, the same across forms: checks and copies go by it."""

    PERSONA = "persona"
    PROBLEM = "problem"
    STAKEHOLDERS = "stakeholders"
    SERVICE = "service"
    USERS = "users"
    BENEFIT_USER = "benefit_user"
    BENEFIT_OPERATOR = "benefit_operator"
    BENEFIT_REGION = "benefit_region"
    EXCHANGE = "exchange"
    """What flows between two parties; several fields may share it."""
    EXISTING_OPERATORS = "existing_operators"
    RISKS = "risks"
    IMPROVEMENT = "improvement"
    KPI_SHARED = "kpi_shared"
    KPI_REGION = "kpi_region"
    KPI_BUSINESS = "kpi_business"
    CONTINUATION = "continuation"
    COSTS = "costs"
    PILOT_KIND = "pilot_kind"
    POINTS = "points"
    """Points of the guidebook that are in hand."""


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
    """One step of a field's suggestion: a line of its own, or lines from elsewhere."""

    variants: tuple[Text, ...] = ()
    """Ways to say the line, with {placeholders}; another suggestion takes another."""
    blocks: Key | None = None
    """Where lines are taken from: a slot of the service type (knowledge/service_types.py), or
    `problem` and `persona` (the user's words), `roles` (by partner), `cases`, `market`."""
    most: int = Field(default=3, ge=1, le=10)
    """Lines taken from there."""
    entries: tuple[EntryId, ...] = ()
    """Entries on which the line rests."""
    given: tuple[Key, ...] = ()
    """The line stands only where these inputs are known."""
    missing: tuple[Key, ...] = ()
    """The line stands only where these inputs are not known."""
    only_if: Condition | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if bool(self.variants) == bool(self.blocks):
            raise ValueError("a draft line has either variants or blocks")
        if unknown := self._inputs() - PLACEHOLDERS:
            raise ValueError(f"unknown placeholder {{{sorted(unknown)[0]}}}")
        return self

    def _inputs(self) -> frozenset[str]:
        named = frozenset(name for v in self.variants for name in placeholders_in(v))
        return named | frozenset(self.given) | frozenset(self.missing)


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
    meaning: Meaning | None = None
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
    points: Key | None = None
    """Field whose options that were not chosen are worth reading too."""


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
        for outcome in self.outcomes:
            if outcome.points and outcome.points not in self.fields:
                raise ValueError(f"no field {outcome.points} for outcome {outcome.id}")
        return self

    def meaning(self, meaning: Meaning) -> tuple[FormField, ...]:
        """The boxes that are about this, in reading order."""
        return tuple(box for box in self.fields.values() if box.meaning is meaning)

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
        # Ten times as fast as the Python loader: forms are read at every start.
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return Form.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=loader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourcesUnreadable(f"forms/{path.name}: {error}") from error
    except ValidationError as error:
        raise SourcesUnreadable(f"forms/{path.name}: {_first_problem(error)}") from error


def _first_problem(error: ValidationError) -> str:
    problem = error.errors()[0]
    place = ".".join(str(part) for part in problem["loc"])
    return f"{place}: {problem['msg']}"
