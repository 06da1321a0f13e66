"""The tables of an export: the whole graph, and the lineage of one document."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from cypher.exporting import TABLES, Export, export_lineage
from cypher.neighbourhood import LineageWanted
from cypher.rows import Row
from cypher.store import Store
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import (
    BEN_TRE,
    KH7_CHO_LACH,
    KH12_SO,
    KH5798,
    LAW,
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
    Cite(KH5798, "IMPLEMENTS"),
    Cite(NQ32, "IMPLEMENTS", owner=0),
    Cite(LAW),
    tasks=(Order("Sở báo cáo theo Luật", ((SO_GDDT, "Sở", "lead"),), (0, 2)),),
    sent_to=(UBND_BEN_TRE,),
)
_DISTRICT_PLAN = make_record(KH7_CHO_LACH, Cite(NQ32, "IMPLEMENTS"), source="b.txt", sent_to=(UBND_CHO_LACH,))


@pytest.fixture
def exported(shelf: Shelf) -> Store:
    return shelf.holding(_SO_PLAN, _DISTRICT_PLAN)


def read_tables(export: Export) -> dict[str, list[Row]]:
    return {table.name: [row for rows in export.rows(table) for row in rows] for table in TABLES}


def test_the_whole_graph_is_in_the_tables(exported: Store, database: Graph) -> None:
    tables = read_tables(Export(exported))
    for name, label in (("documents", "Document"), ("bodies", "Body"), ("places", "Place"), ("tasks", "Task")):
        in_graph = database.ask(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id")
        assert [row["id"] for row in tables[name]] == [row["id"] for row in in_graph] != []
    quotes = {(row["document"], row["cited"], row["subject"]): row["quote"] for row in tables["citations"]}
    assert quotes[KH12_SO.id, NQ32.id, KH5798.id] == NQ32.words
    assert len(tables["citations"]) == 4
    ignored = ["HAS_TEXT", "HAS_CITATION", "REFERS_TO", "SUBJECT", "HAS_TASK"]
    counts = database.ask(
        "MATCH ()-[e]->() WHERE NOT type(e) IN $ignored RETURN type(e) AS type, count(e) AS n", ignored=ignored
    )
    assert Counter(row["type"] for row in tables["edges"]) == {row["type"]: row["n"] for row in counts}
    merged = [row for row in tables["edges"] if row["type"] == "MERGED_INTO"]
    assert [(row["origin"], row["target"], row["date"]) for row in merged] == [(BEN_TRE.id, VINH_LONG.id, "2025-07-01")]


def test_a_lineage_joins_only_what_is_in_it(exported: Store) -> None:
    tables = read_tables(export_lineage(exported, KH12_SO.id, LineageWanted(True, False, ("IMPLEMENTS",), 6, 100)))
    assert {row["id"] for row in tables["documents"]} == {KH12_SO.id, KH5798.id, NQ32.id}
    assert {row["id"] for row in tables["bodies"]} >= {SO_GDDT.id, UBND_BEN_TRE.id}
    assert UBND_CHO_LACH.id not in {row["id"] for row in tables["bodies"]}
    assert {row["id"] for row in tables["places"]} == {BEN_TRE.id, VINH_LONG.id}
    assert {row["cited"] for row in tables["citations"]} == {KH5798.id, NQ32.id}
    (task,) = tables["tasks"]
    assert task["citations"] == [row["id"] for row in tables["citations"] if row["cited"] == KH5798.id]
    nodes = {row["id"] for name in ("documents", "bodies", "places", "tasks") for row in tables[name]}
    assert {row[end] for row in tables["edges"] for end in ("origin", "target")} <= nodes


def test_the_files_for_the_importer_hold_as_much_as_the_graph(exported: Store, database: Graph, tmp_path: Path) -> None:
    counts = exported.export(tmp_path, lambda _: None)
    rows: Counter[str] = Counter()
    for path in tmp_path.glob("*-*.csv"):
        if not path.name.endswith("-header.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                rows[path.name.partition("-")[0]] += sum(1 for _ in csv.reader(file))
    assert rows == {"nodes": counts.nodes, "relationships": counts.edges}
    assert counts.nodes + counts.edges == len(database.dump())
