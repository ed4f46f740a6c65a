"""The lines about a sheet itself: what the service is, where, with whom, how far."""

from assistant.worksheets.export.days import day
from assistant.worksheets.export.document import Fact
from assistant.worksheets.inputs import Inputs, Place
from assistant.worksheets.model import Sheet
from knowledge.documents import Bilingual, Language

_SERVICE = Bilingual("サービス", "Service")
_AREA = Bilingual("地域", "Area")
_PARTNERS = Bilingual("関係者", "Partners")
_STATE = Bilingual("状態", "State")
_LOCKED = Bilingual("確定", "finished")
_DRAFT = Bilingual("作成中", "being drafted")


def sheet_facts(sheet: Sheet) -> tuple[Fact, ...]:
    """What stands under the title; what is not known is left out."""
    language, inputs = sheet.language, sheet.inputs
    facts = (
        (_SERVICE, inputs.service),
        (_AREA, area(inputs.place, language)),
        (_PARTNERS, partners(inputs, language)),
        (_STATE, _state(sheet)),
    )
    return tuple(Fact(label.in_language(language), text) for label, text in facts if text)


def area(place: Place, language: Language) -> str:
    """Municipality and districts on one line; empty when neither is known."""
    districts = ("・" if language == "ja" else ", ").join(place.districts)
    if not (place.municipality and districts):
        return place.municipality or districts
    if language == "ja":
        return f"{place.municipality}（{districts}）"
    return f"{place.municipality} ({districts})"


def partners(inputs: Inputs, language: Language) -> str:
    """The partners' names on one line."""
    return ("、" if language == "ja" else ", ").join(each.name for each in inputs.partners)


def _state(sheet: Sheet) -> str:
    language = sheet.language
    state = (_LOCKED if sheet.locked else _DRAFT).in_language(language)
    parts = [state]
    if sheet.version:
        parts.append(f"第{sheet.version}版" if language == "ja" else f"version {sheet.version}")
    if sheet.updated_at:
        changed = day(sheet.updated_at)
        parts.append(f"{changed} 更新" if language == "ja" else f"changed {changed}")
    return ("　" if language == "ja" else ", ").join(parts)
