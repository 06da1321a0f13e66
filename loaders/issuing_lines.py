"""The issuer's column of a letterhead: which lines belong to it, and which of them are one body's name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.normalise import squeeze
from loaders.spans import Span, blank_spans
from loaders.word_patterns import any_of

_MOST_LINES = 8
_LONGEST = 120
_PIECE = re.compile(r"\S+(?:[ ]{1,2}\S+)*")
_URGENCY = re.compile(
    rf"""
    ^[ ]*(?: {any_of("HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|HẸN GIỜ|TUYỆT MẬT|TỐI MẬT|MẬT|BẢN SAO|LƯU HÀNH NỘI BỘ")}
           | (?:DỰ\s+THẢO|SAO\s+Y)[^\n]{{0,20}} )\s*$
    """,
    re.VERBOSE | re.MULTILINE,
)
_IN_SMALL_LETTERS = re.compile(
    any_of(
        "Bộ|Sở|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Ban|Cục|Tổng cục|Chính phủ|Thủ tướng|Quốc hội|Tỉnh ủy|Thành ủy|Huyện ủy"
        "|Văn phòng|Phòng|Trường|Tỉnh|Thành phố|Huyện"
    )
    + r"\b"
)
_NO_NAME = re.compile(any_of("KHÓA|KHOÁ|KỲ HỌP|NHIỆM KỲ|LẦN THỨ|Khóa|Khoá|Kỳ họp|Số|SỐ") + r"(?:\b|:)")
HEAD_OF_BODY = re.compile(
    any_of(
        "BỘ|SỞ|CỤC|TỔNG CỤC|CHI CỤC|ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|BAN|PHÒNG|VĂN PHÒNG|TRUNG TÂM|TRƯỜNG|VIỆN|HỌC VIỆN"
        "|ĐẠI HỌC|TÒA ÁN|TOÀ ÁN|KIỂM TOÁN|THANH TRA|NGÂN HÀNG|KHO BẠC|BẢO HIỂM|CÔNG AN|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN"
        "|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|ĐẢNG ỦY|TỈNH UỶ|THÀNH UỶ|HUYỆN UỶ|QUẬN UỶ|THỊ UỶ|ĐẢNG UỶ"
        "|CHI BỘ|ĐẢNG BỘ|HỘI|LIÊN ĐOÀN|ĐOÀN"
        "|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH|TỔ|ĐÀI|BÁO|VỤ|CHI NHÁNH|THUẾ|HẢI QUAN|BCH|BCĐ"
        "|LIÊN HIỆP|MẶT TRẬN"
    )
    + r"\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    rf"""
    (?: \A{any_of("VĂN PHÒNG|THANH TRA|BAN QUẢN LÝ|BAN CHỈ ĐẠO|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BỘ CHỈ HUY|BỘ TƯ LỆNH")}
      | \A{any_of("THƯỜNG TRỰC|CHỦ TỊCH|ĐOÀN ĐẠI BIỂU|HỘI ĐỒNG|TRUNG TÂM|TRƯỜNG|PHÒNG|BAN")}
      | \b{any_of("ỦY|UỶ|TỔNG|VĂN|MÔI|QUỐC|XÃ|LIÊN|MẶT|THƯỜNG VỤ|THỦ TƯỚNG|CỦA|VÀ|VỀ|THUỘC|QUẢN LÝ")}
      | [,-] )\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WHOLE_WORDS = ("UBND", "HĐND")


@dataclass(frozen=True, slots=True)
class IssuingLine:
    """Words of the issuer's column; other columns that stand between its lines are in the span, not in the words."""

    words: str
    start: int
    end: int


def read_issuing_lines(work: str, until: int, column_end: int | None, subject: Span | None) -> tuple[IssuingLine, ...]:
    """The lines of `work[:until]` that may name the issuer, everything else of the letterhead being blanked in it.

    Where no type line ends the letterhead, the lines after `column_end` count only when there are none before.
    """
    if subject:
        work = blank_spans(work, [subject])
    work = blank_spans(work, list(_URGENCY.finditer(work, 0, until)))
    lines: list[IssuingLine] = []
    for piece in _PIECE.finditer(work, 0, until):
        words = piece.group().strip(" .;:*_#")
        if not _may_name(words):
            if len(words) > _LONGEST or words[:2] in ("- ", "+ "):
                break
            continue
        start = piece.start() + piece.group().index(words)
        if lines and column_end is not None and start > column_end:
            break
        lines.append(IssuingLine(words, start, start + len(words)))
    return tuple(lines[:_MOST_LINES])


@lru_cache(maxsize=1024)
def _may_name(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    if len(letters) < 2 or len(words) > _LONGEST or _NO_NAME.match(words) or words[0] in '([“"':
        return False
    capitals = sum(c.isupper() for c in letters)
    return capitals > 0.8 * len(letters) or bool(_IN_SMALL_LETTERS.match(words) and not words.endswith((".", ";")))


def join_issuing_lines(lines: tuple[IssuingLine, ...]) -> list[IssuingLine]:
    """The bodies of the column, superior first: a line that begins no body goes on with the name above it.

    >>> lines = (IssuingLine("UBND TỈNH", 0, 9), IssuingLine("BẾN TRE", 10, 17), IssuingLine("SỞ NỘI VỤ", 18, 27))
    >>> [line.words for line in join_issuing_lines(lines)]
    ['UBND TỈNH BẾN TRE', 'SỞ NỘI VỤ']
    """
    bodies: list[IssuingLine] = []
    for line in lines:
        words = squeeze(line.words)
        is_head = HEAD_OF_BODY.match(words) is not None
        begins = words.upper() in _WHOLE_WORDS or (is_head and " " in words)
        if bodies and not (begins and not _UNFINISHED.search(bodies[-1].words)):
            bodies[-1] = IssuingLine(f"{bodies[-1].words} {words}", bodies[-1].start, line.end)
        elif bodies or is_head or len(words.split()) <= 2 or words == words.upper():
            bodies.append(IssuingLine(words, line.start, line.end))
    return bodies
