"""Pinpoints: the point, clause, article or form of a document that a citation names before it."""

import re

from loaders.normalise import squeeze

_INITIAL = "[ĐđKkMmCcPpTt]"
"""Of a unit. A pattern that begins with one class is searched for much faster than one with alternatives."""
_REST_OF_UNIT = (
    r"(?:(?<=[Đđ])i(?:ểm|ều)|(?<=[Kk])hoản|(?<=[Mm])(?:ục|ẫu(?:\s+số)?)|(?<=[Cc])hương|(?<=[Pp])(?:hần|hụ\s+lục)"
    r"|(?<=[Tt])iết)"
)
_UNIT = _INITIAL + _REST_OF_UNIT
_LABEL = r"(?:[0-9]{1,3}[a-zđ]?|[IVXL]{1,6}|[A-H]|[a-zđ]{1,2})(?:\.[0-9]{1,2})*(?!\w)"
_ENDS_WITH_ONE = re.compile(
    rf"{_INITIAL}(?:{_REST_OF_UNIT}\s+(?:số\s+)?{_LABEL}|(?<=[Pp])hụ\s+lục)"
    r"(?:\s*,?\s*(?:của|tại|trong|(?:ban\s+hành\s+)?kèm\s+theo))?\s*\Z"
)
_PINPOINT = re.compile(
    rf"""
    (?P<pinpoint>{_UNIT}\s+(?:số\s+)?{_LABEL}
      (?:\s*(?:,|;|và|hoặc|đến)?\s*(?:tại\s+|của\s+)?(?:(?:{_UNIT}\s+(?:số\s+)?)?{_LABEL}|[Pp]hụ\s+lục(?!\s+[0-9IVX])))*
    )(?:\s*,?\s*(?:của|tại|trong|(?:ban\s+hành\s+)?kèm\s+theo))?\s*\Z
    """,
    re.VERBOSE,
)
_START = re.compile(rf"(?<!\w){_UNIT}\s")
_REACH = 200


def find_pinpoint(text: str, start: int) -> str | None:
    """The pinpoint that stands right before `start`, white space folded, or None.

    >>> find_pinpoint("tại điểm b khoản 4 Điều 8; khoản 4 Điều 9 Nghị định", 42)
    'điểm b khoản 4 Điều 8; khoản 4 Điều 9'
    """
    window = text[max(0, start - _REACH) : start]
    if not _ENDS_WITH_ONE.search(window[-40:]):
        return None
    for match in _START.finditer(window):
        found = _PINPOINT.match(window, match.start())
        if found:
            return squeeze(found["pinpoint"])
    return None


def without_pinpoint(words: str) -> str:
    """The words before a mention without the pinpoint that they end with, and without its "của" or "tại".

    >>> without_pinpoint("bãi bỏ khoản 3 Điều 7 của ")
    'bãi bỏ '
    """
    window = words[-_REACH:]
    if not _ENDS_WITH_ONE.search(window[-40:]):
        return words
    for match in _START.finditer(window):
        if _PINPOINT.match(window, match.start()):
            return words[: len(words) - len(window) + match.start()]
    return words
