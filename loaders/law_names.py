"""Names of laws, codes and ordinances in running text, where no number tells where the name ends.

Known names come from facts/laws.csv; an unknown one runs from a capital to the first word that no name holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.facts_files import read_facts
from loaders.normalise import squeeze
from loaders.spelling import settle

_HEAD = re.compile(
    r"(?P<kind>Bộ\s+[Ll]uật|BỘ\s+LUẬT|Luật|LUẬT|Pháp\s+[Ll]ệnh|PHÁP\s+LỆNH|luật(?=\s+[A-ZĐ]))"
    r"\s+(?=\w)(?!số\s|SỐ\s|này\b|NÀY\b|sư\b|gia\b|định\b)"
)
_GOES_ON = re.compile(r"\w\Z|(?:[Pp]háp|PHÁP|[Bb]ộ|[Kk]ỷ)\s+\Z")
_OF_MANY = re.compile(r"(?:các|[0-9]+)\s+[Ll]uật\s+")
_RELATED_TO = re.compile(
    r"(?:có\s+)?liên\s+quan\s+đến\s+\w+(?:\s+\w+){0,6}?(?=\s+(?:ngày|số|năm|được|và)(?!\w)|\s*(?:[;,.)]|\Z))"
)
"""What many laws have in common that one law amends: "… của 37 luật có liên quan đến quy hoạch"."""
_ABOUT = re.compile(r"về\s+")
_AMENDING = re.compile(
    r"sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?\s+(?:một\s+số|các)\s+(?:[Đđ]iều|nội\s+dung)"
    r"(?:\s+của\s+|(?:\s+và|\s*,)\s+[^;.:]{3,80}?\s+của\s+(?=Luật|Bộ\s+luật|Pháp\s+lệnh)"
    r"|\s+(?=Luật|Bộ\s+luật|Pháp\s+lệnh))",
    re.IGNORECASE,
)
_REVISED = re.compile(r"\s+\((?:sửa\s+đổi|SỬA\s+ĐỔI)\)")
"""The draft of a law that is to take the place of the one of the same name."""
_OWN_HEADING = re.compile(r"(?:\A|\n[ ]*\n|-[ ]*\n)[ ]*(?:LUẬT|BỘ[ ]LUẬT|PHÁP[ ]LỆNH)[ ]*\n\s*\Z")
"""The type on a line of its own: the heading of the law itself."""
_WORD = re.compile(r"\s*(,?)\s*([\w/()]+)")
_KNOWN_WORD = re.compile(r"[”\"]?\s*[,;]?\s*[“\"]?([\w/()]+)")
"""A word of a known name, with the marks that few names hold: "Quy định danh hiệu … “Bà mẹ Việt Nam anh hùng”"."""
_NAME_ENDS = frozenset(
    (
        *(
            "của",
            "số",
            "ngày",
            "năm",
            "tháng",
            "này",
            "được",
            "đã",
            "đang",
            "sẽ",
            "là",
            "có",
            "về",
            "theo",
            "tại",
            "thì",
        ),
        *("hoặc", "do", "khi", "bởi", "quy", "thuộc", "trong", "để", "cho", "với", "các", "những", "từ", "trên", "nêu"),
        *("nói", "sau", "hiện", "ban", "hành", "còn", "không", "phải", "nếu", "mà", "ở", "trước", "đến", "nhằm", "bao"),
        *("gồm", "hướng", "dẫn", "đối", "như", "vào", "áp", "thay", "bãi", "bị", "cũng", "đó", "nay", "trừ", "việc"),
        *("sửa", "quốc", "luật", "pháp"),
    )
)
"""Words that no unknown name goes on with; known names may hold them."""
_AFTER_AND = frozenset(
    (
        *("các", "những", "văn", "pháp", "quy", "hướng", "nghị", "thông", "tổ", "luật", "bộ", "của", "theo", "hiến"),
        *("quyết", "chỉ", "hệ", "điều"),
    )
)
"""Words after "và" that begin another thing, not the rest of a name."""
_GOES_ON_AFTER_COMMA = ("chống", "thể", "bổ", "thuế", "chữa", "an", "sử", "kinh")
_ENSURE = re.compile(r"\s+đảm(?!\w)")
_MAX_WORDS = 22
"""Words of the longest name looked for; a longer one is cut there."""


@dataclass(frozen=True, slots=True)
class LawName:
    """A law cited by name; `name` is the whole of it with its kind ("Luật Thanh tra")."""

    start: int
    end: int
    kind: str
    name: str
    amends: bool
    """True for a law that amends others, whose own name ends with theirs."""


def _known_names() -> dict[str, frozenset[str]]:
    by_kind: dict[str, set[str]] = {}
    for row in read_facts("laws.csv"):
        by_kind.setdefault(row["kind"], set()).add(_key(row["name"]))
    return {kind: frozenset(names) for kind, names in by_kind.items()}


def _key(name: str) -> str:
    return " ".join(settle(word[1]) for word in _KNOWN_WORD.finditer(name))


_KNOWN = _known_names()
_BEGINNINGS = {
    kind: frozenset(" ".join(name.split()[:count]) for name in names for count in range(1, len(name.split()) + 1))
    for kind, names in _KNOWN.items()
}
"""What the words of a known name may begin with: where they leave it, no longer name is looked for."""


def find_law_names(text: str, pos: int = 0, endpos: int | None = None) -> Iterator[LawName]:
    """Each law, code or ordinance that the text names, outer names before those inside them.

    >>> [law.name for law in find_law_names("theo Luật Thanh tra năm 2022 và Luật thi đua, khen thưởng")]
    ['Luật Thanh tra', 'Luật thi đua, khen thưởng']
    """
    for match in _HEAD.finditer(text, pos, len(text) if endpos is None else endpos):
        before = text[max(0, match.start() - 6) : match.start()]
        if _GOES_ON.search(before):
            continue
        kind = squeeze(match["kind"]).capitalize()
        amending = _AMENDING.match(text, match.end())
        end = _amending_end(text, amending.end()) if amending else _name_end(text, match.end(), kind)
        revised = _REVISED.match(text, end) if end else None
        end = revised.end() if revised else end
        if end and not _OWN_HEADING.search(text[max(0, match.start() - 40) : match.end()]):
            yield LawName(match.start(), end, kind, squeeze(text[match.start() : end]), bool(amending))


def _amending_end(text: str, pos: int) -> int:
    """Where the name of an amending law ends: after the last of the laws it amends."""
    end, cursor = 0, pos
    while head := _HEAD.match(text, cursor):
        inner = _name_end(text, head.end(), squeeze(head["kind"]).capitalize())
        if not inner:
            break
        end = inner
        joint = re.compile(r"\s*(?:,|;|và)\s*(?=Luật|Bộ\s+luật|Pháp\s+lệnh|LUẬT)").match(text, end)
        if not joint:
            break
        cursor = joint.end()
    if end:
        return end
    many = _OF_MANY.match(text, pos)
    if many and (about := _RELATED_TO.match(text, many.end())):
        return about.end()
    return _free_end(text, many.end() if many else pos)


def _name_end(text: str, pos: int, kind: str) -> int:
    """End of the name that begins at `pos`: the longest known one, else as far as its words go; 0 for none."""
    words = ""
    known_end = 0
    cursor = pos
    known, beginnings = _KNOWN.get(kind, frozenset()), _BEGINNINGS.get(kind, frozenset())
    while word := _KNOWN_WORD.match(text, cursor):
        inside = _inside_parentheses(word[1])
        words += (" " if words else "") + settle(inside)
        if words not in beginnings:
            break
        cursor = word.start(1) + len(inside)
        if words in known:
            known_end = cursor
        if inside != word[1]:
            break
    if known_end and text.startswith(("”", '"'), known_end) and re.search('[“"]', text[pos:known_end]):
        known_end += 1
    return known_end or _free_end(text, pos)


def _free_end(text: str, pos: int) -> int:
    """End of an unknown name: words until punctuation or one that ends names; in small letters, two or more."""
    about = _ABOUT.match(text, pos)
    first = _WORD.match(text, about.end() if about else pos)
    if not first or first[1] or first[2].lower() in _NAME_ENDS or not first[2][0].isalpha():
        return 0
    if first[2] == "bảo" and _ENSURE.match(text, first.end()):
        return 0
    inside = _inside_parentheses(first[2])
    end = first.start(2) + len(inside)
    if inside != first[2]:
        return end if inside[:1].isupper() else 0
    for count in range(_MAX_WORDS):
        word = _WORD.match(text, end)
        if not word or "\n\n\n" in word.group() or (count > 7 and first[2][0].islower()):
            break
        lowered = word[2].lower()
        if lowered == "bảo" and _ENSURE.match(text, word.end()):
            break
        if lowered in _NAME_ENDS or lowered[0].isdigit() or lowered[0] in "()":
            break
        if word[1] and not lowered.startswith(_GOES_ON_AFTER_COMMA):
            break
        if lowered == "và":
            following = _WORD.match(text, word.end())
            if not following or following[1] or following[2].lower() in _AFTER_AND or following[2][0].isupper():
                break
        inside = _inside_parentheses(word[2])
        end = word.start(2) + len(inside)
        if inside != word[2]:
            break
    return end if first[2][0].isupper() or _WORD.match(text, first.end(), end) else 0


def _inside_parentheses(word: str) -> str:
    """The word without a parenthesis that closes what was opened before the name: "(thực hiện Luật Thủ đô)"."""
    return word[: word.index(")")] if word.count(")") > word.count("(") else word
