"""What a client makes of the service's answers: one place where HTTP's errors become ours."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from pydantic import ValidationError

from assistant.contract import Problem
from assistant.errors import AssistantError, RequestRefused, ServiceUnavailable


def checked(response: httpx.Response) -> httpx.Response:
    """The same response; raises RequestRefused or ServiceUnavailable for an error's."""
    if response.is_error:
        raise refusal(response)
    return response


def refusal(response: httpx.Response) -> AssistantError:
    """An error's response as the error to raise."""
    try:
        problem = Problem.model_validate_json(response.content)
    except ValidationError:
        return ServiceUnavailable(f"unexpected answer, status {response.status_code}")
    return RequestRefused(problem.status, problem.detail)


@contextmanager
def reached() -> Iterator[None]:
    """Raises ServiceUnavailable when the service cannot be reached or answers with nonsense."""
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, ValidationError) as error:
        raise ServiceUnavailable(str(error)) from error
