"""What handlers receive, as annotated aliases."""

from typing import Annotated

from fastapi import Depends, Header, Request

from assistant.answering import LOCAL_VISITOR
from assistant.client import VISITOR_HEADER
from assistant.wiring import Services
from knowledge.documents import Language


def _services(request: Request) -> Services:
    services: Services = request.state.services
    return services


def _visitor(
    visitor: Annotated[str | None, Header(alias=VISITOR_HEADER, max_length=64)] = None,
) -> str:
    return visitor or LOCAL_VISITOR


def preferred_language(request: Request) -> Language:
    """The language for messages where no question tells it: what the browser asks for."""
    return "en" if request.headers.get("accept-language", "ja").lower().startswith("en") else "ja"


ServicesDep = Annotated[Services, Depends(_services)]
VisitorDep = Annotated[str, Depends(_visitor)]
LanguageDep = Annotated[Language, Depends(preferred_language)]
