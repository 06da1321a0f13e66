"""Errors as problem details (RFC 9457), and which error has which HTTP status."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.errors import ServiceError, UnknownDocumentError
from cypher.errors import StoreError, StoreUnavailableError, UnknownDocumentIdError

STATUS_OF: Final[Mapping[type[Exception], HTTPStatus]] = {
    UnknownDocumentError: HTTPStatus.NOT_FOUND,
    UnknownDocumentIdError: HTTPStatus.NOT_FOUND,
    StoreUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
    ServiceError: HTTPStatus.INTERNAL_SERVER_ERROR,
    StoreError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""Error class -> status; the nearest base class of an error counts."""


def problem(status: int, detail: str, **members: object) -> JSONResponse:
    """An answer of type application/problem+json; `members` are what the problem adds."""
    content = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(jsonable_encoder(content | members), status, media_type="application/problem+json")


def add_problem_handlers(app: FastAPI) -> None:
    """Makes every error of `app` a problem."""
    for kind in STATUS_OF:
        app.add_exception_handler(kind, _ours)
    app.add_exception_handler(RequestValidationError, _bad_parameter)
    app.add_exception_handler(HTTPException, _http)


async def _ours(_: Request, error: Exception) -> JSONResponse:
    status = next(STATUS_OF[kind] for kind in type(error).__mro__ if kind in STATUS_OF)
    members = {"nearest": error.nearest} if isinstance(error, UnknownDocumentError) else {}
    return problem(status, str(error), **members)


async def _bad_parameter(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    errors = [{"parameter": ".".join(map(str, e["loc"][1:])), "message": e["msg"]} for e in error.errors()]
    detail = "; ".join(f"{e['parameter']}: {e['message']}" for e in errors)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=errors)


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    response = problem(error.status_code, str(error.detail))
    response.headers.update(error.headers or {})
    return response
