"""Records in the graph: what is written, replaced, refused and taken away."""

from dataclasses import replace

import pytest

from cypher.errors import DocumentConflictError, StoreAccessError, StoreUnavailableError
from cypher.local_server import ServerAddress
from cypher.store import Store
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import (
    GOVERNMENT,
    KH12_SO,
    KH5798,
    LAW,
    NQ32,
    NQ686,
    SO_GDDT,
    UBND_BEN_TRE,
    Cite,
    Named,
    Order,
    make_record,
)

_PLAN = make_record(
    KH12_SO,
    Cite(KH5798, "IMPLEMENTS"),
    Cite(NQ32, "IMPLEMENTS", owner=0),
    Cite(LAW, "AMENDED_BY", owner=1),
    tasks=(
        Order("Phòng Tổ chức chủ trì theo Luật", ((UBND_BEN_TRE, "Phòng Tổ chức", "lead"),), (2,)),
        Order("Xây dựng kế hoạch", ((None, "self", "lead"), (None, "Tổ công tác", "coordinate"))),
    ),
    sent_to=(UBND_BEN_TRE,),
)


def test_a_record_is_written_with_all_that_it_says(store: Store) -> None:
    result = store.put(_PLAN)
    assert (result.action, result.citations, result.tasks, result.unresolved) == ("created", 3, 2, 0)
    detail = store.get_document(KH12_SO.id, with_text=True)
    assert detail is not None
    assert detail.summary.held
    assert detail.summary.issuer is not None
    assert (detail.summary.code, detail.summary.level, detail.summary.issuer.id) == (
        "12/KH-SGDĐT",
        "province",
        SO_GDDT.id,
    )
    assert detail.text == _PLAN.text
    assert [(c.subject.id, c.relation, c.document.id) for c in detail.citations] == [
        (KH12_SO.id, "IMPLEMENTS", KH5798.id),
        (KH5798.id, "IMPLEMENTS", NQ32.id),
        (NQ32.id, "AMENDED_BY", LAW.id),
    ]
    evidence = detail.citations[1].evidence
    assert _PLAN.text[evidence.start : evidence.end] == evidence.quote == NQ32.words
    assert _PLAN.text[evidence.context_start : evidence.context_end] == evidence.context
    assert [(r.text, r.purpose, r.body and r.body.id) for r in detail.recipients] == [
        (UBND_BEN_TRE.name, "để báo cáo", UBND_BEN_TRE.id)
    ]
    first, second = detail.tasks
    assert [(a.text, a.role, a.body and a.body.id, a.inferred) for a in (*first.assigned, *second.assigned)] == [
        ("Phòng Tổ chức", "lead", UBND_BEN_TRE.id, False),
        ("self", "lead", SO_GDDT.id, True),
        ("Tổ công tác", "coordinate", None, True),
    ]
    assert first.citations == (detail.citations[2].id,)


def test_edges_between_documents_and_the_bodies_and_places_around_them(store: Store, graph: Graph) -> None:
    store.put(_PLAN)
    assert _typed_edges(graph) == {
        (KH12_SO.id, "IMPLEMENTS", KH5798.id),
        (KH5798.id, "IMPLEMENTS", NQ32.id),
        (LAW.id, "AMENDS", NQ32.id),
    }
    labels = {
        row["id"]: set(row["labels"]) for row in graph.ask("MATCH (d:Document) RETURN d.id AS id, labels(d) AS labels")
    }
    assert labels[KH12_SO.id] == {"Document", "Provincial"}
    assert labels[NQ32.id] == {"Document", "NotHeld"}
    path = graph.ask(
        "MATCH (:Body {id: $id})-[:PART_OF]->(b:Body)-[:LOCATED_IN]->(p:Place)-[e:MERGED_INTO]->(q:Place) "
        "RETURN b.id AS body, p.name AS place, q.name AS merged, e.date AS date",
        id=SO_GDDT.id,
    )
    assert path == [{"body": UBND_BEN_TRE.id, "place": "Bến Tre", "merged": "Vĩnh Long", "date": "2025-07-01"}]
    assigned = graph.ask(
        "MATCH (:Task)-[e:ASSIGNS_TO]->(b:Body) RETURN e.role AS role, e.quote AS quote, e.why AS why ORDER BY quote"
    )
    assert [(row["role"], row["quote"], row["why"] is None) for row in assigned] == [
        ("lead", "Phòng Tổ chức", True),
        ("lead", None, False),
    ]


def test_a_cited_document_has_what_its_citations_state(store: Store, graph: Graph) -> None:
    store.put(_PLAN)
    cited = store.get_document(KH5798.id)
    assert cited is not None
    assert not cited.summary.held
    assert (cited.summary.level, cited.summary.province, cited.summary.date) == ("province", "Bến Tre", "2024-09-05")
    (edge,) = graph.ask(
        "MATCH (:Document {id: $id})-[e:ISSUED_BY]->(b) RETURN e.quote AS quote, b.id AS body", id=KH5798.id
    )
    assert edge == {"quote": KH5798.words, "body": UBND_BEN_TRE.id}


def test_the_commonest_value_wins_whoever_came_last(store: Store) -> None:
    wrong = replace(NQ32, date="2024-03-02")
    for source, cited in (("a", NQ32), ("b", NQ32), ("c", wrong)):
        plan = Named("Kế hoạch", f"{ord(source)}/KH-UBND", UBND_BEN_TRE, 2024)
        store.put(make_record(plan, Cite(cited), source=source))
    detail = store.get_document(NQ32.id)
    assert detail is not None
    assert detail.summary.date == "2024-03-20"
    assert detail.cited_by_count == 3


def test_loading_again_changes_nothing(store: Store, graph: Graph) -> None:
    store.put(_PLAN)
    before = graph.dump()
    assert store.put(_PLAN).action == "unchanged"
    assert store.put(replace(_PLAN, source="b.txt")).action == "unchanged"
    assert graph.dump() == before


def test_the_same_text_with_other_facts_replaces_exactly_what_it_said(store: Store, graph: Graph) -> None:
    other = make_record(Named("Kế hoạch", "9/KH-UBND", UBND_BEN_TRE, 2024), Cite(NQ32, "IMPLEMENTS"), source="z.txt")
    shorter = replace(_PLAN, citations=_PLAN.citations[:1], tasks=(), recipients=())
    store.put(shorter)
    store.put(other)
    expected = graph.dump()
    graph.wipe()
    store.put(other)
    store.put(_PLAN)
    assert store.put(shorter).action == "replaced"
    assert graph.dump() == expected


def test_another_text_with_the_same_id_is_refused(store: Store, graph: Graph) -> None:
    store.put(_PLAN)
    before = graph.dump()
    other = make_record(KH12_SO, Cite(NQ686), source="other.txt")
    with pytest.raises(DocumentConflictError) as caught:
        store.put(other)
    assert (caught.value.document_id, caught.value.held_source, caught.value.refused_source) == (
        KH12_SO.id,
        "a.txt",
        "other.txt",
    )
    assert graph.dump() == before
    assert store.put(other, replace=True).action == "replaced"
    after = graph.dump()
    graph.wipe()
    store.put(other)
    assert graph.dump() == after


def test_a_conflict_stops_no_other_record(store: Store) -> None:
    other = make_record(KH12_SO, Cite(NQ686), source="other.txt")
    third = make_record(Named("Kế hoạch", "9/KH-UBND", UBND_BEN_TRE, 2024), source="third.txt")
    results = list(store.put_many([_PLAN, other, third, _PLAN]))
    assert [result.action for result in results] == ["created", "refused", "created", "unchanged"]
    assert isinstance(results[1].refusal, DocumentConflictError)
    assert store.counts().held == 2


def test_what_was_cited_becomes_held_and_cited_again(store: Store, graph: Graph) -> None:
    store.put(_PLAN)
    before = graph.dump()
    store.put(make_record(KH5798, Cite(NQ32, "IMPLEMENTS"), source="b.txt"))
    detail = store.get_document(KH5798.id)
    assert detail is not None
    assert (detail.summary.held, detail.cited_by_count, len(detail.citations)) == (True, 1, 1)
    assert store.remove(KH5798.id)
    assert graph.dump() == before
    assert not store.remove(KH5798.id)


def test_removing_all_leaves_nothing(store: Store, graph: Graph) -> None:
    store.put(_PLAN)
    assert store.remove(KH12_SO.id)
    assert graph.dump() == []


def test_a_document_that_cites_itself_has_no_edge_to_itself(store: Store, graph: Graph) -> None:
    store.put(make_record(KH12_SO, Cite(KH12_SO, "IMPLEMENTS"), Cite(NQ32, "IMPLEMENTS", owner=0)))
    assert _typed_edges(graph) == {(KH12_SO.id, "IMPLEMENTS", NQ32.id)}
    assert store.remove(KH12_SO.id)
    assert graph.dump() == []


def test_an_edge_stays_while_one_citation_supports_it(store: Store, graph: Graph) -> None:
    store.put(make_record(KH5798, Cite(NQ32, "IMPLEMENTS"), source="b.txt"))
    store.put(_PLAN)
    store.remove(KH12_SO.id)
    assert _typed_edges(graph) == {(KH5798.id, "IMPLEMENTS", NQ32.id)}


def test_a_body_has_the_facts_that_most_documents_state(store: Store, graph: Graph) -> None:
    vague = replace(GOVERNMENT, level=None, kind="other")
    for source, issuer in (("a", GOVERNMENT), ("b", GOVERNMENT), ("c", vague)):
        store.put(make_record(Named("Nghị quyết", f"{ord(source)}/NQ-CP", issuer, 2024), source=source))
    (row,) = graph.ask("MATCH (b:Body) RETURN b.kind AS kind, b.level AS level")
    assert row == {"kind": "government", "level": "central"}


def test_a_post_is_the_body_that_it_stands_for(store: Store, graph: Graph) -> None:
    minister = replace(GOVERNMENT, name="Thủ trưởng Chính phủ", kind="post", part_of=GOVERNMENT)
    store.put(make_record(Named("Nghị quyết", "9/NQ-CP", minister, 2024), source="a"))
    (row,) = graph.ask("MATCH (b:Body) RETURN b.name AS name, b.kind AS kind, COUNT { (b)-[:PART_OF]->() } AS above")
    assert row == {"name": "Chính phủ", "kind": "government", "above": 0}


def test_no_server_is_an_error_that_names_the_address() -> None:
    with Store("bolt://127.0.0.1:1", "neo4j", "secret") as store, pytest.raises(StoreUnavailableError) as caught:
        store.counts()
    assert caught.value.uri == "bolt://127.0.0.1:1"
    assert "bolt://127.0.0.1:1" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_wrong_password_or_database_says_what_to_check(neo4j_server: ServerAddress) -> None:
    with Store(neo4j_server.uri, "neo4j", "not the password") as store, pytest.raises(StoreAccessError):
        store.counts()
    with (
        Store(neo4j_server.uri, neo4j_server.username, neo4j_server.password, "elsewhere") as store,
        pytest.raises(StoreAccessError, match="NEO4J_DATABASE"),
    ):
        store.counts()


def _typed_edges(graph: Graph) -> set[tuple[str, str, str]]:
    rows = graph.ask("MATCH (a:Document)-[e]->(b:Document) RETURN a.id AS a, type(e) AS type, b.id AS b")
    return {(row["a"], row["type"], row["b"]) for row in rows if row["type"] != "POSSIBLY_SAME_AS"}
