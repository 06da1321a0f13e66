"""Answers: JSON with an entity tag, and 304 for what the client has already."""

from collections.abc import Mapping
from hashlib import blake2b
from http import HTTPStatus
from typing import Annotated, Any, Final

from fastapi import Depends, Request, Response

from api.routers.parameters import ListParameters
from api.wire import Page, Wire
from cypher import pages

CACHE_HEADERS: Final = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
"""Keep it, and ask whether it still holds: a document may be loaded at any moment."""


class Answerer:
    """Makes the answers to one request."""

    def __init__(self, request: Request) -> None:
        self._has = request.headers.get("if-none-match") if request.method in ("GET", "HEAD") else None

    def __call__(self, model: Wire, status: int = HTTPStatus.OK, include: Mapping[str, Any] | None = None) -> Response:
        """The model, or those of its members that `include` names; 304 where the client has the same."""
        body = model.model_dump_json(include=dict(include) if include else None).encode()
        tag = f'W/"{blake2b(body, digest_size=12).hexdigest()}"'
        headers = {"ETag": tag, **CACHE_HEADERS}
        if status == HTTPStatus.OK and _names(self._has, tag):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        return Response(body, status, headers, media_type="application/json")

    def page(
        self, model: type[Page[Any]], page: pages.Page[Any], parameters: ListParameters, list_name: str
    ) -> Response:
        """A page of the list with that name, as the parameters ask for it."""
        cursor = parameters.write_cursor(page.next, list_name)
        content = model.model_validate({"results": page.results, "cursor": cursor, "total": page.total})
        return self(content, include=parameters.kept(model))


def _names(if_none_match: str | None, tag: str) -> bool:
    """Whether a header If-None-Match names the tag; weak or strong makes no difference there (RFC 9110, 13.1.2)."""
    if if_none_match is None:
        return False
    named = {one.strip().removeprefix("W/") for one in if_none_match.split(",")}
    return "*" in named or tag.removeprefix("W/") in named


async def _answerer(request: Request) -> Answerer:
    return Answerer(request)


Answer = Annotated[Answerer, Depends(_answerer)]
"""Handlers that ask for it return what it gives."""
