"""Exports of the samples, read back by the libraries that people read them with."""

import csv
import io
import json
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
import networkx as nx  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
import rdflib
from rdflib.namespace import RDF

from cypher.exporting import TABLES
from loaders.records import RELATIONS
from tests.api.conftest import Run

NQ32 = "vn:chinh-phu:nghi-quyet:2024:32-nq-cp"
KH5798 = "vn:ubnd-tinh-ben-tre:ke-hoach:2024:5798-kh-ubnd"
SCHEMA = rdflib.Namespace("https://schema.org/")
ELI = rdflib.Namespace("http://data.europa.eu/eli/ontology#")
TERMS = rdflib.Namespace("urn:x-vanban:terms#")


def exported(reader: httpx.Client, form: str, **parameters: str) -> bytes:
    answer = reader.get("/v1/export", params={"format": form, **parameters})
    assert answer.status_code == 200, answer.text
    assert "attachment" in answer.headers["content-disposition"]
    return answer.content


def rows_of(content: bytes) -> dict[str, list[dict[str, Any]]]:
    """Table -> rows of an export in JSON Lines."""
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in TABLES}
    for line in content.decode().splitlines():
        row = json.loads(line)
        rows[row.pop("table")].append(row)
    return rows


@pytest.fixture(scope="module")
def rows(reader: httpx.Client) -> dict[str, list[dict[str, Any]]]:
    """The whole graph."""
    return rows_of(exported(reader, "jsonl"))


def test_json_lines_hold_the_whole_graph(reader: httpx.Client, rows: dict[str, list[dict[str, Any]]]) -> None:
    for name in ("documents", "bodies", "places", "tasks"):
        listed = reader.get(f"/v1/{name}?limit=500&total=true").json()
        ids = [one["task"]["id"] if name == "tasks" else one["id"] for one in listed["results"]]
        assert sorted(row["id"] for row in rows[name]) == sorted(ids)
        assert len(ids) == listed["total"] > 0
    assert all(value is not None for table in rows.values() for row in table for value in row.values())


def test_every_edge_has_its_evidence(rows: dict[str, list[dict[str, Any]]]) -> None:
    stated = Counter(row["edge"] for row in rows["citations"] if "edge" in row)
    typed = {
        f"{row['origin']}|{row['type']}|{row['target']}": row["evidence_count"]
        for row in rows["edges"]
        if row["type"] in RELATIONS
    }
    assert typed == stated
    for row in rows["edges"]:
        if row["type"] in ("ISSUED_BY", "SENT_TO", "ASSIGNS_TO"):
            assert "quote" in row or "why" in row
        if row["type"] in ("PART_OF", "LOCATED_IN", "MERGED_INTO"):
            assert row["source"]


def test_csv_has_the_same_rows(reader: httpx.Client, rows: dict[str, list[dict[str, Any]]]) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(reader, "csv"))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"{table.name}.csv" for table in TABLES]
        for table in TABLES:
            text = io.TextIOWrapper(archive.open(f"{table.name}.csv"), encoding="utf-8", newline="")
            read = list(csv.DictReader(text))
            assert [_as_cells(row, table.columns) for row in rows[table.name]] == read


def _as_cells(row: dict[str, Any], columns: tuple[str, ...]) -> dict[str, str]:
    def cell(value: Any) -> str:
        if isinstance(value, bool | list):
            return json.dumps(value, ensure_ascii=False)
        return "" if value is None else str(value)

    return {name: cell(row.get(name)) for name in columns}


def test_parquet_has_the_same_rows(reader: httpx.Client, rows: dict[str, list[dict[str, Any]]]) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(reader, "parquet"))) as archive:
        for table in TABLES:
            read = pq.read_table(io.BytesIO(archive.read(f"{table.name}.parquet"))).to_pylist()
            assert [{name: value for name, value in row.items() if value is not None} for row in read] == rows[
                table.name
            ]


def test_graphml_is_read_by_networkx(reader: httpx.Client, rows: dict[str, list[dict[str, Any]]]) -> None:
    graph = nx.read_graphml(io.BytesIO(exported(reader, "graphml")))
    assert graph.is_directed()
    nodes = [name for name in rows if name != "edges"]
    assert set(graph.nodes) == {row["id"] for name in nodes for row in rows[name]}
    assert graph.nodes[NQ32]["label"] == "Document"
    assert graph.nodes[NQ32]["held"] is True
    assert graph.nodes[NQ32]["year"] == 2024
    labels = Counter(data["label"] for _, _, data in graph.edges(data=True))
    assert labels["IMPLEMENTS"] == sum(row["type"] == "IMPLEMENTS" for row in rows["edges"])
    assert labels["REFERS_TO"] == len(rows["citations"])
    implementing = graph.get_edge_data(KH5798, NQ32)
    found = implementing.values() if graph.is_multigraph() else [implementing]
    assert "IMPLEMENTS" in {edge["label"] for edge in found}


def test_json_ld_is_read_by_rdflib(reader: httpx.Client, rows: dict[str, list[dict[str, Any]]]) -> None:
    graph = rdflib.Graph()
    graph.parse(data=exported(reader, "jsonld"), format="json-ld")
    documents = set(graph.subjects(RDF.type, SCHEMA.Legislation))
    assert {str(document) for document in documents} == {row["id"] for row in rows["documents"]}
    assert documents == set(graph.subjects(RDF.type, ELI.LegalResource))
    resolution = rdflib.URIRef(NQ32)
    assert str(graph.value(resolution, SCHEMA.legislationIdentifier)) == "32/NQ-CP"
    assert str(graph.value(resolution, ELI.date_document)) == "2024-03-20"
    assert rdflib.URIRef(KH5798) in set(graph.subjects(TERMS.implements, resolution))
    based = {(row["origin"], row["target"]) for row in rows["edges"] if row["type"] == "BASED_ON"}
    assert based == {(str(a), str(b)) for a, b in graph.subject_objects(ELI.based_on)} != set()
    evidence = [
        citation
        for citation in graph.subjects(RDF.type, TERMS.Citation)
        if (citation, TERMS.refersTo, resolution) in graph
    ]
    assert evidence
    assert all(graph.value(citation, TERMS.quote) for citation in evidence)


def test_a_lineage_holds_what_it_says_and_nothing_that_leads_out(
    reader: httpx.Client, rows: dict[str, list[dict[str, Any]]]
) -> None:
    lineage = rows_of(exported(reader, "jsonl", lineage=NQ32, direction="down", relation="IMPLEMENTS"))
    shown = reader.get(f"/v1/documents/{NQ32}/lineage?direction=down&relation=IMPLEMENTS&hops=12").json()
    documents = {row["id"] for row in lineage["documents"]}
    assert documents == {node["document"]["id"] for node in shown["nodes"]}
    assert 3 < len(documents) < len(rows["documents"])
    everything = {row["id"] for name, table in lineage.items() if name != "edges" for row in table}
    for row in lineage["edges"]:
        assert {row["origin"], row["target"]} <= everything
    for row in lineage["citations"]:
        assert {row["document"], row["cited"], row["subject"]} <= documents
    inside = {row["id"] for row in lineage["citations"]}
    known = {row["id"]: row["citations"] for row in rows["tasks"]}
    for row in lineage["tasks"]:
        assert row["citations"] == [one for one in known[row["id"]] if one in inside]
    for name in lineage.keys() - {"tasks"}:
        assert all(row in rows[name] for row in lineage[name])


def test_edges_of_a_lineage_in_graphml_have_both_their_ends(
    reader: httpx.Client, rows: dict[str, list[dict[str, Any]]]
) -> None:
    graph = nx.read_graphml(io.BytesIO(exported(reader, "graphml", lineage=KH5798, direction="down", hops="1")))
    nodes = {node for node, data in graph.nodes(data=True) if "label" in data}
    assert set(graph.nodes) == nodes, "edges lead to what is no node of the file"
    led_out = {one for row in rows["tasks"] if row["id"] in nodes for one in row["citations"]} - nodes
    assert led_out, "no task of the lineage cites what is outside"


@pytest.mark.parametrize(
    ("query", "status"),
    [("format=xls", 422), ("", 422), ("format=jsonl&lineage=vn:nobody", 404), ("format=csv&lineage=../../x", 404)],
)
def test_what_cannot_be_exported(reader: httpx.Client, query: str, status: int) -> None:
    answer = reader.get(f"/v1/export?{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_head_says_what_would_come(reader: httpx.Client) -> None:
    answer = reader.head("/v1/export?format=csv")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "application/zip"


def test_the_command_writes_the_same(reader: httpx.Client, run: Run, samples_store: Path, tmp_path: Path) -> None:
    file = tmp_path / "lineage.graphml"
    done = run("export", "--store", samples_store, "--format", "graphml", "--lineage", "32/NQ-CP", "-o", file)
    assert done.status == 0, done.stderr
    assert file.read_bytes() == exported(reader, "graphml", lineage=NQ32)
    unknown = run("export", "--store", samples_store, "--lineage", "33/NQ-CP")
    assert unknown.status == 1
    assert "33/NQ-CP" in unknown.stderr
