"""What whoever runs the service looks at."""

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from assistant.api.app import create_app
from assistant.conversations import ConversationStore
from assistant.wiring import Services
from tests.worksheets.service import served


def counts(url: str) -> dict[tuple[str, str, str], float]:
    """Requests by method, route and status."""
    text = httpx.get(f"{url}/metrics").text
    return {
        (sample.labels["method"], sample.labels["route"], sample.labels["status"]): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == "sanpuku_requests_total"
    }


def test_the_process_lives(shared_service: str) -> None:
    response = httpx.get(f"{shared_service}/health")
    assert response.status_code == 200
    assert response.json()["status"] == "ok"
    assert response.json()["version"]


def test_requests_are_counted_by_route_not_by_address(service: str) -> None:
    for entry in ("points-2026/choisoko", "points-2026/concept", "points-2026/none"):
        httpx.get(f"{service}/v1/entries/{entry}")
    httpx.get(f"{service}/wp-login.php")
    found = counts(service)
    assert found["GET", "/v1/entries/{entry_id:path}", "200"] == 2
    assert found["GET", "/v1/entries/{entry_id:path}", "404"] == 1
    assert found["GET", "unknown", "404"] == 1
    assert not any("choisoko" in route for _, route, _ in found)


def test_latencies_are_measured(service: str) -> None:
    httpx.post(f"{service}/v1/ask", json={"question": "チョイソコとは"})
    text = httpx.get(f"{service}/metrics").text
    assert 'sanpuku_request_seconds_count{method="POST",route="/v1/ask"} 1.0' in text


def test_nothing_that_was_asked_stands_in_the_metrics(service: str) -> None:
    httpx.get(f"{service}/v1/search", params={"question": "ひみつの質問"})
    assert "ひみつ" not in httpx.get(f"{service}/metrics").text


def test_two_services_in_one_process_count_for_themselves(service: str, services: Services) -> None:
    httpx.get(f"{service}/health")
    with served(create_app(lambda: services)) as other:
        assert ("GET", "/health", "200") not in counts(other)


class _Broken(ConversationStore):
    """A store with a bug."""

    def list(self, visitor: str):  # type: ignore[no-untyped-def]  # never returns
        raise ZeroDivisionError(visitor)


@pytest.fixture
def broken_service(services: Services) -> Iterator[str]:
    broken = replace(services, conversations=_Broken(services.engine))
    with served(create_app(lambda: broken)) as url:
        yield url


def test_a_bug_is_a_problem_and_is_counted(broken_service: str) -> None:
    response = httpx.get(f"{broken_service}/v1/conversations")
    assert response.status_code == 500
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "local" not in response.text
    assert counts(broken_service)["GET", "/v1/conversations", "500"] == 1
    assert httpx.get(f"{broken_service}/health").status_code == 200


def test_the_description_of_the_interface_is_there(shared_service: str) -> None:
    paths = httpx.get(f"{shared_service}/openapi.json").json()["paths"]
    assert {"/v1/ask", "/v1/search", "/v1/sources", "/v1/documents", "/ready"} <= set(paths)
    assert httpx.get(f"{shared_service}/docs").status_code == 404
