"""Who has to do a task: its own subject, those it is given to, those to work with.

Roles are those of `records.Assignment`: a body after "giao" or "đề nghị", before "chủ trì" or another verb leads;
one after "phối hợp (với)" coordinates; a subject that addresses everybody is "all".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.body_lists import BodyList, addresses_everybody, begins_body, is_whole_class, read_bodies
from loaders.normalise import squeeze
from loaders.records import Assignment
from loaders.word_patterns import UPPER, compile_words

_TRIGGER = compile_words(
    r"""(?:(?:[Kk]ính )?[Đđ]ề nghị|[Yy]êu cầu|[Gg]iao(?: trách nhiệm| nhiệm vụ)?(?: cho)?
    |[Tt]rân trọng đề nghị|[Pp]hân công|[Ủủ]y quyền
    |ĐỀ NGHỊ|YÊU CẦU|GIAO)\s+(?:cho )?"""
)
_SECOND_TRIGGER = compile_words(r"\s*;\s*(?:đề nghị|yêu cầu|giao)\s+")
_COORDINATE = compile_words(
    # one class first: `re` scans for it much faster than for alternatives
    r"""[CcKkPp](?<=\b[CcKkPp])
    (?:(?<=[Pp])hối hợp|(?P<along>(?<=[Cc])hủ trì,? cùng)|(?<=[Cc])ùng|(?<=[Kk])ết hợp(?= (?:chặt chẽ )?với))
    (?:\s*, (?:hỗ trợ|trao đổi|thống nhất))?
    (?: (?:chặt chẽ|thường xuyên|hiệu quả|tốt|đồng bộ|công tác|chủ động|tích cực|kịp thời|nhịp nhàng|có hiệu quả))?
    (?:\s*, (?:hiệu quả|kịp thời|đồng bộ))?
    (?P<with> cùng với| cùng| với)? (?=\S)"""
)
_SENTENCE = compile_words(rf"\s(?<=[.;:]\s)\s*(?=[{UPPER}])")
_ORDER_INSIDE = compile_words(
    r"""[GgYyĐđ](?<!\w[GgYyĐđ])(?<!việc\s[GgYyĐđ])(?:(?<=[Gg])iao(?: cho)?|(?<=[Yy])êu cầu|(?<=[Đđ])ề nghị)\s+
    (?!sửa|xem|cấp có|các cấp có|cơ quan có thẩm|khen|của\b|xử|bổ sung|điều chỉnh)"""
)
_CLAUSE = compile_words(
    r"""(?:, |\b(?P<order>đề nghị|yêu cầu|giao) |(?:bổ sung|vướng mắc|phát sinh|điều chỉnh|phù hợp) |(?:tháng|năm|quý) )
    (?=các\b|[A-ZĐỦ]|thủ trưởng)"""
)
"""Where a sentence that opens with a circumstance may name its subject."""
_OPENING = compile_words(
    r"""(?:Trong (?:quá trình|phạm vi|thời gian|trường hợp|năm|tháng)|Sau khi|Khi|Căn cứ|Trên cơ sở|Định kỳ|Quá trình
    |H[àằ]ng (?:năm|tháng|quý)|Trước ngày|Nhận được|Để|Nếu|Từ nay|Đối với|Theo(?! (?:đề nghị|yêu cầu)))\b"""
)
_PREDICATE = compile_words(
    r"""\s*(?:,\s*)?(?:(?:thường xuyên|nghiêm túc|khẩn trương|chủ động) )?
    (?:(?:có|chịu) trách nhiệm|có nhiệm vụ|căn cứ|trong phạm vi|trên cơ sở|phải|cần|được giao|nhanh chóng|định kỳ
    |theo (?:chức năng|nhiệm vụ|dõi|quy định|thẩm quyền|lĩnh vực|phân|[^,.;]{1,40}\s(?:có|chịu) trách nhiệm)
    |là (?:cơ quan|đơn vị|đầu mối) (?:thường trực|đầu mối|chủ trì|theo dõi|tổng hợp|tham mưu|điều phối|chịu trách nhiệm)
    |h[àằ]ng (?:năm|tháng|quý)|tự|tiến hành|dựa|thống nhất|đồng thời|quyết liệt|bảo đảm)\b"""
)
_NAMED_PERSON = compile_words(rf"(?:đồng chí|ông|bà) (?:[{UPPER}]\w+ ){{1,4}}[{UPPER}]\w+\s*[,–-]\s+")
"""Before the post of a person who is named: "đồng chí Nguyễn Văn An, Phó Chủ tịch UBND tỉnh"."""
_INLINE_FIELD = compile_words(
    r"""[;(.,]\s*(?:[Đđ]ơn vị|[Cc]ơ quan) (?:(?P<lead>chủ trì|thực hiện|đầu mối)|phối hợp)(?: thực hiện)?\s*\Z"""
)
"""Before a colon inside an item: "…; đơn vị thực hiện: Sở Y tế"."""
_FIELD_ENDS = ("chủ trì", "hiện", "mối", "hợp")
_LONGEST_FIELD = 40
_SPACE = re.compile(r"\s*")
_PARENTHESIS = re.compile(rf"\((?=[{UPPER}])")
_CONNECTIVE = compile_words(r"(?:Đồng thời|Ngoài ra|Bên cạnh đó|Trước mắt|Trên cơ sở đó|Riêng)\s*,?\s+(?!với\b)")
"""How a sentence may go on from the one before: "Đồng thời, giao Công an tỉnh …"."""
_PERSONS = compile_words(
    r"""(?:[Cc]ác )?(?:[Ôô]ng|[Bb]à)(?:\s*[,(/]\s*(?:và )?[Bb]à\s*\)?)?\s*:?\s+(?=[A-ZĐỦ]|các|thủ)
    |(?:Bộ|Sở|Cục|Ủy ban|Phòng|Ban) (?=đề nghị |yêu cầu |giao |phân công )"""
)
"""Before posts in decisions: "Các ông (bà): Chánh Văn phòng …"; the issuer before its order: "Bộ yêu cầu các Sở …"."""
_LISTED = compile_words(r"[^.:;]{0,80}\b(?:cụ thể|gồm|gồm có|sau|sau đây)\s*:\s+(?=[A-ZĐỦ])")
"""Between a group and its members: "Giao các cơ quan sau đây thực hiện, cụ thể: Sở Tài chính, …"."""
_DUTY = compile_words(r"\s*(?:(?:có|chịu) trách nhiệm|chủ trì|có nhiệm vụ)\b")
_LABEL = compile_words(r"[^.:]{5,250}: (?=các\s|[A-ZĐỦ])")
_HOLDER = compile_words(rf"(?P<who>[{UPPER}][^.;:,()“”]{{3,90}}?) (?:có|chịu) trách nhiệm\b")
_DESCRIBED = compile_words(
    r"""(?P<who>(?:Đơn vị|Tổ chức|Cơ quan|Doanh nghiệp|Cơ sở|Chủ (?!tịch|nhiệm)\w+) (?!chủ trì|phối hợp|có liên)
    [^.;:()“”]{3,110}?) (?:có|chịu) trách nhiệm\b"""
)
"""A class in the singular, described by what it does: "Đơn vị quản lý, vận hành hệ thống chiếu sáng"."""
_NO_HOLDER = compile_words(r"(?:\A(?:Mỗi(?! người| cán| cá)|Việc|Nếu)\b|\b(?:có|là|do)\b| và\Z)")
"""A requirement, no duty: "Mỗi nhiệm vụ có một cơ quan chịu trách nhiệm"."""
_LEADING_BODY = compile_words(r"(?:các )?(?:cơ quan|đơn vị) chủ trì\Z")
_SPELLED_OUT = re.compile(r"\s*&\s*|\s+và\s+")
"""What one mention of a body has and another lacks: "Sở Giáo dục và Đào tạo", "Sở Giáo dục Đào tạo"."""
_FARTHEST_SUBJECT = 500


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
    if (connective := _CONNECTIVE.match(text, start, end)) is not None:
        start = connective.end()
    if (persons := _PERSONS.match(text, start, end)) is not None:
        start = persons.end()
    if (trigger := _TRIGGER.match(text, start, end)) is not None:
        return _read_ordered(text, trigger.end(), end)
    bodies = read_bodies(text, start, end)
    if bodies is not None and (described := _DESCRIBED.match(text, start, end)) is not None:
        return Subject(assign(text, [described.span("who")], "lead"), described.end("who"), False)
    if bodies is not None:
        if bodies.ended_by == "verb" and (order := _TRIGGER.match(text, bodies.end, end)) is not None:
            given = _read_ordered(text, order.end(), end)
            if given is not None:
                return given
        return _subject_of(text, bodies) if _is_followed_by_duty(text, bodies, end) else None
    if _OPENING.match(text, start, end):
        return _find_after_opening(text, start, end)
    if (label := _LABEL.match(text, start, end)) is not None:
        bodies = read_bodies(text, label.end(), end)
        if bodies is not None and (bodies.ended_by == "verb" or text.startswith("căn cứ ", bodies.end)):
            return _subject_of(text, bodies)
    return _find_holder(text, start, end)


def _find_holder(text: str, start: int, end: int) -> Subject | None:
    """Whoever a sentence says is responsible, whatever they are called."""
    if text.find("trách", start, end) < 0:  # most sentences are spared the pattern
        return None
    holder = _HOLDER.match(text, start, end)
    if holder is None or _NO_HOLDER.search(holder["who"]) is not None:
        return None
    return Subject(assign(text, [(start, holder.end("who"))], "lead"), holder.end("who"), False)


def _find_after_opening(text: str, start: int, end: int) -> Subject | None:
    limit = min(end, start + _FARTHEST_SUBJECT)
    sentence = _SENTENCE.search(text, start, limit)
    clauses = [*_CLAUSE.finditer(text, start, sentence.start() if sentence else limit)]
    if text.startswith("Để", start):
        clauses = [clause for clause in clauses if clause["order"]] or clauses
    for clause in clauses:
        bodies = read_bodies(text, clause.end(), end)
        if bodies is None:
            continue
        if clause["order"]:
            return _read_ordered(text, clause.end(), end)
        if bodies.ended_by == "verb" and (order := _TRIGGER.match(text, bodies.end, end)) is not None:
            given = _read_ordered(text, order.end(), end)
            if given is not None:
                return given
        if _is_followed_by_duty(text, bodies, end):
            return _subject_of(text, bodies)
    return None


def _is_followed_by_duty(text: str, bodies: BodyList, end: int) -> bool:
    if bodies.ended_by == "verb":
        return True
    return bodies.ended_by in ("stop", "sep") and _PREDICATE.match(text, bodies.end, end) is not None


def _read_ordered(text: str, start: int, end: int) -> Subject | None:
    """Those whom a word of ordering before `start` names: all lead, unless they are everybody."""
    if (person := _NAMED_PERSON.match(text, start, end)) is not None:
        start = person.end()
    bodies = read_bodies(text, start, end)
    if bodies is None:
        return None
    spans, stop = [*bodies.items], bodies.end
    more = _SECOND_TRIGGER.match(text, stop, end)
    if more is not None and (rest := read_bodies(text, more.end(), end)) is not None:
        spans += rest.items
        stop = rest.end
    names = [squeeze(text[a:b]) for a, b in spans]
    everybody = addresses_everybody(names[0]) and all(addresses_everybody(n) or is_whole_class(n) for n in names[1:])
    listed = _LISTED.match(text, stop, end) if everybody else None
    if listed is not None and (members := read_bodies(text, listed.end(), end)) is not None:
        return Subject(assign_subjects(text, members.items), members.end, True)
    return Subject(assign(text, spans, "all" if everybody else "lead"), stop, True)


def _subject_of(text: str, bodies: BodyList) -> Subject:
    return Subject(assign_subjects(text, bodies.items), bodies.end, False)


def assign_subjects(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Assignment, ...]:
    """The subjects of a sentence with their roles: beside one that is everybody, whole classes are "all" too."""
    assigned = assign(text, spans, "lead")
    everybody = [addresses_everybody(a.text) for a in assigned]
    if not any(everybody):
        return assigned
    return tuple(
        Assignment(a.text, "all" if flag or is_whole_class(a.text) else "lead", a.start, a.end)
        for a, flag in zip(assigned, everybody, strict=True)
    )


def find_coordinating(text: str, start: int, end: int) -> tuple[Assignment, ...]:
    """The bodies that a text says to work with: "phối hợp (chặt chẽ) với A, B và C"."""
    found: dict[str, Assignment] = {}
    for match in _COORDINATE.finditer(text, start, end):
        if match[0][0] in "cC" and match["with"] is None and match["along"] is None:
            continue
        bodies = read_bodies(text, match.end(), end)
        if bodies is None:
            continue
        for assignment in assign(text, bodies.items, "coordinate"):
            name = assignment.text.lower()
            if not _LEADING_BODY.match(name):
                found.setdefault(_SPELLED_OUT.sub(" ", name), assignment)
    return tuple(found.values())


def find_inline_leads(text: str, start: int, end: int) -> tuple[Assignment, ...]:
    """Who an item names behind what is to be done: "…; đơn vị thực hiện: A", "… (Sở B chủ trì, phối hợp với C)"."""
    found: list[Assignment] = []
    colon = text.find(":", start, end)
    while colon >= 0:
        following = text.find(":", colon + 1, end)
        field = None
        if text.endswith(_FIELD_ENDS, start, colon):  # most colons are spared the pattern
            field = _INLINE_FIELD.search(text, max(start, colon - _LONGEST_FIELD), colon)
        if field is not None:
            bodies = read_bodies(text, _SPACE.match(text, colon + 1).end(), _field_end(text, following, end))  # type: ignore[union-attr]
            found += assign(text, bodies.items if bodies else (), "lead" if field["lead"] else "coordinate")
        colon = following
    if text.find("chủ trì", start, end) >= 0:
        for opening in _PARENTHESIS.finditer(text, start, end):
            bodies = read_bodies(text, opening.end(), end)
            if bodies is not None and text.startswith("chủ trì", bodies.end):
                found += assign(text, bodies.items, "lead")
    return tuple(found)


def _field_end(text: str, colon: int, end: int) -> int:
    """Where what a field says ends: before the label of the next one, whose colon is given."""
    label = _INLINE_FIELD.search(text, max(0, colon - _LONGEST_FIELD), colon) if colon >= 0 else None
    return label.start() if label is not None else end


def find_ordered_inside(text: str, start: int, end: int) -> Iterator[Subject]:
    """Those whom a later sentence or clause of an item names: "…; giao Bộ A làm …", "… . Bộ B chịu trách nhiệm …"."""
    for match in _ORDER_INSIDE.finditer(text, start, end):
        subject = _read_ordered(text, match.end(), end)
        if subject is not None:
            yield subject
    for match in _SENTENCE.finditer(text, start, end):
        if begins_body(text, match.end(), end) is None:
            continue
        bodies = read_bodies(text, match.end(), end)
        if bodies is not None and _DUTY.match(text, bodies.end, end):
            yield _subject_of(text, bodies)
