"""The whole graph as files for `neo4j-admin database import full`, the fastest way into an empty server."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cypher.errors import ExportError
from cypher.import_files import ImportFiles
from cypher.schema import newest_version, schema_versions
from cypher.statement_files import load_statements
from cypher.transactions import Statements

ARGUMENTS_FILE: Final = "arguments"
AFTER_FILE: Final = "after-import.cypher"
_PROGRESS_EVERY: Final = 100_000


@dataclass(frozen=True, slots=True)
class Exported:
    """How much was written."""

    nodes: int
    edges: int


def export_graph(statements: Statements, folder: Path, progress: Callable[[str], None]) -> Exported:
    """Write everything in the graph to `folder`, whose files are written anew; what is read is not kept in memory.

    Must run in a write transaction: it takes the lock of the writers, so that no document is written meanwhile of
    which the files would hold a half.
    """
    statements.run("write/lock")
    written = 0

    def count() -> None:
        nonlocal written
        written += 1
        if written % _PROGRESS_EVERY == 0:
            progress(f"{written} nodes and edges written")

    node_columns = [(row["labels"], row["column"]) for row in statements.run("read/node_columns")]
    edge_columns = [(row["type"], row["column"]) for row in statements.run("read/edge_columns")]
    with ImportFiles(folder, node_columns, edge_columns) as files:
        for row in statements.stream("read/every_node"):
            files.add_node(row["element"], row["labels"], row["properties"])
            count()
        for row in statements.stream("read/every_edge"):
            files.add_edge(row["origin"], row["type"], row["target"], row["properties"])
            count()
    arguments = "".join(f"{argument}\n" for argument in files.arguments())
    (folder / ARGUMENTS_FILE).write_text(arguments, encoding="utf-8")
    after = "".join(f"{text};\n" for text in (*_schema(), *files.empty_lists(), _version()))
    (folder / AFTER_FILE).write_text(after, encoding="utf-8")
    return Exported(files.count("nodes"), files.count("relationships"))


def make_folder(folder: Path) -> None:
    """Make the folder of an export. Raises `ExportError` where it holds something already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise ExportError(f"{folder} is not empty; name a folder that is, or one that is not there yet")
    except OSError as error:
        raise ExportError(f"{folder} cannot be written: {error.strerror or error}") from error


def _schema() -> list[str]:
    """Constraints and indexes, as the versions of the schema made them one after the other."""
    statements = load_statements()
    names = [name for version in sorted(schema_versions()) for name in schema_versions()[version]]
    return [statements[name].text.strip() for name in (*names, "schema/await_indexes")]


def _version() -> str:
    """The last statement, so that a program that finds the version finds all that it stands for."""
    return f"MERGE (s:Schema {{name: 'vanban'}}) SET s.version = {newest_version()}"
