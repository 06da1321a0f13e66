"""Every mention of a document in a text, numbered or named, in order."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from loaders.dates import match_date
from loaders.document_types import type_of_words
from loaders.law_names import find_law_names
from loaders.mention_words import Mention, read_tail, with_tail
from loaders.named_documents import find_named_documents
from loaders.numbered_mentions import find_numbered_mentions
from loaders.numbers import find_document_numbers
from loaders.records import DocumentNumber
from loaders.words_before import with_words_before

_SO_AFTER_NAME = re.compile(r"\s+(?:(?:[Ss]ố|SỐ)\s*:?\s*)?")
_REVISED = re.compile(r"\s+\((?:sửa\s+đổi|sửa\s+đổi,\s+bổ\s+sung)\)(?=\s+(?:ngày|năm)\s)")
"""Between a law's name and its date: "Luật Tổ chức HĐND và UBND (sửa đổi) ngày 21 tháng 6 năm 1994"."""
_ADOPTED = re.compile(
    r"\s+(?:đã\s+)?được\s+(?:Quốc\s+hội|U[ỷy]\s+ban|Ủy\s+ban)(?:[^.,;:\n]|\n(?!\n)){0,110}?\sthông\s+qua\s+(?=ngày\s)"
)
"""Between a law's name and its date: "Luật Đất đai đã được Quốc hội thông qua ngày 14 tháng 7 năm 1993"."""
_NO_MORE_OF_NUMBER = r"(?![\w/%]|\s?[-/]\s?[0-9A-ZĐ]|[.,:][0-9A-ZĐ]|\s?,\s?[0-9]|\s+(?:ngày|tháng|năm)\s)"
_BARE_NUMBER = re.compile(
    rf"""
    (?P<type>Nghị\s+quyết|Nghị\s+định|Thông\s+tư|Chỉ\s+thị|Quyết\s+định|Kết\s+luận|Đề\s+án
        |Kế\s+hoạch|Công\s+văn|Công\s+điện|Thông\s+báo|Hướng\s+dẫn|Chương\s+trình|Tờ\s+trình)
    \s+(?: (?P<number>[0-9]{{2,3}}){_NO_MORE_OF_NUMBER}
        | số\s+(?:(?P<short>[0-9]{{2,4}}){_NO_MORE_OF_NUMBER}
            |(?P<dated>[0-9]{{1,4}})(?=,?\s+ngày\s+[0-3]?[0-9](?:\s+tháng\s|\s?[-/.]\s?[01]?[0-9]\s?[-/.]))) )
    """,
    re.VERBOSE,
)
"""By its type and a number that no symbol follows: "Đề án 06", "Kế hoạch số 01"."""
_COUNTED = frozenset(("Kế hoạch", "Công văn", "Công điện", "Thông báo", "Hướng dẫn", "Chương trình", "Tờ trình"))
"""Types that a number without "số" counts or describes: "Kế hoạch 05 năm"."""


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every mention in `text`, by start; of two that begin together the outer one first."""
    numbers = {start: (end, number) for start, end, number in find_document_numbers(text)}
    laws = [*_laws(text, numbers)]
    numbered = [with_words_before(mention, text) for mention in find_numbered_mentions(text, numbers)]
    settled = _Spans(numbered)
    laws = [m for m in laws if m.number or not settled.covers(m)]
    settled = _Spans([*numbered, *laws])
    others = [m for m in (*_bare_numbers(text), *_named(text)) if not settled.covers(m)]
    return tuple(sorted([*numbered, *laws, *others], key=lambda m: (m.start, -m.end)))


class _Spans:
    """Spans of mentions that are settled, for leaving out others that begin within them."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._ends: dict[int, int] = {}
        for mention in mentions:
            self._ends[mention.start] = max(mention.end, self._ends.get(mention.start, 0))
        self._starts = sorted(self._ends)

    def covers(self, mention: Mention) -> bool:
        i = bisect_right(self._starts, mention.start)
        return i > 0 and self._ends[self._starts[i - 1]] > mention.start


def _laws(text: str, numbers: dict[int, tuple[int, DocumentNumber]]) -> Iterator[Mention]:
    """Laws by name; number, date and issuer after the name are the outermost law's that ends there.

    A number is taken out of `numbers`.
    """
    amending_end = 0
    for law in find_law_names(text):
        if law.start < amending_end:
            yield Mention(law.start, law.end, "law_name", law.kind, title=law.name, amends=law.amends)
            continue
        amending_end = law.end if law.amends else 0
        end, number, rule = law.end, None, "law_name"
        so = _SO_AFTER_NAME.match(text, law.end)
        if so and so.end() in numbers:
            end, number = numbers.pop(so.end())
            rule = "law_name_and_number"
        revised = _REVISED.match(text, end)
        tail = read_tail(text, revised.end() if revised else end, partial_date=number is None)
        if revised and tail.date is None:
            tail = read_tail(text, end, partial_date=number is None)
        mention = with_tail(Mention(law.start, law.end, rule, law.kind, number, law.name, amends=law.amends), tail)
        adopted = _ADOPTED.match(text, mention.end) if mention.date is None and number is None else None
        dated = match_date(text, adopted.end()) if adopted else None
        yield replace(mention, date=dated[1]) if dated else mention


def _named(text: str) -> Iterator[Mention]:
    for found in find_named_documents(text):
        start, end, kind = found.start, found.end, found.type
        yield Mention(start, end, "name", kind, None, found.title, found.year, found.issuer_words)


def _bare_numbers(text: str) -> Iterator[Mention]:
    """Mentions by type and bare number ("Đề án 06"), as short names are made."""
    for match in _BARE_NUMBER.finditer(text):
        kind = type_of_words(match["type"])
        if match["number"] and kind in _COUNTED:
            continue
        digits = match["number"] or match["short"] or match["dated"]
        number = DocumentNumber(digits, digits, None, "", None, None, None, False)
        tail = read_tail(text, match.end(), partial_date=False)
        mention = Mention(match.start(), match.end(), "bare_number", kind, number)
        yield with_tail(mention, tail)
