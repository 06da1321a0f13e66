"""Documents cited by a name of their own and no number: schemes, regulations, charters, congress resolutions.

What counts is said in the conventions of the annotations: Kế hoạch, Đề án, Quy chế, Quy định, Điều lệ and Danh mục
with their own name, resolutions of a Party congress or session, the Constitution. Programmes, strategies and
plurals do not count, nor does a type word that another act's title uses for itself ("ban hành Kế hoạch thực hiện X").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.bodies import find_body_name_end
from loaders.document_types import type_of_words
from loaders.law_names import find_law_names
from loaders.normalise import squeeze


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document cited by name; `title` has the type word and the name."""

    start: int
    end: int
    type: str
    title: str
    issuer_words: str | None = None
    year: str | None = None
    """The year of a constitution."""


_STATE_NAME = r"nước\s+Cộng\s+(?:hòa|hoà)\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam"
_CONSTITUTION = re.compile(rf"(?:Hiến\s+pháp|HIẾN\s+PHÁP)(?:\s+{_STATE_NAME})?(?:\s+năm\s+(?P<year>[0-9]{{4}}))?")
_PARTY_CHARTER = re.compile(r"Điều\s+lệ\s+Đảng(?:\s+Cộng\s+sản\s+Việt\s+Nam)?(?!\s+\w+\s+bộ)")
_CONGRESS = re.compile(
    r"""
    (?:Nghị\s+quyết|NGHỊ\s+QUYẾT)\s+
    (?:của\s+)?(?P<issuer>
      (?:Đại\s+hội|ĐẠI\s+HỘI|đại\s+hội)(?:\s+(?:[^\W\d_]+|-)){0,9}?\s+(?:lần\s+thứ|LẦN\s+THỨ)\s+[IVX]+
      (?:\s+(?:của\s+Đảng|CỦA\s+ĐẢNG))?
    | (?:Hội\s+nghị|HỘI\s+NGHỊ)(?:\s+lần\s+thứ\s+\w+)?,?(?:\s+(?:của\s+)?Ban\s+Chấp\s+hành)?\s+Trung\s+ương
      (?:\s+[0-9]+)?(?:\s+Đảng)?,?\s+\(?(?:khóa|khoá)\s+[IVX]+
    | Đại\s+hội\s+[IVX]+\s+của\s+Đảng
    | Hội\s+nghị\s+lần\s+thứ\s+\w+\s+(?:của\s+)?Ban\s+Chấp\s+hành\s+Trung\s+ương(?:\s+Đảng)?
    | Trung\s+ương\s+(?:lần\s+thứ\s+)?(?:[0-9]+|\w+),?\s+\(?(?:khóa|khoá)\s+[IVX]+
    )(?!\w)\)?
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
    (?P<type>{_KINDS})(?:\s+|(?<=án):\s+(?=[A-ZĐÀ-Ỹ]))
    (?!(?:này|số|nêu|trên|được|đã|và|của|do|khi|để|theo|là|tại|có|ban|phải|trong|kèm|hoặc|cho|chung|cụ\s+thể
         |NÀY|SỐ|VÀ|CỦA|KÈM)(?!\w))
    (?P<name>[^\W\d_](?:[^.;:“”\"()]++|\([A-ZĐ0-9&/ -]{{2,15}}\))*+)
    """,
    re.VERBOSE,
)
_STOP = re.compile(
    r"""
      \s+(?:(?:được\s+)?(?:ban\s+hành|phê\s+duyệt)|kèm\s+theo|BAN\s+HÀNH|KÈM\s+THEO|được\s|đã\s|nhằm\s|(?<!triệt\s)để\s
          |theo\s+(?:Quyết|Nghị|Thông|Công|Kế|quy|đúng)|tại\s+(?:Quyết|Nghị|Thông|Tờ)
          |và\s+(?:Quyết\s+định|Nghị\s+(?:quyết|định)|Kế\s+hoạch|Kết\s+luận|Đề\s+án|Quy\s+(?:chế|định)|Điều\s+lệ|Chỉ\s+thị
              |Chương\s+trình|Chiến\s+lược|Công\s+văn|Thông\s+(?:tư|báo)|Văn\s+bản|Hướng\s+dẫn|Tờ\s+trình|Luật)\s
          |trình\s+(?:cấp|cơ|Ủy|UBND|Thủ|Chính|Hội)|trên\s+cơ\s+sở|và\s+các\s|bảo\s+đảm\s|đảm\s+bảo\s+(?:đúng|hiệu))
    | ,(?!\s*(?:bổ|tầm|định|giai|giáo|thiếu|thanh|sinh|học|lối|đạo|quản|khai|sử|thể|phát|nâng|dự|tiến|thực|chống|chữa
              |giải|tăng|bứt|trường|bồi|cấp|viên|người|trẻ|vùng|miền|hải|gia|môi|kiểm|ứng|khắc|xã|phường|tệ|lãng|tiêu|tái|trật
              |an\s+(?:ninh|toàn|sinh)|công\s+(?:chức|nghệ|nghiệp)|đào\s+tạo|đổi\s+mới|thích\s+ứng)\s)
    | \n\s*\n\s*\n | \n\s*(?=[A-ZĐÀ-Ỵ][^\n,.;]{1,30},\s+ngày\s)
    | (?<=[^A-ZĐÀ-Ỵ])\n\s*(?=[A-ZĐÀ-Ỵ]{2,}\s+[A-ZĐÀ-Ỵ]{2,}\s)
    | \n\s*(?=[-+•*]\s|[0-9]+(?:\.[0-9]+)*[.)]\s|[IVX]+\.\s|[a-zđ]\)\s|Căn\s+cứ\s|Điều\s+[0-9])
    """,
    re.VERBOSE,
)
"""Where a name ends: words that lead on to something else, and commas that no name goes on after."""
_SENTENCE_END = re.compile(r"[.;:“”\"](?:\s|\Z)")
_PROMULGATED = re.compile(
    r"\s*,?\s*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo|ban\s+hành\s+theo|BAN\s+HÀNH\s+(?:KÈM\s+)?THEO)\s+"
    r"(?!(?:Quyết\s+định|Nghị\s+quyết|Thông\s+tư|Quy\s+định)\s+này)"
)
_GIVEN = re.compile(r"(?:ban\s+hành|phê\s+duyệt|thông\s+qua)(?:\s+kèm\s+theo)?\s*[“\"]?\Z")
_GIVEN_BY_THIS = re.compile(r"này\s*\Z|(?:^|\n)\s*(?:Điều\s+[0-9]+\.\s*)?(?:Ban\s+hành|Phê\s+duyệt)[^.;]{0,80}\Z")
_CARRIED_OUT = re.compile(
    r"(?:[Tt]hực\s+hiện|[Tt]riển\s+khai|[Tt]heo|và|[Hh]oàn\s+thành|bổ\s+sung|hướng\s+dẫn|vào|(?:điều|dung)\s+của"
    r"|bám\s+sát(?:\s+nội\s+dung)?)(?:\s+(?:các|tốt|hiệu\s+quả|có\s+hiệu\s+quả))?\s*\Z"
)
_OF_ANOTHER = re.compile(
    r"(?:(?:triển\s+khai|tổ\s+chức|thực\s+hiện|thi\s+hành|hành\s+động)\s+)+(?:Nghị|Quyết|Chỉ|Kết|Luật|Pháp|Kế|Đề|Thông|Công|Chương|Chiến|Bộ\s+luật|Hiến|các)\s"
    r"|(?:(?:triển\s+khai|thực\s+hiện|hành\s+động)\s*)+(?:\Z|,)|liên\s+quan\s|Trong\s|đảm\s+bảo\s+hiệu"
)
_ANNOUNCED = re.compile(r"\b(?:như\s+sau|sau\s+đây|cụ\s+thể\s+sau)\Z|\bvới\s+(?:các|những|một\s+số)\s+nội\s+dung\b")
"""A name that only announces what the document itself is about to say."""
_LISTED = re.compile(r"[;,]\s*\Z")
_PERIOD = re.compile(r"(?:năm|giai\s+đoạn|thời\s+kỳ)\s+[0-9]{4}")
_OF_BODY = re.compile(
    r"(?P<type>Nghị\s+quyết|Nghị\s+định|Kết\s+luận|Thông\s+báo(?:\s+[Kk]ết\s+luận)?|Tờ\s+trình|Đề\s+án|Báo\s+cáo\s+thẩm\s+tra)"
    r"\s+của\s+(?:đồng\s+chí\s+)?"
)
_ANY_ACT = re.compile(r"(?<!\w)(?:[Ll]uật|[Pp]háp\s+lệnh|[Nn]ghị\s+quyết|[Nn]ghị\s+định),\s*\Z")
"""Types in a row, which name no act: "các luật, nghị quyết của Quốc hội"."""
_SUBJECT = re.compile(r"\s+(?:về|tăng\s+cường|quy\s+định)\s")
_AT_WORK_ON = re.compile(
    r"(?:[Tt]hực\s+hiện|[Tt]riển\s+khai|[Qq]uán\s+triệt|ký|hoàn\s+thiện\s+dự\s+thảo|[,;]|\svà)\s*\Z"
)
_GUIDING = re.compile(
    r"Nghị\s+định\s+(?:của\s+Chính\s+phủ\s+)?(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn)(?:\s+(?:việc\s+)?thi\s+hành)?"
    r"(?:\s+(?:một\s+số\s+)?[Đđ]iều)?(?:\s+và\s+biện\s+pháp\s+thi\s+hành)?(?:\s+của)?\s+(?=Luật|Bộ\s+luật|Pháp\s+lệnh)"
)
_PROPOSAL = re.compile(
    r"(?P<type>Báo\s+cáo|BÁO\s+CÁO)\s+"
    r"(?P<name>(?:đề\s+xuất|ĐỀ\s+XUẤT|tiếp\s+thu(?:\s*,\s*giải\s+trình)?)\s[^.;:“”\"()]*)"
)
_DRAFT = re.compile(
    r"ự(?<=[dD]ự)\s+thảo\s+(?P<type>Nghị\s+quyết|Nghị\s+định|Quyết\s+định|Thông\s+tư|Chỉ\s+thị)"
    r"(?:\s+của\s+(?P<issuer>[^.;:,“”\"()]{3,60}?))?\s+"
    r"(?P<name>(?:về|quy\s+định|sửa\s+đổi|bãi\s+bỏ|ban\s+hành|phê\s+duyệt|thay\s+thế|hướng\s+dẫn)\s[^.;:“”\"()]*)"
)
_PLURAL = re.compile(r"(?<!\w)(?:[Cc]ác|[Nn]hững|CÁC)\s+\Z")
_LONGEST_NAME = 300
_FEWEST_WORDS = 3


def find_named_documents(text: str) -> Iterator[NamedDocument]:
    """Each document that the text cites by name only, in no particular order."""
    for found in _CONSTITUTION.finditer(text):
        name = squeeze(found.group())
        yield NamedDocument(found.start(), found.end(), "Hiến pháp", name, "Quốc hội", found["year"])
    for found in _CONGRESS.finditer(text):
        yield NamedDocument(found.start(), found.end(), "Nghị quyết", squeeze(found.group()), squeeze(found["issuer"]))
    for found in _PARTY_CHARTER.finditer(text):
        yield NamedDocument(found.start(), found.end(), "Điều lệ", squeeze(found.group()))
    acts = [*_acts_of_bodies(text)]
    yield from acts
    yield from _guiding_decrees(text)
    for found in _PROPOSAL.finditer(text):
        end = _name_end(text, found.start("name"), min(found.end(), found.start("name") + _LONGEST_NAME))
        yield _named(found, end, squeeze(text[found.start("name") : end]))
    for found in _DRAFT.finditer(text):
        end = _name_end(text, found.start("name"), min(found.end(), found.start("name") + _LONGEST_NAME))
        start = found.start("type")
        if any(act.start == start for act in acts):
            continue
        kind = _type_of(found["type"])
        yield NamedDocument(start, end, kind, squeeze(text[start:end]), squeeze(found["issuer"] or "") or None)
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


def _acts_of_bodies(text: str) -> Iterator[NamedDocument]:
    """Acts named by type and issuer, with or without a subject: "Nghị quyết của Ban Thường vụ Tỉnh ủy"."""
    for match in _OF_BODY.finditer(text):
        end = find_body_name_end(text, match.end())
        before = text[max(0, match.start() - 40) : match.start()]
        if end == match.end() or _PLURAL.search(before):
            continue
        kind = _type_of(match["type"])
        if _ANY_ACT.search(before):
            continue
        report = kind == "Báo cáo"
        subject = None if report else _SUBJECT.match(text, end)
        if not report and not (_AT_WORK_ON.search(before) and (subject or not before.rstrip().endswith("dự thảo"))):
            continue
        issuer = squeeze(text[match.end() : end])
        if subject:
            end = _name_end(text, subject.end(), min(len(text), end + _LONGEST_NAME))
        yield NamedDocument(match.start(), end, kind, squeeze(text[match.start() : end]), issuer)


def _guiding_decrees(text: str) -> Iterator[NamedDocument]:
    """A decree named only by the law that it guides: "Nghị định hướng dẫn thi hành Luật Thanh tra"."""
    for match in _GUIDING.finditer(text):
        law = next(find_law_names(text, match.end(), match.end() + _LONGEST_NAME), None)
        if law and law.start == match.end() and not _PLURAL.search(text[max(0, match.start() - 8) : match.start()]):
            yield NamedDocument(
                match.start(), law.end, "Nghị định", squeeze(text[match.start() : law.end]), "Chính phủ"
            )


def _name_end(text: str, start: int, limit: int) -> int:
    """Where a name that goes on at `start` ends."""
    stop = _STOP.search(text, start, limit)
    words = _SENTENCE_END.search(text, start, stop.start() if stop else limit)
    end = words.start() if words else stop.start() if stop else limit
    return start + len(text[start:end].rstrip())


def _own_name(text: str, match: re.Match[str]) -> NamedDocument | None:
    """The document when what follows its type word is a name of its own and something shows that it is cited."""
    quoted = text[match.start() - 1 : match.start()] in ("“", '"') and text[match.end() : match.end() + 1] in ("”", '"')
    limit = min(match.end(), match.start("name") + _LONGEST_NAME)
    end = limit if quoted else _name_end(text, match.start("name"), limit)
    name = squeeze(text[match.start("name") : end])
    heading = match["type"].isupper() and not name[:20].isupper()
    if heading or _ANNOUNCED.search(name) or len(name.split()) < _FEWEST_WORDS or _OF_ANOTHER.match(name):
        return None
    kind = _type_of(match["type"])
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


def _type_of(words: str) -> str:
    return type_of_words(words) or squeeze(words)


def _named(match: re.Match[str], end: int, name: str) -> NamedDocument:
    kind = _type_of(match["type"])
    return NamedDocument(match.start(), end, kind, f"{kind} {name}")
