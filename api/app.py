"""The REST service."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Final

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline
from starlette.concurrency import run_in_threadpool

from api.connection import open_store
from api.problems import add_problem_handlers
from api.routers import documents, health, trace
from api.settings import Settings

_LOG: Final = logging.getLogger("uvicorn.error")
"""Where the service says what goes on: beside what the web server says."""

_DESCRIPTION: Final = """Citations between Vietnamese official documents, each with the words that state it.

Errors are problem details (RFC 9457) of type `application/problem+json`."""


def create_app(settings: Settings) -> FastAPI:
    """The service over the graph that `settings` name; its lifespan opens and closes the store."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = open_store(settings, progress=_LOG.info)
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
    app.include_router(trace.router)
    app.include_router(documents.router)
    app.include_router(health.router)
    add_problem_handlers(app)
    return app
