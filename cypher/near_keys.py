"""What documents are compared by that may be one without saying so in the same words.

Each key begins with a sign of its kind. A change of a document concerns those that have a key of `keys_concerned`; a
document is compared with those that have a key of `keys_compared`.
"""

from typing import Final

from cypher.names import id_parts, id_symbol
from cypher.titles import near_keys, title_key

ENDS: Final = "~"
"""How a long title begins or ends."""
TITLE: Final = "="
"""The title of a document that is known by number."""
BLANK: Final = "?"
"""Issuer, type, symbol and month of a document whose number is left blank."""
NUMBERED: Final = "#"
"""The same of a document that is known by number."""
_MONTH: Final = len("2024-06")


def is_blank(document_id: str) -> bool:
    """Whether a document has a symbol, and its number is left blank."""
    return id_parts(document_id).number is None and id_symbol(document_id) is not None


def month_key(document_id: str, date: str | None) -> str | None:
    """`issuer|type|symbol|month`; None where one of them is not known.

    >>> month_key("vn:ubnd-tinh-ben-tre:ke-hoach:2024:x0eb8126a-kh-ubnd", "2024-09-05")
    'ubnd-tinh-ben-tre|ke-hoach|kh-ubnd|2024-09'
    """
    parts, symbol = id_parts(document_id), id_symbol(document_id)
    if not date or len(date) < _MONTH or None in (parts.issuer, parts.type, parts.when, symbol):
        return None
    return f"{parts.issuer}|{parts.type}|{symbol}|{date[:_MONTH]}"


def keys_concerned(document_id: str, date: str | None, name: str | None) -> set[str]:
    """Keys of the documents that may be one with others than before when this one comes, goes or changes."""
    keys = _ends(name)
    month, title = month_key(document_id, date), title_key(name)
    if month:
        keys.add(BLANK + month)
    if title and id_parts(document_id).settled:
        keys.add(TITLE + title)
    return keys


def keys_compared(document_id: str, date: str | None, name: str | None) -> set[str]:
    """Keys of the documents with which this one is compared."""
    title, month = title_key(name), month_key(document_id, date)
    if id_parts(document_id).settled:
        return {TITLE + title} if title else set()
    if id_parts(document_id).number:
        return set()
    return _ends(name) | ({NUMBERED + month} if month else set())


def keys_borne(document_id: str, date: str | None, name: str | None) -> set[str]:
    """All keys by which a document is found."""
    month = month_key(document_id, date)
    keys = keys_concerned(document_id, None, name)
    return keys | {(BLANK if is_blank(document_id) else NUMBERED) + month} if month else keys


def _ends(name: str | None) -> set[str]:
    return {ENDS + key for key in near_keys(name) if key}
