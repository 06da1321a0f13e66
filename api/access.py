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


def require_reader(request: Request, credentials: _Credentials) -> ApiKey | None:
    """The caller's key, or None where reading needs none. Raises `KeyRequiredError`."""
    keys: KeyFile = request.app.state.keys
    key = keys.find_key(credentials.credentials) if credentials else None
    if key is None and (credentials or request.app.state.service.read_needs_key):
        raise KeyRequiredError(presented=credentials is not None)
    return key


def require_writer(request: Request, credentials: _Credentials) -> ApiKey:
    """The caller's key, which may write. Raises `KeyRequiredError` and `ReadOnlyKeyError`."""
    keys: KeyFile = request.app.state.keys
    key = keys.find_key(credentials.credentials) if credentials else None
    if key is None:
        raise KeyRequiredError(presented=credentials is not None)
    if key.read_only:
        raise ReadOnlyKeyError(key.name)
    return key


Writer = Annotated[ApiKey, Depends(require_writer)]
"""The key of a caller who may change the graph."""
