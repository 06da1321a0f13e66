"""The title that a citation gives behind a number: "Kế hoạch số 5798/KH-UBND … của UBND tỉnh về việc …"."""

import re
from collections.abc import Sequence
from typing import Final

from loaders.mention_words import Mention
from loaders.normalise import squeeze
from loaders.sentences import clause_end, clause_start
from loaders.zones import Zones

_GROUND: Final = re.compile(
    r"(?:Căn\s+cứ|Thực\s+hiện|Triển\s+khai|Thi\s+hành|Theo)\s+(?:các\s+)?(?:tinh\s+thần\s+|nội\s+dung\s+)?\Z"
)
"""What stands before the first document of a clause of the preamble."""
_BEGIN: Final = re.compile(
    r"\s*(?:(?:về\s+việc|V/v\.?|về)\s+(?=\S)|(?=(?:ban\s+hành|phê\s+duyệt|quy\s+định|hướng\s+dẫn|sửa\s+đổi|thông\s+qua"
    r"|công\s+bố|bãi\s+bỏ|thành\s+lập|giao|điều\s+chỉnh)\s))",
)
_END: Final = re.compile(
    r"\s*(?:[(;]|\.?/\.|\.?\s*\Z|,\s+(?:đã\s+)?được\s"
    r"|\s(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)[^;.]*?\s(?:bởi|theo|tại)\s"
    r"|,\s+(?:Ủy|Uỷ|UBND|HĐND|Hội|Sở|Bộ|Ban|Thủ|Phòng|Tỉnh|Huyện|Thành)\s)"
)
"""Marks, what became of the document, and the body that acts on it."""
_JOINED: Final = re.compile(r"(?:,|\svà|\scùng)\s+(?:các\s+)?\Z")
_GAP: Final = re.compile(r"\n\s*\n")
_SHORTEST: Final = 12
"""Code points; a shorter rest of a clause is no title."""


def find_title_behind(text: str, mentions: Sequence[Mention], index: int, zones: Zones) -> str | None:
    """The title behind the number at `index` in a title or a ground of the preamble; None where no end is certain.

    It ends with its clause, before another document that is joined to this one, and before words on what became of it.
    Where others stand in it, one that is joined may belong to either.
    """
    mention = mentions[index]
    zone = zones.zone_at(mention.start)
    if mention.number is None or zone not in ("title", "preamble"):
        return None
    begin = _BEGIN.match(text, mention.end)
    if begin is None:
        return None
    if zone == "preamble" and not _GROUND.fullmatch(text[clause_start(text, mention.start) : mention.start]):
        return None
    end = clause_end(text, mention.end)
    if zone == "title":
        gap = _GAP.search(text, begin.end(), end)
        end = gap.start() if gap else end
        if text[end : zones.end_of_zone(mention.start)].strip(" \n.;") or _goes_on(text[end:].lstrip()):
            return None
    for later in range(index + 1, len(mentions)):
        start = mentions[later].start
        if start >= end:
            break
        joined = _JOINED.search(text, begin.end(), start)
        if joined and later > index + 1:
            return None
        if joined:
            end = joined.start()
            break
    title = text[begin.end() : end]
    found = _END.search(title)
    title = squeeze(title[: found.start()] if found else title)
    return title if len(title) >= _SHORTEST else None


def _goes_on(behind: str) -> bool:
    return behind[:1].islower() or behind[:1].isdigit()
