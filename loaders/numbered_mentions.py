"""Mentions by number: the type word before it, lists whose members share it, and groups that share a date.

"Thông tư 17,18,19/2018/TT-BGDĐT" is three documents under one span; "các Công điện: số 217/CĐ-TTg …; số 218/CĐ-TTg …"
is one span a member, because each has a "số" of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.document_types import type_at_end
from loaders.issuer_symbols import ISSUER_SYMBOLS
from loaders.mention_words import Mention, Tail, read_tail
from loaders.records import DocumentNumber

_SO = re.compile(r"(?<!\w)(?:[Ss]ố|SỐ)\s*:?\s*\Z")
_LIST_GAP = re.compile(r"\s*(?:[,;]|[,;]?\s*(?:và|hoặc|VÀ))\s*(?:các\s+)?\Z")
_FORM = re.compile(r"(?:[Mm]ẫu|MẪU|[Bb]iểu(?:\s+mẫu)?|BIỂU)(?:\s+(?:[Ss]ố|SỐ))?\s*:?\s*\Z")
_SHARED = re.compile(r"(?:[0-9]{1,4}[a-z]?\s*(?:,|;|và)\s*)+\Z")
_DIGITS = re.compile(r"[0-9]+[a-z]?")
_SPACE_AND_COLON = " \n\x1f\u1680:"
_SO_ENDS = ("số", "Số", "SỐ")
_FORM_ENDS = (*_SO_ENDS, "mẫu", "Mẫu", "MẪU", "biểu", "Biểu", "BIỂU")
_SHARED_ENDS = (",", ";", "và")
"""What a match of the pattern of that name ends with: most numbers have nothing of it before them."""
_FURTHER_LEFT = 90
_NOT_BETWEEN = re.compile(r"[.;:()“”\"0-9]|\n\s*\n|(?<!\w)(?:này|theo|tại|kèm|thay|trên|đó|thì|là)(?!\w)")
"""What shows that a type word and a later "số" speak of two things."""
_OPENING = "([{“\"'‘*-+"
_LEFT_REACH = 120
_JOINT = frozenset(("Thông tư liên tịch", "Nghị quyết liên tịch"))
_MOST_MEMBERS = 60
"""Of a list under one type word; a longer one is taken as several, since each member's quote is the whole list."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A number in its place: `begin` is where its own words ("số", the type word) begin."""

    begin: int
    rule: str
    type: str | None
    numbers: tuple[DocumentNumber, ...]
    tail: Tail
    joins: bool
    """True when it has no words of its own and belongs to the group before it."""


def find_numbered_mentions(text: str, numbers: dict[int, tuple[int, DocumentNumber]]) -> list[Mention]:
    """Mentions of the numbers {start: (end, number)}, in order; one that nothing shows to be cited is passed over."""
    mentions: list[Mention] = []
    group: list[_Token] = []
    for token in _tokens(text, numbers):
        if not token.joins or len(group) == _MOST_MEMBERS:
            mentions.extend(_mentions_of_group(group))
            group = []
        group.append(token)
    return _with_later_issuers([*mentions, *_mentions_of_group(group)])


def _with_later_issuers(mentions: list[Mention]) -> list[Mention]:
    """An issuer after the last of several numbers of one type word belongs to all of them."""
    for i in range(len(mentions) - 2, -1, -1):
        mention, following = mentions[i], mentions[i + 1]
        shares = following.rule == "list_member" and following.type == mention.type and not mention.issuer_words
        if shares and following.issuer_words and _issuer_symbol(mention) == _issuer_symbol(following):
            mentions[i] = replace(mention, issuer_words=following.issuer_words)
    return mentions


def _issuer_symbol(mention: Mention) -> str | None:
    return mention.number.issuer_symbol if mention.number else None


def _mentions_of_group(group: list[_Token]) -> Iterator[Mention]:
    """The mentions of tokens that share one printed type word: one span, and the last date and issuer for all."""
    if not group:
        return
    start, last = group[0].begin, group[-1].tail
    for token in group:
        own = token.tail
        issued = own if own.issuer_words else last
        date, words, begin = own.date or last.date, issued.issuer_words, issued.issuer_from
        for number in token.numbers:
            yield Mention(start, last.end, token.rule, token.type, number, None, date, words, begin)


def _tokens(text: str, numbers: dict[int, tuple[int, DocumentNumber]]) -> Iterator[_Token]:
    before: _Token | None = None
    for start, (end, number) in numbers.items():
        token = _read_token(text, start, end, number, before)
        if token:
            yield token
            before = token


def _read_token(text: str, start: int, end: int, number: DocumentNumber, before: _Token | None) -> _Token | None:
    left_start = max(0, start - _LEFT_REACH, before.tail.end if before else 0)
    left = text[left_start:start]
    if left.rstrip(_SPACE_AND_COLON).endswith(_FORM_ENDS) and _FORM.search(left):
        return None
    shared = _SHARED.search(left) if left.rstrip().endswith(_SHARED_ENDS) else None
    head = left[: shared.start()] if shared else left
    so = _SO.search(head) if head.rstrip(_SPACE_AND_COLON).endswith(_SO_ENDS) else None
    words_end = so.start() if so else len(head)
    printed = _type_before(head[:words_end])
    kind: str | None = None
    joins = False
    if printed:
        kind, first = printed
        begin, rule = left_start + first, "type_and_number"
    elif so and (further := _type_further_left(head[:words_end], number)) is not None:
        kind, begin, rule = number.type, left_start + further, "type_and_number"
    elif (
        before and left_start == before.tail.end and _LIST_GAP.match(head[:words_end]) and not _is_other(number, before)
    ):
        kind, begin, rule, joins = before.type, left_start + words_end, "list_member", so is None
    elif so:
        begin, rule = left_start + words_end, "so_and_number"
    elif _speaks_for_itself(number):
        begin, rule = left_start + len(head), "number_alone"
    else:
        return None
    shared_digits = _DIGITS.findall(shared.group()) if shared and not joins else ()
    members = tuple(_with_number(number, digits) for digits in shared_digits)
    joint = number.type in _JOINT or kind in _JOINT
    tail = read_tail(text, end, partial_date=number.year is None, joint=joint)
    return _Token(begin, rule, _settled_type(kind, number, rule), (*members, number), tail, joins)


def _type_before(head: str) -> tuple[str, int] | None:
    """(type, where its first word begins) when `head` ends with a type's name; "văn bản" is a word for any of them."""
    words = head.rsplit(None, 5)[-5:]
    if not words:
        return None
    printed = [*words]
    words[-1] = words[-1].rstrip(":")
    found = type_at_end([word.lstrip(_OPENING) for word in words])
    if not found:
        return None
    begin = len(head)
    for word in reversed(printed[-found[1] :]):
        begin = head.rindex(word, 0, begin)
    first = printed[-found[1]]
    return found[0], begin + len(first) - len(first.lstrip(_OPENING))


def _is_other(number: DocumentNumber, before: _Token) -> bool:
    """Whether a State number follows a Party one, or the other way round, whose type word it cannot share."""
    return number.party != before.numbers[-1].party and number.type != before.type and _speaks_for_itself(number)


def _type_further_left(head: str, number: DocumentNumber) -> int | None:
    """Where the type word of `number` begins when words stand between it and "số".

    "các Quyết định của Thủ tướng Chính phủ số: 1521/QĐ-TTg", "Báo cáo giải trình, tiếp thu số 479/BC-UBND".
    """
    if number.type is None or number.type == "Công văn":
        return None
    begin = head.replace("\n", " ").rfind(number.type, max(0, len(head) - _FURTHER_LEFT))
    between = head[begin + len(number.type) :] if begin >= 0 else "."
    return None if _NOT_BETWEEN.search(between) else begin


def _settled_type(printed: str | None, number: DocumentNumber, rule: str) -> str | None:
    """The printed type, unless it is only the word for any document, or a list goes on with another kind."""
    if printed is None or (printed == "Công văn" and number.type not in (None, "Thông cáo")):
        return number.type
    if rule == "list_member" and number.type not in (None, "Công văn", printed):
        return number.type if not number.party else printed
    return printed


def _speaks_for_itself(number: DocumentNumber) -> bool:
    """Whether a number without any word before it can only be a document's."""
    if number.term and number.year:
        return True
    known = number.issuer_symbol in ISSUER_SYMBOLS
    return (
        known
        and number.type is not None
        and (number.type != "Công văn" or (number.year is None and "-" in number.symbol))
    )


def _with_number(number: DocumentNumber, digits: str) -> DocumentNumber:
    """The same year and symbol under another number."""
    assert number.number is not None
    return replace(number, number=digits, code=digits + number.code[len(number.number) :])
