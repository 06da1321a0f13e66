"""Misprinted numbers: linked to what they must mean, and marked."""

import pytest

from cypher.misprints import meant_by
from cypher.store import Store
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import ASSEMBLY, KH12_SO, Cite, Named, make_record

_RIGHT = Named("Nghị quyết", "51/2017/QH14", ASSEMBLY, 2017)
_MISPRINT = Named("Nghị quyết", "51/2017/QH15", ASSEMBLY, 2017)


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("51/2017/QH15", "51/2017/QH14"),
        ("83/2015/QH14", "83/2015/QH13"),
        ("17/2018/UBTVQH13", "17/2018/UBTVQH14"),
        ("15/2021/QH13", None),
        ("51/2017/QH14", None),
        ("15/2021/QH14", None),
        ("15/2021/QH15", None),
        ("40/1955/QH14", None),
        ("686/NQ-UBTVQH15", None),
        ("32/NQ-CP", None),
    ],
)
def test_what_a_number_must_mean(code: str, meant: str | None) -> None:
    named = Named("Nghị quyết", code, ASSEMBLY, 2017)
    citation = make_record(KH12_SO, Cite(named)).citations[0]
    found, how = meant_by(citation)
    if meant is None:
        assert (found, how) == (citation, None)
    else:
        assert found.document_id == Named("Nghị quyết", meant, ASSEMBLY, 2017).id
        assert (found.code, found.quote) == (meant, citation.quote)
        assert how is not None
        assert how.startswith(f"{meant} is meant")


@pytest.mark.parametrize("cites", [(_MISPRINT,), (_MISPRINT, _RIGHT), (_RIGHT, _MISPRINT)])
def test_a_misprint_refers_to_what_it_must_mean_and_stays_as_printed(
    store: Store, graph: Graph, cites: tuple[Named, ...]
) -> None:
    store.put(make_record(KH12_SO, *(Cite(one, "IMPLEMENTS") for one in cites)))
    assert store.get_document(_MISPRINT.id) is None
    detail = store.get_document(_RIGHT.id)
    assert detail is not None
    assert detail.summary.code == "51/2017/QH14"
    assert detail.cited_by_count == len(cites)
    printed = graph.ask("MATCH (c:Citation {code: '51/2017/QH15'}) RETURN c.quote AS quote, c.completed AS completed")
    assert [row["quote"] for row in printed] == [_MISPRINT.words]
    assert printed[0]["completed"] == [
        "number: 51/2017/QH14 is meant, since the National Assembly of 2017 is of term 14"
    ]
    assert [one.document.id for one in store.trace(_RIGHT.id).results] == [KH12_SO.id]
