"""What extraction left out and what it left open, each with the reason: for people who look for what it misses."""

import re
from dataclasses import dataclass

from loaders.document_types import TYPE_BY_NAME
from loaders.header import read_header
from loaders.normalise import normalise, squeeze
from loaders.numbers import find_document_numbers
from loaders.records import Citation, Header, Record
from loaders.word_patterns import alternation
from loaders.zones import Zones, find_zones

_LIKE_A_NUMBER = re.compile(
    r"""
    (?:QCVN|TCVN|TCCS|TCXDVN|ISO|IEC)\s?(?:ISO|IEC)?[ /-]?[0-9](?:[:./-]?\w){0,30}  # a standard: QCVN 01:2023/BTNMT
  | (?<![\w/.,-])[0-9]{1,6}[a-zA-Z]?(?:\s?[/:]\s?[0-9]{2,4})?                 # 12, 522a, 12/2024
    (?: (?:\s?/\s{0,2}|-)(?=[A-ZĐ])[\w&]+                                     # /KH, -NQ
      | \s?-\s{0,2}(?=[A-ZĐ]{2})[\w&]+                                        # "417 - BC"; "4 - Hộ" is a list
      | \s?/\s{0,2}(?=[a-zđ]{2,8}-)[\w&]+ )                                   # /nq-
    (?:\s?[-/]\s?[A-ZĐa-zđ][\w&]*){0,5}
  | (?<=[Ss]ố\s)[0-9]{1,6}(?:/[0-9]{4})?(?=\s+ngày\s+[0-9])                   # a number without any symbol
    """,
    re.VERBOSE,
)
_STANDARD = re.compile(r"(?:QCVN|TCVN|TCCS|TCXDVN|ISO|IEC)")
_BEFORE_STANDARD = re.compile(r"(?:QCVN|TCVN|TCCS|TCXDVN|ISO|IEC|[Qq]uy\s+chuẩn|[Tt]iêu\s+chuẩn)[^\n;]{0,40}\Z")
_BEFORE_FORM = re.compile(
    r"(?:[Mm]ẫu|MẪU|[Bb]iểu(?:\s+mẫu)?|BIỂU|[Pp]hụ\s+lục|PHỤ\s+LỤC|[Bb]ảng)(?:\s+(?:[Ss]ố|SỐ))?\s*:?\s*\Z"
)
_BEFORE_ADDRESS = re.compile(
    r"(?:đường|phố|ngõ|ngách|hẻm|kiệt|số\s+nhà|địa\s+chỉ|thửa(?:\s+đất)?(?:\s+số)?|tờ\s+bản\s+đồ(?:\s+số)?|lô)\s*:?\s*\Z",
    re.IGNORECASE,
)
_BEFORE_REGISTERED = re.compile(
    r"(?:biển\s+(?:kiểm\s+soát|số)|số\s+hiệu|mã\s+số|số\s+đăng\s+ký|hợp\s+đồng|giấy\s+\w+)[^\n;]{0,30}\Z", re.IGNORECASE
)
_TYPE_BEFORE = re.compile(rf"(?<!\w)(?:{alternation(TYPE_BY_NAME)})\s*(?:số\s*:?\s*)?\Z", re.IGNORECASE)
_LEFT_REACH = 60

REASONS = {
    "own_number": "the document's own number",
    "letterhead": "in the letterhead, where only the document's own number stands",
    "standard": "a technical standard (QCVN, TCVN, ISO), which is no document number",
    "form": "the number of a form, table or annex",
    "address": "an address or a piece of land",
    "register": "a plate, a code, a contract or a certificate",
    "no_symbol": "a number without a symbol",
    "unread_symbol": "a document type stands before it, but what follows the number is not read as a symbol",
    "nothing_cites": "has the form of a number, but no type and no 'số' before it, and its symbol alone does not tell",
    "not_a_symbol": "what follows the number has not the form of a symbol",
}
"""Why a token like a number is not a citation."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A token like a document number that is not taken as a citation; `reason` is a key of `REASONS`."""

    start: int
    end: int
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A citation of which type, issuer or year could not be settled."""

    citation: Citation
    fields: tuple[str, ...]
    """type, issuer, year."""
    known: tuple[tuple[str, str], ...]
    """(field, value) of what is known."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was left out of a record and what was left open in it, by place; spans count in the file's text."""

    left_out: tuple[LeftOut, ...]
    unsettled: tuple[Unsettled, ...]


def explain(record: Record) -> Explanation:
    """Why tokens like numbers are no citations of the record, and what its citations leave open."""
    normalised = normalise(record.text)
    text = normalised.text
    header = read_header(text)
    zones = find_zones(text, header)
    taken = _Taken(record.citations)
    numbers = {start: number.code for start, _, number in find_document_numbers(text)}
    left_out: list[LeftOut] = []
    for match in _LIKE_A_NUMBER.finditer(text):
        start, end = normalised.original_span(match.start(), match.end())
        if not taken.overlaps(start, end):
            reason = _reason(text, match.start(), match.group(), numbers.get(match.start()), header, zones)
            left_out.append(LeftOut(start, end, squeeze(record.text[start:end]), reason))
    return Explanation(tuple(left_out), tuple(_unsettled(record.citations)))


class _Taken:
    """The spans of citations, which are sorted by start."""

    def __init__(self, citations: tuple[Citation, ...]) -> None:
        self._spans = [(c.start, c.end) for c in citations]
        self._next = 0

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a citation shares a character with the span; spans must be asked for in their order."""
        while self._next < len(self._spans) and self._spans[self._next][1] <= start:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next][0] < end


def _reason(text: str, start: int, words: str, code: str | None, header: Header, zones: Zones) -> str:
    left = text[max(0, start - _LEFT_REACH) : start]
    if code is not None and code == header.code:
        return "own_number"
    if zones.zone_at(start) == "letterhead":
        return "letterhead"
    if _STANDARD.match(text, start) or _BEFORE_STANDARD.search(left):
        return "standard"
    if _BEFORE_FORM.search(left):
        return "form"
    if _BEFORE_ADDRESS.search(left):
        return "address"
    if _TYPE_BEFORE.search(left):
        return "unread_symbol"
    if _BEFORE_REGISTERED.search(left):
        return "register"
    if code is not None:
        return "nothing_cites"
    return "no_symbol" if "/" not in words and "-" not in words else "not_a_symbol"


def _unsettled(citations: tuple[Citation, ...]) -> list[Unsettled]:
    found = []
    for citation in citations:
        settled = {"type": citation.type, "issuer": citation.issuer, "year": citation.year or citation.term}
        fields = tuple(field for field, value in settled.items() if value is None)
        if fields:
            known = (
                ("type", citation.type),
                ("number", citation.code),
                ("name", citation.title),
                ("issuer", citation.issuer.name if citation.issuer else None),
                ("date", citation.date),
                ("year", str(citation.year) if citation.year else None),
                ("term", citation.term),
            )
            found.append(Unsettled(citation, fields, tuple((field, value) for field, value in known if value)))
    return found
