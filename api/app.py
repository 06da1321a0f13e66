"""The REST service."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Final

from fastapi import Depends, FastAPI
from fastapi_offline import FastAPIOffline
from starlette.concurrency import run_in_threadpool
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Receive, Scope, Send

from api.access import require_reader
from api.body_limits import BodyLimits
from api.connection import open_store
from api.key_file import KeyFile
from api.observing import REQUEST_ID, Metrics, Observing
from api.openapi import add_examples
from api.problems import add_problem_handlers
from api.rate_limits import RateLimits
from api.routers import (
    bodies,
    browser,
    coverage,
    documents,
    exports,
    health,
    places,
    questions,
    reviews,
    tasks,
    uploads,
    web,
)
from api.settings import ServiceSettings, Settings, key_file_path
from cypher.connection import Patience

_LOG: Final = logging.getLogger("vanban")
"""Where the service says what goes on."""
_RETRY_SECONDS: Final = 2
"""For which a server that has gone is waited for: a caller is told soon, and asks again."""
_SMALL: Final = 1000
"""Bytes of an answer that is not worth compressing."""
_COMPRESSION: Final = 5
"""Half the time of the highest level."""

_DESCRIPTION: Final = """Citations between Vietnamese official documents, each with the words that state it.

Errors are problem details (RFC 9457) of type `application/problem+json`."""


def create_app(settings: Settings, service: ServiceSettings) -> FastAPI:
    """The service over the graph that `settings` name; its lifespan opens and closes the store."""
    patience = Patience(_RETRY_SECONDS, service.store_seconds, 6 * service.store_seconds)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = open_store(settings, progress=_LOG.info, patience=patience)
        app.state.store = await run_in_threadpool(opened.__enter__)
        try:
            yield
        finally:
            await run_in_threadpool(opened.__exit__, None, None, None)

    app = FastAPIOffline(
        title="vanban",
        version=version("vanban"),
        description=_DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.service = service
    app.state.keys = KeyFile(key_file_path(settings, service))
    app.state.metrics = Metrics()
    for part in (questions, documents, bodies, tasks, places, exports, coverage, reviews, uploads):
        app.include_router(part.router, dependencies=[Depends(require_reader)])
    app.include_router(health.router)
    app.include_router(browser.router)
    app.include_router(web.router)
    add_problem_handlers(app)
    add_examples(app)
    _add_middleware(app, service)
    return app


class _Cors(CORSMiddleware):
    """What pages of other origins may do; what Neo4j Browser asks for answers for itself."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(browser.PATHS):
            await self.app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def _add_middleware(app: FastAPI, service: ServiceSettings) -> None:
    """What every request passes through; the last one added is the first that it meets."""
    app.add_middleware(
        BodyLimits,
        upload_paths=uploads.PATHS,
        upload_bytes=int(service.max_upload_mb * 1_000_000),
        seconds=service.upload_seconds,
    )
    if service.rate_per_minute:
        app.add_middleware(RateLimits, per_minute=service.rate_per_minute)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALL, compresslevel=_COMPRESSION)
    if service.cors_origins:
        app.add_middleware(
            _Cors,
            allow_origins=list(service.cors_origins),
            allow_methods=["GET", "HEAD", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "If-None-Match", REQUEST_ID],
            expose_headers=["ETag", "Retry-After", "Location", REQUEST_ID],
        )
    app.add_middleware(Observing, metrics=app.state.metrics)
