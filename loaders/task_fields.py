"""Lines that say who or when for the items beside them: "Cơ quan thực hiện: …", "Thời gian: …"."""

import re

from loaders.assignees import assign, find_coordinating, find_subject
from loaders.body_lists import read_bodies
from loaders.deadlines import read_period
from loaders.outline import RANKS
from loaders.records import Assignment
from loaders.sections import asks_body
from loaders.task_reading import Reading

_FIELD = re.compile(
    r"""(?:
        (?P<agency> (?:Cơ\ quan|Đơn\ vị|Bộ\ phận|Chủ\ thể|Cấp)\ (?:tổ\ chức\ )?
                    (?:thực\ hiện|chủ\ trì|phụ\ trách|chịu\ trách\ nhiệm|tham\ mưu|đầu\ mối)[^:]{0,40}
                  | (?:Phân\ công|Giao|Trách\ nhiệm)\ thực\ hiện | Chủ\ trì(?:\ thực\ hiện)? )
      | (?P<partner> (?:Cơ\ quan|Đơn\ vị)\ phối\ hợp[^:]{0,30} | Phối\ hợp(?:\ thực\ hiện)? )
      | (?P<time> (?:Thời\ gian|Thời\ hạn|Tiến\ độ|Thời\ điểm)[^:]{0,40} | Hoàn\ thành )
      | (?P<other> (?:Địa\ điểm|Kinh\ phí|Nguồn\ kinh\ phí|Sản\ phẩm|Kết\ quả|Thành\ phần|Số\ lượng|Hình\ thức
                    |Chủ\ đề|Đối\ tượng|Chỉ\ tiêu|Mục\ tiêu|Mục\ đích|Yêu\ cầu|Ghi\ chú|Khẩu\ hiệu|Quy\ mô|Dự\ kiến
                    |Phương\ thức|Phạm\ vi|Tần\ suất|Nguồn)[^:]{0,40} )
    )\s*:""",
    re.VERBOSE,
)
_NEXT_BODIES = re.compile(r";\s+|(?:của\s+mình|được\s+giao),?\s+và\s+")


def match_field(words: str) -> re.Match[str] | None:
    """The label of a line that is a field of the items beside it; the group named tells what it gives."""
    return _FIELD.match(words) if ":" in words[:80] and not asks_body(words) else None


def read_field(reading: Reading, i: int, label: re.Match[str]) -> None:
    """Hands what the field in block `i` says to the tasks beside it."""
    block, text = reading.blocks[i], reading.text
    kind = label.lastgroup
    if kind == "time":
        period = read_period(block.text[label.end() :])
        # higher up it is the period of the whole plan
        if period and block.level >= RANKS["letter"] and not reading.amend(i, deadline=period):
            reading.hand_down(block.parent, deadline=period)  # the tasks come after it
        return
    if kind == "other":
        reading.hand_down(i, skip=True)
        return
    colon = text.find(":", block.text_start)
    if block.text[label.end() :].strip():
        role = "coordinate" if kind == "partner" else "lead"
        assigned = _read_bodies(text, colon + 1, block.end, role)
        if assigned:
            reading.amend(i, assigned)
        return
    for child in reading.under(i):
        _read_agency_line(reading, child, i)


def _read_bodies(text: str, start: int, end: int, role: str) -> tuple[Assignment, ...]:
    while start < end and text[start].isspace():
        start += 1
    found: tuple[Assignment, ...] = ()
    read_to = start
    for at in (start, *(match.end() for match in _NEXT_BODIES.finditer(text, start, end))):
        bodies = read_bodies(text, at, end) if at >= read_to else None
        if bodies is not None:
            found += assign(text, bodies.items, role)
            read_to = bodies.end
    if role == "lead":
        found += find_coordinating(text, start, end)
    return found


def _read_agency_line(reading: Reading, child: int, field: int) -> None:
    """A line under "Cơ quan thực hiện:": bodies only, or bodies and what they have to do, which is a task."""
    block, text = reading.blocks[child], reading.text
    subject = find_subject(text, block.text_start, block.end)
    if subject is None:
        reading.hand_down(child, skip=True)
        return
    coordinates = find_coordinating(text, subject.end, block.end)
    named_to = coordinates[-1].end if coordinates else subject.end
    rest = text[named_to : block.end].strip(" \n.;,")
    if len(rest) < (4 if coordinates else 12):
        reading.hand_down(child, skip=True)
        reading.amend(field, subject.assigned + coordinates)
