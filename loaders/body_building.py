"""Bodies from a fact and a place: canonical name, id, level and superior."""

import re
from functools import lru_cache

from loaders.body_facts import BodyFact, body_facts
from loaders.normalise import fold
from loaders.places import place_phrase, province_of
from loaders.records import Body, Place

_COMMITTEE = re.compile(r"\b(?:uy ban nhan dan|hoi dong nhan dan)\b")
_SHORT = {"uy ban nhan dan": "ubnd", "hoi dong nhan dan": "hdnd"}
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

CENTRAL_PARTY = ("Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư")
"""Bodies whose documents all bear /TW."""


@lru_cache(maxsize=16384)
def body_slug(name: str) -> str:
    """The name as ids hold it.

    >>> body_slug("Ủy ban nhân dân tỉnh Bến Tre"), body_slug("Bộ Lao động - Thương binh và Xã hội")
    ('ubnd-tinh-ben-tre', 'bo-lao-dong-thuong-binh-va-xa-hoi')
    """
    folded = _COMMITTEE.sub(lambda match: _SHORT[match.group()], fold(name))
    return _NOT_SLUG.sub("-", folded).strip("-")


@lru_cache(maxsize=8192)
def build_body(fact: BodyFact, place: Place | None) -> Body:
    """The body of a fact; with the place joined to the name where the fact, or a local branch, takes one."""
    if place is None:
        superior = body_facts().get(fact.superior)
        part_of = build_body(superior, None) if superior and not superior.place else None
        return Body(f"body:{body_slug(fact.name)}", fact.name, fact.kind, "central", part_of=part_of)
    name = f"{fact.name} {_joined(fact, place)}"
    return place_body(name, fact.kind, place, _superior(fact, place))


def _joined(fact: BodyFact, place: Place) -> str:
    phrase = place_phrase(place)
    bare = fact.place == "bare" and not phrase.startswith("Thành phố") and phrase != place.name
    return place.name if bare else phrase


def _superior(fact: BodyFact, place: Place) -> Body | None:
    if not fact.place:
        return build_body(fact, None)
    of_a_city = fact.superior == "Tỉnh ủy" and place.kind == "thành phố"
    superior = body_facts().get("Thành ủy" if of_a_city else fact.superior)
    if superior is None:
        return None
    return build_body(superior, place if superior.place else None)


def place_body(name: str, kind: str, place: Place, part_of: Body | None) -> Body:
    """A body of a place under its full name.

    The id ends with the units above the place, because names of districts and communes repeat.
    """
    province = province_of(place)
    district = place if place.level == "district" else None
    if place.level == "commune" and place.part_of and place.part_of.level == "district":
        district = place.part_of
    above = [unit.name for unit in (district, province) if unit is not None and unit is not place]
    return Body(
        f"body:{body_slug(' '.join((name, *above)))}",
        name,
        kind,
        place.level,
        province.name,
        district.name if district else None,
        place.name if place.level == "commune" else None,
        place,
        part_of,
    )


def unknown_place_body(fact: BodyFact, kind: str, name: str, level: str, province: Place | None) -> Body:
    """A body of a unit that the facts on places do not hold, under the name on the page."""
    full = f"{fact.name} {name}" if fact.place == "bare" else f"{fact.name} {kind} {name}"
    identity = f"{full} {province.name}" if province else full
    return Body(
        f"body:{body_slug(identity)}",
        full,
        fact.kind,
        level,
        province.name if province else None,
        name if level == "district" else None,
        name if level == "commune" else None,
    )
