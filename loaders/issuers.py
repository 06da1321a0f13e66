"""The issuer of a document: from its letterhead, its enacting line or title, or, without any, from its words."""

import re
from dataclasses import dataclass, replace

from loaders.bodies import OF_THE_NATION, Home, body_slug, find_body_name_end, resolve_body
from loaders.closing import Closing
from loaders.document_title import Title
from loaders.inferred_issuers import commonest_province, infer_issuer
from loaders.issuing_lines import HEAD_OF_BODY, IssuingLine, join_issuing_lines
from loaders.letterhead import Letterhead
from loaders.normalise import fold, squeeze
from loaders.places import LEVEL_OF_KIND, find_place, province_of
from loaders.records import Body, Place
from loaders.spans import Span
from loaders.word_patterns import any_of

_JOINT_DASH = re.compile(r"\s*[-/]\s*(?=(?:BỘ|NGÂN HÀNG|TÒA ÁN|VIỆN KIỂM SÁT|THANH TRA)\s)|\s*,\s*(?=BỘ\s)")
_MINISTRY = re.compile(
    r"(?:BỘ(?!\s+(?:TỔNG|TƯ\s+LỆNH|CHỈ\s+HUY))|"
    + any_of("LIÊN BỘ|NGÂN HÀNG NHÀ|TÒA ÁN NHÂN DÂN TỐI|VIỆN KIỂM SÁT NHÂN DÂN TỐI|ỦY BAN DÂN")
    + r")\b",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"\b"
    + any_of(
        "HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|SỞ|PHÒNG|CHI CỤC|UBND|ỦY BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN"
    )
    + r"\b",
    re.IGNORECASE,
)
_BARE_COMMITTEE = re.compile(
    any_of("ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND") + r"\Z", re.IGNORECASE
)
_COMMITTEE_OF_UNIT = re.compile(
    r"(?P<head>[ỦU][YỶ] BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND) "
    r"(?P<unit>XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ) (?P<name>.+)",
    re.IGNORECASE,
)
_OFFICES_OF_SUPERIORS = ("VĂN PHÒNG", "THANH TRA")
_RULING = ("people_committee", "people_council", "government", "assembly", "party")
_PARTY_CENTRE = "ban chap hanh trung uong"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued the document, where that is printed, and the home that follows from it."""

    body: Body | None
    inferred: bool
    start: int | None
    end: int | None
    home: Home


def read_issuer(text: str, head: Letterhead, title: Title, date: str | None, closing: Closing | None) -> Issuer:
    """The issuer of the document and its home: the letterhead before the enacting line, both before the words."""
    number = head.number or title.number
    column = join_issuing_lines(head.issuing_lines)
    home = _home_of_place(text, head, column, Home(date=date))
    for printed in _printed(text, column, title):
        found = _resolve_with_superior(printed.words, home) or _resolve_printed(printed.words, home, bool(column))
        if found is not None:
            return Issuer(found, False, printed.start, printed.end, _home_of_body(home, found))
    if head.type is None and number is None and not column and head.date_span is None:
        return Issuer(None, False, None, None, home)
    begin, end = max(head.end, title.end), closing.start if closing else len(text)
    inferred = infer_issuer(text, begin, end, head.type, number, home)
    if inferred is None:
        return Issuer(None, False, None, None, home)
    return Issuer(inferred.body, True, inferred.start, inferred.end, _home_of_body(home, inferred.body))


def _printed(text: str, column: list[IssuingLine], title: Title) -> list[IssuingLine]:
    """Where the issuer may be printed, best first.

    Of several ministries the first counts, of other bodies the last, which stands under the others. In papers of
    the Party's centre the title says which of its bodies speaks.
    """
    found = []
    of_title = _line_at(text, title.issuer) if title.issuer else None
    if column:
        first, last = column[0], column[-1]
        chosen = first if _MINISTRY.match(first.words) and _MINISTRY.match(last.words) else last
        dash = _JOINT_DASH.search(chosen.words)
        if of_title and fold(chosen.words).startswith(_PARTY_CENTRE):
            found.append(of_title)
        found.append(replace(chosen, words=chosen.words[: dash.start()]) if dash and dash.start() else chosen)
    if title.enacting:
        found.append(_line_at(text, title.enacting))
    return [*found, of_title] if of_title else found


def _line_at(text: str, span: Span) -> IssuingLine:
    return IssuingLine(squeeze(text[span.start : span.end]), span.start, span.end)


def _home_of_place(text: str, head: Letterhead, column: list[IssuingLine], home: Home) -> Home:
    """The home that the superior body or the place beside the date gives.

    A place whose name repeats is looked for in the province that the text names most often.
    """
    if len(column) > 1:
        superior = resolve_body(column[-2].words, home)
        if superior is not None and superior.kind != "group":
            return _home_of_body(home, superior)
    place = find_place(head.place, None, home.date) if head.place else None
    if place is None and (head.place or not column or _LOCAL.search(column[-1].words)):
        home = replace(home, province=commonest_province(text, home.date))
        named = head.place if home.province else None
        place = find_place(named, None, home.date, home.province) if named else home.province
    return _home_at(home, place) if place else home


def _home_at(home: Home, place: Place) -> Home:
    units = units_above(place)
    return replace(
        home,
        province=units.get("province", home.province),
        district=units.get("district"),
        commune=units.get("commune"),
        level=place.level,
    )


def units_above(place: Place) -> dict[str, Place]:
    """The place and the units that it lies in, by level."""
    units: dict[str, Place] = {}
    unit: Place | None = place
    while unit is not None:
        units[unit.level] = unit
        unit = unit.part_of
    return units


def _home_of_body(home: Home, body: Body) -> Home:
    placed = _home_at(home, body.place) if body.place else home
    return replace(placed, issuer=body, level=body.level or placed.level)


def _resolve_printed(words: str, home: Home, in_letterhead: bool) -> Body | None:
    """The body of words in letterhead or enacting line, under the superior printed above it."""
    superior, place = home.issuer, home.own_place()
    if _BARE_COMMITTEE.match(words) and place:
        return resolve_body(f"{words} {place.kind} {place.name}", home)
    if superior and superior.kind in _RULING and words.upper() in _OFFICES_OF_SUPERIORS:
        body = resolve_body(f"{words} {superior.name}", home)
        if body is not None:
            return body
    if superior and superior.kind == "party" and words.upper().startswith(("BAN ", "ỦY BAN KIỂM", "UỶ BAN KIỂM")):
        above = "Trung ương" if fold(superior.name).startswith(_PARTY_CENTRE) else superior.name
        body = resolve_body(f"{words} {above}", home)
        if body is not None:
            return body
    body = resolve_body(words, home)
    if body is not None and body.kind == "post" and body.part_of is not None:
        return body.part_of
    if body is not None and body.kind != "group":
        return body
    if in_letterhead and HEAD_OF_BODY.match(words) and len(words) > 6:
        if (committee := _COMMITTEE_OF_UNIT.fullmatch(words)) is not None:
            return _committee_of_unit(committee, home)
        name = words.capitalize() if words == words.upper() else words
        level = "central" if OF_THE_NATION.search(name) else home.level
        return Body(f"body:{body_slug(name)}", name, "other", level, part_of=superior)
    return None


def _committee_of_unit(printed: re.Match[str], home: Home) -> Body:
    """A committee or council of a unit whose name many provinces have, and none is named."""
    head = "Hội đồng nhân dân" if printed["head"].upper().startswith("H") else "Ủy ban nhân dân"
    unit = printed["unit"].lower()
    name = f"{head} {unit} {printed['name'].title()}"
    kind = "people_council" if head.startswith("H") else "people_committee"
    return Body(f"body:{body_slug(name)}", name, kind, home.level or LEVEL_OF_KIND[unit][0])


def _resolve_with_superior(words: str, home: Home) -> Body | None:
    """The issuer where its superior stands on the same line: "UBND TỈNH BẾN TRE SỞ NỘI VỤ"."""
    end = find_body_name_end(words, 0)
    rest = words[end:].lstrip()
    if not 0 < end < len(words) or len(rest) < 6 or not HEAD_OF_BODY.match(rest) or not rest[0].isupper():
        return None
    superior = resolve_body(words[:end], home)
    if superior is None or superior.kind == "group":
        return None
    return _resolve_printed(rest, _home_of_body(home, superior), True)


def province_name(home: Home, body: Body | None) -> str | None:
    """The province of the issuer, or of the document's place where the issuer is local and has none."""
    if body is None or body.province or body.level == "central":
        return body.province if body else None
    return province_of(home.province).name if home.province else None
