"""Documents cited by a name of their own and no number: schemes, regulations, charters, congress resolutions.

What counts is said in the conventions of the annotations: Kế hoạch, Đề án, Quy chế, Quy định, Điều lệ and Danh mục
with their own name, resolutions of a Party congress or session, the Constitution. Programmes, strategies and
plurals do not count, nor does a type word that another act's title uses for itself ("ban hành Kế hoạch thực hiện X").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.document_types import type_of_words
from loaders.normalise import squeeze


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document cited by name; `title` has the type word and the name."""

    start: int
    end: int
    type: str
    title: str
    issuer_words: str | None = None


_CONSTITUTION = re.compile(
    r"(?<!\w)(?:Hiến\s+pháp|HIẾN\s+PHÁP)(?:\s+nước\s+Cộng\s+(?:hòa|hoà)\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam)?(?:\s+năm\s+[0-9]{4})?"
)
_CONGRESS = re.compile(
    r"""
    (?<!\w)(?:Nghị\s+quyết|NGHỊ\s+QUYẾT)\s+
    (?:của\s+)?(?P<issuer>
      (?:Đại\s+hội|ĐẠI\s+HỘI|đại\s+hội)(?:\s+(?:[^\W\d_]+|-)){0,9}?\s+(?:lần\s+thứ|LẦN\s+THỨ)\s+[IVX]+(?:\s+(?:của\s+Đảng|CỦA\s+ĐẢNG))?
    | (?:Hội\s+nghị|HỘI\s+NGHỊ)(?:\s+lần\s+thứ\s+\w+)?(?:\s+Ban\s+Chấp\s+hành)?\s+Trung\s+ương(?:\s+[0-9]+)?(?:\s+Đảng)?,?\s+(?:khóa|khoá)\s+[IVX]+
    )(?!\w)
    """,
    re.VERBOSE,
)
_QUOTED = re.compile(
    r"(?<!\w)(?P<type>Đề\s+án|Quy\s+chế|Quy\s+định|Điều\s+lệ|Kế\s+hoạch|Danh\s+mục)\s*:?\s*[“\"](?P<name>[^“”\"]{5,400})[”\"]"
)
_NAMED = re.compile(
    r"(?<!\w)(?P<type>Đề\s+án|Quy\s+chế|Điều\s+lệ)\s+(?!(?:này|số|nêu|trên|được|đã|và|của|do|khi|để|theo|là|tại|có|ban|phải|thành\s+phần)(?!\w))"
    r"(?P<name>[^\W\d_][^.;:“”\"()\n]*(?:\n[^.;:“”\"()\n]+)*)"
)
_STOP = re.compile(
    r"""
    \s+(?:ban\s+hành|kèm\s+theo|theo\s+(?:Quyết|Nghị|Thông|Công|Kế|quy)|được\s|tại\s+(?:Quyết|Nghị|Thông|Tờ)|trình\s+(?:cấp|cơ|Ủy|UBND|Thủ|Chính|Hội)
      |trên\s+cơ\s+sở|và\s+các\s|đã\s|bảo\s+đảm\s|đảm\s+bảo\s|(?:nhằm|để)\s)
    | ,\s*(?!(?:tầm|định|giai|giáo|thiếu|thanh|sinh|học|lối|đạo|quản|khai|sử|thể|phát|nâng|dự|tiến|thực|chống|chữa)\s) | \n\s*\n\s*(?=[-+•*]\s|[0-9]+[.)]\s|[IVX]+\.\s|[a-zđ]\)\s)
    """,
    re.VERBOSE,
)
_LONGEST_NAME = 300


def find_named_documents(text: str) -> Iterator[NamedDocument]:
    """Each document that the text cites by name only, in no particular order."""
    for match in _CONSTITUTION.finditer(text):
        yield NamedDocument(match.start(), match.end(), "Hiến pháp", squeeze(match.group()), "Quốc hội")
    for match in _CONGRESS.finditer(text):
        yield NamedDocument(match.start(), match.end(), "Nghị quyết", squeeze(match.group()), squeeze(match["issuer"]))
    quoted_starts = set()
    for match in _QUOTED.finditer(text):
        quoted_starts.add(match.start())
        yield _named(match, match.end(), squeeze(match["name"]))
    for match in _NAMED.finditer(text):
        if match.start() in quoted_starts:
            continue
        limit = min(match.end(), match.start("name") + _LONGEST_NAME)
        stop = _STOP.search(text, match.start("name"), limit)
        end = stop.start() if stop else limit
        name = squeeze(text[match.start("name") : end])
        if len(name.split()) >= 2:
            yield _named(match, match.start() + len(text[match.start() : end].rstrip()), name)


def _named(match: re.Match[str], end: int, name: str) -> NamedDocument:
    kind = type_of_words(match["type"]) or squeeze(match["type"])
    return NamedDocument(match.start(), end, kind, f"{kind} {name}")
