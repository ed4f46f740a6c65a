"""The sheet's inputs as words to be put into a line."""

import re
from collections.abc import Mapping, Sequence

from assistant.worksheets.blanks import blank
from assistant.worksheets.inputs import Inputs, PartnerKind, Place
from assistant.worksheets.market_class import classify_market
from knowledge.documents import Bilingual, Language
from knowledge.service_types import ServiceType

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_UNKNOWN = {
    "place": Bilingual("対象の地域", "the area"),
    "municipality": Bilingual("自治体", "the municipality"),
    "districts": Bilingual("対象の地区", "the districts"),
    "problem": Bilingual("困りごと", "the problem"),
    "persona": Bilingual("対象となる人", "the people concerned"),
    "partners": Bilingual("関係者", "the partners"),
    "operators": Bilingual("既存の事業者", "existing operators"),
    "service": Bilingual("サービスの内容", "the service"),
    "population_density": Bilingual("人口密度", "the population density"),
    "resource_sufficiency": Bilingual("地域資源充足率", "the sufficiency rate"),
    "market_class": Bilingual("市場性の区分", "the class of marketability"),
}


def known_words(
    inputs: Inputs, services: Sequence[ServiceType], language: Language
) -> dict[str, str]:
    """The inputs that are known, by the name under which a line asks for them."""
    place, classification = inputs.place, classify_market(inputs.place)
    operators = [p.name for p in inputs.partners if p.kind is PartnerKind.OPERATOR]
    words = {
        "place": _whole_place(place, language),
        "municipality": place.municipality,
        "districts": _listed(place.districts, language) or place.municipality,
        "problem": " ".join(inputs.problem.split()),
        "persona": " ".join(inputs.persona.split()),
        "partners": _listed([partner.name for partner in inputs.partners], language),
        "operators": _listed(operators, language),
        "service": inputs.service
        or _listed([service.name.in_language(language) for service in services], language),
        "population_density": _number(place.population_density),
        "resource_sufficiency": _number(place.resource_sufficiency),
        "market_class": classification.market.label.in_language(language)
        if classification.market
        else "",
    }
    return {name: word for name, word in words.items() if word}


def filled(text: Bilingual, words: Mapping[str, str], language: Language) -> str:
    """The text in a language with its placeholders filled; unknown ones are marked as such."""

    def word(name: str) -> str:
        return words.get(name) or blank(_UNKNOWN[name], language)

    return _PLACEHOLDER.sub(lambda match: word(match[1]), text.in_language(language))


def searched(text: Bilingual, words: Mapping[str, str], language: Language) -> str:
    """The text as a search: unknown inputs are left out."""
    return " ".join(
        _PLACEHOLDER.sub(lambda match: words.get(match[1], ""), text.in_language(language)).split()
    )


def _whole_place(place: Place, language: Language) -> str:
    districts = _listed(place.districts, language)
    if not (districts and place.municipality):
        return districts or place.municipality
    if language == "ja":
        return f"{place.municipality}の{districts}"
    return f"{districts} in {place.municipality}"


def _listed(words: Sequence[str], language: Language) -> str:
    if language == "ja" or len(words) < 2:
        return "、".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"
