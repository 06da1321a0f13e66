"""The tasks of a document: the items and paragraphs that order work, with assignees, deadline and citations."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.annex_tables import AnnexRow, find_annex_rows
from loaders.assignees import (
    HeadingBodies,
    Subject,
    assign,
    find_coordinating,
    find_ordered_inside,
    find_subject,
    read_cell,
    read_heading_bodies,
)
from loaders.body_lists import VERB_INSIDE, VERB_START, alternation, read_bodies
from loaders.deadlines import date_of_deadline, find_deadline, read_period
from loaders.facts_files import read_facts
from loaders.normalise import squeeze
from loaders.outline import ATTACHED, Block
from loaders.records import Assignment, Citation, Header, Task
from loaders.sections import DUTY, FUNDS, NEVER, NOTICE, STRICT, TARGETS, TASKS, modes_of, read_title

_UP = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_SENTENCE_VERB = re.compile(
    rf"[.:;]\s+(?:{alternation([row['verb'] for row in read_facts('task_verbs.csv')])})\b", re.IGNORECASE
)
_FIELD = re.compile(
    r"""(?:
        (?P<agency> (?:Cơ\ quan|Đơn\ vị|Bộ\ phận|Chủ\ thể|Cấp)\ (?:tổ\ chức\ )?(?:thực\ hiện|chủ\ trì|phụ\ trách|chịu\ trách\ nhiệm|tham\ mưu|đầu\ mối)[^:]{0,40}
                  | (?:Phân\ công|Giao|Trách\ nhiệm)\ thực\ hiện | Chủ\ trì(?:\ thực\ hiện)? )
      | (?P<partner> (?:Cơ\ quan|Đơn\ vị)\ phối\ hợp[^:]{0,30} | Phối\ hợp(?:\ thực\ hiện)? )
      | (?P<time> (?:Thời\ gian|Thời\ hạn|Tiến\ độ|Thời\ điểm)[^:]{0,40} | Hoàn\ thành )
      | (?P<other> (?:Địa\ điểm|Kinh\ phí|Nguồn\ kinh\ phí|Sản\ phẩm|Kết\ quả|Thành\ phần|Số\ lượng|Hình\ thức|Chủ\ đề|Đối\ tượng|Chỉ\ tiêu|Mục\ tiêu|Mục\ đích|Yêu\ cầu|Ghi\ chú|Khẩu\ hiệu|Quy\ mô|Dự\ kiến|Phương\ thức|Phạm\ vi|Tần\ suất|Nguồn)[^:]{0,40} )
    )\s*:""",
    re.VERBOSE,
)
_NEXT_BODIES = re.compile(r";\s+|(?:của\s+mình|được\s+giao),?\s+và\s+")
_MEASURE = re.compile(
    r"(?:(?:Ít nhất|Tối thiểu|Trên|Hơn|Đạt|Có|Phấn đấu|Khoảng)\b.{0,40}?)?[0-9]+(?:[.,][0-9]+)?\s?%|Tỷ lệ\b|Tỉ lệ\b|\("
)
_CONTENT = re.compile(r"Nội dung[^:]{0,30}:")
_ANNOUNCES = re.compile(
    r"(?:nhiệm vụ|nội dung|giải pháp|công việc|việc|biện pháp|yêu cầu|vấn đề|hoạt động|công tác|chỉ đạo|kết luận)[^:]{0,60}\s(?:sau|như sau|sau đây|dưới đây|sau đây như sau)\s*:?\Z|(?:như sau|sau đây|sau)\s*:\Z"
)
_DETAILS = re.compile(r"với (?:những|các|một số) nội dung|, trong đó\b")
_CLOSING = re.compile(
    r"(?:Trên đây là|Trong quá trình|Quá trình|Trong khi|Nhận được|Căn cứ (?:Kế hoạch|nội dung Kế hoạch) này|(?:Kế hoạch|Chỉ thị|Công điện|Quyết định|Nghị quyết|Thông báo) này|Yêu cầu|Đề nghị|Định kỳ)\b"
)
_NO_ORDER = re.compile(
    r"\A[^.;]{0,80}thông báo (?:để|đến|tới|cho|các) .{0,200}\bbiết\b|ban hành .{0,400}(?:như sau|sau đây)\s*:\Z|có hiệu lực|(?:được|đã) .{0,120}thông qua ngày"
)
_IN_PROCESS = re.compile(r"(?:Trong\s+quá\s+trình|Quá\s+trình|Trong\s+khi)\s")
_SENTENCES = re.compile(rf"(?<=[.;])\s+(?=[{_UP}])")
_FULL_STOPS = re.compile(rf"(?<=\.)\s+(?=[{_UP}])")
_LABEL = re.compile(r"[^:.;]{2,70}:(?=\s|\Z)")
_BODY_COLON = re.compile(rf"\s*(?:\([^()]{{0,120}}\)\s*)?:\s+(?=[{_UP}])")
_ORDERED_WORDS = re.compile(r"\b(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị)\s")
_BULLETS = frozenset(("dash", "plus", "star", "dot"))


@dataclass(slots=True)
class _Frame:
    """What a block gives to the items under it."""

    leads: tuple[Assignment, ...] = ()
    coordinates: tuple[Assignment, ...] = ()
    deadline: str | None = None
    ordered: bool = False
    """A lead-in gives the items to the leads."""
    skip: bool = False
    """The items only list what the lead-in says."""


@dataclass(slots=True)
class _State:
    text: str
    blocks: Sequence[Block]
    citations: Sequence[Citation]
    starts: list[int]
    frames: dict[int | None, _Frame] = field(default_factory=dict)
    headings: list[str | None] = field(default_factory=list)
    found: list[Task] = field(default_factory=list)


def find_tasks(
    text: str, header: Header, blocks: Sequence[Block], citations: Sequence[Citation], home: object
) -> tuple[Task, ...]:
    """The tasks in the order of the text; `citations` are sorted by start, `home` completes bodies."""
    state = _State(text, blocks, citations, [c.start for c in citations])
    members = _members(blocks)
    titles = [_is_title(blocks, i, members) for i in range(len(blocks))]
    modes = modes_of(blocks, titles, header.type)
    body_blocks = [i for i, b in enumerate(blocks) if b.annex is None]
    last = body_blocks[-1] if body_blocks else -1
    first_marked = next(
        (i for i in body_blocks if blocks[i].kind not in _BULLETS and blocks[i].kind is not None),
        next((i for i in body_blocks if blocks[i].kind is not None), len(blocks)),
    )
    rows = {row.work: row for row in find_annex_rows(blocks, (last + 1) if last >= 0 else 0)}
    row_end = -1
    for i, block in enumerate(blocks):
        if (row := rows.get(i)) is not None:
            row_end = row.last
        state.headings.append(_heading_of(state, titles, i))
        frame = state.frames.setdefault(i, _inherit(state, block))
        if row is not None:
            _add_row(state, row)
        if block.quoted or not block.text or i <= row_end:
            continue
        _read_block(state, i, frame, modes[i], titles[i], members, i < first_marked, i == last)
    return tuple(state.found)


def _members(blocks: Sequence[Block]) -> dict[int | None, list[int]]:
    members: dict[int | None, list[int]] = {}
    for i, block in enumerate(blocks):
        if not block.quoted:
            members.setdefault(block.parent, []).append(i)
    return members


def _is_title(blocks: Sequence[Block], i: int, members: dict[int | None, list[int]]) -> bool:
    block = blocks[i]
    if block.quoted or block.kind is None:
        return False
    text = block.text
    if block.kind == "article" and text.endswith((".", ";", "/")):
        return (
            block.children > 0
            and len(text) < 100
            and _ORDERED_WORDS.match(text) is None
            and not text.startswith("Phân công")
        )
    if block.kind in ("annex", "part", "chapter", "section", "upper", "article"):
        return len(text) < 400 and (block.children > 0 or not text.endswith((".", "./.")))
    if block.kind == "roman":
        return block.children > 0 or len(text) < 200
    if not block.children:
        return False
    if text.endswith(":"):
        return True
    under = members.get(i, [])
    if text.endswith((".", ";", "/")):
        return len(text) < 240 and all(blocks[k].children and blocks[k].kind not in _BULLETS for k in under)
    return not (
        len(under) == 1 and blocks[under[0]].kind is None and _CLOSING.match(blocks[under[0]].text) and len(text) > 60
    )


def _heading_of(state: _State, titles: Sequence[bool], i: int) -> str | None:
    parent = state.blocks[i].parent
    while parent is not None and not titles[parent]:
        parent = state.blocks[parent].parent
    return state.blocks[parent].text.rstrip(" .:") if parent is not None else None


def _inherit(state: _State, block: Block) -> _Frame:
    above = state.frames.get(block.parent)
    if above is None:
        return _Frame()
    return _Frame(above.leads, above.coordinates, above.deadline, above.ordered, above.skip)


def _read_block(
    state: _State,
    i: int,
    frame: _Frame,
    mode: str,
    title: bool,
    members: dict[int | None, list[int]],
    intro: bool,
    last: bool,
) -> None:
    block, text = state.blocks[i], state.text
    if mode == NEVER or frame.skip:
        return
    if (fields := _FIELD.match(block.text)) is not None:
        _read_field(state, i, fields, members)
        return
    if intro:
        if block.kind is None:
            _read_prose(state, i, frame, intro, mode)
        return
    if title or block.text.endswith(":"):
        if _read_title_block(state, i, frame, members, mode):
            return
    elif block.kind is not None and (heading := read_heading_bodies(text, block.text_start, block.end)) is not None:
        after = _BODY_COLON.match(text, heading.end, block.end)
        if after is not None:
            _use_heading(frame, heading)
            if mode != STRICT or True:
                _add(state, i, after.end(), block.end, frame, None, squeeze(text[block.text_start : heading.end]))
            return
        if block.children and heading.end >= block.end - 2 and _is_only_bodies(text, heading, block.end):
            _use_heading(frame, heading)
            return
    if block.kind is None and (last or _CLOSING.match(block.text)):
        _read_prose(state, i, frame, intro, mode)
        return
    _read_item(state, i, frame, mode, members)


def _is_only_bodies(text: str, heading: HeadingBodies, end: int) -> bool:
    """Whether a sentence that begins with bodies holds nothing else: no verb either."""
    bodies = read_bodies(text, heading.leads[0].start or 0, end)
    return bodies is not None and bodies.end >= end - 2


def _use_heading(frame: _Frame, heading: HeadingBodies) -> None:
    frame.leads, frame.coordinates = heading.leads, heading.coordinates


def _read_field(state: _State, i: int, match: re.Match[str], members: dict[int | None, list[int]]) -> None:
    """A line such as "Cơ quan thực hiện: A chủ trì, phối hợp với B": it says who or when for the items beside it."""
    block, text = state.blocks[i], state.text
    at = text.find(":", block.text_start) + 1
    while at < block.end and text[at].isspace():
        at += 1
    parent = block.parent
    above = state.frames.setdefault(parent, _Frame())
    kind = match.lastgroup
    if kind == "time":
        period = read_period(block.text[match.end() :])
        deep = block.level >= 8
        if period and deep:
            above.deadline = period
            _amend(state, members.get(parent, ()), i, None, period)
            if state.found and parent is not None and state.found[-1].start == state.blocks[parent].text_start:
                _amend(state, [parent], i, None, period)
        return
    if kind not in ("agency", "partner"):
        state.frames[i].skip = True
        return
    if at >= block.end:
        for child in members.get(i, ()):
            _read_agency_line(state, child, parent, members)
        return
    _assign_beside(state, i, at, block.end, kind == "partner", members)


def _assign_beside(
    state: _State, i: int, at: int, end: int, partner: bool, members: dict[int | None, list[int]]
) -> None:
    block, text = state.blocks[i], state.text
    role = "coordinate" if partner else "lead"
    named: tuple[Assignment, ...] = ()
    for start in (at, *(m.end() for m in _NEXT_BODIES.finditer(text, at, end))):
        if (bodies := read_bodies(text, start, end)) is not None and not any((a.start or 0) >= start for a in named):
            named += assign(text, bodies.items, role)
    if not partner:
        named += find_coordinating(text, at, end)
    if named:
        _amend(state, members.get(block.parent, ()), i, named, None)
        parent = block.parent
        if state.found and parent is not None and state.found[-1].start == state.blocks[parent].text_start:
            _amend(state, [parent], i, named, None)


def _read_agency_line(state: _State, child: int, parent: int | None, members: dict[int | None, list[int]]) -> None:
    block, text = state.blocks[child], state.text
    frame = state.frames.setdefault(child, _Frame())
    subject = find_subject(text, block.text_start, block.end)
    if subject is None:
        frame.skip = True
        return
    coordinates = find_coordinating(text, subject.end, block.end)
    rest_from = coordinates[-1].end if coordinates and coordinates[-1].end else subject.end
    rest = text[rest_from : block.end].strip(" \n.;,")
    if coordinates and len(rest) < 4 or len(rest) < 12:
        frame.skip = True
        _amend(state, members.get(parent, ()), child, subject.assigned + coordinates, None)


def _amend(
    state: _State, beside: Sequence[int], i: int, assigned: tuple[Assignment, ...] | None, deadline: str | None
) -> None:
    """Gives assignees or a deadline to the tasks already found beside a field, and below them."""
    if not beside:
        return
    start = state.blocks[beside[0]].start
    end = state.blocks[i].start
    for k in range(len(state.found) - 1, -1, -1):
        task = state.found[k]
        if task.start < start:
            break
        if task.start >= end:
            continue
        who, when = task.assigned, task.deadline
        if assigned is not None:
            kept = tuple(a for a in who if a.start is not None)
            who = tuple(a for a in kept if a.role != "lead" or not any(b.role == "lead" for b in assigned)) + assigned
        if deadline is not None and when is None:
            when = deadline
        state.found[k] = Task(
            task.start,
            task.end,
            task.text,
            task.section,
            task.heading,
            who,
            when,
            date_of_deadline(when),
            task.citations,
        )


def _read_title_block(state: _State, i: int, frame: _Frame, members: dict[int | None, list[int]], mode: str) -> bool:
    """Reads a title or lead-in; False when it is a task after all."""
    block, text = state.blocks[i], state.text
    under = members.get(i) or _followers(state, i, members)
    lead_in = block.text.endswith(":")
    if under and all(_FIELD.match(state.blocks[k].text) for k in under) and not lead_in and block.kind == "number":
        return False
    heading = read_heading_bodies(text, block.text_start, block.end)
    if heading is not None and _continues_below(state, under, heading, block):
        state.frames.setdefault(under[0], _Frame()).skip = True
        heading = read_heading_bodies(text, block.text_start, state.blocks[under[0]].end) or heading
        _use_heading(frame, heading)
        return True
    if heading is not None and lead_in and _has_own_order(text, heading, block.end):
        heading = None
    if heading is not None:
        after = _BODY_COLON.match(text, heading.end, block.end)
        if after is not None and not lead_in:
            _use_heading(frame, heading)
            _add(state, i, after.end(), block.end, frame, None, squeeze(text[block.text_start : heading.end]))
            return True
        rest = text[heading.end : block.end].strip(" \n.:;")
        if not rest or rest.startswith("(") or lead_in or heading.coordinates:
            _use_heading(frame, heading)
            for k in () if block.children else under:
                _use_heading(state.frames.setdefault(k, _inherit(state, state.blocks[k])), heading)
            return True
    if not lead_in:
        return block.kind in ("annex", "part", "chapter", "section", "upper", "roman", "article") or block.children > 0
    if not under:
        return _ANNOUNCES.search(block.text) is not None or len(block.text) < 80
    subject = find_subject(text, block.text_start, block.end)
    if subject is None and block.kind == "article":
        subject = next(find_ordered_inside(text, block.text_start, block.end), None)
        if subject is not None:
            _give(frame, subject, ())
            return False
    orders = subject is not None or VERB_START.match(text, block.text_start) is not None
    if orders and not _lists_tasks(state, under) and not _ANNOUNCES.search(block.text):
        for k in under:
            state.frames.setdefault(k, _inherit(state, state.blocks[k])).skip = True
        return False
    if orders and (_DETAILS.search(block.text) or _FULL_STOPS.search(text, block.text_start, block.end)):
        for k in () if block.children or subject is None else under:
            _give(state.frames.setdefault(k, _inherit(state, state.blocks[k])), subject, ())
        return False
    if subject is not None:
        coordinates = find_coordinating(text, subject.end, block.end)
        targets = (
            [frame] if block.children else [state.frames.setdefault(k, _inherit(state, state.blocks[k])) for k in under]
        )
        for target in targets:
            _give(target, subject, coordinates)
    return True


def _continues_below(state: _State, under: Sequence[int], heading: HeadingBodies, block: Block) -> bool:
    """Whether a heading of bodies goes on in the paragraph under it: "Đề nghị Hội Liên hiệp", "Phụ nữ Thành phố"."""
    if len(under) < 2 or heading.end < block.end - 1 or block.text.endswith((":", ".", ";")):
        return False
    below, after = state.blocks[under[0]], state.blocks[under[1]]
    return (
        below.kind is None
        and len(below.text) < 120
        and not below.text.endswith((".", ";", ":", "/"))
        and after.kind in _BULLETS
    )


def _has_own_order(text: str, heading: HeadingBodies, end: int) -> bool:
    """Whether a lead-in orders something itself besides announcing its list."""
    at = max([heading.end, *(a.end or 0 for a in heading.coordinates)])
    rest = squeeze(text[at:end])
    return len(rest) > 60 and (_DETAILS.search(rest) is not None or _ANNOUNCES.search(rest) is None)


def _give(frame: _Frame, subject: Subject, coordinates: tuple[Assignment, ...]) -> None:
    frame.leads, frame.coordinates = subject.assigned, coordinates
    frame.ordered = subject.ordered


def _followers(state: _State, i: int, members: dict[int | None, list[int]]) -> list[int]:
    """The bullets that come right after a paragraph without marker."""
    beside = members.get(state.blocks[i].parent, [])
    out = []
    for k in beside[bisect_left(beside, i + 1) :]:
        if state.blocks[k].kind not in _BULLETS:
            break
        out.append(k)
    return out


def _lists_tasks(state: _State, under: Sequence[int]) -> bool:
    text = state.text
    tasks = 0
    some = list(under)[:6]
    for k in some:
        block = state.blocks[k]
        if VERB_START.match(text, block.text_start) or find_subject(text, block.text_start, block.end):
            tasks += 1
    return 2 * tasks >= len(some)


def _read_prose(state: _State, i: int, frame: _Frame, intro: bool, mode: str) -> None:
    """The tasks in an opening or closing paragraph, each from the sentence that orders it."""
    block, text = state.blocks[i], state.text
    cuts = [block.text_start, *(m.end() for m in _FULL_STOPS.finditer(text, block.text_start, block.end)), block.end]
    open_start: int | None = None
    open_subject: Subject | None = None
    for start, end in zip(cuts, cuts[1:], strict=False):
        words = squeeze(text[start:end])
        subject = find_subject(text, start, end)
        if words.startswith("Trên đây"):
            subject = _subject_in_clauses(text, start, end)
        if intro and (subject is None or not subject.ordered or _only_announces(text, words, subject, end)):
            subject = None
        elif subject is not None and _NO_ORDER.search(words):
            subject = None
        if subject is not None or (not intro and open_start is None and _IN_PROCESS.match(text, start)):
            if open_start is not None:
                _add(state, i, open_start, start, _Frame(), open_subject, None, closing=True)
            open_start, open_subject = start, subject
    if open_start is not None:
        _add(state, i, open_start, block.end, _Frame(), open_subject, None, closing=True)


def _only_announces(text: str, words: str, subject: Subject, end: int) -> bool:
    rest = squeeze(text[subject.end : end])
    return rest.endswith(":") and _ANNOUNCES.search(rest) is not None and not _DETAILS.search(rest)


def _subject_in_clauses(text: str, start: int, end: int) -> Subject | None:
    for match in re.compile(r"[;,.]\s+|\s(?=(?:đề\s+nghị|yêu\s+cầu)\s)").finditer(text, start, end):
        subject = find_subject(text, match.end(), end)
        if subject is not None and (subject.ordered or match[0][0] == ";"):
            return subject
    return None


def _read_item(state: _State, i: int, frame: _Frame, mode: str, members: dict[int | None, list[int]]) -> None:
    block, text = state.blocks[i], state.text
    if len(block.text) < 12 or _label_is_no_task(block.text, mode):
        return
    subject = find_subject(text, block.text_start, block.end)
    if not _is_task(state, block, frame, mode, subject):
        return
    if subject is not None and block.children:
        frame.leads, frame.coordinates = subject.assigned, ()
    if mode in (TARGETS, FUNDS) and subject is None:
        inner = _own_subjects(text, block)
        _add(state, i, block.text_start, block.end, _Frame(), inner[0][1] if inner else None, None)
        return
    cuts: list[tuple[int, Subject]] = []
    if mode == TASKS and (not subject.ordered if subject else VERB_START.match(text, block.text_start)):
        named = {a.text.lower() for a in subject.assigned} if subject else set()
        cuts = [cut for cut in _own_subjects(text, block) if not named & {a.text.lower() for a in cut[1].assigned}]
    if cuts and subject is None and _LABEL.match(block.text):
        _add(state, i, block.text_start, block.end, frame, cuts[0][1], None)
        return
    ends = [start for start, _ in cuts] + [block.end]
    _add(state, i, block.text_start, ends[0], frame, subject, None)
    for (start, own), end in zip(cuts, ends[1:], strict=True):
        _add(state, i, start, end, frame, own, None)


def _label_is_no_task(words: str, mode: str) -> bool:
    label = _LABEL.match(words)
    if label is None and len(words) < 60 and not words.endswith((".", ";")):
        return read_title(words) == NEVER and not VERB_START.match(words)
    if label is None or mode == NOTICE or _CONTENT.match(words):
        return False
    return read_title(label[0]) in (NEVER, TARGETS, FUNDS) and not VERB_START.match(words)


def _is_task(state: _State, block: Block, frame: _Frame, mode: str, subject: Subject | None) -> bool:
    text = state.text
    if _NO_ORDER.search(block.text):
        return False
    if block.annex is not None and subject is not None and not (len(block.text) > 45 and block.text[-1] in ".;/:"):
        return False
    if mode == TASKS:
        if subject is not None:
            return True
        if _MEASURE.match(block.text):
            return False
        if VERB_START.match(text, block.text_start):
            return True
        if _CONTENT.match(block.text) or (
            (label := _LABEL.match(block.text)) and VERB_START.match(block.text, label.end() + 1)
        ):
            return True
        return block.annex is None and (
            bool(frame.leads) or VERB_INSIDE.search(text, block.text_start, block.text_start + 60) is not None
        )
    if mode == DUTY:
        if subject is not None and text.startswith("không ", subject.end):
            return False
        return subject is not None or (
            bool(frame.leads) and block.kind is not None and VERB_START.match(text, block.text_start) is not None
        )
    if mode == NOTICE:
        return (
            subject is not None
            or (block.kind is not None and bool(frame.leads))
            or (block.kind is not None and VERB_START.match(text, block.text_start) is not None)
            or (block.kind is not None and _ORDERED_WORDS.search(block.text) is not None)
            or (block.kind is not None and _SENTENCE_VERB.search(text, block.text_start, block.end) is not None)
        )
    if mode in (FUNDS, TARGETS):
        return subject is not None or bool(_own_subjects(text, block))
    if subject is None:
        if frame.ordered and block.kind is not None and VERB_START.match(text, block.text_start):
            return True
        return block.kind == "article" and any(
            s.ordered for s in find_ordered_inside(text, block.text_start, block.end)
        )
    return subject.ordered or re.search(r"chịu trách nhiệm|có trách nhiệm", block.text) is not None


def _own_subjects(text: str, block: Block) -> list[tuple[int, Subject]]:
    """The later sentences of an item that have a subject of their own."""
    out = []
    for match in _FULL_STOPS.finditer(text, block.text_start, block.end):
        bodies = read_bodies(text, match.end(), block.end)
        if bodies is None or not (bodies.ended_by == "verb" or text.startswith("sẽ ", bodies.end)):
            continue
        subject = find_subject(text, match.end(), block.end)
        if subject is None:
            subject = Subject(assign(text, bodies.items, "lead"), bodies.end, False)
        if subject is not None:
            out.append((match.end(), subject))
    return out


def _add(
    state: _State,
    i: int,
    start: int,
    end: int,
    frame: _Frame,
    subject: Subject | None,
    heading: str | None,
    closing: bool = False,
) -> None:
    block, text = state.blocks[i], state.text
    while end > start and text[end - 1].isspace():
        end -= 1
    words = squeeze(text[start:end])
    if not words:
        return
    assigned = _assigned(text, start, end, frame, subject)
    deadline = find_deadline(text, start, end) or frame.deadline
    section = _section_of_task(state, block, closing)
    _append(state, start, end, words, section, heading or state.headings[i], assigned, deadline)


def _append(
    state: _State,
    start: int,
    end: int,
    words: str,
    section: str | None,
    heading: str | None,
    assigned: tuple[Assignment, ...],
    deadline: str | None,
) -> None:
    first = bisect_left(state.starts, start)
    cited = tuple(k for k in range(first, bisect_left(state.starts, end)) if state.citations[k].end <= end)
    if not any(a.role in ("lead", "all") for a in assigned):
        assigned = (Assignment("all", "all", None, None), *assigned)
    state.found.append(Task(start, end, words, section, heading, assigned, deadline, date_of_deadline(deadline), cited))


def _add_row(state: _State, row: AnnexRow) -> None:
    """A row of a table of work as a task."""
    blocks, text = state.blocks, state.text
    work = blocks[row.work]
    if len(work.text) < 12:
        return
    assigned: tuple[Assignment, ...] = ()
    for cell, role in ((row.lead, "lead"), (row.partner, "coordinate")):
        if cell is not None:
            assigned += read_cell(text, blocks[cell].text_start, blocks[cell].end, role)
    deadline = read_period(blocks[row.time].text) if row.time is not None else None
    end = blocks[row.last].end
    _append(
        state,
        work.text_start,
        end,
        work.text,
        f"{'Phụ lục' if row.annex == ATTACHED else row.annex}.{row.ordinal}",
        row.annex,
        assigned,
        deadline,
    )


def _section_of_task(state: _State, block: Block, closing: bool) -> str | None:
    if block.annex is not None and block.annex != ATTACHED:
        return f"{block.annex}.{block.section}" if block.section else block.annex
    if closing and block.parent is not None:
        top = state.blocks[block.parent]
        while top.parent is not None:
            top = state.blocks[top.parent]
        return top.section
    return block.section


def _assigned(text: str, start: int, end: int, frame: _Frame, subject: Subject | None) -> tuple[Assignment, ...]:
    if subject is not None:
        leads: tuple[Assignment, ...] = subject.assigned
        coordinates = find_coordinating(text, subject.end, end)
        ordered = (
            tuple(a for s in find_ordered_inside(text, subject.end, end) for a in s.assigned) if subject.ordered else ()
        )
    else:
        leads = frame.leads
        coordinates = (*frame.coordinates, *find_coordinating(text, start, end))
        ordered = () if frame.leads else tuple(a for s in find_ordered_inside(text, start, end) for a in s.assigned)
    out: list[Assignment] = []
    seen: set[tuple[str, str]] = set()
    for assignment in (*leads, *ordered, *coordinates):
        key = (assignment.text.lower(), "all" if assignment.role == "all" else assignment.role)
        if key in seen or (assignment.role == "coordinate" and (key[0], "lead") in seen):
            continue
        seen.add(key)
        out.append(assignment)
    return tuple(out)
