"""Lists of bodies in running text: "Sở Tài chính, Sở Nội vụ và các đơn vị có liên quan" is three.

A list is read from its first word to the verb, connective or punctuation that ends it; what begins the next
body inside it is decided by the heads in `facts/body_heads.csv`. Groups that share their words
("các sở, ban, ngành, đoàn thể Thành phố") stay one.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.facts_files import read_facts, split_cell
from loaders.normalise import squeeze

MAX_LIST = 1500
_UP = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

_HEADS = tuple(read_facts("body_heads.csv"))
_VERBS = tuple(read_facts("task_verbs.csv"))


def alternation(words: list[str]) -> str:
    """A pattern for any of the words, longest first, any white space between the parts of one."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def heads_of(kind: str) -> list[str]:
    return [row["head"] for row in _HEADS if row["kind"] == kind]


_ALONE = frozenset(
    "UBND HĐND MTTQ UBMTTQ Nhà_trường Chính_phủ Quốc_hội Tỉnh_ủy Thành_ủy Huyện_ủy Đảng_ủy Tỉnh_đoàn Thành_đoàn Huyện_đoàn "
    "Ủy_ban Uỷ_ban Hội_đồng Văn_phòng Kho_bạc Mặt_trận Liên_đoàn Liên_minh Thường_trực Ban_Thường_vụ Tập_đoàn Tổng_công_ty "
    "Bộ_Chỉ_huy Bộ_đội_Biên_phòng Bảo_hiểm_xã_hội Viện_Kiểm_sát Tòa_án Thông_tấn_xã Chi_cục Tổng_cục Học_viện Trung_tâm "
    "Bệnh_viện Hiệp_hội Công_an Phân_hiệu Chi_nhánh Tổng_thư_ký".split()
)
_NAMES = alternation([h for h in heads_of("name") if h.replace(" ", "_") in _ALONE])
_SHORT_NAMES = alternation([h for h in heads_of("name") if h.replace(" ", "_") not in _ALONE])
_POSTS = alternation([h for h in heads_of("post") if h not in ("Lãnh đạo", "Chánh", "Trưởng")])
_COMMON = alternation(heads_of("common"))
_BARE_COMMON = alternation(
    [
        h
        for h in heads_of("common")
        if h
        not in (
            "sở",
            "bộ",
            "ban",
            "phòng",
            "hội",
            "tổ chức",
            "báo",
            "đài",
            "cấp",
            "xã",
            "phường",
            "thôn",
            "huyện",
            "tỉnh",
            "thành phố",
            "trường",
            "lãnh đạo",
            "cục",
            "vụ",
            "viện",
        )
    ]
)
_DETERMINER = r"(?:(?:[Tt]ất\s+cả|[Tt]oàn\s+thể)\s+)?(?:[0-9]{1,3}%\s+)?(?:[Cc]ác|[Nn]hững|[Mm]ọi|CÁC)\s+"
_START = re.compile(
    rf"""
    (?:[Đđ]ồng\s+chí\s+|[Cc]ác\s+đồng\s+chí\s+)?
    (?:
        (?P<group>  {_DETERMINER}(?:(?:{_NAMES}|{_SHORT_NAMES}|{_POSTS}|(?i:{_COMMON}))\b|[Pp]hó\s|Trưởng\s|Chánh\s) )
      | (?P<name>   (?:{_NAMES})\b | (?:{_SHORT_NAMES})(?=\s+[{_UP}]|\s+(?:nhân\s+dân|tỉnh|huyện|thành\s+phố|các\b|xã\b|phường\b|quân\b|chỉ\s+đạo|quản\s+lý|chuyên\s+môn|chức\s+năng|nghiệp\s+vụ|đại\s+biểu|công\s+tác|dân\s+tộc|ban\s+Đảng|khu\s+vực|trung\s+học|tiểu\s+học|mầm\s+non)) )
      | (?P<post>   (?:{_POSTS})\b | Chánh\s+(?=[{_UP}]|văn) | Trưởng\s+(?=phòng|ban|các|[{_UP}]|công) | [Ll]ãnh\s+đạo\s+(?=[{_UP}]|các) )
      | (?P<common> (?:{_BARE_COMMON})\b | báo,\s+đài | phòng\s+(?=[{_UP}]|chuyên) | sở(?=\s+[{_UP}]|,\s+(?:ban|ngành)) | trường\s+(?=[{_UP}]|tiểu|trung|mầm|học) | ngành\s+(?=[{_UP}]) )
      | (?P<bare>   (?:Sở(?=,\s+(?:ban|ngành))|Cơ\s+quan|Đơn\s+vị|Địa\s+phương|Doanh\s+nghiệp|Chính\s+quyền|Cấp\s+ủy|Ngành|Đoàn\s+thể|Lực\s+lượng|Thành\s+viên|Chủ\s+đầu\s+tư|Cơ\s+sở\s+giáo\s+dục)\b )
    )
    (?!\s+(?:thiết|cáo|hành|kết|nhập|nghị|thảo|hợp)\b)(?!(?<=[Tt]ổ)\s+chức)
    """,
    re.VERBOSE,
)
_GIVEN = re.compile(r"được\s+(?:giao|phân\s+công)(?:\s+(?:chủ\s+trì|thực\s+hiện|nhiệm\s+vụ|phụ\s+trách)\b)+")
_UNGROUPED = re.compile(
    rf"(?!(?:Các|Những|Mọi|Người|Thủ|Lãnh)\b|Sở,|Sở\Z)[{_UP}](?:(?!các\b|cơ\s+quan|đơn\s+vị|tổ\s+chức|doanh\s+nghiệp|địa\s+phương).)*\Z",
    re.DOTALL,
)
_BARE_GROUP = re.compile(r"[Cc]ác\s+(?:cấp|ngành|hội)\s*\Z")
_FROM_TO = re.compile(rf"từ\s+[{_UP}]\w+(?:\s+[{_UP}]\w+)*\s+đến\s+[{_UP}]\w+(?:\s+[{_UP}]\w+)*")
_IN_LISTING = re.compile(r"[Cc]ác\s+(?:Bộ|Sở)(?:,\s+\w+)*:\s[^;]*\Z")
_MINISTRY_NAME = re.compile(
    r"(?:Công\s+an|Thanh\s+tra|Ngân\s+hàng)(?!\s+(?:tỉnh|thành|các|xã|phường|huyện|nhân|Nhà|Chính))"
)
_ORGANISATIONS = re.compile(r"tổ\s+chức\b(?!\s+(?:thực|triển|tốt|các))")
_WEAK = re.compile(rf"(?:{_COMMON})\b")
_CONNECTIVES = [
    words.replace("_", " ")
    for words in (
        "theo để nhằm khi nếu đã đang sẽ phải cần được bị là về với từ do bằng như vào ở đến tới qua cho sau trước tại_các "
        "định_kỳ hằng_năm hàng_năm căn_cứ có_trách_nhiệm chịu_trách_nhiệm có_nhiệm_vụ có_thẩm_quyền nhanh_chóng đúng rồi "
        "mà thì không còn nêu_trên trong_phạm_vi cùng_phối_hợp tiến_hành biết cùng_nhau tùy đối_với dựa hằng_tháng hằng_quý "
        "trên_cơ_sở đồng_thời quyết_liệt linh_hoạt vận_dụng bảo_đảm trên_tinh_thần cũng cơ_bản thống_nhất sớm thừa thay_mặt"
    ).split()
]
_PART_AFTER = {row["verb"]: split_cell(row["part_of_name_after"]) for row in _VERBS}
_STOP_VERBS = [verb for verb, after in _PART_AFTER.items() if "*" not in after]
VERB_START = re.compile(rf"(?:{alternation([row['verb'] for row in _VERBS])})\b", re.IGNORECASE)
VERB_INSIDE = re.compile(rf"\b(?:{alternation(_STOP_VERBS)})\b")
_TOKEN = re.compile(
    rf"""
      (?P<open>\()
    | (?P<mark>[.:“”"…!?\[])
    | (?P<sep>\s*,\s*(?:và\s+|cùng\s+)?|\s*;\s*|\s+và\s+|\s+cùng\s+(?:với\s+)?(?!phối)|\s+hoặc\s+|\s+với\s+(?=[{_UP}]|các))
    | \b(?P<stop>{alternation(_CONNECTIVES)}|có(?!\s+(?:liên\s+quan|thẩm\s+quyền|trụ\s+sở|chức\s+năng))|nhất\s+là|(?<!việc\s)làm(?!\s+tốt)|trong(?!\s+(?:các\s+)?(?:khu|cụm|toàn|hệ\s+thống)\b))\b
    | \b(?P<verb>{alternation(_STOP_VERBS)})\b
    """,
    re.VERBOSE,
)
_HEADING_TOKEN = re.compile(
    rf"""
      (?P<open>\()
    | (?P<mark>[:“”"…!?\[]|\.(?:\s|/|\Z))
    | (?P<sep>\s*,\s*(?:và\s+)?|\s*;\s*|\s+và\s+|\s+hoặc\s+)
    | \b(?P<stop>chủ\s+trì|phối\s+hợp|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|theo\s+chức\s+năng|theo\s+nhiệm\s+vụ|căn\s+cứ|trong\s+phạm\s+vi|chủ\s+động|(?<!Ban\s)chỉ\s+đạo|tích\s+cực|tham\s+mưu|kịp\s+thời|tăng\s+cường|đẩy\s+mạnh|rà\s+soát|phải|cần|hướng\s+dẫn|có\s+nhiệm\s+vụ|được\s+giao|nhanh\s+chóng|tập\s+trung|tiếp\s+tục|tổ\s+chức\s+(?:thực\s+hiện|triển\s+khai)|thực\s+hiện|khẩn\s+trương|nghiêm\s+túc)\b
    | (?P<verb>(?!))
    """,
    re.VERBOSE,
)
_LISTING_GROUP = re.compile(
    r"[Cc]ác\s+(?:[Ss]ở|[Bb]ộ|[Pp]hòng|[Bb]an|[Cc]ục|[Vv]ụ|[Cc]ơ\s+quan|xã|phường|huyện|tỉnh|thành\s+phố|[Hh]ội)(?:,\s+(?:ban|ngành|cơ\s+quan|thành\s+phố))*\s*$"
)
_MODIFIED = re.compile(rf"(?:[{_UP}]\S*|Thành\s+phố|liên\s+quan|trực\s+thuộc|tỉnh|huyện|chức\s+năng|cấp)\s*$")
_WORD_BEFORE = re.compile(r"(\S+)\s+(\S+)\s*\Z")
_CORE = r"(?:cấp\s+ủy|chính\s+quyền|cơ\s+quan\s+ngành\s+dọc(?:\s+đóng\s+trên\s+địa\s+bàn)?|cơ\s+quan|đơn\s+vị|địa\s+phương|sở|bộ|ban|ngành|cấp|phòng|đoàn\s+thể)"
_EVERYBODY = re.compile(
    rf"""
    (?:(?:tất\s+cả|toàn\s+thể)\s+)?(?:[0-9]+%\s+)?(?:các\s+|mọi\s+|(?:thủ\s+trưởng|người\s+đứng\s+đầu|lãnh\s+đạo)\s+(?:các\s+)?)
    (?:bộ\s+trưởng\s*\Z|cấp\s+ủy|đơn\s+vị|cơ\s+quan(?:\s+ngang\s+bộ)?(?:\s+thuộc\s+chính\s+phủ)?|địa\s+phương|sở,\s+(?:ban|ngành)|bộ,\s+(?:ban|ngành|cơ\s+quan)|phòng,\s+ban|ban,\s+ngành|ngành|cấp)
    (?:(?:\s+cấp\s+tỉnh)?,?\s+(?:và\s+)?(?:các\s+)?(?:{_CORE}|trường\s+học|doanh\s+nghiệp|tổ\s+chức|cá\s+nhân|hội|xã|phường|ủy\s+ban\s+nhân\s+dân\s+các\s+cấp))*
    (?:\s+(?:có\s+)?liên\s+quan|\s+thành\s+phố|\s+tỉnh|\s+của\s+(?:tỉnh|huyện|thành\s+phố)|\s+trên\s+địa\s+bàn.{{0,40}})?(?:\s+cấp\s+tỉnh)?(?:\s+được\s.{{0,60}})?\s*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class BodyList:
    """Bodies named one after the other, and what ended them: a verb, another word, a mark or nothing."""

    items: tuple[tuple[int, int], ...]
    end: int
    ended_by: str
    """verb, stop, mark, sep or end."""


def begins_body(text: str, pos: int, end: int) -> str | None:
    """How a body's name begins at `pos`: group, name, post, common, bare; None when none does."""
    match = _START.match(text, pos, end)
    return match.lastgroup if match else None


def read_bodies(text: str, pos: int, end: int, heading: bool = False, cell: bool = False) -> BodyList | None:
    """The list of bodies that begins at `pos`, or None. In a heading or a table's cell only words of duty end it."""
    end = min(end, pos + MAX_LIST)
    first = _START.match(text, pos, end)
    if first is None:
        return None
    token = _HEADING_TOKEN if heading or cell else _TOKEN
    items: list[tuple[int, int]] = []
    item, at = pos, first.end()
    ended_by, stop = "end", end
    item_end: int | None = None  # end of the item when a parenthesis follows its name
    while True:
        match = token.search(text, at, end)
        if match is None:
            break
        kind, at = match.lastgroup or "", match.end()
        if kind == "open":
            close = text.find(")", at, end)
            item_end = item_end or match.start()
            if close < 0:
                ended_by, stop = "mark", match.start()
                break
            at = close + 1
            continue
        if kind == "verb" and _is_part_of_name(text, item, match):
            continue
        if kind == "stop" and (clause := _GIVEN.match(text, match.start(), end)) is not None and not (heading or cell):
            at = clause.end()
            continue
        if kind == "stop" and (clause := _FROM_TO.match(text, match.start(), end)) is not None:
            at = clause.end()
            continue
        if (
            kind == "mark"
            and match[0] == ":"
            and _LISTING_GROUP.search(text, item, match.start())
            and _lists_names(text, at, end)
        ):
            continue
        if kind != "sep":
            ended_by, stop = kind, match.start()
            break
        begun = _START.match(text, at, end)
        sort = begun.lastgroup if begun else None
        if _begins_item(text, item, match, sort, at) or (cell and sort and text[item : item + 3].lower() != "các"):
            items.append((item, item_end or match.start()))
            item, item_end, at = at, None, begun.end() if begun else at + 1
        elif match[0].strip() == ";":
            ended_by, stop = "sep", match.start()
            break
    items.append((item, _trimmed(text, item, item_end or stop)))
    return BodyList(tuple((a, _trimmed(text, a, b)) for a, b in items), stop, ended_by)


def _lists_names(text: str, at: int, end: int) -> bool:
    return re.match(rf"\s*[{_UP}]", text[at : min(end, at + 12)]) is not None


def _begins_item(text: str, item: int, separator: re.Match[str], sort: str | None, at: int) -> bool:
    if sort is None:
        return _ORGANISATIONS.match(text, at) is not None and _is_definite_class(text[item : separator.start()])
    if sort == "name" and _MINISTRY_NAME.match(text, at) and _IN_LISTING.search(text[item : separator.start()]):
        return False
    if sort == "group" and _BARE_GROUP.match(text[item : separator.start()]):
        return False
    if sort in ("group", "name", "post"):
        return True
    if sort == "bare":
        return False
    before = text[max(item, separator.start() - 30) : separator.start()]
    if separator[0].strip() == ";":
        return True
    if separator[0].strip() == "," and _UNGROUPED.match(text[item : separator.start()]):
        return True
    if _WEAK.match(text, at) and separator[0].strip() == ",":
        word = re.match(r"\S+\s*\S*", text[at : at + 40])
        return (
            bool(word)
            and re.match(
                r"báo,\s+đài|báo,|thủ\s+trưởng|trưởng\s|giám\s+đốc|hiệu\s+trưởng|chủ\s+tịch|phòng\s|sở\s+[A-ZĐ]|trường\s+(?!học\b)",
                text[at : at + 24],
            )
            is not None
        )
    return _MODIFIED.search(before) is not None or text[at : at + 5].lower() in ("thủ t", "trưởn", "giám ", "phòng")


def _is_definite_class(words: str) -> bool:
    return len(words.split()) > 3 and not addresses_everybody(squeeze(words))


def _is_part_of_name(text: str, item: int, match: re.Match[str]) -> bool:
    verb = squeeze(match[0])
    after = _PART_AFTER.get(verb, ())
    if not after:
        return False
    before = _WORD_BEFORE.search(text[max(0, item - 1, match.start() - 40) : match.start()])
    if before is None:
        words = text[item : match.start()].strip().lower()
        return words in after
    one, two = before[2].lower(), f"{before[1]} {before[2]}".lower()
    if one.endswith(",") and "," in after:
        return (
            re.match(r"\s+(?:chính|xã|đoàn|hội|cá|liên|có|thành|Đảng|khác|,)", text[match.end() : match.end() + 8])
            is not None
        )
    if verb == "chủ trì" and text[match.end() : match.end() + 1] == ",":
        return False
    return one in after or two in after


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \n,;-":
        end -= 1
    words = text[max(start, end - 5) : end]
    if words.endswith((" và", "\nvà")):
        return _trimmed(text, start, end - 3)
    return end


@lru_cache(maxsize=4096)
def addresses_everybody(words: str) -> bool:
    """Whether a group is everybody ("các sở, ban, ngành, địa phương") and no definite class.

    >>> addresses_everybody("Các cơ quan, đơn vị, địa phương, doanh nghiệp")
    True
    >>> addresses_everybody("các doanh nghiệp viễn thông")
    False
    """
    return _EVERYBODY.match(words) is not None
