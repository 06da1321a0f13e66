"""Finding documents: by name, by filter, by cursor."""

from dataclasses import replace

import pytest

from cypher.document_lists import SORTS
from cypher.pages import Wanted
from cypher.results import DocumentFilters, DocumentSummary
from cypher.store import Store
from loaders.records import Defect
from tests.cypher.records_for_tests import (
    KH7_CHO_LACH,
    KH12_SO,
    KH5798,
    LAW,
    LAW_OF_2010,
    NQ32,
    NQ32_OF_2023,
    NQ686,
    UBND_BEN_TRE,
    Cite,
    Named,
    Order,
    make_record,
)
from tests.cypher.shelf import Shelf

_MANY_WORDS = " ".join(f"chữ{number}" for number in range(2000))
_OTHER_5798 = Named("Kế hoạch", "5798/KH-UBND", KH7_CHO_LACH.issuer, 2024)


@pytest.fixture
def library(shelf: Shelf) -> Store:
    """A store with a few documents held and more cited."""
    return shelf.holding(
        make_record(KH12_SO, Cite(NQ32), Cite(NQ686), Cite(KH5798), Cite(_OTHER_5798), Cite(LAW)),
        make_record(KH7_CHO_LACH, Cite(LAW_OF_2010), source="b.txt"),
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("32/NQ-CP", [NQ32]),
        ("NQ 32/NQ-CP", [NQ32]),
        ("Nghị quyết số 32/NQ-CP năm 2024", [NQ32]),
        ("nghi quyet 32 nq cp", [NQ32]),
        ("032/nq-cp", [NQ32]),
        (NQ32.id, [NQ32]),
        (f" {NQ32.id} ", [NQ32]),
        ("32/NQ-CP năm 2023", []),
        ("Quyết định 32/NQ-CP", []),
        ("686/NQ-UBTVQH15", [NQ686]),
        ("5798/KH-UBND", [KH5798, _OTHER_5798]),
        ("Kế hoạch 5798/KH-UBND của UBND tỉnh Bến Tre", [KH5798]),
        ("KH 5798/KH-UBND của UBND huyện Chợ Lách ngày 5/9/2024", [_OTHER_5798]),
        ("11/2022/QH15", [LAW]),
        ("Luật Thanh tra", [LAW_OF_2010, LAW]),
        ("luat thanh tra nam 2022", [LAW]),
        ("Luật Thanh tra 2010", [LAW_OF_2010]),
        ("", []),
        ("...", []),
        ("9/QĐ-TTg", []),
    ],
)
def test_names_find_what_they_mean(library: Store, name: str, expected: list[Named]) -> None:
    found = library.find_documents(name)
    assert sorted(one.id for one in found) == sorted(one.id for one in expected)


@pytest.mark.parametrize(
    ("name", "first"),
    [("23/NQ-CP", NQ32), ("32/NQ-CPP", NQ32), ("Luat thanh tra sua doi", LAW), ("57/KH-UBND", KH5798)],
)
def test_the_nearest_come_first(library: Store, name: str, first: Named) -> None:
    near = library.nearest_documents(name, 3)
    assert 0 < len(near) <= 3
    same = {one.id for one in near if one.code == near[0].code or one.title == near[0].title}
    assert first.id in same


@pytest.mark.parametrize(
    "name", ["", '"', "a AND (b OR", "*:*", "\\", "32/", "~ ^ { } [ ] !", "x" * 3000, "OR", _MANY_WORDS]
)
def test_odd_words_are_no_query(library: Store, name: str) -> None:
    assert len(library.nearest_documents(name, 5)) <= 5
    assert library.find_documents(name) == ()


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (DocumentFilters(held=True), {KH12_SO, KH7_CHO_LACH}),
        (DocumentFilters(level="central"), {NQ32, NQ686, LAW, LAW_OF_2010}),
        (DocumentFilters(type="Kế hoạch", held=False), {KH5798, _OTHER_5798}),
        (DocumentFilters(province="Bến Tre", level="district"), {KH7_CHO_LACH, _OTHER_5798}),
        (DocumentFilters(issuer=UBND_BEN_TRE.id), {KH5798}),
        (DocumentFilters(year=2010), {LAW_OF_2010}),
        (DocumentFilters(issued_from="2024-09-05", issued_to="2024-10-01"), {KH5798, KH12_SO}),
        (DocumentFilters(issued_to="2010"), {LAW_OF_2010}),
        (DocumentFilters(open=True), set()),
    ],
)
def test_filters(library: Store, filters: DocumentFilters, expected: set[Named]) -> None:
    assert {one.id for one in library.list_documents(filters).results} == {one.id for one in expected}


@pytest.mark.parametrize("sort", SORTS)
def test_pages_follow_each_other_in_every_order(library: Store, sort: str) -> None:
    whole = library.list_documents(wanted=Wanted(100, total=True), sort=sort)
    assert (whole.next, whole.total, len(whole.results)) == (None, 8, 8)
    seen: list[DocumentSummary] = []
    wanted = Wanted(3)
    for _ in range(10):
        page = library.list_documents(wanted=wanted, sort=sort)
        seen += page.results
        if page.next is None:
            break
        wanted = Wanted(3, page.next)
    assert tuple(seen) == whole.results


def test_orders_put_the_unknown_last(library: Store) -> None:
    def listed(sort: str) -> tuple[DocumentSummary, ...]:
        return library.list_documents(sort=sort).results

    dates = sorted(one.date for one in listed("id") if one.date)
    unknown = [None] * (8 - len(dates))
    assert unknown
    assert [one.date for one in listed("date")] == dates + unknown
    assert [one.date for one in listed("-date")] == dates[::-1] + unknown
    numbers = [int((one.code or "").partition("/")[0]) for one in listed("code")]
    assert numbers == sorted(numbers)


def test_documents_by_tasks_and_defects(library: Store) -> None:
    record = make_record(KH12_SO, Cite(NQ32), Cite(LAW), tasks=(Order("Xây dựng kế hoạch"),))
    defective = replace(record.citations[1], defects=(Defect("wrong_term", "term 13 did not sit in 2022"),))
    library.put(replace(record, citations=(record.citations[0], defective)), replace=True)
    with_tasks = library.list_documents(DocumentFilters(has_tasks=True))
    assert [one.id for one in with_tasks.results] == [KH12_SO.id]
    assert KH12_SO.id not in {one.id for one in library.list_documents(DocumentFilters(has_tasks=False)).results}
    assert [one.id for one in library.list_documents(DocumentFilters(defect="wrong_term")).results] == [KH12_SO.id]
    assert library.list_documents(DocumentFilters(defect="wrong")).results == ()


def test_what_is_not_there(store: Store) -> None:
    assert store.get_document("vn:nobody:nothing:2024:1-x") is None
    assert store.list_documents().results == ()
    counts = store.counts()
    assert (counts.documents, counts.citations, counts.bodies, counts.relations["IMPLEMENTS"]) == (0, 0, 0, 0)


def test_both_years_of_one_number_are_offered(library: Store) -> None:
    library.put(make_record(Named("Báo cáo", "1/BC-UBND", UBND_BEN_TRE, 2024), Cite(NQ32_OF_2023), source="c.txt"))
    assert {one.year for one in library.find_documents("32/NQ-CP")} == {2023, 2024}
