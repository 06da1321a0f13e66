"""What the sections of a document hold: tasks, or purposes, targets, results and the like that order nothing."""

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.body_patterns import BODY_START
from loaders.facts_files import read_facts
from loaders.outline import Block
from loaders.word_patterns import alternation

TASKS = "tasks"
"""Every item is a task unless it says otherwise."""
DUTY = "duty"
"""An item is a task when it names who has to do it, or stands under a heading that does."""
NOTICE = "notice"
"""An item is a task when one of its sentences orders."""
STRICT = "strict"
"""An item is a task when it gives something to somebody, or says who is responsible."""
TARGETS = "targets"
FUNDS = "funds"
NEVER = "never"

_PLANS = frozenset(
    ("Kế hoạch", "Chương trình", "Phương án", "Chỉ thị", "Công điện", "Hướng dẫn", "Đề án", "Công văn", "Dự án")
)
_NORMS = frozenset(("Nghị định", "Thông tư", "Luật", "Pháp lệnh", "Thông tư liên tịch", "Văn bản hợp nhất", "Bộ luật"))

_TITLES = {row["words"]: row["holds"] for row in read_facts("section_titles.csv")}
_TITLE = re.compile(rf"\b(?:{alternation(list(_TITLES))})\b")
_RESULTS = re.compile(r"\b(?:kết quả|tình hình|đánh giá|thực trạng|tồn tại|hạn chế)\b")
_AHEAD = re.compile(r"\b(?:phương hướng|nhiệm vụ trọng tâm|nhiệm vụ|giải pháp|kế hoạch|kiến nghị|đề xuất)\b")
_DUTY_TITLE = re.compile(
    r"\b(?:tổ chức (?:thực hiện|triển khai)|trách nhiệm|thi hành|phân công|nhiệm vụ (?:của|và quyền hạn của)"
    r"|giao nhiệm vụ)\b"
)


def default_mode(document_type: str | None) -> str:
    """What the items of a document hold before any title says so."""
    if document_type == "Thông báo":
        return NOTICE
    if document_type == "Báo cáo":
        return NEVER
    if document_type is None or document_type in _PLANS:
        return TASKS
    return STRICT


_OPENING_WORDS = re.compile(
    r"(?:(?:một số|các|những|về|nội dung|danh mục|công tác)\s+)+(?!chính|cụ thể|trọng tâm|thực hiện|triển khai)"
)


_ASKS = re.compile(r"Yêu\s+cầu\s+")
"""Before a body it orders something, and is no title: "Yêu cầu UBND thành phố Hạ Long:"."""


def asks_body(words: str) -> bool:
    """Whether the words ask a body for something, and are no title "Yêu cầu".

    >>> asks_body("Yêu cầu Sở Y tế:"), asks_body("Yêu cầu chung")
    (True, False)
    """
    asks = _ASKS.match(words)
    return asks is not None and BODY_START.match(words, asks.end()) is not None


@lru_cache(maxsize=4096)
def read_title(title: str) -> str | None:
    """What a section with this title holds, or None when the title does not say.

    >>> read_title("MỤC ĐÍCH, YÊU CẦU"), read_title("Một số nhiệm vụ trọng tâm năm 2024")
    ('never', 'tasks')
    """
    if asks_body(title):
        return None
    words = " ".join(title.lower().split())
    words = _OPENING_WORDS.sub("", words)
    found = [
        (m.start(), holds)
        for m in _TITLE.finditer(words[:160])
        if (holds := _TITLES[" ".join(m[0].split())]) == TASKS or m.start() == 0
    ]
    if not found:
        return None
    kinds = {kind for _, kind in found}
    if TASKS not in kinds:
        return found[0][1]
    first = found[0][1]
    if first == TASKS or (kinds <= {TASKS, TARGETS} and found[0][0] > 0):
        return TASKS
    if first == NEVER and words.startswith(
        ("kết quả", "tình hình", "đánh giá", "thực trạng", "mục đích", "căn cứ", "kinh phí")
    ):
        return NEVER
    if first == NEVER and words.startswith(
        ("yêu cầu", "thời gian", "đối tượng", "tiêu chí", "phạm vi", "hình thức", "nguyên tắc")
    ):
        return NEVER
    if first in (FUNDS, TARGETS):
        return TASKS if first == TARGETS and "nhiệm vụ" in words else first
    return TASKS


def modes_of(blocks: Sequence[Block], titles: Sequence[bool], document_type: str | None) -> list[str]:
    """For each block what its section holds; `titles` tells which blocks are titles of those under them."""
    default = default_mode(document_type)
    own: list[str] = []
    below: list[str] = []
    report = document_type == "Báo cáo"
    norm = document_type in _NORMS
    for block, is_title in zip(blocks, titles, strict=True):
        base = STRICT if block.annex is not None and not report else default
        mode = below[block.parent] if block.parent is not None else base
        own.append(mode)
        below.append(_below(block, mode, report, norm) if is_title else mode)
    return own


def _below(block: Block, mode: str, report: bool, norm: bool) -> str:
    title = block.text
    if report:
        if mode == NEVER and block.kind in ("roman", "part", "upper") and block.parent is None:
            words = title.lower()
            ahead, results = _AHEAD.search(words), _RESULTS.search(words)
            return TASKS if ahead and not results else NEVER
        holds = read_title(title)
        return mode if mode == NEVER or holds is None or holds == TASKS else holds
    if mode == NEVER:
        return TARGETS if title.lower().startswith("yêu cầu") else NEVER
    if mode in (STRICT, DUTY):
        words = title.lower()
        if "thủ tục hành chính" in words and "trách nhiệm" not in words:
            return NEVER  # the description of a procedure
        if _DUTY_TITLE.search(words):
            return DUTY
        holds = read_title(title)
        if holds == NEVER:
            return NEVER
        if norm or block.kind in ("chapter", "section") or "Điều" in (block.section or ""):
            return mode
        return TASKS if holds == TASKS else mode if holds is None else holds
    holds = read_title(title)
    if holds is None:
        return mode
    return holds
