"""Who has to do a task: its own subject, those it is given to, those to work with, or the heading's body.

Roles are those of `records.Assignment`: a body in a heading, after "giao" or "đề nghị", before "chủ trì" leads;
one after "phối hợp (với)" coordinates; a subject that addresses everybody is "all".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.body_lists import BodyList, addresses_everybody, alternation, begins_body, heads_of, read_bodies
from loaders.normalise import squeeze
from loaders.records import Assignment

_UP = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_TRIGGER = re.compile(
    r"(?:(?:[Kk]ính\s+)?[Đđ]ề\s+nghị|[Yy]êu\s+cầu|[Gg]iao(?:\s+cho)?|[Tt]rân\s+trọng\s+đề\s+nghị|[Pp]hân\s+công|[Ủủ]y\s+quyền|ĐỀ\s+NGHỊ|YÊU\s+CẦU|GIAO)\s+(?:cho\s+)?"
)
_HEADING_TRIGGER = re.compile(
    r"(?:(?:[Kk]ính\s+)?[Đđ]ề\s+nghị(?:\s+với)?|[Yy]êu\s+cầu|[Gg]iao(?:\s+cho)?|[Tt]rách\s+nhiệm(?:\s+thực\s+hiện)?\s+của|[Đđ]ối\s+với|[Nn]hiệm\s+vụ\s+của|[Pp]hân\s+công)\s+",
    re.IGNORECASE,
)
_COORDINATE = re.compile(
    rf"""\b(?:[Pp]hối\s+hợp|[Cc]ùng|[Kk]ết\s+hợp(?=\s+(?:chặt\s+chẽ\s+)?với))
        (?:\s*,\s+(?:hỗ\s+trợ|trao\s+đổi|thống\s+nhất))?
        (?:\s+(?:chặt\s+chẽ|thường\s+xuyên|hiệu\s+quả|tốt|đồng\s+bộ|công\s+tác|chủ\s+động|tích\s+cực|kịp\s+thời|nhịp\s+nhàng|có\s+hiệu\s+quả))?
        (?:\s*,\s+(?:hiệu\s+quả|kịp\s+thời|đồng\s+bộ))?
        (?P<with>\s+cùng\s+với|\s+cùng|\s+với)?\s+(?=[^\s])""",
    re.VERBOSE,
)
_SENTENCE = re.compile(rf"(?<=[.;:])\s+(?=[{_UP}])")
_ORDER_INSIDE = re.compile(
    r"(?<![A-Za-zÀ-ỹ])(?:giao(?:\s+cho)?|yêu\s+cầu|đề\s+nghị|Giao(?:\s+cho)?|Yêu\s+cầu|Đề\s+nghị)\s+(?!sửa|xem|cấp\s+có|các\s+cấp\s+có|cơ\s+quan\s+có\s+thẩm|khen|của\b|xử|bổ\s+sung|điều\s+chỉnh)"
)
_CLAUSE = re.compile(
    r"(?:,\s+|\b(?:đề\s+nghị|yêu\s+cầu|giao)\s+|(?:sửa\s+đổi,\s+)?(?:bổ\s+sung|vướng\s+mắc|phát\s+sinh|điều\s+chỉnh|phù\s+hợp)\s+)(?=các\b|[A-ZĐỦ]|thủ\s+trưởng)"
)
_OPENING = re.compile(
    r"(?:Trong\s+(?:quá\s+trình|phạm\s+vi|thời\s+gian|trường\s+hợp)|Sau\s+khi|Khi|Căn\s+cứ|Trên\s+cơ\s+sở|Định\s+kỳ|H[àằ]ng\s+(?:năm|tháng|quý)|Trước\s+ngày|Để|Nếu|Từ\s+nay|Trong\s+năm|Trong\s+tháng|Quá\s+trình|Theo)\b"
)
_PREDICATE = re.compile(
    r"\s*(?:,\s*)?(?:(?:thường\s+xuyên|nghiêm\s+túc|khẩn\s+trương|chủ\s+động)\s+)?(?:có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|theo\s+(?:chức\s+năng|nhiệm\s+vụ|dõi|quy\s+định|thẩm\s+quyền|lĩnh\s+vực|phân|[^,.;]{1,40}\s(?:có|chịu)\s+trách\s+nhiệm)|căn\s+cứ|trong\s+phạm\s+vi|trên\s+cơ\s+sở|phải|cần|được\s+giao|nhanh\s+chóng|định\s+kỳ|h[àằ]ng\s+(?:năm|tháng|quý)|tự|tiến\s+hành|dựa|thống\s+nhất|đồng\s+thời|quyết\s+liệt|bảo\s+đảm)\b"
)
_NOT_PREDICATE = re.compile(r"\s*(?:được\s+(?!giao)|đã\b|đang\b|là\b|và\b)")
_ANNOUNCED = re.compile(
    r"\s*(?:ban\s+hành|xây\s+dựng|thông\s+báo|công\s+bố|nhận\s+được|kết\s+luận|trân\s+trọng|báo\s+cáo)\b"
)
_WORKS_WITH = re.compile(
    r"\s*(?:chủ\s+trì|là\s+(?:cơ\s+quan|đơn\s+vị)\s+(?:chủ\s+trì|đầu\s+mối)|chịu\s+trách\s+nhiệm\s+chủ\s+trì)?\s*[,;]?\s*(?:phối\s+hợp\s+(?:với\s+|cùng\s+)?)?"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who an item names itself, and where what they have to do begins."""

    assigned: tuple[Assignment, ...]
    end: int
    ordered: bool
    """Whether a word of ordering ("giao", "đề nghị") gives it to them."""


def assign(text: str, spans: Iterable[tuple[int, int]], role: str) -> tuple[Assignment, ...]:
    """An assignment of each span in a role."""
    return tuple(Assignment(squeeze(text[start:end]), role, start, end) for start, end in spans)


def find_subject(text: str, start: int, end: int) -> Subject | None:
    """Whom a sentence addresses, when it does: "Giao A và B …", "A chủ trì …", "Trong quá trình …, các đơn vị …"."""
    trigger = _TRIGGER.match(text, start, end)
    if trigger is not None:
        return _read_ordered(text, trigger.end(), end)
    bodies = read_bodies(text, start, end)
    if bodies is not None:
        if bodies.ended_by == "verb" and (order := _TRIGGER.match(text, bodies.end, end)) is not None:
            given = _read_ordered(text, order.end(), end)
            if given is not None:
                return given
        if _is_followed_by_duty(text, bodies, end):
            return Subject(_roles_of_subjects(text, bodies), bodies.end, False)
        return None
    if _OPENING.match(text, start, end):
        return _find_after_opening(text, start, end)
    if (label := _LABEL.match(text, start, end)) is not None:
        bodies = read_bodies(text, label.end(), end)
        if bodies is not None and bodies.ended_by == "verb":
            return Subject(_roles_of_subjects(text, bodies), bodies.end, False)
    if (holder := _HOLDER.match(text, start, end)) is not None and not holder["who"].endswith(" và"):
        return Subject(assign(text, [(start, holder.end("who"))], "lead"), holder.end("who"), False)
    return None


def _find_after_opening(text: str, start: int, end: int) -> Subject | None:
    limit = min(end, start + 500)
    sentence = _SENTENCE.search(text, start, limit)
    limit = sentence.start() if sentence else limit
    for clause in _CLAUSE.finditer(text, start, limit):
        bodies = read_bodies(text, clause.end(), end)
        if bodies is None:
            continue
        if clause[0][:1] in "đyg":
            return _read_ordered(text, clause.end(), end)
        if _is_followed_by_duty(text, bodies, end):
            return Subject(_roles_of_subjects(text, bodies), bodies.end, False)
    return None


def _is_followed_by_duty(text: str, bodies: BodyList, end: int) -> bool:
    if bodies.ended_by == "verb":
        return True
    return bodies.ended_by in ("stop", "sep") and _PREDICATE.match(text, bodies.end, end) is not None


def _read_ordered(text: str, start: int, end: int) -> Subject | None:
    bodies = read_bodies(text, start, end)
    if bodies is None:
        return None
    spans, stop = list(bodies.items), bodies.end
    more = re.compile(r"\s*;\s*(?:đề\s+nghị|yêu\s+cầu|giao)\s+").match(text, bodies.end, end)
    if more is not None and (rest := read_bodies(text, more.end(), end)) is not None:
        spans += rest.items
        stop = rest.end
    named = [squeeze(text[a:b]) for a, b in spans]
    everybody = addresses_everybody(named[0]) and all(
        addresses_everybody(words) or _is_whole_class(words) for words in named[1:]
    )
    return Subject(assign(text, spans, "all" if everybody else "lead"), stop, True)


def _roles_of_subjects(text: str, bodies: BodyList) -> tuple[Assignment, ...]:
    named = assign(text, bodies.items, "lead")
    flags = [addresses_everybody(a.text) for a in named]
    if not any(flags):
        return named
    return tuple(
        Assignment(a.text, "all" if flag or _is_whole_class(a.text) else "lead", a.start, a.end)
        for a, flag in zip(named, flags, strict=True)
    )


_WHOLE_CLASS = re.compile(
    r"(?:(?:chủ tịch\s+)?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)(?:\s+các)?\s+(?:cấp|xã|phường|huyện|quận|tỉnh|thành phố)"
    r"|thủ trưởng (?:các )?(?:cơ quan|đơn vị|sở|tổ chức)|(?:các )?(?:tổ chức|cá nhân|doanh nghiệp|xã|phường|huyện|đoàn thể|hội))",
    re.IGNORECASE,
)


def _is_whole_class(words: str) -> bool:
    return _WHOLE_CLASS.match(words) is not None


def find_coordinating(text: str, start: int, end: int) -> tuple[Assignment, ...]:
    """The bodies that a text says to work with: "phối hợp (chặt chẽ) với A, B và C"."""
    found: list[Assignment] = []
    seen: set[str] = set()
    for match in _COORDINATE.finditer(text, start, end):
        if match[0][:1] in "cC" and match["with"] is None:
            continue
        at = match.end()
        if begins_body(text, at, end) is None:
            continue
        bodies = read_bodies(text, at, end)
        if bodies is None:
            continue
        for assignment in assign(text, bodies.items, "coordinate"):
            key = assignment.text.lower().replace(" & ", " và ").replace("&", " và ")
            if key not in seen and not _LEADING_BODY.match(key):
                seen.add(key)
                found.append(assignment)
    return tuple(found)


_LEADING_BODY = re.compile(r"(?:các )?(?:cơ quan|đơn vị) chủ trì\Z")
_ADJACENT = re.compile(r"(?<=[a-zà-ỹ])\s+(?=(?:Sở|UBND|Ủy\s+ban|Công\s+an|Bộ)\s)")
_HOLDS_ANOTHER = re.compile(
    r"(?:Giám\s+đốc|Chủ\s+tịch|Văn\s+phòng|Thanh\s+tra|Lãnh\s+đạo|Phòng|Trung\s+tâm|Ban|Chi\s+cục|Bộ\s+trưởng|Thường\s+trực|Đảng\s+ủy)\b"
)


def read_cell(text: str, start: int, end: int, role: str) -> tuple[Assignment, ...]:
    """The bodies in a table's cell, where names may stand one after the other without a comma."""
    bodies = read_bodies(text, start, end, cell=True)
    if bodies is None:
        return ()
    spans: list[tuple[int, int]] = []
    for a, b in bodies.items:
        if not _HOLDS_ANOTHER.match(text, a, b):
            for match in _ADJACENT.finditer(text, a, b):
                spans.append((a, match.start()))
                a = match.end()
        spans.append((a, b))
    return assign(text, spans, role)


def find_ordered_inside(text: str, start: int, end: int) -> Iterator[Subject]:
    """Those whom a later sentence or clause of an item names: "…; giao Bộ A làm …", "… . Bộ B chịu trách nhiệm …"."""
    for match in _ORDER_INSIDE.finditer(text, start, end):
        subject = _read_ordered(text, match.end(), end)
        if subject is not None:
            yield subject
    for match in _SENTENCE.finditer(text, start, end):
        bodies = read_bodies(text, match.end(), end)
        if bodies is not None and _DUTY.match(text, bodies.end, end):
            yield Subject(_roles_of_subjects(text, bodies), bodies.end, False)


_DUTY = re.compile(r"\s*(?:có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|chủ\s+trì|có\s+nhiệm\s+vụ)\b")


_LABEL = re.compile(r"[^.;:]{5,150}:\s+(?=các\s|[A-ZĐỦ])")
_HOLDER = re.compile(rf"(?P<who>[{_UP}][^.;:,()“”]{{3,90}}?)\s+(?:có|chịu)\s+trách\s+nhiệm\b")


@dataclass(frozen=True, slots=True)
class HeadingBodies:
    """The bodies that a heading or lead-in names for the items under it."""

    leads: tuple[Assignment, ...]
    coordinates: tuple[Assignment, ...]
    end: int
    """Where their names end."""


def read_heading_bodies(text: str, start: int, end: int) -> HeadingBodies | None:
    """The bodies that a heading consists of: "Sở A", "Đề nghị B và C", "D chủ trì, phối hợp với E:"."""
    trigger = _HEADING_TRIGGER.match(text, start, end)
    at = trigger.end() if trigger else start
    source = text
    colon = text.find(":", at, end)
    capitals = colon if colon > 0 and text[at:colon].isupper() else end
    if text[at:capitals].isupper():
        source = text[:at] + _lowered(text[at:capitals]) + text[capitals:end]
        if begins_body(source, at, end) is None:
            return None
    bodies = read_bodies(source, at, end, heading=True)
    if bodies is None or any(b - a > _LONGEST_NAME for a, b in bodies.items):
        return None
    leads = assign(text, bodies.items, "lead")
    coordinates: tuple[Assignment, ...] = ()
    if bodies.ended_by == "stop":
        coordinates = find_coordinating(text, bodies.end, end)
    return HeadingBodies(leads, coordinates, bodies.end)


_LONGEST_NAME = 180


def _lowered(words: str) -> str:
    """Capitals as running text prints them, of the same length: names begin with a capital.

    >>> _lowered("ỦY BAN NHÂN DÂN TỈNH VÀ CÁC SỞ, BAN, NGÀNH")
    'Ủy ban Nhân dân tỉnh và các sở, ban, ngành'
    """
    return _HEAD_IN_CAPITALS.sub(_capitalised, words.lower())


_HEAD_IN_CAPITALS = re.compile(
    rf"(?:^|(?<=,\s)|(?<=;\s)|(?<=và\s))(?P<head>{alternation([h.lower() for h in (*heads_of('name'), *heads_of('post'))])})\b(?P<next>\s+\w)?"
)


def _capitalised(match: re.Match[str]) -> str:
    head, following = match["head"], match["next"] or ""
    if head == head.lower() and head in ("ubnd", "hđnd", "mttq", "ubmttq"):
        head = head.upper()
    return head[0].upper() + head[1:] + following.upper()
