"""What the service tells those who run it: a line of log and the metrics of every request, each with its id."""

import logging
import re
import time
from typing import Final
from uuid import uuid4

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUEST_ID: Final = "X-Request-ID"
_GIVEN_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
"""An id that a caller or a proxy gives is kept when it can stand in a line of log."""
_LOG: Final = logging.getLogger("vanban.requests")
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "DELETE", "OPTIONS"})
"""Counted by their names: a caller may make up others, and each would be a new series."""
_OTHER_METHOD: Final = "other"
_UNKNOWN_ROUTE: Final = "(none)"
_BROKEN_OFF: Final = 499
"""Stands in log and metrics for a caller who has gone before the answer."""


class Metrics:
    """What is counted, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "vanban_requests", "Requests that were answered.", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "vanban_request_seconds",
            "Time from a request to the end of its answer.",
            ("method", "route"),
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
            registry=self.registry,
        )
        self.running = Gauge("vanban_requests_running", "Requests that are being answered.", registry=self.registry)


class Observing:
    """Gives each request an id, and says how it went: in the log, in the metrics, in a header of the answer."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(REQUEST_ID, "")
        request_id = given if _GIVEN_ID.fullmatch(given) else uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        status = _BROKEN_OFF

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        began = time.perf_counter()
        try:
            with self._metrics.running.track_inprogress():
                await self._app(scope, receive, send_with_id)
        except Exception:
            status = 500
            raise
        finally:
            self._tell(scope, request_id, status, time.perf_counter() - began)

    def _tell(self, scope: Scope, request_id: str, status: int, seconds: float) -> None:
        # The route as it is declared: paths as they are called would be a new series each.
        route = getattr(scope.get("route"), "path", _UNKNOWN_ROUTE)
        method = scope["method"] if scope["method"] in _METHODS else _OTHER_METHOD
        self._metrics.requests.labels(method, route, status).inc()
        self._metrics.seconds.labels(method, route).observe(seconds)
        _LOG.info(
            "%s %s %d (request %s)",
            scope["method"].encode("unicode_escape").decode(),
            scope["path"].encode("unicode_escape").decode(),
            status,
            request_id,
            extra={
                "request_id": request_id,
                "method": scope["method"],
                "path": scope["path"],
                "query": scope["query_string"].decode("latin-1"),
                "route": route,
                "status": status,
                "ms": round(seconds * 1000, 1),
                "client": scope["client"][0] if scope["client"] else None,
            },
        )
