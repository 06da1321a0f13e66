"""The patterns by which lists of bodies are read, built from the facts about heads, verbs and endings."""

import re

from loaders.facts_files import read_facts, split_cell
from loaders.word_patterns import LOWER, UPPER, alternation, any_of, compile_words

_HEADS = tuple((row["head"], row["kind"]) for row in read_facts("body_heads.csv"))
_VERBS = {row["verb"]: split_cell(row["part_of_name_after"]) for row in read_facts("task_verbs.csv")}

PART_OF_NAME_AFTER = {verb: words for verb, words in _VERBS.items() if words and "*" not in words}
"""Verb -> the words after which it belongs to a body's name: "cơ quan quản lý", "Ban chỉ đạo"."""
_ENDING_VERBS = [verb for verb, words in _VERBS.items() if "*" not in words]


def heads_of(*kinds: str) -> list[str]:
    """The heads of bodies' names of some kinds.

    name: begins a name by itself (Ủy ban, UBND); stem: when a capital or a level follows (Sở Y tế); post: a person
    who stands for a body; rank: a post with its unit (Chánh Văn phòng); common: a class (đơn vị); class: a class
    that needs "các" (các xã) or its own group.
    """
    return [head for head, kind in _HEADS if kind in kinds]


_NAME = alternation(heads_of("name"))
_STEM = alternation(heads_of("stem"))
_POST = alternation(heads_of("post"))
_COMMON = alternation(heads_of("common"))
_CLASS = alternation(heads_of("common", "class"))
_DETERMINER = "(?:(?:[Tt]ất cả|[Tt]oàn thể) )?(?:[0-9]{1,3}% )?(?:[Cc]ác|[Nn]hững|[Mm]ọi|CÁC) "

BODY_START = compile_words(
    rf"""
    (?:[Đđ]ồng chí |[Cc]ác đồng chí )?
    (?:
        (?P<group>{_DETERMINER}(?:(?:{_NAME}|{_STEM}|{_POST}|(?i:{_CLASS}))\b|[Pp]hó\s|Trưởng\s|Chánh\s))
        |(?P<name>(?:{_NAME})\b
            |(?:{_STEM})(?= [{UPPER}0-9]| (?:nhà nước|nhân dân|tỉnh|huyện|thành phố|các\b|xã\b|phường\b|quân\b|chỉ đạo
                |quản lý|chuyên môn|chức năng|nghiệp vụ|đại biểu|công tác|dân tộc|ban Đảng|khu vực|trung học|tiểu học
                |mầm non)))
        |(?P<post>(?:{_POST})\b|Chánh (?=[{UPPER}]|văn)|Trưởng (?=phòng|ban|các|[{UPPER}]|công)
            |[Ll]ãnh đạo (?=[{UPPER}]|các))
        |(?P<common>(?:{_COMMON})\b|báo, đài|đài (?=[{UPPER}]|truyền|phát)|phòng (?=[{UPPER}]|chuyên)
            |sở(?= [{UPPER}]|, (?:ban|ngành))|trường (?=[{UPPER}]|tiểu|trung|mầm|học)|ngành (?=[{UPPER}]))
        |(?P<bare>(?:Sở(?=, (?:ban|ngành))|Cơ quan|Đơn vị|Địa phương|Doanh nghiệp|Chính quyền|Cấp ủy|Ngành|Đoàn thể
            |Lực lượng|Thành viên|Chủ đầu tư|Cơ sở giáo dục
            |(?:Tỉnh|Thành phố|Huyện|Xã|Phường)(?= (?:cần|căn cứ|chủ động|tập trung|tiếp tục|rà soát|khẩn trương
                |phải|thực hiện|nghiên cứu|tổng hợp|xem xét|xây dựng|tổ chức(?! chính)|bố trí|sắp xếp|làm việc)))\b)
    )
    (?! (?:thiết|cáo|hành|kết|nhập|nghị|thảo|hợp)\b)(?!(?<=[Tt]ổ) chức)(?!(?<=sở) (?:dữ liệu|vật chất|pháp lý|hạ tầng))
    """
)
"""How a body's name begins: in a group ("các sở"), by its own head, as a post, as a class, as a class in front."""

VERB_START = re.compile(
    rf"(?!{any_of('chi cục|chi nhánh|chi tiết|chi phí|chi bộ|chi đoàn|thu nhập|tăng trưởng|trồng trọt|trực tuyến')}\b)"
    rf"(?:{alternation(_VERBS)})\b",
    re.IGNORECASE,
)
"""An action at the beginning of an item."""

_ASIDE = r"(?P<aside> - (?:[Cc]ơ quan|[Đđ]ơn vị) (?:thường trực|chủ trì|đầu mối|chủ quản)\b)"
"""What a body is, after its name: "Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo"."""
SENTENCE_TOKEN = compile_words(
    rf"""
    (?P<open>\()
    |{_ASIDE}
    |(?P<mark>[.:“”"…!?\[])
    |(?P<sep>\s*,\s*(?:và |cùng )?|\s*;\s*| và | cùng (?:với )?(?!phối|nhau)| hoặc | với (?=[{UPPER}]|các))
    |\b(?P<stop>{alternation(row["words"] for row in read_facts("body_endings.csv"))}
        |có(?! (?:liên quan|thẩm quyền|trụ sở|chức năng|kế hoạch|giải pháp|biện pháp|phương án|văn bản))
        |(?<!việc\s)làm(?! tốt)
        |trong(?! (?:các )?(?:khu|cụm|toàn|hệ thống|nước)\b))\b
    |\b(?P<verb>(?!giao thông\b)(?:{alternation(_ENDING_VERBS)}))\b
    """
)
"""What a name in a sentence may come upon: parentheses, marks, separators, and words and verbs that end it."""
VERB_AFTER_NAME = compile_words(
    rf"\s+(?!cấp\b|trực thuộc\b)(?:{alternation(verb for verb, words in _VERBS.items() if '*' in words)})\b(?! viên)"
)
"""A verb that also stands inside names, so that only a known name before it tells."""
VERB_AFTER_PLACE = re.compile(rf"\s[{UPPER}]\w*\s+[{UPPER}]\w*(?P<verb>{VERB_AFTER_NAME.pattern})")
"""The same after the name of a place, which ends a body's name: "Công ty Điện lực Phú Yên | đầu tư lưới điện"."""
VERB_AFTER_LEVEL = re.compile(
    r"\s(?:cấp\s+)?(?:tỉnh|thành\s+phố|huyện|xã|phường|đặc\s+khu)"
    r"(?:\s+(?:biên\s+giới|ven\s+biển|miền\s+núi|vùng\s+cao|trọng\s+điểm|liên\s+quan))?"
    rf"(?P<verb>{VERB_AFTER_NAME.pattern})"
)
"""The same in a group, whose level ends it: "các tổ chức chính trị - xã hội xã | vận động hội viên"."""
HEADING_TOKEN = compile_words(
    rf"""
    (?P<open>\()
    |{_ASIDE}
    |(?P<mark>[:“”"…!?\[]|\.(?:\s|/|\Z))
    |(?P<sep>\s*,\s*(?:và )?|\s*;\s*| và | hoặc )
    |\b(?P<stop>(?<!Ban\s)(?!tham mưu,? (?:giúp việc|quản lý))
        (?:{alternation(row["words"] for row in read_facts("heading_endings.csv"))}))\b
    |(?P<verb>(?!))
    """
)
"""The same in a heading, where only words of duty end a name: "Các doanh nghiệp hoạt động trong lĩnh vực …"."""

GIVEN = compile_words(r"được (?:giao|phân công)(?: (?:chủ trì|thực hiện|nhiệm vụ|phụ trách)\b)+")
"""Goes on with a name: "Các cơ quan được giao chủ trì"."""
FROM_TO = compile_words(rf"từ [{UPPER}]\w+(?: [{UPPER}]\w+)* đến [{UPPER}]\w+(?: [{UPPER}]\w+)*")
LISTING_GROUP = compile_words(
    r"[Cc]ác (?:[Ss]ở|[Bb]ộ|[Pp]hòng|[Bb]an|[Cc]ục|[Vv]ụ|[Cc]ơ quan|xã|phường|huyện|tỉnh|thành phố|[Hh]ội)"
    r"(?:, (?:ban|ngành|cơ quan|thành phố))*\s*\Z"
)
"""Before a colon that lists names without heads: "Giám đốc các Sở: Nội vụ, Y tế"."""
IN_LISTING = compile_words(r"[Cc]ác (?:Bộ|Sở)(?:, \w+)*: [^;]*\Z")
BARE_MINISTRY = compile_words(r"(?:Công an|Thanh tra|Ngân hàng)(?! (?:tỉnh|thành|các|xã|phường|huyện|nhân|Nhà|Chính))")
"""Names of ministries that look like heads: "các Bộ: Quốc phòng, Công an"."""
UNGROUPED = compile_words(
    rf"(?!(?:Các|Những|Mọi|Người|Thủ|Lãnh)\b|Sở,|Sở\Z)[{UPPER}]"
    r"(?:(?!các\b|cơ quan|đơn vị|tổ chức|doanh nghiệp|địa phương).)*\Z",
    re.DOTALL,
)
"""A single body with a name of its own."""
SHARED_OFFICE = compile_words(
    r"""(?:Chánh )?Văn phòng
    (?:(?: Đoàn (?:ĐBQH|[Đđ]ại biểu Quốc hội)| HĐND| Hội đồng nhân dân)(?: tỉnh| thành phố)?,?)+\Z"""
)
"""Goes on with the other bodies that it serves: "Văn phòng HĐND và UBND tỉnh"."""
BARE_GROUP = compile_words(r"[Cc]ác (?:cấp|ngành|hội)\s*\Z")
"""Begins a group of groups: "Các cấp, các ngành"."""
ORGANISATIONS = compile_words(r"tổ chức\b(?! (?:thực|triển|tốt|các))")
NOUN_GOES_ON = compile_words(r"\s*(?:,|\s(?:chính|xã|đoàn|hội|cá|liên|có|thành|[Đđ]ảng|khác)\b)")
"""After "tổ chức" that is a noun."""
BEGINS_CLASS = compile_words(
    r"báo,|thủ trưởng|trưởng\s|giám đốc|hiệu trưởng|chủ tịch|phòng\s|sở [A-ZĐ]|trường (?!học\b)"
)
"""A class that begins a body after a comma; others go on with the group before."""
MODIFIED = compile_words(rf"(?:[{UPPER}]\S*|Thành phố|liên quan|trực thuộc|tỉnh|huyện|chức năng|cấp)\s*\Z")
"""How a group ends that "và" does not go on with."""
NAME_OF_VERB = compile_words(
    rf"""\s*(?:[;:.()]|\Z)|\s*,(?!\s*(?i:{alternation(_VERBS)})\b)|\s+[{UPPER}]
    |\s+(?:(?:các )?công trình|chuyên ngành|khu vực|tỉnh|thành phố|huyện|cơ bản|dân dụng
        |{alternation(_ENDING_VERBS)})\b"""
)
"""What follows a verb that ends a name, or is inside it: "Cục Kết cấu hạ tầng xây dựng tham mưu …"."""
WORDS_BEFORE = re.compile(r"(\S+)\s+(\S+)\s*\Z")

_UNIT = """(?:cấp [ủu][yỷ]|chính quyền|cơ quan ngành dọc(?: đóng trên địa bàn)?|cơ quan (?:ngang bộ|thuộc chính phủ)
    |cơ quan|đơn vị|địa phương|sở|bộ|ban|ngành|cấp
    |phòng|đoàn thể|trường học|doanh nghiệp|tổ chức đảng|tổ chức|cá nhân|hội|xã|phường|ủy ban nhân dân các cấp)"""
EVERYBODY = compile_words(
    rf"""
    (?:(?:tất cả|toàn thể) )?(?:[0-9]+% )?(?:các (?:đồng chí )?|mọi |(?:thủ trưởng|người đứng đầu|lãnh đạo) (?:các )?)
    (?:bộ trưởng\s*\Z|cấp [ủu][yỷ]|đơn vị|cơ quan(?: ngang bộ)?(?: thuộc chính phủ)?|địa phương|sở, (?:ban|ngành)
        |bộ, (?:ban|ngành|cơ quan)|phòng, ban|ban, ngành|ngành|cấp)
    (?:(?: cấp tỉnh)?,? (?:và )?(?:các )?{_UNIT})*
    (?: (?:có )?liên quan| khác| thành phố| tỉnh| của (?:tỉnh|huyện|thành phố)| trên địa bàn.{{0,40}})?
    (?: (?:trực )?thuộc (?:ủy ban nhân dân|uỷ ban nhân dân|ubnd) (?:tỉnh|thành phố|huyện|xã))?
    (?: cấp tỉnh)?(?: được .{{0,60}})?\s*\Z
    """,
    re.IGNORECASE,
)
WHOLE_CLASS = compile_words(
    r"""
    (?:(?:chủ tịch )?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)(?: các)? (?:cấp|xã|phường|huyện|quận|tỉnh|thành phố)
    |thủ trưởng (?:các )?(?:cơ quan|đơn vị|sở|tổ chức|cục|vụ)|bộ trưởng\s*\Z
    |(?:các )?(?:cơ quan, (?:đơn vị|tổ chức)|tổ chức|cá nhân|doanh nghiệp|xã|phường|huyện|đoàn thể|hội))
    """,
    re.IGNORECASE,
)
HEAD_IN_CAPITALS = re.compile(
    rf"(?:^|(?<=,\s)|(?<=;\s)|(?<=và\s))"
    rf"(?P<head>{alternation(head.lower() for head in heads_of('name', 'stem', 'post', 'rank'))})\b(?P<next>\s+\w)?"
)
ADJACENT = compile_words(rf"(?<=[{LOWER}]) (?=(?:Sở|UBND|Ủy ban|Công an|Bộ)\s)")
"""Between two names in a table's cell that has lost its line break."""
HOLDS_ANOTHER = compile_words(
    r"(?:Giám đốc|Chủ tịch|Văn phòng|Thanh tra|Lãnh đạo|Phòng|Trung tâm|Ban|Chi cục|Bộ trưởng|Thường trực|Đảng ủy)\b"
)
"""Begins a name with another body in it: "Giám đốc Sở Y tế"."""
