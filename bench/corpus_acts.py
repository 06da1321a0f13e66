"""The acts of the synthetic corpus: cascades from the Government down to communes, and the hubs that all of them cite.

Numbers never repeat where they must not: `k`, the rank of a cascade within its year, gives each issuer a range of
its own in every cascade.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256

from bench.corpus_words import FIELDS, Field
from loaders.body_building import build_body
from loaders.body_facts import body_facts
from loaders.identity import slug
from loaders.normalise import fold
from loaders.place_facts import names_of_level, places_named, provinces
from loaders.places import find_place, place_phrase
from loaders.records import Body, Place

_FIRST_YEAR, _YEARS = 2016, 9
_RANGES = {None: 0, "central": 0, "province": 0, "district": 5, "commune": 10}
"""Of the numbers that a cascade takes, those of plans of a level: a plan and the one above it never share theirs."""
_NUMBERS_IN_A_CASCADE = 15


@dataclass(frozen=True, slots=True)
class Act:
    """A document that is written or cited."""

    type: str
    number: str | None
    """None for an act known by its name."""
    symbol: str | None
    issuer: Body
    date: tuple[int, int, int]
    title: str
    """For an act with a number its subject, without "về"."""
    field: Field | None = None
    numbered_by_year: bool = False
    """Whether the year stands in the number: 115/2020/NĐ-CP."""
    term: str | None = None
    issuer_slug: str = ""
    signed_by: str = ""
    """Words after "của" where they are not the issuer's name: Bộ trưởng Bộ Y tế."""

    @property
    def code(self) -> str | None:
        if self.number is None:
            return None
        if self.numbered_by_year:
            return f"{self.number}/{self.date[0]}/{self.symbol}"
        return f"{self.number}{'-' if self.issuer_slug == 'tw' else '/'}{self.symbol}"

    @property
    def id(self) -> str:
        issuer = self.issuer_slug or self.issuer.id.removeprefix("body:")
        when = self.term if self.term and not self.numbered_by_year else self.date[0]
        last = (
            name_slug(self.title, None)
            if self.number is None
            else f"{self.number.lstrip('0')}-{slug(self.symbol or '')}"
        )
        return f"vn:{issuer}:{slug(self.type)}:{when}:{last}"


def name_slug(title: str, symbol: str | None) -> str:
    """The last part of the id of a document without a number."""
    digest = "x" + sha256(fold(title).encode()).hexdigest()[:8]
    return f"{digest}-{slug(symbol)}" if symbol else digest


@dataclass(frozen=True, slots=True)
class Node:
    """An act in its cascade."""

    act: Act
    above: tuple[Act, ...] = ()
    """What it carries out, the nearest first."""


def central(name: str) -> Body:
    return build_body(body_facts()[name], None)


def local(name: str, place: Place) -> Body:
    return build_body(body_facts()[name], place)


# The hubs: cited by a part of all documents, and held by nobody.
GOVERNMENT, ASSEMBLY = central("Chính phủ"), central("Quốc hội")
PRIME_MINISTER = central("Thủ tướng Chính phủ")

LAW_ON_LOCAL_GOVERNMENT = Act("Luật", None, None, ASSEMBLY, (2015, 6, 19), "Luật Tổ chức chính quyền địa phương")
DECREE_ON_PAPERWORK = Act(
    "Nghị định", "30", "NĐ-CP", GOVERNMENT, (2020, 3, 5), "công tác văn thư", numbered_by_year=True
)
DECREE_ON_STAFF = Act(
    "Nghị định", "115", "NĐ-CP", GOVERNMENT, (2020, 9, 25), "tuyển dụng, sử dụng và quản lý viên chức",
    numbered_by_year=True,
)  # fmt: skip
DECREE_AMENDING = Act(
    "Nghị định", "85", "NĐ-CP", GOVERNMENT, (2023, 12, 7), "sửa đổi Nghị định về viên chức", numbered_by_year=True
)
PARTY_RESOLUTION = Act(
    "Nghị quyết", "29", "NQ/TW", central("Ban Chấp hành Trung ương Đảng"), (2013, 11, 4), "đổi mới căn bản, toàn diện",
    term="khoa-11", issuer_slug="tw", signed_by="Ban Chấp hành Trung ương Đảng khóa XI",
)  # fmt: skip
RESOLUTION_OF_ASSEMBLY = Act(
    "Nghị quyết", "88", "QH13", ASSEMBLY, (2014, 11, 28), "đổi mới chương trình", numbered_by_year=True
)
DIRECTIVE = Act("Chỉ thị", "16", "CT-TTg", PRIME_MINISTER, (2023, 5, 27), "tăng cường kỷ luật, kỷ cương")


@lru_cache(maxsize=16)
def law_of(field_: Field) -> Act:
    return Act("Luật", None, None, ASSEMBLY, field_.law_date, f"Luật {field_.law}")


@lru_cache(maxsize=16)
def circular_of(field_: Field) -> Act:
    number, _, symbol = field_.circular.split("/", 2)
    return Act(
        "Thông tư", number, symbol, central(field_.ministry), field_.circular_date, field_.subject,
        numbered_by_year=True, signed_by=f"Bộ trưởng {field_.ministry}",
    )  # fmt: skip


@lru_cache(maxsize=1)
def _provinces() -> tuple[Place, ...]:
    """Provinces of the time of 63 in which some district has communes."""
    return tuple(
        place
        for place in provinces().values()
        if place.id.startswith("63:") and place.kind == "tỉnh" and "-" not in place.id and place.id in _districts()
    )


@lru_cache(maxsize=1)
def _communes() -> dict[str, tuple[Place, ...]]:
    """Communes of the time of 63 by the id of their district, those that their name alone tells from all others."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for key in names_of_level("commune"):
        for place in places_named(key, "commune"):
            if place.part_of and place.kind == "xã" and _named_alone(place):
                found[place.part_of.id].append(place)
    return {district: tuple(communes) for district, communes in found.items()}


def _named_alone(place: Place) -> bool:
    """Whether kind and name leave no doubt, as a letterhead prints them."""
    return place.name.replace(" ", "").isalpha() and find_place(f"{place.kind} {place.name}") == place


@lru_cache(maxsize=1)
def _districts() -> dict[str, tuple[Place, ...]]:
    """Districts of the countryside by the id of their province."""
    found: defaultdict[str, dict[str, Place]] = defaultdict(dict)
    for communes in _communes().values():
        district = communes[0].part_of
        if district and district.kind == "huyện" and district.part_of and _named_alone(district):
            found[district.part_of.id][district.id] = district
    return {province: tuple(districts.values()) for province, districts in found.items()}


def cascades(seed: int) -> Iterator[Iterator[Node]]:
    """Cascade after cascade without end, each from the resolution down."""
    rank = 0
    while True:
        yield _cascade(random.Random(f"{seed}/{rank}"), _FIRST_YEAR + rank % _YEARS, rank // _YEARS)
        rank += 1


def _cascade(rng: random.Random, year: int, k: int) -> Iterator[Node]:
    field_ = rng.choice(FIELDS)
    day = date(year, 1, 5) + timedelta(days=rng.randrange(120))
    top = Act("Nghị quyết", f"{k + 1:02}", "NQ-CP", GOVERNMENT, _ymd(day), field_.subject, field_)
    yield Node(top)
    symbol = f"QĐ-{field_.ministry_symbol}"
    yield Node(_act(rng, "Quyết định", symbol, central(field_.ministry), _later(rng, day), field_, k), (top,))
    for province in rng.sample(_provinces(), rng.randint(3, 12)):
        yield from _in_province(rng, top, province, day, k)


def _in_province(rng: random.Random, top: Act, province: Place, day: date, k: int) -> Iterator[Node]:
    field_ = top.field
    assert field_ is not None
    day = _later(rng, day)
    districts = _districts()[province.id]
    plan = _plan(rng, "KH-UBND", local("Ủy ban nhân dân", province), day, field_, k)
    yield Node(plan, (top,))
    department = _plan(
        rng, f"KH-{field_.department_symbol}", local(field_.department, province), _later(rng, day), field_, k
    )
    yield Node(department, (plan, top))
    for district in rng.sample(districts, min(len(districts), rng.randint(0, 4))):
        later = _later(rng, day)
        below = _plan(rng, "KH-UBND", local("Ủy ban nhân dân", district), later, field_, k)
        yield Node(below, (plan, top))
        communes = _communes()[district.id]
        for commune in rng.sample(communes, min(len(communes), rng.randint(0, 3))):
            lowest = _plan(rng, "KH-UBND", local("Ủy ban nhân dân", commune), _later(rng, later), field_, k)
            yield Node(lowest, (below, plan, top))


def _plan(rng: random.Random, symbol: str, issuer: Body, day: date, field_: Field, k: int) -> Act:
    return _act(rng, "Kế hoạch", symbol, issuer, day, field_, k)


def _act(rng: random.Random, type_: str, symbol: str, issuer: Body, day: date, field_: Field, k: int) -> Act:
    number = _NUMBERS_IN_A_CASCADE * k + _RANGES[issuer.level] + rng.randrange(5) + 1
    return Act(type_, f"{number:02}", symbol, issuer, _ymd(day), field_.subject, field_)


def _later(rng: random.Random, day: date) -> date:
    """Some weeks later, in the same year."""
    return day + timedelta(days=rng.randrange(15, 55))


def _ymd(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def issuer_words(act: Act) -> str:
    """Who issued it, as citations name it."""
    if act.signed_by:
        return act.signed_by
    place = act.issuer.place
    if place is not None and act.issuer.kind == "people_committee":
        return f"Ủy ban nhân dân {place_phrase(place)}"
    return act.issuer.name
