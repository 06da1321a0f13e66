"""By when a task is to be done, as printed, and as an ISO date where the words give one."""

import re

from loaders.dates import parse_date
from loaders.normalise import squeeze

_YEARS = r"(?:19|20)[0-9]{2}"
_DAY = rf"""(?:ngày\s+)?(?:
      [0-3]?[0-9]\s*[/.-]\s*[01]?[0-9](?:\s*[/.-]\s*{_YEARS})?
    | [0-3]?[0-9]\s+tháng\s+[01]?[0-9](?:\s+(?:năm\s+{_YEARS}|h[àằ]ng\s+năm))? )(?![0-9/])"""
_MONTH = rf"tháng\s+[01]?[0-9](?:\s*/\s*{_YEARS}|\s+năm\s+{_YEARS})?(?![0-9/])"
_QUARTER = rf"[Qq]uý\s+(?:IV|I{{1,3}}|[1-4])(?:\s*[/-]\s*{_YEARS}|\s+năm\s+{_YEARS})?"
_YEAR = rf"năm\s+{_YEARS}(?!\s*-\s*[0-9])"
_HOUR = r"(?:[0-2]?[0-9]\s*(?:giờ|h)(?:\s*[0-5][0-9](?:\s*phút)?)?,?\s+)?"
_NEW_YEAR = rf"Tết\s+(?:[Nn]guyên\s+đán|âm\s+lịch)(?:\s+năm)?(?:\s+{_YEARS})?"
_ANY = rf"(?:{_DAY}|{_MONTH}|{_QUARTER}|{_YEAR})"
_DAY_OF_EACH = r"""ngày\s+(?:làm\s+việc\s+)?(?:[0-3]?[0-9]|cuối(?:\s+cùng)?)\s+
    (?: (?:của\s+)?(?:h[àằ]ng|mỗi)\s+(?:tháng|quý|năm)
      | (?:của\s+)?tháng\s+(?:cuối|đầu|giữa)\s+(?:mỗi\s+|của\s+|h[àằ]ng\s+)?quý
      | (?:của\s+)?tháng\s+(?:sau|kế\s+tiếp|tiếp\s+theo|báo\s+cáo|liền\s+kề) )"""
"""A day that comes again: "ngày 20 hằng tháng", "ngày 15 tháng cuối quý"."""
_FROM = rf"(?:{_ANY}|ngày\s+[0-3]?[0-9]|tháng\s+[01]?[0-9]|nay)"

_DEADLINE = re.compile(
    rf"""
      \b[Tt]ừ\s+(?:đầu\s+)?{_FROM}\s*(?:đến|tới|-)\s*(?:hết\s+|cuối\s+)?(?:{_DAY}|{_MONTH}|{_QUARTER})
    | \b[Tt]ừ\s+nay\s+(?:đến|tới)\s+(?:hết|cuối)\s+{_ANY}
    | \b(?: [Tt]rước(?:\s+h[ếê]t)? | [Xx]ong\s+(?:trước|trong|vào)
          | (?:[Cc]hậm|[Mm]uộn|[Tt]rễ)\s+nhất(?:\s+(?:là|vào|đến|trước|trong|hết|cuối))*
          | [Kk]hông\s+(?:muộn\s+hơn|chậm\s+hơn|quá(?=\s+ngày)) | [Hh]ạn\s+(?:cuối|chót)(?:\s+(?:là|vào|đến))* )
      \s+(?:{_HOUR}{_ANY}|{_HOUR}{_DAY_OF_EACH}|{_NEW_YEAR})(?:\s+(?:của\s+)?(?:h[àằ]ng|mỗi)\s+(?:năm|tháng|quý))?
    | \b(?:vào|Vào|(?<=kỳ\s))\s*{_DAY_OF_EACH}
    | \b[Vv]ào\s+ngày\s+{_DAY}
    | \b[Đđ]ến\s+hết\s+ngày\s+{_DAY}
    | \b(?:(?<!đến\s)[Hh]ết|[Cc]uối)\s+{_ANY}
    | \b(?<![Tt]ừ\s)(?:[Đđ]ầu|[Gg]iữa)\s+(?:{_MONTH}|{_QUARTER}|{_YEAR})
    | \b[Tt]rong\s+(?:đầu\s+|cuối\s+)?{_ANY}(?!\s+(?:và|đến|hoặc)\s)
    | \b[Kk]ết\s+thúc\s+năm\s+học\s+{_YEARS}\s*-\s*{_YEARS}
    | \b[Nn]ăm\s+{_YEARS}\s+và\s+(?:các|những)\s+năm\s+tiếp\s+theo
    | (?<=thời\sgian\s){_MONTH}(?:\s+(?:và|đến)\s+{_MONTH})?
    | (?:(?<=hoàn\sthành\s)|(?<=Hoàn\sthành\s)|(?<=dự\skiến\s)|(?<=Dự\skiến\s))
      (?:vào\s+|trong\s+)?(?:{_QUARTER}|{_MONTH}|ngày\s+{_DAY})
    | (?<=\()(?:{_QUARTER}|{_MONTH})(?=\))
    | \bkịp\s+(?:báo\s+cáo|trình|thời\s+trình)\s+[^.;,]{{3,60}}?[Kk]ỳ\s+họp\s+[^.;,]{{3,60}}(?=[.;,]|\Z)
    | (?<!sau\s)\bkhi\s+(?:tổng\s+kết|sơ\s+kết|kết\s+thúc)\s+[^.;,]{{3,50}}(?=[.;,])
    """,
    re.VERBOSE,
)
_CUES = (
    ("ừ ngày", 1), ("ừ\nngày", 1), ("ừ tháng", 1), ("ừ quý", 1), ("ừ nay", 1), ("ừ đầu", 1), ("ừ năm", 1),
    ("rước", 1), ("hậm nhất", 1), ("uộn nhất", 1), ("rễ nhất", 1), ("hông muộn", 1), ("hông chậm", 1),
    ("hông quá ngày", 1), ("ến hết ngày", 1),
    ("ạn cuối", 1), ("ạn chót", 1), ("ong trước", 1), ("ong trong", 1), ("ong vào", 1),
    ("ào ngày", 1), ("kỳ ngày", -3), ("ết ngày", 1), ("ết tháng", 1), ("ết quý", 1), ("ết năm", 1), ("uối ", 1),
    ("ầu tháng", 1), ("ầu quý", 1), ("ầu năm", 1), ("iữa tháng", 1), ("iữa quý", 1), ("iữa năm", 1), ("rong ", 1),
    ("rong\n", 1), ("ết thúc", 1), ("ăm 20", 1), ("tháng ", 0), ("oàn thành ", -10), ("ự kiến ", -7),
    ("(Quý", -1), ("(quý", -1), ("(Tháng", -1), ("(tháng", -1), ("kịp ", 0), ("khi ", 0),
)  # fmt: skip
"""What is looked for, and how far before it a deadline begins."""
_FIELD = re.compile(
    r"""[Tt]hời\s+(?:gian|hạn|điểm)(?:\s+(?:thực\s+hiện|hoàn\s+thành|báo\s+cáo|tổ\s+chức|triển\s+khai|trình))?\s*:\s*
    (?P<period>[^.;()\n]{4,90})""",
    re.VERBOSE,
)
"""A field inside an item: "… Thời gian hoàn thành: Quý II/2026."."""
_OF_THE_PAST = re.compile(
    r"""(?: (?:được|đã|văn\s+bản|quy\s+định|quyết\s+định|chính\s+sách)(?:\s+\S+)?\s+ban\s+hành
        | có\s+hiệu\s+lực | ký | cấp | được\s+giao | xảy\s+ra | thành\s+lập | phát\s+sinh | sinh
        | (?:đã|đạt\s+được)\s+\S* )\s*\Z""",
    re.VERBOSE,
)
_OF_A_PERIOD = re.compile(r"(?:giai\s+đoạn|kế\s+hoạch|kết\s+quả|số\s+liệu|tình\s+hình)\s+\S*\s*\Z")
"""Before the years that something is of: "kết quả trong năm 2023"; a limit may follow it."""
_LIMITS = ("trước", "chậm", "muộn", "trễ", "không", "xong", "hạn")
_OF_MONEY = re.compile(r"(?:ngân\s+sách|dự\s+toán|kinh\s+phí|vốn)(?:\s+\S+){0,2}\s*\Z")
"""Before the years that money is of: "ngân sách địa phương năm 2026 và các năm tiếp theo"."""
_IS_PERIOD = re.compile(r"[0-9]|[Qq]uý|[Kk]hi\s+kết\s+thúc")
_NO_PERIOD = re.compile(r"[Hh][àằ]ng|[Tt]hường\s+xuyên|[Gg]iai\s+đoạn")
_IS_DURATION = re.compile(
    rf"(?:[Kk]hoảng\s+)?[0-9,.]+\s+(?:ngày|giờ|buổi|phút|tuần|tháng|năm)\b(?!\s+[0-9])(?!.*{_YEARS})"
)
"""How long something takes: "01 ngày/hội nghị"."""
_LONGEST_PERIOD = 160


def find_deadline(text: str, start: int, end: int) -> str | None:
    """The deadlines in `text[start:end]` as printed, several joined by "; ", or None.

    >>> find_deadline("Báo cáo về Sở Nội vụ trước ngày 16 tháng 12 năm 2025.", 0, 53)
    'trước ngày 16 tháng 12 năm 2025'
    """
    found: list[str] = []
    read_to = start
    field = _FIELD.search(text, start, end) if _has_field(text, start, end) else None
    period = read_period(squeeze(field["period"])) if field else None
    for at in _find_cues(text, start, end):
        match = _DEADLINE.match(text, at, end) if at >= read_to else None
        if match is None or (period and field and field.start() <= at < field.end()):
            continue
        read_to = match.end()
        words = squeeze(match[0])
        before = text[max(start, at - 40) : at]
        past = words[0] != "k" and _OF_THE_PAST.search(before)
        past = past or (not words.lower().startswith(_LIMITS) and words[0] != "k" and _OF_A_PERIOD.search(before))
        if words[:3].lower() == "năm" and _OF_MONEY.search(before):
            continue
        if words not in found and not past:
            found.append(words)
    if period and period not in found:
        found.append(period)
    return "; ".join(found) or None


def _has_field(text: str, start: int, end: int) -> bool:
    """Whether "Thời gian: …" may stand in the text."""
    return text.find("hời gian", start, end) >= 0 or text.find("hời hạn", start, end) >= 0


def _find_cues(text: str, start: int, end: int) -> list[int]:
    """Where the words stand that may begin a deadline."""
    places = []
    words = text[start:end]
    for cue, offset in _CUES:
        if cue not in words:  # asked first, as it takes half the time of looking for a place
            continue
        at = text.find(cue, start, end)
        while at >= 0:
            places.append(max(at - offset, start))
            at = text.find(cue, at + 1, end)
    return sorted(places)


def read_period(words: str) -> str | None:
    """The deadline that a cell or a line "Thời gian thực hiện: …" gives; None for "thường xuyên", "hằng năm".

    >>> read_period("Quý IV/2025."), read_period("Thường xuyên")
    ('Quý IV/2025', None)
    """
    words = words.strip(" .;:,-")
    if len(words) > _LONGEST_PERIOD or _NO_PERIOD.match(words) or not _IS_PERIOD.search(words):
        return None
    if _IS_DURATION.match(words):
        return None
    return words


def date_of_deadline(words: str | None) -> str | None:
    """The ISO date of a deadline, partial where the page is partial; None when it has no year.

    >>> date_of_deadline("trước ngày 16 tháng 12 năm 2025")
    '2025-12-16'
    """
    return parse_date(words) if words else None
