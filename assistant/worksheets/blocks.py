"""Which lines of the service types a suggestion takes; another attempt takes others."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, zip_longest
from typing import TypeVar

from assistant.worksheets.inputs import PartnerKind
from knowledge.service_types import (
    BuildingBlocks,
    ServiceKpi,
    ServiceLine,
    ServiceType,
    ServiceTypes,
    Slot,
)

Line = TypeVar("Line")


def slot_lines(
    slot: Slot, services: Sequence[ServiceType], types: ServiceTypes
) -> list[ServiceLine]:
    """Lines of a slot: the chosen types' in turn, then those that serve every type."""
    return _gathered(lambda blocks: blocks.lines.get(slot, ()), services, types)


def role_lines(
    kind: PartnerKind, services: Sequence[ServiceType], types: ServiceTypes
) -> list[ServiceLine]:
    """Roles of one kind of partner, in the same order."""
    return _gathered(lambda blocks: blocks.roles.get(kind, ()), services, types)


def kpi_lines(group: str, services: Sequence[ServiceType], types: ServiceTypes) -> list[ServiceKpi]:
    """Indicators of one group (`shared`, `region` or `business`), each name once."""

    def of(blocks: BuildingBlocks) -> Sequence[ServiceKpi]:
        groups = {
            "shared": blocks.kpis.shared,
            "region": blocks.kpis.region,
            "business": blocks.kpis.business,
        }
        return groups[group]

    by_name: dict[str, ServiceKpi] = {}
    for kpi in _gathered(of, services, types):
        by_name.setdefault(kpi.name.ja, kpi)
    return list(by_name.values())


def taken(lines: Sequence[Line], *, attempt: int, most: int) -> list[Line]:
    """`most` lines from where the attempt before stopped, from the beginning again at the end."""
    count = min(most, len(lines))
    start = attempt * count
    return [lines[(start + i) % len(lines)] for i in range(count)]


def _gathered(
    of: Callable[[BuildingBlocks], Sequence[Line]],
    services: Sequence[ServiceType],
    types: ServiceTypes,
) -> list[Line]:
    in_turn = chain.from_iterable(zip_longest(*(of(service) for service in services)))
    return [*_present(in_turn), *of(types.common)]


def _present(lines: Iterable[Line | None]) -> list[Line]:
    return [line for line in lines if line is not None]
