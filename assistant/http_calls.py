"""Calls of the service with typed answers; what the clients are made of."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext
from typing import TypeVar

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from assistant.errors import ServiceUnavailable
from assistant.http_answers import checked, reached, refusal

Wanted = TypeVar("Wanted", bound=BaseModel)
Conflict = TypeVar("Conflict", bound=BaseModel)
Event = TypeVar("Event")
Parameters = Mapping[str, str | int | Sequence[str]]
"""Of a query; a list is given as one value each."""
_CONFLICT = 409


def connection(
    url: str, *, timeout: float, headers: Mapping[str, str] | None = None
) -> httpx.Client:
    """A client of httpx with this base address.

    Args:
        timeout: seconds.

    Raises:
        httpx.InvalidURL: this is none.
    """
    return httpx.Client(base_url=url, timeout=timeout, headers=headers, verify=_trusted())


@cache
def _trusted() -> SSLContext:
    """Read once: reading all certificates takes longer than most requests."""
    return httpx.create_ssl_context()


@dataclass(frozen=True)
class HttpCalls:
    """Calls in one visitor's name. Safe to share between threads.

    Every method raises ServiceUnavailable when the service cannot be reached or breaks off, and
    RequestRefused (with the service's own sentence) when it refuses.
    """

    http: httpx.Client
    headers: Mapping[str, str]

    def get(self, wanted: type[Wanted], path: str, params: Parameters | None = None) -> Wanted:
        """What stands at an address."""
        return read(wanted, self.call("GET", path, params=params))

    def send(
        self, wanted: type[Wanted], method: str, path: str, body: BaseModel | None = None
    ) -> Wanted:
        """The answer to a request with this body."""
        return read(wanted, self.call(method, path, content=_json(body)))

    def call(
        self,
        method: str,
        path: str,
        *,
        content: bytes | None = None,
        params: Parameters | None = None,
    ) -> httpx.Response:
        """The response, whatever is in it."""
        return checked(self._request(method, path, content, params))

    def send_or_conflict(
        self,
        wanted: type[Wanted],
        conflict: type[Conflict],
        method: str,
        path: str,
        *,
        body: BaseModel,
    ) -> Wanted | Conflict:
        """The answer, or the conflict that carries both texts."""
        response = self._request(method, path, _json(body), None)
        if response.status_code == _CONFLICT:
            with suppress(ValidationError):  # other conflicts carry no texts
                return conflict.model_validate_json(response.content)
        return read(wanted, checked(response))

    def stream(
        self, events: TypeAdapter[Event], path: str, body: BaseModel | None = None
    ) -> Iterator[Event]:
        """Server-sent events of a request, as they come."""
        headers = {**self._headers(body is not None), "Accept": "text/event-stream"}
        content = _json(body)
        with (
            reached(),
            self.http.stream("POST", path, content=content, headers=headers) as response,
        ):
            if response.is_error:
                response.read()
                raise refusal(response)
            for line in response.iter_lines():
                if line.startswith("data:"):
                    yield events.validate_json(line.removeprefix("data:").strip())

    def _request(
        self, method: str, path: str, content: bytes | None, params: Parameters | None
    ) -> httpx.Response:
        headers = self._headers(content is not None)
        with reached():
            return self.http.request(method, path, content=content, params=params, headers=headers)

    def _headers(self, has_body: bool) -> dict[str, str]:
        content_type = {"Content-Type": "application/json"} if has_body else {}
        return {**self.headers, **content_type}


def read(wanted: type[Wanted], response: httpx.Response) -> Wanted:
    """A response's content as what it should be; raises ServiceUnavailable when it is not."""
    with reached():
        return wanted.model_validate_json(response.content)


def until_end(events: Iterator[Event], *last: type[object]) -> Iterator[Event]:
    """The events; raises ServiceUnavailable when they break off before one of these classes."""
    ended = False
    for event in events:
        ended = isinstance(event, last)
        yield event
    if not ended:
        raise ServiceUnavailable("the answer broke off")


def _json(body: BaseModel | None) -> bytes | None:
    return body.model_dump_json().encode() if body else None
