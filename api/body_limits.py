"""How large the body of a request may be, and in what time it must have come."""

import asyncio
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_JSON_BYTES: Final = 1024 * 1024
"""Bodies that are no uploads: 64,000 characters of a lookup, each perhaps written as an escape."""
_FORM_BYTES: Final = 64 * 1024
"""What the parts of a form add to the file in it."""


class BodyLimits:
    """Refuses what is too large (413) as soon as it is known, and what comes too slowly (408)."""

    def __init__(self, app: ASGIApp, upload_paths: frozenset[str], upload_bytes: int, seconds: float) -> None:
        self._app = app
        self._upload_paths = upload_paths
        self._upload_bytes = upload_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._upload_bytes + _FORM_BYTES if scope["path"] in self._upload_paths else _JSON_BYTES
        body = _LimitedBody(receive, most, self._seconds)
        length = dict(scope["headers"]).get(b"content-length", b"0")
        body.refuse_over(int(length) if length.isdigit() else 0)
        await self._app(scope, body.receive, send)


class _LimitedBody:
    """A body that is read through; one whose length says already that it is too large is refused when it is read."""

    def __init__(self, receive: Receive, most: int, seconds: float) -> None:
        self._receive = receive
        self._most = most
        self._seconds = seconds
        self._size = 0
        self._deadline: float | None = None
        self._complete = False
        self._too_large = False

    def refuse_over(self, size: int) -> None:
        self._too_large = self._too_large or size > self._most

    async def receive(self) -> Message:
        """The next message. Raises an `HTTPException` with 413 or 408."""
        if self._complete:  # what comes now is that the caller has gone, which may take as long as it likes
            return await self._receive()
        self._raise_if_too_large()
        now = asyncio.get_running_loop().time()
        self._deadline = self._deadline or now + self._seconds
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError:
            detail = f"the request did not come whole within {self._seconds:g} s"
            raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, detail, {"Connection": "close"}) from None
        self._size += len(message.get("body", b""))
        self._complete = not message.get("more_body", False)
        self.refuse_over(self._size)
        self._raise_if_too_large()
        return message

    def _raise_if_too_large(self) -> None:
        if self._too_large:
            detail = f"the request is larger than {self._most} bytes, the most that is taken here"
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail, {"Connection": "close"})
