"""The title (trích yếu) under the type line, and the line of the enacting body below it.

In capitals the title lasts as long as the capitals do, except for the enacting body ("CHỦ TỊCH ỦY BAN NHÂN DÂN
TỈNH …") above the preamble; in small letters to the next paragraph.
"""

import re
from dataclasses import dataclass

from loaders.bodies import find_body_name_end
from loaders.dates import match_date
from loaders.letterhead import REACH
from loaders.normalise import squeeze
from loaders.numbers import find_document_numbers
from loaders.personal_names import POSTS
from loaders.records import DocumentNumber
from loaders.spans import Span
from loaders.word_patterns import UPPER, any_of

_LINE = re.compile(r"[^\n]+")
_PREAMBLE_WORDS = (
    any_of(
        "Căn cứ|CĂN CỨ|Xét|XÉT|Theo đề nghị|Trên cơ sở|Thực hiện|Để|Nhằm|điện|Điện|gửi|Kính gửi|KÍNH GỬI|QUYẾT|CHỈ THỊ"
        "|THÔNG BÁO|BAN HÀNH|KHÓA|KHOÁ|Khóa|Khoá"
    )
    + r"\b"
)
_SURE = any_of("Căn cứ|CĂN CỨ|Xét|XÉT|Theo đề nghị|Kính gửi|KÍNH GỬI|Điều 1|ĐIỀU 1|Chương I|CHƯƠNG I|Chương 1|CHƯƠNG 1")
_SURE_STARTER = re.compile(
    rf"(?:{_SURE}\b|[IA1]\s?[.)]\s|[-+•]\s|\((?:Ban\s+hành\s+)?[Kk]èm\s+theo|\(BAN\s+HÀNH\s+KÈM)"
)
_STARTER = re.compile(
    rf"""
    (?: {any_of("Theo (?:Tờ|quy|Công|Chương|Kế)|Trên cơ sở|Thời gian qua|Vừa qua|Phần|PHẦN|Mục|Lời nói|LỜI NÓI")}
      | {any_of("Thực hiện|Triển khai|Tiếp tục|Nhằm|Để|Ngày|Sau khi|Qua|Trong|Năm|Hiện nay|Tại|Từ|Hưởng ứng")}\s
      | [IA1]\s?[/-]\s | I\.\S | \(?\s*Số\s*: )
    """,
    re.VERBOSE,
)
_POSTS = any_of("|".join(sorted((post.upper() for post in POSTS if "." not in post), key=len, reverse=True)))
_ENACTING_HEADS = any_of(
    "ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|CHÍNH PHỦ|QUỐC HỘI|LIÊN BỘ|CÁC BỘ|TỔNG|NGÂN HÀNG|TÒA ÁN|TOÀ ÁN|VIỆN|KIỂM TOÁN"
    "|VĂN PHÒNG|THANH TRA|SỞ|THƯỜNG TRỰC|ĐOÀN|CỤC|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|TỈNH UỶ|THÀNH UỶ|HUYỆN UỶ"
)
_OTHER_BODY = any_of("THỦ TƯỚNG|CHÍNH PHỦ|CHỦ TỊCH|ỦY BAN|BỘ|GIÁM ĐỐC")
_ENACTING = re.compile(
    rf"""
    (?:{_POSTS}|{_ENACTING_HEADS}|BAN(?!\s+HÀNH)|BỘ(?!\s+{_OTHER_BODY}\b))\b
    (?:(?!TRÊN\s+ĐỊA\s+BÀN)[{UPPER}0-9,.\s()&-]){{0,160}}?
    [:,]?\s*(?={_PREAMBLE_WORDS})
    """,
    re.VERBOSE,
)
_OPEN_WORDS = any_of(
    "CỦA|VÀ|DO|THUỘC|BỞI|CHO|TẠI|VỚI|THEO|TỪ|GIỮA|CÙNG|HOẶC|VỀ|Ở|QUA|GỬI|THỦ TƯỚNG|VĂN PHÒNG|CHỦ TỊCH|BỘ TRƯỞNG"
    "|GIÁM ĐỐC|CÁC|NGÀNH|CẤP|TRÊN"
)
_OPEN_END = re.compile(rf"(?:\b{_OPEN_WORDS}|[,;(/-])$", re.IGNORECASE)
_GOES_ON_IN_SMALL = re.compile(r"(?:về|Về\s+việc|của|đối\s+với)\s")
_GOES_ON_AFTER_BODY = re.compile(r"(?:Về|VỀ|về)\s")
"""What the title begins with when the line above it only says whose act it is: "CỦA THỦ TƯỚNG CHÍNH PHỦ"."""
_OF_BODY = re.compile(r"\s*(?:CỦA|Của|của)\s+")
_OTHER_ACT = any_of(
    "VỀ|NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|KẾT LUẬN|KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG TƯ|NGHỊ ĐỊNH|QUY ĐỊNH|ĐỀ ÁN|LUẬT"
)
_OWN = re.compile(
    rf"""
    \s*(?:CỦA\s+(?P<issuer>(?:(?!\s{_OTHER_ACT}\s)[^0-9;:]){{3,140}}?)\s+)?SỐ\s*:?\s*(?=[0-9])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF_ISSUER = re.compile(r"\s*,?\s*CỦA\s+(?P<issuer>[^0-9;:\n]{3,100}?)(?=\s+VỀ\s|\s*\n|\s*\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """The title and what stands between it and the preamble."""

    span: Span | None
    enacting: Span | None
    """The body that enacts: "BỘ TRƯỞNG BỘ TÀI CHÍNH"."""
    number: DocumentNumber | None
    """The document's own number, where it stands in the title: "CỦA … SỐ 144/2002/QĐ/BTC NGÀY …"."""
    date: str | None
    issuer: Span | None
    end: int


def read_title(text: str, start: int) -> Title:
    """The title that begins after the type line ending at `start`."""
    lines = _title_lines(text, start)
    enacting = _enacting_after(text, lines[-1].end if lines else start)
    end = enacting.end if enacting else lines[-1].end if lines else start
    if not lines:
        return Title(None, enacting, None, None, None, end)
    first, last = lines[0].start, lines[-1].end
    own = _read_own(text, first, last)
    if own is None:
        body = _of_body(text, first, last)
        below = _title_lines(text, last) if body and body.end == last and enacting is None else []
        if below and _GOES_ON_AFTER_BODY.match(text, below[0].start):
            first, last = below[0].start, below[-1].end
            enacting = _enacting_after(text, last)
            end = enacting.end if enacting else last
        return Title(Span(first, last), enacting, None, None, body, end)
    number, date, issuer, begins = own
    while begins < last and text[begins] in " \n,.:-":
        begins += 1
    return Title(Span(begins, last) if begins < last else None, enacting, number, date, issuer, end)


def _title_lines(text: str, start: int) -> list[Span]:
    lines: list[Span] = []
    capitals = doubled = False
    for match in _LINE.finditer(text, start, min(len(text), start + REACH)):
        words = match.group().strip(" *#_|:")
        if not any(c.isalnum() for c in words):
            if lines and len(words) > 2:
                break
            continue
        line = Span(match.start() + match.group().index(words), match.start() + match.group().index(words) + len(words))
        in_capitals = _in_capitals(words)
        if not lines:
            if _SURE_STARTER.match(text, line.start) or len(words) > 600 or _is_enacting(text, line, False):
                break
            capitals = in_capitals
        elif not _goes_on(text, lines, line, capitals, in_capitals, doubled):
            break
        else:
            doubled = doubled or (text.count("\n", lines[-1].end, line.start) == 2 and words[0].islower())
        lines.append(line)
    return lines


def _goes_on(text: str, lines: list[Span], line: Span, capitals: bool, in_capitals: bool, doubled: bool) -> bool:
    """Whether `line` belongs to the title that `lines` begin."""
    above = text[lines[-1].start : lines[-1].end]
    gap = text.count("\n", lines[-1].end, line.start)
    is_open = bool(_OPEN_END.search(above))
    if line.start - lines[0].start > 1500 or _SURE_STARTER.match(text, line.start) or _is_enacting(text, line, is_open):
        return False
    if capitals and (in_capitals or not _GOES_ON_IN_SMALL.match(text, line.start)):
        return in_capitals and (gap <= 3 or is_open)
    if in_capitals and len(lines) > 0 and not is_open and text[line.start : line.end].count(" ") > 1:
        return False
    if text[line.start].islower() or is_open:
        return gap <= 3
    if above.endswith((".", "./.")) or _STARTER.match(text, line.start):
        return False
    return gap == 1 or (gap == 2 and doubled)


def _in_capitals(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return not letters or sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _is_enacting(text: str, line: Span, is_open: bool) -> bool:
    return not is_open and _ENACTING.match(text, line.start) is not None


def _enacting_after(text: str, position: int) -> Span | None:
    while position < len(text) and text[position] in " \n*_#|-:":
        position += 1
    match = _ENACTING.match(text, position)
    return Span(match.start(), match.start() + len(match.group().rstrip(" \n:,"))) if match else None


def _read_own(text: str, start: int, end: int) -> tuple[DocumentNumber, str | None, Span | None, int] | None:
    """(number, date, issuer, end) of the document's own number at the start of its title, as before about 2005."""
    match = _OWN.match(text, start, end)
    found = next(find_document_numbers(text, match.end(), min(end, match.end() + 60)), None) if match else None
    if match is None or found is None or found[0] != match.end():
        return None
    at = re.compile(r"[\s,]*").match(text, found[1])
    dated = match_date(text, at.end()) if at else None
    stop = dated[0] if dated else found[1]
    issuer = Span(*match.span("issuer")) if match["issuer"] else None
    after = _OF_ISSUER.match(text, stop, end) if issuer is None else None
    if after:
        issuer, stop = Span(*after.span("issuer")), after.end()
    return found[2], dated[1] if dated else None, issuer, stop


def _of_body(text: str, start: int, end: int) -> Span | None:
    """The body that a title begins with: "CỦA BAN BÍ THƯ về …"."""
    of = _OF_BODY.match(text, start, end)
    stop = find_body_name_end(text, of.end()) if of else 0
    return Span(of.end(), stop) if of and of.end() < stop <= end else None


def title_words(text: str, title: Title) -> str | None:
    """The title with white space folded."""
    return squeeze(text[title.span.start : title.span.end]) if title.span else None
