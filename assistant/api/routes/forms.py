"""/v1/forms, service types and the market class of a place: what a sheet begins with."""

from fastapi import APIRouter

from assistant.api.dependencies import LanguageDep
from assistant.api.worksheet_dependencies import IdPath, WorksheetsDep
from assistant.form_contract import (
    FormInfo,
    FormList,
    FormSummary,
    MarketClassInfo,
    MarketReason,
    ServiceTypeInfo,
    ServiceTypeList,
)
from assistant.worksheets.inputs import Place
from assistant.worksheets.market_class import classify_market

router = APIRouter(prefix="/v1", tags=["forms"])


@router.get("/forms")
def forms(worksheets: WorksheetsDep) -> FormList:
    """All forms, in the order in which they are offered."""
    found = worksheets.forms.values()
    return FormList(
        forms=tuple(FormSummary.model_validate(form, from_attributes=True) for form in found)
    )


@router.get("/forms/{form_id}")
def form(form_id: IdPath, worksheets: WorksheetsDep) -> FormInfo:
    """One form with its sections and fields."""
    return FormInfo.model_validate(worksheets.form(form_id), from_attributes=True)


@router.get("/service-types")
def service_types(worksheets: WorksheetsDep) -> ServiceTypeList:
    """The kinds of service that a sheet can be about."""
    found = worksheets.tools.library.service_types.types
    return ServiceTypeList(
        service_types=tuple(
            ServiceTypeInfo.model_validate(each, from_attributes=True) for each in found
        )
    )


@router.post("/market-class")
def market_class(place: Place, worksheets: WorksheetsDep, language: LanguageDep) -> MarketClassInfo:
    """How marketable a place is by its figures, each reason with its citation."""
    found, library = classify_market(place), worksheets.tools.library
    texts = [(reason.text.in_language(language), reason.entry_id) for reason in found.reasons]
    return MarketClassInfo(
        density=found.density.value if found.density else None,
        market=found.market.value if found.market else None,
        label=found.market.label.in_language(language) if found.market else "",
        reasons=tuple(
            MarketReason(
                text=text,
                citation=library.citation(
                    entry_id, library.closest(entry_id, text, language), language
                ),
            )
            for text, entry_id in texts
        ),
    )
