"""By when a task is to be done, as printed, and as an ISO date where the words give one."""

import re

from loaders.dates import parse_date
from loaders.normalise import squeeze

_DAY = r"""(?:ngày\s+)?(?:[0-3]?[0-9]\s*[/.-]\s*[01]?[0-9](?:\s*[/.-]\s*(?:19|20)[0-9]{2})?|[0-3]?[0-9]\s+tháng\s+[01]?[0-9](?:\s+(?:năm\s+(?:19|20)[0-9]{2}|h[àằ]ng\s+năm))?)(?![0-9/])"""
_MONTH = r"(?:tháng\s+[01]?[0-9](?:\s*/\s*(?:19|20)[0-9]{2}|\s+năm\s+(?:19|20)[0-9]{2})?)(?![0-9/])"
_QUARTER = (
    r"(?:[Qq]uý\s+(?:IV|I{1,3}|[1-4])(?:\s*/\s*(?:19|20)[0-9]{2}|\s+năm\s+(?:19|20)[0-9]{2}|\s*-\s*(?:19|20)[0-9]{2})?)"
)
_YEAR = r"(?:năm\s+(?:19|20)[0-9]{2}(?!\s*-\s*[0-9]))"
_ANY = rf"(?:{_DAY}|{_MONTH}|{_QUARTER}|{_YEAR})"
_SCHOOL_YEAR = r"năm\s+học\s+(?:19|20)[0-9]{2}\s*-\s*(?:19|20)[0-9]{2}"

_DEADLINE = re.compile(
    rf"""
      \b[Tt]ừ\s+{_DAY}\s+(?:đến|tới)\s+(?:hết\s+)?{_DAY}                     # từ ngày 15/11 đến ngày 15/12
    | \b(?:[Tt]rước|[Cc]hậm\s+nhất(?:\s+(?:là|vào|đến|trước|trong))*|[Mm]uộn\s+nhất(?:\s+(?:là|vào))*|[Xx]ong\s+trước|[Tt]rước\s+h[ếê]t)\s+{_ANY}
        (?:\s+(?:của\s+)?(?:h[àằ]ng|mỗi)\s+(?:năm|tháng|quý))?
    | \b(?:trước|(?<!đến\s)[Hh]ết|[Cc]uối|[Đđ]ến\s+hết)\s+{_ANY}
    | \b(?:[Tt]rong)\s+(?:{_DAY}|{_MONTH}|{_QUARTER}|{_YEAR})(?!\s+(?:và|đến|hoặc)\s+(?:năm|tháng)?)
    | \b(?:[Kk]ết\s+thúc)\s+{_SCHOOL_YEAR}
    | (?<![a-zà-ỹ])[Nn]ăm\s+(?:19|20)[0-9]{{2}}\s+và\s+(?:các|những)\s+năm\s+tiếp\s+theo
    | (?<=thời\sgian\s){_MONTH}(?:\s+(?:và|đến)\s+{_MONTH})?
    | \bkịp\s+(?:báo\s+cáo|trình|thời\s+trình)\s+[^.;,]{{3,60}}?[Kk]ỳ\s+họp\s+[^.;,]{{3,60}}(?=[.;,]|\Z)
    | (?<!sau\s)\bkhi\s+(?:tổng\s+kết|sơ\s+kết|kết\s+thúc)\s+[^.;,]{{3,50}}(?=[.;,])
    """,
    re.VERBOSE,
)
_CUE = re.compile(r"\b(?:[Tt]rước|nhất|[Tt]rong|[Tt]ừ|[Hh]ết|[Cc]uối|[Kk]ết\s+thúc|kịp|khi|tiếp\s+theo|xong|thành)\b")
_OF_LAW = re.compile(r"(?:ban\s+hành|có\s+hiệu\s+lực|ký|cấp|được\s+giao|xảy\s+ra|thành\s+lập|phát\s+sinh|sinh)\s*\Z")
_PERIOD = re.compile(r"(?:giai\s+đoạn|kế\s+hoạch|kết\s+quả|số\s+liệu|tình\s+hình|đã|đạt\s+được)\s+\S*\s*\Z")


def find_deadline(text: str, start: int, end: int) -> str | None:
    """The deadlines in `text[start:end]` as printed, several joined by "; ", or None.

    >>> find_deadline("Báo cáo về Sở Nội vụ trước ngày 16 tháng 12 năm 2025.", 0, 53)
    'trước ngày 16 tháng 12 năm 2025'
    """
    found = []
    for match in _DEADLINE.finditer(text, start, end):
        before = text[max(start, match.start() - 24) : match.start()]
        if _OF_LAW.search(before) or _PERIOD.search(before):
            continue
        words = squeeze(match[0])
        if words not in found:
            found.append(words)
    return "; ".join(found) or None


def read_period(words: str) -> str | None:
    """The deadline that a cell or a line "Thời gian thực hiện: …" gives; None for "thường xuyên", "hằng năm"."""
    words = words.strip(" .;:,-")
    if not re.search(r"[0-9]|[Qq]uý|[Kk]hi\s+kết\s+thúc", words) or len(words) > 160:
        return None
    if re.match(r"(?:[Hh][àằ]ng|[Tt]hường\s+xuyên|[Gg]iai\s+đoạn)", words):
        return None
    return words


def date_of_deadline(words: str | None) -> str | None:
    """The ISO date of a deadline, partial where the page is partial; None when it has no year."""
    return parse_date(words) if words else None
