"""What a document rests on and what rests on it; the shortest ways between two; what to ask first."""

import pytest

from cypher.errors import UnknownDocumentIdError
from cypher.examples import Examples, read_examples
from cypher.neighbourhood import LineageWanted, read_lineage
from cypher.paths import shortest_paths
from cypher.results import BodyName
from cypher.store import Store
from tests.cypher.records_for_tests import (
    KH7_CHO_LACH,
    KH12_SO,
    KH5798,
    NQ32,
    NQ686,
    SO_GDDT,
    Cite,
    Named,
    Order,
    make_record,
)
from tests.cypher.shelf import Shelf

_SO_PLAN = make_record(
    KH12_SO,
    Cite(KH5798, "IMPLEMENTS"),
    Cite(NQ32, "IMPLEMENTS", owner=0),
    Cite(NQ686, "BASED_ON", owner=1),
    Cite(KH5798, "IMPLEMENTS"),
    tasks=(Order("Sở báo cáo", ((SO_GDDT, "Sở", "lead"),), deadline="2024-11-30"),),
)
_DISTRICT_PLAN = make_record(KH7_CHO_LACH, Cite(KH5798, "IMPLEMENTS"), Cite(KH12_SO, "IMPLEMENTS"), source="b.txt")
_BOTH = ("IMPLEMENTS", "BASED_ON")


@pytest.fixture
def cascade(shelf: Shelf) -> Store:
    """A district's plan rests on a department's and a province's, those on a resolution, that on another."""
    return shelf.holding(_SO_PLAN, _DISTRICT_PLAN)


@pytest.mark.parametrize(
    ("wanted", "expected", "edges"),
    [
        (
            LineageWanted(True, True, _BOTH, 6, 100),
            {KH5798: 0, NQ32: -1, KH12_SO: 1, KH7_CHO_LACH: 1, NQ686: -2},
            [
                (KH5798, NQ32, 1),
                (KH12_SO, KH5798, 2),
                (KH7_CHO_LACH, KH12_SO, 1),
                (KH7_CHO_LACH, KH5798, 1),
                (NQ32, NQ686, 1),
            ],
        ),
        (LineageWanted(True, False, _BOTH, 1, 100), {KH5798: 0, NQ32: -1}, [(KH5798, NQ32, 1)]),
        (LineageWanted(True, False, ("BASED_ON",), 6, 100), {KH5798: 0}, []),
        (
            LineageWanted(False, True, ("IMPLEMENTS",), 1, 100),
            {KH5798: 0, KH12_SO: 1, KH7_CHO_LACH: 1},
            [(KH12_SO, KH5798, 2), (KH7_CHO_LACH, KH5798, 1)],
        ),
    ],
)
def test_a_lineage_up_and_down(
    cascade: Store, wanted: LineageWanted, expected: dict[Named, int], edges: list[tuple[Named, Named, int]]
) -> None:
    lineage = cascade.read(lambda statements: read_lineage(statements, KH5798.id, wanted))
    assert {one.document.id: one.depth for one in lineage.nodes} == {one.id: depth for one, depth in expected.items()}
    assert sorted((one.origin, one.target, one.evidence_count) for one in lineage.edges) == sorted(
        (origin.id, target.id, count) for origin, target, count in edges
    )
    assert {one.confidence for one in lineage.edges} <= {0.9}
    assert not lineage.truncated


def test_a_lineage_is_cut_off_and_it_is_said(cascade: Store) -> None:
    wanted = LineageWanted(True, True, _BOTH, 6, 2)
    lineage = cascade.read(lambda statements: read_lineage(statements, KH5798.id, wanted))
    assert (len(lineage.nodes), lineage.truncated) == (2, True)


@pytest.mark.parametrize(
    ("origin", "target", "relations", "hops", "limit", "expected"),
    [
        (KH7_CHO_LACH, NQ32, _BOTH, 6, 10, [[KH7_CHO_LACH, KH5798]]),
        (KH7_CHO_LACH, NQ686, _BOTH, 6, 10, [[KH7_CHO_LACH, KH5798, NQ32]]),
        (KH7_CHO_LACH, NQ686, ("IMPLEMENTS",), 6, 10, []),
        (KH7_CHO_LACH, NQ686, _BOTH, 2, 10, []),
        (NQ32, KH7_CHO_LACH, _BOTH, 6, 10, []),
        (NQ32, NQ32, _BOTH, 6, 10, []),
    ],
)
def test_the_shortest_ways_with_their_evidence(
    cascade: Store,
    origin: Named,
    target: Named,
    relations: tuple[str, ...],
    hops: int,
    limit: int,
    expected: list[list[Named]],
) -> None:
    paths = cascade.read(lambda statements: shortest_paths(statements, origin.id, target.id, relations, hops, limit))
    assert [[hop.origin for hop in path] for path in paths] == [[one.id for one in path] for path in expected]
    assert all(hop.evidence for path in paths for hop in path)


def test_examples_are_of_what_is_loaded(cascade: Store) -> None:
    found = cascade.read(read_examples)
    assert found.cascade is not None
    assert found.lowest is not None
    assert (found.cascade.id, found.lowest.id) == (NQ32.id, KH7_CHO_LACH.id)
    assert found.body == BodyName(SO_GDDT.id, SO_GDDT.name)


def test_what_is_not_there(store: Store) -> None:
    assert store.read(read_examples) == Examples(None, None, None)
    with pytest.raises(UnknownDocumentIdError):
        store.read(lambda statements: read_lineage(statements, "vn:nothing", LineageWanted(True, True, _BOTH, 1, 9)))
