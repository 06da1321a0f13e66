"""The graph is a function of the set of records: not of their order, of repeats, nor of what was there between."""

import itertools
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from cypher.reviews import Decision
from cypher.store import Store
from loaders.records import Record
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import (
    KH7_CHO_LACH,
    KH12_SO,
    KH5798,
    KH5798_NO_ISSUER,
    LAW,
    LAW_BY_NAME,
    LAW_BY_NAME_AND_YEAR,
    LAW_OF_2010,
    NQ32,
    NQ32_OF_2023,
    NQ32_OPEN,
    NQ686,
    SO_GDDT,
    UBND_BEN_TRE,
    UBND_CHO_LACH,
    Cite,
    Named,
    Order,
    make_record,
)

_RELATIONS = ("IMPLEMENTS", "CITES", "BASED_ON", "AMENDED_BY", "REPLACES", "SUPERVISES")
_LONG_TITLE = "Tăng cường nguồn lực phát triển giáo dục và đào tạo đáp ứng yêu cầu đổi mới"
_LONG = Named("Đề án", None, UBND_BEN_TRE, 2023, title=_LONG_TITLE)
_BLANK = Named("Kế hoạch", "/KH-UBND", UBND_BEN_TRE, date="2024-09", title=f"Kế hoạch {_LONG_TITLE.lower()}")
_BY_NUMBER = replace(_BLANK, code="142/KH-UBND", date="2024-09-05")
_POOL = (
    _BY_NUMBER,
    replace(_BY_NUMBER, title=None),
    replace(_BY_NUMBER, date="2024-10-05"),
    replace(_BY_NUMBER, issuer=None),
    replace(_BY_NUMBER, code="143/KH-UBND"),
    replace(_BY_NUMBER, code="144/KH-UBND", title=None),
    replace(_BLANK, code=None),
    NQ32,
    NQ32_OPEN,
    NQ32_OF_2023,
    NQ686,
    KH5798,
    KH5798_NO_ISSUER,
    replace(KH5798_NO_ISSUER, date="2024-11-30"),
    replace(KH5798, date=None, year=2024),
    replace(KH5798, date="2024-09-06"),
    KH12_SO,
    KH7_CHO_LACH,
    replace(KH7_CHO_LACH, issuer=None, date=None),
    replace(KH7_CHO_LACH, issuer=UBND_BEN_TRE),
    LAW,
    replace(LAW, title=None),
    LAW_OF_2010,
    LAW_BY_NAME,
    LAW_BY_NAME_AND_YEAR,
    replace(LAW_BY_NAME, year=2010),
    Named("Đề án", None, None, title="Đổi mới giáo dục"),
    Named("Đề án", None, UBND_BEN_TRE, title="Đổi mới giáo dục"),
    Named("Đề án", None, UBND_BEN_TRE, title="“Đổi mới giáo dục”"),
    Named("Đề án", None, UBND_BEN_TRE, 2023, title="Đề án Đổi mới giáo dục"),
    Named("Đề án", None, UBND_BEN_TRE, 2023, title="Đổi mới giáo dục"),
    _LONG,
    replace(_LONG, title=_LONG_TITLE.replace(" và ", ", ")),
    replace(_LONG, title=f"{_LONG_TITLE} trên địa bàn tỉnh"),
    replace(_LONG, issuer=None, year=None, title=f"Tỉnh Bến Tre {_LONG_TITLE}"),
    replace(_LONG, issuer=None, title=_LONG_TITLE.replace("cường", "cườngg")),
    replace(_LONG, year=None),
)
_HOLDERS = (
    _BLANK,
    replace(_BLANK, date="2024-09-05", title=_LONG_TITLE),
    _BY_NUMBER,
    KH12_SO,
    KH5798,
    KH7_CHO_LACH,
    NQ32,
    LAW,
    Named("Đề án", None, UBND_BEN_TRE, 2023, title="Đổi mới giáo dục"),
    Named("Kế hoạch", "5798/KH-UBND", UBND_BEN_TRE),
    Named("Báo cáo", None, SO_GDDT, title="Tình hình năm học"),
    replace(_LONG, title=f"{_LONG_TITLE} của tỉnh"),
    replace(_LONG, issuer=None, title=f"{_LONG_TITLE} giai đoạn một"),
)


def _records(chance: random.Random) -> list[Record]:
    """Some records that cite each other, fully and not."""
    made = []
    for index, holder in enumerate(_HOLDERS):
        cites = []
        for number in range(chance.randrange(1, 7)):
            owner = chance.choice([None, *range(number)])
            cites.append(Cite(chance.choice(_POOL), chance.choice(_RELATIONS), owner))
        tasks = (Order("Sở chủ trì", ((SO_GDDT, "Sở", "lead"),), (0,)),) if chance.random() < 0.5 else ()
        sent_to = (UBND_CHO_LACH,) if chance.random() < 0.3 else ()
        made.append(make_record(holder, *cites, source=f"{index}.txt", tasks=tasks, sent_to=sent_to))
    return made


def _dump_of(store: Store, graph: Graph, records: Sequence[Record]) -> list[str]:
    graph.wipe()
    assert all(result.refusal is None for result in store.put_many(records))
    return graph.dump()


@pytest.mark.parametrize("decided", [False, True], ids=["", "decided"])
@pytest.mark.parametrize("seed", range(8))
def test_order_repeats_and_detours_leave_no_trace(store: Store, graph: Graph, seed: int, decided: bool) -> None:
    chance = random.Random(seed)
    records = _records(chance)
    kept = [record for record in records if chance.random() < 0.7]
    held: dict[str, Record] = {}
    for _ in range(14):
        record = chance.choice(records)
        step = chance.random()
        if step < 0.25 and held:
            store.remove(held.pop(chance.choice(sorted(held))).document_id)
        elif step < 0.5:
            held[record.document_id] = _other_reading(chance, record)
            store.put(held[record.document_id])
        else:
            held[record.document_id] = record
            store.put(record)
        if decided:
            _decide(chance, store, graph)
    final = list(kept)
    chance.shuffle(final)
    for record in final:
        store.put(record)
    for document_id in sorted(held.keys() - {record.document_id for record in kept}):
        store.remove(document_id)
    dump, stray = graph.dump(), _stray(graph)
    reviews = graph.ask("MATCH (r:Review) RETURN properties(r) AS properties")
    graph.wipe()
    graph.ask("UNWIND $reviews AS row CREATE (r:Review) SET r = row.properties", reviews=reviews)
    assert all(result.refusal is None for result in store.put_many(kept))
    assert dump == graph.dump()
    if decided:
        # Citations of documents decided to be one may name several issuers, of which it has the commonest.
        stray.pop("a body that nothing mentions", None)
    assert stray == {}
    assert bool(reviews) == decided


def _decide(chance: random.Random, store: Store, graph: Graph) -> None:
    """Some decision about two documents of the graph that are not both certain, often one that it offers."""
    offered = graph.ask("MATCH (a)-[:POSSIBLY_SAME_AS]->(b) RETURN a.id AS one, b.id AS other ORDER BY one, other")
    loose = graph.ask("MATCH (d:Document) WHERE d.open OR d.number_key IS NULL RETURN d.id AS id ORDER BY id")
    every = graph.ask("MATCH (d:Document) RETURN d.id AS id ORDER BY id")
    if offered and chance.random() < 0.7:
        pair = chance.choice(offered)
        one, other = pair["one"], pair["other"]
    elif loose:
        one, other = chance.choice(loose)["id"], chance.choice(every)["id"]
    else:
        return
    if one != other:
        store.decide_review(one, other, Decision(chance.choice(["accepted", "accepted", "rejected"]), "an"))


def _stray(graph: Graph) -> dict[str, int]:
    """What must not be in any graph, with how often it is."""
    found = {name: graph.ask(f"{query} RETURN count(*) AS stray")[0]["stray"] for name, query in _STRAY.items()}
    return {name: stray for name, stray in found.items() if stray}


_STRAY = {
    "an edge without a citation": """
        MATCH (a:Document)-[e]->(b:Document)
        WHERE type(e) <> 'POSSIBLY_SAME_AS' AND NOT EXISTS {
          MATCH (c:Citation)-[:SUBJECT]->(s:Document), (c)-[:REFERS_TO]->(t:Document)
          WHERE (c.relation = type(e) AND s = a AND t = b)
            OR (c.relation = 'AMENDED_BY' AND type(e) = 'AMENDS' AND s = b AND t = a)
        }""",
    "a citation without an edge": """
        MATCH (s:Document)<-[:SUBJECT]-(c:Citation)-[:REFERS_TO]->(t:Document)
        WHERE s <> t AND NOT EXISTS { MATCH (s)-[e]-(t) WHERE type(e) IN [c.relation, 'AMENDS'] }""",
    "an edge of a type twice": """
        MATCH (a:Document)-[e]->(b:Document) WITH a, b, type(e) AS type, count(e) AS edges WHERE edges > 1""",
    "an edge from a document to itself": "MATCH (d:Document)-->(d)",
    "a document that nothing refers to": "MATCH (d:Document) WHERE NOT d.held AND NOT (d)<-[:REFERS_TO]-()",
    "a subject that its owner does not refer to": """
        MATCH (c:Citation)-[:SUBJECT]->(s:Document), (o:Citation {id: c.owner})-[:REFERS_TO]->(t:Document)
        WHERE s <> t""",
    "a body that nothing mentions": "MATCH (b:Body) WHERE NOT (b)<-[:ISSUED_BY|SENT_TO|ASSIGNS_TO|PART_OF]-()",
    "a place that nothing leads to": "MATCH (p:Place) WHERE NOT (p)<-[:LOCATED_IN|PART_OF|MERGED_INTO]-()",
    "a label that is not of the document": """
        MATCH (d:Document) WHERE d.held = (d:NotHeld) OR size(labels(d)) > 2""",
    "a document without the body that issued it": """
        MATCH (d:Document)<-[:REFERS_TO]-(c:Citation) WHERE c.states CONTAINS '"issuer"' AND NOT (d)-[:ISSUED_BY]->()
          AND NOT d.held""",
}


def _other_reading(chance: random.Random, record: Record) -> Record:
    """The same text read otherwise, as another version of the loaders may: some citations fewer or different."""
    citations = [replace(one, owner=None, relation=chance.choice(_RELATIONS)) for one in record.citations]
    return replace(record, citations=tuple(citations[: chance.randrange(len(citations) + 1)]), tasks=())


def _holder(number: int, *cites: Cite) -> Record:
    return make_record(Named("Báo cáo", f"{number}/BC-UBND", UBND_BEN_TRE, 2024), *cites, source=f"{number}.txt")


_OPEN = _holder(1, Cite(NQ32_OPEN, "IMPLEMENTS"), Cite(NQ686, "IMPLEMENTS", owner=0))
_FULL = _holder(2, Cite(NQ32, "CITES"))
_OF_2023 = _holder(3, Cite(NQ32_OF_2023, "CITES"))


@pytest.mark.parametrize("records", list(itertools.permutations([_OPEN, _FULL])))
def test_an_open_mention_means_the_only_known_document(store: Store, graph: Graph, records: tuple[Record, ...]) -> None:
    for record in records:
        store.put(record)
    assert store.get_document(NQ32_OPEN.id) is None
    detail = store.get_document(_OPEN.document_id)
    assert detail is not None
    assert [(c.subject.id, c.document.id) for c in detail.citations] == [
        (_OPEN.document_id, NQ32.id),
        (NQ32.id, NQ686.id),
    ]
    assert graph.ask("MATCH (:Document {id: $id})-[:IMPLEMENTS]->(d) RETURN d.id AS id", id=NQ32.id) == [
        {"id": NQ686.id}
    ]
    store.remove(_FULL.document_id)
    assert store.get_document(NQ32.id) is None
    assert graph.ask("MATCH (:Document {id: $id})-[:IMPLEMENTS]->(d) RETURN d.id AS id", id=NQ32_OPEN.id) == [
        {"id": NQ686.id}
    ]


@pytest.mark.parametrize("records", list(itertools.permutations([_OPEN, _FULL, _OF_2023])))
def test_with_two_known_documents_a_mention_stays_open(store: Store, graph: Graph, records: tuple[Record, ...]) -> None:
    for record in records:
        store.put(record)
    detail = store.get_document(NQ32_OPEN.id)
    assert detail is not None
    assert detail.summary.open
    assert {one.document.id for one in detail.possibly_same} == {NQ32.id, NQ32_OF_2023.id}
    assert all(0 < one.score < 1 and "number" in one.reason for one in detail.possibly_same)
    store.remove(_OF_2023.document_id)
    assert store.get_document(NQ32_OPEN.id) is None
    assert graph.ask("MATCH ()-[e:POSSIBLY_SAME_AS]->() RETURN e") == []


def test_a_date_tells_two_plans_of_one_number_apart(store: Store) -> None:
    may, june = replace(KH5798, date="2024-05-06"), replace(KH5798, date="2024-06-07", issuer=UBND_CHO_LACH)
    store.put(_holder(1, Cite(may)))
    store.put(_holder(2, Cite(june)))
    store.put(
        _holder(3, Cite(replace(KH5798_NO_ISSUER, date="2024-06-07")), Cite(replace(KH5798_NO_ISSUER, date="2024-05")))
    )
    store.put(_holder(4, Cite(replace(KH5798_NO_ISSUER, date="2024-07"))))
    third, fourth = store.get_document(_holder(3).document_id), store.get_document(_holder(4).document_id)
    assert third is not None
    assert fourth is not None
    assert [one.document.id for one in third.citations] == [june.id, may.id]
    assert [one.document.open for one in fourth.citations] == [True]


@pytest.mark.parametrize(
    "records",
    list(
        itertools.permutations(
            [_holder(1, Cite(LAW)), _holder(2, Cite(LAW_BY_NAME)), _holder(3, Cite(LAW_BY_NAME_AND_YEAR))]
        )
    ),
)
def test_a_law_by_name_is_the_only_one_of_that_name(store: Store, records: tuple[Record, ...]) -> None:
    for record in records:
        store.put(record)
    detail = store.get_document(LAW.id)
    assert detail is not None
    assert detail.cited_by_count == 3
    store.put(_holder(4, Cite(LAW_OF_2010)))
    named = store.get_document(LAW_BY_NAME.id)
    assert named is not None
    assert {one.document.id for one in named.possibly_same} == {LAW.id, LAW_OF_2010.id}
    detail = store.get_document(LAW.id)
    assert detail is not None
    assert detail.cited_by_count == 2


def test_names_that_differ_in_marks_only_are_one_document(store: Store) -> None:
    plain = Named("Đề án", None, UBND_BEN_TRE, title="Đổi mới giáo dục")
    marked = replace(plain, title="“Đổi mới” giáo dục")
    assert plain.id != marked.id
    store.put(_holder(1, Cite(plain), Cite(marked)))
    detail = store.get_document(_holder(1).document_id)
    assert detail is not None
    assert len({one.document.id for one in detail.citations}) == 1


def test_near_misses_are_never_merged(store: Store) -> None:
    directive = Named("Chỉ thị", "32/CT-TTg", None)
    circular = Named("Thông tư", "32/2018/TT-BGDĐT", None)
    store.put(_holder(1, Cite(NQ32), Cite(directive), Cite(circular), Cite(NQ32_OF_2023)))
    detail = store.get_document(_holder(1).document_id)
    assert detail is not None
    assert len({one.document.id for one in detail.citations}) == 4


def test_one_text_under_two_names_keeps_the_lesser_name(store: Store, graph: Graph) -> None:
    one, other = _holder(1, Cite(NQ32)), replace(_holder(1, Cite(NQ32)), source="0.txt")
    store.put(one)
    store.put(other)
    first = graph.dump()
    assert first == _dump_of(store, graph, [other, one])
    assert first == _dump_of(store, graph, [other])
