"""Dates as official documents print them, in ISO form, partial where the page is partial (DOMAIN.md section 2)."""

import re
from collections.abc import Iterator

_DATE = re.compile(
    r"""
    [Nn](?:gày|GÀY)\s*                                # ngày 20 tháng 3 năm 2024, wrapped, or run together
        (?P<d1>[0-3]?[0-9])\s*[Tt](?:háng|HÁNG)\s*(?P<m1>[01]?[0-9])\s*,?\s*[Nn](?:ăm|ĂM)\s*(?P<y1>(?:19|20)[0-9]{2})\b
  | (?:[Nn](?:gày|GÀY)\s*)?                         # ngày 20/3/2024, 20-3-2024, 20.3.2024
        (?<![0-9/.-])(?P<d2>[0-3]?[0-9])(?P<s>\s?[/.-]\s?)(?P<m2>[01]?[0-9])(?P=s)(?P<y2>(?:19|20)[0-9]{2})(?![0-9/-])
  | \b[Tt](?:háng|HÁNG)\s+(?P<m3>[01]?[0-9])\s*(?:/|,?\s*[Nn](?:ăm|ĂM)\s+)(?P<y3>(?:19|20)[0-9]{2})\b
  | \b[Nn](?:ăm|ĂM)\s+(?P<y4>(?:19|20)[0-9]{2})\b(?!\s?-\s?[0-9]{4})
    """,
    re.VERBOSE,
)


def find_dates(text: str, pos: int = 0, endpos: int | None = None) -> Iterator[tuple[int, int, str]]:
    """(start, end, ISO date) of each date in `text[pos:endpos]`; impossible days are passed over.

    >>> list(find_dates("ngày 20 tháng 3 năm 2024 và 05/9/2024, năm 2025"))
    [(0, 24, '2024-03-20'), (28, 37, '2024-09-05'), (39, 47, '2025')]
    """
    for match in _DATE.finditer(text, pos, len(text) if endpos is None else endpos):
        iso = _iso_of_match(match)
        if iso:
            yield match.start(), match.end(), iso


def match_date(text: str, pos: int) -> tuple[int, str] | None:
    """(end, ISO date) of the date that begins at `pos`, or None."""
    match = _DATE.match(text, pos)
    iso = _iso_of_match(match) if match else None
    return (match.end(), iso) if match and iso else None


def parse_date(text: str) -> str | None:
    """The first date in `text` in ISO form, or None.

    >>> parse_date("tháng 6 năm 2024")
    '2024-06'
    """
    return next((iso for _, _, iso in find_dates(text)), None)


def _iso_of_match(match: re.Match[str]) -> str | None:
    group = match.lastgroup or ""
    year = match[f"y{group[-1]}"]
    if group == "y4":
        return year
    month = int(match[f"m{group[-1]}"])
    if not 1 <= month <= 12:
        return None
    if group == "y3":
        return f"{year}-{month:02d}"
    day = int(match[f"d{group[-1]}"])
    return f"{year}-{month:02d}-{day:02d}" if 1 <= day <= 31 else None
