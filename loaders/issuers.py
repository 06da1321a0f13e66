"""The issuer of a document: from its letterhead, its enacting line, its number, or, without any, from its words."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from loaders.bodies import Home, body_of_symbol, body_slug, find_body_name_end, resolve_body
from loaders.closing import Closing
from loaders.document_title import Title
from loaders.letterhead import Letterhead, Span
from loaders.normalise import fold, squeeze
from loaders.personal_names import LOWER, UPPER
from loaders.places import find_place, province_of
from loaders.records import Body, DocumentNumber, Place

_HEAD_OF_BODY = re.compile(
    r"""
    (?: BỘ | SỞ | CỤC | TỔNG\s+CỤC | CHI\s+CỤC | ỦY\s+BAN | UỶ\s+BAN | UBND | HĐND | HỘI\s+ĐỒNG | BAN | PHÒNG | VĂN\s+PHÒNG | TRUNG\s+TÂM | TRƯỜNG | VIỆN
      | HỌC\s+VIỆN | ĐẠI\s+HỌC | T[OÒ][AÀ]\s+ÁN | KIỂM\s+TOÁN | THANH\s+TRA | NGÂN\s+HÀNG | KHO\s+BẠC | BẢO\s+HIỂM | CÔNG\s+AN | CÔNG\s+TY
      | TỔNG\s+CÔNG\s+TY | TẬP\s+ĐOÀN | (?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG)\s+[ỦU][YỶ] | TỈNH\s+ỦY | CHI\s+BỘ | ĐẢNG\s+BỘ | HỘI | LIÊN\s+ĐOÀN | ĐOÀN
      | QUỐC\s+HỘI | CHÍNH\s+PHỦ | THỦ\s+TƯỚNG | CHỦ\s+TỊCH | TỔ | ĐÀI | BÁO | VỤ | CHI\s+NHÁNH | THUẾ | HẢI\s+QUAN | BCH | BCĐ | LIÊN\s+HIỆP | MẶT\s+TRẬN )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:\A(?:VĂN PHÒNG|THANH TRA|BAN QUẢN LÝ|BAN CHỈ ĐẠO|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BỘ CHỈ HUY|BỘ TƯ LỆNH|THƯỜNG TRỰC|CHỦ TỊCH|ĐOÀN ĐẠI BIỂU|HỘI ĐỒNG|TRUNG TÂM|TRƯỜNG|PHÒNG|BAN)|"
    r"\b(?:ỦY|UỶ|TỔNG|VĂN|MÔI|QUỐC|XÃ|LIÊN|MẶT|THƯỜNG VỤ|THỦ TƯỚNG|CỦA|VÀ|VỀ|THUỘC|QUẢN LÝ)|[,-])\Z",
    re.IGNORECASE,
)
_JOINT_DASH = re.compile(r"\s*[-/]\s*(?=(?:BỘ|NGÂN HÀNG|TÒA ÁN|VIỆN KIỂM SÁT|THANH TRA)\s)|\s*,\s*(?=BỘ\s)")
_MINISTRY = re.compile(r"(?:BỘ(?!\s+(?:TỔNG|TƯ\s+LỆNH|CHỈ\s+HUY))|LIÊN\s+BỘ|NGÂN\s+HÀNG\s+NHÀ|TÒA\s+ÁN\s+NHÂN\s+DÂN\s+TỐI|VIỆN\s+KIỂM\s+SÁT\s+NHÂN\s+DÂN\s+TỐI|ỦY\s+BAN\s+DÂN)\b", re.IGNORECASE)
_NAME = rf"[{UPPER}][{LOWER}]+(?:[- ]\s*[{UPPER}][{LOWER}]+|\s+[{UPPER}][{LOWER}]+){{0,3}}"
_OF_PROVINCE = re.compile(
    rf"(?:[Tt]ỉnh(?:\s+ủy)?|TỈNH|[Tt]hành\s+phố|Thành\s+ủy|Tp\.|TP\.?|Đảng\s+bộ\s+(?:tỉnh|thành\s+phố))\s+(?P<name>{_NAME}|[{UPPER}]{{2,}}(?:\s+[{UPPER}]{{2,}}){{1,2}})"
)
_VERBS = r"""(?:xây\s+dựng|ban\s+hành|đã\s+ban\s+hành|báo\s+cáo|thông\s+báo|đề\s+nghị|yêu\s+cầu|hướng\s+dẫn|triển\s+khai|giao|tổ\s+chức|kính\s+đề\s+nghị|chỉ\s+đạo|phát\s+động|trân\s+trọng|quyết\s+định|nhận\s+được)"""
_ACTING = re.compile(
    rf"""
    (?<!\w)(?P<body>(?:Sở|UBND|Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân|HĐND|Hội\s+đồng\s+nhân\s+dân|Bộ|Phòng|Tỉnh\s+ủy|Thành\s+ủy|Huyện\s+ủy|Quận\s+ủy|Thị\s+ủy
        |Đảng\s+ủy|Ban|Cục|Tổng\s+cục|Chi\s+cục|Văn\s+phòng|Trung\s+tâm|Trường|Thủ\s+tướng\s+Chính\s+phủ|Chính\s+phủ|Chủ\s+tịch\s+(?:UBND|Ủy\s+ban))
        (?:\s+(?!{_VERBS})[^\s,;.:()]+){{0,12}}?)
    (?:\s*\([^()\n]{{2,60}}\))?
    \s+(?P<verb>{_VERBS})\b(?P<after>\s+(?:[Kk]ế|[Cc]hương|[Hh]ướng|[Bb]áo|[Tt]hông|[Qq]uy|[Qq]uyết|[Nn]ghị|[Cc]hỉ|[Đđ]ề)\s)?
    """,
    re.VERBOSE,
)
_CLOSING_WORDS = re.compile(r"(?:của|do)\s+(?P<body>[^\s,;.:()]+(?:\s+[^\s,;.:()]+){0,9})\s*(?:ban\s+hành|yêu\s+cầu|đề\s+nghị)?\s*[./]{1,3}\s*\Z")
_LOOKED_AT = 8000
_TAIL = 1500
_LOCAL = re.compile(r"\b(?:HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|SỞ|PHÒNG|CHI CỤC|UBND|ỦY BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN)\b", re.I)
_BARE_COMMITTEE = re.compile(r"(?P<head>ỦY\s+BAN\s+NHÂN\s+DÂN|UỶ\s+BAN\s+NHÂN\s+DÂN|UBND|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|HĐND)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued the document, where that is printed, and the home that follows from it."""

    body: Body | None
    inferred: bool
    start: int | None
    end: int | None
    home: Home


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that may name a body, and where they stand."""

    words: str
    start: int
    end: int


def read_issuer(text: str, head: Letterhead, title: Title, date: str | None, closing: Closing | None) -> Issuer:
    """The issuer of the document and its home: the letterhead before the enacting line, both before the words."""
    number = head.number or title.number
    groups = _group_lines(head.issuer_lines)
    home = _home_of_place(text, head, groups, Home(date=date))
    for printed in _printed(text, groups, title):
        body, printed, home = _resolve_joined(printed, home) or (
            _resolve_printed(printed.words, home, bool(groups)),
            printed,
            home,
        )
        if body is not None:
            return Issuer(body, False, printed.start, printed.end, _home_of_body(home, body))
    if head.type is None and number is None and not groups and head.date_span is None:
        return Issuer(None, False, None, None, home)
    return _infer(text, head, number, title, home, closing)


def _group_lines(lines: tuple[tuple[Span, str], ...]) -> list[_Words]:
    """The bodies of the letterhead's left column, superior first: its lines joined where a name goes on."""
    groups: list[_Words] = []
    for span, words in lines:
        words = squeeze(words)
        begins = words.upper() in ("UBND", "HĐND", "QUỐC HỘI") or (
            _HEAD_OF_BODY.match(words) is not None and " " in words
        )
        if groups and not (begins and not _UNFINISHED.search(groups[-1].words)):
            last = groups[-1]
            groups[-1] = _Words(f"{last.words} {words}", last.start, span.end)
        elif groups or _HEAD_OF_BODY.match(words) or len(words.split()) <= 2 or words == words.upper():
            groups.append(_Words(words, span.start, span.end))
    return groups


def _printed(text: str, groups: list[_Words], title: Title) -> list[_Words]:
    """Where the issuer may be printed, best first."""
    found = []
    of_title = _words_at(text, title.issuer) if title.issuer else None
    if groups:
        first, last = groups[0], groups[-1]
        joint = len(groups) > 1 and _MINISTRY.match(first.words) and _MINISTRY.match(last.words)
        chosen = first if joint else last
        dash = _JOINT_DASH.search(chosen.words)
        if of_title and fold(chosen.words).startswith("ban chap hanh trung uong"):
            found.append(of_title)
        found.append(replace(chosen, words=chosen.words[: dash.start()]) if dash and dash.start() else chosen)
    if title.enacting:
        found.append(_words_at(text, title.enacting))
    return [*found, of_title] if of_title else found


def _words_at(text: str, span: Span) -> _Words:
    return _Words(squeeze(text[span.start : span.end]), span.start, span.end)


def _home_of_place(text: str, head: Letterhead, groups: list[_Words], home: Home) -> Home:
    """The home that the superior body or the place beside the date gives; a name that repeats is sought in the text's province."""
    if len(groups) > 1:
        superior = resolve_body(groups[-2].words, home)
        if superior is not None and superior.kind != "group":
            return _home_of_body(home, superior)
    place = find_place(head.place, None, home.date) if head.place else None
    if place is None and (head.place or not groups or _LOCAL.search(groups[-1].words)):
        home = replace(home, province=_commonest_province(text, home.date))
        place = find_place(head.place, None, home.date, home.province) if head.place and home.province else home.province
    return _home_at(home, place) if place else home


def _home_at(home: Home, place: Place) -> Home:
    units: dict[str, Place] = {}
    unit: Place | None = place
    while unit is not None:
        units[unit.level] = unit
        unit = unit.part_of
    return replace(
        home,
        province=units.get("province", home.province),
        district=units.get("district"),
        commune=units.get("commune"),
        level=place.level,
    )


def _home_of_body(home: Home, body: Body) -> Home:
    placed = _home_at(home, body.place) if body.place else home
    return replace(placed, issuer=body, level=body.level or placed.level)


def _resolve_printed(words: str, home: Home, in_letterhead: bool) -> Body | None:
    """The body of words in letterhead or enacting line, under the superior printed above it."""
    superior = home.issuer
    bare = _BARE_COMMITTEE.match(words)
    if bare and home.own_place():
        place = home.own_place()
        assert place is not None
        return resolve_body(f"{words} {place.kind} {place.name}", home)
    if superior is not None and superior.kind in ("people_committee", "people_council", "government", "assembly", "party"):
        for joined in (f"{words} {superior.name}",) if squeeze(words).upper() in ("VĂN PHÒNG", "THANH TRA") else ():
            body = resolve_body(joined, home)
            if body is not None:
                return body
    body = resolve_body(words, replace(home, issuer=None) if superior is None else home)
    if body is not None and body.kind == "post" and body.part_of is not None:
        return body.part_of
    if body is not None and body.kind != "group":
        return body
    if in_letterhead and _HEAD_OF_BODY.match(words) and len(words) > 6:
        name = words.capitalize() if words == words.upper() else words
        return Body(f"body:{body_slug(name)}", name, "other", home.level, part_of=superior)
    return None


def _resolve_joined(printed: _Words, home: Home) -> tuple[Body, _Words, Home] | None:
    """(issuer, its words, home) where superior and issuer stand on one line: "UBND TỈNH BẾN TRE SỞ NỘI VỤ"."""
    words = printed.words
    end = find_body_name_end(words, 0)
    rest = words[end:].lstrip()
    if not (0 < end < len(words)) or len(rest) < 6 or not _HEAD_OF_BODY.match(rest) or not rest[0].isupper():
        return None
    superior = resolve_body(words[:end], home)
    if superior is None or superior.kind == "group":
        return None
    under = _home_of_body(home, superior)
    body = _resolve_printed(rest, under, True)
    return (body, printed, under) if body is not None else None


def _commonest_province(text: str, date: str | None) -> Place | None:
    """The province that the text names most often."""
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for window in (text[: 3 * _LOOKED_AT], text[-_LOOKED_AT:] if len(text) > 4 * _LOOKED_AT else ""):
        for match in _OF_PROVINCE.finditer(window):
            name = squeeze(match["name"])
            words = name.split()
            place = next(
                (p for n in (3, 2, 4, 1) if n <= len(words) and (p := find_place(" ".join(words[:n]), "province", date))), None
            )
            if place:
                counts[place.id] += 1
                places[place.id] = place
    if not counts:
        return None
    (best, _), *_rest = counts.most_common(1)
    return places[best]


def _infer(
    text: str, head: Letterhead, number: DocumentNumber | None, title: Title, home: Home, closing: Closing | None
) -> Issuer:
    """The body that acts in the text, that the number names, or that signs, whichever has most weight."""
    weights: Counter[str] = Counter()
    bodies: dict[str, tuple[Body, int | None, int | None]] = {}

    def weigh(body: Body | None, weight: int, start: int | None, end: int | None) -> None:
        if body is None or body.kind in ("group", "post"):
            return
        if body.id not in bodies or (bodies[body.id][1] is None and start is not None):
            bodies[body.id] = (body, start, end)
        weights[body.id] += weight

    begin = max(head.end, title.end)
    stop = closing.start if closing else len(text)
    windows = [(begin, min(stop, begin + _LOOKED_AT)), (max(begin + _LOOKED_AT, stop - _TAIL), stop)]
    for first, last in windows:
        for match in _ACTING.finditer(text, first, max(first, last)):
            if not _begins_clause(text, match.start(), begin):
                continue
            body = resolve_body(squeeze(match["body"]), home)
            weigh(body, 4 if match["after"] and match["verb"][0] in "xb" else 1, *match.span("body"))
    ended = _CLOSING_WORDS.search(text, max(begin, stop - 120), stop)
    if ended:
        weigh(resolve_body(squeeze(ended["body"]), home), 2, *ended.span("body"))
    if number and number.issuer_symbol:
        weigh(body_of_symbol(number.issuer_symbol, head.type or number.type, home, party=number.party), 3, None, None)
    if not weights and head.type == "Luật":
        weigh(resolve_body("Quốc hội", home), 1, None, None)
    if not weights:
        return Issuer(None, False, None, None, home)
    best = max(weights, key=lambda body_id: weights[body_id])
    body, start, end = bodies[best]
    return Issuer(body, True, start, end, _home_of_body(home, body))


def _begins_clause(text: str, position: int, begin: int) -> bool:
    """Whether a clause begins at `position`: what stands before is punctuation, or nothing."""
    before = text[max(begin, position - 40) : position].rstrip()
    return before.endswith((",", ";", ".", ":", "/", ")")) or not before


def province_name(home: Home, body: Body | None) -> str | None:
    """The province of the issuer, or of the document's place where the issuer is local and has none."""
    if body is not None and (body.province or body.level == "central"):
        return body.province
    return province_of(home.province).name if home.province and body is not None else None
