"""Names of Party congresses: Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, Đại hội Đảng bộ tỉnh lần thứ XI."""

import re
from dataclasses import dataclass

_CONGRESS = re.compile(
    r"""
    (?:đại\s+hội|đh)(?:\s+đại\s+biểu|\s+đb)?
    (?:\s+(?P<national>toàn\s+quốc)(?:\s+(?:của\s+)?đảng(?:\s+cộng\s+sản\s+việt\s+nam)?(?!\s+bộ))?
      |\s+(?:của\s+)?đảng\s+bộ(?:\s+(?P<place>(?:(?!\s+lần\s+thứ|\s+nhiệm\s+kỳ|\s+khó|\s+[ivxlc]+\b)[^,;.:()"”]){1,60}?))?
      |\s+(?:của\s+)?đảng(?!\s+bộ)
    )?
    (?:\s+lần\s+thứ)?\s+(?P<term>[ivxlc]{1,6}|[0-9]{1,2})(?!\w)
    (?P<party>\s+(?:của\s+)?đảng(?:\s+cộng\s+sản\s+việt\s+nam)?(?!\s+bộ))?
    (?:\s+(?:của\s+)?đảng\s+bộ(?:\s+(?P<after>(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường)(?:\s+[A-ZĐÀ-Ỹ][\w']*){0,4}))?)?
    (?:\s*,?\s*nhiệm\s+kỳ\s+[0-9]{4}\s*-\s*[0-9]{4})?
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CongressName:
    """A congress as words name it."""

    term: str
    """Roman, or the digits as printed."""
    place: str | None
    """Of a local one, as printed ("tỉnh Hòa Bình", "tỉnh"); None for the national congress."""
    local: bool
    end: int


def read_congress_name(text: str, start: int) -> CongressName | None:
    """The congress whose name begins at `start`, or None.

    >>> read_congress_name("Đại hội Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2020-2025 đề ra", 0)
    CongressName(term='XI', place='tỉnh', local=True, end=51)
    """
    match = _CONGRESS.match(text, start, min(len(text), start + 240))
    if not match:
        return None
    words = match.group().lower()
    place = match["place"] or match["after"]
    local = not match["national"] and " bộ" in " ".join(words.split())
    return CongressName(match["term"].upper(), " ".join(place.split()) if place else None, local, match.end())
