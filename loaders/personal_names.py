"""Names of people and the posts they sign in, as signatures print them."""

import re
from functools import lru_cache

from loaders.facts_files import read_facts
from loaders.normalise import squeeze
from loaders.word_patterns import LOWER, UPPER

_SURNAMES = frozenset(row["surname"].lower() for row in read_facts("surnames.csv"))
POSTS = tuple(row["post"] for row in read_facts("signing_posts.csv"))
_POST_WORDS = "|".join(re.escape(post).replace(r"\ ", r"\s+") for post in sorted(POSTS, key=len, reverse=True))

_ON_BEHALF = r"(?:(?:T/M|T\.M|K/T|K\.T|T/L|TUQ|T\.U\.Q|KT|TM|TL|Q)\s?[./]|(?:T/M|T\.M|K/T|K\.T|T/L|TUQ)(?=\s))"
_SIGNED_FOR = re.compile(rf"{_ON_BEHALF}\s?(?=[{UPPER}])", re.IGNORECASE)
_POST = re.compile(rf"(?:{_ON_BEHALF}\s?|QUYỀN\s+)?(?:{_POST_WORDS})(?![{LOWER}{UPPER}])", re.IGNORECASE)
_RANK = re.compile(
    r"""
    (?:(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)|Chuẩn\s+Đô\s+đốc|(?:Phó\s+)?Đô\s+đốc|Luật\s+sư|Bác\s+sĩ|Tiến\s+sĩ|Thạc\s+sĩ
        |(?:Phó\s+)?Giáo\s+sư|Linh\s+mục|Hòa\s+thượng|Ông|Bà|Đồng\s+chí)\s+
      |(?:PGS|GS|TSKH|TS|ThS|Ths|BS|BSCK|CN|KS|NGƯT|NGND|CK|CKI|CKII)\s?[.,]\s*)+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAME_WORD = re.compile(rf"(?:[{UPPER}]|[HYK]['’])(?:[{LOWER}]*|[{UPPER}]*)(?:['’-][{UPPER}{LOWER}]+)?\Z")
_SYLLABLES = (2, 6)
_LONGEST = 40


@lru_cache(maxsize=4096)
def is_post(words: str) -> bool:
    """Whether `words` are what stands over a signature: "KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "Phó Giám đốc".

    >>> is_post("TL. BỘ TRƯỞNG"), is_post("Chủ tịch UBND tỉnh"), is_post("CHỦ TỊCH NƯỚC")
    (True, False, True)
    """
    words = squeeze(words)
    if not words or len(words) > 120:
        return False
    if words == words.upper():
        return bool(_SIGNED_FOR.match(words) or _POST.match(words) or words.startswith("XÁC THỰC VĂN"))
    return bool(_POST.fullmatch(words.rstrip(" :.,")))


def signs_for_another(words: str) -> bool:
    """Whether `words` begin with TM., KT., TL., TUQ. or Q., which stand nowhere but over a signature."""
    return bool(_SIGNED_FOR.match(words))


@lru_cache(maxsize=4096)
def read_name(words: str) -> str | None:
    """The person's name that `words` are, without rank or degree, or None.

    >>> read_name("Thượng tướng Vũ Hải Sản"), read_name("NGUYỄN VĂN AN"), read_name("Bộ Tài chính")
    ('Vũ Hải Sản', 'NGUYỄN VĂN AN', None)
    """
    words = squeeze(words).strip(" .,;*_/-")
    if not words or len(words) > _LONGEST + 30:
        return None
    words = words[match.end() :] if (match := _RANK.match(words)) else words
    parts = words.split()
    if not _SYLLABLES[0] <= len(parts) <= _SYLLABLES[1] or len(words) > _LONGEST:
        return None
    if not all(_NAME_WORD.match(part) for part in parts):
        return None
    capitals = all(part.isupper() for part in parts)
    if capitals and len(parts) > 2 and parts[0].lower() not in _SURNAMES:
        return None
    if any(part.isupper() and len(part) > 1 for part in parts) != capitals:
        return None
    return None if is_post(words) or (capitals and len(parts) == 2 and not is_surname(parts[0])) else words


def is_surname(word: str) -> bool:
    """Whether `word` is a usual family name, in any case."""
    return word.lower() in _SURNAMES
