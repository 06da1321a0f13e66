"""Groups of bodies (các sở, ban, ngành; UBND các huyện, thành phố): kept whole, with the body they belong to."""

import re
from functools import lru_cache

from loaders.body_building import body_slug, build_body
from loaders.body_facts import body_facts
from loaders.home import Home
from loaders.records import Body

_GROUP = re.compile(
    r"""
    (?:^|\b(?:trưởng|chủ\s+tịch|giám\s+đốc|bí\s+thư|ubnd|hđnd|phòng|nhân\s+dân|đạo|viên|mttq)\s+|[\w&]+\s+)?\b
    (?:các|những|toàn|mọi|cấp)\b
    |^(?:cơ\s+quan|đơn\s+vị|địa\s+phương|tổ\s+chức|doanh\s+nghiệp|ngành|nhà\s+đầu\s+tư|nhà\s+cung|cấp|báo,?\s+đài)\b
    |^(?:sở\s*,|đoàn\s+thể|cá\s+nhân|đại\s+biểu\s|(?:ct|chủ\s+tịch),\s*(?:pct|phó\s+chủ\s+tịch)\b)
    |\b(?:xã|phường|thị\s+trấn|huyện|quận|thị\s+xã|thành\s+phố|tỉnh)\s*[,/]
      \s*(?:xã|phường|thị\s+trấn|đặc\s+khu|huyện|quận|thị\s+xã|thành\s+phố|tp)\b
    |\b(?:trực\s+thuộc|có\s+liên\s+quan|liên\s+quan)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF_THE_ISSUER = re.compile(
    r"""
    \b(?:thuộc|của)\s+(?:sở|bộ|cục|ban)\b | \btrực\s+thuộc\b(?!\s+trung) | \bđơn\s+vị\b | \btoàn\s+ngành\b
    | \bphòng\s*(?:$|,|ban\b|chức|chuyên|nghiệp)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OF_THE_CENTRE = re.compile(
    r"\b(?:các\s+bộ|bộ\s*,|cơ\s+quan\s+ngang\s+bộ|các\s+tỉnh|trung\s+ương|chính\s+phủ|phó\s+thủ\s+tướng)\b",
    re.IGNORECASE,
)
_OF_THE_ASSEMBLY = re.compile(r"\b(?:của|cơ\s+quan)\s+(?:quốc\s+hội|qh)\b", re.IGNORECASE)
_OF_THE_COUNCIL = re.compile(r"\b(?:ban|đại\s+biểu)\s+(?:hội\s+đồng\s+nhân\s+dân|hđnd)\b", re.IGNORECASE)

_LONGEST_ABBREVIATION = 4
"""Of words in capitals without a longer one, capitals are kept: "CT, PCT UBND TP"."""


def read_group(words: str, home: Home) -> Body | None:
    """The group that the words name, owned by the body that its members stand under; None when they name no group."""
    if not _names_group(words):
        return None
    owner = _owner(words, home)
    spelt_out = words.isupper() and max(map(len, words.split())) > _LONGEST_ABBREVIATION
    name = words.capitalize() if spelt_out else words[0].upper() + words[1:]
    identity = f"{name} {owner.id.removeprefix('body:')}" if owner else name
    level = owner.level if owner else home.level
    place = owner.place if owner else None
    return Body(
        f"body:{body_slug(identity)}",
        name,
        "group",
        level,
        owner.province if owner else None,
        owner.district if owner else None,
        owner.commune if owner else None,
        place,
        owner,
    )


@lru_cache(maxsize=16384)
def _names_group(words: str) -> bool:
    return _GROUP.search(words) is not None


def _owner(words: str, home: Home) -> Body | None:
    if _OF_THE_ASSEMBLY.search(words):
        return build_body(body_facts()["Quốc hội"], None)
    if _OF_THE_CENTRE.search(words):
        return build_body(body_facts()["Chính phủ"], None)
    issuer = home.issuer
    if issuer and issuer.kind in ("department", "ministry", "office") and _OF_THE_ISSUER.search(words):
        return issuer
    place = home.own_place()
    if place:
        return build_body(
            body_facts()["Hội đồng nhân dân" if _OF_THE_COUNCIL.search(words) else "Ủy ban nhân dân"], place
        )
    if issuer and issuer.level == "central":
        return build_body(body_facts()["Chính phủ"], None)
    return issuer
