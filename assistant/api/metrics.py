"""Counters and latencies of requests, for Prometheus. The only module that defines metrics."""

import time
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram

_BUCKETS = (0.01, 0.02, 0.05, 0.08, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60)


def add_metrics(app: FastAPI) -> CollectorRegistry:
    """Count and time every request by route; the registry is the application's own."""
    registry = CollectorRegistry()
    requests = Counter(
        "sanpuku_requests_total", "Requests", ["method", "route", "status"], registry=registry
    )
    seconds = Histogram(
        "sanpuku_request_seconds",
        "Time to the response's first byte",
        ["method", "route"],
        registry=registry,
        buckets=_BUCKETS,
    )

    @app.middleware("http")
    async def measure(
        request: Request, call_next: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        started, status = time.perf_counter(), 500
        try:
            response = await call_next(request)
            status = response.status_code
            return response
        finally:
            # The pattern, not the address: ids would make a metric for each.
            route = getattr(request.scope.get("route"), "path", "unknown")
            requests.labels(request.method, route, status).inc()
            seconds.labels(request.method, route).observe(time.perf_counter() - started)

    return registry
