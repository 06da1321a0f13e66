"""Short forms that a document defines itself: "Ủy ban nhân dân (UBND)", "(sau đây viết tắt là Sở GDĐT)"."""

import re
from collections.abc import Mapping

from loaders.normalise import fold

_DEFINED = re.compile(
    r"\(\s*+(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi\s+tắt|viết\s+tắt|gọi)?\s*+(?:là\s*:?\s*)?[\"“]?(?P<short>[A-ZĐƯ][A-ZĐƯa-z&.-]{1,14})[\"”]?\s*\)"
)
_WORDS = re.compile(r"[\w']+")
_LOOKBACK = 160


def find_abbreviations(text: str) -> Mapping[str, str]:
    """Short form -> the words before its definition whose initials it has; the first definition of each counts.

    >>> find_abbreviations("giao Trung tâm Giáo dục nghề nghiệp (TTGDNN) và Ủy ban nhân dân (UBND) xã")
    {'TTGDNN': 'Trung tâm Giáo dục nghề nghiệp', 'UBND': 'Ủy ban nhân dân'}
    """
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        if match["short"] not in found:
            long = _words_with_initials(text[max(0, match.start() - _LOOKBACK) : match.start()], match["short"])
            if long:
                found[match["short"]] = long
    return found


def _words_with_initials(before: str, short: str) -> str | None:
    """The last words of `before` whose initials are those of `short`; connectives may be passed over."""
    letters = [c for c in fold(short) if c.isalnum()]
    words = list(_WORDS.finditer(before))
    index = len(words)
    start = None
    for letter in reversed(letters):
        index -= 1
        while index >= 0 and fold(words[index].group())[:1] != letter and words[index].group() in ("và", "các", "của"):
            index -= 1
        if index < 0 or fold(words[index].group())[:1] != letter:
            return None
        start = words[index].start()
    if start is None or len(letters) < 2:
        return None
    return " ".join(before[start:].split())
