"""Versions of the schema: a new database, an older one with its documents, steps that change what is stored."""

import json
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cypher import statement_files
from cypher.errors import SchemaNameError, SchemaVersionError, StoreRequestError
from cypher.local_server import ServerAddress
from cypher.schema import newest_version, schema_versions
from cypher.statement_files import load_statements
from cypher.store import Store
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import KH12_SO, KH5798, LAW, NQ32, UBND_BEN_TRE, Cite, Order, make_record

_FIRST_VERSION = Path(__file__).parent.parent / "golden" / "schema-1.json"
"""What the program wrote for `_RECORDS` at version 1 of the schema: `{nodes: [{labels, properties}], edges: […]}`."""
_RECORDS = (
    make_record(
        KH12_SO,
        Cite(KH5798, "IMPLEMENTS"),
        Cite(NQ32, "IMPLEMENTS", owner=0),
        Cite(LAW, "AMENDED_BY", owner=1),
        tasks=(Order("Phòng Tổ chức chủ trì theo Luật", ((UBND_BEN_TRE, "Phòng Tổ chức", "lead"),), (2,)),),
        sent_to=(UBND_BEN_TRE,),
    ),
    make_record(KH5798, Cite(NQ32, "IMPLEMENTS"), source="b.txt"),
)


@pytest.fixture
def bare(neo4j_server: ServerAddress, store: Store, graph: Graph) -> Iterator[Graph]:
    """A database with nothing in it, not even the schema."""
    _drop_all(graph)
    yield graph
    _drop_all(graph)
    store.ensure_schema()


def _drop_all(graph: Graph) -> None:
    graph.ask("MATCH (n) DETACH DELETE n")
    for row in graph.ask("SHOW CONSTRAINTS YIELD name RETURN name"):
        graph.ask(f"DROP CONSTRAINT {row['name']}")
    for row in graph.ask("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
        graph.ask(f"DROP INDEX {row['name']}")


def _definitions(graph: Graph) -> list[dict[str, object]]:
    """Constraints and indexes, and whether they can be used."""
    constraints = graph.ask("SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties")
    indexes = graph.ask("SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state, options")
    return sorted((*constraints, *indexes), key=lambda row: (str(row["name"]), "state" in row))


def _versions(graph: Graph) -> list[int]:
    return [row["version"] for row in graph.ask("MATCH (s:Schema) RETURN s.version AS version")]


def _write_first_version(graph: Graph) -> None:
    """The database as version 1 left it."""
    for name in schema_versions()[1]:
        graph.ask(load_statements()[name].text)
    graph.ask("CREATE (:Schema {name: 'vanban', version: 1, changes: 2})")
    kept = json.loads(_FIRST_VERSION.read_text(encoding="utf-8"))
    graph.ask(
        "UNWIND range(0, size($nodes) - 1) AS at CREATE (n:Kept {at: at}) SET n:$($nodes[at].labels) "
        "SET n += $nodes[at].properties",
        nodes=kept["nodes"],
    )
    graph.ask(
        "UNWIND $edges AS edge MATCH (a:Kept {at: edge.origin}), (b:Kept {at: edge.target}) "
        "CREATE (a)-[e:$(edge.type)]->(b) SET e = edge.properties",
        edges=kept["edges"],
    )
    graph.ask("MATCH (n:Kept) REMOVE n:Kept, n.at")


def test_a_database_of_the_first_version_is_brought_up_to_date_with_its_documents(store: Store, bare: Graph) -> None:
    store.ensure_schema()
    list(store.put_many(_RECORDS))
    definitions, dump, trace = _definitions(bare), bare.dump(), store.trace(NQ32.id)
    _drop_all(bare)
    _write_first_version(bare)

    store.ensure_schema()

    assert _versions(bare) == [newest_version()]
    assert _definitions(bare) == definitions
    assert store.trace(NQ32.id) == trace
    list(store.put_many(_RECORDS))
    assert bare.dump() == dump


def test_several_programs_at_once_make_a_new_database_ready(
    neo4j_server: ServerAddress, store: Store, bare: Graph
) -> None:
    def ensure(_: int) -> None:
        with Store(neo4j_server.uri, neo4j_server.username, neo4j_server.password, neo4j_server.database) as one:
            one.ensure_schema()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(ensure, range(4)))
    assert _versions(bare) == [newest_version()]
    once = _definitions(bare)
    assert {row["state"] for row in once if "state" in row} == {"ONLINE"}
    store.ensure_schema()
    assert _definitions(bare) == once
    assert store.put(_RECORDS[0]).action == "created"


@pytest.mark.parametrize(
    "constraint", ["unique_schema FOR (n:Schema) ON (n.name)", "review_id FOR (n:Review) ON (n.id)"]
)
def test_what_is_left_of_a_constraint_whose_server_died_does_not_stay_in_the_way(
    constraint: str, store: Store, bare: Graph
) -> None:
    store.ensure_schema()
    whole = _definitions(bare)
    _drop_all(bare)
    bare.ask(f"CREATE INDEX {constraint}")

    store.ensure_schema()

    assert _definitions(bare) == whole


def test_an_index_of_somebody_else_stays_and_is_named(store: Store, bare: Graph) -> None:
    bare.ask("CREATE INDEX unique_task FOR (n:Task) ON (n.other)")
    with pytest.raises(SchemaNameError, match="index called unique_task that vanban did not make") as caught:
        store.ensure_schema()
    assert caught.value.name == "unique_task"
    assert bare.ask("SHOW INDEXES YIELD name, properties WHERE 'other' IN properties RETURN name")


def test_a_newer_schema_is_refused(store: Store, bare: Graph) -> None:
    store.ensure_schema()
    bare.ask("MATCH (s:Schema) SET s.version = s.version + 1")
    with pytest.raises(SchemaVersionError, match="use a newer vanban") as caught:
        store.ensure_schema()
    assert (caught.value.found, caught.value.known) == (newest_version() + 1, newest_version())
    with pytest.raises(SchemaVersionError):
        store.put(_RECORDS[0])
    assert bare.dump() == []


@pytest.fixture
def add_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., int]]:
    """Makes one more version of the schema, of statements that have no parameters and give nothing."""
    folder = tmp_path / "statements"
    shutil.copytree(statement_files._FOLDER, folder)
    monkeypatch.setattr(statement_files, "_FOLDER", folder)

    def forget() -> None:
        load_statements.cache_clear()
        schema_versions.cache_clear()

    def add(**texts: str) -> int:
        version = newest_version() + 1
        (folder / f"schema/{version:03}").mkdir()
        for name, text in texts.items():
            content = f"// A step.\n// Parameters: none\n// Columns: none\n{text}\n"
            (folder / f"schema/{version:03}/{name}.cypher").write_text(content, encoding="utf-8")
        forget()
        return version

    yield add
    monkeypatch.undo()
    forget()


def test_a_version_that_changes_what_is_stored_does_so_once(
    store: Store, bare: Graph, add_version: Callable[..., int]
) -> None:
    store.ensure_schema()
    store.put(_RECORDS[0])
    version = add_version(
        a_count="MATCH (d:Document) SET d.seen = coalesce(d.seen, 0) + 1",
        b_double="MATCH (d:Document) SET d.seen = d.seen * 10",
        index_seen="CREATE INDEX document_seen IF NOT EXISTS FOR (n:Document) ON (n.seen)",
    )
    with pytest.raises(SchemaVersionError, match="prepares it"):
        store.put(_RECORDS[1])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: store.ensure_schema(), range(4)))

    assert _versions(bare) == [version]
    assert {row["seen"] for row in bare.ask("MATCH (d:Document) RETURN d.seen AS seen")} == {10}
    assert "document_seen" in {row["name"] for row in _definitions(bare)}


def test_a_version_of_which_a_step_fails_changes_nothing(
    store: Store, bare: Graph, add_version: Callable[..., int]
) -> None:
    store.ensure_schema()
    store.put(_RECORDS[0])
    before = bare.dump()
    version = add_version(a_good="MATCH (d:Document) SET d.seen = 1", b_bad="MATCH (d:Document) SET d.seen = 1 / 0")
    with pytest.raises(StoreRequestError):
        store.ensure_schema()
    assert _versions(bare) == [version - 1]
    assert bare.dump() == before
