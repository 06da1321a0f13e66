"""Documents without a number, and which others they are or may be."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cypher.store import Store
from loaders.records import Record
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import ASSEMBLY, SO_GDDT, UBND_BEN_TRE, UBND_CHO_LACH, Cite, Named, make_record

_WORDS = "Tăng cường nguồn lực phát triển giáo dục và đào tạo đáp ứng yêu cầu đổi mới giai đoạn 2023-2030"
_SCHEME = Named("Đề án", None, UBND_BEN_TRE, 2023, title=_WORDS)
_PLAN = Named("Kế hoạch", "04/KH-UBND", UBND_BEN_TRE, 2024, title=_WORDS)


def _citing(number: int, *named: Named) -> Record:
    return make_record(Named("Báo cáo", f"{number}/BC-SGDĐT", SO_GDDT, 2024), *map(Cite, named), source=f"{number}.txt")


def _pairs(graph: Graph) -> set[tuple[str, str]]:
    rows = graph.ask("MATCH (a:Document)-[:POSSIBLY_SAME_AS]->(b:Document) RETURN a.id AS a, b.id AS b")
    return {(row["a"], row["b"]) for row in rows}


def _put(store: Store, records: Sequence[Record]) -> None:
    assert all(result.refusal is None for result in store.put_many(records))


def test_titles_that_say_the_same_are_one_document(store: Store) -> None:
    without = replace(_SCHEME, title=_WORDS.replace(" và ", ", "))
    open_one = replace(_SCHEME, issuer=None, year=None)
    _put(store, [_citing(1, _SCHEME), _citing(2, without), _citing(3, open_one)])
    assert [len(store.list_documents().results), store.counts().held] == [4, 3]


def test_a_title_much_alike_is_offered_with_score_and_reason(store: Store, graph: Graph) -> None:
    longer = replace(_SCHEME, issuer=None, year=None, title=f"{_WORDS} trên địa bàn tỉnh")
    _put(store, [_citing(1, _SCHEME), _citing(2, longer)])
    assert _pairs(graph) == {(longer.id, _SCHEME.id)}
    detail = store.get_document(longer.id)
    assert detail is not None
    assert 0.2 < detail.possibly_same[0].score < 0.5
    assert "names alike: 100% of their words" in detail.possibly_same[0].reason
    store.remove(_citing(1).document_id)
    assert _pairs(graph) == set()


@pytest.mark.parametrize(
    "others",
    [
        [replace(_SCHEME, year=2022)],
        [replace(_SCHEME, issuer=UBND_CHO_LACH)],
        [replace(_SCHEME, type="Kế hoạch")],
        [replace(_SCHEME, title=_WORDS.replace("2030", "2025"))],
        [replace(_SCHEME, title=f"Sửa đổi, bổ sung {_WORDS}")],
        [replace(_SCHEME, title=f"Dự thảo {_WORDS}")],
        [_PLAN, replace(_PLAN, issuer=UBND_CHO_LACH), replace(_PLAN, year=2023)],
        [
            Named("Luật", None, ASSEMBLY, title="Luật Đất đai"),
            Named("Luật", None, ASSEMBLY, title="Luật Đất đai sửa đổi"),
        ],
    ],
)
def test_traps_are_neither_one_nor_offered(store: Store, graph: Graph, others: list[Named]) -> None:
    _put(store, [make_record(_SCHEME, source="0.txt"), _citing(1, _SCHEME, *others)])
    _put(store, [make_record(one, source=f"{at}.txt") for at, one in enumerate(others, 2)])
    ids = {one.id for one in store.list_documents().results}
    assert ids == {_SCHEME.id, _citing(1).document_id, *(one.id for one in others)}
    assert _pairs(graph) == set()


def test_a_beginning_that_too_many_titles_have_says_nothing(store: Store, graph: Graph) -> None:
    longer = replace(_SCHEME, issuer=None, year=None, title=f"{_WORDS} trên địa bàn tỉnh")
    _put(store, [_citing(1, _SCHEME), _citing(2, longer)])
    few = _pairs(graph)
    variants = [replace(_SCHEME, year=1950 + at, title=f"{_WORDS} phần thêm thứ {at}") for at in range(60)]
    _put(store, [_citing(3, *variants)])
    assert few
    assert _pairs(graph) == set()
    store.remove(_citing(3).document_id)
    assert _pairs(graph) == few
