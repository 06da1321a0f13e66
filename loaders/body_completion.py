"""Names as read, completed from the document's home to bodies: the place of "UBND tỉnh", the Sở of "Phòng Tổ chức"."""

import re
from dataclasses import replace

from loaders.body_building import body_slug, build_body, place_body, unknown_place_body
from loaders.body_facts import BodyFact
from loaders.body_names import BodyName, PlaceWords
from loaders.congresses import CongressName
from loaders.home import Home
from loaders.open_names import head_of
from loaders.places import LEVEL_OF_KIND, find_place, place_phrase
from loaders.records import Body, Place

_OWN = re.compile(r"\s+(?:[Ss]ở|SỞ|Bộ|BỘ|Cục|CỤC)$")
OF_THE_NATION = re.compile(r"\s(?:trung ương|quốc gia|nhà nước)\b(?! (?:tại|tỉnh|thành phố))", re.IGNORECASE)
"""In the name of a committee: it is no province's."""
_MANY_OF_A_PLACE = ("Trung tâm", "Chi cục", "Hạt", "Trường")
"""Heads that name no body without a place: a province has many."""
_COMPLETED_WITHOUT_PLACE = {"people_committee", "people_council", "party", "office", "department", "other", "assembly"}


def institution(body: Body) -> Body:
    """The body itself, or for a post the body that it stands for."""
    return body.part_of if body.kind == "post" and body.part_of and body.part_of.id == body.id else body


def complete_name(name: BodyName, home: Home) -> Body | None:
    """The body of a name as read, its place completed from the document's home."""
    fact = name.fact
    if fact is None:
        issuer = institution(home.issuer) if home.issuer else None
        body = issuer if issuer and issuer.kind == "ministry" and name.post and name.post.name == "Bộ trưởng" else None
    else:
        body = _unit_of_issuer(name, home) or complete_place(fact, name.place, home)
    if body is None or name.post is None or not name.post.keeps_name:
        return body
    return replace(body, name=f"{name.post.name} {body.name}", kind="post", part_of=body)


def _unit_of_issuer(name: BodyName, home: Home) -> Body | None:
    """The issuer's own Phòng, in a document of a Sở; one of the Sở's own field is a district's, so not this."""
    issuer = home.issuer
    if name.fact is None or name.place or issuer is None or issuer.kind != "department":
        return None
    head, _, field = name.fact.name.partition(" ")
    return unit_of(name.fact.name, issuer) if head == "Phòng" and not issuer.name.startswith(f"Sở {field}") else None


def unit_of(head: str, issuer: Body) -> Body:
    """The part of a body that is called so: its Phòng, Văn phòng, Thanh tra."""
    name = f"{head} {issuer.name}"
    return replace(issuer, id=f"body:{body_slug(name)}", name=name, kind="office", part_of=issuer)


def complete_place(fact: BodyFact, printed: PlaceWords | None, home: Home) -> Body | None:
    """The body of a fact at the place that its words print, completed from the document's home."""
    if not fact.place and printed is None:
        return build_body(fact, None)
    if printed is None:
        place = _place_of_head(fact, home)
    elif printed.name is None:
        place = home.place_of_kind(printed.kind or "")
    else:
        place = _named_place(fact, printed, home)
        if place is None and printed.kind and not printed.known:
            level = LEVEL_OF_KIND[printed.kind][0]
            return unknown_place_body(fact, printed.kind, printed.name, level, _above(printed, home))
    return build_body(fact, place) if place else None


def _named_place(fact: BodyFact, printed: PlaceWords, home: Home) -> Place | None:
    words = f"{printed.kind} {printed.name}" if printed.kind else printed.name or ""
    levels = LEVEL_OF_KIND[printed.kind] if printed.kind else ("province", "district")
    if fact.level in levels:
        levels = (fact.level, *(level for level in levels if level != fact.level))
    for level in levels:
        within = _above(printed, home) if level != "province" else None
        place = find_place(words, level, home.time, within) if within else None
        if place is None and (printed.above is None or level == "province"):
            place = find_place(words, level, home.time)
        if place:
            return place
    return None


def _above(printed: PlaceWords, home: Home) -> Place | None:
    """The unit that a named one is looked for in: the one printed after it, else the document's province."""
    if printed.above and printed.above.name:
        above = printed.above
        words = f"{above.kind} {above.name}" if above.kind else above.name or ""
        found = find_place(words, None, home.time, home.province) or find_place(words, None, home.time)
        if found:
            return found
    return home.province


def _place_of_head(fact: BodyFact, home: Home) -> Place | None:
    """The place of a head printed without one: of the head's own level, else of the document's."""
    if fact.kind not in _COMPLETED_WITHOUT_PLACE or (
        fact.name.startswith(_MANY_OF_A_PLACE) and fact.name != "Trung tâm Phục vụ hành chính công"
    ):
        return None
    if fact.level == "province":
        return home.province
    if fact.level == "district":
        return home.commune if home.level == "commune" and fact.kind == "office" else home.district
    own = home.own_place()
    if fact.name.endswith("Thành ủy"):
        return own if own and own.kind == "thành phố" else home.place_of_kind("thành phố")
    return own


def complete_under(name: BodyName, superior: Body, home: Home) -> Body | None:
    """A body printed with the one that it stands under: "Phòng Nội vụ thuộc UBND huyện Cao Lộc"."""
    if name.fact is None:
        return None
    if name.fact.place and superior.place:
        return build_body(name.fact, superior.place)
    return complete_name(name, home)


def complete_open_name(opened: BodyName, home: Home) -> Body | None:
    """A body that no fact names, under the name on the page and the place or owner that tells it from others."""
    words = opened.words
    head = head_of(words)
    kind = head.kind if head else "other"
    if opened.place:
        if opened.place.name is None:
            place = home.place_of_kind(opened.place.kind or "")
            if place is None:
                return None
            bare = words[: len(words) - len(opened.place.kind or "")].rstrip()
            return place_body(f"{bare} {place_phrase(place)}", kind, place, None)
        named = f"{opened.place.kind} {opened.place.name}"
        place = find_place(named, None, home.time, home.province) or find_place(named, None, home.time)
        if place:
            return place_body(words, kind, place, None)
    issuer = institution(home.issuer) if home.issuer else None
    if head and head.unit_of_issuer and issuer and issuer.kind in ("department", "ministry", "office"):
        return unit_of(_OWN.sub("", words), issuer)
    if OF_THE_NATION.search(words):
        return Body(f"body:{body_slug(words)}", words, kind, "central")
    place = home.own_place()
    if place:
        return place_body(words, kind, place, None)
    return Body(f"body:{body_slug(words)}", words, kind, home.level)


def congress_body(congress: CongressName, home: Home) -> Body | None:
    """The congress under its full name; a local one of the place printed, else of the document's own."""
    if not congress.local:
        name = f"Đại hội đại biểu toàn quốc lần thứ {congress.term} của Đảng"
        return Body(f"body:{body_slug(name)}", name, "party", "central")
    words = congress.place
    if words is None:
        place = home.own_place()
    else:
        place = home.place_of_kind(words.lower()) if words.lower() in LEVEL_OF_KIND else None
        place = place or find_place(words, None, home.time, home.province) or find_place(words, None, home.time)
    if place is None:
        return None
    name = f"Đại hội đại biểu Đảng bộ {place_phrase(place)} lần thứ {congress.term}"
    return place_body(name, "party", place, None)
