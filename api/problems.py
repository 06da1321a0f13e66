"""Errors as problem details (RFC 9457), and which error has which HTTP status."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.errors import (
    BadParameterError,
    ExtractionTimeError,
    FormatUnavailableError,
    FormError,
    KeyRequiredError,
    ReadersBusyError,
    ReadOnlyKeyError,
    ServiceError,
    UnknownDocumentError,
)
from cypher.errors import (
    DocumentConflictError,
    LocalServerError,
    ReviewError,
    SchemaNameError,
    SchemaVersionError,
    StoreAccessError,
    StoreError,
    StoreRequestError,
    StoreTimeoutError,
    StoreUnavailableError,
    TextNotHeldError,
    UnknownDocumentIdError,
    UnknownEdgeError,
    UnknownIdError,
)
from loaders.errors import LoaderError, UnsupportedFormatError

_LOG: Final = logging.getLogger("vanban")

STATUS_OF: Final[Mapping[type[Exception], HTTPStatus]] = {
    UnknownDocumentError: HTTPStatus.NOT_FOUND,
    UnknownDocumentIdError: HTTPStatus.NOT_FOUND,
    ReviewError: HTTPStatus.UNPROCESSABLE_ENTITY,
    KeyRequiredError: HTTPStatus.UNAUTHORIZED,
    ReadOnlyKeyError: HTTPStatus.FORBIDDEN,
    DocumentConflictError: HTTPStatus.CONFLICT,
    UnsupportedFormatError: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    FormatUnavailableError: HTTPStatus.NOT_IMPLEMENTED,
    FormError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ExtractionTimeError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ReadersBusyError: HTTPStatus.SERVICE_UNAVAILABLE,
    UnknownIdError: HTTPStatus.NOT_FOUND,
    UnknownEdgeError: HTTPStatus.NOT_FOUND,
    TextNotHeldError: HTTPStatus.NOT_FOUND,
    BadParameterError: HTTPStatus.UNPROCESSABLE_ENTITY,
    StoreUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreAccessError: HTTPStatus.SERVICE_UNAVAILABLE,
    LocalServerError: HTTPStatus.SERVICE_UNAVAILABLE,
    SchemaNameError: HTTPStatus.SERVICE_UNAVAILABLE,
    SchemaVersionError: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreTimeoutError: HTTPStatus.GATEWAY_TIMEOUT,
    StoreRequestError: HTTPStatus.BAD_GATEWAY,
    LoaderError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ServiceError: HTTPStatus.INTERNAL_SERVER_ERROR,
    StoreError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""Error class -> status; the nearest base class of an error counts."""

_HEADERS_OF: Final[Mapping[HTTPStatus, Mapping[str, str]]] = {
    HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": "Bearer"},
    HTTPStatus.SERVICE_UNAVAILABLE: {"Retry-After": "5"},
}


def problem(
    status: int, request: Request, detail: str, *, headers: Mapping[str, str] | None = None, **members: object
) -> JSONResponse:
    """An answer of type application/problem+json with the id of the request; `members` are what the problem adds."""
    content: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if request_id := request.scope.get("state", {}).get("request_id"):
        content["request_id"] = request_id
    return JSONResponse(
        jsonable_encoder(content | members), status, dict(headers or {}), media_type="application/problem+json"
    )


def add_problem_handlers(app: FastAPI) -> None:
    """Makes every error of `app` a problem."""
    for kind in STATUS_OF:
        app.add_exception_handler(kind, _ours)
    app.add_exception_handler(RequestValidationError, _bad_parameter)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


async def _ours(request: Request, error: Exception) -> JSONResponse:
    status = next(STATUS_OF[kind] for kind in type(error).__mro__ if kind in STATUS_OF)
    members: dict[str, object] = {}
    if isinstance(error, UnknownDocumentError):
        members["nearest"] = error.nearest
    if isinstance(error, BadParameterError):
        members["errors"] = [{"parameter": error.parameter, "message": error.reason}]
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOG.error("%s", error, extra={"request_id": request.scope.get("state", {}).get("request_id")})
    return problem(status, request, str(error), headers=_HEADERS_OF.get(status), **members)


async def _bad_parameter(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    errors = [{"parameter": ".".join(map(str, e["loc"][1:])), "message": e["msg"]} for e in error.errors()]
    detail = "; ".join(f"{e['parameter']}: {e['message']}" for e in errors)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, request, detail, errors=errors)


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, request, str(error.detail), headers=error.headers)


async def _unforeseen(request: Request, error: Exception) -> JSONResponse:
    """What no handler knows; the server logs where it came from, right after this line."""
    detail = "the service met an error that it does not know; its log has more under this request_id"
    request_id = request.scope.get("state", {}).get("request_id", "-")
    _LOG.error("request %s failed: %s: %s", request_id, type(error).__name__, error, extra={"request_id": request_id})
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, request, detail, headers={"X-Request-ID": request_id})
