"""Routes that read: what they have in common."""

from typing import Any, Final

from fastapi.routing import APIRoute
from starlette.routing import Match
from starlette.types import Receive, Scope, Send

from api.wire import Problem

NOT_FOUND: Final[dict[int | str, dict[str, Any]]] = {404: {"model": Problem, "description": "Nothing has this id"}}
NAMED: Final[dict[int | str, dict[str, Any]]] = {
    404: {"model": Problem, "description": "No document has the name: a problem with the `nearest` ones"}
}


class ReadRoute(APIRoute):
    """A route that answers HEAD as it answers GET; the web server leaves out the body."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] == "http" and scope["method"] == "HEAD" and "GET" in (self.methods or ()):
            match, child = super().matches({**scope, "method": "GET"})
            return match, child
        return super().matches(scope)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "HEAD" and "GET" in (self.methods or ()):
            await self.app(scope, receive, send)
        else:
            await super().handle(scope, receive, send)
