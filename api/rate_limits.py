"""How often one caller may ask."""

import math
import time
from http import HTTPStatus
from typing import Final

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access import find_caller_key
from api.problems import problem

_FREE: Final = frozenset(("/healthz", "/readyz", "/metrics"))
"""What those ask who watch the service."""


class RateLimits:
    """Answers 429 with Retry-After to a key or, without a known key, an address that asks too often."""

    def __init__(self, app: ASGIApp, per_minute: int) -> None:
        self._app = app
        self._limit = RateLimitItemPerMinute(per_minute)
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] not in _FREE:
            request = Request(scope)
            caller = _caller(request)
            if not self._limiter.hit(self._limit, caller):
                reset = self._limiter.get_window_stats(self._limit, caller).reset_time
                seconds = max(1, math.ceil(reset - time.time()))
                detail = f"more than {self._limit.amount} requests a minute; ask again in {seconds} s"
                answer = problem(HTTPStatus.TOO_MANY_REQUESTS, request, detail, headers={"Retry-After": str(seconds)})
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _caller(request: Request) -> str:
    key = find_caller_key(request)
    return f"key {key.id}" if key else f"address {request.client.host if request.client else '-'}"
