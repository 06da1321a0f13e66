"""Offsets as people name them: line and column."""

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\n|\r")


class TextLines:
    """The lines of a text as it stands in its file."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place_of(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; columns count code points.

        >>> TextLines("Căn cứ\\r\\nLuật").place_of(9)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
