"""Building blocks by service type: what suggestions are composed of, read from forms/services.yaml."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, TypeAdapter, ValidationError, model_validator

from knowledge.documents import Bilingual
from knowledge.errors import SourcesUnreadable
from knowledge.form_parts import PLACEHOLDERS, EntryId, FormPart, Key, Text, placeholders_in


class PartnerKind(StrEnum):
    """What a partner is in a project."""

    MUNICIPALITY = "municipality"
    COORDINATOR = "coordinator"
    """Livelihood support coordinator (SC)."""
    COMPANY = "company"
    OPERATOR = "operator"
    """Somebody who already runs a service of this kind in the area."""
    COMMUNITY = "community"
    """Residents, neighbourhood association, volunteers, older people's club."""
    CARE = "care"
    """Community general support centre, council of social welfare, care provider, clinic."""
    UNIVERSITY = "university"
    OTHER = "other"


class Slot(StrEnum):
    """What the lines of a service type are about."""

    AIMS = "aims"
    """What people shall be able to do."""
    WHAT = "what"
    """What is done."""
    USERS = "users"
    NEEDS = "needs"
    """What to find out first."""
    BENEFITS_USER = "benefits_user"
    BENEFITS_OPERATOR = "benefits_operator"
    BENEFITS_REGION = "benefits_region"
    EXCHANGE_USER_OPERATOR = "exchange_user_operator"
    EXCHANGE_USER_REGION = "exchange_user_region"
    EXCHANGE_OPERATOR_REGION = "exchange_operator_region"
    OPERATORS = "operators"
    """Existing operators and how to live side by side with them."""
    RISKS = "risks"
    BURDEN = "burden"
    """How the municipality's load is kept low."""
    CONTINUATION = "continuation"
    """How it pays for itself and goes on."""
    ROLLOUT = "rollout"
    RESOURCES = "resources"
    """People, vehicles, rooms, systems, money that it takes."""


class ServiceLine(FormPart):
    """One line that a sheet may hold, with what it rests on."""

    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)
    """Both may name {placeholders}."""
    entries: tuple[EntryId, ...] = Field(min_length=1)
    by: PartnerKind | None = None
    """Who answers for it."""

    @property
    def text(self) -> Bilingual:
        return Bilingual(self.ja, self.en)


class ServiceKpi(FormPart):
    """One indicator; its target is for the partners to agree."""

    name: Text
    method: Text
    frequency: Text
    entries: tuple[EntryId, ...] = Field(min_length=1)


class Kpis(FormPart):
    """Indicators from both sides' point of view."""

    shared: tuple[ServiceKpi, ...] = ()
    region: tuple[ServiceKpi, ...] = ()
    business: tuple[ServiceKpi, ...] = ()


class BuildingBlocks(FormPart):
    """Lines by what they are about."""

    lines: dict[Slot, tuple[ServiceLine, ...]] = Field(default_factory=dict)
    roles: dict[PartnerKind, tuple[ServiceLine, ...]] = Field(default_factory=dict)
    kpis: Kpis = Kpis()

    @model_validator(mode="after")
    def _names_known_inputs(self) -> "BuildingBlocks":
        for line in self.all_lines():
            if unknown := placeholders_in(line.text) - PLACEHOLDERS:
                raise ValueError(f"unknown placeholder {{{sorted(unknown)[0]}}}")
        return self

    def all_lines(self) -> Iterator[ServiceLine]:
        """Every line and every role."""
        for group in (*self.lines.values(), *self.roles.values()):
            yield from group

    def entries(self) -> frozenset[str]:
        """Ids of all entries that the blocks rest on."""
        kpis = (*self.kpis.shared, *self.kpis.region, *self.kpis.business)
        found = {entry for line in self.all_lines() for entry in line.entries}
        return frozenset(found.union(*(kpi.entries for kpi in kpis)))


class ServiceType(BuildingBlocks):
    """One kind of service with its building blocks."""

    id: Key
    name: Text
    covers: Text
    """Examples of what belongs to it."""
    search: Text
    """What to look for to find similar cases."""
    cases: tuple[EntryId, ...] = Field(min_length=1)
    """Case entries of this kind, the closest first."""
    operator_terms: tuple[str, ...] = ()
    """Words for operators whom such a service may crowd out; empty where the question is rare."""


class ServiceTypes(FormPart):
    """All service types and the blocks that serve every one of them."""

    common: BuildingBlocks
    types: tuple[ServiceType, ...] = Field(min_length=1)

    def by_id(self) -> Mapping[str, ServiceType]:
        """The types by id, in the order in which they are offered."""
        return {service.id: service for service in self.types}


def load_service_types(directory: Path) -> ServiceTypes:
    """Read forms/services.yaml.

    Raises:
        SourcesUnreadable: something is missing; the message names the place and the reason.
    """
    path = directory / "forms" / "services.yaml"
    try:
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
        return TypeAdapter(ServiceTypes).validate_python(raw)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourcesUnreadable(f"forms/{path.name}: {error}") from error
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise SourcesUnreadable(f"forms/{path.name}: {place}: {problem['msg']}") from error
