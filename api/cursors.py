"""Cursors: where a page of a list ended, as text that clients hand back unread.

A cursor carries a digest over itself and over what was asked, so that one that was cut, changed or taken to another
question is refused, and never silently gives other results.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import Field, TypeAdapter, ValidationError

from api.errors import BadParameterError
from cypher.pages import Key

_DIGEST: Final = 6
_Count: TypeAlias = Annotated[int, Field(ge=0, lt=2**31)]
KeyType: TypeAlias = TypeAdapter[Any]
"""The values of a key: anybody can make a digest, so that they are checked before the graph is asked by them."""

BY_ID: Final[KeyType] = TypeAdapter(tuple[str])
BY_VALUE: Final[KeyType] = TypeAdapter(tuple[str | None, str])
BY_RELEVANCE: Final[KeyType] = TypeAdapter(tuple[Literal["every", "any"], _Count])
BY_SCORE: Final[KeyType] = TypeAdapter(tuple[_Count, str])
BY_DEADLINE: Final[KeyType] = TypeAdapter(tuple[str, str])
BY_DEADLINE_AND_ROLE: Final[KeyType] = TypeAdapter(tuple[str, str, str])
BY_HOPS: Final[KeyType] = TypeAdapter(tuple[_Count, _Count, bool, str, str])


def write_cursor(key: Key, question: str) -> str:
    """The cursor of a key in the answers to a question."""
    content = json.dumps(key, ensure_ascii=False, separators=(",", ":")).encode()
    return urlsafe_b64encode(_digest(content, question) + content).decode().rstrip("=")


def read_cursor(cursor: str, question: str, key_type: KeyType) -> Key:
    """The key of a cursor that was given out for the same question. Raises `BadParameterError`.

    >>> read_cursor(write_cursor(("vn:a", "vn:b"), "documents"), "documents", BY_VALUE)
    ('vn:a', 'vn:b')
    """
    try:
        raw = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except (UnicodeEncodeError, binascii.Error, ValueError):
        raw = b""
    content = raw[_DIGEST:]
    try:
        if raw[:_DIGEST] == _digest(content, question):
            key: Key = key_type.validate_json(content, strict=True)
            return key
    except ValidationError:
        pass
    raise BadParameterError(
        "cursor", "is none that a page of this list gave: leave it out for the first page, and keep the filters"
    )


def _digest(content: bytes, question: str) -> bytes:
    return blake2b(content + b"\0" + question.encode(), digest_size=_DIGEST).digest()
