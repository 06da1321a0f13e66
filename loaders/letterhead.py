"""The head of a document: issuer, number, place and date, type line, however its two columns were flattened.

Motto, rules, number, date and subject are found first and blanked; the lines that are left above the type are the
issuer and its superior. Offsets stay those of the text.
"""

import re
from dataclasses import dataclass

from loaders.document_types import TYPE_BY_NAME, type_of_words
from loaders.errors import NumberFormatError
from loaders.issuing_lines import IssuingLine, read_issuing_lines
from loaders.normalise import squeeze
from loaders.numbers import find_document_numbers, parse_document_number
from loaders.place_and_date import DATE, find_place_and_date
from loaders.records import DocumentNumber
from loaders.spans import Span, blank_spans
from loaders.word_patterns import UPPER, any_of

REACH = 5000
"""A letterhead and a title are shorter than this."""
_REACH_WITHOUT_TYPE = 1500
_ISSUER_BELOW = 400
"""How far below number and date the issuer is sought when no type line ends the letterhead."""

_MOTTO = re.compile(
    r"""
      CỘNG\s*H[OÒ]\s*[ÀA]\s*X[ÃÀ]\s*HỘI\s*CHỦ\s*NGH[ĨI]A\s*VIỆT\s*NAM | ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM
    | ^[ ]*(?:CỘNG\s+H[OÒ][ÀA]\s+)?(?:XÃ\s+HỘI\s+)?CHỦ\s+NGHĨA(?:\s+VIỆT\s+NAM)?\s*$
    | ^[ ]*CỘNG\s+H[OÒ][ÀA](?:\s+XÃ\s+HỘI)?\s*$ | (?<=[ ]{3})CỘNG\s+H[OÒ][ÀA]\s+XÃ\s+HỘI(?=\s*$)
    | Độc\s*lập\s*[-.]*\s*Tự\s*do\s*[-.]*\s*Hạnh\s*phúc
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_RULE = re.compile(r"[-_=*~+]{3,}|(?:\*[ ]){2,}\*?|<br ?/?>|\||^[ ]*[-*_o]+\s*$|(?<=\s)[_*]+(?=\s)", re.MULTILINE)
_LABEL = re.compile(
    rf"""
    (?: ^[ ]* | (?<=[ ]{{2}}) )
    (?: (?P<kind>{any_of("Luật|Bộ luật|Pháp lệnh|Lệnh|Nghị quyết|LUẬT|PHÁP LỆNH|NGHỊ QUYẾT")})\s+[sS][ốỐ]
      | S[ốỐ](?:\s+hiệu)? )
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
_PREAMBLE = re.compile(
    rf"""
    ^[ ]*(?: {any_of("Căn cứ|Xét|Theo đề nghị|Theo Tờ|Kính gửi|KÍNH GỬI|Điều 1|ĐIỀU 1|Phần|PHẦN|Thực hiện")}\b
           | (?:Chương|CHƯƠNG)\s+I | [IA]\s?[.)/]\s | 1\s?[.)]\s )
    """,
    re.VERBOSE | re.MULTILINE,
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[ ]{2})|(?<=\n))[ ]*(?P<words>(?:V/v|V/V|v/v|Vv)\b\s?[:.]?|(?:Về\s+việc|VỀ\s+VIỆC)\b)", re.MULTILINE
)
_SUBJECT_END = re.compile(r"\n[ ]*\n|[ ]{3,}|\n[ ]*(?=Kính|KÍNH)")
_TITLE = re.compile(r"(?:Về|VỀ)\s")
_ACTS_WITHOUT_LETTERS = ("Nghị quyết", "Quyết định", "Chỉ thị", "Nghị định", "Thông tư", "Kế hoạch")
"""Types whose title begins like the subject of a letter where a web site has left their heading out."""
_DRAFT = re.compile(r"^DỰ\s+THẢO\s*(?:LẦN\s+[0-9]+)?\s*", re.IGNORECASE)
_CHANGED = re.compile(r"\s*\((?:SỬA ĐỔI|BỔ SUNG|SỬA ĐỔI, BỔ SUNG)\)\Z")
"""Behind a type that a text changes or adds to: "QUY ĐỊNH (BỔ SUNG)"."""
_NO_HEADINGS = ("văn bản", "thư công")
_TYPE_NAMES = sorted({name.upper() for name in TYPE_BY_NAME if name not in _NO_HEADINGS}, key=len, reverse=True)
_RUN_IN = re.compile(rf"(?P<type>{any_of('|'.join(_TYPE_NAMES))})[ ]+(?P<rest>\S.*)")
_LINE = re.compile(r"[^\n]+")


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
    issuing_lines: tuple[IssuingLine, ...]
    end: int
    """Where the title or the body begins."""
    has_motto: bool


def read_letterhead(text: str) -> Letterhead:
    """The letterhead of `text`, with None for everything that is not there."""
    head = text[:REACH]
    limit = _preamble_start(head)
    mottos = list(_MOTTO.finditer(head, 0, limit))
    work = blank_spans(head, [*mottos, *_RULE.finditer(head, 0, limit)])
    kind, type_span = _find_type(work, limit)
    above = type_span.start if type_span else min(limit, _REACH_WITHOUT_TYPE)
    number_end = min(limit, max(above, _REACH_WITHOUT_TYPE)) if type_span else above
    number, bare, number_span = _find_number(work, above, number_end)
    if number_span:
        work = blank_spans(work, [number_span])
    date, place, date_span = find_place_and_date(work, above, number_end)
    if date_span:
        work = blank_spans(work, [date_span])
    letterhead_end = max((s.end for s in (number_span, date_span) if s), default=0)
    subject = None if type_span else _find_subject(head, work, limit, letterhead_end)
    bare_text = not (type_span or number_span or date_span or mottos)
    column_end = max([letterhead_end, *(motto.end() for motto in mottos)])
    until = type_span.start if type_span else min(above, column_end + _ISSUER_BELOW)
    lines = () if bare_text else read_issuing_lines(work, until, None if type_span else column_end, subject)
    if subject and number and number.type in _ACTS_WITHOUT_LETTERS and _TITLE.match(head, subject.start):
        subject = None
    end = type_span.end if type_span else max([column_end, *(line.end for line in lines)])
    if subject:
        end = max(end, subject.end)
    has_motto = bool(mottos)
    return Letterhead(
        kind, type_span, number, bare, number_span, date, place, date_span, subject, lines, end, has_motto
    )


def _preamble_start(head: str) -> int:
    match = _PREAMBLE.search(head)
    while match and match.group().lstrip().startswith("Thực") and _is_title(head, match.start()):
        match = _PREAMBLE.search(head, match.end())
    return match.start() if match else len(head)


def _is_title(head: str, position: int) -> bool:
    """Whether the line above `position` is a type line, so that what begins here is the title."""
    above = [line for line in head[:position].splitlines() if line.strip(" *#_|")]
    return not above or type_of_words(above[-1].strip(" *#_|:")) is not None


def _find_type(work: str, limit: int) -> tuple[str | None, Span | None]:
    """The type line before the preamble: a line that is a type, else one that begins with a type in capitals."""
    run_in: tuple[str, Span] | None = None
    begun: Span | None = None
    for line in _LINE.finditer(work, 0, limit):
        words = line.group().strip(' :.*#_"“”')
        if not words:
            continue
        start = line.start() + line.group().index(words)
        drafted = _DRAFT.match(words)
        if drafted:
            start, words = start + drafted.end(), words[drafted.end() :]
        if not words or not words[0].isupper():
            continue
        kind = type_of_words(_CHANGED.sub("", words)) if len(words) < 40 else None
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
    return not before.strip() or bool(DATE.search(before) or _LABEL.search(before))


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


def _find_subject(head: str, work: str, limit: int, letterhead_end: int) -> Span | None:
    """The "V/v …" of an official letter: to the next empty line, column or "Kính gửi"."""
    match = _SUBJECT.search(work, 0, max(limit, min(len(work), letterhead_end)))
    if match is None:
        return None
    end = _SUBJECT_END.search(work, match.end())
    stop = min(end.start() if end else len(work), match.start("words") + 600)
    return Span(match.start("words"), match.start("words") + len(head[match.start("words") : stop].rstrip()))
