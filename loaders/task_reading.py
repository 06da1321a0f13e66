"""What is known while the tasks of a document are read: what each block hands down, and the tasks so far."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.assignees import Subject, find_coordinating, find_inline_leads, find_ordered_inside
from loaders.body_patterns import VERB_START
from loaders.deadlines import date_of_deadline, find_deadline
from loaders.heading_bodies import HeadingBodies
from loaders.outline import ATTACHED, Block
from loaders.paragraphs import BULLETS
from loaders.records import Assignment, Citation, Task
from loaders.word_patterns import UPPER

FULL_STOP = re.compile(rf"\s(?<=\.\s)\s*(?=[{UPPER}])")
"""Between two sentences."""
BODY_COLON = re.compile(rf"\s*(?:\([^()]{{0,120}}\)\s*)?:\s+(?=[{UPPER}]|(?i:{VERB_START.pattern}))")
"""Between a body's name and what it has to do: "Sở Nội vụ: Phối hợp …"."""
CLOSING = re.compile(
    r"""(?:Trên\ đây\ là|Trong\ quá\ trình|Quá\ trình|Trong\ khi|Nhận\ được|Yêu\ cầu|Đề\ nghị|Định\ kỳ
    |Căn\ cứ\ (?:Kế\ hoạch|nội\ dung\ Kế\ hoạch)\ này
    |(?:Kế\ hoạch|Chỉ\ thị|Công\ điện|Quyết\ định|Nghị\ quyết|Thông\ báo)\ này)\b""",
    re.VERBOSE,
)
"""How a closing paragraph begins."""
EVERYBODY = Assignment("all", "all", None, None)
"""Stands for whoever a task addresses that names nobody."""


_PRAISES = re.compile(
    r"(?:Đánh giá cao|Ghi nhận|Hoan nghênh|Biểu dương (?:các|những|sự|kết|tinh)|Thay mặt|Được phép)\b"
)
AGREES = re.compile(r"(?:Cơ bản )?(?:[Tt]hống nhất|[Đđ]ồng ý|[Cc]hấp thuận)\s+(?:về|với|theo|chủ trương|như)\b")
"""How an item begins that only answers a proposal: "Thống nhất với đề xuất của Sở Y tế"."""
_INFORMS = re.compile(r"[^.;]{0,80}thông báo (?:để|đến|tới|cho|các) .{0,200}\bbiết\b")
_PROMULGATES = re.compile(r"ban hành .{0,400}(?:như sau|sau đây)\s*:\Z")
_PASSED = re.compile(r"(?:được|đã) .{0,120}thông qua ngày")


def orders_nothing(sentence: str) -> bool:
    """Whether a sentence, its white space folded, only tells or praises something.

    Each pattern is tried only where a word of it stands: nearly all sentences have none.
    """
    return (
        "có hiệu lực" in sentence
        or _PRAISES.match(sentence) is not None
        or ("biết" in sentence and _INFORMS.match(sentence) is not None)
        or ("thông qua ngày" in sentence and _PASSED.search(sentence) is not None)
        or (sentence.endswith(":") and _PROMULGATES.search(sentence) is not None)
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """What a block hands down to the items under it."""

    leads: tuple[Assignment, ...] = ()
    coordinates: tuple[Assignment, ...] = ()
    deadline: str | None = None
    ordered: bool = False
    """A word of ordering gives the items to the leads."""
    skip: bool = False
    """The items only list what the block itself says."""
    partners: bool = False
    """The items begin with those to work with."""
    addressed: tuple[Assignment, ...] = ()
    """Whom the opening asks to do what follows; they lead what names nobody."""


NOTHING = Frame()
_ITEMS = BULLETS | {"letter", "paren"}


class Reading:
    """The tasks of one document, being read in the order of its blocks."""

    def __init__(
        self, text: str, blocks: Sequence[Block], titles: Sequence[bool], citations: Sequence[Citation]
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.titles = titles
        self.tasks: list[Task] = []
        self._citations = citations
        self._citation_starts = [citation.start for citation in citations]
        self._frames: dict[int | None, Frame] = {}
        self._amended: dict[tuple[int | None, str], int] = {}
        self._members: dict[int | None, list[int]] = {}
        for i, block in enumerate(blocks):
            if not block.quoted:
                self._members.setdefault(block.parent, []).append(i)

    def under(self, i: int | None) -> Sequence[int]:
        """The blocks directly under a block."""
        return self._members.get(i, ())

    def followers(self, i: int) -> Sequence[int]:
        """The bullets or lettered items that come right after a paragraph without marker."""
        beside = self.under(self.blocks[i].parent)
        first = last = bisect_left(beside, i + 1)
        while last < len(beside) and self.blocks[beside[last]].kind in _ITEMS:
            last += 1
        return beside[first:last]

    def frame(self, i: int | None) -> Frame:
        """What block `i` has been handed down, and hands down itself."""
        frame = self._frames.get(i)
        if frame is None:
            frame = NOTHING if i is None else self._frames.get(self.blocks[i].parent, NOTHING)
            self._frames[i] = frame
        return frame

    def hand_down(self, i: int | None, bodies: HeadingBodies | Subject | None = None, **changes: object) -> None:
        """Changes what block `i` hands down: the bodies that it names, or single fields."""
        frame = self.frame(i)
        if frame.partners and bodies is not None:
            partners = bodies.leads if isinstance(bodies, HeadingBodies) else bodies.assigned
            frame = replace(frame, coordinates=tuple(replace(a, role="coordinate") for a in partners))
        elif isinstance(bodies, HeadingBodies):
            frame = replace(frame, leads=bodies.leads, coordinates=bodies.coordinates)
        elif bodies is not None:
            frame = replace(frame, leads=bodies.assigned, coordinates=(), ordered=bodies.ordered)
        self._frames[i] = replace(frame, **changes)  # type: ignore[arg-type]

    def add(
        self,
        i: int,
        start: int,
        end: int,
        frame: Frame,
        subject: Subject | None,
        heading: str | None = None,
        closing: bool = False,
    ) -> None:
        """Adds the task that `text[start:end]` of block `i` orders."""
        words = " ".join(self.text[start:end].split())
        if not words:
            return
        end = start + len(self.text[start:end].rstrip())
        deadline = find_deadline(self.text, start, end) or frame.deadline
        assigned = _assignees(self.text, start, end, frame, subject)
        section = self._section(self.blocks[i], closing)
        self.append(start, end, words, section, heading or self.heading(i), assigned, deadline)

    def append(
        self,
        start: int,
        end: int,
        words: str,
        section: str | None,
        heading: str | None,
        assigned: tuple[Assignment, ...],
        deadline: str | None,
    ) -> None:
        """Adds a task whose parts are known."""
        if not any(assignment.role != "coordinate" for assignment in assigned):
            assigned = (EVERYBODY, *assigned)
        date, cited = date_of_deadline(deadline), self._cited(start, end)
        self.tasks.append(Task(start, end, words, section, heading, assigned, deadline, date, cited))

    def _cited(self, start: int, end: int) -> tuple[int, ...]:
        first = bisect_left(self._citation_starts, start)
        after = bisect_left(self._citation_starts, end)
        return tuple(k for k in range(first, after) if self._citations[k].end <= end)

    def amend(self, i: int, assigned: tuple[Assignment, ...] = (), deadline: str | None = None) -> bool:
        """Gives assignees or a deadline to the tasks beside block `i`, and below those, since the last such block.

        False when there are none.
        """
        parent = self.blocks[i].parent
        since = self.blocks[parent].text_start if parent is not None else 0
        kind = "deadline" if deadline else assigned[0].role
        since = max(since, self._amended.get((parent, kind), 0))
        self._amended[parent, kind] = until = self.blocks[i].start
        cited = self._cited(until, self.blocks[i].end)
        found = False
        for k in range(len(self.tasks) - 1, -1, -1):
            task = self.tasks[k]
            if task.start < since:
                break
            if task.start < until:
                self.tasks[k] = _amended(task, assigned, deadline, cited)
                found = True
        return found

    def heading(self, i: int) -> str | None:
        """The title above block `i`."""
        parent = self.blocks[i].parent
        while parent is not None and not self.titles[parent]:
            parent = self.blocks[parent].parent
        return self.blocks[parent].text.rstrip(" .:") if parent is not None else None

    def _section(self, block: Block, closing: bool) -> str | None:
        if block.annex is not None and block.annex != ATTACHED:
            return f"{block.annex}.{block.section}" if block.section else block.annex
        while closing and block.parent is not None:
            block = self.blocks[block.parent]
        return block.section


def _amended(task: Task, assigned: tuple[Assignment, ...], deadline: str | None, cited: tuple[int, ...]) -> Task:
    if cited:
        task = replace(task, citations=tuple(sorted({*task.citations, *cited})))
    if deadline is not None:
        if task.deadline is not None:
            return task
        return replace(task, deadline=deadline, deadline_date=date_of_deadline(deadline))
    leads = any(assignment.role == "lead" for assignment in assigned)
    kept = tuple(a for a in task.assigned if not leads or (a.start is not None and a.role != "lead"))
    return replace(task, assigned=kept + assigned)


def _assignees(text: str, start: int, end: int, frame: Frame, subject: Subject | None) -> tuple[Assignment, ...]:
    """The item's own subject, else the heading's bodies; with those of later orders and those to work with."""
    if subject is not None:
        found = [*subject.assigned]
        if subject.ordered:
            found += (a for later in find_ordered_inside(text, subject.end, end) for a in later.assigned)
        found += find_coordinating(text, subject.end, end)
    else:
        found = [*find_inline_leads(text, start, end)]
        if not any(assignment.role == "lead" for assignment in found):
            found += frame.leads
        if not found:
            found += (a for later in find_ordered_inside(text, start, end) for a in later.assigned)
            found = found or [*frame.addressed]
        found += frame.coordinates
        found += find_coordinating(text, start, end)
    out: dict[tuple[str, str], Assignment] = {}
    for assignment in found:
        name = assignment.text.lower()
        if assignment.role != "coordinate" or (name, "lead") not in out:
            out.setdefault((name, assignment.role), assignment)
    return tuple(out.values())
