"""The head of a document: issuer, number, place and date, type line, however its two columns were flattened.

Motto, rules, number, date and subject are found first and blanked; the lines that are left above the type are the
issuer and its superior. Offsets stay those of the text.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.document_types import TYPE_BY_NAME, type_of_words
from loaders.errors import NumberFormatError
from loaders.normalise import squeeze
from loaders.numbers import find_document_numbers, parse_document_number
from loaders.personal_names import LOWER, UPPER
from loaders.places import find_place
from loaders.records import DocumentNumber

REACH = 5000
"""A letterhead and a title are shorter than this."""
_REACH_WITHOUT_TYPE = 1500

_MOTTO = re.compile(
    r"""
      CỘNG\s*H[OÒ]\s*[ÀA]\s*XÃ\s*HỘI\s*CHỦ\s*NGH[ĨI]A\s*VIỆT\s*NAM | ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM
    | ^[ ]*(?:CỘNG\s+H[OÒ][ÀA]\s+)?(?:XÃ\s+HỘI\s+)?CHỦ\s+NGHĨA(?:\s+VIỆT\s+NAM)?\s*$ | ^[ ]*CỘNG\s+H[OÒ][ÀA](?:\s+XÃ\s+HỘI)?\s*$ | (?<=[ ]{3})CỘNG\s+H[OÒ][ÀA]\s+XÃ\s+HỘI(?=\s*$)
    | Độc\s*lập\s*[-.]*\s*Tự\s*do\s*[-.]*\s*Hạnh\s*phúc
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_RULE = re.compile(r"[-_=*~+]{3,}|(?:\*[ ]){2,}\*?|<br ?/?>|\||^[ ]*[-*_o]+\s*$|(?<=\s)[_*]+(?=\s)", re.MULTILINE)
_URGENCY = re.compile(
    r"^[ ]*(?:HỎA\s+TỐC|HOẢ\s+TỐC|THƯỢNG\s+KHẨN|KHẨN|HẸN\s+GIỜ|TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT|DỰ\s+THẢO[^\n]{0,20}|BẢN\s+SAO|SAO\s+Y[^\n]{0,20}|LƯU\s+HÀNH\s+NỘI\s+BỘ)\s*$",
    re.MULTILINE,
)
_LABEL = re.compile(
    rf"""
    (?: ^[ ]* | (?<=[ ]{{2}}) )
    (?: (?P<kind>Luật|Bộ\s+luật|Pháp\s+lệnh|Lệnh|Nghị\s+quyết|LUẬT|PHÁP\s+LỆNH|NGHỊ\s+QUYẾT)\s+[sS][ốỐ] | S[ốỐ](?:\s+hiệu)? )
    \s{{0,3}}(?P<colon>:)?[ ]{{0,3}}(?:\n[ ]*(?=[0-9]))?
    """,
    re.VERBOSE | re.MULTILINE,
)
_ENDS_LINE = re.compile(r"[ ]*(?:\n|[ ]{2}|(?!\A)\Z)")
_BLANK = re.compile(
    rf"""
    [\s.…_]{{0,60}}
    (?P<year>/\s?(?:[0-9]{{2,4}}|[.…_]+)?\s?(?=[/-]))?
    (?P<symbol>[/-]\s?[{UPPER}][A-Za-z{UPPER}0-9&đ]*(?:\s?[-/]\s?[{UPPER}][A-Za-z{UPPER}0-9&đ]*)*)
    """,
    re.VERBOSE,
)
_ONLY_NUMBER = re.compile(r"(?P<number>[0-9]{1,6})[ ]*(?=\n|\Z|[ ]{2})")
_BLANKS = r"[\s.…_]*"
_DATE = re.compile(
    rf"""
    (?:[Nn]gày|NGÀY){_BLANKS}
    (?: (?P<day>[0-3]?[0-9])?{_BLANKS}(?:tháng|THÁNG){_BLANKS}(?P<month>[01]?[0-9])?{_BLANKS}(?:năm|NĂM){_BLANKS}(?P<year>(?:19|20)[0-9]{{2}})?
      | (?P<day2>[0-3]?[0-9])?{_BLANKS}[/.-]{_BLANKS}(?P<month2>[01]?[0-9])?{_BLANKS}[/.-]{_BLANKS}(?P<year2>(?:19|20)[0-9]{{2}}) )
    """,
    re.VERBOSE,
)
_BEFORE_DATE = re.compile(
    rf"""
    (?: ^ | \s{{2}} | \n )\s*
    (?P<place>[{UPPER}][^,:;|()0-9]{{0,45}}?)
    (?:\s*,\s*|(?<=[{LOWER}])\s+(?=\Z))
    (?: (?:hồi|lúc)?\s*[0-9]{{1,2}}\s*(?:giờ|h|g|:)\s*[0-9]{{0,2}}\s*(?:phút|'|’|’’)?\s*,?\s* )?
    \Z
    """,
    re.VERBOSE,
)
_LONE_DATE = re.compile(r"(?:^|\n)[ ]*(?:\(?\s*)\Z")
_PREAMBLE = re.compile(
    r"^[ ]*(?:Căn\s+cứ|Xét\s|Theo\s+(?:đề\s+nghị|Tờ)|Kính\s+gửi|KÍNH\s+GỬI|Điều\s+1\b|ĐIỀU\s+1\b|I\s?[.)/]\s|A\s?[.)/]\s|1\s?[.)]\s|Chương\s+I|CHƯƠNG\s+I|Phần\s|PHẦN\s|Thực\s+hiện\s)",
    re.MULTILINE,
)
_SUBJECT = re.compile(r"(?:^|(?<=[ ]{2})|(?<=\n))[ ]*(?P<words>(?:V/v|V/V|v/v|Vv)\b\s?[:.]?|(?:Về\s+việc|VỀ\s+VIỆC)\b)", re.MULTILINE)
_DRAFT = re.compile(r"^DỰ\s+THẢO\s*(?:LẦN\s+[0-9]+)?\s*", re.IGNORECASE)
_TYPE_NAMES = sorted({name.upper() for name in TYPE_BY_NAME if name not in ("văn bản", "thư công")}, key=len, reverse=True)
_RUN_IN = re.compile(rf"(?P<type>{'|'.join(name.replace(' ', r'[ ]+') for name in _TYPE_NAMES)})[ ]+(?P<rest>\S.*)")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open span of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above the title."""

    type: str | None
    type_span: Span | None
    """Of the type line's type words; None when there is no type line."""
    number: DocumentNumber | None
    bare_number: str | None
    """A number without symbol ("Số: 45")."""
    number_span: Span | None
    date: str | None
    place: str | None
    date_span: Span | None
    subject: Span | None
    """The "V/v …" of an official letter."""
    issuer_lines: tuple[tuple[Span, str], ...]
    """The lines of the issuer's column, with their words where the other column stands on the same line."""
    end: int
    """Where the title or the body begins."""
    has_motto: bool


def read_letterhead(text: str) -> Letterhead:
    """The letterhead of `text`, with None for everything that is not there."""
    head = text[:REACH]
    limit = _preamble_start(head)
    mottos = list(_MOTTO.finditer(head, 0, limit))
    work = _blank(head, [*mottos, *_RULE.finditer(head, 0, limit)])
    kind, type_span = _find_type(work, limit)
    above = type_span.start if type_span else min(limit, _REACH_WITHOUT_TYPE)
    number_end = min(limit, max(above, _REACH_WITHOUT_TYPE)) if type_span else above
    number, bare, number_span = _find_number(work, above, number_end)
    if number_span:
        work = _blank_span(work, number_span)
    date, place, date_span = _find_date(work, above, number_end)
    if date_span:
        work = _blank_span(work, date_span)
    letterhead_end = max((s.end for s in (number_span, date_span) if s), default=0)
    subject = None if type_span else _find_subject(head, work, limit, letterhead_end)
    bare_text = not (type_span or number_span or date_span or mottos)
    lines = () if bare_text else _issuer_lines(
        work, type_span, subject, number_span, above, max([letterhead_end, *(m.end() for m in mottos)])
    )
    end = type_span.end if type_span else max([letterhead_end, *(m.end() for m in mottos), *(s.end for s, _ in lines)], default=0)
    if subject:
        end = max(end, subject.end)
    return Letterhead(kind, type_span, number, bare, number_span, date, place, date_span, subject, lines, end, bool(mottos))


def _preamble_start(head: str) -> int:
    match = _PREAMBLE.search(head)
    while match and match.group().lstrip().startswith("Thực") and _is_title(head, match.start()):
        match = _PREAMBLE.search(head, match.end())
    return match.start() if match else len(head)


def _is_title(head: str, position: int) -> bool:
    """Whether the line above `position` is a type line, so that what begins here is the title."""
    above = [line for line in head[:position].splitlines() if line.strip(" *#_|")]
    return not above or type_of_words(above[-1].strip(" *#_|:")) is not None


def _blank(head: str, matches: list[re.Match[str]]) -> str:
    for match in matches:
        head = head[: match.start()] + "\n" * (match.end() - match.start()) + head[match.end() :]
    return head


def _blank_span(head: str, span: Span) -> str:
    return head[: span.start] + "\n" * (span.end - span.start) + head[span.end :]


def _find_type(work: str, limit: int) -> tuple[str | None, Span | None]:
    """The type line before the preamble: a line that is a type, else one that begins with a type in capitals."""
    run_in: tuple[str, Span] | None = None
    begun: Span | None = None
    for line in _LINE.finditer(work, 0, limit):
        words = line.group().strip(" :.*#_\"“”")
        if not words:
            continue
        start = line.start() + line.group().index(words)
        drafted = _DRAFT.match(words)
        if drafted:
            start, words = start + drafted.end(), words[drafted.end() :]
        if not words or not words[0].isupper():
            continue
        kind = type_of_words(words) if len(words) < 40 else None
        if kind and (words == words.upper() or not words.split()[-1][0].isupper()) and kind != "Công văn":
            return kind, Span(start, start + len(words))
        if begun is not None and work.count("\n", begun.end, start) <= 2:
            kind = type_of_words(work[begun.start : start + len(words)])
            if kind and words == words.upper():
                return kind, Span(begun.start, start + len(words))
        begun = Span(start, start + len(words)) if len(words) < 12 and words == words.upper() else None
        matched = _RUN_IN.match(words) if run_in is None else None
        if matched and _may_run_in(matched, work[:start]):
            run_in = (TYPE_BY_NAME[squeeze(matched["type"]).lower()], Span(start, start + matched.end("type")))
    return run_in or (None, None)


def _may_run_in(match: re.Match[str], before: str) -> bool:
    """Whether a type in capitals with more words after it is a heading: the first line, or below the date."""
    rest = match["rest"]
    if rest[0] in ":;,." or not (rest[0].isupper() or rest[0].isdigit()):
        return False
    return not before.strip() or bool(_DATE.search(before) or _LABEL.search(before))


def _find_number(
    work: str, above: int, end: int, with_code_label: bool = False
) -> tuple[DocumentNumber | None, str | None, Span | None]:
    """The document's number: after "Số" above the type line, or, with a colon, below it.

    "Số hiệu", which web sites print above the letterhead, counts where there is no other.
    """
    for label in _LABEL.finditer(work, 0, end):
        at = label.end()
        if (label.start() > above and not label["colon"]) or ("hiệu" in label.group() and not with_code_label):
            continue
        found = next(find_document_numbers(work, at, min(at + 80, len(work))), None)
        start = label.start() + len(label.group()) - len(label.group().lstrip())
        if found and not work[at : found[0]].strip():
            if label["kind"] and not label["colon"] and not _ENDS_LINE.match(work, found[1]):
                continue
            return found[2], None, Span(start, found[1])
        blank = _BLANK.match(work, at)
        if blank:
            number = _parse_blank(blank["symbol"])
            if number:
                return number, None, Span(start, blank.end())
        only = _ONLY_NUMBER.match(work, at)
        if only and label["colon"]:
            return None, only["number"], Span(start, only.end())
        if label["colon"] and not work[at : work.find("\n", at)].strip(" .…_"):
            return None, None, Span(start, at)
    for start, stop, number in find_document_numbers(work, 0, above):
        line_start, line_end = work.rfind("\n", 0, start) + 1, work.find("\n", stop)
        if not work[line_start:start].strip() and not work[stop:line_end].strip():
            return number, None, Span(start, stop)
    return (None, None, None) if with_code_label else _find_number(work, above, end, True)


def _parse_blank(symbol: str) -> DocumentNumber | None:
    try:
        return parse_document_number(symbol)
    except NumberFormatError:
        return None


def _find_date(work: str, above: int, end: int) -> tuple[str | None, str | None, Span | None]:
    """(date, place as printed, span): "<place>, ngày …" above the type line or below it, else a date alone above it."""
    lone: tuple[str | None, None, Span] | None = None
    for match in _DATE.finditer(work, 0, end):
        before = _BEFORE_DATE.search(work, max(0, match.start() - 90), match.start())
        if before:
            start = before.start("place")
            start = _last_line_with_place(work, start, before.end("place"))
            return _iso(match), squeeze(work[start : before.end("place")]), Span(start, match.end())
        if lone is None and match.start() < above and _LONE_DATE.search(work, max(0, match.start() - 20), match.start()):
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


def _find_subject(head: str, work: str, limit: int, letterhead_end: int) -> Span | None:
    """The "V/v …" of an official letter: to the next empty line, column or "Kính gửi"."""
    match = _SUBJECT.search(work, 0, max(limit, min(len(work), letterhead_end)))
    if match is None:
        return None
    end = re.compile(r"\n[ ]*\n|[ ]{3,}|\n[ ]*(?=Kính|KÍNH)").search(work, match.end())
    stop = min(end.start() if end else len(work), match.start("words") + 600)
    return Span(match.start("words"), match.start("words") + len(head[match.start("words") : stop].rstrip()))


def _issuer_lines(
    work: str, type_span: Span | None, subject: Span | None, number_span: Span | None, above: int, until: int
) -> tuple[tuple[Span, str], ...]:
    """The lines above the type line that are left when everything else is blanked."""
    if subject:
        work = _blank_span(work, subject)
    work = _URGENCY.sub(lambda match: "\n" * len(match.group()), work)
    if type_span is None and number_span is not None:
        above = min(above, max(number_span.start, _first_words(work)) + 400)
    spans: list[tuple[Span, str]] = []
    for piece in re.finditer(r"\S+(?:[ ]{1,2}\S+)*", work[:above]):
        words = piece.group().strip(" .;:*_#")
        if not _may_be_issuer(words):
            if len(words) > 120 or words[:2] in ("- ", "+ "):
                break
            continue
        start = piece.start() + piece.group().index(words)
        if spans and type_span is None and start > until:
            break
        spans.append((Span(start, start + len(words)), words))
    return tuple(spans[:8])


def _first_words(work: str) -> int:
    return len(work) - len(work.lstrip())


_HEAD_OF_NAME = re.compile(r"(?:Bộ|Sở|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Ban|Cục|Tổng cục|Chính phủ|Thủ tướng|Quốc hội|Tỉnh ủy|Thành ủy|Huyện ủy|Văn phòng|Phòng|Trường|Tỉnh|Thành phố|Huyện)\b")
_SESSION = re.compile(r"(?:KHÓA|KHOÁ|KỲ\s+HỌP|NHIỆM\s+KỲ|LẦN\s+THỨ|Khóa|Khoá|Kỳ\s+họp)\b")


@lru_cache(maxsize=1024)
def _may_be_issuer(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    if len(letters) < 2 or len(words) > 120 or _SESSION.match(words) or _LABEL.match(words) or words[0] in "([“\"":
        return False
    capital = sum(c.isupper() for c in letters)
    return capital > 0.8 * len(letters) or bool(_HEAD_OF_NAME.match(words) and not words.endswith((".", ";")))
