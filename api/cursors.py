"""Cursors: where a page of a list ended, as text that clients hand back unread.

A cursor carries a digest over itself and over what was asked, so that one that was cut, changed or taken to another
question is refused, and never silently gives other results.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import blake2b
from typing import Final

from api.errors import BadParameterError
from cypher.pages import Key

_DIGEST: Final = 6


def write_cursor(key: Key, question: str) -> str:
    """The cursor of a key in the answers to a question."""
    content = json.dumps(key, ensure_ascii=False, separators=(",", ":")).encode()
    return urlsafe_b64encode(_digest(content, question) + content).decode().rstrip("=")


def read_cursor(cursor: str, question: str) -> Key:
    """The key of a cursor that was given out for the same question. Raises `BadParameterError`.

    >>> read_cursor(write_cursor(("vn:a", 3), "documents"), "documents")
    ('vn:a', 3)
    """
    try:
        raw = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
    except (UnicodeEncodeError, binascii.Error, ValueError):
        raw = b""
    content = raw[_DIGEST:]
    if not content or raw[:_DIGEST] != _digest(content, question):
        raise BadParameterError(
            "cursor", "is none that a page of this list gave: leave it out for the first page, and keep the filters"
        )
    return tuple(json.loads(content))


def _digest(content: bytes, question: str) -> bytes:
    return blake2b(content + b"\0" + question.encode(), digest_size=_DIGEST).digest()
