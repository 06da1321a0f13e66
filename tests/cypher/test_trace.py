"""The main question: which local documents trace back to one, by which steps, on which words."""

import pytest

from cypher.edges import Edge
from cypher.errors import UnknownDocumentIdError
from cypher.simple_paths import Allowance, SimplePaths
from cypher.store import Store
from tests.cypher.records_for_tests import (
    ASSEMBLY,
    KH7_CHO_LACH,
    KH12_SO,
    KH5798,
    NQ32,
    NQ32_OF_2023,
    NQ32_OPEN,
    NQ686,
    SO_GDDT,
    UBND_BEN_TRE,
    Cite,
    Named,
    make_record,
)
from tests.cypher.shelf import Shelf

_NQ88 = Named("Nghị quyết", "88/2014/QH13", ASSEMBLY, 2014)
_KH9_SO = Named("Kế hoạch", "9/KH-SGDĐT", SO_GDDT, 2024)
_REPORT = Named("Báo cáo", "3/BC-SGDĐT", SO_GDDT, 2024)

_SO_PLAN = make_record(
    KH12_SO,
    Cite(KH5798, "IMPLEMENTS"),
    Cite(NQ32, "IMPLEMENTS", owner=0),
    Cite(NQ686, "IMPLEMENTS", owner=1),
    Cite(_NQ88, "SUPERVISES", owner=2),
    Cite(NQ32, "CITES"),
    source="so.txt",
)
_DISTRICT_PLAN = make_record(
    KH7_CHO_LACH,
    Cite(KH5798, "IMPLEMENTS"),
    Cite(NQ32, "IMPLEMENTS"),
    Cite(NQ32, "IMPLEMENTS", owner=0),
    source="district.txt",
)
_CITING = make_record(_REPORT, Cite(NQ32, "CITES"), source="report.txt")


@pytest.fixture
def cascade(shelf: Shelf) -> Store:
    """A resolution, a provincial plan that nobody holds, plans of a Sở and a district, and a report beside them."""
    return shelf.holding(_SO_PLAN, _DISTRICT_PLAN, _CITING)


def test_shortest_paths_with_their_evidence(cascade: Store) -> None:
    trace = cascade.trace(NQ32.id)
    assert trace.target.id == NQ32.id
    assert [(one.document.id, [hop.target for hop in one.hops]) for one in trace.results] == [
        (KH5798.id, [NQ32.id]),
        (KH7_CHO_LACH.id, [NQ32.id]),
        (KH12_SO.id, [KH5798.id, NQ32.id]),
    ]
    assert [one.document.held for one in trace.results] == [False, True, True]
    (hop,) = trace.results[0].hops
    assert {(one.document, one.source, one.quote) for one in hop.evidence} == {
        (KH12_SO.id, "so.txt", NQ32.words),
        (KH7_CHO_LACH.id, "district.txt", NQ32.words),
    }
    texts = {_SO_PLAN.document_id: _SO_PLAN.text, _DISTRICT_PLAN.document_id: _DISTRICT_PLAN.text}
    for result in trace.results:
        for hop in result.hops:
            assert hop.evidence
            for one in hop.evidence:
                assert texts[one.document][one.start : one.end] == one.quote
                assert texts[one.document][one.context_start : one.context_end] == one.context


def test_all_paths_are_simple_and_the_shortest_comes_first(cascade: Store) -> None:
    trace = cascade.trace(NQ32.id, all_paths=True)
    paths = {one.document.id: [[hop.origin for hop in path] for path in one.paths or ()] for one in trace.results}
    assert paths[KH7_CHO_LACH.id] == [[KH7_CHO_LACH.id], [KH7_CHO_LACH.id, KH5798.id]]
    assert paths[KH12_SO.id] == [[KH12_SO.id, KH5798.id]]
    assert cascade.trace(NQ32.id).results[0].paths is None
    short = cascade.trace(NQ32.id, all_paths=True, hops=1)
    assert {one.document.id: len(one.paths or ()) for one in short.results} == {KH7_CHO_LACH.id: 1, KH5798.id: 1}


def test_other_relations_replace_the_default(cascade: Store) -> None:
    assert cascade.trace(_NQ88.id).results == ()
    found = cascade.trace(_NQ88.id, relations=("IMPLEMENTS", "SUPERVISES"))
    assert [(one.document.id, len(one.hops)) for one in found.results] == [
        (KH5798.id, 3),
        (KH7_CHO_LACH.id, 3),
        (KH12_SO.id, 4),
    ]
    cited = cascade.trace(NQ32.id, relations=("CITES",))
    assert {one.document.id for one in cited.results} == {KH12_SO.id, _REPORT.id}


def test_filters(cascade: Store) -> None:
    def ids(**filters: object) -> list[str]:
        return [one.document.id for one in cascade.trace(NQ32.id, **filters).results]  # type: ignore[arg-type]

    assert ids(levels=("district",)) == [KH7_CHO_LACH.id]
    assert ids(held=False) == [KH5798.id]
    assert ids(types=("Báo cáo",)) == []
    assert ids(types=("Kế hoạch",), held=True, levels=("province",)) == [KH12_SO.id]
    assert ids(hops=1) == [KH5798.id, KH7_CHO_LACH.id]


def test_documents_of_unknown_level_are_counted(cascade: Store) -> None:
    stray = Named("Kế hoạch", "1/KH-ABC", None, 2024)
    cascade.put(make_record(_KH9_SO, Cite(stray, "CITES"), Cite(NQ32, "IMPLEMENTS", owner=0), source="stray.txt"))
    trace = cascade.trace(NQ32.id)
    assert trace.unknown_level == 1
    assert stray.id not in {one.document.id for one in trace.results}
    assert cascade.trace(NQ32.id, held=True).unknown_level == 0


def test_possibly_same_documents_are_not_followed(cascade: Store) -> None:
    cascade.put(make_record(_KH9_SO, Cite(NQ32_OPEN, "IMPLEMENTS"), Cite(NQ32_OF_2023), source="open.txt"))
    detail = cascade.get_document(NQ32_OPEN.id)
    assert detail is not None
    assert len(detail.possibly_same) == 2
    assert _KH9_SO.id not in {one.document.id for one in cascade.trace(NQ32.id).results}


def test_circles_end(store: Store) -> None:
    one, other = Named("Kế hoạch", "1/KH-UBND", UBND_BEN_TRE, 2024), Named("Kế hoạch", "2/KH-UBND", UBND_BEN_TRE, 2024)
    store.put(make_record(one, Cite(other, "IMPLEMENTS"), Cite(NQ32, "IMPLEMENTS", owner=0)))
    store.put(make_record(other, Cite(one, "IMPLEMENTS"), source="b.txt"))
    trace = store.trace(NQ32.id, all_paths=True)
    assert [(r.document.id, [len(path) for path in r.paths or ()]) for r in trace.results] == [
        (other.id, [1]),
        (one.id, [2]),
    ]


def test_an_unknown_id_is_an_error(store: Store) -> None:
    with pytest.raises(UnknownDocumentIdError):
        store.trace("vn:nobody:nothing:2024:1-x")


def test_the_paths_of_a_dense_graph_are_cut_off_and_it_is_said(store: Store) -> None:
    plans = [Named("Kế hoạch", f"{number}/KH-UBND", UBND_BEN_TRE, 2024) for number in range(1, 25)]
    everywhere = [[Cite(other, "IMPLEMENTS") for other in (NQ32, *plans) if other != one] for one in plans]
    list(store.put_many(make_record(one, *cites, source=one.id) for one, cites in zip(plans, everywhere, strict=True)))
    results = store.trace(NQ32.id, all_paths=True, hops=12).results
    assert [one.truncated for one in results] == [True] * 24
    lengths = [[len(path) for path in one.paths or ()] for one in results]
    assert lengths[0] == [1] + [2] * 23 + [3] * 76
    assert sum(map(len, lengths)) == 2_000 + 4
    assert all(one and one[0] == 1 for one in lengths)
    short = store.trace(NQ32.id, all_paths=True, hops=2).results
    assert {(len(one.paths or ()), one.truncated) for one in short} == {(24, False)}
    assert {one.truncated for one in store.trace(NQ32.id).results} == {None}


def test_a_search_for_paths_that_finds_none_ends() -> None:
    """Every further path of the gate would lead through the gate again."""
    crowd = [f"c{number}" for number in range(20)]
    edges = {one: [Edge(one, "IMPLEMENTS", other) for other in (*crowd, "gate") if other != one] for one in crowd}
    edges["gate"] = [Edge("gate", "IMPLEMENTS", other) for other in ("target", *crowd)]
    distance = {"target": 0, "gate": 1} | dict.fromkeys(crowd, 2)
    left = Allowance(steps=5_000)
    paths = SimplePaths("target", 12, edges, distance)
    assert paths.find("gate", left) == (((edges["gate"][0],),), True)
    assert left.steps == 0
