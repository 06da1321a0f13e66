"""Who may do what: API keys, as callers present them in `Authorization: Bearer KEY`."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.errors import KeyRequiredError, ReadOnlyKeyError
from api.key_file import ApiKey, KeyFile

_bearer = HTTPBearer(
    auto_error=False, scheme_name="API key", description="Made by `vanban key add NAME`, sent as `Bearer KEY`."
)
_Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


def bearer_token(authorization: str | None) -> str | None:
    """The key in an Authorization header; None where there is none.

    >>> bearer_token("bearer abc")
    'abc'
    """
    scheme, _, token = (authorization or "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def find_caller_key(request: Request) -> ApiKey | None:
    """The key that a caller presents, or None without a known one; looked up once a request."""
    if not hasattr(request.state, "caller_key"):
        keys: KeyFile = request.app.state.keys
        token = bearer_token(request.headers.get("authorization"))
        request.state.caller_key = keys.find_key(token) if token else None
    key: ApiKey | None = request.state.caller_key
    return key


async def require_reader(request: Request, credentials: _Credentials) -> ApiKey | None:
    """The caller's key, or None where reading needs none. Raises `KeyRequiredError`."""
    key = find_caller_key(request)
    if key is None and (credentials or request.app.state.service.read_needs_key):
        raise KeyRequiredError(presented=credentials is not None)
    return key


async def require_writer(request: Request, credentials: _Credentials) -> ApiKey:
    """The caller's key, which may write. Raises `KeyRequiredError` and `ReadOnlyKeyError`."""
    key = find_caller_key(request)
    if key is None:
        raise KeyRequiredError(presented=credentials is not None)
    if key.read_only:
        raise ReadOnlyKeyError(key.name)
    return key


Writer = Annotated[ApiKey, Depends(require_writer)]
"""The key of a caller who may change the graph."""
