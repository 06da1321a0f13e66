"""The parts of a document in which the same words mean different things: title, preamble, purpose, body, closing.

"Thực hiện Nghị quyết X" is the document's own relation in its title, preamble, purpose and closing formula,
and one citation among others in a task.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from loaders.records import Header

_PREAMBLE_END = re.compile(
    r"""
    ^[ ]*(?:(?:I|A|1)\s?[.)/-]\s | (?:Điều|ĐIỀU)\s+1\b | (?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:I|1|thứ)\b
         | (?:QUYẾT\s+(?:ĐỊNH|NGHỊ)|CHỈ\s+THỊ|Quyết\s+định|QUY\s+ĐỊNH)\s*:?[ ]*$ )
    """,
    re.VERBOSE | re.MULTILINE,
)
_ARTICLES_BEGIN = re.compile(r"^[ ]*(?:(?:Điều|ĐIỀU)\s+1\b|(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:I|1|thứ)\b)", re.MULTILINE)
"""In a consolidated text, whose list of amending acts comes before its preamble, only articles end it."""
_PURPOSE = re.compile(
    r"^[ ]*+(?:[IVX]+|[0-9]{1,2}|[A-H]|[a-z])?\s?[.)/]?-?\s*+"
    r"(?:MỤC\s+ĐÍCH|MỤC\s+TIÊU(?![^\n]*(?:NHIỆM|CHỈ))|Mục\s+đích|YÊU\s+CẦU|Yêu\s+cầu)\b[^\n]{0,60}$",
    re.MULTILINE,
)
_GROUNDS = re.compile(
    r"^[ ]*(?:[IVX]+|[0-9]{1,2})\s?[.)/-]\s*(?:(?:CÁC\s+)?CĂN\s+CỨ|CƠ\s+SỞ\s+PHÁP\s+LÝ)[^\n]{0,60}$", re.MULTILINE
)
_ROMAN_HEADING = re.compile(
    r"^[ ]*(?:[IVX]+\s?[.)/-]\s|(?:Điều|ĐIỀU|Phần|PHẦN|Chương|CHƯƠNG)\s+[0-9IVX]+)", re.MULTILINE
)
_CLOSING = re.compile(r"^\s*Trên\s+đây\s+là\s", re.MULTILINE)
_PURPOSE_WORDS = ("ĐÍCH", "TIÊU", "đích", "YÊU", "Yêu")
_GROUNDS_WORDS = ("CĂN", "PHÁP")
_CLOSING_WORDS = ("Trên",)
"""Of each pattern the words of which a match holds one: looking for line starts is slow, finding these is not."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Where each part begins; `zone_at` tells the part of a position."""

    _starts: tuple[int, ...]
    _names: tuple[str, ...]

    def zone_at(self, position: int) -> str:
        """letterhead, title, preamble, purpose, body, closing or annex."""
        i = bisect_right(self._starts, position)
        return self._names[i - 1] if i else "letterhead"

    def start_of_zone(self, position: int) -> int:
        """Where the part that holds `position` begins."""
        i = bisect_right(self._starts, position)
        return self._starts[i - 1] if i else 0

    def end_of_zone(self, position: int) -> int | None:
        """Where the part that holds `position` ends; None for the last."""
        i = bisect_right(self._starts, position)
        return self._starts[i] if i < len(self._starts) else None


def find_zones(text: str, header: Header) -> Zones:
    """The parts of `text`; without a letterhead or headings everything before the first heading is preamble."""
    begins = header.body_start
    ends = header.body_end if header.body_end is not None else len(text)
    marks: list[tuple[int, str]] = []
    if header.title_start is not None and header.title_end is not None:
        marks += [(header.title_start, "title"), (header.title_end, "preamble")]
        begins = max(begins, header.title_end)
    consolidated = header.type == "Văn bản hợp nhất"
    heading = (_ARTICLES_BEGIN if consolidated else _PREAMBLE_END).search(text, begins, ends)
    marks.append((begins, "preamble"))
    if heading:
        marks.append((heading.start(), "body"))
        body = (heading.start(), ends)
        if _holds(text, _PURPOSE_WORDS, *body):
            marks += _section_marks(text, _PURPOSE, "purpose", *body)
        if _holds(text, _GROUNDS_WORDS, *body):
            marks += _section_marks(text, _GROUNDS, "preamble", *body)
        if _holds(text, _CLOSING_WORDS, *body):
            marks += [(match.start(), "closing") for match in [*_CLOSING.finditer(text, *body)][-1:]]
    elif header.type is None:
        marks.append((begins, "body"))
    if ends < len(text):
        marks.append((ends, "annex"))
    marks.sort(key=lambda mark: mark[0])
    return Zones(tuple(start for start, _ in marks), tuple(name for _, name in marks))


def _holds(text: str, words: tuple[str, ...], start: int, end: int) -> bool:
    return any(text.find(word, start, end) >= 0 for word in words)


def _section_marks(text: str, heading: re.Pattern[str], name: str, start: int, end: int) -> list[tuple[int, str]]:
    """A section begins at its heading and lasts to the next heading of the first rank."""
    marks: list[tuple[int, str]] = []
    until = start
    for match in heading.finditer(text, start, end):
        if match.start() < until:
            continue
        following = _ROMAN_HEADING.search(text, match.end(), end)
        until = following.start() if following else end
        marks += [(match.start(), name), (until, "body")]
    return marks
