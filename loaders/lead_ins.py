"""Titles and lead-ins: what they hand down to the items under them, and whether they order something themselves."""

import re
from collections.abc import Sequence

from loaders.assignees import Subject, find_coordinating, find_ordered_inside, find_subject
from loaders.body_patterns import VERB_START
from loaders.heading_bodies import HeadingBodies, read_heading_bodies
from loaders.outline import Block
from loaders.paragraphs import BULLETS
from loaders.task_fields import match_field
from loaders.task_reading import BODY_COLON, CLOSING, FULL_STOP, Reading

_DIVISIONS = frozenset(("annex", "part", "chapter", "section", "upper", "article"))
_ANNOUNCES = re.compile(
    r"""(?:nhiệm\ vụ|nội\ dung|giải\ pháp|công\ việc|việc|biện\ pháp|yêu\ cầu|vấn\ đề|hoạt\ động|công\ tác|chỉ\ đạo
        |kết\ luận)[^:]{0,60}\s(?:sau|như\ sau|sau\ đây|dưới\ đây|sau\ đây\ như\ sau)\s*:?\Z
    | (?:như\ sau|sau\ đây|sau)\s*:\Z""",
    re.VERBOSE,
)
_DETAILS = re.compile(r"với (?:những|các|một số) nội dung|[,;] (?:trong đó|cụ thể)\b")
_THING = re.compile(
    r"(?:Số|Tổng|Danh|Kết|Tình|Tên|Mức|Tỷ|Tỉ|Các|Những|Nhu|Nội|Quy|Phương|Dự|Báo\ cáo|Kế|Hồ|Thời|Địa)\ "
)
"""How an item begins that is no action, as a list of what a report has to tell has them."""
_ORDERS = re.compile(r"(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị|[Pp]hân công)\s")


_PARTNERS_BELOW = re.compile(
    r"(?:Chủ\ trì|Chủ\ động)(?:,|\ và)?\ phối\ hợp(?:\ chặt\ chẽ)?(?:\ với)?(?:\ các\ [^:.]{3,60}|\ cùng)?\s*:?\Z"
)
"""A lead-in to a list of those to work with: "Chủ trì, phối hợp với các cơ quan, đơn vị:"."""


def is_title(blocks: Sequence[Block], i: int, under: Sequence[int]) -> bool:
    """Whether a block with a marker is the title or lead-in of those under it, and no item itself."""
    block = blocks[i]
    text = block.text
    if block.quoted or block.kind is None:
        return False
    if block.kind == "article" and text.endswith((".", ";", "/")):
        short = block.children > 0 and len(text) < 100 and _ORDERS.match(text) is None
        return short and find_subject(text, 0, len(text)) is None
    if block.kind in _DIVISIONS:
        return len(text) < 400 and (block.children > 0 or not text.endswith("."))
    if block.kind == "roman":
        return block.children > 0 or len(text) < 200
    if not block.children or text.endswith(":"):
        return block.children > 0
    if text.endswith((".", ";", "/")):
        if any(blocks[k].kind in BULLETS for k in under) or len(text) >= 240:
            return False
        if len(under) > 1 and len(text) < 80 and block.kind == "number" and VERB_START.match(text) is None:
            return True  # "1.2. Vùng trồng lúa." over "a) Thời gian …"
        return all(blocks[k].children for k in under)
    only = blocks[under[0]] if len(under) == 1 else None
    return not (only is not None and only.kind is None and CLOSING.match(only.text) and len(text) > 60)


def read_title(reading: Reading, i: int) -> bool:
    """Hands down what a title or lead-in says; False when it is a task itself."""
    block, text = reading.blocks[i], reading.text
    under = reading.under(i) or reading.followers(i)
    lead_in = block.text.endswith(":")
    if under and not lead_in and block.kind == "number" and _are_fields(reading, under):
        return False
    if under and _PARTNERS_BELOW.match(block.text):
        reading.hand_down(i, partners=True)
        return True
    heading = read_heading_bodies(text, block.text_start, block.end)
    if heading is not None and _continues_below(reading, under, heading, block):
        below = reading.blocks[under[0]]
        reading.hand_down(under[0], skip=True)
        reading.hand_down(i, read_heading_bodies(text, block.text_start, below.end) or heading)
        return True
    if heading is not None and not (lead_in and _has_own_order(reading, under, heading, block.end)):
        if not lead_in and add_after_name(reading, i, heading):
            return True
        rest = text[heading.end : block.end].strip(" \n.:;")
        if not rest or rest.startswith("(") or lead_in or heading.coordinates:
            ordered = _ORDERS.match(block.text) is not None
            for k in (i,) if block.children else under:
                reading.hand_down(k, heading, ordered=ordered)
            return True
    if not lead_in:
        return block.children > 0 or block.kind in _DIVISIONS or block.kind == "roman"
    if not under:
        stop = FULL_STOP.search(text, block.text_start, block.end)
        if stop is not None and find_subject(text, block.text_start, stop.start()) is not None:
            return False
        return only_announces(block.text) or len(block.text) < 80
    return _read_lead_in(reading, i, under)


def _read_lead_in(reading: Reading, i: int, under: Sequence[int]) -> bool:
    block, text = reading.blocks[i], reading.text
    subject = find_subject(text, block.text_start, block.end)
    if subject is None and block.kind == "article":
        subject = next(find_ordered_inside(text, block.text_start, block.end), None)
        if subject is not None:
            reading.hand_down(i, subject)
            return False
    orders = subject is not None or VERB_START.match(text, block.text_start) is not None
    announces = only_announces(block.text)
    if orders and (_lists_things(reading, under) if announces else not _lists_tasks(reading, under)):
        for k in under:
            if reading.blocks[k].kind is not None or not block.children:
                reading.hand_down(k, skip=True)
        return False
    receivers = (i,) if block.children else under
    if orders and (_DETAILS.search(block.text) or FULL_STOP.search(text, block.text_start, block.end)):
        for k in () if block.children or subject is None else receivers:
            reading.hand_down(k, subject)
        return False
    if subject is not None:
        coordinates = find_coordinating(text, subject.end, block.end)
        for k in receivers:
            reading.hand_down(k, subject, coordinates=coordinates)
    return True


def add_after_name(reading: Reading, i: int, heading: HeadingBodies) -> bool:
    """Adds the task of "Sở Nội vụ: Phối hợp …"; False when no text follows the name."""
    block, text = reading.blocks[i], reading.text
    colon = BODY_COLON.match(text, _names_end(heading), block.end)
    if colon is None:
        return False
    reading.hand_down(i, heading)
    name = " ".join(text[block.text_start : heading.end].split())
    reading.add(i, colon.end(), block.end, reading.frame(i), None, name)
    return True


def only_announces(words: str) -> bool:
    """Whether the words end in announcing a list: "tập trung thực hiện các nhiệm vụ sau:"."""
    return _ANNOUNCES.search(words) is not None


def announces_without_order(text: str, subject: Subject, end: int) -> bool:
    """Whether an order only announces the list that follows."""
    rest = " ".join(text[subject.end : end].split())
    return rest.endswith(":") and only_announces(rest) and _DETAILS.search(rest) is None


def _are_fields(reading: Reading, under: Sequence[int]) -> bool:
    return all(match_field(reading.blocks[k].text) for k in under)


def _continues_below(reading: Reading, under: Sequence[int], heading: HeadingBodies, block: Block) -> bool:
    """Whether a heading of bodies goes on in the paragraph under it: "Đề nghị Hội Liên hiệp", "Phụ nữ Thành phố"."""
    if len(under) < 2 or heading.end < block.end - 1 or block.text.endswith((":", ".", ";")):
        return False
    below, after = reading.blocks[under[0]], reading.blocks[under[1]]
    stops = below.text.endswith((".", ";", ":", "/"))
    return below.kind is None and len(below.text) < 120 and not stops and after.kind in BULLETS


def _has_own_order(reading: Reading, under: Sequence[int], heading: HeadingBodies, end: int) -> bool:
    """Whether a lead-in orders something itself besides announcing its list."""
    rest = " ".join(reading.text[_names_end(heading) : end].split())
    if len(rest) > 60 and _lists_things(reading, under):
        return True
    return len(rest) > 60 and (_DETAILS.search(rest) is not None or not only_announces(rest))


def _names_body_first(text: str, block: Block) -> bool:
    """Whether a block is a body's name, a colon and what that body has to do."""
    heading = read_heading_bodies(text, block.text_start, block.end)
    return heading is not None and BODY_COLON.match(text, _names_end(heading), block.end) is not None


def _names_end(heading: HeadingBodies) -> int:
    return max([heading.end, *(a.end or 0 for a in heading.coordinates)])


def _lists_tasks(reading: Reading, under: Sequence[int]) -> bool:
    """Whether most of the first items begin with an action or with who has to do it."""
    some = under[:6]
    return 2 * _count_tasks(reading, some) >= len(some)


def _lists_things(reading: Reading, under: Sequence[int]) -> bool:
    """Whether the items are bare things: "(1) Số hộ dân có nhà bị sập"."""
    items = [k for k in under if reading.blocks[k].kind is not None]
    if not items or any(reading.blocks[k].children for k in items):
        return False
    return all(_THING.match(reading.blocks[k].text) for k in items) and _count_tasks(reading, items) == 0


def _count_tasks(reading: Reading, items: Sequence[int]) -> int:
    text = reading.text
    some = [reading.blocks[k] for k in items]
    return sum(
        1
        for b in some
        if VERB_START.match(text, b.text_start)
        or find_subject(text, b.text_start, b.end) is not None
        or _names_body_first(text, b)
    )
