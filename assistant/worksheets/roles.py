"""Who does what: one line a partner, and one for each kind of partner still to be found."""

from collections.abc import Iterator, Sequence

from assistant.worksheets import blocks
from assistant.worksheets.blanks import blank
from assistant.worksheets.inputs import Inputs, Partner, PartnerKind
from assistant.worksheets.library import Library
from assistant.worksheets.model import Origin, Sentence, Sheet
from assistant.worksheets.provenance import own_words
from knowledge.documents import Bilingual, Language
from knowledge.service_types import ServiceLine, ServiceType

PARTY_NAMES = {
    PartnerKind.MUNICIPALITY: Bilingual("自治体", "the municipality"),
    PartnerKind.COORDINATOR: Bilingual(
        "生活支援コーディネーター", "the livelihood support coordinator"
    ),
    PartnerKind.COMPANY: Bilingual("事業者", "the operator"),
    PartnerKind.OPERATOR: Bilingual("既存の事業者", "existing operators"),
    PartnerKind.COMMUNITY: Bilingual("自治会・住民", "residents' associations"),
    PartnerKind.CARE: Bilingual("地域包括支援センターなど", "the community general support centre"),
    PartnerKind.UNIVERSITY: Bilingual("大学", "a university"),
    PartnerKind.OTHER: Bilingual("関係者", "a partner"),
}
"""What a partner of a kind is called while nobody is named."""
_NEEDED = (
    PartnerKind.COMPANY,
    PartnerKind.MUNICIPALITY,
    PartnerKind.COMMUNITY,
    PartnerKind.CARE,
)
"""Kinds that the guidebook's worked example has in every project."""


def needed_kinds(services: Sequence[ServiceType]) -> tuple[PartnerKind, ...]:
    """Kinds of partner that ought to have a role; existing operators where they may be crowded out."""
    if any(service.operator_terms for service in services):
        return (*_NEEDED, PartnerKind.OPERATOR)
    return _NEEDED


def name_of(kind: PartnerKind, inputs: Inputs, language: Language) -> str:
    """The name of the first partner of a kind; marked as to be confirmed where there is none."""
    for partner in inputs.partners:
        if partner.kind is kind:
            return partner.name
    if kind is PartnerKind.MUNICIPALITY and inputs.place.municipality:
        return inputs.place.municipality
    return blank(PARTY_NAMES[kind], language)


def role_sentences(
    library: Library, sheet: Sheet, *, attempt: int, most: int
) -> Iterator[Sentence]:
    """One line a partner: the role that the user gave, or roles of its kind."""
    inputs, services = sheet.inputs, library.services_of(sheet.inputs)
    partners = list(inputs.partners)
    present = {partner.kind for partner in partners}
    for kind in needed_kinds(services):
        if kind not in present:
            partners.append(Partner(name=name_of(kind, inputs, sheet.language), kind=kind))
    for partner in partners:
        if partner.role:
            yield own_words(_line(partner.name, [partner.role], sheet.language))
            continue
        lines = blocks.role_lines(partner.kind, services, library.service_types)
        roles = blocks.taken(lines, attempt=attempt, most=most)
        yield _suggested(library, partner, roles, sheet.language)


def _suggested(
    library: Library, partner: Partner, roles: Sequence[ServiceLine], language: Language
) -> Sentence:
    texts = [role.text.in_language(language) for role in roles]
    entries = dict.fromkeys(entry for role in roles for entry in role.entries)
    return Sentence(
        text=_line(partner.name, texts, language),
        origin=Origin.SUGGESTED,
        citations=library.cite(entries, " ".join(texts), language),
    )


def _line(name: str, roles: Sequence[str], language: Language) -> str:
    if language == "ja":
        return f"{name}：{'／'.join(roles)}"
    return f"{name[:1].upper()}{name[1:]}: {'; '.join(roles)}"
