"""The record of a mention as printed, and the words that follow a number or name: date and "của <issuer>"."""

import re
from dataclasses import dataclass

from loaders.bodies import find_body_name_end
from loaders.dates import match_date
from loaders.normalise import squeeze
from loaders.records import DocumentNumber


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention as printed; `number` is None for a document that is only named, `title` for one only numbered."""

    start: int
    end: int
    rule: str
    type: str | None
    number: DocumentNumber | None = None
    title: str | None = None
    date: str | None = None
    issuer_words: str | None = None
    issuer_from: int | None = None
    """Where the words "của <issuer>" begin."""
    amends: bool = False
    """A law whose name says that it amends another."""
    date_before: str | None = None
    """The day on which the words before it say that it was passed: "Ngày 21/4/2015, Bộ Tài chính đã ban hành …"."""
    sender: str | None = None
    """The body that those words say passed or sent it."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a number or name: where it ends, the date and the issuer's words."""

    end: int
    date: str | None
    issuer_words: str | None
    issuer_from: int | None = None


def with_tail(mention: Mention, tail: Tail) -> Mention:
    """The mention with the words that follow it."""
    start, rule, kind, number, title = mention.start, mention.rule, mention.type, mention.number, mention.title
    return Mention(
        start, tail.end, rule, kind, number, title, tail.date, tail.issuer_words, tail.issuer_from, mention.amends
    )


_OF = re.compile(r"\s*,?\s*(?:của|CỦA|Của)\s+")
_ALSO_ISSUED_BY = re.compile(r"\s*(?:,\s*(?:và\s+)?|và\s+|-\s+|-(?=[A-ZĐ]))(?=[A-ZĐỦ])")
_BEFORE_DATE = re.compile(r"\s*,?\s*(?=(?:ngày|NGÀY)\s|(?<!\n)Ngày\s|[0-9]{1,2}\s?[/.-])")
_MONTH = re.compile(r"\s+(?=(?:tháng|năm|THÁNG|NĂM)\s+[0-9])")
_TERM = re.compile(r"\s*,?\s*(?:khóa|khoá|KHÓA)\s+[IVX]+(?!\w)")
_SCHOOL_YEAR = re.compile(r"\s?-\s?[0-9]")


def read_tail(text: str, pos: int, partial_date: bool, joint: bool = False) -> Tail:
    """Date and issuer that follow `pos`, in either order; `partial_date` lets a bare month or year count.

    A `joint` act has several issuers: "của Bộ Tư pháp và Bộ Nội vụ".

    >>> read_tail("số 32/NQ-CP, ngày 20/3/2024 của Chính phủ ban hành", 11, False).issuer_words
    'Chính phủ'
    """
    end = pos
    date: str | None = None
    issuer: str | None = None
    issuer_from: int | None = None
    for _ in range(3):
        if date is None and (found := _date_after(text, end, partial_date)):
            end, date = found
        elif (
            issuer is None and (of := _OF.match(text, end)) and (stop := find_body_name_end(text, of.end())) > of.end()
        ):
            stop = _last_issuer(text, stop) if joint else stop
            end, issuer, issuer_from = stop, squeeze(text[of.end() : stop]), end
        elif issuer is None and (term := _TERM.match(text, end)):
            end, issuer = term.end(), squeeze(term.group())
        else:
            break
    return Tail(end, date, issuer, issuer_from)


def _last_issuer(text: str, pos: int) -> int:
    """Where the last of the issuers ends that go on at `pos`."""
    while (also := _ALSO_ISSUED_BY.match(text, pos)) and (stop := find_body_name_end(text, also.end())) > also.end():
        pos = stop
    return pos


def _date_after(text: str, pos: int, partial: bool) -> tuple[int, str] | None:
    gap = _BEFORE_DATE.match(text, pos) or (_MONTH.match(text, pos) if partial else None)
    found = match_date(text, gap.end()) if gap else None
    if found and len(found[1]) == 4 and _SCHOOL_YEAR.match(text, found[0]):
        return None
    return found
