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


_STATE_NAME = r"nước\s+Cộng\s+(?:hòa|hoà)\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam"
_CONSTITUTION = re.compile(rf"(?:Hiến\s+pháp|HIẾN\s+PHÁP)(?:\s+{_STATE_NAME})?(?:\s+năm\s+[0-9]{{4}})?")
_CONGRESS = re.compile(
    r"""
    (?:Nghị\s+quyết|NGHỊ\s+QUYẾT)\s+
    (?:của\s+)?(?P<issuer>
      (?:Đại\s+hội|ĐẠI\s+HỘI|đại\s+hội)(?:\s+(?:[^\W\d_]+|-)){0,9}?\s+(?:lần\s+thứ|LẦN\s+THỨ)\s+[IVX]+
      (?:\s+(?:của\s+Đảng|CỦA\s+ĐẢNG))?
    | (?:Hội\s+nghị|HỘI\s+NGHỊ)(?:\s+lần\s+thứ\s+\w+)?(?:\s+Ban\s+Chấp\s+hành)?\s+Trung\s+ương
      (?:\s+[0-9]+)?(?:\s+Đảng)?,?\s+(?:khóa|khoá)\s+[IVX]+
    )(?!\w)
    """,
    re.VERBOSE,
)
_KINDS = (
    r"(?:Đề\s+án|Quy\s+chế|Quy\s+định|Điều\s+lệ|Kế\s+hoạch|Danh\s+mục"
    r"|ĐỀ\s+ÁN|QUY\s+CHẾ|QUY\s+ĐỊNH|ĐIỀU\s+LỆ|KẾ\s+HOẠCH|DANH\s+MỤC)"
)
_QUOTED = re.compile(rf"(?P<type>{_KINDS})\s*:?\s*[“\"](?P<name>[^“”\"]{{5,400}})[”\"]")
_NAMED = re.compile(
    rf"""
    (?P<type>{_KINDS})\s+
    (?!(?:này|số|nêu|trên|được|đã|và|của|do|khi|để|theo|là|tại|có|ban|phải|trong|kèm|hoặc|cho|chung|cụ\s+thể
         |NÀY|SỐ|VÀ|CỦA|KÈM)(?!\w))
    (?P<name>[^\W\d_](?:[^.;:“”\"()]|\([A-ZĐ0-9&/ -]{{2,15}}\))*)
    """,
    re.VERBOSE,
)
_STOP = re.compile(
    r"""
      \s+(?:(?:được\s+)?(?:ban\s+hành|phê\s+duyệt)|kèm\s+theo|BAN\s+HÀNH|KÈM\s+THEO|được\s|đã\s|nhằm\s|để\s
          |theo\s+(?:Quyết|Nghị|Thông|Công|Kế|quy|đúng)|tại\s+(?:Quyết|Nghị|Thông|Tờ)
          |trình\s+(?:cấp|cơ|Ủy|UBND|Thủ|Chính|Hội)|trên\s+cơ\s+sở|và\s+các\s|bảo\s+đảm\s|đảm\s+bảo\s+(?:đúng|hiệu))
    | ,\s*(?!(?:tầm|định|giai|giáo|thiếu|thanh|sinh|học|lối|đạo|quản|khai|sử|thể|phát|nâng|dự|tiến|thực|chống|chữa|giải
              |tăng|bứt)\s)
    | \n\s*\n\s*\n
    | \n\s*(?=[-+•*]\s|[0-9]+(?:\.[0-9]+)*[.)]\s|[IVX]+\.\s|[a-zđ]\)\s|Căn\s+cứ\s|Điều\s+[0-9])
    """,
    re.VERBOSE,
)
"""Where a name ends: words that lead on to something else, and commas that no name goes on after."""
_PROMULGATED = re.compile(
    r"\s*,?\s*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo|ban\s+hành\s+theo|BAN\s+HÀNH\s+(?:KÈM\s+)?THEO)\s+"
    r"(?!(?:Quyết\s+định|Nghị\s+quyết|Thông\s+tư|Quy\s+định)\s+này)"
)
_GIVEN = re.compile(r"(?:ban\s+hành|phê\s+duyệt|thông\s+qua)(?:\s+kèm\s+theo)?\s*\Z")
_GIVEN_BY_THIS = re.compile(r"này\s*\Z|(?:^|\n)\s*(?:Điều\s+[0-9]+\.\s*)?(?:Ban\s+hành|Phê\s+duyệt)[^.;]{0,80}\Z")
_CARRIED_OUT = re.compile(
    r"(?:thực\s+hiện|triển\s+khai|theo|và|hoàn\s+thành|bổ\s+sung|hướng\s+dẫn|vào|(?:điều|dung)\s+của)(?:\s+(?:các|tốt|hiệu\s+quả|có\s+hiệu\s+quả))?\s*\Z"
)
_OF_ANOTHER = re.compile(
    r"(?:(?:triển\s+khai|tổ\s+chức|thực\s+hiện|thi\s+hành)\s+)+(?:Nghị|Quyết|Chỉ|Kết|Luật|Pháp|Kế|Đề|Thông|Công|Chương|Chiến|Bộ\s+luật|Hiến|các)\s"
    r"|(?:(?:triển\s+khai|thực\s+hiện|hành\s+động)\s*)+(?:\Z|,)|liên\s+quan\s|Trong\s|đảm\s+bảo\s+hiệu"
)
_LISTED = re.compile(r"[;,]\s*\Z")
_PERIOD = re.compile(r"(?:năm|giai\s+đoạn|thời\s+kỳ)\s+[0-9]{4}")
_LONGEST_NAME = 300
_FEWEST_WORDS = 3


def find_named_documents(text: str) -> Iterator[NamedDocument]:
    """Each document that the text cites by name only, in no particular order."""
    for found in _CONSTITUTION.finditer(text):
        yield NamedDocument(found.start(), found.end(), "Hiến pháp", squeeze(found.group()), "Quốc hội")
    for found in _CONGRESS.finditer(text):
        yield NamedDocument(found.start(), found.end(), "Nghị quyết", squeeze(found.group()), squeeze(found["issuer"]))
    quoted = set()
    for found in _QUOTED.finditer(text):
        quoted.add(found.start())
        yield _named(found, found.end(), squeeze(found["name"]))
    pos = 0
    while match := _NAMED.search(text, pos):
        pos = match.start("name")
        named = _own_name(text, match) if match.start() not in quoted else None
        if named:
            yield named
            pos = named.end


def _own_name(text: str, match: re.Match[str]) -> NamedDocument | None:
    """The document when what follows its type word is a name of its own and something shows that it is cited."""
    limit = min(match.end(), match.start("name") + _LONGEST_NAME)
    stop = _STOP.search(text, match.start("name"), limit)
    end = len(text[: stop.start() if stop else limit].rstrip())
    name = squeeze(text[match.start("name") : end])
    if len(name.split()) < _FEWEST_WORDS or _OF_ANOTHER.match(name):
        return None
    kind = type_of_words(match["type"]) or squeeze(match["type"])
    before = text[max(0, match.start() - 80) : match.start()]
    promulgated = bool(_PROMULGATED.match(text, end))
    given = bool(_GIVEN.search(before)) and not _GIVEN_BY_THIS.search(before)
    if kind in ("Quy định", "Danh mục") or match["type"].isupper():
        cited = promulgated
    elif kind == "Kế hoạch":
        listed = _LISTED.search(before) and _PERIOD.search(name)
        cited = promulgated or given or bool(_CARRIED_OUT.search(before) or listed)
    else:
        cited = not _GIVEN_BY_THIS.search(before)
    return _named(match, end, name) if cited else None


def _named(match: re.Match[str], end: int, name: str) -> NamedDocument:
    kind = type_of_words(match["type"]) or squeeze(match["type"])
    return NamedDocument(match.start(), end, kind, f"{kind} {name}")
