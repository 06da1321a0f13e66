"""Where a text prints a table one cell a line, with no empty line between the cells."""

import re

_FIRST_HEADING = re.compile(r"[ST](?:(?<=S)(?:TT|tt|[ốỐ]\s?TT)|(?<=T)T)\.?[ ]*\n(?=[ ]*[^\s])")
"""That it begins a line is seen after a match: a pattern that begins with a look-behind is searched for slowly."""
_HEADINGS_REACH = 400
_FEWEST_HEADINGS = 2
_HEADING = re.compile(
    r"(?<![^\n])[ ]*(?:(?:Cơ quan|Đơn vị|Bộ phận)(?: (?:chủ trì|thực hiện|phối hợp|phụ trách))+"
    r"|Nội dung|Nhiệm vụ|Công việc|Hoạt động|Thời gian|Thời hạn|Tiến độ|Sản phẩm|Kết quả|Ghi chú|Chủ trì|Phối hợp)"
    r"[^\n.;:]{0,40}\n",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\n[ ]*(?:[IVXL]{1,6}[.)]\s|(?:Điều|ĐIỀU|Phần|PHẦN|Chương|CHƯƠNG|Phụ\s+lục|PHỤ\s+LỤC)\s"
    r"|Trên\s+đây\s+là\s|Nơi\s+nhận)"
)


def find_cell_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of such tables in `text[start:end]`: from the heading "STT" to where the document goes on."""
    if text.find("TT", start, end) < 0 and text.find("Stt", start, end) < 0:
        return []
    spans: list[tuple[int, int]] = []
    for first in _FIRST_HEADING.finditer(text, start, end):
        line_start = text.rfind("\n", 0, first.start()) + 1
        if line_start < max(start, spans[-1][1] if spans else 0) or text[line_start : first.start()].strip(" "):
            continue
        reach = min(end, first.end() + _HEADINGS_REACH)
        if sum(1 for _ in _HEADING.finditer(text, first.end(), reach)) < _FEWEST_HEADINGS:
            continue
        after = _GOES_ON.search(text, first.end(), end)
        spans.append((line_start, after.start() if after else end))
    return spans
