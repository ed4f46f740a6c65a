"""What handlers receive, as annotated aliases."""

import re
from typing import Annotated

from fastapi import Depends, Header, Request

from assistant.answering import LOCAL_VISITOR
from assistant.api.preparing import Preparation
from assistant.client import VISITOR_HEADER
from assistant.wiring import Services
from knowledge.documents import Language


def _services(request: Request) -> Services:
    services: Services = request.state.services
    return services


def _preparation(request: Request) -> Preparation:
    preparation: Preparation = request.state.preparation
    return preparation


def _visitor(
    visitor: Annotated[str | None, Header(alias=VISITOR_HEADER, max_length=64)] = None,
) -> str:
    return visitor or LOCAL_VISITOR


def preferred_language(request: Request) -> Language:
    """The language for messages where no question tells it: what the browser likes better."""
    wishes = [_wish(part) for part in request.headers.get("accept-language", "").split(",")]
    known = [(liking, tag) for liking, tag in wishes if tag in ("ja", "en") and liking > 0]
    best = max(known, key=lambda wish: wish[0], default=(0.0, "ja"))
    return "en" if best[1] == "en" else "ja"


def _wish(part: str) -> tuple[float, str]:
    """How much one entry of Accept-Language is liked, 0..1, and its language: en-GB;q=0.8."""
    tag, _, quality = part.partition(";")
    number = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", quality)
    return float(number[1]) if number else 1.0, tag.strip().lower().split("-")[0]


PreparationDep = Annotated[Preparation, Depends(_preparation)]
ServicesDep = Annotated[Services, Depends(_services)]
VisitorDep = Annotated[str, Depends(_visitor)]
LanguageDep = Annotated[Language, Depends(preferred_language)]
