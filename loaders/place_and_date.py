"""The line of place and date in a letterhead: "Bến Tre, ngày     tháng 6 năm 2024"."""

import re

from loaders.normalise import squeeze
from loaders.places import find_place
from loaders.spans import Span
from loaders.word_patterns import LOWER, UPPER

_BLANKS = r"[\s.…_]*"
DATE = re.compile(
    rf"""
    (?:[Nn]gày|NGÀY){_BLANKS}
    (?: (?P<day>[0-9]{{1,2}})?{_BLANKS}(?:tháng|THÁNG){_BLANKS}(?P<month>[0-9]{{1,2}})?{_BLANKS}
        (?:năm|NĂM){_BLANKS}(?P<year>(?:19|20)[0-9]{{2}})?
      | (?P<day2>[0-9]{{1,2}})?{_BLANKS}[/.-]{_BLANKS}(?P<month2>[0-9]{{1,2}})?{_BLANKS}[/.-]
        {_BLANKS}(?P<year2>(?:19|20)[0-9]{{2}}) )
    """,
    re.VERBOSE,
)
_PLACE_BEFORE = re.compile(
    rf"""
    (?: ^ | \s{{2}} | \n )\s*
    (?P<place>[{UPPER}][^,:;|()0-9]{{0,45}}?(?:[ ][0-9]{{1,2}}(?=\s*,))?)          # also "Phường 1", "Gia Hòa 1"
    (?:\s*,\s*|(?<=[{LOWER}])\s+(?=\Z))
    (?: (?:hồi|lúc)?\s*[0-9]{{1,2}}\s*(?:giờ|h|g|:)\s*[0-9]{{0,2}}\s*(?:phút|'|’|’’)?\s*,?\s* )?
    \Z
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(r"(?:^|\n)[ ]*(?:\(?\s*)\Z")
_LINE = re.compile(r"[^\n]+")


def find_place_and_date(work: str, above: int, end: int) -> tuple[str | None, str | None, Span | None]:
    """(date, place as printed, span): "<place>, ngày …" above the type line or below it, else a date alone above it."""
    lone: tuple[str | None, None, Span] | None = None
    for match in DATE.finditer(work, 0, end):
        before = _PLACE_BEFORE.search(work, max(0, match.start() - 90), match.start())
        if before:
            start = before.start("place")
            start = _last_line_with_place(work, start, before.end("place"))
            return _iso(match), squeeze(work[start : before.end("place")]), Span(start, match.end())
        stands_alone = _LINE_START.search(work, max(0, match.start() - 20), match.start())
        if lone is None and match.start() < above and stands_alone:
            lone = (_iso(match), None, Span(match.start(), match.end()))
    return lone or (None, None, None)


def _last_line_with_place(work: str, start: int, end: int) -> int:
    """Where the place begins: at the last line that begins with a kind of unit or holds a whole name."""
    lines = [m for m in _LINE.finditer(work, start, end) if m.group().strip()]
    if len(lines) < 2:
        return start
    last, above = lines[-1], lines[-2]
    gap = work.count("\n", above.end(), last.start())
    joined = squeeze(f"{above.group()} {last.group()}")
    fits = gap <= 2 and above.group() != above.group().upper() and len(above.group().split()) <= 4
    wrapped = fits and (find_place(joined) is not None or (gap == 1 and find_place(squeeze(last.group())) is None))
    chosen = above if wrapped else last
    return chosen.start() + len(chosen.group()) - len(chosen.group().lstrip())


def _iso(match: re.Match[str]) -> str | None:
    day, month, year = (match[name] or match[name + "2"] for name in ("day", "month", "year"))
    if not year:
        return None
    if not month or not 1 <= int(month) <= 12:
        return str(year)
    if not day or not 1 <= int(day) <= 31:
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"
