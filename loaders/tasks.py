"""The tasks of a document: the items and paragraphs that order work, with assignees, deadline and citations."""

import re
from collections.abc import Sequence

from loaders.annex_tables import AnnexRow, find_annex_rows, is_column_heading
from loaders.assignees import Subject, assign, find_ordered_inside, find_subject
from loaders.bodies import resolve_body
from loaders.body_lists import read_bodies
from loaders.body_patterns import VERB_START
from loaders.deadlines import read_period
from loaders.facts_files import read_facts
from loaders.heading_bodies import read_cell, read_heading_bodies
from loaders.home import Home
from loaders.lead_ins import add_after_name, is_title, read_title
from loaders.outline import ATTACHED, Block
from loaders.paragraphs import BULLETS
from loaders.records import Assignment, Body, Citation, Header, Task
from loaders.sections import DUTY, FUNDS, NEVER, NOTICE, STRICT, TARGETS, TASKS, modes_of
from loaders.sections import read_title as read_section_title
from loaders.task_fields import match_field, read_field
from loaders.task_prose import read_prose
from loaders.task_reading import AGREES, CLOSING, FULL_STOP, NOTHING, Frame, Reading, orders_nothing
from loaders.word_patterns import alternation

_VERBS = alternation([row["verb"] for row in read_facts("task_verbs.csv")])
_SENTENCE_VERB = re.compile(rf"[.:;]\s+(?:{_VERBS})\b", re.IGNORECASE)
_BEGINS_WITH_VERB = re.compile(rf"(?:{_VERBS})\b", re.IGNORECASE)
_LABEL = re.compile(r"[^:.;]{2,70}:(?=\s|\Z)")
_CONTENT = re.compile(r"Nội dung[^:]{0,30}:")
_MEASURE = re.compile(
    r"""(?:(?:Ít\ nhất|Tối\ thiểu|Trên|Hơn|Đạt|Có|Phấn\ đấu|Khoảng)\b.{0,40}?)?[0-9]+(?:[.,][0-9]+)?\s?%
    | T[ỷỉ]\ lệ\b | \(""",
    re.VERBOSE,
)
"""Targets: "Ít nhất 85% …"."""
_ORDER_WORD = re.compile(r"\b(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị)\s")
_BUDGET = re.compile(r"Ngân sách [^,.;:]{0,40}(?:đảm bảo|bảo đảm|cân đối|bố trí|hỗ trợ)\b")
_RESPONSIBLE = re.compile(
    r"(?:chịu|có) trách nhiệm|(?:căn cứ|chiếu) (?:Điều|Quyết định)[^.;]{0,60} thi hành"
    r"|giám sát (?:chặt chẽ )?(?:việc )?(?:tổ chức |triển khai )*(?:thực hiện|thi hành)"
    r"|(?:thực hiện|thi hành) (?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Quy định|Quy chế) này"
)
_LEADS = re.compile(r"\s*chủ\s+trì(?!\w)")
_STRICT_CUES = (
    "chủ trì",
    "trách nhiệm",
    "thi hành",
    "hực hiện Quyết định này",
    "hực hiện Nghị quyết",
    "iám sát",
    "iao ",
    "êu cầu ",
    "ề nghị ",
    "hân công ",
)
_SHORTEST = 12


def find_tasks(
    text: str, header: Header, blocks: Sequence[Block], citations: Sequence[Citation], home: Home
) -> tuple[Task, ...]:
    """The tasks in the order of the text; `citations` are sorted by start, `home` completes bodies."""
    under: dict[int | None, list[int]] = {}
    for i, block in enumerate(blocks):
        under.setdefault(block.parent, []).append(i)
    titles = [is_title(blocks, i, under.get(i, ())) for i in range(len(blocks))]
    reading = Reading(text, blocks, titles, citations)
    modes = modes_of(blocks, titles, header.type)
    body = [i for i, block in enumerate(blocks) if block.annex is None]
    first_item = _find_first_item(blocks, body, text, header.type)
    last = body[-1] if body else -1
    rows = {row.work: row for row in find_annex_rows(blocks)}
    row_end = -1
    for i, block in enumerate(blocks):
        if (row := rows.get(i)) is not None:
            row_end = row.last
            _add_row(reading, row)
        if i > row_end and not block.quoted and block.text and not (rows and is_column_heading(block.text)):
            _read_block(reading, i, modes[i], i < first_item, i == last)
    return _with_bodies(reading.tasks, home)


def _with_bodies(tasks: Sequence[Task], home: Home) -> tuple[Task, ...]:
    """The tasks with the bodies that their assignees' names stand for, where they name one."""
    bodies: dict[str, Body | None] = {}
    out = []
    for task in tasks:
        named = []
        for assignment in task.assigned:
            name = assignment.text
            if assignment.start is not None and name not in bodies:
                bodies[name] = resolve_body(name, home)
            body = bodies.get(name)
            role, start, end = assignment.role, assignment.start, assignment.end
            named.append(Assignment(name, role, start, end, body) if body else assignment)
        out.append(_assigned_to(task, tuple(named)))
    return tuple(out)


def _assigned_to(task: Task, assigned: tuple[Assignment, ...]) -> Task:
    """The task with other assignees; made anew, which takes a third of the time of `replace`."""
    return Task(
        task.start,
        task.end,
        task.text,
        task.section,
        task.heading,
        assigned,
        task.deadline,
        task.deadline_date,
        task.citations,
    )


def _find_first_item(blocks: Sequence[Block], body: Sequence[int], text: str, document_type: str | None) -> int:
    """Index of the first numbered block, before which only the opening stands; of a letter without any, of what
    comes after the first paragraph that asks for something."""
    marked = [i for i in body if blocks[i].kind is not None]
    if marked:
        return next((i for i in marked if blocks[i].kind not in BULLETS), marked[0])
    if document_type == "Công văn":
        for i in body:
            subject = next(find_ordered_inside(text, blocks[i].text_start, blocks[i].end), None)
            if subject is not None:
                return i + 1
    return len(blocks)


def _read_block(reading: Reading, i: int, mode: str, intro: bool, last: bool) -> None:
    block, text = reading.blocks[i], reading.text
    frame = reading.frame(i)
    if mode == NEVER or frame.skip or (mode == STRICT and not _may_order(reading, block, i, frame)):
        return
    if (label := match_field(block.text)) is not None:
        read_field(reading, i, label)
    elif intro:
        if block.kind is None:
            read_prose(reading, i, True)
    elif reading.titles[i] or block.text.endswith(":"):
        if not read_title(reading, i):
            _read_item(reading, i, mode)
    elif block.kind is None and ((last and not _is_duty(frame, block)) or CLOSING.match(block.text)):
        read_prose(reading, i, False)
    else:
        if block.kind is not None and (heading := read_heading_bodies(text, block.text_start, block.end)) is not None:
            if add_after_name(reading, i, heading):
                return
            if block.children and heading.end >= block.end - 2 and _is_only_bodies(text, block):
                reading.hand_down(i, heading)
                return
        _read_item(reading, i, mode)


def _is_duty(frame: Frame, block: Block) -> bool:
    """Whether an unmarked paragraph goes on under its heading's body: it begins with what that body does."""
    return bool(frame.leads) and _BEGINS_WITH_VERB.match(block.text) is not None


def _may_order(reading: Reading, block: Block, i: int, frame: Frame) -> bool:
    """Whether a block of a decision or regulation can matter at all: most cannot."""
    return reading.titles[i] or bool(frame.leads) or bool([cue for cue in _STRICT_CUES if cue in block.text])


def _is_only_bodies(text: str, block: Block) -> bool:
    """Whether a sentence that begins with bodies holds nothing else: no verb either."""
    bodies = read_bodies(text, block.text_start, block.end)
    return bodies is not None and bodies.end >= block.end - 2


def _read_item(reading: Reading, i: int, mode: str) -> None:
    block, text = reading.blocks[i], reading.text
    if len(block.text) < _SHORTEST or _is_label_of_no_task(block.text, mode):
        return
    subject = find_subject(text, block.text_start, block.end)
    if orders_nothing(block.text) and not (subject is not None and subject.ordered):
        return
    if AGREES.match(block.text) and next(find_ordered_inside(text, block.text_start, block.end), None) is None:
        return
    frame = reading.frame(i)
    if block.annex is not None and subject is not None and not (len(block.text) > 45 and block.text[-1] in ".;/:"):
        return
    if not _is_task(text, block, frame, mode, subject):
        return
    if subject is not None and frame.partners and not subject.ordered:
        reading.hand_down(i, subject)
        frame, subject = reading.frame(i), None
    elif subject is not None and block.children:
        reading.hand_down(i, subject)
    later = _find_own_subjects(text, block, subject, frame) if mode in (TASKS, TARGETS, FUNDS) else []
    if mode != TASKS and subject is None and later:
        reading.add(i, block.text_start, block.end, NOTHING, later[0][1])
    elif mode != TASKS or (subject.ordered if subject else not VERB_START.match(text, block.text_start)):
        reading.add(i, block.text_start, block.end, frame, subject)
    elif later and subject is None and _LABEL.match(block.text):
        reading.add(i, block.text_start, block.end, frame, later[0][1])
    else:
        starts = [block.text_start, *(start for start, _ in later)]
        ends = [*starts[1:], block.end]
        for start, end, own in zip(starts, ends, [subject, *(own for _, own in later)], strict=True):
            reading.add(i, start, end, frame, own)


def _is_label_of_no_task(words: str, mode: str) -> bool:
    """Whether an item begins with a label such as "Đối tượng:", or is such a label alone."""
    label = _LABEL.match(words)
    if label is None:
        if len(words) >= 60 or words.endswith((".", ";")):
            return False
        return read_section_title(words) == NEVER and not VERB_START.match(words)
    if mode == NOTICE or _CONTENT.match(words) or _ORDER_WORD.search(words, label.end()):
        return False
    return read_section_title(label[0]) in (NEVER, TARGETS, FUNDS) and not VERB_START.match(words)


def _is_task(text: str, block: Block, frame: Frame, mode: str, subject: Subject | None) -> bool:
    """Whether an item orders work, by what its section holds."""
    if mode == DUTY and subject is not None:
        return not text.startswith("không ", subject.end)
    if mode == STRICT and subject is not None:
        if block.kind == "article" and _LEADS.match(text, subject.end):
            return True
        return subject.ordered or _RESPONSIBLE.search(block.text) is not None
    if subject is not None:
        return True
    verb = VERB_START.match(text, block.text_start) is not None
    if mode == TASKS:
        return _is_task_of_plan(text, block, frame, verb)
    if mode in (FUNDS, TARGETS):
        return bool(_find_own_subjects(text, block, None, frame))
    if block.kind is None:
        return False
    if mode == DUTY:
        return verb and bool(frame.leads)
    if mode == NOTICE:
        if verb or frame.leads or _ORDER_WORD.search(block.text):
            return True
        return _SENTENCE_VERB.search(text, block.text_start, block.end) is not None
    if frame.ordered and verb:
        return True
    return block.kind == "article" and any(s.ordered for s in find_ordered_inside(text, block.text_start, block.end))


def _is_task_of_plan(text: str, block: Block, frame: Frame, verb: bool) -> bool:
    """Whether an item of a plan that names nobody orders work: by its first word, or in a later clause.

    Items under a body do without both.
    """
    if verb:
        return True
    if _MEASURE.match(block.text):
        return False
    label = _LABEL.match(block.text)
    if label is not None and (_CONTENT.match(block.text) or VERB_START.match(block.text, label.end() + 1)):
        return True
    if block.annex is not None:
        return False
    if frame.leads or _BUDGET.match(block.text):
        return True
    if _ORDER_WORD.search(block.text) is None:
        return False
    return any(s.ordered for s in find_ordered_inside(text, block.text_start, block.end))


def _find_own_subjects(text: str, block: Block, first: Subject | None, frame: Frame) -> list[tuple[int, Subject]]:
    """The later sentences of an item that address others than its subject or its heading, each with its start."""
    named = {a.text.lower() for a in (first.assigned if first else frame.leads)}
    out = []
    for match in FULL_STOP.finditer(text, block.text_start, block.end):
        start = match.end()
        bodies = read_bodies(text, start, block.end)
        if bodies is None or not (bodies.ended_by == "verb" or text.startswith("sẽ ", bodies.end)):
            continue
        subject = find_subject(text, start, block.end)
        if subject is None:
            subject = Subject(assign(text, bodies.items, "lead"), bodies.end, False)
        if not any(a.text.lower() in named for a in subject.assigned):
            out.append((start, subject))
    return out


def _add_row(reading: Reading, row: AnnexRow) -> None:
    """Adds a row of a table of work."""
    blocks, text = reading.blocks, reading.text
    work = blocks[row.work]
    if len(work.text) < _SHORTEST:
        return
    assigned: tuple[Assignment, ...] = ()
    for cell, role in ((row.lead, "lead"), (row.partner, "coordinate")):
        if cell is not None:
            assigned += read_cell(text, blocks[cell].text_start, blocks[cell].end, role)
    deadline = read_period(blocks[row.time].text) if row.time is not None else None
    above = "Phụ lục" if row.annex == ATTACHED else row.annex or work.section
    section = f"{above}.{row.ordinal}" if above else row.ordinal
    heading = above if row.annex else reading.heading(row.work)
    end = blocks[row.last].end
    reading.append(work.text_start, end, work.text, section, heading, assigned, deadline)
