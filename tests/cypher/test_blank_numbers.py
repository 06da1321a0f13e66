"""Plans whose page leaves the number blank, and citations that give it; numbers that may be misprinted; traps."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cypher.near_keys import keys_borne, keys_compared, keys_concerned, month_key
from cypher.reviews import Decision
from cypher.store import Store
from loaders.records import Record
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import (
    ASSEMBLY,
    NQ32,
    NQ32_OF_2023,
    SO_GDDT,
    UBND_BEN_TRE,
    UBND_CHO_LACH,
    Cite,
    Named,
    make_record,
)

_WORDS = "Phát triển giáo dục mầm non vùng khó khăn trên địa bàn tỉnh Bến Tre giai đoạn 2024-2030"
_SHORT = "Chăm lo Tết"
_BLANK = Named("Kế hoạch", "/KH-UBND", UBND_BEN_TRE, date="2024-09", title=_WORDS)
_NUMBERED = replace(_BLANK, code="5798/KH-UBND", date="2024-09-05")
_UNTITLED = replace(_NUMBERED, title=None)


def _held(named: Named, source: str = "0.txt") -> Record:
    return make_record(named, Cite(NQ32, "IMPLEMENTS"), source=source)


def _citing(number: int, *named: Named) -> Record:
    cites = (Cite(one, "IMPLEMENTS") for one in named)
    return make_record(Named("Báo cáo", f"{number}/BC-SGDĐT", SO_GDDT, 2024), *cites, source=f"{number}.txt")


def _put(store: Store, *records: Record) -> None:
    assert all(result.refusal is None for result in store.put_many(records))


def _ids(store: Store) -> set[str]:
    return {one.id for one in store.list_documents().results}


def _pairs(graph: Graph) -> dict[tuple[str, str], tuple[float, str]]:
    rows = graph.ask(
        "MATCH (a:Document)-[e:POSSIBLY_SAME_AS]->(b:Document) "
        "RETURN a.id AS a, b.id AS b, e.score AS score, e.reason AS reason"
    )
    return {(row["a"], row["b"]): (row["score"], row["reason"]) for row in rows}


@pytest.mark.parametrize("first", [0, 1, 2])
def test_a_plan_with_a_blank_number_is_what_is_cited_by_number_under_its_title(store: Store, first: int) -> None:
    records = [_held(_BLANK), _citing(1, _NUMBERED), _citing(2, replace(_NUMBERED, issuer=None, title=None))]
    _put(store, *records[first:], *records[:first])
    assert _ids(store) == {NQ32.id, *(one.document_id for one in records)}
    traced = {one.document.id: one.document for one in store.trace(NQ32.id).results}
    assert traced.keys() == {one.document_id for one in records}
    assert [one.id for one in traced.values() if one.number_inferred] == [_BLANK.id]
    detail = store.get_document(_BLANK.id)
    assert detail is not None
    assert (detail.summary.code, detail.summary.held, detail.cited_by_count) == ("5798/KH-UBND", True, 2)
    assert [one.id for one in store.find_documents("5798/KH-UBND")] == [_BLANK.id]


def test_what_stands_for_a_number_leaves_no_trace_when_it_goes(store: Store, graph: Graph) -> None:
    _put(store, _citing(1, _NUMBERED), _citing(2, _UNTITLED))
    alone = graph.dump()
    _put(store, _held(_BLANK))
    assert _NUMBERED.id not in _ids(store)
    store.remove(_BLANK.id)
    assert graph.dump() == alone


@pytest.mark.parametrize(
    ("blank", "numbered"),
    [
        (_BLANK, [_NUMBERED, replace(_NUMBERED, code="5799/KH-UBND")]),
        (_BLANK, [replace(_NUMBERED, date="2024-10-05")]),
        (_BLANK, [replace(_NUMBERED, issuer=UBND_CHO_LACH)]),
        (_BLANK, [replace(_NUMBERED, code="5798/KH-HĐND")]),
        (_BLANK, [replace(_NUMBERED, type="Chương trình")]),
        (_BLANK, [replace(_NUMBERED, title=_WORDS.replace("2030", "2025"))]),
        (_BLANK, [replace(_NUMBERED, title=f"Sửa đổi, bổ sung {_WORDS}")]),
        (_BLANK, [_UNTITLED]),
        (replace(_BLANK, title=_SHORT), [replace(_NUMBERED, title=_SHORT)]),
    ],
)
def test_a_number_of_anything_else_stays_apart(store: Store, blank: Named, numbered: list[Named]) -> None:
    _put(store, _held(blank), _citing(1, *numbered))
    assert _ids(store) == {NQ32.id, blank.id, _citing(1).document_id, *(one.id for one in numbered)}


def test_a_short_title_is_enough_of_one_day(store: Store) -> None:
    blank = replace(_BLANK, title=_SHORT, date="2024-09-05")
    _put(store, _held(blank), _citing(1, replace(_NUMBERED, title=_SHORT)))
    assert _ids(store) == {NQ32.id, blank.id, _citing(1).document_id}


def test_two_plans_with_blank_numbers_and_one_title_wait_for_a_person(store: Store, graph: Graph) -> None:
    other = replace(_BLANK, title=_WORDS.replace("vùng", "của vùng"))
    _put(store, _held(_BLANK), _citing(1, _NUMBERED), _held(other, "9.txt"))
    assert _ids(store) == {NQ32.id, _BLANK.id, other.id, _NUMBERED.id, _citing(1).document_id}
    assert {(_BLANK.id, _NUMBERED.id), (other.id, _NUMBERED.id)} <= _pairs(graph).keys()
    store.decide_review(other.id, _NUMBERED.id, Decision("rejected", "an"))
    assert _NUMBERED.id not in _ids(store)


def test_a_blank_copy_of_a_plan_that_is_held_stands_for_no_other_number(store: Store) -> None:
    misprinted = replace(_NUMBERED, code="5789/KH-UBND")
    _put(store, _held(_BLANK), _citing(1, misprinted), _held(_NUMBERED, "9.txt"))
    assert {_BLANK.id, _NUMBERED.id, misprinted.id} <= _ids(store)
    store.remove(_NUMBERED.id)
    assert misprinted.id not in _ids(store)


def test_a_person_may_say_that_the_number_is_of_another(store: Store, graph: Graph) -> None:
    _put(store, _held(_BLANK), _citing(1, _NUMBERED))
    store.decide_review(_BLANK.id, _NUMBERED.id, Decision("rejected", "an"))
    assert {_BLANK.id, _NUMBERED.id} <= _ids(store)
    assert _pairs(graph) == {}
    store.decide_review(_BLANK.id, _NUMBERED.id, Decision("accepted", "an"))
    assert _NUMBERED.id not in _ids(store)


@pytest.mark.parametrize("date", ["2024-09", "2024-09-05"])
def test_a_blank_number_is_offered_the_numbers_of_its_month_or_day(store: Store, graph: Graph, date: str) -> None:
    blank = replace(_BLANK, date=date)
    others = [
        replace(_UNTITLED, code="5800/KH-UBND", date="2024-09-06", title="Kế hoạch phòng, chống dịch bệnh"),
        replace(_UNTITLED, code="5801/KH-UBND", date="2024-10-01"),
        replace(_UNTITLED, issuer=UBND_CHO_LACH),
    ]
    _put(store, _citing(1, _UNTITLED, *others), _held(blank))
    score = 0.7 if date == _UNTITLED.date else 0.6
    reason = "the number of one is blank; same symbol; issuer and year and date agree"
    assert _pairs(graph) == {(blank.id, _UNTITLED.id): (score, reason)}
    store.remove(_citing(1).document_id)
    assert _pairs(graph) == {}


def test_a_month_in_which_too_many_numbers_fit_says_nothing(store: Store, graph: Graph) -> None:
    many = [replace(_UNTITLED, code=f"{number}/KH-UBND") for number in range(100, 111)]
    _put(store, _held(_BLANK), _citing(1, *many[:10]))
    assert len(_pairs(graph)) == 10
    _put(store, _citing(2, *many))
    assert _pairs(graph) == {}


_LAW = Named("Luật", "72/2020/QH14", ASSEMBLY, 2020, "2020-11-17", "Luật Bảo vệ môi trường")
_MISPRINTED = replace(_LAW, code="17/2020/QH14", date=None)


def test_two_numbers_of_one_title_and_year_are_offered(store: Store, graph: Graph) -> None:
    _put(store, _citing(1, _LAW), _citing(2, _LAW), _citing(3, _MISPRINTED))
    reason = "same name, other number: one may be misprinted; issuer and year agree; date not stated on both sides"
    assert _pairs(graph) == {(_MISPRINTED.id, _LAW.id): (0.7, reason)}
    store.decide_review(_MISPRINTED.id, _LAW.id, Decision("accepted", "an"))
    assert _MISPRINTED.id not in _ids(store)
    assert {one.document.id for one in store.trace(_LAW.id).results} == {
        _citing(number).document_id for number in (1, 2, 3)
    }
    printed = graph.ask("MATCH (c:Citation {code: '17/2020/QH14'}) RETURN c.quote AS quote")
    assert [row["quote"] for row in printed] == [_MISPRINTED.words]


def test_a_misprint_leads_to_the_document_that_is_held_and_held_ones_are_never_misprints(
    store: Store, graph: Graph
) -> None:
    greater = replace(_LAW, code="99/2020/QH14")
    _put(store, _citing(1, greater), _held(_LAW))
    assert _pairs(graph).keys() == {(greater.id, _LAW.id)}
    _put(store, _held(greater, "9.txt"))
    assert _pairs(graph) == {}


@pytest.mark.parametrize(
    "others",
    [
        [NQ32, NQ32_OF_2023, Named("Chỉ thị", "32/CT-TTg", None, 2024)],
        [_LAW, replace(_LAW, code="72/2014/QH13", year=2014, date="2014-11-17")],
        [_LAW, replace(_MISPRINTED, date="2020-06-17")],
        [_LAW, replace(_MISPRINTED, title=f"Luật sửa đổi, bổ sung một số điều của {_LAW.title}")],
        [_LAW, replace(_MISPRINTED, code="17/2020/NQ-HĐND")],
        [replace(NQ32, title="Phát triển giáo dục"), replace(NQ32_OF_2023, title="Phát triển giáo dục")],
        [_NUMBERED, replace(_NUMBERED, code="5799/KH-UBND", issuer=UBND_CHO_LACH)],
        [_UNTITLED, replace(_UNTITLED, code="5789/KH-UBND")],
    ],
)
def test_traps_are_neither_one_nor_offered(store: Store, graph: Graph, others: Sequence[Named]) -> None:
    _put(store, _citing(1, *others))
    assert _ids(store) == {_citing(1).document_id, *(one.id for one in others)}
    assert _pairs(graph) == {}


@pytest.mark.parametrize(
    ("named", "month"),
    [
        (_BLANK, "ubnd-tinh-ben-tre|ke-hoach|kh-ubnd|2024-09"),
        (_NUMBERED, "ubnd-tinh-ben-tre|ke-hoach|kh-ubnd|2024-09"),
        (replace(_BLANK, date="2024"), None),
        (replace(_BLANK, issuer=None), None),
        (replace(_BLANK, code=None), None),
    ],
)
def test_month_keys(named: Named, month: str | None) -> None:
    assert month_key(named.id, named.date) == month


@pytest.mark.parametrize(("one", "other"), [(_BLANK, _UNTITLED), (_LAW, _MISPRINTED)])
def test_each_of_a_pair_concerns_the_other_or_itself_and_is_found_by_it(one: Named, other: Named) -> None:
    def keys(of: object, named: Named) -> set[str]:
        assert callable(of)
        title = named.title.lower() if named.title else None
        found = of(named.id, named.date, title)
        assert isinstance(found, set)
        return found

    assert keys(keys_compared, one) & keys(keys_borne, other)
    assert keys(keys_concerned, one) & keys(keys_borne, one)
    assert keys(keys_concerned, other) & keys(keys_borne, one)
