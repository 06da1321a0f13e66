"""What the words before a cited act say of the document itself: that it carries the act out, guides or changes it.

Each function is given the clause up to the mention (`lead`) or only what follows the mention before (`words`), in
lower case with single spaces.
"""

import re

from loaders.pinpoints import without_pinpoint
from loaders.relation_verbs import verb_at_end

_IMPLEMENTING = re.compile(r"(?<!\w)(?:thực\s+hiện|triển\s+khai|thi\s+hành)(?!\w)")
_TOLD = re.compile(r"(?<!\w)(?:đã\s+(?:ký\s+)?ban\s+hành|yêu\s+cầu|đề\s+nghị)(?!\w)")
"""A sentence before the document's own that tells what was passed, or asks for something."""
_RESULTS = re.compile(
    r"(?<!\w)(?:kết\s+quả|tình\s+hình|công\s+tác)(?!\w)[^;.]{0,80}(?:thực\s+hiện|triển\s+khai|thi\s+hành)"
)
"""In the title of a report: "Kết quả thực hiện Nghị quyết …"."""
_SUBMITTED = re.compile(r"(?<!\w)(?:xét|theo)\s+đề\s+nghị(?!\w)")
"""After other grounds: "Căn cứ nhu cầu thực tế và xét đề nghị của … tại Tờ trình số …"."""
_BY_RULE = re.compile(r"(?<!\w)theo(?:\s+(?:đúng\s+)?(?:quy|qui)\s+định\s+(?:tại|của|trong))?\s*\Z")
"""Before an act that says how the work of a preamble is done, and is not what it implements."""
_OWN_PLAN = re.compile(
    r"(?:kế\s+hoạch|chương\s+trình)(?:\s+hành\s+động)?(?:\s+(?!này)[^.,;:]{0,80})?\s+(?:thực\s+hiện|thi\s+hành)\s*\Z"
)
_CHANGES_IN_TURN = re.compile(
    r"(?<!\w)(?:chỉ thị|kế hoạch|hướng dẫn|thông báo|chương trình|công văn|văn bản|đề án|quy chế|quy định) này"
    r"[^.;:]{0,120}(?<!\w)(?:thay thế|bãi bỏ)(?!\w)[^.;:]{0,60}\Z"
)
"""What a document that is no act says of the one before it: "Chỉ thị này thay thế Chỉ thị số …"."""
_WAS_DONE = re.compile(
    r"(?<!\w)đã\s+(?:(?:chủ\s+động|tích\s+cực|tập\s+trung|kịp\s+thời|nghiêm\s+túc|quyết\s+liệt|khẩn\s+trương)\s*,?\s+)*"
    r"(?:triển\s+khai|thực\s+hiện|tổ\s+chức|quán\s+triệt|chỉ\s+đạo|lãnh\s+đạo|phối\s+hợp)(?!\w)"
)
"""What others have done so far: "các cấp, các ngành đã triển khai nghiêm túc Chỉ thị …"."""
_OWN_PURPOSE = re.compile(
    r"(?<!\w)(?:nghị định|thông tư|nghị quyết|quyết định|quy định|quy chế) này "
    r"(?:quy định chi tiết|hướng dẫn)(?!\w)[^.;:]{0,200}\Z"
)
"""What an act's article on its scope says: "Thông tư này quy định chi tiết khoản 5 Điều 40 Luật …"."""
_FOOTNOTE_MARK = re.compile(r"\[[0-9]{1,3}\]")
_PART_CHANGED = re.compile(
    r"\W*(?:tên )?"
    r"(?:cụm từ|từ|khoản|điểm|điều|mẫu|phụ lục|chương|mục|đoạn|tiêu đề|nội dung|quy định)"
    r"(?!\w)[^.;]{0,300}?(?<!\w)(?:được|bị) (?:sửa đổi|bổ sung|thay|bãi bỏ|đính chính)(?!\w)[^;]{0,300}?"
    r"(?:bởi|theo|tại)(?: quy định tại| quy định của)?\Z"
)
"""A footnote of a consolidated text: "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của …"."""


def carries_out(lead: str, words: str) -> bool:
    """Whether a clause of the preamble speaks of carrying something out, wherever in it the act is named."""
    if _IMPLEMENTING.search(lead) is None or _TOLD.search(lead):
        return False
    return _BY_RULE.search(without_pinpoint(words)) is None


def was_done_before(words: str) -> bool:
    """Whether the clause tells what others have done so far, which says nothing of this document."""
    return _WAS_DONE.search(words) is not None


def tells_results(lead: str) -> bool:
    """Whether a report's clause speaks of the results of carrying the act out."""
    return _RESULTS.search(lead) is not None


def is_submitted(words: str) -> bool:
    """Whether the act is a proposal that was considered, among other grounds."""
    return _SUBMITTED.search(words) is not None


def names_own_plan(lead: str) -> bool:
    """Whether the clause ends in the own title once more: "Kế hoạch … thực hiện"."""
    return _OWN_PLAN.search(lead) is not None


def guides_by_scope(lead: str, words: str) -> bool:
    """Whether the article on the scope says that this act details or guides the one named next.

    >>> guides_by_scope("1. thông tư này quy định chi tiết", "1. thông tư này quy định chi tiết")
    True
    """
    return (
        " này " in lead
        and _OWN_PURPOSE.search(lead) is not None
        and verb_at_end(without_pinpoint(words), numbered=True) == "GUIDES"
    )


def changes_in_turn(lead: str) -> bool:
    """Whether a document that is no act says that it replaces or repeals the one named next."""
    return _CHANGES_IN_TURN.search(lead) is not None


def tells_of_changed_part(lead: str) -> bool:
    """Whether a footnote says of a part of this text that the act named next changed it."""
    return _PART_CHANGED.fullmatch(_FOOTNOTE_MARK.split(without_pinpoint(lead).rstrip())[-1]) is not None
