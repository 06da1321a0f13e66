"""Where the paragraphs of a text begin and end, in every layout that files come in.

A text may be wrapped hard, may have a blank line between every two lines, or may print a paragraph a line;
annexes come with one table cell a line. What begins a new paragraph is decided at each line start from the
marker there, the gap, how the line before ends and whether it was full.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.bodies import find_body_name_end
from loaders.cell_lines import find_cell_lines
from loaders.facts_files import read_facts
from loaders.word_patterns import LOWER, UPPER, alternation

BULLETS = frozenset(("star", "dash", "plus", "dot"))

_MARKER = rf"""
    (?P<annex>   (?:PHỤ\ +LỤC|Phụ\ +lục)(?:\ +(?:số\ +)?(?:[0-9]{{1,2}}|[IVXLC]+|[A-Z]))?(?=[\s.:]) )
  | (?P<part>    (?:PHẦN|Phần)\ +(?:THỨ|thứ)?\ *(?:[IVX]+|[0-9]+|NHẤT|HAI|BA|TƯ|nhất|hai|ba|tư)\b[.:]? )
  | (?P<chapter> (?:CHƯƠNG|Chương)\ +(?:[IVXLC]+|[0-9]+)\b[.:]? )
  | (?P<section> (?:MỤC|Mục)\ +(?:[IVX]+|[0-9]+)(?:[.:]|(?=\s*\n)) )
  | (?P<article> (?:ĐIỀU|Điều)\ +[0-9]{{1,3}}[a-zđ]?\ ?[.:] )
  | (?P<roman>   [IVXL]{{1,6}}
                 (?:(?:\.(?![0-9IVX])\ ?-?|\))(?=\s|[{UPPER}])|(?:/|\ -)(?=\s)|-(?=\s+[{UPPER}]|[{UPPER}]{{2}})) )
  | (?P<upper>   [A-HĐ](?:\.|/|\)|-)(?=\s+[{UPPER}]) )
  | (?P<number>  [0-9]{{1,2}}
                 (?: (?:\.[0-9]{{1,2}}){{1,3}}(?:[.)/](?![0-9])\ ?|-(?=\ )|(?=\ +[{UPPER}]))
                   | [.)/]-?(?=\s|[{UPPER}“"]) | \ ?-(?=\ +[{UPPER}]) ) )
  | (?P<letter>  (?:[a-zđ]{{1,2}}\)|[a-zđ](?:[./]|/-|-)(?=\s))(?!\s*(?:khoản|điểm)\b) )
  | (?P<paren>   \((?:[0-9]{{1,2}}|[a-zđ]|[ivx]{{1,4}})\)(?=\s) )
  | (?P<star>    \*+(?=\s|[{UPPER}]) )
  | (?P<dash>    -{{1,2}}(?=[ \n]|[{UPPER}“"]) )
  | (?P<plus>    \+(?=[ \n]|[{UPPER}“"]) )
  | (?P<dot>     [•●▪■◦▫♦❖✓\uf0b7\uf02d·](?=\s|\w) )
"""
_QUOTED = r"""(?P<quote>[“"](?=[0-9]{1,2}\.|[a-zđ]\)|Điều))?"""


def _line_pattern(lower_case: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
        \n(?![{LOWER}]{{3}})(?P<gap>(?:[ ]{{0,40}}+\n){{0,50}}+)[ ]*+    # the newlines before a line
        (?: {_QUOTED}(?:{_MARKER})\s*+ | (?=[^\s{LOWER}]) {lower_case} )
        """,
        re.VERBOSE,
    )


_LINE = _line_pattern(rf"| (?=[{LOWER}])(?<=\n)(?<=\n\n)")
_DOUBLED_LINE = _line_pattern("")
_FIRST = re.compile(rf"\s*+(?:{_MARKER})?\s*+", re.VERBOSE)
_WORD = re.compile(r"\S+")
_REST_OF_LINE = re.compile(r"[^\n]*[^\s]")
_ENDED = frozenset('.;:!?…”"/)')
_STOPPED = frozenset(".;:…/")
_DANGLING = re.compile(r"(?:\b(?:khoản|điểm|[Đđ]iều|số|mục|[Mm]ẫu|năm|tháng|ngày|phần|chương|và|của|tại|theo)|,)\Z")
_DANGLING_BEFORE_LETTER = re.compile(r"(?:\b(?:khoản|điểm|và|của|tại|theo)|,)\Z")
_DOUBLED_WRAP = re.compile(rf"[^\s.;:!?…”]\ ?\ *\n\ *\n\ *[{LOWER}]")
_CUT_PHRASE = re.compile(rf"[^\n]{{0,60}}[^\s.;:,]\ *\n\ *\n\ *[{LOWER}][{LOWER}]")
CAPITAL_LINE = re.compile(rf"[^{LOWER}]*\Z")
_ARTICLE_TITLE = re.compile(
    r"""(?:ĐIỀU|Điều)\s+[0-9]+[a-zđ]?\s?[.:]\s*
    (?:Hiệu\ lực(?:\ thi\ hành)?|Tổ\ chức\ thực\ hiện|Điều\ khoản\ thi\ hành|Trách\ nhiệm\ thi\ hành
    |Trách\ nhiệm\ tổ\ chức\ thực\ hiện|Phạm\ vi\ điều\ chỉnh|Đối\ tượng\ áp\ dụng|Điều\ khoản\ chuyển\ tiếp)\.?\Z""",
    re.VERBOSE,
)
_NUMBERED = frozenset(("roman", "number", "letter", "paren", "upper"))
_ORDER = re.compile(
    rf"(?:{alternation([row['verb'].capitalize() for row in read_facts('task_verbs.csv')])}"
    r"|Là (?:cơ quan|đơn vị)|Trên cơ sở|Căn cứ|Theo (?:chức|dõi)|(?:Chịu|Có) trách nhiệm|Định kỳ|H[àằ]ng (?:năm|tháng)"
    r")(?!\w)"
)
_HEADS = alternation([row["head"] for row in read_facts("body_heads.csv")])
_NAMES_BODY = re.compile(
    rf"(?:các\s+|đề\s+nghị\s+)?(?:{_HEADS})(?!\w)(?:[ ]+[^\s.:;]+)+(?<!\svà)(?<!\scủa)(?<!\scác)(?<![,-])",
    re.IGNORECASE,
)
"""A heading that is a body's name on a line of its own, with its first duty on the next."""
_CLOSES = re.compile(
    r"Trên\s+đây\s+là\s|Trong\s+quá\s+trình\s+(?:tổ\s+chức\s+|triển\s+khai\s+)*thực\s+hiện|Nhận\s+được\s+\w+\s+\w+\s+này"
    r"|(?:Yêu\s+cầu|Đề\s+nghị)\s+(?:các|[Tt]hủ\s+trưởng)\s"
    r"|(?:Nghị\s+quyết|Luật|Bộ\s+luật|Pháp\s+lệnh)\s+này\s+(?:đã\s+)?được\s"
)
"""How the last paragraph of a document begins."""
_SAMPLE = 20_000
_SHORTEST_FULL_LINE = 60
_LONGEST_WRAPPED = 160
"""No page is wider: a longer line is a paragraph that no wrap has broken."""
_LONGEST_TITLE = 200


@dataclass(slots=True)
class Paragraph:
    """A paragraph being read: `start` is at its marker, `text_start` after it."""

    start: int
    end: int
    text_start: int
    marker: str | None
    kind: str | None
    quote: bool
    """Whether a quotation mark stands before the marker."""


@dataclass(frozen=True, slots=True)
class _Layout:
    doubled: bool
    """A blank line stands between every two lines."""
    width: int
    """How long a full line is."""


def find_paragraphs(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """The paragraphs of `text[start:end]` in order."""
    layout = _read_layout(text[start : min(end, start + _SAMPLE)])
    first = _FIRST.match(text, start, end)
    assert first is not None
    kind = first.lastgroup
    marker_start = first.start(kind) if kind else first.end()
    current = Paragraph(marker_start, end, first.end(), first[kind] if kind else None, kind, False)
    find_newline = text.rfind
    tables = find_cell_lines(text, start, end)
    for match in (_DOUBLED_LINE if layout.doubled else _LINE).finditer(text, first.end(), end):
        kind = match.lastgroup
        if kind == "gap" or kind == "quote":
            kind = None
        line_end = match.start()
        line_start = find_newline("\n", 0, line_end) + 1
        if text[line_end - 1] == " ":
            line_end = line_start + len(text[line_start:line_end].rstrip())
        if line_end <= current.start:
            continue
        after = match.end()
        blank = match.end("gap") > match.start("gap")
        if kind is None:
            cell = bool(tables) and any(begin <= after < until for begin, until in tables)
            if not (
                _begins_cell(text, line_start, line_end)
                if cell
                else _begins_plain(text, after, line_start, line_end, blank, current, layout)
            ):
                continue
        elif text[line_end - 1] not in _ENDED and not _begins_marked(
            text, kind, after, line_start, line_end, blank and not layout.doubled, layout.width
        ):
            continue
        current.end = line_end
        yield current
        if kind is None:
            current = Paragraph(after, end, after, None, None, False)
        else:
            current = Paragraph(match.start(kind), end, after, match[kind].strip(), kind, match["quote"] is not None)
    current.end = current.start + len(text[current.start : end].rstrip())
    if current.end > current.start:
        yield current


def _read_layout(sample: str) -> _Layout:
    lengths = [len(line) for line in sample.split("\n") if line and not line.isspace()]
    lengths.sort()
    blanks = sample.count("\n\n") + sample.count("\n \n")
    doubled = blanks > 0.6 * len(lengths) and len(_DOUBLED_WRAP.findall(sample)) > 0.25 * blanks >= 2
    return _Layout(doubled, max(_SHORTEST_FULL_LINE, lengths[len(lengths) * 9 // 10] if lengths else 0))


def _begins_cell(text: str, line_start: int, line_end: int) -> bool:
    """Whether the line after this one is a cell of its own."""
    return _DANGLING.search(text[max(line_start, line_end - 12) : line_end]) is None


def _begins_plain(
    text: str, after: int, line_start: int, line_end: int, blank: bool, current: Paragraph, layout: _Layout
) -> bool:
    """Whether a line without marker begins a paragraph."""
    if line_end <= current.text_start:
        return False  # a marker alone on its line
    length = line_end - line_start
    last = text[line_end - 1]
    if layout.doubled:
        return _begins_in_doubled(text, after, line_start, line_end, current, layout.width)
    if blank:
        if text[after].islower():
            return last in ".:" or length < 20
        if last in _ENDED:
            return True
        if current.kind is not None and _CUT_PHRASE.match(text, after):
            return False
        if line_end - current.start > _LONGEST_TITLE and last.islower() and (current.kind or "dash") in BULLETS:
            return False  # a page's end cuts a sentence
        return last != "," or length < 20
    if last in _ENDED:
        word = _WORD.match(text, after)
        assert word is not None
        if last in _STOPPED and _CLOSES.match(text, after):
            return True
        room = length > _LONGEST_WRAPPED or length + word.end() - after < layout.width - 4
        return room and (last in _STOPPED or length < 0.75 * layout.width or length > _LONGEST_WRAPPED)
    if (
        current.kind == "article"
        and current.start >= line_start - 1
        and _is_article_title(text[current.start : line_end])
    ):
        return True
    if (
        current.kind in _NUMBERED
        and current.start >= line_start - 1
        and length < 0.8 * layout.width
        and _ORDER.match(text, after)
        and _NAMES_BODY.fullmatch(text, current.text_start, line_end)
        and find_body_name_end(text[current.text_start : line_end], 0) <= line_end - current.text_start
    ):
        return True
    if length > 3 and text[line_end - 1].isupper() and CAPITAL_LINE.match(text[line_start:line_end]):
        return not CAPITAL_LINE.match(text[after : after + 16].split("\n")[0])
    return False


def _begins_in_doubled(text: str, after: int, line_start: int, line_end: int, current: Paragraph, width: int) -> bool:
    """The same where a blank line stands between every two lines: only lengths and stops tell."""
    length = line_end - line_start
    last = text[line_end - 1]
    following = _REST_OF_LINE.match(text, after)
    assert following is not None
    line = following[0]
    ended = last in _ENDED
    if not ended and last.isupper() and line[:2].isupper() and CAPITAL_LINE.match(text[line_start:line_end]):
        return not CAPITAL_LINE.match(line)
    if last == "." and current.kind is None and length >= 0.85 * width:
        # the first line of a paragraph is indented, so it is shorter than a full one
        return len(line) <= width - 7 and line[-1] not in _ENDED
    room = length + 1 + len(line.split(" ", 1)[0]) <= width
    return room and last != "," and length < (0.85 if ended else 0.6) * width


def _is_article_title(line: str) -> bool:
    return _ARTICLE_TITLE.match(line) is not None


def _begins_marked(text: str, kind: str, after: int, line_start: int, line_end: int, blank: bool, width: int) -> bool:
    """Whether a marker at a line start after a line without stop is one, and no number or dash of the sentence."""
    following = text[after : after + 1]
    before = text[max(line_start, line_end - 12) : line_end]
    if kind in BULLETS:
        if following.islower():
            return blank and not _DANGLING.search(before)
        return not following.isdigit() and (blank or line_end - line_start < 0.75 * width)
    if (_DANGLING_BEFORE_LETTER if kind == "letter" else _DANGLING).search(before):
        return blank and kind not in ("number", "letter")
    return blank or kind not in ("letter", "number", "paren") or not following.islower()
