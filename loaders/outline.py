"""The paragraphs of a document: wrapped lines joined, with marker, numbering path and the heading above.

A text may be wrapped hard, may have a blank line between every two lines, or may print a paragraph a line;
annexes come with one table cell a line. What begins a new paragraph is decided at each line start from the
marker there, the gap, how the line before ends and whether it was full.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.normalise import squeeze
from loaders.records import Header

RANKS = {
    "annex": 0,
    "part": 1,
    "chapter": 2,
    "section": 3,
    "upper": 4,
    "roman": 5,
    "article": 6,
    "number": 7,
    "letter": 8,
    "paren": 9,
    "star": 10,
    "dash": 11,
    "plus": 12,
    "dot": 13,
}
"""Kind of marker -> how deep it stands: a marker ends every item of its rank or deeper."""

NO_MARKER = 20

ATTACHED = "Kèm theo"
"""Name of what comes after the signature without a name of its own: a regulation, a plan, a table."""

_LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

_MARKER = rf"""
    (?P<annex>   (?:PHỤ\ +LỤC|Phụ\ +lục)(?:\ +(?:số\ +)?(?:[0-9]{{1,2}}|[IVXLC]+|[A-Z]))?(?=[\s.:]) )
  | (?P<part>    (?:PHẦN|Phần)\ +(?:THỨ|thứ)?\ *(?:[IVX]+|[0-9]+|NHẤT|HAI|BA|TƯ|nhất|hai|ba|tư)\b[.:]? )
  | (?P<chapter> (?:CHƯƠNG|Chương)\ +(?:[IVXLC]+|[0-9]+)\b[.:]? )
  | (?P<section> (?:MỤC|Mục)\ +(?:[IVX]+|[0-9]+)(?:[.:]|(?=\s*\n)) )
  | (?P<article> (?:ĐIỀU|Điều)\ +[0-9]{{1,3}}[a-zđ]?\ ?[.:] )
  | (?P<roman>   [IVXL]{{1,6}}(?:(?:\.(?![0-9IVX])\ ?-?|\))(?=\s|[{_UPPER}])|(?:/|\ -)(?=\s)) )
  | (?P<upper>   [A-HĐ](?:\.|/|\))(?=\s+[{_UPPER}]) )
  | (?P<number>  [0-9]{{1,2}}(?:(?:\.[0-9]{{1,2}}){{1,3}}(?:[.)/](?![0-9])\ ?|(?=\ +[{_UPPER}]))|[.)/](?=\s|[{_UPPER}“"])) )
  | (?P<letter>  [a-zđ]{{1,2}}(?:\)|[./](?=\s))(?!\s*(?:khoản|điểm)\b) )
  | (?P<paren>   \((?:[0-9]{{1,2}}|[a-zđ]|[ivx]{{1,4}})\)(?=\s) )
  | (?P<star>    \*+(?=\s|[{_UPPER}]) )
  | (?P<dash>    -{{1,2}}(?=[ \n]|[{_UPPER}“"]) )
  | (?P<plus>    \+(?=[ \n]|[{_UPPER}“"]) )
  | (?P<dot>     [•●▪■◦▫♦❖✓\uf0b7\uf02d·](?=\s|\w) )
"""

_LINE = re.compile(
    rf"""
    (?P<gap>\n(?:[ ]*\n)*)[ ]*                         # the newlines before a line
    (?:
        (?P<quote>[“"](?=[0-9]{{1,2}}\.|[a-zđ]\)|Điều))?
        (?:{_MARKER})[ ]*
      | (?=[^\s{_LOWER}])                              # upper case, digit, quote …
      | (?=[{_LOWER}])(?<=\n)(?<=\n\n)                 # lower case after a blank line
    )
    """,
    re.VERBOSE,
)
_FIRST = re.compile(rf"\s*(?:(?P<quote>(?!))|{_MARKER})?[ ]*", re.VERBOSE)
_FIRST_WORD = re.compile(r"\S+")
_REST_OF_LINE = re.compile(r"[^\n]*[^\s]")
_ENDED = frozenset('.;:!?…”"/)')
_DANGLING = re.compile(r"(?:\b(?:khoản|điểm|[Đđ]iều|số|mục|[Mm]ẫu|năm|tháng|ngày|phần|chương|và|của|tại|theo)|,)$")
_DANGLING_BEFORE_LETTER = re.compile(r"(?:\b(?:khoản|điểm|và|của|tại|theo)|,)$")
_DOUBLED_WRAP = re.compile(rf"[^\s.;:!?…”]\ ?\ *\n\ *\n\ *[{_LOWER}]")
_CUT_PHRASE = re.compile(rf"[^\n]{{0,60}}[^\s.;:,]\ *\n\ *\n\ *[{_LOWER}][{_LOWER}]")
_BLANK = re.compile(r"\n\ *\n")
_CAPITAL_LINE = re.compile(rf"[^{_LOWER}]*\Z")
_ANNEX_HINT = re.compile(
    r"\(\s*(?:Ban\s+hành\s+)?kèm\s+theo|^\ *(?:PHỤ\ +LỤC|Phụ\ +lục)\b", re.IGNORECASE | re.MULTILINE
)
_ARTICLE_TITLE = re.compile(
    r"(?:ĐIỀU|Điều)\s+[0-9]+[a-zđ]?\s?[.:]\s*(?:Hiệu lực(?: thi hành)?|Tổ chức thực hiện|Điều khoản thi hành|Trách nhiệm thi hành"
    r"|Trách nhiệm tổ chức thực hiện|Phạm vi điều chỉnh|Đối tượng áp dụng|Điều khoản chuyển tiếp)\.?\Z"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `start` is at its marker, `text_start` after it; `text` has its white space folded."""

    start: int
    end: int
    text_start: int
    text: str
    marker: str | None
    """As printed: "2.1.", "a)", "-", "Điều 4."."""
    kind: str | None
    """A key of `RANKS`; None for a paragraph without marker."""
    level: int
    section: str | None
    """Numbers above it and its own, joined by dots: "II.2.1", "Điều 4.1"."""
    parent: int | None
    """Index of the block that it stands under."""
    children: int
    """How many blocks stand directly under it."""
    annex: str | None
    """Name of the annex ("Phụ lục I") that it stands in; None in the body."""
    quoted: bool
    """Whether it stands inside quoted text of another act, which an amendment gives."""


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int
    text_start: int
    marker: str | None
    kind: str | None
    quote: bool


def read_outline(text: str, header: Header) -> tuple[Block, ...]:
    """The paragraphs of body and annexes, in order; letterhead, recipients and signature are left out."""
    body_end = len(text) if header.body_end is None else header.body_end
    paragraphs = list(_find_paragraphs(text, header.body_start, body_end))
    first_annex = len(paragraphs)
    annex_start = _find_annex(text, body_end)
    if annex_start is not None:
        paragraphs += _find_paragraphs(text, annex_start, len(text))
    return _nest(text, paragraphs, first_annex)


def _find_annex(text: str, body_end: int) -> int | None:
    hint = _ANNEX_HINT.search(text, body_end)
    if hint is None:
        return None
    start = text.rfind("\n", 0, hint.start()) + 1 if text[hint.start()] != "(" else hint.start()
    while start > body_end:
        line_start = text.rfind("\n", 0, start - 1) + 1
        line = text[line_start : start - 1].strip()
        if line_start < body_end or (line and (not _CAPITAL_LINE.match(line) or len(line) < 4)):
            break
        start = line_start
    return start


def _find_paragraphs(text: str, start: int, end: int) -> Iterator[_Paragraph]:
    sample = text[start : min(end, start + 20_000)]
    blanks = len(_BLANK.findall(sample))
    doubled = blanks >= 8 and len(_DOUBLED_WRAP.findall(sample)) > 0.25 * blanks
    width = _line_width(sample)
    first = _FIRST.match(text, start, end)
    assert first is not None
    current = _Paragraph(
        first.end() if first.lastgroup is None else first.start(first.lastgroup),
        end,
        first.end(),
        first[first.lastgroup] if first.lastgroup else None,
        first.lastgroup,
        False,
    )
    for match in _LINE.finditer(text, start, end):
        kind = match.lastgroup if match.lastgroup not in ("gap", "quote") else None
        gap_start = match.start()
        last = text[gap_start - 1] if gap_start else "\n"
        line_start = text.rfind("\n", 0, gap_start) + 1
        if last == " ":
            line_end = line_start + len(text[line_start:gap_start].rstrip())
            last = text[line_end - 1] if line_end else "\n"
        else:
            line_end = gap_start
        if line_end <= current.text_start and current.kind is None and line_end <= current.start:
            continue
        blank = match.end("gap") - gap_start > 1
        if not _begins(text, match, kind, current, line_start, line_end, last, blank, doubled, width):
            continue
        current.end = line_end
        yield current
        body = match.end()
        while body < end and text[body] in " \n":
            body += 1
        if kind is not None:
            current = _Paragraph(match.start(kind), end, body, match[kind].strip(), kind, match["quote"] is not None)
        else:
            current = _Paragraph(body, end, body, None, None, False)
    current.end = current.start + len(text[current.start : end].rstrip())
    if current.end > current.start:
        yield current


def _line_width(sample: str) -> int:
    lengths = sorted(len(line) for line in sample.split("\n") if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _begins(
    text: str,
    match: re.Match[str],
    kind: str | None,
    current: _Paragraph,
    line_start: int,
    line_end: int,
    last: str,
    blank: bool,
    doubled: bool,
    width: int,
) -> bool:
    """Whether a new paragraph begins at a line."""
    length = line_end - line_start
    ended = last in _ENDED
    after = match.end()
    if kind is not None:
        return _marker_begins(text, kind, after, line_start, line_end, ended, blank and not doubled, width, length)
    if line_end <= current.text_start:
        return False  # a marker alone on its line
    word = _FIRST_WORD.match(text, after)
    room = length + 1 + (len(word[0]) if word else 0) <= width
    if blank and not doubled:
        lower = text[after].islower()
        if lower:
            return last in ".:" or length < 20
        if not ended and current.kind is not None and _CUT_PHRASE.match(text, after):
            return False
        return ended or last != "," or length < 20
    if (
        doubled
        and not ended
        and _CAPITAL_LINE.match(text[line_start:line_end])
        and word
        and word[0].isupper()
        and len(word[0]) > 1
    ):
        return not _CAPITAL_LINE.match(text[after : text.find("\n", after)])
    if doubled and last == "." and current.kind is None and length >= 0.85 * width:
        following = _REST_OF_LINE.match(text, after)
        return following is not None and len(following[0]) <= width - 7 and following[0][-1] not in _ENDED
    if doubled:
        return not text[after].islower() and room and length < (0.85 if ended else 0.6) * width and last != ","
    if ended:
        return (
            room and length + (len(word[0]) if word else 0) < width - 4 and (last in ".;:…/" or length < 0.75 * width)
        )
    if (
        current.kind == "article"
        and current.start >= line_start - 1
        and _ARTICLE_TITLE.match(text[current.start : line_end])
    ):
        return True
    line = text[line_start:line_end]
    if length > 3 and _CAPITAL_LINE.match(line):
        rest = text[after : after + 24]
        return any(c.islower() for c in rest.split("\n")[0][:16])
    return False


def _marker_begins(
    text: str, kind: str, after: int, line_start: int, line_end: int, ended: bool, blank: bool, width: int, length: int
) -> bool:
    if ended:
        return True
    following = text[after : after + 1]
    if kind in ("dash", "plus", "star", "dot"):
        if following.isdigit() or following.islower():
            return (
                blank and not _DANGLING.search(text[max(line_start, line_end - 12) : line_end]) and following.islower()
            )
        return blank or length < 0.75 * width
    dangling = _DANGLING_BEFORE_LETTER if kind == "letter" else _DANGLING
    if dangling.search(text[max(line_start, line_end - 12) : line_end]):
        return blank and kind not in ("number", "letter")
    if kind in ("letter", "number", "paren") and following.islower():
        return blank
    return True


@dataclass(slots=True)
class _Open:
    rank: int
    index: int
    number: str | None


def _nest(text: str, paragraphs: list[_Paragraph], first_annex: int) -> tuple[Block, ...]:
    stack: list[_Open] = []
    rows: list[tuple[_Paragraph, str, int, str | None, int | None, str | None, bool]] = []
    children = [0] * len(paragraphs)
    annex: str | None = None
    quote_end = -1
    for index, paragraph in enumerate(paragraphs):
        if index == first_annex:
            stack.clear()
            annex = ATTACHED
        kind = paragraph.kind
        words = squeeze(text[paragraph.text_start : paragraph.end])
        quoted = paragraph.start < quote_end
        if not quoted and (paragraph.quote or words[:1] in ("“", '"')):
            quote_end = _quote_end(text, paragraph)
            quoted = quote_end > 0
        if kind == "annex":
            annex = _annex_name(paragraph.marker or "")
        if quoted:
            rows.append((paragraph, words, NO_MARKER, _section_of(stack), None, annex, True))
            continue
        rank = RANKS[kind] if kind is not None else NO_MARKER
        number = None
        if kind is not None:
            number = _number_of(kind, paragraph.marker or "")
            if kind == "number":
                _close_numbers(stack, number or "")
            else:
                while stack and stack[-1].rank >= rank:
                    stack.pop()
        elif stack and stack[-1].rank >= RANKS["letter"] and not _continues(text, paragraphs, index):
            while stack and stack[-1].rank >= RANKS["letter"]:
                stack.pop()
        parent = stack[-1].index if stack else None
        if parent is not None:
            children[parent] += 1
        if kind is not None:
            stack.append(_Open(rank, index, number))
        rows.append((paragraph, words, rank, _section_of(stack), parent, annex, False))
    return tuple(
        Block(
            p.start,
            p.end,
            p.text_start,
            words,
            p.marker,
            p.kind,
            rank,
            section,
            parent,
            children[i],
            annex_name,
            quoted,
        )
        for i, (p, words, rank, section, parent, annex_name, quoted) in enumerate(rows)
    )


def _quote_end(text: str, paragraph: _Paragraph) -> int:
    """Where quoted text that begins with `paragraph` ends, or -1 when the quotation ends inside a sentence."""
    start = text.find("“", paragraph.start - 1, paragraph.text_start + 2)
    close = "”"
    if start < 0:
        start, close = text.find('"', paragraph.start - 1, paragraph.text_start + 2), '"'
    end = text.find(close, start + 1) if start >= 0 else -1
    depth_limit = 200
    while close == "”" and end >= 0 and depth_limit and text.count("“", start, end) > text.count("”", start, end + 1):
        end = text.find(close, end + 1)
        depth_limit -= 1
    if end < 0 or (end < paragraph.end and text[end + 1 : paragraph.end].strip(" .;,") != ""):
        return -1
    return end


def _continues(text: str, paragraphs: list[_Paragraph], index: int) -> bool:
    """Whether a paragraph without marker belongs to the lettered item before it: that one ends in a colon."""
    before = paragraphs[index - 1]
    return before.kind is not None and text[before.end - 1] not in ".;/"


def _annex_name(marker: str) -> str:
    number = marker.split()[2:]
    return "Phụ lục" + (" " + number[-1].strip(".:") if number else "")


def _number_of(kind: str, marker: str) -> str | None:
    if kind in ("dash", "plus", "star", "dot", "annex"):
        return None
    if kind == "part":
        return marker.rstrip(".: ").split()[-1].upper()
    if kind in ("article", "chapter", "section"):
        return (
            " ".join(marker.rstrip(".: ").split()).capitalize() if kind == "article" else squeeze(marker.rstrip(".: "))
        )
    return marker.strip(" .)/(-")


def _close_numbers(stack: list[_Open], number: str) -> None:
    """Closes what a number ends: "2.1" stands under "2" and ends "1.3"."""
    rank = RANKS["number"]
    while stack and (
        stack[-1].rank > rank or (stack[-1].rank == rank and not number.startswith((stack[-1].number or "?") + "."))
    ):
        stack.pop()


def _section_of(stack: list[_Open]) -> str | None:
    parts: list[str] = []
    last = ""
    for entry in stack:
        if entry.number is None:
            continue
        if last and entry.number.startswith(last + "."):
            parts[-1] = entry.number
        else:
            parts.append(entry.number)
        last = entry.number
    return ".".join(parts) or None
