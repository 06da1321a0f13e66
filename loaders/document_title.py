"""The title (trích yếu) under the type line, and the line of the enacting body below it.

In capitals the title lasts as long as the capitals do, except for the enacting body ("CHỦ TỊCH ỦY BAN NHÂN DÂN
TỈNH …") above the preamble; in small letters to the next paragraph.
"""

import re
from dataclasses import dataclass

from loaders.bodies import find_body_name_end
from loaders.dates import match_date
from loaders.letterhead import REACH, Span
from loaders.normalise import squeeze
from loaders.numbers import find_document_numbers
from loaders.personal_names import LOWER, POSTS, UPPER
from loaders.records import DocumentNumber

_LINE = re.compile(r"[^\n]+")
_PREAMBLE_WORDS = r"(?:Căn\s+cứ|CĂN\s+CỨ|Xét|XÉT|Theo\s+đề\s+nghị|Trên\s+cơ\s+sở|Thực\s+hiện|Để|Nhằm|điện|Điện|gửi|Kính\s+gửi|KÍNH\s+GỬI|QUYẾT|CHỈ\s+THỊ|THÔNG\s+BÁO|BAN\s+HÀNH|KHÓA|KHOÁ|Khóa|Khoá)\b"
_STARTER = re.compile(
    r"""
    (?: Căn\s+cứ | CĂN\s+CỨ | Xét\s | XÉT\s | Theo\s+(?:đề\s+nghị|Tờ|quy|Công|Chương|Kế) | Kính\s+gửi | KÍNH\s+GỬI | Điều\s+1\b | ĐIỀU\s+1\b
      | (?:Chương|CHƯƠNG|Phần|PHẦN|Mục)\s+(?:I\b|1\b|thứ|THỨ|mở|MỞ) | (?:I|A|1)\s?[.)/-]\s | I\.\S | Trên\s+cơ\s+sở | Thời\s+gian\s+qua | Vừa\s+qua
      | (?:Thực\s+hiện|Triển\s+khai|Tiếp\s+tục|Nhằm|Để|Ngày|Sau\s+khi|Qua|Trong|Năm|Hiện\s+nay|Tại|Từ|Hưởng\s+ứng|Phát\s+huy)\s
      | [-+•]\s | \((?:Ban\s+hành\s+)?[Kk]èm\s+theo | \(BAN\s+HÀNH\s+KÈM | Lời\s+nói | LỜI\s+NÓI | \(?\s*Số\s*: )
    """,
    re.VERBOSE,
)
_SURE_STARTER = re.compile(
    r"(?:Căn\s+cứ|CĂN\s+CỨ|Xét\s|Theo\s+đề\s+nghị|Kính\s+gửi|KÍNH\s+GỬI|Điều\s+1\b|ĐIỀU\s+1\b|(?:I|A|1)\s?[.)]\s|[-+•]\s|(?:Chương|CHƯƠNG)\s+(?:I|1)\b|\((?:Ban\s+hành\s+)?[Kk]èm\s+theo)"
)
_POSTS = "|".join(sorted((re.escape(p.upper()).replace(r"\ ", r"\s+") for p in POSTS if "." not in p), key=len, reverse=True))
_ENACTING = re.compile(
    rf"""
    (?:{_POSTS}|ỦY\s+BAN|UỶ\s+BAN|UBND|HỘI\s+ĐỒNG|HĐND|CHÍNH\s+PHỦ|QUỐC\s+HỘI|BỘ(?!\s+(?:THỦ\s+TƯỚNG|CHÍNH\s+PHỦ|CHỦ\s+TỊCH|ỦY\s+BAN|BỘ\b|GIÁM\s+ĐỐC))|LIÊN\s+BỘ|CÁC\s+BỘ|BAN(?!\s+HÀNH)|TỔNG|NGÂN\s+HÀNG|T[OÒ][AÀ]\s+ÁN|VIỆN
      |KIỂM\s+TOÁN|VĂN\s+PHÒNG|THANH\s+TRA|SỞ|THƯỜNG\s+TRỰC|ĐOÀN|CỤC|TỈNH\s+ỦY|THÀNH\s+ỦY|HUYỆN\s+ỦY)\b
    (?:(?!TRÊN\s+ĐỊA\s+BÀN)[{UPPER}0-9,.\s()&-]){{0,160}}?
    [:,]?\s*(?={_PREAMBLE_WORDS})
    """,
    re.VERBOSE,
)
_OPEN_END = re.compile(
    r"(?:\b(?:CỦA|VÀ|DO|THUỘC|BỞI|CHO|TẠI|VỚI|THEO|TỪ|GIỮA|CÙNG|HOẶC|VỀ|Ở|QUA|GỬI|THỦ\s+TƯỚNG|VĂN\s+PHÒNG|CHỦ\s+TỊCH|BỘ\s+TRƯỞNG|GIÁM\s+ĐỐC|CÁC|NGÀNH|CẤP|TRÊN)|[,;(/-])$",
    re.IGNORECASE,
)
_GOES_ON_IN_SMALL = re.compile(r"(?:về|Về\s+việc|của|đối\s+với)\s")
_OF_BODY = re.compile(r"\s*(?:CỦA|Của|của)\s+")
_OWN = re.compile(
    r"""
    \s*(?:CỦA\s+(?P<issuer>[^0-9;:]{3,140}?)\s+)?SỐ\s*:?\s*(?=[0-9])
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
        return Title(Span(first, last), enacting, None, None, _of_body(text, first, last), end)
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
            if _SURE_STARTER.match(text, line.start) or len(words) > 600 or _is_enacting(text, line, ""):
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
    if line.start - lines[0].start > 1500 or _SURE_STARTER.match(text, line.start) or _is_enacting(text, line, above):
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


def _is_enacting(text: str, line: Span, above: str) -> bool:
    return not _OPEN_END.search(above) and _ENACTING.match(text, line.start) is not None


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
