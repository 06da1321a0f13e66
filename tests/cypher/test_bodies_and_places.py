"""Bodies and places: lists by words, filters and cursor, and one with what is around it."""

from collections.abc import Callable
from typing import Any

import pytest

from cypher.bodies import BodyFilters, get_body, list_bodies
from cypher.errors import UnknownIdError
from cypher.pages import Page, Wanted
from cypher.places import get_place, list_places
from cypher.store import Store
from tests.cypher.records_for_tests import (
    BEN_TRE,
    CHO_LACH,
    GOVERNMENT,
    KH7_CHO_LACH,
    KH12_SO,
    NQ32,
    SO_GDDT,
    UBND_BEN_TRE,
    UBND_CHO_LACH,
    VINH_LONG,
    Cite,
    Order,
    make_record,
)
from tests.cypher.shelf import Shelf

_SO_PLAN = make_record(
    KH12_SO,
    Cite(NQ32),
    tasks=(Order("Sở rà soát", ((SO_GDDT, "Sở", "lead"),)), Order("Sở báo cáo", ((SO_GDDT, "Sở", "lead"),))),
    sent_to=(UBND_BEN_TRE,),
)
_DISTRICT_PLAN = make_record(KH7_CHO_LACH, source="b.txt", sent_to=(UBND_BEN_TRE, SO_GDDT))


@pytest.fixture
def offices(shelf: Shelf) -> Store:
    """A store with a department, two committees and the Government."""
    return shelf.holding(_SO_PLAN, _DISTRICT_PLAN)


@pytest.mark.parametrize(
    ("words", "filters", "expected"),
    [
        (None, BodyFilters(), [GOVERNMENT, SO_GDDT, UBND_CHO_LACH, UBND_BEN_TRE]),
        ("bến TRE", BodyFilters(), [SO_GDDT, UBND_BEN_TRE]),
        ("uy ban nhan dan", BodyFilters(), [UBND_CHO_LACH, UBND_BEN_TRE]),
        ("sở y tế", BodyFilters(), []),
        (None, BodyFilters(kind="government"), [GOVERNMENT]),
        (None, BodyFilters(level="district"), [UBND_CHO_LACH]),
        (None, BodyFilters(province="Bến Tre"), [SO_GDDT, UBND_CHO_LACH, UBND_BEN_TRE]),
        ("ubnd", BodyFilters(level="province"), [UBND_BEN_TRE]),
    ],
)
def test_bodies_by_words_and_filters(
    offices: Store, words: str | None, filters: BodyFilters, expected: list[Any]
) -> None:
    page = offices.read(lambda statements: list_bodies(statements, words, filters, Wanted(total=True)))
    assert [one.id for one in page.results] == [one.id for one in expected]
    assert (page.total, page.next) == (len(expected), None)


def test_a_body_with_what_refers_to_it(offices: Store) -> None:
    department = offices.read(lambda statements: get_body(statements, SO_GDDT.id))
    assert (department.name, department.kind, department.level) == (SO_GDDT.name, "department", "province")
    assert (department.issued, department.received, department.tasks) == (1, 1, 2)
    assert [one.id for one in department.part_of] == [UBND_BEN_TRE.id]
    assert [one.id for one in department.located_in] == [BEN_TRE.id]
    committee = offices.read(lambda statements: get_body(statements, UBND_BEN_TRE.id))
    assert (committee.issued, committee.received, committee.tasks, committee.part_of) == (0, 2, 0, ())


@pytest.mark.parametrize(
    ("words", "level", "place_set", "expected"),
    [
        (None, None, None, [VINH_LONG, CHO_LACH, BEN_TRE]),
        ("cho lach", None, None, [CHO_LACH]),
        ("Vĩnh", None, "63", []),
        (None, "province", None, [VINH_LONG, BEN_TRE]),
        (None, "province", "63", [BEN_TRE]),
    ],
)
def test_places_by_words_level_and_set(
    offices: Store, words: str | None, level: str | None, place_set: str | None, expected: list[Any]
) -> None:
    page = offices.read(lambda statements: list_places(statements, words, level, place_set, Wanted(total=True)))
    assert [one.id for one in page.results] == [one.id for one in expected]
    assert (page.total, page.next) == (len(expected), None)


def test_a_place_with_what_it_is_part_of_and_what_it_became(offices: Store) -> None:
    district = offices.read(lambda statements: get_place(statements, CHO_LACH.id))
    province = offices.read(lambda statements: get_place(statements, BEN_TRE.id))
    assert ([one.id for one in district.part_of], district.merged_into) == ([BEN_TRE.id], ())
    assert (province.part_of, [(one.id, one.date) for one in province.merged_into]) == (
        (),
        [(VINH_LONG.id, "2025-07-01")],
    )
    assert (province.code, province.kind, province.valid_to) == ("83", "tỉnh", "2025-06-30")


@pytest.mark.parametrize(
    "part",
    [
        lambda statements, wanted: list_bodies(statements, None, BodyFilters(), wanted),
        lambda statements, wanted: list_places(statements, None, None, None, wanted),
    ],
    ids=["bodies", "places"],
)
def test_pages_follow_each_other(offices: Store, part: Callable[..., Page[Any]]) -> None:
    whole = offices.read(lambda statements: part(statements, Wanted()))
    first = offices.read(lambda statements: part(statements, Wanted(2)))
    rest = offices.read(lambda statements: part(statements, Wanted(2, first.next)))
    assert first.results + rest.results == whole.results
    assert (len(first.results), rest.next) == (2, None)


@pytest.mark.parametrize("get", [get_body, get_place])
def test_what_is_not_there(store: Store, get: Callable[..., Any]) -> None:
    with pytest.raises(UnknownIdError):
        store.read(lambda statements: get(statements, "nowhere"))
