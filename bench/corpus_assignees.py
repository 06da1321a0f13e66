"""Whom the synthetic acts give work to, and whom they are sent to, with the bodies that the words mean."""

from dataclasses import dataclass
from functools import lru_cache

from bench.corpus_acts import GOVERNMENT, Node, central, local
from bench.corpus_words import FIELDS, Field
from loaders.body_building import body_slug
from loaders.places import place_phrase
from loaders.records import Body


@dataclass(frozen=True, slots=True)
class Assignee:
    """Who is named, in the words of the page."""

    words: str
    body: Body | None
    """None for posts inside a commune, which are no bodies."""
    group: bool = False


def group(words: str, owner: Body) -> Assignee:
    """Several bodies under one, named together."""
    name = words[0].upper() + words[1:]
    identity = body_slug(f"{name} {owner.id.removeprefix('body:')}")
    return Assignee(
        words,
        Body(
            f"body:{identity}", name, "group", owner.level, owner.province, owner.district, owner.commune, owner.place,
            owner,
        ),
        True,
    )  # fmt: skip


def assignees_of(node: Node) -> tuple[Assignee, ...]:
    """Headings of the part that says who does what."""
    assert node.act.field is not None
    return _assignees(node.act.issuer, node.act.field)


@lru_cache(maxsize=16384)
def _assignees(issuer: Body, field: Field) -> tuple[Assignee, ...]:
    place = issuer.place
    if place is None:
        others = [one for one in FIELDS if one is not field][:3]
        return tuple(Assignee(one.ministry, central(one.ministry)) for one in (field, *others))
    if issuer.kind != "people_committee":
        return (
            group(f"Các phòng thuộc {issuer.name.removesuffix(place_phrase(place)).strip()}", issuer),
            group("Các đơn vị trực thuộc Sở", issuer),
        )
    if place.level == "commune":
        return (
            Assignee("Công chức Văn hóa - Xã hội", None),
            Assignee("Công chức Tài chính - Kế toán", None),
            group("Các thôn", issuer),
        )
    if place.level == "district":
        others = [one for one in FIELDS if one is not field][:2]
        named = [Assignee(one.office, local(one.office, place)) for one in (field, *others)]
        return (*named, group("UBND các xã, thị trấn", issuer))
    others = [one for one in FIELDS if one is not field][:3]
    named = [Assignee(one.department, local(one.department, place)) for one in (field, *others)]
    return (*named, group("UBND các huyện, thành phố", issuer))


@lru_cache(maxsize=16384)
def everybody(issuer: Body) -> Assignee:
    """To whom the last paragraph of a plan speaks."""
    return group("các cơ quan, đơn vị", issuer)


def recipients_of(node: Node) -> tuple[tuple[str, str | None, Body | None], ...]:
    """Lines of "Nơi nhận": words, purpose, body."""
    assert node.act.field is not None
    return _recipients(node.act.issuer, node.act.field)


@lru_cache(maxsize=16384)
def _recipients(issuer: Body, field: Field) -> tuple[tuple[str, str | None, Body | None], ...]:
    place = issuer.place
    if place is None:
        of_ministries = [(one.ministry, None, central(one.ministry)) for one in FIELDS if one.ministry != issuer.name]
        return tuple(of_ministries[:4])
    if issuer.kind != "people_committee":
        units = group("Các đơn vị trực thuộc Sở", issuer)
        return (
            ("UBND tỉnh", "để báo cáo", local("Ủy ban nhân dân", place)),
            (units.words, "để thực hiện", units.body),
        )
    if place.level == "province":
        below = group("UBND các huyện, thành phố", issuer)
        return (
            ("Chính phủ", "để báo cáo", GOVERNMENT),
            (field.ministry, "để báo cáo", central(field.ministry)),
            (field.department, None, local(field.department, place)),
            (below.words, "để thực hiện", below.body),
        )
    above = place.part_of
    assert above is not None
    upper = local("Ủy ban nhân dân", above)
    if place.level == "district":
        below = group("UBND các xã, thị trấn", issuer)
        return (
            (f"UBND {place_phrase(above)}", "để báo cáo", upper),
            (field.office, None, local(field.office, place)),
            (below.words, "để thực hiện", below.body),
        )
    below = group("Các thôn", issuer)
    return ((f"UBND {place_phrase(above)}", "để báo cáo", upper), (below.words, "để thực hiện", below.body))
