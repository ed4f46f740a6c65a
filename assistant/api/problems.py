"""Errors become statuses here and nowhere else: problem+json, RFC 9457."""

import logging
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant import errors
from assistant.api.dependencies import preferred_language
from assistant.contract import Problem
from knowledge.documents import Language
from knowledge.errors import KnowledgeError

logger = logging.getLogger(__name__)

STATUS: dict[type[Exception], HTTPStatus] = {
    errors.QuestionInvalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.ConversationNotFound: HTTPStatus.NOT_FOUND,
    errors.AnswerNotFound: HTTPStatus.NOT_FOUND,
    errors.EntryNotFound: HTTPStatus.NOT_FOUND,
    errors.DocumentNotFound: HTTPStatus.NOT_FOUND,
    errors.DocumentRefused: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.EvaluatorsOnly: HTTPStatus.FORBIDDEN,
    errors.KnowledgeUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.StillPreparing: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.ModelFailed: HTTPStatus.BAD_GATEWAY,
    errors.StorageFailed: HTTPStatus.INSUFFICIENT_STORAGE,
    KnowledgeError: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.AssistantError: HTTPStatus.INTERNAL_SERVER_ERROR,
    Exception: HTTPStatus.INTERNAL_SERVER_ERROR,
}
_FIELDS = {
    "question": (
        "質問は1〜2000文字で入力してください。",
        "The question takes 1 to 2,000 characters.",
    ),
    "persona": (
        "立場（persona）は sc・municipality・prefecture・company・evaluator のいずれかです。",
        "persona is one of sc, municipality, prefecture, company, evaluator.",
    ),
    "language": ("言語（language）は ja か en です。", "language is ja or en."),
}
_HTTP = {
    HTTPStatus.NOT_FOUND: ("ページが見つかりません。", "There is nothing at this address."),
    HTTPStatus.METHOD_NOT_ALLOWED: (
        "このアドレスではその操作はできません。",
        "This address does not take that method.",
    ),
}
_RETRY_SECONDS = "5"
_INVALID = ("入力を確認してください", "Please check the input")
_TOO_LONG = ("文字数を{most:,}字までにしてください", "At most {most:,} characters, please")


def add_problem_handlers(app: FastAPI, statuses: dict[type[Exception], HTTPStatus]) -> None:
    """Answer every error of the application as problem+json.

    Args:
        statuses: further error classes of added routers, with their statuses.
    """
    table = STATUS | statuses

    async def problem(request: Request, error: Exception) -> JSONResponse:
        status = next(table[cls] for cls in type(error).__mro__ if cls in table)
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            logger.error("%s failed", request.url.path, exc_info=error)
        detail = _detail(error, preferred_language(request))
        soon = isinstance(error, errors.StillPreparing)
        headers = {"Retry-After": _RETRY_SECONDS} if soon else None
        return _respond(request, status, detail, headers)

    async def invalid(request: Request, error: Exception) -> JSONResponse:
        detail = "; ".join(_field_problems(error, preferred_language(request)))
        return _respond(request, HTTPStatus.UNPROCESSABLE_ENTITY, detail)

    async def http(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        status = HTTPStatus(error.status_code)
        language = preferred_language(request)
        known = _HTTP.get(status)
        general = f"{_pick(_INVALID, language)} ({error.detail})"
        detail = _pick(known, language) if known else general
        return _respond(request, status, detail, error.headers)

    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    for known in (errors.AssistantError, KnowledgeError, Exception):
        app.add_exception_handler(known, problem)


def _detail(error: Exception, language: Language) -> str:
    if isinstance(error, errors.AssistantError):
        return error.message(language)
    if isinstance(error, KnowledgeError):
        return errors.KnowledgeUnavailable().message(language)
    return errors.AssistantError().message(language)


def _field_problems(error: Exception, language: Language) -> list[str]:
    assert isinstance(error, RequestValidationError)
    found = []
    for problem in error.errors():
        names = [str(part) for part in problem["loc"] if part not in ("body", "query", "path")]
        known = next((_FIELDS[name] for name in names if name in _FIELDS), None)
        place, most = ".".join(names) or "body", problem.get("ctx", {}).get("max_length")
        general = f"{_pick(_INVALID, language)} ({place}: {problem['msg']})"
        if most and isinstance(problem["input"], str):
            general = f"{_pick(_TOO_LONG, language).format(most=most)} ({place})"
        found.append(_pick(known, language) if known else general)
    return list(dict.fromkeys(found))


def _pick(texts: tuple[str, str], language: Language) -> str:
    return texts[0] if language == "ja" else texts[1]


def _respond(
    request: Request,
    status: HTTPStatus,
    detail: str,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    problem = Problem(
        title=status.phrase, status=status.value, detail=detail, instance=request.url.path
    )
    return JSONResponse(
        status_code=status,
        media_type="application/problem+json",
        content=problem.model_dump(),
        headers=headers,
    )
