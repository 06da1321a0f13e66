"""Provisions of another act that a consolidated text quotes in a footnote: what they cite, that act cites.

"Nghị định số A sửa đổi … có căn cứ ban hành như sau: “Căn cứ Luật B; …”": B is the ground of A.
"""

import re
from bisect import bisect_right

from loaders.records import Header

_OPENING = re.compile(r"như\s+sau\s*:\s*“")
_MARK = re.compile(r"[“”]")
_REACH = 20_000


class QuotedActs:
    """Where the quotations of a consolidated text begin and end; no other kind of text quotes acts so."""

    def __init__(self, text: str, header: Header) -> None:
        self._spans: list[tuple[int, int]] = []
        if header.type != "Văn bản hợp nhất":
            return
        end = 0
        for match in _OPENING.finditer(text):
            if match.start() >= end:
                end = _closing(text, match.end())
                self._spans.append((match.start(), end))

    def opening(self, position: int) -> int | None:
        """Where the words that lead into the quotation around `position` end; None outside quotations."""
        i = bisect_right(self._spans, (position, position)) - 1
        return self._spans[i][0] if i >= 0 and position < self._spans[i][1] else None


def _closing(text: str, start: int) -> int:
    """Where the quotation that is open at `start` closes: quotations within it are balanced."""
    depth = 1
    limit = min(len(text), start + _REACH)
    for match in _MARK.finditer(text, start, limit):
        depth += 1 if match.group() == "“" else -1
        if not depth:
            return match.end()
    return limit
