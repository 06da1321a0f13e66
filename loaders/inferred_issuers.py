"""Issuer and place of a document without a letterhead, from its own words.

The issuer is the body that acts in it ("Sở Giáo dục và Đào tạo xây dựng kế hoạch"), that its number names, or that
its last sentence names; the place is the province that it names most often.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.bodies import Home, body_of_symbol, resolve_body
from loaders.normalise import squeeze
from loaders.places import find_place
from loaders.records import Body, DocumentNumber, Place
from loaders.word_patterns import LOWER, UPPER, any_of

_NAME = rf"[{UPPER}][{LOWER}]+(?:[- ]\s*[{UPPER}][{LOWER}]+|\s+[{UPPER}][{LOWER}]+){{0,3}}"
_OF_PROVINCE = re.compile(
    rf"""
    (?:[Tt]ỉnh(?:\s+ủy)?|TỈNH|[Tt]hành\s+phố|Thành\s+ủy|Tp\.|TP\.?|Đảng\s+bộ\s+(?:tỉnh|thành\s+phố))\s+
    (?P<name>{_NAME}|[{UPPER}]{{2,}}(?:\s+[{UPPER}]{{2,}}){{1,2}})
    """,
    re.VERBOSE,
)
_VERBS = any_of(
    "xây dựng|ban hành|đã ban hành|báo cáo|thông báo|đề nghị|yêu cầu|hướng dẫn|triển khai|giao|tổ chức|kính đề nghị"
    "|chỉ đạo|phát động|trân trọng|quyết định|nhận được"
)
_HEADS = any_of(
    "Sở|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|Bộ|Phòng|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy"
    "|Đảng ủy|Ban|Cục|Tổng cục|Chi cục|Văn phòng|Trung tâm|Trường|Thủ tướng Chính phủ|Chính phủ"
    "|Chủ tịch UBND|Chủ tịch Ủy ban"
)
_ACTING = re.compile(
    rf"""
    (?<!\w)(?P<body>{_HEADS}(?:\s+(?!{_VERBS})[^\s,;.:()]+){{0,12}}?)
    (?:\s*\([^()\n]{{2,60}}\))?
    \s+(?P<verb>{_VERBS})\b
    (?P<after>\s+(?:[Kk]ế|[Cc]hương|[Hh]ướng|[Bb]áo|[Tt]hông|[Qq]uy|[Qq]uyết|[Nn]ghị|[Cc]hỉ|[Đđ]ề)\s)?
    """,
    re.VERBOSE,
)
_LAST_WORDS = re.compile(
    r"""
    (?:của|do)\s+(?P<body>[^\s,;.:()]+(?:\s+[^\s,;.:()]+){0,9}?)
    \s*(?:(?:ban\s+hành|yêu\s+cầu|đề\s+nghị)\s*)?[./]{1,3}\s*\Z
    """,
    re.VERBOSE,
)
_LOOKED_AT = 8000
_TAIL = 1500
_MAKES = ("xây", "ban")
"""First words of the verbs that make a document."""


@dataclass(frozen=True, slots=True)
class InferredIssuer:
    """The body that the text's words make the issuer, and where they name it; no span where only the number does."""

    body: Body
    start: int | None
    end: int | None


def commonest_province(text: str, date: str | None) -> Place | None:
    """The province that the first and last pages name most often."""
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    tail = text[-_LOOKED_AT:] if len(text) > 4 * _LOOKED_AT else ""
    for window in (text[: 3 * _LOOKED_AT], tail):
        for match in _OF_PROVINCE.finditer(window):
            place = _province_of_words(match["name"].split(), date)
            if place:
                counts[place.id] += 1
                places[place.id] = place
    return places[counts.most_common(1)[0][0]] if counts else None


def _province_of_words(words: list[str], date: str | None) -> Place | None:
    """The province whose name the words begin with."""
    for count in (3, 2, 4, 1):
        place = find_place(" ".join(words[:count]), "province", date) if count <= len(words) else None
        if place:
            return place
    return None


def infer_issuer(
    text: str, begin: int, end: int, type_name: str | None, number: DocumentNumber | None, home: Home
) -> InferredIssuer | None:
    """The issuer that the body of the text (`text[begin:end]`) makes likeliest, or None when nothing names any."""
    weights: Counter[str] = Counter()
    found: dict[str, InferredIssuer] = {}
    for weight, inferred in _candidates(text, begin, end, type_name, number, home):
        if inferred.body.kind in ("group", "post"):
            continue
        known = found.get(inferred.body.id)
        if known is None or (known.start is None and inferred.start is not None):
            found[inferred.body.id] = inferred
        weights[inferred.body.id] += weight
    return found[max(weights, key=lambda body_id: weights[body_id])] if weights else None


def _candidates(
    text: str, begin: int, end: int, type_name: str | None, number: DocumentNumber | None, home: Home
) -> Iterator[tuple[int, InferredIssuer]]:
    """(weight, body) of everything that points to the issuer; making a plan or decision weighs most."""
    windows = ((begin, min(end, begin + _LOOKED_AT)), (max(begin + _LOOKED_AT, end - _TAIL), end))
    for first, last in windows:
        for match in _ACTING.finditer(text, first, max(first, last)):
            if _begins_clause(text, match.start(), begin):
                makes = match["after"] and match["verb"].startswith(_MAKES)
                body = resolve_body(squeeze(match["body"]), home)
                if body:
                    yield (4 if makes else 1), InferredIssuer(body, *match.span("body"))
    ended = _LAST_WORDS.search(text, max(begin, end - 120), end)
    body = resolve_body(squeeze(ended["body"]), home) if ended else None
    if ended and body:
        yield 2, InferredIssuer(body, *ended.span("body"))
    if number and number.issuer_symbol:
        body = body_of_symbol(number.issuer_symbol, type_name or number.type, home, party=number.party)
        if body:
            yield 3, InferredIssuer(body, None, None)


def _begins_clause(text: str, position: int, begin: int) -> bool:
    """Whether a clause begins at `position`: what stands before is punctuation, or nothing."""
    before = text[max(begin, position - 40) : position].rstrip()
    return before.endswith((",", ";", ".", ":", "/", ")")) or not before
