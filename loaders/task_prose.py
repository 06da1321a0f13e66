"""The tasks in opening and closing paragraphs: each from the sentence that orders it."""

import re
from itertools import pairwise

from loaders.assignees import Subject, find_ordered_inside, find_subject
from loaders.lead_ins import announces_without_order
from loaders.task_reading import FULL_STOP, NOTHING, Reading, orders_nothing

_IN_PROCESS = re.compile(r"(?:Trong\s+quá\s+trình|Quá\s+trình|Trong\s+khi)\s")
_CLAUSE = re.compile(r"[;,.]\s+|\s(?=(?:đề\s+nghị|yêu\s+cầu)\s)")
_GROUNDS = ("Căn cứ", "Theo ", "Xét ")


def read_prose(reading: Reading, i: int, intro: bool) -> None:
    """Adds the tasks in an opening or closing paragraph, each from the sentence that orders it."""
    block, text = reading.blocks[i], reading.text
    cuts = [block.text_start, *(m.end() for m in FULL_STOP.finditer(text, block.text_start, block.end)), block.end]
    begun: int | None = None
    whose: Subject | None = None
    for start, end in pairwise(cuts):
        subject = _subject_of_sentence(text, start, end, intro)
        if subject is None and (intro or begun is not None or not _IN_PROCESS.match(text, start)):
            continue
        if begun is not None:
            if _asks_the_same(whose, subject):
                continue
            reading.add(i, begun, start, NOTHING, whose, closing=True)
        begun, whose = start, subject
    if begun is not None:
        reading.add(i, begun, block.end, NOTHING, whose, closing=True)
    elif intro and block.text.endswith(":"):
        _address_all(reading, cuts[-2], block.end)


def _asks_the_same(before: Subject | None, subject: Subject | None) -> bool:
    """Whether a sentence goes on to address those whom the one before addresses: it is part of the same task."""
    if before is None or subject is None:
        return False
    names = [[assignment.text.lower() for assignment in each.assigned] for each in (before, subject)]
    return names[0] == names[1]


def _address_all(reading: Reading, start: int, end: int) -> None:
    """Hands down whom the last sentence of the opening asks: "Bộ Y tế đề nghị Sở Y tế các tỉnh làm như sau:"."""
    asked = [*find_ordered_inside(reading.text, start, end)]
    if asked and all(assignment.role == "lead" for assignment in asked[-1].assigned):
        reading.hand_down(None, addressed=asked[-1].assigned)


def _subject_of_sentence(text: str, start: int, end: int, intro: bool) -> Subject | None:
    if intro and text.startswith(_GROUNDS, start):
        return None
    if text.startswith("Trên", start):
        subject = _find_subject_of_clause(text, start, end)
    else:
        subject = find_subject(text, start, end)
    if subject is None:
        return None
    if intro:
        return subject if subject.ordered and not announces_without_order(text, subject, end) else None
    return None if orders_nothing(" ".join(text[start:end].split())) else subject


def _find_subject_of_clause(text: str, start: int, end: int) -> Subject | None:
    """Whom a later clause addresses: "Trên đây là Kế hoạch …; các cơ quan, đơn vị nghiêm túc thực hiện"."""
    for match in _CLAUSE.finditer(text, start, end):
        subject = find_subject(text, match.end(), end)
        if subject is not None and (subject.ordered or match[0][0] == ";"):
            return subject
    return None
