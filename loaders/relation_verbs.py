"""The verbs that tell how the document named after them is related: "thực hiện", "sửa đổi, bổ sung một số điều của"."""

import re

DETAIL = r"(?:mục\s+tiêu|nội\s+dung|nhiệm\s+vụ|giải\s+pháp|quan\s+điểm|chủ\s+trương|chỉ\s+tiêu|quy\s+định)"
_GOAL = (
    r"(?:(?:\s*,|\s+và)?\s+(?:có\s+hiệu\s+quả|hiệu\s+quả|tốt|nghiêm(?:\s+túc)?|đầy\s+đủ|kịp\s+thời|đồng\s+bộ|toàn\s+diện"
    r"|thống\s+nhất|quyết\s+liệt|thắng\s+lợi|thành\s+công|triệt\s+để|chặt\s+chẽ|khẩn\s+trương)){0,4}"
    rf"(?:\s+(?:các\s+|một\s+số\s+)?{DETAIL}[^;.“]{{0,80}}?\s(?:của|tại|theo|trong))?"
)
_PART = r"(?:cụm\s+từ|từ|khoản|điểm|điều|mẫu|phụ\s+lục|nội\s+dung|chương|mục|tên)"
_VERBS = (
    (
        "AMENDED_BY",
        ("được",),
        r"được\s+(?:sửa\s+đổi|bổ\s+sung|điều\s+chỉnh)"
        r"(?:[^;.]{0,160}?\s(?:bởi|theo|tại|bằng)|(?:\s*,?\s*bổ\s+sung)?(?:\s+một\s+số\s+điều)?)",
    ),
    ("REPLACED_BY", ("được",), r"được\s+thay\s+thế\s+(?:bởi|bằng|theo|tại)"),
    ("REPEALED_BY", ("bị",), r"bị\s+bãi\s+bỏ\s+(?:bởi|bằng|theo|tại)"),
    ("REPEALS", ("hiệu",), r"(?:chấm\s+dứt|công\s+bố\s+hết)\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+của|\s+đối\s+với)?"),
    ("SUPERVISES", ("giám",), r"giám\s+sát\b[^;.]{0,80}?(?:thực\s+hiện|thi\s+hành|chấp\s+hành|triển\s+khai)"),
    (
        "REPORTS_ON",
        ("kết", "báo", "đánh"),
        r"(?:(?:tổng|sơ)\s+kết|(?:báo\s+cáo|đánh\s+giá)(?:\s+(?:tình\s+hình|kết\s+quả))+)\b[^;.]{0,80}?"
        r"(?:thực\s+hiện|triển\s+khai|thi\s+hành)",
    ),
    (
        "AMENDS",
        ("thay", "bãi", "hủy"),
        rf"(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\b[^;.]{{0,120}}?(?<!\w){_PART}(?!\w)[^;.]{{0,160}}?(?:của|tại|kèm\s+theo|trong|[0-9a-zđ])",
    ),
    (
        "GUIDES",
        ("quy", "hướng"),
        r"(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn)\b(?:[^;.“]{0,120}?(?:thi\s+hành|thực\s+hiện|áp\s+dụng|biện\s+pháp[^;.“]{0,60}))?"
        r"(?:\s+(?:một\s+số\s+)?(?:điều|nội\s+dung|quy\s+định)(?:(?:\s*(?:và|,)[^;.“]{0,60})?\s+(?:của|tại))?)?",
    ),
    (
        "IMPLEMENTS",
        ("thực", "thi", "triển", "cụ"),
        rf"(?:thực\s+hiện|thi\s+hành|triển\s+khai|cụ\s+thể\s+h(?:óa|oá)){_GOAL}",
    ),
    (
        "AMENDS",
        ("sửa", "bổ", "điều", "đính"),
        r"(?:sửa\s+đổi(?!\))|(?<!phạt )(?<!giao )bổ\s+sung|(?<!phạm vi )điều\s+chỉnh|đính\s+chính)"
        r"(?:\s*,\s*(?:bổ\s+sung|thay\s+thế|bãi\s+bỏ))*\b(?P<object>[^;.“]{0,200}?)",
    ),
    ("AMENDS", ("bỏ",), r"(?:bãi|hủy|huỷ)\s+bỏ\s+một\s+phần(?:\s+nội\s+dung)?(?:\s+của)?"),
    ("REPLACES", ("thay",), r"thay\s+thế(?:\s+cho)?"),
    ("REPEALS", ("bãi", "hủy", "huỷ"), r"(?:bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ)(?:\s+toàn\s+bộ)?"),
    ("APPROVES", ("phê",), r"phê\s+duyệt"),
    ("PROMULGATES", ("ban",), r"ban\s+hành(?:\s+kèm\s+theo)?"),
)
"""Relation, syllables of which its words have one, and the words for it that stand right before the mention.

The first that fits is taken; without any of its syllables it need not be tried.
"""
_VERB_AT_END = tuple(
    (name, cues, re.compile(rf"(?<!\w){pattern}(?:\s+(?:các|những))?\s*\Z")) for name, cues, pattern in _VERBS
)
_REACH = 260
_OTHER_OBJECT = re.compile(
    r"đã quy định|so với|trường hợp|áp dụng|thực hiện theo|trước khi|phục vụ|được (?!ban hành)"
    r"|(?:thông tư|quyết định|nghị quyết|nghị định|luật) này"
)
"""Words after "bổ sung", "điều chỉnh" by which something else is changed than the act that is named at the end."""


def verb_at_end(words: str, numbered: bool) -> str | None:
    """The relation of the verb that stands right before a mention; only named documents are promulgated.

    >>> verb_at_end("sửa đổi, bổ sung một số điều của", numbered=True)
    'AMENDS'
    """
    window = words[-_REACH:]
    for name, cues, pattern in _VERB_AT_END:
        if not [cue for cue in cues if cue in window]:
            continue
        found = pattern.search(window)
        if found and not _OTHER_OBJECT.search(found.groupdict().get("object") or ""):
            return None if name == "PROMULGATES" and numbered else name
    return None
