"""What is held, and what is only known from those that cite it."""

from cypher.coverage import LevelCoverage
from cypher.store import Store
from tests.cypher.records_for_tests import KH7_CHO_LACH, KH12_SO, KH5798, NQ32, NQ686, Cite, make_record


def test_coverage_of_nothing(store: Store) -> None:
    coverage = store.coverage()
    assert (coverage.levels, coverage.missing) == ((), ())


def test_levels_and_the_missing_by_citations(store: Store) -> None:
    so = make_record(KH12_SO, Cite(KH5798, "IMPLEMENTS"), Cite(NQ32, "IMPLEMENTS", owner=0), source="so.txt")
    district = make_record(KH7_CHO_LACH, Cite(NQ32, "IMPLEMENTS"), Cite(NQ686, "CITES"), source="district.txt")
    list(store.put_many([so, district]))
    coverage = store.coverage()
    assert coverage.levels == (
        LevelCoverage("central", 0, 2),
        LevelCoverage("province", 1, 1),
        LevelCoverage("district", 1, 0),
    )
    assert [(one.document.id, one.citations) for one in coverage.missing] == [
        (NQ32.id, 2),
        (KH5798.id, 1),
        (NQ686.id, 1),
    ]
    assert [one.document.id for one in store.coverage(limit=1).missing] == [NQ32.id]
