"""The notebooks, executed against the real Neo4j: they must run, and show what they were committed with.

Where what is read from the samples has changed for the better, `jupyter execute --inplace docs/notebooks/*.ipynb`,
with NEO4J_URI and NEO4J_PASSWORD of an empty database, writes them anew.
"""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from cypher.local_server import ServerAddress
from tests.conftest import ROOT
from tests.cypher.graph_dump import Graph

FOLDER = ROOT / "docs" / "notebooks"
NAMES = ("official_driver", "py2neo")


def read_notebook(name: str) -> Any:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]


def shown(notebook: Any) -> list[list[object]]:
    """What each cell shows: printed text, tables and pictures."""
    return [
        [output.get("text") or dict(output.get("data", {})) for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_shows_what_it_was_committed_with(
    name: str, graph: Graph, neo4j_server: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.setenv("NEO4J_DATABASE", neo4j_server.database)
    committed, notebook = read_notebook(name), read_notebook(name)

    NotebookClient(
        notebook, timeout=120, coalesce_streams=True, resources={"metadata": {"path": str(FOLDER)}}
    ).execute()

    assert shown(notebook) == shown(committed)
    assert graph.ask("MATCH (d:Document {held: true}) RETURN count(d) AS held") == [{"held": 10}]


@pytest.mark.parametrize("name", NAMES)
def test_a_committed_notebook_has_a_table_and_a_picture_and_nothing_of_one_machine(name: str) -> None:
    kinds = {kind for cell in shown(read_notebook(name)) for one in cell if isinstance(one, dict) for kind in one}
    assert kinds & {"text/markdown", "text/html"}
    assert "image/svg+xml" in kinds
    text = (FOLDER / f"{name}.ipynb").read_text(encoding="utf-8")
    assert len(text) < 40_000
    for private in (str(Path.home()), str(ROOT), "/tmp/", "bolt://", "127.0.0.1"):
        assert private not in text
